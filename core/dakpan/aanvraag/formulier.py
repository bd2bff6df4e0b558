"""De formulieren van een aanvraag: waarmee zij begint, en daarna één pagina per groep."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import MultiDict

from dakpan.aanvraag.domain.stukken import Partij
from dakpan.aanvraag.groepen import Soort, groepen_van, mensen
from dakpan.aanvraag.vragen import Concept, Paginaconcept
from dakpan.invoer.velden import tekstveld
from dakpan.web.formulier import Formulier, Groep, Veld
from dakpan.web.formulier_waarden import lees_waarde

NOOIT_VOOR: Mapping[str, frozenset[Partij]] = {"matching": frozenset({Partij.WERKGEVER})}


class Conceptformulier(Formulier):
    """Een formulier dat onvolledig mag worden bewaard: ``verplicht`` zegt wat er aan het eind moet staan."""

    @staticmethod
    def _lees_veld(veld: Veld, form: MultiDict[str, str]) -> Any:
        return lees_waarde(veld, form.getlist(veld.naam))


class Begin(Concept):
    """De eerste vragen: bij wie, wat en voor wie."""

    tenant = tekstveld(40)


def beginformulier(financiers: Iterable[tuple[str, str]]) -> Formulier:
    """Waarmee een aanvraag begint; een financier kiest geen financier."""
    lijst = tuple(financiers)
    bij_wie = [Veld("tenant", _l("Financier"), "keuze", verplicht=True, keuzes=lijst)] if lijst else []
    werkgever = Veld("werkgever.naam", _l("Naam van de werkgever"))
    return Formulier(
        [
            Groep(_l("Wat vraagt u aan?"), [*bij_wie, mensen.SOORT, mensen.VORM]),
            Groep(_l("Voor wie?"), [mensen.VOORNAAM, mensen.ACHTERNAAM, werkgever]),
        ],
        Begin,
    )


class Aanvraagformulier:
    """Alle groepen van één zaak, elk een eigen pagina met een eigen formulier."""

    def __init__(self, groepen: tuple[Groep, ...]) -> None:
        self.groepen = groepen
        self._paginas = {groep.naam: Conceptformulier([groep], Paginaconcept) for groep in groepen}
        self.velden = {veld.naam: veld for groep in groepen for veld in groep.velden}
        self._groep_van = {naam: groep for groep in groepen for naam in groep.veldnamen}

    @property
    def paginas(self) -> tuple[str, ...]:
        """Hoe de pagina's heten, op volgorde."""
        return tuple(self._paginas)

    def pagina(self, naam: str) -> Conceptformulier | None:
        """Het formulier van deze groep. None: deze zaak heeft die groep niet."""
        return self._paginas.get(naam)

    def groep_van(self, veldnaam: str) -> Groep | None:
        """Op welke pagina staat deze vraag?"""
        return self._groep_van.get(veldnaam)

    def voor(self, lezer: Partij) -> tuple[Groep, ...]:
        """Wat mag deze partij lezen en tekenen? De matching is nooit voor de werkgever."""
        return tuple(groep for groep in self.groepen if lezer not in NOOIT_VOOR.get(groep.naam, ()))

    def naast(self, naam: str) -> tuple[str | None, str | None]:
        """De pagina ervoor en erna. None: er is er geen meer."""
        namen = [None, *self._paginas, None]
        plek = namen.index(naam)
        return namen[plek - 1], namen[plek + 1]


@lru_cache(maxsize=64)
def aanvraagformulier(soort: Soort) -> Aanvraagformulier:
    """Het formulier voor zo'n zaak."""
    return Aanvraagformulier(groepen_van(soort))
