"""Goedkeuren wat klopt, op beide databases: hetzelfde sommetje met minder uren, en de rest is weer open."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Engine, select
from tests.betaling.dienst.loket import MAART, TARIEF, Loket
from tests.betaling.dienst.test_per_regel_dienst import WAAROM, _begin_opnieuw, _een_uur
from tests.betaling.dienst.test_teller_dienst import stand
from tests.hulp.bouw import Bouwzaak

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.duur import Duur
from dakpan.begrippen.toestand import KanNiet
from dakpan.begrippen.uren import Uren
from dakpan.betaling.corrigeren.deels import blik_vooruit, keur_deels
from dakpan.betaling.corrigeren.herrekenen import Cijfers, herreken
from dakpan.betaling.corrigeren.tables import Correctie
from dakpan.betaling.declaratie.declaraties import gevraagd_uit, haal_declaratie
from dakpan.betaling.domain import Declaratiesoort, Tarief
from dakpan.betaling.tables import Declaratie
from dakpan.betaling.toestanden import Declaratiestatus
from dakpan.dossier.berichtsoorten import Berichtsoort
from dakpan.dossier.tables import Bericht
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import GeenRecht, Gewijzigd, Wachtfout
from dakpan.opslag.handeling import Handeling
from dakpan.uren.tables import Activiteit
from dakpan.uren.toestanden import Urenstatus


@pytest.fixture
def noord(motor: Engine) -> Loket:
    loket = Loket.open(motor, "uwv-noord")
    loket.rekening()
    return loket


def gefactureerd(loket: Loket, zaak: Bouwzaak, soort: Declaratiesoort = Declaratiesoort.REGULIER) -> Declaratie:
    return loket.factureer(zaak, loket.dien_in(zaak, soort, tarieven=(TARIEF,)), "2022-001")


def keur(loket: Loket, zaak: Bouwzaak, rij: Declaratie, bij: dict[UUID, str], **meer: Any) -> Declaratie:
    with loket.met(loket.beoordelaar, zaak) as (handeling, van):
        return keur_deels(handeling, van, rij.id, rij.versie, bij, **meer)


def correcties(handeling: Handeling) -> list[Correctie]:
    return list(handeling.sessie.scalars(select(Correctie).order_by(Correctie.volgnummer)))


def test_wat_klopt_wordt_betaald_en_de_rest_is_weer_open(noord: Loket) -> None:
    """60 + 90 + 120 = 4:30 = 4,50 uur x 95,45 = 429,53 (429,525), btw 90,20: 519,73. Zonder de 90 is het 3:00:
    286,35, btw 60,13 (60,1335): 346,48. Er gaat 1:30 af: 143,18 en 30,07, samen 173,25.
    """
    zaak = noord.zaak(minuten=[60, 90, 120])
    rij, fout = gefactureerd(noord, zaak), _een_uur(noord, 90).id
    assert Cijfers.van(rij) == (Duur(270), Bedrag(429_53), Bedrag(90_20), Bedrag(519_73))
    invoer, uitkomst = rij.invoer, rij.uitkomst

    goed = keur(noord, zaak, rij, {fout: WAAROM}, reden="De rest is in orde.")
    assert goed.status is Declaratiestatus.GOEDGEKEURD
    assert Cijfers.van(goed) == (Duur(180), Bedrag(286_35), Bedrag(60_13), Bedrag(346_48))
    assert (goed.invoer, goed.uitkomst) == (invoer, uitkomst)
    assert stand(noord, zaak) == (180, 286_35)
    (betaling,) = noord.betalingen()
    assert (betaling.bedrag, betaling.bedrag_excl, betaling.btw) == (Bedrag(346_48), Bedrag(286_35), Bedrag(60_13))

    with noord.wereld.als(noord.declarant) as handeling:
        (af,) = correcties(handeling)
        assert (af.duur, af.bedrag_excl, af.btw, af.bedrag_incl) == (
            *(Duur(90), Bedrag(143_18)),
            *(Bedrag(30_07), Bedrag(173_25)),
        )
        assert (af.opmerkingen, af.volgnummer, af.te_crediteren) == ({str(fout): WAAROM}, 1, True)
        assert "tellen er 1 niet mee, samen 1:30" in af.uitkomst["stappen"][0]["tekst"]
        uren = {een.duur.minuten: een for een in handeling.sessie.scalars(select(Activiteit))}
        assert [uren[minuten].status for minuten in (60, 90, 120)] == [
            *(Urenstatus.GEDECLAREERD, Urenstatus.GEACCORDEERD, Urenstatus.GEDECLAREERD),
        ]
        assert uren[90].declaratie_id is None
        (bericht,) = handeling.sessie.scalars(
            select(Bericht).where(Bericht.lidmaatschap_id == noord.declarant.lidmaatschap_id)
        )
        assert (bericht.soort, bericht.over) == (Berichtsoort.DECLARATIE_DEELS, "UJ-2022-00001")


def test_wat_niet_klopte_begint_buiten_de_volgende_proef(noord: Loket) -> None:
    zaak = noord.zaak(minuten=[60, 90])
    rij, fout = gefactureerd(noord, zaak), _een_uur(noord, 90).id
    keur(noord, zaak, rij, {fout: WAAROM})
    zaak.beeindig()
    noord.schrijf(zaak, [30], date(2022, 8, 1))
    opnieuw = _begin_opnieuw(noord, zaak, gevraagd_uit(rij))
    assert opnieuw.weglaten == {fout}
    eind = noord.proef(zaak, Declaratiesoort.EIND, tarieven=(TARIEF,))
    assert eind.invoer["eerder_gedeclareerd"] == [{"nummer": "UJ-2022-00001", "soort": "regulier", "duur": "1:00"}]


def test_boven_het_plafond_zakt_het_bedrag_niet(noord: Loket) -> None:
    """Bijlage 3 zonder de 0:30: van de 15:00 past nog steeds 14:53, dus € 1.718,56 blijft staan."""
    zaak = noord.zaak(minuten=[740], werk_vanaf=date(2022, 5, 2))
    noord.dien_in(zaak, tarieven=(TARIEF,), tot_en_met=date(2022, 5, 24))
    noord.schrijf(zaak, (120, 120, 150, 120, 120, 120, 30, 150), date(2022, 6, 1))
    zaak.beeindig()
    rij = gefactureerd(noord, zaak, Declaratiesoort.EIND)
    goed = keur(noord, zaak, rij, {_een_uur(noord, 30).id: WAAROM})
    assert (goed.declarabel, goed.bedrag_incl) == (Duur(893), Bedrag(1718_56))
    with noord.wereld.als(noord.declarant) as handeling:
        assert not correcties(handeling)[0].te_crediteren


def test_binnen_een_toegekend_bedrag_geldt_dezelfde_grens(motor: Engine) -> None:
    """Toegekend € 190,90 = twee uur; drie uur gedeclareerd. Eén uur eruit: er blijven er twee, het bedrag is gelijk."""
    loket = Loket.open(motor, "staphorst")
    loket.rekening()
    zaak = loket.zaak(minuten=[60, 59, 61], uren=None, bedrag=Bedrag(190_90), tarief=Bedrag(95_45), werk_vanaf=MAART)
    rij = loket.factureer(zaak, loket.dien_in(zaak, met_bron=False), "2022-001")
    assert rij.bedrag_excl == Bedrag(190_90)
    goed = keur(loket, zaak, rij, {_een_uur(loket, 60).id: WAAROM})
    assert (goed.declarabel, goed.bedrag_excl) == (Duur(120), Bedrag(190_90))


def test_meer_dan_er_stond_komt_er_nooit_uit(noord: Loket) -> None:
    """Eén uur toegekend; het oude uur kost 80, het nieuwe 95,45. Het oude eruit zou meer geven dan er is gevraagd."""
    zaak = noord.zaak(minuten=[60], uren=Uren(1_00), werk_vanaf=date(2022, 6, 1))
    noord.schrijf(zaak, [61], date(2022, 7, 1))
    tarieven = (Tarief(date(2022, 1, 1), Bedrag(80_00)), Tarief(date(2022, 7, 1), Bedrag(95_45)))
    rij = noord.factureer(zaak, noord.dien_in(zaak, tarieven=tarieven), "2022-001")
    assert rij.bedrag_excl == Bedrag(80_00)
    with pytest.raises(KanNiet, match=r"komt er € 115,49 uit, meer dan de € 96,80"):
        keur(noord, zaak, rij, {_een_uur(noord, 60).id: WAAROM})
    assert stand(noord, zaak) == (60, 80_00)


def test_niets_eruit_of_niets_over_kan_niet(noord: Loket) -> None:
    zaak = noord.zaak(minuten=[60, 90])
    rij = gefactureerd(noord, zaak)
    alles = {UUID(een): WAAROM for een in rij.activiteit_ids}
    for bij, melding in (({}, "ten minste één activiteit"), (alles, "stuur de declaratie terug")):
        with pytest.raises(InvoerFout, match=melding):
            keur(noord, zaak, rij, bij)
    assert noord.betalingen() == []


def test_vooruitblikken_verandert_niets_en_de_organisatie_oordeelt_niet(noord: Loket) -> None:
    zaak = noord.zaak(minuten=[60, 90])
    zonder = noord.dien_in(zaak, tarieven=(TARIEF,))
    bij = {_een_uur(noord, 90).id: WAAROM}
    with pytest.raises(KanNiet, match="nog geen factuur"):
        keur(noord, zaak, zonder, bij)
    rij = noord.factureer(zaak, zonder, "2022-001")
    with noord.met(noord.beoordelaar, zaak) as (handeling, van):
        _, waarom, rest = blik_vooruit(handeling, van, rij.id, rij.versie, bij)
        assert (list(waarom.values()), rest.blijft, rest.wordt.duur) == ([WAAROM], 1, Duur(60))
    assert stand(noord, zaak)[0] == 150
    with noord.met(noord.declarant, zaak) as (handeling, van), pytest.raises(GeenRecht):
        keur_deels(handeling, van, rij.id, rij.versie, bij)
    keur(noord, zaak, rij, bij)
    with pytest.raises(Gewijzigd):
        keur(noord, zaak, rij, bij)


def test_wat_is_ingediend_verandert_niet(noord: Loket) -> None:
    zaak = noord.zaak(minuten=[60])
    rij = gefactureerd(noord, zaak)
    with noord.met(noord.beoordelaar, zaak) as (handeling, van):
        haal_declaratie(handeling, van, rij.id).uitkomst = {}
        with pytest.raises(Wachtfout, match="maak een correctie"):
            handeling.sessie.flush()


def test_met_andere_regels_dan_toen_wordt_er_niet_herrekend(noord: Loket) -> None:
    """Staat er een ander bedrag op de declaratie dan de regels nu geven, dan is het niet meer dezelfde som."""
    zaak = noord.zaak(minuten=[60, 90])
    rij = gefactureerd(noord, zaak)
    rij.uitkomst = {**rij.uitkomst, "bedrag_excl": "1.00"}
    with noord.wereld.als(noord.beoordelaar) as handeling, pytest.raises(KanNiet, match="sindsdien veranderd"):
        herreken(handeling.regels(zaak.tenant_id, rij.datum), rij, (), op=handeling.vandaag)
