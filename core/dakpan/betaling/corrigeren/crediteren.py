"""De creditnota: precies het verschil tussen wat er is gefactureerd en wat er nu geldt, per jaar en tarief."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import select

from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.begrippen.toestand import KanNiet
from dakpan.begrippen.uren import Uren
from dakpan.betaling.corrigeren.herrekenen import Cijfers
from dakpan.betaling.corrigeren.tables import Correctie, Creditnota
from dakpan.betaling.corrigeren.toepassen import bevestigde
from dakpan.betaling.declaratie.declaraties import haal_declaratie
from dakpan.betaling.factureren.facturen import (
    Factuurgegevens,
    Vast,
    als_ubl,
    factuur_bij,
    factuurdocument,
    factuurregels,
    ruw_document,
)
from dakpan.betaling.factureren.nummers import neem_nummer
from dakpan.betaling.factureren.nummertabel import Nummersoort
from dakpan.betaling.factuur.domain import Factuursoort
from dakpan.betaling.factuur.teruglezen import lees_terug
from dakpan.betaling.tables import Declaratie, Factuur
from dakpan.betaling.toestanden import TERUG
from dakpan.dossier.slot import zet_vast
from dakpan.dossier.tables import Document, Documentsoort, Zaak
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht

NIETS = "Bij deze declaratie is niets te crediteren."


class Deel(NamedTuple):
    """Het verschil in één jaar tegen één tarief; onder nul als er in dat deel juist iets bij kwam."""

    jaar: int
    tarief: Bedrag
    honderdsten: int
    bedrag: Bedrag

    @property
    def uren_met_teken(self) -> str:
        """Zoals op het scherm: ``1,50``, of ``-0,01`` als er iets bij kwam."""
        return f"{'-' if self.honderdsten < 0 else ''}{Uren(abs(self.honderdsten)).nederlands}"


class TeCrediteren(NamedTuple):
    """Wat er op de creditnota komt, bij welke factuur, en welke correcties daarmee klaar zijn."""

    factuur: Factuur
    delen: tuple[Deel, ...]
    verschil: Cijfers
    correcties: tuple[Correctie, ...]


def te_crediteren(handeling: Handeling, rij: Declaratie) -> TeCrediteren | None:
    """Het verschil sinds de factuur of de vorige creditnota. None: er is niets te crediteren."""
    alle, factuur = bevestigde(handeling, rij), factuur_bij(handeling, rij)
    if rij.status in TERUG:
        return _hele_factuur(handeling, rij, factuur)
    wacht = [plek for plek, een in enumerate(alle) if een.te_crediteren]
    if not wacht or factuur is None:
        return None
    was = _op_papier(handeling, rij, factuur, alle[: wacht[0]])
    nu = alle[-1].uitkomst
    verschil = Cijfers.uit(was).min(Cijfers.uit(nu))
    return TeCrediteren(factuur, tuple(_delen(was, nu)), verschil, tuple(alle[plek] for plek in wacht))


@gebruiksgeval("creditnota gemaakt")
def maak_creditnota(handeling: Handeling, zaak: Zaak, declaratie_id: UUID, nummer: str) -> Creditnota:
    """Eén creditnota voor alles wat nog niet is gecrediteerd, als UBL opgeslagen; zij noemt haar factuur."""
    declaratie = haal_declaratie(handeling, zaak, declaratie_id)
    if handeling.vrager.kant is not Kant.ORGANISATIE:
        raise NietGevonden
    handeling.vereis(Recht.DECLAREREN)
    zet_vast(handeling, zaak)
    wat = te_crediteren(handeling, declaratie)
    if wat is None:
        raise KanNiet(NIETS)
    neem_nummer(handeling, nummer, Nummersoort.CREDITNOTA)
    inhoud = schrijf_creditnota(handeling, zaak, declaratie, wat, nummer)
    document = factuurdocument(handeling, zaak, Documentsoort.CREDITNOTA, nummer, inhoud)
    rij = Creditnota(
        tenant_id=zaak.tenant_id,
        organisatie_id=zaak.organisatie_id,
        kant=Kant.GEDEELD,
        zaak_id=zaak.id,
        declaratie_id=declaratie.id,
        factuur_id=wat.factuur.id,
        document_id=document.id,
        nummer=nummer,
        datum=handeling.vandaag,
        bedrag=wat.verschil.incl,
    )
    handeling.sessie.add_all([document, rij])
    for een in wat.correcties:
        een.te_crediteren, een.creditnota_id = False, rij.id
    return rij


def creditnotas_bij(handeling: Handeling, rij: Declaratie) -> Sequence[Creditnota]:
    """De creditnota's bij deze declaratie, de oudste eerst."""
    return handeling.sessie.scalars(
        select(Creditnota)
        .where(Creditnota.tenant_id == rij.tenant_id, Creditnota.declaratie_id == rij.id)
        .order_by(Creditnota.id)
    ).all()


