"""De pagina's voor wie via een link komt: code vragen, code invullen, lezen en tekenen."""

from io import BytesIO
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, send_file, url_for
from flask_babel import gettext as _

from dakpan.aanvraag.namen import PARTIJEN
from dakpan.aanvraag.tekenen import links, zetten
from dakpan.aanvraag.tekenen.links import Wachten
from dakpan.aanvraag.tekenen.tables import Tekenlink, Tekenverzoek
from dakpan.aanvraag.tekenen.zetten import Post
from dakpan.begrippen.toestand import KanNiet
from dakpan.loket.tekenen import bewijs
from dakpan.loket.tekenen.formulieren import CODE, tekenformulier
from dakpan.opslag.basis import db
from dakpan.opslag.fouten import Gewijzigd, NietGevonden
from dakpan.opslag.handeling import Handeling
from dakpan.web.aanmelden.bezorgen import bezorg_straks
from dakpan.web.aanmelden.views import zin_van_wachten
from dakpan.web.bestandsnaam import veilige_naam
from dakpan.web.formulier import Ingevuld
from dakpan.web.verzoek import handeling_van, instellingen, nu

LINK = "/tekenen/link/<geheim>"
BEWEZEN_SECONDEN = 1800
bp = Blueprint("tekenen", __name__, template_folder="templates")


def _open(geheim: str) -> tuple[Handeling, Tekenlink, Tekenverzoek]:
    """Deze link, met de bezoeker die zijn verzoek leest. Werkt zij niet (meer), dan de pagina die dat uitlegt."""
    link = links.link_van(db.session(), geheim, nu())
    handeling = handeling_van(links.bezoeker(link))
    return handeling, link, zetten.zie_verzoek(handeling, link)


def _post() -> Post:
    return Post(instellingen().adres, instellingen().geheime_sleutel, request.remote_addr or "")


@bp.errorhandler(NietGevonden)
def _op(_fout: NietGevonden) -> Any:
    return render_template("tekenen/op.html"), 404


@bp.get(LINK)
def link(geheim: str) -> Any:
    """Eerst de code; wie die heeft ingevuld leest en tekent hier."""
    _handeling, deze, verzoek = _open(geheim)
    if bewijs.is_bewezen(deze):
        return _tekenpagina(geheim, verzoek, tekenformulier(verzoek).leeg())
    return _codepagina(geheim, verzoek, deze, CODE.leeg())


@bp.post(f"{LINK}/code")
def stuur_code(geheim: str) -> Any:
    """Stuurt een code; pas na een druk op de knop, want een e-mailprogramma opent links soms zelf."""
    handeling, deze, verzoek = _open(geheim)
    try:
        zetten.stuur_code(handeling, deze, _post())
    except Wachten as fout:
        return _codepagina(geheim, verzoek, deze, CODE.leeg().met_melding(zin_van_wachten(fout.minuten))), 429
    bezorg_straks()
    flash(_("De code is onderweg naar uw e-mail. Dat duurt hooguit een paar minuten."), "goed")
    return _terug(geheim)


@bp.post(f"{LINK}/controle")
def controleer(geheim: str) -> Any:
    """Kijkt de code na; klopt zij, dan ligt het document klaar."""
    _handeling, deze, verzoek = _open(geheim)
    ingevuld = CODE.lees(request.form)
    if not ingevuld.geldig:
        return _codepagina(geheim, verzoek, deze, ingevuld), 422
    try:
        links.controleer_code(db.session(), deze, ingevuld.gelezen["code"], nu(), geheim=instellingen().geheime_sleutel)
    except KanNiet as fout:
        _opnieuw, vers, verzoek = _open(geheim)
        return _codepagina(geheim, verzoek, vers, CODE.leeg().met_melding(str(fout))), 422
    bewijs.onthoud(deze, BEWEZEN_SECONDEN)
    return _terug(geheim)


@bp.post(f"{LINK}/document")
def document(geheim: str) -> Any:
    """Het document om te lezen, als bijlage; dat het is geopend staat daarna bij de zaak."""
    handeling, deze, _verzoek = _open(geheim)
    if not bewijs.is_bewezen(deze):
        return _terug(geheim)
    bestand = zetten.open_document(handeling, deze)
    naam = veilige_naam(bestand.bestandsnaam)
    return send_file(BytesIO(bestand.inhoud), bestand.mediatype, as_attachment=True, download_name=naam, max_age=None)


@bp.post(LINK)
def teken(geheim: str) -> Any:
    """Tekent, met voor de cliënt een eigen keuze over de machtiging."""
    handeling, deze, verzoek = _open(geheim)
    if not bewijs.is_bewezen(deze):
        return _terug(geheim)
    ingevuld = tekenformulier(verzoek).lees(request.form)
    if not ingevuld.geldig:
        return _tekenpagina(geheim, verzoek, ingevuld), 422
    keuze = ingevuld.gelezen.get("machtiging")
    try:
        zetten.zet(handeling, deze, _post(), machtiging=None if keuze is None else keuze == "ja")
    except (KanNiet, Gewijzigd) as fout:
        _opnieuw, _vers, verzoek = _open(geheim)
        return _tekenpagina(geheim, verzoek, ingevuld.met_melding(str(fout))), 409
    bewijs.vergeet()
    bezorg_straks()
    return redirect(url_for("tekenen.klaar"), 303)


@bp.get("/tekenen/klaar")
def klaar() -> Any:
    """Getekend: wat gebeurt er nu?"""
    return render_template("tekenen/klaar.html")


def _terug(geheim: str) -> Any:
    return redirect(url_for("tekenen.link", geheim=geheim), 303)


def _codepagina(geheim: str, verzoek: Tekenverzoek, deze: Tekenlink, ingevuld: Ingevuld) -> str:
    wacht = deze.code is not None and deze.code_tot is not None and deze.code_tot > nu()
    return render_template(
        "tekenen/code.html", geheim=geheim, verzoek=verzoek, form=CODE, ingevuld=ingevuld, code_onderweg=wacht
    )


def _tekenpagina(geheim: str, verzoek: Tekenverzoek, ingevuld: Ingevuld) -> str:
    return render_template(
        "tekenen/teken.html",
        geheim=geheim,
        verzoek=verzoek,
        wie=PARTIJEN[verzoek.partij],
        form=tekenformulier(verzoek),
        ingevuld=ingevuld,
    )
