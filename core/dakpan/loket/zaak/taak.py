"""Eén taak op de startpagina, en waar het werk ligt."""

from typing import NamedTuple

from flask import url_for

from dakpan.loket.zaak.wegwijzer import adres


class Taakblok(NamedTuple):
    """Eén taak: wat te doen, waar, en hoe dringend."""

    titel: str
    url: str
    tekst: str = ""
    wanneer: str = ""
    soort: str = "neutraal"


def naar(eindpunt: str, **waarden: object) -> str:
    """De pagina waar het werk ligt; heeft deze installatie haar niet, dan de lijst van zaken."""
    return adres(eindpunt, **waarden) or url_for("zaak.lijst")
