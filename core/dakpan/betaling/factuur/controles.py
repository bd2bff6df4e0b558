"""Wat er tussen de onderdelen van een factuur moet kloppen, volgens EN 16931, Peppol en NLCIUS.

De controles lezen de ruwe gegevens: zo melden zij zich ook als er elders in de factuur iets mis is.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from dakpan.betaling.factuur.domain import BtwCategorie, Factuursoort

Fouten = dict[str, Any]
_ZONDER_VERWIJZING = (
    "vul het verplichtingnummer van de afnemer in, of het declaratienummer: "
    "zonder een van beide weigert Peppol de factuur (R003)"
)


def factuurfouten(ruw: Mapping[str, Any]) -> Fouten:
    """Welke velden kloppen niet met elkaar? Genest per veld, zoals marshmallow het wil."""
    controles = (_verwijzing, _kenmerk_van_afnemer, _btw_nummer, _gemengd)
    return {veld: fout for controle in controles for veld, fout in controle(ruw).items()}


def _verwijzing(ruw: Mapping[str, Any]) -> Fouten:
    """NL-R-001: een creditnota zegt welke factuur zij crediteert."""
    if ruw.get("soort") != Factuursoort.CREDITNOTA or ruw.get("verwijst_naar") is not None:
        return {}
    return {"verwijst_naar": ["een creditnota verwijst naar een factuur; vul haar nummer in"]}


def _kenmerk_van_afnemer(ruw: Mapping[str, Any]) -> Fouten:
    """PEPPOL-EN16931-R003 en BR-NL-2: de afnemer moet de factuur kunnen thuisbrengen."""
    if ruw.get("verplichtingnummer") is None and ruw.get("declaratienummer") is None:
        return {"verplichtingnummer": [_ZONDER_VERWIJZING]}
    return {}


def _btw_nummer(ruw: Mapping[str, Any]) -> Fouten:
    """BR-S-02, BR-E-02 en BR-AE-02: alleen wie geheel buiten de btw blijft heeft geen btw-nummer nodig."""
    leverancier = ruw.get("leverancier")
    if not isinstance(leverancier, dict) or leverancier.get("btw_nummer") is not None:
        return {}
    nodig = any(categorie is not BtwCategorie.BUITEN_BTW for _, categorie in _categorieen(ruw))
    melding = "bij de categorieën S, E en AE is het btw-nummer verplicht; vul het in"
    return {"leverancier": {"btw_nummer": [melding]}} if nodig else {}


def _gemengd(ruw: Mapping[str, Any]) -> Fouten:
    """BR-O-11: wat buiten de btw valt staat niet met iets anders op één factuur."""
    categorieen = list(_categorieen(ruw))
    buiten = {plek: c for plek, c in categorieen if c is BtwCategorie.BUITEN_BTW}
    if not buiten or len(buiten) == len(categorieen):
        return {}
    melding = "O kan niet samen met een andere categorie; maak er een aparte factuur van"
    return {"regels": {plek: {"btw_categorie": [melding]} for plek in buiten}}


def _categorieen(ruw: Mapping[str, Any]) -> Iterator[tuple[int, BtwCategorie]]:
    """De btw-categorie van elke regel waarvan zij te lezen is, met het volgnummer van die regel."""
    regels = ruw.get("regels")
    for plek, regel in enumerate(regels if isinstance(regels, list) else []):
        categorie = regel.get("btw_categorie") if isinstance(regel, dict) else None
        if isinstance(categorie, str) and categorie in set(BtwCategorie):
            yield plek, BtwCategorie(categorie)
