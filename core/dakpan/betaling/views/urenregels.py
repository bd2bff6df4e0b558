"""De uren van een declaratie op het scherm: om te kiezen, om te beoordelen, of om te lezen."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from flask import request

from dakpan.betaling.declaratie import regelkeuze
from dakpan.betaling.declaratie.opmerkingen import laatst_afgekeurd
from dakpan.betaling.declaratie.regelhints import Regelhint, hints, planredenen
from dakpan.betaling.steekproef.lijsten import wat_niet_klopt
from dakpan.betaling.tables import Declaratie
from dakpan.betaling.toestanden import Declaratiestatus
from dakpan.dossier.tables import Zaak
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht
from dakpan.uren.keuzes import doeltitel, soorttekst
from dakpan.web.verzoek import handeling

VAK = "regel-"


def van_declaratie(zaak: Zaak, rij: Declaratie, *, beoordelen: bool, verbeteren: bool = False) -> list[dict[str, Any]]:
    """Elke activiteit met wat de financier erbij schreef; wie beoordeelt ziet erbij wat helpt.

    ``verbeteren``: na het goedkeuren, om een correctie voor te stellen.
    """
    bij = hints(handeling(), zaak, rij) if beoordelen else [Regelhint(None, ())] * len(rij.activiteit_ids)
    redenen = planredenen(handeling(), zaak, rij)
    opmerkingen = _opmerkingen(rij, begin=beoordelen or verbeteren)
    eerder = laatst_afgekeurd(handeling(), zaak) if beoordelen else {}
    return [
        {
            **_regel(een["datum"], een["begin"], een["doel"], een["activiteit"], een["duur"]),
            "id": id_,
            "opmerking": opmerkingen.get(id_, ""),
            "hint": hint,
            "planreden": redenen.get(id_, ""),
            "eerder": eerder.get(UUID(id_), ""),
        }
        for id_, een, hint in zip(rij.activiteit_ids, rij.invoer["activiteiten"], bij, strict=True)
    ]


def _opmerkingen(rij: Declaratie, *, begin: bool) -> Mapping[str, str]:
    """Wat er getypt is gaat voor; wie begint ziet al staan wat een steekproef vond."""
    van_proef = wat_niet_klopt(handeling(), rij) if begin else {}
    bij_uren = getypt() or van_proef
    return {str(een): tekst for een, tekst in bij_uren.items()} or rij.opmerkingen


def te_kiezen(zaak: Zaak, rij: Declaratie) -> list[dict[str, Any]]:
    """Op een proef van de eigen organisatie: alles wat mee kan, met of het meegaat en wat er eerder van werd gezegd."""
    van_ons = handeling().vrager.kant is Kant.ORGANISATIE and handeling().mag(Recht.DECLAREREN)
    if rij.status is not Declaratiestatus.PROEF or not van_ons:
        return []
    mee, gezegd = set(rij.activiteit_ids), laatst_afgekeurd(handeling(), zaak)
    return [
        {
            **_regel(een.datum.isoformat(), _klok(een.begin), een.doel, een.soort, str(een.duur)),
            "id": een.id,
            "mee": str(een.id) in mee,
            "opmerking": gezegd.get(een.id, ""),
            "planreden": een.planreden,
        }
        for een in regelkeuze.te_kiezen(handeling(), zaak, rij)
    ]


def getypt() -> dict[UUID, str]:
    """Wat iemand bij losse uren schreef; wat geen activiteit aanwijst telt niet."""
    vakken = ((naam.removeprefix(VAK), tekst) for naam, tekst in request.form.items() if naam.startswith(VAK))
    return {UUID(id_): tekst for id_, tekst in vakken if _is_id(id_)}


def _is_id(tekst: str) -> bool:
    try:
        UUID(tekst)
    except ValueError:
        return False
    return True


def _klok(minuten: int) -> str:
    return f"{minuten // 60:02d}:{minuten % 60:02d}"


def _regel(datum: str, begin: str, doel: str, activiteit: str, duur: str) -> dict[str, Any]:
    wat = soorttekst(activiteit).replace("_", " ")
    return {"datum": datum, "begin": begin, "doel": doeltitel(doel), "activiteit": wat, "duur": duur}
