"""De eisen aan de baan: contract, uren en loon. (Rekencontract deel 1, bevindingen; Protocol 2014 A.2.1)"""

import pytest
from tests.plugins.hulp import Json, ernst_van, maak_dossier, met_code, toets_bij

from dakpan.aanvraag.domain.soorten import Dienstverbandsoort
from dakpan.uitleg.bevinding import Ernst

B, A, I, V = Ernst.BLOKKEREND, Ernst.AFWEGEN, Ernst.INFORMATIE, Ernst.VOLDAAN  # noqa: E741


def _ernst(code: str, **delen: Json) -> Ernst | None:
    return ernst_van(toets_bij("uwv", maak_dossier(**delen)), f"uwv.{code}")


@pytest.mark.parametrize(
    ("begin", "eind", "verwacht"),
    [
        pytest.param("2023-03-01", "2023-08-31", V, id="precies 6 maanden"),
        pytest.param("2023-03-01", "2023-08-30", B, id="één dag minder"),
        pytest.param("2023-03-15", "2023-09-14", V, id="midden in de maand"),
        pytest.param("2023-03-15", "2023-09-13", B, id="midden in de maand, één dag minder"),
        pytest.param("2023-08-31", "2024-02-29", V, id="31 augustus, tot het eind van een schrikkelmaand"),
        pytest.param("2023-08-31", "2024-02-28", B, id="31 augustus, één dag voor het eind van de schrikkelmaand"),
        pytest.param("2022-08-31", "2023-02-28", V, id="31 augustus, tot het eind van een gewone februari"),
        pytest.param("2023-03-01", None, V, id="onbepaalde tijd"),
    ],
)
@pytest.mark.parametrize("soort", ["eerste", "eerste_na_proefplaatsing"])
def test_contract_duurt_ten_minste_zes_maanden(soort: str, begin: str, eind: str | None, verwacht: Ernst) -> None:
    baan = {"begin": begin, "eind": eind}

    assert _ernst("contract.duur", dienstverband=baan, aanvraag={"soort": soort}) is verwacht


@pytest.mark.parametrize(
    ("baan", "soort"),
    [
        pytest.param("bepaalde_tijd", "vervolg", id="vervolg: de duur is alleen bij de start getoetst"),
        pytest.param("bepaalde_tijd", "proefplaatsing", id="aanvraag voor een proefplaatsing"),
        pytest.param("proefplaatsing", "eerste", id="dienstverband is een proefplaatsing"),
        pytest.param("proefplaatsing", "eerste_na_proefplaatsing", id="het dienstverband zegt proefplaatsing"),
    ],
)
def test_duur_van_het_contract_blijft_buiten_beschouwing(baan: str, soort: str) -> None:
    kort = {"soort": baan, "begin": "2023-03-01", "eind": "2023-03-31"}

    assert _ernst("contract.duur", dienstverband=kort, aanvraag={"soort": soort}) is None


@pytest.mark.parametrize(
    ("uren", "uitzicht", "verwacht"),
    [
        ("12.00", False, V),
        ("11.99", False, B),
        ("11.99", True, V),
        ("8.00", True, V),
        ("8.00", False, B),
        ("7.99", True, B),
        ("0.00", True, B),
        ("168.00", False, V),
    ],
)
def test_twaalf_uur_of_acht_met_uitzicht(uren: str, uitzicht: bool, verwacht: Ernst) -> None:
    assert _ernst("contract.uren", dienstverband={"uren_per_week": uren, "uitzicht_op_norm": uitzicht}) is verwacht


@pytest.mark.parametrize(
    ("loonwaarde", "uitzicht", "verwacht"),
    [
        (35, False, V),
        (34, False, B),
        (34, True, V),
        (20, True, V),
        (20, False, B),
        (19, True, B),
        (0, True, B),
        (100, False, V),
        (None, False, A),
        (None, True, A),
    ],
)
def test_vijfendertig_procent_of_twintig_met_uitzicht(loonwaarde: int | None, uitzicht: bool, verwacht: Ernst) -> None:
    baan: Json = {"loonwaarde": loonwaarde, "uitzicht_op_norm": uitzicht}

    assert _ernst("contract.loonwaarde", dienstverband=baan) is verwacht


