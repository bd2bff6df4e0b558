"""Eén verslag: schrijven, laten tekenen, indienen, en daarna lezen."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from flask import flash, render_template, request
from flask_babel import gettext as _

from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import log_inzage
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import Gewijzigd
from dakpan.rapportage import indienen, schrijven
from dakpan.rapportage.formulier import HANDTEKENING, ONDERDELEN, VORMEN, als_antwoorden, als_inhoud, verslagformulier
from dakpan.rapportage.logboek import logboek
from dakpan.rapportage.schrijven import concept_van, eisen, haal_verslag, mag_schrijven, volgende_tekenaar
from dakpan.rapportage.tables import Verslag, Verslagconcept
from dakpan.rapportage.toestanden import EERST_SCHRIJVEN, Verslagstatus
from dakpan.rapportage.views.deur import TEKENAARS, VERSLAG, adres, bp, naar
from dakpan.rapportage.voorstel import voorgesteld
from dakpan.uitleg.contract import bevinding_als_json
from dakpan.web.formulier import Ingevuld
from dakpan.web.verzoek import handeling, zaak_of_404


@bp.get(VERSLAG)
def verslag(tenant_id: str, zaak_id: UUID, verslag_id: UUID) -> Any:
    """Het verslag om te schrijven, of zoals het is ingediend; wie het opent wordt vastgelegd."""
    zaak, deze = _haal(tenant_id, zaak_id, verslag_id)
    log_inzage(handeling(), zaak, f"verslag {deze.nummer or deze.vorm.value}", "lezen of schrijven")
    handeling().sessie.commit()
    if deze.status is Verslagstatus.INGEDIEND or mag_schrijven(handeling(), zaak, deze):
        return _leespagina(zaak, deze)
    concept = concept_van(handeling(), deze)
    antwoorden = als_antwoorden(concept, voorgesteld(handeling(), zaak))
    form = verslagformulier(deze, eisen(handeling(), deze))
    return _schrijfpagina(zaak, deze, form.leeg(antwoorden, versie=concept.versie if concept else 0))


@bp.post(VERSLAG)
def bewaar(tenant_id: str, zaak_id: UUID, verslag_id: UUID) -> Any:
    """Bewaart het concept, ook half af."""
    zaak, deze = _haal(tenant_id, zaak_id, verslag_id)
    ingevuld = verslagformulier(deze, eisen(handeling(), deze)).lees(request.form)
    if not ingevuld.geldig:
        return _schrijfpagina(zaak, deze, ingevuld), 422
    try:
        schrijven.sla_op(handeling(), zaak, verslag_id, als_inhoud(ingevuld.gelezen), ingevuld.versie)
    except InvoerFout as fout:
        return _schrijfpagina(*_haal(tenant_id, zaak_id, verslag_id), ingevuld.met(fout)), 422
    except KanNiet as fout:
        return _schrijfpagina(*_haal(tenant_id, zaak_id, verslag_id), ingevuld.met_melding(str(fout))), 409
    except Gewijzigd as fout:
        zaak, deze = _haal(tenant_id, zaak_id, verslag_id)
        concept = concept_van(handeling(), deze)
        vers = replace(ingevuld.met_melding(str(fout)), versie=concept.versie if concept else 0)
        return _schrijfpagina(zaak, deze, vers), 409
    flash(_("Het verslag is opgeslagen als concept. Alleen uw eigen organisatie ziet het."), "goed")
    return naar(adres("rapportage.indienen_vraag", zaak, verslag_id))


@bp.get(f"{VERSLAG}/indienen")
def indienen_vraag(tenant_id: str, zaak_id: UUID, verslag_id: UUID) -> Any:
    """Wat vinden de regels van het concept, wie moet er nog tekenen, en kan het weg?"""
    zaak, deze = _haal(tenant_id, zaak_id, verslag_id)
    concept = concept_van(handeling(), deze)
    if concept is None or mag_schrijven(handeling(), zaak, deze):
        return naar(adres("rapportage.verslag", zaak, verslag_id))
    return _indienpagina(zaak, deze, concept, HANDTEKENING.leeg(versie=concept.versie))


@bp.post(f"{VERSLAG}/tekenen")
def teken(tenant_id: str, zaak_id: UUID, verslag_id: UUID) -> Any:
    """Legt vast wie er tekende."""
    zaak, deze = _haal(tenant_id, zaak_id, verslag_id)
    ingevuld = HANDTEKENING.lees(request.form)
    try:
        if not ingevuld.geldig:
            return _weer(zaak, deze, ingevuld), 422
        schrijven.teken(handeling(), zaak, verslag_id, ingevuld.gelezen["naam"], ingevuld.versie)
    except InvoerFout as fout:
        return _weer(*_haal(tenant_id, zaak_id, verslag_id), ingevuld.met(fout)), 422
    except (KanNiet, Gewijzigd) as fout:
        flash(str(fout), "let_op")
        return naar(adres("rapportage.indienen_vraag", zaak, verslag_id))
    flash(_("De handtekening is vastgelegd."), "goed")
    return naar(adres("rapportage.indienen_vraag", zaak, verslag_id))


@bp.post(f"{VERSLAG}/indienen")
def dien_in(tenant_id: str, zaak_id: UUID, verslag_id: UUID) -> Any:
    """Dient het verslag in; wat er nog aan ontbreekt staat op de pagina waar het weer opent."""
    zaak, _deze = _haal(tenant_id, zaak_id, verslag_id)
    try:
        klaar = indienen.dien_in(handeling(), zaak, verslag_id, request.form.get("versie", type=int))
    except InvoerFout as fout:
        flash(_nog_niet(fout), "fout")
        return naar(adres("rapportage.indienen_vraag", zaak, verslag_id))
    except (KanNiet, Gewijzigd) as fout:
        flash(str(fout), "let_op")
        return naar(adres("rapportage.verslag", zaak, verslag_id))
    flash(_("Verslag %(nummer)s is ingediend. De financier kan het nu lezen.", nummer=klaar.nummer), "goed")
    return naar(adres("rapportage.zaak", zaak))


def _nog_niet(fout: InvoerFout) -> str:
    """Wat de regels vinden staat al op de pagina; hier alleen dat het niet is ingediend, of wat daar niet staat."""
    if len(fout.fouten) == 1:
        return str(fout.fouten[0].melding)
    return str(_("Het verslag is nog niet ingediend: er ontbreekt iets. Hieronder staat bij Blokkerend wat."))


def _haal(tenant_id: str, zaak_id: UUID, verslag_id: UUID) -> tuple[Zaak, Verslag]:
    zaak = zaak_of_404(tenant_id, zaak_id)
    return zaak, haal_verslag(handeling(), zaak, verslag_id)


def _weer(zaak: Zaak, deze: Verslag, ingevuld: Ingevuld) -> str:
    concept = concept_van(handeling(), deze)
    if concept is None:
        raise KanNiet(EERST_SCHRIJVEN)
    return _indienpagina(zaak, deze, concept, ingevuld)


def _schrijfpagina(zaak: Zaak, deze: Verslag, ingevuld: Ingevuld) -> str:
    return render_template(
        "rapportage/schrijven.html",
        zaak=zaak,
        verslag=deze,
        form=verslagformulier(deze, eisen(handeling(), deze)),
        ingevuld=ingevuld,
        log=logboek(handeling(), deze),
        vormen=VORMEN,
    )


def _indienpagina(zaak: Zaak, deze: Verslag, concept: Verslagconcept, ingevuld: Ingevuld) -> str:
    nodig = eisen(handeling(), deze)
    return render_template(
        "rapportage/indienen.html",
        zaak=zaak,
        verslag=deze,
        concept=concept,
        bevindingen_lijst=[bevinding_als_json(een) for een in indienen.toets(handeling(), deze, concept)],
        nodig=nodig,
        nu=volgende_tekenaar(nodig, concept),
        form=HANDTEKENING,
        ingevuld=ingevuld,
        vormen=VORMEN,
        tekenaars=TEKENAARS,
    )


def _leespagina(zaak: Zaak, deze: Verslag) -> str:
    return render_template(
        "rapportage/lezen.html",
        zaak=zaak,
        verslag=deze,
        waarom_niet=mag_schrijven(handeling(), zaak, deze),
        vormen=VORMEN,
        onderdelen={onderdeel.value: naam for onderdeel, naam in ONDERDELEN.items()},
        tekenaars=TEKENAARS,
    )
