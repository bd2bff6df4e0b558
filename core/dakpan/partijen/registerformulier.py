"""De formulieren van het register: wat een organisatie over zichzelf zegt, en wat een financier besluit."""

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _l

from dakpan.begrippen.fouten import OngeldigeWaarde
from dakpan.begrippen.nummers import Kvk
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import Waardeveld, datumveld, lijst, tekstveld
from dakpan.partijen.medewerkers import is_email
from dakpan.partijen.poort import gelijk_email
from dakpan.partijen.registerlijsten import regios, specialisaties
from dakpan.partijen.toestanden import LANGSTE_REDEN, Erkenningstatus
from dakpan.web.formulier import Formulier, Groep, Veld

_EMAIL_EIS = "dit is geen e-mailadres; schrijf het zoals naam@organisatie.nl"
DADEN = (("verleen", _l("Erken, of verleng")), ("schors", _l("Schors")), ("trek_in", _l("Trek in")))
STATUSSEN: Mapping[Erkenningstatus, tuple[Any, str]] = {
    Erkenningstatus.GEEN: (_l("niet erkend"), "neutraal"),
    Erkenningstatus.VERLEEND: (_l("erkend"), "goed"),
    Erkenningstatus.GESCHORST: (_l("geschorst"), "let_op"),
    Erkenningstatus.INGETROKKEN: (_l("ingetrokken"), "fout"),
}


class Profielvragen(Strikt):
    specialisaties = lijst(tekstveld(), load_default=list)
    regios = lijst(tekstveld(), load_default=list)


class Erkenvragen(Strikt):
    daad = tekstveld(20, required=True)
    van = datumveld(required=True)
    tot_en_met = datumveld()
    reden = tekstveld(LANGSTE_REDEN)


PROFIEL = Formulier(
    [
        Groep(
            _l("Zo staat u in het register"),
            [
                Veld("specialisaties", _l("Waarin bent u goed?"), "keuzes", keuzes=tuple(specialisaties().items())),
                Veld("regios", _l("Waar werkt u?"), "keuzes", keuzes=tuple(regios().items())),
            ],
        )
    ],
    Profielvragen,
)
ERKENNEN = Formulier(
    [
        Groep(
            _l("Besluit over de erkenning"),
            [
                Veld("daad", _l("Wat besluit u?"), "keuze", verplicht=True, keuzes=DADEN),
                Veld("van", _l("Vanaf"), "datum", verplicht=True),
                Veld("tot_en_met", _l("Tot en met"), "datum", hulp=_l("Leeg: tot u iets anders besluit.")),
                Veld(
                    "reden",
                    _l("Waarom?"),
                    "lang",
                    max=LANGSTE_REDEN,
                    rijen=4,
                    hulp=_l(
                        "Verplicht bij schorsen en intrekken. De organisatie leest dit; in het register staat het niet."
                    ),
                    soms=True,
                ),
            ],
        )
    ],
    Erkenvragen,
)


def _kvk(tekst: str) -> str:
    """Met of zonder spaties ertussen."""
    return Kvk("".join(tekst.split())).nummer


def _email(tekst: str) -> str:
    if not is_email(email := gelijk_email(tekst)):
        raise OngeldigeWaarde(_EMAIL_EIS)
    return email


class Registreervragen(Strikt):
    organisatie = tekstveld(200, required=True)
    kvk = Waardeveld(_kvk, Kvk.eis, required=True)
    naam = tekstveld(200, required=True)
    email = Waardeveld(_email, _EMAIL_EIS, required=True)


class Codevragen(Strikt):
    code = tekstveld(200, required=True)


REGISTREREN = Formulier(
    [
        Groep(
            "",
            [
                Veld("organisatie", _l("Naam van de organisatie"), verplicht=True, max=200),
                Veld("kvk", _l("KvK-nummer"), verplicht=True, max=20, hulp=_l("Acht cijfers, zoals 12345678.")),
                Veld("naam", _l("Naam van de eerste medewerker"), verplicht=True, max=200),
                Veld("email", _l("E-mailadres van de eerste medewerker"), "email", verplicht=True, max=254),
            ],
        )
    ],
    Registreervragen,
)
CODE = Formulier(
    [
        Groep(
            "",
            [
                Veld(
                    "code",
                    _l("Code uit de e-mail"),
                    verplicht=True,
                    max=200,
                    hulp=_l("Opent u de link uit de e-mail, dan staat zij er al."),
                )
            ],
        )
    ],
    Codevragen,
)
