"""Het formulier met wie er moet tekenen: per partij een naam en een eigen e-mailadres."""

from collections.abc import Sequence
from functools import lru_cache

from flask_babel import lazy_gettext as _l
from marshmallow import fields

from dakpan.aanvraag.domain.stukken import Partij
from dakpan.aanvraag.indienen import LANGSTE_NAAM
from dakpan.aanvraag.namen import PARTIJEN
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
    voor = partij.value
    velden = [
        Veld(f"{voor}.naam", _l("Naam"), verplicht=True, max=LANGSTE_NAAM),
        Veld(f"{voor}.email", _l("E-mailadres voor de link"), "email", verplicht=True),
    ]
    if partij is Partij.CLIENT:
        tekst = _l("Een wettelijk vertegenwoordiger tekent voor de cliënt")
        velden.append(Veld(f"{voor}.vertegenwoordiger", tekst, "janee"))
    return Groep(PARTIJEN[partij], velden)
