"""De pagina Berichten: lezen, alles gelezen, en kiezen welke e-mail iemand wil."""

from typing import Any
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from dakpan.dossier import postvak
from dakpan.dossier.berichten import ongelezen
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import Keuzeveld
from dakpan.loket.berichten.huiswoorden import huisdoel
from dakpan.loket.berichten.woorden import MAILKEUZES, doel_van, rij_van
from dakpan.partijen import huisberichten
from dakpan.partijen.tables import Mailkeuze
from dakpan.web.formulier import Formulier, Groep, Ingevuld, Veld
from dakpan.web.verzoek import handeling

bp = Blueprint("berichten", __name__, url_prefix="/berichten", template_folder="templates")


class KeuzeSchema(Strikt):
    keuze = Keuzeveld(Mailkeuze, required=True)


KEUZE = Formulier(
    [
        Groep(
            "",
            [
                Veld(
                    "keuze",
                    _l("Wanneer wilt u een e-mail?"),
                    "keuze",
                    verplicht=True,
                    keuzes=[(een.value, tekst) for een, tekst in MAILKEUZES.items()],
                    hulp=_l("In een e-mail staat geen naam, alleen dat er een bericht is en over welke zaak."),
                )
            ],
        )
    ],
    KeuzeSchema,
)


@bp.get("")
def lijst() -> str:
    """Wat is er gebeurd, en wat moet u nog lezen?"""
    regels, verder = postvak.postvak(handeling(), request.args.get("na", type=UUID))
    return render_template(
        "berichten/lijst.html",
        rijen=[rij_van(handeling(), een) for een in regels],
        nieuw=ongelezen(handeling()),
        volgende=url_for("berichten.lijst", na=verder) if verder is not None else None,
        eerste="na" not in request.args,
    )


@bp.post("/<tenant_id>/<uuid:bericht_id>/openen")
def openen(tenant_id: str, bericht_id: UUID) -> Any:
    """Het bericht is gelezen; verder naar waar het over gaat."""
    return redirect(doel_van(postvak.lees(handeling(), tenant_id, bericht_id)), 303)


@bp.post("/<uuid:bericht_id>/openen")
def openen_huis(bericht_id: UUID) -> Any:
    """Zoals ``openen``, voor een bericht dat bij geen zaak hoort."""
    return redirect(huisdoel(huisberichten.lees(handeling(), bericht_id)), 303)


@bp.post("/gelezen")
def gelezen() -> Any:
    """Alles is gelezen."""
    aantal = postvak.lees_alles(handeling())
    flash(ngettext("%(num)s bericht is nu gelezen.", "%(num)s berichten zijn nu gelezen.", aantal), "goed")
    return redirect(url_for("berichten.lijst"), 303)


@bp.get("/e-mail")
def email() -> str:
    """Welke e-mail krijgt u?"""
    return _keuzepagina(KEUZE.leeg({"keuze": postvak.mijn_keuze(handeling()).value}))


@bp.post("/e-mail")
def kies_email() -> Any:
    """Bewaart de keuze."""
    ingevuld = KEUZE.lees(request.form)
    if not ingevuld.geldig:
        return _keuzepagina(ingevuld), 422
    postvak.kies(handeling(), ingevuld.gelezen["keuze"])
    flash(_("Uw keuze is opgeslagen."), "goed")
    return redirect(url_for("berichten.lijst"), 303)


def _keuzepagina(ingevuld: Ingevuld) -> str:
    return render_template("berichten/email.html", form=KEUZE, ingevuld=ingevuld)
