"""Wat er is besloten, aangevochten en aangeleverd gaat per zaak mee, voor wie het op haar pagina's leest."""

from tests.aanvraag.loket.antwoorden import HALFJAAR
from tests.aanvraag.loket.balie import Zaakloket
from tests.aanvraag.loket.test_andere_paginas import adres
from tests.aanvraag.loket.test_bezwaren import VAN, afgewezen
from tests.aanvraag.loket.webloket import Webloket
from tests.web.uitvoer.test_vormen import lees_csv

from dakpan.opslag.vrager import Vrager
from dakpan.partijen.rechten import Rol
from dakpan.wandeling.bezwaren import leg_vast

Regels = list[dict[str, str]]


def neem(webloket: Webloket, wie: Vrager, zaak: Zaakloket, naam: str) -> Regels:
    zoek = f"financier={zaak.tenant_id}&zaak={zaak.zaak_id}"
    antwoord = webloket.als(wie).get(f"/meenemen/{naam}.csv?{zoek}", buffered=True)
    assert antwoord.status_code == 200, naam
    kop, *regels = lees_csv(antwoord.data)
    return [dict(zip(kop, regel, strict=True)) for regel in regels]


def test_het_besluit_het_advies_en_het_bezwaar(webloket: Webloket) -> None:
    """Afgewezen op 09-01-2023, bezwaar tot en met 20-02-2023; de organisatie leest het besluit en geen advies."""
    loket = webloket.loket
    zaak = afgewezen(loket)
    webloket.op(loket.vandaag)
    zaak.doe(loket.coach, leg_vast, VAN)
    for wie in (loket.coach, loket.beslisser):
        (besluit,) = neem(webloket, wie, zaak, "besluiten")
        assert [besluit[een] for een in ("Besloten op", "Besluit", "Over", "Bezwaar tot en met")] == [
            *("09-01-2023", "afgewezen", "de aanvraag", "20-02-2023")
        ]
        assert besluit["Motivering"] == "Geen beperking gezien."
        (van_client,) = neem(webloket, wie, zaak, "bezwaren")
        assert list(van_client.values())[:5] == [
            *("Bezwaar, bij de financier", "Mila Bakker", "20-02-2023", "Zonder jobcoach red ik het niet.", "loopt")
        ]
        tekst = webloket.als(wie).get(f"{adres(zaak)}/bezwaar").text
        assert f"/meenemen/bezwaren.ods?financier=uwv-noord&amp;zaak={zaak.zaak_id}" in tekst
    (advies,) = neem(webloket, loket.deskundige, zaak, "adviezen")
    assert (advies["Advies"], advies["Waarom"]) == ("Toekennen", "Past bij de beperking.")
    zoek = f"financier=uwv-noord&zaak={zaak.zaak_id}"
    assert webloket.als(loket.coach).get(f"/meenemen/adviezen.csv?{zoek}").status_code == 403


def test_een_advies_is_voor_het_besluit_van_wie_beoordeelt(webloket: Webloket) -> None:
    """Wie alleen het geld doet leest het advies pas bij het besluit, ook in een bestand."""
    loket = webloket.loket
    zaak = loket.halfjaarzaak().tot_advies(loket.deskundige)
    kas = loket.wereld.financier("uwv-noord", "Fien Geld", Rol.FINANCIEEL)
    assert neem(webloket, kas, zaak, "adviezen") == []
    assert len(neem(webloket, loket.beslisser, zaak, "adviezen")) == 1


def test_wat_er_is_en_wat_nog_ontbreekt(webloket: Webloket) -> None:
    """In een concept is er nog niets: elk gevraagd stuk staat er met zijn stand; na het indienen ontbreekt niets."""
    loket = webloket.loket
    zaak = loket.begin(loket.coach, "uwv-noord", HALFJAAR)
    eerst = neem(webloket, loket.coach, zaak, "documenten")
    assert [een["Stand"] for een in eerst].count("ontbreekt nog") == 2
    assert {een["Dag"] for een in eerst} == {""}
    zaak.tot_ingediend(loket.coach)
    daarna = neem(webloket, loket.deskundige, zaak, "documenten")
    assert "ontbreekt nog" not in {een["Stand"] for een in daarna}
    assert {een["Verzonden op"] for een in daarna if een["Soort"] == "gevraagd document"} == {
        f"{loket.vandaag:%d-%m-%Y}"
    }


def test_de_post_is_van_wie_haar_leest(webloket: Webloket) -> None:
    """Zonder machtiging leest de organisatie geen brief, ook niet in een bestand; de financier leest zijn eigen."""
    loket = webloket.loket
    zaak = afgewezen(loket)
    webloket.op(loket.vandaag)
    assert neem(webloket, loket.coach, zaak, "post") == []
    (brief,) = neem(webloket, loket.beslisser, zaak, "post")
    assert list(brief.values()) == ["09-01-2023", "Besluit over jobcoaching: afgewezen", "Mila Bakker", ""]


def test_elke_lijst_werkt_halverwege_een_zaak(webloket: Webloket) -> None:
    """Van concept tot besluit: de pagina met alles van de zaak, en het bestand met alles erin."""
    loket = webloket.loket
    zaak = loket.halfjaarzaak().tot_advies(loket.deskundige)
    for wie in (loket.coach, loket.deskundige, loket.beslisser):
        bezoeker = webloket.als(wie)
        assert "Deze zaak meenemen" in bezoeker.get(f"{adres(zaak)}/meenemen").text
        for soort in ("zip", "ods", "xlsx"):
            assert bezoeker.get(f"{adres(zaak)}/meenemen/alles.{soort}", buffered=True).status_code == 200
    termijnen = neem(webloket, loket.coach, zaak, "termijnen")
    assert termijnen
    assert {len(een["Uiterlijk"]) for een in termijnen} == {10}
