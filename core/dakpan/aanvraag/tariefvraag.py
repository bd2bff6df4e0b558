"""Doet een uurtarief bij deze zaak iets?

De kern kent de vraag; of zij nodig is zegt de regelset, door er anders van te gaan rekenen of oordelen.
"""

from dataclasses import replace
from datetime import date

from dakpan.aanvraag.domain.dossier import Dossier
from dakpan.begrippen.bedrag import Bedrag
from dakpan.regels.regels import Regels

# Hoe hoog het is doet er niet toe: het gaat erom of de regelset ernaar kijkt.
_EEN_TARIEF = Bedrag(100_00)


def telt_tarief(regels: Regels, dossier: Dossier, peildatum: date) -> bool:
    """Zegt de regelset met een uurtarief iets anders dan zonder? Wie al een tarief gaf blijft het zien."""
    zonder, met = (
        replace(dossier, aanvraag=replace(dossier.aanvraag, tarief=tarief)) for tarief in (None, _EEN_TARIEF)
    )
    return dossier.aanvraag.tarief is not None or (
        regels.bereken_omvang(zonder, peildatum) != regels.bereken_omvang(met, peildatum)
        or regels.toets_aanspraak(zonder, peildatum) != regels.toets_aanspraak(met, peildatum)
    )
