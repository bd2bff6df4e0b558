"""Wat werd er van de doelen van de vorige periode? Een vervolg zegt het per hoofddoel, met waarom."""

from collections.abc import Iterator

from dakpan.aanvraag.domain.soorten import Aanvraagsoort
from dakpan.aanvraag.domain.vorige_doelen import VorigDoel, lees_vorige_doelen
from dakpan.aanvraag.tables import Aanvraag
from dakpan.dossier.zaken import vind_zaak
from dakpan.invoer.fouten import Veldfout
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import Handeling

_VOLGT = frozenset({Aanvraagsoort.VERVOLG.value, Aanvraagsoort.EERSTE_NA_PROEFPLAATSING.value})
_GEEN_UITKOMST = "zeg of dit doel van de vorige periode is bereikt"
_GEEN_WAAROM = "schrijf hoe dit doel is bereikt, of waarom niet"


def vorige_doelen(aanvraag: Aanvraag) -> tuple[VorigDoel, ...]:
    """Over welke doelen vraagt deze aanvraag? Geen: zij volgt nergens op, of er waren geen doelen."""
    soort = aanvraag.gegevens.get("aanvraag", {}).get("soort")
    return tuple(lees_vorige_doelen(aanvraag.aanvulling)) if soort in _VOLGT else ()


def vorige_doelen_voor(handeling: Handeling, aanvraag: Aanvraag) -> tuple[VorigDoel, ...]:
    """Dezelfde doelen, als de vrager de zaak mag lezen waar zij uit komen; het archief houdt dit werk niet tegen."""
    gevonden = vorige_doelen(aanvraag)
    if not gevonden or aanvraag.vorige_zaak_id is None:
        return ()
    try:
        vind_zaak(handeling, aanvraag.tenant_id, aanvraag.vorige_zaak_id)
    except NietGevonden:
        return ()
    return gevonden


def zonder_oordeel(aanvraag: Aanvraag) -> Iterator[Veldfout]:
    """Van welk doel zegt de aanvraag nog niet of het is bereikt, of waarom?"""
    for doel in vorige_doelen(aanvraag):
        if not doel.bereikt:
            yield Veldfout(doel.veld_bereikt, _GEEN_UITKOMST)
        if not doel.waarom.strip():
            yield Veldfout(doel.veld_waarom, _GEEN_WAAROM)
