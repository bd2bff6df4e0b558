"""De financier keurt goed wat klopt: de rest van de declaratie gaat open terug, met waarom."""

from collections.abc import Mapping
from typing import NamedTuple
from uuid import UUID

from dakpan.begrippen.duur import GEEN_DUUR
from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.beoordelen import EERST_FACTUUR, meld, oordeelbaar, sluit_terugvraag, zet_betaling_klaar
from dakpan.betaling.corrigeren.herrekenen import Rest, herreken
from dakpan.betaling.corrigeren.tables import Correctie
from dakpan.betaling.corrigeren.toepassen import nieuwe, pas_toe
from dakpan.betaling.corrigeren.toestanden import Correctiesoort, Correctiestatus
from dakpan.betaling.declaratie.opmerkingen import Opmerkingen, keur
from dakpan.betaling.tables import Declaratie
from dakpan.betaling.toestanden import DECLARATIE
from dakpan.dossier.berichtsoorten import Berichtsoort
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import fout_bij
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.vrager import Kant

GEEN_OPMERKING = "schrijf bij ten minste één activiteit waarom zij niet klopt; klopt alles, keur dan alles goed"
NIETS_OVER = "er blijft niets over om te betalen; stuur de declaratie terug"


class Vooruitblik(NamedTuple):
    """Wat er gebeurt als de financier bevestigt. ``bij``: welke activiteiten eruit gaan, en waarom."""

    rij: Declaratie
    bij: Mapping[str, str]
    rest: Rest


def blik_vooruit(
    handeling: Handeling, zaak: Zaak, declaratie_id: UUID, versie: int, opmerkingen: Opmerkingen
) -> Vooruitblik:
    """De som voordat iemand bevestigt; er verandert niets. ``InvoerFout``: er is niets eruit, of er blijft niets."""
    rij = oordeelbaar(handeling, zaak, declaratie_id, versie)
    DECLARATIE.na(rij.status, "keur_goed")
    if rij.wacht_op_factuur:
        raise KanNiet(EERST_FACTUUR.format(nummer=rij.nummer))
    bij = keur(rij, opmerkingen, goed=False)
    if not bij:
        raise fout_bij("oordeel", GEEN_OPMERKING)
    rest = herreken(handeling.regels(zaak.tenant_id, rij.datum), rij, bij, op=handeling.vandaag)
    if not rest.blijft or rest.wordt.duur == GEEN_DUUR:
        raise fout_bij("oordeel", NIETS_OVER)
    return Vooruitblik(rij, bij, rest)


@gebruiksgeval("declaratie deels goedgekeurd")
def keur_deels(
    handeling: Handeling, zaak: Zaak, declaratie_id: UUID, versie: int, opmerkingen: Opmerkingen, *, reden: str = ""
) -> Declaratie:
    """Wat klopt wordt betaald; wat niet klopt is weer open en begint buiten de volgende proef."""
    rij, bij, rest = blik_vooruit(handeling, zaak, declaratie_id, versie, opmerkingen)
    rij.status = DECLARATIE.na(rij.status, "keur_goed")
    rij.beoordeeld_op, rij.beoordeeld_door, rij.reden = handeling.nu, handeling.vrager.naam, reden.strip()
    pas_toe(handeling, rij, _vastgelegd(handeling, rij, bij, reden), rest)
    zet_betaling_klaar(handeling, zaak, rij)
    meld(handeling, zaak, rij, Berichtsoort.DECLARATIE_DEELS)
    sluit_terugvraag(handeling, zaak, rij, goed=True)
    return rij


def _vastgelegd(handeling: Handeling, rij: Declaratie, bij: Mapping[str, str], reden: str) -> Correctie:
    """Het oordeel zelf is het besluit: er hoeft niemand meer ja te zeggen, en de betaling gaat langs een tweede."""
    correctie = nieuwe(
        handeling,
        rij,
        bij,
        soort=Correctiesoort.BIJ_OORDEEL,
        status=Correctiestatus.BEVESTIGD,
        kant=Kant.GEDEELD,
        reden=reden.strip(),
        beslist_op=handeling.nu,
        beslist_door=handeling.vrager.naam,
    )
    handeling.sessie.add(correctie)
    return correctie
