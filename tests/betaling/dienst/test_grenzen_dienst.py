"""Wat er ook wordt geschreven: de delen tellen op, niets gaat over de grens, en volgorde doet er niet toe."""

from datetime import date, time, timedelta
from itertools import count
from random import Random

from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Engine, event
from tests.betaling.dienst.loket import TARIEF, Loket
from tests.plugins.hulp import regels

from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.begrippen.duur import Duur
from dakpan.begrippen.kalender import volgende_maandgrens
from dakpan.begrippen.periode import Periode
from dakpan.begrippen.uren import Uren
from dakpan.betaling import lijsten
from dakpan.betaling.betalen import tellen
from dakpan.betaling.betalen.termijnen import verdeel
from dakpan.betaling.declaratie.bedragplafond import binnen_bedrag
from dakpan.betaling.domain import Declaratie, Declaratiesoort, EerdereDeclaratie, Tarief, Vergoeding
from dakpan.betaling.overzicht import overzicht
from dakpan.betaling.toekenning import kwartaal_van
from dakpan.betaling.toestanden import Betaalstatus
from dakpan.plan.domain import Doel
from dakpan.uitleg.berekening import Berekening
from dakpan.uren.domain import Activiteit

BEGIN = date(2022, 2, 17)
BEDRAGEN = st.integers(0, 10_000_00).map(Bedrag)
WERK = st.lists(st.tuples(st.integers(0, 600), st.integers(1, 600)), max_size=12)


def maak_activiteiten(werk: list[tuple[int, int]]) -> tuple[Activiteit, ...]:
    return tuple(
        Activiteit(BEGIN + timedelta(days=dag), time(9), Duur(minuten), Doel.STRUCTUREREN, geaccordeerd=True)
        for dag, minuten in werk
    )


def reken(werk: list[tuple[int, int]], toegekend: Uren, eerder: int, ruimte: Bedrag) -> Vergoeding:
    tarieven = (Tarief(BEGIN, Bedrag(95_45)), Tarief(date(2023, 1, 1), Bedrag(81_17)))
    al = (EerdereDeclaratie("UJ1", Declaratiesoort.REGULIER, Duur(eerder)),)

    def bereken(uren: Uren) -> Berekening[Vergoeding]:
        gevraagd = Declaratie(Declaratiesoort.EIND, date(2024, 1, 1), uren, maak_activiteiten(werk), al, tarieven)
        return regels("g4").bereken_vergoeding(gevraagd, date(2024, 1, 1))

    return binnen_bedrag(bereken, toegekend, Duur(eerder), ruimte).resultaat


@given(werk=WERK, toegekend=st.integers(0, 100_00).map(Uren), eerder=st.integers(0, 3_000), ruimte=BEDRAGEN)
def test_nooit_meer_dan_toegekend_in_uren_en_in_geld(
    werk: list[tuple[int, int]], toegekend: Uren, eerder: int, ruimte: Bedrag
) -> None:
    uit = reken(werk, toegekend, eerder, ruimte)
    assert uit.bedrag_excl is not None
    assert uit.bedrag_excl <= ruimte
    assert Duur(0) <= uit.declarabel <= max(Duur(0), Duur.uit_uren(toegekend) - Duur(eerder))
    assert sum((een.bedrag_excl for een in uit.jaardelen if een.bedrag_excl), NUL_EURO) == uit.bedrag_excl
    assert sum(een.uren.honderdsten for een in uit.jaardelen) == uit.uren.honderdsten
    assert uit.totaal + uit.correctie == uit.declarabel


@given(werk=WERK, ruimte=BEDRAGEN, toeval=st.randoms(use_true_random=False))
def test_de_volgorde_van_accorderen_maakt_niet_uit(werk: list[tuple[int, int]], ruimte: Bedrag, toeval: Random) -> None:
    geschud = list(werk)
    toeval.shuffle(geschud)
    een, ander = (reken(volgorde, Uren(40_00), 60, ruimte) for volgorde in (werk, geschud))
    assert (een.declarabel, een.bedrag_excl, een.jaardelen) == (ander.declarabel, ander.bedrag_excl, ander.jaardelen)


@given(bedrag=BEDRAGEN, aantal=st.integers(1, 40))
def test_termijnen_tellen_op_tot_het_bedrag(bedrag: Bedrag, aantal: int) -> None:
    delen = verdeel(bedrag, aantal)
    assert sum(delen, NUL_EURO) == bedrag
    assert len(delen) == aantal
    assert max(delen) == delen[-1]


@given(begin=st.dates(date(2000, 1, 1), date(2100, 1, 1)), nummer=st.integers(0, 12))
def test_een_kwartaal_begint_op_zijn_maandgrens(begin: date, nummer: int) -> None:
    eerste = volgende_maandgrens(begin, nummer * 3)
    laatste = volgende_maandgrens(begin, (nummer + 1) * 3) - timedelta(days=1)
    assert Periode(eerste, laatste).dagen > 80
    assert kwartaal_van(begin, laatste) == nummer
    assert kwartaal_van(begin, laatste + timedelta(days=1)) == nummer + 1


def tel_vragen(loket: Loket) -> tuple[int, int, int, int]:
    """Hoeveel opdrachten kosten de lijsten en het overzicht nu?"""
    gezien: list[str] = []
    event.listen(loket.wereld.motor, "before_cursor_execute", lambda *een: gezien.append(een[2]))
    aantallen = []
    zaak = loket.zaken[0]
    with loket.met(loket.declarant, zaak) as (handeling, rij):
        for doe in (
            lambda: lijsten.te_declareren(handeling, "mila"),
            lambda: lijsten.declaraties(handeling, "mila"),
            lambda: overzicht(handeling, rij),
        ):
            gezien.clear()
            doe()
            aantallen.append(len(gezien))
    with loket.wereld.als(loket.betaler) as handeling:
        gezien.clear()
        lijsten.betalingen(handeling, Betaalstatus.KLAARGEZET)
        tellen.stand(handeling)
        lijsten.bestanden(handeling)
        aantallen.append(len(gezien))
    return aantallen[0], aantallen[1], aantallen[2], aantallen[3]


def test_lijsten_kosten_evenveel_vragen_hoeveel_er_ook_is(motor: Engine) -> None:
    loket = Loket.open(motor, "uwv-noord")
    loket.rekening()
    nummers = count(1)

    def vul() -> None:
        zaak = loket.zaak(minuten=[60, 60])
        ingediend = loket.dien_in(zaak, tarieven=(TARIEF,))
        loket.keur(zaak, loket.factureer(zaak, ingediend, f"2022-{next(nummers)}"))
        loket.schrijf(zaak, [60], date(2022, 8, 1))

    vul()
    een = tel_vragen(loket)
    for _ in range(3):
        vul()
    assert tel_vragen(loket) == een
    with loket.wereld.als(loket.declarant) as handeling:
        assert [rij.declarabel for rij in lijsten.te_declareren(handeling)] == [Duur(60)] * 4
        assert len(lijsten.declaraties(handeling, "bakker")) == 4
        assert lijsten.declaraties(handeling, "niemand") == []
        alle = lijsten.declaraties(handeling)
        assert alle == sorted(alle, key=lambda rij: (rij.datum, rij.id), reverse=True)
        assert lijsten.declaraties(handeling, na=alle[1].id) == alle[2:]
