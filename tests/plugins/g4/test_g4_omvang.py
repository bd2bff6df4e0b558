"""De tabel "maximale kosten": een bedrag per jaar, voor elke vorm gelijk; een lager tarief geeft meer uren."""

from datetime import date

import pytest
from tests.plugins.hulp import Json, maak_dossier, met_code, regels, toets_bij

from dakpan.aanvraag.domain.omvang import Omvang, Wijziging, Wijzigingsoort
from dakpan.aanvraag.domain.soorten import Regime
from dakpan.begrippen.uren import Uren
from dakpan.uitleg.bron import Zekerheid

TABEL = [
    ("licht", 1, "2700.00"),
    ("licht", 2, "1400.00"),
    ("licht", 3, "1400.00"),
    ("midden", 1, "4500.00"),
    ("midden", 2, "2700.00"),
    ("midden", 3, "1400.00"),
]
VORMEN = ("extern", "intern", "gemeentelijk")
AFSPRAAK = date(2015, 3, 1)


def _omvang(peildatum: date | None = None, /, **anders: Json) -> Omvang:
    dossier = maak_dossier(**anders)
    return regels("g4").bereken_omvang(dossier, peildatum or dossier.aanvraag.ontvangen_op).resultaat


@pytest.mark.parametrize("vorm", VORMEN)
@pytest.mark.parametrize(("regime", "jaar", "bedrag"), TABEL)
def test_het_bedrag_is_voor_elke_vorm_gelijk(regime: str, jaar: int, bedrag: str, vorm: str) -> None:
    omvang = _omvang(aanvraag={"regime": regime, "jaar": jaar, "vorm": vorm})

    assert omvang.plafond is not None
    assert (omvang.eenheid, omvang.plafond.iso) == ("euro", bedrag)


@pytest.mark.parametrize(
    "anders",
    [
        {"dienstverband": {"uren_per_week": "4.00", "eind": "2023-04-01"}},
        {"aanvraag": {"eind": "2023-03-01"}},
        {"aanvraag": {"soort": "proefplaatsing"}},
    ],
    ids=str,
)
def test_naar_rato_staat_niet_in_de_afspraak(anders: dict[str, Json]) -> None:
    plafond = _omvang(**anders).plafond

    assert plafond is not None
    assert plafond.iso == "4500.00"


@pytest.mark.parametrize("vorm", VORMEN)
@pytest.mark.parametrize(
    ("tarief", "uren"),
    [
        ("95.45", "47.14"),  # reis 12; 47,1451
        ("80.00", "56.25"),  # reis 12
        ("84.90", "53.00"),  # 53,0035
        ("4500.01", "0.99"),  # 0,99999
        ("0.01", "450000.00"),
    ],
)
def test_een_goedkopere_coach_betekent_meer_uren(vorm: str, tarief: str, uren: str) -> None:
    """De afspraak: "tegen een gunstiger tarief … meer uren jobcoaching"; naar beneden op de honderdste."""
    gevonden = _omvang(aanvraag={"tarief": tarief, "vorm": vorm}).maximum_uren

    assert gevonden is not None
    assert gevonden.iso == uren


@pytest.mark.parametrize("vorm", VORMEN)
def test_zonder_tarief_zijn_er_geen_uren(vorm: str) -> None:
    omvang = _omvang(aanvraag={"vorm": vorm})

    assert (omvang.maximum_uren, omvang.maximum_tarief, omvang.uren, omvang.termijnbedragen) == (None,) * 4


def test_zonder_tarief_ontbreekt_er_geen_parameter() -> None:
    """Een uurtarief dat geen cijfer hier nodig heeft is geen gemis."""
    uitkomst = toets_bij("g4", maak_dossier())

    assert uitkomst.aanspraak == "recht"
    assert not met_code(uitkomst, "g4.parameter_ontbreekt")


