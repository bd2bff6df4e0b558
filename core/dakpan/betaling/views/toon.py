"""Woorden en kleuren bij wat er in de lijsten staat."""

from collections.abc import Mapping
from typing import Any

from flask import request
from flask_babel import gettext as _

from dakpan.betaling.budget.tables import LANGSTE_PLAATS
from dakpan.betaling.domain import Declaratiesoort
from dakpan.betaling.lijsten import Declaratieregel
from dakpan.betaling.tables import Declaratie
from dakpan.betaling.toestanden import Betaalstatus, Declaratiestatus
from dakpan.betaling.vorderen.domain import Ontvangststatus, Vorderingstatus, Vorderingwijze
from dakpan.partijen.rechten import Recht
from dakpan.uren.toestanden import Urenstatus

# Wie een van deze rechten heeft leest de lijst van alle declaraties; wie bij één zaak werkt leest die van die zaak.
LIJST_LEZEN = (Recht.DECLAREREN, Recht.DECLARATIE_BEOORDELEN)


def soort(waarde: Declaratiesoort) -> str:
    return str(_("einddeclaratie") if waarde is Declaratiesoort.EIND else _("reguliere declaratie"))


def staat(waarde: Declaratiestatus, opmerkingen: Mapping[str, Any] | None = None) -> dict[str, str]:
    """Waar is de declaratie, in een woord dat ook zonder kleur te lezen is?

    ``opmerkingen``: wie een deel goedkeurde of later iets verbeterde leest dat erbij.
    """
    woorden = {
        Declaratiestatus.PROEF: (_("proef"), "neutraal"),
        Declaratiestatus.INGEDIEND: (_("ingediend"), "bezig"),
        Declaratiestatus.GOEDGEKEURD: (_("deels goedgekeurd") if opmerkingen else _("goedgekeurd"), "goed"),
        Declaratiestatus.AFGEKEURD: (_("teruggestuurd"), "fout"),
        Declaratiestatus.TERUGGEGEVEN: (_("teruggegeven"), "neutraal"),
    }
    return _als_staat(*woorden[waarde])


def staat_van(rij: Declaratie | Declaratieregel) -> dict[str, str]:
    """Zoals ``staat``, met de opmerkingen van deze declaratie."""
    return staat(rij.status, rij.opmerkingen)


def betaalstaat(waarde: Betaalstatus) -> dict[str, str]:
    """Waar is de betaling, in een woord dat ook zonder kleur te lezen is?"""
    woorden = {
        Betaalstatus.KLAARGEZET: (_("klaargezet"), "neutraal"),
        Betaalstatus.VRIJGEGEVEN: (_("vrijgegeven"), "bezig"),
        Betaalstatus.IN_BESTAND: (_("naar de bank"), "goed"),
        Betaalstatus.VERREKEND: (_("verrekend"), "goed"),
        Betaalstatus.BETAALD: (_("betaald"), "goed"),
        Betaalstatus.TERUGGEKOMEN: (_("teruggekomen"), "fout"),
        Betaalstatus.VERVALLEN: (_("teruggekomen en afgehandeld"), "neutraal"),
    }
    return _als_staat(*woorden[waarde])


def vorderingstaat(waarde: Vorderingstatus, wijze: Vorderingwijze | None = None) -> dict[str, str]:
    """Waar staat de vordering? Zolang zij open is zegt de gekozen wijze wat er gebeurt."""
    woorden = {
        Vorderingstatus.OPEN: (_("open"), "let_op"),
        Vorderingstatus.VERREKEND: (_("verrekend"), "goed"),
        Vorderingstatus.TERUGBETAALD: (_("terugbetaald"), "goed"),
        Vorderingstatus.KWIJTGESCHOLDEN: (_("kwijtgescholden"), "neutraal"),
        Vorderingstatus.VERVALLEN: (_("vervallen"), "neutraal"),
    }
    bezig = {
        Vorderingwijze.VERREKENEN: (_("te verrekenen"), "bezig"),
        Vorderingwijze.TERUGVRAGEN: (_("teruggevraagd"), "bezig"),
    }
    return _als_staat(*(bezig[wijze] if wijze is not None and waarde is Vorderingstatus.OPEN else woorden[waarde]))


def ontvangststaat(waarde: Ontvangststatus) -> dict[str, str]:
    """Telt wat is ontvangen al?"""
    woorden = {
        Ontvangststatus.GENOTEERD: (_("wacht op een collega"), "let_op"),
        Ontvangststatus.BEVESTIGD: (_("bevestigd"), "goed"),
        Ontvangststatus.VERWORPEN: (_("verworpen"), "neutraal"),
    }
    return _als_staat(*woorden[waarde])


def periodestaat(*, beeindigd: bool) -> dict[str, str]:
    return _als_staat(_("beëindigd"), "let_op") if beeindigd else _als_staat(_("loopt"), "bezig")


def urenstaat(waarde: Urenstatus) -> str:
    """Waarom gaan deze uren nog niet mee?"""
    return str(_("de week is nog open") if waarde is Urenstatus.VOORRAAD else _("nog niet geaccordeerd"))


def _als_staat(tekst: Any, kleur: str) -> dict[str, str]:
    return {"tekst": str(tekst), "status": kleur}


def versie() -> int:
    """De versie die iemand zag toen hij klikte; iets anders is geen versie."""
    getypt = request.form.get("versie", "")
    return int(getypt) if getypt.isascii() and getypt.isdecimal() and len(getypt) < 10 else 0


def zoektekst(velden: Mapping[str, str]) -> str:
    """Wat iemand zoekt."""
    return _schoon(velden.get("zoek", ""), 100)


def begrotingsjaar(velden: Mapping[str, str]) -> int | None:
    """Het gekozen jaar; wat geen jaar is telt niet."""
    getypt = velden.get("jaar", "")
    return int(getypt) if getypt.isascii() and getypt.isdecimal() and len(getypt) == 4 else None


def kostenplaats(velden: Mapping[str, str]) -> str:
    """De gekozen kostenplaats."""
    return _schoon(velden.get("kostenplaats", ""), LANGSTE_PLAATS)


def _schoon(tekst: str, langste: int) -> str:
    """Zonder tekens die geen database kan dragen."""
    return "".join(teken for teken in tekst if teken.isprintable())[:langste].strip()
