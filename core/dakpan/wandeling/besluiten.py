"""Een besluit met alles wat eruit volgt, of niets van beide."""

from collections.abc import Mapping
from typing import Any

from dakpan.aanvraag import beslissen
from dakpan.aanvraag.tables import Besluit, Besluitsoort
from dakpan.betaling import opdrachten
from dakpan.betaling.toekenning import dossier_van
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.plan import offertes, perioden
from dakpan.rapportage import plannen


def voorstel(handeling: Handeling, zaak: Zaak) -> beslissen.Voorstel:
    """Wat volgt er uit de regels, met de offerte als die er is?"""
    return beslissen.voorstel(handeling, zaak, offertes.afspraak(handeling, zaak))


@gebruiksgeval("Besluit genomen")
def besluit(handeling: Handeling, zaak: Zaak, gegevens: Mapping[str, Any]) -> Besluit:
    """Besluit, open de periode en zet verslagen en betalingen klaar; of laat na een afwijzing alles vervallen."""
    genomen = beslissen.besluit(handeling, zaak, gegevens, offertes.afspraak(handeling, zaak))
    if genomen.soort is Besluitsoort.AFGEWEZEN:
        perioden.laat_vervallen(handeling, zaak)
        return genomen
    dossier = dossier_van(genomen)
    periode = perioden.open_periode(handeling, zaak, genomen)
    plannen.plan_verslagen(handeling, zaak, dossier, periode)
    opdrachten.zet_termijnen_klaar(handeling, zaak, genomen, dossier)
    return genomen
