"""Digitaal ondertekenen: drie mensen, elk met een eigen link en code, voor precies het document dat er ligt."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

import pytest
from sqlalchemy import select, update
from sqlalchemy.orm import Session
from tests.aanvraag.loket.antwoorden import HALFJAAR
from tests.aanvraag.loket.balie import Loket, Zaakloket
from tests.hulp.bouw import GEHEIM

from dakpan.aanvraag.domain.stukken import Partij
from dakpan.aanvraag.indienen import onderteken
from dakpan.aanvraag.inhoud import haal_aanvraag
from dakpan.aanvraag.tables import Aanvraag
from dakpan.aanvraag.tekenen import zetten
from dakpan.aanvraag.tekenen.papier import papier_van
from dakpan.aanvraag.tekenen.tables import Tekenverzoek
from dakpan.aanvraag.tekenen.verzoeken import (
    herinner,
    trek_in,
    verzoeken_van,
    vraag,
)
from dakpan.aanvraag.vialink import links
from dakpan.aanvraag.vialink.bezoek import Post, stuur_code
from dakpan.aanvraag.vialink.verzoeken import Mens
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.documenten import documenten_van
from dakpan.dossier.tables import Document, Documentsoort, Zaak
from dakpan.dossier.zaken import haal_zaak
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Uitzondering
from dakpan.opslag.wacht import langs_de_wacht
from dakpan.partijen.poort import Wachten
from dakpan.partijen.tables import Brief
from dakpan.wandeling import aanvragen

ADRES = "https://dakpan.voorbeeld"
POST = Post(ADRES, GEHEIM, "127.0.0.1")
MENSEN = {
    Partij.JOBCOACH: Mens("Jo Coach", "jo@voorbeeld.example"),
    Partij.WERKGEVER: Mens("Ria Meel", "ria@voorbeeld.example"),
    Partij.CLIENT: Mens("Mila Bakker", "mila@voorbeeld.example"),
}
OP = date(2023, 3, 20)


def _vraag(handeling: Handeling, zaak: Zaak, mensen: dict[Partij, Mens]) -> list[Tekenverzoek]:
    aanvraag = haal_aanvraag(handeling, zaak)

    def papier(partij: Partij) -> Any:
        return papier_van(handeling, zaak, aanvraag, voor_werkgever=partij is Partij.WERKGEVER)

    return vraag(handeling, zaak, mensen, papier, ADRES)


@pytest.fixture(name="zaak")
def _zaak(loket: Loket) -> Zaakloket:
    zaak = loket.begin(loket.coach, "uwv-noord", HALFJAAR).tot_definitief(loket.coach)
    zaak.doe(loket.coach, _vraag, MENSEN)
    return zaak


def _brieven(zaak: Zaakloket, aan: str) -> list[str]:
    with Session(zaak.loket.wereld.motor) as sessie:
        return list(sessie.scalars(select(Brief.tekst).where(Brief.aan == aan).order_by(Brief.gemaakt_op, Brief.id)))


def _geheim(zaak: Zaakloket, partij: Partij) -> str:
    alle = re.findall(r"/tekenen/link/(\S+)", "\n".join(_brieven(zaak, MENSEN[partij].email)))
    assert alle, f"{partij} kreeg geen link"
    return str(alle[-1])


@contextmanager
def _bezoek(zaak: Zaakloket, geheim: str, op: date = OP) -> Iterator[tuple[Handeling, Any]]:
    """Iemand opent een link, zonder account."""
    with Session(zaak.loket.wereld.motor, expire_on_commit=False) as sessie:
        niemand = zaak.loket.wereld
        with niemand.als(zaak.loket.coach, op=op) as tijd:
            nu = tijd.nu
        link = links.link_van(sessie, geheim, nu)
        yield Handeling(sessie, links.bezoeker(link), nu, niemand.regelboek, tijd.sleutelbos), link


def _teken(zaak: Zaakloket, partij: Partij, *, machtiging: bool | None = None) -> None:
    with _bezoek(zaak, _geheim(zaak, partij)) as (handeling, link):
        zetten.zet(handeling, link, POST, machtiging=machtiging)


def test_om_de_beurt_en_de_client_het_laatst(loket: Loket, zaak: Zaakloket) -> None:
    assert _brieven(zaak, MENSEN[Partij.CLIENT].email) == []
    _teken(zaak, Partij.JOBCOACH)
    assert _brieven(zaak, MENSEN[Partij.CLIENT].email) == []
    _teken(zaak, Partij.WERKGEVER)
    with pytest.raises(KanNiet, match="Kies eerst of u de machtiging geeft"):
        _teken(zaak, Partij.CLIENT)
    _teken(zaak, Partij.CLIENT, machtiging=False)
    aanvraag = zaak.aanvraag(loket.coach)
    assert [een["partij"] for een in aanvraag.handtekeningen] == ["jobcoach", "werkgever", "client"]
    assert [een.get("machtiging") for een in aanvraag.handtekeningen] == [None, None, False]
    assert zaak.zaak(loket.coach).beurt_stap == "indienen"
    zaak.lever_aan(loket.coach)
    zaak.doe(loket.coach, aanvragen.dien_in)
    getekend = {een.soort for een in zaak.doe(loket.beslisser, documenten_van)}
    assert {Documentsoort.AANVRAAG, Documentsoort.UITTREKSEL} <= getekend
    assert zaak.aanvraag(loket.beslisser).handtekeningen[2]["sha256"] == aanvraag.handtekeningen[0]["sha256"]


def test_een_handtekening_noemt_het_document_dat_er_ligt(loket: Loket, zaak: Zaakloket) -> None:
    _teken(zaak, Partij.JOBCOACH)
    [een] = zaak.aanvraag(loket.coach).handtekeningen
    with loket.wereld.als(loket.coach) as handeling:
        inhoud = handeling.sessie.scalars(select(Document.inhoud).where(Document.sha256 == een["sha256"])).one()
    assert sha256(inhoud).hexdigest() == een["sha256"]
    assert inhoud.startswith(b"%PDF-")
    assert (een["hoe"], een["email"]) == ("link en code per e-mail", "jo@voorbeeld.example")
    assert een["vastgelegd_door"] == "Jo Coach (via een link)"


def test_de_werkgever_tekent_een_uittreksel_zonder_wat_niet_voor_hem_is(loket: Loket, zaak: Zaakloket) -> None:
    def papieren(handeling: Handeling, van: Zaak) -> tuple[str, str]:
        aanvraag = haal_aanvraag(handeling, van)
        return (
            str(papier_van(handeling, van, aanvraag)),
            str(papier_van(handeling, van, aanvraag, voor_werkgever=True)),
        )

    heel, uittreksel = zaak.doe(loket.coach, papieren)
    for niet_voor_hem in (
        "Geboortedatum",
        "Onder welke groepen",
        "Loonwaarde",
        "Begeleidingsregime",
        "Hoofddoelen",
        "burgerservice",
    ):
        assert niet_voor_hem in heel
        assert niet_voor_hem not in uittreksel
    assert "Mila" in uittreksel
    soorten = {een.partij: een.sha256 for een in zaak.doe(loket.coach, verzoeken_van)}
    assert soorten[Partij.JOBCOACH] == soorten[Partij.CLIENT] != soorten[Partij.WERKGEVER]


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({Partij.CLIENT: Mens("jo COACH", "x@voorbeeld.example")}, "client.naam"),
        ({Partij.CLIENT: Mens("Mila Bakker", " RIA@voorbeeld.example")}, "client.email"),
        ({Partij.WERKGEVER: Mens("", "x@voorbeeld.example")}, "werkgever.naam"),
    ],
)
def test_drie_verschillende_mensen(loket: Loket, zaak: Zaakloket, anders: dict[Partij, Mens], veld: str) -> None:
    with pytest.raises(InvoerFout) as fout:
        zaak.doe(loket.coach, _vraag, {**MENSEN, **anders})
    assert [een.veld for een in fout.value.fouten] == [veld]


def test_een_link_werkt_een_keer_en_verloopt(loket: Loket, zaak: Zaakloket) -> None:
    geheim = _geheim(zaak, Partij.JOBCOACH)
    with pytest.raises(NietGevonden), _bezoek(zaak, geheim, OP + timedelta(15)):
        pass
    with pytest.raises(NietGevonden), _bezoek(zaak, "x" * 43):
        pass
    _teken(zaak, Partij.JOBCOACH)
    with pytest.raises(NietGevonden), _bezoek(zaak, geheim):
        pass
    assert len(zaak.aanvraag(loket.coach).handtekeningen) == 1


def test_herinneren_maakt_de_oude_link_ongeldig_en_intrekken_elke(loket: Loket, zaak: Zaakloket) -> None:
    oud = _geheim(zaak, Partij.JOBCOACH)
    eerste = zaak.doe(loket.coach, verzoeken_van)[0]
    zaak.doe(loket.coach, herinner, eerste.id, ADRES)
    with pytest.raises(NietGevonden), _bezoek(zaak, oud):
        pass
    nieuw = _geheim(zaak, Partij.JOBCOACH)
    zaak.doe(loket.coach, trek_in, eerste.id)
    with pytest.raises(NietGevonden), _bezoek(zaak, nieuw):
        pass
    with pytest.raises(KanNiet, match="loopt niet meer"):
        zaak.doe(loket.coach, herinner, eerste.id, ADRES)


def test_de_code_werkt_een_keer_met_vijf_pogingen(zaak: Zaakloket) -> None:
    with _bezoek(zaak, _geheim(zaak, Partij.JOBCOACH)) as (handeling, link):
        stuur_code(handeling, link, POST, zetten.zie_verzoek)
        [code] = re.findall(r"Uw code is: (\d{6})", _brieven(zaak, MENSEN[Partij.JOBCOACH].email)[-1])
        fout = f"{(int(code) + 1) % 1_000_000:06d}"
        with pytest.raises(KanNiet, match="klopt niet"):
            links.controleer_code(handeling.sessie, link, fout, handeling.nu, geheim=GEHEIM)
        with pytest.raises(KanNiet, match="werkt niet meer"):
            links.controleer_code(handeling.sessie, link, code, handeling.nu + timedelta(minutes=16), geheim=GEHEIM)
        links.controleer_code(handeling.sessie, link, f"{code[:3]} {code[3:]}", handeling.nu, geheim=GEHEIM)
        with pytest.raises(KanNiet, match="werkt niet meer"):
            links.controleer_code(handeling.sessie, link, code, handeling.nu, geheim=GEHEIM)
        stuur_code(handeling, link, POST, zetten.zie_verzoek)
        for _keer in range(5):
            with pytest.raises(KanNiet, match="klopt niet"):
                links.controleer_code(handeling.sessie, link, "abcdef", handeling.nu, geheim=GEHEIM)
        with pytest.raises(KanNiet, match="werkt niet meer"):
            links.controleer_code(handeling.sessie, link, "abcdef", handeling.nu, geheim=GEHEIM)
        for _keer in range(3):
            stuur_code(handeling, link, POST, zetten.zie_verzoek)
        with pytest.raises(Wachten):
            stuur_code(handeling, link, POST, zetten.zie_verzoek)


def test_een_document_dat_niet_meer_klopt_wordt_niet_getekend(loket: Loket, zaak: Zaakloket) -> None:
    with Session(loket.wereld.motor) as sessie, langs_de_wacht(sessie, Uitzondering.VULLING):
        sessie.execute(update(Document).values(inhoud=b"%PDF- iets anders"))
        sessie.commit()
    with pytest.raises(KanNiet, match="is veranderd nadat het aan u is gestuurd"):
        _teken(zaak, Partij.JOBCOACH)


def test_antwoorden_die_veranderden_worden_niet_getekend(loket: Loket, zaak: Zaakloket) -> None:
    with Session(loket.wereld.motor) as sessie, langs_de_wacht(sessie, Uitzondering.VULLING):
        sessie.execute(update(Aanvraag).values(hoofddoelen=["iets_anders"]))
        sessie.commit()
    with pytest.raises(KanNiet, match="is veranderd"):
        _teken(zaak, Partij.JOBCOACH)
    assert zaak.aanvraag(loket.coach).handtekeningen == []


def test_wie_de_link_heeft_ziet_niets_anders_van_de_zaak(loket: Loket, zaak: Zaakloket) -> None:
    with _bezoek(zaak, _geheim(zaak, Partij.JOBCOACH)) as (handeling, link):
        assert zetten.zie_verzoek(handeling, link).partij is Partij.JOBCOACH
        assert len(handeling.sessie.scalars(select(Tekenverzoek)).all()) == 1
        assert len(handeling.sessie.scalars(select(Document.id)).all()) == 1
        assert handeling.sessie.scalars(select(Aanvraag)).all() == []
        with pytest.raises(NietGevonden):
            haal_zaak(handeling, zaak.tenant_id, zaak.zaak_id)
        bestand = zetten.open_document(handeling, link)
        assert bestand.mediatype == "application/pdf"


def test_intrekken_van_de_aanvraag_sluit_elke_link(loket: Loket, zaak: Zaakloket) -> None:
    geheim = _geheim(zaak, Partij.JOBCOACH)
    zaak.doe(loket.coach, aanvragen.trek_in)
    with pytest.raises(NietGevonden), _bezoek(zaak, geheim):
        pass
    with pytest.raises(KanNiet):
        zaak.doe(loket.coach, onderteken, Partij.JOBCOACH, "Jo Coach")
