"""Een aanvraag beginnen, invullen, nakijken en weggooien."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, request
from flask_babel import gettext as _

from dakpan.aanvraag.aanvragen import nieuwe_aanvraag, sla_op, verwijder_concept
from dakpan.aanvraag.cijferblok import Cijfer, cijfers, termijnen
from dakpan.aanvraag.controleren import controleer, lees_controle
from dakpan.aanvraag.domain.toestanden import AANVRAAG
from dakpan.aanvraag.formulier import beginformulier
from dakpan.aanvraag.inhoud import dossier_van, haal_aanvraag
from dakpan.aanvraag.invullen import als_antwoorden
from dakpan.aanvraag.tables import Aanvraag
from dakpan.aanvraag.uiterlijk import termijnen_van
from dakpan.aanvraag.views.deur import ZAAK, adres, bp, formulier_van, naar, of_terug
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import InvoerFout, Veldfout
from dakpan.opslag.basis import nieuw_id
from dakpan.opslag.fouten import Gewijzigd
from dakpan.opslag.vrager import Kant
from dakpan.partijen.erkennen import is_erkend
from dakpan.partijen.rechten import Recht
from dakpan.uitleg.bevinding import Ernst
from dakpan.web.formulier import Formulier, Ingevuld
from dakpan.web.formulier_meldingen import voor_scherm
from dakpan.web.verzoek import handeling, regelboek, zaak_of_404


@bp.get("/zaken/nieuw")
def nieuw() -> Any:
    """De eerste vragen van een nieuwe aanvraag."""
    _vereis_beginnen()
    return _beginpagina(_begin().leeg({"aanvraag": {"vorm": "extern"}}), nieuw_id())


@bp.post("/zaken/nieuw")
def begin() -> Any:
    """Maakt de zaak. Wie twee keer klikt krijgt er één."""
    _vereis_beginnen()
    ingevuld = _begin().lees(request.form)
    zaak_id = _uuid(request.form.get("zaak_id", "")) or nieuw_id()
    if not ingevuld.geldig:
        return _beginpagina(ingevuld, zaak_id), 422
    antwoorden = dict(ingevuld.contract)
    tenant_id = antwoorden.pop("tenant", None) or handeling().vrager.tenant_id or ""
    try:
        zaak = nieuwe_aanvraag(handeling(), tenant_id, _met_eerste(antwoorden), zaak_id)
    except InvoerFout as fout:
        return _beginpagina(ingevuld.met(fout), zaak_id), 422
    except (KanNiet, Gewijzigd) as fout:
        return _beginpagina(ingevuld.met_melding(str(fout)), nieuw_id()), 409
    return naar(adres("aanvraag.formulier", zaak))


def _vereis_beginnen() -> None:
    van_financier = handeling().vrager.kant is Kant.FINANCIER
    handeling().vereis(Recht.ZAAK_OPENEN if van_financier else Recht.AANVRAAG_WIJZIGEN)


def _met_eerste(antwoorden: Mapping[str, Any]) -> dict[str, Any]:
    """Een eerste aanvraag is nummer 1 in jaar 1; bij een vervolg vult iemand dat zelf in."""
    vraag = dict(antwoorden.get("aanvraag", {}))
    if vraag.get("soort") != "vervolg":
        vraag |= {"jaar": 1, "volgnummer": 1}
    return {**antwoorden, "aanvraag": vraag}


def _begin() -> Formulier:
    kiest = handeling().vrager.kant is Kant.ORGANISATIE
    financiers = sorted((tenant.naam, slug) for slug, tenant in regelboek().tenants.items())
    return beginformulier((slug, naam) for naam, slug in financiers) if kiest else beginformulier(())


def _beginpagina(ingevuld: Ingevuld, zaak_id: UUID) -> str:
    return render_template("aanvraag/nieuw.html", form=_begin(), ingevuld=ingevuld, zaak_id=zaak_id)


def _uuid(tekst: str) -> UUID | None:
    try:
        return UUID(tekst)
    except ValueError:
        return None


@bp.get(f"{ZAAK}/aanvraag")
def formulier(tenant_id: str, zaak_id: UUID) -> Any:
    """Het formulier; is de aanvraag definitief, dan is zij alleen nog te lezen."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    aanvraag = haal_aanvraag(handeling(), zaak)
    if not AANVRAAG.kan(aanvraag.status, "wijzig") or not handeling().mag(Recht.AANVRAAG_WIJZIGEN):
        return redirect(adres("aanvraag.afdruk", zaak))
    form = formulier_van(zaak, aanvraag)
    return _formulierpagina(zaak, aanvraag, form.leeg(als_antwoorden(zaak, aanvraag), versie=aanvraag.versie))


