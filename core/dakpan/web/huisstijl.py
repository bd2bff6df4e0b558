"""De kleur en de naam van een financier als stijlblad: één adres per financier, voorgoed te bewaren."""

import logging
from collections.abc import Mapping
from hashlib import sha256

from flask import Blueprint, Flask, Response, abort, current_app, request, url_for

from dakpan.partijen.tenant import Huisstijl
from dakpan.web.contrast import WIT, ZWART, Kleur, leesbare_tint, zacht

bp = Blueprint("huisstijl", __name__, url_prefix="/huisstijl")
_log = logging.getLogger(__name__)
_SLEUTEL = "dakpan.huisstijl"
_JAAR = 31_536_000


def stijlblad_van(slug: str, huisstijl: Huisstijl) -> str:
    """De kleuren van één financier. Is zijn kleur te licht voor witte tekst, dan wordt een donkerder tint gebruikt."""
    gekozen = Kleur.uit_tekst(huisstijl.kleur)
    kleur = leesbare_tint(gekozen)
    if kleur != gekozen:
        _log.warning(
            "de kleur %s van %s is op een lichte achtergrond niet te lezen (minder dan 4,5 op 1); %s wordt gebruikt",
            gekozen,
            slug,
            kleur,
        )
    tinten = {
        "huis": kleur,
        "huis-over": kleur.meng(ZWART, 18),
        "huis-diep": kleur.meng(ZWART, 34),
        "huis-rand": kleur.meng(WIT, 55),
        "huis-zacht": zacht(kleur),
    }
    regels = "".join(f"--dakpan-{naam}:{tint};" for naam, tint in tinten.items())
    return f".voorbeeld-theme{{{regels}}}"


def koppel_huisstijl(app: Flask, huisstijlen: Mapping[str, Huisstijl]) -> None:
    """Rekent bij de start elk stijlblad uit, zodat een kleur die niet kan meteen blijkt."""
    bladen = {slug: stijlblad_van(slug, stijl) for slug, stijl in huisstijlen.items()}
    kenmerken = {slug: sha256(blad.encode()).hexdigest()[:12] for slug, blad in bladen.items()}
    app.extensions[_SLEUTEL] = (bladen, kenmerken)
    app.register_blueprint(bp)
    app.jinja_env.globals["logotekst"] = lambda slug: huisstijlen[slug].logotekst
    app.jinja_env.globals["huisstijl_url"] = lambda slug: url_for("huisstijl.stijlblad", slug=slug, v=kenmerken[slug])


@bp.get("/<slug>.css")
def stijlblad(slug: str) -> Response:
    """Het stijlblad van één financier; het adres draagt het kenmerk van de inhoud."""
    bladen, kenmerken = current_app.extensions[_SLEUTEL]
    if slug not in bladen:
        abort(404)
    antwoord = Response(bladen[slug], mimetype="text/css")
    antwoord.set_etag(kenmerken[slug])
    antwoord.cache_control.public = True
    antwoord.cache_control.max_age = _JAAR if request.args.get("v") == kenmerken[slug] else 300
    antwoord.make_conditional(request)
    return antwoord
