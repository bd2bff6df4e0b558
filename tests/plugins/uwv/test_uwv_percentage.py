"""Welk percentage geldt? (Protocol 2014 A.3; rekencontract deel 1, eerste_overeenkomst_maanden)"""

from datetime import date

import pytest
from tests.plugins.hulp import Json, ernst_van, maak_dossier, regels, toets_bij

from dakpan.aanvraag.domain.omvang import Omvang
from dakpan.aanvraag.service import Toets, toets
from dakpan.invoer.toml import Plek
from dakpan.regels.regels import Regels
from dakpan.regels.register import Register
from dakpan.uitleg.bevinding import Aanspraak, Ernst

# Protocol 2014 A.3, tabel 1: jaar 1, jaar 2, jaar 3 en later
TABEL_1 = {
    "zeer_licht": ("3.00", "3.00", "3.00", "3.00", "3.00"),
    "licht": ("6.00", "3.00", "3.00", "3.00", "3.00"),
    "midden": ("10.00", "5.00", "3.00", "3.00", "3.00"),
    "intensief": ("15.00", "7.50", "6.00", "6.00", "6.00"),
}
IN_TABEL_1 = [(regime, jaar, waarde) for regime, rij in TABEL_1.items() for jaar, waarde in enumerate(rij, start=1)]
EERSTE_DAG, LAATSTE_DAG_VAN_2015, EERSTE_DAG_VAN_2016 = date(2014, 7, 1), date(2015, 12, 31), date(2016, 1, 1)
DAGEN = (EERSTE_DAG, LAATSTE_DAG_VAN_2015, EERSTE_DAG_VAN_2016, date(2026, 8, 1))


def _omvang(dag: date, dienstverband: Json | None = None, **aanvraag: object) -> Omvang:
    aanvraag = {"motivering_intensief": "Crisis.", **aanvraag}
    omvang = toets_bij("uwv", maak_dossier(aanvraag=aanvraag, dienstverband=dienstverband), dag).omvang
    assert omvang is not None
    return omvang


def _procent(omvang: Omvang) -> str | None:
    return None if omvang.percentage is None else omvang.percentage.iso


@pytest.mark.parametrize(("regime", "jaar", "verwacht"), IN_TABEL_1)
@pytest.mark.parametrize("dag", DAGEN, ids=str)
def test_tabel_1(dag: date, regime: str, jaar: int, verwacht: str) -> None:
    assert _procent(_omvang(dag, regime=regime, jaar=jaar)) == verwacht


def test_voor_de_eerste_dag_ontbreekt_het_percentage() -> None:
    uitkomst = toets_bij("uwv", maak_dossier(), date(2014, 6, 30))

    assert uitkomst.aanspraak is Aanspraak.AFWEGEN
    assert ernst_van(uitkomst, "uwv.parameter_ontbreekt") is Ernst.AFWEGEN
    assert uitkomst.omvang is not None
    assert (uitkomst.omvang.percentage, uitkomst.omvang.uren, uitkomst.omvang.uren_formulier) == (None, None, None)
    assert (uitkomst.omvang.dagen, uitkomst.omvang.sanctiedagen) == (184, 0)


