"""De webdienst in OpenAPI: de vormen komen uit de schema's die ook inlezen, de woorden staan hier."""

from typing import Any

from apispec import APISpec
from apispec.ext.marshmallow import MarshmallowPlugin
from marshmallow import fields

from dakpan.invoer.velden import Geheel, Keuzeveld, Waardeveld
from dakpan.uren.webdienst.antwoorden import Clientenlijst, Gelezen, Probleem, Urenlijst
from dakpan.uren.webdienst.lezen import LANGSTE_TIJDVAK
from dakpan.uren.webdienst.schemas import Uren
from dakpan.uren.webdienst.tables import LANGSTE_SLEUTEL

INLEIDING = (
    "Uren van een jobcoach schrijven en lezen vanuit een ander programma. De controles zijn die van het scherm: een "
    "fout noemt elk veld dat niet klopt. Tijd is in hele minuten. Elke coach maakt zijn eigen toegangssleutel in het "
    "loket; die mag uren schrijven en lezen, en verder niets."
)
_TEKST = {"type": "string"}
_IN_PAD = [
    {"name": "tenant_id", "in": "path", "required": True, "schema": _TEKST, "description": "De financier"},
    {"name": "activiteit_id", "in": "path", "required": True, "schema": {**_TEKST, "format": "uuid"}},
]
_EENMAAL = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": True,
    "schema": {**_TEKST, "maxLength": LANGSTE_SLEUTEL},
    "description": "Eigen sleutel van deze activiteit; wie geen antwoord kreeg stuurt hetzelfde nog eens met dezelfde",
}
_VERSIE = {
    "name": "If-Match",
    "in": "header",
    "required": True,
    "schema": _TEKST,
    "description": "De ETag die u bij het lezen kreeg",
}


def beschrijf(server: str) -> dict[str, Any]:
    """Het OpenAPI-document van deze installatie; ``server`` is het adres ervan."""
    vertaler = MarshmallowPlugin()
    document = APISpec(
        title="Dakpan, uren",
        version="1",
        openapi_version="3.1.0",
        info={"description": INLEIDING},
        servers=[{"url": server}],
        plugins=[vertaler],
        security=[{"sleutel": []}],
    )
    assert vertaler.converter is not None  # noqa: S101 - bestaat zodra APISpec hem kreeg
    vertaler.converter.add_attribute_function(_vorm)  # type: ignore[no-untyped-call]
    document.components.security_scheme("sleutel", {"type": "http", "scheme": "bearer"})
    for pad, daden in _paden().items():
        document.path(path=pad, operations=daden)
    return document.to_dict()


def _vorm(_vertaler: Any, field: fields.Field[Any], **_anders: Any) -> dict[str, Any]:
    """Onze eigen velden: welk soort JSON, en wat er mag staan."""
    match field:
        case Keuzeveld():
            return {"type": "string", "enum": list(field.waarden)}
        case Geheel():
            return {"type": "integer", "minimum": field.van, "maximum": field.tot_en_met}
        case Waardeveld():
            return {"type": "string", "description": field.eis}
    return {}


def _paden() -> dict[str, dict[str, Any]]:
    van = [_dag("van", "De eerste dag"), _dag("tot_en_met", f"De laatste dag, ten hoogste {LANGSTE_TIJDVAK} in totaal")]
    een = "/api/v1/uren/{tenant_id}/{activiteit_id}"
    return {
        "/api/v1/clienten": {"get": _daad("Voor wie kan deze coach schrijven, en wat?", Clientenlijst)},
        "/api/v1/uren": {
            "get": _daad("De uren van een tijdvak, met hoe het ermee staat", Urenlijst, van),
            "post": _daad("Schrijf een activiteit, voor één cliënt of een groep", Gelezen, [_EENMAAL], Uren, "201"),
        },
        een: {
            "get": _daad("Eén activiteit, met haar hele groep", Gelezen, _IN_PAD),
            "put": _daad("Wijzig de activiteit tot wat hier staat", Gelezen, [*_IN_PAD, _VERSIE], Uren),
            "delete": _daad("Haal de activiteit weg uit een open week", None, [*_IN_PAD, _VERSIE], goed="204"),
        },
    }


def _dag(naam: str, wat: str) -> dict[str, Any]:
    return {
        "name": naam,
        "in": "query",
        "required": True,
        "schema": {**_TEKST, "format": "date"},
        "description": wat,
    }


def _daad(wat: str, uit: Any, waar: Any = (), erin: Any = None, goed: str = "200") -> dict[str, Any]:
    antwoord: dict[str, Any] = {"description": "Gelukt"}
    if uit is not None:
        antwoord["content"] = {"application/json": {"schema": uit}}
    mis = {"description": "Wat er niet kan, en waarom", "content": {"application/problem+json": {"schema": Probleem}}}
    daad = {"summary": wat, "parameters": list(waar), "responses": {goed: antwoord, "default": mis}}
    if erin is not None:
        daad["requestBody"] = {"required": True, "content": {"application/json": {"schema": erin}}}
    return daad
