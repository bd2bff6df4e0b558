"""Een correctie na het goedkeuren: voorstellen, de som bekijken, en bevestigen, afwijzen of intrekken."""

from typing import Any
from uuid import UUID

from flask import abort, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from dakpan.begrippen.bedrag import NUL_EURO
from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.betalen.vrijgevers import goedkeurders, niemand_over
from dakpan.betaling.corrigeren.bevestigen import bevestig, mag_bevestigen, wijs_af
from dakpan.betaling.corrigeren.crediteren import te_crediteren
from dakpan.betaling.corrigeren.formulieren import AFWIJZEN, VOORSTEL
from dakpan.betaling.corrigeren.herrekenen import Rest
from dakpan.betaling.corrigeren.tables import Correctie
from dakpan.betaling.corrigeren.toestanden import Correctiestatus
from dakpan.betaling.corrigeren.verlagen import Gevolg, bereken_gevolg
from dakpan.betaling.corrigeren.voorstellen import (
    Voorstel,
    bereken_voorstel,
    haal_correctie,
    rest_na,
    stel_voor,
    trek_in,
    vereis_kant,
)
from dakpan.betaling.declaratie.declaraties import haal_declaratie
from dakpan.betaling.declaratie.opmerkingen import LANGSTE
from dakpan.betaling.domain import Declaratiesoort
from dakpan.betaling.factureren.facturen import factuur_bij
from dakpan.betaling.inzien import leg_vast
from dakpan.betaling.tables import Declaratie
from dakpan.betaling.verzamelen import latere_einddeclaratie
from dakpan.betaling.views import bp, toon, urenregels
from dakpan.betaling.views.declaratie import DECLARATIE, haal, naar
from dakpan.betaling.views.declaraties import ZAAK
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import Gewijzigd
from dakpan.opslag.vrager import Kant
from dakpan.web.formulier import Ingevuld
from dakpan.web.verzoek import handeling, zaak_of_404

CORRECTIE = f"{ZAAK}/correcties/<uuid:correctie_id>"


@bp.get(f"{DECLARATIE}/correctie")
def correctie_voorstellen(tenant_id: str, zaak_id: UUID, declaratie_id: UUID) -> Any:
    """Welke activiteiten tellen toch niet, en waarom?"""
    zaak, rij = haal(tenant_id, zaak_id, declaratie_id)
    vereis_kant(handeling(), rij)
    return _formulier(zaak, rij, VOORSTEL.leeg(versie=rij.versie))


@bp.post(f"{DECLARATIE}/correctie")
def leg_voorstel_voor(tenant_id: str, zaak_id: UUID, declaratie_id: UUID) -> Any:
    """Eerst de som; pas na ja ligt het voorstel bij een ander."""
    waar = (tenant_id, zaak_id, declaratie_id)
    zaak, rij = haal(*waar)
    vereis_kant(handeling(), rij)
    ingevuld = VOORSTEL.lees(request.form)
    if not ingevuld.geldig or "aanpassen" in request.form:
        return _formulier(zaak, rij, ingevuld), 200 if ingevuld.geldig else 422
    reden, bij_uren = ingevuld.gelezen.get("reden", ""), urenregels.getypt()
    try:
        if "bevestigd" not in request.form:
            voorstel = bereken_voorstel(handeling(), zaak, declaratie_id, toon.versie(), bij_uren)
            return _vraag(zaak, voorstel, reden)
        stel_voor(handeling(), zaak, declaratie_id, toon.versie(), bij_uren, reden=reden)
    except InvoerFout as fout:
        return _formulier(*haal(*waar), ingevuld.met(fout)), 422
    except (KanNiet, Gewijzigd) as fout:
        return _formulier(*haal(*waar), ingevuld.met_melding(str(fout))), 409
    flash(_("Het voorstel ligt bij de financier; er verandert pas iets als een ander het bevestigt."), "goed")
    return redirect(naar(rij), 303)


@bp.get(CORRECTIE)
def een_correctie(tenant_id: str, zaak_id: UUID, correctie_id: UUID) -> Any:
    """Het voorstel met zijn som, voor wie erover beslist en voor wie het deed."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    correctie = haal_correctie(handeling(), zaak, correctie_id)
    rij = haal_declaratie(handeling(), zaak, correctie.declaratie_id)
    leg_vast(handeling(), [zaak], f"correctie van declaratie {rij.nummer}")
    return _correctiepagina(zaak, correctie, AFWIJZEN.leeg())


@bp.post(CORRECTIE)
def beslis_correctie(tenant_id: str, zaak_id: UUID, correctie_id: UUID) -> Any:
    """Bevestigen, afwijzen met een reden, of intrekken wat de eigen kant voorstelde."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    correctie = haal_correctie(handeling(), zaak, correctie_id)
    ingevuld = AFWIJZEN.lees(request.form)
    if not ingevuld.geldig:
        return _correctiepagina(zaak, correctie, ingevuld), 422
    try:
        gelukt = _doe(zaak, correctie_id, request.form.get("doen"), ingevuld.gelezen.get("antwoord", ""))
    except InvoerFout as fout:
        return _correctiepagina(zaak_of_404(tenant_id, zaak_id), correctie, ingevuld.met(fout)), 422
    except (KanNiet, Gewijzigd) as fout:
        return _correctiepagina(zaak_of_404(tenant_id, zaak_id), correctie, ingevuld.met_melding(str(fout))), 409
    flash(gelukt, "goed")
    return redirect(naar(haal_declaratie(handeling(), zaak, correctie.declaratie_id)), 303)


