"""De klok van een zaak: bijeengezocht uit de regels, de aanvraag, het besluit en de verslagen."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import select

from dakpan.aanvraag.beslistermijn import dag_van, opschortingen_van
from dakpan.aanvraag.bezwaren.lezen import bezwaren_van
from dakpan.aanvraag.bezwaren.rechtsmiddel import middelen_tegen, middelen_tegen_afwijzing
from dakpan.aanvraag.bezwaren.tables import Bezwaarschrift
from dakpan.aanvraag.domain.bezwaar import Rechtsmiddel
from dakpan.aanvraag.domain.bezwaren import Bezwaarstatus
from dakpan.aanvraag.domain.dossier import Dossier
from dakpan.aanvraag.domain.klok import Beslisdag, Klokfeiten, Klokregel, Kloksoort, Verslagtermijn, klok
from dakpan.aanvraag.domain.meldingen import Meldstatus
from dakpan.aanvraag.domain.stukken import Partij
from dakpan.aanvraag.domain.termijn import Termijn, Termijnsoort
from dakpan.aanvraag.inhoud import besluiten_van, dossier_van
from dakpan.aanvraag.schemas import DossierSchema
from dakpan.aanvraag.tables import Aanleiding, Aanvraag, Besluit
from dakpan.aanvraag.uiterlijk import termijnen_van
from dakpan.aanvraag.uitstel.lezen import oorzaken_van
from dakpan.aanvraag.wijzigen.doorrekenen import termijnen_van_melding
from dakpan.aanvraag.wijzigen.melden import meldingen_van
from dakpan.begrippen.periode import Periode
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak, Zaakstatus
from dakpan.dossier.voortgang import Voortgang
from dakpan.dossier.zaken import aanvulstap
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.handeling import NEDERLAND, Handeling
from dakpan.plan.coachingsplan.evaluaties import gehouden_van
from dakpan.plan.coachingsplan.lezen import geldend_plan, inhoud_van
from dakpan.rapportage.tables import Verslag
from dakpan.rapportage.toestanden import Verslagstatus
from dakpan.uitleg.contract import bron_uit_json

# Wie de stap opent haalt de termijn; de eerste die deze zaak heeft telt.
_STAPPEN: Mapping[Kloksoort, tuple[Zaakstap, ...]] = {
    Kloksoort.AANVRAGEN: (Zaakstap.INDIENEN, Zaakstap.AANVRAAG),
    Kloksoort.BESLISSEN: (Zaakstap.BESLUIT, Zaakstap.BEOORDELING),
    Kloksoort.WIJZIGEN: (Zaakstap.INDIENEN, Zaakstap.AANVRAAG),
    Kloksoort.OVER_WIJZIGING: (Zaakstap.BESLUIT, Zaakstap.BEOORDELING),
    Kloksoort.OP_BEZWAAR: (Zaakstap.BESLUIT, Zaakstap.BEOORDELING),
    Kloksoort.EVALUEREN: (Zaakstap.RAPPORTAGE, Zaakstap.UREN),
    Kloksoort.RAPPORTEREN: (Zaakstap.RAPPORTAGE, Zaakstap.VERANTWOORDING),
    Kloksoort.VERANTWOORDEN: (Zaakstap.VERANTWOORDING, Zaakstap.RAPPORTAGE),
}
_TOT_BESLUIT = frozenset({Termijnsoort.AANVRAAG_UITERLIJK, Termijnsoort.BESLISSING_UITERLIJK})


def klok_van(
    handeling: Handeling, zaak: Zaak, aanvraag: Aanvraag | None, besluit: Besluit | None
) -> tuple[Klokregel, ...]:
    """Elke termijn van deze zaak, op datum. Leeg als de lezer de aanvraag niet ziet of de zaak is gestopt."""
    if aanvraag is None or zaak.status in {Zaakstatus.INGETROKKEN, Zaakstatus.AFGEROND}:
        return ()
    toegekend = besluit is not None and besluit.soort.kent_toe
    bezwaren = bezwaren_van(handeling, zaak) if besluit is not None else ()
    return klok(
        Klokfeiten(
            vandaag=handeling.vandaag,
            termijnen=_termijnen(handeling, zaak, aanvraag, besluit),
            wie=dict(_wie(zaak)),
            ingediend_op=aanvraag.ingediend_op.astimezone(NEDERLAND).date() if aanvraag.ingediend_op else None,
            besloten_op=_eerste_besluit(handeling, zaak, besluit),
            wijzigingen=tuple(_wijzigingen(handeling, zaak, besluit)) if besluit is not None else (),
            eind=besluit.eind if besluit is not None and toegekend else None,
            verslagen=tuple(_verslagen(handeling, zaak)) if toegekend else (),
            middelen=(*middelen_tegen(besluit, bezwaren), *_tegen_afwijzing(handeling, zaak, bezwaren)),
            op_bezwaar=tuple(_op_bezwaar(bezwaren)),
            opschortingen=opschortingen_van(handeling, zaak),
            uitstel=oorzaken_van(handeling, zaak),
            evaluaties=_evaluaties(handeling, zaak) if toegekend else (),
            gehouden={dag: een.gehouden_op for dag, een in gehouden_van(handeling, zaak).items()} if toegekend else {},
        )
    )


def _eerste_besluit(handeling: Handeling, zaak: Zaak, besluit: Besluit | None) -> date | None:
    """De dag waarop over de aanvraag is beslist; een later besluit verandert die niet."""
    if besluit is None or besluit.aanleiding is Aanleiding.AANVRAAG:
        return dag_van(besluit.genomen_op) if besluit is not None else None
    return dag_van(besluiten_van(handeling, zaak)[-1].genomen_op)


def _evaluaties(handeling: Handeling, zaak: Zaak) -> tuple[date, ...]:
    """De dagen waarop zij samen terugkijken, volgens het plan waarnaar wordt gewerkt."""
    inhoud = inhoud_van(geldend_plan(handeling, zaak))
    return tuple(een.datum for een in inhoud.evaluaties) if inhoud is not None else ()


def _tegen_afwijzing(
    handeling: Handeling, zaak: Zaak, bezwaren: Sequence[Bezwaarschrift]
) -> Iterator[tuple[Rechtsmiddel, date | None]]:
    for melding in meldingen_van(handeling, zaak):
        yield from middelen_tegen_afwijzing(melding, bezwaren)


def _op_bezwaar(bezwaren: Iterable[Bezwaarschrift]) -> Iterator[tuple[date, date | None]]:
    """De dag die de financier noemde, voor elk bezwaar dat niet is ingetrokken."""
    for een in bezwaren:
        if een.beslissen_voor is not None and een.status is not Bezwaarstatus.INGETROKKEN:
            yield een.beslissen_voor, dag_van(een.beslist_op) if een.beslist_op is not None else None


def _wijzigingen(handeling: Handeling, zaak: Zaak, besluit: Besluit) -> Iterator[Beslisdag]:
    """Van elke melding die niet is ingetrokken de dag waarop er uiterlijk over wordt beslist."""
    for melding in meldingen_van(handeling, zaak):
        if melding.status is Meldstatus.INGETROKKEN:
            continue
        termijn = termijnen_van_melding(handeling, besluit, melding).get(Termijnsoort.WIJZIGING_BESLISSEN)
        if termijn is not None:
            yield Beslisdag(termijn, dag_van(melding.beslist_op) if melding.beslist_op is not None else None)


def _termijnen(handeling: Handeling, zaak: Zaak, aanvraag: Aanvraag, besluit: Besluit | None) -> tuple[Termijn, ...]:
    """Wat de regels zeggen over wat is besloten, of anders is gevraagd; een half concept zegt nog niets.

    Tot het besluit telt de periode die is gevraagd, daarna die waarvoor is toegekend.
    """
    try:
        dossier: Dossier = (
            DossierSchema().lees(besluit.invoer) if besluit is not None else dossier_van(handeling, aanvraag)
        )
        gevraagd = termijnen_van(handeling, zaak, dossier)
    except (InvoerFout, KanNiet):
        return ()
    if besluit is None:
        return gevraagd
    tot_besluit = tuple(een for een in gevraagd if een.soort in _TOT_BESLUIT)
    if not besluit.soort.kent_toe:
        return tot_besluit
    toegekend = replace(dossier.aanvraag, periode=Periode(besluit.begin, besluit.eind))
    daarna = termijnen_van(handeling, zaak, replace(dossier, aanvraag=toegekend))
    return (*tot_besluit, *(een for een in daarna if een.soort not in _TOT_BESLUIT))


def _wie(zaak: Zaak) -> Iterator[tuple[Kloksoort, Partij]]:
    """Wie volgens de werkwijze van deze zaak welke termijn haalt."""
    werkwijze = Voortgang.uit(zaak.stappen, ())
    yield Kloksoort.AANVULLEN, aanvulstap(zaak).opent
    for soort, stappen in _STAPPEN.items():
        gevonden = next((een for stap in stappen if (een := werkwijze.stap(stap)) is not None), None)
        if gevonden is not None:
            yield soort, gevonden.opent


def _verslagen(handeling: Handeling, zaak: Zaak) -> Iterator[Verslagtermijn]:
    gevraagd = select(Verslag).where(
        Verslag.tenant_id == zaak.tenant_id, Verslag.zaak_id == zaak.id, Verslag.status != Verslagstatus.VERVALLEN
    )
    for een in handeling.sessie.scalars(gevraagd):
        yield Verslagtermijn(een.vorm.value, een.uiterlijk, bron_uit_json(een.bron), een.uitgebracht_op)
