"""Eén taak op de startpagina, en waar het werk ligt."""

from typing import Any, NamedTuple

from flask import current_app, url_for


class Taakblok(NamedTuple):
    """Eén taak: wat te doen, waar, en hoe dringend."""

    titel: str
    url: str
    tekst: str = ""
    wanneer: str = ""
    soort: str = "neutraal"


def naar(eindpunt: str, **waarden: Any) -> str:
    """De pagina waar het werk ligt, ook met een keuze erbij; heeft deze installatie haar niet, dan alle zaken."""
    if eindpunt not in current_app.view_functions:
        return url_for("zaak.lijst")
    return url_for(eindpunt, **waarden)
