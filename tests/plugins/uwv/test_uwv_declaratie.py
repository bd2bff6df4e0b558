"""Een declaratie bij UWV, van JSON tot JSON. (Rekencontract deel 3; reizen 7 en 8; feiten 1.8 en 2.1)"""

from datetime import date

import pytest
from tests.plugins.hulp import Json, regels

from dakpan.betaling.contract import vergoeding_als_json
from dakpan.betaling.schemas import lees_declaratie
from dakpan.invoer.toml import Plek
from dakpan.regels.regels import Regels
from dakpan.regels.register import Register
from dakpan.uren.domain import NietVergoed

# Rapport bijlage 3, de acht regels van de einddeclaratie: datum, begin, duur
RAPPORTREGELS = (
    ("2022-05-23", "14:00", "2:00", "begeleiden_op_het_werk"),
    ("2022-06-09", "9:00", "2:00", "begeleiden_op_het_werk"),
    ("2022-06-23", "10:00", "2:30", "begeleiden_op_het_werk"),
    ("2022-07-07", "11:30", "2:00", "structureren"),
    ("2022-07-15", "9:00", "2:00", "evaluatie_en_coordinatie"),
    ("2022-07-20", "12:00", "2:00", "structureren"),
    ("2022-07-21", "11:00", "0:30", "begeleiden_op_het_werk"),
    ("2022-08-04", "9:00", "2:30", "begeleiden_op_het_werk"),
)


def _activiteit(datum: str, duur: str = "1:00", doel: str = "structureren", begin: str = "9:00") -> Json:
    return {"datum": datum, "begin": begin, "duur": duur, "doel": doel, "geaccordeerd": True}


REIS_7: Json = {
    "tenant": "uwv-noord",
    "soort": "eind",
    "declaratiedatum": "2022-08-18",
    "toegekend_uren": "27.21",
    "eerder_gedeclareerd": [{"nummer": "UJ000001", "soort": "regulier", "duur": "12:20"}],
    "tarieven": [{"vanaf": "2022-01-01", "tarief": "95.45"}],
    "btw_percentage": "21.00",
    "activiteiten": [_activiteit(datum, duur, doel, begin) for datum, begin, duur, doel in RAPPORTREGELS],
}
REIS_7["activiteiten"][4]["activiteit"] = "opstellen_verantwoordingsrapportage"


def _declareer(*activiteiten: Json, bij: Regels | None = None, **anders: object) -> Json:
    gewoon: Json = {
        "tenant": "uwv-noord",
        "soort": "eind",
        "declaratiedatum": "2022-12-31",
        "toegekend_uren": "100.00",
        "btw_percentage": "21.00",
        "activiteiten": list(activiteiten),
    }
    declaratie = lees_declaratie({**gewoon, **anders}, date(2026, 1, 1))
    wie = bij or regels("uwv")
    return vergoeding_als_json(wie.naam, wie.versie, wie.bereken_vergoeding(declaratie, declaratie.declaratiedatum))


def _codes(antwoord: Json) -> list[str]:
    return [bevinding["code"].removeprefix("uwv.") for bevinding in antwoord["bevindingen"]]


def _met_tarieven(**per_dag: str) -> Regels:
    """De regels van een financier die zelf zijn uurtarief per dag invult."""
    klasse = Register().klasse("uwv")
    waarden = [
        {
            "vanaf": date.fromisoformat(dag.removeprefix("d")),
            "bron": "eigen",
            "vindplaats": "",
            "zekerheid": "tekst",
            "waarde": tarief,
        }
        for dag, tarief in per_dag.items()
    ]
    aanvulling = {"bronnen": {"eigen": {"titel": "Eigen tariefbesluit"}}, "tarief_extern": {"waarden": waarden}}
    return Regels(klasse(klasse.eigen_parameters().aangevuld(aanvulling, Plek("uwv-noord.toml"))))


# Feiten 6, G2 en G3
def test_reis_7_tot_op_de_cent() -> None:
    antwoord = _declareer(**REIS_7)

    verwacht = {
        "totaal_duur": "15:30",
        "correctie": "-0:37",
        "declarabel": "14:53",
        "declarabel_uren": "14.88",
        "bedrag_excl": "1420.30",
        "btw": "298.26",
        "bedrag_incl": "1718.56",
        "resterend": "0:00",
        "bevindingen": [],
    }
    assert {sleutel: antwoord[sleutel] for sleutel in verwacht} == verwacht
    (deel,) = antwoord["per_jaar"]
    assert (deel["jaar"], deel["uren"], deel["bedrag_excl"]) == (2022, "14.88", "1420.30")


def test_reis_7_legt_het_plafond_uit() -> None:
    (plafond,) = [s for s in _declareer(**REIS_7)["stappen"] if s["code"] == "uwv.vergoeding.plafond"]

    assert all(duur in plafond["tekst"] for duur in ("27:13", "12:20", "15:30", "14:53"))


