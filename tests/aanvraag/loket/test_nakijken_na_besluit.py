"""Voor een wijziging en voor de uitkomst van een bezwaar: eerst nakijken wat er gaat gebeuren, dan pas vastleggen.

Toegekend: 36 uur, midden 10%, 02-01-2023 tot en met 02-07-2023 (182 dagen): 86,40 uur. Met 18 uur vanaf 3 april wordt
dat 43,20 + 21,60 = 64,80 uur.
"""

import re
from datetime import date
from typing import Any

import pytest
from tests.aanvraag.loket.balie import Zaakloket
from tests.aanvraag.loket.test_andere_paginas import adres
from tests.aanvraag.loket.test_bezwaren import GEGROND, VAN, collega, gewijzigd
from tests.aanvraag.loket.test_bezwaren import neem as neem_bezwaar
from tests.aanvraag.loket.test_wijzigen import EINDE, MINDER, ZWAARDER, gemeld, neem, toegekend
from tests.aanvraag.loket.webloket import Webloket
from tests.hulp.bezoeker import Bezoeker

from dakpan.aanvraag.bezwaren.tables import Bezwaarschrift
from dakpan.aanvraag.domain.meldingen import Meldsoort
from dakpan.aanvraag.inhoud import besluiten_van, haal_besluit
from dakpan.aanvraag.wijzigen.melden import haal_melding, trek_melding_in
from dakpan.aanvraag.wijzigen.tables import Wijzigingsmelding
from dakpan.invoer.fouten import InvoerFout
from dakpan.partijen.rechten import Rol
from dakpan.wandeling.bezwaren import leg_vast

NOG_NIETS = "Er is nog niets vastgelegd."
VANAF_HET_BEGIN = {**EINDE, "ingangsdatum": "2023-01-02"}


def kaal(tekst: str) -> str:
    """De pagina op één regel, met gewone spaties."""
    return " ".join(tekst.replace("\N{NO-BREAK SPACE}", " ").split())


@pytest.fixture
def zaak(webloket: Webloket) -> Zaakloket:
    return toegekend(webloket.loket)


def _beslisser(webloket: Webloket, zaak: Zaakloket, wie: Any, plek: str) -> tuple[Bezoeker, str]:
    webloket.op(webloket.loket.vandaag)
    bezoeker, hier = webloket.als(wie), f"{adres(zaak)}/{plek}"
    bezoeker.get(hier)
    return bezoeker, hier


def _aantal(zaak: Zaakloket) -> int:
    return len(zaak.doe(zaak.loket.beslisser, besluiten_van))


def test_een_wijziging_eerst_nakijken_terug_en_dan_pas_vastleggen(webloket: Webloket, zaak: Zaakloket) -> None:
    melding = gemeld(zaak, Meldsoort.WERK, MINDER)
    beslisser, hier = _beslisser(webloket, zaak, webloket.loket.beslisser, f"wijziging/{melding.id}")
    getypt = {"gevolg": "anders", "uren": "60", "eind": "2023-07-02", "motivering": "Vijf uur\r\nis niet nodig."}
    nagekeken = beslisser.post(hier, {**beslisser.verborgen, **getypt})
    tekst = kaal(nagekeken.text)
    assert (nagekeken.status_code, NOG_NIETS in tekst) == (200, True)
    assert "60 uur" in tekst
    assert "nu: 86,4 uur; voorgesteld was: 64,8 uur" in tekst
    assert "Bezwaar maken kan tot en met 15 mei 2023" in tekst  # zes weken na 3 april
    assert "krijgt een bericht" in tekst
    assert _aantal(zaak) == 1
    verborgen = dict(beslisser.verborgen)
    terug = beslisser.post(hier, {**verborgen, "stap": "aanpassen"}).text
    assert 'value="60"' in terug
    assert "Vijf uur" in terug
    assert beslisser.post(hier, {**beslisser.verborgen, **getypt}).status_code == 200
    assert beslisser.post(hier, {**beslisser.verborgen, "bevestigd": "ja"}).status_code == 303
    geldend = zaak.doe(webloket.loket.beslisser, haal_besluit)
    assert (geldend.uren.iso, _aantal(zaak)) == ("60.00", 2)
    nog_eens = beslisser.post(hier, {**verborgen, "bevestigd": "ja"})
    assert (nog_eens.status_code, _aantal(zaak)) == (409, 2)
    assert "Uw beslissing lag al vast; er is niets dubbel gedaan." in nog_eens.text


