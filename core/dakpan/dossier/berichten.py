"""Berichten: één regel voor één persoon, geschreven in dezelfde transactie als wat er gebeurde."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from dakpan.dossier.berichtsoorten import ONDERWERP, TER_INFORMATIE, Berichtsoort
from dakpan.dossier.tables import Bericht, Zaak
from dakpan.opslag.basis import nieuw_id
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.lijst import een_van
from dakpan.opslag.veel import voeg_toe
from dakpan.opslag.vrager import Kant
from dakpan.partijen import berichtpost, huisberichten, leden
from dakpan.partijen.leden import Ontvanger
from dakpan.partijen.post import schrijf_brief, schrijf_brieven
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
        handeling.sessie.add(Bericht(**_bericht(handeling, aanleiding, een)))
        if _meteen(een, aanleiding):
            schrijf_brief(handeling.sessie, **_brief(handeling, aanleiding, een))
    return len(nieuw)


def stuur_alle(handeling: Handeling, post: Sequence[tuple[Aanleiding, Ontvanger]]) -> None:
    """Elk van deze berichten, alle tegelijk opgeslagen. Dat het nieuw is weet wie dit vraagt, zie ``al_gestuurd``."""
    voeg_toe(handeling.sessie, Bericht, [_bericht(handeling, *een) for een in post])
    schrijf_brieven(handeling.sessie, [_brief(handeling, over, aan) for over, aan in post if _meteen(aan, over)])


def al_gestuurd(handeling: Handeling, tenant_id: str, kenmerken: Collection[str]) -> frozenset[str]:
    """Waarover is er al een bericht gestuurd? Dan hoeft niemand op te zoeken voor wie het was."""
    gestuurd = select(Bericht.kenmerk).where(Bericht.tenant_id == tenant_id, een_van(Bericht.kenmerk, kenmerken))
    return frozenset(handeling.sessie.scalars(gestuurd.distinct())) if kenmerken else frozenset()


def _hebben_het_al(handeling: Handeling, aanleiding: Aanleiding) -> frozenset[UUID]:
    gevraagd = select(Bericht.lidmaatschap_id).where(
        Bericht.tenant_id == aanleiding.tenant_id, Bericht.kenmerk == aanleiding.kenmerk
    )
    return frozenset(handeling.sessie.scalars(gevraagd))


def _bericht(handeling: Handeling, aanleiding: Aanleiding, aan: Ontvanger) -> dict[str, Any]:
    """Van de eigen kant, tenzij de ander het krijgt: dan kan alleen een gedeelde rij hem bereiken."""
    zaak, vrager = aanleiding.zaak, handeling.vrager
    return {
        "tenant_id": aanleiding.tenant_id,
        "id": nieuw_id(),
        "organisatie_id": zaak.organisatie_id if zaak is not None else vrager.organisatie_id,
        "kant": aan.kant if aan.kant is vrager.kant else Kant.GEDEELD,
        "zaak_id": zaak.id if zaak is not None else None,
        "zaaknummer": zaak.nummer if zaak is not None else "",
        "lidmaatschap_id": aan.id,
        "soort": aanleiding.soort,
        "kenmerk": aanleiding.kenmerk,
        "over": aanleiding.over,
        "dag": aanleiding.dag,
        "op": handeling.nu,
        "gemaild_op": handeling.nu if _meteen(aan, aanleiding) else None,
    }


def _brief(handeling: Handeling, aanleiding: Aanleiding, aan: Ontvanger) -> dict[str, Any]:
    zaak = aanleiding.zaak
    nummer = in_de_mail(handeling, aan, zaak.tenant_id, zaak.nummer) if zaak is not None else ""
    return berichtpost.brief_bij(aan, ONDERWERP[aanleiding.soort], nummer, handeling.nu)


def in_de_mail(handeling: Handeling, aan: Ontvanger, tenant_id: str, nummer: str) -> str:
    """Het zaaknummer; wie voor meer financiers werkt heeft het vaker, en leest er dus bij van wie de zaak is."""
    tenant = handeling.regelboek.tenants.get(tenant_id)
    if not nummer or aan.kant is Kant.FINANCIER or tenant is None:
        return nummer
    return f"{nummer} ({tenant.huisstijl.logotekst})"


def _meteen(aan: Ontvanger, aanleiding: Aanleiding) -> bool:
    """Wil deze persoon hierover meteen een e-mail?"""
    return aan.keuze is Mailkeuze.ALLES or (aan.keuze is Mailkeuze.WERK and aanleiding.soort not in TER_INFORMATIE)


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
