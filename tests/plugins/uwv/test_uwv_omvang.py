"""Hoeveel uren externe jobcoaching? (Rekencontract deel 1, UWV hours; feiten 1.2)"""

from datetime import date, timedelta

import pytest
from tests.plugins.hulp import Json, maak_dossier, toets_bij, toets_json

from dakpan.aanvraag.domain.omvang import Omvang
from dakpan.begrippen.duur import Duur

BEGIN = date(2022, 2, 17)


def _omvang(dienstverband: Json | None = None, **aanvraag: object) -> Omvang:
    dossier = maak_dossier(dienstverband=dienstverband, aanvraag={"motivering_intensief": "Crisis.", **aanvraag})
    omvang = toets_bij("uwv", dossier).omvang
    assert omvang is not None
    return omvang


def _periode(dagen: int) -> Json:
    eind = BEGIN + timedelta(dagen - 1)
    return {"begin": BEGIN.isoformat(), "eind": eind.isoformat(), "ontvangen_op": BEGIN.isoformat()}


def _uren(omvang: Omvang) -> str | None:
    return None if omvang.uren is None else omvang.uren.iso


# Reis 3: 36 uur per week, volgens het formulier
@pytest.mark.parametrize(
    ("regime", "formulier"),
    [("zeer_licht", "25.92"), ("licht", "51.84"), ("midden", "86.40"), ("intensief", "129.60")],
)
def test_urenbudget_van_het_formulier(regime: str, formulier: str) -> None:
    omvang = _omvang(regime=regime, **_periode(182))

    assert omvang.uren_formulier is not None
    assert omvang.uren_formulier.iso == formulier
    assert _uren(omvang) == formulier  # 182 dagen is precies een halve periode van 26 weken


# Feiten 6, G1: rapport bijlage 3
def test_de_beschikking_uit_het_rapport() -> None:
    omvang = _omvang(
        {"uren_per_week": "38.00"},
        soort="vervolg",
        jaar=3,
        begin="2022-02-17",
        eind="2022-08-16",
        ontvangen_op="2022-02-17",
    )

    assert omvang.percentage is not None
    assert (omvang.percentage.iso, omvang.dagen, _uren(omvang)) == ("3.00", 181, "27.21")
    assert omvang.uren is not None
    assert str(Duur.uit_uren(omvang.uren)) == "27:13"


# Feiten 6, G13: contract van 13 maanden, midden, in drie aanvragen
@pytest.mark.parametrize(
    ("begin", "eind", "jaar", "percentage"),
    [
        ("2022-01-01", "2022-06-30", 1, "10.00"),
        ("2022-07-01", "2022-12-31", 1, "10.00"),
        ("2023-01-01", "2023-01-31", 2, "5.00"),
    ],
)
def test_contract_van_dertien_maanden(begin: str, eind: str, jaar: int, percentage: str) -> None:
    aanvraag = {"soort": "eerste" if begin == "2022-01-01" else "vervolg", "jaar": jaar}
    omvang = _omvang({"begin": "2022-01-01", "eind": "2023-01-31"}, begin=begin, eind=eind, **aanvraag)

    assert omvang.percentage is not None
    assert omvang.percentage.iso == percentage


# 10% × 36 × 24 = 86,40 per 182 dagen: 86,40 × dagen / 182, met de hand
@pytest.mark.parametrize(
    ("dagen", "verwacht"),
    [
        (181, "85.93"),  # 85,9252…
        (182, "86.40"),
        (184, "87.35"),  # 87,3494…: meer dan het formulier, zonder grens
        (1, "0.47"),  # 0,4747…
        (365, "173.27"),  # 173,2747…
    ],
)
def test_naar_rato_van_de_dagen(dagen: int, verwacht: str) -> None:
    omvang = _omvang(**_periode(dagen))

    assert (omvang.dagen, _uren(omvang)) == (dagen, verwacht)
    assert omvang.uren_formulier is not None
    assert omvang.uren_formulier.iso == "86.40"


@pytest.mark.parametrize(
    ("uren", "dagen", "verwacht", "formulier"),
    [
        ("12.15", 91, "4.37", "8.75"),  # 3% × 12,15 × 24 = 8,748; / 2 = 4,374. Wie eerst 8,75 maakt komt op 4,38.
        ("13.89", 13, "0.71", "10.00"),  # 10,0008 × 13 / 182 = 0,7143…
    ],
)
def test_een_afronding_aan_het_eind(uren: str, dagen: int, verwacht: str, formulier: str) -> None:
    omvang = _omvang({"uren_per_week": uren}, regime="zeer_licht", **_periode(dagen))

    assert omvang.uren_formulier is not None
    assert (_uren(omvang), omvang.uren_formulier.iso) == (verwacht, formulier)


def test_een_half_honderdste_gaat_omhoog() -> None:
    # 7,50% × 12,25 × 24 = 22,05; × 91 / 182 = 11,025
    omvang = _omvang({"uren_per_week": "12.25"}, regime="intensief", jaar=2, **_periode(91))

    assert _uren(omvang) == "11.03"


def test_bij_min_max_telt_het_minimum() -> None:
    baan = {"soort": "min_max", "uren_per_week": "36.00", "minimum_uren_per_week": "12.00"}
    omvang = _omvang(baan, **_periode(182))

    assert _uren(omvang) == "28.80"  # 10% × 12 × 24
    assert omvang.uren_formulier is not None
    assert omvang.uren_formulier.iso == "28.80"


