"""Declareren als gebruiksgeval, op beide databases: de cijfers van het rapport, en wat er wanneer mag."""

from datetime import date

import pytest
from sqlalchemy import Engine, select
from tests.betaling.dienst.loket import ACHT_REGELS, TARIEF, Loket
from tests.hulp.bouw import Bouwzaak

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.duur import Duur
from dakpan.begrippen.toestand import KanNiet
from dakpan.begrippen.uren import Uren
from dakpan.betaling.declaratie.declaraties import dien_in, haal_declaratie, verwerp_proef
from dakpan.betaling.domain import Declaratiesoort
from dakpan.betaling.tables import Declaratie
from dakpan.betaling.toestanden import Declaratiestatus
from dakpan.dossier.domain import Zaakstap
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import GeenRecht, Gewijzigd, NietGevonden
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht
from dakpan.plan.toestanden import Periodestatus
from dakpan.uren.tables import Activiteit
from dakpan.uren.toestanden import Urenstatus

REGULIER, EIND = Declaratiesoort.REGULIER, Declaratiesoort.EIND
LATER = date(2022, 5, 18)


@pytest.fixture
def noord(motor: Engine) -> Loket:
    return Loket.open(motor, "uwv-noord")


def uren_van(loket: Loket, zaak: Bouwzaak) -> list[Activiteit]:
    with loket.wereld.als(loket.declarant) as handeling:
        return list(handeling.sessie.scalars(select(Activiteit).where(Activiteit.zaak_id == zaak.zaak_id)))


def test_de_declaratie_uit_het_rapport(noord: Loket) -> None:
    """Toegekend 27,21; eerder 12:20; regels 15:30; correctie -0:37; 14:53 = 14,88 uur à € 95,45. (reizen 7)"""
    zaak = noord.zaak(minuten=[740], werk_vanaf=date(2022, 5, 2))
    noord.dien_in(zaak, tarieven=(TARIEF,), tot_en_met=date(2022, 5, 24))
    noord.schrijf(zaak, ACHT_REGELS, date(2022, 6, 1))
    zaak.beeindig()
    rij = noord.dien_in(zaak, EIND, tarieven=(TARIEF,))
    assert {naam: rij.uitkomst[naam] for naam in ("totaal_duur", "correctie", "declarabel", "declarabel_uren")} == {
        "totaal_duur": "15:30",
        "correctie": "-0:37",
        "declarabel": "14:53",
        "declarabel_uren": "14.88",
    }
    assert rij.bedrag_excl == Bedrag(1420_30)
    assert rij.bedrag_incl == Bedrag(1718_56)
    assert rij.uitkomst["resterend"] == "0:00"
    assert rij.nummer == "UJ-2022-00002"
    zinnen = [stap["tekst"] for stap in rij.uitkomst["stappen"]]
    assert "Toegekend 27,21 uur = 27:13; eerder gedeclareerd 12:20; nu 15:30. Declarabel: 14:53" in zinnen


def test_indienen_deelt_met_de_financier_en_zet_de_uren_vast(noord: Loket) -> None:
    zaak = noord.zaak(minuten=[60, 90])
    op_proef = noord.proef(zaak, tarieven=(TARIEF,))
    assert op_proef.kant is Kant.ORGANISATIE
    with noord.met(noord.beoordelaar, zaak) as (handeling, rij), pytest.raises(NietGevonden):
        haal_declaratie(handeling, rij, op_proef.id)
    ingediend = noord.dien_in(zaak, tarieven=(TARIEF,))
    assert (ingediend.status, ingediend.kant) == (Declaratiestatus.INGEDIEND, Kant.GEDEELD)
    uren = uren_van(noord, zaak)
    assert {een.status for een in uren} == {Urenstatus.GEDECLAREERD}
    assert {een.declaratie_id for een in uren} == {ingediend.id}
    with noord.met(noord.beoordelaar, zaak) as (handeling, rij):
        assert haal_declaratie(handeling, rij, ingediend.id).declarabel == Duur(150)
        assert Zaakstap.DECLARATIE in {een.stap for een in rij.mijlpalen}


