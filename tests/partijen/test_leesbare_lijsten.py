"""Deel 4 van het rekencontract: ``dakpan regelsets`` en ``dakpan tenants``."""

import re
from datetime import date
from typing import Any

import pytest

from dakpan.invoer.toml import Plek
from dakpan.partijen.contract import regelset_als_json, tenant_als_json
from dakpan.partijen.tenant import GekozenRegelset, Huisstijl, Tenant
from dakpan.partijen.tenantbestanden import lees_tenants, meegeleverde_map
from dakpan.regels.register import Register

Json = dict[str, Any]

REGISTER = Register()
REGELSETS = {naam: regelset_als_json(REGISTER.klasse(naam).eigen_parameters()) for naam in ("g4", "staphorst", "uwv")}
TENANTS = {slug: tenant_als_json(tenant) for slug, tenant in lees_tenants([meegeleverde_map()], REGISTER.namen).items()}
RIJEN = [(naam, rij) for naam, regelset in REGELSETS.items() for rij in regelset["parameters"]]
BEDRAG = re.compile(r"(0|[1-9][0-9]*)\.[0-9]{2}")


def _rijen(regelset: str, parameter: str) -> list[Json]:
    return [rij for rij in REGELSETS[regelset]["parameters"] if rij["naam"].partition(".")[0] == parameter]


@pytest.mark.parametrize("naam", list(REGELSETS))
def test_een_regelset_noemt_naam_versie_titel_bronnen_en_waarden(naam: str) -> None:
    regelset = REGELSETS[naam]

    assert set(regelset) == {"naam", "versie", "titel", "bronnen", "parameters"}
    assert regelset["naam"] == naam
    assert all(regelset[sleutel] for sleutel in regelset)
    assert all(bron["titel"].strip() for bron in regelset["bronnen"])


@pytest.mark.parametrize(("regelset", "rij"), RIJEN, ids=lambda deel: deel["naam"] if isinstance(deel, dict) else deel)
def test_elke_waarde_heeft_een_datum_een_bron_en_een_zekerheid(regelset: str, rij: Json) -> None:
    titels = {bron["titel"] for bron in REGELSETS[regelset]["bronnen"]}

    assert set(rij) == {
        *("naam", "titel", "soort", "eenheid", "waarde", "vanaf", "tot_en_met", "indexdata", "zekerheid", "bron")
    }
    assert rij["bron"]["titel"] in titels
    assert rij["bron"]["zekerheid"] == rij["zekerheid"]
    if rij["waarde"] is None:
        assert (rij["zekerheid"], rij["vanaf"], rij["tot_en_met"]) == ("ontbreekt", None, None)
    else:
        assert rij["zekerheid"] in {"tekst", "afgeleid"}
        assert date.fromisoformat(rij["vanaf"]).isoformat() == rij["vanaf"]
        assert rij["bron"]["vindplaats"].strip()


@pytest.mark.parametrize(("regelset", "rij"), RIJEN, ids=lambda deel: deel["naam"] if isinstance(deel, dict) else deel)
def test_elk_bedrag_is_tekst_met_twee_decimalen(regelset: str, rij: Json) -> None:
    if rij["soort"] in {"bedrag", "percentage", "uren"} and rij["waarde"] is not None:
        assert BEDRAG.fullmatch(rij["waarde"])
    assert rij["waarde"] is None or isinstance(rij["waarde"], str)


@pytest.mark.parametrize("naam", list(REGELSETS))
def test_een_naam_staat_er_een_keer_per_datum(naam: str) -> None:
    sleutels = [(rij["naam"], rij["vanaf"]) for rij in REGELSETS[naam]["parameters"]]

    assert len(sleutels) == len(set(sleutels))


def _tabel(regelset: str, parameter: str) -> dict[str, str]:
    return {rij["naam"].partition(".")[2]: rij["waarde"] for rij in _rijen(regelset, parameter)}


def test_de_twaalf_bedragen_van_staphorst() -> None:
    """Uitvoeringsregels 1.5, per 01-01-2022."""
    assert _tabel("staphorst", "jaarbedrag") == {
        "licht.1": "3030.37",
        "licht.2": "1571.30",
        "licht.3": "1571.30",
        "midden.1": "5162.85",
        "midden.2": "2581.43",
        "midden.3": "1571.30",
        "intensief.1": "7632.04",
        "intensief.2": "3816.02",
        "intensief.3": "3030.37",
    }
    assert _tabel("staphorst", "proefplaatsing") == {"licht": "561.18", "midden": "673.42", "intensief": "897.89"}
    assert {rij["vanaf"] for rij in _rijen("staphorst", "jaarbedrag") + _rijen("staphorst", "proefplaatsing")} == {
        "2022-01-01"
    }


def test_het_uurtarief_van_staphorst_wordt_halfjaarlijks_geindexeerd() -> None:
    [tarief] = _rijen("staphorst", "tarief_extern")

    assert (tarief["waarde"], tarief["vanaf"], tarief["indexdata"]) == ("95.45", "2022-01-01", ["01-01", "07-01"])
    assert _rijen("staphorst", "jaarbedrag")[0]["indexdata"] == ["01-01"]


