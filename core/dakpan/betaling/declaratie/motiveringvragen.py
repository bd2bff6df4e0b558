"""Het formulier bij een proef die om een motivering vraagt."""

from flask_babel import lazy_gettext as _l

from dakpan.betaling.declaratie.motivering import LANGSTE
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import tekstveld
from dakpan.web.formulier import Formulier, Groep, Veld


class Motiveringvragen(Strikt):
    motivering = tekstveld(LANGSTE, required=True)


MOTIVERING = Formulier(
    (
        Groep(
            _l("Motivering"),
            (
                Veld(
                    "motivering",
                    _l("Waarom was er meer tijd nodig voor de verantwoordingsrapportage?"),
                    "lang",
                    verplicht=True,
                    max=LANGSTE,
                    hulp=_l(
                        "Dit gaat met de declaratie mee; wie haar beoordeelt leest het. Daarna kan zij definitief."
                    ),
                    telt=True,
                ),
            ),
        ),
    ),
    Motiveringvragen,
)
