"""Een verslag indienen: de regels toetsen het, en daarna staat het vast."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from dakpan.aanvraag.domain.stukken import Partij
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import bereik, geef_nummer
from dakpan.invoer.fouten import InvoerFout, Veldfout
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.rapportage.domain import Rapportage, Rapportageonderdeel
from dakpan.rapportage.logboek import logboek
from dakpan.rapportage.plannen import plicht_van
from dakpan.rapportage.schrijven import haal_verslag, open_voor_schrijven, vereis_concept
from dakpan.rapportage.tables import Verslag, Verslagconcept
from dakpan.rapportage.toestanden import VERSLAG
from dakpan.rapportage.vereisten import VANZELF
from dakpan.uitleg.bevinding import Bevinding, Ernst
from dakpan.uitleg.contract import bevinding_als_json

SOORT_NUMMER = "EJ"


@gebruiksgeval("verslag ingediend")
def dien_in(handeling: Handeling, zaak: Zaak, verslag_id: UUID, versie: int | None = None) -> Verslag:
    """Dient het verslag in: het krijgt een nummer, de financier ziet het, en het verandert niet meer."""
    verslag = haal_verslag(handeling, zaak, verslag_id)
    stap = open_voor_schrijven(handeling, zaak, verslag)
    concept = vereis_concept(handeling, verslag, versie)
    bevindingen = toets(handeling, verslag, concept)
    _weiger(bevindingen, concept)
    verslag.status = VERSLAG.na(verslag.status, "dien_in")
    verslag.nummer = geef_nummer(handeling.sessie, zaak.tenant_id, SOORT_NUMMER, handeling.vandaag.year)
    verslag.uitgebracht_op, verslag.ingediend_op = handeling.vandaag, handeling.nu
    verslag.mondeling, verslag.handtekeningen = concept.mondeling, list(concept.handtekeningen)
    verslag.inhoud = _inhoud(handeling, zaak, verslag, concept)
    verslag.bevindingen = [bevinding_als_json(een) for een in bevindingen]
    verslag.kant = zaak.kant
    handeling.sessie.delete(concept)
    bereik(handeling, zaak, stap)
    return verslag


def toets(handeling: Handeling, verslag: Verslag, concept: Verslagconcept) -> list[Bevinding]:
    """Wat vindt de regelset van het verslag als het vandaag zou worden ingediend?"""
    teksten = {Rapportageonderdeel(naam) for naam in (*concept.teksten, *concept.bijgevoegd)}
    rapportage = Rapportage(
        handeling.vandaag,
        schriftelijk=not concept.mondeling,
        onderdelen=VANZELF | teksten,
        ondertekend_door=tuple(Partij(een["partij"]) for een in concept.handtekeningen),
    )
    regels = handeling.regels(verslag.tenant_id, verslag.peildatum)
    return regels.toets_rapportage(rapportage, plicht_van(verslag), verslag.peildatum)


def voor_werkgever(inhoud: dict[str, Any]) -> dict[str, Any]:
    """Het verslag zoals een werkgever het mag zien: zonder hoe het klikt tussen hem en zijn werknemer."""
    teksten = {naam: tekst for naam, tekst in inhoud.get("teksten", {}).items() if naam != Rapportageonderdeel.MATCHING}
    return {**inhoud, "teksten": teksten}


def _weiger(bevindingen: Sequence[Bevinding], concept: Verslagconcept) -> None:
    fouten = [_fout(een) for een in bevindingen if een.ernst is Ernst.BLOKKEREND]
    if not concept.teksten:
        fouten.append(Veldfout("bestand", "er staat nog niets in dit verslag; schrijf hoe het ging"))
    if fouten:
        raise InvoerFout(*fouten)


def _fout(bevinding: Bevinding) -> Veldfout:
    """Bij het onderdeel waarover zij gaat, met de bron; anders bij het hele verslag."""
    waarover = bevinding.code.rpartition(".")[2]
    veld = f"teksten.{waarover}" if waarover in set(Rapportageonderdeel) else "bestand"
    return Veldfout(veld, f"{bevinding.tekst} ({bevinding.bron})")


def _inhoud(handeling: Handeling, zaak: Zaak, verslag: Verslag, concept: Verslagconcept) -> dict[str, Any]:
    gemaakt = logboek(handeling, verslag)
    return {
        "algemeen": {
            "zaak": zaak.nummer,
            "client": zaak.persoon.naam,
            "werkgever": zaak.werkgever.naam,
            "geschreven_door": handeling.vrager.naam,
        },
        "teksten": dict(concept.teksten),
        "bijgevoegd": list(concept.bijgevoegd),
        "logboek": gemaakt.als_json() if gemaakt is not None else None,
    }
