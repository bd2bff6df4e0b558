"""De pagina's van een zaak: vertalen een verzoek naar een handeling en het antwoord naar een scherm."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from dakpan.aanvraag.clientpost.stukken import nieuwe_post
from dakpan.aanvraag.meegeven.ontvangen import aantal_wacht
from dakpan.aanvraag.meegeven.stand import meegeefstand
from dakpan.aanvraag.overname.bevestigen import overname_van
from dakpan.begrippen.bsn_in_tekst import zoek_bsn
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier import inzage as inzagen
from dakpan.dossier import lijsten
from dakpan.dossier.archief import mag_archiveren, mag_inzien, plek
from dakpan.dossier.documenten import open_document
from dakpan.dossier.gesprek import ongelezen
from dakpan.dossier.inzage import open_zaak
from dakpan.dossier.notities import notities_van, schrijf
from dakpan.dossier.personen import gemaskeerd, toon_bsn
from dakpan.dossier.tables import Zaak, Zaakstatus
from dakpan.dossier.verloop import verloop
from dakpan.invoer.fouten import InvoerFout
from dakpan.loket.archief.keuze import opbergbaar
from dakpan.loket.documenten.overzicht import documentblok
from dakpan.loket.zaak import klok, vragen
from dakpan.loket.zaak.formulieren import BSN, NOTITIE
from dakpan.loket.zaak.lijn import lijn_van
from dakpan.loket.zaak.onderdelen import onderdelen_van
from dakpan.loket.zaak.regels import financiernaam, rijen_van, verschoven
from dakpan.loket.zaak.start import blokken_van, straks_van
from dakpan.loket.zaak.tijdlijn import tijdlijn
from dakpan.loket.zaak.toestanden import toestand
from dakpan.loket.zaak.wegwijzer import adres
from dakpan.loket.zaak.werk import stap_nu, werk_van, zet_aanvulling
from dakpan.loket.zaak.woorden import PARTIJEN, STAPPEN, STATUSSEN, STATUSSOORT, VORMEN, nabij
from dakpan.opslag.fouten import Gewijzigd
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht
from dakpan.partijen.verzoeken import aantal_open
from dakpan.plan.koppelformulier import ROLLEN
from dakpan.plan.tables import Koppeling
from dakpan.plan.toestanden import LEVEND
from dakpan.rapportage.formulier import VORMEN as VERSLAGVORMEN
from dakpan.uren.logboek import mag_logboek
from dakpan.wandeling.termijnen import klok_van
from dakpan.wandeling.werkvoorraad import werkvoorraad
from dakpan.web.bestand import om_te_bewaren
from dakpan.web.eenmalig import eenmalig
from dakpan.web.formulier import Ingevuld
from dakpan.web.verzoek import handeling, zaak_of_404

ZAAK = "/zaken/<tenant_id>/<uuid:zaak_id>"

bp = Blueprint("zaak", __name__, template_folder="templates")
bp.add_app_template_global(adres)
bp.add_app_template_filter(toestand)
bp.add_app_template_filter(tijdlijn)
bp.add_app_template_filter(verschoven)


@bp.get("/")
def start() -> str:
    """Wat moet ik nu doen?"""
    voorraad = werkvoorraad(handeling())
    return render_template(
        "zaak/start.html",
        voorraad=voorraad,
        zaken=rijen_van(handeling(), voorraad.zaken),
        blokken=blokken_van(handeling(), voorraad),
        straks=straks_van(handeling(), voorraad),
        voor_organisatie=handeling().vrager.organisatie_id is not None,
        nieuw=_nieuw(),
        inrichten=_inrichten(),
        meegegeven=aantal_wacht(handeling()),
        verzoeken=aantal_open(handeling()),
    )


def _inrichten() -> list[tuple[str, str, str]]:
    """Wat richt wie een organisatie beheert in als er nog geen werk is? Per regel: waarom, de link en waarheen."""
    mij = handeling()
    if mij.vrager.organisatie_id is None:
        return []
    mensen = [
        (_("Nodig uw collega's uit en kies wat ieder mag."), _("Medewerkers"), adres("medewerkers.lijst")),
        (
            _("Laat zien waarin u goed bent en waar u werkt."),
            _("Uw organisatie in het register"),
            adres("register.eigen"),
        ),
    ]
    geld = (_("Vul in wat er op uw factuur staat."), _("Gegevens voor de factuur"), adres("betaling.organisatie"))
    return [
        *(mensen if mij.mag(Recht.MEDEWERKERS_BEHEREN) else ()),
        *([geld] if mij.mag(Recht.DECLAREREN) else ()),
    ]


def _nieuw() -> str | None:
    """Waar begint een nieuwe aanvraag? Alleen voor wie dat mag."""
    mag = handeling().mag(Recht.AANVRAAG_WIJZIGEN) or handeling().mag(Recht.ZAAK_OPENEN)
    return adres("aanvraag.nieuw") if mag else None


@bp.get("/zaken")
def lijst() -> str:
    """Alle zaken die de lezer mag zien, om in te zoeken."""
    return _lijstpagina(vragen.lees_vraag(request.args))


@bp.post("/zaken")
def zoek() -> Any:
    """Zoekt; een BSN komt nooit in een adres, dus dat antwoord staat meteen op deze pagina."""
    tekst = request.form.get("q", "")
    vraag = vragen.lees_vraag(request.form)
    bsn = zoek_bsn(tekst)
    if not bsn:
        return redirect(url_for("zaak.lijst", **vragen.als_adres(vraag)), 303)
    met_bsn = vragen.met_bsn(vraag, bsn)
    if met_bsn is None:
        return _lijstpagina(vraag, melding=_("Dit is geen geldig burgerservicenummer. Controleer de cijfers.")), 422
    return _lijstpagina(met_bsn)


def _lijstpagina(vraag: lijsten.Zoekvraag, melding: str = "") -> str:
    bladzijde = lijsten.zoek(handeling(), vraag)
    mag_opbergen = mag_archiveren(handeling())
    keuzes = [opbergbaar(een) if mag_opbergen else "" for een in bladzijde.regels]
    return render_template(
        "zaak/lijst.html",
        vraag=vraag,
        melding=melding,
        rijen=list(zip(rijen_van(handeling(), bladzijde.regels), keuzes, strict=True)),
        zoek=vragen.als_adres(vraag),
        kiesbaar=any(keuzes),
        telling=lijsten.tel(handeling(), vraag),
        financiers=[(een, financiernaam(handeling(), een)) for een in lijsten.financiers(handeling())],
        statussen=[(een.value, STATUSSEN[een]) for een in Zaakstatus],
        voor_organisatie=handeling().vrager.organisatie_id is not None,
        vorige=_bladeradres(vraag, voor=bladzijde.vorige),
        volgende=_bladeradres(vraag, na=bladzijde.volgende),
        nieuw=_nieuw(),
        mag_inlezen=handeling().vrager.organisatie_id is not None and handeling().mag(Recht.AANVRAAG_INDIENEN),
        meegegeven=aantal_wacht(handeling()),
        archief=mag_inzien(handeling()),
    )


def _bladeradres(vraag: lijsten.Zoekvraag, **verder: UUID | None) -> str | None:
    gevonden = any(verder.values()) and vraag.bsn is None
    return url_for("zaak.lijst", **vragen.als_adres(vraag, **verder)) if gevonden else None


@bp.get(ZAAK)
def toon(tenant_id: str, zaak_id: UUID) -> str:
    """De zaak van aanvraag tot betaling."""
    return _zaakpagina(open_zaak(handeling(), tenant_id, zaak_id), NOTITIE.leeg())


def _zaakpagina(zaak: Zaak, notitie: Ingevuld) -> str:
    werk = werk_van(handeling(), zaak)
    delen = onderdelen_van(handeling(), zaak)
    zet_aanvulling(handeling(), zaak, delen.aanvulling, werk)
    return render_template(
        "zaak/zaak.html",
        **kop(zaak),
        overname=overname_van(handeling(), zaak),
        meegave=meegeefstand(handeling(), zaak),
        mag_beslissen=handeling().mag(Recht.BESLISSEN),
        lijn=lijn_van(handeling(), zaak, werk),
        werk=werk,
        delen=delen,
        zaakstanden=STATUSSEN,
        termijnen=klok.rijen_van(handeling(), klok_van(handeling(), zaak, delen.aanvraag, delen.besluit)),
        notities=notities_van(handeling(), zaak),
        documenten=documentblok(handeling(), zaak, delen.aanvraag),
        verslagvormen=VERSLAGVORMEN,
        form=NOTITIE,
        ingevuld=notitie,
        mag_bsn=handeling().mag(Recht.BSN_TONEN),
        mag_schrijven=_is_coach(delen.koppelingen) and any(een.status in LEVEND for een in delen.perioden),
        mag_heropenen=handeling().mag(Recht.WEEK_HEROPENEN),
        mag_logboek=mag_logboek(handeling()),
        mag_beheren=handeling().mag(Recht.PERIODES_BEHEREN),
        vandaag=handeling().vandaag,
        aanspreekrollen=ROLLEN,
        mag_archiveren=mag_archiveren(handeling()),
        mag_aanspreken=handeling().vrager.kant is Kant.ORGANISATIE and handeling().mag(Recht.PERIODES_BEHEREN),
    )


def _is_coach(koppelingen: Sequence[Koppeling]) -> bool:
    """Kan de lezer voor deze cliënt uren schrijven?"""
    mij = handeling().vrager.lidmaatschap_id
    return handeling().mag(Recht.UREN_SCHRIJVEN) and any(een.coach_id == mij for een in koppelingen)


def kop(zaak: Zaak) -> dict[str, Any]:
    """Wat boven elke pagina van een zaak staat."""
    nu = stap_nu(handeling(), zaak)
    return {
        "zaak": zaak,
        "waar": {"tenant_id": zaak.tenant_id, "zaak_id": zaak.id},
        "financier": financiernaam(handeling(), zaak.tenant_id),
        "vorm": VORMEN[zaak.vorm],
        "status": STATUSSEN[zaak.status],
        "statussoort": STATUSSOORT[zaak.status],
        "stap": STAPPEN[nu.stap] if nu is not None else None,
        "beurt": PARTIJEN[nu.opent] if nu is not None else None,
        "plek": plek(zaak).value,
        "nabij": nabij(zaak.uiterlijk, handeling().vandaag),
        "bsn": gemaskeerd(zaak.persoon),
        "voor_organisatie": handeling().vrager.organisatie_id is not None,
        "ongelezen": ongelezen(handeling(), zaak),
        "nieuwe_post": nieuwe_post(handeling(), zaak),
    }


@bp.get(f"{ZAAK}/geschiedenis")
def geschiedenis(tenant_id: str, zaak_id: UUID) -> str:
    """Wat er veranderde, wie het deed en waarom."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    rijen, verder = verloop(handeling(), zaak, request.args.get("na", type=UUID))
    return render_template("zaak/geschiedenis.html", **kop(zaak), regels=tijdlijn(rijen), verder=verder)


