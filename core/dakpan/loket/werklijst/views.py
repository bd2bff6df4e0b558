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
from dakpan.loket.werklijst.vragen import als_adres, lees_bureau, lees_ids, lees_werkvraag
from dakpan.loket.zaak.regels import rijen_van
from dakpan.loket.zaak.woorden import STAPPEN as STAPNAMEN
from dakpan.opslag.fouten import Gewijzigd
from dakpan.partijen.medewerkers import haal as haal_medewerker
from dakpan.partijen.rechten import Recht
from dakpan.partijen.tables import Lidmaatschap
from dakpan.web.formulier import Formulier, Ingevuld
from dakpan.web.verzoek import handeling

bp = Blueprint("werklijst", __name__, template_folder="templates")
HIER = "werklijst.lijst"
BEHANDELEN = (Recht.BEOORDELEN, Recht.BESLISSEN)


@bp.get("/werklijst")
def lijst() -> Any:
    """Wat op uw bureau ligt, wat u kunt opnemen, of wat er ligt bij een collega voor wie u overdraagt."""
    vraag = lees_werkvraag(request.args)
    van = _collega(vraag.bureau)
    blad = werklijst(handeling(), vraag)
    return render_template(
        "werklijst/lijst.html",
        vraag=vraag,
        van=van,
        rijen=list(zip(blad.regels, rijen_van(handeling(), blad.regels), strict=True)),
        terug=blad.terug,
        zoek=als_adres(vraag),
        samen=samen_te_nemen(handeling(), [een.id for een in blad.regels]),
        meegegeven=meegegeven_aan(handeling(), [een.id for een in blad.regels]),
        stappen=[(een.value, STAPNAMEN[een]) for een in STAPPEN],
        organisaties=[] if vraag.vrij else organisaties_van(handeling(), vraag.bureau),
        volgende=url_for(HIER, **als_adres(vraag, blad.volgende)) if blad.volgende else None,
        reeksen=[] if vraag.vrij else reeksen_van(handeling(), vraag.bureau),
    )


def _collega(bureau: UUID | None) -> Lidmaatschap | None:
    """Van wie is dit bureau? None: het eigen. Wie medewerkers beheert draagt over voor wie ziek of weg is."""
    if bureau is None:
        handeling().vereis(*BEHANDELEN)
        return None
    return haal_medewerker(handeling(), bureau)


@bp.get("/werklijst/overdragen")
def overdragen() -> Any:
    """Aan wie, waarom, en komt u terug? De gekozen zaken staan in het adres."""
    gekozen, bureau = lees_ids(request.args), lees_bureau(request.args)
    _collega(bureau)
    form = _formulier(gekozen) if gekozen else None
    if form is None:
        geen = _("Er is geen collega met de rol die deze zaken vragen.")
        flash(geen if gekozen else _("Kies eerst welke zaken u overdraagt."), "let_op")
        return naar(url_for(HIER, bureau=bureau))
    return _pagina(form, form.leeg(), gekozen, bureau)


@bp.post("/werklijst/overdragen")
def draag() -> Any:
    """Alle gekozen zaken gaan over, of geen ervan."""
    gekozen, bureau = lees_ids(request.form), lees_bureau(request.form)
    _collega(bureau)
    form = _formulier(gekozen)
    if form is None:
        return naar(url_for(HIER, bureau=bureau))
    ingevuld = form.lees(request.form)
    if not ingevuld.geldig:
        return _pagina(form, ingevuld, gekozen, bureau), 422
    gelezen = ingevuld.gelezen
    try:
        draag_over(handeling(), gekozen, UUID(gelezen["naar"]), gelezen["reden"], gelezen.get("terug_op"))
    except InvoerFout as fout:
        return _pagina(form, ingevuld.met(fout), gekozen, bureau), 422
    except (KanNiet, Gewijzigd) as fout:
        return _pagina(form, ingevuld.met_melding(str(fout)), gekozen, bureau), 409
    flash(_("Overgedragen. Zolang er niets mee is gebeurd kunt u het ongedaan maken."), "goed")
    return naar(url_for(HIER, bureau=bureau))


@bp.post("/werklijst/ongedaan")
def ongedaan() -> Any:
    """Neemt een overdracht terug."""
    bureau = lees_bureau(request.form)
    _collega(bureau)
    try:
        maak_ongedaan(handeling(), UUID(request.form.get("reeks", "")))
        flash(_("De zaken liggen weer waar zij lagen."), "goed")
    except (KanNiet, Gewijzigd) as fout:
        flash(str(fout), "let_op")
    except ValueError:
        flash(_("Deze overdracht bestaat niet."), "let_op")
    return naar(url_for(HIER, bureau=bureau))


def _formulier(gekozen: list[UUID]) -> Formulier | None:
    return overdraagformulier(geschikte_collegas(handeling(), gekozen))


def _pagina(form: Formulier, ingevuld: Ingevuld, gekozen: list[UUID], bureau: UUID | None) -> str:
    alle = werklijst(handeling(), Werkvraag(bureau=bureau)).regels
    return render_template(
        "werklijst/overdragen.html",
        form=form,
        ingevuld=ingevuld,
        bureau=bureau,
        gekozen=gekozen[:TEN_HOOGSTE],
        regels=[een for een in alle if een.id in set(gekozen)],
    )