@pytest.mark.parametrize("vorm", VORMEN)
def test_de_dag_voor_de_afspraak_is_er_geen_bedrag(vorm: str) -> None:
    uitkomst = toets_bij("g4", maak_dossier(aanvraag={"vorm": vorm, "tarief": "80.00"}), date(2015, 2, 28))
    [gemist] = met_code(uitkomst, "g4.parameter_ontbreekt")

    assert (uitkomst.aanspraak, gemist.ernst, gemist.bron.zekerheid) == ("afwegen", "afwegen", "ontbreekt")
    assert uitkomst.omvang is not None
    assert (uitkomst.omvang.plafond, uitkomst.omvang.maximum_uren) == (None, None)


@pytest.mark.parametrize("dag", [AFSPRAAK, date(2016, 1, 1), date(2023, 7, 1), date(2199, 12, 31)])
def test_vanaf_de_afspraak_geldt_het_bedrag_en_er_wordt_nooit_geindexeerd(dag: date) -> None:
    uitkomst = toets_bij("g4", maak_dossier(), dag)

    assert uitkomst.aanspraak == "recht"
    assert not met_code(uitkomst, "g4.niet_geindexeerd")


def test_de_stappen_laten_de_som_zien() -> None:
    dossier = maak_dossier(aanvraag={"tarief": "80.00"})
    tabel, som = regels("g4").bereken_omvang(dossier, AFSPRAAK).stappen

    assert "€ 4.500,00" in tabel.tekst
    assert som.tekst.startswith("€ 4.500,00 / € 80,00 per uur")
    assert (tabel.bron.zekerheid, som.bron.zekerheid) == ("tekst", "afgeleid")


@pytest.mark.parametrize("uren", [None, "12.00"])
def test_een_wijziging_verlaagt_het_budget_niet_en_dat_staat_erbij(uren: str | None) -> None:
    dossier, op = maak_dossier(), date(2023, 6, 1)
    soort = Wijzigingsoort.EINDE if uren is None else Wijzigingsoort.UREN
    wijziging = Wijziging(soort, op, op, Uren.uit_iso(uren) if uren is not None else None)
    berekening = regels("g4").bereken_na_wijziging(dossier, [wijziging], op)

    assert berekening.resultaat.plafond is not None
    assert berekening.resultaat.plafond.iso == "4500.00"
    [open_] = berekening.bevindingen
    assert (open_.ernst, open_.bron.zekerheid) == ("informatie", "ontbreekt")
    assert ("vroegtijdig einde" if uren is None else "hangt niet van de uren per week af") in open_.tekst


def test_een_stap_zonder_bedrag_zegt_dat_het_ontbreekt() -> None:
    tabel, _ = regels("g4").bereken_omvang(maak_dossier(), date(2015, 2, 28)).stappen

    assert "niet in bron" in tabel.tekst
    assert tabel.bron.zekerheid == "ontbreekt"


def test_een_ander_regime_halverwege_laat_het_cijfer_aan_de_gemeente() -> None:
    dossier = maak_dossier(aanvraag={"regime": "midden"})
    op = dossier.aanvraag.begin
    na = regels("g4").bereken_na_wijziging(dossier, [Wijziging(Wijzigingsoort.REGIME, op, op, regime=Regime.LICHT)], op)
    assert (na.resultaat.regime, na.resultaat.plafond) == (Regime.LICHT, None)
    assert "€ 4.500,00" in na.stappen[-1].tekst
    assert "€ 2.700,00" in na.stappen[-1].tekst


def test_termijnen_van_een_wijziging_staan_niet_in_de_bron() -> None:
    dossier = maak_dossier()
    op = dossier.aanvraag.begin
    termijnen = regels("g4").bepaal_wijzigingstermijnen(dossier, op, op)
    assert termijnen.resultaat.lijst == ()
    assert termijnen.stappen[0].bron.zekerheid is Zekerheid.ONTBREEKT
