"""Gegevens om mee te beginnen, en de officiële stylesheets en schema's waarmee de tests nakijken."""

from collections.abc import Callable, Mapping
from copy import deepcopy
from typing import Any

import pytest
from lxml import etree
from tests.hulp.stylesheets import maak_schematron, map_van

from dakpan.invoer.fouten import InvoerFout

Gegevens = dict[str, Any]
Wijziger = Callable[..., Gegevens]

FACTUUR: Gegevens = {
    "soort": "factuur",
    "profiel": "peppol",
    "nummer": "2026-0001",
    "factuurdatum": "2026-10-05",
    "vervaldatum": "2026-11-04",
    "periode": {"begin": "2026-07-01", "eind": "2026-09-30"},
    "verplichtingnummer": "4500012345",
    "declaratienummer": "UJ000123",
    "verwijst_naar": None,
    "leverancier": {
        "naam": "Voorbeeld Jobcoaching B.V.",
        "kvk": "12345678",
        "btw_nummer": "NL000099998B57",
        "iban": "NL91ABNA0417164300",
        "adres": {"straat": "Verzonnenstraat 1", "postcode": "1234 AB", "plaats": "Verzonnendam", "land": "NL"},
    },
    "afnemer": {
        "naam": "Gemeente Verzonnendam",
        "oin": "00000001002220647000",
        "adres": {"straat": "Fantasieplein 2", "postcode": "1234 CD", "plaats": "Verzonnendam", "land": "NL"},
    },
    "regels": [
        {
            "omschrijving": "Jobcoaching",
            "uren": "14.88",
            "tarief": "95.45",
            "btw_categorie": "S",
            "btw_percentage": "21.00",
            "reden_vrijstelling": None,
        }
    ],
}

BETAALOPDRACHT: Gegevens = {
    "bericht_id": "VERZONNENDAM-2026-10-15",
    "uitvoeringsdatum": "2026-10-15",
    "betaler": {"naam": "Gemeente Verzonnendam", "iban": "NL91ABNA0417164300", "bic": None},
    "betalingen": [
        {
            "kenmerk": f"UJ00012{nummer}",
            "naam": "Voorbeeld Jobcoaching B.V.",
            "iban": "NL20INGB0001234567",
            "bedrag": bedrag,
            "omschrijving": "Factuur 2026-0001",
        }
        for nummer, bedrag in enumerate(("1420.30", "0.01", "298.26", "1000.00"))
    ],
}


def regel(uren: str, tarief: str, categorie: str, percentage: str, reden: str | None = None) -> Gegevens:
    return {
        "omschrijving": "Jobcoaching",
        "uren": uren,
        "tarief": tarief,
        "btw_categorie": categorie,
        "btw_percentage": percentage,
        "reden_vrijstelling": reden,
    }


def _wijziger(begin: Gegevens) -> Wijziger:
    def met(wijzigingen: Mapping[str, Any] | None = None) -> Gegevens:
        gegevens = deepcopy(begin)
        for pad, waarde in (wijzigingen or {}).items():
            *stappen, laatste = [int(stap) if stap.isdigit() else stap for stap in pad.split(".")]
            plek: Any = gegevens
            for stap in stappen:
                plek = plek[stap]
            plek[laatste] = waarde
        return gegevens

    return met


@pytest.fixture(name="factuur_met")
def _factuur_met() -> Wijziger:
    """De factuur van het rekencontract, met andere waarden op paden als ``regels.0.tarief``."""
    return _wijziger(FACTUUR)


@pytest.fixture(name="opdracht_met")
def _opdracht_met() -> Wijziger:
    """Een opdracht met vier betalingen, met andere waarden op paden als ``betalingen.3.iban``."""
    return _wijziger(BETAALOPDRACHT)


@pytest.fixture(name="maak_regel")
def _maak_regel() -> Callable[..., Gegevens]:
    return regel


@pytest.fixture(name="foute_velden")
def _foute_velden() -> Callable[[Callable[[Gegevens], object], Gegevens], list[str]]:
    """Welke velden keurt deze lezer af, op alfabet?"""

    def velden(lezer: Callable[[Gegevens], object], gegevens: Gegevens) -> list[str]:
        with pytest.raises(InvoerFout) as gevangen:
            lezer(gegevens)
        return sorted(fout.veld for fout in gevangen.value.fouten)

    return velden


@pytest.fixture(name="schematron", scope="session")
def _schematron() -> Callable[[bytes], set[str]]:
    return maak_schematron()


@pytest.fixture(name="pain_schema", scope="session")
def _pain_schema() -> etree.XMLSchema:
    """Het schema van ISO 20022 voor pain.001.001.09."""
    return etree.XMLSchema(file=str(map_van("sepaxml") / "schemas" / "pain.001.001.09.xsd"))
