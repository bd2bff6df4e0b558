"""Welke stukken moet de werkgever zelf nog geven? Met zijn link brengt hij geen bestand."""

from dakpan.aanvraag.domain.stukken import Aanlevering, Partij
from dakpan.aanvraag.stukken import vereiste_stukken
from dakpan.aanvraag.werkgever.bezoek import Bezoek


def aan_te_leveren(bezoek: Bezoek) -> list[str]:
    """De stukken van de werkgever zonder welke niemand kan indienen."""
    alle = vereiste_stukken(bezoek.handeling, bezoek.zaak, bezoek.aanvraag).stukken
    return [een.titel for een in alle if een.van is Partij.WERKGEVER and een.aanlevering is Aanlevering.BESTAND]
