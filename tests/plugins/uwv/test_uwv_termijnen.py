"""Alle datums van een zaak, en wie haar beoordeelt. (Rekencontract deel 1, termijnen en beoordelaar)"""

from datetime import date

import pytest
from tests.plugins.hulp import Json, maak_dossier, regels, toets_bij

from dakpan.aanvraag.domain.termijn import Beoordelaar, Termijnsoort

SOORTEN = {
    "aanvraag_uiterlijk",
    "beslissing_uiterlijk",
    "verantwoording_uiterlijk",
    "wijziging_uiterlijk",
    "maximale_einddatum",
}


def _termijnen(historie: Json | None = None, dienstverband: Json | None = None, **aanvraag: object) -> dict[str, str]:
    dossier = maak_dossier(aanvraag=aanvraag, historie=historie, dienstverband=dienstverband)
    lijst = regels("uwv").bepaal_termijnen(dossier, dossier.aanvraag.ontvangen_op).resultaat.lijst
    gevonden = {termijn.soort.value: termijn.datum.isoformat() for termijn in lijst}
    assert len(gevonden) == len(lijst), "elke termijn komt één keer voor"
    return gevonden


@pytest.mark.parametrize("vorm", ["extern", "intern", "gemeentelijk"])
@pytest.mark.parametrize("soort", ["eerste", "eerste_na_proefplaatsing", "proefplaatsing", "vervolg"])
def test_elke_zaak_heeft_dezelfde_vijf_termijnen(soort: str, vorm: str) -> None:
    assert set(_termijnen(soort=soort, vorm=vorm)) == SOORTEN


# Reizen 4 en 9: periode 17-02-2022 tot en met 16-08-2022
def test_de_datums_van_de_reizen() -> None:
    termijnen = _termijnen(begin="2022-02-17", eind="2022-08-16", ontvangen_op="2022-03-17")

    assert termijnen == {
        "aanvraag_uiterlijk": "2022-03-17",
        "beslissing_uiterlijk": "2022-05-12",
        "wijziging_uiterlijk": "2022-07-19",
        "verantwoording_uiterlijk": "2022-09-13",
        "maximale_einddatum": "2025-02-16",
    }


@pytest.mark.parametrize(
    ("soort", "gegeven", "verwacht"),
    [
        ("aanvraag_uiterlijk", {"begin": "2024-02-01"}, "2024-02-29"),  # + 28, schrikkeljaar
        ("aanvraag_uiterlijk", {"begin": "2023-02-01"}, "2023-03-01"),  # + 28, gewoon jaar
        ("aanvraag_uiterlijk", {"begin": "2023-12-31", "eind": "2024-06-30"}, "2024-01-28"),
        ("beslissing_uiterlijk", {"ontvangen_op": "2024-01-05"}, "2024-03-01"),  # + 56 over 29 februari
        ("beslissing_uiterlijk", {"ontvangen_op": "2023-01-05"}, "2023-03-02"),
        ("verantwoording_uiterlijk", {"begin": "2023-09-01", "eind": "2024-02-29"}, "2024-03-28"),
        ("verantwoording_uiterlijk", {"eind": "2023-12-31"}, "2024-01-28"),
        ("wijziging_uiterlijk", {"begin": "2023-09-01", "eind": "2024-03-28"}, "2024-02-29"),
        ("wijziging_uiterlijk", {"eind": "2023-03-01"}, "2023-02-01"),  # mag voor het begin liggen
    ],
)
def test_dagen_tellen_door_over_maand_en_jaar(soort: str, gegeven: Json, verwacht: str) -> None:
    aanvraag = {"begin": "2023-03-01", **gegeven}
    aanvraag.setdefault("eind", max("2024-08-31", aanvraag["begin"]))

    assert _termijnen(**aanvraag)[soort] == verwacht


