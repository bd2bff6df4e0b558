"""Is de aanvraag volledig, en wat vinden de regels ervan? Niets blijft verborgen tot na het indienen."""

from collections.abc import Collection
from typing import Any, NamedTuple

from dakpan.aanvraag.aanvragen import vereis_aanvrager
from dakpan.aanvraag.contract import toets_als_json
from dakpan.aanvraag.domain.dossier import Dossier
from dakpan.aanvraag.domain.soorten import Vorm
from dakpan.aanvraag.domain.toestanden import AANVRAAG, Aanvraagstatus
from dakpan.aanvraag.herkomst import na_te_kijken
from dakpan.aanvraag.inhoud import Json, dossier_van, haal_aanvraag, voorlopig_dossier
from dakpan.aanvraag.invullen import als_antwoorden, volledig
from dakpan.aanvraag.planvragen import (
    GEEN_BUDGET,
    Planvragen,
    bezwaren,
    maak_plan,
    nog_te_vullen,
    vragen_bij_aanvraag,
)
from dakpan.aanvraag.service import Toets, toets
from dakpan.aanvraag.tables import Aanvraag
from dakpan.aanvraag.tijdlijn.tellen import zonder_reden
from dakpan.aanvraag.vorige_doelen import zonder_oordeel
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import InvoerFout, Veldfout
from dakpan.invoer.velden import VERPLICHT
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.plan.coachingsplan.lezen import inhoud_van, plan_bij_aanvraag
from dakpan.uitleg.bevinding import Bevinding
from dakpan.uitleg.contract import bevinding_als_json


class Controle(NamedTuple):
    """Wat er ontbreekt, en wat de regels vinden; ``toets`` is leeg zolang het dossier niet te lezen is."""

    fouten: tuple[Veldfout, ...]
    toets: Json | None
    plan: tuple[Json, ...] = ()
    overgenomen: tuple[Veldfout, ...] = ()

    @property
    def volledig(self) -> bool:
        return not self.alle_fouten

    @property
    def alle_fouten(self) -> tuple[Veldfout, ...]:
        """Wat ontbreekt of niet past, en wat is overgenomen en nog niet nagekeken."""
        return (*self.fouten, *self.overgenomen)


@gebruiksgeval("Aanvraag gecontroleerd")
def controleer(handeling: Handeling, zaak: Zaak, op_formulier: Collection[str] | None = None) -> Controle:
    """Elk antwoord dat ontbreekt en elke bevinding met haar bron. Ontbreekt er niets, dan is zij gecontroleerd.

    ``op_formulier``: de vragen van het formulier; wat is overgenomen en daar niet staat ziet niemand. None: alles.
    """
    aanvraag = haal_aanvraag(handeling, zaak)
    vereis_aanvrager(handeling, zaak)
    gecontroleerd = AANVRAAG.na(aanvraag.status, "controleer")
    uitslag = kijk_na(handeling, zaak, aanvraag, op_formulier)
    aanvraag.status = gecontroleerd if uitslag.volledig else Aanvraagstatus.CONCEPT
    bewaar(handeling, aanvraag, uitslag)
    return uitslag


def kijk_na(
    handeling: Handeling, zaak: Zaak, aanvraag: Aanvraag, op_formulier: Collection[str] | None = None
) -> Controle:
    """De controle zelf, zonder iets op te slaan."""
    fouten = [*_onvolledig(zaak, aanvraag), *zonder_reden(handeling, aanvraag)]
    overgenomen = tuple(na_te_kijken(aanvraag.herkomst, op_formulier))
    dossier = _leesbaar(handeling, aanvraag)
    if dossier is None:
        return Controle((*fouten, *_ontbreekt_in_plan(handeling, zaak, aanvraag)), None, (), overgenomen)
    peildatum = dossier.aanvraag.ontvangen_op
    regels = handeling.regels(zaak.tenant_id, peildatum)
    uitslag = toets(regels, dossier, peildatum)
    gevraagd = vragen_bij_aanvraag(regels, dossier, peildatum)
    plan: list[Bevinding] = []
    if gevraagd != Planvragen():
        omvang = uitslag.omvang or GEEN_BUDGET
        inhoud = inhoud_van(plan_bij_aanvraag(handeling, zaak, aanvraag))
        plan = regels.toets_plan(maak_plan(aanvraag.teksten, aanvraag.hoofddoelen, inhoud), omvang, peildatum)
        fouten += bezwaren(plan)
    return Controle(tuple(fouten), toets_als_json(uitslag), tuple(map(bevinding_als_json, plan)), overgenomen)


def _onvolledig(zaak: Zaak, aanvraag: Aanvraag) -> list[Veldfout]:
    """Alles wat het formulier nog mist, op volgorde van het formulier."""
    fouten: list[Veldfout] = []
    try:
        volledig().lees(als_antwoorden(zaak, aanvraag))
    except InvoerFout as fout:
        fouten += fout.fouten
    if zaak.persoon.bsn_cijfer is None:
        fouten.append(Veldfout("client.bsn", VERPLICHT))
    if zaak.vorm is Vorm.INTERN and not zaak.werkgever.iban:
        fouten.append(Veldfout("werkgever.iban", "de vergoeding gaat naar de werkgever; vul zijn rekeningnummer in"))
    return [*fouten, *zonder_oordeel(aanvraag)]


def _leesbaar(handeling: Handeling, aanvraag: Aanvraag) -> Dossier | None:
    try:
        return dossier_van(handeling, aanvraag)
    except InvoerFout:
        return None


def _ontbreekt_in_plan(handeling: Handeling, zaak: Zaak, aanvraag: Aanvraag) -> tuple[Veldfout, ...]:
    """Wat het plan nog mist als de rest nog niet te lezen is; over uren en budget valt dan niets te zeggen."""
    dossier = voorlopig_dossier(aanvraag.gegevens, handeling.vandaag)
    regels = handeling.regels(zaak.tenant_id, handeling.vandaag)
    gevraagd = vragen_bij_aanvraag(regels, dossier, handeling.vandaag)
    inhoud = inhoud_van(plan_bij_aanvraag(handeling, zaak, aanvraag))
    plan = maak_plan(aanvraag.teksten, aanvraag.hoofddoelen, inhoud)
    return nog_te_vullen(gevraagd, regels.toets_plan(plan, GEEN_BUDGET, handeling.vandaag))


def bewaar(handeling: Handeling, aanvraag: Aanvraag, uitslag: Controle) -> None:
    """Legt de uitslag bij de aanvraag, met wanneer en volgens welke regelset."""
    aanvraag.controle = {
        "op": handeling.nu.isoformat(),
        "fouten": [{"veld": fout.veld, "melding": fout.melding} for fout in uitslag.alle_fouten],
        "toets": uitslag.toets,
        "plan": list(uitslag.plan),
    }


def lees_controle(aanvraag: Aanvraag) -> Controle | None:
    """De laatste controle; None als er na een wijziging nog niet is gecontroleerd."""
    bewaard: dict[str, Any] | None = aanvraag.controle
    if bewaard is None:
        return None
    fouten = tuple(Veldfout(fout["veld"], fout["melding"]) for fout in bewaard["fouten"])
    return Controle(fouten, bewaard["toets"], tuple(bewaard["plan"]))


def toets_aanvraag(handeling: Handeling, zaak: Zaak, dossier: Dossier) -> Toets:
    """Wat zeggen de regels van deze financier, op de dag van ontvangst?"""
    peildatum = dossier.aanvraag.ontvangen_op
    return toets(handeling.regels(zaak.tenant_id, peildatum), dossier, peildatum)
