"""De post van de cliënt meelezen: met zijn machtiging, en niet langer dan die geldt. (rij W19)"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

import pytest
from sqlalchemy.orm import Session
from tests.aanvraag.loket.balie import Loket, Zaakloket
from tests.aanvraag.loket.test_wijzigen import MINDER, gemeld, neem, toegekend

from dakpan.aanvraag.aanvullen.aanvullen import Onderdeel
from dakpan.aanvraag.clientpost.machtiging import (
    herinner_machtiging,
    leg_papier_vast,
    trek_vraag_in,
    vraag_machtiging,
    vragen_van,
)
from dakpan.aanvraag.clientpost.stukken import Poststuksoort, clientpost, nieuwe_post, open_stuk
from dakpan.aanvraag.clientpost.tekst import lees_voor, machtigingstekst
from dakpan.aanvraag.clientpost.zelf import Toezegging, zie_verzoek
from dakpan.aanvraag.domain.meldingen import Meldsoort
from dakpan.aanvraag.inhoud import haal_besluit
from dakpan.aanvraag.vialink import links
from dakpan.aanvraag.vialink.tables import Tekenlink
from dakpan.aanvraag.vialink.verzoeken import Mens
from dakpan.aanvraag.wijzigen.zelf.doorgeven import Veranderd
from dakpan.begrippen.toestand import KanNiet
from dakpan.demo.documenten import maak_pdf
from dakpan.dossier.bewaren import Aangeleverd
from dakpan.dossier.postvak import postvak
from dakpan.dossier.tables import Document
from dakpan.dossier.verloop import verloop
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import GeenRecht, Gewijzigd, NietGevonden
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Vrager
from dakpan.partijen.rechten import Rol
from dakpan.partijen.tables import Account, Brief
from dakpan.wandeling import clientpost as wandeling
from dakpan.wandeling.seinen import vraag_aanvulling

ADRES, MILA = "http://localhost", Mens("Mila Bakker", "mila@voorbeeld.invalid")
DAG = timedelta(1)


@pytest.fixture(name="zaak")
def _zaak(loket: Loket) -> Zaakloket:
    return toegekend(loket)


@pytest.fixture(name="snel_zaak")
def _snel_zaak(snel_loket: Loket) -> Zaakloket:
    return toegekend(snel_loket)


def _brieven(loket: Loket) -> list[Brief]:
    with Session(loket.wereld.motor) as sessie:
        return sessie.query(Brief).filter_by(aan=MILA.email).order_by(Brief.gemaakt_op, Brief.id).all()


def geheim_van(loket: Loket) -> str:
    """Het geheim uit de laatste brief met een link."""
    return str([een for brief in _brieven(loket) for een in re.findall(r"/machtigen/(\S+)", brief.tekst)][-1])


@contextmanager
def _bezoek(loket: Loket, geheim: str) -> Iterator[tuple[Handeling, Tekenlink]]:
    with loket.wereld.als(loket.coach, op=loket.vandaag) as tijd:
        link = links.link_van(tijd.sessie, geheim, tijd.nu)
        yield Handeling(tijd.sessie, links.bezoeker(link), tijd.nu, loket.wereld.regelboek, tijd.sleutelbos), link


def _geef(loket: Loket, geheim: str, gezien: str = "") -> None:
    with _bezoek(loket, geheim) as (handeling, link):
        gezien = gezien or lees_voor(handeling, zie_verzoek(handeling, link)).sha256
    with _bezoek(loket, geheim) as (handeling, link):
        wandeling.geef(handeling, link, Toezegging(gezien, machtigingstekst, ADRES))


def _stop(loket: Loket, geheim: str) -> None:
    with _bezoek(loket, geheim) as (handeling, link):
        wandeling.trek_zelf_in(handeling, link)


def _soorten(zaak: Zaakloket, wie: Vrager) -> list[str]:
    return [een.soort.value for een in zaak.doe(wie, clientpost).stukken]


def _beslis_over_wijziging(zaak: Zaakloket) -> None:
    """Een antwoord aan de cliënt waarbij het besluit blijft staan."""
    neem(zaak, gemeld(zaak, Meldsoort.WERK, MINDER), {"gevolg": "geen", "motivering": "Tijdelijk."})


def _bericht(loket: Loket, wie: Vrager) -> list[str]:
    with loket.wereld.als(wie, op=loket.vandaag) as handeling:
        return [een.over for een in postvak(handeling)[0] if een.soort == "postmachtiging"]


def test_zonder_machtiging_gaat_de_post_alleen_naar_de_client(loket: Loket, zaak: Zaakloket) -> None:
    post = zaak.doe(loket.coach, clientpost)
    assert (post.stukken, post.alleen_client, post.geldend) == ((), 1, None)
    besluit = zaak.doe(loket.beslisser, clientpost).stukken[0]
    assert (besluit.soort, zaak.doe(loket.beslisser, clientpost).kopie_aan(besluit)) == (Poststuksoort.BESLUIT, "")
    with pytest.raises(NietGevonden):
        zaak.doe(loket.coach, open_stuk, "besluit", besluit.id, "gelezen")
    # Wat de coach als partij al las blijft: het besluit zelf, met zijn redenen.
    assert zaak.doe(loket.coach, haal_besluit).id == besluit.id


def test_de_client_geeft_haar_met_zijn_link_en_trekt_haar_in(loket: Loket, zaak: Zaakloket) -> None:
    zaak.doe(loket.coach, vraag_machtiging, MILA, ADRES)
    eerste = geheim_van(loket)
    _geef(loket, eerste)
    post = zaak.doe(loket.coach, clientpost)
    geldt = post.geldend
    organisatie = zaak.zaak(loket.coach).organisatie
    assert organisatie is not None
    assert (geldt.naam, geldt.hoe, geldt.organisatie) == ("Mila Bakker", "link", organisatie.naam)
    inhoud = zaak.doe(loket.coach, lambda h, z: h.sessie.get(Document, (z.tenant_id, geldt.document_id)).inhoud)
    assert sha256(inhoud).hexdigest() == geldt.sha256
    assert (_soorten(zaak, loket.coach), post.nieuw, zaak.doe(loket.coach, nieuwe_post)) == (["besluit"], 1, 1)
    assert _bericht(loket, loket.coach) == _bericht(loket, loket.beslisser) == ["gegeven"]
    with pytest.raises(NietGevonden):
        _geef(loket, eerste)  # de link is gebruikt
    # Maanden later: een nieuwe brief, met kopie; daarna stopt zij met de link uit haar bevestiging.
    loket.vandaag += 60 * DAG
    _beslis_over_wijziging(zaak)
    assert _soorten(zaak, loket.coach) == ["wijziging", "besluit"]
    financier = zaak.doe(loket.beslisser, clientpost)
    assert [financier.kopie_aan(een) for een in financier.stukken] == [geldt.organisatie, ""]
    stop = geheim_van(loket)
    assert stop != eerste
    _stop(loket, stop)
    with pytest.raises(NietGevonden):
        _stop(loket, stop)
    loket.vandaag += DAG
    _beslis_over_wijziging(zaak)
    na = zaak.doe(loket.coach, clientpost)
    assert (_soorten(zaak, loket.coach), na.alleen_client, na.geldend) == (["wijziging", "besluit"], 1, None)
    assert len(zaak.doe(loket.beslisser, clientpost).stukken) == 3
    assert "ingetrokken" in _bericht(loket, loket.coach)
    assert "ingetrokken" in _bericht(loket, loket.beslisser)
    redenen = {een.waarom for een in zaak.doe(loket.coach, verloop)[0]}
    assert {
        "Cliënt om een machtiging voor zijn post gevraagd",
        "Machtiging voor de post gegeven door de cliënt",
        "Machtiging voor de post ingetrokken door de cliënt",
    } <= redenen
    assert [een.onderwerp for een in _brieven(loket)][-1] == "Uw machtiging is ingetrokken"


def test_nee_zeggen_mag_en_een_nieuwe_vraag_ook(snel_loket: Loket, snel_zaak: Zaakloket) -> None:
    snel_zaak.doe(snel_loket.coach, vraag_machtiging, MILA, ADRES)
    geheim = geheim_van(snel_loket)
    with _bezoek(snel_loket, geheim) as (handeling, link):
        wandeling.weiger(handeling, link)
    assert [een.status for een in snel_zaak.doe(snel_loket.coach, vragen_van)] == ["geweigerd"]
    assert snel_zaak.doe(snel_loket.coach, clientpost).geldend is None
    assert (_bericht(snel_loket, snel_loket.coach), _bericht(snel_loket, snel_loket.beslisser)) == (["geweigerd"], [])
    with pytest.raises(NietGevonden):
        _geef(snel_loket, geheim)
    snel_zaak.doe(snel_loket.coach, vraag_machtiging, MILA, ADRES)
    _geef(snel_loket, geheim_van(snel_loket))
    assert snel_zaak.doe(snel_loket.coach, clientpost).geldend is not None


def test_wat_hij_las_is_wat_hij_geeft(snel_loket: Loket, snel_zaak: Zaakloket) -> None:
    snel_zaak.doe(snel_loket.coach, vraag_machtiging, MILA, ADRES)
    with pytest.raises(Veranderd):
        _geef(snel_loket, geheim_van(snel_loket), gezien="0" * 64)
    assert snel_zaak.doe(snel_loket.coach, clientpost).geldend is None
    _geef(snel_loket, geheim_van(snel_loket))  # er was niets half gebeurd


def _scan(naam: str = "scan.pdf", inhoud: bytes | None = None) -> Aangeleverd:
    return Aangeleverd(naam, inhoud or maak_pdf("Machtiging, getekend"), "Machtiging voor de post")


def test_op_papier_en_ingetrokken_namens_de_client(snel_loket: Loket, snel_zaak: Zaakloket) -> None:
    zaak, coach, beslisser = snel_zaak, snel_loket.coach, snel_loket.beslisser
    zaak.doe(coach, vraag_machtiging, MILA, ADRES)
    open_link = geheim_van(snel_loket)
    mens = Mens("Rita Bakker", "", vertegenwoordiger=True)
    for getekend, scan, veld in (
        (snel_loket.vandaag + DAG, _scan(), "getekend_op"),
        (snel_loket.vandaag, _scan("scan.pdf", b"geen pdf"), "bestand"),
    ):
        with pytest.raises(InvoerFout) as fout:
            zaak.doe(coach, leg_papier_vast, mens, getekend, scan)
        assert [een.veld for een in fout.value.fouten] == [veld]
    zaak.doe(coach, leg_papier_vast, mens, snel_loket.vandaag - DAG, _scan())
    with pytest.raises(NietGevonden):
        _geef(snel_loket, open_link)  # de vraag is beantwoord
    with pytest.raises(KanNiet, match="Er geldt al een machtiging"):
        zaak.doe(coach, leg_papier_vast, mens, snel_loket.vandaag, _scan())
    geldt = zaak.doe(beslisser, clientpost).geldend
    assert (geldt.hoe, geldt.naam, geldt.vertegenwoordiger, geldt.email) == ("papier", "Rita Bakker", True, None)
    with pytest.raises(InvoerFout):
        zaak.doe(beslisser, wandeling.trek_in, "  ", geldt.versie)
    with pytest.raises(Gewijzigd):
        zaak.doe(beslisser, wandeling.trek_in, "Zij belde.", geldt.versie + 1)
    zaak.doe(beslisser, wandeling.trek_in, " Zij belde op 3 april. ", geldt.versie)
    assert _bericht(snel_loket, coach) == ["ingetrokken"]
    [over] = zaak.doe(coach, clientpost).machtigingen
    assert (over.ingetrokken_waarom, over.ingetrokken_door) == ("Zij belde op 3 april.", beslisser.naam)
    with pytest.raises(KanNiet, match="al ingetrokken"):
        zaak.doe(coach, wandeling.trek_in, "Nog eens.")


def test_wie_mag_vragen_en_van_wie(snel_loket: Loket, snel_zaak: Zaakloket) -> None:
    kas = snel_loket.wereld.financier("uwv-noord", "Fien Geld", Rol.FINANCIEEL)
    for dienst, gegevens in ((vraag_machtiging, (MILA, ADRES)), (wandeling.trek_in, ("Zij belde.",))):
        with pytest.raises(GeenRecht):
            snel_zaak.doe(kas, dienst, *gegevens)
    with Session(snel_loket.wereld.motor) as sessie:
        collega = sessie.get_one(Account, snel_loket.collega.account_id).email
    with pytest.raises(InvoerFout):
        snel_zaak.doe(snel_loket.coach, vraag_machtiging, MILA._replace(email=collega), ADRES)
    concept = snel_loket.begin(snel_loket.coach, "uwv-noord", {})
    with pytest.raises(KanNiet, match="als de aanvraag is ingediend"):
        concept.doe(snel_loket.coach, vraag_machtiging, MILA, ADRES)
    vreemd = snel_loket.wereld.medewerker(snel_loket.wereld.organisatie(), "Vera Vreemd")
    with pytest.raises(NietGevonden):
        snel_zaak.doe(vreemd, clientpost)


def test_herinneren_en_de_vraag_intrekken(snel_loket: Loket, snel_zaak: Zaakloket) -> None:
    vraag = snel_zaak.doe(snel_loket.coach, vraag_machtiging, MILA, ADRES)
    oud = geheim_van(snel_loket)
    snel_zaak.doe(snel_loket.coach, herinner_machtiging, vraag.id, ADRES)
    nieuw = geheim_van(snel_loket)
    with pytest.raises(NietGevonden):
        _geef(snel_loket, oud)
    snel_zaak.doe(snel_loket.coach, trek_vraag_in, vraag.id)
    with pytest.raises(NietGevonden):
        _geef(snel_loket, nieuw)


def test_elke_brief_staat_in_de_lijst_en_wie_las_ziet_hem_niet_meer_als_nieuw(loket: Loket) -> None:
    loket.vandaag = date(2023, 3, 20)
    zaak = loket.halfjaarzaak()
    gevraagd: Any = [Onderdeel("client", "Cliënt")]
    zaak.doe(loket.deskundige, vraag_aanvulling, gevraagd, "Blad 2.", loket.vandaag + 14 * DAG)
    zaak.doe(loket.coach, leg_papier_vast, MILA, loket.vandaag, _scan())
    [stuk] = zaak.doe(loket.coach, clientpost).stukken
    assert (stuk.soort, zaak.doe(loket.coach, nieuwe_post)) == (Poststuksoort.AANVULLING, 1)
    zaak.doe(loket.coach, open_stuk, "aanvulling", stuk.id, "gelezen")
    assert zaak.doe(loket.coach, nieuwe_post) == 0
    assert zaak.doe(loket.collega, nieuwe_post) == 1  # elk zijn eigen merk
    assert zaak.doe(loket.deskundige, nieuwe_post) == 0  # wie schreef krijgt geen kopie
    with pytest.raises(NietGevonden):
        zaak.doe(loket.coach, open_stuk, "besluit", stuk.id, "gelezen")
