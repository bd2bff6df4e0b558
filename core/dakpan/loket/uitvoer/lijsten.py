"""Welke lijsten kunnen mee? Een nieuwe lijst komt erbij door haar hier te noemen."""

from collections.abc import Mapping

from dakpan.loket.uitvoer.accordeerders import ACCORDEERDERS
from dakpan.loket.uitvoer.akkoord import TE_ACCORDEREN
from dakpan.loket.uitvoer.berichten import BERICHTEN
from dakpan.loket.uitvoer.betaalbestanden import BETAALBESTANDEN
from dakpan.loket.uitvoer.budget import BUDGET
from dakpan.loket.uitvoer.coachcertificaten import CERTIFICATEN_VAN_COACH
from dakpan.loket.uitvoer.erkenningsbesluiten import ERKENNINGSBESLUITEN
from dakpan.loket.uitvoer.geld import BETALINGEN, DECLARATIES, ONDERHANDEN
from dakpan.loket.uitvoer.grootboek import GROOTBOEK
from dakpan.loket.uitvoer.ingelezen import INGELEZEN
from dakpan.loket.uitvoer.kwartaal import KWARTAALREGELS
from dakpan.loket.uitvoer.kwartaalrondes import KWARTAALRONDES
from dakpan.loket.uitvoer.lijst import Lijst
from dakpan.loket.uitvoer.meegegeven import MEEGEGEVEN
from dakpan.loket.uitvoer.mensen import CERTIFICATEN, ERKENNINGEN, MEDEWERKERS, PERIODEN
from dakpan.loket.uitvoer.overgenomen import OVERGENOMEN
from dakpan.loket.uitvoer.overzicht import OVERZICHT
from dakpan.loket.uitvoer.steekproef import STEEKPROEFREGELS, STEEKPROEVEN
from dakpan.loket.uitvoer.uren import UREN_VAN_ORGANISATIE
from dakpan.loket.uitvoer.uren_over import UREN_OVER
from dakpan.loket.uitvoer.van_zaak.lijsten import VAN_EEN_ZAAK
from dakpan.loket.uitvoer.verplichtingen import VERPLICHTINGEN
from dakpan.loket.uitvoer.vorderingen import VORDERINGEN
from dakpan.loket.uitvoer.waarden import WAARDEN
from dakpan.loket.uitvoer.waardevoorstellen import WAARDEVOORSTELLEN
from dakpan.loket.uitvoer.werk import ACTIVITEITEN, VERSLAGEN
from dakpan.loket.uitvoer.werklijst import WERKLIJST
from dakpan.loket.uitvoer.zaken import ARCHIEF, ZAKEN
from dakpan.opslag.handeling import Handeling

# Op volgorde van het werk.
_ALLE = (
    ZAKEN,
    WERKLIJST,
    OVERGENOMEN,
    MEEGEGEVEN,
    BERICHTEN,
    PERIODEN,
    ACCORDEERDERS,
    ACTIVITEITEN,
    OVERZICHT,
    UREN_OVER,
    INGELEZEN,
    TE_ACCORDEREN,
    UREN_VAN_ORGANISATIE,
    VERSLAGEN,
    ONDERHANDEN,
    DECLARATIES,
    STEEKPROEVEN,
    STEEKPROEFREGELS,
    BETALINGEN,
    BETAALBESTANDEN,
    VORDERINGEN,
    GROOTBOEK,
    KWARTAALRONDES,
    KWARTAALREGELS,
    BUDGET,
    VERPLICHTINGEN,
    ARCHIEF,
    MEDEWERKERS,
    CERTIFICATEN,
    CERTIFICATEN_VAN_COACH,
    ERKENNINGEN,
    ERKENNINGSBESLUITEN,
    WAARDEN,
    WAARDEVOORSTELLEN,
)
# Wat van één zaak is staat op de pagina's van die zaak, en niet bij alles wat mee kan.
LIJSTEN: Mapping[str, Lijst] = {een.naam: een for een in (*_ALLE, *VAN_EEN_ZAAK)}


def lijsten_voor(handeling: Handeling) -> list[Lijst]:
    """Wat mag deze vrager meenemen?"""
    return [een for een in _ALLE if een.open_voor(handeling)]