def test_een_minimum_bij_een_ander_contract_telt_niet() -> None:
    baan = {"soort": "bepaalde_tijd", "uren_per_week": "36.00", "minimum_uren_per_week": "12.00"}

    assert _uren(_omvang(baan, **_periode(182))) == "86.40"


# Reis 4: begin 17-02-2022; op 17-03-2022 (dag 28) op tijd, daarna elke dag één sanctiedag
@pytest.mark.parametrize(
    ("ontvangen", "sanctie", "uren"),
    [
        ("2021-12-01", 0, "86.40"),
        ("2022-02-17", 0, "86.40"),
        ("2022-03-17", 0, "86.40"),
        ("2022-03-18", 1, "85.93"),  # 181 dagen
        ("2022-03-31", 14, "79.75"),  # 168 dagen: 79,7538…
        ("2022-09-15", 182, "0.00"),
        ("2022-09-16", 182, "0.00"),  # nooit meer dan de periode
        ("2024-01-01", 182, "0.00"),
    ],
)
def test_sanctiedagen(ontvangen: str, sanctie: int, uren: str) -> None:
    omvang = _omvang(**{**_periode(182), "ontvangen_op": ontvangen})

    assert (omvang.sanctiedagen, _uren(omvang), omvang.dagen) == (sanctie, uren, 182)


def test_een_aanvaarde_reden_neemt_de_sanctie_weg() -> None:
    omvang = _omvang(**{**_periode(182), "ontvangen_op": "2022-03-18", "reden_te_laat_aanvaard": True})

    assert (omvang.sanctiedagen, _uren(omvang)) == (0, "86.40")


def test_een_reden_zonder_aanvaarding_verandert_niets() -> None:
    omvang = _omvang(**{**_periode(182), "ontvangen_op": "2022-03-18", "reden_te_laat": "Post zoek."})

    assert omvang.sanctiedagen == 1


@pytest.mark.parametrize("soort", ["eerste", "eerste_na_proefplaatsing", "vervolg"])
def test_de_sanctie_telt_vanaf_de_aanvraag_nooit_vanaf_de_baan(soort: str) -> None:
    baan = {"begin": "2020-01-01", "eind": None}
    omvang = _omvang(baan, **{**_periode(182), "ontvangen_op": "2022-03-18", "soort": soort})

    assert omvang.sanctiedagen == 1


def test_de_sanctiedag_staat_in_de_som() -> None:
    dossier = maak_dossier(aanvraag={**_periode(182), "ontvangen_op": "2022-03-18"})

    stappen = {stap.code: stap for stap in toets_bij("uwv", dossier).stappen}

    assert stappen["uwv.omvang.sanctiedagen"].uitkomst == 1
    assert "181 dagen / 182" in stappen["uwv.omvang.uren"].tekst


def test_het_antwoord_in_json() -> None:
    omvang = toets_json("uwv", maak_dossier())["omvang"]

    assert omvang == {
        "eenheid": "uren",
        "regime": "midden",
        "jaar": 1,
        "percentage": "10.00",
        "dagen": 184,
        "sanctiedagen": 0,
        "uren": "87.35",
        "uren_formulier": "86.40",
        "plafond": None,
        "maximum_tarief": None,
        "maximum_uren": None,
        "geldt_voor": "periode",
        "termijnbedragen": None,
    }


# Reis 3: 11 uur per week of 5 maanden wordt geweigerd, met de bron
@pytest.mark.parametrize(
    ("baan", "code"), [({"uren_per_week": "11.00"}, "uwv.contract.uren"), ({"eind": "2023-07-31"}, "uwv.contract.duur")]
)
def test_geen_recht_is_geen_omvang(baan: Json, code: str) -> None:
    antwoord = toets_json("uwv", maak_dossier(dienstverband=baan))

    (reden,) = [b for b in antwoord["bevindingen"] if b["ernst"] == "blokkerend"]

    assert (antwoord["aanspraak"], antwoord["omvang"], reden["code"]) == ("geen_recht", None, code)
    assert "Protocol Jobcoach UWV 2014" in reden["bron"]["titel"]
    assert antwoord["termijnen"]
    assert antwoord["beoordelaar"] == "arbeidsdeskundige"


@pytest.mark.parametrize(
    ("ontvangen", "zin"),
    [
        ("2022-01-09", "Ontvangen op 09-01-2022 is 39 dagen vóór 17-02-2022, dus op tijd"),  # 22 in januari en 17
        ("2022-02-16", "Ontvangen op 16-02-2022 is 1 dag vóór 17-02-2022, dus op tijd"),
        ("2022-02-17", "Ontvangen op 17-02-2022 is 0 dagen na 17-02-2022; 28 dagen mag"),
        ("2022-03-18", "Ontvangen op 18-03-2022 is 29 dagen na 17-02-2022; 28 dagen mag"),  # 11 in februari en 18
    ],
)
def test_hoe_laat_de_aanvraag_kwam_staat_er_in_gewone_woorden(ontvangen: str, zin: str) -> None:
    dossier = maak_dossier(aanvraag={**_periode(182), "ontvangen_op": ontvangen})
    stappen = {stap.code: stap.tekst for stap in toets_bij("uwv", dossier).stappen}
    assert stappen["uwv.omvang.sanctiedagen"] == zin
