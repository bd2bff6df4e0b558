"""Een eerste wachtwoord, een vergeten wachtwoord, een ander wachtwoord; en de post van de demonstratie."""

from base64 import b64encode
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from flask import abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from sqlalchemy import select

from dakpan.invoer.fouten import InvoerFout, fout_bij
from dakpan.opslag.basis import db
from dakpan.opslag.fouten import NietGevonden
from dakpan.partijen import uitnodigen
from dakpan.partijen.adreswijziging import bevestig_adres, gevraagd_adres
from dakpan.partijen.poort import Geweigerd, Wachten
from dakpan.partijen.posttabellen import Briefbijlage
from dakpan.partijen.tables import Brief, Linksoort
from dakpan.partijen.wachtwoorden import controleer
from dakpan.web.aanmelden.bezorgen import bezorg_straks
from dakpan.web.aanmelden.formulieren import BEVESTIG, NIEUW, VERGETEN, WIJZIG
from dakpan.web.aanmelden.sessie import begin_sessie, leden_van
from dakpan.web.aanmelden.views import bp, zin_van_wachten
from dakpan.web.bestandsnaam import veilig_type
from dakpan.web.formulier import Formulier, Ingevuld
from dakpan.web.verzoek import huidig_account, instellingen, nu

__all__ = ["bp"]
_MEESTE_BRIEVEN, _GROOTSTE_BIJLAGE = 100, 1_000_000


@bp.get("/aanmelden/vergeten")
def vergeten() -> Any:
    """Een link vragen om een nieuw wachtwoord te kiezen."""
    return _vergetenpagina(VERGETEN.leeg())


@bp.post("/aanmelden/vergeten")
def stuur_link() -> Any:
    """Altijd hetzelfde antwoord, of het adres nu bestaat of niet."""
    ingevuld = VERGETEN.lees(request.form)
    if not ingevuld.geldig:
        return _vergetenpagina(ingevuld), 422
    inrichting = instellingen()
    uitnodigen.wachtwoord_vergeten(
        db.session(),
        ingevuld.gelezen["email"],
        nu(),
        computer=request.remote_addr or "",
        geheim=inrichting.geheime_sleutel,
        adres=inrichting.adres,
        demo=inrichting.demo,
    )
    bezorg_straks()
    flash(_("Als dit adres bij ons bekend is, krijgt u binnen een paar minuten een e-mail met een link."), "goed")
    return redirect(url_for("aanmelden.vergeten"), 303)


@bp.get("/aanmelden/link/<geheim>")
def link(geheim: str) -> Any:
    """Een wachtwoord kiezen of een adres bevestigen, met een link uit een e-mail."""
    if _vraagt_adres(geheim):
        return _adrespagina(geheim, BEVESTIG.leeg())
    return _linkpagina(geheim, NIEUW.leeg())


@bp.post("/aanmelden/link/<geheim>")
def gebruik_link(geheim: str) -> Any:
    """Bewaart het wachtwoord of het adres en verbruikt de link."""
    if _vraagt_adres(geheim):
        return _bevestig(geheim)
    ingevuld = _gelijk(NIEUW.lees(request.form))
    if not ingevuld.geldig:
        return _linkpagina(geheim, ingevuld, 422)
    try:
        nieuw = ingevuld.gelezen["wachtwoord"]
        uitnodigen.kies_wachtwoord(db.session(), geheim, nieuw, nu(), demo=instellingen().demo)
    except InvoerFout as fout:
        return _linkpagina(geheim, ingevuld.met(fout), 422)
    except NietGevonden:
        return render_template("aanmelden/link_op.html"), 404
    flash(_("Uw wachtwoord is opgeslagen. Meld u ermee aan."), "goed")
    return redirect(url_for("aanmelden.aanmelden"), 303)


def _vraagt_adres(geheim: str) -> bool:
    try:
        _account, gevonden = uitnodigen.link_van(db.session(), geheim, nu(), demo=instellingen().demo)
    except NietGevonden:
        return False
    return gevonden.soort is Linksoort.ADRES


def _bevestig(geheim: str) -> Any:
    ingevuld, inrichting = BEVESTIG.lees(request.form), instellingen()
    if not ingevuld.geldig:
        return _adrespagina(geheim, ingevuld, 422)
    wachtwoord, sleutel = ingevuld.gelezen["huidig_wachtwoord"], inrichting.geheime_sleutel
    try:
        bevestig_adres(db.session(), geheim, wachtwoord, nu(), sleutel=sleutel, demo=inrichting.demo)
    except Geweigerd:
        niet = fout_bij("huidig_wachtwoord", _("dit is niet uw wachtwoord van nu"))
        return _adrespagina(geheim, ingevuld.met(niet), 422)
    except Wachten as fout:
        return _adrespagina(geheim, ingevuld.met_melding(zin_van_wachten(fout.minuten)), 429)
    except NietGevonden:
        return render_template("aanmelden/link_op.html"), 404
    bezorg_straks()
    flash(_("Uw nieuwe e-mailadres geldt. Meld u ermee aan."), "goed")
    return redirect(url_for("aanmelden.aanmelden"), 303)


def _adrespagina(geheim: str, ingevuld: Ingevuld, code: int = 200) -> Any:
    """Wie dit adres leest toont met zijn wachtwoord dat het account van hem is."""
    try:
        _account, gevonden = uitnodigen.link_van(db.session(), geheim, nu(), demo=instellingen().demo)
        adres = gevraagd_adres(db.session(), gevonden)
    except NietGevonden:
        return render_template("aanmelden/link_op.html"), 404
    tekst = _("Hierna meldt u zich aan met %(email)s. Daarvoor is uw wachtwoord van nu nodig.", email=adres)
    return _pagina(_("Bevestig uw e-mailadres"), tekst, BEVESTIG, ingevuld, _("Bevestig dit adres")), code


