"""Een financier: zijn naam, huisstijl en regelset per datum."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from dakpan.invoer.toml import Plek


@dataclass(frozen=True, slots=True)
class Huisstijl:
    """Hoe ziet de financier eruit? ``kleur`` als ``#rrggbb``."""

    naam: str
    kleur: str
    logotekst: str


@dataclass(frozen=True, slots=True)
class GekozenRegelset:
    """Welke regelset geldt vanaf welke dag, aangevuld met welke eigen parameters?"""

    vanaf: date
    naam: str
    plek: Plek
    aanvulling: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tenant:
    """Eén financier. ``regelsets`` op volgorde van datum."""

    slug: str
    naam: str
    huisstijl: Huisstijl
    regelsets: tuple[GekozenRegelset, ...]

    def regelset_op(self, dag: date) -> GekozenRegelset | None:
        """Welke regelset geldt op deze dag? None voor de eerste dag."""
        geldend = [keuze for keuze in self.regelsets if keuze.vanaf <= dag]
        return geldend[-1] if geldend else None
