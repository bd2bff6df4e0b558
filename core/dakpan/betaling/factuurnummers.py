"""De nummers van een organisatie: één reeks voor facturen en creditnota's, over al haar financiers heen."""

from sqlalchemy import select

from dakpan.betaling.nummertabel import Documentnummer, Nummersoort
from dakpan.invoer.fouten import fout_bij
from dakpan.opslag.handeling import Handeling


def neem_nummer(handeling: Handeling, nummer: str, soort: Nummersoort) -> None:
    """Dit nummer is gebruikt. ``InvoerFout``: dat was het al. ``Gewijzigd``: een ander was net iets eerder."""
    organisatie_id = handeling.vrager.organisatie_id
    vraag = select(Documentnummer.soort).where(
        Documentnummer.organisatie_id == organisatie_id, Documentnummer.nummer == nummer
    )
    naam = handeling.sessie.scalar(vraag)
    if naam is not None:
        raise fout_bij("nummer", f"{nummer} is al gebruikt voor een {naam}; elk document heeft een eigen nummer")
    handeling.sessie.add(Documentnummer(organisatie_id=organisatie_id, nummer=nummer, soort=soort))
