"""De velden van het contract voor marshmallow: streng van vorm, met meldingen in gewoon Nederlands."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, time
from difflib import get_close_matches
from enum import StrEnum
from typing import Any, Generic, TypeVar

from marshmallow import RAISE, Schema, ValidationError, fields

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.duur import Duur
from dakpan.begrippen.percentage import Percentage
from dakpan.begrippen.uren import Uren
from dakpan.invoer.fouten import InvoerFout, Veldfout

T = TypeVar("T")
K = TypeVar("K", bound=StrEnum)

_DATUM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_TIJD = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])", re.ASCII)
EERSTE_JAAR, LAATSTE_JAAR = 1900, 2199
VERPLICHT = "dit veld is verplicht; vul het in"
LEEG = "dit veld mag niet leeg (null) zijn"

_MELDINGEN = {"required": VERPLICHT, "null": LEEG, "validator_failed": "deze waarde kan niet"}
for _soort in (fields.Field, fields.Boolean, fields.List, fields.Nested):
    _soort.default_error_messages = {**_soort.default_error_messages, **_MELDINGEN}


class Strikt(Schema):
    """Een schema dat onbekende velden weigert en elke fout in het Nederlands meldt."""

    error_messages = {  # noqa: RUF012 - marshmallow leest ze van de klasse
        "type": "hier hoort een JSON-object te staan, tussen { en }",
        "unknown": "onbekend",
    }

    class Meta:
        unknown = RAISE

    def lees(self, gegevens: Mapping[str, Any]) -> Any:
        """De gelezen gegevens, of één ``InvoerFout`` met elk verkeerd veld."""
        try:
            return self.load(gegevens)
        except ValidationError as fout:
            raise InvoerFout(*_plat(fout.messages, self, "")) from fout


def _plat(meldingen: Any, schema: Schema | None, pad: str) -> list[Veldfout]:
    """Van geneste meldingen naar veldfouten met een pad."""
    if isinstance(meldingen, list):
        return [Veldfout(pad or "bestand", _vertaal(str(melding), schema, pad)) for melding in meldingen]
    fouten: list[Veldfout] = []
    for naam, inhoud in meldingen.items():
        if naam == "_schema":
            fouten += _plat(inhoud, schema, pad)
            continue
        dieper = f"{pad}.{naam}" if pad else str(naam)
        fouten += _plat(inhoud, _binnen(schema, naam), dieper)
    return fouten


def _binnen(schema: Schema | None, naam: object) -> Schema | None:
    """Het schema waarin de fout onder deze naam is ontstaan: dat van het veld zelf of dat eromheen."""
    veld = schema.fields.get(str(naam)) if schema is not None else None
    if isinstance(veld, fields.List):
        veld = veld.inner
    return veld.schema if isinstance(veld, fields.Nested) else schema


def _vertaal(melding: str, schema: Schema | None, pad: str) -> str:
    if melding != "onbekend":
        return melding
    naam = pad.rpartition(".")[2]
    raad = get_close_matches(naam, schema.fields if schema is not None else (), n=1)
    return "dit veld bestaat niet; " + (f"bedoelde u '{raad[0]}'?" if raad else "haal het weg")


class _Tekstveld(fields.Field[T], Generic[T]):
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
    return Waardeveld(_lees_tijd, "schrijf een tijd als 9:00", **opties)


def tekstveld(ten_hoogste: int = 10_000, **opties: Any) -> Waardeveld[str]:
    return Waardeveld(lambda tekst: _lees_tekst(tekst, ten_hoogste), "schrijf een tekst", **opties)


def lees_datum(tekst: str) -> date:
    """Leest ``2023-03-01``, van 1900 tot en met 2199."""
    if not _DATUM.fullmatch(tekst):
        raise ValueError(f"'{tekst}' is geen datum; schrijf jaar-maand-dag, zoals 2023-03-01")
    try:
        dag = date.fromisoformat(tekst)
    except ValueError as fout:
        raise ValueError(f"de datum {tekst} bestaat niet; controleer maand en dag") from fout
    if not EERSTE_JAAR <= dag.year <= LAATSTE_JAAR:
        raise ValueError(f"{tekst} kan niet: het jaar ligt van {EERSTE_JAAR} tot en met {LAATSTE_JAAR}")
    return dag


def _lees_tijd(tekst: str) -> time:
    gevonden = _TIJD.fullmatch(tekst)
    if gevonden is None:
        raise ValueError(f"'{tekst}' is geen tijd; schrijf uren en minuten als 9:00")
    return time(int(gevonden[1]), int(gevonden[2]))


def _lees_duur(tekst: str) -> Duur:
    duur = Duur.uit_tekst(tekst)
    if duur.minuten < 0:
        raise ValueError(f"'{tekst}' kan niet: een duur is hier niet negatief")
    return duur


def _lees_tekst(tekst: str, ten_hoogste: int) -> str:
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
            raise ValueError(f"'{tekst}' bestaat niet; {self.eis}")
        return self.waarden[tekst]


class Geheel(fields.Field[int]):
    """Een geheel getal binnen grenzen; geen tekst, geen kommagetal, geen waar of onwaar."""

    def __init__(self, van: int, tot_en_met: int, **opties: Any) -> None:
        super().__init__(**opties)
        self.van, self.tot_en_met = van, tot_en_met

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> int:  # noqa: ARG002
        if type(value) is not int or not self.van <= value <= self.tot_en_met:
            raise ValidationError(f"hier hoort een geheel getal van {self.van} tot en met {self.tot_en_met}")
        return value


class JaNee(fields.Field[bool]):
    """``true`` of ``false``, niets anders."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **kwargs: Any) -> bool:  # noqa: ARG002
        if not isinstance(value, bool):
            raise ValidationError("hier hoort true of false te staan, zonder aanhalingstekens")
        return value


def lijst(inhoud: fields.Field[Any], **opties: Any) -> fields.List[Any]:
    return fields.List(inhoud, error_messages={"invalid": "hier hoort een lijst te staan, tussen [ en ]"}, **opties)