@bp.get(f"{ZAAK}/inzage")
def inzage(tenant_id: str, zaak_id: UUID) -> str:
    """Wie van de eigen kant keek, en waarvoor."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    rijen, verder = inzagen.wie_keken(handeling(), zaak, request.args.get("na", type=UUID))
    return render_template("zaak/inzage.html", **kop(zaak), rijen=rijen, verder=verder)


@bp.post(f"{ZAAK}/notities")
def notities(tenant_id: str, zaak_id: UUID) -> Any:
    """Een notitie erbij, alleen voor de eigen kant."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    ingevuld = NOTITIE.lees(request.form)
    if not ingevuld.geldig:
        return _zaakpagina(zaak, ingevuld), 422
    try:
        schrijf(handeling(), zaak, ingevuld.gelezen["tekst"], eenmalig())
    except InvoerFout as fout:
        return _zaakpagina(zaak, ingevuld.met(fout)), 422
    except Gewijzigd:
        pass  # twee keer tegelijk verzonden: de eerste staat er
    flash(_("Uw notitie is opgeslagen."), "goed")
    return redirect(url_for("zaak.toon", tenant_id=tenant_id, zaak_id=zaak_id, _anchor="notities"), 303)


@bp.get(f"{ZAAK}/bsn")
def bsn(tenant_id: str, zaak_id: UUID) -> str:
    """Waarvoor heeft iemand het hele nummer nodig?"""
    zaak = zaak_of_404(tenant_id, zaak_id)
    handeling().vereis(Recht.BSN_TONEN)
    return _bsnpagina(zaak, BSN.leeg())


