"""Klopt wat er over een uitstel is ingevuld? Elke fout bij haar veld, met wat er wel kan."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from dakpan.aanvraag.domain.uitstel import Uitstelgrond, Uitstelwerking
from dakpan.aanvraag.inhoud import dossier_van, haal_aanvraag
from dakpan.aanvraag.uitstel.kunnen import laatste_dag
from dakpan.aanvraag.uitstel.lezen import staat_open, uitstel_van
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import InvoerFout, Veldfout
from dakpan.opslag.handeling import Handeling


def keur(handeling: Handeling, zaak: Zaak, grond: Uitstelgrond, gelezen: Mapping[str, Any]) -> None:
    """``KanNiet``: er is niets uit te stellen, of het staat al stil. ``InvoerFout``: elk veld dat niet klopt."""
    eind = laatste_dag(handeling, zaak)
    if eind is None:
        raise KanNiet(
            "Hoe lang de financier over het besluit mag doen is niet in bron; er is geen termijn om te verlengen."
        )
    if grond.werking is Uitstelwerking.LANGER:
        fouten = list(_fouten_langer(handeling, eind, gelezen))
    else:
        if any(staat_open(een, handeling.vandaag) for een in uitstel_van(handeling, zaak)):
            raise KanNiet("De termijn staat al stil. Beëindig dat eerst; daarna kan een andere grond.")
        ontvangen = dossier_van(handeling, haal_aanvraag(handeling, zaak)).aanvraag.ontvangen_op
        fouten = list(_fouten_stil(ontvangen, eind, grond, gelezen))
    if fouten:
        raise InvoerFout(*fouten)


def _fouten_langer(handeling: Handeling, eind: date, gelezen: Mapping[str, Any]) -> Iterator[Veldfout]:
    uiterlijk = gelezen.get("uiterlijk")
    if handeling.vandaag > eind:
        yield Veldfout("grond", f"de termijn is op {eind:%d-%m-%Y} verstreken; dit had daarvoor gemoeten")
    elif uiterlijk is None:
        yield Veldfout(
            "uiterlijk", "noem de dag waarop het besluit er uiterlijk is; hoe lang het mag duren is niet in bron"
        )
    elif uiterlijk <= eind:
        yield Veldfout("uiterlijk", f"de termijn loopt al tot en met {eind:%d-%m-%Y}; noem een latere dag")


def _fouten_stil(ontvangen: date, eind: date, grond: Uitstelgrond, gelezen: Mapping[str, Any]) -> Iterator[Veldfout]:
    vanaf, tot = gelezen.get("vanaf"), gelezen.get("tot_en_met")
    if vanaf is None:
        yield Veldfout("vanaf", "vul de eerste dag in waarop de termijn stilstaat")
    elif vanaf < ontvangen:
        yield Veldfout("vanaf", f"de aanvraag kwam op {ontvangen:%d-%m-%Y}; kies die dag of een latere")
    elif vanaf > eind:
        yield Veldfout("vanaf", f"de termijn is dan al voorbij, op {eind:%d-%m-%Y}; kies een eerdere dag")
    if tot is None and grond.met_einde:
        yield Veldfout("tot_en_met", "vul in tot en met welke dag; verder reikt deze grond niet")
    elif tot is not None and vanaf is not None and tot < vanaf:
        yield Veldfout("tot_en_met", "deze dag ligt voor de eerste; kies een latere")
