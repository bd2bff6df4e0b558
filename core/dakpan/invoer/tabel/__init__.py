"""Een tabel die iemand zelf maakte lezen: uit CSV of uit Excel, binnen grenzen."""

from dakpan.invoer.tabel.lezen import Regel, Tabel, lees_tabel
from dakpan.invoer.tabel.namen import platte_naam
from dakpan.invoer.tabel.onleesbaar import Onleesbaar
from dakpan.invoer.tabel.uitkomst import (
    Inleesregel,
    Kolom,
    Kolomfout,
    Regellezer,
    Regelstand,
    Uitkomst,
    genegeerd,
    kolommen_in,
)

__all__ = [
    "Inleesregel",
    "Kolom",
    "Kolomfout",
    "Onleesbaar",
    "Regel",
    "Regellezer",
    "Regelstand",
    "Tabel",
    "Uitkomst",
    "genegeerd",
    "kolommen_in",
    "lees_tabel",
    "platte_naam",
]
