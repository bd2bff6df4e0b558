"""Schema's die onbekende velden weigeren en elke fout in het Nederlands bij haar pad melden."""

from collections.abc import Callable, Mapping
from typing import Any

from marshmallow import RAISE, Schema, ValidationError, fields

from dakpan.invoer.fouten import InvoerFout, Veldfout
from dakpan.invoer.raad import bedoelde_u

ONBEKEND = "onbekend"


class Strikt(Schema):
    """Een schema dat onbekende velden weigert en elke fout in het Nederlands meldt."""

    error_messages = {  # noqa: RUF012 - marshmallow leest ze van de klasse
        "type": "hier hoort een JSON-object te staan, tussen { en }",
        "unknown": ONBEKEND,
    }

    class Meta:
        unknown = RAISE

    def lees(self, gegevens: Mapping[str, Any]) -> Any:
        """De gelezen gegevens, of één ``InvoerFout`` met elk verkeerd veld, op de volgorde van het schema."""
        try:
            return self.load(gegevens)
        except ValidationError as fout:
            raise InvoerFout(*_plat(fout.messages, self, "")) from fout


def _plat(meldingen: Any, schema: Schema | None, pad: str) -> list[Veldfout]:
    """Van geneste meldingen naar veldfouten met een pad."""
    if isinstance(meldingen, list):
        return [Veldfout(pad or "bestand", _vertaal(str(melding), schema, pad)) for melding in meldingen]
    fouten: list[Veldfout] = []
    for naam, inhoud in sorted(meldingen.items(), key=_plaats_in(schema)):
        if naam == "_schema":
            fouten += _plat(inhoud, schema, pad)
            continue
        dieper = f"{pad}.{naam}" if pad else str(naam)
        fouten += _plat(inhoud, _binnen(schema, naam), dieper)
    return fouten


def _plaats_in(schema: Schema | None) -> Callable[[tuple[Any, Any]], tuple[int, str]]:
    """Velden op volgorde van het schema, lijstdelen op nummer, en wat niet bestaat erachter op naam."""
    plaatsen = {naam: nummer for nummer, naam in enumerate(schema.fields)} if schema is not None else {}

    def plaats(melding: tuple[Any, Any]) -> tuple[int, str]:
        naam = melding[0]
        return (naam, "") if isinstance(naam, int) else (plaatsen.get(naam, len(plaatsen)), str(naam))

    return plaats


def _binnen(schema: Schema | None, naam: object) -> Schema | None:
    """Het schema waarin de fout onder deze naam is ontstaan: dat van het veld zelf of dat eromheen."""
    veld = schema.fields.get(str(naam)) if schema is not None else None
    if isinstance(veld, fields.List):
        veld = veld.inner
    return veld.schema if isinstance(veld, fields.Nested) else schema


def _vertaal(melding: str, schema: Schema | None, pad: str) -> str:
    """De melding zelf, of bij een onbekend veld welk er was bedoeld."""
    if melding != ONBEKEND:
        return melding
    velden = schema.fields if schema is not None else ()
    return f"dit veld bestaat niet; {bedoelde_u(pad.rpartition('.')[2], velden, 'haal het weg')}"