def test_wat_leeg_bleef_wordt_wat_er_stond(webloket: Webloket, zaak: Zaakloket) -> None:
    """Wie het voorstel overneemt legt vast wat hij nakeek, en geen ander cijfer."""
    melding = gemeld(zaak, Meldsoort.WERK, MINDER)
    beslisser, hier = _beslisser(webloket, zaak, webloket.loket.beslisser, f"wijziging/{melding.id}")
    beslisser.post(hier, {**beslisser.verborgen, "gevolg": "anders", "uren": "", "eind": "", "motivering": ""})
    assert (beslisser.verborgen["uren"], beslisser.verborgen["eind"]) == ("64,8", "2023-07-02")
    assert beslisser.post(hier, {**beslisser.verborgen, "bevestigd": "ja"}).status_code == 303
    assert zaak.doe(webloket.loket.beslisser, haal_besluit).uren.iso == "64.80"


def test_geldt_er_intussen_een_ander_besluit_dan_hoort_wie_nakeek_het(webloket: Webloket, zaak: Zaakloket) -> None:
    eerste, tweede = gemeld(zaak, Meldsoort.WERK, MINDER), gemeld(zaak, Meldsoort.WERK, EINDE)
    beslisser, hier = _beslisser(webloket, zaak, webloket.loket.beslisser, f"wijziging/{eerste.id}")
    beslisser.post(hier, {**beslisser.verborgen, "gevolg": "anders", "motivering": "Zo is het."})
    neem(zaak, tweede, {"gevolg": "anders"})
    weer = beslisser.post(hier, {**beslisser.verborgen, "bevestigd": "ja"})
    assert (weer.status_code, "Zo is het." in weer.text, _aantal(zaak)) == (409, True, 2)


def test_een_afwijzing_zegt_dat_de_toekenning_blijft(webloket: Webloket, zaak: Zaakloket) -> None:
    melding = gemeld(zaak, Meldsoort.WERK, MINDER)
    beslisser, hier = _beslisser(webloket, zaak, webloket.loket.beslisser, f"wijziging/{melding.id}")
    fout = beslisser.post(hier, {**beslisser.verborgen, "gevolg": "afgewezen"})
    assert (fout.status_code, "schrijf waarom de toekenning niet verandert" in fout.text) == (422, True)
    tekst = kaal(beslisser.post(hier, {**beslisser.verborgen, "gevolg": "afgewezen", "motivering": "Nee."}).text)
    assert NOG_NIETS in tekst
    assert "De toekenning blijft 86,4 uur" in tekst
    assert "Bezwaar maken kan tot en met 15 mei 2023" in tekst  # zes weken na 3 april
    assert beslisser.post(hier, {**beslisser.verborgen, "bevestigd": "ja"}).status_code == 303
    assert _aantal(zaak) == 1


def test_blijft_er_niets_over_dan_staat_er_waarom(webloket: Webloket, zaak: Zaakloket) -> None:
    """Begon de baan niet, dan geven de regels nul dagen en dus nul uren; de beslisser zegt het met zoveel woorden."""
    melding: Wijzigingsmelding = gemeld(zaak, Meldsoort.WERK, VANAF_HET_BEGIN)
    with pytest.raises(InvoerFout, match="er blijft niets over") as fout:
        neem(zaak, melding, {"gevolg": "anders"})
    assert [een.veld for een in fout.value.fouten] == ["motivering"]
    beslisser, hier = _beslisser(webloket, zaak, webloket.loket.beslisser, f"wijziging/{melding.id}")
    tekst = kaal(beslisser.post(hier, {**beslisser.verborgen, "gevolg": "anders", "motivering": "Geen baan."}).text)
    assert "Er blijft niets over van de toekenning" in tekst
    assert beslisser.post(hier, {**beslisser.verborgen, "bevestigd": "ja"}).status_code == 303
    assert zaak.doe(webloket.loket.beslisser, haal_besluit).uren.iso == "0.00"
    weer = zaak.doe(webloket.loket.beslisser, lambda h, z: haal_melding(h, z, melding.id))
    assert weer.motivering == "Geen baan."


def _bezwaar_tegen_het_eerste(zaak: Zaakloket) -> Bezwaarschrift:
    """Na de wijziging van 3 april, tegen het besluit van 9 januari."""
    eerste = zaak.doe(zaak.loket.coach, besluiten_van)[-1]
    tegen = {**VAN, "ontvangen_op": "2023-04-04", "besluit": str(eerste.id)}
    bezwaar: Bezwaarschrift = zaak.doe(zaak.loket.coach, leg_vast, tegen)
    return bezwaar


