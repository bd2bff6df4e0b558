"""De voordeur voor wie zonder account via een link komt: de code, en daarna wat hij komt doen."""

from dakpan.loket.vialink.deur import Bezoeker, Deur, Woorden

__all__ = ["Bezoeker", "Deur", "Woorden"]
