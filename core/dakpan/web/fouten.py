"""Pagina's voor wat niet gaat: wat is er aan de hand, en wat kunt u doen?"""

import logging
from typing import Any

from flask import Flask, current_app, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import DataError
from werkzeug.exceptions import HTTPException

from dakpan.begrippen.toestand import KanNiet
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import GeenRecht, Gewijzigd, InArchief, NietGevonden
from dakpan.partijen.rechten import Recht
from dakpan.partijen.rechtnamen import RECHTEN
from dakpan.web.schil import zonder_schil

_log = logging.getLogger(__name__)
Antwoord = tuple[str, int]

_NERGENS = (
    _l("Deze pagina bestaat niet"),
    _l("Of de pagina is niet van u. Dat ziet er hier hetzelfde uit."),
    _l("Controleer het adres, of zoek de zaak op in uw overzicht."),
)
PAGINAS: dict[int, tuple[Any, Any, Any]] = {
    400: (
        _l("Dit verzoek was niet te lezen"),
        _l("Er is niets opgeslagen."),
        _l("Ga terug, laad de pagina opnieuw en probeer het nog eens."),
    ),
    403: (
        _l("Dit mag u niet doen"),
        _l("Uw rechten staan deze handeling niet toe. Er is niets gewijzigd."),
        _l("Vraag het recht aan wie bij u de medewerkers beheert."),
    ),
    404: _NERGENS,
    405: (
        _l("Zo werkt dit adres niet"),
        _l("Deze pagina is niet op deze manier te openen."),
        _l("Ga naar het begin en kies daar wat u wilt doen."),
    ),
    409: (
        _l("Dit kan nu niet"),
        _l("Iets anders moet eerst gebeuren. Er is niets gewijzigd."),
        _l("Open de zaak opnieuw: daar staat wat er nu aan de beurt is."),
    ),
    413: (
        _l("Dit is te groot"),
        _l("Wat u verstuurde is groter dan hier past. Er is niets opgeslagen."),
        _l("Maak het bestand kleiner of de tekst korter, en probeer het opnieuw."),
    ),
    429: (
        _l("Te veel pogingen"),
        _l("U probeerde dit te vaak achter elkaar."),
        _l("Wacht een paar minuten en probeer het dan opnieuw."),
    ),
    500: (
        _l("Er ging iets mis bij ons"),
        _l("Wat u deed is niet opgeslagen; wat al was opgeslagen is er nog."),
        _l("Probeer het over een paar minuten opnieuw. Blijft het misgaan, meld het dan met de code hieronder."),
    ),
}
_NIET_TE_LEZEN = _l("Dit verzoek was niet te lezen")
_IN_ARCHIEF = (
    _l("Deze zaak ligt in het archief"),
    _l("Uw organisatie heeft haar opgeborgen. Om haar te lezen is het recht 'archief inzien' nodig."),
    _l("Vraag het recht aan wie bij u de medewerkers beheert, of vraag een collega haar terug te halen."),
)
_VERLOPEN = (
    _l("Deze pagina was te oud om te verzenden"),
    _l("De pagina stond te lang open, of u bent intussen opnieuw aangemeld. Er is niets opgeslagen."),
    _l("Ga terug, laad de pagina opnieuw en verzend haar nog eens."),
)


def koppel_fouten(app: Flask) -> None:
    """Elke fout krijgt een pagina; een storing, of wat geen database aankan, komt in het logboek met alles erbij."""
    app.register_error_handler(CSRFError, lambda _fout: verlopen())
    app.register_error_handler(NietGevonden, lambda _fout: foutpagina(404))
    app.register_error_handler(GeenRecht, _geen_recht)
    app.register_error_handler(InArchief, lambda _fout: foutpagina(403, *_IN_ARCHIEF))
    app.register_error_handler(KanNiet, lambda fout: foutpagina(409, tekst=str(fout)))
    app.register_error_handler(Gewijzigd, lambda fout: foutpagina(409, tekst=str(fout)))
    app.register_error_handler(InvoerFout, _invoer)
    app.register_error_handler(DataError, _past_niet)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _storing)


def foutpagina(code: int, titel: Any = None, tekst: Any = None, raad: Any = None) -> Antwoord:
    """De pagina bij deze code; eigen zinnen gaan voor. Wie niet op de zaak zelf komt krijgt er geen weg naartoe."""
    standaard = PAGINAS.get(code, PAGINAS[500 if code >= 500 else 400])
    inhoud = {"titel": titel or standaard[0], "tekst": tekst or standaard[1], "raad": raad or standaard[2]}
    return render_template("fout.html", code=code, zaak=_zaakadres(code), **inhoud), code


def _zaakadres(code: int) -> str | None:
    """De zaak waar iemand mee bezig was, om weer op te pakken; bij een vreemd adres nooit."""
    waar = request.view_args or {}
    if (
        code not in {403, 409}
        or request.endpoint == "zaak.toon"
        or "zaak.toon" not in current_app.view_functions
        or not {"tenant_id", "zaak_id"} <= set(waar)
    ):
        return None
    return url_for("zaak.toon", tenant_id=waar["tenant_id"], zaak_id=waar["zaak_id"])


def verlopen() -> Antwoord:
    """Een formulier dat niet bij deze sessie hoort, en waarvan niets te bewaren is."""
    return foutpagina(400, *_VERLOPEN)


def _geen_recht(fout: GeenRecht) -> Antwoord:
    naam = RECHTEN[Recht(fout.recht)]
    return foutpagina(403, tekst=_("Hiervoor is het recht '%(recht)s' nodig.", recht=naam))


def _invoer(fout: InvoerFout) -> Antwoord:
    return foutpagina(400, tekst="; ".join(een.melding for een in fout.fouten))


def _past_niet(_fout: DataError) -> Antwoord:
    """Een teken of getal dat geen database kan dragen: alleen wie een adres zelf maakt stuurt het."""
    _log.warning("past niet in de database: %s %s", request.method, request.path, exc_info=True)
    zonder_schil()
    return foutpagina(400)


def _http(fout: HTTPException) -> Any:
    if fout.code is None or fout.code < 400:
        return fout
    if not _is_leesbaar_adres():
        return str(_NIET_TE_LEZEN), 400, {"Content-Type": "text/plain; charset=utf-8"}
    pagina, code = foutpagina(fout.code)
    koppen = {naam: waarde for naam, waarde in fout.get_headers() if naam in {"Allow", "Retry-After"}}
    return pagina, code, koppen


def _is_leesbaar_adres() -> bool:
    """Met een Host die geen adres kan zijn is er geen link te maken, en dus ook geen pagina met links."""
    try:
        return bool(current_app.create_url_adapter(request))
    except HTTPException:
        return False


def _storing(_fout: Exception) -> Antwoord:
    _log.exception("storing bij %s %s", request.method, request.path)
    zonder_schil()
    return foutpagina(500)
