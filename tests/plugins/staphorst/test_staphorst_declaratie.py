"""Par. 3, betaling externe jobcoaching: "de daadwerkelijk gemaakte uren", tegen ten hoogste het maximale tarief."""

from datetime import date, time

import pytest
from tests.plugins.hulp import regels

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.duur import Duur
from dakpan.begrippen.percentage import Percentage
from dakpan.begrippen.uren import Uren
from dakpan.betaling.domain import Declaratie, Declaratiesoort, Tarief, Vergoeding
from dakpan.plan.domain import Doel
from dakpan.uitleg.berekening import Berekening
from dakpan.uren.domain import RAPPORTAGE_SCHRIJVEN, Activiteit, NietVergoed


def _werk(dag: str, minuten: int = 60, doel: Doel | NietVergoed = Doel.STRUCTUREREN, wat: str = "") -> Activiteit:
    return Activiteit(date.fromisoformat(dag), time(9), Duur(minuten), doel, wat, geaccordeerd=True)


def _declareer(*werk: Activiteit, op: str = "2022-06-30", **tarieven: str) -> Berekening[Vergoeding]:
    """``tarieven``: ``t2022_01_01="80.00"`` is een tarief vanaf die dag."""
    eigen = tuple(
        Tarief(date.fromisoformat(vanaf.removeprefix("t").replace("_", "-")), Bedrag.uit_iso(bedrag))
        for vanaf, bedrag in tarieven.items()
    )
    dag = date.fromisoformat(op)
    declaratie = Declaratie(
        Declaratiesoort.REGULIER, dag, Uren(36_05), werk, (), eigen or None, btw_percentage=Percentage(21_00)
    )
    return regels("staphorst").bereken_vergoeding(declaratie, dag)


def _codes(berekening: Berekening[Vergoeding]) -> dict[str, str]:
    return {b.code.removeprefix("staphorst."): b.ernst.value for b in berekening.bevindingen}


def _bedrag(berekening: Berekening[Vergoeding]) -> str | None:
    bedrag = berekening.resultaat.bedrag_excl
    return None if bedrag is None else bedrag.iso


def test_zonder_tarief_geldt_het_maximum_en_dat_staat_erbij() -> None:
    berekening = _declareer(_werk("2022-03-01"))

    assert _bedrag(berekening) == "95.45"
    assert _codes(berekening) == {"tarief.afgesproken": "informatie"}


def test_een_afgesproken_tarief_gaat_voor() -> None:
    berekening = _declareer(_werk("2022-03-01"), t2022_01_01="80.00")

    assert _bedrag(berekening) == "80.00"
    assert _codes(berekening) == {}


@pytest.mark.parametrize(
    ("tarief", "verwacht"), [("95.45", {}), ("95.46", {"tarief.maximum": "informatie"})], ids=["op", "boven"]
)
@pytest.mark.parametrize("vanaf", ["t2022_01_01", "t2021_01_01", "t2023_01_01"])
def test_een_tarief_boven_het_maximum_valt_op(vanaf: str, tarief: str, verwacht: dict[str, str]) -> None:
    """Ook als het tarief al inging voor er een maximum was."""
    berekening = _declareer(_werk("2023-03-01"), op="2023-03-31", **{vanaf: tarief})

    assert _codes(berekening) == verwacht


def test_voor_2022_was_er_geen_maximum() -> None:
    berekening = _declareer(_werk("2021-12-31"), op="2021-12-31", t2021_01_01="200.00")

    assert (_bedrag(berekening), _codes(berekening)) == ("200.00", {})


def test_werk_van_voor_2022_heeft_geen_tarief() -> None:
    berekening = _declareer(_werk("2021-12-31"), _werk("2022-01-01"), op="2022-01-31")

    assert _bedrag(berekening) is None
    assert _codes(berekening)["parameter_ontbreekt"] == "afwegen"


@pytest.mark.parametrize(("dag", "gemeld"), [("2022-06-30", False), ("2022-07-01", True)])
def test_het_tarief_wordt_halfjaarlijks_geindexeerd(dag: str, gemeld: bool) -> None:
    assert ("niet_geindexeerd" in _codes(_declareer(_werk(dag), op="2022-07-31"))) is gemeld


@pytest.mark.parametrize("soort", list(NietVergoed))
def test_wat_niet_direct_bij_het_werk_hoort_wordt_niet_betaald(soort: NietVergoed) -> None:
    """1.5: "Welke activiteiten komen niet voor vergoeding in aanmerking?"."""
    berekening = _declareer(_werk("2022-03-01", doel=soort), _werk("2022-03-02"), t2022_01_01="80.00")

    assert _bedrag(berekening) == "80.00"
    assert _codes(berekening) == {"niet_vergoedbaar": "informatie"}


@pytest.mark.parametrize(("minuten", "gemeld"), [(120, False), (121, True)])
def test_lang_schrijven_aan_een_verslag_weegt_een_mens_af(minuten: int, gemeld: bool) -> None:
    schrijven = _werk("2022-03-01", minuten, Doel.EVALUATIE_EN_COORDINATIE, RAPPORTAGE_SCHRIJVEN)
    berekening = _declareer(schrijven, t2022_01_01="60.00")

    assert berekening.resultaat.declarabel.minuten == minuten
    assert _codes(berekening) == ({"rapportage_uren": "afwegen"} if gemeld else {})
