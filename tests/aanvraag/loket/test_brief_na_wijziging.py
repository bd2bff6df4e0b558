"""De brief na een wijziging: wat is er doorgegeven, vanaf wanneer, en van hoeveel naar hoeveel gaat de toekenning?

Toegekend: 86,40 uur tot en met 02-07-2023. Vanaf 03-04-2023 18 uur per week: 64,80 uur. Stopt de baan dan: 43,20 uur.
"""

import re
from typing import Any

from tests.aanvraag.loket.test_wijzigen import EINDE, MINDER, gemeld, neem, toegekend
from tests.aanvraag.loket.webloket import Webloket

from dakpan.aanvraag.clientpost.afdruk import lees_brief
from dakpan.aanvraag.domain.meldingen import Meldsoort

UREN = "Het aantal uren gaat van 86,4 uur naar {} uur."


def _brief(webloket: Webloket, contract: dict[str, Any], beslist: dict[str, Any]) -> list[tuple[str, str]]:
    loket = webloket.loket
    zaak = toegekend(loket)
    neem(zaak, gemeld(zaak, Meldsoort.WERK, contract), beslist)
    webloket.op(loket.vandaag)
    beslisser, plek = webloket.als(loket.beslisser), f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}"
    lijst = beslisser.get(f"{plek}/post").text
    assert "Besluit over jobcoaching na een wijziging: toegekend" in lijst
    adres = re.findall(r'href="([^"]+/post/besluit/[^".]+)"', lijst)[0]
    brief = lees_brief(beslisser.get(adres).text)
    assert lees_brief(beslisser.get(f"{plek}/besluit/brief").text) == brief
    return [(soort, " ".join(tekst.split())) for soort, tekst in brief]


def test_wat_vanaf_wanneer_en_van_hoeveel_naar_hoeveel(webloket: Webloket) -> None:
    brief = _brief(webloket, MINDER, {"gevolg": "anders"})
    assert ("kop", "Besluit over jobcoaching na een wijziging") in brief
    antwoorden = [tekst for soort, tekst in brief if soort in {"vraag", "antwoord"}]
    assert antwoorden[:2] == ["Vanaf", "3 april 2023"]
    assert {"Het aantal uren per week", "18 uur"} < set(antwoorden)
    assert ("alinea", "Dit verandert door de wijziging, vanaf 3 april 2023:") in brief
    assert [tekst for soort, tekst in brief if soort == "punt"] == [UREN.format("64,8")]
    tekst = " ".join(woorden for _soort, woorden in brief)
    assert "Dit besluit komt in de plaats van ons besluit van 9 januari 2023." in tekst
    # Tegen een besluit na een wijziging kan bezwaar: zes weken na 3 april is 15 mei.
    assert "Dan kunt u bezwaar maken. Doe dat uiterlijk op 15 mei 2023." in tekst
    assert "Dit volgt uit onze regels voor wat er is veranderd." in tekst
    assert "De aanvraag voldoet aan de voorwaarden." not in tekst
    # Wat er ooit is gevraagd is niet waarom het nu anders wordt.
    assert "Waarom anders dan gevraagd?" not in tekst


def test_stopt_de_baan_dan_noemt_zij_ook_de_laatste_dag(webloket: Webloket) -> None:
    brief = _brief(webloket, EINDE, {"gevolg": "anders"})
    punten = [tekst for soort, tekst in brief if soort == "punt"]
    assert punten == [UREN.format("43,2"), "De laatste dag gaat van 2 juli 2023 naar 2 april 2023."]


def test_wie_anders_beslist_motiveert_een_keer(webloket: Webloket) -> None:
    motivering = "De werkgever houdt haar toch langer in dienst."
    brief = _brief(webloket, MINDER, {"gevolg": "anders", "uren": "70.00", "motivering": motivering})
    assert [tekst for soort, tekst in brief if soort == "punt"] == [UREN.format("70")]
    assert [tekst for _soort, tekst in brief].count(motivering) == 1
