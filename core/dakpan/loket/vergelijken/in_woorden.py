"""De vergelijking in woorden: eerst wat overal hetzelfde is, één keer, en dan waarin de regelsets verschillen."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from markupsafe import Markup, escape

Rij = Mapping[str, Any]
# Wat er vergeleken wordt, op volgorde van belang, en hoe het uit een rij van de tabel komt.
PUNTEN: Sequence[tuple[Any, Callable[[Rij], Any]]] = (
    (_l("Is er recht?"), lambda rij: rij["recht"]["tekst"]),
    (_l("Ten hoogste"), lambda rij: f"{rij['ten_hoogste']} ({rij['voor']})"),
    (_l("In uren"), lambda rij: rij["in_uren"]),
    (_l("Wie beoordeelt"), lambda rij: rij["beoordelaar"]),
    (_l("Aanvragen uiterlijk"), lambda rij: rij["aanvragen"]),
    (_l("Beslissen uiterlijk"), lambda rij: rij["beslissing"]),
    (_l("Ten langste tot"), lambda rij: rij["langst"]),
)


@dataclass(frozen=True, slots=True)
class Punt:
    """Eén punt van vergelijking: hoe het heet, en wat erover te zeggen is."""

    label: Any
    tekst: Markup


@dataclass(frozen=True, slots=True)
class Woorden:
    """Wat elke regelset hetzelfde zegt, en wat niet."""

    gelijk: tuple[Punt, ...]
    anders: tuple[Punt, ...]


def in_woorden(rijen: Sequence[Rij]) -> Woorden:
    """Eén punt per regel; wat meer regelsets hetzelfde zeggen staat er één keer, met hun namen erachter."""
    gelijk, anders = [], []
    for label, lees in PUNTEN:
        groepen = _groepen(rijen, lees)
        if len(groepen) == 1:
            gelijk.append(Punt(label, escape(next(iter(groepen)))))
        else:
            anders.append(Punt(label, Markup("; ").join(_bij(groepen))))
    return Woorden(tuple(gelijk), tuple(anders))


def _groepen(rijen: Sequence[Rij], lees: Callable[[Rij], Any]) -> dict[str, list[Markup]]:
    """Per antwoord de regelsets die het geven, op volgorde van de tabel."""
    groepen: dict[str, list[Markup]] = {}
    for rij in rijen:
        groepen.setdefault(str(lees(rij)), []).append(rij["regelset"])
    return groepen


def _bij(groepen: Mapping[str, Sequence[Markup]]) -> Iterator[Markup]:
    for waarde, titels in groepen.items():
        yield Markup("{} {} {}").format(waarde, _("bij"), _opgesomd(titels))


def _opgesomd(titels: Sequence[Markup]) -> Markup:
    """``A, B en C``."""
    *eerste, laatste = titels
    if not eerste:
        return laatste
    return Markup("{} {} {}").format(Markup(", ").join(eerste), _("en"), laatste)
