"""De blokken van de startpagina die niet over één zaak gaan: weken, akkoord, verslagen, en wat met geld is te doen."""

from collections.abc import Iterator
from datetime import date
from operator import itemgetter

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from dakpan.aanvraag.bezwaren.lijst import Bezwaarregel
from dakpan.aanvraag.wijzigen.lijst import Wijzigingsregel
from dakpan.aanvraag.wijzigen.namen import MELDSOORTEN
from dakpan.begrippen.duur import GEEN_DUUR
from dakpan.dossier.zaakregels import Zaakregel
from dakpan.loket.zaak.regels import financiernaam
from dakpan.loket.zaak.start_geld import na_te_kijken, te_betalen, te_bevestigen, te_factureren, terug_te_krijgen
from dakpan.loket.zaak.taak import Taakblok, naar
from dakpan.loket.zaak.woorden import DOEN, nabij
from dakpan.opslag.handeling import Handeling
from dakpan.rapportage.formulier import VORMEN as VERSLAGVORMEN
from dakpan.rapportage.overzicht import Verslagregel
from dakpan.uren.tables import Heropening
from dakpan.uren.wachtrij import TEL_TOT
from dakpan.uren.week import Week
from dakpan.wandeling.evaluaties import Evaluatieregel
from dakpan.wandeling.straks import vanaf
from dakpan.wandeling.werkvoorraad import Werkvoorraad
from dakpan.web.opmaak import kort


def blokken_van(handeling: Handeling, voorraad: Werkvoorraad) -> list[Taakblok]:
    """Wat er buiten de zaken om ligt, het dringendste eerst."""
    return [
        *_weken(voorraad),
        *(_heropenen(handeling, een) for een in voorraad.te_heropenen),
        *_akkoord(voorraad),
        *_op_dag(handeling, voorraad),
        *te_factureren(handeling, voorraad),
        *(_wijziging(een) for een in voorraad.wijzigingen),
        *(_bezwaar(een) for een in voorraad.bezwaren),
        *te_bevestigen(voorraad),
        *_overgenomen(voorraad),
        *na_te_kijken(voorraad),
        *_waarden(voorraad),
        *te_betalen(voorraad),
        *terug_te_krijgen(handeling, voorraad),
        *_koppelen(handeling, voorraad),
    ]


def _op_dag(handeling: Handeling, voorraad: Werkvoorraad) -> list[Taakblok]:
    """Verslagen en evaluaties door elkaar: bovenaan staat wat het eerst klaar moet zijn."""
    met_dag = [
        *((een.uiterlijk, _verslag(handeling, een)) for een in voorraad.verslagen),
        *((een.datum, _evaluatie(handeling, een)) for een in voorraad.evaluaties),
    ]
    return [blok for _dag, blok in sorted(met_dag, key=itemgetter(0))]


def _weken(voorraad: Werkvoorraad) -> Iterator[Taakblok]:
    weken = voorraad.open_weken
    if not weken:
        return
    eerste, aantal = weken[0], len(weken)
    yield Taakblok(
        _("Sluit week %(nummer)s", nummer=eerste.nummer),
        naar("uren.week", weeknummer=eerste.code),
        _(
            "Van %(van)s tot en met %(tot)s. Pas daarna kunnen uw uren akkoord krijgen.",
            van=kort(eerste.begin),
            tot=kort(eerste.eind),
        ),
        ngettext("%(num)s week is nog open", "%(num)s weken zijn nog open", aantal),
        "let_op",
    )


def _heropenen(handeling: Handeling, een: Heropening) -> Taakblok:
    week = Week.uit_nummer(een.weeknummer)
    return Taakblok(
        _("Pas uw uren van week %(nummer)s aan", nummer=week.nummer),
        naar("uren.week", weeknummer=week.code),
        _("%(financier)s vraagt het: %(reden)s", financier=financiernaam(handeling, een.tenant_id), reden=een.reden),
        soort="let_op",
    )


def _dagen(week: Week) -> dict[str, str]:
    return {"van": kort(week.begin), "tot": kort(week.eind)}


def _akkoord(voorraad: Werkvoorraad) -> Iterator[Taakblok]:
    wacht = voorraad.op_akkoord
    if wacht.duur > GEEN_DUUR:
        meer = _("meer dan %(aantal)s activiteiten wachten", aantal=TEL_TOT)
        yield Taakblok(
            _("Accordeer de uren van uw collega's"),
            naar("uren.accorderen"),
            _("Zonder akkoord kan er niet worden gedeclareerd."),
            meer if wacht.meer else _("%(uren)s uur wacht", uren=wacht.duur),
            "let_op",
        )


def _verslag(handeling: Handeling, een: Verslagregel) -> Taakblok:
    dichtbij = nabij(een.uiterlijk, handeling.vandaag)
    return Taakblok(
        _("Schrijf het verslag over %(client)s", client=een.client),
        naar("rapportage.verslag", tenant_id=een.tenant_id, zaak_id=een.zaak_id, verslag_id=een.id),
        f"{VERSLAGVORMEN[een.vorm]} · {financiernaam(handeling, een.tenant_id)} · {een.zaaknummer}",
        dichtbij.tekst if dichtbij else "",
        dichtbij.soort if dichtbij else "neutraal",
    )


