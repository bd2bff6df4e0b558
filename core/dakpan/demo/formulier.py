"""Wat er op het aanvraagformulier van een zaak staat, in de vorm waarin een mens het zou invullen."""

from datetime import date
from typing import Any

from dakpan.begrippen.kalender import einde_na_maanden, volgende_maandgrens
from dakpan.demo.spelers import Json
from dakpan.demo.toneel import Loop

COACH = {"hbo": True, "opleiding": True, "harrie": True, "gecertificeerd": True}
HALF = ("client", "persoon", "aanvraag")


def antwoorden(loop: Loop, *, half: bool = False) -> Json:
    """De antwoorden op het formulier; ``half``: iemand is net begonnen."""
    plan = loop.plan
    alles: Json = {
        "client": {"bsn": plan.bsn, **_als_tekst(plan.client)},
        "werkgever": _als_tekst(plan.werkgever),
        "persoon": {"doelgroepen": list(plan.doelgroepen)},
        "dienstverband": _dienstverband(loop),
        "aanvraag": _aanvraag(loop),
        "historie": plan.historie,
        "jaar_bevestigd": plan.jaar_bevestigd,
        "hoofddoelen": list(loop.toneel.spelers.teksten["hoofddoelen"]),
        "teksten": plantekst(loop),
    }
    alles["aanvraag"] = {"vorm": plan.vorm} if half else alles["aanvraag"]
    return {deel: alles[deel] for deel in HALF} if half else alles


def plantekst(loop: Loop) -> dict[str, str]:
    """Het coachingsplan in gewone taal, met de naam van de cliënt erin."""
    teksten: dict[str, str] = loop.toneel.spelers.teksten["plan"]
    return {onderdeel: invullen(tekst, loop) for onderdeel, tekst in teksten.items()}


def invullen(tekst: str, loop: Loop) -> str:
    """Zet de voornaam van de cliënt en de naam van de werkgever in een vaste tekst."""
    werkgever = str(loop.plan.werkgever["naam"]).removesuffix(" (verzonnen)")
    return tekst.format(client=loop.plan.client["voornaam"], werkgever=werkgever)


def _dienstverband(loop: Loop) -> Json:
    plan = loop.plan
    eerder = int(plan.historie.get("maanden_jobcoaching", 0))
    begin = volgende_maandgrens(loop.begin, -eerder)
    eind = einde_na_maanden(begin, plan.contract_maanden).isoformat() if plan.contract_maanden else None
    soort = "bepaalde_tijd" if eind else "onbepaalde_tijd"
    gewoon: Json = {"soort": soort, "begin": begin.isoformat(), "uren_per_week": plan.uren_per_week, "loonwaarde": 55}
    return gewoon | ({"eind": eind} if eind else {}) | plan.dienstverband


def _aanvraag(loop: Loop) -> Json:
    plan = loop.plan
    gewoon: Json = {
        "soort": plan.soort,
        "vorm": plan.vorm,
        "regime": plan.regime,
        "begin": loop.begin.isoformat(),
        "eind": loop.eind.isoformat(),
        "jaar": plan.jaar,
        "jobcoach": COACH,
    }
    if plan.regime == "intensief":
        gewoon["motivering_intensief"] = invullen(loop.toneel.spelers.teksten["motivering_intensief"], loop)
    return gewoon | plan.aanvraag


def _als_tekst(velden: Json) -> dict[str, Any]:
    """Een datum uit TOML zoals een formulier haar verstuurt."""
    return {veld: waarde.isoformat() if isinstance(waarde, date) else waarde for veld, waarde in velden.items()}
