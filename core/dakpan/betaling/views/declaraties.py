"""Declareren: de lijst, het formulier voor een proef, en een periode beëindigen."""

from datetime import date
from typing import Any
from uuid import UUID

from flask import redirect, render_template, request, url_for
from flask_babel import gettext as _

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.bsn_in_tekst import zoek_bsn
from dakpan.begrippen.duur import GEEN_DUUR
from dakpan.begrippen.fouten import OngeldigeWaarde
from dakpan.begrippen.nummers import Bsn
from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling import lijsten
from dakpan.betaling.declaratie.berekenen import Gevraagd, tarieven_van_regels
from dakpan.betaling.declaratie.declaraties import proef
from dakpan.betaling.declaratie.grenzen import lopend_kwartaal, mogelijke_soorten, voorgestelde_dag
from dakpan.betaling.declaratie.nakijken import bezwaren_tegen_dag, bezwaren_tegen_tarief
from dakpan.betaling.declaratie.regelkeuze import zonder_afgekeurde
from dakpan.betaling.domain import Declaratiesoort, Jaardeel
from dakpan.betaling.formulieren import proefformulier
from dakpan.betaling.tables import Declaratie
from dakpan.betaling.toekenning import Toekenning, lees_toekenning
from dakpan.betaling.verzamelen import ingediende, open_uren, te_declareren, wachtend
from dakpan.betaling.views import bp, toon
from dakpan.betaling.views.financier import gekozen, keuzes
from dakpan.betaling.zoeken import Zoek, bij
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import open_stap
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import Gewijzigd
from dakpan.opslag.vrager import Kant
from dakpan.plan.toestanden import Periodestatus
from dakpan.web.formulier import Formulier, Ingevuld
from dakpan.web.opmaak import bedrag, kort
from dakpan.web.verzoek import handeling, zaak_of_404

ZAAK = "/zaken/<tenant_id>/<uuid:zaak_id>"


@bp.get("/declaraties")
def lijst() -> Any:
    """Wat is er te declareren of te beoordelen, en wat was er eerder?"""
    zoek = toon.zoektekst(request.args)
    return _lijstpagina("" if zoek_bsn(zoek) else zoek, gekozen(handeling(), request.args))


@bp.post("/declaraties")
def zoek() -> Any:
    """Zoekt; een BSN komt nooit in een adres, dus dat antwoord staat meteen op deze pagina."""
    tekst = toon.zoektekst(request.form)
    nummer, financier = zoek_bsn(tekst), gekozen(handeling(), request.form)
    if not nummer:
        return redirect(url_for("betaling.lijst", zoek=tekst or None, financier=financier), 303)
    try:
        return _lijstpagina(Bsn.uit_tekst(nummer), financier)
    except OngeldigeWaarde:
        melding = _("Dit is geen geldig burgerservicenummer. Controleer de cijfers.")
        return _lijstpagina("", financier, melding), 422


def _lijstpagina(zoek: Zoek, financier: str | None, melding: str = "") -> str:
    deze, tekst = handeling(), "" if isinstance(zoek, Bsn) else zoek
    deze.vereis(*toon.LIJST_LEZEN)
    organisatie = deze.vrager.kant is Kant.ORGANISATIE
    na = request.args.get("na", type=UUID)
    filters: dict[str, Any] = {"zoek": tekst or None, "financier": financier}
    eerdere = lijsten.declaraties(deze, zoek, *bij(financier, Declaratie), na=na)
    verder = eerdere[lijsten.PER_BLADZIJDE - 1].id if len(eerdere) > lijsten.PER_BLADZIJDE else None
    te_doen = [] if organisatie or na else lijsten.declaraties(deze, zoek, lijsten.te_beoordelen(deze))
    return render_template(
        "betaling/declaraties.html",
        zoek=tekst,
        gezocht=bool(zoek or financier),
        met_bsn=isinstance(zoek, Bsn),
        financier=financier,
        financiers=keuzes(deze),
        filters={naam: waarde for naam, waarde in filters.items() if waarde},
        melding=melding,
        organisatie=organisatie,
        te_declareren=[_te_declareren(een) for een in lijsten.te_declareren(deze, zoek, financier)]
        if organisatie and not na
        else [],
        te_beoordelen=[_regel(een) for een in te_doen[: lijsten.PER_BLADZIJDE]],
        wacht_op_factuur=lijsten.wacht_op_factuur(deze) if not organisatie and not te_doen else 0,
        eerdere=[_regel(een) for een in eerdere[: lijsten.PER_BLADZIJDE]],
        volgende=url_for("betaling.lijst", na=verder, **filters) if verder and not isinstance(zoek, Bsn) else None,
        vorige=url_for("betaling.lijst", **filters) if na else None,
    )