def _evaluatie(handeling: Handeling, een: Evaluatieregel) -> Taakblok:
    dichtbij = nabij(een.datum, handeling.vandaag)
    dag, afgesproken = een.datum.isoformat(), _("Afgesproken voor %(dag)s", dag=kort(een.datum))
    return Taakblok(
        _("Evalueer met %(client)s", client=een.client),
        naar("plan.evaluatie", tenant_id=een.tenant_id, zaak_id=een.zaak_id, dag=dag),
        f"{afgesproken} · {financiernaam(handeling, een.tenant_id)} · {een.zaak}",
        dichtbij.tekst if dichtbij else "",
        dichtbij.soort if dichtbij else "neutraal",
    )


def _wijziging(een: Wijzigingsregel) -> Taakblok:
    waar = {"tenant_id": een.tenant_id, "zaak_id": een.zaak_id, "melding_id": een.melding_id}
    return Taakblok(
        _("Beslis over de wijziging bij %(client)s", client=een.client),
        naar("aanvraag.wijziging", **waar),
        f"{MELDSOORTEN[een.soort]} · {een.zaak}",
    )


def _bezwaar(een: Bezwaarregel) -> Taakblok:
    waar = {"tenant_id": een.tenant_id, "zaak_id": een.zaak_id, "bezwaar_id": een.bezwaar_id}
    titel = _("Beslis op het bezwaar van %(wie)s", wie=een.indiener)
    return Taakblok(titel, naar("aanvraag.bezwaar", **waar), een.zaak)


def _overgenomen(voorraad: Werkvoorraad) -> Iterator[Taakblok]:
    aantal = voorraad.te_bevestigen
    if aantal:
        yield Taakblok(
            ngettext("Bevestig %(num)s overgenomen zaak", "Bevestig %(num)s overgenomen zaken", aantal),
            naar("aanvraag.overgenomen"),
            _("Tot u het besluit bevestigt kan de organisatie niet schrijven en niet declareren."),
        )


def _waarden(voorraad: Werkvoorraad) -> Iterator[Taakblok]:
    aantal = voorraad.waarden
    if aantal:
        yield Taakblok(
            ngettext(
                "Beoordeel %(num)s voorstel voor een waarde", "Beoordeel %(num)s voorstellen voor een waarde", aantal
            ),
            naar("waarden.lijst"),
            _("Dakpan rekent er pas mee als een ander dan wie het voorstelde het goedkeurt."),
        )


def straks_van(handeling: Handeling, voorraad: Werkvoorraad) -> list[Taakblok]:
    """Wat later komt, met de dag vanaf wanneer; wat het eerst kan bovenaan."""
    dagen = vanaf(handeling, [(een.tenant_id, een.id) for een in voorraad.straks])
    zaken = [(dagen.get((een.tenant_id, een.id, een.beurt_stap)), een) for een in voorraad.straks if een.beurt_stap]
    blokken = [(dag, _zaak_straks(handeling, een, dag)) for dag, een in zaken if dag is not None]
    blokken += [(een.nu_vanaf, _verslag_straks(handeling, een)) for een in voorraad.verslagen_straks]
    return [blok for _dag, blok in sorted(blokken, key=lambda een: een[0])]


def _zaak_straks(handeling: Handeling, een: Zaakregel, dag: date) -> Taakblok:
    assert een.beurt_stap is not None  # noqa: S101 - anders was er geen dag
    return Taakblok(
        f"{DOEN[een.beurt_stap]}: {een.client}",
        url_for("zaak.toon", tenant_id=een.tenant_id, zaak_id=een.id),
        f"{een.werkgever} · {financiernaam(handeling, een.tenant_id)} · {een.nummer}",
        _("vanaf %(dag)s", dag=kort(dag)),
    )


def _verslag_straks(handeling: Handeling, een: Verslagregel) -> Taakblok:
    blok = _verslag(handeling, een)
    return blok._replace(
        tekst=_("%(wat)s · uiterlijk %(dag)s", wat=blok.tekst, dag=kort(een.uiterlijk)),
        wanneer=_("vanaf %(dag)s", dag=kort(een.nu_vanaf)),
        soort="neutraal",
    )


def _koppelen(handeling: Handeling, voorraad: Werkvoorraad) -> Iterator[Taakblok]:
    for een in voorraad.zonder_coach:
        yield _koppeltaak(handeling, een, _("Koppel een coach aan %(client)s", client=een.client))
    for een in voorraad.zonder_accordeerder:
        yield _koppeltaak(handeling, een, _("Kies wie de uren van %(client)s accordeert", client=een.client))


def _koppeltaak(handeling: Handeling, een: Zaakregel, titel: str) -> Taakblok:
    adres = naar("plan.periode", tenant_id=een.tenant_id, zaak_id=een.id)
    return Taakblok(titel, adres, f"{een.werkgever} · {financiernaam(handeling, een.tenant_id)} · {een.nummer}")
