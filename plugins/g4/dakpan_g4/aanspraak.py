"""Wie, welk regime en hoe lang? (Afspraak G4 en UWV, maart 2015; rapport par. 6.1)"""

from dakpan.pluginkit import Bevinding, Doelgroep, Dossier, Ernst, Regime, bevinding, oordeel
from dakpan_g4.bronnen import AFSPRAAK, BEDRAGEN, DUUR, PAR_6_1

VAN_DE_GEMEENTE = frozenset(
    {Doelgroep.PARTICIPATIEWET, Doelgroep.BANENAFSPRAAK, Doelgroep.BIJSTAND, Doelgroep.MAATWERK}
)
REGIMES = frozenset({Regime.LICHT, Regime.MIDDEN})
STANDAARDJAREN, MAXIMUMJAREN = 2, 3


def toets_aanspraak(dossier: Dossier) -> list[Bevinding]:
    """De afspraak stelt alleen eisen aan persoon, regime en duur; de rest is aan elke stad."""
    return [_verantwoordelijke(dossier), _doelgroep(), _regime(dossier), _duur(dossier), _eigen_regels()]


def _verantwoordelijke(dossier: Dossier) -> Bevinding:
    """Gemeenten zijn er voor wie onder de Participatiewet valt."""
    return oordeel(
        "g4.verantwoordelijke_instantie",
        PAR_6_1,
        goed=bool(dossier.persoon.doelgroepen & VAN_DE_GEMEENTE),
        ja="De persoon valt onder de verantwoordelijkheid van de gemeente.",
        nee="De persoon valt niet onder de verantwoordelijkheid van de gemeente; kijk bij UWV.",
    )


def _doelgroep() -> Bevinding:
    """Elke gemeente vult de doelgroep zelf in."""
    zin = "De afspraak stelt geen verdere eis aan de doelgroep; elke gemeente vult die zelf in."
    return bevinding("g4.doelgroep", Ernst.VOLDAAN, zin, PAR_6_1)


def _regime(dossier: Dossier) -> Bevinding:
    """Alleen licht en midden."""
    return oordeel(
        "g4.regime.niet_beschikbaar",
        BEDRAGEN,
        goed=dossier.aanvraag.regime in REGIMES,
        ja="Regime {regime} hoort bij de afspraak.",
        nee="De vier grote steden kennen alleen licht en midden; {regime} kan niet.",
        regime=dossier.aanvraag.regime.value,
    )


def _duur(dossier: Dossier) -> Bevinding:
    """Twee jaar; het derde jaar is optioneel en kan in bijzondere gevallen, zoals langdurige ziekte."""
    jaar = dossier.aanvraag.jaar
    gemotiveerd = bool((dossier.aanvraag.verlenging_gemotiveerd or "").strip())
    standaard = jaar <= STANDAARDJAREN
    return oordeel(
        "g4.duur.maximum",
        DUUR,
        goed=standaard or (jaar == MAXIMUMJAREN and gemotiveerd),
        anders=Ernst.AFWEGEN if jaar == MAXIMUMJAREN else Ernst.BLOKKEREND,
        ja="Jaar {jaar} valt binnen de {standaard} jaar van de afspraak."
        if standaard
        else "Jaar {jaar} is optioneel; de verlenging is gemotiveerd.",
        nee="Jaar {jaar} is optioneel; motiveer de verlenging (twee keer een half jaar)."
        if jaar == MAXIMUMJAREN
        else "Jaar {jaar} kan niet: na {maximum} jaar is het aan de werkgever.",
        jaar=jaar,
        standaard=STANDAARDJAREN,
        maximum=MAXIMUMJAREN,
    )


def _eigen_regels() -> Bevinding:
    """De afspraak is van 2015; een stad kan sindsdien eigen regels hebben."""
    return bevinding(
        "g4.eigen_regels",
        Ernst.INFORMATIE,
        "Dit is de afspraak van maart 2015. De stad kan latere eigen regels hebben; die levert zij als eigen regelset.",
        AFSPRAAK,
    )
