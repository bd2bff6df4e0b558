"""Van één zaak gaat mee wat er veranderde en wie er keek: alleen voor wie haar ziet, en helemaal."""

from datetime import date

import pytest
from flask import Flask
from tests.hulp.bezoeker import Bezoeker
from tests.hulp.bouw import Wereld
from tests.uren.straat import Straat, werk
from tests.web.uitvoer.test_vormen import lees_csv

from dakpan.opslag.vrager import Vrager


@pytest.fixture
def straat(wereld: Wereld) -> Straat:
    return Straat.maak(wereld)


def _adres(straat: Straat) -> tuple[str, str]:
    """De pagina van de eerste zaak, en de zoekvelden waarmee zij in een bestand te vinden is."""
    zaak = straat.zaken[0]
    return f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}", f"financier={zaak.tenant_id}&zaak={zaak.zaak_id}"


def _neem(app: Flask, wie: Vrager, adres: str) -> list[list[str]]:
    antwoord = Bezoeker(app).als(wie).get(adres, buffered=True)
    assert antwoord.status_code == 200, adres
    return lees_csv(antwoord.data)


def test_de_hele_geschiedenis_gaat_mee_ook_over_meer_bladzijden(
    app: Flask, straat: Straat, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Activiteiten van 10, 20 en 30 minuten op één moment: samen één handeling, in de volgorde waarin zij kwamen."""
    for minuten in (10, 20, 30):
        straat.schrijf(werk(straat.klanten[0], datum=date(2022, 3, 21), minuten=minuten))
    pagina, zoek = _adres(straat)
    assert (
        f"/meenemen/geschiedenis.csv?{zoek.replace('&', '&amp;')}"
        in Bezoeker(app).als(straat.coach).get(f"{pagina}/geschiedenis").text
    )
    for bladzijde in (1, 2, 50):
        monkeypatch.setattr("dakpan.dossier.verloop.PER_BLADZIJDE", bladzijde)
        kop, *regels = _neem(app, straat.coach, f"/meenemen/geschiedenis.csv?{zoek}")
        elk = [dict(zip(kop, regel, strict=True)) for regel in regels]
        duren = [een for een in elk if "duur" in een["Wat veranderde"]]
        assert [(een["Wie"], een["Was"]) for een in duren] == [("Jo Coach", "")] * 3
        assert [een["Werd"] for een in duren] == ["0:10", "0:20", "0:30"]


def test_wie_er_keek_gaat_mee_en_het_bestand_is_zelf_ook_een_blik(app: Flask, straat: Straat) -> None:
    pagina, zoek = _adres(straat)
    coach = Bezoeker(app).als(straat.coach)
    coach.get(pagina)
    assert f"/meenemen/inzage.xlsx?{zoek.replace('&', '&amp;')}" in coach.get(f"{pagina}/inzage").text
    eerste = _neem(app, straat.coach, f"/meenemen/inzage.csv?{zoek}")
    assert {regel[2] for regel in eerste[1:]} == {"Jo Coach"}
    tweede = _neem(app, straat.coach, f"/meenemen/inzage.csv?{zoek}")
    assert len(tweede) == len(eerste) + 1
    assert tweede[1][-1] == "lijst meegenomen: inzage.csv"
