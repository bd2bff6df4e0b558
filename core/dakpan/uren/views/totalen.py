"""De uren van de hele organisatie, per week, dag, coach of cliënt, en met een filter op financier."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any, NamedTuple
from uuid import UUID

from flask import render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from dakpan.begrippen.duur import GEEN_DUUR, Duur
from dakpan.dossier.lijsten import financiers
from dakpan.opslag.bladeren import Vanaf
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.rechten import Recht
from dakpan.plan.koppelen import namen
from dakpan.uren.toestanden import Urenstatus
from dakpan.uren.views.deur import STATUS, bp, lees_dag
from dakpan.wandeling.urentotalen import (
    Hoever,
    Indeling,
    Keuze,
    Totalen,
    Verloren,
    opgeteld,
    per_client,
    per_coach,
    per_dag,
    per_week,
    samen,
)
from dakpan.web.opmaak import hoofdletter, weekdag
from dakpan.web.verzoek import handeling, regelboek

# Zo ver kijkt het overzicht vanzelf terug, en zo ver hooguit: per dag wordt een langere lijst onleesbaar.
GEWOON, LANGST = timedelta(weeks=13), timedelta(weeks=53)
WOORDEN: Mapping[Hoever, Any] = {
    **{een: woord for een, (woord, _soort) in STATUS.items()},
    Verloren.NOOIT_MEER: _l("Niet meer te declareren"),
}
INDELINGEN = {
    Indeling.WEEK: _l("Per week"),
    Indeling.DAG: _l("Per dag"),
    Indeling.COACH: _l("Per coach"),
    Indeling.CLIENT: _l("Per cliënt"),
}


class Regel(NamedTuple):
    """Eén regel van het overzicht, met waar zij verder gaat."""

    naam: str
    bij: str
    url: str
    totalen: Totalen

    @property
    def samen(self) -> Duur:
        return sum(self.totalen.values(), GEEN_DUUR)


@bp.get("/uren/totalen")
def totalen() -> Any:
    """De vier totalen van de organisatie, en waaruit zij bestaan."""
    per, coach_id = lees_indeling(request.args), request.args.get("coach", type=UUID)
    keuze = lees_keuze(handeling(), request.args, coach_id)
    regels, vorige, volgende = _van_clienten(keuze) if per is Indeling.CLIENT else ([*_regels(per, keuze)], None, None)
    coach = namen(handeling(), {keuze.coach_id}).get(keuze.coach_id) if keuze.coach_id else None
    # Een bladzijde cliënten is niet alles; van de andere indelingen staan alle delen er al.
    alles = samen(handeling(), keuze) if per is Indeling.CLIENT else opgeteld(een.totalen for een in regels)
    return render_template(
        "uren/totalen.html",
        keuze=keuze,
        coach=coach,
        regels=regels,
        vorige=vorige,
        volgende=volgende,
        samen=alles,
        per=per,
        woorden={een: woord for een, woord in WOORDEN.items() if een in Urenstatus or alles[een].minuten},
        indelingen=[(tekst, _adres(keuze, een), een is per) for een, tekst in INDELINGEN.items()],
        financiers=sorted((regelboek().tenants[een].naam, een) for een in _te_kiezen(keuze)),
        mag_accorderen=handeling().mag(Recht.UREN_ACCORDEREN),
        gekozen={naam: waarde for naam, waarde in _velden(keuze, per).items() if waarde is not None},
        elke_coach=_adres(replace(keuze, coach_id=None), per),
    )


def _te_kiezen(keuze: Keuze) -> set[str]:
    """De financiers waarvoor deze organisatie een zaak heeft, en wie er gekozen is."""
    return {*financiers(handeling()), *filter(None, (keuze.tenant_id,))}


def lees_indeling(velden: Mapping[str, str]) -> Indeling:
    """Waarlangs iemand koos te tellen; wat dat niet is telt per week."""
    gevraagd = velden.get("per", "")
    return Indeling(gevraagd) if gevraagd in set(Indeling) else Indeling.WEEK


def lees_keuze(van_wie: Handeling, velden: Mapping[str, str], coach_id: UUID | None) -> Keuze:
    """Wat geen dag of financier is telt niet; een tijdvak is nooit langer dan het overzicht kan tonen."""
    tot = lees_dag(velden.get("tot", "")) or van_wie.vandaag
    van = lees_dag(velden.get("van", "")) or tot - GEWOON
    tenant_id = velden.get("financier", "")
    return Keuze(
        min(max(van, tot - LANGST), tot),
        tot,
        tenant_id if tenant_id in van_wie.regelboek.tenants else None,
        coach_id,
    )


def _velden(keuze: Keuze, per: Indeling) -> dict[str, Any]:
    """Deze keuze zoals zij in een adres staat."""
    velden = {"van": keuze.van, "tot": keuze.tot_en_met, "financier": keuze.tenant_id, "coach": keuze.coach_id}
    return {"per": per.value, **velden}


def _adres(keuze: Keuze, per: Indeling, **verder: Any) -> str:
    return url_for("uren.totalen", **{**_velden(keuze, per), **verder})


def _regels(per: Indeling, keuze: Keuze) -> Iterator[Regel]:
    if per is Indeling.DAG:
        for dag, duren in per_dag(handeling(), keuze).items():
            url = _adres(replace(keuze, van=dag, tot_en_met=dag), Indeling.COACH)
            yield Regel(f"{hoofdletter(weekdag(dag))} {dag.year}", "", url, duren)
    elif per is Indeling.COACH:
        for (naam, coach_id), duren in per_coach(handeling(), keuze).items():
            yield Regel(naam, "", _adres(replace(keuze, coach_id=coach_id), Indeling.WEEK), duren)
    else:
        for week, duren in per_week(handeling(), keuze).items():
            binnen = replace(keuze, van=max(week.begin, keuze.van), tot_en_met=min(week.eind, keuze.tot_en_met))
            naam = _("Week %(nummer)s van %(jaar)s", nummer=week.nummer, jaar=week.jaar)
            yield Regel(naam, "", _adres(binnen, Indeling.DAG), duren)


def _van_clienten(keuze: Keuze) -> tuple[list[Regel], str | None, str | None]:
    na, voor = (request.args.get(een, type=UUID) for een in ("na", "voor"))
    plaats = na or voor
    blad = per_client(handeling(), keuze, Vanaf((plaats,), terug=na is None) if plaats is not None else None)
    tenants = regelboek().tenants
    regels = [
        Regel(
            een.naam,
            f"{tenants[een.tenant_id].naam} · {een.nummer}",
            url_for("zaak.toon", tenant_id=een.tenant_id, zaak_id=een.zaak_id),
            duren,
        )
        for een, duren in blad.regels
    ]
    uiteinden = [blad.regels[plek][0].zaak_id for plek in (0, -1)] if blad.regels else [None, None]
    vorige = _adres(keuze, Indeling.CLIENT, voor=uiteinden[0]) if blad.vorige and blad.regels else None
    return regels, vorige, _adres(keuze, Indeling.CLIENT, na=uiteinden[1]) if blad.volgende else None
