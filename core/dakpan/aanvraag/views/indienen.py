"""Definitief maken, indienen en intrekken."""

from typing import Any
from uuid import UUID

from flask import flash, render_template
from flask_babel import gettext as _

from dakpan.aanvraag.domain.toestanden import AANVRAAG
from dakpan.aanvraag.domain.vervanging import Afloop
from dakpan.aanvraag.indienen import wie_indient
from dakpan.aanvraag.inhoud import haal_aanvraag
from dakpan.aanvraag.namen import PARTIJEN
from dakpan.aanvraag.views.deur import ZAAK, adres, bp, naar, of_terug, zaakpagina
from dakpan.aanvraag.views.gereed import gereedheid
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.zaken import waarom_niet
from dakpan.opslag.vrager import Kant
from dakpan.wandeling import aanvragen
from dakpan.wandeling.vervangen import regel_voor
from dakpan.web.verzoek import handeling, zaak_of_404


@bp.get(f"{ZAAK}/definitief")
def definitief(tenant_id: str, zaak_id: UUID) -> Any:
    """Vraagt of de aanvraag definitief mag worden; daarna is zij niet meer te wijzigen."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    aanvraag = haal_aanvraag(handeling(), zaak)
    kan = AANVRAAG.kan(aanvraag.status, "maak_definitief")
    return render_template("aanvraag/definitief.html", zaak=zaak, aanvraag=aanvraag, kan=kan)


@bp.post(f"{ZAAK}/definitief")
@of_terug("aanvraag.controle")
def maak_definitief(tenant_id: str, zaak_id: UUID) -> Any:
    """Maakt de aanvraag definitief."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    aanvraag = aanvragen.maak_definitief(handeling(), zaak)
    flash(_("De aanvraag is definitief en heet nu %(nummer)s.", nummer=aanvraag.nummer), "goed")
    return naar(adres("aanvraag.indienen", zaak))


@bp.get(f"{ZAAK}/indienen")
def indienen(tenant_id: str, zaak_id: UUID) -> Any:
    """Kan de aanvraag worden ingediend, en zo nee: wat moet er eerst?"""
    zaak = zaak_of_404(tenant_id, zaak_id)
    aanvraag = haal_aanvraag(handeling(), zaak)
    return render_template(
        "aanvraag/indienen.html",
        zaak=zaak,
        aanvraag=aanvraag,
        waar={"tenant_id": tenant_id, "zaak_id": zaak_id},
        kan=AANVRAAG.kan(aanvraag.status, "dien_in"),
        mag=not waarom_niet(handeling(), zaak, Zaakstap.INDIENEN),
        indieners=wie_indient(handeling(), zaak),
        gereed=gereedheid(handeling(), zaak, aanvraag),
        namen=PARTIJEN,
        vandaag=handeling().vandaag,
        van_financier=handeling().vrager.kant is Kant.FINANCIER,
    )


@bp.post(f"{ZAAK}/indienen")
@of_terug("aanvraag.indienen")
def dien_in(tenant_id: str, zaak_id: UUID) -> Any:
    """Dient de aanvraag in: vandaag is de dag van ontvangst."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    aanvraag = aanvragen.dien_in(handeling(), zaak)
    flash(_("Aanvraag %(nummer)s is ingediend. Vandaag is de dag van ontvangst.", nummer=aanvraag.nummer), "goed")
    return naar(zaakpagina(zaak))


@bp.get(f"{ZAAK}/intrekken")
def intrekken(tenant_id: str, zaak_id: UUID) -> Any:
    """Vraagt of de aanvraag echt niet doorgaat."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    aanvraag = haal_aanvraag(handeling(), zaak)
    kan = AANVRAAG.kan(aanvraag.status, "trek_in")
    regel = regel_voor(handeling(), aanvraag)
    te_vervangen = regel is not None and Afloop.INGETROKKEN in regel.na
    return render_template("aanvraag/intrekken.html", zaak=zaak, aanvraag=aanvraag, kan=kan, te_vervangen=te_vervangen)


@bp.post(f"{ZAAK}/intrekken")
@of_terug("aanvraag.intrekken")
def trek_in(tenant_id: str, zaak_id: UUID) -> Any:
    """Trekt de aanvraag in."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    aanvragen.trek_in(handeling(), zaak)
    flash(_("De aanvraag is ingetrokken."), "goed")
    return naar(zaakpagina(zaak))
