"""Par. 1.2, 1.4, 1.5, 1.6 en 2.1: de vorm, de coach, het regime, het tarief, de duur en de termijn."""

from datetime import date, timedelta
from itertools import product

import pytest
from tests.plugins.staphorst.zaak import GEMEENTELIJK, INTERN, MET_INTENTIE, PROEF, Anders, codes, ernst, tekst, zaak

BEGIN = date(2023, 3, 1)
REGIMES = ("zeer_licht", "licht", "midden", "intensief")


@pytest.mark.parametrize("vorm", ["extern", "intern", "gemeentelijk"])
@pytest.mark.parametrize(
    ("regime", "verwacht"),
    [("zeer_licht", "blokkerend"), ("licht", "voldaan"), ("midden", "voldaan"), ("intensief", "voldaan")],
)
def test_er_zijn_drie_begeleidingsregimes(vorm: str, regime: str, verwacht: str) -> None:
    """1.5: "We onderscheiden drie begeleidingsregimes"."""
    assert ernst("regime.niet_beschikbaar", aanvraag={"vorm": vorm, "regime": regime}) == verwacht


COACHES = [
    dict(zip(("hbo", "opleiding", "harrie", "gecertificeerd"), ja, strict=True)) for ja in product((0, 1), repeat=4)
]


def _coach(wat: dict[str, int]) -> Anders:
    return {naam: bool(heeft) for naam, heeft in wat.items()}


@pytest.mark.parametrize("regime", REGIMES)
@pytest.mark.parametrize("wat", COACHES, ids=str)
def test_een_externe_jobcoach_heeft_hbo_en_een_opleiding(regime: str, wat: dict[str, int]) -> None:
    """1.4: "minimaal hbo werk en denkniveau, een jobcoach opleiding"; certificaten tellen niet."""
    verwacht = "voldaan" if wat["hbo"] and wat["opleiding"] else "afwegen"

    assert ernst("jobcoach.eisen", aanvraag={"regime": regime, "jobcoach": _coach(wat)}) == verwacht


@pytest.mark.parametrize("regime", ["midden", "intensief"])
@pytest.mark.parametrize("wat", COACHES, ids=str)
def test_intern_midden_en_intensief_vragen_een_certificaat(regime: str, wat: dict[str, int]) -> None:
    """1.4: "In geval van een middel- of intensief regime is een jobcoachcertificering verplicht"."""
    verwacht = "voldaan" if wat["gecertificeerd"] else "blokkerend"

    assert ernst("jobcoach.eisen", aanvraag={**INTERN, "regime": regime, "jobcoach": _coach(wat)}) == verwacht


@pytest.mark.parametrize(
    ("waarom", "dag", "verwacht"),
    [
        ("verhuizing", "2024-02-29", "afwegen"),
        ("verhuizing", "2024-03-01", "blokkerend"),
        ("stage_vso_pro", "2023-09-01", "afwegen"),
        ("stage_vso_pro", None, "blokkerend"),
        ("lopende_toekenning", "2025-01-01", "afwegen"),
        ("lopende_toekenning", None, "blokkerend"),
        (None, "2023-09-01", "blokkerend"),
    ],
)
def test_wie_nog_niet_voldoet_bevestigt_wanneer_wel(waarom: str | None, dag: str | None, verwacht: str) -> None:
    """1.4: na een verhuizing of stage "binnen één jaar", anders "het concrete vooruitzicht"; begin 1 maart 2023."""
    coach = {"gecertificeerd": False, "uitzondering": waarom, "voldoet_op": dag}

    assert ernst("jobcoach.eisen", aanvraag={**INTERN, "jobcoach": coach}) == verwacht


def test_wie_al_voldoet_heeft_geen_uitzondering_nodig() -> None:
    coach = {"gecertificeerd": True, "uitzondering": "verhuizing", "voldoet_op": "2030-01-01"}

    assert ernst("jobcoach.eisen", aanvraag={**INTERN, "jobcoach": coach}) == "voldaan"


@pytest.mark.parametrize("wat", COACHES, ids=str)
def test_intern_licht_vraagt_harrie_of_iets_vergelijkbaars(wat: dict[str, int]) -> None:
    """1.4: "een HARRIE certificaat … of iets vergelijksbaars (ter beoordeling aan de gemeente)"."""
    verwacht = "voldaan" if wat["harrie"] else "afwegen"

    assert ernst("jobcoach.eisen", aanvraag={**INTERN, "regime": "licht", "jobcoach": _coach(wat)}) == verwacht


def test_de_eisen_gelden_ook_tijdens_een_proefplaatsing() -> None:
    anders = {**INTERN, **PROEF, "jobcoach": {"gecertificeerd": False}}

    assert ernst("jobcoach.eisen", aanvraag=anders, dienstverband=MET_INTENTIE) == "blokkerend"


