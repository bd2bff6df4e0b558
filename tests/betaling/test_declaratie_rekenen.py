"""Van activiteiten naar uren en bedragen, los van wat een financier verder vindt. (Rekencontract deel 3)"""

from collections.abc import Sequence
from datetime import date, time, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.begrippen.duur import Duur
from dakpan.begrippen.percentage import Percentage
from dakpan.begrippen.uren import Uren
from dakpan.betaling.declareren import Declaratieregels, OpgegevenTarieven, bereken_declaratie
from dakpan.betaling.domain import Declaratie, Declaratiesoort, EerdereDeclaratie, Tarief, Vergoeding
from dakpan.plan.domain import Doel
from dakpan.uitleg.berekening import Berekening
from dakpan.uitleg.bevinding import Ernst
from dakpan.uitleg.bron import Bron
from dakpan.uren.domain import RAPPORTAGE_SCHRIJVEN, Activiteit, NietVergoed

BRON = Bron("Verzonnen regeling")
REGELS = Declaratieregels(
    regelset="verzonnen",
    plafond=BRON,
    accorderen=BRON,
    niet_vergoed=dict.fromkeys(NietVergoed, BRON),
    rapportage_ten_hoogste=Duur(120),
    rapportage_bron=BRON,
    tarief=BRON,
    tarieven=OpgegevenTarieven(()),
    btw=BRON,
)
NIEUWJAAR = date(2022, 1, 1)
EIND_VAN_HET_JAAR = date(2022, 12, 31)
TARIEF = Tarief(date(2000, 1, 1), Bedrag(95_45))


def _werk(
    datum: date,
    minuten: int,
    doel: Doel | NietVergoed = Doel.STRUCTUREREN,
    *,
    begin: time = time(9),
    activiteit: str = "",
    geaccordeerd: bool = True,
) -> Activiteit:
    return Activiteit(datum, begin, Duur(minuten), doel, activiteit, geaccordeerd)


def _declareer(
    *activiteiten: Activiteit,
    toegekend: str = "100.00",
    eerder: Sequence[int] = (),
    tarieven: Sequence[Tarief] | None = (TARIEF,),
    btw: Percentage | None = Percentage(21_00),  # noqa: B008 - een vaste waarde
    op: date = EIND_VAN_HET_JAAR,
) -> Berekening[Vergoeding]:
    al_gedeclareerd = tuple(EerdereDeclaratie("UJ1", Declaratiesoort.REGULIER, Duur(m)) for m in eerder)
    gevraagd = Declaratie(
        Declaratiesoort.EIND,
        op,
        Uren.uit_iso(toegekend),
        activiteiten,
        al_gedeclareerd,
        None if tarieven is None else tuple(tarieven),
        btw,
    )
    return bereken_declaratie(gevraagd, REGELS)


def _tarieven(**per_dag: str) -> list[Tarief]:
    """``d20220101="90.00"``: het tarief vanaf 1 januari 2022."""
    return [Tarief(date.fromisoformat(dag.removeprefix("d")), Bedrag.uit_iso(t)) for dag, t in per_dag.items()]


def _delen(vergoeding: Vergoeding) -> list[tuple[int, str, str | None]]:
    return [(d.jaar, d.uren.iso, d.bedrag_excl.iso if d.bedrag_excl else None) for d in vergoeding.jaardelen]


def _codes(berekening: Berekening[Vergoeding]) -> list[str]:
    return [b.code.removeprefix("verzonnen.") for b in berekening.bevindingen]


@pytest.mark.parametrize(
    ("toegekend", "minuten"),
    [
        ("27.21", 27 * 60 + 13),  # 27:12,6
        ("0.01", 1),  # 0,6
        ("0.02", 1),  # 1,2
        ("0.04", 2),  # 2,4
        ("0.00", 0),
        ("1.00", 60),
    ],
)
def test_toegekende_uren_in_minuten(toegekend: str, minuten: int) -> None:
    assert _declareer(_werk(NIEUWJAAR, 10_000), toegekend=toegekend).resultaat.declarabel == Duur(minuten)


@pytest.mark.parametrize(
    ("minuten", "uren"),
    [(14 * 60 + 53, "14.88"), (1, "0.02"), (2, "0.03"), (3, "0.05"), (10, "0.17"), (20, "0.33"), (0, "0.00")],
)
def test_minuten_in_uren(minuten: int, uren: str) -> None:
    assert _declareer(_werk(NIEUWJAAR, minuten)).resultaat.uren.iso == uren