def test_de_lijst_achterstevoren_geeft_hetzelfde() -> None:
    andersom = {**REIS_7, "activiteiten": REIS_7["activiteiten"][::-1]}

    assert _declareer(**andersom) == _declareer(**REIS_7)


# Reis 8: een einddeclaratie van 0:00 kan
def test_een_einddeclaratie_zonder_uren() -> None:
    antwoord = _declareer()

    assert (antwoord["totaal_duur"], antwoord["correctie"], antwoord["declarabel"]) == ("0:00", "0:00", "0:00")
    assert (antwoord["per_jaar"], antwoord["bedrag_excl"], antwoord["bedrag_incl"]) == ([], "0.00", "0.00")
    assert antwoord["resterend"] == "100:00"
    assert antwoord["bevindingen"] == []


# Feiten 2.1: het tarief van de dag waarop het werk is gedaan
@pytest.mark.parametrize(
    ("dag", "tarief"),
    [
        ("2012-08-31", None),
        ("2012-09-01", "73.30"),
        ("2013-12-31", "73.30"),
        ("2014-01-01", "74.11"),
        ("2014-12-31", "74.11"),
        ("2015-01-01", "74.78"),
        ("2015-12-31", "74.78"),
        ("2016-01-01", None),  # Q1 wordt nooit doorgetrokken
        ("2022-05-23", None),
    ],
)
def test_eigen_tarief_van_uwv(dag: str, tarief: str | None) -> None:
    antwoord = _declareer(_activiteit(dag))

    assert antwoord["bedrag_excl"] == tarief
    assert _codes(antwoord) == ([] if tarief else ["parameter_ontbreekt"])


def test_werk_in_2014_en_2015_is_twee_regels_met_twee_tarieven() -> None:
    antwoord = _declareer(_activiteit("2015-01-01"), _activiteit("2014-12-31", "2:00"), declaratiedatum="2015-02-01")

    assert [(deel["jaar"], deel["uren"], deel["bedrag_excl"]) for deel in antwoord["per_jaar"]] == [
        (2014, "2.00", "148.22"),
        (2015, "1.00", "74.78"),
    ]
    # 223,00 × 21% = 46,83
    assert (antwoord["bedrag_excl"], antwoord["btw"], antwoord["bedrag_incl"]) == ("223.00", "46.83", "269.83")


def test_ontbreekt_het_tarief_van_een_dag_dan_is_elk_bedrag_leeg() -> None:
    antwoord = _declareer(_activiteit("2015-12-31"), _activiteit("2016-01-01"))

    assert (antwoord["bedrag_excl"], antwoord["btw"], antwoord["bedrag_incl"]) == (None, None, None)
    assert [deel["bedrag_excl"] for deel in antwoord["per_jaar"]] == [None, None]
    assert [deel["uren"] for deel in antwoord["per_jaar"]] == ["1.00", "1.00"]
    assert antwoord["declarabel_uren"] == "2.00"
    (gemis,) = antwoord["bevindingen"]
    assert (gemis["code"], gemis["ernst"], gemis["bron"]["zekerheid"]) == (
        "uwv.parameter_ontbreekt",
        "afwegen",
        "ontbreekt",
    )


def test_een_dag_die_het_plafond_afsnijdt_heeft_geen_tarief_nodig() -> None:
    antwoord = _declareer(_activiteit("2016-01-01"), _activiteit("2015-12-31"), toegekend_uren="1.00")

    assert (antwoord["bedrag_excl"], antwoord["correctie"]) == ("74.78", "-1:00")
    assert _codes(antwoord) == []


def test_tarieven_in_het_bestand_vervangen_elk_ander_tarief() -> None:
    tarieven = [{"vanaf": "2015-06-01", "tarief": "50.00"}]

    assert _declareer(_activiteit("2015-06-01"), tarieven=tarieven)["bedrag_excl"] == "50.00"
    # Een dag voor de eerste vanaf heeft geen tarief, al kent UWV er een.
    assert _declareer(_activiteit("2015-05-31"), tarieven=tarieven)["bedrag_excl"] is None
    assert _declareer(_activiteit("2015-06-01"), tarieven=[])["bedrag_excl"] is None


def test_het_tarief_dat_de_financier_zelf_invult() -> None:
    eigen = _met_tarieven(d20220101="95.45")
    zonder_tarieven = {sleutel: waarde for sleutel, waarde in REIS_7.items() if sleutel != "tarieven"}

    antwoord = _declareer(bij=eigen, **zonder_tarieven)

    assert (antwoord["bedrag_excl"], antwoord["bedrag_incl"], _codes(antwoord)) == ("1420.30", "1718.56", [])
    assert _declareer(_activiteit("2021-12-31"), bij=eigen)["bedrag_excl"] is None
    assert _declareer(_activiteit("2015-12-31"), bij=eigen)["bedrag_excl"] == "74.78"


