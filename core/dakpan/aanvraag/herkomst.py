"""Waar komt een antwoord vandaan dat niemand hoefde te typen, en wie keek het na?

Per vraag bewaart de aanvraag de bron: een eerdere aanvraag, de organisatie, een certificaat, de uren of een berekening.
Wie de pagina opslaat zonder het antwoord te veranderen bevestigt het; wie het verandert maakt er een eigen van.
"""

from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple

from dakpan.aanvraag.antwoorden import afdruk, is_leeg
from dakpan.aanvraag.domain.vorige_doelen import VASTE_VELDEN
from dakpan.invoer.fouten import Veldfout

Json = dict[str, Any]
BSN = "client.bsn"


class Bronsoort(StrEnum):
    """Waaruit is een antwoord overgenomen?"""

    EERDERE_AANVRAAG = "eerdere_aanvraag"
    CONTRACT = "contract"
    ORGANISATIE = "organisatie"
    CERTIFICAAT = "certificaat"
    UREN = "uren"
    BEREKEND = "berekend"
    METING = "meting"


class Overgenomen(NamedTuple):
    """Eén antwoord met zijn bron: ``bron`` is een nummer of naam, ``uitleg`` hoe het is berekend."""

    soort: Bronsoort
    waarde: Any
    bron: str = ""
    uitleg: str = ""

    def als_json(self) -> Json:
        """Zoals het bij de aanvraag wordt bewaard; het antwoord zelf staat bij de andere antwoorden."""
        return {"soort": self.soort.value, "bron": self.bron, "uitleg": self.uitleg}


def waarden(overgenomen: Mapping[str, Overgenomen]) -> dict[str, Any]:
    """De antwoorden zelf; het BSN reist nooit als antwoord, maar versleuteld (``neem_bsn_over``)."""
    return {veld: een.waarde for veld, een in overgenomen.items() if veld != BSN and not is_leeg(een.waarde)}


def als_herkomst(overgenomen: Mapping[str, Overgenomen]) -> Json:
    """Wat er van deze antwoorden is na te kijken; een leeg antwoord komt nergens vandaan, en wat vastligt blijft zo."""
    return {
        veld: een.als_json()
        for veld, een in overgenomen.items()
        if not is_leeg(een.waarde) and veld not in VASTE_VELDEN
    }


def na_opslaan(
    herkomst: Mapping[str, Any], velden: Collection[str], was: Mapping[str, Any], is_: Mapping[str, Any], wie: Json
) -> Json:
    """De herkomst nadat iemand deze vragen opsloeg: bevestigd als het antwoord bleef, weg als hij het veranderde."""
    return {
        veld: {**wie, **van} if veld in velden else van
        for veld, van in herkomst.items()
        if veld not in velden or afdruk(was.get(veld)) == afdruk(is_.get(veld))
    }


def getekend(nu: datetime, naam: str) -> Json:
    """Wie keek het na, en wanneer?"""
    return {"op": nu.isoformat(), "door": naam}


def te_bevestigen(herkomst: Mapping[str, Any], gevraagd: Collection[str] | None = None) -> list[str]:
    """Welke overgenomen antwoorden keek nog niemand na?

    ``gevraagd``: wat het formulier vraagt. Een antwoord zonder vraag ziet niemand, dus kan ook niemand het nakijken.
    """
    alle = [veld for veld, van in herkomst.items() if "door" not in van]
    return alle if gevraagd is None else [veld for veld in alle if veld in gevraagd]


def na_te_kijken(herkomst: Mapping[str, Any], gevraagd: Collection[str] | None = None) -> Iterator[Veldfout]:
    """Per onderwerp één herinnering, bij de eerste vraag ervan."""
    per_deel: dict[str, list[str]] = {}
    for veld in te_bevestigen(herkomst, gevraagd):
        per_deel.setdefault(veld.partition(".")[0], []).append(veld)
    for velden in per_deel.values():
        yield Veldfout(velden[0], "dit is overgenomen en nog niet nagekeken; kijk het na en sla de pagina op")
