"""Een organisatie aanmelden of uitnodigen, en bevestigen met de code uit de e-mail."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from dakpan.invoer.fouten import InvoerFout, fout_bij
from dakpan.opslag.basis import db
from dakpan.opslag.fouten import NietGevonden
from dakpan.partijen import registreren
from dakpan.partijen.poort import Wachten
from dakpan.partijen.rechten import Recht
from dakpan.partijen.registerformulier import CODE, REGISTREREN
from dakpan.partijen.registerviews import bp
from dakpan.partijen.registreren import Verzoek
from dakpan.web.aanmelden.bezorgen import bezorg_straks
from dakpan.web.aanmelden.views import zin_van_wachten
from dakpan.web.formulier import Formulier, Ingevuld
from dakpan.web.verzoek import handeling, huidig_account, instellingen, nu

__all__ = ["bp"]


@bp.get("/registreren", endpoint="registreren")
def begin() -> str:
    """Een organisatie meldt zichzelf aan."""
    return _begin(REGISTREREN.leeg())


@bp.post("/registreren")
def vraag_aan() -> Any:
    """Stuurt de e-mail; het antwoord is hetzelfde of de organisatie er nu al is of niet."""
    ingevuld = REGISTREREN.lees(request.form)
    if not ingevuld.geldig:
        return _begin(ingevuld), 422
    inrichting = instellingen()
    try:
        registreren.vraag_aan(
            db.session(),
            Verzoek(**ingevuld.gelezen),
            nu(),
            computer=request.remote_addr or "",
            geheim=inrichting.geheime_sleutel,
            adres=inrichting.adres,
        )
    except InvoerFout as fout:
        return _begin(ingevuld.met(fout)), 422
    except Wachten as fout:
        return _begin(ingevuld.met_melding(zin_van_wachten(fout.minuten))), 429
    bezorg_straks()
    flash(_("U krijgt een e-mail met een link om verder te gaan."), "goed")
    return redirect(url_for("register.bevestigen"), 303)


@bp.get("/registreren/bevestigen")
def bevestigen() -> str:
    """De code uit de e-mail; kijken verbruikt haar niet."""
    return _codepagina(CODE.leeg({"code": request.args.get("code", "")[:200]}))


@bp.post("/registreren/bevestigen")
def bevestig() -> Any:
    """Begint de organisatie, of geeft het verzoek door."""
    ingevuld = CODE.lees(request.form)
    if not ingevuld.geldig:
        return _codepagina(ingevuld), 422
    try:
        klaar = registreren.bevestig(db.session(), ingevuld.gelezen["code"], nu(), instellingen().adres)
    except NietGevonden:
        weg = fout_bij("code", _("deze code is al gebruikt of verlopen; meld de organisatie opnieuw aan"))
        return _codepagina(ingevuld.met(weg)), 422
    bezorg_straks()
    if klaar.link is not None:
        return redirect(klaar.link, 303)
    flash(_("Uw verzoek is verwerkt. Wie er over uw toegang gaat neemt zo nodig contact met u op."), "goed")
    return redirect(url_for("aanmelden.aanmelden"), 303)


@bp.get("/erkenningen/uitnodigen")
def uitnodigen() -> str:
    """Een financier nodigt een organisatie uit."""
    handeling().vereis(Recht.ERKENNEN)
    return _uitnodigpagina(REGISTREREN.leeg())


@bp.post("/erkenningen/uitnodigen")
def nodig_uit() -> Any:
    """Stuurt de uitnodiging."""
    handeling().vereis(Recht.ERKENNEN)
    ingevuld = REGISTREREN.lees(request.form)
    if not ingevuld.geldig:
        return _uitnodigpagina(ingevuld), 422
    ik = huidig_account()
    namens = ik.nu.namens if ik is not None and ik.nu is not None else ""
    try:
        registreren.nodig_uit(handeling(), Verzoek(**ingevuld.gelezen), namens, instellingen().adres)
    except InvoerFout as fout:
        return _uitnodigpagina(ingevuld.met(fout)), 422
    bezorg_straks()
    flash(_("De uitnodiging is verstuurd. Is zij bevestigd, dan staat de organisatie in de lijst."), "goed")
    return redirect(url_for("register.erkenningen"), 303)


def _begin(ingevuld: Ingevuld) -> str:
    tekst = _("Daarna krijgt u een e-mail. De eerste medewerker mag alles en nodigt de anderen uit.")
    return _pagina(_("Meld uw organisatie aan"), tekst, REGISTREREN, ingevuld, _("Stuur mij een e-mail"))


def _codepagina(ingevuld: Ingevuld) -> str:
    tekst = _("Kijk in uw e-mail. De code werkt één keer en is zeven dagen geldig.")
    return _pagina(_("Bevestig uw aanmelding"), tekst, CODE, ingevuld, _("Bevestig"))


def _uitnodigpagina(ingevuld: Ingevuld) -> str:
    tekst = _("De eerste medewerker krijgt een e-mail. Erkennen doet u daarna apart.")
    return _pagina(_("Nodig een organisatie uit"), tekst, REGISTREREN, ingevuld, _("Verstuur de uitnodiging"))


def _pagina(titel: str, tekst: str, form: Formulier, ingevuld: Ingevuld, knop: str) -> str:
    return render_template(
        "aanmelden/formulier.html", titel=titel, tekst=tekst, form=form, ingevuld=ingevuld, knop=knop, terug=False
    )
