"""Par. 1.6, 2.1 en 3: elke datum waar iemand zich aan houdt, met de hand uitgeteld."""

from datetime import date

import pytest
from tests.plugins.hulp import maak_dossier, regels
from tests.plugins.staphorst.zaak import GEMEENTELIJK, INTERN, PROEF, Anders, zaak

from dakpan.aanvraag.domain.termijn import Termijn

ONBEPAALD: Anders = {"eind": None}


def _termijn(soort: str, **anders: Anders) -> Termijn:
    [gevonden] = [termijn for termijn in zaak(**anders).termijnen if termijn.soort == soort]
    return gevonden


def _rapportages(**anders: Anders) -> list[tuple[str | None, str]]:
    gevonden = [termijn for termijn in zaak(**anders).termijnen if termijn.soort == "rapportage"]
    return [(termijn.vorm, termijn.datum.isoformat()) for termijn in gevonden]


def test_aanvragen_kan_acht_weken_na_het_begin() -> None:
    """Reis 10: begin 1 maart 2023, dus tot en met 26 april."""
    termijn = _termijn("aanvraag_uiterlijk")

    assert termijn.datum == date(2023, 4, 26)
    assert (termijn.bron.vindplaats, termijn.bron.zekerheid) == ("par. 2.1", "tekst")


@pytest.mark.parametrize(
    ("ontvangen", "uiterlijk"),
    [("2023-03-20", "2023-05-15"), ("2024-01-05", "2024-03-01"), ("2022-12-31", "2023-02-25")],
)
def test_de_gemeente_beslist_binnen_acht_weken_na_ontvangst(ontvangen: str, uiterlijk: str) -> None:
    termijn = _termijn("beslissing_uiterlijk", aanvraag={"ontvangen_op": ontvangen})

    assert termijn.datum.isoformat() == uiterlijk


@pytest.mark.parametrize(
    ("begin", "gebruikt", "einddatum"),
    [
        ("2023-03-01", 0, "2026-02-28"),
        ("2023-03-01", 6, "2025-08-31"),
        ("2023-03-01", 36, "2023-02-28"),
        ("2024-02-29", 0, "2027-02-28"),
        ("2021-03-01", 0, "2024-02-29"),
        ("2023-08-31", 30, "2024-02-29"),
    ],
)
def test_na_36_maanden_is_het_voorbij(begin: str, gebruikt: int, einddatum: str) -> None:
    aanvraag = {"begin": begin, "eind": begin}
    termijn = _termijn("maximale_einddatum", aanvraag=aanvraag, historie={"maanden_jobcoaching": gebruikt})

    assert termijn.datum.isoformat() == einddatum


HALF_JAAR = [("kwartaal", "2023-05-31"), ("kwartaal", "2023-08-31"), ("halfjaar", "2023-08-31")]


@pytest.mark.parametrize("vorm", [{}, INTERN, GEMEENTELIJK], ids=str)
def test_elk_kwartaal_elk_half_jaar_en_een_maand_voor_het_eind(vorm: Anders) -> None:
    """3: "Minimaal ieder kwartaal … Per half jaar en tenminste één maand voorafgaand aan het einde"."""
    assert _rapportages(aanvraag=vorm) == [*HALF_JAAR, ("eind", "2024-01-29")]


def test_zonder_einde_is_er_geen_eindrapportage() -> None:
    assert _rapportages(dienstverband=ONBEPAALD) == HALF_JAAR


def test_een_heel_jaar_heeft_er_zeven() -> None:
    assert _rapportages(aanvraag={"eind": "2024-02-29"}) == [
        ("kwartaal", "2023-05-31"),
        ("kwartaal", "2023-08-31"),
        ("halfjaar", "2023-08-31"),
        ("kwartaal", "2023-11-30"),
        ("eind", "2024-01-29"),
        ("kwartaal", "2024-02-29"),
        ("halfjaar", "2024-02-29"),
    ]


def test_kwartalen_tellen_vanaf_het_begin_en_niet_vanaf_januari() -> None:
    anders = {"aanvraag": {"begin": "2023-08-31", "eind": "2024-03-15"}, "dienstverband": ONBEPAALD}

    assert _rapportages(**anders) == [
        ("kwartaal", "2023-11-30"),
        ("kwartaal", "2024-02-29"),
        ("halfjaar", "2024-02-29"),
    ]


@pytest.mark.parametrize(("eind", "verwacht"), [("2023-05-30", []), ("2023-05-31", [("kwartaal", "2023-05-31")])])
def test_alleen_een_heel_kwartaal_vraagt_een_terugkoppeling(eind: str, verwacht: list[tuple[str, str]]) -> None:
    assert _rapportages(aanvraag={"eind": eind}, dienstverband=ONBEPAALD) == verwacht


