"""Wat hier bij een andere financier wordt gedaan: iets klaarzetten, dat weer weghalen, en zien of hij het aannam.

Nergens anders.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from uuid import UUID

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from dakpan.aanvraag.meegeven.tables import Meegegeven, Meegegevenstuk, Zaakoverdracht
from dakpan.aanvraag.meegeven.toestanden import MEEGEVEN, Meegeefstatus
from dakpan.dossier.tables import Document
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.geschiedenis import regels_geschiedenis
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Uitzondering
from dakpan.opslag.wacht import langs_de_wacht
from dakpan.partijen.huisberichten import Huisnieuws, laat_weten
from dakpan.partijen.leden import van_financier
from dakpan.partijen.rechten import Recht


def zet_klaar(handeling: Handeling, pakket: Meegegeven, stukken: Sequence[Document]) -> None:
    """Nieuwe rijen bij de ander; er wordt niets van hem gelezen."""
    velden = ("titel", "bestandsnaam", "mediatype", "sha256", "gemaakt_op", "door", "inhoud")
    van = {"tenant_id": pakket.tenant_id, "organisatie_id": pakket.organisatie_id, "kant": pakket.kant}
    kopieen = [
        Meegegevenstuk(**van, meegegeven_id=pakket.id, **{veld: getattr(een, veld) for veld in velden})
        for een in stukken
    ]
    with _bij_de_ander(handeling.sessie):
        handeling.sessie.add_all([pakket, *kopieen])


def haal_weg(handeling: Handeling, overdracht: Zaakoverdracht, nummer: str, waarom: str) -> UUID:
    """Wat er bij de ander klaarstond gaat daar weg; ``KanNiet``: hij besliste er al over. Welk was het?"""
    sessie = handeling.sessie
    with _bij_de_ander(sessie):
        rij = sessie.scalar(_van(overdracht, nummer).with_for_update())
        if rij is None:
            raise NietGevonden
        stukken = sessie.scalars(select(Meegegevenstuk).where(*_stukken_van(rij))).all()
        rij.status = MEEGEVEN.na(rij.status, "neem_terug")
        rij.client, rij.antwoorden, rij.oordeel = "", {}, waarom
        rij.beoordeeld_op, rij.beoordeeld_door = handeling.nu, handeling.vrager.naam
        for een in stukken:
            sessie.delete(een)
        sessie.add_all(list(regels_geschiedenis(sessie, handeling.vrager)))
        return rij.id


def status_daar(handeling: Handeling, overdracht: Zaakoverdracht, nummer: str) -> tuple[Meegeefstatus | None, str]:
    """Alleen wat de ander ook terugmeldt: hoe het ermee staat en zijn reden; van zijn zaak wordt niets gelezen."""
    handeling.sessie.flush()
    with langs_de_wacht(handeling.sessie, Uitzondering.MEEGEVEN):
        staat_er = _van(overdracht, nummer).where(Meegegeven.status != Meegeefstatus.TERUGGENOMEN)
        laatste = staat_er.order_by(Meegegeven.id.desc()).limit(1)
        daar = handeling.sessie.execute(laatste.with_only_columns(Meegegeven.status, Meegegeven.oordeel)).first()
    return (daar.status, daar.oordeel) if daar is not None else (None, "")


def _stukken_van(rij: Meegegeven) -> tuple[ColumnElement[bool], ...]:
    return Meegegevenstuk.tenant_id == rij.tenant_id, Meegegevenstuk.meegegeven_id == rij.id


def _van(overdracht: Zaakoverdracht, nummer: str) -> Select[Meegegeven]:
    """Precies wat bij deze overdracht hoort: van deze zaak, op hetzelfde moment."""
    return select(Meegegeven).where(
        Meegegeven.tenant_id == overdracht.naar_tenant,
        Meegegeven.van_tenant == overdracht.tenant_id,
        Meegegeven.van_nummer == nummer,
        Meegegeven.aangeboden_op == overdracht.op,
    )


@contextmanager
def _bij_de_ander(sessie: Session) -> Iterator[None]:
    """Eerst is wat van hier is weggeschreven en nagekeken; na afloop blijft er niets van de ander in de sessie."""
    sessie.flush()
    van_hier = set(sessie)
    try:
        with langs_de_wacht(sessie, Uitzondering.MEEGEVEN):
            yield
            sessie.flush()
    finally:
        for een in set(sessie) - van_hier:
            sessie.expunge(een)


def laat_daar_weten(handeling: Handeling, naar: str, nieuws: Huisnieuws) -> None:
    """Wie daar beslist krijgt een bericht, en e-mail zonder iets over de cliënt erin."""
    beslist = [lid for lid in van_financier(handeling.sessie, naar) if Recht.BESLISSEN in lid.rechten]
    laat_weten(handeling.sessie, nieuws, beslist, handeling.nu)
