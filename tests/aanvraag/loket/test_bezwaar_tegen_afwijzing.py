"""Een verzoek om te wijzigen is afgewezen: ook daartegen kan bezwaar, en de brief zegt het.

Toegekend: 36 uur, midden 10%, 02-01-2023 tot en met 02-07-2023: 86,40 uur. Met 18 uur vanaf 3 april zou het 64,80 uur
worden. Afgewezen op 03-04-2023; zes weken later is 15-05-2023.
"""

import re
from datetime import date
from typing import Any

import pytest
from tests.aanvraag.loket.balie import Loket, Zaakloket
from tests.aanvraag.loket.test_andere_paginas import adres
from tests.aanvraag.loket.test_bezwaren import BEROEP, GEGROND, ONGEGROND, VAN, collega, neem
from tests.aanvraag.loket.test_nakijken_na_besluit import kaal
from tests.aanvraag.loket.test_wijzigen import MINDER, gemeld, toegekend
from tests.aanvraag.loket.webloket import Webloket

from dakpan.aanvraag.bezwaren.bestreden import Bestreden, aanvechtbaar, dagen_te_laat
from dakpan.aanvraag.bezwaren.tables import Bezwaarschrift
from dakpan.aanvraag.clientpost.afdruk import lees_brief
from dakpan.aanvraag.domain.klok import Kloksoort
from dakpan.aanvraag.domain.meldingen import Meldsoort
from dakpan.aanvraag.inhoud import haal_aanvraag, haal_besluit
from dakpan.aanvraag.tables import Aanleiding
from dakpan.aanvraag.wijzigen.melden import haal_melding
from dakpan.aanvraag.wijzigen.tables import Wijzigingsmelding
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Vrager
from dakpan.wandeling.bezwaren import leg_vast
from dakpan.wandeling.termijnen import klok_van
from dakpan.wandeling.wijzigen import beslis

AFWIJZING = {"gevolg": "afgewezen", "motivering": "De uren zijn nodig."}


def afgewezen(loket: Loket, door: Vrager | None = None) -> tuple[Zaakloket, Wijzigingsmelding]:
    """De beslisser kende toe, een collega wees de wijziging af."""
    zaak = toegekend(loket)
    melding = gemeld(zaak, Meldsoort.WERK, MINDER)
    zaak.doe(door or collega(loket), lambda h, z: beslis(h, z, haal_melding(h, z, melding.id), AFWIJZING))
    return zaak, melding


def _bezwaar(zaak: Zaakloket, melding: Wijzigingsmelding, op: str = "2023-04-04", **anders: Any) -> Bezwaarschrift:
    zaak.loket.vandaag = date.fromisoformat(op)
    contract = {**VAN, "ontvangen_op": op, "besluit": str(melding.id), **anders}
    bezwaar: Bezwaarschrift = zaak.doe(zaak.loket.coach, leg_vast, contract)
    return bezwaar


def test_het_gaat_over_de_afwijzing_en_wat_er_gold_blijft_bekend(snel_loket: Loket) -> None:
    zaak, melding = afgewezen(snel_loket)
    bezwaar = _bezwaar(zaak, melding)
    geldend = zaak.doe(snel_loket.coach, haal_besluit)
    assert (bezwaar.melding_id, bezwaar.besluit_id) == (melding.id, geldend.id)


def test_gegrond_vult_de_beslisser_in_en_niet_wie_afwees(snel_loket: Loket) -> None:
    """Art. 10:3 Awb. Wie eerder toekende wees de wijziging niet af, en mag er dus over beslissen."""
    afwijzer = collega(snel_loket)
    zaak, melding = afgewezen(snel_loket, afwijzer)
    bezwaar = _bezwaar(zaak, melding)
    with pytest.raises(KanNiet, match="10:3"):
        neem(zaak, afwijzer, bezwaar, ONGEGROND)
    with pytest.raises(InvoerFout, match="vul zelf in wat er gaat gelden"):
        neem(zaak, snel_loket.beslisser, bezwaar, GEGROND)
    nieuw = neem(zaak, snel_loket.beslisser, bezwaar, {**GEGROND, "uren": "64.80"})
    assert (nieuw.uren.iso, nieuw.aanleiding) == ("64.80", Aanleiding.BEZWAAR)


def test_daarna_kan_beroep_en_tegen_het_besluit_zelf_nog_bezwaar(snel_loket: Loket) -> None:
    zaak, melding = afgewezen(snel_loket)
    neem(zaak, snel_loket.beslisser, _bezwaar(zaak, melding), ONGEGROND)
    with pytest.raises(InvoerFout, match="al beslist"):
        _bezwaar(zaak, melding)
    besluit = zaak.doe(snel_loket.coach, haal_besluit)
    over_besluit = zaak.doe(snel_loket.coach, leg_vast, {**VAN, "ontvangen_op": "2023-04-04"})
    assert (over_besluit.besluit_id, over_besluit.melding_id) == (besluit.id, None)
    neem(zaak, collega(snel_loket), over_besluit, ONGEGROND)
    assert _bezwaar(zaak, melding, soort=BEROEP["soort"]).melding_id == melding.id


