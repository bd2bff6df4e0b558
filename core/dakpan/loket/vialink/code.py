"""Het ene veld waarmee iemand laat zien dat hij de e-mail las."""

from flask_babel import lazy_gettext as _l

from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import tekstveld
from dakpan.web.formulier import Formulier, Groep, Veld


class Codevragen(Strikt):
    code = tekstveld(10, required=True)


_VELD = Veld(
    "code",
    _l("Code van zes cijfers"),
    "tekst",
    verplicht=True,
    max=10,
    aanvullen="one-time-code",
    hulp=_l("Deze staat in de e-mail die u net kreeg."),
)
CODE = Formulier([Groep("", [_VELD])], Codevragen)