@pytest.mark.parametrize("regime", REGIMES)
def test_voor_een_gemeentelijke_jobcoach_staan_er_geen_eisen(regime: str) -> None:
    assert ernst("jobcoach.eisen", aanvraag={**GEMEENTELIJK, "regime": regime, "jobcoach": {}}) is None


def test_voor_een_regime_dat_niet_bestaat_staan_er_intern_geen_eisen() -> None:
    assert ernst("jobcoach.eisen", aanvraag={**INTERN, "regime": "zeer_licht", "jobcoach": {}}) is None


@pytest.mark.parametrize("vorm", ["extern", "intern"])
def test_wie_niet_voldoet_leest_wanneer_maatwerk_kan(vorm: str) -> None:
    """1.4, uitzondering op gestelde voorwaarden: lopend, na een verhuizing, of na een stage van VSO of PRO."""
    zin = tekst("jobcoach.eisen", aanvraag={"vorm": vorm, "jobcoach": {"hbo": False, "gecertificeerd": False}})

    assert all(woord in zin for woord in ("maatwerkafspraak", "lopende", "verhuizing", "VSO of PRO"))


@pytest.mark.parametrize(
    ("tarief", "verwacht"),
    [("0.01", "voldaan"), ("95.45", "voldaan"), ("95.46", "blokkerend"), ("500.00", "blokkerend"), (None, None)],
)
def test_het_uurtarief_is_ten_hoogste_95_45(tarief: str | None, verwacht: str | None) -> None:
    """1.5: "een maximaal tarief gehanteerd van € 95,45 excl. btw per uur"."""
    assert ernst("tarief.maximum", aanvraag={"tarief": tarief}) == verwacht


@pytest.mark.parametrize("vorm", ["intern", "gemeentelijk"])
def test_alleen_extern_heeft_een_maximaal_tarief(vorm: str) -> None:
    assert ernst("tarief.maximum", aanvraag={"vorm": vorm, "tarief": "95.46"}) is None


def test_het_tarief_geldt_ook_tijdens_een_proefplaatsing() -> None:
    anders = {**PROEF, "tarief": "95.46"}

    assert ernst("tarief.maximum", aanvraag=anders, dienstverband=MET_INTENTIE) == "blokkerend"


@pytest.mark.parametrize(
    ("dagen", "verwacht"), [(-90, "voldaan"), (0, "voldaan"), (56, "voldaan"), (57, "afwegen"), (400, "afwegen")]
)
@pytest.mark.parametrize("vorm", ["extern", "intern", "gemeentelijk"])
def test_aanvragen_kan_tot_en_met_dag_56(vorm: str, dagen: int, verwacht: str) -> None:
    """2.1: "uiterlijk 8 weken na aanvang"."""
    ontvangen = (BEGIN + timedelta(dagen)).isoformat()

    assert ernst("termijn.aanvraag", aanvraag={"vorm": vorm, "ontvangen_op": ontvangen}) == verwacht


def test_bij_een_lopende_baan_telt_wanneer_de_noodzaak_bleek() -> None:
    """2.1: "zo spoedig mogelijk na constatering van de noodzaak"; 1.3, lopende dienstbetrekking."""
    assert "noodzaak" in tekst("termijn.aanvraag", aanvraag={"ontvangen_op": "2023-12-01"})


def test_een_aanvaarde_reden_verandert_de_termijn_van_staphorst_niet() -> None:
    laat = {"ontvangen_op": "2023-04-27", "reden_te_laat": "Ziek.", "reden_te_laat_aanvaard": True}

    assert ernst("termijn.aanvraag", aanvraag=laat) == "afwegen"


@pytest.mark.parametrize(
    ("gebruikt", "eind", "verwacht"),
    [
        (0, "2026-02-28", "voldaan"),  # precies 36 maanden
        (0, "2026-03-01", "blokkerend"),  # de 37e is begonnen
        (30, "2023-08-31", "voldaan"),  # 30 + 6
        (30, "2023-09-01", "blokkerend"),  # 30 + 7 begonnen
        (31, "2023-07-31", "voldaan"),
        (31, "2023-08-01", "blokkerend"),
        (35, "2023-03-01", "voldaan"),  # één dag is een begonnen maand
        (36, "2023-03-01", "blokkerend"),
        (60, "2023-08-31", "blokkerend"),
    ],
)
def test_ten_hoogste_36_maanden(gebruikt: int, eind: str, verwacht: str) -> None:
    """1.6: "Deze periode gaat naar maximaal drie jaar"."""
    uitslag = ernst("duur.maximum", aanvraag={"eind": eind}, historie={"maanden_jobcoaching": gebruikt})

    assert uitslag == verwacht


