"""De velden van het contract voor marshmallow: streng van vorm, met meldingen in gewoon Nederlands."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date, time
from enum import StrEnum
from typing import Any, Generic, TypeVar

from marshmallow import ValidationError, fields, missing

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.duur import Duur
from dakpan.begrippen.percentage import Percentage
from dakpan.begrippen.uren import Uren
from dakpan.invoer.raad import bedoelde_u
from dakpan.invoer.schema import Strikt

T = TypeVar("T")
K = TypeVar("K", bound=StrEnum)

_DATUM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_NEDERLANDSE_DATUM = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})", re.ASCII)
_TIJD = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])", re.ASCII)
EERSTE_JAAR, LAATSTE_JAAR = 1900, 2199
VERPLICHT = "dit veld is verplicht; vul het in"
LEEG = "dit veld mag niet leeg (null) zijn; vul het in of haal het weg"
_MELDINGEN: dict[str, Any] = {"required": VERPLICHT, "null": LEEG, "validator_failed": "deze waarde kan niet"}


class _Veld(fields.Field[T], Generic[T]):
    """Een veld met Nederlandse meldingen; marshmallow zelf blijft voor anderen zoals het is."""

    default_error_messages = _MELDINGEN

    def deserialize(self, value: Any, attr: str | None = None, data: Any = None, **hoe: Any) -> Any:
        """Wat er staat en verder niet wordt nagekeken gaat zonder omweg naar de lezer."""
        if value is None or value is missing or self.validators or self.pre_load or self.post_load:
            return super().deserialize(value, attr, data, **hoe)
        return self._deserialize(value, attr, data, **hoe)


class _Tekstveld(_Veld[T], Generic[T]):
    """Een veld dat tekst leest met een eigen lezer."""

    eis = ""

    def lees(self, tekst: str) -> T:
        raise NotImplementedError

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> T:  # noqa: ARG002
        if not isinstance(value, str):
            raise ValidationError(f"hier hoort een tekst tussen aanhalingstekens: {self.eis}")
        try:
            return self.lees(value)
        except ValueError as fout:
            raise ValidationError(str(fout)) from fout


class Waardeveld(_Tekstveld[T]):
    """Een veld dat één van onze waardetypen leest."""

    def __init__(self, lezer: Callable[[str], T], eis: str, **opties: Any) -> None:
        super().__init__(**opties)
        self.lezer, self.eis = lezer, eis

    def lees(self, tekst: str) -> T:
        return self.lezer(tekst)


def bedragveld(**opties: Any) -> Waardeveld[Bedrag]:
    return Waardeveld(Bedrag.uit_iso, Bedrag.eis, **opties)


def urenveld(**opties: Any) -> Waardeveld[Uren]:
    return Waardeveld(Uren.uit_iso, Uren.eis, **opties)


def percentageveld(**opties: Any) -> Waardeveld[Percentage]:
    return Waardeveld(Percentage.uit_iso, Percentage.eis, **opties)


def duurveld(**opties: Any) -> Waardeveld[Duur]:
    return Waardeveld(_lees_duur, "schrijf uren en minuten als 2:30", **opties)


def datumveld(**opties: Any) -> Waardeveld[date]:
    return Waardeveld(lees_datum, "schrijf een datum als 2023-03-01", **opties)


def tijdveld(**opties: Any) -> Waardeveld[time]:
    return Waardeveld(lees_tijd, "schrijf een tijd als 9:00", **opties)


def tekstveld(ten_hoogste: int = 10_000, **opties: Any) -> Waardeveld[str]:
    return Waardeveld(lambda tekst: lees_tekst(tekst, ten_hoogste), "schrijf een tekst", **opties)


def lees_datum(tekst: str) -> date:
    """Leest ``2023-03-01``, van 1900 tot en met 2199."""
    if not _DATUM.fullmatch(tekst):
        raise ValueError(f"'{tekst}' is geen datum; {_bedoelde_datum(tekst)}")
    try:
        dag = date.fromisoformat(tekst)
    except ValueError as fout:
        raise ValueError(f"de datum {tekst} bestaat niet; controleer maand en dag") from fout
    if not EERSTE_JAAR <= dag.year <= LAATSTE_JAAR:
        raise ValueError(f"{tekst} kan niet: het jaar ligt van {EERSTE_JAAR} tot en met {LAATSTE_JAAR}")
    return dag


def _bedoelde_datum(tekst: str) -> str:
    """Wat er waarschijnlijk was bedoeld: ``1-3-2023`` of een datum met een tijd erachter."""
    gevonden = _NEDERLANDSE_DATUM.fullmatch(tekst)
    kandidaat = f"{gevonden[3]}-{gevonden[2]:0>2}-{gevonden[1]:0>2}" if gevonden else tekst[:10]
    try:
        return f"bedoelde u {date.fromisoformat(kandidaat).isoformat()}?"
    except ValueError:
        return "schrijf jaar-maand-dag, zoals 2023-03-01"


def lees_tijd(tekst: str) -> time:
    """Leest ``9:00``."""
    gevonden = _TIJD.fullmatch(tekst)
    if gevonden is None:
        raise ValueError(f"'{tekst}' is geen tijd; schrijf uren en minuten als 9:00")
    return time(int(gevonden[1]), int(gevonden[2]))


def _lees_duur(tekst: str) -> Duur:
    duur = Duur.uit_tekst(tekst)
    if duur.minuten < 0:
        raise ValueError(f"'{tekst}' kan niet: een duur is hier niet negatief")
    return duur


def lees_tekst(tekst: str, ten_hoogste: int) -> str:
    """Tekst zonder stuurtekens die past."""
    if len(tekst) > ten_hoogste:
        raise ValueError(f"deze tekst telt {len(tekst)} tekens; ten hoogste {ten_hoogste}")
    for teken in "" if tekst.isprintable() else tekst:
        if unicodedata.category(teken) in {"Cc", "Cs"} and teken not in "\n\r\t":
            raise ValueError(f"het teken U+{ord(teken):04X} is niet leesbaar; haal het weg")
    return tekst


class Keuzeveld(_Tekstveld[K]):
    """Eén van de vaste waarden van een of meer keuzelijsten."""

    def __init__(self, *keuzes: type[K], **opties: Any) -> None:
        super().__init__(**opties)
        self.waarden = {lid.value: lid for keuze in keuzes for lid in keuze}
        self.eis = f"kies uit {', '.join(self.waarden)}"

    def lees(self, tekst: str) -> K:
        if tekst not in self.waarden:
            raise ValueError(f"'{tekst}' bestaat niet; {self._raad(tekst)}")
        return self.waarden[tekst]

    def _raad(self, tekst: str) -> str:
        return bedoelde_u(tekst.strip().casefold().replace(" ", "_"), self.waarden, self.eis)


class Geheel(_Veld[int]):
    """Een geheel getal binnen grenzen; geen tekst, geen kommagetal, geen waar of onwaar.

    ``eis``: hoe de grenzen heten voor wie geen getal typt maar bijvoorbeeld een duur.
    """

    def __init__(self, van: int, tot_en_met: int, eis: str = "", **opties: Any) -> None:
        super().__init__(**opties)
        self.van, self.tot_en_met, self.eis = van, tot_en_met, eis

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> int:  # noqa: ARG002
        if type(value) is not int or not self.van <= value <= self.tot_en_met:
            eis = self.eis or f"hier hoort een geheel getal van {self.van} tot en met {self.tot_en_met}"
            raise ValidationError(f"{eis}, zonder aanhalingstekens" if isinstance(value, str) and not self.eis else eis)
        return value


class JaNee(_Veld[bool]):
    """``true`` of ``false``, niets anders."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> bool:  # noqa: ARG002
        if not isinstance(value, bool):
            raise ValidationError("hier hoort true of false te staan, zonder aanhalingstekens")
        return value


def lijst(inhoud: fields.Field[Any], **opties: Any) -> fields.List[Any]:
    """Een lijst van velden."""
    melding = "hier hoort een lijst te staan, tussen [ en ]"
    return fields.List(inhoud, error_messages={**_MELDINGEN, "invalid": melding}, **opties)


def genest(schema: type[Strikt], **opties: Any) -> fields.Nested:
    """Een object met een eigen schema."""
    return fields.Nested(schema, error_messages=_MELDINGEN, **opties)
