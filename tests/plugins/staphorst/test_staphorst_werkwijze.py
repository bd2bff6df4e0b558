"""Par. 1.5, 1.7, 2.1, 2.2 en 3: de stappen, de stukken, de betaling en waarvoor een coach schrijft."""

import pytest
from tests.plugins.hulp import maak_dossier, regels
from tests.plugins.staphorst.zaak import GEMEENTELIJK, INTERN, PROEF, Anders

from dakpan.begrippen.duur import Duur
from dakpan.dossier.domain import Onderwerp

REGELS = regels("staphorst")


def _stappen(**aanvraag: str) -> list[tuple[str, str]]:
    dossier = maak_dossier(aanvraag=aanvraag)
    werkwijze = REGELS.bepaal_werkwijze(dossier, dossier.aanvraag.ontvangen_op).resultaat
    return [(werkstap.stap.value, werkstap.opent.value) for werkstap in werkwijze.stappen]


def test_extern_begint_bij_de_werkconsulent_en_gaat_via_een_offerte() -> None:
    """2.1: "De werkconsulent stelt … een jobcoachaanvraag op"; 2.2: offerteverzoek en offerte; 3: factuur."""
    assert _stappen() == [
        ("aanvraag", "werkconsulent"),
        ("indienen", "werkconsulent"),
        ("offerteverzoek", "werkconsulent"),
        ("offerte", "jobcoachorganisatie"),
        ("beoordeling", "werkconsulent"),
        ("besluit", "werkconsulent"),
        ("opdracht", "werkconsulent"),
        ("uren", "jobcoach"),
        ("accorderen", "jobcoachorganisatie"),
        ("rapportage", "jobcoach"),
        ("declaratie", "jobcoachorganisatie"),
        ("factuur", "jobcoachorganisatie"),
        ("betaling", "financier"),
    ]


def test_intern_vraagt_de_werkgever_aan_zonder_offerte_en_factuur() -> None:
    """1.2: "De werkgever kan … vergoeding aanvragen"."""
    assert _stappen(vorm="intern") == [
        ("aanvraag", "werkgever"),
        ("indienen", "werkgever"),
        ("beoordeling", "werkconsulent"),
        ("besluit", "werkconsulent"),
        ("rapportage", "jobcoach"),
        ("betaling", "financier"),
    ]


def test_gemeentelijk_kent_geen_offerte_declaratie_of_betaling() -> None:
    assert [naam for naam, _ in _stappen(vorm="gemeentelijk")] == [
        "aanvraag",
        "indienen",
        "beoordeling",
        "besluit",
        "rapportage",
    ]


@pytest.mark.parametrize("vorm", ["extern", "intern", "gemeentelijk"])
def test_elke_stap_na_de_eerste_wacht_op_een_eerdere(vorm: str) -> None:
    dossier = maak_dossier(aanvraag={"vorm": vorm})
    eerste, *later = REGELS.bepaal_werkwijze(dossier, dossier.aanvraag.ontvangen_op).resultaat.stappen

    assert eerste.na == ()
    assert all(werkstap.na for werkstap in later)


def _stukken(dienstverband: Anders | None = None, **aanvraag: str) -> dict[str, tuple[str, int]]:
    dossier = maak_dossier(aanvraag=aanvraag, dienstverband=dienstverband)
    stukken = REGELS.bepaal_vereiste_stukken(dossier, dossier.aanvraag.ontvangen_op).resultaat.stukken
    return {stuk.code: (stuk.van.value, len(stuk.bevat)) for stuk in stukken}


def test_de_zes_onderdelen_zijn_bij_extern_verdeeld_over_plan_en_offerte() -> None:
    """2.2: het coachingsplan heeft er vier, de offerte twee; "Uit het offerteverzoek moet blijken dat …"."""
    assert _stukken() == {
        "aanvraagformulier": ("werkconsulent", 0),
        "offerteverzoek": ("werkconsulent", 1),
        "coachingsplan": ("jobcoachorganisatie", 4),
        "offerte": ("jobcoachorganisatie", 2),
    }


def test_de_interne_aanvraag_bevat_alle_zes() -> None:
    """2.1, aanvraag interne jobcoaching; 1.4: het certificaat, en schriftelijke afspraken met het bedrijf."""
    assert _stukken(vorm="intern") == {
        "aanvraagformulier": ("werkgever", 6),
        "certificaat": ("werkgever", 0),
        "afspraken": ("werkconsulent", 0),
    }


@pytest.mark.parametrize(
    ("regime", "titel"), [("licht", "HARRIE"), ("midden", "jobcoachcertificaat"), ("intensief", "jobcoachcertificaat")]
)
def test_het_certificaat_hoort_bij_het_regime(regime: str, titel: str) -> None:
    dossier = maak_dossier(aanvraag={**INTERN, "regime": regime})
    stukken = REGELS.bepaal_vereiste_stukken(dossier, dossier.aanvraag.ontvangen_op).resultaat.stukken

    assert titel in next(stuk.titel for stuk in stukken if stuk.code == "certificaat")


@pytest.mark.parametrize("vorm", ["extern", "intern", "gemeentelijk"])
def test_een_proefplaatsing_vraagt_de_intentie_op_papier(vorm: str) -> None:
    assert _stukken(vorm=vorm, soort="proefplaatsing")["intentieverklaring"] == ("werkgever", 0)
    assert "intentieverklaring" not in _stukken(vorm=vorm)


