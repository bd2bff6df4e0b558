"""De lijst en de startpagina: zoeken zonder sporen in het adres, en wat er nu aan u is."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from html import unescape
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import Engine, event
from tests.hulp.bezoeker import Bezoeker
from tests.hulp.bouw import Bouwzaak, Wereld
from tests.hulp.regelboek import STAD
from tests.web.zaak.test_zaakpagina import BSN, adres, geef_bsn, tekst

from dakpan.dossier import lijsten
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Notitie
from dakpan.opslag.vrager import Kant, Vrager
from dakpan.partijen.rechten import Recht


@contextmanager
def opdrachten() -> Iterator[list[str]]:
    """Elke vraag die intussen naar een database gaat."""
    gezien: list[str] = []

    def bij(_verbinding: object, _cursor: object, opdracht: str, *_: object) -> None:
        gezien.append(opdracht)

    event.listen(Engine, "before_cursor_execute", bij)
    try:
        yield gezien
    finally:
        event.remove(Engine, "before_cursor_execute", bij)


def zoek(bezoeker: Bezoeker, **velden: str) -> str:
    """Zoekt zoals het formulier, en geeft de pagina die volgt."""
    bezoeker.get("/zaken")
    antwoord = bezoeker.post("/zaken", velden)
    assert antwoord.status_code == 303
    return bezoeker.get(antwoord.location).text


def clienten(pagina: str) -> list[str]:
    return [unescape(een) for een in re.findall(r'dp-sterk" href="[^"]+">([^<]+)</a>', pagina)]


@pytest.fixture
def bij_drie(wereld: Wereld, organisatie_id: UUID, zaak: Bouwzaak) -> tuple[Bouwzaak, ...]:
    uwv = wereld.zaak("uwv-noord", organisatie_id, "Mila Bakker", tot=Zaakstap.ONDERTEKENING)
    return zaak, uwv, wereld.zaak(STAD, organisatie_id, "Joris Smit")


@pytest.mark.usefixtures("bij_drie")
def test_een_lijst_voor_drie_financiers(coach: Bezoeker, consulent: Bezoeker) -> None:
    pagina = coach.get("/zaken").text
    assert clienten(pagina) == ["Joris Smit", "Mila Bakker", "Yara Öztürk"]
    assert {"Verzonnendam", "Staphorst"} <= set(re.findall(r"<option[^>]*>([^<]+)</option>", pagina))
    assert clienten(zoek(coach, q="mila")) == ["Mila Bakker"]
    assert clienten(zoek(coach, q="", financier="staphorst")) == ["Yara Öztürk"]
    assert clienten(zoek(coach, status="afgerond")) == []
    assert clienten(consulent.get("/zaken").text) == ["Yara Öztürk"]


@pytest.mark.usefixtures("bij_drie")
def test_het_adres_onthoudt_wat_gekozen_is(coach: Bezoeker) -> None:
    coach.get("/zaken")
    antwoord = coach.post("/zaken", {"q": " smit ", "status": "alle", "beurt": "mij", "financier": ""})
    assert antwoord.location == "/zaken?q=smit&status=alle&beurt=mij"


@pytest.mark.parametrize(
    "getypt",
    [
        *(
            "111222333",
            "111 222 333",
            "111.222.333",
            "1112 22333",
            "111/222/333",
            "1-1-1-2-2-2-3-3-3",
            "111\u00a0222\u2009333",
        ),
        *("bsn 111222333", "111222333 Bakker", "Mila 111 222 333, Bakker", "BSN:111222333", "12 111222333"),
        *("١١١٢٢٢٣٣٣", "１１１２２２３３３"),
    ],
)
def test_een_bsn_komt_nooit_in_een_adres(
    wereld: Wereld, coach: Bezoeker, bij_drie: tuple[Bouwzaak, ...], getypt: str
) -> None:
    geef_bsn(wereld, bij_drie[1])
    coach.get("/zaken")
    antwoord = coach.post("/zaken", {"q": getypt})
    assert antwoord.status_code == 200
    assert "Location" not in antwoord.headers
    assert clienten(antwoord.text) == ["Mila Bakker"]
    assert BSN.nummer not in antwoord.text
    assert clienten(coach.get("/zaken", query_string={"q": getypt}).text) == clienten(coach.get("/zaken").text)


@pytest.mark.parametrize(
    "getypt", ["Z-2022-11122233", "0612345678", "Bakker 123456789", "1234 AB 56", "11122 Bakker 2333"]
)
def test_een_ander_nummer_wordt_gewoon_gezocht(coach: Bezoeker, getypt: str) -> None:
    coach.get("/zaken")
    assert coach.post("/zaken", {"q": getypt}).status_code == 303


def test_een_bsn_dat_niet_bestaat(coach: Bezoeker) -> None:
    coach.get("/zaken")
    antwoord = coach.post("/zaken", {"q": "123456789"})
    assert (antwoord.status_code, "123456789" in antwoord.text) == (422, False)
    assert "Dit is geen geldig burgerservicenummer" in antwoord.text


@pytest.mark.usefixtures("zaak")
@pytest.mark.parametrize(
    "vraag",
    ["q=%00", "na=geen-id", "voor=1", "status=zomaar", "financier=onbekend", "q=" + "x" * 5_000, "q=%F0%9F%98%80"],
)
def test_onzin_in_het_adres_doet_geen_kwaad(coach: Bezoeker, vraag: str) -> None:
    assert coach.get(f"/zaken?{vraag}").status_code == 200


def test_bladeren_langs_de_links(
    wereld: Wereld, organisatie_id: UUID, coach: Bezoeker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lijsten, "PER_BLADZIJDE", 2)
    for nummer in range(5):
        wereld.zaak("uwv-noord", organisatie_id, f"Ada Client{nummer}")
    gezien, pagina = [], coach.get("/zaken?q=client").text
    while True:
        gezien += clienten(pagina)
        verder = re.search(r'rel="next" href="([^"]+)"', pagina)
        if verder is None:
            break
        pagina = coach.get(unescape(verder[1])).text
    assert gezien == [f"Ada Client{nummer}" for nummer in (4, 3, 2, 1, 0)]
    terug = re.search(r'rel="prev" href="([^"]+)"', pagina)
    assert terug is not None
    assert clienten(coach.get(unescape(terug[1])).text) == ["Ada Client2", "Ada Client1"]


def test_de_lijst_vraagt_even_veel_bij_tien_als_bij_zestig_zaken(
    wereld: Wereld, organisatie_id: UUID, coach: Bezoeker
) -> None:
    def vragen() -> list[int]:
        gezien = []
        for pad in ("/zaken", "/zaken?q=ada", "/"):
            with opdrachten() as opgevangen:
                assert coach.get(pad).status_code == 200
            gezien.append(len(opgevangen))
        return gezien

    for nummer in range(10):
        wereld.zaak("uwv-noord", organisatie_id, f"Ada Client{nummer}")
    bij_tien = vragen()
    for nummer in range(10, 60):
        wereld.zaak("uwv-noord", organisatie_id, f"Ada Client{nummer}")
    assert vragen() == bij_tien


def test_de_zaakpagina_vraagt_even_veel_bij_een_volle_zaak(
    wereld: Wereld, coach: Bezoeker, jo: Vrager, zaak: Bouwzaak
) -> None:
    with opdrachten() as eerst:
        coach.get(adres(zaak))
    with wereld.bouw(jo) as sessie:
        for nummer in range(30):
            sessie.add(
                Notitie(
                    tenant_id=zaak.tenant_id,
                    organisatie_id=zaak.organisatie_id,
                    kant=Kant.ORGANISATIE,
                    zaak_id=zaak.zaak_id,
                    tekst=f"Notitie {nummer}",
                    op=sessie.info["dakpan_nu"],
                    door="Jo Coach",
                )
            )
    for deel in ("", "/inzage", "/geschiedenis"):
        with opdrachten() as gezien:
            assert coach.get(adres(zaak, deel)).status_code == 200
        assert len(gezien) <= len(eerst)


def test_de_startpagina_zegt_wat_er_nu_moet(
    wereld: Wereld, organisatie_id: UUID, jo: Vrager, coach: Bezoeker, consulent: Bezoeker
) -> None:
    offerte, _, _ = (
        wereld.zaak("staphorst", organisatie_id, naam, tot=stap, uiterlijk=dag).koppel(jo)
        for naam, stap, dag in (
            ("Yara Later", Zaakstap.OFFERTE, date(2022, 4, 3)),
            ("Bas Telaat", Zaakstap.OFFERTE, date(2022, 3, 23)),
            ("Wim Wacht", Zaakstap.BESLUIT, date(2022, 3, 24)),
        )
    )
    pagina = coach.get("/").text
    gelezen = tekst(coach)
    assert gelezen.index("Bas Telaat") < gelezen.index("Yara Later")
    assert "1 dag te laat 23-03-2022" in gelezen
    assert "nog 10 dagen 03-04-2022" in gelezen
    assert f'href="{adres(offerte, "/offerte")}"' in pagina
    assert "Wim Wacht" not in gelezen
    consulent.get("/")
    assert "Neem het besluit : Wim Wacht" in tekst(consulent)
    assert "vandaag 24-03-2022" in tekst(consulent)
    assert "Bas Telaat" not in tekst(consulent)


def test_uren_zijn_van_wie_gekoppeld_is(
    app: Flask, wereld: Wereld, organisatie_id: UUID, jo: Vrager, coach: Bezoeker
) -> None:
    zaak = wereld.zaak("staphorst", organisatie_id, "Mila Bakker")
    coach.get("/")
    assert "Koppel een coach aan Mila Bakker" in tekst(coach)
    assert "Schrijf uren en sluit de week" not in tekst(coach)
    zaak.koppel(jo)
    coach.get("/")
    assert "Schrijf uren en sluit de week : Mila Bakker" in tekst(coach)
    assert "Koppel een coach" not in tekst(coach)
    collega = Bezoeker(app).als(wereld.medewerker(organisatie_id, "Sam", Recht.UREN_SCHRIJVEN))
    collega.get("/")
    assert "Mila Bakker" not in tekst(collega)


def test_een_lege_startpagina_leert_hoe_het_begint(app: Flask, wereld: Wereld, coach: Bezoeker) -> None:
    coach.get("/")
    assert "Er wacht nu niets op u" in tekst(coach)
    assert "Begin een aanvraag" in tekst(coach)
    kijker = Bezoeker(app).als(wereld.financier("uwv-noord", "Cor Contract"))
    assert kijker.get("/").status_code == 200
    assert "Er wacht nu niets op u" in tekst(kijker)


def test_wie_niet_is_aangemeld_ziet_niets(app: Flask, zaak: Bouwzaak) -> None:
    bezoeker = Bezoeker(app)
    for pad in ("/", "/zaken", adres(zaak), adres(zaak, "/geschiedenis"), adres(zaak, "/bsn")):
        antwoord = bezoeker.get(pad)
        assert antwoord.status_code == 302
        assert antwoord.location.startswith("/aanmelden")
