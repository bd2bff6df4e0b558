"""Oordelen over een declaratie: goedkeuren, goedkeuren wat klopt, of terugsturen."""

from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, request
from flask_babel import gettext as _

from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.beoordelen import keur_declaratie
from dakpan.betaling.corrigeren.deels import Vooruitblik, blik_vooruit, keur_deels
from dakpan.betaling.domain import Declaratiesoort
from dakpan.betaling.formulieren import OORDEEL
from dakpan.betaling.verzamelen import latere_einddeclaratie
from dakpan.betaling.views import bp, toon, urenregels
from dakpan.betaling.views.declaratie import DECLARATIE, haal, naar, toon_declaratie
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import Gewijzigd
from dakpan.partijen.rechten import Recht
from dakpan.web.formulier import Ingevuld
from dakpan.web.verzoek import handeling

Waar = tuple[str, UUID, UUID]


@bp.post(f"{DECLARATIE}/oordeel")
def beoordeel(tenant_id: str, zaak_id: UUID, declaratie_id: UUID) -> Any:
    """De financier keurt goed, keurt goed wat klopt, of stuurt terug met een reden."""
    waar = (tenant_id, zaak_id, declaratie_id)
    zaak, rij = haal(*waar)
    handeling().vereis(Recht.DECLARATIE_BEOORDELEN)
    ingevuld = OORDEEL.lees(request.form)
    if not ingevuld.geldig:
        return toon_declaratie(zaak, rij, ingevuld), 422
    keuze, reden = ingevuld.gelezen["oordeel"], ingevuld.gelezen.get("reden", "")
    goed, bij_uren = keuze == "goed", urenregels.getypt()
    try:
        if keuze == "deels":
            blik = blik_vooruit(handeling(), zaak, declaratie_id, toon.versie(), bij_uren)
            return _vraag(zaak, blik, reden)
        keur_declaratie(handeling(), zaak, declaratie_id, toon.versie(), goed=goed, reden=reden, opmerkingen=bij_uren)
    except (InvoerFout, KanNiet, Gewijzigd) as fout:
        return _niet_gelukt(waar, ingevuld, fout)
    flash(_uitslag(rij.bedrag_incl, goed=goed), "goed")
    return redirect(naar(rij), 303)


def _uitslag(bedrag: Bedrag | None, *, goed: bool) -> str:
    if not goed:
        return str(_("Teruggestuurd naar de organisatie."))
    if bedrag == NUL_EURO:
        return str(_("Goedgekeurd. Er is niets te betalen."))
    return str(_("Goedgekeurd: de betaling staat klaar."))


@bp.post(f"{DECLARATIE}/oordeel/deels")
def keur_wat_klopt(tenant_id: str, zaak_id: UUID, declaratie_id: UUID) -> Any:
    """Na de som: ja, dit wordt betaald; of toch terug naar het oordeel, met alles wat er was getypt."""
    waar = (tenant_id, zaak_id, declaratie_id)
    zaak, rij = haal(*waar)
    handeling().vereis(Recht.DECLARATIE_BEOORDELEN)
    ingevuld = OORDEEL.lees(request.form)
    if "bevestigd" not in request.form:
        return toon_declaratie(zaak, rij, ingevuld)
    if not ingevuld.geldig:
        return toon_declaratie(zaak, rij, ingevuld), 422
    reden = ingevuld.gelezen.get("reden", "")
    try:
        keur_deels(handeling(), zaak, declaratie_id, toon.versie(), urenregels.getypt(), reden=reden)
    except (InvoerFout, KanNiet, Gewijzigd) as fout:
        return _niet_gelukt(waar, ingevuld, fout)
    flash(_("Goedgekeurd wat klopt: de betaling staat klaar. De organisatie leest wat er niet meeging."), "goed")
    return redirect(naar(rij), 303)


def _niet_gelukt(waar: Waar, ingevuld: Ingevuld, fout: Exception) -> Any:
    """De declaratie met wat er was getypt, en waarom het niet kon."""
    zaak, rij = haal(*waar)
    if isinstance(fout, InvoerFout):
        return toon_declaratie(zaak, rij, ingevuld.met(fout)), 422
    return toon_declaratie(zaak, rij, ingevuld.met_melding(str(fout))), 409


def _vraag(zaak: Zaak, blik: Vooruitblik, reden: str) -> str:
    """De som, voordat iemand bevestigt."""
    rij = blik.rij
    return render_template(
        "betaling/deels.html",
        zaak=zaak,
        rij=rij,
        rest=blik.rest,
        eruit=[een for een in urenregels.van_declaratie(zaak, rij, beoordelen=False) if een["id"] in blik.bij],
        reden=reden,
        is_eind=rij.soort is Declaratiesoort.EIND,
        eind=latere_einddeclaratie(handeling(), rij),
    )
