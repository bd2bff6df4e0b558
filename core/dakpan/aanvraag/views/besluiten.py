"""Beoordelen en besluiten: wat de regels voorstellen staat erbij, met elke stap en bron."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from flask import flash, render_template, request
from flask_babel import gettext as _

from dakpan.aanvraag.aanvullen.aanvullen import lopend_verzoek
from dakpan.aanvraag.behandelen.heen_en_weer import heen_en_weer
from dakpan.aanvraag.beoordelen import adviezen, geef_advies
from dakpan.aanvraag.beslissen import mogelijke_soorten
from dakpan.aanvraag.beslistermijn import BESLISSEN, beslistermijn_van
from dakpan.aanvraag.besluitformulier import Advieskeuze, adviesformulier, besluitformulier
from dakpan.aanvraag.bezwaren.lezen import bezwaren_van, veranderde
from dakpan.aanvraag.bezwaren.rechtsmiddel import rechtsmiddel
from dakpan.aanvraag.bijelkaar.lezen import bijelkaar_van
from dakpan.aanvraag.cijferblok import Cijfer, cijfers, termijnen
from dakpan.aanvraag.contract import toets_als_json
from dakpan.aanvraag.inhoud import besluiten_van, dossier_van, haal_aanvraag, haal_besluit
from dakpan.aanvraag.namen import AANLEIDINGEN, BESLOTEN, BESLUITEN, REGIMES, TERMIJNEN
from dakpan.aanvraag.overname.bevestigen import als_voorstel, overname_van
from dakpan.aanvraag.tables import Aanleiding, Besluit, Besluitsoort
from dakpan.aanvraag.telaat import telaat_van
from dakpan.aanvraag.verschil import verschil_van
from dakpan.aanvraag.views.besluit_nakijken import nakijkpagina, ten_laste
from dakpan.aanvraag.views.deur import ZAAK, adres, bp, naar, zaakpagina
from dakpan.aanvraag.views.erbij import ligt_erbij
from dakpan.aanvraag.voorstellen import Voorstel
from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.budget.verplichten import PastNiet
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import waarom_niet
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import Gewijzigd
from dakpan.partijen.rechten import Recht
from dakpan.uitleg.bevinding import Ernst
from dakpan.uitleg.contract import stap_als_json
from dakpan.wandeling import besluiten as wandeling
from dakpan.web.formulier import Formulier, Ingevuld
from dakpan.web.verzoek import handeling, zaak_of_404


@bp.get(f"{ZAAK}/beoordeling")
def beoordelen(tenant_id: str, zaak_id: UUID) -> Any:
    """Wat is er gevraagd, wat vinden de regels, en wat adviseert u?"""
    zaak = _zaak_van_financier(tenant_id, zaak_id)
    return _adviespagina(zaak, _adviesformulier(zaak).leeg())


@bp.post(f"{ZAAK}/beoordeling")
def adviseer(tenant_id: str, zaak_id: UUID) -> Any:
    """Legt het advies vast."""
    zaak = _zaak_van_financier(tenant_id, zaak_id)
    ingevuld = _adviesformulier(zaak).lees(request.form)
    if not ingevuld.geldig:
        return _adviespagina(zaak, ingevuld), 422
    gelezen = ingevuld.gelezen
    aanvaard = bool(gelezen.get("reden_te_laat_aanvaard"))
    toekennen = gelezen["advies"] is Advieskeuze.TOEKENNEN
    try:
        geef_advies(handeling(), zaak, gelezen["tekst"], toekennen=toekennen, reden_te_laat_aanvaard=aanvaard)
    except InvoerFout as fout:
        return _adviespagina(zaak_of_404(tenant_id, zaak_id), ingevuld.met(fout)), 422
    except (KanNiet, Gewijzigd) as fout:
        return _adviespagina(zaak_of_404(tenant_id, zaak_id), ingevuld.met_melding(str(fout))), 409
    flash(_("Uw advies is vastgelegd."), "goed")
    return naar(zaakpagina(zaak))


def _zaak_van_financier(tenant_id: str, zaak_id: UUID) -> Zaak:
    zaak = zaak_of_404(tenant_id, zaak_id)
    handeling().vereis(Recht.BEOORDELEN, Recht.BESLISSEN)
    return zaak


def _adviesformulier(zaak: Zaak) -> Formulier:
    aanvraag = haal_aanvraag(handeling(), zaak)
    return adviesformulier(met_reden=bool(aanvraag.gegevens.get("aanvraag", {}).get("reden_te_laat")))


def _adviespagina(zaak: Zaak, ingevuld: Ingevuld) -> str:
    aanvraag, van_regels = haal_aanvraag(handeling(), zaak), wandeling.voorstel(handeling(), zaak)
    tarief = van_regels.afspraak.tarief if van_regels.afspraak is not None else None
    return render_template(
        "aanvraag/beoordelen.html",
        zaak=zaak,
        aanvraag=aanvraag,
        bezwaar=waarom_niet(handeling(), zaak, Zaakstap.BEOORDELING),
        form=_adviesformulier(zaak),
        ingevuld=ingevuld,
        adviezen=adviezen(handeling(), zaak),
        vergelijking=heen_en_weer(handeling(), zaak, aanvraag, tarief=tarief),
        regimes=REGIMES,
        bijelkaar=bijelkaar_van(handeling(), zaak, aanvraag),
        **_uitkomst(zaak, van_regels),
        **ligt_erbij(zaak),
    )


def _uitkomst(zaak: Zaak, van_regels: Voorstel) -> dict[str, Any]:
    """De cijfers, datums en bevindingen van de regels, ook over de offerte, met het voorstel dat eruit volgt."""
    toets, offerte = toets_als_json(van_regels.toets), wandeling.geldende_offerte(handeling(), zaak)
    over_offerte = offerte.bevindingen if offerte is not None else []
    return {
        "offerte": offerte,
        "voorstel": van_regels,
        "minder": wandeling.minder_uren(handeling(), zaak),
        "cijfers": [*_voorgesteld(van_regels), *cijfers(toets)],
        "termijnen": [_met_stilstand(zaak, een) for een in termijnen(toets, van_regels.toets.termijnen)],
        "bevindingen": [*(een for een in over_offerte if een["ernst"] != Ernst.VOLDAAN), *toets["bevindingen"]],
        "besluiten": BESLUITEN,
    }


def _met_stilstand(zaak: Zaak, termijn: Cijfer) -> Cijfer:
    """Bij de beslistermijn horen de dagen waarop zij stilstond."""
    if termijn.label != str(TERMIJNEN[BESLISSEN]):
        return termijn
    gerekend = beslistermijn_van(handeling(), zaak, dossier_van(handeling(), haal_aanvraag(handeling(), zaak)))
    if gerekend is None:
        return termijn
    dag = gerekend.resultaat.uiterlijk.isoformat()
    return Cijfer(termijn.label, [dag], [stap_als_json(een) for een in gerekend.stappen])


def _voorgesteld(van_regels: Voorstel) -> list[Cijfer]:
    """Met een offerte is het voorstel een eigen cijfer, met eigen stappen."""
    if not van_regels.stappen:
        return []
    return [Cijfer(_("Voorgesteld bedrag"), van_regels.bedrag, [stap_als_json(een) for een in van_regels.stappen])]


@bp.get(f"{ZAAK}/besluit")
def besluiten(tenant_id: str, zaak_id: UUID) -> Any:
    """Het besluit dat is genomen, of voor wie beslist het voorstel."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    genomen = haal_besluit(handeling(), zaak)
    if genomen is not None:
        return _genomen(zaak, genomen)
    handeling().vereis(Recht.BESLISSEN)
    van_regels = wandeling.voorstel(handeling(), zaak, aanvaard=_aanvaard())
    form = _besluitformulier(zaak, van_regels)
    overname = overname_van(handeling(), zaak)
    ingevuld = als_voorstel(overname) if overname is not None else _uit_voorstel(van_regels)
    return _besluitpagina(zaak, van_regels, form.leeg(ingevuld))


