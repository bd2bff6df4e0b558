"""Wat telt, wat past onder het plafond, en hoe wordt dat in uren geschreven? (Rekencontract deel 3)"""

from datetime import date, time

import pytest
from tests.betaling.declaratiehulp import (
    EIND_VAN_HET_JAAR,
    NIEUWJAAR,
    codes_van,
    declareer,
    delen_van,
    maak_tarieven,
    maak_werk,
)

from dakpan.begrippen.bedrag import NUL_EURO
from dakpan.begrippen.duur import Duur
from dakpan.plan.domain import Doel
from dakpan.uitleg.bevinding import Ernst
from dakpan.uren.domain import RAPPORTAGE_SCHRIJVEN, Activiteit, NietVergoed


@pytest.mark.parametrize(
    ("toegekend", "minuten"),
    [
        ("27.21", 27 * 60 + 13),  # 27:12,6
        ("0.01", 1),  # 0,6
        ("0.02", 1),  # 1,2
        ("0.04", 2),  # 2,4
        ("0.00", 0),
        ("1.00", 60),
    ],
)
def test_toegekende_uren_in_minuten(toegekend: str, minuten: int) -> None:
    assert declareer(maak_werk(NIEUWJAAR, 10_000), toegekend=toegekend).resultaat.declarabel == Duur(minuten)


@pytest.mark.parametrize(
    ("minuten", "uren"),
    [(14 * 60 + 53, "14.88"), (1, "0.02"), (2, "0.03"), (3, "0.05"), (10, "0.17"), (20, "0.33"), (0, "0.00")],
)
def test_minuten_in_uren(minuten: int, uren: str) -> None:
    assert declareer(maak_werk(NIEUWJAAR, minuten)).resultaat.uren.iso == uren


@pytest.mark.parametrize(
    ("werk", "toegekend", "eerder", "declarabel_correctie_rest"),
    [
        (60, "2.00", [], ("1:00", "0:00", "1:00")),
        (60, "1.00", [], ("1:00", "0:00", "0:00")),
        (61, "1.00", [], ("1:00", "-0:01", "0:00")),
        (60, "2.00", [30], ("1:00", "0:00", "0:30")),
        (60, "2.00", [30, 61], ("0:29", "-0:31", "0:00")),
        (60, "1.00", [60], ("0:00", "-1:00", "0:00")),
        (60, "1.00", [500], ("0:00", "-1:00", "0:00")),  # eerder meer dan toegekend: nooit onder nul
        (0, "1.00", [15], ("0:00", "0:00", "0:45")),
        (60, "0.00", [], ("0:00", "-1:00", "0:00")),
    ],
)
def test_plafond_correctie_en_rest(
    werk: int, toegekend: str, eerder: list[int], declarabel_correctie_rest: tuple[str, str, str]
) -> None:
    vergoeding = declareer(maak_werk(NIEUWJAAR, werk), toegekend=toegekend, eerder=eerder).resultaat
    gevonden = (vergoeding.declarabel, vergoeding.correctie, vergoeding.resterend)

    assert tuple(map(str, gevonden)) == declarabel_correctie_rest


def test_zonder_activiteiten_is_alles_nul() -> None:
    berekening = declareer(tarieven=())
    vergoeding = berekening.resultaat

    assert (vergoeding.jaardelen, str(vergoeding.totaal), str(vergoeding.correctie)) == ((), "0:00", "0:00")
    assert (vergoeding.bedrag_excl, vergoeding.btw, vergoeding.bedrag_incl) == (NUL_EURO, NUL_EURO, NUL_EURO)
    assert berekening.bevindingen == ()


