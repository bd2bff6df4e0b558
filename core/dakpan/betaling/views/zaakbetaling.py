"""De betalingen van één zaak, met de hand klaarzetten waar de bron niets zegt, en vaststellen."""

from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from dakpan.aanvraag.tables import Aanleiding, Besluit
from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.betalen.betalingen import tenant_van
from dakpan.betaling.betalen.klaarzetten import ontvanger
from dakpan.betaling.betalen.met_de_hand import MetDeHand, zet_met_de_hand_klaar
from dakpan.betaling.betalen.na_besluit import haal_weg, verschil_na_besluit, waarom_blijft, waarom_nodig
from dakpan.betaling.betalen.opdrachten import betalingen_van, nog_te_verdelen, toegekend_bedrag
from dakpan.betaling.betalen.vaststellen import vaststellen as stel_vast
from dakpan.betaling.betalen.vaststellen import vaststelling_van
from dakpan.betaling.formulieren import HAND, VASTSTELLEN
from dakpan.betaling.overzicht import overzicht
from dakpan.betaling.tables import Betaalopdracht
from dakpan.betaling.toekenning import besluit_van
from dakpan.betaling.toestanden import BETALING, Betaalstatus
from dakpan.betaling.views import bp, toon
from dakpan.betaling.views.declaraties import ZAAK
from dakpan.betaling.views.vervolg import vervolgstap
from dakpan.betaling.vorderen.voorstel import niet_meer_terug, te_veel_betaald
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import open_stap, voortgang
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import Gewijzigd
from dakpan.partijen.rechten import Recht
from dakpan.web.eenmalig import eenmalig
from dakpan.web.formulier import Ingevuld
from dakpan.web.verzoek import handeling, zaak_of_404


@bp.get(f"{ZAAK}/betaling")
def betalen(tenant_id: str, zaak_id: UUID) -> Any:
    """Wat staat er voor deze zaak klaar, en wat is er betaald?"""
    zaak = _van_financier(tenant_id, zaak_id)
    return _betaalpagina(zaak, HAND.leeg({"vanaf": handeling().vandaag, "bedrag": _wat_er_bij_moet(zaak)}))


def _wat_er_bij_moet(zaak: Zaak) -> Bedrag | None:
    """Na een later besluit staat vast hoeveel er nog bij moet; anders kiest een mens zelf hoeveel er nu gaat."""
    besluit = besluit_van(handeling(), zaak)
    if besluit is None or besluit.aanleiding is Aanleiding.AANVRAAG:
        return None
    rest = nog_te_verdelen(handeling(), zaak)
    return rest if rest > NUL_EURO else None


@bp.post(f"{ZAAK}/betaling")
def zet_klaar(tenant_id: str, zaak_id: UUID) -> Any:
    """Zet met de hand een betaling klaar."""
    zaak = _van_financier(tenant_id, zaak_id)
    handeling().vereis(Recht.BETALEN)
    ingevuld = HAND.lees(request.form)
    if not ingevuld.geldig:
        return _betaalpagina(zaak, ingevuld), 422
    gelezen = ingevuld.gelezen
    keuze = MetDeHand(gelezen["bedrag"], gelezen["vanaf"], gelezen["grond"], eenmalig())
    try:
        zet_met_de_hand_klaar(handeling(), zaak, keuze)
    except InvoerFout as fout:
        return _betaalpagina(zaak_of_404(tenant_id, zaak_id), ingevuld.met(fout)), 422
    except (KanNiet, Gewijzigd) as fout:
        return _betaalpagina(zaak_of_404(tenant_id, zaak_id), ingevuld.met_melding(str(fout))), 409
    flash(_("De betaling staat klaar; een collega geeft haar vrij."), "goed")
    return redirect(url_for("betaling.betalen", tenant_id=tenant_id, zaak_id=zaak_id), 303)


@bp.post(f"{ZAAK}/betaling/<uuid:opdracht_id>/weghalen")
def weghalen(tenant_id: str, zaak_id: UUID, opdracht_id: UUID) -> Any:
    """Haalt een betaling weg die niet meer bij het besluit past."""
    zaak = _van_financier(tenant_id, zaak_id)
    try:
        weg = haal_weg(handeling(), zaak, opdracht_id, toon.versie())
    except (KanNiet, Gewijzigd) as fout:
        flash(str(fout), "let_op")
    else:
        flash(_("Betaling %(nummer)s is weggehaald.", nummer=weg.nummer), "goed")
    return redirect(url_for("betaling.betalen", tenant_id=tenant_id, zaak_id=zaak_id), 303)


def _van_financier(tenant_id: str, zaak_id: UUID) -> Zaak:
    tenant_van(handeling())
    return zaak_of_404(tenant_id, zaak_id)


def _eerst(zaak: Zaak) -> str:
    """Welke stappen er nog voor de betaling moeten, en door wie; leeg als er betaald kan worden."""
    try:
        voortgang(handeling(), zaak).vereis(Zaakstap.BETALING)
    except KanNiet as fout:
        return str(fout)
    return ""


