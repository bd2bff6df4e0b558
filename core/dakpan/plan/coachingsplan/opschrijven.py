"""Het plan zoals het in de database staat, en terug. Rijen krijgen een nummer, zodat de geschiedenis ze kan noemen."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from dakpan.begrippen.uren import Uren
from dakpan.plan.coachingsplan.domain import Evaluatiemoment, Planactiviteit, Plandoel, Planinhoud, Tussendoel
from dakpan.plan.domain import Doel

Json = dict[str, Any]


def als_json(inhoud: Planinhoud) -> Json:
    """Alleen wat is ingevuld."""
    return _gevuld(
        doelen=_genummerd(map(_doel, inhoud.doelen)),
        evaluaties=_genummerd(_gevuld(datum=een.datum.isoformat(), tekst=een.tekst) for een in inhoud.evaluaties),
        werkplek=inhoud.werkplek,
        begeleider=inhoud.begeleider,
    )


def uit_json(json: Mapping[str, Any]) -> Planinhoud:
    """Wat ``als_json`` schreef."""
    return Planinhoud(
        tuple(_lees_doel(een) for een in _rijen(json, "doelen")),
        tuple(
            Evaluatiemoment(date.fromisoformat(een["datum"]), een.get("tekst", ""))
            for een in _rijen(json, "evaluaties")
        ),
        json.get("werkplek", ""),
        json.get("begeleider", ""),
    )


def _doel(doel: Plandoel) -> Json:
    return _gevuld(
        tekst=doel.tekst,
        soort=doel.soort.value if doel.soort is not None else "",
        maatstaf=doel.maatstaf,
        streefdatum=_iso(doel.streefdatum),
        tussendoelen=_genummerd(
            _gevuld(tekst=een.tekst, maatstaf=een.maatstaf, streefdatum=_iso(een.streefdatum))
            for een in doel.tussendoelen
        ),
        activiteiten=_genummerd(
            _gevuld(tekst=een.tekst, uren=een.uren.iso if een.uren is not None else "") for een in doel.activiteiten
        ),
    )


def _lees_doel(json: Mapping[str, Any]) -> Plandoel:
    return Plandoel(
        json["tekst"],
        Doel(json["soort"]) if "soort" in json else None,
        json.get("maatstaf", ""),
        _dag(json),
        tuple(Tussendoel(een["tekst"], een.get("maatstaf", ""), _dag(een)) for een in _rijen(json, "tussendoelen")),
        tuple(
            Planactiviteit(een["tekst"], Uren.uit_iso(een["uren"]) if "uren" in een else None)
            for een in _rijen(json, "activiteiten")
        ),
    )


def _gevuld(**velden: Any) -> Json:
    return {naam: waarde for naam, waarde in velden.items() if waarde}


def _genummerd(rijen: Iterable[Json]) -> Json:
    return {str(nummer): rij for nummer, rij in enumerate(rijen, start=1)}


def _rijen(json: Mapping[str, Any], naam: str) -> list[Mapping[str, Any]]:
    genummerd = json.get(naam, {})
    return [genummerd[nummer] for nummer in sorted(genummerd, key=int)]


def _iso(dag: date | None) -> str:
    return dag.isoformat() if dag is not None else ""


def _dag(json: Mapping[str, Any]) -> date | None:
    return date.fromisoformat(json["streefdatum"]) if "streefdatum" in json else None
