"""De formulieren van een correctie en van een creditnota."""

from flask_babel import lazy_gettext as _l

from dakpan.betaling.factureren.nummers import NUMMER_TEN_HOOGSTE
from dakpan.betaling.formulieren import lees_naam
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import Waardeveld, tekstveld
from dakpan.web.formulier import Formulier, Groep, Veld


class Voorstelvragen(Strikt):
    reden = tekstveld(2_000)


VOORSTEL = Formulier(
    (
        Groep(
            _l("Toelichting"),
            (Veld("reden", _l("Wat is er gebeurd?"), "lang", max=2_000, hulp=_l("Wie hierover beslist leest dit.")),),
        ),
    ),
    Voorstelvragen,
)


class Afwijsvragen(Strikt):
    antwoord = tekstveld(2_000)


AFWIJZEN = Formulier(
    (Groep("", (Veld("antwoord", _l("Waarom wijst u het af?"), "lang", max=2_000, soms=True),)),), Afwijsvragen
)


class Creditnotavragen(Strikt):
    nummer = Waardeveld(lees_naam, "schrijf een nummer", required=True)


CREDITNOTA = Formulier(
    (
        Groep(
            _l("De creditnota"),
            (
                Veld(
                    "nummer",
                    _l("Nummer van de creditnota"),
                    verplicht=True,
                    max=NUMMER_TEN_HOOGSTE,
                    hulp=_l("Uit dezelfde reeks als uw facturen; elk nummer één keer."),
                ),
            ),
        ),
    ),
    Creditnotavragen,
)
