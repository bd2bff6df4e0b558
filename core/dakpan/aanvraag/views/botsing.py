"""Twee mensen schreven tegelijk: welke antwoorden verschillen, van wie zijn zij, en wat blijft er staan?"""

from dataclasses import replace
from typing import Any

from dakpan.aanvraag.formulier import Conceptformulier
from dakpan.aanvraag.opslaan import AndereAntwoorden
from dakpan.aanvraag.papier import op_papier
from dakpan.web.formulier import Ingevuld
from dakpan.web.formulier_waarden import toon_waarde


def gemengd_antwoord(form: Conceptformulier, ingevuld: Ingevuld, fout: AndereAntwoorden, versie: int) -> Ingevuld:
    """Wat u typte, met wat alleen een ander veranderde erbij; boven op wat er nu is opgeslagen."""
    antwoorden = fout.gemengd.antwoorden
    van_ander = {
        veld.naam: toon_waarde(veld, antwoorden.get(veld.naam))
        for veld in form.velden
        if veld.naam in fout.gemengd.van_ander
    }
    return replace(ingevuld, waarden={**ingevuld.waarden, **van_ander}, versie=versie)


def naast_elkaar(form: Conceptformulier, fout: AndereAntwoorden) -> list[dict[str, Any]]:
    """Per vraag wat een ander antwoordde en wat u antwoordde."""
    velden = {veld.naam: veld for veld in form.velden}
    return [
        {
            "veld": velden[een.veld],
            "van_ander": op_papier(velden[een.veld], een.van_ander),
            "van_u": op_papier(velden[een.veld], een.van_u),
            "door": een.door,
            "op": een.op,
        }
        for een in fout.botsingen
    ]
