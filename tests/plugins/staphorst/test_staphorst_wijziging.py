"""Par. 1.5, 1.6 en 3: een vroegtijdig einde of andere uren halverwege."""

from datetime import date, timedelta

import pytest
from tests.plugins.hulp import maak_dossier, regels
from tests.plugins.staphorst.zaak import GEMEENTELIJK, INTERN, MET_INTENTIE, PROEF, Anders, iso

from dakpan.aanvraag.domain.omvang import Omvang, Wijziging, Wijzigingsoort
from dakpan.aanvraag.domain.soorten import Regime
from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.uren import Uren
from dakpan.uitleg.berekening import Berekening
from dakpan.uitleg.bron import Zekerheid

HEEL_JAAR: Anders = {**INTERN, "eind": "2024-02-29"}


def _na(ingang: str, uren: str | None = None, dag: date | None = None, **anders: Anders) -> Berekening[Omvang]:
    dossier, op = maak_dossier(**anders), date.fromisoformat(ingang)
    soort = Wijzigingsoort.EINDE if uren is None else Wijzigingsoort.UREN
    wijziging = Wijziging(soort, op, op, Uren.uit_iso(uren) if uren is not None else None)
    return regels("staphorst").bereken_na_wijziging(dossier, [wijziging], dag or dossier.aanvraag.ontvangen_op)


def _plafond(berekening: Berekening[Omvang]) -> str | None:
    plafond = berekening.resultaat.plafond
    return plafond.iso if plafond is not None else None


@pytest.mark.parametrize(
    ("eerste_dag_zonder_baan", "plafond", "betalingen"),
    [
        ("2023-09-01", "2581.43", ["1290.71", "1290.72"]),  # 6 maanden
        ("2023-10-18", "3247.60", ["1082.53", "1082.53", "1082.54"]),  # 7 17/31 maand
        ("2023-03-02", "13.88", ["13.88"]),  # één dag
        ("2024-03-01", "5162.85", ["1290.71", "1290.71", "1290.71", "1290.72"]),
        ("2025-01-01", "5162.85", ["1290.71", "1290.71", "1290.71", "1290.72"]),  # na de periode
        ("2023-03-01", "0.00", []),  # nooit begonnen
        ("2022-01-01", "0.00", []),
    ],
)
def test_intern_volgt_het_contract_naar_rato(eerste_dag_zonder_baan: str, plafond: str, betalingen: list[str]) -> None:
    berekening = _na(eerste_dag_zonder_baan, aanvraag=HEEL_JAAR)

    assert _plafond(berekening) == plafond
    assert iso(berekening.resultaat.termijnbedragen) == betalingen


def test_intern_verandert_niet_met_de_uren() -> None:
    """Er is geen urenfactor."""
    assert _plafond(_na("2023-06-01", uren="12.00", aanvraag=HEEL_JAAR)) == "5162.85"


@pytest.mark.parametrize("ingang", ["2023-03-01", "2023-03-15", "2023-06-01"])
def test_een_proefplaatsing_houdt_haar_vaste_bedrag(ingang: str) -> None:
    berekening = _na(ingang, aanvraag={**INTERN, **PROEF}, dienstverband=MET_INTENTIE)

    assert _plafond(berekening) == "673.42"


def test_extern_stopt_maar_het_plafond_blijft() -> None:
    """3: betaald worden "de daadwerkelijk gemaakte uren"; of het plafond zakt staat er niet."""
    berekening = _na("2023-06-01")

    assert _plafond(berekening) == "5162.85"
    assert [b.ernst for b in berekening.bevindingen if b.code == "staphorst.niet_in_bron"] == ["informatie"]


