"""De deur van de webdienst: wie met een toegangssleutel komt, en elke fout als problem+json."""

import logging
from typing import Any

from flask import Blueprint, Flask, Response, current_app, json, request
from werkzeug.exceptions import HTTPException

from dakpan.begrippen.toestand import KanNiet
from dakpan.invoer.fouten import InvoerFout, Veldfout
from dakpan.invoer.probleem import MEDIATYPE, als_probleem
from dakpan.opslag.basis import db
from dakpan.opslag.fouten import GeenRecht, Gewijzigd, InArchief, NietGevonden
from dakpan.partijen.toegangssleutels.herkennen import wie_heeft
from dakpan.web.verzoek import financiernamen, herken, instellingen, nu

_log = logging.getLogger(__name__)
WEBDIENST = "webdienst"
GEEN_SLEUTEL = (
    "Stuur een toegangssleutel mee in de kop Authorization, na het woord Bearer. Een coach maakt haar in het loket, "
    "onder Mijn toegangssleutels. Een sleutel die verlopen of ingetrokken is werkt niet meer."
)
_TITELS = {
    400: "Dit verzoek was niet te lezen",
    404: "Dit bestaat niet, of is niet van u",
    405: "Zo werkt dit adres niet",
    413: "Dit is te groot",
    415: "Stuur JSON, met Content-Type application/json",
}


def koppel_webdienst(app: Flask, bp: Blueprint) -> None:
    """Zet de webdienst open. Een programma heeft geen koekje, en dus ook geen formulier van een ander te vrezen."""
    app.register_blueprint(bp)
    app.extensions["csrf"].exempt(bp)


def geef_problemen(bp: Blueprint) -> None:
    """Elke fout van deze blueprint is een antwoord dat een programma kan lezen."""
    bp.register_error_handler(InvoerFout, lambda fout: _invoer(fout.fouten))
    bp.register_error_handler(KanNiet, lambda fout: probleem("kan-niet", "Dit kan nu niet", 409, uitleg=str(fout)))
    bp.register_error_handler(Gewijzigd, lambda fout: probleem("gewijzigd", "Gewijzigd", 412, uitleg=str(fout)))
    bp.register_error_handler(NietGevonden, lambda _fout: probleem("niet-gevonden", _TITELS[404], 404))
    bp.register_error_handler(GeenRecht, lambda _fout: probleem("geen-recht", "Dit mag u niet doen", 403))
    bp.register_error_handler(InArchief, lambda _fout: probleem("in-archief", "Deze zaak ligt in het archief", 403))
    bp.register_error_handler(HTTPException, _http)
    bp.register_error_handler(Exception, _storing)


def sleutel_vereist() -> Response | None:
    """Laat door wie een sleutel heeft die werkt, en onthoudt van wie zij is."""
    kop = request.authorization
    geheim = (kop.token or "") if kop is not None and kop.type == "bearer" else ""
    demo, namen = instellingen().demo, financiernamen()
    ik = wie_heeft(db.session(), geheim, nu(), demo=demo, namen=namen) if geheim else None
    herken(ik)
    if ik is not None:
        return None
    geweigerd = probleem("geen-sleutel", "Wie vraagt dit?", 401, uitleg=GEEN_SLEUTEL)
    geweigerd.headers["WWW-Authenticate"] = 'Bearer realm="dakpan"'
    return geweigerd


def probleem(soort: str, titel: str, status: int, fouten: tuple[Veldfout, ...] = (), uitleg: str = "") -> Response:
    """Een fout als antwoord."""
    inhoud = json.dumps(als_probleem(soort, titel, status, fouten, uitleg), ensure_ascii=False)
    return current_app.response_class(inhoud, status, mimetype=MEDIATYPE)


def _invoer(fouten: tuple[Veldfout, ...]) -> Response:
    return probleem("ongeldige-invoer", "De invoer klopt niet", 422, fouten)


def _http(fout: HTTPException) -> Any:
    code = fout.code or 500
    antwoord = probleem("verzoek", _TITELS.get(code, str(fout.name)), code)
    for naam, waarde in fout.get_headers():
        if naam in {"Allow", "Retry-After"}:
            antwoord.headers[naam] = waarde
    return antwoord


def _storing(_fout: Exception) -> Response:
    _log.exception("storing bij %s %s", request.method, request.path)
    return probleem("storing", "Er ging iets mis bij ons", 500, uitleg="Wat u stuurde is niet opgeslagen.")
