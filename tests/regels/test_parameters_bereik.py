"""Elke waarde op de laatste dag ervoor en de eerste dag erna; buiten het bereik wordt niets aangenomen."""

from collections.abc import Callable
from datetime import date
from inspect import signature

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dakpan.begrippen.bedrag import Bedrag
from dakpan.regels.fouten import OngeldigeRegelset
from dakpan.regels.parameters.model import Reeks, Soort, eerste_index_na
from dakpan.regels.parameters.parameters import Parameters
from dakpan.regels.parameters.raadpleging import _SOORT, _VRAAG, Raadpleging
from dakpan.regels.parameters.tariefboek import Tariefboek
from dakpan.uitleg.bevinding import Ernst
from dakpan.uitleg.bron import Bron, Zekerheid
from dakpan.uitleg.waarde import Waarde

Lezer = Callable[[str], Parameters]
RIJ = 'bron = "besluit"\nvindplaats = "1.5"\nzekerheid = "tekst"\n'
TARIEF = f"""
[parameters.tarief]
titel = "Uurtarief"
soort = "bedrag"
eenheid = "euro per uur"
gemis = "regels"
indexdata = ["01-01", "07-01"]
[[parameters.tarief.waarden]]
vanaf = 2020-03-01
waarde = "10.00"
{RIJ}
[[parameters.tarief.waarden]]
vanaf = 2021-03-01
tot_en_met = 2021-12-31
waarde = "11.00"
{RIJ}
[[parameters.tarief.waarden]]
vanaf = 2023-01-01
waarde = "13.00"
{RIJ}
"""
MAXIMUM = f"""
[parameters.maximum]
titel = "Jaarbedrag"
soort = "bedrag"
eenheid = "euro per jaar"
gemis = "regels"
sleutels = [["licht", "midden"], [1, 2]]
[[parameters.maximum.waarden]]
vanaf = 2015-03-01
licht = {{ 1 = "2700.00" }}
{RIJ}
"""


@pytest.mark.parametrize(
    ("dag", "bedrag"),
    [
        ("2020-02-29", None),
        ("2020-03-01", 1000),
        ("2021-02-28", 1000),
        ("2021-03-01", 1100),
        ("2021-12-31", 1100),
        ("2022-01-01", None),
        ("2022-12-31", None),
        ("2023-01-01", 1300),
        ("2099-12-31", 1300),
    ],
)
def test_op_elke_grens(parameters_uit: Lezer, dag: str, bedrag: int | None) -> None:
    gevonden = Raadpleging(parameters_uit(TARIEF), date.fromisoformat(dag)).bedrag("tarief")
    assert (gevonden.waarde if gevonden else None) == (Bedrag(bedrag) if bedrag else None)


def test_wat_ontbreekt_wordt_gemeld_met_de_regeling_die_zwijgt(parameters_uit: Lezer) -> None:
    raadpleging = Raadpleging(parameters_uit(MAXIMUM), date(2015, 2, 28))
    assert raadpleging.bedrag("maximum", "licht", 1) is None
    (gemis,) = raadpleging.opgemerkt
    assert (gemis.code, gemis.ernst, gemis.bron.zekerheid) == (
        "proef.parameter_ontbreekt",
        Ernst.AFWEGEN,
        Zekerheid.ONTBREEKT,
    )
    assert gemis.tekst == (
        "Jaarbedrag (licht, jaar 1): niet in bron op 28-02-2015. De financier kan de waarde met bron invullen."
    )


def test_een_sleutel_die_er_niet_is_ontbreekt_ook(parameters_uit: Lezer) -> None:
    raadpleging = Raadpleging(parameters_uit(MAXIMUM), date(2020, 1, 1))
    assert raadpleging.bedrag("maximum", "intensief", 1) is None
    assert [opgemerkt.code for opgemerkt in raadpleging.opgemerkt] == ["proef.parameter_ontbreekt"]


def test_wat_geen_financier_kan_invullen_biedt_de_melding_niet_aan(parameters_uit: Lezer) -> None:
    raadpleging = Raadpleging(parameters_uit(MAXIMUM), date(2020, 1, 1))
    raadpleging.bedrag("maximum", "zeer_licht", 1)
    assert [opgemerkt.tekst for opgemerkt in raadpleging.opgemerkt] == [
        "Jaarbedrag (zeer licht, jaar 1): niet in bron op 01-01-2020."
    ]


def test_wat_mag_ontbreken_wordt_niet_gemeld(parameters_uit: Lezer) -> None:
    raadpleging = Raadpleging(parameters_uit(TARIEF), date(2022, 6, 1))
    assert raadpleging.mogelijk_bedrag("tarief") is None
    assert raadpleging.opgemerkt == []