# De laatste minuten vallen het eerst af: op datum, dan begin, niet op plaats in de lijst.
@pytest.mark.parametrize("andersom", [False, True])
def test_het_plafond_snijdt_de_laatste_minuten_af(andersom: bool) -> None:
    vroeg, laat = maak_werk(date(2021, 12, 30), 60), maak_werk(date(2022, 1, 3), 60)
    tarieven = maak_tarieven(d20210101="100.00", d20220101="200.00")

    lijst = (laat, vroeg) if andersom else (vroeg, laat)
    vergoeding = declareer(*lijst, toegekend="1.50", tarieven=tarieven).resultaat

    assert delen_van(vergoeding) == [(2021, "1.00", "100.00"), (2022, "0.50", "100.00")]


def test_wat_helemaal_is_afgesneden_heeft_geen_deel() -> None:
    vroeg, laat = maak_werk(date(2021, 12, 30), 60), maak_werk(date(2022, 1, 3), 60)

    assert delen_van(declareer(vroeg, laat, toegekend="1.00").resultaat) == [(2021, "1.00", "95.45")]


def test_overlappende_activiteiten_tellen_allebei() -> None:
    zelfde = maak_werk(NIEUWJAAR, 60)

    berekening = declareer(zelfde, zelfde, maak_werk(NIEUWJAAR, 60, begin=time(9, 30)))

    assert str(berekening.resultaat.totaal) == "3:00"
    assert codes_van(berekening) == []


@pytest.mark.parametrize(
    ("werk", "codes"),
    [
        (maak_werk(NIEUWJAAR, 60, geaccordeerd=False), ["niet_geaccordeerd"]),
        (maak_werk(date(2023, 1, 1), 60), ["in_de_toekomst"]),
        (maak_werk(EIND_VAN_HET_JAAR, 60), []),  # de declaratiedatum zelf telt mee
        *((maak_werk(NIEUWJAAR, 60, soort), ["niet_vergoedbaar"]) for soort in NietVergoed),
        *((maak_werk(NIEUWJAAR, 60, doel), []) for doel in Doel),
    ],
)
def test_wat_niet_telt_krijgt_een_bevinding(werk: Activiteit, codes: list[str]) -> None:
    berekening = declareer(werk, maak_werk(NIEUWJAAR, 15))

    assert codes_van(berekening) == codes
    assert str(berekening.resultaat.totaal) == ("0:15" if codes else "1:15")
    assert all(b.ernst is Ernst.INFORMATIE for b in berekening.bevindingen)


def test_elke_activiteit_krijgt_haar_eigen_bevinding_ook_als_zij_gelijk_zijn() -> None:
    zelfde = maak_werk(NIEUWJAAR, 60, geaccordeerd=False)

    assert codes_van(declareer(zelfde, zelfde, zelfde)) == ["niet_geaccordeerd"] * 3


def test_de_bevinding_zegt_welke_activiteit_het_is() -> None:
    (bevinding,) = declareer(maak_werk(NIEUWJAAR, 90, begin=time(14, 5), geaccordeerd=False)).bevindingen

    assert "01-01-2022 om 14:05 (1:30)" in bevinding.tekst


def _verslag(minuten: int, *, geaccordeerd: bool = True) -> Activiteit:
    soort = Doel.EVALUATIE_EN_COORDINATIE
    return maak_werk(NIEUWJAAR, minuten, soort, activiteit=RAPPORTAGE_SCHRIJVEN, geaccordeerd=geaccordeerd)


@pytest.mark.parametrize(
    ("verslagen", "totaal", "te_veel"),
    [
        ([_verslag(120)], "2:00", False),
        ([_verslag(121)], "2:01", True),
        ([_verslag(60), _verslag(61)], "2:01", True),
        ([_verslag(120), _verslag(60, geaccordeerd=False)], "2:00", False),
    ],
)
def test_verslag_schrijven_boven_twee_uur_telt_maar_vraagt_een_afweging(
    verslagen: list[Activiteit], totaal: str, te_veel: bool
) -> None:
    berekening = declareer(*verslagen)
    af_te_wegen = [b.code for b in berekening.bevindingen if b.ernst is Ernst.AFWEGEN]

    assert str(berekening.resultaat.totaal) == totaal
    assert af_te_wegen == (["verzonnen.rapportage_uren"] if te_veel else [])
