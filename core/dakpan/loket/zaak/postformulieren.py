"""De formulieren bij de post: een machtiging op papier, en haar intrekken namens de cliënt."""

from flask_babel import lazy_gettext as _l
from marshmallow import fields

from dakpan.aanvraag.clientpost.machtiging import LANGSTE_REDEN
from dakpan.aanvraag.indienen import LANGSTE_NAAM
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import datumveld, tekstveld
from dakpan.web.formulier import Formulier, Groep, Veld


class PapierSchema(Strikt):
    naam = tekstveld(LANGSTE_NAAM, required=True)
    vertegenwoordiger = fields.Boolean(load_default=False)
    getekend_op = datumveld(required=True)


class IntrekSchema(Strikt):
    waarom = tekstveld(LANGSTE_REDEN, required=True)


PAPIER = Formulier(
    [
        Groep(
            "",
            [
                Veld("naam", _l("Naam van wie tekende"), verplicht=True, max=LANGSTE_NAAM),
                Veld("vertegenwoordiger", _l("Een wettelijk vertegenwoordiger tekende voor de cliënt"), "janee"),
                Veld("getekend_op", _l("Datum van de handtekening"), "datum", verplicht=True),
                Veld(
                    "bestand",
                    _l("Scan van het getekende formulier"),
                    "bestand",
                    verplicht=True,
                    hulp=_l("Een PDF, PNG of JPEG van ten hoogste 3.000.000 bytes (3,0 MB). De ander ziet die meteen."),
                ),
            ],
        )
    ],
    PapierSchema,
)
INTREKKEN = Formulier(
    [
        Groep(
            "",
            [
                Veld(
                    "waarom",
                    _l("Hoe liet de cliënt weten dat hij ermee wil stoppen?"),
                    "lang",
                    verplicht=True,
                    max=LANGSTE_REDEN,
                    rijen=3,
                    hulp=_l("Bijvoorbeeld: hij belde op 3 april. Dit blijft bij de machtiging staan."),
                )
            ],
        )
    ],
    IntrekSchema,
)