# Rekencontract deel 1: tabel 2 is niet in bron; tabel 1 geldt vanaf 12 maanden.
@pytest.mark.parametrize(
    ("maanden", "soort", "eind", "tabel_2"),
    [
        pytest.param(12, "eerste", "2023-08-31", False, id="12 opgegeven, al loopt het contract korter"),
        pytest.param(11, "eerste", "2025-02-28", True, id="11 opgegeven, al loopt het contract langer"),
        pytest.param(0, "eerste", "2025-02-28", True, id="0 opgegeven is niet hetzelfde als niets"),
        pytest.param(11, "vervolg", None, True, id="bij een vervolg telt het eerste contract"),
        pytest.param(None, "eerste", "2024-02-29", False, id="afgeleid: precies 12 maanden"),
        pytest.param(None, "eerste", "2024-02-28", True, id="afgeleid: één dag minder"),
        pytest.param(None, "eerste", None, False, id="afgeleid: onbepaalde tijd"),
        pytest.param(None, "vervolg", "2023-09-30", False, id="niets opgegeven bij een vervolg: tabel 1"),
        pytest.param(None, "eerste_na_proefplaatsing", "2023-09-30", False, id="na een proefplaatsing: tabel 1"),
    ],
)
def test_tabel_1_of_2(maanden: int | None, soort: str, eind: str | None, tabel_2: bool) -> None:
    aanvraag = {"eerste_overeenkomst_maanden": maanden, "soort": soort}
    uitkomst = toets_bij("uwv", maak_dossier(aanvraag=aanvraag, dienstverband={"eind": eind}))

    assert uitkomst.omvang is not None
    assert _procent(uitkomst.omvang) == (None if tabel_2 else "10.00")
    assert ernst_van(uitkomst, "uwv.parameter_ontbreekt") is (Ernst.AFWEGEN if tabel_2 else None)
    assert uitkomst.aanspraak is (Aanspraak.AFWEGEN if tabel_2 else Aanspraak.RECHT)


def test_tabel_2_geeft_geen_enkel_verzonnen_cijfer() -> None:
    omvang = _omvang(EERSTE_DAG_VAN_2016, eerste_overeenkomst_maanden=11)

    assert (omvang.percentage, omvang.uren, omvang.uren_formulier) == (None, None, None)
    assert omvang.dagen == 184


# Feiten 1.1: tabel 2 bestaat sinds 2016.
@pytest.mark.parametrize(("dag", "verwacht"), [(LAATSTE_DAG_VAN_2015, "10.00"), (EERSTE_DAG_VAN_2016, None)])
def test_voor_2016_was_er_een_tabel(dag: date, verwacht: str | None) -> None:
    assert _procent(_omvang(dag, eerste_overeenkomst_maanden=6)) == verwacht


# Protocol 2014 A.3.2; sinds 2016 een vast aantal uren dat niet in de bron staat (feiten 1.4)
@pytest.mark.parametrize(
    ("regime", "verwacht"), [("zeer_licht", "3.00"), ("licht", "6.00"), ("midden", "10.00"), ("intensief", "15.00")]
)
@pytest.mark.parametrize("dag", [EERSTE_DAG, LAATSTE_DAG_VAN_2015], ids=str)
@pytest.mark.parametrize("jaar", [1, 3])
def test_proefplaatsing_voor_2016(dag: date, jaar: int, regime: str, verwacht: str) -> None:
    assert _procent(_omvang(dag, soort="proefplaatsing", regime=regime, jaar=jaar)) == verwacht


@pytest.mark.parametrize("regime", TABEL_1)
def test_proefplaatsing_sinds_2016_heeft_vaste_uren_die_ontbreken(regime: str) -> None:
    aanvraag = {"soort": "proefplaatsing", "regime": regime, "motivering_intensief": "Crisis."}
    uitkomst = toets_bij("uwv", maak_dossier(aanvraag=aanvraag), EERSTE_DAG_VAN_2016)

    assert ernst_van(uitkomst, "uwv.parameter_ontbreekt") is Ernst.AFWEGEN
    assert uitkomst.omvang is not None
    assert (uitkomst.omvang.percentage, uitkomst.omvang.uren, uitkomst.omvang.uren_formulier) == (None, None, None)


@pytest.mark.parametrize(
    ("dag", "stap"),
    [(LAATSTE_DAG_VAN_2015, "uwv.omvang.percentage"), (EERSTE_DAG_VAN_2016, "uwv.omvang.vaste_uren")],
)
def test_proefplaatsing_gaat_in_2016_over_op_vaste_uren(dag: date, stap: str) -> None:
    dossier = maak_dossier(aanvraag={"soort": "proefplaatsing"})

    eerste, *_ = regels("uwv").bereken_omvang(dossier, dag).stappen

    assert eerste.code == stap


