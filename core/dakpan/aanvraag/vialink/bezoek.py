"""Wie via een link komt leest als bezoeker van die link.

Wat hij doet wordt vastgelegd door de kant die het vroeg, in zijn naam en met alleen het recht om de aanvraag te
wijzigen.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar
from uuid import UUID

from sqlalchemy import select

from dakpan.aanvraag.vialink import links
from dakpan.aanvraag.vialink.brieven import Gevraagde, schrijf_code
from dakpan.aanvraag.vialink.tables import INVULLEN, Invulverzoek, Tekenlink, Waarvoor
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import vind_zaak
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.vrager import Kant, Vrager
from dakpan.partijen.rechten import Recht


@dataclass(frozen=True, slots=True)
class Post:
    """Wat de installatie weet: haar adres, haar geheim, en welke computer er vraagt."""

    adres: str
    geheim: str
    computer: str


class Verzoek(Gevraagde, Protocol):
    """Wat elk verzoek met een link heeft: bij welke zaak het hoort, en van wie het is."""

    @property
    def tenant_id(self) -> str: ...
    @property
    def organisatie_id(self) -> UUID | None: ...
    @property
    def kant(self) -> Kant: ...
    @property
    def zaak_id(self) -> UUID: ...


V = TypeVar("V", bound=Verzoek)
Zie = Callable[[Handeling, Tekenlink], V]


@gebruiksgeval("Code gestuurd voor een link")
def stuur_code(handeling: Handeling, link: Tekenlink, post: Post, zie: Zie[V]) -> V:
    """Een code naar het adres waar de link heen ging; dat adres staat nergens op het scherm."""
    verzoek = zie(handeling, link)
    code = links.maak_code(handeling.sessie, link, handeling.nu, geheim=post.geheim, computer=post.computer)
    schrijf_code(handeling, verzoek, code)
    return verzoek


def namens(handeling: Handeling, verzoek: Verzoek) -> tuple[Handeling, Zaak]:
    """Dezelfde transactie, vastgelegd door de kant die het vroeg, in naam van wie via de link kwam.

    Dat de organisatie haar zaak heeft opgeborgen is niet aan wie via de link komt: hij houdt wat de link hem geeft.
    """
    van_organisatie = verzoek.kant is not Kant.FINANCIER and verzoek.organisatie_id is not None
    eigen: dict[str, Any] = (
        {"organisatie_id": verzoek.organisatie_id} if van_organisatie else {"tenant_id": verzoek.tenant_id}
    )
    wie = Vrager(None, f"{verzoek.naam} (via een link)", rechten=frozenset({Recht.AANVRAAG_WIJZIGEN}), **eigen)
    tenant_id, zaak_id = verzoek.tenant_id, verzoek.zaak_id
    deze = Handeling(handeling.sessie, wie, handeling.nu, handeling.regelboek, handeling.sleutelbos)
    return deze, vind_zaak(deze, tenant_id, zaak_id)


def zie_invulverzoek(handeling: Handeling, link: Tekenlink, waarvoor: Waarvoor) -> Invulverzoek:
    """Het verzoek van deze link, zolang het loopt. ``NietGevonden``: het loopt niet meer, of is voor iets anders."""
    verzoek = handeling.sessie.scalar(
        select(Invulverzoek).where(Invulverzoek.tenant_id == link.tenant_id, Invulverzoek.id == link.verzoek_id)
    )
    if verzoek is None or verzoek.waarvoor is not waarvoor or not INVULLEN.kan(verzoek.status, "rond_af"):
        raise NietGevonden
    return verzoek


def rond_verzoek_af(namens_: Handeling, zaak: Zaak, verzoek_id: UUID) -> Invulverzoek:
    """Ingevuld: vanaf nu opent de link niets meer."""
    eigen = namens_.sessie.scalars(
        select(Invulverzoek).where(Invulverzoek.tenant_id == zaak.tenant_id, Invulverzoek.id == verzoek_id)
    ).one()
    eigen.status = INVULLEN.na(eigen.status, "rond_af")
    eigen.ingevuld_op = namens_.nu
    links.sluit(namens_.sessie, eigen.id, namens_.nu)
    return eigen
