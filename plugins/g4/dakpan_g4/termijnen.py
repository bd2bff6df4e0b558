"""Termijnen: de afspraak noemt er geen; een stad kan ze invullen."""

from dakpan.pluginkit import (
    Berekening,
    Dossier,
    Raadpleging,
    Termijnen,
    aanvraagtermijn,
    beslistermijn,
    bundel_termijnen,
    stap,
)
from dakpan_g4.bronnen import AFSPRAAK


def bepaal_termijnen(dossier: Dossier, parameters: Raadpleging) -> Berekening[Termijnen]:
    """De termijnen die de stad invulde, met haar eigen bron; anders geen."""
    aanvraag = parameters.mogelijk_aantal("aanvraag_dagen")
    beslissing = parameters.mogelijk_aantal("beslis_dagen")
    regels = []
    if aanvraag is not None:
        regels.append(aanvraagtermijn(dossier, aanvraag.waarde, aanvraag.bron))
    if beslissing is not None:
        regels.append(beslistermijn(dossier, beslissing.waarde, beslissing.bron))
    if regels:
        return bundel_termijnen("g4", regels)
    zin = "Aanvraagtermijn en beslistermijn: niet in bron; de stad kan ze invullen"
    return Berekening(Termijnen(()), (stap("g4.termijn", zin, uitkomst=None, bron=AFSPRAAK.ontbreekt),))
