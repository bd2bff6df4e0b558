"""Eén declaratie: elke stap van de berekening, definitief maken en weggooien."""

from collections.abc import Callable
from io import BytesIO
from typing import Any
from uuid import UUID

from flask import Response, flash, redirect, render_template, request, send_file, url_for
from flask_babel import gettext as _

from dakpan.begrippen.bedrag import NUL_EURO
from dakpan.begrippen.duur import Duur
from dakpan.begrippen.toestand import KanNiet
from dakpan.begrippen.uren import Uren
from dakpan.betaling.beoordelen import eerder_zonder_oordeel, mag_oordelen
from dakpan.betaling.betalen.vrijgevers import niemand_over
from dakpan.betaling.corrigeren.herrekenen import Cijfers
from dakpan.betaling.corrigeren.verlagen import betaling_van
from dakpan.betaling.declaratie.declaraties import dien_in, haal_declaratie, verwerp_proef
from dakpan.betaling.declaratie.motiveren import motiveer as bewaar_motivering
from dakpan.betaling.declaratie.motivering import met_motivering, te_motiveren
from dakpan.betaling.declaratie.motiveringvragen import MOTIVERING
from dakpan.betaling.declaratie.opmerkingen import LANGSTE
from dakpan.betaling.declaratie.papier import als_pdf
from dakpan.betaling.declaratie.regelkeuze import blijft_achter, kies_regels
from dakpan.betaling.factureren.facturen import factuur_bij
from dakpan.betaling.factureren.post import factuurmailadres, verzendingen
from dakpan.betaling.formulieren import OORDEEL, OORDEEL_OVER_NIETS
from dakpan.betaling.inzien import leg_vast
from dakpan.betaling.tables import Declaratie
from dakpan.betaling.terugvragen.beantwoorden import terugvraag_bij
from dakpan.betaling.terugvragen.vragen import mag_vragen
from dakpan.betaling.toestanden import TERUG, Declaratiestatus
from dakpan.betaling.verzamelen import TELT, latere_einddeclaratie
from dakpan.betaling.views import bp, correctie, toon, urenregels
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak
from dakpan.dossier.voortgang import Voortgang
from dakpan.dossier.zaken import open_stap
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import Gewijzigd
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht
from dakpan.uren.afspraken.vastleggen import geldende
from dakpan.web.formulier import Ingevuld
from dakpan.web.verzoek import handeling, instellingen, zaak_of_404

DECLARATIE = "/zaken/<tenant_id>/<uuid:zaak_id>/declaraties/<uuid:declaratie_id>"


@bp.get(DECLARATIE)
def declaratie(tenant_id: str, zaak_id: UUID, declaratie_id: UUID) -> Any:
    """De declaratie met elk cijfer, open te klappen tot zijn stappen en bronnen."""
    zaak, rij = haal(tenant_id, zaak_id, declaratie_id)
    leg_vast(handeling(), [zaak], f"declaratie {rij.nummer or 'op proef'}")
    # Wie van een steekproef komt begint bij goedkeuren wat klopt; kiezen en insturen doet hij zelf.
    deels = request.args.get("oordeel") == "deels"
    return toon_declaratie(zaak, rij, OORDEEL.leeg({"oordeel": "deels"} if deels else {}, versie=rij.versie))


@bp.get(f"{DECLARATIE}/declaratie.pdf")
def papier(tenant_id: str, zaak_id: UUID, declaratie_id: UUID) -> Response:
    """De declaratie als pdf, op proef of definitief; wie haar ophaalt wordt vastgelegd."""
    zaak, rij = haal(tenant_id, zaak_id, declaratie_id)
    pdf = als_pdf(zaak, rij, handeling().regelboek.tenants[tenant_id].naam)
    naam = f"declaratie-{tenant_id}-{rij.nummer or f'proef-{zaak.nummer}'}.pdf"
    leg_vast(handeling(), [zaak], f"declaratie {rij.nummer or 'op proef'} als pdf")
    return send_file(BytesIO(pdf), "application/pdf", as_attachment=True, download_name=naam, max_age=None)


