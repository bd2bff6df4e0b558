"""Wat elk huis van een zaak laat zien, bij elkaar gehaald voor de zaakpagina."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from dakpan.aanvraag.aanvullen.aanvullen import laatste_verzoek
from dakpan.aanvraag.behandelen.behandelaars import behandeling_van, bij_wie
from dakpan.aanvraag.beoordeeltabellen import Aanvulverzoek, Onderzoek
from dakpan.aanvraag.bezwaren.lezen import bezwaren_van, mag_vastleggen, waarom_geen_bezwaar
from dakpan.aanvraag.bezwaren.rechtsmiddel import rechtsmiddel
from dakpan.aanvraag.bezwaren.tables import Bezwaarschrift
from dakpan.aanvraag.bijelkaar.lezen import Bijelkaar, bijelkaar_van
from dakpan.aanvraag.cijferblok import Cijfer, cijfers
from dakpan.aanvraag.domain.bezwaar import Rechtsmiddel
from dakpan.aanvraag.inhoud import haal_besluit
from dakpan.aanvraag.onderzoek.onderzoeken import onderzoek_van
from dakpan.aanvraag.tables import Aanvraag, Besluit
from dakpan.aanvraag.uitstel.lezen import uitstel_van
from dakpan.aanvraag.uitstel.tables import Beslisuitstel
from dakpan.aanvraag.wijzigen.melden import mag_melden, meldingen_van, waarom_niet_melden
from dakpan.aanvraag.wijzigen.tables import Wijzigingsmelding
from dakpan.aanvraag.wijzigen.vannaar import vannaar
from dakpan.betaling import overzicht as betaling
from dakpan.betaling.betalen.na_besluit import Verschil, verschil_na_besluit
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht
from dakpan.plan.aanspreekpunten import Rolverdeling, rolverdeling
from dakpan.plan.coachingsplan.lezen import laatste_plan
from dakpan.plan.koppelen import namen
from dakpan.plan.offertes import laatste_offerte
from dakpan.plan.overzicht import wie_in
from dakpan.plan.perioden import koppelingen_van
from dakpan.plan.tables import Coachingsplan, Koppeling, Offerte
from dakpan.rapportage import overzicht as rapportage
from dakpan.uren import overzicht as uren
from dakpan.wandeling.vervangen import Vervangstand, vervangstand
from dakpan.wandeling.vervolg import biedt_vervolg


@dataclass(frozen=True, slots=True)
class Onderdelen:
    """De stand per huis. Wat er (nog) niet is, of niet van de lezer is, is leeg."""

    aanvraag: Aanvraag | None
    aanvulling: Aanvulverzoek | None
    uitstel: Beslisuitstel | None
    onderzoek: Onderzoek | None
    behandeling: tuple[UUID | None, str | None] | None
    besluit: Besluit | None
    middel: Rechtsmiddel | None
    cijfers: list[Cijfer]
    offerte: Offerte | None
    coachingsplan: Coachingsplan | None
    perioden: tuple[uren.Periodestand, ...]
    koppelingen: list[Koppeling]
    namen: Mapping[UUID, str]
    aanspreekpunten: tuple[Rolverdeling, ...]
    verslagen: tuple[rapportage.Verslagregel, ...]
    geld: betaling.Betaaloverzicht
    verschil: Verschil | None
    biedt_vervolg: bool
    vervanging: Vervangstand
    wijzigingen: Sequence[Wijzigingsmelding]
    vannaar: Mapping[UUID, list[str]]
    kan_melden: bool
    bezwaren: Sequence[Bezwaarschrift]
    kan_bezwaar: bool
    bijelkaar: Bijelkaar


def onderdelen_van(handeling: Handeling, zaak: Zaak) -> Onderdelen:
    """Een vast aantal vragen aan de database, hoeveel er in de zaak ook is gebeurd."""
    aanvraag, besluit = _aanvraag(handeling, zaak), haal_besluit(handeling, zaak)
    bezwaren, wijzigingen = bezwaren_van(handeling, zaak), meldingen_van(handeling, zaak)
    koppelingen = koppelingen_van(handeling, zaak) if handeling.vrager.kant is Kant.ORGANISATIE else []
    mensen = {een for rij in koppelingen for een in wie_in(rij, handeling.vandaag)}
    return Onderdelen(
        aanvraag=aanvraag,
        aanvulling=laatste_verzoek(handeling, zaak),
        uitstel=next(reversed(uitstel_van(handeling, zaak)), None),
        onderzoek=_onderzoek(handeling, zaak),
        behandeling=_behandeling(handeling, zaak),
        besluit=besluit,
        middel=rechtsmiddel(besluit, bezwaren),
        cijfers=cijfers(besluit.uitkomst) if besluit is not None else [],
        offerte=laatste_offerte(handeling, zaak),
        coachingsplan=laatste_plan(handeling, zaak),
        perioden=uren.overzicht(handeling, zaak),
        koppelingen=koppelingen,
        namen=namen(handeling, mensen),
        aanspreekpunten=rolverdeling(handeling, zaak),
        verslagen=rapportage.overzicht(handeling, zaak),
        geld=betaling.overzicht(handeling, zaak),
        verschil=verschil_na_besluit(handeling, zaak),
        biedt_vervolg=biedt_vervolg(handeling, zaak, besluit),
        vervanging=vervangstand(handeling, zaak, aanvraag),
        wijzigingen=wijzigingen,
        vannaar=vannaar(handeling, zaak, wijzigingen),
        kan_melden=mag_melden(handeling) and not waarom_niet_melden(zaak, besluit),
        bezwaren=bezwaren,
        kan_bezwaar=mag_vastleggen(handeling) and not waarom_geen_bezwaar(besluit, bezwaren),
        bijelkaar=bijelkaar_van(handeling, zaak, aanvraag),
    )


def _behandeling(handeling: Handeling, zaak: Zaak) -> tuple[UUID | None, str | None] | None:
    """Bij wie ligt de zaak? Alleen voor de financier, zodra er iets te behandelen is."""
    if handeling.vrager.kant is Kant.ORGANISATIE or not handeling.mag(Recht.BEOORDELEN):
        return None
    rij = behandeling_van(handeling, zaak)
    return bij_wie(rij, handeling.vandaag) if rij is not None else (None, None)


def _onderzoek(handeling: Handeling, zaak: Zaak) -> Onderzoek | None:
    """Bij de financier leest alleen wie beoordeelt of beslist het; een ander krijgt geen link naar een dichte deur."""
    leest = handeling.vrager.kant is Kant.ORGANISATIE or handeling.mag(Recht.BEOORDELEN)
    return onderzoek_van(handeling, zaak) if leest or handeling.mag(Recht.BESLISSEN) else None


def _aanvraag(handeling: Handeling, zaak: Zaak) -> Aanvraag | None:
    """Een concept van de andere kant is er voor de lezer niet."""
    vraag = select(Aanvraag).where(Aanvraag.tenant_id == zaak.tenant_id, Aanvraag.zaak_id == zaak.id)
    return handeling.sessie.scalar(vraag)
