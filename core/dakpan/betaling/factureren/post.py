"""Een factuur of creditnota per e-mail naar de financier: waarheen, met welke tekst, en wat ervan bekend is."""

from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, func, select

from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.corrigeren.crediteren import haal_creditnota
from dakpan.betaling.corrigeren.tables import Creditnota
from dakpan.betaling.declaratie.declaraties import haal_declaratie
from dakpan.betaling.factureren.facturen import factuur_bij
from dakpan.betaling.factureren.verzendtabel import Factuurverzending
from dakpan.betaling.inzien import leg_vast
from dakpan.betaling.tables import Declaratie, Factuur, Factuuradres
from dakpan.dossier.tables import Document, Zaak
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval, noem
from dakpan.opslag.vrager import Kant
from dakpan.partijen.post import MEESTE_POGINGEN, schrijf_brief, voeg_bij
from dakpan.partijen.rechten import Recht
from dakpan.partijen.tables import Brief

GEEN_ADRES = (
    "De financier heeft geen e-mailadres voor facturen ingevuld. Haal de factuur op en stuur haar zelf, "
    "of vraag de financier zijn adres in te vullen."
)
AL_VERSTUURD = "{nummer} is al verstuurd. Verstuur haar alleen nog eens als de financier erom vraagt."


# Wat er verstuurd kan worden.
Stuk = Factuur | Creditnota


class Verzonden(NamedTuple):
    """Eén keer versturen. ``weg_op`` None: de e-mail is nog niet weg; ``mislukt``: er is al een poging mislukt.

    ``opgegeven``: het loket probeert het niet meer.
    """

    aan: str
    op: datetime
    door: str
    weg_op: datetime | None
    mislukt: bool
    opgegeven: bool


class Factuurmail(NamedTuple):
    """Wat er verstuurd zou worden."""

    aan: str
    onderwerp: str
    tekst: str
    bijlage: Document
    stuk: Stuk


@gebruiksgeval("factuur verstuurd")
def verstuur_factuur(
    handeling: Handeling, zaak: Zaak, declaratie_id: UUID, creditnota_id: UUID | None = None, *, nogmaals: bool = False
) -> Factuurverzending:
    """Legt de e-mail klaar en bij de zaak vast dat zij is verstuurd: beide, of geen van beide.

    ``creditnota_id`` None: de factuur zelf. ``nogmaals``: wie verstuurt weet dat het al eens is gebeurd.
    """
    mail = maak_mail(handeling, zaak, haal_declaratie(handeling, zaak, declaratie_id), creditnota_id)
    eerder = handeling.sessie.scalar(select(func.count()).select_from(Factuurverzending).where(*_van(mail.stuk)))
    if eerder and not nogmaals:
        raise KanNiet(AL_VERSTUURD.format(nummer=mail.bijlage.titel))
    brief = schrijf_brief(handeling.sessie, mail.aan, mail.onderwerp, mail.tekst, handeling.nu)
    voeg_bij(handeling.sessie, brief, mail.bijlage.bestandsnaam, mail.bijlage.mediatype, mail.bijlage.inhoud)
    verzending = Factuurverzending(
        tenant_id=zaak.tenant_id,
        organisatie_id=zaak.organisatie_id,
        kant=Kant.GEDEELD,
        zaak_id=zaak.id,
        document_id=mail.stuk.document_id,
        hoeveelste=(eerder or 0) + 1,
        aan=mail.aan,
        op=handeling.nu,
        door=handeling.vrager.naam,
        brief_id=brief.id,
    )
    handeling.sessie.add(verzending)
    leg_vast(handeling, [zaak], f"{mail.bijlage.titel}, per e-mail verstuurd")
    noem(handeling, mail.stuk.nummer)
    return verzending


def maak_mail(
    handeling: Handeling, zaak: Zaak, declaratie: Declaratie, creditnota_id: UUID | None = None
) -> Factuurmail:
    """Wat er verstuurd zou worden; er verandert niets. ``KanNiet``: de financier gaf geen adres."""
    if handeling.vrager.kant is not Kant.ORGANISATIE:
        raise NietGevonden
    handeling.vereis(Recht.DECLAREREN)
    factuur = factuur_bij(handeling, declaratie)
    if factuur is None:
        raise NietGevonden
    stuk = factuur if creditnota_id is None else haal_creditnota(handeling, declaratie, creditnota_id)
    aan = factuurmailadres(handeling, zaak.tenant_id)
    if aan is None:
        raise KanNiet(GEEN_ADRES)
    document = handeling.sessie.get_one(Document, (zaak.tenant_id, stuk.document_id))
    bij = [f"bij factuur {factuur.nummer}"] if isinstance(stuk, Creditnota) else []
    nummers = [document.titel, *bij, *_nummers(declaratie, _verplichtingnummer(document.inhoud))]
    return Factuurmail(aan, ", ".join(nummers), _tekst(zaak, stuk, nummers), document, stuk)


def factuurmailadres(handeling: Handeling, tenant_id: str) -> str | None:
    """Waar wil deze financier zijn facturen per e-mail? None: dat vulde hij niet in."""
    adres = handeling.sessie.get(Factuuradres, tenant_id)
    return adres.email if adres is not None else None


def verzendingen(handeling: Handeling, stuk: Stuk) -> list[Verzonden]:
    """Wanneer is zij verstuurd, door wie, en is de e-mail weg? De laatste eerst."""
    vraag = (
        select(Factuurverzending, Brief.verzonden_op, Brief.mislukt, Brief.pogingen)
        .join(Brief, Brief.id == Factuurverzending.brief_id)
        .where(*_van(stuk))
        .order_by(Factuurverzending.hoeveelste.desc())
    )
    return [
        Verzonden(een.aan, een.op, een.door, weg_op, mislukt is not None, pogingen >= MEESTE_POGINGEN)
        for een, weg_op, mislukt, pogingen in handeling.sessie.execute(vraag)
    ]


def _van(stuk: Stuk) -> list[ColumnElement[bool]]:
    van, soort = stuk.tenant_id, Factuurverzending
    return [soort.tenant_id == van, soort.document_id == stuk.document_id]


def _verplichtingnummer(ubl: bytes) -> str | None:
    """Het nummer van de bestelling, als het op de factuur staat."""
    from lxml import etree  # noqa: PLC0415 - laadt de XML-bibliotheek

    gevonden = etree.fromstring(ubl).findtext("{*}OrderReference/{*}ID")
    return str(gevonden) if gevonden else None


def _nummers(declaratie: Declaratie, verplichtingnummer: str | None) -> list[str]:
    bestelling = [f"verplichtingnummer {verplichtingnummer}"] if verplichtingnummer else []
    return [*bestelling, f"declaratienummer {declaratie.nummer}"]


def _tekst(zaak: Zaak, stuk: Stuk, nummers: list[str]) -> str:
    """Zonder naam van een cliënt: e-mail is niet versleuteld tot bij de lezer."""
    van = zaak.organisatie
    naam, wat = van.naam if van is not None else "", "creditnota" if isinstance(stuk, Creditnota) else "factuur"
    vragen = [f"Vragen over deze {wat}: {van.email}."] if van is not None and van.email else []
    alineas = [
        "Dag,",
        f"Hierbij de {wat} van {naam} van {stuk.datum:%d-%m-%Y}, als e-factuur (UBL) in de bijlage.",
        "\n".join([*(een[0].upper() + een[1:] for een in nummers), f"Bedrag met btw: € {stuk.bedrag.nederlands}"]),
        *vragen,
        f"Met vriendelijke groet,\n{naam}",
    ]
    return "\n\n".join(alineas) + "\n"
