"""Definitief maken, ondertekenen, indienen en intrekken."""

from typing import Any
from uuid import UUID

from flask import flash, render_template, request
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from dakpan.aanvraag import indienen as teken_in
from dakpan.aanvraag.domain.stukken import Partij
from dakpan.aanvraag.domain.toestanden import AANVRAAG
from dakpan.aanvraag.indienen import LANGSTE_NAAM, onderteken, ondertekenaars, wie_indient
from dakpan.aanvraag.inhoud import haal_aanvraag
from dakpan.aanvraag.namen import PARTIJEN
from dakpan.aanvraag.tables import Aanvraag
from dakpan.aanvraag.views.deur import ZAAK, adres, bp, naar, of_terug, zaakpagina
from dakpan.aanvraag.views.gereed import gereedheid
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import waarom_niet
from dakpan.invoer.fouten import InvoerFout
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import datumveld, tekstveld
from dakpan.wandeling import aanvragen
from dakpan.web.formulier import Formulier, Groep, Ingevuld, Veld
from dakpan.web.opmaak import datum
from dakpan.web.verzoek import handeling, zaak_of_404


class Handtekeningvragen(Strikt):
    naam = tekstveld(LANGSTE_NAAM, required=True)
    op = datumveld(required=True)


HANDTEKENING = Formulier(
    [
        Groep(
            _l("Wie tekende?"),
            [
                Veld("naam", _l("Naam van wie tekende"), verplicht=True, max=LANGSTE_NAAM),
                Veld("op", _l("Datum van de handtekening"), "datum", verplicht=True),
            ],
        )
    ],
    Handtekeningvragen,
)


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


@bp.get(f"{ZAAK}/ondertekenen")
def ondertekenen(tenant_id: str, zaak_id: UUID) -> Any:
    """Wie tekende al, en wie is nu aan de beurt?"""
    zaak = zaak_of_404(tenant_id, zaak_id)
    aanvraag = haal_aanvraag(handeling(), zaak)
    return _tekenpagina(zaak, aanvraag, HANDTEKENING.leeg({"op": handeling().vandaag}, versie=aanvraag.versie))


@bp.post(f"{ZAAK}/ondertekenen")
def teken(tenant_id: str, zaak_id: UUID) -> Any:
    """Legt de volgende handtekening vast."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    ingevuld = HANDTEKENING.lees(request.form)
    if not ingevuld.geldig:
        return _tekenpagina(zaak, haal_aanvraag(handeling(), zaak), ingevuld), 422
    try:
        gelezen = ingevuld.gelezen
        partij = _partij(request.form.get("partij", ""))
        onderteken(handeling(), zaak, partij, gelezen["naam"], dag=gelezen["op"], versie=ingevuld.versie)
    except InvoerFout as fout:
        return _tekenpagina(*_vers(zaak), ingevuld.met(fout)), 422
    except KanNiet as fout:
        return _tekenpagina(*_vers(zaak), ingevuld.met_melding(str(fout))), 409
    flash(_("De handtekening is vastgelegd."), "goed")
    return naar(adres("aanvraag.ondertekenen", zaak))


@bp.post(f"{ZAAK}/ondertekenen/intrekken")
@of_terug("aanvraag.ondertekenen")
def trek_handtekening_in(tenant_id: str, zaak_id: UUID) -> Any:
    """Haalt de laatste handtekening weg; wie het deed en wat er stond blijft in de geschiedenis."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    teken_in.trek_handtekening_in(handeling(), zaak, request.form.get("versie", type=int))
    flash(_("De handtekening is ingetrokken. Leg haar opnieuw vast."), "goed")
    return naar(adres("aanvraag.ondertekenen", zaak))


def _vers(zaak: Zaak) -> tuple[Zaak, Aanvraag]:
    opnieuw = zaak_of_404(zaak.tenant_id, zaak.id)
    return opnieuw, haal_aanvraag(handeling(), opnieuw)


def _partij(tekst: str) -> Partij:
    try:
        return Partij(tekst)
    except ValueError as fout:
        raise KanNiet(_("Kies wie er tekende.")) from fout


def _tekenpagina(zaak: Zaak, aanvraag: Aanvraag, ingevuld: Ingevuld) -> str:
    volgorde = ondertekenaars(handeling(), zaak, aanvraag)
    nog = volgorde[len(aanvraag.handtekeningen) :]
    return render_template(
        "aanvraag/ondertekenen.html",
        rijen=[_rij(aanvraag, nummer, partij) for nummer, partij in enumerate(volgorde)],
        zaak=zaak,
        aanvraag=aanvraag,
        form=HANDTEKENING,
        ingevuld=ingevuld,
        volgorde=volgorde,
        nu=nog[0] if nog else None,
        kan=AANVRAAG.kan(aanvraag.status, "onderteken") and not waarom_niet(handeling(), zaak, Zaakstap.ONDERTEKENING),
        laatste=aanvraag.handtekeningen[-1]["naam"] if aanvraag.handtekeningen else None,
        mag_indienen=not waarom_niet(handeling(), zaak, Zaakstap.INDIENEN),
        indieners=wie_indient(handeling(), zaak),
    )


def _rij(aanvraag: Aanvraag, nummer: int, partij: Partij) -> dict[str, Any]:
    gezet = aanvraag.handtekeningen
    rij: dict[str, Any] = {"wie": PARTIJEN[partij], "naam": None, "op": None}
    if nummer < len(gezet):
        handtekening = {"naam": gezet[nummer]["naam"], "op": datum(gezet[nummer]["op"])}
        return {**rij, **handtekening, "stand": {"tekst": _("getekend"), "status": "goed"}}
    if nummer == len(gezet):
        return {**rij, "stand": {"tekst": _("aan de beurt"), "status": "bezig"}}
    return {**rij, "stand": {"tekst": _("later"), "status": "neutraal"}}


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
    return render_template("aanvraag/intrekken.html", zaak=zaak, aanvraag=aanvraag, kan=kan)


@bp.post(f"{ZAAK}/intrekken")
@of_terug("aanvraag.intrekken")
def trek_in(tenant_id: str, zaak_id: UUID) -> Any:
    """Trekt de aanvraag in."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    aanvragen.trek_in(handeling(), zaak)
    flash(_("De aanvraag is ingetrokken."), "goed")
    return naar(zaakpagina(zaak))
