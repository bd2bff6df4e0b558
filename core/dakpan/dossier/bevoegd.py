"""Wie mag een stap zetten? De werkwijze noemt een partij; een persoon is die partij door kant, recht en rol."""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from sqlalchemy import select

from dakpan.aanvraag.domain.stukken import Partij
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.domain import Werkstap, Zaakstap
from dakpan.dossier.voortgang import NAAM, Voortgang
from dakpan.opslag.fouten import GeenRecht
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant
from dakpan.partijen.heet import HEET
from dakpan.partijen.rechten import PER_ROL, Recht, Rol, rechten_van
from dakpan.partijen.tables import Account, Lidmaatschap

RECHT_VAN_STAP: Mapping[Zaakstap, Recht] = {
    Zaakstap.AANVRAAG: Recht.AANVRAAG_WIJZIGEN,
    Zaakstap.ONDERTEKENING: Recht.AANVRAAG_WIJZIGEN,
    Zaakstap.INDIENEN: Recht.AANVRAAG_INDIENEN,
    Zaakstap.OFFERTEVERZOEK: Recht.OFFERTE_VRAGEN,
    Zaakstap.OFFERTE: Recht.AANVRAAG_WIJZIGEN,
    Zaakstap.BEOORDELING: Recht.BEOORDELEN,
    Zaakstap.AANVULLING: Recht.AANVRAAG_WIJZIGEN,
    Zaakstap.BESLUIT: Recht.BESLISSEN,
    Zaakstap.OPDRACHT: Recht.OPDRACHT_GEVEN,
    Zaakstap.UREN: Recht.UREN_SCHRIJVEN,
    Zaakstap.ACCORDEREN: Recht.UREN_ACCORDEREN,
    Zaakstap.RAPPORTAGE: Recht.UREN_SCHRIJVEN,
    Zaakstap.VERANTWOORDING: Recht.UREN_SCHRIJVEN,
    Zaakstap.DECLARATIE: Recht.DECLAREREN,
    Zaakstap.FACTUUR: Recht.DECLAREREN,
    Zaakstap.BETALING: Recht.BETALEN,
    Zaakstap.VASTSTELLING: Recht.BESLISSEN,
}
_VAN_DE_ORGANISATIE = {Partij.JOBCOACH, Partij.JOBCOACHORGANISATIE}
# Een werkgever of cliënt heeft geen account: de financier legt vast wat zij doen, en zegt namens wie.
_KANT: Mapping[Partij, Kant] = {
    partij: Kant.ORGANISATIE if partij in _VAN_DE_ORGANISATIE else Kant.FINANCIER for partij in Partij
}
_ROLLEN = frozenset(rol.value for rol in Rol)
_RECHT_NAMENS_WERKGEVER: Mapping[Zaakstap, Recht] = {
    Zaakstap.AANVULLING: Recht.BEOORDELEN,
    Zaakstap.RAPPORTAGE: Recht.BEOORDELEN,
    Zaakstap.VERANTWOORDING: Recht.BEOORDELEN,
}


def kant_van(partij: Partij) -> Kant:
    """Aan welke kant staat deze partij?"""
    return _KANT[partij]


def recht_voor(werkstap: Werkstap) -> Recht:
    """Welk recht hoort bij deze stap, gezien wie haar opent?"""
    if _KANT[werkstap.opent] is Kant.FINANCIER and werkstap.stap in _RECHT_NAMENS_WERKGEVER:
        return _RECHT_NAMENS_WERKGEVER[werkstap.stap]
    return RECHT_VAN_STAP[werkstap.stap]


def mag(handeling: Handeling, werkstap: Werkstap) -> bool:
    """Is deze stap aan de vrager?"""
    return (
        handeling.vrager.kant is _KANT[werkstap.opent]
        and handeling.mag(recht_voor(werkstap))
        and is_partij(handeling, werkstap.opent)
    )


def vereis(handeling: Handeling, werkstap: Werkstap) -> None:
    """``GeenRecht`` als het recht ontbreekt; ``KanNiet`` als de werkwijze een andere rol noemt."""
    if mag(handeling, werkstap):
        return
    if handeling.mag(recht_voor(werkstap)) and not is_partij(handeling, werkstap.opent):
        raise KanNiet(f"De stap '{werkstap.stap}' is in deze zaak aan {NAAM[werkstap.opent]}.")
    raise GeenRecht(recht_voor(werkstap))


def mag_besluiten(handeling: Handeling, stappen: Iterable[Mapping[str, Any]]) -> bool:
    """Beslist de vrager in een zaak met deze stappen? Ook over wat er na het besluit nog komt."""
    stap = Voortgang.uit(stappen, ()).stap(Zaakstap.BESLUIT)
    return handeling.mag(Recht.BESLISSEN) and (stap is None or mag(handeling, stap))


def collegas(handeling: Handeling, werkstap: Werkstap, met: Recht | None = None) -> tuple[str, ...]:
    """Hoe heten de mensen van de eigen kant die deze stap kunnen zetten? Leeg als zij aan de andere kant is.

    ``met``: een ander recht dan dat van de stap, voor een handeling die er een eigen recht voor heeft.
    """
    vrager = handeling.vrager
    if vrager.kant is not _KANT[werkstap.opent]:
        return ()
    van_ons = Lidmaatschap.organisatie_id == vrager.organisatie_id
    if vrager.tenant_id is not None:
        van_ons = Lidmaatschap.tenant_id == vrager.tenant_id
    leden = handeling.sessie.execute(
        select(HEET, Lidmaatschap.rollen, Lidmaatschap.rechten)
        .join(Account, Account.id == Lidmaatschap.account_id)
        .where(van_ons, Lidmaatschap.actief, Account.actief)
        .order_by(HEET)
    )
    recht = met or recht_voor(werkstap)
    return tuple(
        naam
        for naam, rollen, rechten in leden
        if recht in rechten_van(rollen or []) | frozenset(rechten or ()) and heeft_rol(rollen or (), werkstap.opent)
    )


def is_partij(handeling: Handeling, partij: Partij) -> bool:
    """Noemt de werkwijze een rol van de financier, dan is alleen het recht niet genoeg."""
    return heeft_rol(handeling.vrager.rollen, partij)


def heeft_rol(rollen: Collection[str], partij: Partij) -> bool:
    """Is iemand met deze rollen deze partij? Zonder rollen, of als de partij geen rol is, telt alleen het recht."""
    return not rollen or partij.value not in _ROLLEN or partij.value in rollen


def mag_toezien(handeling: Handeling, recht: Recht, beslist: Partij | None) -> bool:
    """Werk zonder eigen stap is aan wie in de zaak beslist, of aan een rol die in geen werkwijze een stap opent."""
    vrager = handeling.vrager
    if not handeling.mag(recht) or not vrager.rollen or beslist is None:
        return handeling.mag(recht)
    met_recht = {rol for rol in vrager.rollen if recht in PER_ROL[Rol(rol)]}
    return beslist.value in met_recht or not met_recht <= set(Partij)
