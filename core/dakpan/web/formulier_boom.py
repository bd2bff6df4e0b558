"""Namen met punten en het geneste contract: heen, terug, en welke fout bij welk veld hoort."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from marshmallow import Schema, fields

from dakpan.web.formulier_waarden import WEG

Tak = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Boom:
    """Het contract, en per pad daarin het veld op het scherm (lege rijen van een lijst vallen weg)."""

    contract: Mapping[str, Any] = field(default_factory=dict)
    plaatsen: Mapping[str, str] = field(default_factory=dict)

    def naam_bij(self, pad: str) -> str | None:
        """Welk veld hoort bij dit pad? Ook een onderdeel van een lijst hoort bij zijn veld."""
        while pad:
            if pad in self.plaatsen:
                return self.plaatsen[pad]
            pad, _, laatste = pad.rpartition(".")
            if not laatste.isdecimal():
                return None
        return None


def bouw_boom(gelezen: Mapping[str, Any], schema: Schema) -> Boom:
    """Nest elke naam met punten; wat leeg is blijft weg, wat het schema eist bestaat altijd."""
    tak = _verplichte_takken(schema)
    # Een leeg vakje of een lege keuzelijst maakt geen onderdeel aan dat er verder niet is.
    stil = {naam: waarde for naam, waarde in gelezen.items() if waarde is False or waarde == []}
    for naam, waarde in gelezen.items():
        if waarde is not WEG and naam not in stil:
            _zet(tak, naam, waarde)
    for naam, waarde in stil.items():
        if _bestaat(tak, naam):
            _zet(tak, naam, waarde)
    nummers: dict[str, str] = {}
    contract = _met_lijsten(tak, "", "", nummers)
    return Boom(contract, {_vertaal(naam, nummers): naam for naam in gelezen})


def _verplichte_takken(schema: Schema) -> Tak:
    return {
        naam: _verplichte_takken(veld.schema)
        for naam, veld in schema.fields.items()
        if isinstance(veld, fields.Nested) and veld.required and not veld.many
    }


def _zet(tak: Tak, naam: str, waarde: Any) -> None:
    *weg, laatste = naam.split(".")
    for deel in weg:
        tak = tak.setdefault(deel, {})
    tak[laatste] = waarde


def _bestaat(tak: Tak, naam: str) -> bool:
    for deel in naam.split(".")[:-1]:
        if deel not in tak:
            return False
        tak = tak[deel]
    return True


def _met_lijsten(tak: Any, oud: str, nieuw: str, nummers: dict[str, str]) -> Any:
    """Takken met alleen nummers worden lijsten, aaneengesloten; ``nummers`` onthoudt wie waarheen schoof."""
    if not isinstance(tak, dict):
        return tak
    nummers[oud] = nieuw
    if tak and all(sleutel.isdecimal() for sleutel in tak):
        rijen = sorted(tak, key=int)
        return [_met_lijsten(tak[rij], f"{oud}.{rij}", f"{nieuw}.{plek}", nummers) for plek, rij in enumerate(rijen)]
    punt = "." if oud else ""
    return {
        sleutel: _met_lijsten(deel, f"{oud}{punt}{sleutel}", f"{nieuw}{punt}{sleutel}", nummers)
        for sleutel, deel in tak.items()
    }


def _vertaal(naam: str, nummers: Mapping[str, str]) -> str:
    """Het pad in het contract van dit veld, ook als zijn rij is opgeschoven."""
    ouder, punt, laatste = naam.rpartition(".")
    return f"{nummers.get(ouder, ouder)}{punt}{laatste}"


def plat(waarden: Mapping[str, Any], voor: str = "") -> dict[str, Any]:
    """Geneste waarden met punten in de naam; een lijst van objecten krijgt nummers."""
    uit: dict[str, Any] = {}
    for sleutel, waarde in waarden.items():
        match waarde:
            case Mapping():
                uit |= plat(waarde, f"{voor}{sleutel}.")
            case [Mapping(), *_]:
                uit |= plat({str(nummer): deel for nummer, deel in enumerate(waarde)}, f"{voor}{sleutel}.")
            case _:
                uit[f"{voor}{sleutel}"] = waarde
    return uit
