"""Wie mag wat? Rechten en rollen zijn gegevens: een lidmaatschap noemt ze, een handeling vraagt erom."""

from collections.abc import Mapping
from enum import StrEnum


class Recht(StrEnum):
    """Wat iemand kan doen. Een organisatie deelt ze per medewerker uit; een financier per rol."""

    AANVRAAG_WIJZIGEN = "aanvraag_wijzigen"
    AANVRAAG_DEFINITIEF = "aanvraag_definitief"
    AANVRAAG_INDIENEN = "aanvraag_indienen"
    UREN_SCHRIJVEN = "uren_schrijven"
    UREN_ACCORDEREN = "uren_accorderen"
    DECLAREREN = "declareren"
    MEDEWERKERS_BEHEREN = "medewerkers_beheren"
    PERIODES_BEHEREN = "periodes_beheren"
    ARCHIEF_INZIEN = "archief_inzien"
    ARCHIVEREN = "archiveren"
    ZAAK_OPENEN = "zaak_openen"
    OFFERTE_VRAGEN = "offerte_vragen"
    BEOORDELEN = "beoordelen"
    BESLISSEN = "beslissen"
    OPDRACHT_GEVEN = "opdracht_geven"
    DECLARATIE_BEOORDELEN = "declaratie_beoordelen"
    BETALEN = "betalen"
    BETALING_VRIJGEVEN = "betaling_vrijgeven"
    WEEK_HEROPENEN = "week_heropenen"
    BSN_TONEN = "bsn_tonen"
    WAARDEN_BEHEREN = "waarden_beheren"
    ERKENNEN = "erkennen"


class Rol(StrEnum):
    """Wat doet iemand bij een financier?"""

    WERKCONSULENT = "werkconsulent"
    ARBEIDSDESKUNDIGE = "arbeidsdeskundige"
    BESLISSER = "beslisser"
    FINANCIEEL = "financieel"
    CONTRACTBEHEERDER = "contractbeheerder"
    FUNCTIONEEL_BEHEERDER = "functioneel_beheerder"


VAN_ORGANISATIE = frozenset(
    {
        Recht.AANVRAAG_WIJZIGEN,
        Recht.AANVRAAG_DEFINITIEF,
        Recht.AANVRAAG_INDIENEN,
        Recht.UREN_SCHRIJVEN,
        Recht.UREN_ACCORDEREN,
        Recht.DECLAREREN,
        Recht.MEDEWERKERS_BEHEREN,
        Recht.PERIODES_BEHEREN,
        Recht.ARCHIEF_INZIEN,
        Recht.ARCHIVEREN,
        Recht.BSN_TONEN,
    }
)

PER_ROL: Mapping[Rol, frozenset[Recht]] = {
    Rol.WERKCONSULENT: frozenset(
        {
            Recht.ZAAK_OPENEN,
            Recht.AANVRAAG_WIJZIGEN,
            Recht.AANVRAAG_DEFINITIEF,
            Recht.AANVRAAG_INDIENEN,
            Recht.OFFERTE_VRAGEN,
            Recht.BEOORDELEN,
            Recht.BESLISSEN,
            Recht.OPDRACHT_GEVEN,
            Recht.DECLARATIE_BEOORDELEN,
            Recht.WEEK_HEROPENEN,
            Recht.BSN_TONEN,
        }
    ),
    Rol.ARBEIDSDESKUNDIGE: frozenset({Recht.BEOORDELEN, Recht.BSN_TONEN}),
    Rol.BESLISSER: frozenset(
        {
            Recht.BEOORDELEN,
            Recht.BESLISSEN,
            Recht.DECLARATIE_BEOORDELEN,
            Recht.WEEK_HEROPENEN,
            Recht.BSN_TONEN,
        }
    ),
    Rol.FINANCIEEL: frozenset({Recht.BETALEN, Recht.BETALING_VRIJGEVEN, Recht.DECLARATIE_BEOORDELEN}),
    Rol.CONTRACTBEHEERDER: frozenset({Recht.ERKENNEN}),
    Rol.FUNCTIONEEL_BEHEERDER: frozenset({Recht.MEDEWERKERS_BEHEREN, Recht.WAARDEN_BEHEREN, Recht.ERKENNEN}),
}


# De matching is van de cliënt, de jobcoach en wie beoordeelt; wie om een ander werk bij de zaak komt leest haar niet.
MATCHING_LEZEN = (Recht.AANVRAAG_WIJZIGEN, Recht.UREN_SCHRIJVEN, Recht.BEOORDELEN, Recht.BESLISSEN)


def rechten_van(rollen: list[str]) -> frozenset[str]:
    """Alle rechten van deze rollen samen."""
    return frozenset(recht.value for rol in rollen for recht in PER_ROL[Rol(rol)])
