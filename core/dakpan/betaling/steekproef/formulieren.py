"""De formulieren van een steekproef: trekken, en een oordeel per regel."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from flask_babel import lazy_gettext as _l
from marshmallow import ValidationError, validates_schema

from dakpan.begrippen.percentage import Percentage
from dakpan.betaling.declaratie.opmerkingen import LANGSTE
from dakpan.betaling.steekproef.domain import Regeloordeel
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import Keuzeveld, Waardeveld, datumveld, tekstveld
from dakpan.web.formulier import Formulier, Groep, Veld

ALLE = "alle"
_GETAL = "schrijf een heel getal boven nul, zoals 25"
_PROCENT = "schrijf een percentage boven nul, ten hoogste 100, zoals 5 of 7,5"
OORDELEN = (
    (Regeloordeel.KLOPT.value, _l("Klopt")),
    (Regeloordeel.KLOPT_NIET.value, _l("Klopt niet")),
    (Regeloordeel.NAVRAGEN.value, _l("Navragen bij de coach")),
)


def _lees_organisatie(tekst: str) -> UUID | None:
    return None if tekst == ALLE else UUID(tekst)


def _lees_getal(tekst: str) -> int:
    kaal = tekst.strip()
    if not (kaal.isascii() and kaal.isdecimal() and len(kaal) < 8 and int(kaal)):
        raise ValueError(_GETAL)
    return int(kaal)


def _lees_percentage(tekst: str) -> Percentage:
    gelezen = Percentage.uit_nederlands(tekst)
    if not gelezen.honderdsten:
        raise ValueError(_PROCENT)
    return gelezen


class Trekvragen(Strikt):
    van = datumveld(required=True)
    tot = datumveld(required=True)
    organisatie = Waardeveld(_lees_organisatie, "kies een organisatie uit de lijst")
    aantal = Waardeveld(_lees_getal, _GETAL)
    percentage = Waardeveld(_lees_percentage, _PROCENT)

    @validates_schema(skip_on_field_errors=False)
    def een_van_beide(self, gegevens: dict[str, Any], **_: Any) -> None:
        if "aantal" in gegevens and "percentage" in gegevens:
            raise ValidationError("vul een aantal in óf een percentage, niet allebei", "percentage")

    @validates_schema(skip_on_field_errors=True)
    def ten_minste_een(self, gegevens: dict[str, Any], **_: Any) -> None:
        if "aantal" not in gegevens and "percentage" not in gegevens:
            raise ValidationError("vul in hoeveel regels u wilt, of welk percentage", "aantal")

    @validates_schema(skip_on_field_errors=True)
    def op_volgorde(self, gegevens: dict[str, Any], **_: Any) -> None:
        if gegevens["tot"] < gegevens["van"]:
            raise ValidationError("deze dag ligt voor de eerste; draai ze om", "tot")


def trekformulier(organisaties: Sequence[tuple[UUID, str]]) -> Formulier:
    """Van alle organisaties, of van één die hier declareerde."""
    keuzes = [(ALLE, _l("Alle organisaties")), *((str(id_), naam) for id_, naam in organisaties)]
    return Formulier(
        (
            Groep(
                _l("Waaruit?"),
                (
                    Veld("van", _l("Declaraties van"), "datum", verplicht=True),
                    Veld("tot", _l("Declaraties tot en met"), "datum", verplicht=True),
                    Veld("organisatie", _l("Organisatie"), "keuze", keuzes=keuzes),
                ),
                _l("De dag van de declaratie telt. Wat is teruggestuurd of nog op proef staat doet niet mee."),
            ),
            Groep(
                _l("Hoeveel?"),
                (
                    Veld("aantal", _l("Aantal activiteiten"), soms=True, max=7),
                    Veld(
                        "percentage",
                        _l("Of een percentage van de activiteiten"),
                        soms=True,
                        max=6,
                        hulp=_l("Naar boven op een hele activiteit."),
                    ),
                ),
                _l("Hoe groot een steekproef moet zijn is niet in bron; u bepaalt het zelf. Vul één van beide in."),
            ),
        ),
        Trekvragen,
    )


class Oordeelvragen(Strikt):
    oordeel = Keuzeveld(Regeloordeel, required=True)
    reden = tekstveld(LANGSTE)


OORDEEL = Formulier(
    (
        Groep(
            _l("Uw oordeel"),
            (
                Veld("oordeel", _l("Klopt deze activiteit?"), "keuze", verplicht=True, keuzes=OORDELEN),
                Veld(
                    "reden",
                    _l("Reden of vraag"),
                    "lang",
                    max=LANGSTE,
                    rijen=3,
                    soms=True,
                    telt=True,
                    hulp=_l("Nodig als het niet klopt. Bij navragen is dit de vraag die de coach in de zaak leest."),
                ),
            ),
        ),
    ),
    Oordeelvragen,
)
