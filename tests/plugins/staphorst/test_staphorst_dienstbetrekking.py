"""Par. 1.1 en 1.3: voor wie, en bij welke baan? Elke rij is een zin van het stuk."""

import pytest
from tests.plugins.staphorst.zaak import MET_INTENTIE, PROEF, Anders, codes, ernst, tekst, zaak

BIJSTAND_ELDERS = ["bijstand", "geboren_buiten_nederland"]


@pytest.mark.parametrize(
    ("doelgroepen", "verwacht"),
    [
        # 1.1: alleen wie onder de re-integratieverantwoordelijkheid van de gemeente valt
        ([], "blokkerend"),
        (["sfb"], "blokkerend"),
        (["geboren_buiten_nederland"], "blokkerend"),
        (["sfb", "geboren_buiten_nederland"], "blokkerend"),
        (["participatiewet"], "voldaan"),
        (["banenafspraak"], "voldaan"),
        (["bijstand"], "voldaan"),
        (["maatwerk"], "voldaan"),
        (["sfb", "banenafspraak"], "voldaan"),
    ],
)
def test_wie_onder_de_gemeente_valt(doelgroepen: list[str], verwacht: str) -> None:
    assert ernst("verantwoordelijke_instantie", persoon={"doelgroepen": doelgroepen}) == verwacht


@pytest.mark.parametrize(
    ("doelgroepen", "verwacht"),
    [
        (["banenafspraak"], "voldaan"),
        (BIJSTAND_ELDERS, "voldaan"),
        # 1.1, Staphorst: andere personen worden niet uitgesloten; de consulent past maatwerk toe
        (["bijstand"], "afwegen"),
        (["geboren_buiten_nederland"], "afwegen"),
        (["participatiewet"], "afwegen"),
        (["participatiewet", "geboren_buiten_nederland"], "afwegen"),
        (["maatwerk"], "afwegen"),
        ([], "afwegen"),
    ],
)
def test_de_doelgroep_is_banenafspraak_of_bijstand_met_ander_geboorteland(
    doelgroepen: list[str], verwacht: str
) -> None:
    assert ernst("doelgroep", persoon={"doelgroepen": doelgroepen}) == verwacht


def test_wie_niet_van_de_gemeente_is_hoort_waar_het_wel_kan() -> None:
    zin = tekst("verantwoordelijke_instantie", persoon={"doelgroepen": ["sfb"]})

    assert "UWV" in zin
    assert "verhuizing" in zin  # 1.3: de oude gemeente blijft verantwoordelijk voor lopende jobcoaching


def test_de_belangrijkste_voorwaarde_staat_in_elk_antwoord() -> None:
    """1.1: de gemeente heeft vastgesteld dat het zonder ondersteuning niet (volledig) lukt."""
    assert ernst("begeleidingsnoodzaak") == "informatie"


def _contract(begin: str, eind: str | None, **anders: object) -> Anders:
    return {"begin": begin, "eind": eind, **anders}


ZES_MAANDEN = [
    pytest.param("2023-03-01", "2023-08-31", True, id="precies zes maanden"),
    pytest.param("2023-03-01", "2023-08-30", False, id="een dag te kort"),
    pytest.param("2023-08-31", "2024-02-29", True, id="van 31 augustus tot 29 februari"),
    pytest.param("2023-08-31", "2024-02-28", False, id="van 31 augustus tot 28 februari in een schrikkeljaar"),
    pytest.param("2022-08-31", "2023-02-28", True, id="van 31 augustus tot 28 februari"),
    pytest.param("2023-03-15", "2023-09-14", True, id="midden in de maand"),
    pytest.param("2023-03-15", "2023-09-13", False, id="midden in de maand, een dag te kort"),
    pytest.param("2023-03-01", None, True, id="onbepaalde tijd"),
]


@pytest.mark.parametrize(("begin", "eind", "goed"), ZES_MAANDEN)
def test_een_contract_van_ten_minste_zes_maanden(begin: str, eind: str | None, goed: bool) -> None:
    """1.3: "de arbeidsovereenkomst moet voor ten minste 6 maanden zijn"."""
    assert ernst("contract.duur", dienstverband=_contract(begin, eind)) == ("voldaan" if goed else "blokkerend")