def test_proefplaatsing_kan_ook_uit_het_dienstverband_blijken() -> None:
    omvang = _omvang(EERSTE_DAG_VAN_2016, dienstverband={"soort": "proefplaatsing"})

    assert omvang.uren is None


@pytest.mark.parametrize("dag", DAGEN, ids=str)
def test_percentages_kennen_geen_indexdatum(dag: date) -> None:
    uitkomst = toets_bij("uwv", maak_dossier(), dag)

    assert ernst_van(uitkomst, "uwv.niet_geindexeerd") is None


def test_de_stap_noemt_de_bron_van_het_percentage() -> None:
    stappen = {stap.code: stap for stap in regels("uwv").bereken_omvang(maak_dossier(), EERSTE_DAG).stappen}

    percentage = stappen["uwv.omvang.percentage"]

    assert "10,00%" in percentage.tekst
    assert percentage.bron.vindplaats == "A.3, tabel 1"


def _toets_met(parameter: str, waarden: Json, **aanvraag: object) -> Toets:
    """De toets bij een financier die zelf een ontbrekende waarde heeft ingevuld, met zijn bron."""
    rij = {"vanaf": EERSTE_DAG_VAN_2016, "bron": "eigen", "vindplaats": "bijlage", "zekerheid": "tekst", **waarden}
    aanvulling = {"bronnen": {"eigen": {"titel": "Eigen besluit"}}, parameter: {"waarden": [rij]}}
    klasse = Register().klasse("uwv")
    eigen = klasse(klasse.eigen_parameters().aangevuld(aanvulling, Plek("uwv-noord.toml")))
    dossier = maak_dossier(aanvraag=aanvraag)
    return toets(Regels(eigen), dossier, dossier.aanvraag.ontvangen_op)


# Reis 3: de functioneel beheerder vult tabel 2 in, met de bron
def test_een_ingevulde_tabel_2_telt_mee() -> None:
    korter: Json = {"eerste_overeenkomst_maanden": 11, "jaar": 2}
    uitkomst = _toets_met("percentage_tabel2", {"midden": {"2": "4.00"}}, **korter)

    assert uitkomst.aanspraak is Aanspraak.RECHT
    assert uitkomst.omvang is not None
    assert uitkomst.omvang.uren_formulier is not None
    assert (_procent(uitkomst.omvang), uitkomst.omvang.uren_formulier.iso) == ("4.00", "34.56")  # 4% × 36 × 24
    assert {stap.bron.titel for stap in uitkomst.stappen if stap.code == "uwv.omvang.percentage"} == {"Eigen besluit"}


def test_wat_de_financier_niet_invult_ontbreekt_nog_steeds() -> None:
    uitkomst = _toets_met("percentage_tabel2", {"midden": {"2": "4.00"}}, eerste_overeenkomst_maanden=11)

    assert ernst_van(uitkomst, "uwv.parameter_ontbreekt") is Ernst.AFWEGEN


# Feiten 1.4: een vast aantal; hoe een late aanvraag daarin doorwerkt staat nergens
@pytest.mark.parametrize(("ontvangen", "sanctie"), [("2023-03-29", 0), ("2023-03-31", 2)])
def test_ingevulde_vaste_uren_hangen_niet_van_dagen_af(ontvangen: str, sanctie: int) -> None:
    uitkomst = _toets_met(
        "proefplaatsing_uren", {"midden": "12.00"}, soort="proefplaatsing", ontvangen_op=ontvangen, eind="2023-04-30"
    )

    assert uitkomst.omvang is not None
    assert uitkomst.omvang.uren is not None
    assert (uitkomst.omvang.uren.iso, uitkomst.omvang.sanctiedagen) == ("12.00", sanctie)
    assert ernst_van(uitkomst, "uwv.niet_in_bron") is (Ernst.INFORMATIE if sanctie else None)
