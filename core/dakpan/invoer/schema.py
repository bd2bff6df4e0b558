"""Schema's die onbekende velden weigeren en elke fout in het Nederlands bij haar pad melden."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from typing import Any

from marshmallow import RAISE, Schema, ValidationError, fields, missing

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

    def _deserialize(self, data: Any, **hoe: Any) -> Any:
        """Wat klopt gaat zonder omweg; klopt er iets niet, dan zoekt marshmallow zelf uit wat, en meldt alles."""
        gewoon = hoe.get("unknown") == RAISE and hoe.get("partial") is None and not hoe.get("many")
        if gewoon and isinstance(data, Mapping):
            with suppress(ValidationError):
                return self._als_alles_klopt(data)
        return super()._deserialize(data, **hoe)

    def _als_alles_klopt(self, data: Mapping[str, Any]) -> dict[str, Any]:
        """Elk veld met zijn eigen lezer en controles, zoals marshmallow, maar zonder fouten te verzamelen."""
        gelezen, over = dict[str, Any](), len(data)
        for sleutel, doel, veld, mag_weg in self._te_lezen:
            waarde = data.get(sleutel, missing)
            if waarde is not missing:
                over -= 1
            elif mag_weg:
                continue
            gelezen[doel] = veld.deserialize(waarde, sleutel, data)
        if over:
            raise ValidationError(ONBEKEND)
        return gelezen

    @cached_property
    def _te_lezen(self) -> Sequence[tuple[str, str, fields.Field[Any], bool]]:
        """Per veld waar het staat, waar het komt, en of er niets gebeurt als het ontbreekt."""
        return [
            (een.data_key or naam, een.attribute or naam, een, een.load_default is missing and not een.required)
            for naam, een in self.load_fields.items()
        ]


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
