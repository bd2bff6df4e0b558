"""Vorderingen: in een zaak, één voor één, en alle die een financier heeft."""

from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.betalen.betalingen import rekening_van, tenant_van
from dakpan.betaling.views import bp
from dakpan.betaling.views.declaraties import ZAAK
from dakpan.betaling.views.toon import ontvangststaat, versie, vorderingstaat
from dakpan.betaling.vorderen.afhandelen import Keuze, kies_wijze, scheld_kwijt
from dakpan.betaling.vorderen.domain import Vorderingaanleiding, Vorderingstatus
from dakpan.betaling.vorderen.formulieren import AANLEIDINGEN, KWIJT, ONTVANGST, WIJZE, WIJZEN, openformulier
from dakpan.betaling.vorderen.lezen import alle_vorderingen, haal_vordering, ontvangsten_van, vorderingen_van
from dakpan.betaling.vorderen.ontvangen import Ontvangst, noteer_ontvangst
from dakpan.betaling.vorderen.openen import MAG_OPENEN, open_vordering
from dakpan.betaling.vorderen.tables import Vordering
from dakpan.betaling.vorderen.verrekenen import verrekeningen_van
from dakpan.betaling.vorderen.volgende_betaling import laatste_declaratie
from dakpan.betaling.vorderen.voorstel import niet_meer_terug, te_veel_betaald
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import Gewijzigd
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht
from dakpan.web.eenmalig import eenmalig
from dakpan.web.formulier import Formulier, Ingevuld
from dakpan.web.opmaak import bedrag
from dakpan.web.verzoek import handeling, zaak_of_404

VORDERING = f"{ZAAK}/vorderingen/<uuid:vordering_id>"


@bp.get("/betalingen/vorderingen")
def alle_terug() -> Any:
    """Alles wat terug moet, de nieuwste eerst; op stand te kiezen."""
    gevraagd = request.args.get("status", "")
    status = Vorderingstatus(gevraagd) if gevraagd in set(Vorderingstatus) else None
    na = request.args.get("na", type=UUID)
    blad = alle_vorderingen(handeling(), status, na)
    filters: dict[str, Any] = {"status": status.value if status else None}
    return render_template(
        "betaling/alle_terug.html",
        rijen=[_regel(een, een_zaak) for een, een_zaak in blad.regels],
        status=status.value if status else "",
        standen=[(een.value, vorderingstaat(een)["tekst"].capitalize()) for een in Vorderingstatus],
        vorige=url_for("betaling.alle_terug", **filters) if na else None,
        volgende=url_for("betaling.alle_terug", na=blad.regels[-1][0].id, **filters) if blad.volgende else None,
    )


@bp.get(f"{ZAAK}/vorderingen")
def vorderingen(tenant_id: str, zaak_id: UUID) -> Any:
    """Wat in deze zaak terug moet; een financier opent er hier een."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    te_veel = te_veel_betaald(handeling(), zaak)
    begin = {"bedrag": te_veel.bedrag, "aanleiding": te_veel.aanleiding.value} if te_veel is not None else {}
    return _lijst(zaak, _openen(zaak).leeg(begin))


@bp.post(f"{ZAAK}/vorderingen")
def open_terug(tenant_id: str, zaak_id: UUID) -> Any:
    """Opent een vordering."""
    zaak = _van_financier(tenant_id, zaak_id)
    handeling().vereis(*MAG_OPENEN)
    ingevuld = _openen(zaak).lees(request.form)
    if not ingevuld.geldig:
        return _lijst(zaak, ingevuld), 422
    gelezen = ingevuld.gelezen
    try:
        rij = open_vordering(
            handeling(),
            zaak,
            bedrag=gelezen["bedrag"],
            reden=gelezen["reden"],
            aanleiding=gelezen.get("aanleiding") or Vorderingaanleiding.HANDMATIG,
            sleutel=f"hand:{eenmalig()}",
        )
    except InvoerFout as fout:
        return _lijst(zaak_of_404(tenant_id, zaak_id), ingevuld.met(fout)), 422
    except (KanNiet, Gewijzigd) as fout:
        return _lijst(zaak_of_404(tenant_id, zaak_id), ingevuld.met_melding(str(fout))), 409
    flash(_("Vordering %(nummer)s is geopend. Kies nu hoe het geld terugkomt.", nummer=rij.nummer), "goed")
    return _naar(tenant_id, zaak_id, rij.id)


@bp.get(VORDERING)
def een_vordering(tenant_id: str, zaak_id: UUID, vordering_id: UUID) -> Any:
    """Eén vordering: waarom, hoe het terugkomt, en wat er al is verrekend of ontvangen."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    return _pagina(zaak, haal_vordering(handeling(), zaak, vordering_id))


