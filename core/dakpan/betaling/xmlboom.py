"""XML bouwen als een boom van bladeren en takken; de factuur en het betaalbestand schrijven ermee."""

from collections.abc import Mapping

from lxml import etree
from lxml.etree import _Element

Kind = _Element | None


class Boom:
    """Maakt elementen met vaste naamruimten; ``cbc:ID`` kiest er een, ``GrpHdr`` neemt de standaard."""

    def __init__(self, ruimten: Mapping[str | None, str]) -> None:
        self._ruimten = dict(ruimten)

    def blad(self, naam: str, tekst: str, **kenmerken: str) -> _Element:
        """Een element met tekst."""
        element = self._maak(naam, kenmerken)
        element.text = tekst
        return element

    def blad_als(self, naam: str, tekst: str | None) -> Kind:
        """Een element met tekst, of niets als er geen tekst is: een leeg element mag niet."""
        return self.blad(naam, tekst) if tekst else None

    def tak(self, naam: str, *kinderen: Kind) -> _Element:
        """Een element met andere elementen erin; wat er niet is, wordt overgeslagen."""
        element = self._maak(naam, {})
        element.extend(kind for kind in kinderen if kind is not None)
        return element

    def _maak(self, naam: str, kenmerken: Mapping[str, str]) -> _Element:
        voorvoegsel, _, kaal = naam.rpartition(":")
        ruimte = self._ruimten[voorvoegsel or None]
        return etree.Element(f"{{{ruimte}}}{kaal}", dict(kenmerken), nsmap=self._ruimten)


def als_bytes(wortel: _Element) -> bytes:
    """De boom als UTF-8 met XML-declaratie; dezelfde boom geeft dezelfde bytes."""
    return etree.tostring(wortel, xml_declaration=True, encoding="UTF-8", pretty_print=True)
