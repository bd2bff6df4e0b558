"""Offerteverzoek en opdracht op het scherm: waarmee de financier begint en eindigt."""

from typing import Any
from uuid import UUID

from flask import flash, render_template, request
from flask_babel import gettext as _

from dakpan.aanvraag.inhoud import haal_besluit
from dakpan.aanvraag.tables import Besluit
from dakpan.aanvraag.views.deur import ZAAK, naar, of_terug, zaakpagina
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak, Zaakstatus
from dakpan.dossier.zaken import voortgang
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import Gewijzigd
from dakpan.partijen.rechten import Recht
from dakpan.plan import opdracht as opdrachten
from dakpan.plan.coachingsplan.lezen import inhoud_van, plan_bij_offerte
from dakpan.plan.formulieren import verzoekformulier
from dakpan.plan.offertes import laatste_offerte
from dakpan.plan.tables import Offerte
from dakpan.plan.terugnemen import waarom_niet_terug
from dakpan.plan.toegekend import passende_uren
from dakpan.plan.toekenningswoorden import toegekende_rijen
from dakpan.plan.verzoeken import organisaties, verzoek_van, vraag_offerte
from dakpan.plan.views.deur import bp
from dakpan.plan.views.terugnemen import teruggenomen_met_naam
from dakpan.web.formulier import Ingevuld
from dakpan.web.verzoek import handeling, zaak_of_404


@bp.get(f"{ZAAK}/offerteverzoek")
def verzoek(tenant_id: str, zaak_id: UUID) -> Any:
    """Een offerte vragen, of wat er is gevraagd."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    gedaan = verzoek_van(handeling(), zaak)
    if gedaan is not None:
        terug = handeling().mag(Recht.OFFERTE_VRAGEN) and not waarom_niet_terug(handeling(), zaak)
        eerder = teruggenomen_met_naam(zaak)
        return render_template("plan/gevraagd.html", zaak=zaak, verzoek=gedaan, kan_terug=terug, eerder=eerder)
    handeling().vereis(Recht.OFFERTE_VRAGEN)
    return _verzoekpagina(zaak, None)


@bp.post(f"{ZAAK}/offerteverzoek")
def vraag(tenant_id: str, zaak_id: UUID) -> Any:
    """Vraagt de offerte en deelt de zaak met de gekozen organisatie."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    handeling().vereis(Recht.OFFERTE_VRAGEN)
    ingevuld = verzoekformulier(organisaties(handeling())).lees(request.form)
    if not ingevuld.geldig:
        return _verzoekpagina(zaak, ingevuld), 422
    try:
        gekozen = UUID(ingevuld.gelezen["organisatie"])
        vraag_offerte(handeling(), zaak, gekozen, ingevuld.gelezen["tekst"])
    except InvoerFout as fout:
        return _verzoekpagina(zaak_of_404(tenant_id, zaak_id), ingevuld.met(fout)), 422
    except (KanNiet, Gewijzigd) as fout:
        return _verzoekpagina(zaak_of_404(tenant_id, zaak_id), ingevuld.met_melding(str(fout))), 409
    flash(_("De offerte is gevraagd. De organisatie ziet de zaak nu ook."), "goed")
    return naar(zaakpagina(zaak))


def _verzoekpagina(zaak: Zaak, ingevuld: Ingevuld | None) -> str:
    lijst = organisaties(handeling())
    form = verzoekformulier(lijst) if lijst else None
    getoond = ingevuld if ingevuld is not None or form is None else form.leeg()
    eerder = teruggenomen_met_naam(zaak)
    return render_template("plan/verzoek.html", zaak=zaak, form=form, ingevuld=getoond, eerder=eerder)


@bp.get(f"{ZAAK}/opdracht")
def opdracht(tenant_id: str, zaak_id: UUID) -> Any:
    """Vraagt of de offerte voor akkoord wordt getekend."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    nu = voortgang(handeling(), zaak)
    stap = nu.stap(Zaakstap.OPDRACHT)
    kan = stap is not None and nu.is_open(stap) and Zaakstap.OPDRACHT not in nu.klaar
    kan = kan and zaak.status is Zaakstatus.LOPEND
    offerte, besluit = laatste_offerte(handeling(), zaak), haal_besluit(handeling(), zaak)
    return render_template(
        "plan/opdracht.html",
        zaak=zaak,
        offerte=offerte,
        uitgewerkt=inhoud_van(plan_bij_offerte(handeling(), zaak, offerte)) if offerte is not None else None,
        besluit=besluit,
        toegekend=toegekende_rijen(besluit),
        minder=_minder_dan(offerte, besluit),
        kan=kan and handeling().mag(Recht.OPDRACHT_GEVEN),
        gegeven=Zaakstap.OPDRACHT in nu.klaar,
    )


def _minder_dan(offerte: Offerte | None, besluit: Besluit | None) -> bool:
    """Is er minder toegekend dan de organisatie vroeg?"""
    if offerte is None or offerte.uren is None or besluit is None:
        return False
    toegekend = besluit.uren if besluit.uren is not None else passende_uren(besluit.bedrag, besluit.tarief)
    return toegekend is not None and toegekend < offerte.uren


@bp.post(f"{ZAAK}/opdracht")
@of_terug("plan.opdracht")
def geef_opdracht(tenant_id: str, zaak_id: UUID) -> Any:
    """Tekent de offerte; de jobcoach kan beginnen."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    opdrachten.geef_opdracht(handeling(), zaak)
    flash(_("De opdracht is gegeven. De jobcoach kan beginnen."), "goed")
    return naar(zaakpagina(zaak))
