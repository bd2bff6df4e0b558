"""De pagina's voor de werkgever die via een link komt: de code, zijn onderdelen, en klaar."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from dakpan.aanvraag.stand import standen
from dakpan.aanvraag.tekenen import links
from dakpan.aanvraag.tekenen.links import Wachten
from dakpan.aanvraag.tekenen.zetten import Post
from dakpan.aanvraag.views.takenlijst import als_taken, samengeteld
from dakpan.aanvraag.werkgever import bezoek as werkgever
from dakpan.aanvraag.werkgever.bezoek import Bezoek
from dakpan.begrippen.toestand import KanNiet
from dakpan.invoer.fouten import InvoerFout
from dakpan.loket.invullen import paginas
from dakpan.loket.invullen.deur import LINK, Bezoeker, binnen, bp, voor_de_deur
from dakpan.loket.tekenen import bewijs
from dakpan.loket.tekenen.formulieren import CODE
from dakpan.opslag.basis import db
from dakpan.opslag.fouten import Gewijzigd, NietGevonden
from dakpan.web.aanmelden.bezorgen import bezorg_straks
from dakpan.web.aanmelden.views import zin_van_wachten
from dakpan.web.formulier import Ingevuld
from dakpan.web.verzoek import instellingen, nu

# Lang genoeg om rustig een pagina te schrijven: wat getypt is mag niet verloren gaan.
BEWEZEN_SECONDEN = 4 * 3600
__all__ = ["bp", "paginas"]


@bp.errorhandler(NietGevonden)
def _op(_fout: NietGevonden) -> Any:
    return render_template("invullen/op.html"), 404


@bp.get(LINK)
def link(geheim: str) -> Any:
    """Eerst de code; daarna de lijst van wat er in te vullen is."""
    wie = voor_de_deur(geheim)
    if not bewijs.is_bewezen(wie.link):
        return _codepagina(geheim, wie, CODE.leeg())
    return _lijst(geheim, binnen(geheim))


@bp.post(f"{LINK}/code")
def stuur_code(geheim: str) -> Any:
    """Stuurt een code; pas na een druk op de knop, want een e-mailprogramma opent links soms zelf."""
    wie = voor_de_deur(geheim)
    post = Post(instellingen().adres, instellingen().geheime_sleutel, request.remote_addr or "")
    try:
        werkgever.stuur_code(wie.handeling, wie.link, post)
    except Wachten as fout:
        return _codepagina(geheim, wie, CODE.leeg().met_melding(zin_van_wachten(fout.minuten))), 429
    bezorg_straks()
    flash(_("De code is onderweg naar uw e-mail. Dat duurt hooguit een paar minuten."), "goed")
    return redirect(url_for("invullen.link", geheim=geheim), 303)


@bp.post(f"{LINK}/controle")
def controleer(geheim: str) -> Any:
    """Kijkt de code na; klopt zij, dan begint het invullen."""
    wie = voor_de_deur(geheim)
    ingevuld = CODE.lees(request.form)
    if not ingevuld.geldig:
        return _codepagina(geheim, wie, ingevuld), 422
    sleutel = instellingen().geheime_sleutel
    try:
        links.controleer_code(db.session(), wie.link, ingevuld.gelezen["code"], nu(), geheim=sleutel)
    except KanNiet as fout:
        return _codepagina(geheim, voor_de_deur(geheim), CODE.leeg().met_melding(str(fout))), 422
    bewijs.onthoud(wie.link, BEWEZEN_SECONDEN)
    return redirect(url_for("invullen.link", geheim=geheim), 303)


@bp.post(f"{LINK}/klaar")
def rond_af(geheim: str) -> Any:
    """De werkgever is klaar; ontbreekt er nog iets, dan staat er wat."""
    wie = voor_de_deur(geheim)
    if not bewijs.is_bewezen(wie.link):
        return redirect(url_for("invullen.link", geheim=geheim), 303)
    try:
        werkgever.rond_af(wie.handeling, wie.link)
    except InvoerFout as fout:
        return _lijst(geheim, binnen(geheim), fout), 422
    except (KanNiet, Gewijzigd) as fout:
        flash(str(fout), "let_op")
        return redirect(url_for("invullen.link", geheim=geheim), 303)
    bewijs.vergeet()
    bezorg_straks()
    return redirect(url_for("invullen.klaar"), 303)


@bp.get("/invullen/klaar")
def klaar() -> Any:
    """Ingevuld: wat gebeurt er nu?"""
    return render_template("invullen/klaar.html")


def _codepagina(geheim: str, wie: Bezoeker, ingevuld: Ingevuld) -> str:
    onderweg = wie.link.code is not None and wie.link.code_tot is not None and wie.link.code_tot > nu()
    return render_template(
        "invullen/code.html", geheim=geheim, verzoek=wie.verzoek, form=CODE, ingevuld=ingevuld, code_onderweg=onderweg
    )


def _lijst(geheim: str, bezoek: Bezoek, fout: InvoerFout | None = None) -> str:
    namen = {groep.naam: groep.veldnamen for groep in bezoek.formulier.groepen}
    stand = standen(bezoek.handeling, bezoek.zaak, bezoek.aanvraag, namen)
    return render_template(
        "invullen/lijst.html",
        geheim=geheim,
        zaak=bezoek.zaak,
        taken=als_taken(bezoek.formulier, stand, lambda naam: paginas.adres(geheim, naam)),
        compleet=samengeteld(stand),
        ontbreekt=[paginas.bij_vraag(geheim, bezoek.formulier, een) for een in (fout.fouten if fout else ())],
    )
