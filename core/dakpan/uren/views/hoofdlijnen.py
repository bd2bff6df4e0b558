"""Het logboek op hoofdlijnen: de coach schrijft per doel, de financier kiest of dat genoeg is."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from flask import flash, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import InvoerFout
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import JaNee, genest, tekstveld
from dakpan.opslag.fouten import Gewijzigd
from dakpan.plan.doelen import ACHT_DOELEN
from dakpan.plan.tables import Jobcoachperiode
from dakpan.uren.hoofdlijnen import kiezen, schrijven
from dakpan.uren.hoofdlijnen.tables import TEKST_TEN_HOOGSTE, TOELICHTING_TEN_HOOGSTE
from dakpan.uren.keuzes import doeltitel
from dakpan.uren.views.deur import bp, naar
from dakpan.web.formulier import Formulier, Groep, Ingevuld, Veld
from dakpan.web.vertaling import InHetNederlands
from dakpan.web.verzoek import handeling, zaak_of_404

ADRES = "/zaken/<tenant_id>/<uuid:zaak_id>/logboek/hoofdlijnen/<uuid:periode_id>"
KEUZE = "/waarden/logboek"

Tekstvragen: type[Strikt] = type(
    "Tekstvragen", (Strikt,), {een.doel.value: tekstveld(TEKST_TEN_HOOGSTE) for een in ACHT_DOELEN}
)


class Hoofdlijnvragen(Strikt):
    teksten = genest(Tekstvragen)


class Keuzevragen(Strikt):
    op_hoofdlijnen = JaNee()
    toelichting = tekstveld(TOELICHTING_TEN_HOOGSTE)


KEUZEFORM = Formulier(
    [
        Groep(
            _l("Hoe precies"),
            [
                Veld("op_hoofdlijnen", _l("Een logboek op hoofdlijnen is genoeg"), "janee"),
                Veld(
                    "toelichting",
                    _l("Wat wilt u er aan coaches bij zeggen?"),
                    "lang",
                    max=TOELICHTING_TEN_HOOGSTE,
                    rijen=3,
                    hulp=_l("Bijvoorbeeld hoe vaak u het bijgewerkt wilt zien. Het staat bij elk formulier voor uren."),
                ),
            ],
        )
    ],
    Keuzevragen,
)


@bp.get(ADRES)
def hoofdlijnen(tenant_id: str, zaak_id: UUID, periode_id: UUID) -> Any:
    """Per doel een vak, met wat er al staat."""
    zaak, periode = _haal(tenant_id, zaak_id, periode_id)
    rijen = schrijven.hoofdlijnen_van(handeling(), zaak.tenant_id, zaak.id, periode_id)
    form = _formulier(schrijven.te_beschrijven(handeling(), zaak, periode))
    staat_er = {"teksten": {rij.doel: rij.tekst for rij in rijen}}
    return _pagina(zaak, periode, form, form.leeg(staat_er, versie=schrijven.versie_van(rijen)))


@bp.post(ADRES)
def bewaar_hoofdlijnen(tenant_id: str, zaak_id: UUID, periode_id: UUID) -> Any:
    """Bewaart alle vakken, of zegt per vak wat er niet kan."""
    zaak, periode = _haal(tenant_id, zaak_id, periode_id)
    doelen = schrijven.te_beschrijven(handeling(), zaak, periode)
    form = _formulier(doelen)
    ingevuld = form.lees(request.form)
    if not ingevuld.geldig:
        return _pagina(zaak, periode, form, ingevuld), 422
    gelezen = ingevuld.gelezen.get("teksten", {})
    teksten = {doel: gelezen.get(doel, "") for doel in doelen}
    try:
        schrijven.schrijf_op(handeling(), zaak, periode, teksten, ingevuld.versie)
    except InvoerFout as fout:
        return _pagina(*_haal(tenant_id, zaak_id, periode_id), form, ingevuld.met(fout)), 422
    except KanNiet as fout:
        return _pagina(*_haal(tenant_id, zaak_id, periode_id), form, ingevuld.met_melding(str(fout))), 409
    except Gewijzigd as fout:
        zaak, periode = _haal(tenant_id, zaak_id, periode_id)
        nu = schrijven.versie_van(schrijven.hoofdlijnen_van(handeling(), zaak.tenant_id, zaak.id, periode_id))
        return _pagina(zaak, periode, form, replace(ingevuld.met_melding(str(fout)), versie=nu)), 409
    flash(_("Het logboek op hoofdlijnen is opgeslagen. De financier leest het mee."), "goed")
    return naar(url_for("uren.logboek", tenant_id=tenant_id, zaak_id=zaak_id))


@bp.get(KEUZE)
def logboekkeuze() -> Any:
    """Wat is voor deze financier genoeg?"""
    rij = kiezen.eigen_keuze(handeling())
    bekend = {"op_hoofdlijnen": rij.op_hoofdlijnen, "toelichting": rij.toelichting} if rij else {}
    return _keuzepagina(KEUZEFORM.leeg(bekend, versie=rij.versie if rij else None))


@bp.post(KEUZE)
def kies_logboek() -> Any:
    """Legt vast wat genoeg is; elke coach ziet het bij het schrijven."""
    ingevuld = KEUZEFORM.lees(request.form)
    if not ingevuld.geldig:
        kiezen.eigen_keuze(handeling())  # ook een fout is alleen voor wie mag kiezen
        return _keuzepagina(ingevuld), 422
    gelezen = ingevuld.gelezen
    genoeg, erbij = gelezen.get("op_hoofdlijnen", False), gelezen.get("toelichting", "")
    try:
        kiezen.kies(handeling(), op_hoofdlijnen=genoeg, toelichting=erbij, versie=ingevuld.versie)
    except Gewijzigd as fout:
        nu = kiezen.eigen_keuze(handeling())
        return _keuzepagina(replace(ingevuld.met_melding(str(fout)), versie=nu.versie if nu else None)), 409
    flash(_("Opgeslagen. Coaches lezen het vanaf nu bij het schrijven."), "goed")
    return naar(url_for("waarden.lijst"))


def _formulier(doelen: Sequence[str]) -> Formulier:
    vakken = [
        Veld(f"teksten.{doel}", InHetNederlands(doeltitel(doel)), "lang", max=TEKST_TEN_HOOGSTE, rijen=5, telt=True)
        for doel in doelen
    ]
    return Formulier([Groep(_l("Per doel: wat deed u, en wat leverde het op?"), vakken)], Hoofdlijnvragen)


def _haal(tenant_id: str, zaak_id: UUID, periode_id: UUID) -> tuple[Zaak, Jobcoachperiode]:
    zaak = zaak_of_404(tenant_id, zaak_id)
    return zaak, schrijven.periode_van(handeling(), zaak, periode_id)


def _pagina(zaak: Zaak, periode: Jobcoachperiode, form: Formulier, ingevuld: Ingevuld) -> str:
    return render_template(
        "uren/hoofdlijnen.html",
        zaak=zaak,
        periode=periode,
        waarom_niet=schrijven.waarom_niet(handeling(), zaak, periode),
        toelichting=kiezen.op_hoofdlijnen(handeling(), [zaak.tenant_id]).get(zaak.tenant_id),
        form=form,
        ingevuld=ingevuld,
    )


def _keuzepagina(ingevuld: Ingevuld) -> str:
    return render_template("uren/logboekkeuze.html", form=KEUZEFORM, ingevuld=ingevuld)
