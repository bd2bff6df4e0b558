"""Een besluit met alles wat eruit volgt, of niets van beide."""

from collections.abc import Mapping
from typing import Any

from dakpan.aanvraag import beslissen
from dakpan.aanvraag.tables import Besluit, Besluitsoort
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.plan import offertes, perioden


def voorstel(handeling: Handeling, zaak: Zaak) -> beslissen.Voorstel:
    """Wat volgt er uit de regels, met de offerte als die er is?"""
    return beslissen.voorstel(handeling, zaak, offertes.afspraak(handeling, zaak))


@gebruiksgeval("Besluit genomen")
def besluit(handeling: Handeling, zaak: Zaak, gegevens: Mapping[str, Any]) -> Besluit:
    """Besluit, en open de periode; of laat na een afwijzing vervallen wat voorlopig liep."""
    genomen = beslissen.besluit(handeling, zaak, gegevens, offertes.afspraak(handeling, zaak))
    if genomen.soort is Besluitsoort.AFGEWEZEN:
        perioden.laat_vervallen(handeling, zaak)
    else:
        perioden.open_periode(handeling, zaak, genomen)
    return genomen