@bp.get("/wachtwoord")
def wachtwoord() -> Any:
    """Het eigen wachtwoord wijzigen."""
    return _wijzigpagina(WIJZIG.leeg())


@bp.post("/wachtwoord")
def wijzig_wachtwoord() -> Any:
    """Vraagt het oude, bewaart het nieuwe, en meldt overal elders af."""
    ingevuld, ik = _gelijk(WIJZIG.lees(request.form)), huidig_account()
    if ik is None or not ingevuld.geldig:
        return _wijzigpagina(ingevuld), 422
    gelezen, geheim = ingevuld.gelezen, instellingen().geheime_sleutel
    try:
        account = uitnodigen.wijzig_wachtwoord(
            db.session(), ik.account_id, gelezen["huidig_wachtwoord"], gelezen["wachtwoord"], nu(), geheim=geheim
        )
    except InvoerFout as fout:
        return _wijzigpagina(ingevuld.met(fout)), 422
    except Geweigerd:
        return _wijzigpagina(ingevuld.met(fout_bij("huidig_wachtwoord", _("dit is niet uw wachtwoord van nu")))), 422
    except Wachten as fout:
        return _wijzigpagina(ingevuld.met_melding(zin_van_wachten(fout.minuten))), 429
    begin_sessie(account, leden_van(account), str(ik.nu.id) if ik.nu is not None else "")
    bezorg_straks()
    flash(_("Uw wachtwoord is gewijzigd. Op andere apparaten bent u afgemeld."), "goed")
    return redirect(url_for("aanmelden.wachtwoord"), 303)


@bp.get("/post")
def post() -> Any:
    """Alleen in de demonstratie: de e-mails die anders verzonden waren, met werkende links."""
    if not instellingen().demo:
        abort(404)
    brieven = db.session.scalars(
        select(Brief).order_by(Brief.gemaakt_op.desc(), Brief.id.desc()).limit(_MEESTE_BRIEVEN)
    ).all()
    return render_template("aanmelden/post.html", brieven=brieven, bijlagen=_bijlagen([een.id for een in brieven]))


def _bijlagen(brieven: Sequence[UUID]) -> dict[UUID, tuple[str, str]]:
    """De naam van de bijlage bij elke brief, en het bestand zelf als adres; leeg: het is er niet of te groot."""
    rij = Briefbijlage
    vraag = select(rij.brief_id, rij.naam, rij.mediatype, rij.inhoud).where(rij.brief_id.in_(brieven))
    return {id_: (naam, _als_adres(soort, inhoud)) for id_, naam, soort, inhoud in db.session.execute(vraag)}


def _als_adres(mediatype: str, inhoud: bytes | None) -> str:
    """Het bestand in de link zelf: de post van een demonstratie is voor iedereen, en zo hoeft er geen deur naar toe."""
    if inhoud is None or len(inhoud) > _GROOTSTE_BIJLAGE:
        return ""
    return f"data:{veilig_type(mediatype)};base64,{b64encode(inhoud).decode()}"


def _gelijk(ingevuld: Ingevuld) -> Ingevuld:
    """Twee keer hetzelfde getypt? Zo niet, dan staat er meteen ook wat er aan het wachtwoord zelf mankeert."""
    gelezen = ingevuld.gelezen
    if not ingevuld.geldig or gelezen["wachtwoord"] == gelezen["herhaling"]:
        return ingevuld
    anders = fout_bij("herhaling", _("dit is niet hetzelfde als hierboven; typ het nog een keer"))
    try:
        controleer(gelezen["wachtwoord"], email="", naam="")
    except InvoerFout as fout:
        return ingevuld.met_ook(*fout.fouten, *anders.fouten)
    return ingevuld.met(anders)


def _vergetenpagina(ingevuld: Ingevuld) -> str:
    tekst = _("Wij sturen u een e-mail met een link om een nieuw wachtwoord te kiezen. De link is een uur geldig.")
    return _pagina(_("Wachtwoord vergeten"), tekst, VERGETEN, ingevuld, _("Stuur mij een link"), terug=True)


def _linkpagina(geheim: str, ingevuld: Ingevuld, code: int = 200) -> Any:
    """Het formulier, of de uitleg dat deze link niet meer werkt."""
    try:
        account = uitnodigen.account_van(db.session(), geheim, nu(), demo=instellingen().demo)
    except NietGevonden:
        return render_template("aanmelden/link_op.html"), 404
    tekst = _("Voor %(naam)s. Hierna meldt u zich aan met %(email)s.", naam=account.naam, email=account.email)
    return _pagina(_("Kies uw wachtwoord"), tekst, NIEUW, ingevuld, _("Wachtwoord opslaan")), code


def _wijzigpagina(ingevuld: Ingevuld) -> str:
    tekst = _("Daarna bent u op andere apparaten afgemeld.")
    return _pagina(_("Wachtwoord wijzigen"), tekst, WIJZIG, ingevuld, _("Wijzig mijn wachtwoord"))


def _pagina(titel: str, tekst: str, form: Formulier, ingevuld: Ingevuld, knop: str, *, terug: bool = False) -> str:
    return render_template(
        "aanmelden/formulier.html", titel=titel, tekst=tekst, form=form, ingevuld=ingevuld, knop=knop, terug=terug
    )
