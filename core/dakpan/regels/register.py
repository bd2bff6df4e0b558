"""Welke regelsets zijn er geïnstalleerd? Gevonden via entry points; niets staat in de kern zelf."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from importlib.metadata import EntryPoint, entry_points

from dakpan.regels.fouten import OngeldigeRegelset
from dakpan.regels.regelset import Regelset

GROEP = "dakpan.regelsets"


class Register:
    """De geïnstalleerde regelsets op naam; een dubbele naam stopt de start."""

    def __init__(self, punten: Iterable[EntryPoint] | None = None) -> None:
        self._punten = tuple(entry_points(group=GROEP) if punten is None else punten)

    @cached_property
    def _op_naam(self) -> Mapping[str, EntryPoint]:
        gevonden: dict[str, EntryPoint] = {}
        for punt in self._punten:
            if punt.name in gevonden:
                ander = gevonden[punt.name].value
                raise OngeldigeRegelset(
                    f"regelset '{punt.name}' is twee keer geïnstalleerd: {ander} en {punt.value}; verwijder er één"
                )
            gevonden[punt.name] = punt
        return dict(sorted(gevonden.items()))

    @property
    def namen(self) -> tuple[str, ...]:
        return tuple(self._op_naam)

    def klasse(self, naam: str) -> type[Regelset]:
        """De klasse van een regelset. ``KeyError`` als zij er niet is."""
        punt = self._op_naam[naam]
        try:
            klasse = punt.load()
        except Exception as fout:
            raise OngeldigeRegelset(f"regelset '{naam}' ({punt.value}) laadt niet: {fout}") from fout
        if not (isinstance(klasse, type) and issubclass(klasse, Regelset)):
            raise OngeldigeRegelset(f"regelset '{naam}': {punt.value} is geen klasse die van Regelset erft")
        _controleer_parameters(naam, klasse)
        return klasse


def _controleer_parameters(naam: str, klasse: type[Regelset]) -> None:
    """Brengt de klasse een ``parameters.toml`` mee die dezelfde naam noemt?"""
    try:
        eigen = klasse.eigen_parameters().regelset
    except (AttributeError, OSError, ModuleNotFoundError) as fout:
        raise OngeldigeRegelset(
            f"regelset '{naam}' heeft geen parameters.toml; zet het in het pakket en noem het pakket in 'pakket'"
        ) from fout
    if eigen != naam:
        raise OngeldigeRegelset(f"regelset '{naam}' noemt zich in parameters.toml '{eigen}'; gebruik dezelfde naam")
