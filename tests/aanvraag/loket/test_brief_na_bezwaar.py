"""De brieven en pagina's na een besluit op bezwaar: wat is er beslist, en welke weg staat dan nog open?

Afgewezen op 09-01-2023; bezwaar ontvangen en beslist op 20-02-2023. Beroep kan dan zes weken, tot en met 03-04-2023.
"""

import re
from typing import Any

import pytest
from tests.aanvraag.loket.balie import Zaakloket
from tests.aanvraag.loket.test_bezwaren import (
    BEROEP,
    GEGROND,
    ONGEGROND,
    VAN,
    afgewezen,
    collega,
    neem,
)
from tests.aanvraag.loket.test_wijzigen import toegekend
from tests.aanvraag.loket.webloket import Webloket

from dakpan.aanvraag.bezwaren.lezen import bezwaren_van
from dakpan.aanvraag.clientpost.afdruk import lees_brief
from dakpan.wandeling.besluiten import besluit
from dakpan.wandeling.bezwaren import leg_vast

NIET = {"uitkomst": "niet_ontvankelijk", "motivering": "Het bezwaar kwam te laat."}


def _beslist(webloket: Webloket, uitkomst: dict[str, Any], van: dict[str, Any] = VAN) -> Zaakloket:
    zaak = afgewezen(webloket.loket)
    deze = zaak.doe(webloket.loket.coach, leg_vast, van)
    neem(zaak, collega(webloket.loket), deze, uitkomst)
    webloket.op(webloket.loket.vandaag)
    return zaak


def _pagina(webloket: Webloket, zaak: Zaakloket, pad: str = "") -> str:
    tekst: str = webloket.als(webloket.loket.beslisser).get(f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}{pad}").text
    return tekst


def _brieven(webloket: Webloket, zaak: Zaakloket, soort: str) -> list[list[tuple[str, str]]]:
    """Elke brief van deze soort, de laatste eerst: per blok wat het is en zijn woorden."""
    lijst = _pagina(webloket, zaak, "/post")
    adressen = re.findall(rf'href="([^"]+/post/{soort}/[^".]+)"', lijst)
    beslisser = webloket.als(webloket.loket.beslisser)
    return [lees_brief(beslisser.get(een).text) for een in adressen]


def _tekst(brief: list[tuple[str, str]]) -> str:
    return " ".join(" ".join(tekst.split()) for _soort, tekst in brief)


def test_gegrond_zegt_wat_het_is_en_noemt_beroep(webloket: Webloket) -> None:
    zaak = _beslist(webloket, GEGROND)
    nieuw, eerste = _brieven(webloket, zaak, "besluit")
    assert ("kop", "Ons besluit op het bezwaar") in nieuw
    tekst = _tekst(nieuw)
    assert "Op 20 februari 2023 kregen wij uw bezwaar tegen ons besluit van 9 januari 2023." in tekst
    assert "In dat besluit stond: u krijgt geen jobcoaching van ons." in tekst
    assert "Het bezwaar is gegrond. Dat betekent: wij veranderen ons besluit." in tekst
    assert "Er is 86,4 uur voor." in tekst
    assert tekst.count(GEGROND["motivering"]) == 1
    assert "in beroep gaan bij de rechtbank. Doe dat uiterlijk op 3 april 2023." in tekst
    assert "(Algemene wet bestuursrecht, art. 6:7, 6:8 en 8:1)" in tekst
    assert "kunt u bezwaar maken" not in tekst
    # De eerste brief blijft zoals de cliënt hem kreeg.
    assert "Dan kunt u bezwaar maken. Doe dat uiterlijk op 20 februari 2023." in _tekst(eerste)


def test_over_een_gegrond_bezwaar_gaat_een_brief(webloket: Webloket) -> None:
    zaak = _beslist(webloket, GEGROND)
    assert _brieven(webloket, zaak, "bezwaar") == []
    assert "Ons besluit op het bezwaar: toegekend" in _pagina(webloket, zaak, "/post")


def test_wie_afweek_motiveert_een_keer(webloket: Webloket) -> None:
    anders = {**GEGROND, "uren": "40.00"}
    zaak = _beslist(webloket, anders)
    [nieuw, _eerste] = _brieven(webloket, zaak, "besluit")
    assert _tekst(nieuw).count(GEGROND["motivering"]) == 1
    assert "heeft hier anders besloten dan de regels voorstellen" in _tekst(nieuw)
    assert "week af van het voorstel" not in _tekst(nieuw)
    assert _pagina(webloket, zaak, "/besluit").count(GEGROND["motivering"]) == 1
    assert "De beslisser week af van het voorstel; in de motivering staat waarom." in _pagina(
        webloket, zaak, "/besluit"
    )