@pytest.mark.parametrize(("minimum", "verwacht"), [("12.00", V), ("11.99", B), ("8.00", B), ("0.00", B)], ids=str)
@pytest.mark.parametrize("uitzicht", [False, True])
def test_min_max_kent_geen_uitzicht(minimum: str, verwacht: Ernst, uitzicht: bool) -> None:
    baan = {"soort": "min_max", "minimum_uren_per_week": minimum, "uitzicht_op_norm": uitzicht}

    assert _ernst("contract.min_max", dienstverband=baan) is verwacht
    assert _ernst("contract.uren", dienstverband=baan) is None


@pytest.mark.parametrize("soort", [soort for soort in Dienstverbandsoort if soort is not Dienstverbandsoort.MIN_MAX])
def test_alleen_een_min_maxcontract_wordt_op_zijn_minimum_getoetst(soort: Dienstverbandsoort) -> None:
    baan = {"soort": soort.value, "minimum_uren_per_week": "4.00"}

    assert _ernst("contract.min_max", dienstverband=baan) is None
    assert _ernst("contract.uren", dienstverband=baan) is V


# Rekencontract, bevindingen: contract.soort, contract.nul_uren
UITGESLOTEN = {
    "stage": "contract.soort",
    "leerovereenkomst": "contract.soort",
    "werkervaringsplaats": "contract.soort",
    "atc": "contract.soort",
    "sw": "contract.soort",
    "nul_uren": "contract.nul_uren",
}


@pytest.mark.parametrize("soort", Dienstverbandsoort)
def test_elk_soort_dienstverband(soort: Dienstverbandsoort) -> None:
    uitkomst = toets_bij("uwv", maak_dossier(dienstverband={"soort": soort.value, "minimum_uren_per_week": "12.00"}))

    uitgesloten = {b.code for b in uitkomst.bevindingen if b.ernst is B}

    assert uitgesloten == ({f"uwv.{UITGESLOTEN[soort]}"} if soort in UITGESLOTEN else set())
    assert ernst_van(uitkomst, "uwv.contract.soort") is (B if UITGESLOTEN.get(soort) == "contract.soort" else V)
    assert ernst_van(uitkomst, "uwv.contract.nul_uren") is (B if soort == "nul_uren" else V)


@pytest.mark.parametrize(("beding", "verwacht"), [(True, B), (False, V)])
@pytest.mark.parametrize("soort", ["uitzend", "bepaalde_tijd", "detachering"])
def test_uitzendbeding_sluit_uit_een_uitzendbaan_niet(soort: str, beding: bool, verwacht: Ernst) -> None:
    assert _ernst("contract.uitzendbeding", dienstverband={"soort": soort, "uitzendbeding": beding}) is verwacht


@pytest.mark.parametrize("code", ["contract.uren", "contract.loonwaarde", "contract.nul_uren", "contract.soort"])
def test_een_proefplaatsing_wordt_op_de_andere_eisen_wel_getoetst(code: str) -> None:
    assert _ernst(code, dienstverband={"soort": "proefplaatsing"}, aanvraag={"soort": "proefplaatsing"}) is V


@pytest.mark.parametrize(
    ("code", "baan", "groeit"),
    [
        ("contract.uren", {"uren_per_week": "8.00"}, True),
        ("contract.uren", {"uren_per_week": "12.00"}, False),
        ("contract.loonwaarde", {"loonwaarde": 20}, True),
        ("contract.loonwaarde", {"loonwaarde": 35}, False),
    ],
)
def test_de_zin_noemt_de_groei_alleen_onder_de_norm(code: str, baan: Json, groeit: bool) -> None:
    uitkomst = toets_bij("uwv", maak_dossier(dienstverband={**baan, "uitzicht_op_norm": True}))

    (bevinding,) = met_code(uitkomst, f"uwv.{code}")

    assert ("met uitzicht op" in bevinding.tekst) is groeit
