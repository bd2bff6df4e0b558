"""De post van de cliënt op het scherm: vragen, kiezen, lezen, bewaren en ermee stoppen. (rij W19)"""

import re
from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from tests.aanvraag.loket.balie import Zaakloket
from tests.aanvraag.loket.test_bezwaren import ONGEGROND, VAN, collega
from tests.aanvraag.loket.test_bezwaren import neem as neem_bezwaar
from tests.aanvraag.loket.test_clientpost import MILA, geheim_van
from tests.aanvraag.loket.test_wijzigen import MINDER, gemeld, neem, toegekend
from tests.aanvraag.loket.webloket import Webloket
from tests.hulp.bezoeker import Bezoeker, brieven

from dakpan.aanvraag.aanvullen.aanvullen import Onderdeel
from dakpan.aanvraag.clientpost.afdruk import brief_als_pdf, lees_brief
from dakpan.aanvraag.clientpost.stukken import clientpost
from dakpan.aanvraag.domain.meldingen import Meldsoort
from dakpan.demo.documenten import maak_pdf
from dakpan.dossier.archief import archiveer
from dakpan.dossier.tables import Zaak, Zaakstatus
from dakpan.opslag.handeling import Handeling
from dakpan.wandeling.bezwaren import leg_vast
from dakpan.wandeling.seinen import vraag_aanvulling


def _plek(zaak: Zaakloket) -> str:
    return f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}/post"


def _papier(**anders: Any) -> dict[str, Any]:
    scan = (BytesIO(maak_pdf("Machtiging, getekend")), "scan.pdf")
    return {"naam": "Mila Bakker", "getekend_op": "2023-04-03", "bestand": scan, **anders}


def test_van_vraag_tot_stoppen(webloket: Webloket) -> None:
    zaak = toegekend(webloket.loket)
    webloket.op(webloket.loket.vandaag)
    coach, beslisser, plek = webloket.als(webloket.loket.coach), webloket.als(webloket.loket.beslisser), _plek(zaak)
    zonder = coach.get(plek).text
    assert "De brieven gaan alleen naar de cliënt" in zonder
    assert "Er is 1 brief die u zo niet leest." in zonder
    assert "de cliënt gaf daar geen machtiging voor" in beslisser.get(plek).text
    assert "Vraag de machtiging" not in beslisser.get(plek).text
    coach.get(f"{plek}/machtiging")
    assert coach.post(f"{plek}/machtiging", {**coach.verborgen, "naam": "", "email": "x"}).status_code == 422
    goed = {**coach.verborgen, "naam": MILA.naam, "email": MILA.email}
    assert coach.post(f"{plek}/machtiging", goed).status_code == 303
    [herinner] = re.findall(r'action="([^"]+/herinner)"', coach.get(f"{plek}/machtiging").text)
    assert coach.post(herinner, coach.verborgen).status_code == 303
    assert "De vraag ligt sinds 3 april 2023 bij Mila Bakker." in coach.get(plek).text
    client, link = Bezoeker(webloket.app), f"/machtigen/{geheim_van(webloket.loket)}"
    _met_code(webloket, client, link)
    tekst = client.get(link).text
    for deel in ("Ook de brieven die u al kreeg.", "Nee, u mag kiezen.", "Ja, op elk moment."):
        assert deel in tekst
    assert client.post(link, {**client.verborgen, "keus": ""}).status_code == 409
    anders = client.post(link, {**client.verborgen, "keus": "ja", "gezien": "0"})
    assert (anders.status_code, "Er is iets veranderd" in anders.text) == (409, True)
    assert client.post(link, {**client.verborgen, "keus": "ja"}).location == "/machtigen/klaar"
    assert "uw keus is bewaard" in client.get("/machtigen/klaar").text
    assert client.get(link).status_code == 404
    met = coach.get(plek).text
    assert "Post (1 nieuw)" in met
    assert "met een eigen link en een code" in met
    [lezen, bewaren] = re.findall(r'href="([^"]+/post/besluit/[^"]+)"', met)
    assert "Dan kunt u bezwaar maken." in coach.get(lezen).text
    pdf = coach.get(bewaren)
    assert (pdf.mimetype, b"pdfuaid:part>1<" in pdf.data) == ("application/pdf", True)
    assert "Post (1 nieuw)" not in coach.get(plek).text
    assert "brief over besluit van 09-01-2023" in coach.get(f"{plek[:-5]}/inzage").text
    _stopt(webloket, client, plek)


