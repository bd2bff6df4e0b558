"""De toestand van wat in een zaak staat, in een woord: van de aanvraag tot de betaling."""

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _l

from dakpan.aanvraag.domain.aanvullingen import Aanvulstatus
from dakpan.aanvraag.domain.onderzoeken import Onderzoekstatus
from dakpan.aanvraag.domain.toestanden import Aanvraagstatus
from dakpan.aanvraag.domain.uitstel import Uitstelstatus
from dakpan.aanvraag.namen import BESLOTEN, STATUSSEN
from dakpan.aanvraag.tables import Besluitsoort
from dakpan.betaling.toestanden import Betaalstatus, Declaratiestatus
from dakpan.betaling.vorderen.domain import Vorderingstatus, Vorderingwijze
from dakpan.plan.coachingsplan.toestanden import Planstand
from dakpan.plan.coachingsplan.woorden import STANDEN
from dakpan.plan.toestanden import Periodestatus, Planstatus
from dakpan.rapportage.overzicht import Urgentie
from dakpan.rapportage.views.deur import URGENTIE
from dakpan.uren.toestanden import Urenstatus

_AANVULLING: Mapping[Aanvulstatus, Any] = {
    Aanvulstatus.GEVRAAGD: _l("gevraagd"),
    Aanvulstatus.AANGEVULD: _l("aangevuld, nog niet nagekeken"),
    Aanvulstatus.VOLLEDIG: _l("volledig"),
    Aanvulstatus.ONVOLDOENDE: _l("nog niet volledig"),
    Aanvulstatus.VERVALLEN: _l("ingetrokken"),
}
_UITSTEL: Mapping[Uitstelstatus, Any] = {
    Uitstelstatus.GELDT: _l("geldt"),
    Uitstelstatus.BEEINDIGD: _l("beëindigd"),
    Uitstelstatus.INGETROKKEN: _l("ingetrokken"),
}
_ONDERZOEK: Mapping[Onderzoekstatus, Any] = {
    Onderzoekstatus.CONCEPT: _l("concept"),
    Onderzoekstatus.AFGEROND: _l("afgerond"),
    Onderzoekstatus.GEDEELD: _l("gedeeld met de organisatie"),
}
_PLAN: Mapping[Planstatus, Any] = {
    Planstatus.CONCEPT: _l("concept"),
    Planstatus.VERSTUURD: _l("verstuurd"),
    Planstatus.TERUGGEGEVEN: _l("teruggegeven"),
    Planstatus.GETEKEND: _l("getekend"),
}
_PERIODE: Mapping[Periodestatus, Any] = {
    Periodestatus.VOORLOPIG: _l("voorlopig"),
    Periodestatus.OPEN: _l("toegekend"),
    Periodestatus.BEEINDIGD: _l("beëindigd"),
    Periodestatus.VERVALLEN: _l("vervallen"),
}
_UREN: Mapping[Urenstatus, Any] = {
    Urenstatus.VOORRAAD: _l("in een open week"),
    Urenstatus.TE_ACCORDEREN: _l("wacht op akkoord"),
    Urenstatus.GEACCORDEERD: _l("geaccordeerd"),
    Urenstatus.GEDECLAREERD: _l("gedeclareerd"),
}
_GELD: Mapping[Declaratiestatus | Betaalstatus | Vorderingstatus | Vorderingwijze, Any] = {
    Declaratiestatus.PROEF: _l("proef"),
    Declaratiestatus.INGEDIEND: _l("ingediend"),
    Declaratiestatus.GOEDGEKEURD: _l("goedgekeurd"),
    Declaratiestatus.AFGEKEURD: _l("teruggestuurd"),
    Declaratiestatus.TERUGGEGEVEN: _l("teruggegeven"),
    Betaalstatus.KLAARGEZET: _l("klaargezet"),
    Betaalstatus.VRIJGEGEVEN: _l("vrijgegeven"),
    Betaalstatus.IN_BESTAND: _l("naar de bank"),
    Betaalstatus.VERREKEND: _l("verrekend"),
    Betaalstatus.BETAALD: _l("betaald"),
    Betaalstatus.TERUGGEKOMEN: _l("teruggekomen"),
    Betaalstatus.VERVALLEN: _l("teruggekomen en afgehandeld"),
    Vorderingstatus.OPEN: _l("open"),
    Vorderingstatus.VERREKEND: _l("verrekend"),
    Vorderingstatus.TERUGBETAALD: _l("terugbetaald"),
    Vorderingstatus.KWIJTGESCHOLDEN: _l("kwijtgescholden"),
    Vorderingwijze.VERREKENEN: _l("te verrekenen"),
    Vorderingwijze.TERUGVRAGEN: _l("teruggevraagd"),
}
Toestand = (
    Aanvraagstatus
    | Aanvulstatus
    | Uitstelstatus
    | Onderzoekstatus
    | Besluitsoort
    | Planstatus
    | Planstand
    | Periodestatus
    | Urenstatus
    | Urgentie
    | Declaratiestatus
    | Betaalstatus
    | Vorderingstatus
    | Vorderingwijze
)


def toestand(waarde: Toestand) -> str:
    """Hoe staat het hiermee, in de taal van de lezer?"""
    match waarde:
        case Aanvraagstatus():
            woord = STATUSSEN[waarde]
        case Aanvulstatus():
            woord = _AANVULLING[waarde]
        case Uitstelstatus():
            woord = _UITSTEL[waarde]
        case Onderzoekstatus():
            woord = _ONDERZOEK[waarde]
        case Besluitsoort():
            woord = BESLOTEN[waarde]
        case Planstatus():
            woord = _PLAN[waarde]
        case Planstand():
            woord = STANDEN[waarde]
        case Periodestatus():
            woord = _PERIODE[waarde]
        case Urenstatus():
            woord = _UREN[waarde]
        case Urgentie():
            woord = URGENTIE[waarde][0]
        case _:
            woord = _GELD[waarde]
    return str(woord)
