"""Lijsten om mee te nemen: dezelfde regels als CSV, voor Excel en als OpenDocument."""

from dakpan.web.uitvoer.bestand import als_bestand, stuur
from dakpan.web.uitvoer.blad import Blad, Waarde
from dakpan.web.uitvoer.vormen import Vorm

__all__ = ["Blad", "Vorm", "Waarde", "als_bestand", "stuur"]
