"""De eigen toegangssleutels op het scherm: maken, één keer lezen, en intrekken."""

from typing import Any
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from dakpan.begrippen.toestand import KanNiet
from dakpan.opslag.fouten import Gewijzigd
from dakpan.partijen.toegangssleutels import beheren
from dakpan.partijen.toegangssleutels.formulier import SLEUTEL
from dakpan.web.aanmelden.bezorgen import bezorg_straks
from dakpan.web.eenmalig import eenmalig
from dakpan.web.formulier import Ingevuld
from dakpan.web.verzoek import handeling

bp = Blueprint("sleutels", __name__, url_prefix="/toegangssleutels", template_folder="templates")


@bp.get("")
def lijst() -> str:
    """Welke sleutels heb ik, en wat doen zij?"""
    return _pagina(SLEUTEL.leeg({"dagen": "90"}))


@bp.post("")
def maak() -> Any:
    """Maakt een sleutel en toont haar geheim, deze ene keer."""
    ingevuld = SLEUTEL.lees(request.form)
    if not ingevuld.geldig:
        return _pagina(ingevuld), 422
    gelezen = ingevuld.gelezen
    try:
        sleutel, geheim = beheren.maak(handeling(), eenmalig(), gelezen["naam"], int(gelezen["dagen"]))
    except KanNiet as fout:
        return _pagina(ingevuld.met_melding(str(fout))), 409
    except Gewijzigd:  # een dubbele klik, of de pagina ververst
        flash(
            _("Deze sleutel was al gemaakt. Heeft u haar geheim niet meer, trek haar in en maak een nieuwe."), "let_op"
        )
        return _naar_lijst()
    bezorg_straks()
    return render_template("toegangssleutels/nieuw.html", sleutel=sleutel, geheim=geheim)


@bp.post("/<uuid:sleutel_id>/intrekken")
def trek_in(sleutel_id: UUID) -> Any:
    """Vanaf nu komt er niemand meer mee binnen."""
    sleutel = beheren.trek_in(handeling(), sleutel_id)
    flash(_("De sleutel '%(naam)s' werkt niet meer.", naam=sleutel.naam), "goed")
    return _naar_lijst()


def _naar_lijst() -> Any:
    return redirect(url_for("sleutels.lijst"), 303)


def _pagina(ingevuld: Ingevuld) -> str:
    return render_template(
        "toegangssleutels/lijst.html",
        sleutels=beheren.mijn_sleutels(handeling()),
        form=SLEUTEL,
        ingevuld=ingevuld,
        nu=handeling().nu,
    )