def test_alleen_bij_extern_tekent_de_gemeente_de_offerte() -> None:
    """2.2: "wordt de offerte getekend retour gezonden"; wie de aanvraag tekent staat nergens."""
    for vorm, tekenen in (("extern", ["financier"]), ("intern", []), ("gemeentelijk", [])):
        dossier = maak_dossier(aanvraag={"vorm": vorm})
        berekening = REGELS.bepaal_vereiste_stukken(dossier, dossier.aanvraag.ontvangen_op)

        assert [partij.value for partij in berekening.resultaat.ondertekenaars] == tekenen
        assert [bevinding.bron.zekerheid for bevinding in berekening.bevindingen] == ["ontbreekt"]


@pytest.mark.parametrize(
    ("vorm", "aan", "per_kwartaal", "factuur"),
    [
        ({}, "jobcoachorganisatie", True, True),  # "achteraf rechtstreeks aan de jobcoachorganisatie … per kwartaal"
        (INTERN, "werkgever", True, False),  # "per kwartaal achteraf aan de werkgever"
        (GEMEENTELIJK, "financier", False, False),
    ],
)
def test_betaald_wordt_per_kwartaal_achteraf(vorm: Anders, aan: str, per_kwartaal: bool, factuur: bool) -> None:
    ritme = REGELS.bepaal_betaalritme(maak_dossier(aanvraag=vorm)).resultaat

    assert (ritme.aan, ritme.per_kwartaal, ritme.achteraf, ritme.factuur) == (aan, per_kwartaal, True, factuur)
    assert ritme.voorschot is None


def test_een_interne_proefplaatsing_is_een_betaling() -> None:
    """1.5: een vast bedrag per regime; er valt niets over kwartalen te verdelen."""
    ritme = REGELS.bepaal_betaalritme(maak_dossier(aanvraag=INTERN | {"soort": "proefplaatsing"})).resultaat
    assert (ritme.aan, ritme.per_kwartaal, ritme.factuur) == ("werkgever", False, False)


def test_een_gemeentelijke_jobcoach_declareert_niets() -> None:
    assert REGELS.bepaal_betaalritme(maak_dossier(aanvraag=GEMEENTELIJK)).resultaat.declaraties_ten_hoogste == 0


def test_wat_nooit_wordt_betaald() -> None:
    """1.5: vijf soorten met name; bemiddeling naar ander werk volgt uit "uitsluitend … zijn werkzaamheden"."""
    dossier = maak_dossier()
    berekening = REGELS.bepaal_activiteiten(dossier.aanvraag.begin)
    zekerheid = {stap.uitkomst: stap.bron.zekerheid.value for stap in berekening.stappen if "niet_vergoed" in stap.code}

    assert zekerheid == {
        "eigen_administratie": "tekst",
        "reistijd": "tekst",
        "overdracht": "tekst",
        "scholing": "tekst",
        "intervisie": "tekst",
        "bemiddeling_ander_werk": "afgeleid",
    }
    assert {soort.value for soort in berekening.resultaat.niet_vergoed} == set(zekerheid)


def test_de_doelen_zijn_vrij() -> None:
    """1.7: werkdoelen en persoonlijke doelen; er staat geen maximum en geen vaste lijst."""
    berekening = REGELS.bepaal_activiteiten(maak_dossier().aanvraag.begin)

    assert len(berekening.resultaat.doelen) == 8
    assert berekening.resultaat.hoofddoelen_ten_hoogste is None
    assert berekening.stappen[0].bron.zekerheid == "afgeleid"


@pytest.mark.parametrize(
    ("minuten", "aantal", "delen"), [(90, 3, [30, 30, 30]), (100, 3, [34, 33, 33]), (2, 3, [1, 1, 0]), (60, 1, [60])]
)
def test_een_groep_wordt_gelijk_verdeeld_tot_op_de_minuut(minuten: int, aantal: int, delen: list[int]) -> None:
    berekening = REGELS.verdeel_groep(Duur(minuten), aantal)

    assert [deel.minuten for deel in berekening.resultaat.delen] == delen
    assert berekening.stappen[0].bron.zekerheid == "ontbreekt"


KENMERKEN = [
    (Onderwerp.DOELGROEP, "banenafspraak", "par. 1.1"),
    (Onderwerp.DIENSTVERBAND, "6 maanden en 12 uur", "par. 1.3"),
    (Onderwerp.REGIMES, "intensief (hoog)", "par. 1.5"),
    (Onderwerp.BUDGET, "36 uur", "par. 1.5"),
    (Onderwerp.TARIEF, "exclusief btw", "par. 1.5"),
    (Onderwerp.MAXIMALE_DUUR, "3 jaar, verlengen kan niet", "par. 1.6"),
    (Onderwerp.AANVRAAGTERMIJN, "8 weken", "par. 2.1"),
    (Onderwerp.BESLISTERMIJN, "8 weken", "par. 2.1"),
    (Onderwerp.RAPPORTAGE, "een maand voor het eind van het contract", "par. 3"),
    (Onderwerp.BETALING, "per kwartaal achteraf", "par. 3"),
]


@pytest.mark.parametrize(("onderwerp", "woorden", "paragraaf"), KENMERKEN)
def test_elk_onderwerp_heeft_een_zin_met_zijn_paragraaf(onderwerp: Onderwerp, woorden: str, paragraaf: str) -> None:
    kenmerk = REGELS.bepaal_kenmerken(maak_dossier().aanvraag.begin).resultaat.per_onderwerp[onderwerp]

    assert woorden in kenmerk.tekst
    assert kenmerk.bron.vindplaats == paragraaf


def test_er_ontbreekt_geen_onderwerp() -> None:
    assert {onderwerp for onderwerp, _, _ in KENMERKEN} == set(Onderwerp)


def test_een_proefplaatsing_volgt_dezelfde_stappen() -> None:
    assert _stappen(**PROEF) == _stappen()