def test_zonder_besluit_geen_declaratie(noord: Loket) -> None:
    zaak = noord.zaak(tot=Zaakstap.BEOORDELING)
    with pytest.raises(KanNiet, match="Eerst nog: besluit door de beslisser, accorderen door de jobcoachorganisatie"):
        noord.proef(zaak, tarieven=(TARIEF,))


def test_een_tweede_reguliere_wordt_geweigerd(noord: Loket) -> None:
    zaak = noord.zaak(minuten=[60])
    noord.dien_in(zaak, tarieven=(TARIEF,))
    noord.schrijf(zaak, [60], date(2022, 8, 1))
    with pytest.raises(KanNiet, match="ten hoogste 2 declaraties, waarvan de laatste de einddeclaratie is"):
        noord.proef(zaak, tarieven=(TARIEF,))
    zaak.beeindig()
    with pytest.raises(KanNiet, match="Deze periode is beëindigd: maak de einddeclaratie"):
        noord.proef(zaak, tarieven=(TARIEF,))


def test_een_einddeclaratie_kan_pas_na_het_beeindigen_en_maar_een_keer(noord: Loket) -> None:
    zaak = noord.zaak(minuten=[60])
    with pytest.raises(KanNiet, match="Beëindig eerst de jobcoachperiode"):
        noord.proef(zaak, EIND, tarieven=(TARIEF,))
    zaak.beeindig()
    with pytest.raises(KanNiet, match="maak de einddeclaratie"):
        noord.proef(zaak, REGULIER, tarieven=(TARIEF,))
    noord.dien_in(zaak, EIND, tarieven=(TARIEF,))
    with pytest.raises(KanNiet, match="al ingediend"):
        noord.proef(zaak, EIND, tarieven=(TARIEF,))


def test_een_einddeclaratie_van_nul_mag(noord: Loket) -> None:
    zaak = noord.zaak(minuten=[60])
    noord.dien_in(zaak, tarieven=(TARIEF,))
    zaak.beeindig()
    rij = noord.dien_in(zaak, EIND, tarieven=(TARIEF,))
    assert (rij.declarabel, rij.bedrag_incl) == (Duur(0), Bedrag(0))


def test_een_reguliere_zonder_uren_mag_niet(noord: Loket) -> None:
    zaak = noord.zaak(minuten=[])
    with pytest.raises(InvoerFout, match="geen geaccordeerde uren"):
        noord.proef(zaak, tarieven=(TARIEF,))


def test_alleen_geaccordeerde_uren_tot_en_met_de_gekozen_dag_tellen(noord: Loket) -> None:
    zaak = noord.zaak(minuten=[60], werk_vanaf=LATER)
    noord.schrijf(zaak, [30], LATER, Urenstatus.TE_ACCORDEREN)
    noord.schrijf(zaak, [45], LATER, Urenstatus.VOORRAAD)
    noord.schrijf(zaak, [90], date(2022, 8, 1))
    rij = noord.proef(zaak, tarieven=(TARIEF,), tot_en_met=date(2022, 5, 31))
    assert rij.declarabel == Duur(60)
    assert len(rij.invoer["activiteiten"]) == 1


def test_wat_nooit_wordt_betaald_telt_niet_maar_gaat_wel_mee(noord: Loket) -> None:
    zaak = noord.zaak(minuten=[60])
    noord.schrijf(zaak, [120], LATER, doel="reistijd")
    rij = noord.dien_in(zaak, tarieven=(TARIEF,))
    assert rij.declarabel == Duur(60)
    assert "uwv.niet_vergoedbaar" in {een["code"] for een in rij.uitkomst["bevindingen"]}
    assert {een.status for een in uren_van(noord, zaak)} == {Urenstatus.GEDECLAREERD}