def _betaalpagina(zaak: Zaak, ingevuld: Ingevuld) -> str:
    eerst, besluit = _eerst(zaak), besluit_van(handeling(), zaak)
    return render_template(
        "betaling/zaakbetaling.html",
        zaak=zaak,
        stand=overzicht(handeling(), zaak),
        betalingen=[_regel(zaak, een, besluit) for een in betalingen_van(handeling(), zaak)],
        verschil=verschil_na_besluit(handeling(), zaak),
        te_veel=te_veel_betaald(handeling(), zaak),
        hoeft_niet=niet_meer_terug(handeling(), zaak),
        terug=url_for("betaling.vorderingen", tenant_id=zaak.tenant_id, zaak_id=zaak.id),
        form=HAND,
        ingevuld=ingevuld,
        vervolg=vervolgstap(handeling(), zaak) if not eerst else None,
        eerst=eerst,
        met_de_hand=handeling().mag(Recht.BETALEN) and nog_te_verdelen(handeling(), zaak) > NUL_EURO,
    )


def _waar(zaak: Zaak) -> dict[str, Any]:
    return {"tenant_id": zaak.tenant_id, "zaak_id": zaak.id}


def _regel(zaak: Zaak, een: Betaalopdracht, besluit: Besluit | None) -> dict[str, Any]:
    return {
        "nummer": een.nummer,
        "begunstigde": een.begunstigde,
        "bedrag": een.bedrag,
        "declaratie": url_for("betaling.declaratie", declaratie_id=een.declaratie_id, **_waar(zaak))
        if een.declaratie_id is not None
        else "",
        "verrekend": een.verrekend,
        "netto": een.netto,
        "niet_meer": een.niet_meer,
        "opnieuw": een.opnieuw,
        "vanaf": een.vanaf,
        "staat": toon.betaalstaat(een.status),
        "uitleg": een.uitleg,
        "id": een.id,
        "versie": een.versie,
        "iban": een.iban,
        "vorige_iban": een.vorige_iban,
        "dag": een.teruggekomen_op or een.betaald_op,
        "reden": een.terug_reden,
        "is_terug": een.status is Betaalstatus.TERUGGEKOMEN and handeling().mag(Recht.BETALEN),
        "opnieuw_naar": _opnieuw_naar(zaak, een) if een.status is Betaalstatus.TERUGGEKOMEN else "",
        "mag_vervallen": not waarom_nodig(een, besluit),
        "kan_terug": handeling().mag(Recht.BETALEN) and BETALING.kan(een.status, "keer_terug"),
        "kan_weg": handeling().mag(Recht.BETALEN) and not waarom_blijft(een, besluit),
    }


@bp.get(f"{ZAAK}/vaststelling")
def vaststellen(tenant_id: str, zaak_id: UUID) -> Any:
    """Hoeveel was het werkelijk?"""
    zaak = _van_financier(tenant_id, zaak_id)
    open_stap(handeling(), zaak, Zaakstap.VASTSTELLING)
    return _vaststelpagina(zaak, VASTSTELLEN.leeg())


@bp.post(f"{ZAAK}/vaststelling")
def leg_vaststelling_vast(tenant_id: str, zaak_id: UUID) -> Any:
    """Legt het definitieve bedrag met zijn motivering vast."""
    zaak = _van_financier(tenant_id, zaak_id)
    open_stap(handeling(), zaak, Zaakstap.VASTSTELLING)
    ingevuld = VASTSTELLEN.lees(request.form)
    if not ingevuld.geldig:
        return _vaststelpagina(zaak, ingevuld), 422
    try:
        stel_vast(handeling(), zaak, ingevuld.gelezen["bedrag"], ingevuld.gelezen["motivering"])
    except InvoerFout as fout:
        return _vaststelpagina(zaak_of_404(tenant_id, zaak_id), ingevuld.met(fout)), 422
    except (KanNiet, Gewijzigd) as fout:
        return _vaststelpagina(zaak_of_404(tenant_id, zaak_id), ingevuld.met_melding(str(fout))), 409
    flash(_("Het bedrag is vastgesteld."), "goed")
    return redirect(url_for("betaling.betalen", tenant_id=tenant_id, zaak_id=zaak_id), 303)


def _vaststelpagina(zaak: Zaak, ingevuld: Ingevuld) -> str:
    return render_template(
        "betaling/vaststellen.html",
        zaak=zaak,
        toegekend=toegekend_bedrag(handeling(), zaak)[1],
        stand=overzicht(handeling(), zaak),
        al=vaststelling_van(handeling(), zaak),
        form=VASTSTELLEN,
        ingevuld=ingevuld,
    )


def _opnieuw_naar(zaak: Zaak, een: Betaalopdracht) -> str:
    """De rekening waar wat terugkwam nu heen zou gaan; leeg als er geen bekend is."""
    try:
        return ontvanger(zaak, een.aan).iban
    except KanNiet:
        return ""
