"""Voor wie, en wat wordt er gevraagd? (Rekencontract deel 1, bevindingen)"""

import pytest
from tests.plugins.hulp import Json, ernst_van, maak_dossier, met_code, toets_bij

from dakpan.uitleg.bevinding import Aanspraak, Ernst

B, A, I, V = Ernst.BLOKKEREND, Ernst.AFWEGEN, Ernst.INFORMATIE, Ernst.VOLDAAN  # noqa: E741


def _ernst(code: str, **delen: Json) -> Ernst | None:
    return ernst_van(toets_bij("uwv", maak_dossier(**delen)), f"uwv.{code}")


@pytest.mark.parametrize(
    ("doelgroepen", "verantwoordelijk", "doelgroep", "aanspraak"),
    [
        (["sfb"], V, V, Aanspraak.RECHT),
        (["sfb", "banenafspraak"], V, V, Aanspraak.RECHT),
        (["sfb", "participatiewet"], B, V, Aanspraak.GEEN_RECHT),
        (["participatiewet"], B, A, Aanspraak.GEEN_RECHT),
        ([], V, A, Aanspraak.AFWEGEN),
        (["banenafspraak"], V, A, Aanspraak.AFWEGEN),
        (["bijstand", "geboren_buiten_nederland", "maatwerk"], V, A, Aanspraak.AFWEGEN),
    ],
)
def test_doelgroepen(doelgroepen: list[str], verantwoordelijk: Ernst, doelgroep: Ernst, aanspraak: Aanspraak) -> None:
    uitkomst = toets_bij("uwv", maak_dossier(persoon={"doelgroepen": doelgroepen}))

    assert ernst_van(uitkomst, "uwv.verantwoordelijke_instantie") is verantwoordelijk
    assert ernst_van(uitkomst, "uwv.doelgroep") is doelgroep
    assert uitkomst.aanspraak is aanspraak


@pytest.mark.parametrize(
    ("motivering", "verwacht"), [(None, B), ("", B), (" \n\t", B), ("Crisis op het werk.", V)], ids=repr
)
@pytest.mark.parametrize("vorm", ["extern", "intern"])
def test_intensief_vraagt_een_motivering(vorm: str, motivering: str | None, verwacht: Ernst) -> None:
    aanvraag = {"vorm": vorm, "regime": "intensief", "motivering_intensief": motivering}

    assert _ernst("regime.motivering", aanvraag=aanvraag) is verwacht


@pytest.mark.parametrize("regime", ["zeer_licht", "licht", "midden"])
def test_een_ander_regime_vraagt_geen_motivering(regime: str) -> None:
    assert _ernst("regime.motivering", aanvraag={"regime": regime}) is None
    assert _ernst("regime.niet_beschikbaar", aanvraag={"regime": regime}) is None


@pytest.mark.parametrize(
    ("gebruikt", "begin", "eind", "verwacht"),
    [
        (30, "2023-03-01", "2023-08-31", V),  # 30 + 6 = 36
        (31, "2023-03-01", "2023-08-31", A),  # 31 + 6 = 37
        (30, "2023-03-01", "2023-09-01", A),  # de zevende maand is begonnen
        (0, "2023-03-01", "2026-02-28", V),  # precies 36 maanden
        (0, "2023-03-01", "2026-03-01", A),
        (35, "2023-01-31", "2023-02-28", V),  # 31 januari: één maand tot het eind van februari
        (35, "2023-01-31", "2023-03-01", A),
        (36, "2023-03-01", "2023-03-01", A),  # één dag is een begonnen maand
        (1200, "2023-03-01", "2023-03-01", A),
    ],
)
def test_drie_jaar_is_het_maximum(gebruikt: int, begin: str, eind: str, verwacht: Ernst) -> None:
    delen: Json = {"aanvraag": {"begin": begin, "eind": eind}, "historie": {"maanden_jobcoaching": gebruikt}}

    assert _ernst("duur.maximum", **delen) is verwacht


@pytest.mark.parametrize(("motivering", "verwacht"), [(None, A), ("", A), ("  ", A), ("Nieuwe taken.", V)], ids=repr)
def test_verlenging_na_drie_jaar_met_motivering(motivering: str | None, verwacht: Ernst) -> None:
    aanvraag = {"verlenging_gemotiveerd": motivering}

    assert _ernst("duur.maximum", aanvraag=aanvraag, historie={"maanden_jobcoaching": 36}) is verwacht


def test_maanden_proefplaatsing_tellen_niet_mee() -> None:
    historie = {"maanden_jobcoaching": 30, "maanden_proefplaatsing": 6}

    assert _ernst("duur.maximum", historie=historie) is V


@pytest.mark.parametrize("jaar", [1, 3, 4, 10])
def test_het_jaar_zegt_niets_over_de_duur(jaar: int) -> None:
    assert _ernst("duur.maximum", aanvraag={"jaar": jaar}) is V


@pytest.mark.parametrize(
    ("vorm", "loopt", "verwacht"),
    [("extern", True, B), ("extern", False, V), ("intern", True, None), ("gemeentelijk", True, None)],
)
def test_extern_gaat_niet_samen_met_intern(vorm: str, loopt: bool, verwacht: Ernst | None) -> None:
    delen: Json = {"aanvraag": {"vorm": vorm}, "historie": {"interne_voorziening_loopt": loopt}}

    assert _ernst("samenloop.intern_extern", **delen) is verwacht


