"""Wat klopt er niet aan wat iemand wil declareren? Alles tegelijk, ook als het formulier nog niet helemaal klopt."""

from datetime import date

from dakpan.betaling.domain import Declaratiesoort
from dakpan.betaling.toekenning import Toekenning, toegekende_uren
from dakpan.betaling.verzamelen import open_uren, te_declareren
from dakpan.invoer.fouten import Veldfout
from dakpan.opslag.handeling import Handeling

TARIEF = "tarieven.0.tarief"


def bezwaren_tegen_dag(
    handeling: Handeling, toekenning: Toekenning, soort: Declaratiesoort | None, tot_en_met: date | None
) -> list[Veldfout]:
    """De laatste dag ligt niet in de toekomst, en zonder uren is er alleen aan het eind iets te declareren."""
    if tot_en_met is None:
        return []
    if tot_en_met > handeling.vandaag:
        return [Veldfout("tot_en_met", f"kies een dag tot en met vandaag, {handeling.vandaag:%d-%m-%Y}")]
    if soort is Declaratiesoort.EIND or te_declareren(open_uren(handeling, toekenning.periode, tot_en_met)):
        return []
    return [Veldfout("tot_en_met", f"er zijn geen geaccordeerde uren tot en met {tot_en_met:%d-%m-%Y} te declareren")]


def bezwaren_tegen_tarief(toekenning: Toekenning, regelset: str, bron: str, *, opgegeven: bool) -> list[Veldfout]:
    """Een opgegeven tarief noemt zijn bron, en staat niet al vast. ``opgegeven``: er is een tarief ingevuld."""
    if opgegeven:
        return [*_staat_al_vast(toekenning), *_zonder_bron(bron)]
    if toegekende_uren(toekenning, toekenning.tarieven(), regelset) is None:
        return [
            Veldfout(
                TARIEF,
                "het uurtarief is niet in bron, en zonder tarief is niet te zeggen hoeveel uren er zijn toegekend; "
                "vul het tarief in, met waar het staat",
            )
        ]
    return [Veldfout(TARIEF, "vul het tarief in dat daar staat, of laat ook leeg waar het staat")] if bron else []


def _staat_al_vast(toekenning: Toekenning) -> list[Veldfout]:
    vast = toekenning.periode.tarief
    return [Veldfout(TARIEF, f"het tarief staat al vast op {vast} per uur; laat dit leeg")] if vast is not None else []


def _zonder_bron(bron: str) -> list[Veldfout]:
    if bron.strip():
        return []
    return [Veldfout("tarief_bron", "zeg waar dit tarief staat, zoals het besluit of de regeling met de datum")]