def _met_code(webloket: Webloket, client: Bezoeker, link: str) -> None:
    client.get(link)
    assert client.post(link, {"keus": "ja"}).location == link  # eerst de code
    client.get(link)
    client.post(f"{link}/code", client.verborgen)
    [code] = re.findall(r"code is: (\d{6})", brieven(webloket.app)[0].tekst)
    client.get(link)
    client.post(f"{link}/controle", {**client.verborgen, "code": code})


def _stopt(webloket: Webloket, client: Bezoeker, plek: str) -> None:
    """Met de link uit de bevestiging, ook als die al lang geleden kwam."""
    webloket.op(webloket.loket.vandaag + timedelta(300))
    link = f"/machtigen/{geheim_van(webloket.loket)}"
    _met_code(webloket, client, link)
    assert "Wilt u ermee stoppen?" in client.get(link).text
    assert client.post(link, {**client.verborgen, "keus": "stop"}).location == "/machtigen/klaar"
    assert client.get(link).status_code == 404
    coach = webloket.als(webloket.loket.coach)
    assert "Eerdere machtigingen" in coach.get(plek).text
    assert coach.get(f"{plek}/machtiging/stoppen").status_code == 404


def test_nee_zeggen_op_het_scherm(webloket: Webloket) -> None:
    zaak = toegekend(webloket.loket)
    webloket.op(webloket.loket.vandaag)
    coach, plek = webloket.als(webloket.loket.coach), _plek(zaak)
    coach.get(f"{plek}/machtiging")
    coach.post(f"{plek}/machtiging", {**coach.verborgen, "naam": MILA.naam, "email": MILA.email})
    client, link = Bezoeker(webloket.app), f"/machtigen/{geheim_van(webloket.loket)}"
    _met_code(webloket, client, link)
    client.get(link)
    assert client.post(link, {**client.verborgen, "keus": "nee"}).location == "/machtigen/klaar"
    assert "Mila Bakker zei op 3 april 2023 nee." in coach.get(plek).text
    assert "zei nee" in coach.get(f"{plek}/machtiging").text
    coach.post(f"{plek}/machtiging", {**coach.verborgen, "naam": MILA.naam, "email": MILA.email})
    [trek_in] = re.findall(r'action="([^"]+/intrekken)"', coach.get(f"{plek}/machtiging").text)
    assert coach.post(trek_in, coach.verborgen).location == f"{plek}/machtiging"
    assert client.get(f"/machtigen/{geheim_van(webloket.loket)}").status_code == 404


def test_in_het_archief_is_er_geen_vraag_en_is_intrekken_er_wel(webloket: Webloket) -> None:
    """De knop is weg, de pagina zegt waarom, en een vraag die nog loopt is in te trekken."""
    zaak = toegekend(webloket.loket)
    coach, plek = webloket.als(webloket.loket.coach), _plek(zaak)
    coach.get(f"{plek}/machtiging")
    assert (
        coach.post(f"{plek}/machtiging", {**coach.verborgen, "naam": MILA.naam, "email": MILA.email}).status_code == 303
    )

    def berg_op(handeling: Handeling, deze: Zaak) -> int:
        deze.status = Zaakstatus.AFGEROND
        return archiveer(handeling, [(deze.tenant_id, deze.id)])

    zaak.doe(webloket.loket.coach, berg_op)
    assert "Naar de vraag" in coach.get(plek).text
    pagina = coach.get(f"{plek}/machtiging").text
    assert "ligt in het archief" in pagina
    assert "Verstuur de link" not in pagina
    assert "/herinner" not in pagina
    weer = coach.post(f"{plek}/machtiging", {**coach.verborgen, "naam": MILA.naam, "email": MILA.email})
    assert (weer.status_code, "ligt in het archief" in weer.text) == (409, True)
    [trek_in] = re.findall(r'action="([^"]+/intrekken)"', pagina)
    assert coach.post(trek_in, coach.verborgen).location == f"{plek}/machtiging"
    assert f"{plek}/machtiging" not in coach.get(plek).text