@pytest.mark.parametrize(
    ("dag", "codes"),
    [
        ("2020-06-30", []),
        ("2020-07-01", ["proef.niet_geindexeerd"]),
        ("2021-02-28", ["proef.niet_geindexeerd"]),
        ("2021-03-01", []),
        ("2021-06-30", []),
        ("2021-07-01", ["proef.niet_geindexeerd"]),
        ("2023-01-01", []),
        ("2023-06-30", []),
        ("2023-07-01", ["proef.niet_geindexeerd"]),
        ("2025-05-05", ["proef.niet_geindexeerd"]),
    ],
)
def test_niet_geindexeerd_precies_vanaf_de_indexdag(parameters_uit: Lezer, dag: str, codes: list[str]) -> None:
    raadpleging = Raadpleging(parameters_uit(TARIEF), date.fromisoformat(dag))
    assert raadpleging.bedrag("tarief") is not None
    assert [opgemerkt.code for opgemerkt in raadpleging.opgemerkt] == codes


def test_niet_geindexeerd_zegt_waarmee_er_is_gerekend(parameters_uit: Lezer) -> None:
    raadpleging = Raadpleging(parameters_uit(TARIEF), date(2024, 2, 1))
    raadpleging.bedrag("tarief")
    (gezien,) = raadpleging.opgemerkt
    assert (gezien.ernst, gezien.bron.titel) == (Ernst.INFORMATIE, "Besluit van Verzonnendam")
    assert gezien.tekst == (
        "Uurtarief: gerekend met € 13,00 van 01-01-2023; de bedragen vanaf 01-07-2023 zijn niet in bron."
    )


def test_zonder_indexdag_veroudert_een_bedrag_niet(parameters_uit: Lezer) -> None:
    raadpleging = Raadpleging(parameters_uit(MAXIMUM), date(2099, 1, 1))
    assert raadpleging.bedrag("maximum", "licht", 1) is not None
    assert raadpleging.opgemerkt == []


def test_de_verkeerde_soort_vragen_is_een_fout_van_de_regelset(parameters_uit: Lezer) -> None:
    with pytest.raises(
        OngeldigeRegelset, match=r"'proef' leest parameter 'tarief' als uren, maar de soort is bedrag; gebruik bedrag\("
    ):
        Raadpleging(parameters_uit(TARIEF), date(2023, 1, 1)).uren("tarief")


@pytest.mark.parametrize(("soort", "type_"), [(soort, type_) for type_, soort in _SOORT.items()])
def test_elke_soort_heeft_een_eigen_methode(soort: Soort, type_: type) -> None:
    """Een melding die een methode aanraadt die niet bestaat helpt niemand."""
    methode = getattr(Raadpleging, _VRAAG[soort])
    assert set(_VRAAG) == set(_SOORT.values()) == set(Soort)
    assert type_.__name__ in str(signature(methode).return_annotation)


@pytest.mark.parametrize(
    ("vanaf", "indexdata", "verwacht"),
    [
        ("2022-01-01", ((1, 1),), "2023-01-01"),
        ("2021-12-31", ((1, 1),), "2022-01-01"),
        ("2022-01-01", ((1, 1), (7, 1)), "2022-07-01"),
        ("2022-07-01", ((1, 1), (7, 1)), "2023-01-01"),
    ],
)
def test_de_eerste_indexdag_ligt_na_de_ingangsdag(
    vanaf: str, indexdata: tuple[tuple[int, int], ...], verwacht: str
) -> None:
    assert eerste_index_na(date.fromisoformat(vanaf), indexdata) == date.fromisoformat(verwacht)


def test_het_tariefboek_kijkt_per_werkdag(parameters_uit: Lezer) -> None:
    boek = Tariefboek(parameters_uit(TARIEF), "tarief")
    tarieven = [boek.op(date(2021, 12, 31)), boek.op(date(2022, 1, 1)), boek.op(date(2023, 1, 1))]
    assert tarieven == [Bedrag(1100), None, Bedrag(1300)]
    assert [opgemerkt.code for opgemerkt in boek.opgemerkt] == ["proef.niet_geindexeerd"]


@given(st.sets(st.dates(), min_size=1), st.dates())
def test_een_reeks_geeft_de_laatste_waarde_van_voor_of_op_de_dag(dagen: set[date], dag: date) -> None:
    reeks = Reeks(tuple(Waarde(Bedrag(vanaf.toordinal()), vanaf, Bron("Proef")) for vanaf in sorted(dagen)))
    gevonden = reeks.op(dag)
    eerder = [vanaf for vanaf in dagen if vanaf <= dag]
    assert (gevonden.vanaf if gevonden else None) == (max(eerder) if eerder else None)
