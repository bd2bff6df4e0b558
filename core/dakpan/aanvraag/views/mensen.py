"""De formulieren met wie een link krijgt: een naam en een eigen e-mailadres."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from flask_babel import lazy_gettext as _l
from marshmallow import fields

from dakpan.aanvraag.domain.stukken import Partij
from dakpan.aanvraag.indienen import LANGSTE_NAAM
from dakpan.aanvraag.namen import PARTIJEN
from dakpan.aanvraag.vialink.verzoeken import Mens
from dakpan.aanvraag.vragen import emailadres
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import genest, tekstveld
from dakpan.web.formulier import Formulier, Groep, Veld


class Mensvragen(Strikt):
    naam = tekstveld(LANGSTE_NAAM, required=True)
    email = tekstveld(254, required=True, validate=emailadres)
    vertegenwoordiger = fields.Boolean(load_default=False)


class Mensenvragen(Strikt):
    client = genest(Mensvragen)
    werkgever = genest(Mensvragen)
    jobcoach = genest(Mensvragen)
    jobcoachorganisatie = genest(Mensvragen)
    werkconsulent = genest(Mensvragen)
    arbeidsdeskundige = genest(Mensvragen)
    beslisser = genest(Mensvragen)
    financier = genest(Mensvragen)


def mensenformulier(nog: Sequence[Partij]) -> Formulier:
    """Eén groep per partij die nog moet tekenen."""
    return _formulier(tuple(nog))


@lru_cache(maxsize=32)
def _formulier(nog: tuple[Partij, ...]) -> Formulier:
    return Formulier([_groep(partij) for partij in nog], Mensenvragen)


def _groep(partij: Partij) -> Groep:
    voor = f"{partij.value}."
    velden = _wie(voor)
    if partij is Partij.CLIENT:
        tekst = _l("Een wettelijk vertegenwoordiger tekent voor de cliënt")
        velden.append(Veld(f"{voor}vertegenwoordiger", tekst, "janee"))
    return Groep(PARTIJEN[partij], velden)


def _wie(voor: str = "") -> list[Veld]:
    return [
        Veld(f"{voor}naam", _l("Naam"), verplicht=True, max=LANGSTE_NAAM),
        Veld(f"{voor}email", _l("E-mailadres voor de link"), "email", verplicht=True),
    ]


def mens_van(velden: Mapping[str, Any]) -> Mens:
    """Wie er een link krijgt, zoals het formulier hem las."""
    return Mens(velden["naam"], velden["email"], bool(velden.get("vertegenwoordiger")))


_VERTEGENWOORDIGER = Veld("vertegenwoordiger", _l("Dit is de wettelijk vertegenwoordiger van de cliënt"), "janee")
# Eén mens met een link: de werkgever die invult, en de cliënt die een wijziging doorgeeft.
WERKGEVER = Formulier([Groep("", _wie())], Mensvragen)
CLIENT = Formulier([Groep("", [*_wie(), _VERTEGENWOORDIGER])], Mensvragen)