@bp.post(f"{VORDERING}/wijze")
def kies_terug(tenant_id: str, zaak_id: UUID, vordering_id: UUID) -> Any:
    """Kiest hoe het geld terugkomt."""
    return _doe(tenant_id, zaak_id, vordering_id, WIJZE, _kies)


@bp.post(f"{VORDERING}/ontvangst")
def ontvang_terug(tenant_id: str, zaak_id: UUID, vordering_id: UUID) -> Any:
    """Noteert wat er binnenkwam; een ander bevestigt het."""
    return _doe(tenant_id, zaak_id, vordering_id, ONTVANGST, _ontvang)


@bp.post(f"{VORDERING}/kwijtschelden")
def kwijtschelden(tenant_id: str, zaak_id: UUID, vordering_id: UUID) -> Any:
    """Scheldt kwijt wat er nog openstaat."""
    return _doe(tenant_id, zaak_id, vordering_id, KWIJT, _scheld_kwijt)


def _kies(zaak: Zaak, rij: Vordering, gelezen: dict[str, Any]) -> str:
    keuze = Keuze(
        gelezen["wijze"],
        gelezen.get("uiterlijk"),
        gelezen.get("terug_op"),
        bool(gelezen.get("ruimer")),
        gelezen.get("ruimer_waarom") or "",
    )
    kies_wijze(handeling(), zaak, rij.id, versie(), keuze)
    return str(_("Uw keuze is vastgelegd."))


def _ontvang(zaak: Zaak, rij: Vordering, gelezen: dict[str, Any]) -> str:
    noteer_ontvangst(handeling(), zaak, rij.id, Ontvangst(gelezen["bedrag"], gelezen["ontvangen_op"], eenmalig()))
    return str(_("De ontvangst is genoteerd; een collega bevestigt haar."))


def _scheld_kwijt(zaak: Zaak, rij: Vordering, gelezen: dict[str, Any]) -> str:
    scheld_kwijt(handeling(), zaak, rij.id, versie(), gelezen["waarom"])
    return str(_("De rest is kwijtgescholden."))


def _doe(tenant_id: str, zaak_id: UUID, vordering_id: UUID, form: Formulier, handel: Any) -> Any:
    """Leest het formulier, handelt, en laat bij een fout alles staan wat er is ingevuld."""
    zaak = _van_financier(tenant_id, zaak_id)
    rij = haal_vordering(handeling(), zaak, vordering_id)
    handeling().vereis(Recht.BETALEN)
    ingevuld, code = form.lees(request.form), 422
    if ingevuld.geldig:
        try:
            flash(handel(zaak, rij, ingevuld.gelezen), "goed")
        except InvoerFout as fout:
            ingevuld = ingevuld.met(fout)
        except (KanNiet, Gewijzigd) as fout:
            ingevuld, code = ingevuld.met_melding(str(fout)), 409
        else:
            return _naar(tenant_id, zaak_id, vordering_id)
    zaak = zaak_of_404(tenant_id, zaak_id)
    return _pagina(zaak, haal_vordering(handeling(), zaak, vordering_id), form, ingevuld), code


def _van_financier(tenant_id: str, zaak_id: UUID) -> Zaak:
    tenant_van(handeling())
    return zaak_of_404(tenant_id, zaak_id)


def _naar(tenant_id: str, zaak_id: UUID, vordering_id: UUID) -> Any:
    adres = url_for("betaling.een_vordering", tenant_id=tenant_id, zaak_id=zaak_id, vordering_id=vordering_id)
    return redirect(adres, 303)


