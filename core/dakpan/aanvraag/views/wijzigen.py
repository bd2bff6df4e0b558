"""Een wijziging doorgeven, volgen en erover beslissen."""

from typing import Any
from uuid import UUID

from flask import flash, render_template, request, url_for
from flask_babel import gettext as _

from dakpan.aanvraag.domain.meldingen import Meldsoort
from dakpan.aanvraag.inhoud import haal_besluit
from dakpan.aanvraag.views.deur import ZAAK, adres, bp, naar
from dakpan.aanvraag.views.proberen import probeer
from dakpan.aanvraag.wijzigen import melden
from dakpan.aanvraag.wijzigen.dagen import met_eerste_dag, vooraf_langer
from dakpan.aanvraag.wijzigen.formulier import meldformulier
from dakpan.aanvraag.wijzigen.namen import GEVOLGEN, MELDSOORTEN, MELDSTATUSSEN, VOORBEELDEN
from dakpan.aanvraag.wijzigen.vannaar import vannaar
from dakpan.dossier.tables import Zaak
from dakpan.wandeling import wijzigen as wandeling
from dakpan.web.eenmalig import eenmalig
from dakpan.web.formulier import Formulier, Ingevuld
from dakpan.web.verzoek import handeling, zaak_of_404


@bp.get(f"{ZAAK}/wijziging")
def wijzigingen(tenant_id: str, zaak_id: UUID) -> Any:
    """Wat is er al gemeld, en wat wilt u doorgeven?"""
    zaak = zaak_of_404(tenant_id, zaak_id)
    gekozen = _soort(request.args.get("soort", ""))
    langer = vooraf_langer(haal_besluit(handeling(), zaak), gekozen) if "langer" in request.args else {}
    vooraf = {"akkoord_op": handeling().vandaag, **langer}
    return _overzicht(zaak, gekozen, _formulier(zaak, gekozen).leeg(vooraf) if gekozen is not None else None)


@bp.post(f"{ZAAK}/wijziging")
def meld_wijziging(tenant_id: str, zaak_id: UUID) -> Any:
    """Meldt de wijziging."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    soort = _soort(request.args.get("soort", ""))
    if soort is None:
        flash(_("Kies eerst wat er verandert."), "let_op")
        return naar(adres("aanvraag.wijzigingen", zaak))
    form = met_eerste_dag(request.form, haal_besluit(handeling(), zaak), soort)
    ingevuld = _formulier(zaak, soort).lees(form)
    melding_id = eenmalig()

    def doe() -> Any:
        wandeling.meld(handeling(), zaak, soort, ingevuld.contract, melding_id)
        return _("De wijziging is doorgegeven. Hieronder staat wat er nu gebeurt.")

    def opnieuw(weer: Ingevuld) -> str:
        return _overzicht(zaak_of_404(tenant_id, zaak_id), soort, weer)

    return probeer(ingevuld, doe, opnieuw, meldingadres(zaak, melding_id))


def _formulier(zaak: Zaak, soort: Meldsoort) -> Formulier:
    return meldformulier(soort, proefplaatsing=melden.is_proefplaatsing(haal_besluit(handeling(), zaak)))


def _soort(tekst: str) -> Meldsoort | None:
    return Meldsoort(tekst) if tekst in set(Meldsoort) else None


def meldingadres(zaak: Zaak, melding_id: UUID) -> str:
    return url_for("aanvraag.wijziging", tenant_id=zaak.tenant_id, zaak_id=zaak.id, melding_id=melding_id)


def _overzicht(zaak: Zaak, soort: Meldsoort | None, ingevuld: Ingevuld | None) -> str:
    besluit = haal_besluit(handeling(), zaak)
    bezwaar = melden.waarom_niet_melden(zaak, besluit)
    kan = not bezwaar and melden.mag_melden(handeling())
    meldingen = melden.meldingen_van(handeling(), zaak)
    return render_template(
        "aanvraag/wijzigingen.html",
        zaak=zaak,
        bezwaar=bezwaar,
        kan=kan,
        soort=soort,
        soorten=MELDSOORTEN,
        voorbeelden=VOORBEELDEN,
        statussen=MELDSTATUSSEN,
        gevolgen=GEVOLGEN,
        meldingen=meldingen,
        vannaar=vannaar(handeling(), zaak, meldingen),
        form=_formulier(zaak, soort) if soort is not None and kan else None,
        ingevuld=ingevuld,
        vooraf=vooraf_langer(besluit, soort),
    )
