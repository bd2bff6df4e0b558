"""Elke bevinding en elke stap noemt de paragraaf waar het staat, en hoe zeker dat is."""

from datetime import date

import pytest
from tests.plugins.hulp import maak_dossier, regels
from tests.plugins.staphorst.zaak import GEMEENTELIJK, INTERN, MET_INTENTIE, PROEF, zaak

TITEL = "Uitvoeringsregels jobcoaching gemeente Staphorst (CVDR690480)"
TEKST, AFGELEID, ONTBREEKT = "tekst", "afgeleid", "ontbreekt"
BEDRAGEN = "par. 1.5, vergoedingsbedragen interne jobcoaching"

BEVINDINGEN = {
    "verantwoordelijke_instantie": ("par. 1.1 en 1.3", TEKST),
    "doelgroep": ("par. 1.1", TEKST),
    "begeleidingsnoodzaak": ("par. 1.1", TEKST),
    "contract.duur": ("par. 1.3", TEKST),
    "contract.uren": ("par. 1.3", TEKST),
    "contract.min_max": ("par. 1.3", TEKST),
    "contract.loonwaarde": ("par. 1.3", TEKST),
    "contract.soort": ("par. 1.3", TEKST),
    "contract.uitzendbeding": ("par. 1.3", TEKST),
    "contract.nul_uren": ("par. 1.3", TEKST),
    "proefplaatsing.intentie": ("par. 1.3", TEKST),
    "jobcoach.eisen": ("par. 1.4", TEKST),
    "regime.niet_beschikbaar": ("par. 1.5", TEKST),
    "tarief.maximum": ("par. 1.5", TEKST),
    "duur.maximum": ("par. 1.6", TEKST),
    "termijn.aanvraag": ("par. 2.1", TEKST),
    # het kopje boven de toekenningsperiode noemt alleen de proefplaatsing
    "periode.toekenning": ("par. 1.6", AFGELEID),
    "vorm.intern": ("par. 1.2, 1.3 en 1.4", TEKST),
    "vorm.gemeentelijk": ("par. 1.2", TEKST),
    "vorm.detachering": ("par. 1.3", TEKST),
}
STAPPEN = {
    "omvang.jaarbedrag": (BEDRAGEN, TEKST),
    "omvang.plafond": ("par. 1.5", TEKST),
    "omvang.termijnbedragen": ("par. 3", AFGELEID),
    "omvang.maximum_tarief": ("par. 1.5, vergoeding externe jobcoaching", TEKST),
    "omvang.maximum_uren": ("par. 1.5", AFGELEID),
    "omvang.gemeentelijk": ("par. 1.2", TEKST),
    "termijn.aanvraag_uiterlijk": ("par. 2.1", TEKST),
    "termijn.beslissing_uiterlijk": ("par. 2.1", TEKST),
    "termijn.rapportage": ("par. 3", AFGELEID),
    "termijn.maximale_einddatum": ("par. 1.6", AFGELEID),
    "beoordelaar": ("par. 2.1", AFGELEID),
}
ZAKEN = [
    zaak(date(2022, 3, 1), aanvraag={"tarief": "80.00"}),
    zaak(date(2022, 3, 1), aanvraag=INTERN, dienstverband={"soort": "detachering"}),
    zaak(date(2022, 3, 1), aanvraag=GEMEENTELIJK, dienstverband={"soort": "min_max", "minimum_uren_per_week": "12.00"}),
]


def _kort(code: str) -> str:
    return code.removeprefix("staphorst.")


def test_elke_bevinding_noemt_haar_paragraaf() -> None:
    proef = zaak(date(2022, 3, 1), aanvraag={**INTERN, **PROEF}, dienstverband=MET_INTENTIE)
    alle = {_kort(b.code): b.bron for uitkomst in (*ZAKEN, proef) for b in uitkomst.bevindingen}

    assert {code: (bron.vindplaats, bron.zekerheid) for code, bron in alle.items()} == BEVINDINGEN


def test_elke_stap_noemt_haar_paragraaf() -> None:
    alle = {_kort(stap.code): stap.bron for uitkomst in ZAKEN for stap in uitkomst.stappen}

    assert {code: (bron.vindplaats, bron.zekerheid) for code, bron in alle.items()} == STAPPEN


def test_alles_komt_uit_de_regels_van_3_januari_2023() -> None:
    """ "Geldend van 03-01-2023 t/m heden"."""
    bronnen = {b.bron for uitkomst in ZAKEN for b in uitkomst.bevindingen}
    bronnen |= {stap.bron for uitkomst in ZAKEN for stap in uitkomst.stappen}

    assert {(bron.titel, bron.datum) for bron in bronnen} == {(TITEL, date(2023, 1, 3))}


@pytest.mark.parametrize(("vorm", "plaats"), [("extern", "par. 3"), ("intern", "par. 3"), ("gemeentelijk", "par. 1.2")])
def test_het_betaalritme_noemt_zijn_paragraaf(vorm: str, plaats: str) -> None:
    berekening = regels("staphorst").bepaal_betaalritme(maak_dossier(aanvraag={"vorm": vorm}))

    assert (berekening.stappen[0].bron.vindplaats, berekening.stappen[0].bron.zekerheid) == (plaats, TEKST)


def test_de_werkwijze_is_afgeleid_en_de_handtekeningen_ontbreken() -> None:
    dossier = maak_dossier()
    werkwijze = regels("staphorst").bepaal_werkwijze(dossier, dossier.aanvraag.begin)
    stukken = regels("staphorst").bepaal_vereiste_stukken(dossier, dossier.aanvraag.begin)

    assert werkwijze.stappen[0].bron.zekerheid == AFGELEID
    assert stukken.bevindingen[0].bron.zekerheid == ONTBREEKT
    assert stukken.bevindingen[0].ernst == "informatie"


def test_elke_termijn_draagt_dezelfde_bron_als_haar_stap() -> None:
    bronnen = {termijn.soort.value: termijn.bron for termijn in ZAKEN[0].termijnen}

    assert {soort: (bron.vindplaats, bron.zekerheid) for soort, bron in bronnen.items()} == {
        code.removeprefix("termijn."): plaats for code, plaats in STAPPEN.items() if code.startswith("termijn.")
    }