@pytest.mark.parametrize(("jaar", "verwacht"), [(1, "voldaan"), (3, "voldaan"), (4, "blokkerend"), (40, "blokkerend")])
def test_een_vierde_jaar_bestaat_niet(jaar: int, verwacht: str) -> None:
    assert ernst("duur.maximum", aanvraag={"jaar": jaar}) == verwacht


@pytest.mark.parametrize("anders", [{"jaar": 4}, {"eind": "2026-03-01"}], ids=str)
def test_wie_langer_nodig_heeft_leest_van_beschut_werk(anders: Anders) -> None:
    """1.6: "of een indicatie Beschut werk … niet méér op zijn plaats is"; een nieuwe baan begint opnieuw."""
    zin = tekst("duur.maximum", aanvraag=anders)

    assert "beschut werk" in zin
    assert "Een nieuwe werkgever of functie begint opnieuw" in zin


def test_verlengen_kan_niet_ook_niet_gemotiveerd() -> None:
    """1.6: "In Staphorst bieden we die mogelijkheid niet"."""
    assert ernst("duur.maximum", aanvraag={"jaar": 4, "verlenging_gemotiveerd": "Nieuwe taken."}) == "blokkerend"


@pytest.mark.parametrize("historie", [{"maanden_jobcoaching": 36}, {"maanden_jobcoaching": 200}])
def test_een_proefplaatsing_telt_niet_mee_voor_de_duur(historie: Anders) -> None:
    """1.3: "telt niet mee voor de maximale duur van jobcoaching"."""
    assert ernst("duur.maximum", aanvraag=PROEF, dienstverband=MET_INTENTIE, historie=historie) is None


def test_maanden_proefplaatsing_tellen_later_ook_niet_mee() -> None:
    historie = {"maanden_jobcoaching": 30, "maanden_proefplaatsing": 6}

    assert ernst("duur.maximum", historie=historie) == "voldaan"


@pytest.mark.parametrize(
    ("eind", "contract_eind", "verwacht"),
    [
        ("2023-08-31", None, "voldaan"),
        ("2023-09-01", None, "informatie"),
        ("2023-08-31", "2023-08-31", "voldaan"),
        ("2023-08-31", "2023-08-30", "informatie"),
    ],
)
def test_toegekend_wordt_een_half_jaar_of_een_korter_contract(
    eind: str, contract_eind: str | None, verwacht: str
) -> None:
    """1.6, toekenningsperiode: "voor een half jaar of voor de duur van het arbeidscontract"; het blokkeert niet."""
    baan = {"eind": contract_eind}

    assert ernst("periode.toekenning", aanvraag={"eind": eind}, dienstverband=baan) == verwacht


def test_gemeentelijk_is_zonder_vergoeding() -> None:
    """1.2: "De werkgever krijgt hiervoor geen vergoeding"."""
    assert ernst("vorm.gemeentelijk", aanvraag=GEMEENTELIJK) == "informatie"
    assert "geen vergoeding" in tekst("vorm.gemeentelijk", aanvraag=GEMEENTELIJK)


def test_intern_vraagt_schriftelijke_afspraken() -> None:
    """1.4, Staphorst: "specifieke afspraken met het … bedrijf … schriftelijk"; 1.3: een eigen coach is extern."""
    zin = tekst("vorm.intern", aanvraag=INTERN)

    assert ernst("vorm.intern", aanvraag=INTERN) == "informatie"
    assert "schriftelijk" in zin
    assert "coachen als enige taak" in zin


def test_een_jobcoach_van_de_detacheerder_is_extern() -> None:
    """1.3, detachering: "In dat geval is er sprake van externe jobcoaching"."""
    baan = {"soort": "detachering"}

    assert ernst("vorm.detachering", aanvraag=INTERN, dienstverband=baan) == "informatie"
    assert ernst("vorm.detachering", dienstverband=baan) is None


def test_extern_heeft_geen_bevinding_over_de_vorm() -> None:
    assert not [code for code in codes(zaak()) if code.startswith("vorm.")]


@pytest.mark.parametrize(
    "code", ["samenloop.intern_extern", "ziekte", "regime.motivering", "vorm.niet_beschikbaar", "termijn.sanctie"]
)
def test_eisen_van_uwv_kent_staphorst_niet(code: str) -> None:
    uitkomst = zaak(
        persoon={"ziek_sinds": "2022-01-01"},
        aanvraag={"regime": "intensief", "ontvangen_op": "2023-12-01"},
        historie={"interne_voorziening_loopt": True},
    )

    assert code not in codes(uitkomst)
