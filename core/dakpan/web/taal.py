"""Nederlands of Engels: de keuze staat in een koekje, en voor de e-mail bij het account. De code is Nederlands."""

from typing import Any

from babel import Locale
from flask import Blueprint, Flask, Response, current_app, has_request_context, redirect, request
from flask_babel import Babel, get_locale

from dakpan.opslag.basis import db
from dakpan.opslag.handeling import NEDERLAND
from dakpan.partijen.accounts import kies_taal
from dakpan.web.verzoek import huidig_account

TALEN = {"nl": "Nederlands", "en": "English"}
KOEKJE = "taal"
_LOCALES = {code: Locale(code) for code in TALEN}
_JAAR = 31_536_000

bp = Blueprint("taal", __name__)


def koppel_taal(app: Flask) -> None:
    """De taal van elk verzoek, en wat een sjabloon ervan moet weten."""
    Babel(
        app,
        default_locale="nl",
        default_timezone=NEDERLAND.key,
        default_translation_directories="vertalingen",
        locale_selector=lambda: _LOCALES[gekozen_taal()],
    )
    app.register_blueprint(bp)
    app.context_processor(_voor_sjabloon)


def gekozen_taal() -> str:
    """De gekozen taal; wie niets koos leest Nederlands."""
    gekozen = request.cookies.get(KOEKJE, "") if has_request_context() else ""
    return gekozen if gekozen in TALEN else "nl"


def _voor_sjabloon() -> dict[str, Any]:
    taal = str(get_locale())
    andere = next(code for code in TALEN if code != taal)
    hier = request.full_path.rstrip("?") if request.method in {"GET", "HEAD"} else request.path
    return {"taal": taal, "andere_taal": {"code": andere, "naam": TALEN[andere]}, "hier": hier}


@bp.post("/taal")
def kies() -> Response:
    """Onthoudt de taal en gaat terug naar waar iemand was."""
    antwoord = redirect(eigen_adres(request.form.get("terug", "")), 303)
    gekozen = request.form.get("taal", "")
    if gekozen in TALEN:
        veilig = bool(current_app.config["SESSION_COOKIE_SECURE"])
        _onthoud(gekozen)
        antwoord.set_cookie(KOEKJE, gekozen, max_age=_JAAR, samesite="Lax", httponly=True, secure=veilig)
    return current_app.make_response(antwoord)


def _onthoud(taal: str) -> None:
    """Wie is aangemeld krijgt voortaan ook zijn e-mail in deze taal."""
    ik = huidig_account()
    if ik is not None:
        kies_taal(db.session(), ik.account_id, taal)


def eigen_adres(adres: str) -> str:
    """Een pad op deze site; iets anders wordt het begin, zodat niemand naar elders kan sturen."""
    veilig = adres.startswith("/") and not adres.startswith(("//", "/\\")) and adres.isprintable()
    return adres if veilig else "/"
