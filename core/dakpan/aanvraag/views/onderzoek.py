"""Het onderzoek schrijven, lezen en delen."""

from typing import Any
from uuid import UUID

from flask import flash, render_template, request
from flask_babel import gettext as _

from dakpan.aanvraag.behandelen.behandelaars import mag_behandelen, vereis_behandelaar
from dakpan.aanvraag.beoordeeltabellen import Onderzoek
from dakpan.aanvraag.clientpost.stukken import geldend, machtigingen_van
from dakpan.aanvraag.domain.onderzoeken import Onderzoekstatus
from dakpan.aanvraag.inhoud import haal_besluit, haal_ingediend
from dakpan.aanvraag.namen import ONDERDELEN, REGIMES
from dakpan.aanvraag.onderzoek.formulier import SOORTEN, onderzoekformulier
from dakpan.aanvraag.onderzoek.onderzoeken import (
    deel_onderzoek,
    heropen,
    onderzoek_van,
    rond_af,
    schrijf,
    soort_van,
    voorzet,
)
from dakpan.aanvraag.papier import op_papier
from dakpan.aanvraag.tables import Aanvraag
from dakpan.aanvraag.views.deur import ZAAK, adres, bp, naar, of_terug, zaakpagina
from dakpan.aanvraag.views.onderzoek_gevraagd import gevraagd_in
from dakpan.begrippen.toestand import KanNiet
from dakpan.begrippen.uren import Uren
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import log_inzage
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import Gewijzigd, NietGevonden
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht
from dakpan.plan.coachingsplan.lezen import inhoud_van, plan_bij_aanvraag
from dakpan.web.formulier import Formulier, Ingevuld
from dakpan.web.formulier_boom import plat
from dakpan.web.verzoek import handeling, zaak_of_404

HIER = "aanvraag.onderzoek"


@bp.get(f"{ZAAK}/onderzoek")
def onderzoek(tenant_id: str, zaak_id: UUID) -> Any:
    """Schrijven zolang het een concept is, daarna lezen."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    rij = onderzoek_van(handeling(), zaak)
    if handeling().vrager.kant is Kant.ORGANISATIE:
        if rij is None:
            raise NietGevonden
        return _lees(zaak, rij)
    handeling().vereis(Recht.BEOORDELEN, Recht.BESLISSEN)
    schrijft = mag_behandelen(handeling(), zaak) and haal_besluit(handeling(), zaak) is None
    if rij is not None and (rij.status is not Onderzoekstatus.CONCEPT or not schrijft):
        return _lees(zaak, rij)
    try:
        vereis_behandelaar(handeling(), zaak)
        form = _formulier(zaak, rij)
    except KanNiet as fout:
        flash(str(fout), "let_op")
        return naar(zaakpagina(zaak))
    return _schrijf(zaak, form, _bewaard(zaak, form, rij))


def _bewaard(zaak: Zaak, form: Formulier, rij: Onderzoek | None) -> Ingevuld:
    """Wat er nu staat. Versie 0: er is nog niets, en wie intussen wel iets schreef wordt niet overschreven."""
    waarden = {**voorzet(handeling(), zaak), **(rij.inhoud if rij is not None else {})}
    return form.leeg(waarden, versie=rij.versie if rij is not None else 0)


def _formulier(zaak: Zaak, rij: Onderzoek | None) -> Formulier:
    soort = rij.soort if rij is not None else soort_van(handeling(), zaak, haal_ingediend(handeling(), zaak))
    if soort is None:
        raise KanNiet("Welk onderzoek bij deze aanvraag hoort: niet in bron. Geef een advies in eigen woorden.")
    aanvraag = haal_ingediend(handeling(), zaak)
    plan = inhoud_van(plan_bij_aanvraag(handeling(), zaak, aanvraag))
    return onderzoekformulier(soort, gevraagd_in(aanvraag, plan))


@bp.post(f"{ZAAK}/onderzoek")
@of_terug("zaak.toon")
def onderzoek_schrijven(tenant_id: str, zaak_id: UUID) -> Any:
    """Opslaan als concept, of afronden."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    handeling().vereis(Recht.BEOORDELEN, Recht.BESLISSEN)
    form = _formulier(zaak, onderzoek_van(handeling(), zaak))
    ingevuld = form.lees(request.form)
    if not ingevuld.geldig:
        return _schrijf(zaak, form, ingevuld), 422
    klaar = request.form.get("doe") == "rond_af"
    try:
        (rond_af if klaar else schrijf)(handeling(), zaak, ingevuld.contract, versie=ingevuld.versie)
    except InvoerFout as fout:
        return _schrijf(zaak_of_404(tenant_id, zaak_id), form, ingevuld.met(fout)), 422
    except KanNiet as fout:
        return _schrijf(zaak_of_404(tenant_id, zaak_id), form, ingevuld.met_melding(str(fout))), 409
    except Gewijzigd as fout:
        vers = zaak_of_404(tenant_id, zaak_id)
        nu = _bewaard(vers, form, onderzoek_van(handeling(), vers))
        return _schrijf(vers, form, ingevuld.met_melding(str(fout)).naast(nu)), 409
    flash(_("Het onderzoek is afgerond.") if klaar else _("Opgeslagen. U kunt later verder."), "goed")
    return naar(adres(HIER, zaak))


