"""Een groep vragen om te lezen: elke vraag met haar antwoord en waar dat vandaan komt."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from dakpan.aanvraag.papier import regels_van
from dakpan.aanvraag.views.herkomst import in_woorden
from dakpan.web.formulier import Groep, Veld

BSN = "client.bsn"
Regel = tuple[str, str, str | None]


class Gelezen(NamedTuple):
    """``regels``: wat is ingevuld, en wat nog moet. ``leeg``: de vragen waar geen antwoord op hoeft."""

    regels: list[Regel]
    leeg: list[str]


def te_lezen(groep: Groep, antwoorden: Mapping[str, Any], herkomst: Mapping[str, Any]) -> Gelezen:
    """Label, antwoord in gewone woorden, en de herkomst van wat is overgenomen; wat leeg mag blijven staat apart."""
    alle = list(regels_van(groep, antwoorden))
    leeg = [veld.label for veld, tekst in alle if not tekst and not veld.verplicht]
    return Gelezen(_regels(((veld, tekst) for veld, tekst in alle if tekst or veld.verplicht), herkomst), leeg)


def op_papier_van(
    groep: Groep, antwoorden: Mapping[str, Any], herkomst: Mapping[str, Any], *, concept: bool
) -> list[Regel]:
    """Zoals ``te_lezen``, zonder wat leeg is; in een concept staat er wel wat nog moet. Het BSN staat al boven."""
    telt = [
        (veld, tekst)
        for veld, tekst in regels_van(groep, antwoorden)
        if veld.naam != BSN and (tekst or (concept and veld.verplicht))
    ]
    return _regels(telt, herkomst)


def _regels(velden: Iterable[tuple[Veld, str]], herkomst: Mapping[str, Any]) -> list[Regel]:
    return [
        (veld.label, tekst, in_woorden(herkomst[veld.naam]) if veld.naam in herkomst else None)
        for veld, tekst in velden
    ]
