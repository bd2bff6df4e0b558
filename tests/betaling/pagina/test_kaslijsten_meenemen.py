"""De lijsten van het geld gaan mee: bestanden, ontvangsten en de uren van een declaratie, voor wie ze hier leest."""

import pytest
from flask import Flask
from tests.betaling.dienst.loket import IBAN, Loket
from tests.betaling.pagina.test_vorderingen_pagina import open_
from tests.betaling.vorderen.conftest import EERSTE_KWARTAAL, declareer
from tests.hulp.bezoeker import Bezoeker
from tests.hulp.bouw import Bouwzaak
from tests.web.uitvoer.test_vormen import cellen_ods, lees_csv


@pytest.fixture(name="kas")
def _kas(app: Flask, dorp: Loket, zaak: Bouwzaak) -> Bezoeker:
    """Een betaalde declaratie: twee uur, 2 x 95,45 = 190,90 en 21% = 230,99."""
    dorp.rekening()
    declareer(dorp, zaak, "2022-001", EERSTE_KWARTAAL)
    dorp.geef_alles_vrij()
    dorp.betaal()
    return Bezoeker(app).als(dorp.betaler)


def neem(wie: Bezoeker, adres: str) -> list[dict[str, str]]:
    antwoord = wie.get(f"/meenemen/{adres}", buffered=True)
    assert antwoord.status_code == 200, adres
    kop, *regels = lees_csv(antwoord.data)
    return [dict(zip(kop, regel, strict=True)) for regel in regels]


def test_een_betaalbestand_staat_in_de_lijst_en_zijn_betalingen_gaan_apart_mee(kas: Bezoeker) -> None:
    (bestand,) = neem(kas, "betaalbestanden.csv")
    assert [bestand[een] for een in ("Uitvoeren op", "Betalingen", "Totaal")] == ["18-08-2022", "1", "230,99"]
    soorten = cellen_ods(kas.get("/meenemen/betaalbestanden.ods", buffered=True).data)[1]
    assert soorten[1:4] == [("date", "2022-08-18"), ("float", "1"), ("float", "230.99")]
    pagina = kas.get("/betalingen").text
    assert "/meenemen/betaalbestanden.xlsx" in pagina
    adres = pagina.partition('href="/betalingen/bestanden/')[2].partition('"')[0]
    assert f"/meenemen/betalingen.csv?bestand={adres}" in kas.get(f"/betalingen/bestanden/{adres}").text
    assert [een["Bestand"] for een in neem(kas, f"betalingen.csv?bestand={adres}")] == [bestand["Bestand"]]
    assert neem(kas, "betalingen.csv?bestand=00000000-0000-0000-0000-000000000000") == []


def test_de_uren_van_een_declaratie_staan_er_in_minuten(kas: Bezoeker, app: Flask, dorp: Loket, zaak: Bouwzaak) -> None:
    """Twee uur is samen 120 minuten, voor beide kanten; van een ander is de zaak er niet."""
    zoek = f"financier={zaak.tenant_id}&zaak={zaak.zaak_id}"
    for wie in (kas, Bezoeker(app).als(dorp.declarant)):
        uren = neem(wie, f"gedeclareerde-uren.csv?{zoek}")
        assert sum(int(een["Minuten"]) for een in uren) == 120
        assert {een["Declaratie"] for een in uren} == {neem(wie, f"declaraties-van-zaak.csv?{zoek}")[0]["Declaratie"]}
    vreemd = Bezoeker(app).als(dorp.wereld.financier("utrecht"))
    assert vreemd.get(f"/meenemen/gedeclareerde-uren.csv?{zoek}").status_code == 404


def test_wat_op_een_vordering_binnenkwam(kas: Bezoeker, zaak: Bouwzaak) -> None:
    adres, zoek = f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}", f"financier={zaak.tenant_id}&zaak={zaak.zaak_id}"
    pagina = open_(kas, adres)
    kas.get(pagina)
    kas.post(f"{pagina}/wijze", {**kas.verborgen, "wijze": "terugvragen", "uiterlijk": "30-09-2022", "terug_op": IBAN})
    kas.get(pagina)
    kas.post(f"{pagina}/ontvangst", {**kas.verborgen, "bedrag": "40,00", "ontvangen_op": "18-08-2022"})
    (ontvangst,) = neem(kas, f"ontvangsten.csv?{zoek}")
    assert [ontvangst[een] for een in ("Vordering", "Ontvangen op", "Bedrag", "Stand")] == [
        *("VO-2022-00001", "18-08-2022", "40,00", "wacht op een collega")
    ]
    assert neem(kas, f"verrekeningen.csv?{zoek}") == []
    (vordering,) = neem(kas, f"vorderingen-van-zaak.csv?{zoek}")
    assert (vordering["Bedrag"], vordering["Nog open"]) == ("100,00", "100,00")


def test_wie_niet_met_geld_werkt_krijgt_geen_lijst(kas: Bezoeker, app: Flask, dorp: Loket) -> None:
    del kas
    declarant = Bezoeker(app).als(dorp.declarant)
    for naam in ("betaalbestanden", "kwartaalrondes", "budget", "waarden", "waardevoorstellen"):
        assert declarant.get(f"/meenemen/{naam}.csv").status_code == 403, naam
