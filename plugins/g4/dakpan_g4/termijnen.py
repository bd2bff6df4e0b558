"""Termijnen: de afspraak noemt er geen; een stad kan ze invullen."""

from dakpan.pluginkit import (
    Berekening,
    Dossier,
    Raadpleging,
    Termijn,
    Termijnen,
    Termijnsoort,
    aanvraagtermijn,
    beslistermijn,
    bundel_termijnen,
    stap,
)
from dakpan_g4.bronnen import AFSPRAAK
from dakpan_g4.rapportage import bepaal_rapportageplan


def bepaal_termijnen(dossier: Dossier, parameters: Raadpleging) -> Berekening[Termijnen]:
    """De termijnen die de stad invulde, met haar eigen bron; anders geen."""
    aanvraag = parameters.mogelijk_aantal("aanvraag_dagen")
    beslissing = parameters.mogelijk_aantal("beslis_dagen")
    lijst = []
    if aanvraag is not None:
        lijst.append(aanvraagtermijn(dossier, aanvraag.waarde, aanvraag.bron))
    if beslissing is not None:
        lijst.append(beslistermijn(dossier, beslissing.waarde, beslissing.bron))
    lijst += _rapportages(dossier, parameters)
    if lijst:
        return bundel_termijnen("g4", lijst)
    zin = "Aanvraagtermijn, beslistermijn en rapportages: niet in bron; de stad kan ze invullen"
    return Berekening(Termijnen(()), (stap("g4.termijn", zin, uitkomst=None, bron=AFSPRAAK.ontbreekt),))


def _rapportages(dossier: Dossier, parameters: Raadpleging) -> list[Termijn]:
    plan = bepaal_rapportageplan(dossier.aanvraag.periode, parameters).resultaat
    return [
        Termijn(
            Termijnsoort.RAPPORTAGE,
            plicht.uiterlijk,
            plicht.bron,
            "Rapportage ({vorm}) over de periode vanaf {begin}",
            {"vorm": plicht.vorm.value, "begin": dossier.aanvraag.begin},
            vorm=plicht.vorm.value,
        )
        for plicht in plan.plichten
    ]