def test_tegen_een_eerder_besluit_vult_de_beslisser_zelf_in_wat_geldt(webloket: Webloket, zaak: Zaakloket) -> None:
    """Hoe een latere wijziging dan meetelt is niet in bron: er is geen cijfer dat vanzelf wordt overgenomen."""
    bezwaar = _bezwaar_tegen_het_eerste(gewijzigd(zaak))
    ander = collega(webloket.loket)
    with pytest.raises(InvoerFout, match="vul zelf in wat er gaat gelden") as fout:
        neem_bezwaar(zaak, ander, bezwaar, GEGROND)
    assert [een.veld for een in fout.value.fouten] == ["uren"]
    beslisser, hier = _beslisser(webloket, zaak, ander, f"bezwaar/{bezwaar.id}")
    pagina = kaal(beslisser.get(hier).text)
    assert "Na het besluit waartegen dit gaat is er nog besloten" in pagina
    assert "3 april 2023, door een wijziging: van 86,4 uur naar 64,8 uur" in pagina
    assert 'name="uren" value="86,4"' not in pagina
    assert "Voor de hele periode. Verplicht bij gegrond." in pagina
    assert "Toegekende uren (niet verplicht)" not in pagina
    tekst = kaal(beslisser.post(hier, {**beslisser.verborgen, **GEGROND, "uren": "70"}).text)
    assert NOG_NIETS in tekst
    assert "70 uur" in tekst
    assert "nu: 64,8 uur" in tekst
    assert "Het komt in de plaats van het besluit van 3 april 2023" in tekst
    assert "Beroep bij de rechter kan tot en met 17 mei 2023" in tekst  # zes weken na 5 april
    assert "Bezwaar maken kan" not in tekst
    assert beslisser.post(hier, {**beslisser.verborgen, "stap": "aanpassen"}).status_code == 200
    beslisser.post(hier, {**beslisser.verborgen, **GEGROND, "uren": "70"})
    assert beslisser.post(hier, {**beslisser.verborgen, "bevestigd": "ja"}).status_code == 303
    assert zaak.doe(webloket.loket.beslisser, haal_besluit).uren.iso == "70.00"


def test_ongegrond_laat_staan_wat_er_geldt(webloket: Webloket, zaak: Zaakloket) -> None:
    bezwaar = _bezwaar_tegen_het_eerste(gewijzigd(zaak))
    beslisser, hier = _beslisser(webloket, zaak, collega(webloket.loket), f"bezwaar/{bezwaar.id}")
    velden = {"uitkomst": "ongegrond", "motivering": "Het besluit klopte.", "rechtbank": "Rechtbank Verzonnen"}
    tekst = kaal(beslisser.post(hier, {**beslisser.verborgen, **velden}).text)
    assert NOG_NIETS in tekst
    assert "Het besluit van 3 april 2023 blijft gelden" in tekst
    assert "Beroep kan bij" in tekst
    assert "Rechtbank Verzonnen" in tekst
    assert beslisser.post(hier, {**beslisser.verborgen, "bevestigd": "ja"}).status_code == 303
    assert zaak.doe(webloket.loket.beslisser, haal_besluit).uren.iso == "64.80"


def test_wie_een_tel_later_beslist_leest_dat_een_ander_voor_was(webloket: Webloket, zaak: Zaakloket) -> None:
    """En houdt wat hij schreef: het staat er nog, ook al ligt het niet vast."""
    loket = webloket.loket
    melding = gemeld(zaak, Meldsoort.WERK, MINDER)
    ander = collega(loket)
    laat, hier = _beslisser(webloket, zaak, ander, f"wijziging/{melding.id}")
    laat.post(hier, {**laat.verborgen, "gevolg": "anders", "uren": "70", "motivering": "Zeventig is genoeg."})
    neem(zaak, melding, {"gevolg": "anders"})
    for klik in ({"bevestigd": "ja"}, {"stap": "aanpassen"}):
        antwoord = laat.post(hier, {**laat.verborgen, "gevolg": "anders", "motivering": "Zeventig is genoeg.", **klik})
        assert "Bea Beslisser was u voor. Uw beslissing is niet opgeslagen" in antwoord.text
        assert "Zeventig is genoeg." in antwoord.text
    assert _aantal(zaak) == 2


def test_ook_bij_een_bezwaar_en_na_intrekken(webloket: Webloket, zaak: Zaakloket) -> None:
    loket = webloket.loket
    een, ander = collega(loket), loket.wereld.financier("uwv-noord", "Ada Bezwaar", Rol.BESLISSER)
    zaak.loket.vandaag = date(2023, 4, 5)
    bezwaar = _bezwaar_tegen_het_eerste(zaak)
    laat, hier = _beslisser(webloket, zaak, ander, f"bezwaar/{bezwaar.id}")
    laat.post(hier, {**laat.verborgen, "uitkomst": "ongegrond", "motivering": "Het blijft zo."})
    neem_bezwaar(zaak, een, bezwaar, GEGROND)
    te_laat = laat.post(hier, {**laat.verborgen, "bevestigd": "ja"})
    assert te_laat.status_code == 409
    assert "Cor Bezwaar was u voor. Uw beslissing is niet opgeslagen" in te_laat.text
    assert "Het blijft zo." in te_laat.text
    melding = gemeld(zaak, Meldsoort.WERK, MINDER)
    laat, hier = _beslisser(webloket, zaak, ander, f"wijziging/{melding.id}")
    laat.post(hier, {**laat.verborgen, "gevolg": "anders", "uren": "70", "motivering": "Zeventig."})
    zaak.doe(loket.coach, trek_melding_in, melding.id)
    ingetrokken = laat.post(hier, {**laat.verborgen, "bevestigd": "ja"})
    assert "Het is intussen ingetrokken. Uw beslissing is niet opgeslagen." in ingetrokken.text