def test_de_zes_bedragen_van_de_g4() -> None:
    """Vraag en antwoord, overzicht van de maximale kosten; een index is er niet."""
    assert _tabel("g4", "jaarbedrag") == {
        "licht.1": "2700.00",
        "licht.2": "1400.00",
        "licht.3": "1400.00",
        "midden.1": "4500.00",
        "midden.2": "2700.00",
        "midden.3": "1400.00",
    }
    assert {rij["vanaf"] for rij in _rijen("g4", "jaarbedrag")} == {"2015-03-01"}
    assert {tuple(rij["indexdata"]) for rij in REGELSETS["g4"]["parameters"]} == {()}


@pytest.mark.parametrize(
    ("regelset", "parameter"),
    [
        ("staphorst", "proefplaatsing_extern"),
        ("g4", "tarief_extern"),
        ("g4", "aanvraag_dagen"),
        ("g4", "beslis_dagen"),
        ("g4", "minimum_maanden"),
        ("g4", "minimum_uren"),
        ("g4", "werkwijze"),
        ("g4", "stukken"),
        ("g4", "rapportage_maanden"),
        ("g4", "betaalritme"),
    ],
)
def test_wat_de_bron_niet_geeft_staat_er_als_ontbrekend(regelset: str, parameter: str) -> None:
    rijen = _rijen(regelset, parameter)

    assert rijen
    assert {(rij["waarde"], rij["zekerheid"]) for rij in rijen} == {(None, "ontbreekt")}


@pytest.mark.parametrize("parameter", ["Q1", "Q2"])
def test_uwv_geeft_na_2015_geen_normbedragen(parameter: str) -> None:
    """ "their last known value (2015) ends on 2015-12-31 and is never carried forward"."""
    rijen = [rij for rij in REGELSETS["uwv"]["parameters"] if parameter in rij["titel"] and rij["waarde"] is not None]

    assert rijen
    assert max(rij["tot_en_met"] or "9999-12-31" for rij in rijen) == "2015-12-31"


@pytest.mark.parametrize(
    ("slug", "naam", "vanaf", "regelset"),
    [
        ("staphorst", "Gemeente Staphorst", "2022-01-01", "staphorst"),
        ("amsterdam", "Gemeente Amsterdam", "2015-03-01", "g4"),
        ("rotterdam", "Gemeente Rotterdam", "2015-03-01", "g4"),
        ("den-haag", "Gemeente Den Haag", "2015-03-01", "g4"),
        ("utrecht", "Gemeente Utrecht", "2015-03-01", "g4"),
        ("uwv-noord", "UWV Noord", "2014-07-01", "uwv"),
        ("uwv-oost", "UWV Oost", "2014-07-01", "uwv"),
        ("uwv-zuid", "UWV Zuid", "2014-07-01", "uwv"),
        ("uwv-west", "UWV West", "2014-07-01", "uwv"),
    ],
)
def test_de_meegeleverde_tenants(slug: str, naam: str, vanaf: str, regelset: str) -> None:
    tenant = TENANTS[slug]

    assert set(tenant) == {"slug", "naam", "regelsets", "huisstijl"}
    assert (tenant["slug"], tenant["naam"]) == (slug, naam)
    assert tenant["regelsets"] == [{"vanaf": vanaf, "regelset": regelset, "eigen_parameters": []}]


def test_er_zijn_geen_andere_tenants() -> None:
    assert len(TENANTS) == 9


@pytest.mark.parametrize("slug", list(TENANTS))
def test_een_huisstijl_heeft_naam_kleur_en_logotekst(slug: str) -> None:
    huisstijl = TENANTS[slug]["huisstijl"]

    assert set(huisstijl) == {"naam", "kleur", "logotekst"}
    assert re.fullmatch(r"#[0-9a-f]{6}", huisstijl["kleur"])
    assert huisstijl["naam"].strip()
    assert huisstijl["logotekst"].strip()


def test_eigen_parameters_van_een_tenant_staan_erbij_maar_haar_bronnen_zijn_geen_parameter() -> None:
    keuzes = (
        GekozenRegelset(date(2020, 1, 1), "g4", Plek("x.toml"), {"bronnen": {}, "aanvraag_dagen": {}, "stukken": {}}),
        GekozenRegelset(date(2022, 1, 1), "staphorst", Plek("x.toml")),
    )
    tenant = tenant_als_json(Tenant("x", "Gemeente X", Huisstijl("Gemeente X", "#000000", "X"), keuzes))

    assert tenant["regelsets"] == [
        {"vanaf": "2020-01-01", "regelset": "g4", "eigen_parameters": ["aanvraag_dagen", "stukken"]},
        {"vanaf": "2022-01-01", "regelset": "staphorst", "eigen_parameters": []},
    ]
