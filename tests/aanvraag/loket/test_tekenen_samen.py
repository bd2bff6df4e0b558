"""Ondertekenen samen met de matching, een handtekening die teruggaat, en een vertegenwoordiger."""

import pytest
from tests.aanvraag.loket.antwoorden import HALFJAAR, met
from tests.aanvraag.loket.balie import Loket, Zaakloket
from tests.aanvraag.loket.test_matching import GEHEIM, TEKSTEN
from tests.aanvraag.loket.test_tekenen import ADRES, MENSEN, _bezoek, _geheim, _teken, _vraag
from tests.aanvraag.loket.test_tekenen_op_papier import op_papier
from tests.aanvraag.loket.webloket import Webloket

from dakpan.aanvraag.domain.stukken import Partij
from dakpan.aanvraag.inhoud import haal_aanvraag
from dakpan.aanvraag.matching import schrijf_matching
from dakpan.aanvraag.tables import Matching
from dakpan.aanvraag.tekenen.papier import papier_van
from dakpan.aanvraag.tekenen.toestanden import Verzoekstand
from dakpan.aanvraag.tekenen.verzoeken import herroep, onderteken_op_papier, verzoeken_van
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.documenten import documenten_van, open_document
from dakpan.dossier.tables import Documentsoort, Zaak
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Vrager


@pytest.fixture(name="zaak")
def _zaak(loket: Loket) -> Zaakloket:
    zaak = loket.begin(loket.coach, "uwv-noord", HALFJAAR)
    zaak.doe(loket.coach, schrijf_matching, TEKSTEN)
    zaak.tot_definitief(loket.coach).doe(loket.coach, _vraag, MENSEN)
    return zaak


def test_de_matching_staat_in_wat_de_client_tekent_en_nooit_in_het_uittreksel(loket: Loket, zaak: Zaakloket) -> None:
    def papieren(handeling: Handeling, van: Zaak) -> list[str]:
        aanvraag = haal_aanvraag(handeling, van)
        return [str(papier_van(handeling, van, aanvraag, voor_werkgever=voor)) for voor in (False, True)]

    heel, uittreksel = zaak.doe(loket.coach, papieren)
    assert GEHEIM in heel
    assert GEHEIM not in uittreksel
    assert "Matching" not in uittreksel


def test_wie_de_matching_niet_leest_krijgt_ook_dat_document_niet(loket: Loket, zaak: Zaakloket) -> None:
    zonder = Vrager(None, "Administratie", organisatie_id=loket.organisatie_id)
    alle = zaak.doe(loket.coach, documenten_van)
    assert {een.soort for een in alle} == {Documentsoort.AANVRAAG, Documentsoort.UITTREKSEL}
    assert {een.soort for een in zaak.doe(zonder, documenten_van)} == {Documentsoort.UITTREKSEL}
    [heel] = [een.id for een in alle if een.soort is Documentsoort.AANVRAAG]

    def open_het(handeling: Handeling, rij: Zaak) -> bytes:
        return open_document(handeling, rij.tenant_id, rij.id, heel).inhoud

    with pytest.raises(NietGevonden):
        zaak.doe(zonder, open_het)
    assert zaak.doe(loket.coach, open_het).startswith(b"%PDF-")


def test_een_matching_die_veranderde_wordt_niet_getekend(loket: Loket, zaak: Zaakloket) -> None:
    def verander(handeling: Handeling, rij: Zaak) -> None:
        matching = handeling.sessie.query(Matching).filter_by(zaak_id=rij.id).one()
        matching.teksten = {**matching.teksten, "context_werkgever": "iets anders"}
        handeling.sessie.commit()

    zaak.doe(loket.coach, verander)
    with pytest.raises(KanNiet, match="is veranderd"):
        _teken(zaak, Partij.JOBCOACH)


def test_een_digitale_handtekening_gaat_terug_met_wat_nog_liep(loket: Loket, zaak: Zaakloket) -> None:
    _teken(zaak, Partij.JOBCOACH)
    link = _geheim(zaak, Partij.WERKGEVER)
    assert zaak.doe(loket.coach, herroep, None) is True
    assert zaak.aanvraag(loket.coach).handtekeningen == []
    assert {een.status for een in zaak.doe(loket.coach, verzoeken_van)} == {Verzoekstand.INGETROKKEN}
    with pytest.raises(NietGevonden), _bezoek(zaak, link):
        pass
    zaak.doe(loket.coach, onderteken_op_papier, op_papier(Partij.JOBCOACH, "Jo Coach"), None, adres=ADRES)
    assert zaak.doe(loket.coach, herroep, None) is False
    zaak.doe(loket.coach, _vraag, MENSEN)
    for partij in (Partij.JOBCOACH, Partij.WERKGEVER):
        _teken(zaak, partij)
    _teken(zaak, Partij.CLIENT, machtiging=False)
    assert zaak.zaak(loket.coach).beurt_stap == "indienen"


def test_een_wettelijk_vertegenwoordiger_staat_er_al(webloket: Webloket) -> None:
    loket = webloket.loket
    mens = {"vertegenwoordiger": "Wil Voogd", "vertegenwoordiger_email": "wil@voorbeeld.example"}
    zaak = loket.begin(loket.coach, "uwv-noord", met(HALFJAAR, client=mens)).tot_definitief(loket.coach)
    pagina = webloket.als(loket.coach).get(f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}/ondertekenen").text
    assert 'value="Wil Voogd"' in pagina
    assert 'value="wil@voorbeeld.example"' in pagina
