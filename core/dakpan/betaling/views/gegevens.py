"""De rekening en het factuuradres van een financier, en de factuurgegevens van een organisatie."""

from dataclasses import replace
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from dakpan.betaling.betalen.betalingen import rekening_van, tenant_van
from dakpan.betaling.formulieren import ORGANISATIE
from dakpan.betaling.rekening.formulier import REKENING
from dakpan.betaling.rekening.gegevens import (
    Adresgegevens,
    Organisatiegegevens,
    Rekeninggegevens,
    bewaar_factuuradres,
    bewaar_organisatie,
    bewaar_rekening,
    eigen_organisatie,
)
from dakpan.betaling.tables import Betaalrekening, Factuuradres
from dakpan.betaling.views import bp
from dakpan.opslag.fouten import Gewijzigd
from dakpan.opslag.geschiedenis import van_financier, wijzigingen_van
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.partijen.rechten import Recht
from dakpan.partijen.tables import Organisatie
from dakpan.web.aanmelden.bezorgen import bezorg_straks
from dakpan.web.formulier import Ingevuld
from dakpan.web.verzoek import handeling


@bp.get("/betalingen/rekening")
def rekening() -> Any:
    """Van welke rekening wordt er betaald, en waar gaan facturen heen?"""
    return _rekeningpagina(_bekend())


@bp.post("/betalingen/rekening")
def bewaar() -> Any:
    """Bewaart beide, of zegt per veld wat er niet klopt."""
    _van_financier()
    ingevuld = REKENING.lees(request.form)
    if not ingevuld.geldig:
        return _rekeningpagina(ingevuld), 422
    try:
        _bewaar_beide(handeling(), ingevuld.gelezen, ingevuld.versie)
    except Gewijzigd as fout:
        opnieuw = replace(ingevuld.met_melding(str(fout)), versie=_versie_nu())
        return _rekeningpagina(opnieuw), 409
    flash(_("De rekening en het factuuradres zijn opgeslagen."), "goed")
    return redirect(url_for("betaling.betalingen"), 303)


@gebruiksgeval("rekening en factuuradres opgeslagen")
def _bewaar_beide(deze: Handeling, gelezen: dict[str, Any], versie: int | None) -> None:
    rij, factuuradres = rekening_van(deze), deze.sessie.get(Factuuradres, tenant_van(deze))
    if versie != _versie(rij, factuuradres):
        raise Gewijzigd
    nu = rij.versie if rij is not None else None
    bewaar_rekening(deze, Rekeninggegevens(gelezen["naam"], gelezen["iban"], gelezen.get("bic")), nu)
    velden = ("straat", "postcode", "plaats", "oin", "kvk", "email")
    adres: dict[str, Any] = {naam: gelezen.get(naam) for naam in velden}
    nu = factuuradres.versie if factuuradres is not None else None
    bewaar_factuuradres(deze, Adresgegevens(naam=gelezen["factuurnaam"], **adres), nu)


def _versie(*rijen: Betaalrekening | Factuuradres | None) -> int | None:
    """Beide staan op één pagina. Versies gaan alleen omhoog: hun som verandert zodra één van de twee verandert."""
    return sum(rij.versie for rij in rijen if rij is not None) or None


def _versie_nu() -> int | None:
    adres = handeling().sessie.get(Factuuradres, _van_financier(), populate_existing=True)
    return _versie(rekening_van(handeling()), adres)


def _van_financier() -> str:
    tenant_id = tenant_van(handeling())
    handeling().vereis(Recht.BETALEN)
    return tenant_id


def _bekend() -> Ingevuld:
    """Het formulier met wat er al is; de naam van de financier is het begin."""
    tenant_id, rij = _van_financier(), rekening_van(handeling())
    adres = handeling().sessie.get(Factuuradres, tenant_id)
    naam = handeling().regelboek.tenants[tenant_id].naam
    waarden = {"naam": naam[:70], "factuurnaam": naam} | _van_rekening(rij) | _van_adres(adres)
    return REKENING.leeg(waarden, versie=_versie(rij, adres))


def _van_rekening(rij: Betaalrekening | None) -> dict[str, Any]:
    return {} if rij is None else {"naam": rij.naam, "iban": rij.iban, "bic": rij.bic}


def _van_adres(rij: Factuuradres | None) -> dict[str, Any]:
    if rij is None:
        return {}
    velden = ("oin", "kvk", "straat", "postcode", "plaats", "email")
    return {"factuurnaam": rij.naam, **{veld: getattr(rij, veld) for veld in velden}}


@bp.get("/organisatie")
def organisatie() -> Any:
    """Wat staat er van deze organisatie op een factuur?"""
    rij = eigen_organisatie(handeling())
    handeling().vereis(Recht.DECLAREREN)
    velden = ("btw_nummer", "iban", "straat", "postcode", "plaats")
    ingevuld = ORGANISATIE.leeg({veld: getattr(rij, veld) for veld in velden}, versie=rij.versie)
    return _organisatiepagina(rij, ingevuld)


@bp.post("/organisatie")
def bewaar_eigen() -> Any:
    """Bewaart wat er op de factuur komt."""
    rij = eigen_organisatie(handeling())
    handeling().vereis(Recht.DECLAREREN)
    ingevuld = ORGANISATIE.lees(request.form)
    if not ingevuld.geldig:
        return _organisatiepagina(rij, ingevuld), 422
    velden = ("btw_nummer", "iban", "straat", "postcode", "plaats")
    gegevens = Organisatiegegevens(*(ingevuld.gelezen.get(veld) for veld in velden))
    try:
        bewaar_organisatie(handeling(), gegevens, ingevuld.versie)
    except Gewijzigd as fout:
        nu = eigen_organisatie(handeling())
        return _organisatiepagina(nu, replace(ingevuld.met_melding(str(fout)), versie=nu.versie)), 409
    bezorg_straks()
    flash(_("De gegevens van uw organisatie zijn opgeslagen."), "goed")
    return redirect(url_for("betaling.organisatie"), 303)


def _organisatiepagina(rij: Organisatie, ingevuld: Ingevuld) -> str:
    wijzigingen = wijzigingen_van(handeling().sessie, handeling().vrager, rij.id)
    return render_template(
        "betaling/organisatie.html", rij=rij, form=ORGANISATIE, ingevuld=ingevuld, wijzigingen=wijzigingen
    )


def _rekeningpagina(ingevuld: Ingevuld) -> str:
    rij, vrager = rekening_van(handeling()), handeling().vrager
    ids = [van_financier(_van_financier()), *([rij.id] if rij is not None else [])]
    return render_template(
        "betaling/rekening.html",
        form=REKENING,
        ingevuld=ingevuld,
        wijzigingen=wijzigingen_van(handeling().sessie, vrager, *ids),
    )