@bp.post(f"{ZAAK}/aanvraag")
def bewaar(tenant_id: str, zaak_id: UUID) -> Any:
    """Slaat op wat er staat, ook als het nog niet af is; met de andere knop volgt meteen de controle."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    aanvraag = haal_aanvraag(handeling(), zaak)
    ingevuld = formulier_van(zaak, aanvraag).lees(request.form)
    if not ingevuld.geldig:
        return _formulierpagina(zaak, aanvraag, ingevuld), 422
    try:
        sla_op(handeling(), zaak, ingevuld.contract, ingevuld.versie)
        if "controleer" in request.form:
            controleer(handeling(), zaak)
            return naar(adres("aanvraag.controle", zaak))
    except InvoerFout as fout:
        return _opnieuw(zaak, ingevuld.met(fout), 422)
    except KanNiet as fout:
        return _opnieuw(zaak, ingevuld.met_melding(str(fout)), 409)
    except Gewijzigd as fout:
        return _opnieuw(zaak, ingevuld.met_melding(str(fout)), 409, andere_versie=True)
    flash(_("De aanvraag is opgeslagen als concept."), "goed")
    return naar(adres("aanvraag.formulier", zaak))


def _opnieuw(zaak: Zaak, ingevuld: Ingevuld, code: int, *, andere_versie: bool = False) -> tuple[str, int]:
    """Dezelfde pagina met wat er getypt is, boven op wat er nu is opgeslagen."""
    vers = zaak_of_404(zaak.tenant_id, zaak.id)
    aanvraag = haal_aanvraag(handeling(), vers)
    if andere_versie:
        ingevuld = replace(ingevuld, versie=aanvraag.versie)
    return _formulierpagina(vers, aanvraag, ingevuld), code


def _formulierpagina(zaak: Zaak, aanvraag: Aanvraag, ingevuld: Ingevuld) -> str:
    form = formulier_van(zaak, aanvraag)
    return render_template("aanvraag/formulier.html", zaak=zaak, aanvraag=aanvraag, form=form, ingevuld=ingevuld)


@bp.get(f"{ZAAK}/controle")
def controle(tenant_id: str, zaak_id: UUID) -> Any:
    """Wat ontbreekt er, en wat vinden de regels?"""
    zaak = zaak_of_404(tenant_id, zaak_id)
    aanvraag = haal_aanvraag(handeling(), zaak)
    uitslag = lees_controle(aanvraag)
    toets = uitslag.toets if uitslag is not None else None
    vindt = [*toets["bevindingen"], *uitslag.plan] if uitslag is not None and toets is not None else []
    return render_template(
        "aanvraag/controle.html",
        zaak=zaak,
        aanvraag=aanvraag,
        uitslag=uitslag,
        ontbreekt=_met_links(zaak, aanvraag, uitslag.fouten if uitslag is not None else ()),
        bevindingen=vindt,
        blokkades=[een for een in vindt if een["ernst"] == Ernst.BLOKKEREND],
        cijfers=cijfers(toets) if toets is not None else [],
        termijnen=_termijnen(zaak, aanvraag, toets) if toets is not None else [],
        mag_definitief=handeling().mag(Recht.AANVRAAG_DEFINITIEF),
        erkend=zaak.organisatie_id is None
        or is_erkend(handeling(), zaak.tenant_id, zaak.organisatie_id, handeling().vandaag),
    )


def _termijnen(zaak: Zaak, aanvraag: Aanvraag, toets: Mapping[str, Any]) -> list[Cijfer]:
    return termijnen(toets, termijnen_van(handeling(), zaak, dossier_van(handeling(), aanvraag)))


def _met_links(zaak: Zaak, aanvraag: Aanvraag, fouten: tuple[Veldfout, ...]) -> list[dict[str, Any]]:
    """Elke fout met de vraag waar zij bij hoort, en een link erheen."""
    velden = {veld.naam: veld for veld in formulier_van(zaak, aanvraag).velden}
    pagina = adres("aanvraag.formulier", zaak)
    return [
        {
            "label": veld.label if veld is not None else fout.veld.rpartition(".")[2].replace("_", " "),
            "melding": voor_scherm(fout.melding),
            "url": f"{pagina}#{veld.ankerpunt}" if veld is not None else pagina,
        }
        for fout in fouten
        for veld in [velden.get(fout.veld)]
    ]


@bp.post(f"{ZAAK}/controle")
@of_terug("aanvraag.controle")
def kijk_na(tenant_id: str, zaak_id: UUID) -> Any:
    """Kijkt de aanvraag na zoals zij is opgeslagen."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    controleer(handeling(), zaak)
    return naar(adres("aanvraag.controle", zaak))


@bp.get(f"{ZAAK}/verwijderen")
def weggooien(tenant_id: str, zaak_id: UUID) -> Any:
    """Vraagt of het concept echt weg mag."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    return render_template("aanvraag/verwijderen.html", zaak=zaak, aanvraag=haal_aanvraag(handeling(), zaak))


@bp.post(f"{ZAAK}/verwijderen")
@of_terug("aanvraag.weggooien")
def verwijder(tenant_id: str, zaak_id: UUID) -> Any:
    """Gooit het concept weg."""
    verwijder_concept(handeling(), zaak_of_404(tenant_id, zaak_id))
    flash(_("Het concept is verwijderd."), "goed")
    return naar("/")
