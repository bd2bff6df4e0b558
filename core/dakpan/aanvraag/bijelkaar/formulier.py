"""De formulieren om een meting vast te leggen, of te zeggen dat zij niet juist was."""

from flask_babel import lazy_gettext as _l

from dakpan.aanvraag.bijelkaar.metingen import LANGSTE_TEKST
from dakpan.aanvraag.bijelkaar.namen import METINGSOORTEN
from dakpan.aanvraag.bijelkaar.tables import Metingsoort
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import Geheel, Keuzeveld, datumveld, tekstveld
from dakpan.web.formulier import Formulier, Groep, Veld

_LANGSTE_NAAM = 200


class Metingvragen(Strikt):
    soort = Keuzeveld(Metingsoort, required=True)
    gemeten_op = datumveld(required=True)
    gemeten_door = tekstveld(_LANGSTE_NAAM, required=True)
    loonwaarde = Geheel(0, 100)
    bevinding = tekstveld(LANGSTE_TEKST)


class Vervalvragen(Strikt):
    waarom = tekstveld(LANGSTE_TEKST, required=True)


METING = Formulier(
    [
        Groep(
            "",
            [
                Veld(
                    "soort",
                    _l("Wat is er gedaan?"),
                    "keuze",
                    verplicht=True,
                    keuzes=[(een.value, naam) for een, naam in METINGSOORTEN.items()],
                ),
                Veld("gemeten_op", _l("Op welke dag?"), "datum", verplicht=True),
                Veld(
                    "gemeten_door",
                    _l("Door wie?"),
                    verplicht=True,
                    max=_LANGSTE_NAAM,
                    hulp=_l("De naam van wie de meting of het onderzoek deed."),
                ),
                Veld(
                    "loonwaarde",
                    _l("Gemeten loonwaarde in procenten"),
                    "getal",
                    soms=True,
                    toon_als=("soort", (Metingsoort.LOONWAARDE.value,)),
                ),
                Veld(
                    "bevinding",
                    _l("Wat kwam eruit?"),
                    "lang",
                    max=LANGSTE_TEKST,
                    rijen=4,
                    soms=True,
                    hulp=_l("Verplicht bij een plaatsingsonderzoek. De organisatie leest dit ook."),
                ),
                Veld(
                    "bestand",
                    _l("Rapport"),
                    "bestand",
                    hulp=_l("Een PDF, PNG of JPEG van ten hoogste 3.000.000 bytes (3,0 MB). De ander ziet die meteen."),
                ),
            ],
        )
    ],
    Metingvragen,
)
VERVALT = Formulier(
    [
        Groep(
            "",
            [
                Veld(
                    "waarom",
                    _l("Wat was er niet juist?"),
                    "lang",
                    verplicht=True,
                    max=LANGSTE_TEKST,
                    rijen=3,
                    hulp=_l("De meting blijft staan met deze reden erbij, en telt niet meer."),
                )
            ],
        )
    ],
    Vervalvragen,
)