@pytest.mark.parametrize(
    ("werk", "toegekend", "eerder", "declarabel_correctie_rest"),
    [
        (60, "2.00", [], ("1:00", "0:00", "1:00")),
        (60, "1.00", [], ("1:00", "0:00", "0:00")),
        (61, "1.00", [], ("1:00", "-0:01", "0:00")),
        (60, "2.00", [30], ("1:00", "0:00", "0:30")),
        (60, "2.00", [30, 61], ("0:29", "-0:31", "0:00")),
        (60, "1.00", [60], ("0:00", "-1:00", "0:00")),
        (60, "1.00", [500], ("0:00", "-1:00", "0:00")),  # eerder meer dan toegekend: nooit onder nul
        (0, "1.00", [15], ("0:00", "0:00", "0:45")),
        (60, "0.00", [], ("0:00", "-1:00", "0:00")),
    ],
)
def test_plafond_correctie_en_rest(
    werk: int, toegekend: str, eerder: list[int], declarabel_correctie_rest: tuple[str, str, str]
) -> None:
    vergoeding = _declareer(_werk(NIEUWJAAR, werk), toegekend=toegekend, eerder=eerder).resultaat
    gevonden = (vergoeding.declarabel, vergoeding.correctie, vergoeding.resterend)

    assert tuple(map(str, gevonden)) == declarabel_correctie_rest


def test_zonder_activiteiten_is_alles_nul() -> None:
    berekening = _declareer(tarieven=())
    vergoeding = berekening.resultaat

    assert (vergoeding.jaardelen, str(vergoeding.totaal), str(vergoeding.correctie)) == ((), "0:00", "0:00")
    assert (vergoeding.bedrag_excl, vergoeding.btw, vergoeding.bedrag_incl) == (NUL_EURO, NUL_EURO, NUL_EURO)
    assert berekening.bevindingen == ()


# De laatste minuten vallen het eerst af: op datum, dan begin, niet op plaats in de lijst.
@pytest.mark.parametrize("andersom", [False, True])
def test_het_plafond_snijdt_de_laatste_minuten_af(andersom: bool) -> None:
    vroeg, laat = _werk(date(2021, 12, 30), 60), _werk(date(2022, 1, 3), 60)
    tarieven = _tarieven(d20210101="100.00", d20220101="200.00")

    lijst = (laat, vroeg) if andersom else (vroeg, laat)
    vergoeding = _declareer(*lijst, toegekend="1.50", tarieven=tarieven).resultaat

    assert _delen(vergoeding) == [(2021, "1.00", "100.00"), (2022, "0.50", "100.00")]


def test_wat_helemaal_is_afgesneden_heeft_geen_deel() -> None:
    vroeg, laat = _werk(date(2021, 12, 30), 60), _werk(date(2022, 1, 3), 60)

    assert _delen(_declareer(vroeg, laat, toegekend="1.00").resultaat) == [(2021, "1.00", "95.45")]


def test_overlappende_activiteiten_tellen_allebei() -> None:
    zelfde = _werk(NIEUWJAAR, 60)

    berekening = _declareer(zelfde, zelfde, _werk(NIEUWJAAR, 60, begin=time(9, 30)))

    assert str(berekening.resultaat.totaal) == "3:00"
    assert _codes(berekening) == []


# Feiten 6, G14: werk uit 2016, gedeclareerd in 2017, tegen het tarief van 2016
def test_het_tarief_van_de_werkdag_en_niet_van_de_declaratie() -> None:
    tarieven = _tarieven(d20160101="80.00", d20170101="81.00")
    werk = _werk(date(2016, 12, 31), 60), _werk(date(2017, 1, 1), 60)

    vergoeding = _declareer(*werk, tarieven=tarieven, op=date(2017, 2, 1)).resultaat

    assert _delen(vergoeding) == [(2016, "1.00", "80.00"), (2017, "1.00", "81.00")]


def test_twee_tarieven_in_een_jaar_op_volgorde_van_datum() -> None:
    tarieven = _tarieven(d20220701="95.00", d20220101="90.00")  # de volgorde in het bestand doet er niet toe
    werk = _werk(date(2022, 7, 1), 60), _werk(date(2022, 6, 30), 60)

    assert _delen(_declareer(*werk, tarieven=tarieven).resultaat) == [(2022, "1.00", "90.00"), (2022, "1.00", "95.00")]


def test_hetzelfde_tarief_in_een_jaar_is_een_deel() -> None:
    tarieven = _tarieven(d20220101="90.00", d20220301="95.00", d20220601="90.00")
    werk = [_werk(date(2022, maand, 1), 60) for maand in (1, 3, 6)]

    assert _delen(_declareer(*werk, tarieven=tarieven).resultaat) == [(2022, "2.00", "180.00"), (2022, "1.00", "95.00")]