@bp.post(f"{ZAAK}/bsn")
def bsn_tonen(tenant_id: str, zaak_id: UUID) -> Any:
    """Het hele nummer, één keer op deze pagina, met een regel in het logboek."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    ingevuld = BSN.lees(request.form)
    if not ingevuld.geldig:
        handeling().vereis(Recht.BSN_TONEN)
        return _bsnpagina(zaak, ingevuld), 422
    try:
        nummer = toon_bsn(handeling(), zaak, ingevuld.gelezen["doel"], ingevuld.gelezen.get("toelichting", ""))
    except InvoerFout as fout:
        return _bsnpagina(zaak, ingevuld.met(fout)), 422
    except KanNiet as fout:
        return _bsnpagina(zaak, ingevuld.met_melding(str(fout))), 409
    return _bsnpagina(zaak, BSN.leeg(), nummer.nummer)


def _bsnpagina(zaak: Zaak, ingevuld: Ingevuld, nummer: str | None = None) -> str:
    return render_template("zaak/bsn.html", **kop(zaak), form=BSN, ingevuld=ingevuld, nummer=nummer)


@bp.get(f"{ZAAK}/documenten/<uuid:document_id>")
def document(tenant_id: str, zaak_id: UUID, document_id: UUID) -> Any:
    """Eén bestand om te bewaren; nooit om in de browser te openen."""
    bestand = open_document(handeling(), tenant_id, zaak_id, document_id)
    return om_te_bewaren(*bestand)
