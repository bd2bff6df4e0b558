"""Het coachingsplan op één pagina: lezen, beginnen, bijstellen en op papier."""

from collections.abc import Sequence
from io import BytesIO
from typing import Any
from uuid import UUID

from flask import flash, render_template, request, send_file
from flask_babel import gettext as _

from dakpan.aanvraag.behandelen.heen_en_weer import HeenEnWeer, heen_en_weer
from dakpan.aanvraag.domain.toestanden import AANVRAAG
from dakpan.aanvraag.inhoud import haal_aanvraag
from dakpan.aanvraag.namen import REGIMES
from dakpan.aanvraag.tekenen.document import als_pdf
from dakpan.aanvraag.views.deur import ZAAK, adres, naar, of_terug
from dakpan.begrippen.toestand import KanNiet
from dakpan.begrippen.uren import Uren
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import log_inzage
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import Gewijzigd, NietGevonden
from dakpan.plan.coachingsplan import schrijven
from dakpan.plan.coachingsplan.domain import MEESTE_DOELEN
from dakpan.plan.coachingsplan.evaluaties import gehouden_van, mag_vastleggen
from dakpan.plan.coachingsplan.formulieren import BIJSTELLEN, REKENEN, lees_uren
from dakpan.plan.coachingsplan.lezen import plannen_van
from dakpan.plan.coachingsplan.moment import is_bijstelling, is_schrijver, waarom_niet
from dakpan.plan.coachingsplan.opschrijven import uit_json
from dakpan.plan.coachingsplan.planpapier import papier_van
from dakpan.plan.coachingsplan.smart import bij_doel, bij_plan
from dakpan.plan.coachingsplan.toestanden import Planstand
from dakpan.plan.coachingsplan.toets import toets_inhoud
from dakpan.plan.coachingsplan.vaststellen import stel_bij
from dakpan.plan.coachingsplan.woorden import STANDEN, in_woorden
from dakpan.plan.doelen import ACHT_DOELEN
from dakpan.plan.minder_uren import minder_in_plan
from dakpan.plan.offertes import laatste_offerte
from dakpan.plan.tables import Coachingsplan
from dakpan.plan.views.deur import bp
from dakpan.plan.views.planhulp import periode_van
from dakpan.uitleg.bevinding import Ernst
from dakpan.uitleg.contract import bevinding_als_json
from dakpan.web.formulier import Ingevuld
from dakpan.web.verzoek import handeling, zaak_of_404

PLAN = f"{ZAAK}/coachingsplan"
HIER = "plan.coachingsplan"
bp.add_app_template_filter(in_woorden, "tip")
bp.add_app_template_global(lambda: {een.doel: een.titel for een in ACHT_DOELEN}, "doelnamen")


@bp.get(PLAN)
def coachingsplan(tenant_id: str, zaak_id: UUID) -> Any:
    """Het plan zoals het nu is, of een eerdere versie; wie coacht schrijft van hieruit verder."""
    return _pagina(zaak_of_404(tenant_id, zaak_id), BIJSTELLEN.leeg())


def _pagina(zaak: Zaak, bijstellen: Ingevuld) -> str:
    deze, alle = handeling(), plannen_van(handeling(), zaak)
    plan = _gekozen(alle)
    bezwaar = waarom_niet(deze, zaak)
    inhoud = uit_json(plan.inhoud) if plan is not None else None
    schrijft = plan is not None and plan.status is Planstand.CONCEPT and not bezwaar
    periode = periode_van(zaak)
    rekenen = (
        REKENEN.lees(request.args)
        if "uren" in request.args
        else REKENEN.leeg({"uren": inhoud.uren} if inhoud is not None and inhoud.uren.honderdsten else {})
    )
    vindt = [bevinding_als_json(een) for een in toets_inhoud(deze, zaak, inhoud)] if inhoud is not None else []
    return render_template(
        "plan/coachingsplan.html",
        zaak=zaak,
        plan=plan,
        inhoud=inhoud,
        versies=alle,
        standen=STANDEN,
        schrijft=schrijft,
        bij_concept=schrijft and _is_concept(zaak),
        bezwaar=bezwaar,
        is_schrijver=is_schrijver(deze, zaak),
        kan_erbij=schrijft and inhoud is not None and len(inhoud.doelen) < MEESTE_DOELEN,
        bijstelling=is_bijstelling(deze, zaak),
        tips=[bij_doel(een, deze.vandaag, periode) for een in inhoud.doelen] if inhoud is not None else [],
        minder=minder_in_plan(deze, zaak, inhoud),
        plantips=bij_plan(inhoud) if inhoud is not None else (),
        bevindingen=[een for een in vindt if een["ernst"] != Ernst.VOLDAAN],
        rekenen=rekenen,
        rekenform=REKENEN,
        vergelijking=_vergelijking(zaak, lees_uren(rekenen.gelezen) or (inhoud.uren if inhoud is not None else None)),
        regimes=REGIMES,
        evaluaties=_evaluaties(zaak)
        if plan is not None and plan.status is Planstand.VAST and is_bijstelling(deze, zaak)
        else None,
        vandaag=deze.vandaag,
        form=BIJSTELLEN,
        ingevuld=bijstellen,
    )


