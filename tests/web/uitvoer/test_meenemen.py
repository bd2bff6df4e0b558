"""Lijsten meenemen: alleen wat van u is, wat u mag zien, en met een spoor bij elke zaak."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from time import perf_counter

import pytest
from flask import Flask
from sqlalchemy import select
from tests.hulp.bezoeker import Bezoeker
from tests.hulp.bouw import Wereld
from tests.uren.straat import Straat, werk
from tests.web.uitvoer.test_vormen import cellen_ods, lees_csv

from dakpan.begrippen.bedrag import Bedrag
from dakpan.dossier.tables import Zaak
from dakpan.loket.uitvoer.lijst import Regel
from dakpan.loket.uitvoer.lijsten import LIJSTEN, lijsten_voor
from dakpan.loket.uitvoer.van_zaak.lijsten import VAN_EEN_ZAAK
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.sporen import Inzage
from dakpan.opslag.vrager import Vrager
from dakpan.partijen.rechten import Recht, Rol
from dakpan.plan.accordeerders import Daad, Plan, voer_uit, voorstel
from dakpan.plan.tables import Jobcoachperiode
from dakpan.uren.accorderen import accordeer
from dakpan.uren.week import Week
from dakpan.uren.weken import sluit


@pytest.fixture
def straat(wereld: Wereld) -> Straat:
    gemaakt = Straat.maak(wereld)
    for dag, minuten in ((22, 90), (23, 45)):
        gemaakt.schrijf(werk(gemaakt.klanten[0], datum=date(2022, 3, dag), minuten=minuten, beoogd="=Zelf groeten"))
    return gemaakt


def neem(app: Flask, wie: Vrager, adres: str) -> list[list[str]]:
    antwoord = Bezoeker(app).als(wie).get(f"/meenemen/{adres}", buffered=True)
    assert antwoord.status_code == 200, adres
    assert antwoord.headers["Content-Disposition"].startswith("attachment")
    return lees_csv(antwoord.data)


def test_de_uren_staan_er_in_minuten_en_zijn_nooit_een_formule(app: Flask, straat: Straat) -> None:
    """90 en 45 minuten: samen 135, en 1:30 en 0:45 voor wie leest."""
    kop, *regels = neem(app, straat.coach, "activiteiten.csv")
    waar = {naam: nummer for nummer, naam in enumerate(kop)}
    assert [regel[waar["Minuten"]] for regel in regels] == ["90", "45"]
    assert [regel[waar["Duur"]] for regel in regels] == ["1:30", "0:45"]
    assert {regel[waar["Beoogd resultaat"]] for regel in regels} == {"'=Zelf groeten"}
    assert {regel[waar["Jobcoach"]] for regel in regels} == {"Jo Coach"}


@pytest.mark.parametrize(
    ("per", "eerste_kolom"),
    [
        ("week", ["2022-W12"]),
        ("dag", ["23-03-2022", "22-03-2022"]),
        ("coach", ["Jo Coach"]),
        ("client", ["Mila Bakker"]),
    ],
)
def test_de_uren_van_de_organisatie_gaan_mee_zoals_zij_er_staan(
    app: Flask, straat: Straat, per: str, eerste_kolom: list[str]
) -> None:
    """90 en 45 minuten in voorraad is langs elke weg samen 135; alleen bij een cliënt staat zijn zaak erbij."""
    pagina = Bezoeker(app).als(straat.accordeerder).get(f"/uren/totalen?per={per}&tot=2022-03-24").text
    assert f"/meenemen/uren-organisatie.xlsx?per={per}&amp;van=2021-12-23&amp;tot=2022-03-24" in pagina
    kop, *regels = neem(app, straat.accordeerder, f"uren-organisatie.csv?per={per}&tot=2022-03-24")
    kolom = {naam: [regel[nummer] for regel in regels] for nummer, naam in enumerate(kop)}
    assert kolom["Wat"] == eerste_kolom
    for naam in ("Voorraad (minuten)", "Samen (minuten)"):
        assert sum(map(int, kolom[naam])) == 135
    assert {bool(een) for een in kolom["Zaak"]} == {per == "client"}
    assert (
        neem(app, straat.accordeerder, f"uren-organisatie.csv?per={per}&financier=staphorst&tot=2022-03-24")[1:] == []
    )
    assert neem(app, straat.accordeerder, f"uren-organisatie.csv?per={per}&tot=2022-03-21")[1:] == []


def test_meer_clienten_dan_een_bladzijde_gaan_allemaal_mee(
    app: Flask, straat: Straat, monkeypatch: pytest.MonkeyPatch
) -> None:
    for klant in straat.klanten[1:]:
        straat.schrijf(werk(klant, datum=date(2022, 3, 21), minuten=30))
    for bladzijde in (1, 2, 3, 50):
        monkeypatch.setattr("dakpan.wandeling.urentotalen.PER_BLADZIJDE", bladzijde)
        regels = neem(app, straat.accordeerder, "uren-organisatie.csv?per=client&tot=2022-03-24")[1:]
        assert sorted(regel[0] for regel in regels) == ["Joris Smit", "Mila Bakker", "Yara Öztürk"]


def test_het_menu_wijst_de_uren_van_de_organisatie_aan(app: Flask, straat: Straat) -> None:
    """Met het recht om te declareren staat zij in het menu; en van twee ingangen is de diepste de huidige."""
    baas = Bezoeker(app).als(straat.accordeerder)
    for adres, ingang in (("/uren/totalen", "/uren/totalen"), ("/uren/2022-W12", "/uren")):
        huidig = re.findall(r'<a [^>]*href="([^"?]+)"[^>]*aria-current="page"', baas.get(adres).text)
        assert huidig == [ingang]
    coach = straat.wereld.medewerker(straat.organisatie_id, "Alleen Coach", Recht.UREN_SCHRIJVEN)
    assert "/uren/totalen" not in Bezoeker(app).als(coach).get("/").text
    assert "/meenemen/uren-organisatie" not in Bezoeker(app).als(coach).get("/meenemen").text


def test_wie_een_tijdvak_kiest_krijgt_alleen_dat(app: Flask, straat: Straat) -> None:
    assert len(neem(app, straat.coach, "activiteiten.csv?van=2022-03-23&tot=2022-03-23")[1:]) == 1


def test_wie_alleen_schrijft_neemt_zijn_eigen_uren_mee(app: Flask, straat: Straat) -> None:
    ander = straat.wereld.medewerker(straat.organisatie_id, "Nog een Coach", Recht.UREN_SCHRIJVEN)
    assert neem(app, ander, "activiteiten.csv")[1:] == []
    kantoor = straat.wereld.medewerker(straat.organisatie_id, "Het Kantoor", Recht.DECLAREREN)
    assert len(neem(app, kantoor, "activiteiten.csv")[1:]) == 2


def test_uren_die_niet_akkoord_zijn_ziet_een_financier_ook_in_een_bestand_niet(app: Flask, straat: Straat) -> None:
    consulent = straat.wereld.financier("uwv-noord")
    assert neem(app, consulent, "activiteiten.csv")[1:] == []
    assert len(neem(app, consulent, "zaken.csv")[1:]) == 1


def test_niemand_neemt_iets_van_een_ander_mee(app: Flask, straat: Straat) -> None:
    """Elke lijst die open is voor een ander blijft leeg, op zijn eigen mensen na."""
    vreemd = straat.wereld.medewerker(straat.wereld.organisatie("Elders"), "Vreemde Vogel")
    namen = {"Mila Bakker", "Joris Smit", "Yara Öztürk", "Jo Coach", "Ank Akkoord", "Sam Collega"}
    elders = straat.wereld.financier("utrecht")
    for wie in (vreemd, elders):
        inhoud = Bezoeker(app).als(wie).get("/meenemen/alles.ods", buffered=True).data
        cellen = {tekst for rij in cellen_ods(inhoud) for _soort, tekst in rij}
        assert not cellen & namen


def test_elke_zaak_in_het_bestand_krijgt_een_regel_in_haar_logboek(app: Flask, straat: Straat) -> None:
    """Drie zaken in de lijst, drie regels; een activiteit telt de zaak maar één keer."""
    neem(app, straat.coach, "zaken.csv")
    neem(app, straat.coach, "activiteiten.csv")
    with straat.wereld.als(straat.coach) as handeling:
        doelen = sorted(handeling.sessie.scalars(select(Inzage.doel)))
    assert doelen == ["lijst meegenomen: activiteiten.csv", *["lijst meegenomen: zaken.csv"] * 3]


def test_elke_lijst_in_elke_vorm(app: Flask, straat: Straat) -> None:
    """Wie alles mag heeft elke lijst in elke vorm; van beide kanten samen zijn dat alle lijsten."""
    gehad = set()
    for wie in (straat.accordeerder, straat.wereld.financier("staphorst")):
        with straat.wereld.als(wie) as handeling:
            open_ = [een.naam for een in lijsten_voor(handeling)]
        bezoeker = Bezoeker(app).als(wie)
        for naam in open_:
            for soort in ("csv", "xlsx", "ods"):
                assert bezoeker.get(f"/meenemen/{naam}.{soort}", buffered=True).status_code == 200, f"{naam}.{soort}"
            assert bezoeker.get(f"/meenemen/{naam}.zip").status_code == 404
        assert bezoeker.get("/meenemen/alles.zip", buffered=True).status_code == 200
        gehad |= set(open_)
    assert gehad == set(LIJSTEN) - {een.naam for een in VAN_EEN_ZAAK}


def test_wat_wacht_op_akkoord_gaat_mee_en_daarna_wat_akkoord_is(app: Flask, straat: Straat) -> None:
    """Alleen voor wie accordeert, en alleen de uren die aan hem zijn."""
    for week in (date(2022, 3, 14), date(2022, 3, 21)):
        straat.doe(sluit, Week(week))
    kop, *wacht = neem(app, straat.accordeerder, "te-accorderen.csv")
    assert [
        (een["Jobcoach"], een["Minuten"], een["Stand"]) for een in (dict(zip(kop, rij, strict=True)) for rij in wacht)
    ] == [
        ("Jo Coach", "90", "Te accorderen"),
        ("Jo Coach", "45", "Te accorderen"),
    ]
    assert neem(app, straat.collega, "te-accorderen.csv") == [kop]
    straat.doe(accordeer, straat.aangewezen()[:1], als=straat.accordeerder)
    _kop, akkoord = neem(app, straat.accordeerder, "te-accorderen.csv?stand=geaccordeerd")
    assert akkoord[-2:] == ["Geaccordeerd, te declareren", "Ank Akkoord"]
    bezoeker = Bezoeker(app).als(straat.accordeerder)
    for adres, stand in (("/accorderen", ""), ("/accorderen/akkoord", "?stand=geaccordeerd")):
        assert f"/meenemen/te-accorderen.ods{stand}" in bezoeker.get(adres).text


def test_bij_een_periode_staat_ook_haar_bedrag_en_wie_er_zolang_accordeert(app: Flask, straat: Straat) -> None:
    """Een gemeente kent euro's toe; en wie er deze week akkoord geeft is niet altijd de vaste tweede."""
    wie, waarnemer = straat.accordeerder.lidmaatschap_id, straat.collega.lidmaatschap_id
    assert wie is not None
    plan = Plan(Daad.DELEGEREN, wie, waarnemer, date(2022, 4, 1))
    straat.doe(voer_uit, plan, straat.doe(voorstel, plan, als=straat.collega).stand, als=straat.collega)
    with straat.wereld.bouw(straat.coach) as sessie:
        periode = sessie.get(Jobcoachperiode, (straat.zaken[2].tenant_id, straat.zaken[2].periode_id))
        assert periode is not None
        periode.uren, periode.bedrag = None, Bedrag(3441_90)
    kop, *regels = neem(app, straat.accordeerder, "perioden.csv")
    rijen = {regel[kop.index("Financier")]: dict(zip(kop, regel, strict=True)) for regel in regels}
    assert (rijen["Staphorst"]["Toegekende uren"], rijen["Staphorst"]["Toegekend bedrag"]) == ("", "3441,90")
    assert {een["Gedelegeerd aan"] for een in rijen.values()} == {"Sam Collega"}
    assert {een["Gedelegeerd tot en met"] for een in rijen.values()} == {"01-04-2022"}


