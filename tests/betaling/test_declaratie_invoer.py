"""De declaratie als JSON: wat is goed, en welk veld is fout? (Rekencontract deel 3)"""

from collections.abc import Callable
from copy import deepcopy
from datetime import date, time
from typing import Any

import pytest

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.duur import Duur
from dakpan.begrippen.percentage import Percentage
from dakpan.begrippen.uren import Uren
from dakpan.betaling.domain import Declaratie, Declaratiesoort, EerdereDeclaratie, Tarief
from dakpan.betaling.schemas import lees_declaratie
from dakpan.plan.domain import Doel
from dakpan.uren.domain import Activiteit, NietVergoed

Gegevens = dict[str, Any]
Velden = Callable[[Callable[[Gegevens], object], Gegevens], list[str]]

VANDAAG = date(2022, 8, 20)
# Rekencontract deel 3
DECLARATIE: Gegevens = {
    "tenant": "uwv-noord",
    "soort": "eind",
    "declaratiedatum": "2022-08-18",
    "toegekend_uren": "27.21",
    "eerder_gedeclareerd": [{"nummer": "UJ000001", "soort": "regulier", "duur": "12:20"}],
    "tarieven": [{"vanaf": "2022-01-01", "tarief": "95.45"}],
    "btw_percentage": "21.00",
    "activiteiten": [
        {
            "datum": "2022-05-23",
            "begin": "14:00",
            "duur": "2:00",
            "doel": "begeleiden_op_het_werk",
            "activiteit": "bij calamiteiten",
            "geaccordeerd": True,
        }
    ],
}


def _lees(gegevens: Gegevens) -> Declaratie:
    return lees_declaratie(gegevens, VANDAAG)


def _met(pad: str, waarde: object) -> Gegevens:
    """De declaratie met één waarde anders; ``...`` laat het veld weg."""
    gegevens = deepcopy(DECLARATIE)
    *stappen, laatste = [int(stap) if stap.isdigit() else stap for stap in pad.split(".")]
    plek: Any = gegevens
    for stap in stappen:
        plek = plek[stap]
    if waarde is ...:
        del plek[laatste]
    else:
        plek[laatste] = waarde
    return gegevens


def test_de_declaratie_van_het_contract() -> None:
    assert _lees(DECLARATIE) == Declaratie(
        Declaratiesoort.EIND,
        date(2022, 8, 18),
        Uren(27_21),
        (
            Activiteit(
                date(2022, 5, 23),
                time(14),
                Duur(120),
                Doel.BEGELEIDEN_OP_HET_WERK,
                "bij calamiteiten",
                geaccordeerd=True,
            ),
        ),
        (EerdereDeclaratie("UJ000001", Declaratiesoort.REGULIER, Duur(740)),),
        (Tarief(date(2022, 1, 1), Bedrag(95_45)),),
        Percentage(21_00),
    )


def test_wat_mag_worden_weggelaten() -> None:
    activiteit = {"datum": "2022-05-23", "begin": "9:00", "duur": "2:00", "doel": "reistijd"}
    kort = {"tenant": "uwv-noord", "soort": "regulier", "toegekend_uren": "27.21", "activiteiten": [activiteit]}

    assert _lees(kort) == Declaratie(
        Declaratiesoort.REGULIER,
        VANDAAG,  # zonder datum is zij van vandaag
        Uren(27_21),
        (Activiteit(date(2022, 5, 23), time(9), Duur(120), NietVergoed.REISTIJD, "", geaccordeerd=False),),
    )


def test_geen_tarieven_is_iets_anders_dan_nul_tarieven() -> None:
    assert _lees(_met("tarieven", ...)).tarieven is None
    assert _lees(_met("tarieven", [])).tarieven == ()


@pytest.mark.parametrize("veld", ["eerder_gedeclareerd", "activiteiten"])
def test_een_lege_lijst_mag(veld: str) -> None:
    assert isinstance(_lees(_met(veld, [])), Declaratie)


@pytest.mark.parametrize("doel", [*Doel, *NietVergoed])
def test_elk_doel_en_elke_vergissing_is_te_schrijven(doel: Doel | NietVergoed) -> None:
    assert _lees(_met("activiteiten.0.doel", doel.value)).activiteiten[0].doel is doel


@pytest.mark.parametrize(
    ("tekst", "tijd"), [("9:00", time(9)), ("09:00", time(9)), ("0:00", time(0)), ("23:59", time(23, 59))]
)
def test_een_begintijd(tekst: str, tijd: time) -> None:
    assert _lees(_met("activiteiten.0.begin", tekst)).activiteiten[0].begin == tijd


@pytest.mark.parametrize(
    "pad",
    [
        "tenant",
        "soort",
        "toegekend_uren",
        "activiteiten",
        "activiteiten.0.datum",
        "activiteiten.0.begin",
        "activiteiten.0.duur",
        "activiteiten.0.doel",
        "eerder_gedeclareerd.0.nummer",
        "eerder_gedeclareerd.0.soort",
        "eerder_gedeclareerd.0.duur",
        "tarieven.0.vanaf",
        "tarieven.0.tarief",
    ],
)
def test_verplichte_velden(pad: str, foute_velden: Velden) -> None:
    assert foute_velden(_lees, _met(pad, ...)) == [pad]
    assert foute_velden(_lees, _met(pad, None)) == [pad]


