"""Een besluit met alles wat eruit volgt, of niets van beide."""

from collections.abc import Mapping
from typing import Any

from dakpan.aanvraag import beslissen
from dakpan.aanvraag.domain.dossier import Dossier
from dakpan.aanvraag.schemas import DossierSchema
from dakpan.aanvraag.tables import Besluit
from dakpan.betaling.opdrachten import zet_termijnen_klaar
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.plan import offertes, perioden
from dakpan.rapportage.plannen import plan_verslagen


def voorstel(handeling: Handeling, zaak: Zaak, *, aanvaard: bool | None = None) -> beslissen.Voorstel:
    """Wat volgt er uit de regels, met de offerte als die er is?"""
    return beslissen.voorstel(handeling, zaak, offertes.afspraak(handeling, zaak), aanvaard=aanvaard)


@gebruiksgeval("Besluit genomen")
def besluit(handeling: Handeling, zaak: Zaak, gegevens: Mapping[str, Any], *, aanvaard: bool | None = None) -> Besluit:
    """Besluit; na toekennen begint de periode en staan verslagen en betalingen klaar, anders houdt alles op."""
    genomen = beslissen.besluit(handeling, zaak, gegevens, offertes.afspraak(handeling, zaak), aanvaard=aanvaard)
    if not genomen.soort.kent_toe:
        perioden.laat_vervallen(handeling, zaak)
        return genomen
    dossier: Dossier = DossierSchema().lees(genomen.invoer)
    periode = perioden.open_periode(handeling, zaak, genomen)
    plan_verslagen(handeling, zaak, dossier, periode)
    zet_termijnen_klaar(handeling, zaak, genomen, dossier)
    return genomen
