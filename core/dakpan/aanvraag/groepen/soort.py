"""Waardoor het formulier van de ene zaak anders is dan dat van de andere."""

from typing import NamedTuple

from dakpan.aanvraag.domain.soorten import Aanvraagsoort, Vorm
from dakpan.aanvraag.planvragen import Planvragen
from dakpan.aanvraag.stukvragen import Stukvragen


class Soort(NamedTuple):
    """Wat er bij deze zaak wordt gevraagd, en door wie. ``uitgewerkt``: er is een coachingsplan met doelen en uren.

    ``tijdvakken``: hoeveel regels de pagina met eerdere contracten heeft (0: zij is er niet). ``ging_vooraf``: er kan
    bij deze werkgever al iets zijn gebruikt; anders hoeft niemand naar de maanden te kijken.
    """

    plan: Planvragen = Planvragen()
    uitgewerkt: bool = False
    stukken: Stukvragen = Stukvragen()
    van_financier: bool = False
    met_tarief: bool = False
    vorm: Vorm = Vorm.EXTERN
    soort: Aanvraagsoort = Aanvraagsoort.EERSTE
    tijdvakken: int = 0
    ging_vooraf: bool = True

    @property
    def is_vervolg(self) -> bool:
        return self.soort is Aanvraagsoort.VERVOLG

    @property
    def is_intern(self) -> bool:
        return self.vorm is Vorm.INTERN

    @property
    def is_proefplaatsing(self) -> bool:
        return self.soort is Aanvraagsoort.PROEFPLAATSING
