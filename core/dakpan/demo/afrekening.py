"""Van geaccordeerde uren naar declaraties en facturen: zo vaak als de financier het wil, tot waar het plan gaat."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from dakpan.begrippen.kalender import DAG, volgende_maandgrens
from dakpan.begrippen.percentage import Percentage
from dakpan.betaling.beoordelen import keur_declaratie
from dakpan.betaling.declaratie.berekenen import Gevraagd
from dakpan.betaling.declaratie.declaraties import dien_in, haal_declaratie, proef
from dakpan.betaling.domain import Betaalritme, Declaratiesoort
from dakpan.betaling.factureren.facturen import Factuurgegevens, maak_factuur
from dakpan.betaling.tables import Declaratie
from dakpan.betaling.toekenning import lees_toekenning
from dakpan.betaling.toestanden import Betaalstatus, Declaratiestatus
from dakpan.demo.bezetting import Acteur
from dakpan.demo.toneel import Loop, op_werktijd
from dakpan.dossier.domain import Zaakstap
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.rechten import Recht
from dakpan.plan.perioden import beeindig_periode

BTW = Percentage(21_00)
KWARTAAL, NA_AFLOOP = 3, timedelta(10)


@dataclass(frozen=True, slots=True)
class Ronde:
    """Eén keer declareren. ``af``: hoe ver deze declaratie komt; leeg is helemaal, tot en met de bank."""

    soort: Declaratiesoort
    tot_en_met: date
    periode_id: UUID
    af: str = ""


def reken_af(loop: Loop) -> int:
    """Alle declaraties van deze zaak. Hoeveel zijn er ingediend?"""
    werkstap = loop.stap(Zaakstap.DECLARATIE)
    if werkstap is None or loop.gestopt:
        return 0
    return sum(_declareer(loop, loop.wie(werkstap), ronde) for ronde in _rondes(loop))


def _rondes(loop: Loop) -> list[Ronde]:
    """Elke keer dat er al gedeclareerd kon worden; de laatste komt zo ver als het plan zegt."""
    loop.moment = loop.toneel.nu
    handeling = loop.als(loop.collegas[0])
    toekenning = lees_toekenning(handeling, loop.zaak(handeling))
    periode, grens = toekenning.periode, loop.toneel.vandaag - NA_AFLOOP
    dagen = [een for een in _dagen(toekenning.betaalritme, periode.begin, periode.eind) if een[1] <= grens]
    rondes = [Ronde(soort, dag, periode.id) for soort, dag in dagen]
    if rondes:
        rondes[-1] = Ronde(rondes[-1].soort, rondes[-1].tot_en_met, periode.id, _hoe_ver(loop))
    return rondes


def _hoe_ver(loop: Loop) -> str:
    if loop.plan.tot_en_met == Zaakstap.FACTUUR:
        return loop.plan.hoe or Betaalstatus.KLAARGEZET
    return loop.plan.hoe


def _dagen(ritme: Betaalritme, begin: date, eind: date) -> Iterator[tuple[Declaratiesoort, date]]:
    """Per kwartaal, of één keer halverwege en één keer als de periode voorbij is."""
    if not ritme.per_kwartaal:
        halverwege = volgende_maandgrens(begin, KWARTAAL) - DAG
        if halverwege < eind:
            yield Declaratiesoort.REGULIER, halverwege
        yield Declaratiesoort.EIND, eind
        return
    kwartaal = 1
    while (dag := volgende_maandgrens(begin, KWARTAAL * kwartaal) - DAG) < eind:
        yield Declaratiesoort.REGULIER, dag
        kwartaal += 1
    yield Declaratiesoort.EIND, eind


def _declareer(loop: Loop, kantoor: Acteur, ronde: Ronde) -> int:
    """Proef, definitief, gefactureerd en beoordeeld, elk door wie dat doet."""
    loop.moment = op_werktijd(ronde.tot_en_met + NA_AFLOOP, loop.plan.nummer)
    if ronde.soort is Declaratiesoort.EIND:
        beheer = loop.als(loop.toneel.met_recht(loop.collegas, Recht.PERIODES_BEHEREN))
        beeindig_periode(beheer, loop.zaak(beheer), ronde.periode_id)
    handeling = loop.als(kantoor)
    rij = proef(handeling, loop.zaak(handeling), Gevraagd(ronde.soort, ronde.tot_en_met, BTW))
    if ronde.af == Declaratiestatus.PROEF:
        return 0
    rij = dien_in(handeling, loop.zaak(handeling), rij.id, rij.versie)
    if rij.wacht_op_factuur and not _zonder_factuur(loop, ronde):
        loop.moment += timedelta(1)
        _factureer(loop, loop.als(kantoor), rij.id)
    if ronde.af != Declaratiestatus.INGEDIEND:
        _beoordeel(loop, rij.id, ronde)
    return 1


def _zonder_factuur(loop: Loop, ronde: Ronde) -> bool:
    """Blijft deze declaratie zonder factuur: zij wordt teruggestuurd, of het plan houdt bij het indienen op?"""
    if ronde.af == Declaratiestatus.INGEDIEND:
        return loop.plan.tot_en_met == Zaakstap.DECLARATIE
    return ronde.af == Declaratiestatus.AFGEKEURD


def _beoordeel(loop: Loop, declaratie_id: UUID, ronde: Ronde) -> None:
    goed = ronde.af != Declaratiestatus.AFGEKEURD
    loop.moment += timedelta(2)
    beslist = next((een.opent for een in loop.werkwijze if een.stap is Zaakstap.BESLUIT), None)
    beoordelaar = loop.toneel.met_recht(loop.financier, Recht.DECLARATIE_BEOORDELEN, beslist=beslist)
    handeling = loop.als(beoordelaar)
    rij = _haal(loop, handeling, declaratie_id)
    reden = "" if goed else str(loop.toneel.spelers.teksten["afkeuren"])
    keur_declaratie(handeling, loop.zaak(handeling), declaratie_id, rij.versie, goed=goed, reden=reden)
    if not goed or ronde.af == Declaratiestatus.GOEDGEKEURD or not rij.bedrag_incl:
        return
    loop.betalingen[declaratie_id] = ronde.af or Betaalstatus.IN_BESTAND


def _haal(loop: Loop, handeling: Handeling, declaratie_id: UUID) -> Declaratie:
    return haal_declaratie(handeling, loop.zaak(handeling), declaratie_id)


def _factureer(loop: Loop, handeling: Handeling, declaratie_id: UUID) -> None:
    """Een factuurnummer uit de reeks van de organisatie, met veertien dagen om te betalen."""
    zaak = loop.zaak(handeling)
    nummer = f"{handeling.vandaag.year}-{loop.plan.nummer:03d}{len(loop.betalingen) + 1:02d}"
    vervalt = handeling.vandaag + timedelta(14)
    maak_factuur(handeling, zaak, declaratie_id, Factuurgegevens(nummer, vervaldatum=vervalt))
