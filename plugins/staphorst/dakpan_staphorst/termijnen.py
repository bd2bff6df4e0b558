"""1.6, 2.1 en 3: elke datum waar iemand zich aan houdt"""

from dakpan.pluginkit import (
    Berekening,
    Dossier,
    Termijn,
    Termijnen,
    Termijnsoort,
    aanvraagtermijn,
    beslistermijn,
    bundel_termijnen,
    maximumtermijn,
)
from dakpan_staphorst.aanvraag import AANVRAAGDAGEN, MAXIMUM_MAANDEN
from dakpan_staphorst.bronnen import PAR_1_6, PAR_2_1
from dakpan_staphorst.rapportage import bepaal_rapportageplan, coachingsperiode

BESLISDAGEN = 56


def bepaal_termijnen(dossier: Dossier) -> Berekening[Termijnen]:
    """Aanvragen binnen 8 weken, beslissen binnen 8 weken, de rapportages en het einde van de drie jaar."""
    return bundel_termijnen(
        "staphorst",
        (
            aanvraagtermijn(dossier, AANVRAAGDAGEN, PAR_2_1),
            beslistermijn(dossier, BESLISDAGEN, PAR_2_1),
            *_rapportages(dossier),
            maximumtermijn(dossier, MAXIMUM_MAANDEN, PAR_1_6.afgeleid),
        ),
    )


def _rapportages(dossier: Dossier) -> list[Termijn]:
    plan = bepaal_rapportageplan(dossier, coachingsperiode(dossier)).resultaat
    return [
        Termijn(
            Termijnsoort.RAPPORTAGE,
            plicht.uiterlijk,
            plicht.bron,
            "Rapportage ({vorm}) over de periode vanaf {begin}, {hoe}",
            {
                "vorm": plicht.vorm.value,
                "begin": dossier.aanvraag.begin,
                "hoe": "schriftelijk" if plicht.schriftelijk else "schriftelijk of mondeling",
            },
            vorm=plicht.vorm.value,
        )
        for plicht in plan.plichten
    ]