def test_zonder_recht_geen_bestand(app: Flask, straat: Straat) -> None:
    coach = straat.wereld.medewerker(straat.organisatie_id, "Alleen Coach", Recht.UREN_SCHRIJVEN)
    bezoeker = Bezoeker(app).als(coach)
    for dicht in (
        "medewerkers",
        "betalingen",
        "declaraties",
        "perioden",
        "onderhanden-werk",
        "erkenningen",
        "archief",
        "uren-organisatie",
    ):
        assert bezoeker.get(f"/meenemen/{dicht}.csv").status_code == 403, dicht
    assert bezoeker.get("/meenemen/bestaat-niet.csv").status_code == 404
    tekst = bezoeker.get("/meenemen").text
    assert "activiteiten.xlsx" in tekst
    assert "medewerkers.xlsx" not in tekst


def test_een_financier_zonder_geld_ziet_geen_betalingen(app: Flask, straat: Straat) -> None:
    consulent = straat.wereld.financier("staphorst", "Alleen Consulent", Rol.WERKCONSULENT)
    tekst = Bezoeker(app).als(consulent).get("/meenemen").text
    assert "zaken.csv" in tekst
    assert "betalingen.csv" not in tekst


def test_een_lange_lijst_komt_helemaal_mee(app: Flask, straat: Straat, monkeypatch: pytest.MonkeyPatch) -> None:
    """Er wordt in stappen gelezen; aan de grens van een stap valt niets weg en staat niets dubbel."""
    for nummer in range(7):
        straat.wereld.zaak("staphorst", straat.organisatie_id, f"Client {nummer}")
    for stap in (3, 5, 10):
        monkeypatch.setattr("dakpan.loket.uitvoer.zaken.PER_KEER", stap)
        regels = neem(app, straat.coach, "zaken.csv")[1:]
        assert len({regel[0] for regel in regels}) == len(regels) == 10