def _te_declareren(een: lijsten.TeDeclareren) -> dict[str, Any]:
    return {
        "zaak": een.zaak,
        "client": een.client,
        "financier": handeling().regelboek.tenants[een.tenant_id].naam,
        "declarabel": str(een.declarabel),
        "wacht": str(een.wacht),
        "periode": toon.periodestaat(beeindigd=een.beeindigd),
        "url": url_for("betaling.declareren", tenant_id=een.tenant_id, zaak_id=een.zaak_id),
    }


def _regel(een: lijsten.Declaratieregel) -> dict[str, Any]:
    return {
        "nummer": een.nummer or _("proef"),
        "zaak": een.zaak,
        "client": een.client,
        "financier": handeling().regelboek.tenants[een.tenant_id].naam,
        "soort": toon.soort(een.soort),
        "datum": kort(een.datum),
        "declarabel": str(een.declarabel),
        "bedrag": bedrag(een.bedrag_incl),
        "staat": toon.staat_van(een),
        "url": url_for("betaling.declaratie", tenant_id=een.tenant_id, zaak_id=een.zaak_id, declaratie_id=een.id),
    }


@bp.get(f"{ZAAK}/declaratie")
def declareren(tenant_id: str, zaak_id: UUID) -> Any:
    """Wat kan er nu gedeclareerd worden, en tot en met wanneer?"""
    zaak = zaak_of_404(tenant_id, zaak_id)
    open_stap(handeling(), zaak, Zaakstap.DECLARATIE)
    toekenning = lees_toekenning(handeling(), zaak)
    eind = toekenning.periode.status is Periodestatus.BEEINDIGD
    soort = Declaratiesoort.EIND if eind else Declaratiesoort.REGULIER
    leeg = _formulier(zaak, toekenning).leeg({"soort": soort, "tot_en_met": _tot_en_met(toekenning)})
    return _declareerpagina(zaak, toekenning, leeg)


def _tot_en_met(toekenning: Toekenning) -> date:
    deze, periode = handeling(), toekenning.periode
    dagen = [een.datum for een in te_declareren(open_uren(deze, periode, deze.vandaag))]
    return voorgestelde_dag(toekenning, deze.vandaag, ingediende(deze, periode), dagen)


@bp.post(f"{ZAAK}/declaratie")
def maak_proef(tenant_id: str, zaak_id: UUID) -> Any:
    """Rekent een proefdeclaratie uit; er wordt nog niets ingediend."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    open_stap(handeling(), zaak, Zaakstap.DECLARATIE)
    toekenning = lees_toekenning(handeling(), zaak)
    ingevuld = _formulier(zaak, toekenning).lees(request.form)
    if not ingevuld.geldig:
        return _declareerpagina(zaak, toekenning, _met_wat_nog_meer(zaak, toekenning, ingevuld)), 422
    try:
        rij = proef(handeling(), zaak, zonder_afgekeurde(handeling(), zaak, _gevraagd(ingevuld.gelezen)))
    except InvoerFout as fout:
        return _opnieuw(tenant_id, zaak_id, ingevuld.met(fout)), 422
    except (KanNiet, Gewijzigd) as fout:
        return _opnieuw(tenant_id, zaak_id, ingevuld.met_melding(str(fout))), 409
    naar = url_for("betaling.declaratie", tenant_id=tenant_id, zaak_id=zaak_id, declaratie_id=rij.id)
    return redirect(naar, 303)


def _met_wat_nog_meer(zaak: Zaak, toekenning: Toekenning, ingevuld: Ingevuld) -> Ingevuld:
    """Wat pas bij het uitrekenen zou blijken, van de antwoorden die al te lezen zijn."""
    deze, gelezen = handeling(), {naam: een for naam, een in ingevuld.contract.items() if naam not in ingevuld.fouten}
    soort = Declaratiesoort(gelezen["soort"]) if "soort" in gelezen else None
    dag = date.fromisoformat(gelezen["tot_en_met"]) if "tot_en_met" in gelezen else None
    opgegeven = any(een for naam, een in ingevuld.waarden.items() if naam.startswith("tarieven."))
    regelset = deze.regels(zaak.tenant_id, deze.vandaag).naam
    samen = ingevuld.met_ook(
        *bezwaren_tegen_dag(deze, toekenning, soort, dag),
        *bezwaren_tegen_tarief(toekenning, regelset, gelezen.get("tarief_bron", ""), opgegeven=opgegeven),
    )
    if soort is None or dag is None:
        return samen
    waarom = mogelijke_soorten(toekenning, dag, ingediende(deze, toekenning.periode))[soort]
    return samen.met_melding(waarom) if waarom else samen


def _opnieuw(tenant_id: str, zaak_id: UUID, ingevuld: Ingevuld) -> str:
    """De pagina nog eens, met wat er nu is opgeslagen."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    return _declareerpagina(zaak, lees_toekenning(handeling(), zaak), ingevuld)


