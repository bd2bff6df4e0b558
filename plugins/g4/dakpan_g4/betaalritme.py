"""Wanneer wordt er betaald? De stad vult het in; anders is het niet in bron."""

from dakpan.pluginkit import (
    Berekening,
    Betaalritme,
    Dossier,
    Ernst,
    Partij,
    Raadpleging,
    Vorm,
    bevinding,
    stap,
)
from dakpan_g4.bronnen import AFSPRAAK, TARIEF


def bepaal_betaalritme(dossier: Dossier, parameters: Raadpleging) -> Berekening[Betaalritme]:
    """Intern krijgt de werkgever een budget, extern koopt de stad in; wanneer kiest de stad."""
    keuze = parameters.mogelijke_keuze("betaalritme")
    wanneer = keuze.waarde[0] if keuze is not None else "niet in bron"
    intern = dossier.aanvraag.vorm is Vorm.INTERN
    ritme = Betaalritme(
        wanneer.replace("_", " "),
        aan=Partij.WERKGEVER if intern else Partij.JOBCOACHORGANISATIE,
        per_kwartaal=wanneer == "per_kwartaal_achteraf",
        achteraf=keuze is not None,
        factuur=not intern,
    )
    bron = keuze.bron if keuze is not None else AFSPRAAK.ontbreekt
    aan_wie = stap(
        "g4.betaalritme.aan", "Betaling aan: {aan}", aan=ritme.aan.value, uitkomst=ritme.aan.value, bron=TARIEF
    )
    uitleg = stap("g4.betaalritme", "Betaling: {ritme}", ritme=ritme.omschrijving, uitkomst=wanneer, bron=bron)
    if keuze is not None:
        return Berekening(ritme, (aan_wie, uitleg))
    zin = "Wanneer er betaald wordt: niet in bron. De stad kan het invullen (parameter betaalritme)."
    onbekend = bevinding("g4.niet_in_bron", Ernst.INFORMATIE, zin, AFSPRAAK.ontbreekt)
    return Berekening(ritme, (aan_wie, uitleg), (onbekend,))
