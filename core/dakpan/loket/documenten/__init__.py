"""De documenten van een zaak: wat er is, wat ontbreekt, en er een toevoegen, verwijderen of verzenden."""

from dakpan.loket.documenten.views import bp

__all__ = ["bp"]