def test_zonder_tarief_is_er_een_vraag_en_geen_indienen(noord: Loket) -> None:
    zaak = noord.zaak(minuten=[60])
    rij = noord.proef(zaak)
    assert rij.bedrag_excl is None
    assert "uwv.parameter_ontbreekt" in {een["code"] for een in rij.uitkomst["bevindingen"]}
    with noord.met(noord.declarant, zaak) as (handeling, van), pytest.raises(KanNiet, match="niet in bron"):
        dien_in(handeling, van, rij.id, rij.versie)


def test_een_opgegeven_tarief_noemt_zijn_bron(noord: Loket) -> None:
    zaak = noord.zaak(minuten=[60])
    with pytest.raises(InvoerFout, match="zeg waar dit tarief staat"):
        noord.proef(zaak, tarieven=(TARIEF,), met_bron=False)
    rij = noord.proef(zaak, tarieven=(TARIEF,))
    (gevonden,) = [een for een in rij.uitkomst["bevindingen"] if een["code"] == "uwv.tarief.opgegeven"]
    assert (gevonden["ernst"], gevonden["bron"]["titel"]) == ("afwegen", "Normbedragen 2022")


def test_het_afgesproken_tarief_gaat_voor(motor: Engine) -> None:
    loket = Loket.open(motor, "staphorst")
    zaak = loket.zaak(minuten=[60], uren=None, bedrag=Bedrag(3441_90), tarief=Bedrag(80_00))
    assert loket.proef(zaak, met_bron=False).bedrag_excl == Bedrag(80_00)
    with pytest.raises(InvoerFout, match="tarief staat al vast op € 80,00"):
        loket.proef(zaak, tarieven=(TARIEF,))


def test_veranderde_uren_na_de_proef_houden_het_indienen_tegen(noord: Loket) -> None:
    zaak = noord.zaak(minuten=[60])
    rij = noord.proef(zaak, tarieven=(TARIEF,))
    noord.schrijf(zaak, [30], LATER)
    with noord.met(noord.declarant, zaak) as (handeling, van), pytest.raises(KanNiet, match="Maak de proef opnieuw"):
        dien_in(handeling, van, rij.id, rij.versie)


def test_een_proef_kan_weg_en_een_nieuwe_vervangt_de_vorige(noord: Loket) -> None:
    zaak = noord.zaak(minuten=[60])
    eerste = noord.proef(zaak, tarieven=(TARIEF,))
    tweede = noord.proef(zaak, tarieven=(TARIEF,))
    with noord.met(noord.declarant, zaak) as (handeling, rij):
        with pytest.raises(NietGevonden):
            haal_declaratie(handeling, rij, eerste.id)
        verwerp_proef(handeling, rij, tweede.id, tweede.versie)
    with noord.met(noord.declarant, zaak) as (handeling, rij):
        assert list(handeling.sessie.scalars(select(Declaratie))) == []


def test_wat_is_ingediend_kan_niet_meer_weg_of_nog_een_keer(noord: Loket) -> None:
    zaak = noord.zaak(minuten=[60])
    rij = noord.dien_in(zaak, tarieven=(TARIEF,))
    with noord.met(noord.declarant, zaak) as (handeling, van):
        with pytest.raises(KanNiet, match="definitief"):
            verwerp_proef(handeling, van, rij.id, rij.versie)
        with pytest.raises(KanNiet, match="al ingediend"):
            dien_in(handeling, van, rij.id, rij.versie)


def test_twee_tegelijk_op_dezelfde_proef(noord: Loket) -> None:
    zaak = noord.zaak(minuten=[60])
    rij = noord.proef(zaak, tarieven=(TARIEF,))
    with noord.met(noord.declarant, zaak) as (eerste, van):
        dien_in(eerste, van, rij.id, rij.versie)
    with noord.met(noord.declarant, zaak) as (tweede, van), pytest.raises(Gewijzigd):
        dien_in(tweede, van, rij.id, rij.versie)