@bp.post(f"{DECLARATIE}/weg")
def gooi_weg(tenant_id: str, zaak_id: UUID, declaratie_id: UUID) -> Any:
    """Gooit de proef weg."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    verwerp_proef(handeling(), zaak, declaratie_id, toon.versie())
    flash(_("De proefdeclaratie is weggegooid; de uren blijven te declareren."), "goed")
    return redirect(url_for("betaling.declareren", tenant_id=tenant_id, zaak_id=zaak_id), 303)


@bp.post(f"{DECLARATIE}/regels")
def kies(tenant_id: str, zaak_id: UUID, declaratie_id: UUID) -> Any:
    """Rekent de proef opnieuw, met alleen de aangevinkte uren."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    gekozen = [een for een in map(_als_id, request.form.getlist("regel")) if een is not None]
    return _probeer(
        lambda: kies_regels(handeling(), zaak, declaratie_id, toon.versie(), gekozen),
        (tenant_id, zaak_id, declaratie_id),
        str(_("De proef is opnieuw berekend met de gekozen uren.")),
    )


@bp.post(f"{DECLARATIE}/motivering")
def motiveer(tenant_id: str, zaak_id: UUID, declaratie_id: UUID) -> Any:
    """Bewaart waarom er meer tijd in de verantwoordingsrapportage zit."""
    zaak, rij = haal(tenant_id, zaak_id, declaratie_id)
    ingevuld = MOTIVERING.lees(request.form)
    if not ingevuld.geldig:
        return toon_declaratie(zaak, rij, OORDEEL.leeg(versie=rij.versie), gemotiveerd=ingevuld), 422
    return _probeer(
        lambda: bewaar_motivering(handeling(), zaak, declaratie_id, toon.versie(), ingevuld.gelezen["motivering"]),
        (tenant_id, zaak_id, declaratie_id),
        str(_("De motivering is bewaard.")),
    )


@bp.get(f"{DECLARATIE}/indienen")
def bevestig_indienen(tenant_id: str, zaak_id: UUID, declaratie_id: UUID) -> Any:
    """Vraagt of het echt definitief mag: daarna kan er niets meer aan veranderen."""
    zaak, rij = haal(tenant_id, zaak_id, declaratie_id)
    open_stap(handeling(), zaak, Zaakstap.DECLARATIE)
    if rij.status is not Declaratiestatus.PROEF:
        return redirect(naar(rij), 303)
    return render_template(
        "betaling/indienen.html",
        zaak=zaak,
        rij=rij,
        soort=toon.soort(rij.soort),
        achter=blijft_achter(handeling(), zaak, rij),
    )


@bp.post(f"{DECLARATIE}/indienen")
def definitief(tenant_id: str, zaak_id: UUID, declaratie_id: UUID) -> Any:
    """Maakt de declaratie definitief en dient haar in."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    return _probeer(
        lambda: dien_in(handeling(), zaak, declaratie_id, toon.versie()),
        (tenant_id, zaak_id, declaratie_id),
        str(_("De declaratie is ingediend bij de financier.")),
    )


def _probeer(doe: Callable[[], Declaratie], waar: tuple[str, UUID, UUID], gelukt: str) -> Any:
    """Doet het, of toont de declaratie met waarom het niet kan."""
    try:
        rij = doe()
    except InvoerFout as fout:
        return _met_bezwaar(waar, "; ".join(een.melding for een in fout.fouten)), 422
    except (KanNiet, Gewijzigd) as fout:
        return _met_bezwaar(waar, str(fout)), 409
    flash(gelukt, "goed")
    return redirect(naar(rij), 303)


def _met_bezwaar(waar: tuple[str, UUID, UUID], bezwaar: str) -> str:
    zaak, rij = haal(*waar)
    return toon_declaratie(zaak, rij, OORDEEL.leeg(versie=rij.versie), bezwaar=bezwaar)


def _als_id(tekst: str) -> UUID | None:
    try:
        return UUID(tekst)
    except ValueError:
        return None


def haal(tenant_id: str, zaak_id: UUID, declaratie_id: UUID) -> tuple[Zaak, Declaratie]:
    """De zaak en deze declaratie ervan."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    return zaak, haal_declaratie(handeling(), zaak, declaratie_id)


def naar(rij: Declaratie) -> str:
    """Het adres van deze declaratie."""
    return url_for("betaling.declaratie", tenant_id=rij.tenant_id, zaak_id=rij.zaak_id, declaratie_id=rij.id)


