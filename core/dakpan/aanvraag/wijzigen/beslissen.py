"""Beslissen over een gemelde wijziging: de toekenning wordt anders, blijft, of het verzoek wordt afgewezen."""

from collections.abc import Mapping
from typing import Any

from dakpan.aanvraag.beslissen import vereis_beslisser
from dakpan.aanvraag.domain.meldingen import MELDING, Gevolg
from dakpan.aanvraag.inhoud import haal_besluit
from dakpan.aanvraag.tables import Besluit
from dakpan.aanvraag.wijzigen.beslisvragen import lees_beslissing
from dakpan.aanvraag.wijzigen.doorrekenen import doorgerekend
from dakpan.aanvraag.wijzigen.tables import Wijzigingsmelding
from dakpan.aanvraag.wijzigen.wijzigingsbesluit import wijzigingsbesluit
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.tables import Zaak
from dakpan.opslag.fouten import Gewijzigd
from dakpan.opslag.handeling import Handeling, gebruiksgeval


@gebruiksgeval("Over een wijziging beslist")
def beslis(
    handeling: Handeling, zaak: Zaak, melding: Wijzigingsmelding, gegevens: Mapping[str, Any], versie: int | None = None
) -> Besluit | None:
    """Het nieuwe besluit, of None als de toekenning blijft. Afwijken zonder motivering is een ``InvoerFout``."""
    vereis_beslisser(handeling, zaak)
    if versie is not None and versie != melding.versie:
        raise Gewijzigd
    geldend = vereis_te_beslissen(handeling, zaak, melding)
    status = MELDING.na(melding.status, "beslis")
    na = doorgerekend(handeling, geldend, melding)
    gelezen = lees_beslissing(geldend, na, gegevens)
    besluit = wijzigingsbesluit(handeling, geldend, na, gelezen) if gelezen["gevolg"] is Gevolg.ANDERS else None
    melding.status, melding.gevolg, melding.motivering = status, gelezen["gevolg"], gelezen["motivering"]
    melding.beslist_op, melding.beslist_door = handeling.nu, handeling.vrager.naam
    if besluit is not None:
        handeling.sessie.add(besluit)
        melding.besluit_id = besluit.id
        zaak.eind = besluit.eind
    return besluit


def vereis_te_beslissen(handeling: Handeling, zaak: Zaak, melding: Wijzigingsmelding) -> Besluit:
    """Het besluit dat nu geldt. ``KanNiet``: er is al over beslist, of er valt niets te wijzigen."""
    vereis_beslisser(handeling, zaak)
    MELDING.na(melding.status, "beslis")
    geldend = haal_besluit(handeling, zaak)
    if geldend is None or not geldend.soort.kent_toe:
        raise KanNiet("Er is niets toegekend om te wijzigen.")
    return geldend
