"""1.1 Doelgroep en begeleidingsnoodzaak"""

from dakpan.pluginkit import Bevinding, Doelgroep, Dossier, Ernst, bevinding, oordeel
from dakpan_staphorst.bronnen import PAR_1_1, REGELS

VAN_DE_GEMEENTE = frozenset(
    {Doelgroep.PARTICIPATIEWET, Doelgroep.BANENAFSPRAAK, Doelgroep.BIJSTAND, Doelgroep.MAATWERK}
)
VERRUIMING = frozenset({Doelgroep.BIJSTAND, Doelgroep.GEBOREN_BUITEN_NEDERLAND})


def toets_verantwoordelijke(dossier: Dossier) -> Bevinding:
    """Alleen wie onder de re-integratieverantwoordelijkheid van de gemeente valt."""
    return oordeel(
        "staphorst.verantwoordelijke_instantie",
        REGELS.bij("par. 1.1 en 1.3"),
        goed=bool(dossier.persoon.doelgroepen & VAN_DE_GEMEENTE),
        ja="De persoon valt onder de re-integratieverantwoordelijkheid van de gemeente.",
        nee="De persoon valt niet onder de re-integratieverantwoordelijkheid van de gemeente; kijk bij UWV. "
        "Na een verhuizing blijft de vorige gemeente verantwoordelijk tot haar afspraken aflopen.",
    )


def toets_doelgroep(dossier: Dossier) -> Bevinding:
    """Banenafspraak, of bijstand met een ander geboorteland; voor anderen past de consulent maatwerk toe."""
    groepen = dossier.persoon.doelgroepen
    return oordeel(
        "staphorst.doelgroep",
        PAR_1_1,
        goed=Doelgroep.BANENAFSPRAAK in groepen or groepen >= VERRUIMING,
        anders=Ernst.AFWEGEN,
        ja="De persoon hoort bij de doelgroep: banenafspraak, of bijstand met een ander geboorteland.",
        nee="De persoon hoort niet bij de banenafspraak of de verruiming; de consulent kan maatwerk toepassen.",
    )


def meld_begeleidingsnoodzaak() -> Bevinding:
    """De belangrijkste voorwaarde: zonder begeleiding kan de werknemer het werk niet (volledig) doen."""
    return bevinding(
        "staphorst.begeleidingsnoodzaak",
        Ernst.INFORMATIE,
        "De gemeente stelt zelf vast dat de werknemer het werk zonder begeleiding niet volledig kan doen, bijvoorbeeld "
        "met de rapportage van de loonwaardebepaling. Dat staat niet in dit dossier.",
        PAR_1_1,
    )