def _formulier(zaak: Zaak, toekenning: Toekenning) -> Formulier:
    """Alleen de soorten die nu kunnen; een tarief alleen als het niet is afgesproken en de regels het niet kennen."""
    deze, periode = handeling(), toekenning.periode
    bezwaren = mogelijke_soorten(toekenning, deze.vandaag, ingediende(deze, periode))
    kan = frozenset(soort for soort, waarom in bezwaren.items() if not waarom) or frozenset(bezwaren)
    delen = _van_regels(zaak, toekenning)
    onbekend = any(deel.tarief is None for deel in delen)
    return proefformulier(kan, met_tarief=periode.tarief is None and onbekend)


def _van_regels(zaak: Zaak, toekenning: Toekenning) -> list[Jaardeel]:
    deze = handeling()
    werk = te_declareren(open_uren(deze, toekenning.periode, deze.vandaag))
    return tarieven_van_regels(deze.regels(zaak.tenant_id, deze.vandaag), werk, op=deze.vandaag)


def _tarief(zaak: Zaak, toekenning: Toekenning) -> str | None:
    """Afgesproken bij het besluit, of anders wat de regels van de financier noemen. Zonder uren is er geen."""
    if toekenning.periode.tarief is not None:
        return bedrag(toekenning.periode.tarief)
    delen = _van_regels(zaak, toekenning)
    if not delen:
        return "–"
    jaren: dict[Bedrag | None, list[int]] = {}
    for een in delen:
        jaren.setdefault(een.tarief, []).append(een.jaar)
    if jaren.keys() == {None}:
        return None
    tarieven = [_van_jaren(tarief, van) if len(jaren) > 1 else bedrag(tarief) for tarief, van in jaren.items()]
    return str(_("%(tarief)s, volgens de regels van de financier", tarief="; ".join(tarieven)))


def _van_jaren(tarief: Bedrag | None, jaren: list[int]) -> str:
    """Welk tarief bij het werk van welk jaar hoort, als er meer dan een is."""
    wanneer = " / ".join(map(str, jaren))
    if tarief is None:
        return str(_("niet in bron voor werk in %(jaren)s", jaren=wanneer))
    return str(_("%(tarief)s voor werk in %(jaren)s", tarief=bedrag(tarief), jaren=wanneer))


def _gevraagd(gelezen: dict[str, Any]) -> Gevraagd:
    return Gevraagd(
        gelezen["soort"],
        gelezen["tot_en_met"],
        gelezen["btw_percentage"],
        tuple(gelezen.get("tarieven", ())),
        gelezen.get("tarief_bron", ""),
    )


def _declareerpagina(zaak: Zaak, toekenning: Toekenning, ingevuld: Ingevuld) -> str:
    deze, periode = handeling(), toekenning.periode
    uren, eerder = open_uren(deze, periode, deze.vandaag), ingediende(deze, periode)
    bezwaren = mogelijke_soorten(toekenning, deze.vandaag, eerder)
    return render_template(
        "betaling/declareren.html",
        zaak=zaak,
        periode=periode,
        beeindigd=periode.status is Periodestatus.BEEINDIGD,
        form=_formulier(zaak, toekenning),
        tarief=_tarief(zaak, toekenning),
        ingevuld=ingevuld,
        declarabel=sum((een.duur for een in te_declareren(uren)), GEEN_DUUR),
        wacht=[(toon.urenstaat(status), duur) for status, duur in wachtend(uren).items()],
        eerder=[_eerdere(zaak, een) for een in eerder],
        bezwaren=[(toon.soort(soort), waarom) for soort, waarom in bezwaren.items() if waarom],
        kan=not all(bezwaren.values()),
        ritme=toekenning.betaalritme.omschrijving,
        kwartaal=lopend_kwartaal(toekenning, deze.vandaag),
    )


def _eerdere(zaak: Zaak, een: Declaratie) -> dict[str, Any]:
    return {
        "nummer": een.nummer,
        "soort": toon.soort(een.soort),
        "tot_en_met": een.tot_en_met,
        "declarabel": str(een.declarabel),
        "staat": toon.staat_van(een),
        "url": url_for("betaling.declaratie", tenant_id=zaak.tenant_id, zaak_id=zaak.id, declaratie_id=een.id),
    }