def test_stopt_het_contract_eerder_dan_stoppen_de_rapportages() -> None:
    """1.6: "Uiteraard stopt de jobcoaching … op het moment dat de dienstbetrekking … eindigt"."""
    baan = {"begin": "2022-07-16", "eind": "2023-07-15"}

    assert _rapportages(dienstverband=baan) == [("kwartaal", "2023-05-31"), ("eind", "2023-06-15")]


@pytest.mark.parametrize(
    ("contract_eind", "verslag"),
    [
        ("2024-03-31", "2024-02-29"),
        ("2023-12-31", "2023-11-30"),
        ("2024-03-30", "2024-02-29"),
        ("2024-01-15", "2023-12-15"),
    ],
)
def test_een_maand_voor_het_eind_van_het_contract(contract_eind: str, verslag: str) -> None:
    assert ("eind", verslag) in _rapportages(dienstverband={"eind": contract_eind})


@pytest.mark.parametrize(("contract_eind", "verslag"), [(None, "2023-04-30"), ("2023-04-14", "2023-04-14")])
def test_een_proefplaatsing_heeft_een_rapportage_aan_het_eind(contract_eind: str | None, verslag: str) -> None:
    """3: "aan het einde van de proefplaatsing een rapportage"."""
    anders = {"aanvraag": {**PROEF, "eind": "2023-04-30"}, "dienstverband": {"eind": contract_eind}}

    assert _rapportages(**anders) == [("proefplaatsing", verslag)]


@pytest.mark.parametrize("soort", ["eerste", "proefplaatsing"])
def test_de_dag_van_een_rapportage_is_afgeleid(soort: str) -> None:
    termijnen = zaak(aanvraag={"soort": soort, "eind": "2024-02-29"}).termijnen

    assert {termijn.bron.zekerheid for termijn in termijnen if termijn.soort == "rapportage"} == {"afgeleid"}


def test_termijnen_zijn_er_ook_zonder_recht() -> None:
    uitkomst = zaak(dienstverband={"soort": "stage"})

    assert uitkomst.aanspraak == "geen_recht"
    assert [termijn.soort for termijn in uitkomst.termijnen] == [
        "aanvraag_uiterlijk",
        "beslissing_uiterlijk",
        *["rapportage"] * 4,
        "maximale_einddatum",
    ]


def test_elke_termijn_heeft_een_stap_met_dezelfde_datum() -> None:
    uitkomst = zaak(aanvraag={"eind": "2024-02-29"})
    stappen = [stap.uitkomst for stap in uitkomst.stappen if stap.code.startswith("staphorst.termijn.")]

    assert stappen == [termijn.datum for termijn in uitkomst.termijnen]


@pytest.mark.parametrize("volgnummer", [1, 2, 3, 6, 7])
@pytest.mark.parametrize("vorm", ["extern", "intern", "gemeentelijk"])
def test_de_werkconsulent_beoordeelt_altijd(vorm: str, volgnummer: int) -> None:
    assert zaak(aanvraag={"vorm": vorm, "volgnummer": volgnummer}).beoordelaar == "werkconsulent"


def test_een_contract_dat_voor_de_aanvraag_eindigde_geeft_geen_fout() -> None:
    baan = {"begin": "2022-01-01", "eind": "2022-12-31"}

    assert ("eind", "2022-11-30") in _rapportages(dienstverband=baan)


def test_het_rapportageplan_noemt_schriftelijk_en_mondeling() -> None:
    """3: de terugkoppeling per kwartaal mag mondeling, de rest is schriftelijk."""
    dossier = maak_dossier()
    plan = regels("staphorst").bepaal_rapportageplan(dossier, dossier.aanvraag.periode).resultaat

    assert [(plicht.vorm.value, plicht.schriftelijk) for plicht in plan.plichten] == [
        ("kwartaal", False),
        ("kwartaal", False),
        ("halfjaar", True),
        ("eind", True),
    ]


def test_een_periode_zonder_rapportage_zegt_dat() -> None:
    dossier = maak_dossier(aanvraag={"eind": "2023-04-01"}, dienstverband=ONBEPAALD)
    berekening = regels("staphorst").bepaal_rapportageplan(dossier, dossier.aanvraag.periode)

    assert berekening.resultaat.plichten == ()
    assert "korter dan een kwartaal" in berekening.stappen[0].tekst


@pytest.mark.parametrize(
    ("contract_eind", "verslag"),
    [("2023-03-01", "2023-03-01"), ("2023-02-28", "2023-04-30")],  # op de eerste dag, en al daarvoor
)
def test_een_proefplaatsing_die_meteen_eindigt(contract_eind: str, verslag: str) -> None:
    anders = {
        "aanvraag": {**PROEF, "eind": "2023-04-30"},
        "dienstverband": {"begin": "2022-01-01", "eind": contract_eind},
    }

    assert _rapportages(**anders) == [("proefplaatsing", verslag)]