def haal_creditnota(handeling: Handeling, rij: Declaratie, creditnota_id: UUID) -> Creditnota:
    """``NietGevonden``: bestaat niet, of hoort niet bij deze declaratie."""
    gevonden = handeling.sessie.get(Creditnota, (rij.tenant_id, creditnota_id))
    if gevonden is None or gevonden.declaratie_id != rij.id:
        raise NietGevonden
    return gevonden


def schrijf_creditnota(
    handeling: Handeling, zaak: Zaak, declaratie: Declaratie, wat: TeCrediteren, nummer: str
) -> bytes:
    """De creditnota als UBL, met de btw, het verplichtingnummer, de dagen en de opmerking van haar factuur."""
    factuur = handeling.sessie.get(Document, (zaak.tenant_id, wat.factuur.document_id))
    if factuur is None:
        raise NietGevonden
    van_factuur = lees_terug(factuur.inhoud)
    gegevens = Factuurgegevens(
        nummer,
        van_factuur.verplichtingnummer,
        btw_categorie=van_factuur.btw_categorie,
        reden_vrijstelling=van_factuur.reden_vrijstelling,
    )
    regels = list(factuurregels(zaak, declaratie, gegevens, map(_als_deel, wat.delen)))
    ruw = ruw_document(handeling, zaak, declaratie, gegevens, regels) | {
        "soort": Factuursoort.CREDITNOTA.value,
        "verwijst_naar": wat.factuur.nummer,
        "periode": van_factuur.periode,
    }
    vast = Vast([een.bedrag for een in wat.delen], wat.verschil.btw)
    return als_ubl(ruw, vast=vast, opmerking=van_factuur.opmerking)


def _hele_factuur(handeling: Handeling, rij: Declaratie, factuur: Factuur | None) -> TeCrediteren | None:
    """Wat is teruggestuurd komt terug op een andere declaratie, met haar eigen factuur: van deze geldt niets meer."""
    if factuur is None or creditnotas_bij(handeling, rij):
        return None
    return TeCrediteren(factuur, tuple(_delen(rij.uitkomst, {"per_jaar": ()})), Cijfers.uit(rij.uitkomst), ())


def _op_papier(handeling: Handeling, rij: Declaratie, factuur: Factuur, eerder: Sequence[Correctie]) -> dict[str, Any]:
    """Waarvan de factuur, of de laatste creditnota, uitging.

    Onder het plafond kan een correctie alleen de jaren verschuiven. Na de factuur is daar geen creditnota van: dan
    staat op papier nog wat er eerder gold.
    """
    gemaakt = select(Document.gemaakt_op).where(Document.tenant_id == rij.tenant_id, Document.id == factuur.document_id)
    gefactureerd = handeling.sessie.scalars(gemaakt).one()
    for een in reversed(eerder):
        voor_factuur = een.bedrag_incl != NUL_EURO or (een.beslist_op is not None and een.beslist_op < gefactureerd)
        if een.creditnota_id is not None or voor_factuur:
            return een.uitkomst
    return rij.uitkomst


def _als_deel(een: Deel) -> dict[str, Any]:
    """Zoals een deel van een declaratie; de richting staat in het bedrag."""
    return {"jaar": een.jaar, "uren": Uren(abs(een.honderdsten)).iso, "tarief": een.tarief.iso}


def _delen(was: Mapping[str, Any], nu: Mapping[str, Any]) -> Iterator[Deel]:
    """Per jaar en tarief wat er af ging; wat gelijk bleef komt er niet op."""
    toen, straks = _per_deel(was), _per_deel(nu)
    for sleutel in dict.fromkeys([*toen, *straks]):
        honderdsten, bedrag = (
            a - b for a, b in zip(toen.get(sleutel, (0, 0)), straks.get(sleutel, (0, 0)), strict=True)
        )
        if bedrag:
            yield Deel(*sleutel, honderdsten, Bedrag(bedrag))


def _per_deel(uitkomst: Mapping[str, Any]) -> dict[tuple[int, Bedrag], tuple[int, int]]:
    return {
        (een["jaar"], Bedrag.uit_iso(een["tarief"])): (
            Uren.uit_iso(een["uren"]).honderdsten,
            Bedrag.uit_iso(een["bedrag_excl"] or NUL_EURO.iso).centen,
        )
        for een in uitkomst["per_jaar"]
    }
