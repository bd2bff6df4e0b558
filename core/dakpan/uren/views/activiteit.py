"""Eén activiteit: schrijven, wijzigen en verwijderen."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date, time
from typing import Any
from uuid import UUID

from flask import flash, render_template, request, url_for
from flask_babel import gettext as _

from dakpan.begrippen.toestand import KanNiet
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import Gewijzigd
from dakpan.uren import schrijven
from dakpan.uren.agenda import Agendapunt, dag_van, onlangs
from dakpan.uren.formulier import NIET_VERGOED, activiteitformulier, als_antwoorden, als_werk, klantcode, klanten_uit
from dakpan.uren.keuzes import doeltitel, soorttekst
from dakpan.uren.pen import neem_pen
from dakpan.uren.perioden import MijnPeriode, mijn_perioden
from dakpan.uren.schrijven import Geschreven, groepsversie, mijn_activiteit
from dakpan.uren.tables import Activiteit
from dakpan.uren.views.deur import bp, lees_dag, naar, weekadres
from dakpan.uren.week import Week
from dakpan.uren.weken import weekstand
from dakpan.uren.wijzer import wijzers
from dakpan.web.eenmalig import eenmalig
from dakpan.web.formulier import Formulier, Ingevuld
from dakpan.web.verzoek import handeling

TE_HERHALEN = 4
ACTIVITEIT = "/uren/activiteit/<tenant_id>/<uuid:activiteit_id>"


@bp.get("/uren/nieuw")
def nieuw() -> Any:
    """Een formulier voor vandaag, vanaf waar de laatste activiteit ophield: leeg, of zoals een eerdere."""
    dag = lees_dag(request.args.get("dag", "")) or handeling().vandaag
    begin = _gevraagd_begin() or time(*divmod(dag_van(handeling(), dag).volgend_begin, 60))
    eerder = onlangs(handeling())
    antwoorden = {**_alvast_gekozen(eerder), **_herhaald(), "datum": dag, "begin": begin}
    form = _formulier(dag, antwoorden.get("klanten", ()), eerder)
    if form is None:
        return _niemand(dag)
    return _nieuwpagina(form, dag, form.leeg(antwoorden), eerder[:TE_HERHALEN])


def _gevraagd_begin() -> time | None:
    """De tijd waarop iemand in de week dubbelklikte."""
    try:
        return time.fromisoformat(request.args.get("begin", ""))
    except ValueError:
        return None


def _herhaald() -> dict[str, Any]:
    """Wie, wat, waar en hoe lang van een eerdere activiteit; wat er toen is bereikt is nu nog niet bereikt."""
    activiteit_id = request.args.get("herhaal", type=UUID)
    if activiteit_id is None:
        return {}
    eerder = als_antwoorden(mijn_activiteit(handeling(), request.args.get("bij", ""), activiteit_id))
    kan_nog = {klantcode(een.klant) for een in _open_perioden()}
    klanten = [een for een in eerder.pop("klanten") if een in kan_nog]
    return {**eerder, "klanten": klanten, "bereikt": ""}


def _alvast_gekozen(eerder: Sequence[Agendapunt]) -> dict[str, Any]:
    """Wie vanaf een zaak komt of één cliënt heeft hoeft niet te kiezen; anders komen uren zo bij de verkeerde.

    Dan staat er ook het doel en de plek van de vorige keer met deze cliënt.
    """
    perioden = _open_perioden()
    zaak_id = request.args.get("zaak", type=UUID)
    gekozen = [een for een in perioden if een.zaak_id == zaak_id] if zaak_id else perioden
    if len(gekozen) != 1:
        return {}
    (een,) = gekozen
    vorige = next((punt for punt in eerder if punt.zaken == ((een.tenant_id, een.zaak_id),)), None)
    werk = {"activiteit": f"{vorige.doel}:{vorige.soort}", "locatie": vorige.locatie} if vorige else {}
    return {"klanten": [klantcode(een.klant)], **werk}


@bp.post("/uren/nieuw")
def schrijf() -> Any:
    """Bewaart een nieuwe activiteit, of zegt wat er niet klopt."""
    deze, velden = handeling(), request.form
    dag = lees_dag(velden.get("datum", "")) or deze.vandaag
    pen = neem_pen(deze, dag, klanten_uit(velden.getlist("klanten")))
    form = activiteitformulier(deze, _open(pen.perioden), dag, om_te_tonen=False) or _formulier(dag)
    if form is None:
        return _niemand(dag), 409
    ingevuld = form.lees(velden)
    if not ingevuld.geldig:
        return _opnieuw_invullen(dag, ingevuld), 422
    try:
        werk = als_werk(ingevuld.gelezen)
        geschreven = schrijven.schrijf(deze, werk, pen, eenmalig())
    except InvoerFout as fout:
        return _opnieuw_invullen(dag, ingevuld.met(fout)), 422
    except KanNiet as fout:
        return _opnieuw_invullen(dag, ingevuld.met_melding(str(fout))), 409
    _vertel(geschreven, _("De activiteit is opgeslagen."))
    nog = velden.get("nog") == "ja"
    return naar(url_for("uren.nieuw", dag=dag.isoformat()) if nog else weekadres(werk.datum))


def _opnieuw_invullen(dag: date, ingevuld: Ingevuld) -> str:
    form = _formulier(dag, request.form.getlist("klanten"))
    return _niemand(dag) if form is None else _nieuwpagina(form, dag, ingevuld)


@bp.get(ACTIVITEIT)
def wijzig(tenant_id: str, activiteit_id: UUID) -> Any:
    """Een activiteit, met haar hele groep, om te wijzigen."""
    rijen = mijn_activiteit(handeling(), tenant_id, activiteit_id)
    antwoorden = als_antwoorden(rijen)
    form = _formulier(rijen[0].datum, antwoorden["klanten"])
    if form is None:
        return _niemand(rijen[0].datum)
    return _wijzigpagina(rijen, form, form.leeg(antwoorden, versie=groepsversie(rijen)))


@bp.post(ACTIVITEIT)
def bewaar(tenant_id: str, activiteit_id: UUID) -> Any:
    """Bewaart de wijziging, of zegt wat er niet kan; wat getypt is blijft staan."""
    rijen = mijn_activiteit(handeling(), tenant_id, activiteit_id)
    form = _formulier(rijen[0].datum, request.form.getlist("klanten"))
    if form is None:
        return _niemand(rijen[0].datum), 409
    ingevuld = form.lees(request.form)
    if not ingevuld.geldig:
        return _wijzigpagina(rijen, form, ingevuld), 422
    try:
        werk = als_werk(ingevuld.gelezen)
        geschreven = schrijven.wijzig(handeling(), tenant_id, activiteit_id, ingevuld.versie, werk)
    except InvoerFout as fout:
        return _opnieuw(tenant_id, activiteit_id, form, ingevuld.met(fout)), 422
    except KanNiet as fout:
        return _opnieuw(tenant_id, activiteit_id, form, ingevuld.met_melding(str(fout))), 409
    except Gewijzigd as fout:
        rijen = mijn_activiteit(handeling(), tenant_id, activiteit_id)
        vers = replace(ingevuld.met_melding(str(fout)), versie=groepsversie(rijen))
        return _wijzigpagina(rijen, form, vers), 409
    _vertel(geschreven, _("De wijziging is opgeslagen."))
    return naar(weekadres(werk.datum))


@bp.get(f"{ACTIVITEIT}/verwijderen")
def verwijderen(tenant_id: str, activiteit_id: UUID) -> Any:
    """Vraagt het nog één keer."""
    rijen = mijn_activiteit(handeling(), tenant_id, activiteit_id)
    return render_template(
        "uren/verwijderen.html",
        rijen=rijen,
        versie=groepsversie(rijen),
        wat=soorttekst(rijen[0].soort) or doeltitel(rijen[0].doel),
        terug=weekadres(rijen[0].datum),
    )


@bp.post(f"{ACTIVITEIT}/verwijderen")
def verwijder(tenant_id: str, activiteit_id: UUID) -> Any:
    """Haalt de activiteit weg."""
    dag = mijn_activiteit(handeling(), tenant_id, activiteit_id)[0].datum
    try:
        schrijven.verwijder(handeling(), tenant_id, activiteit_id, request.form.get("versie", type=int))
        flash(_("De activiteit is verwijderd."), "goed")
    except (KanNiet, Gewijzigd) as fout:
        flash(str(fout), "let_op")
    return naar(weekadres(dag))


def _formulier(dag: date, gekozen: Collection[str] = (), eerder: Sequence[Agendapunt] = ()) -> Formulier | None:
    zaken = [zaak for punt in eerder for zaak in punt.zaken]
    return activiteitformulier(handeling(), _open_perioden(), dag, gekozen=gekozen, onlangs=zaken)


def _open_perioden() -> list[MijnPeriode]:
    return _open(mijn_perioden(handeling()))


def _open(perioden: Iterable[MijnPeriode]) -> list[MijnPeriode]:
    return [een for een in perioden if een.weigering is None]


def _niemand(dag: date) -> str:
    """Er is nu geen enkele cliënt om voor te schrijven."""
    return render_template("uren/niemand.html", terug=weekadres(dag))


def _nieuwpagina(form: Formulier, dag: date, ingevuld: Ingevuld, eerder: Sequence[Agendapunt] = ()) -> str:
    return render_template(
        "uren/activiteit.html",
        form=form,
        ingevuld=ingevuld,
        actie=url_for("uren.schrijf"),
        terug=weekadres(dag),
        titel=_("Activiteit toevoegen"),
        rijen=(),
        dag=dag,
        eerder=eerder,
        doeltitel=doeltitel,
        soorttekst=soorttekst,
        wijzers=wijzers(handeling(), _open_perioden(), dag),
        niet_vergoed=NIET_VERGOED,
        week=Week.van(dag),
        stand=weekstand(handeling(), Week.van(dag)),
    )


def _wijzigpagina(rijen: tuple[Activiteit, ...], form: Formulier, ingevuld: Ingevuld) -> str:
    eerste = rijen[0]
    return render_template(
        "uren/activiteit.html",
        form=form,
        ingevuld=ingevuld,
        actie=url_for("uren.bewaar", tenant_id=eerste.tenant_id, activiteit_id=eerste.id),
        terug=weekadres(eerste.datum),
        titel=_("Activiteit wijzigen"),
        wijzers=wijzers(handeling(), _open_perioden(), eerste.datum),
        niet_vergoed=NIET_VERGOED,
        rijen=rijen,
    )


def _opnieuw(tenant_id: str, activiteit_id: UUID, form: Formulier, ingevuld: Ingevuld) -> str:
    """Na een weigering is alles van voor de handeling vergeten: lees het opnieuw."""
    return _wijzigpagina(mijn_activiteit(handeling(), tenant_id, activiteit_id), form, ingevuld)


def _vertel(geschreven: Geschreven, wat: str) -> None:
    flash(wat, "goed")
    if geschreven.overlapt:
        flash(_("Op dit moment staat er ook een andere activiteit. Dat mag, maar kijk of het klopt."), "let_op")
