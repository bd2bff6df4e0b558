"""De formulieren van het aanmelden."""

from flask_babel import lazy_gettext as _l

from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import tekstveld
from dakpan.partijen.wachtwoorden import KORTSTE, LANGSTE
from dakpan.web.formulier import Formulier, Groep, Veld

EMAIL = Veld("email", _l("E-mailadres"), "email", verplicht=True, max=254, aanvullen="username")
_NIEUW = Veld(
    "wachtwoord",
    _l("Nieuw wachtwoord"),
    "wachtwoord",
    verplicht=True,
    max=LANGSTE,
    aanvullen="new-password",
    hulp=_l(
        "Ten minste %(aantal)s tekens. Een zin van een paar woorden is makkelijk te onthouden en moeilijk te raden. "
        "Gebruik niet uw naam, uw e-mailadres of een wachtwoord dat veel mensen hebben.",
        aantal=KORTSTE,
    ),
)
_HERHAAL = Veld(
    "herhaling",
    _l("Nieuw wachtwoord, nog een keer"),
    "wachtwoord",
    verplicht=True,
    max=LANGSTE,
    aanvullen="new-password",
)


class AanmeldSchema(Strikt):
    email = tekstveld(required=True)
    wachtwoord = tekstveld(required=True)


class EmailSchema(Strikt):
    email = tekstveld(required=True)


class NieuwSchema(Strikt):
    wachtwoord = tekstveld(required=True)
    herhaling = tekstveld(required=True)


class WijzigSchema(NieuwSchema):
    huidig_wachtwoord = tekstveld(required=True)


class BevestigSchema(Strikt):
    huidig_wachtwoord = tekstveld(required=True)


AANMELDEN = Formulier(
    [
        Groep(
            "",
            [
                EMAIL,
                Veld(
                    "wachtwoord",
                    _l("Wachtwoord"),
                    "wachtwoord",
                    verplicht=True,
                    max=LANGSTE,
                    aanvullen="current-password",
                ),
            ],
        )
    ],
    AanmeldSchema,
)
VERGETEN = Formulier([Groep("", [EMAIL])], EmailSchema)
NIEUW = Formulier([Groep("", [_NIEUW, _HERHAAL])], NieuwSchema)
_HUIDIG = Veld(
    "huidig_wachtwoord",
    _l("Uw wachtwoord van nu"),
    "wachtwoord",
    verplicht=True,
    max=LANGSTE,
    aanvullen="current-password",
)
WIJZIG = Formulier([Groep("", [_HUIDIG, _NIEUW, _HERHAAL])], WijzigSchema)
BEVESTIG = Formulier([Groep("", [_HUIDIG])], BevestigSchema)
