"""Wat voor elke declaratie geldt, wat er ook wordt gedeclareerd. (Rekencontract deel 3)"""

from datetime import date, time, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from tests.betaling.declaratiehulp import EIND_VAN_HET_JAAR, NIEUWJAAR, codes_van, declareer, maak_werk

from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.begrippen.duur import Duur
from dakpan.begrippen.uren import Uren
from dakpan.betaling.domain import Tarief
from dakpan.plan.domain import Doel
from dakpan.uren.domain import Activiteit, NietVergoed

werkdagen = st.dates(date(2020, 1, 1), date(2023, 6, 30))
activiteiten = st.lists(
    st.builds(
        Activiteit,
        werkdagen,
        st.times(time(0), time(23, 59)).map(lambda t: t.replace(second=0, microsecond=0)),
        st.integers(0, 600).map(Duur),
        st.sampled_from([*Doel, NietVergoed.REISTIJD]),
        st.just(""),
        st.sampled_from([True, True, True, False]),
    ),
    max_size=12,
)
tarievenlijsten = st.lists(
    st.builds(Tarief, werkdagen, st.integers(1, 200_00).map(Bedrag)), max_size=4, unique_by=lambda t: t.vanaf
)
toekenningen = st.integers(0, 60_00).map(Uren)


@given(activiteiten, tarievenlijsten, toekenningen, st.lists(st.integers(0, 2_000), max_size=2))
def test_delen_tellen_op_en_blijven_onder_het_plafond(
    werk: list[Activiteit], tarieven: list[Tarief], toegekend: Uren, eerder: list[int]
) -> None:
    vergoeding = declareer(*werk, toegekend=toegekend.iso, eerder=eerder, tarieven=tarieven).resultaat
    ruimte = max(0, Duur.uit_uren(toegekend).minuten - sum(eerder))

    assert 0 <= vergoeding.declarabel.minuten <= min(ruimte, vergoeding.totaal.minuten)
    assert vergoeding.totaal + vergoeding.correctie == vergoeding.declarabel
    assert vergoeding.declarabel.minuten + vergoeding.resterend.minuten == ruimte
    assert sum(deel.uren.honderdsten for deel in vergoeding.jaardelen) == vergoeding.uren.honderdsten
    bedragen = [deel.bedrag_excl for deel in vergoeding.jaardelen if deel.bedrag_excl is not None]
    if vergoeding.bedrag_excl is None:
        assert bedragen == []
    else:
        assert sum(bedragen, NUL_EURO) == vergoeding.bedrag_excl


@given(st.data(), activiteiten, tarievenlijsten, toekenningen)
def test_de_volgorde_van_de_lijst_doet_er_niet_toe(
    data: st.DataObject, werk: list[Activiteit], tarieven: list[Tarief], toegekend: Uren
) -> None:
    ander = data.draw(st.permutations(werk))
    andere_tarieven = data.draw(st.permutations(tarieven))

    eerste = declareer(*werk, toegekend=toegekend.iso, tarieven=tarieven)
    tweede = declareer(*ander, toegekend=toegekend.iso, tarieven=andere_tarieven)

    assert eerste.resultaat == tweede.resultaat
    assert sorted(codes_van(eerste)) == sorted(codes_van(tweede))


@given(activiteiten, toekenningen)
def test_elk_deel_ligt_minder_dan_een_honderdste_van_zijn_minuten(werk: list[Activiteit], toegekend: Uren) -> None:
    vergoeding = declareer(*werk, toegekend=toegekend.iso).resultaat
    over, minuten = vergoeding.declarabel.minuten, dict[int, int]()
    telt = [a for a in werk if a.geaccordeerd and isinstance(a.doel, Doel) and a.datum <= EIND_VAN_HET_JAAR]
    for een in sorted(telt, key=lambda a: (a.datum, a.begin)):
        mee = min(over, een.duur.minuten)
        over -= mee
        minuten[een.datum.year] = minuten.get(een.datum.year, 0) + mee

    for deel in vergoeding.jaardelen:
        assert abs(deel.uren.exact - Fraction(minuten[deel.jaar], 60)) < Fraction(1, 100)
    assert [deel.jaar for deel in vergoeding.jaardelen] == sorted(jaar for jaar, aantal in minuten.items() if aantal)


@given(activiteiten, toekenningen, st.integers(1, 400))
def test_meer_toekenning_geeft_nooit_minder(werk: list[Activiteit], toegekend: Uren, erbij: int) -> None:
    meer = Uren(toegekend.honderdsten + erbij)

    krap = declareer(*werk, toegekend=toegekend.iso).resultaat
    ruim = declareer(*werk, toegekend=meer.iso).resultaat

    assert krap.declarabel <= ruim.declarabel
    assert krap.resterend <= ruim.resterend


def test_heel_veel_activiteiten_blijven_vlot() -> None:
    werk = [maak_werk(NIEUWJAAR + timedelta(n % 300), 1 + n % 7, geaccordeerd=n % 2 == 0) for n in range(10_000)]

    assert len(declareer(*werk).bevindingen) == 5_000