@pytest.mark.parametrize(("op", "dagen"), [("2023-05-15", 0), ("2023-05-16", 1)])
def test_de_zes_weken_tellen_vanaf_de_afwijzing(snel_loket: Loket, op: str, dagen: int) -> None:
    zaak, melding = afgewezen(snel_loket)
    bezwaar = _bezwaar(zaak, melding, op)
    assert zaak.doe(snel_loket.coach, lambda h, z: dagen_te_laat(_over(h, z, melding), bezwaar)) == dagen


def _over(handeling: Handeling, zaak: Zaak, melding: Wijzigingsmelding) -> Bestreden:
    return next(een for een in aanvechtbaar(handeling, zaak) if een.id == melding.id)


def test_voor_de_afwijzing_kan_er_niet_tegen_worden_opgekomen(snel_loket: Loket) -> None:
    zaak, melding = afgewezen(snel_loket)
    with pytest.raises(InvoerFout, match="het besluit is van 03-04-2023"):
        _bezwaar(zaak, melding, "2023-04-02")


def test_de_klok_noemt_de_dag(snel_loket: Loket) -> None:
    zaak, melding = afgewezen(snel_loket)
    _bezwaar(zaak, melding)

    def over_wijziging(handeling: Handeling, van: Zaak) -> list[Any]:
        klok = klok_van(handeling, van, haal_aanvraag(handeling, van), haal_besluit(handeling, van))
        return [(een.soort, een.uiterlijk, een.gedaan_op) for een in klok if een.over_wijziging]

    gezien = zaak.doe(snel_loket.coach, over_wijziging)
    assert gezien == [(Kloksoort.BEZWAAR, date(2023, 5, 15), date(2023, 4, 4))]


def test_de_brief_over_de_afwijzing_zegt_hoe_en_tot_wanneer(webloket: Webloket) -> None:
    zaak, melding = afgewezen(webloket.loket)
    webloket.op(webloket.loket.vandaag)
    beslisser = webloket.als(webloket.loket.beslisser)
    tekst = _brief(beslisser.get(f"{adres(zaak)}/post/wijziging/{melding.id}").text)
    assert "Dan kunt u bezwaar maken. Doe dat uiterlijk op 15 mei 2023." in tekst
    assert "(Algemene wet bestuursrecht, art. 6:7 en 6:8)" in tekst


def test_van_de_wijziging_naar_het_bezwaar_en_naar_de_brief(webloket: Webloket) -> None:
    zaak, melding = afgewezen(webloket.loket)
    webloket.op(webloket.loket.vandaag)
    coach = webloket.als(webloket.loket.coach)
    wijziging = kaal(coach.get(f"{adres(zaak)}/wijziging/{melding.id}").text)
    assert "Bezwaar maken kan tot en met" in wijziging
    assert "15 mei 2023" in wijziging
    [naar] = re.findall(r'href="([^"]*/bezwaar\?tegen=[^"]+)"', wijziging)
    formulier = coach.get(naar).text
    assert re.search(rf'<option value="{melding.id}"[^>]* selected', formulier)
    naam = "Wijziging afgewezen op 3 april 2023 door Cor Bezwaar: Werk, uren of inkomen, vanaf 3 april 2023"
    assert naam in kaal(formulier)
    gestuurd = {**VAN, "ontvangen_op": "2023-04-03", "besluit": str(melding.id)}
    geplaatst = coach.post(f"{adres(zaak)}/bezwaar", {**coach.verborgen, **gestuurd})
    beslisser, hier = webloket.als(webloket.loket.beslisser), geplaatst.headers["Location"]
    assert "rekenen de regels niet uit: niet in bron" in kaal(beslisser.get(hier).text)
    beslisser.post(hier, {**beslisser.verborgen, **GEGROND, "uren": "64,8"})
    assert beslisser.post(hier, {**beslisser.verborgen, "bevestigd": "ja"}).status_code == 303
    brief = _brief(beslisser.get(f"{adres(zaak)}/besluit/brief").text)
    assert "uw bezwaar tegen ons besluit van 3 april 2023" in brief
    assert "de wijziging gaat niet door (werk, uren of inkomen, vanaf 3 april 2023)" in brief
    assert "Er is 64,8 uur voor." in brief


def _brief(pagina: str) -> str:
    return " ".join(" ".join(tekst.split()) for _soort, tekst in lees_brief(pagina))