def test_een_eigen_tarief_na_zijn_indexdatum_is_niet_geindexeerd() -> None:
    eigen = _met_tarieven(d20220101="95.45")

    antwoord = _declareer(_activiteit("2022-12-31"), _activiteit("2023-01-01"), bij=eigen, declaratiedatum="2023-02-01")

    assert antwoord["bedrag_excl"] == "190.90"
    assert [(b["code"], b["ernst"]) for b in antwoord["bevindingen"]] == [("uwv.niet_geindexeerd", "informatie")]


@pytest.mark.parametrize("soort", NietVergoed)
def test_wat_nooit_wordt_betaald(soort: NietVergoed) -> None:
    antwoord = _declareer(_activiteit("2015-06-01", doel=soort.value), _activiteit("2015-06-01"))

    assert antwoord["totaal_duur"] == "1:00"
    (bevinding,) = antwoord["bevindingen"]
    assert (bevinding["code"], bevinding["ernst"]) == ("uwv.niet_vergoedbaar", "informatie")
    assert soort.value.replace("_", " ") in bevinding["tekst"]


def test_niet_geaccordeerd_en_toekomst_tellen_niet() -> None:
    open_staand = {**_activiteit("2015-06-01"), "geaccordeerd": False}
    zonder_vinkje = {k: v for k, v in _activiteit("2015-06-02").items() if k != "geaccordeerd"}
    later = _activiteit("2023-01-01")

    antwoord = _declareer(open_staand, zonder_vinkje, later, _activiteit("2015-06-03"))

    assert antwoord["totaal_duur"] == "1:00"
    assert _codes(antwoord) == ["niet_geaccordeerd", "niet_geaccordeerd", "in_de_toekomst"]


def test_zonder_declaratiedatum_ligt_vandaag_de_grens() -> None:
    basis: Json = {"tenant": "uwv-noord", "soort": "eind", "toegekend_uren": "9.00"}
    dagen = [_activiteit("2015-06-01"), _activiteit("2015-06-02")]

    declaratie = lees_declaratie({**basis, "activiteiten": dagen}, vandaag=date(2015, 6, 1))
    vergoeding = regels("uwv").bereken_vergoeding(declaratie, declaratie.declaratiedatum)

    assert str(vergoeding.resultaat.totaal) == "1:00"
    assert "uwv.in_de_toekomst" in {b.code for b in vergoeding.bevindingen}


# Veelgestelde vragen: ten hoogste 2 uur per periode, meer met argumenten
@pytest.mark.parametrize(("duur", "codes"), [("2:00", []), ("2:01", ["rapportage_uren"])])
def test_verantwoordingsrapportage_boven_twee_uur(duur: str, codes: list[str]) -> None:
    verslag = _activiteit("2015-06-01", duur, "evaluatie_en_coordinatie")
    antwoord = _declareer({**verslag, "activiteit": "opstellen_verantwoordingsrapportage"})

    assert antwoord["totaal_duur"] == duur
    assert _codes(antwoord) == codes
    assert all(bevinding["ernst"] == "afwegen" for bevinding in antwoord["bevindingen"])


# Reis 8: ten hoogste één reguliere en één einddeclaratie
@pytest.mark.parametrize(
    ("soort", "eerder", "te_veel"),
    [
        ("regulier", [], False),
        ("eind", [], False),
        ("eind", ["regulier"], False),
        ("regulier", ["regulier"], True),
        ("eind", ["eind"], True),
        ("regulier", ["eind"], True),  # na de einddeclaratie kan er niets meer
        ("eind", ["regulier", "eind"], True),
    ],
)
def test_geen_derde_declaratie(soort: str, eerder: list[str], te_veel: bool) -> None:
    al_gedeclareerd = [{"nummer": f"UJ{n}", "soort": een, "duur": "1:00"} for n, een in enumerate(eerder)]

    bevindingen = _declareer(soort=soort, eerder_gedeclareerd=al_gedeclareerd)["bevindingen"]

    gevonden = [(b["code"], b["ernst"]) for b in bevindingen]
    assert gevonden == ([("uwv.declaratie.aantal", "informatie")] if te_veel else [])


def test_zonder_btw_percentage_blijft_de_btw_leeg() -> None:
    antwoord = _declareer(_activiteit("2015-06-01"), btw_percentage=None)

    assert (antwoord["bedrag_excl"], antwoord["btw"], antwoord["bedrag_incl"]) == ("74.78", None, None)
    assert _codes(antwoord) == ["parameter_ontbreekt"]
