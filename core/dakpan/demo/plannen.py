"""De coachingsplannen van de demonstratie: uitgewerkt in doelen en uren, en één dat nog maar net begonnen is."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from dakpan.begrippen.uren import Uren
from dakpan.demo.formulier import invullen
from dakpan.demo.toneel import Loop
from dakpan.opslag.handeling import Handeling
from dakpan.plan.coachingsplan import schrijven
from dakpan.plan.coachingsplan.domain import Evaluatiemoment, Planactiviteit, Plandoel, Tussendoel
from dakpan.plan.domain import Doel

OM_EN_OM = 2


def heeft_plan(loop: Loop) -> bool:
    """De ene coach werkt het plan uit, de andere schrijft teksten; zo zijn beide te zien."""
    return loop.plan.nummer % OM_EN_OM == 0


def schrijf_plan(loop: Loop, handeling: Handeling) -> None:
    """Drie doelen met tussendoelen, activiteiten en uren, verdeeld over de periode, en de afspraken eromheen."""
    teksten = loop.toneel.spelers.teksten
    schrijven.begin(handeling, loop.zaak(handeling))
    for plek, tekst in enumerate(teksten["doel"]):
        schrijven.bewaar_doel(handeling, loop.zaak(handeling), plek, _doel(loop, tekst))
    afspraken = teksten["planafspraken"]
    momenten = tuple(
        Evaluatiemoment(_dag(loop, een["procent"]), _in(loop)(een["tekst"])) for een in afspraken["evaluatie"]
    )
    werkplek, begeleider = (_in(loop)(afspraken[naam]) for naam in ("werkplek", "begeleider"))
    schrijven.bewaar_afspraken(handeling, loop.zaak(handeling), momenten, werkplek=werkplek, begeleider=begeleider)


def begin_plan(loop: Loop, handeling: Handeling) -> None:
    """Een eerste zin, nog zonder maat en datum: de helper heeft hier iets te vragen."""
    schrijven.begin(handeling, loop.zaak(handeling))
    eerste = Plandoel(_in(loop)(loop.toneel.spelers.teksten["eerste_zin"]))
    schrijven.bewaar_doel(handeling, loop.zaak(handeling), 0, eerste)


def _doel(loop: Loop, tekst: Mapping[str, Any]) -> Plandoel:
    vul = _in(loop)
    return Plandoel(
        vul(tekst["tekst"]),
        Doel(tekst["soort"]),
        vul(tekst["maatstaf"]),
        _dag(loop, tekst["procent"]),
        tuple(
            Tussendoel(vul(een["tekst"]), vul(een["maatstaf"]), _dag(loop, een["procent"]))
            for een in tekst["tussendoel"]
        ),
        tuple(Planactiviteit(vul(een["tekst"]), Uren.uit_iso(een["uren"])) for een in tekst["activiteit"]),
    )


def _in(loop: Loop) -> Callable[[str], str]:
    return lambda tekst: invullen(tekst, loop)


def _dag(loop: Loop, procent: int) -> date:
    """Zo ver in de periode."""
    return loop.begin + timedelta((loop.eind - loop.begin).days * procent // 100)
