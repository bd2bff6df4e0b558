"""Wat iemand over een nieuwe sleutel zegt: waar zij voor is, en hoe lang."""

from flask_babel import lazy_gettext as _l

from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import tekstveld
from dakpan.partijen.toegangssleutels.tables import LANGSTE_NAAM
from dakpan.web.formulier import Formulier, Groep, Veld

DAGEN = {"30": _l("30 dagen"), "90": _l("90 dagen"), "365": _l("Een jaar")}


class Sleutelvragen(Strikt):
    naam = tekstveld(LANGSTE_NAAM, required=True)
    dagen = tekstveld(3, required=True)


SLEUTEL = Formulier(
    [
        Groep(
            _l("Een nieuwe sleutel"),
            [
                Veld(
                    "naam",
                    _l("Waar is zij voor?"),
                    verplicht=True,
                    max=LANGSTE_NAAM,
                    hulp=_l("Bijvoorbeeld de naam van uw planningsprogramma. Zo weet u later welke u kunt intrekken."),
                ),
                Veld("dagen", _l("Hoe lang werkt zij?"), "keuze", verplicht=True, keuzes=list(DAGEN.items())),
            ],
        )
    ],
    Sleutelvragen,
)
