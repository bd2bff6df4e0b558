"""De formulieren bij een zaak: een notitie, en de vraag om het hele burgerservicenummer."""

from flask_babel import lazy_gettext as _l

from dakpan.dossier.gesprek import LANGSTE_BERICHT
from dakpan.dossier.notities import LANGSTE_NAAM, LANGSTE_NOTITIE
from dakpan.dossier.personen import LANGSTE_TOELICHTING, Inzagedoel
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import Keuzeveld, tekstveld
from dakpan.loket.zaak.woorden import DOELEN
from dakpan.web.formulier import Formulier, Groep, Veld


class NotitieSchema(Strikt):
    tekst = tekstveld(LANGSTE_NOTITIE, required=True)


class BerichtSchema(Strikt):
    tekst = tekstveld(LANGSTE_BERICHT, required=True)


class TelefoonSchema(Strikt):
    met = tekstveld(LANGSTE_NAAM, required=True)
    besproken = tekstveld(LANGSTE_NOTITIE, required=True)


class BsnSchema(Strikt):
    doel = Keuzeveld(Inzagedoel, required=True)
    toelichting = tekstveld(LANGSTE_TOELICHTING)


NOTITIE = Formulier(
    [Groep("", [Veld("tekst", _l("Nieuwe notitie"), "lang", verplicht=True, max=LANGSTE_NOTITIE, rijen=3)])],
    NotitieSchema,
)
BERICHT = Formulier(
    [
        Groep(
            "",
            [
                Veld("tekst", _l("Uw vraag of antwoord"), "lang", verplicht=True, max=LANGSTE_BERICHT, rijen=4),
                Veld(
                    "bestand",
                    _l("Bijlage"),
                    "bestand",
                    hulp=_l("Een PDF, PNG of JPEG van ten hoogste 3.000.000 bytes (3,0 MB). De ander ziet die meteen."),
                ),
            ],
        )
    ],
    BerichtSchema,
)
TELEFOON = Formulier(
    [
        Groep(
            "",
            [
                Veld("met", _l("Met wie hebt u gebeld?"), verplicht=True, max=LANGSTE_NAAM),
                Veld("besproken", _l("Wat is er besproken?"), "lang", verplicht=True, max=LANGSTE_NOTITIE, rijen=3),
            ],
        )
    ],
    TelefoonSchema,
)
BSN = Formulier(
    [
        Groep(
            "",
            [
                Veld(
                    "doel",
                    _l("Waarvoor hebt u het nummer nodig?"),
                    "keuze",
                    verplicht=True,
                    keuzes=[(doel.value, tekst) for doel, tekst in DOELEN.items()],
                ),
                Veld(
                    "toelichting",
                    _l("Toelichting"),
                    max=LANGSTE_TOELICHTING,
                    hulp=_l("Verplicht als u iets anders kiest. Schrijf hier geen burgerservicenummer."),
                    soms=True,
                ),
            ],
        )
    ],
    BsnSchema,
)