def test_op_papier_met_alle_fouten_in_een_keer(webloket: Webloket) -> None:
    zaak = toegekend(webloket.loket)
    webloket.op(webloket.loket.vandaag)
    coach, plek = webloket.als(webloket.loket.coach), _plek(zaak)
    assert coach.get(f"{plek}/machtiging/formulier.pdf").mimetype == "application/pdf"
    coach.get(f"{plek}/machtiging")
    fout = coach.post(f"{plek}/machtiging/papier", {"naam": "", "getekend_op": "morgen"})
    assert (fout.status_code, "3 antwoorden kloppen nog niet" in fout.text) == (422, True)
    later = coach.post(f"{plek}/machtiging/papier", _papier(getekend_op="2023-04-04"))
    assert (later.status_code, "een handtekening van morgen is er nog niet" in later.text) == (422, True)
    assert coach.post(f"{plek}/machtiging/papier", _papier()).location == plek
    coach.get(plek)
    weer = coach.post(f"{plek}/machtiging/papier", _papier())
    assert (weer.status_code, "Er geldt al een machtiging" in weer.text) == (409, True)
    assert "Er geldt al een machtiging" in coach.get(f"{plek}/machtiging").text
    coach.get(f"{plek}/machtiging/stoppen")
    assert coach.post(f"{plek}/machtiging/stoppen", {**coach.verborgen, "waarom": ""}).status_code == 422
    assert coach.post(f"{plek}/machtiging/stoppen", {**coach.verborgen, "waarom": "Zij belde."}).location == plek
    assert "Zij belde." in webloket.als(webloket.loket.beslisser).get(plek).text
    coach.get(plek)
    weer = coach.post(f"{plek}/machtiging/stoppen", {**coach.verborgen, "waarom": "Zij belde."})
    assert (weer.status_code, "al ingetrokken" in weer.text) == (409, True)


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_elke_brief_op_het_scherm_en_als_pdf(webloket: Webloket, taal: str) -> None:
    loket = webloket.loket
    loket.vandaag = date(2023, 1, 9)
    zaak = loket.halfjaarzaak()
    gevraagd: Any = [Onderdeel("client", "Cliënt")]
    zaak.doe(loket.deskundige, vraag_aanvulling, gevraagd, "Blad 2 ontbreekt.", loket.vandaag + timedelta(14))
    webloket.op(loket.vandaag)
    beslisser = webloket.als(loket.beslisser)
    beslisser.client.set_cookie("taal", taal)
    [stuk] = zaak.doe(loket.beslisser, clientpost).stukken
    html = beslisser.get(f"{_plek(zaak)}/aanvulling/{stuk.id}").text
    for deel in ("Blad 2 ontbreekt.", "art. 4:5, vierde lid"):
        assert deel in html
    pdf = beslisser.get(f"{_plek(zaak)}/aanvulling/{stuk.id}.pdf")
    assert b"pdfuaid:part>1<" in pdf.data
    # Van een brief is één tekst: de pdf zegt wat het scherm zegt, en altijd in het Nederlands.
    assert pdf.data == webloket.als(loket.deskundige).get(f"{_plek(zaak)}/aanvulling/{stuk.id}.pdf").data
    woorden = [tekst for _soort, tekst in lees_brief(html)]
    titel = {"nl": "Uw aanvraag is nog niet compleet", "en": "Your application is not complete yet"}
    assert woorden[2] == titel[taal]
    assert any("(Algemene wet bestuursrecht, art. 4:5, vierde lid)" in een for een in woorden)
    assert brief_als_pdf(html, "Brief")[:5] == b"%PDF-"


def test_een_antwoord_op_een_wijziging_en_op_een_bezwaar(webloket: Webloket) -> None:
    loket = webloket.loket
    zaak = toegekend(loket)
    neem(zaak, gemeld(zaak, Meldsoort.WERK, MINDER), {"gevolg": "geen", "motivering": "Het is tijdelijk."})
    _bezwaar(zaak)
    webloket.op(loket.vandaag)
    beslisser, plek = webloket.als(loket.beslisser), _plek(zaak)
    lijst = beslisser.get(plek).text
    for soort, deel in (("wijziging", "Het is tijdelijk."), ("bezwaar", ONGEGROND["motivering"])):
        [lezen, bewaren] = re.findall(rf'href="([^"]+/post/{soort}/[^"]+)"', lijst)
        assert deel in beslisser.get(lezen).text
        assert beslisser.get(bewaren).mimetype == "application/pdf"
        assert beslisser.get(lezen.replace(f"/{soort}/", "/besluit/")).status_code == 404


def _bezwaar(zaak: Zaakloket) -> None:
    """Een bezwaar over minder uren, ongegrond verklaard door een collega van wie het besluit nam."""
    schrift = zaak.doe(zaak.loket.coach, leg_vast, VAN)
    neem_bezwaar(zaak, collega(zaak.loket), schrift, ONGEGROND)


def test_in_het_engels_heet_de_post_overal_hetzelfde(webloket: Webloket) -> None:
    zaak = toegekend(webloket.loket)
    webloket.op(webloket.loket.vandaag)
    beslisser = webloket.als(webloket.loket.beslisser)
    beslisser.client.set_cookie("taal", "en")
    pagina = beslisser.get(_plek(zaak)).text
    assert re.search(r"<title>Post, ", pagina)
    assert re.findall(r">\s*(Post|Mail)\s*</", pagina) == ["Post", "Post"]  # het kruimelpad en het tabblad