@pytest.mark.parametrize(
    ("ziek_sinds", "goedgekeurd", "verwacht"),
    [
        ("2023-02-01", False, V),  # 28 dagen tot de ontvangst op 1 maart
        ("2023-01-31", False, B),  # 29 dagen
        ("2023-01-31", True, V),
        ("2020-01-01", True, V),
        ("2023-03-01", False, V),
        ("2023-06-01", False, V),  # ziek geworden na de ontvangst
        (None, False, V),
    ],
)
def test_ziek_langer_dan_vier_weken(ziek_sinds: str | None, goedgekeurd: bool, verwacht: Ernst) -> None:
    assert _ernst("ziekte", persoon={"ziek_sinds": ziek_sinds, "ziekte_goedgekeurd": goedgekeurd}) is verwacht


@pytest.mark.parametrize(("vorm", "verwacht"), [("extern", V), ("intern", V), ("gemeentelijk", B)])
def test_uwv_heeft_geen_eigen_jobcoaches(vorm: str, verwacht: Ernst) -> None:
    assert _ernst("vorm.niet_beschikbaar", aanvraag={"vorm": vorm}) is verwacht


# Reis 4: begin 17-02-2022, dag 28 is 17-03-2022.
TE_LAAT = [("2022-02-01", V), ("2022-03-17", V), ("2022-03-18", I), ("2023-01-01", I)]


@pytest.mark.parametrize(("ontvangen", "verwacht"), TE_LAAT)
@pytest.mark.parametrize("aanvaard", [False, True])
def test_te_laat_blokkeert_nooit(ontvangen: str, verwacht: Ernst, aanvaard: bool) -> None:
    aanvraag = {
        "begin": "2022-02-17",
        "eind": "2022-08-16",
        "ontvangen_op": ontvangen,
        "reden_te_laat_aanvaard": aanvaard,
    }

    assert _ernst("termijn.sanctie", aanvraag=aanvraag) is verwacht


def test_te_laat_noemt_de_dagen() -> None:
    aanvraag = {"begin": "2022-02-17", "eind": "2022-08-16", "ontvangen_op": "2022-04-01"}
    uitkomst = toets_bij("uwv", maak_dossier(aanvraag=aanvraag))

    (sanctie,) = met_code(uitkomst, "uwv.termijn.sanctie")

    assert "15 dagen te laat" in sanctie.tekst  # 17-03 + 15 = 01-04


# Protocol Interne Jobcoach 2015, 3.2: de periode loopt vanaf het werkelijke begin.
@pytest.mark.parametrize(
    ("vorm", "aanvaard", "gevolg"),
    [
        ("extern", False, "die dagen tellen niet mee"),
        ("extern", True, "er gaan geen dagen af"),
        ("intern", False, "de subsidieperiode blijft lopen vanaf het begin"),
    ],
)
def test_te_laat_zegt_wat_het_gevolg_is(vorm: str, aanvaard: bool, gevolg: str) -> None:
    aanvraag = {"vorm": vorm, "ontvangen_op": "2023-06-01", "reden_te_laat_aanvaard": aanvaard}

    (sanctie,) = met_code(toets_bij("uwv", maak_dossier(aanvraag=aanvraag)), "uwv.termijn.sanctie")

    assert gevolg in sanctie.tekst


@pytest.mark.parametrize("code", ["termijn.aanvraag", "jobcoach.eisen", "tarief.maximum", "proefplaatsing.intentie"])
def test_wat_andere_financiers_toetsen_toetst_uwv_niet(code: str) -> None:
    zonder_alles = {"tarief": "999.00", "jobcoach": {}, "ontvangen_op": "2025-01-01", "soort": "proefplaatsing"}

    assert _ernst(code, aanvraag=zonder_alles) is None


# P14 A.3.2 en A.4.1, rapport voetnoot 14: per half jaar, of de duur van een contract korter dan een jaar
@pytest.mark.parametrize(
    ("baan", "aanvraag", "te_lang"),
    [
        ({"eind": None}, {"eind": "2023-08-31"}, False),
        ({"eind": None}, {"eind": "2023-09-01"}, True),
        ({"eind": "2024-01-31"}, {"eind": "2024-01-31"}, False),  # contract van 11 maanden
        ({"eind": "2024-02-29"}, {"eind": "2024-02-29"}, True),  # precies 12 maanden: twee halve jaren
        ({"eind": None}, {"soort": "proefplaatsing", "eind": "2023-08-31"}, False),
        ({"eind": None}, {"soort": "proefplaatsing", "eind": "2023-09-01"}, True),
    ],
)
def test_langer_dan_een_toekenning_is_informatie(baan: Json, aanvraag: Json, te_lang: bool) -> None:
    begin = {"begin": "2023-03-01"}
    ernst = _ernst("periode.toekenning", dienstverband=baan | begin, aanvraag=aanvraag | begin)

    assert ernst is (I if te_lang else None)
