"""Wie mag een stap zetten? De werkwijze noemt een partij; een persoon is die partij door zijn kant en zijn recht."""

from collections.abc import Mapping

from dakpan.aanvraag.domain.stukken import Partij
from dakpan.dossier.domain import Werkstap, Zaakstap
from dakpan.opslag.fouten import GeenRecht
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht

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
_RECHT_NAMENS_WERKGEVER: Mapping[Zaakstap, Recht] = {
    Zaakstap.AANVULLING: Recht.BEOORDELEN,
    Zaakstap.RAPPORTAGE: Recht.BEOORDELEN,
    Zaakstap.VERANTWOORDING: Recht.BEOORDELEN,
}


def recht_voor(werkstap: Werkstap) -> Recht:
    """Welk recht hoort bij deze stap, gezien wie haar opent?"""
    if _KANT[werkstap.opent] is Kant.FINANCIER and werkstap.stap in _RECHT_NAMENS_WERKGEVER:
        return _RECHT_NAMENS_WERKGEVER[werkstap.stap]
    return RECHT_VAN_STAP[werkstap.stap]


def mag(handeling: Handeling, werkstap: Werkstap) -> bool:
    """Is deze stap aan de vrager?"""
    return handeling.vrager.kant is _KANT[werkstap.opent] and handeling.mag(recht_voor(werkstap))


def vereis(handeling: Handeling, werkstap: Werkstap) -> None:
    """``GeenRecht`` als deze stap niet aan de vrager is."""
    if not mag(handeling, werkstap):
        raise GeenRecht(recht_voor(werkstap))
