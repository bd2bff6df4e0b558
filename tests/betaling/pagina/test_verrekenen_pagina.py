"""Wat er verrekend gaat worden staat bij de betalingen voordat het bestand er is, en daarna in het bestand."""

import re

from flask import Flask
from tests.betaling.dienst.loket import Loket
from tests.betaling.vorderen.conftest import EERSTE_KWARTAAL, declareer, nog_een
from tests.betaling.vorderen.test_verrekenen import VERREKENEN
from tests.betaling.vorderen.test_vorderen import kies, open_
from tests.hulp.bezoeker import Bezoeker
from tests.hulp.bouw import Bouwzaak
from tests.web.uitvoer.test_vormen import lees_csv


def test_de_lijst_en_het_bestand_noemen_wat_er_af_gaat(app: Flask, dorp: Loket, zaak: Bouwzaak) -> None:
    """Van 115,49 (een uur met btw) gaat 40,00 af: naar de bank gaat 75,49."""
    dorp.rekening()
    declareer(dorp, zaak, "2022-001", EERSTE_KWARTAAL)
    dorp.geef_alles_vrij()
    dorp.betaal()
    dorp.geef_vrij(nog_een(dorp, zaak, 60, "2022-002"))
    kas = Bezoeker(app).als(dorp.betaler)
    assert "verrek" not in _plat(kas.get("/betalingen").text)

    kies(dorp, zaak, open_(dorp, zaak, 40_00), VERREKENEN)
    lijst = _plat(kas.get("/betalingen").text)
    assert "Na verrekenen gaat er € 75,49 naar de bank" in lijst
    assert "€ 115,49 € 40,00 verrekend" in lijst
    bestand = dorp.betaal()
    assert "€ 75,49 € 40,00 verrekend" in _plat(kas.get(f"/betalingen/bestanden/{bestand.id}").text)

    kop, *_eerste, laatste = lees_csv(kas.get("/meenemen/betalingen.csv", buffered=True).data)
    betaling = dict(zip(kop, laatste, strict=True))
    assert [betaling[een] for een in ("Bedrag", "Verrekend", "Naar de bank")] == ["115,49", "40,00", "75,49"]


def test_de_vorderingen_gaan_mee_met_wat_er_van_over_is(app: Flask, dorp: Loket, zaak: Bouwzaak) -> None:
    """Van 200,00 gaat de hele betaling van 115,49 af: er blijft 84,51 open."""
    dorp.rekening()
    declareer(dorp, zaak, "2022-001", EERSTE_KWARTAAL)
    dorp.geef_alles_vrij()
    dorp.betaal()
    kies(dorp, zaak, open_(dorp, zaak, 200_00), VERREKENEN)
    dorp.geef_vrij(nog_een(dorp, zaak, 60, "2022-002"))
    dorp.betaal()
    kas = Bezoeker(app).als(dorp.betaler)
    assert "/meenemen/vorderingen.csv?status=open" in kas.get("/betalingen/vorderingen?status=open").text
    kop, regel = lees_csv(kas.get("/meenemen/vorderingen.csv?status=open", buffered=True).data)
    vordering = dict(zip(kop, regel, strict=True))
    assert [vordering[een] for een in ("Bedrag", "Verrekend", "Ontvangen", "Nog open")] == [
        *("200,00", "115,49", "0,00", "84,51"),
    ]
    assert vordering["Stand"] == "te verrekenen"
    assert len(lees_csv(kas.get("/meenemen/vorderingen.csv?status=terugbetaald", buffered=True).data)) == 1
    assert Bezoeker(app).als(dorp.declarant).get("/meenemen/vorderingen.csv").status_code == 403


def _plat(html: str) -> str:
    """De tekst zoals hij er staat, zonder opmaak en met gewone spaties."""
    return " ".join(re.sub("<[^>]+>", " ", html).split())
