"""De formulieren voor wie via een link komt om te tekenen: de handtekening, met een eigen keuze over de machtiging."""

from flask_babel import lazy_gettext as _l
from marshmallow import fields

from dakpan.aanvraag.tekenen.tables import Tekenverzoek
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import tekstveld
from dakpan.web.formulier import Formulier, Groep, Veld


class Tekenvragen(Strikt):
    akkoord = fields.Boolean(load_default=False)
    machtiging = tekstveld(3)


_AKKOORD = Veld("akkoord", _l("Ik heb het document gelezen en ik teken het"), "janee", verplicht=True)
_MACHTIGING = Veld(
    "machtiging",
    _l("Geeft u deze machtiging?"),
    "keuze",
    verplicht=True,
    keuzes=[
        ("ja", _l("Ja, het geld mag rechtstreeks naar de jobcoachorganisatie")),
        ("nee", _l("Nee, dat wil ik niet")),
    ],
    hulp=_l("Beide mag. Uw aanvraag gaat in beide gevallen door."),
)
_ZONDER = Formulier([Groep(_l("Uw handtekening"), [_AKKOORD])], Tekenvragen)
_MET = Formulier(
    [Groep(_l("De machtiging"), [_MACHTIGING]), Groep(_l("Uw handtekening"), [_AKKOORD])],
    Tekenvragen,
)


def tekenformulier(verzoek: Tekenverzoek) -> Formulier:
    """Met de vraag over de machtiging als die bij dit verzoek hoort."""
    return _MET if verzoek.vraagt_machtiging else _ZONDER
