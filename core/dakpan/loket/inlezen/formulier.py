"""Het formulier om een bestand te brengen."""

from flask_babel import lazy_gettext as _l

from dakpan.invoer.schema import Strikt
from dakpan.web.formulier import Formulier, Groep, Veld

_HULP = _l("CSV of Excel (.xlsx), ten hoogste 3.000.000 bytes (3,0 MB) en 10.000 regels. U ziet eerst wat eruit komt.")


class Brengvragen(Strikt):
    """Er is niets te lezen dan het bestand zelf."""


BRENGEN = Formulier([Groep("", [Veld("bestand", _l("Bestand"), "bestand", verplicht=True, hulp=_HULP)])], Brengvragen)
