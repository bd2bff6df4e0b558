"""Aanmelden, afmelden, en kiezen namens wie."""

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from dakpan.opslag.basis import db
from dakpan.opslag.fouten import NietGevonden
from dakpan.partijen.aanvaarden import neem_aan, sla_af
from dakpan.partijen.poort import Geweigerd, Poging, Wachten, wie_bent_u
from dakpan.partijen.tables import Account
from dakpan.web import koekje
from dakpan.web.aanmelden.bewaard import Bewaard, aanmeldpagina, lees_bewaard
from dakpan.web.aanmelden.formulieren import AANMELDEN
from dakpan.web.aanmelden.sessie import begin_sessie, eindig_sessie, leden_en_vragen
from dakpan.web.formulier import Ingevuld
from dakpan.web.taal import eigen_adres
from dakpan.web.verzoek import huidig_account, instellingen, nu, vergeet

_GEWEIGERD = _l(
    "Dit e-mailadres en dit wachtwoord horen niet bij elkaar. Probeer het opnieuw, of vraag een nieuw wachtwoord."
)
bp = Blueprint("aanmelden", __name__, template_folder="templates")


@bp.get("/aanmelden")
def aanmelden() -> Any:
    """Het formulier; wie al is aangemeld gaat meteen door."""
    verder = eigen_adres(request.args.get("verder", "/"))
    if huidig_account() is not None:
        return redirect(verder, 303)
    return aanmeldpagina(verder=verder)


@bp.post("/aanmelden")
def meld_aan() -> Any:
    """Kijkt het wachtwoord na en begint een nieuwe sessie."""
    ingevuld, bewaard = AANMELDEN.lees(request.form), lees_bewaard(nu())
    verder = eigen_adres(request.form.get("verder", "/"))
    if not ingevuld.geldig:
        return aanmeldpagina(ingevuld, bewaard, verder), 422
    try:
        account = wie_bent_u(db.session(), _poging(ingevuld), nu(), demo=instellingen().demo)
        return _binnen(account, bewaard, verder)
    except Wachten as fout:
        return aanmeldpagina(ingevuld.met_melding(zin_van_wachten(fout.minuten)), bewaard, verder), 429
    except Geweigerd:
        return aanmeldpagina(ingevuld.met_melding(str(_GEWEIGERD)), bewaard, verder), 422


def _poging(ingevuld: Ingevuld) -> Poging:
    gelezen = ingevuld.gelezen
    return Poging(gelezen["email"], gelezen["wachtwoord"], request.remote_addr or "", instellingen().geheime_sleutel)


def zin_van_wachten(minuten: int) -> str:
    """Hoe lang nog, in woorden."""
    tekst = ngettext(
        "U probeerde het te vaak. Wacht %(num)s minuut en probeer het dan opnieuw.",
        "U probeerde het te vaak. Wacht %(num)s minuten en probeer het dan opnieuw.",
        minuten,
    )
    return str(tekst)


def _binnen(account: Account, bewaard: Bewaard | None, verder: str) -> Any:
    """Na het aanmelden: verder waar iemand was, of eerst kiezen namens wie."""
    leden, uitnodigingen = leden_en_vragen(account)
    if not leden and not uitnodigingen:
        melding = _("Uw account werkt op dit moment voor niemand. Vraag het aan wie bij u de medewerkers beheert.")
        return aanmeldpagina(AANMELDEN.leeg().met_melding(melding), None, verder), 403
    eigen = bewaard if bewaard is not None and bewaard.past_bij(str(account.id)) else None
    lid = begin_sessie(account, leden, eigen.lid if eigen is not None else "")
    if lid is None:
        return keuzepagina(eigen, verder)
    if eigen is not None:
        return verderpagina(eigen)
    return redirect(url_for("aanmelden.namens", verder=verder) if uitnodigingen else verder, 303)


def verderpagina(bewaard: Bewaard) -> str:
    """U bent er weer: verzend met één klik wat u al had getypt."""
    return render_template("aanmelden/verder.html", bewaard=bewaard, ik=huidig_account())


def keuzepagina(bewaard: Bewaard | None = None, verder: str = "/") -> str:
    """Namens wie werkt u?"""
    return render_template("aanmelden/namens.html", ik=huidig_account(), bewaard=bewaard, verder=verder)


@bp.post("/afmelden")
def afmelden() -> Any:
    """Meldt af en laat dat zien."""
    eindig_sessie()
    return redirect(url_for("aanmelden.aanmelden", afgemeld=1), 303)


@bp.post("/blijf")
def blijf() -> Any:
    """Ik ben er nog: de poort heeft de tijd al bijgezet."""
    return "", 204


@bp.get("/namens")
def namens() -> Any:
    """Kiezen of wisselen namens wie."""
    return keuzepagina(verder=eigen_adres(request.args.get("verder", "/")))


@bp.post("/namens")
def kies_namens() -> Any:
    """Werkt verder namens een ander eigen lidmaatschap; dat van iemand anders bestaat hier niet."""
    ik = huidig_account()
    lid = ik.lid(request.form.get("lidmaatschap", "")) if ik is not None else None
    if ik is None or lid is None:
        raise NietGevonden
    koekje.kies(str(lid.id))
    vergeet()
    bewaard = lees_bewaard(nu())
    if bewaard is not None and bewaard.past_bij(str(ik.account_id)):
        return verderpagina(bewaard)
    return redirect(eigen_adres(request.form.get("verder", "/")), 303)


@bp.post("/namens/uitnodiging")
def antwoord_uitnodiging() -> Any:
    """Neemt een eigen uitnodiging aan, of slaat haar af; die van iemand anders bestaat hier niet."""
    ik, sessie = huidig_account(), db.session()
    gevraagd = {str(lid.id): lid for lid in ik.uitnodigingen} if ik is not None else {}
    lid = gevraagd.get(request.form.get("lidmaatschap", ""))
    if ik is None or lid is None:
        raise NietGevonden
    if request.form.get("antwoord") == "aannemen":
        neem_aan(sessie, ik.account_id, lid.id, nu())
        flash(_("U kunt nu werken namens %(wie)s.", wie=lid.namens), "goed")
    else:
        sla_af(sessie, ik.account_id, lid.id)
        flash(_("U heeft de uitnodiging van %(wie)s afgeslagen.", wie=lid.namens), "goed")
    vergeet()
    return redirect(url_for("aanmelden.namens"), 303)