def toon_declaratie(
    zaak: Zaak, rij: Declaratie, ingevuld: Ingevuld, bezwaar: str = "", gemotiveerd: Ingevuld | None = None
) -> str:
    """De hele pagina, met wat er in het oordeel is getypt en waarom iets niet kon."""
    organisatie = handeling().vrager.kant is Kant.ORGANISATIE
    factuur = factuur_bij(handeling(), rij)
    beoordelen = rij.status is Declaratiestatus.INGEDIEND and mag_oordelen(handeling(), rij)
    kent_factuur = Voortgang.uit(zaak.stappen, ()).stap(Zaakstap.FACTUUR) is not None
    return render_template(
        "betaling/declaratie.html",
        zaak=zaak,
        rij=rij,
        factuur=factuur,
        verzonden=verzendingen(handeling(), factuur) if factuur is not None else [],
        mailadres=factuurmailadres(handeling(), rij.tenant_id),
        mag_versturen=organisatie and factuur is not None and handeling().mag(Recht.DECLAREREN) and _heeft_post(),
        soort=toon.soort(rij.soort),
        staat=toon.staat_van(rij),
        samengevat=_samengevat(rij),
        ingediend=Cijfers.uit(rij.uitkomst) if rij.bedrag_incl is not None else None,
        veranderd=correctie.blok(handeling(), rij),
        **correctie.verder(handeling(), rij),
        delen=rij.uitkomst["per_jaar"],
        regels=urenregels.van_declaratie(zaak, rij, beoordelen=beoordelen),
        te_kiezen=urenregels.te_kiezen(zaak, rij),
        langste=LANGSTE,
        form=OORDEEL_OVER_NIETS if rij.bedrag_incl == NUL_EURO else OORDEEL,
        ingevuld=ingevuld,
        bezwaar=bezwaar,
        opviel=met_motivering(rij),
        motivering_vorm=MOTIVERING if te_motiveren(rij) is not None else None,
        gemotiveerd=gemotiveerd or MOTIVERING.leeg({"motivering": rij.motivering}, versie=rij.versie),
        afspraken=geldende(handeling(), {(zaak.tenant_id, zaak.id)}).get((zaak.tenant_id, zaak.id), ()),
        verzoek=terugvraag_bij(handeling(), rij),
        **_betaling(rij),
        mag_terugvragen=mag_vragen(handeling(), rij),
        is_ingediend=rij.status is Declaratiestatus.INGEDIEND,
        is_terug=rij.status in TERUG,
        eind=latere_einddeclaratie(handeling(), rij) if beoordelen or rij.status in TERUG else "",
        is_proef=rij.status is Declaratiestatus.PROEF,
        mag_lijst=any(map(handeling().mag, toon.LIJST_LEZEN)),
        mag_indienen=organisatie and handeling().mag(Recht.DECLAREREN),
        eerder_open=[] if organisatie else [een.nummer for een in eerder_zonder_oordeel(handeling(), rij)],
        mag_oordelen=beoordelen,
        niemand_over=beoordelen and niemand_over(handeling(), rij.tenant_id),
        mag_factureren=organisatie
        and kent_factuur
        and factuur is None
        and rij.status in TELT
        and bool(rij.bedrag_incl and rij.bedrag_incl.centen)
        and handeling().mag(Recht.DECLAREREN),
    )


def _betaling(rij: Declaratie) -> dict[str, Any]:
    """De betaling die uit de declaratie volgde, voor wie haar mag zien. De organisatie leest haar bij de zaak."""
    betaling = betaling_van(handeling(), rij) if rij.status is Declaratiestatus.GOEDGEKEURD else None
    eindpunt = "betaling.betalen" if handeling().vrager.kant is Kant.FINANCIER else "zaak.toon"
    return {
        "betaling": betaling,
        "betaalstaat": toon.betaalstaat(betaling.status) if betaling is not None else None,
        "naar_betaling": url_for(eindpunt, tenant_id=rij.tenant_id, zaak_id=rij.zaak_id),
    }


def _heeft_post() -> bool:
    """Verstuurt dit loket e-mail? Anders blijft het bij ophalen."""
    return bool(instellingen().smtp or instellingen().post_map)


def _samengevat(rij: Declaratie) -> dict[str, str]:
    """``Toegekend 27:13, eerder 12:20``: de sommen in woorden, zoals zij op de declaratie staan."""
    toegekend = Duur.uit_uren(Uren.uit_iso(rij.invoer["toegekend_uren"]))
    eerder = sum(Duur.uit_tekst(een["duur"]).minuten for een in rij.invoer["eerder_gedeclareerd"])
    totaal = Duur.uit_tekst(rij.uitkomst["totaal_duur"])
    return {
        "toegekend": str(toegekend),
        "eerder": str(Duur(eerder)),
        "totaal": str(totaal),
        "samen": str(Duur(eerder + totaal.minuten)),
        "correctie": rij.uitkomst["correctie"],
        "declarabel": rij.uitkomst["declarabel"],
        "uren": Uren.uit_iso(rij.uitkomst["declarabel_uren"]).nederlands,
        "resterend": rij.uitkomst["resterend"],
    }
