"""Wat een andere financier meegaf: de lijst, één ervan, aannemen of niet, en er een aanvraag mee beginnen."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from flask import flash, render_template, request, url_for
from flask_babel import gettext as _

from dakpan.aanvraag.meegeven import ontvangen
from dakpan.aanvraag.meegeven.formulier import OORDEEL, STANDEN
from dakpan.aanvraag.meegeven.tables import Meegegeven
from dakpan.aanvraag.meegeven.toestanden import MEEGEVEN
from dakpan.aanvraag.meegeven.toon import per_deel
from dakpan.aanvraag.views.deur import adres, bp, naar
from dakpan.begrippen.toestand import KanNiet
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import Gewijzigd
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht
from dakpan.web.aanmelden.bezorgen import bezorg_straks
from dakpan.web.bestand import om_te_bewaren
from dakpan.web.formulier import Ingevuld
from dakpan.web.verzoek import handeling, regelboek

EEN = "/overgedragen/<uuid:meegave_id>"


@bp.get("/overgedragen")
def overgedragen() -> str:
    """Wat andere financiers meegaven, het laatste eerst."""
    rijen = ontvangen.lijst(handeling())
    return render_template("meegeven/lijst.html", rijen=rijen, standen=STANDEN, financiers=_financiers())


@bp.get(EEN)
def meegave(meegave_id: UUID) -> str:
    """Precies wat er meeging."""
    rij = ontvangen.haal(handeling(), meegave_id)
    return _pagina(rij, OORDEEL.leeg(versie=rij.versie))


@bp.post(EEN)
def beoordeel_meegave(meegave_id: UUID) -> Any:
    """Aannemen, niet aannemen, of er een aanvraag mee beginnen."""
    rij, ingevuld, doe = ontvangen.haal(handeling(), meegave_id), OORDEEL.lees(request.form), request.form.get("doe")
    if not ingevuld.geldig:
        return _pagina(rij, ingevuld), 422
    try:
        if doe == "begin":
            zaak = ontvangen.begin(handeling(), meegave_id, ingevuld.versie)
            flash(_("De aanvraag is begonnen met wat er meeging. Kijk elke pagina na."), "goed")
            return naar(adres("aanvraag.formulier", zaak))
        if doe == "weiger":
            ontvangen.weiger(handeling(), meegave_id, ingevuld.versie, ingevuld.gelezen.get("oordeel") or "")
            flash(_("Niet aangenomen. Wat er was meegegeven is hier verwijderd."), "goed")
        else:
            ontvangen.neem_aan(handeling(), meegave_id, ingevuld.versie)
            flash(_("Aangenomen. Er kan nu een aanvraag mee beginnen."), "goed")
    except InvoerFout as fout:
        return _pagina(ontvangen.haal(handeling(), meegave_id), ingevuld.met(fout)), 422
    except (KanNiet, Gewijzigd) as fout:
        vers = ontvangen.haal(handeling(), meegave_id)
        return _pagina(vers, replace(ingevuld.met_melding(str(fout)), versie=vers.versie)), 409
    bezorg_straks()
    return naar(url_for("aanvraag.meegave", meegave_id=meegave_id))


@bp.get("/overgedragen/stukken/<uuid:stuk_id>")
def meegavestuk(stuk_id: UUID) -> Any:
    """Een document dat meeging, om te bewaren."""
    stuk = ontvangen.haal_stuk(handeling(), stuk_id)
    return om_te_bewaren(stuk.bestandsnaam, stuk.mediatype, stuk.inhoud)


def _pagina(rij: Meegegeven, ingevuld: Ingevuld) -> str:
    mij, van_financier = handeling(), handeling().vrager.kant is Kant.FINANCIER
    opent = mij.mag(Recht.ZAAK_OPENEN if van_financier else Recht.AANVRAAG_WIJZIGEN)
    return render_template(
        "meegeven/een.html",
        rij=rij,
        stand=STANDEN[rij.status],
        mee=per_deel(rij.antwoorden),
        stukken=ontvangen.stukken_van(mij, rij),
        financiers=_financiers(),
        mag_oordelen=MEEGEVEN.kan(rij.status, "neem_aan") and van_financier and mij.mag(Recht.BESLISSEN),
        mag_beginnen=MEEGEVEN.kan(rij.status, "begin") and opent,
        form=OORDEEL,
        ingevuld=ingevuld,
    )


def _financiers() -> dict[str, str]:
    return {slug: een.naam for slug, een in regelboek().tenants.items()}
