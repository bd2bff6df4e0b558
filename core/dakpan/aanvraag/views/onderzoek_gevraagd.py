"""Wat zegt de aanvraag over elke vraag van het onderzoek? Dan leest niemand haar er twee keer op na."""

from collections.abc import Iterable, Mapping

from dakpan.aanvraag.namen import REGIMES
from dakpan.aanvraag.tables import Aanvraag
from dakpan.plan.coachingsplan.domain import Plandoel, Planinhoud


def gevraagd_in(aanvraag: Aanvraag, plan: Planinhoud | None) -> Mapping[str, str]:
    """Per toetsvraag de tekst uit de aanvraag; een uitgewerkt plan gaat voor de losse tekst."""
    doelen, teksten = (plan.doelen if plan is not None else ()), aanvraag.teksten
    gevonden = {
        "knelpunten": teksten.get("knelpunten", ""),
        "oplossing": teksten.get("aanpak", ""),
        "doelen": _opsomming(doel.tekst for doel in doelen) or teksten.get("coachingsdoelen", ""),
        "activiteiten": _opsomming(map(_activiteiten, doelen)) or teksten.get("activiteiten_per_doel", ""),
        "regime": _regime(aanvraag),
    }
    return {code: tekst for code, tekst in gevonden.items() if tekst}


def _activiteiten(doel: Plandoel) -> str:
    return ", ".join(een.tekst for een in doel.activiteiten)


def _opsomming(teksten: Iterable[str]) -> str:
    """Losse zinnen achter elkaar; alleen na wat geen zin is komt een puntkomma."""
    return "; ".join(tekst for tekst in teksten if tekst).replace(".; ", ". ")


def _regime(aanvraag: Aanvraag) -> str:
    gevraagd = aanvraag.gegevens["aanvraag"].get("regime")
    return next((str(naam) for regime, naam in REGIMES.items() if regime.value == gevraagd), "")
