"""Par. 2.2 en 3: is het plan volledig en binnen de grenzen, en klopt het verslag?"""

from datetime import date

import pytest
from tests.plugins.hulp import regels
from tests.plugins.staphorst.zaak import berekend

from dakpan.aanvraag.domain.omvang import Omvang
from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.uren import Uren
from dakpan.plan.domain import Plan, Planonderdeel
from dakpan.rapportage.domain import Rapportage, Rapportageplicht, Rapportagevorm
from dakpan.uitleg.bron import Bron

DAG = date(2023, 3, 20)
ZES = {
    Planonderdeel.GEGEVENS_DIENSTVERBAND: "Bakkerij De Korst, mevrouw Visser",
    Planonderdeel.WERKZAAMHEDEN: "Brood inpakken",
    Planonderdeel.KNELPUNTEN: "Raakt in de war bij haast",
    Planonderdeel.COACHINGSDOELEN: "Werkt in september zelfstandig",
    Planonderdeel.AANPAK: "Voordoen, samen doen, zelf doen",
    Planonderdeel.BENODIGDE_TIJD: "Een uur per week",
}


def _ernsten(plan: Plan, omvang: Omvang) -> dict[str, str]:
    bevindingen = regels("staphorst").toets_plan(plan, omvang, DAG)
    ernsten = {bevinding.code.removeprefix("staphorst.plan."): bevinding.ernst.value for bevinding in bevindingen}
    assert ernsten.pop(Planonderdeel.EVALUATIEMOMENTEN) in {
        "voldaan",
        "informatie",
    }  # par. 2.2 vraagt ze bij de opdracht
    return ernsten


@pytest.mark.parametrize(("tekst", "ernst"), [("1 juni, met allen", "voldaan"), ("", "informatie")])
def test_wanneer_er_wordt_geevalueerd_houdt_niets_tegen(tekst: str, ernst: str) -> None:
    bevindingen = regels("staphorst").toets_plan(Plan({Planonderdeel.EVALUATIEMOMENTEN: tekst}), _omvang(), DAG)
    op_code = {een.code: een.ernst.value for een in bevindingen}
    assert op_code["staphorst.plan.evaluatiemomenten"] == ernst


def _omvang(uren: str = "24.00", **aanvraag: str) -> Omvang:
    return berekend(dienstverband={"uren_per_week": uren}, aanvraag=aanvraag).resultaat


def test_met_alle_zes_onderdelen_kan_de_offerte_weg() -> None:
    assert _ernsten(Plan(ZES), _omvang()) == {onderdeel.value: "voldaan" for onderdeel in ZES}


@pytest.mark.parametrize("inhoud", [None, "", "  \n"])
@pytest.mark.parametrize("onderdeel", list(ZES))
def test_zonder_een_van_de_zes_gaat_de_offerte_niet_weg(onderdeel: Planonderdeel, inhoud: str | None) -> None:
    """Reis 10: "An offerte without one of the six items cannot be sent"."""
    teksten = {naam: tekst for naam, tekst in ZES.items() if naam is not onderdeel}
    ernsten = _ernsten(Plan(teksten if inhoud is None else {**teksten, onderdeel: inhoud}), _omvang())

    assert ernsten == {**{naam.value: "voldaan" for naam in ZES}, onderdeel.value: "blokkerend"}


def test_een_leeg_plan_mist_er_zes() -> None:
    assert list(_ernsten(Plan({}), _omvang()).values()) == ["blokkerend"] * 6


@pytest.mark.parametrize(("tarief", "verwacht"), [("95.45", "voldaan"), ("95.46", "blokkerend"), ("1.00", "voldaan")])
def test_het_tarief_van_de_offerte_blijft_onder_het_maximum(tarief: str, verwacht: str) -> None:
    assert _ernsten(Plan(ZES, tarief=Bedrag.uit_iso(tarief)), _omvang())["tarief"] == verwacht


@pytest.mark.parametrize(
    ("uren", "verwacht"),
    [
        ("36.05", "voldaan"),  # × 95,45 = 3440,97
        ("36.06", "afwegen"),  # × 95,45 = 3441,93, en het plafond is 3441,90
    ],
)
def test_de_offerte_past_in_het_plafond(uren: str, verwacht: str) -> None:
    plan = Plan(ZES, uren=Uren.uit_iso(uren), tarief=Bedrag.uit_iso("95.45"))

    assert _ernsten(plan, _omvang())["plafond"] == verwacht


def test_een_offerte_van_precies_het_plafond_past() -> None:
    plan = Plan(ZES, uren=Uren.uit_iso("36.00"), tarief=Bedrag.uit_iso("95.00"))  # 3420,00

    assert (
        _ernsten(plan, Omvang(_omvang().eenheid, _omvang().regime, 1, plafond=Bedrag(3420_00)))["plafond"] == "voldaan"
    )


def test_zonder_bedragen_wordt_er_geen_geld_getoetst() -> None:
    plan = Plan(ZES, uren=Uren.uit_iso("36.00"), tarief=Bedrag.uit_iso("95.00"))

    assert set(_ernsten(plan, _omvang(vorm="gemeentelijk"))) == {onderdeel.value for onderdeel in ZES}


def _verslag(op: str, *, schriftelijk: bool, vorm: str) -> dict[str, str]:
    plicht = Rapportageplicht(Rapportagevorm(vorm), date(2023, 8, 31), vorm != "kwartaal", Bron("Proef"))
    rapportage = Rapportage(date.fromisoformat(op), schriftelijk, frozenset())
    bevindingen = regels("staphorst").toets_rapportage(rapportage, plicht, DAG)
    return {bevinding.code.removeprefix("staphorst.rapportage."): bevinding.ernst.value for bevinding in bevindingen}


@pytest.mark.parametrize(
    ("op", "verwacht"), [("2023-06-01", "voldaan"), ("2023-08-31", "voldaan"), ("2023-09-01", "afwegen")]
)
def test_een_verslag_is_op_tijd(op: str, verwacht: str) -> None:
    assert _verslag(op, schriftelijk=True, vorm="halfjaar")["termijn"] == verwacht


@pytest.mark.parametrize("vorm", ["kwartaal", "halfjaar", "eind", "proefplaatsing"])
@pytest.mark.parametrize("schriftelijk", [True, False])
def test_alleen_de_terugkoppeling_per_kwartaal_mag_mondeling(vorm: str, schriftelijk: bool) -> None:
    """3: "(korte schriftelijke of mondelinge) terugkoppeling"; daarna "rapporteert de jobcoach schriftelijk"."""
    mag = schriftelijk or vorm == "kwartaal"

    assert _verslag("2023-08-01", schriftelijk=schriftelijk, vorm=vorm)["schriftelijk"] == (
        "voldaan" if mag else "blokkerend"
    )
