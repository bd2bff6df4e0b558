"""Welke akkoorde uren gaan mee met een proefdeclaratie? Alles, tot de organisatie er regels buiten laat."""

from collections.abc import Collection
from dataclasses import replace
from uuid import UUID

from dakpan.begrippen.duur import GEEN_DUUR, Duur
from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.declaratie.berekenen import Gevraagd
from dakpan.betaling.declaratie.declaraties import gevraagd_uit, haal_declaratie, proef, van_versie
from dakpan.betaling.declaratie.opmerkingen import laatst_afgekeurd
from dakpan.betaling.domain import Declaratiesoort
from dakpan.betaling.tables import Declaratie
from dakpan.betaling.toekenning import GEEN_PERIODE, periode_van
from dakpan.betaling.toestanden import Declaratiestatus
from dakpan.betaling.verzamelen import open_uren, te_declareren
from dakpan.dossier.tables import Zaak
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.uren.tables import Activiteit


def te_kiezen(handeling: Handeling, zaak: Zaak, rij: Declaratie) -> list[Activiteit]:
    """Alle akkoorde uren tot en met de dag van deze proef, ook die er nu buiten zijn gelaten."""
    periode = periode_van(handeling, zaak)
    if periode is None:
        raise KanNiet(GEEN_PERIODE)
    return te_declareren(open_uren(handeling, periode, rij.tot_en_met))


def blijft_achter(handeling: Handeling, zaak: Zaak, rij: Declaratie) -> Duur:
    """Hoeveel akkoorde tijd vervalt met deze einddeclaratie: uitgevinkt, of van na haar laatste dag? Anders niets."""
    periode = periode_van(handeling, zaak)
    if periode is None or rij.soort is not Declaratiesoort.EIND:
        return GEEN_DUUR
    mee = set(rij.activiteit_ids)
    alle = te_declareren(open_uren(handeling, periode, handeling.vandaag))
    return sum((een.duur for een in alle if str(een.id) not in mee), GEEN_DUUR)


def zonder_afgekeurde(handeling: Handeling, zaak: Zaak, gevraagd: Gevraagd) -> Gevraagd:
    """Wat de financier met een opmerking terugstuurde begint buiten de proef; blijft er niets over, dan toch niet."""
    periode, afgekeurd = periode_van(handeling, zaak), laatst_afgekeurd(handeling, zaak)
    if periode is None or not afgekeurd:
        return gevraagd
    alle = {een.id for een in te_declareren(open_uren(handeling, periode, gevraagd.tot_en_met))}
    weg = frozenset(alle & afgekeurd.keys())
    return replace(gevraagd, weglaten=weg) if alle - weg else gevraagd


@gebruiksgeval("regels van een proefdeclaratie gekozen")
def kies_regels(
    handeling: Handeling, zaak: Zaak, declaratie_id: UUID, versie: int, gekozen: Collection[UUID]
) -> Declaratie:
    """Een nieuwe proef met alleen deze regels; wat eruit gaat blijft akkoord en te declareren.

    ``NietGevonden``: een regel die hier niet te kiezen is. ``InvoerFout``: er blijft niets over.
    """
    rij = van_versie(haal_declaratie(handeling, zaak, declaratie_id), versie)
    if rij.status is not Declaratiestatus.PROEF:
        raise KanNiet("Deze declaratie is ingediend; er verandert niets meer aan.")
    alle = {een.id for een in te_kiezen(handeling, zaak, rij)}
    if not set(gekozen) <= alle:
        raise NietGevonden
    return proef(handeling, zaak, replace(gevraagd_uit(rij), weglaten=frozenset(alle - set(gekozen))))
