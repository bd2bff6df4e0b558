"""Alles wat de financier de cliënt in deze zaak stuurde, en wie daar een kopie van mag lezen.

De lijst is er geen kopie van: zij volgt uit wat er is besloten en gevraagd, dus er kan niets in ontbreken.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import select

from dakpan.aanvraag.beslistermijn import verzoeken_van
from dakpan.aanvraag.bezwaren.lezen import bezwaren_van
from dakpan.aanvraag.bezwaren.tables import Bezwaarschrift
from dakpan.aanvraag.clientpost.tables import Postmachtiging
from dakpan.aanvraag.inhoud import besluiten_van
from dakpan.aanvraag.onderzoek.onderzoeken import onderzoek_van
from dakpan.aanvraag.tables import Aanleiding
from dakpan.aanvraag.uitstel.lezen import uitstel_van
from dakpan.aanvraag.wijzigen.melden import meldingen_van
from dakpan.dossier.inzage import leg_vast
from dakpan.dossier.tables import Zaak
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import NEDERLAND, Handeling, gebruiksgeval
from dakpan.opslag.sporen import Inzage
from dakpan.opslag.vrager import Kant


class Poststuksoort(StrEnum):
    """Wat voor brief is het?"""

    BESLUIT = "besluit"
    AANVULLING = "aanvulling"
    UITSTEL = "uitstel"
    WIJZIGING = "wijziging"
    BEZWAAR = "bezwaar"
    RAPPORT = "rapport"


class Poststuk(NamedTuple):
    """Eén brief: ``rij`` is wat er in de zaak staat en waar hij over gaat.

    ``bezwaar``: het bezwaar of beroep waar een nieuw besluit op volgde.
    """

    soort: Poststuksoort
    op: datetime
    door: str
    rij: Any
    bezwaar: Bezwaarschrift | None = None

    @property
    def id(self) -> UUID:
        id_: UUID = self.rij.id
        return id_

    @property
    def spoor(self) -> str:
        """Zo staat het bij wie er keek; wie dit al las heeft de brief gelezen."""
        soort, op = self.soort.value, f"{self.op.astimezone(NEDERLAND):%d-%m-%Y %H:%M:%S}"
        return f"brief over {soort} van {op}"


@dataclass(frozen=True, slots=True)
class Clientpost:
    """Wat de lezer van de post mag zien. ``alleen_client``: zoveel brieven las alleen de cliënt."""

    stukken: tuple[Poststuk, ...]
    alleen_client: int
    machtigingen: Sequence[Postmachtiging]
    gelezen: frozenset[str]

    @property
    def geldend(self) -> Postmachtiging | None:
        return geldend(self.machtigingen)

    @property
    def nieuw(self) -> int:
        return sum(self.is_nieuw(een) for een in self.stukken)

    def is_nieuw(self, stuk: Poststuk) -> bool:
        return stuk.spoor not in self.gelezen

    def kopie_aan(self, stuk: Poststuk) -> str:
        """Welke organisatie kreeg een kopie toen de brief ging? Leeg: alleen de cliënt kreeg hem."""
        return next((een.organisatie for een in self.machtigingen if _gold_op(een, stuk.op)), "")


def machtigingen_van(handeling: Handeling, zaak: Zaak) -> Sequence[Postmachtiging]:
    """Elke machtiging in deze zaak, ook wat is ingetrokken; de laatste eerst."""
    vraag = select(Postmachtiging).where(Postmachtiging.tenant_id == zaak.tenant_id, Postmachtiging.zaak_id == zaak.id)
    return handeling.sessie.scalars(vraag.order_by(Postmachtiging.id.desc())).all()


def geldend(machtigingen: Sequence[Postmachtiging]) -> Postmachtiging | None:
    """De machtiging die nu geldt, als er een is."""
    return next((een for een in machtigingen if een.ingetrokken_op is None), None)


def clientpost(handeling: Handeling, zaak: Zaak) -> Clientpost:
    """De post van deze zaak, de laatste brief eerst; een organisatie leest alleen waar een machtiging voor is."""
    machtigingen = machtigingen_van(handeling, zaak)
    alle = sorted(_stukken(handeling, zaak), key=lambda een: een.op, reverse=True)
    leesbaar = tuple(een for een in alle if _mag_lezen(handeling, machtigingen, een))
    return Clientpost(leesbaar, len(alle) - len(leesbaar), machtigingen, _gelezen(handeling, zaak))


def nieuwe_post(handeling: Handeling, zaak: Zaak) -> int:
    """Hoeveel brieven las deze persoon nog niet? Alleen voor wie een kopie krijgt: de afzender stuurde ze zelf."""
    if handeling.vrager.kant is not Kant.ORGANISATIE or not machtigingen_van(handeling, zaak):
        return 0
    return clientpost(handeling, zaak).nieuw


@gebruiksgeval("Brief aan de cliënt gelezen")
def open_stuk(handeling: Handeling, zaak: Zaak, soort: str, id_: UUID, doel: str) -> tuple[Poststuk, str]:
    """De brief en wie er een kopie van kreeg; dat hij is gelezen staat daarna bij de zaak.

    ``NietGevonden``: hij is er niet, of de vrager mag hem niet lezen.
    """
    post = clientpost(handeling, zaak)
    stuk = next((een for een in post.stukken if een.soort == soort and een.id == id_), None)
    if stuk is None:
        raise NietGevonden
    leg_vast(handeling, zaak, stuk.spoor, doel)
    return stuk, post.kopie_aan(stuk)


def _mag_lezen(handeling: Handeling, machtigingen: Sequence[Postmachtiging], stuk: Poststuk) -> bool:
    """De financier schreef de brief, en een rapport deelde hij zelf.

    Verder leest een organisatie met een machtiging ook wat er al lag; na het intrekken niets nieuws.
    """
    if handeling.vrager.kant is Kant.FINANCIER or stuk.soort is Poststuksoort.RAPPORT:
        return True
    return any(een.ingetrokken_op is None or stuk.op <= een.ingetrokken_op for een in machtigingen)


def _gold_op(machtiging: Postmachtiging, op: datetime) -> bool:
    eind = machtiging.ingetrokken_op
    return machtiging.gegeven_op <= op and (eind is None or op <= eind)


def _gelezen(handeling: Handeling, zaak: Zaak) -> frozenset[str]:
    vraag = select(Inzage.wat).where(
        Inzage.tenant_id == zaak.tenant_id,
        Inzage.zaak_id == zaak.id,
        Inzage.account_id == handeling.vrager.account_id,
    )
    return frozenset(handeling.sessie.scalars(vraag.distinct()))


def _stukken(handeling: Handeling, zaak: Zaak) -> Iterator[Poststuk]:
    """Een besluit dat elders is genomen en hier is overgenomen, is ook elders verstuurd."""
    bezwaren = bezwaren_van(handeling, zaak)
    gevolgd = {een.nieuw_besluit_id: een for een in bezwaren if een.nieuw_besluit_id is not None}
    for besluit in besluiten_van(handeling, zaak):
        if besluit.aanleiding is not Aanleiding.OVERNAME:
            bezwaar = gevolgd.get(besluit.id)
            yield Poststuk(Poststuksoort.BESLUIT, besluit.genomen_op, besluit.door, besluit, bezwaar)
    for verzoek in verzoeken_van(handeling, zaak):
        yield Poststuk(Poststuksoort.AANVULLING, verzoek.gevraagd_op, verzoek.door, verzoek)
    for uitstel in uitstel_van(handeling, zaak):
        yield Poststuk(Poststuksoort.UITSTEL, uitstel.vastgelegd_op, uitstel.vastgelegd_door, uitstel)
    yield from _beslist(handeling, zaak, bezwaren)
    rapport = onderzoek_van(handeling, zaak)
    if rapport is not None and rapport.gedeeld_op is not None:
        yield Poststuk(Poststuksoort.RAPPORT, rapport.gedeeld_op, rapport.gedeeld_door or "", rapport)


def _beslist(handeling: Handeling, zaak: Zaak, bezwaren: Sequence[Bezwaarschrift]) -> Iterator[Poststuk]:
    """Over een wijziging of bezwaar; kwam er een nieuw besluit, dan zegt de brief daarvan het al."""
    for melding in meldingen_van(handeling, zaak):
        if melding.beslist_op is not None and melding.besluit_id is None:
            yield Poststuk(Poststuksoort.WIJZIGING, melding.beslist_op, melding.beslist_door or "", melding)
    for bezwaar in bezwaren:
        if bezwaar.beslist_op is not None and bezwaar.nieuw_besluit_id is None:
            yield Poststuk(Poststuksoort.BEZWAAR, bezwaar.beslist_op, bezwaar.beslist_door or "", bezwaar)
