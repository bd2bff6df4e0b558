"""Berichten: één regel voor één persoon, geschreven in dezelfde transactie als wat er gebeurde."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import func, select

from dakpan.dossier.berichtsoorten import ONDERWERP, TER_INFORMATIE, Berichtsoort
from dakpan.dossier.tables import Bericht, Zaak
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant
from dakpan.partijen import berichtpost, huisberichten, leden
from dakpan.partijen.leden import Ontvanger
from dakpan.partijen.tables import Mailkeuze


@dataclass(frozen=True, slots=True)
class Aanleiding:
    """Wat is er gebeurd? ``kenmerk`` maakt het uniek: over hetzelfde komt er nooit een tweede bericht.

    ``over`` en ``dag`` zijn voor de zin op het scherm: welke stap, week of vorm, en de uiterste dag.
    """

    soort: Berichtsoort
    tenant_id: str
    kenmerk: str
    zaak: Zaak | None = None
    over: str = ""
    dag: date | None = None

    @classmethod
    def bij(
        cls, soort: Berichtsoort, zaak: Zaak, kenmerk: object, *, over: str = "", dag: date | None = None
    ) -> "Aanleiding":
        """Iets over deze zaak."""
        return cls(soort, zaak.tenant_id, f"{soort}/{zaak.id}/{kenmerk}", zaak, over, dag)


def stuur(handeling: Handeling, aanleiding: Aanleiding, aan: Iterable[UUID | None]) -> int:
    """Schrijft het bericht voor elk van deze lidmaatschappen; wie het zelf deed krijgt er geen. Hoeveel werden het?"""
    gevraagd = {een for een in aan if een is not None and een != handeling.vrager.lidmaatschap_id}
    return stuur_aan(handeling, aanleiding, leden.met_id(handeling.sessie, gevraagd))


def stuur_aan(handeling: Handeling, aanleiding: Aanleiding, aan: Sequence[Ontvanger]) -> int:
    """Zoals ``stuur``, voor wie de ontvangers al heeft opgezocht."""
    al = _hebben_het_al(handeling, aanleiding) if aan else frozenset()
    nieuw = [een for een in aan if een.id not in al]
    for een in nieuw:
        bericht = _bericht(handeling, aanleiding, een)
        handeling.sessie.add(bericht)
        if _meteen(een.keuze, aanleiding.soort):
            berichtpost.meld(handeling.sessie, een, ONDERWERP[aanleiding.soort], bericht.zaaknummer, handeling.nu)
            bericht.gemaild_op = handeling.nu
    return len(nieuw)


def _hebben_het_al(handeling: Handeling, aanleiding: Aanleiding) -> frozenset[UUID]:
    gevraagd = select(Bericht.lidmaatschap_id).where(
        Bericht.tenant_id == aanleiding.tenant_id, Bericht.kenmerk == aanleiding.kenmerk
    )
    return frozenset(handeling.sessie.scalars(gevraagd))


def _bericht(handeling: Handeling, aanleiding: Aanleiding, aan: Ontvanger) -> Bericht:
    """Van de eigen kant, tenzij de ander het krijgt: dan kan alleen een gedeelde rij hem bereiken."""
    zaak, vrager = aanleiding.zaak, handeling.vrager
    return Bericht(
        tenant_id=aanleiding.tenant_id,
        organisatie_id=zaak.organisatie_id if zaak is not None else vrager.organisatie_id,
        kant=aan.kant if aan.kant is vrager.kant else Kant.GEDEELD,
        zaak_id=zaak.id if zaak is not None else None,
        zaaknummer=zaak.nummer if zaak is not None else "",
        lidmaatschap_id=aan.id,
        soort=aanleiding.soort,
        kenmerk=aanleiding.kenmerk,
        over=aanleiding.over,
        dag=aanleiding.dag,
        op=handeling.nu,
    )


def _meteen(keuze: Mailkeuze, soort: Berichtsoort) -> bool:
    return keuze is Mailkeuze.ALLES or (keuze is Mailkeuze.WERK and soort not in TER_INFORMATIE)


TEL_TOT = 99


def ongelezen(handeling: Handeling) -> int:
    """Hoeveel berichten heeft de vrager nog niet gelezen? Verder dan ``TEL_TOT`` + 1 wordt er niet geteld."""
    if handeling.vrager.lidmaatschap_id is None:
        return 0
    eerste = (
        select(Bericht.id)
        .where(Bericht.lidmaatschap_id == handeling.vrager.lidmaatschap_id, Bericht.gelezen_op.is_(None))
        .limit(TEL_TOT + 1)
        .subquery()
    )
    van_zaken = select(func.count()).select_from(eerste).scalar_subquery()
    van_het_huis = huisberichten.ongelezen_tot(handeling, TEL_TOT + 1).scalar_subquery()
    return min(handeling.sessie.scalar(select(van_zaken + van_het_huis)) or 0, TEL_TOT + 1)
