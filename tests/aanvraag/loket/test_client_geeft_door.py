"""De cliënt geeft een wijziging zelf door: met een link en een code, en wat hij las staat daarna vast."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from typing import Any

import pytest
from sqlalchemy.orm import Session
from tests.aanvraag.loket.balie import Loket, Zaakloket
from tests.aanvraag.loket.test_wijzigen import AKKOORD, MINDER, gemeld, neem, toegekend
from tests.aanvraag.loket.webloket import Webloket
from tests.hulp.bezoeker import Bezoeker, brieven

from dakpan.aanvraag.domain.meldingen import Meldsoort
from dakpan.aanvraag.vialink import links
from dakpan.aanvraag.vialink.tables import Tekenlink
from dakpan.aanvraag.vialink.verzoeken import Mens
from dakpan.aanvraag.wijzigen.melden import meldingen_van, schrijf_erbij, trek_melding_in, vereis_te_melden
from dakpan.aanvraag.wijzigen.tables import Wijzigingsmelding
from dakpan.aanvraag.wijzigen.zelf.doorgeven import Inzending, Veranderd, zie_verzoek
from dakpan.aanvraag.wijzigen.zelf.papier import formulierinhoud, papieren_formulier
from dakpan.aanvraag.wijzigen.zelf.samenvatten import lees_voor, vat_samen
from dakpan.aanvraag.wijzigen.zelf.uitnodigen import clientverzoeken_van, trek_clientverzoek_in, vraag_client
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.postvak import postvak
from dakpan.dossier.tables import Document
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import GeenRecht, NietGevonden
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.rechten import Rol
from dakpan.partijen.tables import Account, Brief
from dakpan.wandeling.wijzigen import geef_zelf_door

ADRES, MILA = "http://localhost", Mens("Mila Bakker", "mila@voorbeeld.invalid")
UREN = {naam: MINDER[naam] for naam in ("wat", "uren_per_week", "ingangsdatum")}


@pytest.fixture(name="zaak")
def _zaak(loket: Loket) -> Zaakloket:
    return toegekend(loket)


def _geheim(loket: Loket) -> str:
    """Het geheim uit de laatste brief met een link."""
    with Session(loket.wereld.motor) as sessie:
        teksten = sessie.query(Brief.tekst).order_by(Brief.gemaakt_op, Brief.id)
        gevonden = [een for (tekst,) in teksten for een in re.findall(r"/doorgeven/(\S+)", tekst)]
    return str(gevonden[-1])


@contextmanager
def _bezoek(loket: Loket, geheim: str) -> Iterator[tuple[Handeling, Tekenlink]]:
    with loket.wereld.als(loket.coach, op=loket.vandaag) as tijd:
        link = links.link_van(tijd.sessie, geheim, tijd.nu)
        wie = links.bezoeker(link)
        yield Handeling(tijd.sessie, wie, tijd.nu, loket.wereld.regelboek, tijd.sleutelbos), link


def _geef(loket: Loket, geheim: str, contract: dict[str, Any], gelezen: dict[str, Any] | None = None) -> None:
    """De cliënt leest ``gelezen`` na en verstuurt ``contract``."""
    with _bezoek(loket, geheim) as (handeling, link):
        verzoek = zie_verzoek(handeling, link)
        gezien = lees_voor(handeling, verzoek, Meldsoort.WERK, gelezen or contract).sha256
    with _bezoek(loket, geheim) as (handeling, link):
        geef_zelf_door(handeling, link, Inzending(Meldsoort.WERK, contract, gezien, vat_samen))


def _melding(zaak: Zaakloket) -> Wijzigingsmelding:
    [melding] = zaak.doe(zaak.loket.coach, meldingen_van)
    gevonden: Wijzigingsmelding = melding
    return gevonden


def test_wat_de_client_stuurt_staat_vast_en_komt_bij_beide_kanten(loket: Loket, zaak: Zaakloket) -> None:
    zaak.doe(loket.coach, vraag_client, MILA, ADRES)
    _geef(loket, _geheim(loket), UREN)
    melding = _melding(zaak)
    assert (melding.gemeld_door, melding.akkoord_hoe) == ("Mila Bakker (via een link)", "link")
    assert melding.antwoorden == {"wat": "uren", "uren_per_week": "18.00"}
    document = zaak.doe(loket.beslisser, lambda h, _zaak: h.sessie.query(Document).filter_by(soort="wijziging").one())
    assert melding.bewijs is not None
    inhoud = zaak.doe(loket.beslisser, lambda h, z: h.sessie.get(Document, (z.tenant_id, document.id)).inhoud)
    assert sha256(inhoud).hexdigest() == melding.bewijs["sha256"] == document.sha256
    for wie in (loket.coach, loket.beslisser):
        with loket.wereld.als(wie, op=loket.vandaag) as handeling:
            assert "wijziging_gemeld" in [een.soort for een in postvak(handeling)[0]]
    with pytest.raises(NietGevonden):
        _geef(loket, _geheim(loket), UREN)  # de link is gebruikt
    assert _laatste_brief(loket).onderwerp == "U hebt een wijziging doorgegeven"
    # De beslisser beslist er net zo over als over elke andere wijziging: 43,20 + 21,60.
    assert neem(zaak, melding, {"gevolg": "anders"}).uren.iso == "64.80"
    afloop = _laatste_brief(loket)
    assert afloop.onderwerp == "Er is beslist over uw wijziging"
    assert not any(geheim in afloop.tekst for geheim in ("64", "18", zaak.zaak(loket.coach).nummer, "werk"))


def test_wie_het_niet_zelf_doorgaf_krijgt_geen_brief_over_de_afloop(snel_loket: Loket) -> None:
    zaak = toegekend(snel_loket)
    neem(zaak, gemeld(zaak, Meldsoort.WERK, MINDER), {"gevolg": "anders"})
    with Session(snel_loket.wereld.motor) as sessie:
        assert sessie.query(Brief).filter(Brief.onderwerp.contains("over uw wijziging")).all() == []


def _laatste_brief(loket: Loket) -> Brief:
    with Session(loket.wereld.motor) as sessie:
        aan_haar = sessie.query(Brief).filter_by(aan=MILA.email)
        return aan_haar.order_by(Brief.gemaakt_op.desc(), Brief.id.desc()).limit(1).one()


def test_een_ander_schrijft_erbij_en_verandert_niets(loket: Loket, zaak: Zaakloket) -> None:
    zaak.doe(loket.coach, vraag_client, MILA, ADRES)
    _geef(loket, _geheim(loket), UREN)
    melding = _melding(zaak)
    for wie in (loket.coach, loket.deskundige):
        with pytest.raises(KanNiet, match="De cliënt gaf dit zelf door"):
            zaak.doe(wie, trek_melding_in, melding.id)
    zaak.doe(loket.coach, schrijf_erbij, melding.id, "Het contract volgt.")
    zaak.doe(loket.deskundige, schrijf_erbij, melding.id, "Gezien.")
    with pytest.raises(InvoerFout):
        zaak.doe(loket.coach, schrijf_erbij, melding.id, "  ")
    na = _melding(zaak)
    assert [een["tekst"] for een in na.erbij] == ["Het contract volgt.", "Gezien."]
    assert (na.antwoorden, na.toelichting, na.bewijs) == (melding.antwoorden, "", melding.bewijs)
    neem(zaak, na, {"gevolg": "geen", "motivering": "Tijdelijk."})
    with pytest.raises(KanNiet, match="al beslist"):
        zaak.doe(loket.coach, schrijf_erbij, melding.id, "Te laat.")


def test_iets_anders_dan_hij_las_wordt_niet_verstuurd(snel_loket: Loket) -> None:
    zaak = toegekend(snel_loket)
    zaak.doe(snel_loket.coach, vraag_client, MILA, ADRES)
    with pytest.raises(Veranderd):
        _geef(snel_loket, _geheim(snel_loket), {**UREN, "uren_per_week": "12.00"}, UREN)
    assert zaak.doe(snel_loket.coach, meldingen_van) == []
    _geef(snel_loket, _geheim(snel_loket), UREN)  # de link werkt nog: er is niets half gebeurd
    assert _melding(zaak).antwoorden["uren_per_week"] == "18.00"


def test_wie_vraagt_en_wie_geeft_zijn_verschillende_mensen(snel_loket: Loket) -> None:
    zaak = toegekend(snel_loket)
    with Session(snel_loket.wereld.motor) as sessie:
        collega = sessie.get_one(Account, snel_loket.collega.account_id).email
        beslisser = sessie.get_one(Account, snel_loket.beslisser.account_id).email
    werkgever = zaak.zaak(snel_loket.coach).werkgever.email
    for email in (collega.upper(), beslisser, werkgever):
        if email is None:
            continue
        with pytest.raises(InvoerFout) as fout:
            zaak.doe(snel_loket.coach, vraag_client, MILA._replace(email=email), ADRES)
        assert [een.veld for een in fout.value.fouten] == ["email"]
    kas = snel_loket.wereld.financier("uwv-noord", "Fien Geld", Rol.FINANCIEEL)
    with pytest.raises(GeenRecht):
        zaak.doe(kas, vraag_client, MILA, ADRES)
    # Namens de cliënt zegt niemand dat hij het met zijn link deed.
    with pytest.raises(InvoerFout):
        zaak.doe(snel_loket.coach, _meld_als_link)


def _meld_als_link(handeling: Handeling, zaak: Any) -> None:
    from dakpan.wandeling.wijzigen import meld  # noqa: PLC0415 - alleen hier

    meld(handeling, zaak, Meldsoort.WERK, {**AKKOORD, **UREN, "akkoord_hoe": "link"})


def test_een_nieuwe_link_sluit_de_vorige_en_intrekken_ook(snel_loket: Loket) -> None:
    zaak = toegekend(snel_loket)
    zaak.doe(snel_loket.coach, vraag_client, MILA, ADRES)
    eerste = _geheim(snel_loket)
    verzoek = zaak.doe(snel_loket.coach, vraag_client, MILA, ADRES)
    zaak.doe(snel_loket.coach, trek_clientverzoek_in, verzoek.id)
    for geheim in (eerste, _geheim(snel_loket)):
        with pytest.raises(NietGevonden):
            _geef(snel_loket, geheim, UREN)
    assert {een.status for een in zaak.doe(snel_loket.coach, clientverzoeken_van)} == {"ingetrokken"}


def test_het_formulier_op_papier_weet_wat_bekend_is(snel_loket: Loket) -> None:
    zaak = toegekend(snel_loket)
    pdf = zaak.doe(snel_loket.coach, lambda h, z: papieren_formulier(h, z, vereis_te_melden(h, z)))
    assert b"pdfuaid:part>1<" in pdf
    inhoud = zaak.doe(snel_loket.coach, lambda h, z: formulierinhoud(h, z, vereis_te_melden(h, z)))
    bekend = dict(inhoud["bekend"][1])
    assert (bekend["Naam"], bekend["Geboortedatum"]) == ("Mila Bakker", "14 mei 1996")
    assert bekend["Jobcoaching"] == "2 januari 2023 tot en met 2 juli 2023"
    assert len(inhoud["soorten"]) == 6


def test_op_het_scherm_van_vraag_tot_versturen(webloket: Webloket) -> None:
    zaak = toegekend(webloket.loket)
    webloket.op(webloket.loket.vandaag)
    coach, plek = webloket.als(webloket.loket.coach), f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}/wijziging"
    coach.get(f"{plek}/zelf")
    assert coach.post(f"{plek}/zelf", {**coach.verborgen, "naam": "", "email": "x"}).status_code == 422
    goed = {**coach.verborgen, "naam": MILA.naam, "email": MILA.email}
    assert coach.post(f"{plek}/zelf", goed).status_code == 303
    [herinner] = re.findall(r'action="([^"]+/herinner)"', coach.get(f"{plek}/zelf").text)
    assert coach.post(herinner, coach.verborgen).status_code == 303
    assert coach.get(f"{plek}/formulier.pdf").mimetype == "application/pdf"
    client, link = Bezoeker(webloket.app), _link(webloket)
    client.get(link)
    assert client.post(f"{link}?soort=werk", {}).location == link  # eerst de code
    client.get(link)
    client.post(f"{link}/code", client.verborgen)
    [code] = re.findall(r"code is: (\d{6})", brieven(webloket.app)[0].tekst)
    client.get(link)
    client.post(f"{link}/controle", {**client.verborgen, "code": code})
    client.get(f"{link}?soort=werk")
    fout = client.post(f"{link}?soort=werk", {"wat": "uren", "toelichting": "Ik ga minder doen."})
    assert (fout.status_code, "Ik ga minder doen." in fout.text) == (422, True)
    assert "Vanaf welke dag is het anders?</a> <span" in fout.text  # geen dubbele punt na een vraagteken
    velden = {"wat": "uren", "uren_per_week": "18", "ingangsdatum": "2023-04-03", "toelichting": "Ik ga minder doen."}
    nalezen = client.post(f"{link}?soort=werk", velden)
    for deel in ("Klopt dit?", "18 uur", "3 april 2023", "Ik ga minder doen.", "Mila Bakker"):
        assert deel in nalezen.text
    assert "Kijk of de dag klopt" not in nalezen.text
    terug = client.post(f"{link}?soort=werk", {**client.verborgen, "stap": "terug"})
    assert "Ik ga minder doen." in terug.text
    later = client.post(f"{link}?soort=werk", {**velden, "ingangsdatum": "2023-07-03"})
    assert (later.status_code, "na het einde van de jobcoaching op 2 juli 2023" in later.text) == (200, True)
    client.post(f"{link}?soort=werk", velden)
    anders = client.post(f"{link}?soort=werk", {**client.verborgen, "uren_per_week": "12", "stap": "verstuur"})
    assert (anders.status_code, "Er is iets veranderd" in anders.text) == (409, True)
    assert client.post(f"{link}?soort=werk", {**client.verborgen, "stap": "verstuur"}).location == "/doorgeven/klaar"
    assert "Bedankt" in client.get("/doorgeven/klaar").text
    assert client.get(link).status_code == 404
    assert _laatste_brief(webloket.loket).onderwerp == "U hebt een wijziging doorgegeven"
    melding = _melding(zaak)
    assert melding.antwoorden["uren_per_week"] == "12.00"
    assert coach.get(f"{plek}/{melding.id}").text.count("Zo stuurde de cliënt het zelf") == 1
    assert coach.post(f"{plek}/{melding.id}/erbij", {"tekst": ""}).status_code == 422
    assert coach.post(f"{plek}/{melding.id}/erbij", {"tekst": "Contract volgt."}).status_code == 303
    assert "Contract volgt." in coach.get(f"{plek}/{melding.id}").text


def _link(webloket: Webloket) -> str:
    [gevonden] = re.findall(r"http://localhost(/doorgeven/\S+)", brieven(webloket.app)[0].tekst)
    return str(gevonden)


def test_ingetrokken_zegt_wat_te_doen_en_een_andere_link_past_niet(webloket: Webloket) -> None:
    zaak = toegekend(webloket.loket)
    webloket.op(webloket.loket.vandaag)
    zaak.doe(webloket.loket.coach, vraag_client, MILA, ADRES)
    link, plek = _link(webloket), f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}/wijziging/zelf"
    client, coach = Bezoeker(webloket.app), webloket.als(webloket.loket.coach)
    for ander in ("/invullen/", "/tekenen/link/"):
        assert client.get(link.replace("/doorgeven/", ander)).status_code == 404
    [trek_in] = re.findall(r'action="([^"]+/intrekken)"', coach.get(plek).text)
    assert coach.post(trek_in, coach.verborgen).status_code == 303
    dicht = client.get(link)
    assert (dicht.status_code, "vraag uw jobcoach om een nieuwe link" in dicht.text) == (404, True)
