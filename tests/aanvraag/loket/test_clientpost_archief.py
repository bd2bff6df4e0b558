"""De machtiging voor de post als de organisatie de zaak opborg: niet meer vragen, wel antwoorden en intrekken."""

import pytest
from tests.aanvraag.loket.balie import Loket, Zaakloket
from tests.aanvraag.loket.test_clientpost import ADRES, MILA, _bezoek, _geef, _scan, _stop, geheim_van
from tests.aanvraag.loket.test_wijzigen import toegekend

from dakpan.aanvraag.clientpost.machtiging import (
    herinner_machtiging,
    leg_papier_vast,
    trek_vraag_in,
    vraag_machtiging,
    vragen_van,
)
from dakpan.aanvraag.clientpost.stukken import clientpost
from dakpan.aanvraag.clientpost.tekst import lees_voor
from dakpan.aanvraag.clientpost.zelf import zie_verzoek
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.archief import archiveer, haal_terug
from dakpan.dossier.tables import Zaak, Zaakstatus
from dakpan.opslag.handeling import Handeling


@pytest.fixture(name="snel_zaak")
def _snel_zaak(snel_loket: Loket) -> Zaakloket:
    return toegekend(snel_loket)


def _berg_op(handeling: Handeling, zaak: Zaak) -> int:
    zaak.status = Zaakstatus.AFGEROND
    return archiveer(handeling, [(zaak.tenant_id, zaak.id)])


def test_uit_een_opgeborgen_zaak_trekt_de_client_haar_ook_in(snel_loket: Loket, snel_zaak: Zaakloket) -> None:
    snel_zaak.doe(snel_loket.coach, vraag_machtiging, MILA, ADRES)
    _geef(snel_loket, geheim_van(snel_loket))

    assert snel_zaak.doe(snel_loket.coach, _berg_op) == 1
    with _bezoek(snel_loket, geheim_van(snel_loket)) as (handeling, link):
        assert lees_voor(handeling, zie_verzoek(handeling, link)).sha256  # zij leest eerst wat zij gaf
    _stop(snel_loket, geheim_van(snel_loket))
    assert snel_zaak.doe(snel_loket.coach, clientpost).geldend is None
    assert snel_zaak.zaak(snel_loket.coach).gearchiveerd_op is not None


def test_in_een_opgeborgen_zaak_vraagt_niemand_een_machtiging(snel_loket: Loket, snel_zaak: Zaakloket) -> None:
    """Niet met een link, niet op papier, niet nog eens; wie de zaak terughaalt kan het weer."""
    coach, waarom = snel_loket.coach, "ligt in het archief"
    eerder = snel_zaak.doe(coach, vraag_machtiging, MILA, ADRES)

    assert snel_zaak.doe(coach, _berg_op) == 1
    with pytest.raises(KanNiet, match=waarom):
        snel_zaak.doe(coach, vraag_machtiging, MILA, ADRES)
    with pytest.raises(KanNiet, match=waarom):
        snel_zaak.doe(coach, herinner_machtiging, eerder.id, ADRES)
    for wie in (coach, snel_loket.beslisser):
        with pytest.raises(KanNiet, match=waarom):
            snel_zaak.doe(wie, leg_papier_vast, MILA, snel_loket.vandaag, _scan())
    assert [een.status for een in snel_zaak.doe(coach, vragen_van)] == ["open"]
    snel_zaak.doe(coach, trek_vraag_in, eerder.id)  # ophouden kan altijd
    snel_zaak.doe(coach, lambda handeling, zaak: haal_terug(handeling, [(zaak.tenant_id, zaak.id)]))
    assert snel_zaak.doe(coach, vraag_machtiging, MILA, ADRES).status == "open"


def test_wie_al_was_gevraagd_kiest_ook_als_de_zaak_is_opgeborgen(snel_loket: Loket, snel_zaak: Zaakloket) -> None:
    """Opbergen doet de organisatie; wat zij de cliënt vroeg mag hij beantwoorden."""
    snel_zaak.doe(snel_loket.coach, vraag_machtiging, MILA, ADRES)

    snel_zaak.doe(snel_loket.coach, _berg_op)
    _geef(snel_loket, geheim_van(snel_loket))
    assert snel_zaak.doe(snel_loket.coach, clientpost).geldend is not None