@pytest.mark.parametrize("baan", [{}, {"soort": "min_max", "minimum_uren_per_week": "36.00"}], ids=str)
def test_extern_met_andere_uren_wordt_niet_geraden(baan: Anders) -> None:
    berekening = _na("2023-06-01", uren="24.00", dienstverband=baan)
    stap = berekening.stappen[-1]

    assert (berekening.resultaat.plafond, berekening.resultaat.maximum_uren) == (None, None)
    assert stap.tekst == "Met de oude uren is het plafond € 5.162,85, met 24 uur per week is het € 3.441,90"
    assert stap.bron.zekerheid == "ontbreekt"


def test_nul_uren_zijn_ook_andere_uren() -> None:
    assert "met 0 uur per week is het € 0,00" in _na("2023-06-01", uren="0.00").stappen[-1].tekst


@pytest.mark.parametrize("uren", [None, "12.00"])
def test_gemeentelijk_heeft_ook_daarna_geen_bedrag(uren: str | None) -> None:
    assert _plafond(_na("2023-06-01", uren=uren, aanvraag=GEMEENTELIJK)) is None


@pytest.mark.parametrize("vorm", ["extern", "intern", "gemeentelijk"])
@pytest.mark.parametrize("uren", [None, "12.00"])
@pytest.mark.parametrize("ingang", ["2022-01-01", "2023-06-01", "2030-01-01"])
def test_zonder_bedragen_blijft_alles_leeg(vorm: str, uren: str | None, ingang: str) -> None:
    omvang = _na(ingang, uren=uren, dag=date(2021, 12, 31), aanvraag={"vorm": vorm}).resultaat

    assert (omvang.plafond, omvang.maximum_uren, omvang.termijnbedragen) == (None, None, None)


@pytest.mark.parametrize("uren", [None, "12.00"])
def test_wat_de_paragraaf_openlaat_heet_niet_in_bron(uren: str | None) -> None:
    [open_] = [b for b in _na("2023-06-01", uren=uren).bevindingen if b.code == "staphorst.niet_in_bron"]

    assert (open_.ernst, open_.bron.zekerheid) == ("informatie", "ontbreekt")
    assert "niet in bron" in open_.tekst


def test_een_ander_regime_halverwege_laat_het_cijfer_aan_de_gemeente() -> None:
    dossier = maak_dossier(aanvraag={"regime": "midden"})
    op = dossier.aanvraag.begin
    wijziging = Wijziging(Wijzigingsoort.REGIME, op, op, regime=Regime.LICHT)
    na = regels("staphorst").bereken_na_wijziging(dossier, [wijziging], dossier.aanvraag.ontvangen_op)
    assert (na.resultaat.regime, na.resultaat.plafond) == (Regime.LICHT, None)
    assert "staphorst.niet_in_bron" in [een.code for een in na.bevindingen]


def test_termijnen_van_een_wijziging_staan_niet_in_de_bron() -> None:
    dossier = maak_dossier()
    op = dossier.aanvraag.begin
    termijnen = regels("staphorst").bepaal_wijzigingstermijnen(dossier, op, op)
    assert termijnen.resultaat.lijst == ()
    assert termijnen.stappen[0].bron.zekerheid is Zekerheid.ONTBREEKT


def test_een_langere_proefplaatsing_verandert_het_bedrag_niet() -> None:
    """Intern licht is 561,18 per proefplaatsing (par. 1.5); of het meegroeit staat er niet."""
    proef = maak_dossier(
        dienstverband={"soort": "proefplaatsing"},
        aanvraag={"soort": "proefplaatsing", "vorm": "intern", "regime": "licht", "ontvangen_op": "2022-02-17"},
    )
    later = proef.aanvraag.eind + timedelta(30)
    wijziging = Wijziging(Wijzigingsoort.VERLENGING, proef.aanvraag.eind, proef.aanvraag.begin, tot_en_met=later)
    na = regels("staphorst").bereken_na_wijziging(proef, [wijziging], date(2022, 2, 17))
    assert na.resultaat.plafond == Bedrag(561_18)
    assert any("langere proefplaatsing" in een.sjabloon for een in na.bevindingen)
