"""Uren uit een bestand vastleggen: alles of niets, en één keer."""

from collections.abc import Sequence
from uuid import UUID

from dakpan.dossier import inleesbestanden
from dakpan.dossier.inleestabellen import Inleessoort
from dakpan.invoer.tabel import Inleesregel
from dakpan.opslag.handeling import Handeling, gebruiksgeval, noem
from dakpan.uren.inlezen.bekijken import bekijk
from dakpan.uren.perioden import mijn_lidmaatschap
from dakpan.uren.schrijven import zet_rijen
from dakpan.uren.weken import vergrendel

PER_KEER = 500


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
    for begin in range(0, len(uitkomst.nieuw), PER_KEER):
        _schrijf(handeling, mij, uitkomst.nieuw[begin : begin + PER_KEER])
    return len(uitkomst.nieuw)


def _schrijf(handeling: Handeling, mij: UUID, regels: Sequence[Inleesregel]) -> None:
    """Een handvol tegelijk naar de database; wat daar staat hoeft niet in het geheugen te blijven."""
    sessie = handeling.sessie
    rijen = [rij for regel in regels for rij in zet_rijen(handeling, mij, *regel.werk)]
    sessie.flush()
    for rij in rijen:
        sessie.expunge(rij)
