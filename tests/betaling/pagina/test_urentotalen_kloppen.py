"""De uren van de organisatie kloppen met wat er te declareren is: wat verloren is telt daar niet bij."""

from datetime import date

import pytest
from tests.betaling.dienst.loket import MAART, Loket
from tests.hulp.bezoeker import Bezoeker
from tests.hulp.bouw import Bouwzaak
from tests.uren.pagina import tekst_van

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.duur import GEEN_DUUR, Duur
from dakpan.betaling import lijsten
from dakpan.betaling.corrigeren.deels import keur_deels
from dakpan.betaling.domain import Declaratiesoort
from dakpan.betaling.onderhanden import lezen
from dakpan.plan.tables import Jobcoachperiode
from dakpan.plan.toestanden import Periodestatus
from dakpan.uren.tables import Activiteit
from dakpan.uren.toestanden import Urenstatus
from dakpan.wandeling.urentotalen import (
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

TIJDVAK = Keuze(MAART, date(2022, 8, 18))


@pytest.fixture(name="gevuld")
def _gevuld(dorp: Loket, zaak: Bouwzaak) -> Loket:
    """Te declareren: 2:00 die loopt, en 1:00 op de einddeclaratie die nog komt. Verloren: 0:45 die niet akkoord was
    toen de periode eindigde, 0:50 die uit een einddeclaratie terugkwam, en 0:30 van een aanvraag die niet doorging."""
    geeindigd = _zaak(dorp, "Noor Visser", 60)
    dorp.schrijf(geeindigd, [45], date(2022, 8, 1), Urenstatus.TE_ACCORDEREN)
    geeindigd.beeindig()
    dorp.rekening()
    af = _zaak(dorp, "Sem Smit", 70, 50)
    af.beeindig()
    eind = dorp.factureer(af, dorp.dien_in(af, Declaratiesoort.EIND, met_bron=False), "2022-001")
    with dorp.met(dorp.beoordelaar, af) as (handeling, van):
        uur = handeling.sessie.query(Activiteit.id).filter_by(duur=Duur(50)).scalar()
        keur_deels(handeling, van, eind.id, eind.versie, {uur: "dit was een overleg met de bank"})
    nooit = _zaak(dorp, "Lot Bos", 30)
    with dorp.wereld.bouw(dorp.declarant) as sessie:
        periode = sessie.get(Jobcoachperiode, (nooit.tenant_id, nooit.periode_id))
        assert periode is not None
        periode.status = Periodestatus.VERVALLEN
    return dorp


def _zaak(dorp: Loket, client: str, *minuten: int) -> Bouwzaak:
    return dorp.zaak(
        client=client, minuten=minuten, uren=None, bedrag=Bedrag(3441_90), tarief=Bedrag(95_45), werk_vanaf=MAART
    )


def vijf(totalen: Totalen) -> list[int]:
    return [totalen[een].minuten for een in (*Urenstatus, *Verloren)]


def test_langs_elke_weg_staat_wat_verloren_is_apart(gevuld: Loket) -> None:
    with gevuld.wereld.als(gevuld.declarant) as handeling:
        verwacht = [0, 0, 120 + 60, 70, 45 + 50 + 30]
        assert vijf(samen(handeling, TIJDVAK)) == verwacht
        for per in (per_dag, per_week, per_coach):
            assert vijf(opgeteld(per(handeling, TIJDVAK).values())) == verwacht
        clienten = per_client(handeling, TIJDVAK).regels
        assert {een.naam: vijf(van) for een, van in clienten} == {
            "Mila Bakker": [0, 0, 120, 0, 0],
            "Noor Visser": [0, 0, 60, 0, 45],
            "Sem Smit": [0, 0, 0, 70, 50],
            "Lot Bos": [0, 0, 0, 0, 30],
        }


def test_het_klopt_met_wat_er_te_declareren_is_en_met_het_onderhanden_werk(gevuld: Loket) -> None:
    with gevuld.wereld.als(gevuld.declarant) as handeling:
        geteld = samen(handeling, TIJDVAK)
        te_doen = sum((een.declarabel for een in lijsten.te_declareren(handeling)), GEEN_DUUR)
        assert geteld[Urenstatus.GEACCORDEERD] == te_doen == Duur(180)
        tijdvak = lezen.Tijdvak(TIJDVAK.van, TIJDVAK.tot_en_met)
        stand, regels = lezen.samen(handeling, tijdvak), lezen.onderhanden_werk(handeling, tijdvak)
        assert stand.nooit_meer == geteld[Verloren.NOOIT_MEER] == sum((een.nooit_meer for een in regels), GEEN_DUUR)
        assert stand.totaal == sum((een.totaal for een in regels), GEEN_DUUR) == te_doen


def test_op_het_scherm_en_in_het_bestand(gevuld: Loket, declarant: Bezoeker) -> None:
    declarant.get("/uren/totalen?per=client&van=2022-03-01")
    assert "Niet meer te declareren 2:05" in tekst_van(declarant)
    assert "niet akkoord toen de periode eindigde" in tekst_van(declarant)
    kop, *regels = declarant.get(
        "/meenemen/uren-organisatie.csv?per=client&van=2022-03-01", buffered=True
    ).text.splitlines()
    assert kop.rstrip().endswith("Niet meer te declareren (minuten);Samen (minuten)")
    assert sorted(regel.split(";")[-2] for regel in regels) == ["0", "30", "45", "50"]


def test_zonder_verlies_blijven_het_de_vier_totalen(declarant: Bezoeker, zaak: Bouwzaak) -> None:
    declarant.get("/uren/totalen")
    assert "Niet meer te declareren" not in tekst_van(declarant)
