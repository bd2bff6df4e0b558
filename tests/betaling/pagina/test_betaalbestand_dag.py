"""De dag van een betaalbestand: wat er dan gebeurt staat naast de knop, en een verre dag vraagt om een vinkje."""

import pytest
from flask import Flask
from tests.betaling.dienst.loket import Loket
from tests.betaling.pagina.test_deels_pagina import gewoon
from tests.betaling.vorderen.conftest import EERSTE_KWARTAAL, declareer
from tests.hulp.bezoeker import Bezoeker
from tests.hulp.bouw import Bouwzaak


@pytest.fixture(name="kas")
def _kas(app: Flask, dorp: Loket, zaak: Bouwzaak) -> Bezoeker:
    """Eén vrijgegeven betaling: twee uur, 2 x 95,45 = 190,90 en 21% = 230,99."""
    dorp.rekening()
    declareer(dorp, zaak, "2022-001", EERSTE_KWARTAAL)
    dorp.geef_alles_vrij()
    return Bezoeker(app).als(dorp.betaler)


def _kies(kas: Bezoeker, dag: str, **verder: str) -> tuple[int, str]:
    antwoord = kas.post("/betalingen/bestand", {**kas.verborgen, "uitvoeren_op": dag, **verder})
    return antwoord.status_code, antwoord.headers.get("Location", "")


def test_vandaag_staat_er_al_en_gaat_in_een_keer(kas: Bezoeker) -> None:
    assert "Op 18 augustus 2022: één betaling van € 230,99." in gewoon(kas.get("/betalingen").text)
    code, naar = _kies(kas, "18-08-2022")
    assert (code, naar.startswith("/betalingen/bestanden/")) == (303, True)


def test_een_andere_dag_komt_eerst_naast_de_knop(kas: Bezoeker, dorp: Loket) -> None:
    """De veertiende dag is nog zonder vinkje: 18 augustus en veertien dagen is 1 september."""
    kas.get("/betalingen")
    code, naar = _kies(kas, "01-09-2022")
    assert (code, naar) == (303, "/betalingen?dag=2022-09-01#bestand")
    assert [een.status for een in dorp.betalingen()] == ["vrijgegeven"]
    pagina = gewoon(kas.get(naar).text)
    assert "Op 1 september 2022: één betaling van € 230,99." in pagina
    assert "Ja, deze dag klopt" not in pagina
    assert _kies(kas, "01-09-2022")[1].startswith("/betalingen/bestanden/")


@pytest.mark.parametrize("dag", ["02-09-2022", "18-08-2032"])
def test_een_verre_dag_vraagt_om_een_vinkje_en_gaat_daarna_gewoon(kas: Bezoeker, dorp: Loket, dag: str) -> None:
    kas.get("/betalingen")
    kas.get(_kies(kas, dag)[1])
    assert _kies(kas, dag) == (422, "")
    assert kas.pagina is not None
    assert "zet hier een vinkje om verder te gaan" in kas.pagina.text
    assert [een.status for een in dorp.betalingen()] == ["vrijgegeven"]
    assert _kies(kas, dag, klopt="ja")[1].startswith("/betalingen/bestanden/")


def test_een_dag_die_voorbij_is_of_waarop_niets_mag(kas: Bezoeker, dorp: Loket) -> None:
    kas.get("/betalingen")
    assert _kies(kas, "17-08-2022") == (422, "")
    dorp.betaal()
    assert "Op 18 augustus 2022 mag er geen vrijgegeven betaling worden gedaan." in gewoon(kas.get("/betalingen").text)
    for geen in ("geen-dag", "2022-08-17"):
        assert "Op 18 augustus 2022 mag er" in gewoon(kas.get(f"/betalingen?dag={geen}").text)
