"""De dag waarop een wijziging ingaat, naast de periode die is toegekend."""

from datetime import date
from typing import Any

from flask_babel import gettext as _
from werkzeug.datastructures import MultiDict

from dakpan.aanvraag.domain.meldingen import Meldsoort
from dakpan.aanvraag.tables import Besluit
from dakpan.aanvraag.wijzigen.keuzes import Aanwerk
from dakpan.aanvraag.wijzigen.melden import is_proefplaatsing
from dakpan.begrippen.kalender import DAG
from dakpan.web.opmaak import datum


def buiten_periode(besluit: Besluit, ingangsdatum: date, wat: str | None) -> str:
    """Wat opvalt aan de dag; leeg als hij in de periode ligt. Een verlenging gaat juist daarna in."""
    dag, opmerking = datum(ingangsdatum), ""
    if ingangsdatum < besluit.begin:
        opmerking = _(
            "%(dag)s ligt voor het begin van de jobcoaching op %(begin)s. Kijk of de dag klopt.",
            dag=dag,
            begin=datum(besluit.begin),
        )
    elif ingangsdatum > besluit.eind and wat != Aanwerk.VERLENGING:
        opmerking = _(
            "%(dag)s ligt na het einde van de jobcoaching op %(eind)s. Kijk of de dag klopt.",
            dag=dag,
            eind=datum(besluit.eind),
        )
    return opmerking


def vooraf_langer(besluit: Besluit | None, soort: Meldsoort | None) -> dict[str, Any]:
    """Wat vaststaat als een proefplaatsing langer duurt: de eerste extra dag. Leeg als er niets te verlengen is."""
    if besluit is None or soort is not Meldsoort.WERK or not is_proefplaatsing(besluit):
        return {}
    return {"wat": Aanwerk.VERLENGING.value, "ingangsdatum": besluit.eind + DAG}


def met_eerste_dag(form: MultiDict[str, str], besluit: Besluit | None, soort: Meldsoort) -> MultiDict[str, str]:
    """Wat is ingevuld; bij een verlenging zonder dag staat de eerste extra dag er al."""
    vooraf = vooraf_langer(besluit, soort)
    if not vooraf or form.get("wat") != vooraf["wat"] or form.get("ingangsdatum", "").strip():
        return form
    aangevuld = MultiDict(form)
    aangevuld["ingangsdatum"] = vooraf["ingangsdatum"].isoformat()
    return aangevuld
