"""Waar is een zaak in haar werkwijze, wie is aan de beurt, en wat moet er eerst?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from dakpan.aanvraag.domain.stukken import Partij
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.domain import Werkstap, Werkwijze, Zaakstap

# Wie er aan de beurt is, in gewone taal; de schermen vertalen deze woorden.
NAAM: Mapping[Partij, str] = {
    Partij.CLIENT: "de cliënt",
    Partij.WERKGEVER: "de werkgever",
    Partij.JOBCOACH: "de jobcoach",
    Partij.JOBCOACHORGANISATIE: "de jobcoachorganisatie",
    Partij.WERKCONSULENT: "de werkconsulent",
    Partij.ARBEIDSDESKUNDIGE: "de arbeidsdeskundige",
    Partij.BESLISSER: "de beslisser",
    Partij.FINANCIER: "de financier",
}


@dataclass(frozen=True, slots=True)
class Voortgang:
    """De werkwijze van een zaak met de stappen die klaar zijn, en die niet meer hoeven (``vervallen``)."""

    werkwijze: Werkwijze
    klaar: frozenset[Zaakstap]
    vervallen: frozenset[Zaakstap] = frozenset()

    @classmethod
    def uit(cls, stappen: Iterable[Mapping[str, object]], klaar: Iterable[Zaakstap]) -> "Voortgang":
        """Uit wat bij de zaak is opgeslagen."""
        alle = tuple(stappen)
        vervallen = frozenset(Zaakstap(str(stap["stap"])) for stap in alle if stap.get("vervallen"))
        return cls(Werkwijze(tuple(_lees(stap) for stap in alle)), frozenset(klaar), vervallen)

    @property
    def voorbij(self) -> frozenset[Zaakstap]:
        """Wat klaar is of vervallen: het houdt niets meer tegen."""
        return self.klaar | self.vervallen

    def met(self, stap: Zaakstap) -> "Voortgang":
        """Dezelfde zaak met ook deze stap klaar."""
        return replace(self, klaar=self.klaar | {stap})

    def stap(self, stap: Zaakstap) -> Werkstap | None:
        """De stap zoals deze zaak haar heeft. None: deze zaak kent haar niet."""
        return next((een for een in self.werkwijze.stappen if een.stap is stap), None)

    def komt_eerst(self, eerst: Zaakstap, dan: Zaakstap) -> bool:
        """Moet de ene stap klaar zijn voordat de andere kan, rechtstreeks of via wat ertussen zit?"""
        gevonden = self.stap(dan)
        return gevonden is not None and any(een is eerst or self.komt_eerst(eerst, een) for een in gevonden.na)

    def is_open(self, werkstap: Werkstap) -> bool:
        """Kan deze stap nu worden gezet?"""
        return self.voorbij.issuperset(werkstap.na)

    @property
    def aan_de_beurt(self) -> tuple[Werkstap, ...]:
        """Welke stappen kunnen nu en zijn nog niet klaar?"""
        return tuple(een for een in self.werkwijze.stappen if een.stap not in self.voorbij and self.is_open(een))

    @property
    def volgende(self) -> Werkstap | None:
        """De eerste stap die aan de beurt is."""
        return next(iter(self.aan_de_beurt), None)

    def vereis(self, stap: Zaakstap) -> Werkstap:
        """De stap, als zij nu kan. Anders ``KanNiet`` met wat er eerst moet gebeuren."""
        if not self.werkwijze.stappen:
            raise KanNiet(
                "Welke stappen deze zaak heeft: niet in bron. Zodra de financier zijn werkwijze invult gaat het verder."
            )
        gevonden = self.stap(stap)
        if gevonden is None:
            raise KanNiet(f"Deze zaak heeft geen stap '{stap}': zo werkt deze financier niet.")
        if stap in self.vervallen - self.klaar:
            raise KanNiet(f"De stap '{stap}' is vervallen: de periode is beëindigd.")
        eerst = [een for een in gevonden.na if een not in self.voorbij]
        if eerst:
            raise KanNiet(f"Eerst nog: {', '.join(self._met_wie(een) for een in eerst)}.")
        return gevonden

    def _met_wie(self, stap: Zaakstap) -> str:
        gevonden = self.stap(stap)
        return f"{stap} door {NAAM[gevonden.opent]}" if gevonden else str(stap)


def _lees(stap: Mapping[str, object]) -> Werkstap:
    na = stap["na"]
    assert isinstance(na, list)  # noqa: S101 - zo schrijft ``als_json`` het
    return _werkstap(str(stap["stap"]), str(stap["opent"]), tuple(na))


@lru_cache(maxsize=1024)
def _werkstap(stap: str, opent: str, na: tuple[str, ...]) -> Werkstap:
    """Bijna elke zaak heeft dezelfde stappen."""
    return Werkstap(Zaakstap(stap), Partij(opent), tuple(map(Zaakstap, na)))


def als_json(werkwijze: Werkwijze) -> list[dict[str, object]]:
    """De werkwijze zoals zij bij een zaak wordt opgeslagen."""
    return [
        {"stap": een.stap.value, "opent": een.opent.value, "na": [eerder.value for eerder in een.na]}
        for een in werkwijze.stappen
    ]