def _openen(zaak: Zaak) -> Formulier:
    te_veel = te_veel_betaald(handeling(), zaak)
    return openformulier(te_veel.aanleiding if te_veel is not None else None)


def _lijst(zaak: Zaak, ingevuld: Ingevuld) -> str:
    van_financier = handeling().vrager.kant is Kant.FINANCIER
    return render_template(
        "betaling/vorderingen.html",
        zaak=zaak,
        rijen=[_regel(een, zaak.nummer) for een in vorderingen_van(handeling(), zaak)],
        te_veel=te_veel_betaald(handeling(), zaak),
        form=_openen(zaak),
        ingevuld=ingevuld,
        van_financier=van_financier,
        mag_openen=van_financier and any(map(handeling().mag, MAG_OPENEN)),
    )


def _regel(een: Vordering, zaak: str) -> dict[str, Any]:
    return {
        "nummer": een.nummer,
        "zaak": zaak,
        "naam": een.naam,
        "bedrag": bedrag(een.bedrag),
        "rest": bedrag(een.rest),
        "staat": vorderingstaat(een.status, een.wijze),
        "url": url_for("betaling.een_vordering", tenant_id=een.tenant_id, zaak_id=een.zaak_id, vordering_id=een.id),
    }


def _pagina(zaak: Zaak, rij: Vordering, form: Formulier | None = None, ingevuld: Ingevuld | None = None) -> str:
    """``form`` met wat erin stond is het formulier dat zojuist niet lukte."""
    deze = handeling()
    doet = deze.vrager.kant is Kant.FINANCIER and deze.mag(Recht.BETALEN) and rij.status is Vorderingstatus.OPEN
    rekening = rekening_van(deze) if doet else None
    waarden = {
        WIJZE: WIJZE.leeg(
            {
                "wijze": rij.wijze.value if rij.wijze is not None else None,
                "ruimer": rij.ruimer,
                "ruimer_waarom": rij.ruimer_waarom,
                "uiterlijk": rij.uiterlijk,
                "terug_op": rij.terug_op or (rekening.iban if rekening is not None else None),
            },
            versie=rij.versie,
        ),
        ONTVANGST: ONTVANGST.leeg({"ontvangen_op": deze.vandaag}),
        KWIJT: KWIJT.leeg(versie=rij.versie),
    }
    mag_kwijt = doet and rij.geopend_account != deze.vrager.account_id
    bezwaar = ""
    if form is not None and ingevuld is not None:
        waarden[form] = ingevuld
        staat_er = doet and (mag_kwijt or form is not KWIJT)
        bezwaar = "" if staat_er else " ".join(map(str, ingevuld.algemeen))
    return render_template(
        "betaling/vordering.html",
        zaak=zaak,
        rij=rij,
        staat=vorderingstaat(rij.status, rij.wijze),
        ontvangststaat=ontvangststaat,
        aanleiding=AANLEIDINGEN[rij.aanleiding],
        wijze=WIJZEN[rij.wijze] if rij.wijze is not None else None,
        ontvangsten=ontvangsten_van(deze, rij),
        verrekeningen=verrekeningen_van(deze, rij),
        formulieren=[(een, waarden[een]) for een in (WIJZE, ONTVANGST, KWIJT)],
        doet=doet,
        van_financier=deze.vrager.kant is Kant.FINANCIER,
        mag_kwijt=mag_kwijt,
        bezwaar=bezwaar,
        hoeft_niet=_hoeft_niet(zaak, rij),
        na_het_eind=laatste_declaratie(deze, zaak) if doet and not rij.ruimer else "",
    )


def _hoeft_niet(zaak: Zaak, rij: Vordering) -> Bedrag:
    """Wat volgens een later besluit niet meer terug hoeft; nul als deze vordering daar niet over gaat."""
    open_ = rij.status is Vorderingstatus.OPEN and rij.aanleiding is Vorderingaanleiding.BESLUIT
    return niet_meer_terug(handeling(), zaak) if open_ else NUL_EURO
