"""Onderhanden werk: alles van de organisatie dat nog op geen declaratie staat, en van niemand anders."""

import re
from datetime import date
from html import unescape
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from tests.betaling.dienst.loket import MAART, Loket
from tests.hulp.bezoeker import Bezoeker
from tests.hulp.bouw import Bouwzaak
from tests.uren.pagina import opdrachten, tekst_van

from dakpan.begrippen.duur import Duur
from dakpan.betaling.corrigeren.deels import keur_deels
from dakpan.betaling.domain import Declaratiesoort
from dakpan.opslag.sporen import Inzage
from dakpan.partijen.rechten import Recht
from dakpan.uren.tables import Activiteit
from dakpan.uren.toestanden import Urenstatus

ADRES = "/declaraties/onderhanden-werk"


def test_wat_nog_niet_is_gedeclareerd_per_client_en_samen(dorp: Loket, declarant: Bezoeker, zaak: Bouwzaak) -> None:
    """Twee uur is gedeclareerd; daarna 1:00 akkoord, 0:45 wacht en 0:30 staat open: samen 2:15."""
    dorp.dien_in(zaak, met_bron=False)
    dorp.schrijf(zaak, [60], date(2022, 8, 1))
    dorp.schrijf(zaak, [45], date(2022, 8, 2), Urenstatus.TE_ACCORDEREN)
    dorp.schrijf(zaak, [30], date(2022, 8, 15), Urenstatus.VOORRAAD)
    assert f'href="{ADRES}"' in declarant.get("/declaraties").text
    declarant.get(ADRES)
    assert "Mila Bakker" in tekst_van(declarant)
    assert "0:30 0:45 1:00 2:15" in tekst_van(declarant)
    declarant.get(f"{ADRES}?van=2022-08-02&tot=2022-08-14")
    assert "– 0:45 – 0:45" in tekst_van(declarant)
    declarant.get(f"{ADRES}?tot={MAART.isoformat()}")
    assert "Geen onderhanden werk" in tekst_van(declarant)


def test_wat_niet_meer_akkoord_kan_staat_apart(dorp: Loket, declarant: Bezoeker, zaak: Bouwzaak) -> None:
    """Na het einde: 1:00 akkoord kan nog op de einddeclaratie; 0:45 en 0:30 wachtten en kunnen nooit meer mee."""
    dorp.dien_in(zaak, met_bron=False)
    dorp.schrijf(zaak, [60], date(2022, 8, 1))
    dorp.schrijf(zaak, [45], date(2022, 8, 2), Urenstatus.TE_ACCORDEREN)
    dorp.schrijf(zaak, [30], date(2022, 8, 15), Urenstatus.VOORRAAD)
    zaak.beeindig()
    declarant.get(ADRES)
    assert "Nog 1:15 kan niet meer worden gedeclareerd" in tekst_van(declarant)
    assert "– – 1:00 1:00 1:15" in tekst_van(declarant)
    regels = declarant.get("/meenemen/onderhanden-werk.csv", buffered=True).text.splitlines()
    assert regels[1].rstrip().endswith("0;0;60;60;75")


def test_wat_uit_de_einddeclaratie_terugkwam_kan_nergens_meer_op(
    dorp: Loket, declarant: Bezoeker, zaak: Bouwzaak
) -> None:
    """Van 2:00 en 1:00 gaat het uur eruit: dat was akkoord, maar na de einddeclaratie komt er geen andere meer."""
    dorp.schrijf(zaak, [60], date(2022, 8, 1))
    zaak.beeindig()
    dorp.rekening()
    eind = dorp.factureer(zaak, dorp.dien_in(zaak, Declaratiesoort.EIND, met_bron=False), "2022-001")
    declarant.get(ADRES)
    assert "Geen onderhanden werk" in tekst_van(declarant)
    with dorp.met(dorp.beoordelaar, zaak) as (handeling, van):
        uur = handeling.sessie.scalars(select(Activiteit.id).where(Activiteit.duur == Duur(60))).one()
        keur_deels(handeling, van, eind.id, eind.versie, {uur: "dit was een overleg met de bank"})
    declarant.get(ADRES)
    assert "Nog 1:00 kan niet meer worden gedeclareerd" in tekst_van(declarant)
    assert _tellers(declarant.get(ADRES).text).count("0:00") == 3
    assert "– – – 0:00 1:00" in tekst_van(declarant)
    regels = declarant.get("/meenemen/onderhanden-werk.csv", buffered=True).text.splitlines()
    assert regels[1].rstrip().endswith("0;0;0;0;60")


