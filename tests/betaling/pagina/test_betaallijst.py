"""Alle betalingen: bladeren voorbij vijftig, vinden op zaak en stand, en alleen van de eigen financier."""

import re
from typing import Any

from flask import Flask
from sqlalchemy import event
from tests.betaling.dienst.loket import Loket
from tests.hulp.bezoeker import Bezoeker
from tests.hulp.bouw import Bouwzaak

from dakpan.aanvraag.domain.stukken import Partij
from dakpan.begrippen.bedrag import Bedrag
from dakpan.betaling.betalen.betaallijst import Samen, samen
from dakpan.betaling.tables import Betaalopdracht
from dakpan.betaling.toestanden import Betaalstatus
from dakpan.opslag.vrager import Kant


def _zet_klaar(loket: Loket, zaak: Bouwzaak, aantal: int) -> None:
    with loket.wereld.bouw(loket.betaler) as sessie:
        for nummer in range(aantal):
            sessie.add(
                Betaalopdracht(
                    tenant_id=zaak.tenant_id,
                    organisatie_id=zaak.organisatie_id,
                    kant=Kant.GEDEELD,
                    zaak_id=zaak.zaak_id,
                    nummer=f"BO-2022-{nummer + 1:05d}",
                    sleutel=f"proef:{nummer}",
                    aan=Partij.JOBCOACHORGANISATIE,
                    begunstigde="Jobcoachbureau De Stap",
                    iban="NL91ABNA0417164300",
                    bedrag=Bedrag(100 + nummer),
                    omschrijving="proef",
                    vanaf=loket.wereld.vandaag,
                    status=Betaalstatus.IN_BESTAND if nummer == 0 else Betaalstatus.KLAARGEZET,
                    klaargezet_door="Bea Beoordelaar",
                )
            )


def _nummers(tekst: str) -> list[int]:
    return [int(een) for een in dict.fromkeys(re.findall(r"BO-2022-(\d{5})", tekst))]


def test_bladeren_zoeken_en_filteren(app: Flask, dorp: Loket, zaak: Bouwzaak, declarant: Bezoeker) -> None:
    _zet_klaar(dorp, zaak, 53)
    betaler = Bezoeker(app).als(dorp.betaler)
    eerste = betaler.get("/betalingen/alle").text
    assert _nummers(eerste) == list(range(53, 3, -1))
    [verder] = re.findall(r'rel="next" href="([^"]+)"', eerste)
    assert _nummers(betaler.get(verder).text) == [3, 2, 1]
    assert _nummers(betaler.get("/betalingen/alle?status=in_bestand").text) == [1]
    assert _nummers(betaler.get("/betalingen/alle?zoek=BO-2022-00007").text) == [7]
    assert "Geen betalingen" in betaler.get("/betalingen/alle?zoek=niemand").text
    assert "/meenemen/betalingen.csv?status=in_bestand" in betaler.get("/betalingen/alle?status=in_bestand").text
    assert _nummers(betaler.get("/meenemen/betalingen.csv?status=in_bestand", buffered=True).text) == [1]
    assert declarant.get("/betalingen/alle").status_code == 404
    elders = Bezoeker(app).als(dorp.wereld.financier("uwv-noord", "Els Elders"))
    assert _nummers(elders.get("/betalingen/alle").text) == []


def test_optellen_leest_de_betalingen_zelf_niet(dorp: Loket, zaak: Bouwzaak) -> None:
    """Alles wat telt staat in één index, met en zonder een stand: zo groeit de pagina nauwelijks mee."""
    _zet_klaar(dorp, zaak, 3)
    plannen: list[str] = []

    def leg_uit(_verbinding: object, cursor: Any, opdracht: str, parameters: Any, *_: object) -> None:
        eigen = cursor.connection.cursor()
        plannen.extend(rij[-1] for rij in eigen.execute(f"EXPLAIN QUERY PLAN {opdracht}", parameters))

    with dorp.wereld.als(dorp.betaler) as handeling:
        handeling.sessie.connection()
        event.listen(dorp.wereld.motor, "before_cursor_execute", leg_uit)
        try:
            alles, gedaan = samen(handeling), samen(handeling, status=Betaalstatus.IN_BESTAND)
        finally:
            event.remove(dorp.wereld.motor, "before_cursor_execute", leg_uit)
    assert (alles, gedaan) == (Samen(), Samen())  # in een bestand zonder bestand telt niet
    assert len(plannen) == 2
    assert all("COVERING INDEX ix_betaalopdracht_tenant_id_som" in een for een in plannen), plannen