# Veelgestelde vragen: bij een proefplaatsing uiterlijk één week voor het eind
@pytest.mark.parametrize(
    ("aanvraagsoort", "baan", "verwacht"),
    [
        ("proefplaatsing", "bepaalde_tijd", "2023-04-23"),
        ("eerste", "proefplaatsing", "2023-04-23"),
        ("eerste", "bepaalde_tijd", "2023-04-02"),
    ],
)
def test_een_wijziging_bij_een_proefplaatsing_kan_tot_een_week_voor_het_eind(
    aanvraagsoort: str, baan: str, verwacht: str
) -> None:
    termijnen = _termijnen(dienstverband={"soort": baan}, soort=aanvraagsoort, eind="2023-04-30")

    assert termijnen["wijziging_uiterlijk"] == verwacht


# aanvraag.begin + (36 − maanden_jobcoaching) maanden − 1 dag
@pytest.mark.parametrize(
    ("begin", "gebruikt", "verwacht"),
    [
        ("2023-03-01", 0, "2026-02-28"),
        ("2025-03-01", 0, "2028-02-29"),  # schrikkeljaar
        ("2024-02-29", 0, "2027-02-28"),
        ("2023-03-01", 6, "2025-08-31"),
        ("2023-08-31", 30, "2024-02-29"),  # zes maanden vanaf de 31e: tot het eind van februari
        ("2023-03-15", 35, "2023-04-14"),
        ("2023-03-15", 36, "2023-03-14"),  # niets over: de dag voor het begin
        ("2023-03-15", 37, "2023-02-14"),
    ],
)
def test_maximale_einddatum(begin: str, gebruikt: int, verwacht: str) -> None:
    termijnen = _termijnen({"maanden_jobcoaching": gebruikt}, begin=begin, eind="2025-12-31")

    assert termijnen["maximale_einddatum"] == verwacht


def test_maanden_proefplaatsing_verschuiven_het_maximum_niet() -> None:
    assert _termijnen({"maanden_proefplaatsing": 6})["maximale_einddatum"] == "2026-02-28"


def test_termijnen_zijn_er_ook_zonder_recht() -> None:
    uitkomst = toets_bij("uwv", maak_dossier(persoon={"doelgroepen": ["participatiewet"]}))

    assert {termijn.soort.value for termijn in uitkomst.termijnen} == SOORTEN


def test_het_verre_verleden_en_de_verre_toekomst() -> None:
    vroeg = _termijnen({"maanden_jobcoaching": 1200}, begin="1900-01-01", eind="1900-01-01")
    laat = _termijnen(begin="2199-12-31", eind="2199-12-31", ontvangen_op="2199-12-31")

    assert vroeg["maximale_einddatum"] == "1802-12-31"
    assert laat["maximale_einddatum"] == "2202-12-30"


@pytest.mark.parametrize("soort", [Termijnsoort.AANVRAAG_UITERLIJK, Termijnsoort.MAXIMALE_EINDDATUM])
def test_elke_termijn_heeft_een_bron_en_een_stap(soort: Termijnsoort) -> None:
    antwoord = regels("uwv").bepaal_termijnen(maak_dossier(), date(2023, 3, 1))
    (termijn,) = [een for een in antwoord.resultaat.lijst if een.soort is soort]
    (stap,) = [een for een in antwoord.stappen if een.code == f"uwv.termijn.{soort.value}"]

    assert stap.uitkomst == termijn.datum
    assert termijn.bron.titel


# Rapport par. 2.4, voetnoot 18
@pytest.mark.parametrize(
    ("volgnummer", "verwacht"),
    [
        (1, Beoordelaar.ARBEIDSDESKUNDIGE),
        (2, Beoordelaar.ARBEIDSDESKUNDIGE),
        (3, Beoordelaar.BESLISSER),
        (4, Beoordelaar.BESLISSER),
        (5, Beoordelaar.BESLISSER),
        (6, Beoordelaar.ARBEIDSDESKUNDIGE),
        (7, Beoordelaar.BESLISSER),
        (8, Beoordelaar.BESLISSER),
    ],
)
def test_beoordelaar(volgnummer: int, verwacht: Beoordelaar) -> None:
    assert toets_bij("uwv", maak_dossier(aanvraag={"volgnummer": volgnummer})).beoordelaar is verwacht