def test_hetzelfde_tarief_in_twee_jaren_zijn_twee_delen() -> None:
    werk = _werk(date(2021, 12, 31), 60), _werk(date(2022, 1, 1), 60)

    assert _delen(_declareer(*werk).resultaat) == [(2021, "1.00", "95.45"), (2022, "1.00", "95.45")]


# Honderdsten naar de grootste rest, bij gelijke rest het latere deel eerst. Met de hand:
@pytest.mark.parametrize(
    ("minuten_per_jaar", "totaal", "delen"),
    [
        ([10, 10], "0.33", ["0.16", "0.17"]),  # 16⅔ en 16⅔, samen 33⅓: één over, voor het latere
        ([1, 1], "0.03", ["0.01", "0.02"]),  # 1⅔ en 1⅔, samen 3⅓
        ([20, 20, 20], "1.00", ["0.33", "0.33", "0.34"]),  # 33⅓ elk: één over
        ([10, 10, 10], "0.50", ["0.16", "0.17", "0.17"]),  # 16⅔ elk: twee over
        ([10, 20], "0.50", ["0.17", "0.33"]),  # 16⅔ heeft de grootste rest, al is het eerder
        ([20, 10], "0.50", ["0.33", "0.17"]),
        ([20, 20], "0.67", ["0.33", "0.34"]),  # 33⅓ en 33⅓, samen 66⅔: één over
        ([60, 1], "1.02", ["1.00", "0.02"]),
        ([30, 3], "0.55", ["0.50", "0.05"]),  # niets over
    ],
)
def test_honderdsten_verdeeld(minuten_per_jaar: list[int], totaal: str, delen: list[str]) -> None:
    werk = [_werk(date(2019 + nummer, 5, 1), minuten) for nummer, minuten in enumerate(minuten_per_jaar)]

    vergoeding = _declareer(*werk).resultaat

    assert vergoeding.uren.iso == totaal
    assert [deel.uren.iso for deel in vergoeding.jaardelen] == delen


def test_elk_deel_wordt_half_omhoog_afgerond() -> None:
    # 0,50 × 95,45 = 47,725
    assert _delen(_declareer(_werk(NIEUWJAAR, 30)).resultaat) == [(2022, "0.50", "47.73")]


def test_btw_half_omhoog_over_het_totaal() -> None:
    # Twee delen van € 0,50: 21% over € 1,00 is 0,21. Per deel afgerond zou het 0,11 + 0,11 zijn.
    een_euro = _tarieven(d20200101="1.00")
    twee_delen = _declareer(_werk(date(2021, 12, 31), 30), _werk(NIEUWJAAR, 30), tarieven=een_euro).resultaat
    een_deel = _declareer(_werk(NIEUWJAAR, 30), tarieven=een_euro).resultaat

    assert (twee_delen.bedrag_excl, twee_delen.btw, twee_delen.bedrag_incl) == (Bedrag(1_00), Bedrag(21), Bedrag(1_21))
    assert (een_deel.btw, een_deel.bedrag_incl) == (Bedrag(11), Bedrag(61))  # 0,105 half omhoog


def test_nul_procent_btw() -> None:
    vergoeding = _declareer(_werk(NIEUWJAAR, 60), btw=Percentage(0)).resultaat

    assert (vergoeding.btw, vergoeding.bedrag_incl) == (NUL_EURO, Bedrag(95_45))


def test_zonder_btw_percentage_blijft_de_btw_leeg() -> None:
    berekening = _declareer(_werk(NIEUWJAAR, 60), btw=None)
    vergoeding = berekening.resultaat

    assert (vergoeding.bedrag_excl, vergoeding.btw, vergoeding.bedrag_incl) == (Bedrag(95_45), None, None)
    assert [(b.code, b.ernst) for b in berekening.bevindingen] == [("verzonnen.parameter_ontbreekt", Ernst.AFWEGEN)]


@pytest.mark.parametrize("tarieven", [None, (), _tarieven(d20220101="90.00")], ids=["geen", "leeg", "te laat"])
def test_ontbreekt_een_tarief_dan_is_elk_bedrag_leeg(tarieven: Sequence[Tarief] | None) -> None:
    berekening = _declareer(_werk(date(2021, 12, 31), 60), _werk(NIEUWJAAR, 60), tarieven=tarieven)
    vergoeding = berekening.resultaat

    assert (vergoeding.bedrag_excl, vergoeding.btw, vergoeding.bedrag_incl) == (None, None, None)
    assert [deel.bedrag_excl for deel in vergoeding.jaardelen] == [None, None]
    assert [deel.uren.iso for deel in vergoeding.jaardelen] == ["1.00", "1.00"]
    assert [(b.code, b.ernst) for b in berekening.bevindingen] == [("verzonnen.parameter_ontbreekt", Ernst.AFWEGEN)]


