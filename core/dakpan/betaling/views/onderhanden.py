"""Onderhanden werk op het scherm, per bladzijde, en desgevraagd op één blad om af te drukken."""

from datetime import date
from io import BytesIO
from typing import Any
from uuid import UUID

from flask import render_template, request, send_file, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from dakpan.betaling.onderhanden.lezen import Onderhanden, Tijdvak, bladzijde, onderhanden_werk, samen
from dakpan.betaling.onderhanden.papier import LANGSTE_OMSCHRIJVING, TEN_HOOGSTE, onderhanden_pdf
from dakpan.betaling.views import bp
from dakpan.betaling.views.financier import gekozen, keuzes
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import tekstveld
from dakpan.opslag.bladeren import Blad, Vanaf
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.vrager import Kant
from dakpan.uren.toestanden import Urenstatus
from dakpan.web.formulier import Formulier, Groep, Ingevuld, Veld
from dakpan.web.verzoek import handeling


class Papiervragen(Strikt):
    omschrijving = tekstveld(LANGSTE_OMSCHRIJVING)


PAPIER = Formulier(
    (
        Groep(
            _l("Als pdf"),
            (
                Veld(
                    "omschrijving",
                    _l("Omschrijving"),
                    max=LANGSTE_OMSCHRIJVING,
                    hulp=_l("Komt bovenaan te staan, bijvoorbeeld waarvoor u dit overzicht maakt."),
                ),
            ),
            _l(
                "Met het tijdvak dat u hierboven koos: alle totalen, en ten hoogste de %(aantal)s nieuwste zaken.",
                aantal=TEN_HOOGSTE,
            ),
        ),
    ),
    Papiervragen,
)


@bp.get("/declaraties/onderhanden-werk")
def onderhanden() -> Any:
    """Wat er in het gekozen tijdvak is geschreven en nog op geen declaratie staat."""
    return _pagina(PAPIER.leeg())


@bp.post("/declaraties/onderhanden-werk.pdf")
def onderhanden_papier() -> Any:
    """Hetzelfde als pdf, met een eigen omschrijving; bij elke zaak die erop staat is dat te zien."""
    _vereis_organisatie()
    ingevuld = PAPIER.lees(request.form)
    if not ingevuld.geldig:
        return _pagina(ingevuld), 422
    tijdvak, _melding = _tijdvak()
    pdf = onderhanden_pdf(handeling(), tijdvak, ingevuld.gelezen.get("omschrijving", ""))
    naam = f"onderhanden-werk-{tijdvak.tot_en_met.isoformat()}.pdf"
    return send_file(BytesIO(pdf), "application/pdf", as_attachment=True, download_name=naam, max_age=None)


def _vereis_organisatie() -> None:
    if handeling().vrager.kant is not Kant.ORGANISATIE:
        raise NietGevonden


def _pagina(ingevuld: Ingevuld) -> str:
    _vereis_organisatie()
    tijdvak, melding = _tijdvak()
    alles = request.args.get("alles") == "ja"
    blad = Blad(tuple(onderhanden_werk(handeling(), tijdvak)), False, False) if alles else _bladzijde(tijdvak)
    return render_template(
        "betaling/onderhanden.html",
        tijdvak=tijdvak,
        gekozen=_als_adres(tijdvak),
        melding=melding,
        rijen=[_rij(een) for een in blad.regels],
        samen=samen(handeling(), tijdvak),
        vorige=_adres(tijdvak, voor=blad.regels[0].zaak_id) if blad.regels and blad.vorige else None,
        volgende=_adres(tijdvak, na=blad.regels[-1].zaak_id) if blad.regels and blad.volgende else None,
        financiers=keuzes(handeling()),
        bladen=blad.vorige or blad.volgende,
        form=PAPIER,
        ingevuld=ingevuld,
    )


def _bladzijde(tijdvak: Tijdvak) -> Blad[Onderhanden]:
    na, voor = (request.args.get(een, type=UUID) for een in ("na", "voor"))
    plaats = na or voor
    return bladzijde(handeling(), tijdvak, Vanaf((plaats,), terug=na is None) if plaats is not None else None)


def _tijdvak() -> tuple[Tijdvak, str]:
    """Eerste en laatste dag; wat geen dag is of achterstevoren staat wordt genoemd en telt niet."""
    vandaag, financier = handeling().vandaag, gekozen(handeling(), request.args)
    try:
        van, tot = (date.fromisoformat(een) if een else None for een in map(_gevraagd, ("van", "tot")))
    except ValueError:
        return Tijdvak(None, vandaag, financier), str(_("Dit is geen datum; hieronder staat alles tot en met vandaag."))
    if van is not None and van > (tot or vandaag):
        melding = str(_("De eerste dag ligt na de laatste; hieronder staat alles tot en met vandaag."))
        return Tijdvak(None, vandaag, financier), melding
    return Tijdvak(van, tot or vandaag, financier), ""


def _als_adres(tijdvak: Tijdvak) -> dict[str, str]:
    dagen = {"van": tijdvak.van.isoformat() if tijdvak.van else "", "tot": tijdvak.tot_en_met.isoformat()}
    return dagen | ({"financier": tijdvak.financier} if tijdvak.financier else {})


def _adres(tijdvak: Tijdvak, na: UUID | None = None, voor: UUID | None = None) -> str:
    gekozen: dict[str, Any] = {**_als_adres(tijdvak), "na": na, "voor": voor}
    return url_for("betaling.onderhanden", **gekozen)


def _gevraagd(naam: str) -> str:
    return request.args.get(naam, "").strip()


def _rij(een: Onderhanden) -> dict[str, Any]:
    return {
        "client": een.client,
        "zaak": een.zaak,
        "financier": handeling().regelboek.tenants[een.tenant_id].naam,
        **{status.value: str(een.duren.get(status, "")) for status in Urenstatus},
        "totaal": str(een.totaal),
        "nooit_meer": str(een.nooit_meer) if een.nooit_meer.minuten else "",
        "url": url_for("zaak.toon", tenant_id=een.tenant_id, zaak_id=een.zaak_id),
    }
