"""Een handtekening op papier: van na het definitief maken, met een scan, en door elkaar met die via een link."""

from datetime import date, timedelta
from functools import partial

import pytest
from tests.aanvraag.loket.antwoorden import HALFJAAR
from tests.aanvraag.loket.balie import Loket, Zaakloket
from tests.aanvraag.loket.test_tekenen import ADRES, MENSEN, OP, _bezoek, _geheim, _teken, _vraag

from dakpan.aanvraag.domain.stukken import Partij
from dakpan.aanvraag.tekenen.toestanden import Verzoekstand
from dakpan.aanvraag.tekenen.verzoeken import OpPapier, herroep, onderteken_op_papier, verzoeken_van
from dakpan.begrippen.toestand import KanNiet
from dakpan.demo.documenten import maak_pdf
from dakpan.dossier.bewaren import Aangeleverd, verwijder
from dakpan.dossier.documenten import documenten_van
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import NietGevonden
from dakpan.wandeling import aanvragen


@pytest.fixture(name="zaak")
def _zaak(loket: Loket) -> Zaakloket:
    zaak = loket.begin(loket.coach, "uwv-noord", HALFJAAR).tot_definitief(loket.coach)
    zaak.doe(loket.coach, _vraag, MENSEN)
    return zaak


def op_papier(partij: Partij, naam: str, dag: date = OP) -> OpPapier:
    """Een handtekening op papier, met haar scan."""
    return OpPapier(partij, naam, dag, Aangeleverd("scan.pdf", maak_pdf("Getekend (verzonnen)"), "Getekend op papier"))


def test_papier_en_digitaal_door_elkaar(loket: Loket, zaak: Zaakloket) -> None:
    _teken(zaak, Partij.JOBCOACH)
    geheim = _geheim(zaak, Partij.WERKGEVER)
    zaak.doe(loket.coach, onderteken_op_papier, op_papier(Partij.WERKGEVER, "Ria Meel"), None, adres=ADRES)
    with pytest.raises(NietGevonden), _bezoek(zaak, geheim):
        pass
    standen = [een.status for een in zaak.doe(loket.coach, verzoeken_van)]
    assert standen == [Verzoekstand.GETEKEND, Verzoekstand.INGETROKKEN, Verzoekstand.OPEN]
    _teken(zaak, Partij.CLIENT, machtiging=True)
    assert zaak.zaak(loket.coach).beurt_stap == "indienen"


def test_een_handtekening_op_papier_is_van_na_het_definitief_maken_en_heeft_een_scan(loket: Loket) -> None:
    zaak = loket.begin(loket.coach, "uwv-noord", HALFJAAR).tot_definitief(loket.coach)
    teken = partial(zaak.doe, loket.coach, onderteken_op_papier)
    for dag, zin in ((date(1980, 1, 1), "definitief sinds 20-03-2023"), (OP + timedelta(1), "van morgen")):
        with pytest.raises(InvoerFout, match=zin) as fout:
            teken(op_papier(Partij.JOBCOACH, "Jo Coach", dag), None, adres=ADRES)
        assert [een.veld for een in fout.value.fouten] == ["op"]
    zonder = op_papier(Partij.JOBCOACH, "Jo Coach")._replace(scan=Aangeleverd("", b"", "Getekend op papier"))
    with pytest.raises(InvoerFout) as fout:
        teken(zonder, None, adres=ADRES)
    assert [een.veld for een in fout.value.fouten] == ["bestand"]
    assert zaak.doe(loket.coach, documenten_van) == []  # er was niets half gebeurd
    for partij, mens in MENSEN.items():
        teken(op_papier(partij, mens.naam), None, adres=ADRES)
    [scan] = zaak.doe(loket.coach, documenten_van)  # één papier met drie handtekeningen
    assert {een["scan_id"] for een in zaak.aanvraag(loket.coach).handtekeningen} == {str(scan.id)}
    zaak.lever_aan(loket.coach)
    zaak.doe(loket.coach, verwijder, scan.id)
    with pytest.raises(KanNiet, match="ontbreekt: Jo Coach, Ria Meel, Mila Bakker"):
        zaak.doe(loket.coach, aanvragen.dien_in)
    for _keer in MENSEN:
        zaak.doe(loket.coach, herroep, None)
    for partij, mens in MENSEN.items():
        teken(op_papier(partij, mens.naam), None, adres=ADRES)
    zaak.doe(loket.coach, aanvragen.dien_in)
    assert "Getekend op papier" in {een.titel for een in zaak.doe(loket.deskundige, documenten_van)}
