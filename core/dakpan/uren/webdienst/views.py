"""De adressen van de webdienst voor uren."""

from collections.abc import Sequence
from uuid import UUID

from flask import Blueprint, Response, jsonify, request, url_for

from dakpan.invoer import json
from dakpan.uren import schrijven
from dakpan.uren.schrijven import mijn_activiteit
from dakpan.uren.tables import Activiteit
from dakpan.uren.webdienst import lezen
from dakpan.uren.webdienst.schemas import Uren
from dakpan.uren.webdienst.schrijven import lees_sleutel, schrijf_eenmaal, wijzig
from dakpan.web.verzoek import handeling
from dakpan.web.webdienst import WEBDIENST, geef_problemen, probleem

bp = Blueprint(WEBDIENST, __name__, url_prefix="/api/v1")
geef_problemen(bp)
_UREN = Uren()
_EEN = "/uren/<tenant_id>/<uuid:activiteit_id>"
LANGSTE_VERSIE = 18
ZONDER_VERSIE = "Stuur in de kop If-Match de ETag mee die u bij het lezen kreeg; zo overschrijft u nooit iets ongezien."


@bp.get("/openapi.json")
def beschrijving() -> Response:
    """Wat deze webdienst kan, voor wie een programma bouwt."""
    from dakpan.uren.webdienst.beschrijving import beschrijf  # noqa: PLC0415 - alleen voor wie het opvraagt

    return jsonify(beschrijf(request.url_root.rstrip("/")))


@bp.get("/clienten")
def clienten() -> Response:
    """Voor wie kan deze coach schrijven, en wat?"""
    return jsonify({"clienten": lezen.clienten(handeling())})


@bp.get("/uren")
def lijst() -> Response:
    """De uren van een tijdvak, met hoe het ermee staat."""
    van, tot_en_met = lezen.lees_tijdvak(request.args.get("van", ""), request.args.get("tot_en_met", ""))
    return jsonify({"uren": lezen.uren(handeling(), van, tot_en_met)})


@bp.post("/uren")
def schrijf() -> Response:
    """Schrijft een activiteit. Dezelfde vraag nog eens geeft dezelfde activiteit, en schrijft niets."""
    sleutel, inhoud = lees_sleutel(request.headers.get("Idempotency-Key")), request.get_data()
    rijen, nieuw = schrijf_eenmaal(handeling(), sleutel, inhoud, _UREN.lees(json.ontleed(inhoud)))
    antwoord = _antwoord(rijen)
    antwoord.status_code = 201 if nieuw else 200
    antwoord.headers["Location"] = url_for("webdienst.toon", tenant_id=rijen[0].tenant_id, activiteit_id=rijen[0].id)
    return antwoord


@bp.get(_EEN)
def toon(tenant_id: str, activiteit_id: UUID) -> Response:
    """Eén activiteit, met haar hele groep."""
    return _antwoord(mijn_activiteit(handeling(), tenant_id, activiteit_id))


@bp.put(_EEN)
def bewaar(tenant_id: str, activiteit_id: UUID) -> Response:
    """Wijzigt de activiteit tot wat hier staat."""
    versie = _versie()
    if versie is None:
        return probleem("zonder-versie", "Welke versie wijzigt u?", 428, uitleg=ZONDER_VERSIE)
    gevraagd = _UREN.lees(json.ontleed(request.get_data()))
    return _antwoord(wijzig(handeling(), tenant_id, activiteit_id, versie, gevraagd))


@bp.delete(_EEN)
def verwijder(tenant_id: str, activiteit_id: UUID) -> Response:
    """Haalt de activiteit weg uit een open week."""
    versie = _versie()
    if versie is None:
        return probleem("zonder-versie", "Welke versie verwijdert u?", 428, uitleg=ZONDER_VERSIE)
    mijn_activiteit(handeling(), tenant_id, activiteit_id)
    schrijven.verwijder(handeling(), tenant_id, activiteit_id, versie)
    return Response(status=204)


def _versie() -> int | None:
    """Het getal uit ``If-Match``; een ETag die niet van ons is past bij geen enkele versie."""
    genoemd = request.if_match.as_set(include_weak=True)
    if not genoemd:
        return None
    eerste = next(iter(genoemd))
    return int(eerste) if eerste.isascii() and eerste.isdigit() and len(eerste) <= LANGSTE_VERSIE else -1


def _antwoord(rijen: Sequence[Activiteit]) -> Response:
    inhoud = lezen.activiteit(handeling(), rijen)
    antwoord = jsonify(inhoud)
    antwoord.set_etag(str(inhoud["versie"]))
    return antwoord
