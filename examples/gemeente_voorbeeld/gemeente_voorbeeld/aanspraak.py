"""Wie kan jobcoaching krijgen, en voor welke baan? (Artikel 2 en 3)"""

from dakpan.pluginkit import Bevinding, Doelgroep, Dossier, Ernst, Regime, Uren, Vorm, oordeel
from gemeente_voorbeeld.regeling import BELEIDSREGEL

MINIMUM_UREN = Uren(10_00)
VAN_DE_GEMEENTE = frozenset({Doelgroep.PARTICIPATIEWET, Doelgroep.BANENAFSPRAAK, Doelgroep.BIJSTAND})


def toets_aanspraak(dossier: Dossier) -> list[Bevinding]:
    """Alle eisen, in de volgorde van de regeling."""
    return [_doelgroep(dossier), _uren(dossier), _vorm(dossier), _regime(dossier)]


def _doelgroep(dossier: Dossier) -> Bevinding:
    """De gemeente is er voor de Participatiewet, de banenafspraak en de bijstand."""
    return oordeel(
        "voorbeeld.verantwoordelijke_instantie",
        BELEIDSREGEL.bij("artikel 2"),
        goed=bool(dossier.persoon.doelgroepen & VAN_DE_GEMEENTE),
        ja="De persoon hoort bij de gemeente.",
        nee="De persoon hoort niet bij de gemeente; vraag jobcoaching aan bij UWV.",
    )


def _uren(dossier: Dossier) -> Bevinding:
    """Minder uren mag, als een mens het heeft afgewogen."""
    return oordeel(
        "voorbeeld.contract.uren",
        BELEIDSREGEL.bij("artikel 3, eerste lid"),
        goed=dossier.dienstverband.rekenuren >= MINIMUM_UREN,
        anders=Ernst.AFWEGEN,
        ja="Het werk is {uren} per week; ten minste {minimum} is nodig.",
        nee="Het werk is {uren} per week, minder dan {minimum}; weeg af of het toch kan.",
        uren=dossier.dienstverband.rekenuren,
        minimum=MINIMUM_UREN,
    )


def _vorm(dossier: Dossier) -> Bevinding:
    """Een coach van buiten of van de gemeente zelf; geen interne coach."""
    return oordeel(
        "voorbeeld.vorm.niet_beschikbaar",
        BELEIDSREGEL.bij("artikel 3, tweede lid"),
        goed=dossier.aanvraag.vorm is not Vorm.INTERN,
        ja="De gemeente kent {vorm}e jobcoaching.",
        nee="De gemeente betaalt geen interne jobcoach; kies extern of gemeentelijk.",
        vorm=dossier.aanvraag.vorm.value,
    )


def _regime(dossier: Dossier) -> Bevinding:
    """Drie regimes: licht, midden en intensief."""
    return oordeel(
        "voorbeeld.regime.niet_beschikbaar",
        BELEIDSREGEL.bij("artikel 4"),
        goed=dossier.aanvraag.regime is not Regime.ZEER_LICHT,
        ja="Het regime {regime} bestaat bij de gemeente.",
        nee="Zeer lichte begeleiding bestaat niet bij de gemeente; kies licht, midden of intensief.",
        regime=dossier.aanvraag.regime.value,
    )
