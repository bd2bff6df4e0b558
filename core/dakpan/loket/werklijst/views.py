"""De werklijst: wat op uw bureau ligt, wat u kunt opnemen, en zaken overdragen aan een collega."""

from typing import Any
from uuid import UUID

from flask import Blueprint, flash, render_template, request, url_for
from flask_babel import gettext as _

from dakpan.aanvraag.behandelen.formulier import overdraagformulier
from dakpan.aanvraag.behandelen.overdragen import (
    TEN_HOOGSTE,
    draag_over,
    geschikte_collegas,
    maak_ongedaan,
    reeksen_van,
)
from dakpan.aanvraag.behandelen.werklijst import STAPPEN, Werkvraag, organisaties_van, werklijst
from dakpan.aanvraag.bijelkaar.verwanten import samen_te_nemen
from dakpan.aanvraag.meegeven.stand import meegegeven_aan
from dakpan.aanvraag.views.deur import naar
from dakpan.begrippen.toestand import KanNiet
from dakpan.invoer.fouten import InvoerFout
from dakpan.loket.werklijst.vragen import als_adres, lees_ids, lees_werkvraag
from dakpan.loket.zaak.regels import rijen_van
from dakpan.loket.zaak.woorden import STAPPEN as STAPNAMEN
from dakpan.opslag.fouten import Gewijzigd
from dakpan.partijen.rechten import Recht
from dakpan.web.formulier import Formulier, Ingevuld
from dakpan.web.verzoek import handeling

bp = Blueprint("werklijst", __name__, template_folder="templates")
HIER = "werklijst.lijst"


@bp.get("/werklijst")
def lijst() -> Any:
    """Wat op uw bureau ligt, of wat u kunt opnemen."""
    handeling().vereis(Recht.BEOORDELEN, Recht.BESLISSEN)
    vraag = lees_werkvraag(request.args)
    blad = werklijst(handeling(), vraag)
    return render_template(
        "werklijst/lijst.html",
        vraag=vraag,
        rijen=list(zip(blad.regels, rijen_van(handeling(), blad.regels), strict=True)),
        terug=blad.terug,
        samen=samen_te_nemen(handeling(), [een.id for een in blad.regels]),
        meegegeven=meegegeven_aan(handeling(), [een.id for een in blad.regels]),
        stappen=[(een.value, STAPNAMEN[een]) for een in STAPPEN],
        organisaties=[] if vraag.vrij else organisaties_van(handeling()),
        volgende=url_for(HIER, **als_adres(vraag, blad.volgende)) if blad.volgende else None,
        reeksen=[] if vraag.vrij else reeksen_van(handeling()),
    )


@bp.get("/werklijst/overdragen")
def overdragen() -> Any:
    """Aan wie, waarom, en komt u terug? De gekozen zaken staan in het adres."""
    handeling().vereis(Recht.BEOORDELEN, Recht.BESLISSEN)
    gekozen = lees_ids(request.args)
    form = _formulier(gekozen) if gekozen else None
    if form is None:
        geen = _("Er is geen collega met de rol die deze zaken vragen.")
        flash(geen if gekozen else _("Kies eerst welke zaken u overdraagt."), "let_op")
        return naar(url_for(HIER))
    return _pagina(form, form.leeg(), gekozen)


@bp.post("/werklijst/overdragen")
def draag() -> Any:
    """Alle gekozen zaken gaan over, of geen ervan."""
    handeling().vereis(Recht.BEOORDELEN, Recht.BESLISSEN)
    gekozen = lees_ids(request.form)
    form = _formulier(gekozen)
    if form is None:
        return naar(url_for(HIER))
    ingevuld = form.lees(request.form)
    if not ingevuld.geldig:
        return _pagina(form, ingevuld, gekozen), 422
    gelezen = ingevuld.gelezen
    try:
        draag_over(handeling(), gekozen, UUID(gelezen["naar"]), gelezen["reden"], gelezen.get("terug_op"))
    except InvoerFout as fout:
        return _pagina(form, ingevuld.met(fout), gekozen), 422
    except (KanNiet, Gewijzigd) as fout:
        return _pagina(form, ingevuld.met_melding(str(fout)), gekozen), 409
    flash(_("Overgedragen. Zolang er niets mee is gebeurd kunt u het ongedaan maken."), "goed")
    return naar(url_for(HIER))


@bp.post("/werklijst/ongedaan")
def ongedaan() -> Any:
    """Neemt een overdracht terug."""
    handeling().vereis(Recht.BEOORDELEN, Recht.BESLISSEN)
    try:
        maak_ongedaan(handeling(), UUID(request.form.get("reeks", "")))
        flash(_("De zaken liggen weer waar zij lagen."), "goed")
    except (KanNiet, Gewijzigd) as fout:
        flash(str(fout), "let_op")
    except ValueError:
        flash(_("Deze overdracht bestaat niet."), "let_op")
    return naar(url_for(HIER))


def _formulier(gekozen: list[UUID]) -> Formulier | None:
    return overdraagformulier(geschikte_collegas(handeling(), gekozen))


def _pagina(form: Formulier, ingevuld: Ingevuld, gekozen: list[UUID]) -> str:
    alle = werklijst(handeling(), Werkvraag()).regels
    return render_template(
        "werklijst/overdragen.html",
        form=form,
        ingevuld=ingevuld,
        gekozen=gekozen[:TEN_HOOGSTE],
        regels=[een for een in alle if een.id in set(gekozen)],
    )
