"""Het formulier van een activiteit: twee keer verzonden is er een, en een duur die niet kan zegt wat wel kan."""

import pytest
from flask import Flask
from tests.hulp.alleen import OP_SQLITE
from tests.hulp.bezoeker import Bezoeker
from tests.uren.pagina import antwoorden, bezoek, opdrachten, tekst_van
from tests.uren.straat import Straat

pytestmark = OP_SQLITE


@pytest.mark.parametrize("groep", [(0,), (0, 1, 2)])
def test_hetzelfde_formulier_twee_keer_verzonden_geeft_een_activiteit(
    coach: Bezoeker, straat: Straat, groep: tuple[int, ...]
) -> None:
    """Ook zonder script: de dubbele klik schrijft niets, waarschuwt niet, en kost evenveel opdrachten."""
    coach.get("/uren/nieuw")
    ingevuld = antwoorden(straat, *groep, eenmalig=coach.verborgen["eenmalig"])
    kost = []
    for _keer in range(2):
        with opdrachten() as gezien:
            assert coach.post("/uren/nieuw", ingevuld).status_code == 303
        kost.append(len(gezien))
        coach.get("/uren/2022-W12")
        assert "De activiteit is opgeslagen." in tekst_van(coach)
        assert "staat er ook een andere activiteit" not in tekst_van(coach)
    assert len(straat.uren()) == len(groep)
    assert kost[1] <= kost[0]
    coach.get("/uren/nieuw")  # terug, en iets anders geschreven: dat is er een bij
    coach.post("/uren/nieuw", {**ingevuld, "begin": "14:00"})
    coach.get("/uren/nieuw")
    coach.post("/uren/nieuw", {**ingevuld, "bereikt": "Ook de chef gesproken"})
    assert len(straat.uren()) == 3 * len(groep)


def test_de_sleutel_van_een_ander_zijn_formulier_geeft_geen_storing(
    app: Flask, coach: Bezoeker, straat: Straat
) -> None:
    straat.zaken[0].koppel(straat.collega, straat.accordeerder)
    coach.get("/uren/nieuw")
    ingevuld = antwoorden(straat, 0, eenmalig=coach.verborgen["eenmalig"])
    coach.post("/uren/nieuw", ingevuld)
    collega = bezoek(app, straat.collega)
    collega.get("/uren/nieuw")
    assert collega.post("/uren/nieuw", ingevuld).status_code == 409
    assert len(straat.uren()) == 1


@pytest.mark.parametrize(
    ("getypt", "melding"),
    [
        ("9" * 30, "dit getal is te groot; kijk na of het klopt"),
        ("9" * 30 + ":30", "dit is geen duur; schrijf minuten, zoals 90, of uren en minuten, zoals 1:30"),
        ("anderhalf uur", "dit is geen duur; schrijf minuten, zoals 90, of uren en minuten, zoals 1:30"),
        ("25:00", "een activiteit duurt ten minste 1 minuut en ten hoogste 24 uur"),
        ("0", "een activiteit duurt ten minste 1 minuut en ten hoogste 24 uur"),
    ],
)
def test_een_duur_die_niet_kan_zegt_wat_wel_kan(coach: Bezoeker, straat: Straat, getypt: str, melding: str) -> None:
    coach.get("/uren/nieuw")
    assert coach.post("/uren/nieuw", antwoorden(straat, 0, duur=getypt)).status_code == 422
    assert melding in tekst_van(coach)
    assert f'value="{getypt}"' in coach.pagina.text  # type: ignore[union-attr]
    assert straat.uren() == []
