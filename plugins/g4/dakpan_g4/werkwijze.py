"""Welke stappen heeft een zaak? De stad kiest; anders is het niet in bron."""

from collections.abc import Mapping

from dakpan.pluginkit import (
    Berekening,
    Bevinding,
    Dossier,
    Ernst,
    Partij,
    Raadpleging,
    Werkstap,
    Werkwijze,
    Zaakstap,
    bevinding,
    stap,
)
from dakpan_g4.bronnen import AFSPRAAK

# Wie een stap gewoonlijk opent; de stad kiest welke stappen er zijn en in welke volgorde.
OPENT: Mapping[Zaakstap, Partij] = {
    Zaakstap.AANVRAAG: Partij.WERKCONSULENT,
    Zaakstap.ONDERTEKENING: Partij.JOBCOACH,
    Zaakstap.INDIENEN: Partij.WERKCONSULENT,
    Zaakstap.OFFERTEVERZOEK: Partij.WERKCONSULENT,
    Zaakstap.OFFERTE: Partij.JOBCOACHORGANISATIE,
    Zaakstap.BEOORDELING: Partij.WERKCONSULENT,
    Zaakstap.BESLUIT: Partij.WERKCONSULENT,
    Zaakstap.OPDRACHT: Partij.WERKCONSULENT,
    Zaakstap.UREN: Partij.JOBCOACH,
    Zaakstap.ACCORDEREN: Partij.JOBCOACHORGANISATIE,
    Zaakstap.RAPPORTAGE: Partij.JOBCOACH,
    Zaakstap.VERANTWOORDING: Partij.JOBCOACH,
    Zaakstap.DECLARATIE: Partij.JOBCOACHORGANISATIE,
    Zaakstap.FACTUUR: Partij.JOBCOACHORGANISATIE,
    Zaakstap.BETALING: Partij.FINANCIER,
    Zaakstap.VASTSTELLING: Partij.WERKCONSULENT,
}


def bepaal_werkwijze(dossier: Dossier, parameters: Raadpleging) -> Berekening[Werkwijze]:
    """De stappen uit het tenantbestand, elk na de vorige; zonder keuze is de werkwijze leeg."""
    keuze = parameters.mogelijke_keuze("werkwijze", dossier.aanvraag.vorm)
    stappen = tuple(Zaakstap(naam) for naam in keuze.waarde) if keuze is not None else ()
    werkwijze = Werkwijze(
        tuple(Werkstap(een, OPENT[een], stappen[nummer - 1 : nummer]) for nummer, een in enumerate(stappen))
    )
    uitleg = stap(
        "g4.werkwijze",
        "Bij {vorm}e jobcoaching zijn de stappen: {stappen}",
        vorm=dossier.aanvraag.vorm.value,
        stappen=tuple(een.value for een in stappen) or None,
        uitkomst=tuple(een.value for een in stappen) or None,
        bron=keuze.bron if keuze is not None else AFSPRAAK.ontbreekt,
    )
    return Berekening(werkwijze, (uitleg,), () if stappen else (_niet_in_bron(),))


def _niet_in_bron() -> Bevinding:
    zin = "Welke stappen een zaak heeft: niet in bron. De stad kiest ze in haar tenantbestand (parameter werkwijze)."
    return bevinding("g4.niet_in_bron", Ernst.INFORMATIE, zin, AFSPRAAK.ontbreekt)
