"""Een proefplaatsing die langer duurt. (Handleiding 4.2 en 7.1; Protocol 2014 A.3.2; Protocol Interne Jobcoach 2.5)

2015, 36 uur, midden 10%: 36 × 24 × 10% × 61 / 182 = 28,96 uur; over 122 dagen 57,92.
"""

from datetime import date

from tests.plugins.hulp import maak_dossier, regels

from dakpan.aanvraag.domain.dossier import Dossier
from dakpan.aanvraag.domain.omvang import Omvang, Wijziging, Wijzigingsoort
from dakpan.uitleg.berekening import Berekening

BEGIN, EIND, NIEUW_EIND = date(2015, 3, 2), date(2015, 5, 1), date(2015, 7, 1)
OP_TIJD, TE_LAAT = date(2015, 4, 24), date(2015, 4, 25)  # een week voor het eind, en een dag later
PROEF = {"soort": "proefplaatsing", "begin": "2015-03-02", "eind": "2015-05-01", "ontvangen_op": "2015-03-02"}


def dossier(**anders: str) -> Dossier:
    baan = {"soort": "proefplaatsing", "begin": "2015-03-02", "uren_per_week": "36.00"}
    return maak_dossier(dienstverband=baan, aanvraag={"vorm": "extern", **PROEF, **anders})


def verlengd(zaak: Dossier, tot: date = NIEUW_EIND, gemeld: date = OP_TIJD) -> Berekening[Omvang]:
    wijziging = Wijziging(Wijzigingsoort.VERLENGING, date(2015, 5, 2), gemeld, tot_en_met=tot)
    return regels("uwv").bereken_na_wijziging(zaak, [wijziging], zaak.aanvraag.ontvangen_op)


def codes(berekening: Berekening[Omvang]) -> set[str]:
    return {een.code for een in berekening.bevindingen}


def test_met_een_percentage_tellen_de_extra_dagen_mee() -> None:
    voor = regels("uwv").bereken_omvang(dossier(), BEGIN).resultaat
    na = verlengd(dossier()).resultaat
    assert [een.uren.iso for een in (voor, na) if een.uren is not None] == ["28.96", "57.92"]
    assert (voor.dagen, na.dagen) == (61, 122)


def test_een_week_voor_het_eind_is_op_tijd_en_een_dag_later_niet() -> None:
    assert "uwv.verlenging.te_laat" not in codes(verlengd(dossier()))
    assert "uwv.verlenging.te_laat" in codes(verlengd(dossier(), gemeld=TE_LAAT))


def test_langer_dan_zes_maanden_valt_op() -> None:
    assert "uwv.verlenging.te_lang" not in codes(verlengd(dossier(), date(2015, 9, 1)))
    assert "uwv.verlenging.te_lang" in codes(verlengd(dossier(), date(2015, 9, 2)))


def test_een_vast_bedrag_blijft_hoe_lang_het_ook_duurt() -> None:
    intern = dossier(vorm="intern")
    voor, na = regels("uwv").bereken_omvang(intern, BEGIN), verlengd(intern)
    assert na.resultaat.plafond == voor.resultaat.plafond
    assert "uwv.verlenging.vast_bedrag" in codes(na)


def test_het_vaste_aantal_uren_is_niet_in_bron() -> None:
    zaak = dossier(begin="2023-01-02", eind="2023-03-01", ontvangen_op="2023-01-02")
    na = verlengd(zaak, date(2023, 4, 1), date(2023, 2, 1))
    assert na.resultaat.uren is None
    assert "uwv.niet_in_bron" in codes(na)


def test_een_gewone_baan_is_niet_te_verlengen() -> None:
    gewoon = maak_dossier(aanvraag={**PROEF, "soort": "eerste", "vorm": "extern"})
    assert "uwv.verlenging.geen_proefplaatsing" in codes(verlengd(gewoon))
    assert verlengd(gewoon).resultaat == regels("uwv").bereken_omvang(gewoon, BEGIN).resultaat
