"""De formulieren van het terugvragen."""

from flask_babel import lazy_gettext as _l

from dakpan.betaling.terugvragen.tables import LANGSTE_REDEN
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import tekstveld
from dakpan.web.formulier import Formulier, Groep, Veld


class Terugvraagvragen(Strikt):
    reden = tekstveld(LANGSTE_REDEN, required=True)


TERUGVRAAG = Formulier(
    (
        Groep(
            "",
            (
                Veld(
                    "reden",
                    _l("Waarom wilt u haar terug?"),
                    "lang",
                    verplicht=True,
                    max=LANGSTE_REDEN,
                    hulp=_l("Schrijf wat er niet klopt en wat u wilt veranderen. De financier leest dit."),
                ),
            ),
        ),
    ),
    Terugvraagvragen,
)


class Beslisvragen(Strikt):
    antwoord = tekstveld(LANGSTE_REDEN)


BESLISSEN = Formulier(
    (
        Groep(
            "",
            (
                Veld(
                    "antwoord",
                    _l("Uw antwoord"),
                    "lang",
                    max=LANGSTE_REDEN,
                    hulp=_l("Nodig als zij blijft; de organisatie leest dit."),
                    soms=True,
                ),
            ),
        ),
    ),
    Beslisvragen,
)
