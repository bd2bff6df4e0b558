"""Wat ontbreekt er, en wat vinden de regels? Elke bevinding wijst naar de vraag waar zij over gaat."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from flask import render_template
from flask_babel import gettext as _

from dakpan.aanvraag.cijferblok import cijfers, termijnen
from dakpan.aanvraag.controleren import controleer, lees_controle
from dakpan.aanvraag.formulier import Aanvraagformulier
from dakpan.aanvraag.inhoud import dossier_van, haal_aanvraag
from dakpan.aanvraag.stand import PLAN, UIT_PLAN_VELDEN
from dakpan.aanvraag.uiterlijk import termijnen_van
from dakpan.aanvraag.views.deur import ZAAK, adres, bp, formulier_van, groepadres, naar, of_terug
from dakpan.aanvraag.vindplaats import veld_bij
from dakpan.dossier import bevoegd
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import voortgang
from dakpan.invoer.fouten import Veldfout
from dakpan.partijen.erkennen import is_erkend
from dakpan.partijen.rechten import Recht
from dakpan.uitleg.bevinding import Ernst
from dakpan.web.formulier_meldingen import voor_scherm
from dakpan.web.verzoek import handeling, zaak_of_404


@bp.get(f"{ZAAK}/controle")
def controle(tenant_id: str, zaak_id: UUID) -> Any:
    """Wat ontbreekt er, en wat vinden de regels?"""
    zaak, deze = zaak_of_404(tenant_id, zaak_id), handeling()
    aanvraag = haal_aanvraag(deze, zaak)
    uitslag, form = lees_controle(aanvraag), formulier_van(zaak, aanvraag)
    toets = uitslag.toets if uitslag is not None else None
    gevonden = [*toets["bevindingen"], *uitslag.plan] if uitslag is not None and toets is not None else []
    bevindingen = [een | _bij_vraag(zaak, form, veld_bij(een["code"])) for een in gevonden]
    return render_template(
        "aanvraag/controle.html",
        zaak=zaak,
        aanvraag=aanvraag,
        uitslag=uitslag,
        ontbreekt=[_met_link(zaak, form, een) for een in _op_volgorde(form, uitslag.fouten if uitslag else ())],
        bevindingen=bevindingen,
        blokkades=[een for een in bevindingen if een["ernst"] == Ernst.BLOKKEREND],
        cijfers=cijfers(toets) if toets is not None else [],
        termijnen=termijnen(toets, termijnen_van(deze, zaak, dossier_van(deze, aanvraag))) if toets is not None else [],
        mag_definitief=deze.mag(Recht.AANVRAAG_DEFINITIEF),
        maakt_definitief=_maakt_definitief(zaak),
        erkend=zaak.organisatie_id is None or is_erkend(deze, zaak.tenant_id, zaak.organisatie_id, deze.vandaag),
    )


def _maakt_definitief(zaak: Zaak) -> tuple[str, ...]:
    """Welke collega's maken deze aanvraag definitief? Voor wie het zelf niet mag."""
    stap = voortgang(handeling(), zaak).stap(Zaakstap.AANVRAAG)
    return bevoegd.collegas(handeling(), stap, Recht.AANVRAAG_DEFINITIEF) if stap is not None else ()


def _op_volgorde(form: Aanvraagformulier, fouten: Sequence[Veldfout]) -> list[Veldfout]:
    """Zoals iemand het formulier doorloopt; wat er niet op staat komt achteraan."""
    plek = {naam: nummer for nummer, naam in enumerate(form.velden)}
    return sorted(fouten, key=lambda fout: plek.get(fout.veld, len(plek)))


def _met_link(zaak: Zaak, form: Aanvraagformulier, fout: Veldfout) -> dict[str, Any]:
    """Een fout met de vraag waar zij bij hoort, en een link erheen."""
    los = {"label": fout.veld.rpartition(".")[2].replace("_", " "), "url": adres("aanvraag.formulier", zaak)}
    return {**los, **_bij_vraag(zaak, form, fout.veld), "melding": voor_scherm(fout.melding)}


def _bij_vraag(zaak: Zaak, form: Aanvraagformulier, veldnaam: str | None) -> Mapping[str, Any]:
    """Hoe heet de vraag, en waar staat zij? Leeg als deze zaak haar niet kent."""
    if veldnaam and veldnaam not in form.velden and veldnaam in UIT_PLAN_VELDEN and PLAN in form.paginas:
        return {"label": _("Coachingsplan"), "url": adres("plan.coachingsplan", zaak)}
    veld = form.velden.get(veldnaam or "")
    groep = form.groep_van(veldnaam or "")
    if veld is None or groep is None:
        return {}
    return {"label": veld.label, "url": f"{groepadres(zaak, groep.naam)}#{veld.ankerpunt}"}


@bp.post(f"{ZAAK}/controle")
@of_terug("aanvraag.controle")
def kijk_na(tenant_id: str, zaak_id: UUID) -> Any:
    """Kijkt de aanvraag na zoals zij is opgeslagen."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    form = formulier_van(zaak, haal_aanvraag(handeling(), zaak))
    controleer(handeling(), zaak, form.velden)
    return naar(adres("aanvraag.controle", zaak))