@pytest.mark.parametrize(
    ("uren", "goed"), [("0.00", False), ("11.99", False), ("12.00", True), ("12.01", True), ("168.00", True)]
)
def test_ten_minste_twaalf_uur_per_week(uren: str, goed: bool) -> None:
    """1.3: "een dienstbetrekking van ten minste 12 uur per week"."""
    assert ernst("contract.uren", dienstverband={"uren_per_week": uren}) == ("voldaan" if goed else "blokkerend")


@pytest.mark.parametrize(("reden", "verwacht"), [("Went aan het werkritme.", "afwegen"), ("", None), (" \n\t", None)])
@pytest.mark.parametrize(
    ("code", "te_kort"), [("contract.duur", {"eind": "2023-08-30"}), ("contract.uren", {"uren_per_week": "11.99"})]
)
def test_gemotiveerd_afwijken_van_de_twee_eisen(code: str, te_kort: Anders, reden: str, verwacht: str | None) -> None:
    """1.3: "In specifieke situaties kan de gemeente gemotiveerd van deze voorwaarden afwijken"."""
    baan = {**te_kort, "afwijking_gemotiveerd": reden}

    assert ernst(code, dienstverband=baan) == (verwacht or "blokkerend")


def test_wie_aan_de_eisen_voldoet_heeft_geen_afwijking_nodig() -> None:
    uitkomst = zaak(dienstverband={"afwijking_gemotiveerd": "Toch maar opgeschreven."})

    assert uitkomst.aanspraak == "recht"


@pytest.mark.parametrize(
    "baan",
    [
        {"soort": "min_max", "minimum_uren_per_week": "8.00"},
        {"soort": "nul_uren"},
        {"uitzendbeding": True},
        {"soort": "stage"},
    ],
    ids=str,
)
def test_van_de_andere_eisen_kan_niemand_afwijken(baan: Anders) -> None:
    """1.3: "deze voorwaarden" zijn de twee eisen, niet de specifieke situaties."""
    assert zaak(dienstverband={**baan, "afwijking_gemotiveerd": "Gemotiveerd."}).aanspraak == "geen_recht"


@pytest.mark.parametrize(
    ("loonwaarde", "verwacht"),
    [(0, "afwegen"), (29, "afwegen"), (30, "voldaan"), (31, "voldaan"), (100, "voldaan"), (None, None)],
)
def test_onder_dertig_procent_loonwaarde_weegt_een_mens_af(loonwaarde: int | None, verwacht: str | None) -> None:
    """1.3: "Bij een loonwaarde lager dan 30% dient de afweging te worden gemaakt"; onbekend is geen bevinding."""
    assert ernst("contract.loonwaarde", dienstverband={"loonwaarde": loonwaarde}) == verwacht


@pytest.mark.parametrize(
    ("minimum", "verwacht"),
    [("0.00", "blokkerend"), ("8.00", "blokkerend"), ("11.99", "blokkerend"), ("12.00", "voldaan")],
)
def test_min_max_telt_alleen_het_minimum(minimum: str, verwacht: str) -> None:
    """1.3: "uitsluitend … als het minimum aantal te werken uren 12 uur per week bedraagt"."""
    baan = {"soort": "min_max", "uren_per_week": "38.00", "minimum_uren_per_week": minimum}

    assert ernst("contract.min_max", dienstverband=baan) == verwacht
    assert ernst("contract.uren", dienstverband=baan) is None
    assert f"minimum van de min-maxovereenkomst is {minimum.removesuffix('.00').replace('.', ',')} uur" in tekst(
        "contract.min_max", dienstverband=baan
    )


@pytest.mark.parametrize("soort", ["stage", "leerovereenkomst", "werkervaringsplaats"])
def test_zonder_arbeidsovereenkomst_geen_jobcoaching(soort: str) -> None:
    assert ernst("contract.soort", dienstverband={"soort": soort}) == "blokkerend"