def test_de_brief_zegt_met_zoveel_woorden_dat_er_niets_over_is(webloket: Webloket, zaak: Zaakloket) -> None:
    """Niet: u krijgt jobcoaching, er is 0 uur voor."""
    melding = gemeld(zaak, Meldsoort.WERK, VANAF_HET_BEGIN)
    neem(zaak, melding, {"gevolg": "anders", "motivering": "Geen baan."})
    beslisser, hier = _beslisser(webloket, zaak, zaak.loket.beslisser, "besluit/brief")
    brief = kaal(beslisser.get(hier).text)
    assert "Er blijft geen jobcoaching over: van 2 januari 2023 tot en met 2 januari 2023 is er 0 uur." in brief
    assert "U krijgt jobcoaching." not in brief
    assert "Het aantal uren gaat van 86,4 uur naar 0 uur." in brief
    post = kaal(beslisser.get(f"{adres(zaak)}/post").text)
    assert "Besluit over jobcoaching na een wijziging: er blijft niets over" in post


def test_na_een_gegrond_bezwaar_tegen_een_eerder_besluit_zegt_de_brief_wat_ertussen_kwam(
    webloket: Webloket, zaak: Zaakloket
) -> None:
    """Wat ooit is gevraagd telt niet meer: de wijziging zit er niet in, en wie weet hoe die meetelt staat nergens."""
    bezwaar = _bezwaar_tegen_het_eerste(gewijzigd(zaak))
    ander = collega(webloket.loket)
    neem_bezwaar(zaak, ander, bezwaar, {**GEGROND, "uren": "70.00"})
    beslisser, hier = _beslisser(webloket, zaak, ander, "besluit/brief")
    brief = kaal(beslisser.get(hier).text)
    assert "In dat besluit stond: u krijgt jobcoaching, 86,4 uur." in brief
    assert "Dat was ons besluit na een wijziging. Die wijziging kwam na het besluit waar dit over gaat." in brief
    assert "Het aantal uren gaat van 64,8 uur naar 70 uur." in brief
    assert "Waarom anders dan gevraagd?" not in brief
    assert "De regels zeggen niet hoeveel het hier wordt. Cor Bezwaar heeft dat bepaald." in brief
    assert "anders besloten dan de regels voorstellen" not in brief
    pagina = kaal(beslisser.get(f"{adres(zaak)}/besluit").text)
    assert "zonder de wijziging van daarna" in pagina
    assert "Waarom anders dan gevraagd?" not in pagina


def test_de_brief_noemt_geen_regime_dat_een_wijziging_anders_vroeg(webloket: Webloket, zaak: Zaakloket) -> None:
    """Na een bezwaar rekenen de regels niet met een wijziging; welk regime er geldt staat dan in de motivering."""
    zaak.loket.vandaag = date(2023, 4, 5)
    bezwaar = _bezwaar_tegen_het_eerste(zaak)
    neem_bezwaar(zaak, collega(webloket.loket), bezwaar, GEGROND)
    beslisser, hier = _beslisser(webloket, zaak, zaak.loket.beslisser, "besluit/brief")
    assert "Begeleidingsregime Midden" in _zonder_tags(beslisser.get(hier).text)
    melding = gemeld(zaak, Meldsoort.BEGELEIDING, ZWAARDER)
    neem(zaak, melding, {"gevolg": "anders", "uren": "90.00", "motivering": "Zwaarder werk: intensief."})
    brief = _zonder_tags(beslisser.get(hier).text)
    assert "Begeleidingsregime" not in brief
    assert "De regels zeggen niet hoeveel het hier wordt. Bea Beslisser heeft dat bepaald." in brief


def test_rekenen_de_regels_met_een_ander_regime_dan_staat_het_in_de_brief(webloket: Webloket, zaak: Zaakloket) -> None:
    neem(zaak, gemeld(zaak, Meldsoort.BEGELEIDING, ZWAARDER), {"gevolg": "anders"})
    beslisser, hier = _beslisser(webloket, zaak, zaak.loket.beslisser, "besluit/brief")
    assert "Begeleidingsregime Intensief" in _zonder_tags(beslisser.get(hier).text)


def _zonder_tags(pagina: str) -> str:
    return kaal(re.sub(r"<[^>]+>", " ", pagina))