def test_wie_schrijft_wacht_niet_op_een_bestand_dat_nog_wordt_gemaakt(
    app: Flask, straat: Straat, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Halverwege het bestand schrijft een coach zijn uren; die staan er meteen, en niet meer in het bestand."""
    uren, duur = LIJSTEN["activiteiten"], []

    def halverwege(handeling: Handeling, velden: Mapping[str, str]) -> Iterator[Regel]:
        regels = uren.regels(handeling, velden)
        yield next(regels)
        begin = perf_counter()
        straat.schrijf(werk(straat.klanten[1], datum=date(2022, 3, 24), minuten=30))
        duur.append(perf_counter() - begin)
        yield from regels

    monkeypatch.setitem(LIJSTEN, "activiteiten", replace(uren, regels=halverwege))
    assert len(neem(app, straat.accordeerder, "activiteiten.csv")[1:]) == 2
    assert duur[0] < 2
    monkeypatch.undo()
    assert len(neem(app, straat.accordeerder, "activiteiten.csv")[1:]) == 3


def test_een_lijst_die_iets_schrijft_geeft_geen_bestand_en_geen_spoor(
    app: Flask, straat: Straat, monkeypatch: pytest.MonkeyPatch
) -> None:
    zaken = LIJSTEN["zaken"]

    def schrijft(handeling: Handeling, velden: Mapping[str, str]) -> Iterator[Regel]:
        handeling.sessie.scalars(select(Zaak)).first().nummer = "Z-anders"  # type: ignore[union-attr]
        yield from zaken.regels(handeling, velden)

    monkeypatch.setitem(LIJSTEN, "zaken", replace(zaken, regels=schrijft))
    antwoord = Bezoeker(app).als(straat.coach).get("/meenemen/zaken.csv", buffered=True)
    assert (antwoord.status_code, "Content-Disposition" in antwoord.headers) == (500, False)
    with straat.wereld.als(straat.coach) as handeling:
        assert handeling.sessie.scalars(select(Inzage.doel)).all() == []
        assert "Z-anders" not in handeling.sessie.scalars(select(Zaak.nummer)).all()
