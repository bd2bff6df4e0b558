"""Een zaak aan een andere financier meegeven: kiezen, precies zien wat gaat en wat blijft, en dan pas doen."""

from typing import Any
from uuid import UUID

from flask import flash, render_template, request
from flask_babel import gettext as _

from dakpan.aanvraag.inhoud import haal_ingediend
from dakpan.aanvraag.meegeven import aanbieden
from dakpan.aanvraag.meegeven.formulier import BLIJFT, DELEN, REDEN, STANDEN, als_keuze, keuzeformulier
from dakpan.aanvraag.meegeven.inhoud import NAAR_KEUZE, wat_meegaat
from dakpan.aanvraag.meegeven.stand import eerdere_standen
from dakpan.aanvraag.meegeven.toon import per_deel
from dakpan.aanvraag.views.deur import ZAAK, adres, bp, naar
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import Gewijzigd
from dakpan.web.aanmelden.bezorgen import bezorg_straks
from dakpan.web.eenmalig import eenmalig
from dakpan.web.formulier import Formulier, Ingevuld
from dakpan.web.verzoek import handeling, instellingen, regelboek, zaak_of_404


@bp.get(f"{ZAAK}/meegeven")
def meegeven(tenant_id: str, zaak_id: UUID) -> Any:
    """Naar wie, vanaf wanneer, en wat gaat er mee?"""
    zaak = zaak_of_404(tenant_id, zaak_id)
    try:
        aanbieden.vereis(handeling(), zaak)
    except KanNiet as fout:
        flash(str(fout), "let_op")
        return naar(adres("zaak.toon", zaak))
    form = _formulier(zaak)
    return _keuzepagina(zaak, form, form.leeg({"vanaf": handeling().vandaag}))


@bp.get(f"{ZAAK}/meegeven/zeker")
def meegeven_zeker(tenant_id: str, zaak_id: UUID) -> Any:
    """Precies wat er gaat en wat er blijft; er is nog niets gebeurd."""
    return _bevestig(zaak_of_404(tenant_id, zaak_id), REDEN.leeg())


@bp.post(f"{ZAAK}/meegeven")
def geef_mee(tenant_id: str, zaak_id: UUID) -> Any:
    """Legt het vast en zet het bij de ander klaar."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    ingevuld, gekozen = REDEN.lees(request.form), _formulier(zaak).lees(request.args)
    if not ingevuld.geldig or not gekozen.geldig:  # een gekozen document kan intussen zijn weggehaald
        return _bevestig(zaak, ingevuld, 422)
    keuze = als_keuze(gekozen.gelezen)
    try:
        reden, deze = ingevuld.gelezen["reden"], eenmalig()
        rij = aanbieden.geef_mee(handeling(), zaak, keuze, reden, instellingen().adres, overdracht_id=deze)
    except InvoerFout as fout:
        return _bevestig(zaak_of_404(tenant_id, zaak_id), ingevuld.met(fout), 422)
    except (KanNiet, Gewijzigd) as fout:
        flash(str(fout), "let_op")
        return naar(adres("aanvraag.meegeven", zaak))
    bezorg_straks()
    wie = regelboek().tenants[rij.naar_tenant].naam
    flash(_("Meegegeven aan %(wie)s. Wat er hier over de zaak is blijft hier.", wie=wie), "goed")
    return naar(adres("aanvraag.meegeven", zaak))


def _bevestig(zaak: Zaak, ingevuld: Ingevuld, code: int = 200) -> Any:
    aanbieden.vereis(handeling(), zaak)
    if aanbieden.waarom_niet(handeling(), zaak):
        return naar(adres("aanvraag.meegeven", zaak))
    form = _formulier(zaak)
    gekozen = form.lees(request.args)
    if not gekozen.geldig:
        return _keuzepagina(zaak, form, gekozen), code
    keuze = als_keuze(gekozen.gelezen)
    delen = wat_meegaat(zaak, haal_ingediend(handeling(), zaak), keuze.delen)
    stukken = aanbieden.mee_te_geven(handeling(), zaak)
    pagina = render_template(
        "meegeven/zeker.html",
        zaak=zaak,
        waar={"tenant_id": zaak.tenant_id, "zaak_id": zaak.id},
        wie=regelboek().tenants[keuze.naar].naam,
        keuze=keuze,
        mee=per_deel({veld: een.waarde for deel in delen.values() for veld, een in deel.items()}),
        stukken=[een.titel for een in stukken if een.id in keuze.documenten],
        blijft=[*BLIJFT, *(DELEN[een] for een in NAAR_KEUZE if een not in keuze.delen)],
        blijvende_stukken=[een.titel for een in stukken if een.id not in keuze.documenten],
        form=REDEN,
        ingevuld=ingevuld,
        vraag=request.query_string.decode(),
    )
    return pagina, code


def _formulier(zaak: Zaak) -> Formulier:
    anderen = [(slug, een.naam) for slug, een in regelboek().tenants.items() if slug != zaak.tenant_id]
    return keuzeformulier(sorted(anderen, key=lambda een: een[1]), aanbieden.mee_te_geven(handeling(), zaak))


def _keuzepagina(zaak: Zaak, form: Formulier, ingevuld: Ingevuld) -> str:
    return render_template(
        "meegeven/kiezen.html",
        zaak=zaak,
        waar={"tenant_id": zaak.tenant_id, "zaak_id": zaak.id},
        form=form,
        ingevuld=ingevuld,
        reden=aanbieden.waarom_niet(handeling(), zaak),
        eerder=eerdere_standen(handeling(), zaak),
        delen={een.value: naam for een, naam in DELEN.items()},
        standen=STANDEN,
    )
