"""Het formulier van de rekening en het factuuradres van een financier."""

from typing import Any

from flask_babel import lazy_gettext as _l
from marshmallow import ValidationError, validates_schema

from dakpan.begrippen.nummers import Iban, Kvk, Oin
from dakpan.betaling.betaalbestand.domain import Bic
from dakpan.betaling.formulieren import ADRES, lees_naam
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import Waardeveld
from dakpan.partijen.medewerkers import is_email
from dakpan.web.formulier import Formulier, Groep, Veld

EMAIL = "schrijf een e-mailadres, zoals facturen@voorbeeld.nl"


def _lees_email(tekst: str) -> str:
    if not is_email(tekst.strip()):
        raise ValueError(EMAIL)
    return tekst.strip()


class Rekeningvragen(Strikt):
    naam = Waardeveld(lees_naam, "schrijf een naam", required=True)
    iban = Waardeveld(lambda tekst: Iban.uit_tekst(tekst).nummer, Iban.eis, required=True)
    bic = Waardeveld(lambda tekst: Bic(tekst).nummer, Bic.eis)
    factuurnaam = Waardeveld(lees_naam, "schrijf een naam", required=True)
    oin = Waardeveld(lambda tekst: Oin(tekst).nummer, Oin.eis)
    kvk = Waardeveld(lambda tekst: Kvk(tekst).nummer, Kvk.eis)
    straat = Waardeveld(lees_naam, "schrijf een straat", required=True)
    postcode = Waardeveld(lees_naam, "schrijf een postcode", required=True)
    plaats = Waardeveld(lees_naam, "schrijf een plaats", required=True)
    email = Waardeveld(_lees_email, EMAIL)

    @validates_schema(skip_on_field_errors=False)
    def is_bereikbaar(self, gegevens: dict[str, Any], **_: Any) -> None:
        if not gegevens.get("oin") and not gegevens.get("kvk"):
            raise ValidationError("vul het OIN in, of het KvK-nummer: anders komt een factuur nergens aan", "oin")


REKENING = Formulier(
    (
        Groep(
            _l("De rekening waarvan u betaalt"),
            (
                Veld("naam", _l("Naam van de rekeninghouder"), verplicht=True, max=70),
                Veld("iban", _l("IBAN"), verplicht=True, max=50),
                Veld("bic", _l("BIC"), max=11),
            ),
            _l("Alleen u en uw collega's zien deze rekening."),
        ),
        Groep(
            _l("Waar een factuur heen gaat"),
            (
                Veld("factuurnaam", _l("Naam op de factuur"), verplicht=True, max=200),
                Veld("oin", _l("OIN"), max=20, hulp=_l("20 cijfers")),
                Veld("kvk", _l("KvK-nummer"), max=8),
                *ADRES,
                Veld(
                    "email",
                    _l("E-mailadres voor facturen"),
                    "email",
                    max=254,
                    hulp=_l("Dan kan een organisatie haar factuur uit het loket sturen. Leeg: zij haalt haar op."),
                ),
            ),
            _l("Dit adres staat op elke factuur die een organisatie u stuurt."),
        ),
    ),
    Rekeningvragen,
)
