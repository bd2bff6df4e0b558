"""Een ander programma, zoals een planning: geen koekjes, geen formulieren, alleen een sleutel en JSON."""

from dataclasses import dataclass
from typing import Any

from flask import Flask
from tests.uren.straat import Straat
from werkzeug.test import TestResponse

from dakpan.opslag.basis import nieuw_id
from dakpan.opslag.vrager import Vrager
from dakpan.partijen.toegangssleutels.beheren import maak


def sleutel_van(straat: Straat, wie: Vrager, dagen: int = 90) -> str:
    """Het geheim van een nieuwe sleutel van deze medewerker."""
    _rij, geheim = straat.doe(maak, nieuw_id(), "Planning", dagen, als=wie)
    return str(geheim)


@dataclass(frozen=True)
class Programma:
    app: Flask
    geheim: str

    def vraag(self, hoe: str, pad: str, inhoud: Any = None, **koppen: str) -> TestResponse:
        """``koppen``: met een streepje waar hier een laag streepje staat."""
        sleutel = {"Authorization": f"Bearer {self.geheim}"} if self.geheim else {}
        namen = {naam.replace("_", "-"): waarde for naam, waarde in koppen.items()}
        client = self.app.test_client()
        return client.open(f"/api/v1{pad}", method=hoe, json=inhoud, headers={**sleutel, **namen})

    def schrijf(self, inhoud: Any, sleutel: str = "a-1") -> TestResponse:
        return self.vraag("POST", "/uren", inhoud, Idempotency_Key=sleutel)

    def dag(self, dag: str = "2022-03-22") -> list[Any]:
        """Wat er op deze dag staat."""
        gelezen: list[Any] = self.vraag("GET", f"/uren?van={dag}&tot_en_met={dag}").get_json()["uren"]
        return gelezen


def activiteit(straat: Straat, *nummers: int, **anders: Any) -> dict[str, Any]:
    """Anderhalf uur op dinsdag van week 12, met deze cliënten."""
    klanten = [straat.klanten[nummer] for nummer in nummers or (0,)]
    return {
        "clienten": [{"financier": tenant, "periode": str(periode)} for tenant, periode in klanten],
        "doel": "introduceren",
        "activiteit": "in het bedrijf",
        "locatie": "werkplek",
        "datum": "2022-03-22",
        "begin": "9:00",
        "minuten": 90,
        "beoogd": "Kennismaken",
        "bereikt": "Iedereen gesproken",
        **anders,
    }


def velden(antwoord: TestResponse) -> list[str]:
    """Bij welke velden er iets niet klopt."""
    assert antwoord.status_code == 422, antwoord.text
    assert antwoord.mimetype == "application/problem+json"
    return [een["veld"] for een in antwoord.get_json()["errors"]]