@pytest.mark.parametrize("dag", [date(2021, 12, 31), date(2022, 1, 1)])
def test_een_tarief_geldt_vanaf_zijn_eerste_dag(dag: date) -> None:
    vergoeding = _declareer(_werk(dag, 60), tarieven=_tarieven(d20220101="90.00")).resultaat

    assert (vergoeding.bedrag_excl is None) == (dag.year == 2021)


@pytest.mark.parametrize(
    ("werk", "codes"),
    [
        (_werk(NIEUWJAAR, 60, geaccordeerd=False), ["niet_geaccordeerd"]),
        (_werk(date(2023, 1, 1), 60), ["in_de_toekomst"]),
        (_werk(EIND_VAN_HET_JAAR, 60), []),  # de declaratiedatum zelf telt mee
        *((_werk(NIEUWJAAR, 60, soort), ["niet_vergoedbaar"]) for soort in NietVergoed),
        *((_werk(NIEUWJAAR, 60, doel), []) for doel in Doel),
    ],
)
def test_wat_niet_telt_krijgt_een_bevinding(werk: Activiteit, codes: list[str]) -> None:
    berekening = _declareer(werk, _werk(NIEUWJAAR, 15))

    assert _codes(berekening) == codes
    assert str(berekening.resultaat.totaal) == ("0:15" if codes else "1:15")
    assert all(b.ernst is Ernst.INFORMATIE for b in berekening.bevindingen)


def test_elke_activiteit_krijgt_haar_eigen_bevinding_ook_als_zij_gelijk_zijn() -> None:
    zelfde = _werk(NIEUWJAAR, 60, geaccordeerd=False)

    assert _codes(_declareer(zelfde, zelfde, zelfde)) == ["niet_geaccordeerd"] * 3


def test_de_bevinding_zegt_welke_activiteit_het_is() -> None:
    (bevinding,) = _declareer(_werk(NIEUWJAAR, 90, begin=time(14, 5), geaccordeerd=False)).bevindingen

    assert "01-01-2022 om 14:05 (1:30)" in bevinding.tekst


def _verslag(minuten: int, *, geaccordeerd: bool = True) -> Activiteit:
    soort = Doel.EVALUATIE_EN_COORDINATIE
    return _werk(NIEUWJAAR, minuten, soort, activiteit=RAPPORTAGE_SCHRIJVEN, geaccordeerd=geaccordeerd)


@pytest.mark.parametrize(
    ("verslagen", "totaal", "te_veel"),
    [
        ([_verslag(120)], "2:00", False),
        ([_verslag(121)], "2:01", True),
        ([_verslag(60), _verslag(61)], "2:01", True),
        ([_verslag(120), _verslag(60, geaccordeerd=False)], "2:00", False),
    ],
)
def test_verslag_schrijven_boven_twee_uur_telt_maar_vraagt_een_afweging(
    verslagen: list[Activiteit], totaal: str, te_veel: bool
) -> None:
    berekening = _declareer(*verslagen)
    af_te_wegen = [b.code for b in berekening.bevindingen if b.ernst is Ernst.AFWEGEN]

    assert str(berekening.resultaat.totaal) == totaal
    assert af_te_wegen == (["verzonnen.rapportage_uren"] if te_veel else [])


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
    vergoeding = _declareer(*werk, toegekend=toegekend.iso, eerder=eerder, tarieven=tarieven).resultaat
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

    eerste = _declareer(*werk, toegekend=toegekend.iso, tarieven=tarieven)
    tweede = _declareer(*ander, toegekend=toegekend.iso, tarieven=andere_tarieven)

    assert eerste.resultaat == tweede.resultaat
    assert sorted(_codes(eerste)) == sorted(_codes(tweede))


@given(activiteiten, toekenningen)
def test_elk_deel_ligt_minder_dan_een_honderdste_van_zijn_minuten(werk: list[Activiteit], toegekend: Uren) -> None:
    vergoeding = _declareer(*werk, toegekend=toegekend.iso).resultaat
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

    krap = _declareer(*werk, toegekend=toegekend.iso).resultaat
    ruim = _declareer(*werk, toegekend=meer.iso).resultaat

    assert krap.declarabel <= ruim.declarabel
    assert krap.resterend <= ruim.resterend


def test_heel_veel_activiteiten_blijven_vlot() -> None:
    werk = [_werk(NIEUWJAAR + timedelta(n % 300), 1 + n % 7, geaccordeerd=n % 2 == 0) for n in range(10_000)]

    assert len(_declareer(*werk).bevindingen) == 5_000
