"""Het formulier om een certificaat van een coach vast te leggen, en hoe het ervoor staat in woorden."""

from collections.abc import Mapping
from typing import Any

from flask_babel import lazy_gettext as _l

from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import datumveld, tekstveld
from dakpan.partijen.certificaatlijst import Geldigheid
from dakpan.partijen.registerlijsten import certificaten
from dakpan.web.formulier import Formulier, Groep, Veld
from dakpan.web.vertaling import InHetNederlands

STANDEN: Mapping[Geldigheid, tuple[Any, str]] = {
    Geldigheid.GELDIG: (_l("geldig"), "goed"),
    Geldigheid.BINNENKORT: (_l("verloopt binnenkort"), "let_op"),
    Geldigheid.VERLOPEN: (_l("verlopen"), "fout"),
}


class Certificaatvragen(Strikt):
    soort = tekstveld(40, required=True)
    behaald_op = datumveld(required=True)
    geldig_tot = datumveld()


CERTIFICAAT = Formulier(
    [
        Groep(
            _l("Een certificaat vastleggen"),
            [
                Veld(
                    "soort",
                    _l("Wat is behaald?"),
                    "keuze",
                    verplicht=True,
                    keuzes=tuple((code, InHetNederlands(naam)) for code, naam in certificaten().items()),
                ),
                Veld("behaald_op", _l("Behaald op"), "datum", verplicht=True),
                Veld("geldig_tot", _l("Geldig tot en met"), "datum", hulp=_l("Leeg: het verloopt niet.")),
                Veld(
                    "bestand",
                    _l("Het papier zelf"),
                    "bestand",
                    hulp=_l("Als u het hebt. Een PDF, PNG of JPEG van ten hoogste 3.000.000 bytes (3,0 MB)."),
                ),
            ],
        )
    ],
    Certificaatvragen,
)