def _is_concept(zaak: Zaak) -> bool:
    """Is de aanvraag waar dit plan bij hoort nog te wijzigen? Dan gaat wie schrijft daarna daar verder."""
    return AANVRAAG.kan(haal_aanvraag(handeling(), zaak).status, "wijzig")


def _evaluaties(zaak: Zaak) -> dict[str, Any]:
    """Wat er over de afgesproken evaluaties is vastgelegd, en of de lezer dat kan doen."""
    return {"gehouden": gehouden_van(handeling(), zaak), "mag": mag_vastleggen(handeling(), zaak)}


def _gekozen(alle: Sequence[Coachingsplan]) -> Coachingsplan | None:
    """De gevraagde versie, en anders de nieuwste."""
    nummer = request.args.get("versie", type=int)
    if nummer is None:
        return next(iter(alle), None)
    gevonden = next((een for een in alle if een.nummer == nummer), None)
    if gevonden is None:
        raise NietGevonden
    return gevonden


def _vergelijking(zaak: Zaak, uren: Uren | None) -> HeenEnWeer | None:
    """Uren en regime naast elkaar, tegen het tarief van de offerte als die er is."""
    offerte = laatste_offerte(handeling(), zaak)
    tarief = offerte.tarief if offerte is not None else None
    telt = uren if uren is not None and uren.honderdsten else None
    return heen_en_weer(handeling(), zaak, haal_aanvraag(handeling(), zaak), uren=telt, tarief=tarief)


@bp.post(PLAN)
@of_terug(HIER)
def begin_plan(tenant_id: str, zaak_id: UUID) -> Any:
    """Een nieuwe versie, die begint met wat al bekend is."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    schrijven.begin(handeling(), zaak)
    return naar(adres(HIER, zaak))


@bp.post(f"{PLAN}/bijstellen")
def stel_plan_bij(tenant_id: str, zaak_id: UUID) -> Any:
    """De nieuwe versie geldt; de financier ziet haar met de reden erbij."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    ingevuld = BIJSTELLEN.lees(request.form)
    if not ingevuld.geldig:
        return _pagina(zaak, ingevuld), 422
    try:
        stel_bij(handeling(), zaak, ingevuld.gelezen["reden"], ingevuld.versie)
    except InvoerFout as fout:
        return _pagina(zaak_of_404(tenant_id, zaak_id), ingevuld.met(fout)), 422
    except (KanNiet, Gewijzigd) as fout:
        return _pagina(zaak_of_404(tenant_id, zaak_id), ingevuld.met_melding(str(fout))), 409
    flash(_("Deze versie van het plan geldt vanaf nu; de financier ziet haar ook."), "goed")
    return naar(adres(HIER, zaak))


@bp.get(f"{PLAN}/weggooien")
def plan_weggooien(tenant_id: str, zaak_id: UUID) -> Any:
    """Vraagt of het concept weg mag."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    plan = _gekozen(plannen_van(handeling(), zaak))
    if plan is None or plan.status is not Planstand.CONCEPT or waarom_niet(handeling(), zaak):
        return naar(adres(HIER, zaak))
    return render_template("plan/plan_weggooien.html", zaak=zaak, plan=plan)


@bp.post(f"{PLAN}/weggooien")
@of_terug(HIER)
def gooi_plan_weg(tenant_id: str, zaak_id: UUID) -> Any:
    """Het concept is weg; een eerdere versie geldt weer."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    schrijven.gooi_weg(handeling(), zaak, request.form.get("versie", type=int))
    flash(_("Het concept is weggegooid."), "goed")
    return naar(adres(HIER, zaak))


@bp.get(f"{PLAN}/pdf")
def plan_op_papier(tenant_id: str, zaak_id: UUID) -> Any:
    """Dezelfde versie als pdf; wie haar opent wordt vastgelegd."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    plan = _gekozen(plannen_van(handeling(), zaak))
    if plan is None:
        raise NietGevonden
    log_inzage(handeling(), zaak, "coachingsplan", "lezen of afdrukken")
    handeling().sessie.commit()
    naam = f"coachingsplan-{zaak.nummer}-versie-{plan.nummer}.pdf"
    return send_file(
        BytesIO(als_pdf(papier_van(zaak, plan))), "application/pdf", as_attachment=True, download_name=naam
    )
