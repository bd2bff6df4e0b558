"""Een betaling klaarzetten: nooit twee keer om dezelfde reden, en alleen naar een rekening die bekend is."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from dakpan.aanvraag.domain.stukken import Partij
from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.begrippen.fouten import OngeldigeWaarde
from dakpan.begrippen.nummers import Iban
from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.tables import Betaalopdracht
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import geef_nummers
from dakpan.opslag.basis import nieuw_id
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant
from dakpan.partijen.tables import Organisatie
from dakpan.uitleg.berekening import Stap
from dakpan.uitleg.contract import stap_als_json

NUMMERSOORT = "BO"
OMSCHRIJVING_TEN_HOOGSTE = 140
GEEN_IBAN = {
    Partij.WERKGEVER: "Van de werkgever is nog geen rekeningnummer bekend. "
    "Vul zijn IBAN in; dan kan de betaling klaarstaan.",
    Partij.JOBCOACHORGANISATIE: "De jobcoachorganisatie heeft nog geen rekeningnummer ingevuld. "
    "Vraag haar dat te doen bij haar organisatiegegevens.",
}


@dataclass(frozen=True, slots=True)
class Ontvanger:
    """Wie krijgt het geld, op welke rekening?"""

    aan: Partij
    naam: str
    iban: str


@dataclass(frozen=True, slots=True)
class Klaar:
    """Eén betaling om klaar te zetten. ``sleutel``: waarom; dezelfde sleutel komt er nooit twee keer.

    ``excl`` en ``btw``: waaruit het bedrag bestaat, als er een declaratie onder ligt.
    """

    sleutel: str
    bedrag: Bedrag
    omschrijving: str
    vanaf: date
    stappen: Sequence[Stap] = ()
    declaratie_id: UUID | None = None
    excl: Bedrag | None = None
    btw: Bedrag | None = None


def ontvanger(zaak: Zaak, aan: Partij) -> Ontvanger:
    """De rekening van de werkgever of van de organisatie; ``KanNiet`` als zij er niet is."""
    partij = zaak.werkgever if aan is Partij.WERKGEVER else zaak.organisatie
    iban = _iban(partij.iban if partij is not None else None)
    if partij is None or iban is None:
        raise KanNiet(GEEN_IBAN.get(aan, "Wie dit geld krijgt is niet bekend; er is niets klaargezet."))
    return Ontvanger(Partij.WERKGEVER if not isinstance(partij, Organisatie) else aan, partij.naam, iban)


def _iban(tekst: str | None) -> str | None:
    try:
        return Iban.uit_tekst(tekst or "").nummer
    except OngeldigeWaarde:
        return None


def zet_klaar(handeling: Handeling, zaak: Zaak, aan: Partij, betalingen: Sequence[Klaar]) -> list[Betaalopdracht]:
    """Zet klaar wat er nog niet staat; wat er al staat blijft zoals het is."""
    bekend = _bekende_sleutels(handeling, zaak)
    rijen = [Betaalopdracht(**een) for een in nummer(handeling, leg_klaar(handeling, zaak, aan, betalingen, bekend))]
    handeling.sessie.add_all(rijen)
    return rijen


def leg_klaar(
    handeling: Handeling, zaak: Zaak, aan: Partij, betalingen: Sequence[Klaar], bekend: Collection[str] = ()
) -> list[dict[str, Any]]:
    """De velden van elke betaling die er nog niet is, op haar nummer na. ``KanNiet``: er is geen rekening."""
    nieuw = [een for een in betalingen if een.sleutel not in bekend and een.bedrag.centen > 0]
    naar = ontvanger(zaak, aan) if nieuw else None
    return [_velden(handeling, zaak, naar, een) for een in nieuw if naar is not None]


def nummer(handeling: Handeling, gelegd: Sequence[dict[str, Any]]) -> Sequence[dict[str, Any]]:
    """Geeft elke betaling die klaarligt haar nummer, op volgorde. Zij zijn alle van dezelfde financier."""
    if not gelegd:
        return gelegd
    tenant_id, jaar = gelegd[0]["tenant_id"], handeling.vandaag.year
    nummers = geef_nummers(handeling.sessie, tenant_id, NUMMERSOORT, jaar, len(gelegd))
    return [{**een, "nummer": nummer} for een, nummer in zip(gelegd, nummers, strict=True)]


def _bekende_sleutels(handeling: Handeling, zaak: Zaak) -> set[str]:
    return set(
        handeling.sessie.scalars(
            select(Betaalopdracht.sleutel).where(
                Betaalopdracht.tenant_id == zaak.tenant_id, Betaalopdracht.zaak_id == zaak.id
            )
        )
    )


def _velden(handeling: Handeling, zaak: Zaak, naar: Ontvanger, een: Klaar) -> dict[str, Any]:
    """Een betaling is van de financier alleen, tot zij naar de bank gaat."""
    return {
        "tenant_id": zaak.tenant_id,
        "id": nieuw_id(),
        "organisatie_id": zaak.organisatie_id,
        "kant": Kant.FINANCIER,
        "zaak_id": zaak.id,
        "declaratie_id": een.declaratie_id,
        "sleutel": een.sleutel,
        "aan": naar.aan,
        "begunstigde": naar.naam,
        "iban": naar.iban,
        "bedrag": een.bedrag,
        "bedrag_excl": een.excl,
        "btw": een.btw,
        "omschrijving": een.omschrijving[:OMSCHRIJVING_TEN_HOOGSTE],
        "vanaf": een.vanaf,
        "uitleg": [stap_als_json(stap) for stap in een.stappen],
        "klaargezet_door": handeling.vrager.naam,
        "klaargezet_account": handeling.vrager.account_id,
        "niet_meer": NUL_EURO,
        "goedgekeurd": [],
    }
