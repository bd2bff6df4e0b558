"""De pagina's van de uren: de week, één activiteit, en accorderen."""

from dakpan.uren.views import (
    accorderen,
    activiteit,
    afspraken,
    heropenen,
    hoofdlijnen,
    logboek,
    omboeken,
    totalen,
    verplaatsen,
    week,
)
from dakpan.uren.views.deur import bp

__all__ = [
    "accorderen",
    "activiteit",
    "afspraken",
    "bp",
    "heropenen",
    "hoofdlijnen",
    "logboek",
    "omboeken",
    "totalen",
    "verplaatsen",
    "week",
]