def _doe(zaak: Zaak, correctie_id: UUID, doen: str | None, antwoord: str) -> str:
    versie = toon.versie()
    if doen == "intrekken":
        trek_in(handeling(), zaak, correctie_id, versie)
        return str(_("Het voorstel is ingetrokken; er is niets veranderd."))
    if doen == "afwijzen":
        wijs_af(handeling(), zaak, correctie_id, versie, antwoord)
        return str(_("Het voorstel is afgewezen; de declaratie blijft zoals zij is."))
    if doen != "bevestigen":
        abort(400)  # wie niets koos bevestigt ook niets
    bevestig(handeling(), zaak, correctie_id, versie)
    return str(_("De correctie is verwerkt: de declaratie is verlaagd."))


def _formulier(zaak: Zaak, rij: Declaratie, ingevuld: Ingevuld) -> str:
    regels = urenregels.van_declaratie(zaak, rij, beoordelen=False, verbeteren=True)
    return render_template(
        "betaling/correctie.html",
        zaak=zaak,
        rij=rij,
        regels=[een for een in regels if een["id"] not in rij.opmerkingen],
        form=VOORSTEL,
        ingevuld=ingevuld,
        langste=LANGSTE,
    )


def _vraag(zaak: Zaak, voorstel: Voorstel, reden: str) -> str:
    rij = voorstel.rij
    return render_template(
        "betaling/correctie_zeker.html",
        zaak=zaak,
        rij=rij,
        rest=voorstel.rest,
        eruit=_eruit(zaak, rij, voorstel.bij),
        reden=reden,
        is_eind=rij.soort is Declaratiesoort.EIND,
        eind=latere_einddeclaratie(handeling(), rij),
    )


def _eruit(zaak: Zaak, rij: Declaratie, bij: Any) -> list[dict[str, Any]]:
    """De activiteiten van deze correctie, met waarom zij niet tellen."""
    regels = urenregels.van_declaratie(zaak, rij, beoordelen=False)
    return [{**een, "opmerking": bij[een["id"]]} for een in regels if een["id"] in bij]


def _correctiepagina(zaak: Zaak, correctie: Correctie, ingevuld: Ingevuld) -> str:
    rij = haal_declaratie(handeling(), zaak, correctie.declaratie_id)
    rest, bezwaar = _rest(zaak, rij, correctie)
    wacht = te_crediteren(handeling(), rij)
    gevolg = bereken_gevolg(handeling(), zaak, rij, rest.minder.incl) if rest is not None else None
    return render_template(
        "betaling/een_correctie.html",
        zaak=zaak,
        rij=rij,
        correctie=correctie,
        is_open=correctie.status is Correctiestatus.VOORGESTELD,
        rest=rest,
        bezwaar=bezwaar,
        eruit=_eruit(zaak, rij, correctie.opmerkingen),
        mag_beslissen=mag_bevestigen(handeling(), rij, correctie),
        mag_intrekken=correctie.status is Correctiestatus.VOORGESTELD and handeling().vrager.kant is correctie.van,
        van_organisatie=correctie.van is Kant.ORGANISATIE,
        gevolg=gevolg,
        niemand_over=_niemand_over(correctie, gevolg),
        creditnota=(wacht.verschil.incl if wacht is not None else NUL_EURO)
        + (rest.minder.incl if rest is not None else NUL_EURO),
        factuur=factuur_bij(handeling(), rij),
        is_eind=rij.soort is Declaratiesoort.EIND,
        eind=latere_einddeclaratie(handeling(), rij),
        form=AFWIJZEN,
        ingevuld=ingevuld,
        terug=url_for("betaling.declaratie", tenant_id=zaak.tenant_id, zaak_id=zaak.id, declaratie_id=rij.id),
    )


def _niemand_over(correctie: Correctie, gevolg: Gevolg | None) -> bool:
    """Verbruikt dit ja de laatste die de lagere betaling nog mag vrijgeven?"""
    if gevolg is None or gevolg.betaling is None or gevolg.eraf in {NUL_EURO, gevolg.betaling.bedrag}:
        return False
    voorgesteld = correctie.voorgesteld_account if correctie.van is Kant.FINANCIER else None
    return niemand_over(handeling(), correctie.tenant_id, {*goedkeurders(gevolg.betaling), voorgesteld})


def _rest(zaak: Zaak, rij: Declaratie, correctie: Correctie) -> tuple[Rest | None, str]:
    """De som als iemand nu bevestigt, of waarom dat niet meer kan."""
    if correctie.status is not Correctiestatus.VOORGESTELD:
        return None, ""
    try:
        return rest_na(handeling(), zaak, rij, correctie.opmerkingen), ""
    except KanNiet as fout:
        return None, str(fout)
