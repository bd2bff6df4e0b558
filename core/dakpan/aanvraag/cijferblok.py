"""De cijfers van een toets, elk met de stappen die er naartoe leiden, om op een pagina te laten zien."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from flask_babel import gettext as _

from dakpan.aanvraag.domain.termijn import Termijn, Termijnsoort
from dakpan.aanvraag.namen import TERMIJNEN
from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.uren import Uren
from dakpan.uitleg.berekening import Stap
from dakpan.uitleg.contract import stap_als_json

Json = Mapping[str, Any]


class Cijfer(NamedTuple):
    """Een cijfer dat opengaat. ``waarde`` None: niet in bron."""

    label: str
    waarde: object | None
    stappen: list[Json]


def cijfers(toets: Json) -> list[Cijfer]:
    """Budget, tarief en uren van een toets; niets als er geen recht is."""
    omvang = toets["omvang"]
    if omvang is None:
        return []
    stappen = [een for een in toets["stappen"] if _over_omvang(een["code"])]
    return [Cijfer(label, waarde, stappen) for label, waarde in _waarden(omvang)]


def _over_omvang(code: str) -> bool:
    return ".termijn" not in code and not code.endswith(".beoordelaar")


def _waarden(omvang: Json) -> Iterator[tuple[str, object | None]]:
    if omvang["eenheid"] == "uren":
        yield _("Uren in deze periode"), _uren(omvang["uren"])
        if omvang["uren_formulier"] is not None:
            yield _("Uren op het formulier"), _uren(omvang["uren_formulier"])
        if omvang["sanctiedagen"]:
            yield _("Dagen die vervallen omdat de aanvraag te laat kwam"), omvang["sanctiedagen"]
        return
    yield _("Ten hoogste"), _bedrag(omvang["plafond"])
    if omvang["maximum_tarief"] is not None:
        yield _("Hoogste uurtarief, zonder btw"), _bedrag(omvang["maximum_tarief"])
    if omvang["maximum_uren"] is not None:
        yield _("Goed voor ten hoogste"), _uren(omvang["maximum_uren"])
    if omvang["termijnbedragen"]:
        yield _("In termijnen van"), [Bedrag.uit_iso(een) for een in omvang["termijnbedragen"]]


def _uren(iso: str | None) -> Uren | None:
    return Uren.uit_iso(iso) if iso is not None else None


def _bedrag(iso: str | None) -> Bedrag | None:
    return Bedrag.uit_iso(iso) if iso is not None else None


def termijnen(toets: Json, volgens_regels: Iterable[Termijn]) -> list[Cijfer]:
    """Elke soort datum met de stappen die haar uitleggen; rapportages staan bij elkaar.

    De toets heeft de datums zoals de regels ze uitrekenen; loopt er een door na een weekend, dan staat dat erbij.
    """
    langer = {(een.soort.value, een.datum.isoformat()): een.verlenging for een in volgens_regels}
    per_soort: dict[str, list[str]] = {}
    erbij: dict[str, list[Json]] = {}
    for een in toets["termijnen"]:
        soort, datum = een["soort"], een["datum"]
        verlenging = langer.get((soort, datum))
        if verlenging is not None:
            datum = verlenging.uiterlijk.isoformat()
            erbij.setdefault(soort, []).append(stap_als_json(verlenging.als_stap()))
        per_soort.setdefault(soort, []).append(datum)
    return [
        Cijfer(
            str(TERMIJNEN[Termijnsoort(soort)]),
            list(dict.fromkeys(dagen)),
            [*_stappen_naar(toets, soort), *erbij.get(soort, ())],
        )
        for soort, dagen in per_soort.items()
    ]


def termijnen_uit(volgens_regels: Iterable[Termijn], stappen: Iterable[Stap], vanaf: date) -> list[Cijfer]:
    """Elke datum die vanaf deze dag nog komt, met de stappen die haar uitleggen."""
    komend = [een for een in volgens_regels if een.uiterlijk >= vanaf]
    toets = {
        "termijnen": [{"soort": een.soort.value, "datum": een.datum.isoformat()} for een in komend],
        "stappen": [stap_als_json(een) for een in stappen],
    }
    return termijnen(toets, komend)


def _stappen_naar(toets: Json, soort: str) -> list[Json]:
    return [een for een in toets["stappen"] if een["code"].endswith(f".termijn.{soort}")]