@pytest.mark.parametrize(
    ("uitkomst", "zin"),
    [
        (ONGEGROND, "Het bezwaar is ongegrond. Dat betekent: ons besluit blijft zoals het is."),
        (
            NIET,
            "Het bezwaar is niet-ontvankelijk. Dat betekent: wij beslissen niet over de inhoud ervan. "
            "Ons besluit blijft zoals het is.",
        ),
    ],
)
def test_blijft_het_besluit_dan_noemt_de_brief_ook_beroep(
    webloket: Webloket, uitkomst: dict[str, Any], zin: str
) -> None:
    zaak = _beslist(webloket, uitkomst, {**VAN, "indiener": "Ron Bakker"})
    [brief] = _brieven(webloket, zaak, "bezwaar")
    tekst = _tekst(brief)
    assert "kregen wij het bezwaar van Ron Bakker tegen ons besluit van 9 januari 2023." in tekst
    assert zin in tekst
    assert tekst.count(uitkomst["motivering"]) == 1
    assert "in beroep gaan bij de rechtbank. Doe dat uiterlijk op 3 april 2023." in tekst
    assert "Bij welke rechtbank u moet zijn" in tekst
    assert "niet in bron" in _pagina(webloket, zaak, _adres(webloket, zaak, "bezwaar"))


@pytest.mark.parametrize(("uitkomst", "soort"), [(ONGEGROND, "bezwaar"), (GEGROND, "besluit")])
def test_de_financier_vult_in_bij_welke_rechtbank(webloket: Webloket, uitkomst: dict[str, Any], soort: str) -> None:
    """Welke rechtbank het is staat in geen bron; wie beslist weet het wel."""
    zaak = _beslist(webloket, {**uitkomst, "rechtbank": " Rechtbank Verzonnen, postbus 1, Proefstad "})
    tekst = _tekst(_brieven(webloket, zaak, soort)[0])
    assert "Stuur uw brief aan: Rechtbank Verzonnen, postbus 1, Proefstad." in tekst
    assert "Bij welke rechtbank u moet zijn" not in tekst
    [bezwaar] = zaak.doe(webloket.loket.coach, bezwaren_van)
    assert "Rechtbank Verzonnen, postbus 1, Proefstad" in _pagina(webloket, zaak, f"/bezwaar/{bezwaar.id}")


def _adres(webloket: Webloket, zaak: Zaakloket, soort: str) -> str:
    [pad] = re.findall(rf'href="[^"]+(/post/{soort}/[^".]+)"', _pagina(webloket, zaak, "/post"))
    return str(pad)


@pytest.mark.parametrize("uitkomst", [GEGROND, ONGEGROND])
def test_elke_pagina_noemt_beroep_en_niet_bezwaar(webloket: Webloket, uitkomst: dict[str, Any]) -> None:
    zaak = _beslist(webloket, uitkomst)
    for pad in ("", "/besluit", "/bezwaar"):
        pagina = _pagina(webloket, zaak, pad)
        assert re.search(r"In beroep gaan kan tot en met</dt>\s*<dd>\s*3 april 2023", pagina), pad
        assert "Bezwaar maken kan tot en met" not in pagina
    # Ook de klok telt beroep: van de cliënt, tot en met dezelfde dag.
    assert re.search(r"In beroep gaan<.{0,200}3 april 2023", _pagina(webloket, zaak), re.DOTALL)


def test_een_uitspraak_van_de_rechter_is_geen_besluit_op_bezwaar(webloket: Webloket) -> None:
    zaak = _beslist(webloket, ONGEGROND)
    beroep = zaak.doe(webloket.loket.coach, leg_vast, BEROEP)
    neem(zaak, webloket.loket.beslisser, beroep, {**GEGROND, "motivering": "De rechter volgde het rapport."})
    nieuw, _eerste = _brieven(webloket, zaak, "besluit")
    assert ("kop", "Ons besluit na de uitspraak van de rechter") in nieuw
    tekst = _tekst(nieuw)
    assert "Het beroep is gegrond." in tekst
    assert "wat u tegen de uitspraak zelf kunt doen" in tekst


def test_na_een_ongegrond_beroep_noemt_de_brief_de_uitspraak(webloket: Webloket) -> None:
    zaak = _beslist(webloket, ONGEGROND)
    beroep = zaak.doe(webloket.loket.coach, leg_vast, BEROEP)
    neem(zaak, webloket.loket.beslisser, beroep, {**ONGEGROND, "motivering": "De rechter zag geen beperking."})
    op_beroep, _op_bezwaar = _brieven(webloket, zaak, "bezwaar")
    assert ("kop", "De uitspraak van de rechter") in op_beroep
    assert "In de uitspraak van de rechter staat wat u tegen de uitspraak zelf kunt doen." in _tekst(op_beroep)
    assert "In beroep gaan kan tot en met" not in _pagina(webloket, zaak)


def test_tegen_intrekken_staat_niets_open(webloket: Webloket) -> None:
    loket = webloket.loket
    zaak = loket.halfjaarzaak()
    zaak.doe(loket.beslisser, besluit, {"soort": "ingetrokken", "motivering": "De cliënt belde op 3 april."})
    webloket.op(loket.vandaag)
    [brief] = _brieven(webloket, zaak, "besluit")
    assert "bezwaar" not in _tekst(brief)
    assert "Bezwaar maken kan tot en met" not in _pagina(webloket, zaak)


def test_na_een_toekenning_kan_bezwaar(webloket: Webloket) -> None:
    zaak = toegekend(webloket.loket)
    webloket.op(webloket.loket.vandaag)
    for pad in ("", "/besluit", "/bezwaar"):
        pagina = _pagina(webloket, zaak, pad)
        assert re.search(r"Bezwaar maken kan tot en met</dt>\s*<dd>\s*20 februari 2023", pagina), pad
