"""Vult een lege demonstratie: elke zaak doorloopt de straat zoals in het echt, door wie het mag en op zijn dag."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta
from functools import partial
from textwrap import fill
from typing import Any

from flask import Flask

from dakpan.begrippen.toestand import KanNiet
from dakpan.demo.afrekening import reken_af
from dakpan.demo.archiveren import berg_op
from dakpan.demo.bezetting import zet_neer
from dakpan.demo.bezwaren import maak_bezwaar
from dakpan.demo.certificaten import leg_certificaten_vast
from dakpan.demo.clientpost import kies_wie_post_leest
from dakpan.demo.corrigeren import corrigeer
from dakpan.demo.erkenningen import erken
from dakpan.demo.hoofdlijnen import schrijf_hoofdlijnen
from dakpan.demo.inlezen import breng_bestanden
from dakpan.demo.kas import betaal, richt_in, stel_vast
from dakpan.demo.kwartaal import loop_het_kwartaal
from dakpan.demo.meegeven import geef_een_zaak_mee
from dakpan.demo.metingen import meet_de_loonwaarde
from dakpan.demo.postvak import lees_post
from dakpan.demo.rollen import verdeel_rollen
from dakpan.demo.spelers import CONCEPT, Spelers, Zaakplan
from dakpan.demo.steekproeven import trek_steekproeven
from dakpan.demo.terug import vorder_terug
from dakpan.demo.toneel import Loop, Toneel, op_werktijd
from dakpan.demo.uitstellen import doe_langer_over_een_besluit
from dakpan.demo.verslagen import schrijf_verslagen
from dakpan.demo.vervangen import begin_een_vervanging
from dakpan.demo.vervolg import begin_het_vervolg
from dakpan.demo.voortraject import loop_voortraject
from dakpan.demo.waarden import stel_waarden_voor
from dakpan.demo.werkweken import schrijf_weken
from dakpan.demo.wijzigingen import geef_wijzigingen_door
from dakpan.dossier.domain import Zaakstap
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.basis import db
from dakpan.opslag.fouten import GeenRecht
from dakpan.wandeling.dagelijks import ronde

Meld = Callable[[str], None]
# Zoveel dagen voor het begin vraagt een financier aan, en een organisatie.
VOORAF, NOOIT_LATER = 42, 3
BREED = 100


def vul(app: Flask, dag: date, meld: Meld) -> None:
    """Alle spelers en alle zaken, rond deze dag. Wat op een dag nog geen regels had wordt gemeld en overgeslagen."""
    with app.app_context():
        toneel = _open(app, datetime.combine(dag, app.extensions["dakpan.klok"].nu().timetz()))
        richt_in(toneel)
        erken(toneel)
        leg_certificaten_vast(toneel)
        meld(f"{len(toneel.spelers.personen)} spelers bij {len(toneel.bezetting.organisaties)} organisaties")
        lopen = met_regels(toneel, meld)
        for loop in lopen:
            probeer(loop, loop_voortraject, meld)
        stel_waarden_voor(toneel)
        meld(_telling(lopen))
        meld(f"{schrijf_weken(lopen)} activiteiten geschreven, week na week")
        meld(f"{schrijf_hoofdlijnen(toneel, lopen)} teksten in logboeken op hoofdlijnen")
        meld(f"{breng_bestanden(toneel)} bestanden wachten op bevestigen")
        meld(f"{verdeel_rollen(lopen)} cliënten met een aanspreekpunt")
        _na_het_werk(toneel, lopen, meld)
        meld(f"{geef_wijzigingen_door(lopen)} wijzigingen doorgegeven")
        meld(f"{kies_wie_post_leest(lopen)} cliënten laten hun post meelezen")
        meld(f"{meet_de_loonwaarde(lopen)} loonwaarden gemeten")
        meld(f"{maak_bezwaar(lopen)} bezwaar dat loopt")
        geef_een_zaak_mee(toneel, lopen)
        meld(f"{doe_langer_over_een_besluit(toneel, lopen)} besluit dat later komt")
        meld(f"{begin_een_vervanging(lopen)} afgewezen aanvraag vervangen")
        meld(f"{berg_op(toneel, lopen)} zaak in het archief")
        meld(f"{loop_het_kwartaal(toneel)} zaken bekeken in de ronde van het vorige kwartaal")
        meld(f"{trek_steekproeven(toneel)} steekproeven getrokken")
        lees_post(toneel)
        gemeld = ronde(db.session(), toneel.regelboek, toneel.sleutelbos, toneel.nu)
        meld(f"{gemeld} berichten over termijnen")
        db.session.remove()


def _na_het_werk(toneel: Toneel, lopen: Sequence[Loop], meld: Meld) -> None:
    """Verslagen, declaraties en betalingen."""
    for loop in lopen:
        probeer(loop, partial(schrijf_verslagen, stap=Zaakstap.RAPPORTAGE), meld)
        probeer(loop, reken_af, meld)
    betaald = sum(betaal(toneel, tenant_id, lopen) for tenant_id in toneel.spelers.financiers)
    meld(f"{betaald} betalingen naar de bank")
    for loop in lopen:
        probeer(loop, partial(schrijf_verslagen, stap=Zaakstap.VERANTWOORDING), meld)
        probeer(loop, stel_vast, meld)
        probeer(loop, begin_het_vervolg, meld)
    meld(f"{corrigeer(lopen)} correcties na het goedkeuren")
    meld(f"{vorder_terug(toneel)} vorderingen")


def _open(app: Flask, nu: datetime) -> Toneel:
    instellingen = app.extensions["dakpan.instellingen"]
    spelers, sessie = Spelers.bij(instellingen.tenants_map), db.session()
    bezetting = zet_neer(sessie, spelers)
    boek, bos = app.extensions["dakpan.regelboek"], app.extensions["dakpan.sleutelbos"]
    return Toneel(sessie, boek, bos, nu, spelers, bezetting, instellingen.adres)


def met_regels(toneel: Toneel, meld: Meld) -> list[Loop]:
    """Alle zaken op het moment dat zij beginnen, de oudste eerst; zonder regels op die dag begint een zaak niet."""
    alle = [Loop(toneel, plan, op_werktijd(_geopend(toneel, plan), plan.nummer)) for plan in toneel.spelers.zaken]
    zonder = [een for een in alle if toneel.regelboek.van_tenant(een.tenant_id, een.moment.date()) is None]
    for tenant_id, aantal in Counter(een.tenant_id for een in zonder).items():
        meld(f"{aantal} zaken overgeslagen: {tenant_id} had toen nog geen regels")
    met = [een for een in alle if een not in zonder]
    return sorted(met, key=lambda loop: loop.moment)


def _geopend(toneel: Toneel, plan: Zaakplan) -> date:
    dagen = plan.geopend if plan.geopend is not None else min(plan.begin - VOORAF, -NOOIT_LATER)
    return toneel.vandaag + timedelta(dagen)


def probeer(loop: Loop, doe: Callable[[Loop], Any], meld: Meld) -> None:
    """Wat niet kan houdt één zaak op en niet de demonstratie; de reden staat op het scherm."""
    try:
        doe(loop)
    except (KanNiet, InvoerFout, GeenRecht) as fout:
        loop.gestopt = True
        meld(f"Zaak {loop.plan.nummer} van {loop.plan.naam} bij {loop.plan.financier} stopt hier: {fout}")


def _telling(lopen: Sequence[Loop]) -> str:
    """Hoeveel zaken tot en met welke stap, op volgorde van de straat en over zo veel regels als nodig."""
    per_stap = Counter(loop.plan.tot_en_met for loop in lopen)
    stappen = [CONCEPT, *Zaakstap]
    delen = ", ".join(f"{per_stap[stap]} tot en met {stap}" for stap in stappen if per_stap[stap])
    return fill(f"{len(lopen)} zaken: {delen}", BREED, subsequent_indent="  ")
