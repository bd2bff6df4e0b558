"""Welke lijsten heeft een zaak? Een nieuwe komt erbij door haar hier te noemen."""

from dakpan.loket.uitvoer.lijst import Lijst
from dakpan.loket.uitvoer.van_zaak.beloop import AANVULLINGEN, BEHANDELING, TERMIJNEN, UITSTEL
from dakpan.loket.uitvoer.van_zaak.besluiten import ADVIEZEN, BESLUITEN, BEZWAREN, POST, WIJZIGINGEN
from dakpan.loket.uitvoer.van_zaak.dossier import DOCUMENTEN, GESPREK, NOTITIES
from dakpan.loket.uitvoer.van_zaak.geld import (
    BETALINGEN_VAN_ZAAK,
    DECLARATIES_VAN_ZAAK,
    ONTVANGSTEN,
    UREN_VAN_DECLARATIES,
    VERREKENINGEN,
    VORDERINGEN_VAN_ZAAK,
)
from dakpan.loket.uitvoer.van_zaak.sporen import GESCHIEDENIS, INZAGE
from dakpan.loket.uitvoer.van_zaak.werk import (
    AANSPREEKPUNTEN,
    AFSPRAKEN,
    EVALUATIES,
    HOOFDLIJNEN,
    PERIODEN_VAN_ZAAK,
    VERSLAGEN_VAN_ZAAK,
)
from dakpan.opslag.handeling import Handeling

# Op volgorde van de zaakpagina.
VAN_EEN_ZAAK = (
    BESLUITEN,
    ADVIEZEN,
    AANVULLINGEN,
    UITSTEL,
    WIJZIGINGEN,
    BEZWAREN,
    TERMIJNEN,
    BEHANDELING,
    AANSPREEKPUNTEN,
    PERIODEN_VAN_ZAAK,
    AFSPRAKEN,
    HOOFDLIJNEN,
    EVALUATIES,
    VERSLAGEN_VAN_ZAAK,
    DECLARATIES_VAN_ZAAK,
    UREN_VAN_DECLARATIES,
    BETALINGEN_VAN_ZAAK,
    VORDERINGEN_VAN_ZAAK,
    ONTVANGSTEN,
    VERREKENINGEN,
    DOCUMENTEN,
    NOTITIES,
    GESPREK,
    POST,
    GESCHIEDENIS,
    INZAGE,
)


def zaaklijsten_voor(handeling: Handeling) -> list[Lijst]:
    """Wat mag deze vrager meenemen van een zaak die hij ziet?"""
    return [een for een in VAN_EEN_ZAAK if een.open_voor(handeling)]
