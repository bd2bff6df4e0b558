"""Een groep vragen om te lezen: elke vraag met haar antwoord en waar dat vandaan komt."""

from collections.abc import Mapping
from typing import Any

from dakpan.aanvraag.papier import regels_van
from dakpan.aanvraag.views.herkomst import in_woorden
from dakpan.web.formulier import Groep


def te_lezen(
    groep: Groep, antwoorden: Mapping[str, Any], herkomst: Mapping[str, Any]
) -> list[tuple[str, str, str | None]]:
    """Label, antwoord in gewone woorden, en de herkomst van wat is overgenomen."""
    return [
        (veld.label, tekst, in_woorden(herkomst[veld.naam]) if veld.naam in herkomst else None)
        for veld, tekst in regels_van(groep, antwoorden)
    ]