@bp.post(f"{ZAAK}/onderzoek/heropenen")
@of_terug(HIER)
def onderzoek_heropenen(tenant_id: str, zaak_id: UUID) -> Any:
    """Toch nog iets wijzigen."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    heropen(handeling(), zaak, versie=request.form.get("versie", type=int))
    return naar(adres(HIER, zaak))


@bp.post(f"{ZAAK}/onderzoek/delen")
@of_terug(HIER)
def onderzoek_delen(tenant_id: str, zaak_id: UUID) -> Any:
    """Ook de organisatie leest het."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    try:
        deel_onderzoek(handeling(), zaak, request.form.get("waarom", ""), versie=request.form.get("versie", type=int))
    except InvoerFout as fout:
        flash(fout.fouten[0].melding, "let_op")
    else:
        flash(_("Het onderzoek is gedeeld met de organisatie."), "goed")
    return naar(adres(HIER, zaak))


def _schrijf(zaak: Zaak, form: Formulier, ingevuld: Ingevuld) -> str:
    aanvraag = haal_ingediend(handeling(), zaak)
    vraag = aanvraag.gegevens["aanvraag"]
    soort = soort_van(handeling(), zaak, aanvraag)
    plan = [(naam, aanvraag.teksten[deel.value]) for deel, naam in ONDERDELEN.items() if deel.value in aanvraag.teksten]
    return render_template(
        "aanvraag/onderzoek.html",
        zaak=zaak,
        aanvraag=aanvraag,
        titel=SOORTEN[soort] if soort is not None else "",
        vraag=vraag,
        uren_per_week=_uren_per_week(aanvraag),
        regimes={regime.value: naam for regime, naam in REGIMES.items()},
        plan=plan,
        uitgewerkt=inhoud_van(plan_bij_aanvraag(handeling(), zaak, aanvraag)),
        form=form,
        ingevuld=ingevuld,
    )


def _uren_per_week(aanvraag: Aanvraag) -> Uren | None:
    tekst = aanvraag.gegevens["dienstverband"].get("uren_per_week")
    return Uren.uit_iso(tekst) if tekst else None


def leesgroepen(rij: Onderzoek) -> list[tuple[Any, list[tuple[Any, str]]]]:
    """Elke vraag met haar antwoord, om te lezen."""
    antwoorden = plat(rij.inhoud)
    return [
        (groep.titel, [(veld.label, op_papier(veld, antwoorden.get(veld.naam))) for veld in groep.velden])
        for groep in onderzoekformulier(rij.soort, {}).groepen
    ]


def _lees(zaak: Zaak, rij: Onderzoek) -> str:
    log_inzage(handeling(), zaak, rij.soort.value.replace("_", " "), "lezen")
    handeling().sessie.commit()
    besloten = haal_besluit(handeling(), zaak) is not None
    te_delen = besloten and rij.status is Onderzoekstatus.AFGEROND
    return render_template(
        "aanvraag/onderzoek_lezen.html",
        zaak=zaak,
        rij=rij,
        titel=SOORTEN[rij.soort],
        groepen=leesgroepen(rij),
        machtiging=geldend(machtigingen_van(handeling(), zaak)),
        kan_delen=te_delen and handeling().mag(Recht.BESLISSEN),
        wacht_op_delen=te_delen and not handeling().mag(Recht.BESLISSEN),
        kan_openen=not besloten and rij.status is Onderzoekstatus.AFGEROND and mag_behandelen(handeling(), zaak),
    )