@bp.post(f"{ZAAK}/besluit")
def besluit(tenant_id: str, zaak_id: UUID) -> Any:
    """Laat eerst zien wat er wordt besloten; pas na een ja wordt het besluit genomen, met alles wat eruit volgt."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    handeling().vereis(Recht.BESLISSEN)
    genomen = haal_besluit(handeling(), zaak)
    if genomen is not None:
        return _te_laat(zaak, genomen)
    van_regels = wandeling.voorstel(handeling(), zaak, aanvaard=_aanvaard())
    ingevuld = besluitformulier(van_regels.eenheid).lees(request.form)
    if request.form.get("stap") == "opnieuw":
        return _besluitpagina(zaak, van_regels, _met_ander_voorstel(zaak, van_regels, ingevuld))
    if not ingevuld.geldig:
        return _besluitpagina(zaak, van_regels, ingevuld), 422
    if request.form.get("stap") == "aanpassen":
        return _besluitpagina(zaak, van_regels, ingevuld)
    try:
        bevestigd = request.form.get("bevestigd") == "ja"
        gekozen = ten_laste(zaak, ingevuld, _aanvaard()) if bevestigd else None
        if gekozen is None:
            return nakijkpagina(zaak, ingevuld, _aanvaard())
        wandeling.besluit(handeling(), zaak, ingevuld.contract, aanvaard=_aanvaard(), ten_laste=gekozen)
    except InvoerFout as fout:
        return _opnieuw(zaak, ingevuld.met(fout)), 422
    except PastNiet:  # een ander haalde het er net uit
        return nakijkpagina(zaak_of_404(tenant_id, zaak_id), ingevuld, _aanvaard()), 409
    except (KanNiet, Gewijzigd) as fout:
        vers = zaak_of_404(tenant_id, zaak_id)
        genomen = haal_besluit(handeling(), vers)
        if genomen is not None:
            return _te_laat(vers, genomen)
        return _opnieuw(zaak, ingevuld.met_melding(str(fout))), 409
    flash(_("Het besluit is genomen."), "goed")
    return naar(adres("aanvraag.besluiten", zaak))


def _met_ander_voorstel(zaak: Zaak, van_regels: Voorstel, ingevuld: Ingevuld) -> Ingevuld:
    """Waar het vorige voorstel nog stond komt het nieuwe; wat iemand zelf typte blijft staan."""
    vorig = wandeling.voorstel(handeling(), zaak, aanvaard=not _aanvaard())
    form = _besluitformulier(zaak, van_regels)
    stond, wordt = (form.leeg(_uit_voorstel(een)).waarden for een in (vorig, van_regels))
    getypt = {naam: waarde for naam, waarde in ingevuld.waarden.items() if waarde and waarde != stond.get(naam)}
    return replace(form.leeg(), waarden={**wordt, **getypt})


def _uit_voorstel(van_regels: Voorstel) -> dict[str, Any]:
    cijfers_en_dagen = {veld: getattr(van_regels, veld) for veld in ("uren", "bedrag", "begin", "eind")}
    return {"soort": van_regels.soort.value, **cijfers_en_dagen}


def _te_laat(zaak: Zaak, genomen: Besluit) -> Any:
    """Een ander besliste net: zijn besluit geldt, en wat hier getypt is staat eronder. Zelf twee keer klikken mag."""
    getypt = request.form.get("motivering", "").strip()
    if genomen.door == handeling().vrager.naam and (genomen.motivering or "").split() == getypt.split():
        flash(_("Deze aanvraag is al besloten door %(wie)s.", wie=genomen.door), "let_op")
        return naar(adres("aanvraag.besluiten", zaak))
    return _genomen(zaak, genomen, getypt=getypt), 409


def _aanvaard() -> bool | None:
    """Wat vindt de beslisser van de reden dat de aanvraag te laat kwam? None: hij zei er niets over."""
    return {"ja": True, "nee": False}.get(request.values.get("aanvaard", ""))


def _besluitformulier(zaak: Zaak, van_regels: Voorstel) -> Formulier:
    return besluitformulier(van_regels.eenheid, mogelijke_soorten(handeling(), zaak) or frozenset(Besluitsoort))


def _opnieuw(zaak: Zaak, ingevuld: Ingevuld) -> str:
    vers = zaak_of_404(zaak.tenant_id, zaak.id)
    return _besluitpagina(vers, wandeling.voorstel(handeling(), vers, aanvaard=_aanvaard()), ingevuld)


def _besluitpagina(zaak: Zaak, van_regels: Voorstel, ingevuld: Ingevuld) -> str:
    return render_template(
        "aanvraag/besluiten.html",
        zaak=zaak,
        aanvraag=haal_aanvraag(handeling(), zaak),
        bezwaar=waarom_niet(handeling(), zaak, Zaakstap.BESLUIT) or lopend_verzoek(handeling(), zaak),
        aanvulling=bool(lopend_verzoek(handeling(), zaak)),
        overname=overname_van(handeling(), zaak),
        kan=bool(mogelijke_soorten(handeling(), zaak)),
        form=_besluitformulier(zaak, van_regels),
        ingevuld=ingevuld,
        telaat=telaat_van(van_regels.invoer, toets_als_json(van_regels.toets)),
        adviezen=adviezen(handeling(), zaak),
        **ligt_erbij(zaak),
        **_uitkomst(zaak, van_regels),
    )


def _genomen(zaak: Zaak, genomen: Besluit, getypt: str | None = None) -> str:
    """Het besluit met wat de regels zeiden toen het werd genomen. ``getypt``: wat iemand schreef die te laat was."""
    alle = besluiten_van(handeling(), zaak)
    return render_template(
        "aanvraag/besluit.html",
        zaak=zaak,
        besluit=genomen,
        middel=rechtsmiddel(genomen, bezwaren_van(handeling(), zaak)),
        soorten=BESLOTEN,
        verschil=verschil_van(genomen),
        telaat=telaat_van(genomen.invoer, genomen.uitkomst),
        cijfers=cijfers(genomen.uitkomst),
        bevindingen=genomen.uitkomst["bevindingen"],
        adviezen=adviezen(handeling(), zaak),
        getypt=getypt,
        aanleiding=AANLEIDINGEN[genomen.aanleiding],
        eerder=[een for een in alle if een.id != genomen.id],
        zonder_wijziging=genomen.aanleiding is Aanleiding.BEZWAAR and veranderde(alle),
    )
