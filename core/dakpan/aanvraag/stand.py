"""Hoe staat elke groep van het formulier ervoor: niet begonnen, begonnen, compleet, of met bevindingen?"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from dakpan.aanvraag.antwoorden import is_leeg, plat
from dakpan.aanvraag.controleren import Controle, kijk_na
from dakpan.aanvraag.herkomst import te_bevestigen
from dakpan.aanvraag.inhoud import Json
from dakpan.aanvraag.invullen import als_antwoorden
from dakpan.aanvraag.matching import als_matching
from dakpan.aanvraag.planvragen import HOOFDDOELEN
from dakpan.aanvraag.tables import Aanvraag
from dakpan.aanvraag.vindplaats import veld_bij
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling
from dakpan.plan.coachingsplan.lezen import plan_bij_aanvraag
from dakpan.plan.coachingsplan.onderdelen import UIT_PLAN

_TELT = {"blokkerend", "afwegen"}
PLAN = "plan"
# Wat over het uitgewerkte plan gaat: op het formulier staan deze vragen dan niet meer.
UIT_PLAN_VELDEN = frozenset({HOOFDDOELEN, *(f"teksten.{een}" for een in UIT_PLAN)})


class Groepstand(StrEnum):
    """Wat is er met een groep vragen?"""

    NIET_BEGONNEN = "niet_begonnen"
    BEGONNEN = "begonnen"
    COMPLEET = "compleet"
    BEVINDINGEN = "bevindingen"


class Groepregel(NamedTuple):
    """Eén groep in de takenlijst. ``door`` en ``op``: wie haar het laatst opsloeg."""

    stand: Groepstand
    ontbreekt: int
    bevindingen: int
    na_te_kijken: int
    door: str | None
    op: str | None


def standen(
    handeling: Handeling, zaak: Zaak, aanvraag: Aanvraag, groepen: Mapping[str, Sequence[str]]
) -> dict[str, Groepregel]:
    """De stand per groep, zoals de aanvraag nu is opgeslagen. ``groepen``: de velden per groep."""
    gevuld = ingevulde_velden(zaak, aanvraag) | set(als_matching(handeling, zaak))
    controle = kijk_na(handeling, zaak, aanvraag)
    plan = plan_bij_aanvraag(handeling, zaak, aanvraag)
    alles = dict(groepen)
    if plan is not None and PLAN in alles:
        alles[PLAN] = (*alles[PLAN], *UIT_PLAN_VELDEN)
        gevuld |= {een for een in UIT_PLAN_VELDEN if plan.inhoud}
    na_te_kijken = {naam: len(te_bevestigen(aanvraag.herkomst, velden)) for naam, velden in groepen.items()}
    return {
        naam: _regel(velden, gevuld, controle, aanvraag.ingevuld.get(naam, {}), na_te_kijken[naam])
        for naam, velden in alles.items()
    }


def ingevulde_velden(zaak: Zaak, aanvraag: Aanvraag) -> set[str]:
    """Welke vragen hebben een antwoord?"""
    antwoorden = plat(als_antwoorden(zaak, aanvraag))
    bekend = {"client.bsn"} if zaak.persoon.bsn_cijfer is not None else set()
    return bekend | {naam for naam, waarde in antwoorden.items() if not is_leeg(waarde)}


def _regel(velden: Sequence[str], gevuld: set[str], controle: Controle, wie: Json, na_te_kijken: int) -> Groepregel:
    fouten = [fout.veld for fout in controle.fouten if fout.veld in velden]
    ontbreekt = sum(veld not in gevuld for veld in fouten)
    bevindingen = len(fouten) - ontbreekt + sum(_telt(een, velden) for een in _van_regels(controle))
    begonnen = bool(wie) or not gevuld.isdisjoint(velden)
    stand = _stand(begonnen=begonnen, open_=ontbreekt + na_te_kijken, bevindingen=bevindingen)
    return Groepregel(stand, ontbreekt, bevindingen, na_te_kijken, wie.get("door"), wie.get("op"))


def _stand(*, begonnen: bool, open_: int, bevindingen: int) -> Groepstand:
    if not begonnen:
        return Groepstand.NIET_BEGONNEN
    if bevindingen:
        return Groepstand.BEVINDINGEN
    return Groepstand.BEGONNEN if open_ else Groepstand.COMPLEET


def _van_regels(controle: Controle) -> list[Mapping[str, Any]]:
    return controle.toets["bevindingen"] if controle.toets is not None else []


def _telt(bevinding: Mapping[str, Any], velden: Sequence[str]) -> bool:
    return bevinding["ernst"] in _TELT and veld_bij(bevinding["code"]) in velden