@pytest.mark.parametrize(
    ("pad", "waarde"),
    [
        ("tenant", 7),
        ("soort", "tussentijds"),
        ("declaratiedatum", "18-08-2022"),
        ("declaratiedatum", "2022-02-30"),
        ("toegekend_uren", 27.21),
        ("toegekend_uren", "27.2"),
        ("toegekend_uren", "27,21"),
        ("toegekend_uren", "-1.00"),
        ("btw_percentage", "101.00"),
        ("btw_percentage", 21),
        ("tarieven", {}),
        ("tarieven.0", "95.45"),
        ("tarieven.0.tarief", "0.00"),
        ("tarieven.0.tarief", "-95.45"),
        ("tarieven.0.vanaf", "2022"),
        ("tarieven.0.tot", "2022-12-31"),
        ("eerder_gedeclareerd.0.duur", "-0:30"),
        ("eerder_gedeclareerd.0.duur", 740),
        ("eerder_gedeclareerd.0.soort", "definitief"),
        ("activiteiten", "geen"),
        ("activiteiten.0", []),
        ("activiteiten.0.duur", "2:60"),
        ("activiteiten.0.duur", "2.00"),
        ("activiteiten.0.duur", "-2:00"),
        ("activiteiten.0.begin", "24:00"),
        ("activiteiten.0.begin", "9 uur"),
        ("activiteiten.0.doel", "koffie"),
        ("activiteiten.0.doel", "Reistijd"),
        ("activiteiten.0.activiteit", 3),
        ("activiteiten.0.geaccordeerd", "true"),
        ("activiteiten.0.geaccordeerd", 1),
        ("activiteiten.0.resultaat", "goed"),
        ("onbekend", "iets"),
    ],
)
def test_een_fout_veld_wordt_met_zijn_pad_genoemd(pad: str, waarde: object, foute_velden: Velden) -> None:
    assert foute_velden(_lees, _met(pad, waarde)) == [pad]


def test_alle_fouten_tegelijk(foute_velden: Velden) -> None:
    fout: Gegevens = {
        "soort": "x",
        "declaratiedatum": "x",
        "toegekend_uren": "x",
        "btw_percentage": "x",
        "extra": 1,
        "tarieven": [{"vanaf": "2022-01-01", "tarief": "95.45"}, {"vanaf": "x", "tarief": "x"}],
        "eerder_gedeclareerd": [{"nummer": 1, "soort": "x", "duur": "x", "extra": 1}],
        "activiteiten": [
            DECLARATIE["activiteiten"][0],
            {"datum": "x", "begin": "x", "duur": "x", "doel": "x", "activiteit": 1, "geaccordeerd": "x", "extra": 1},
            {},
        ],
    }

    assert foute_velden(_lees, fout) == sorted(
        [
            *("tenant", "soort", "declaratiedatum", "toegekend_uren", "btw_percentage", "extra"),
            *(f"tarieven.1.{veld}" for veld in ("vanaf", "tarief")),
            *(f"eerder_gedeclareerd.0.{veld}" for veld in ("nummer", "soort", "duur", "extra")),
            *(f"activiteiten.1.{veld}" for veld in ("datum", "begin", "duur", "doel", "activiteit", "geaccordeerd")),
            "activiteiten.1.extra",
            *(f"activiteiten.2.{veld}" for veld in ("datum", "begin", "duur", "doel")),
        ]
    )


@pytest.mark.parametrize(
    ("tarieven", "velden"),
    [
        ([("2022-01-01", "90.00"), ("2022-01-01", "95.45")], ["tarieven.1.vanaf"]),
        ([("2022-01-01", "90.00"), ("2021-01-01", "95.45"), ("2022-01-01", "95.45")], ["tarieven.2.vanaf"]),
        ([("2022-01-01", "x"), ("2022-01-01", "95.45")], ["tarieven.0.tarief", "tarieven.1.vanaf"]),
        ([("2022-01-01", "90.00"), ("2022-01-01", "x")], ["tarieven.1.tarief", "tarieven.1.vanaf"]),
        ([("2022-01-01", "90.00")] * 3, ["tarieven.1.vanaf", "tarieven.2.vanaf"]),
    ],
)
def test_twee_tarieven_vanaf_dezelfde_dag(
    tarieven: list[tuple[str, str]], velden: list[str], foute_velden: Velden
) -> None:
    rijen = [{"vanaf": vanaf, "tarief": tarief} for vanaf, tarief in tarieven]

    assert foute_velden(_lees, _met("tarieven", rijen)) == velden


@pytest.mark.parametrize("rij", ["x", None, [], 3], ids=repr)
def test_een_rij_die_geen_object_is_verschuift_de_andere_niet(rij: object, foute_velden: Velden) -> None:
    goed = {"vanaf": "2022-01-01", "tarief": "90.00"}

    assert foute_velden(_lees, _met("tarieven", [rij, goed, goed])) == ["tarieven.0", "tarieven.2.vanaf"]


@pytest.mark.parametrize("tarieven", [{}, "x", 3, None, [[]], [{"vanaf": []}, {"vanaf": []}]], ids=repr)
def test_vreemde_tarieven_zijn_een_gewone_fout(tarieven: object, foute_velden: Velden) -> None:
    assert all(veld.startswith("tarieven") for veld in foute_velden(_lees, _met("tarieven", tarieven)))