def test_per_kwartaal_een_declaratie(motor: Engine) -> None:
    """Betaling per kwartaal achteraf: een tweede in hetzelfde kwartaal wacht op het volgende."""
    loket = Loket.open(motor, "staphorst")
    zaak = loket.zaak(
        minuten=[60], uren=None, bedrag=Bedrag(3441_90), tarief=Bedrag(95_45), werk_vanaf=date(2022, 3, 1)
    )
    loket.dien_in(zaak, op=date(2022, 5, 10), met_bron=False)
    loket.schrijf(zaak, [60], date(2022, 5, 12))
    with pytest.raises(KanNiet, match="al gedeclareerd: UJ-2022-00001"):
        loket.dien_in(zaak, op=date(2022, 5, 16), met_bron=False)
    assert loket.dien_in(zaak, op=date(2022, 5, 17), met_bron=False).nummer == "UJ-2022-00002"


def test_een_bedrag_begrenst_ook_als_minuten_naar_boven_zijn_afgerond(motor: Engine) -> None:
    """€ 477,25 is 5 uur à € 95,45; wat er dan nog aan honderdsten bij komt betaalt niemand."""
    loket = Loket.open(motor, "staphorst")
    zaak = loket.zaak(minuten=[200, 200], uren=Uren(27_21), bedrag=Bedrag(477_25), tarief=Bedrag(95_45))
    rij = loket.proef(zaak, met_bron=False)
    assert (rij.declarabel, rij.bedrag_excl) == (Duur(300), Bedrag(477_25))
    zinnen = [een["tekst"] for een in rij.uitkomst["bevindingen"] if een["code"] == "staphorst.declaratie.plafond"]
    assert zinnen == ["Van 6:40 past 5:00 in het bedrag van € 477,25 dat nog over is; de laatste minuten vallen af."]


@pytest.mark.parametrize(("tarief", "uren"), [(Bedrag(95_45), "47.14"), (Bedrag(80_00), "56.25")])
def test_een_goedkopere_coach_betekent_meer_uren(motor: Engine, tarief: Bedrag, uren: str) -> None:
    """€ 4.500 à € 95,45 is 47,14 uur; à € 80 is het 56,25 uur. (reizen 12)"""
    loket = Loket.open(motor, "verzonnendam")
    zaak = loket.zaak(minuten=[60 * 12] * 6, uren=None, bedrag=Bedrag(4500_00), tarief=tarief)
    rij = loket.proef(zaak, met_bron=False)
    assert rij.invoer["toegekend_uren"] == uren
    assert rij.bedrag_excl is not None
    assert rij.bedrag_excl <= Bedrag(4500_00)


def test_zonder_recht_geen_declaratie(noord: Loket) -> None:
    zaak = noord.zaak(minuten=[60])
    schrijver = noord.wereld.medewerker(noord.organisatie_id, "Co Coach", Recht.UREN_SCHRIJVEN)
    noord.declarant = schrijver
    with pytest.raises(GeenRecht):
        noord.proef(zaak, tarieven=(TARIEF,))


def test_een_ander_vindt_de_zaak_niet(noord: Loket) -> None:
    zaak = noord.zaak(minuten=[60])
    vreemd = noord.wereld.medewerker(noord.wereld.organisatie("Een ander"), "Anna Ander")
    for ander in (vreemd, noord.wereld.financier("staphorst")):
        with pytest.raises(NietGevonden), noord.met(ander, zaak):
            pass


def test_een_voorlopige_periode_is_nog_niet_te_declareren(noord: Loket) -> None:
    zaak = noord.zaak(minuten=[60], status=Periodestatus.VOORLOPIG)
    with pytest.raises(KanNiet, match="nog niet toegekend"):
        noord.proef(zaak, tarieven=(TARIEF,))
