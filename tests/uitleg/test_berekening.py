"""Geen uitkomst zonder uitleg."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from dakpan.begrippen.bedrag import Bedrag
from dakpan.uitleg.berekening import Berekening, Stap, stap
from dakpan.uitleg.bron import Bron
from dakpan.uitleg.contract import stap_als_json

BRON = Bron("Proef", "1.5")
STAP = stap(
    "proef.plafond",
    "{jaarbedrag} × {deel} vanaf {dag}",
    uitkomst=Bedrag(344190),
    bron=BRON,
    jaarbedrag=Bedrag(516285),
    deel=Fraction(2, 3),
    dag=date(2022, 1, 1),
)


def test_zonder_stap_is_er_geen_berekening() -> None:
    with pytest.raises(ValueError, match="ten minste één stap"):
        Berekening(Bedrag(1), ())


def test_ook_een_leeg_resultaat_wordt_uitgelegd() -> None:
    assert Berekening(None, (STAP,)).stappen == (STAP,)


def test_de_zin_staat_er_voor_mensen() -> None:
    assert STAP.tekst == "€ 5.162,85 × 2/3 vanaf 01-01-2022"


def test_de_waarden_staan_er_voor_machines() -> None:
    json = stap_als_json(STAP)
    assert json["waarden"] == {"jaarbedrag": "5162.85", "deel": "2/3", "dag": "2022-01-01"}
    assert (json["code"], json["uitkomst"], json["bron"]["vindplaats"]) == ("proef.plafond", "3441.90", "1.5")


def test_een_uitkomst_die_er_niet_is_blijft_leeg() -> None:
    assert stap_als_json(stap("proef", "Niet in bron.", uitkomst=None, bron=BRON))["uitkomst"] is None


def test_een_waarde_die_in_de_zin_ontbreekt_is_een_fout() -> None:
    with pytest.raises(KeyError, match="tarief"):
        _ = stap("proef", "{tarief} per uur", uitkomst=None, bron=BRON).tekst


@pytest.mark.parametrize(("zin", "bron"), [("", BRON), ("Zin", None)])
def test_een_stap_zonder_zin_of_bron_legt_niets_uit(zin: str, bron: Any) -> None:
    with pytest.raises(ValueError, match="geen stap met een zin en een bron"):
        Berekening(1, (Stap("a.b", zin, 1, bron),))
