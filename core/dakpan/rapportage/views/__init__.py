"""De pagina's van de verslagen: wat er moet komen, en één verslag."""

from dakpan.rapportage.views import lijst, verslag
from dakpan.rapportage.views.deur import bp

__all__ = ["bp", "lijst", "verslag"]
