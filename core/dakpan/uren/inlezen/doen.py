"""Uren uit een bestand vastleggen: alles of niets, en één keer."""

from itertools import islice
from uuid import UUID

from dakpan.dossier import inleesbestanden
from dakpan.dossier.inleestabellen import Inleessoort
from dakpan.opslag.handeling import Handeling, gebruiksgeval, noem
from dakpan.opslag.veel import voeg_toe
from dakpan.uren.inlezen.bekijken import bekijk
from dakpan.uren.perioden import mijn_lidmaatschap
from dakpan.uren.schrijven import nieuwe_rijen
from dakpan.uren.tables import Activiteit
from dakpan.uren.weken import vergrendel

PER_KEER = 1000


@gebruiksgeval("uren ingelezen uit een bestand")
def lees_in(handeling: Handeling, bestand_id: UUID, zegel: str) -> int:
    """Hoeveel regels er zijn geschreven. Alles wordt opnieuw bekeken: wat iemand zag moet nog zo zijn."""
    mij = mijn_lidmaatschap(handeling)
    vergrendel(handeling, mij)
    bestand = inleesbestanden.haal(handeling, Inleessoort.UREN, bestand_id)
    uitkomst = bekijk(handeling, inleesbestanden.tabel_van(handeling, bestand))
    inleesbestanden.vereis_gezien(uitkomst, zegel)
    noem(handeling, bestand.naam)
    inleesbestanden.rond_af(handeling, bestand, len(uitkomst.nieuw))
    van, nieuw = {"inleesbestand_id": bestand_id}, (regel.werk for regel in uitkomst.nieuw)
    rijen = (rij | van for werk, dagwerk in nieuw for rij in nieuwe_rijen(handeling, mij, werk, dagwerk.wie))
    while deel := [*islice(rijen, PER_KEER)]:
        voeg_toe(handeling.sessie, Activiteit, deel)
    return len(uitkomst.nieuw)