@pytest.mark.parametrize(
    "soort",
    [
        "onbepaalde_tijd",
        "bepaalde_tijd",
        "bbl",
        "detachering",
        "uitzend",
        "min_max",
        "nul_uren",
        "atc",
        "sw",
        "beschut",
    ],
)
def test_andere_soorten_sluiten_niet_uit(soort: str) -> None:
    """1.3: "Bij BBL is het wel mogelijk"."""
    baan = {"soort": soort, "minimum_uren_per_week": "12.00"}

    assert ernst("contract.soort", dienstverband=baan) == "voldaan"


@pytest.mark.parametrize("soort", ["uitzend", "bepaalde_tijd"])
def test_een_uitzendbeding_mag_niet(soort: str) -> None:
    assert ernst("contract.uitzendbeding", dienstverband={"soort": soort, "uitzendbeding": True}) == "blokkerend"
    assert ernst("contract.uitzendbeding", dienstverband={"soort": soort}) == "voldaan"


def test_een_nulurencontract_mag_niet() -> None:
    assert ernst("contract.nul_uren", dienstverband={"soort": "nul_uren"}) == "blokkerend"
    assert ernst("contract.nul_uren") == "voldaan"


PROEFPLAATSINGEN = [
    pytest.param(PROEF, {}, id="de aanvraag zegt het"),
    pytest.param({}, PROEF, id="het dienstverband zegt het"),
    pytest.param(PROEF, PROEF, id="allebei"),
]


@pytest.mark.parametrize(("aanvraag", "baan"), PROEFPLAATSINGEN)
@pytest.mark.parametrize(("intentie", "verwacht"), [(False, "blokkerend"), (True, "voldaan")])
def test_een_proefplaatsing_vraagt_een_schriftelijke_intentie(
    aanvraag: Anders, baan: Anders, intentie: bool, verwacht: str
) -> None:
    """1.3: "Voorwaarde is wel dat de werkgever schriftelijk de intentie heeft uitgesproken"."""
    met = {**baan, "intentieverklaring": intentie}

    assert ernst("proefplaatsing.intentie", aanvraag=aanvraag, dienstverband=met) == verwacht


@pytest.mark.parametrize(("aanvraag", "baan"), PROEFPLAATSINGEN)
def test_een_proefplaatsing_heeft_geen_minimale_duur(aanvraag: Anders, baan: Anders) -> None:
    kort = {**baan, **MET_INTENTIE, "eind": "2023-04-30"}

    assert ernst("contract.duur", aanvraag=aanvraag, dienstverband=kort) is None


def test_een_proefplaatsing_heeft_wel_een_minimum_aantal_uren() -> None:
    assert ernst("contract.uren", aanvraag=PROEF, dienstverband={"uren_per_week": "11.99"}) == "blokkerend"


def test_zonder_proefplaatsing_is_de_intentie_geen_vraag() -> None:
    assert ernst("proefplaatsing.intentie") is None


def test_elke_toets_geeft_een_bevinding_ook_als_er_niets_mis_is() -> None:
    uitkomst = zaak(aanvraag={"ontvangen_op": "2022-03-01", "tarief": "95.45"})

    assert uitkomst.aanspraak == "recht"
    assert sorted(codes(uitkomst)) == [
        "begeleidingsnoodzaak",
        "contract.duur",
        "contract.loonwaarde",
        "contract.nul_uren",
        "contract.soort",
        "contract.uitzendbeding",
        "contract.uren",
        "doelgroep",
        "duur.maximum",
        "jobcoach.eisen",
        "periode.toekenning",
        "regime.niet_beschikbaar",
        "tarief.maximum",
        "termijn.aanvraag",
        "verantwoordelijke_instantie",
    ]


def test_een_blokkerende_eis_gaat_voor_een_af_te_wegen_eis() -> None:
    uitkomst = zaak(dienstverband={"loonwaarde": 10, "soort": "stage"})

    assert uitkomst.aanspraak == "geen_recht"
    assert uitkomst.omvang is None
    assert uitkomst.termijnen
    assert uitkomst.beoordelaar == "werkconsulent"
