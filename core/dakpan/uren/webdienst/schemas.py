"""Wat een programma stuurt en krijgt. Deze schema's lezen in, en zijn ook de beschrijving voor wie het bouwt."""

from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import Geheel, Keuzeveld, Waardeveld, datumveld, genest, lijst, tekstveld, tijdveld
from dakpan.opslag.basis import LANGSTE_TENANT
from dakpan.uren.keuzes import Locatie
from dakpan.uren.nakijken import MINUTEN_PER_DAG
from dakpan.uren.tables import BEOOGD_TEN_HOOGSTE, BEREIKT_TEN_HOOGSTE, PLANREDEN_TEN_HOOGSTE
from dakpan.uren.webdienst.idveld import idveld


class Client(Strikt):
    """Eén cliënt bij één financier, zoals ``GET /clienten`` haar noemt."""

    financier = tekstveld(LANGSTE_TENANT, required=True)
    periode = idveld(required=True)


class Uren(Strikt):
    """Eén activiteit, voor één cliënt of een groep. ``minuten`` is de duur van het geheel.

    ``planreden``: waarom dit doel, als het niet in het plan van elke cliënt staat.
    """

    clienten = lijst(genest(Client), required=True)
    doel: Waardeveld[str] = tekstveld(60, required=True)
    activiteit: Waardeveld[str] = tekstveld(120)
    locatie = Keuzeveld(Locatie)
    datum = datumveld(required=True)
    begin = tijdveld(required=True)
    minuten = Geheel(1, MINUTEN_PER_DAG, required=True)
    beoogd = tekstveld(BEOOGD_TEN_HOOGSTE)
    bereikt = tekstveld(BEREIKT_TEN_HOOGSTE)
    planreden = tekstveld(PLANREDEN_TEN_HOOGSTE)