def test_een_lange_lijst_bladert_en_de_tellers_gaan_over_alles(
    dorp: Loket, declarant: Bezoeker, zaak: Bouwzaak, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Drie zaken bij twee op een bladzijde: elke bladzijde telt hetzelfde, en het blad om af te drukken heeft alles."""
    monkeypatch.setattr("dakpan.betaling.onderhanden.lezen.PER_BLADZIJDE", 2)
    for client in ("Noor Visser", "Sem Smit"):
        dorp.schrijf(dorp.wereld.zaak(zaak.tenant_id, dorp.organisatie_id, client), [20], date(2022, 8, 1))
    tellers = _tellers(declarant.get(ADRES).text)
    assert _namen(declarant) == ["Noor Visser", "Sem Smit"]
    volgende = declarant.get(_verder(declarant.get(ADRES).text, "next")).text
    assert _tellers(volgende) == tellers
    assert _namen(declarant) == ["Mila Bakker"]
    declarant.get(_verder(volgende, "prev"))
    assert _namen(declarant) == ["Noor Visser", "Sem Smit"]
    declarant.get(f"{ADRES}?alles=ja")
    assert _namen(declarant) == ["Mila Bakker", "Noor Visser", "Sem Smit"]
    assert len(declarant.get("/meenemen/onderhanden-werk.csv", buffered=True).text.splitlines()) == 4


def _namen(bezoeker: Bezoeker) -> list[str]:
    return [een for een in ("Mila Bakker", "Noor Visser", "Sem Smit") if een in tekst_van(bezoeker)]


def _verder(html: str, kant: str) -> str:
    gevonden = re.search(rf'rel="{kant}" href="([^"]+)"', html)
    assert gevonden is not None
    return unescape(gevonden[1])


def _tellers(html: str) -> str:
    return html.partition('class="dp-tellers"')[2].partition("</ul>")[0]


@pytest.mark.parametrize("vraag", ["van=gisteren", "tot=2022-13-01", "van=2022-08-02&tot=2022-08-01", "van=%00"])
def test_geen_tijdvak_is_alles_tot_en_met_vandaag(declarant: Bezoeker, zaak: Bouwzaak, vraag: str) -> None:
    assert declarant.get(f"{ADRES}?{vraag}").status_code == 200
    assert "hieronder staat alles tot en met vandaag" in tekst_van(declarant)
    assert "Mila Bakker" in tekst_van(declarant)


def test_alleen_wie_declareert_en_alleen_van_de_eigen_organisatie(app: Flask, dorp: Loket, zaak: Bouwzaak) -> None:
    coach = dorp.wereld.medewerker(dorp.organisatie_id, "Co", Recht.UREN_SCHRIJVEN)
    elders = dorp.wereld.medewerker(dorp.wereld.organisatie("Elders"), "Vera", Recht.DECLAREREN)
    assert [Bezoeker(app).als(wie).get(ADRES).status_code for wie in (coach, dorp.beoordelaar)] == [403, 404]
    with opdrachten() as weinig:
        assert "Geen onderhanden werk" in Bezoeker(app).als(elders).get(ADRES).text
    with opdrachten() as veel:
        assert "Mila Bakker" in Bezoeker(app).als(dorp.declarant).get(ADRES).text
    assert len(veel) == len(weinig)


def test_als_pdf_met_een_omschrijving_en_een_spoor_bij_elke_zaak(
    dorp: Loket, declarant: Bezoeker, zaak: Bouwzaak, monkeypatch: pytest.MonkeyPatch
) -> None:
    """2:00 bij Mila en 0:20 bij Noor is 2:20 samen; past er één zaak op, dan zegt het papier dat er meer zijn."""
    dorp.schrijf(dorp.wereld.zaak(zaak.tenant_id, dorp.organisatie_id, "Noor Visser"), [20], date(2022, 8, 1))
    declarant.get(ADRES)
    te_lang = declarant.post(f"{ADRES}.pdf?tot=2022-08-18", {**declarant.verborgen, "omschrijving": "x" * 201})
    assert (te_lang.status_code, "x" * 201 in te_lang.text) == (422, True)
    monkeypatch.setattr("dakpan.betaling.onderhanden.papier.TEN_HOOGSTE", 1)
    gedrukt: dict[str, Any] = {}

    def druk(_sjabloon: bytes, wat: dict[str, Any]) -> bytes:
        gedrukt.update(wat)
        return b"%PDF-"

    monkeypatch.setattr("dakpan.betaling.onderhanden.papier.druk", druk)
    declarant.get(ADRES)
    pdf = declarant.post(f"{ADRES}.pdf?tot=2022-08-18", {**declarant.verborgen, "omschrijving": "Voor de accountant"})
    assert (pdf.mimetype, pdf.data[:5]) == ("application/pdf", b"%PDF-")
    assert "filename=onderhanden-werk-2022-08-18.pdf" in pdf.headers["Content-Disposition"]
    assert gedrukt["onder"] == "Voor de accountant"
    gegevens, totalen, regels = (een["rijen"] for een in gedrukt["groepen"])
    assert ("Tijdvak", "van het begin tot en met 18-08-2022") in gegevens
    assert dict(totalen) == {
        "In een open week": "0:00",
        "Wacht op akkoord": "0:00",
        "Geaccordeerd": "2:20",
        "Samen": "2:20",
    }
    assert [(een[0], een[-1]) for een in regels] == [("Noor Visser", "0:20")]
    assert gedrukt["groepen"][-1]["titel"].startswith("De 1 nieuwste zaken")
    with dorp.wereld.als(dorp.declarant) as handeling:
        gezien = handeling.sessie.scalars(select(Inzage.zaak_id).where(Inzage.wat == "onderhanden werk als pdf")).all()
    assert len(gezien) == 1


def test_de_pdf_zelf_is_alleen_voor_wie_declareert(
    app: Flask, dorp: Loket, declarant: Bezoeker, zaak: Bouwzaak
) -> None:
    declarant.get(ADRES)
    assert declarant.post(f"{ADRES}.pdf", {**declarant.verborgen}).data[:5] == b"%PDF-"
    coach = Bezoeker(app).als(dorp.wereld.medewerker(dorp.organisatie_id, "Co", Recht.UREN_SCHRIJVEN))
    coach.get("/")
    assert coach.post(f"{ADRES}.pdf", {**coach.verborgen}).status_code == 403
