"""In woorden waar een antwoord vandaan komt en wie het nakeek, bij de vraag en op papier."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from flask_babel import gettext as _

from dakpan.aanvraag.formulier import Conceptformulier
from dakpan.aanvraag.herkomst import Bronsoort
from dakpan.aanvraag.vragen import Paginaconcept
from dakpan.web.opmaak import datum
from dakpan.web.vertaling import in_taal


def met_herkomst(
    form: Conceptformulier, herkomst: Mapping[str, Any], zonder_hulp: Collection[str] = ()
) -> Conceptformulier:
    """Hetzelfde formulier, met bij elke overgenomen vraag waar het antwoord vandaan komt.

    De titel van de groep is hier al die van de pagina. ``zonder_hulp``: waar de hulp iets noemt wat hier niet staat.
    """
    (groep,) = form.groepen
    velden = [
        replace(
            veld,
            herkomst=in_woorden(herkomst[veld.naam]) if veld.naam in herkomst else veld.herkomst,
            hulp=None if veld.naam in zonder_hulp else veld.hulp,
        )
        for veld in groep.velden
    ]
    return Conceptformulier([replace(groep, titel="", velden=velden)], Paginaconcept)


def in_woorden(van: Mapping[str, Any]) -> str:
    """``uit AJ-2022-00012; nog na te kijken``"""
    if "door" not in van:
        return str(_("%(bron)s; nog na te kijken", bron=_bron(van)))
    dag = datum(datetime.fromisoformat(van["op"]))
    return str(_("%(bron)s; nagekeken door %(wie)s op %(dag)s", bron=_bron(van), wie=van["door"], dag=dag))


def _bron(van: Mapping[str, Any]) -> str:
    match Bronsoort(van["soort"]):
        case Bronsoort.EERDERE_AANVRAAG:
            return str(_("uit %(nummer)s", nummer=van["bron"]))
        case Bronsoort.CONTRACT:
            return str(_("uit het contract bij %(nummer)s", nummer=van["bron"]))
        case Bronsoort.ORGANISATIE:
            return str(_("uit de gegevens van %(organisatie)s", organisatie=van["bron"]))
        case Bronsoort.CERTIFICAAT:
            return str(_("uit de certificaten van de jobcoach: %(certificaat)s", certificaat=in_taal(van["bron"])))
        case Bronsoort.UREN:
            return str(_("uit de geschreven uren van %(zaak)s", zaak=van["bron"]))
        case Bronsoort.METING:
            hoe = in_taal(van["uitleg"])
            return str(_("uit de loonwaardemeting bij %(zaak)s, %(hoe)s", zaak=van["bron"], hoe=hoe))
        case Bronsoort.BEREKEND:
            return str(_("berekend: %(som)s", som=in_taal(van["uitleg"])))
