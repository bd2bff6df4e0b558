"""Eén koppeling: andere accordeerders, andere dagen, of losmaken."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from flask import flash, render_template, request
from flask_babel import gettext as _

from dakpan.aanvraag.views.deur import ZAAK, adres, naar
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import Gewijzigd
from dakpan.partijen.rechten import Recht
from dakpan.plan.koppelen import haal_koppeling, leden, namen
from dakpan.plan.koppelformulier import wijzigformulier
from dakpan.plan.perioden import haal_periode
from dakpan.plan.tables import Koppeling
from dakpan.plan.toestanden import LEVEND
from dakpan.plan.views.deur import bp
from dakpan.plan.views.perioden import akkoord_uit, dagen_uit
from dakpan.wandeling import koppelen as wandeling
from dakpan.web.formulier import Formulier, Ingevuld
from dakpan.web.verzoek import handeling, zaak_of_404

KOPPELING = f"{ZAAK}/koppeling/<uuid:koppeling_id>"


@bp.get(KOPPELING)
def koppeling(tenant_id: str, zaak_id: UUID, koppeling_id: UUID) -> Any:
    """De koppeling om te wijzigen."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    een = haal_koppeling(handeling(), zaak, koppeling_id)
    handeling().vereis(Recht.PERIODES_BEHEREN)
    return _pagina(zaak, een, None)


@bp.post(KOPPELING)
def wijzig_koppeling(tenant_id: str, zaak_id: UUID, koppeling_id: UUID) -> Any:
    """Bewaart andere accordeerders of andere dagen."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    een = haal_koppeling(handeling(), zaak, koppeling_id)
    handeling().vereis(Recht.PERIODES_BEHEREN)
    ingevuld = _formulier(een).lees(request.form)
    if not ingevuld.geldig:
        return _pagina(zaak, een, ingevuld), 422
    gelezen, coach = ingevuld.gelezen, een.coach_id
    try:
        wandeling.wijzig(
            handeling(), zaak, koppeling_id, akkoord_uit(gelezen, coach), dagen_uit(gelezen), versie=ingevuld.versie
        )
    except InvoerFout as fout:
        return _opnieuw(tenant_id, zaak_id, koppeling_id, ingevuld.met(fout)), 422
    except KanNiet as fout:
        return _opnieuw(tenant_id, zaak_id, koppeling_id, ingevuld.met_melding(str(fout))), 409
    except Gewijzigd as fout:
        vers = zaak_of_404(tenant_id, zaak_id)
        nu = haal_koppeling(handeling(), vers, koppeling_id)
        return _pagina(vers, nu, ingevuld.met_melding(str(fout)).naast(_bewaard(nu))), 409
    flash(_("De koppeling is gewijzigd."), "goed")
    return naar(adres("plan.periode", zaak))


@bp.get(f"{KOPPELING}/loskoppelen")
def loskoppelen(tenant_id: str, zaak_id: UUID, koppeling_id: UUID) -> Any:
    """Vraagt nog een keer of deze coach echt losgaat."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    een = haal_koppeling(handeling(), zaak, koppeling_id)
    handeling().vereis(Recht.PERIODES_BEHEREN)
    return render_template("plan/loskoppelen.html", zaak=zaak, koppeling=een, coach=_coach(een))


@bp.post(f"{KOPPELING}/loskoppelen")
def koppel_los(tenant_id: str, zaak_id: UUID, koppeling_id: UUID) -> Any:
    """Haalt de koppeling weg, als er geen uren op staan."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    try:
        wandeling.ontkoppel(handeling(), zaak, koppeling_id)
    except (KanNiet, Gewijzigd) as fout:
        flash(str(fout), "let_op")
    else:
        flash(_("De jobcoach is losgekoppeld."), "goed")
    return naar(adres("plan.periode", zaak))


def _coach(een: Koppeling) -> str:
    return namen(handeling(), {een.coach_id}).get(een.coach_id, "")


def _formulier(een: Koppeling) -> Formulier:
    wie = {id_ for id_ in (een.accordeerder_id, een.tweede_accordeerder_id) if id_ is not None}
    return wijzigformulier(leden(handeling()), een, namen(handeling(), wie))


def _opnieuw(tenant_id: str, zaak_id: UUID, koppeling_id: UUID, ingevuld: Ingevuld) -> str:
    """Dezelfde pagina met wat er nu is opgeslagen en wat iemand typte."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    nu = haal_koppeling(handeling(), zaak, koppeling_id)
    return _pagina(zaak, nu, replace(ingevuld, versie=nu.versie))


def _bewaard(een: Koppeling) -> Ingevuld:
    """Wat er nu staat."""
    waarden = {
        "accordeerder": str(een.accordeerder_id or ""),
        "tweede_accordeerder": str(een.tweede_accordeerder_id or ""),
        "van": een.van,
        "tot_en_met": een.tot_en_met,
    }
    bekend = {veld: waarde for veld, waarde in waarden.items() if waarde is not None}
    return _formulier(een).leeg(bekend, versie=een.versie)


def _pagina(zaak: Zaak, een: Koppeling, ingevuld: Ingevuld | None) -> str:
    form, periode = _formulier(een), haal_periode(handeling(), zaak, een.periode_id)
    return render_template(
        "plan/koppeling.html",
        zaak=zaak,
        koppeling=een,
        periode=periode,
        kan=periode.status in LEVEND,
        coach=_coach(een),
        form=form,
        ingevuld=ingevuld or _bewaard(een),
    )
