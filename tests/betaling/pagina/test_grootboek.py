"""Het grootboek: één regel per betaling die naar de bank ging, over gekozen dagen en elke keer gelijk."""

from flask import Flask
from tests.betaling.dienst.loket import Loket
from tests.hulp.bezoeker import Bezoeker
from tests.hulp.bouw import Bouwzaak


def test_het_grootboek_noemt_alles_en_is_elke_keer_hetzelfde(app: Flask, dorp: Loket, zaak: Bouwzaak) -> None:
    """Twee uur van € 95,45 is € 190,90; met 21% btw (€ 40,09) € 230,99."""
    dorp.rekening()
    declaratie = dorp.factureer(zaak, dorp.dien_in(zaak, met_bron=False), "F-1")
    dorp.keur(zaak, declaratie)
    dorp.geef_alles_vrij()
    bestand = dorp.betaal()
    betaler = Bezoeker(app).als(dorp.betaler)
    adres = "/meenemen/grootboek.csv?van=2022-08-18&tot=2022-08-18"
    eerste, tweede = (betaler.get(adres, buffered=True).data for _ in range(2))
    assert eerste == tweede
    [_koppen, regel] = eerste.decode("utf-8-sig").splitlines()
    for deel in (bestand.nummer, "F-1", str(declaratie.nummer), "2022", "190,90", "40,09", "230,99"):
        assert deel in regel
    leeg = betaler.get("/meenemen/grootboek.csv?van=2022-08-19", buffered=True).data
    assert len(leeg.decode("utf-8-sig").splitlines()) == 1
    assert "grootboek.csv" in betaler.get("/betalingen").text
    assert Bezoeker(app).als(dorp.declarant).get(adres).status_code == 403
