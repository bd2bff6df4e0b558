"""Alles meenemen met een knop: dezelfde zip als op de opdrachtregel, voor wie het huis beheert, met een spoor."""

from io import BytesIO
from zipfile import ZipFile

import pytest
from flask import Flask
from sqlalchemy import select
from tests.hulp.bezoeker import Bezoeker
from tests.hulp.bouw import Wereld
from tests.uren.straat import Straat, werk

from dakpan.opslag.alles import soorten
from dakpan.opslag.sporen import Inzage
from dakpan.opslag.vrager import Vrager
from dakpan.partijen.rechten import Recht, Rol

BEHEER, ADRES = "Bo Beheer", "/meenemen/alles"


@pytest.fixture
def straat(wereld: Wereld) -> Straat:
    gemaakt = Straat.maak(wereld)
    gemaakt.schrijf(werk(gemaakt.klanten[0], beoogd="=Zelf groeten"))
    return gemaakt


def neem_alles(app: Flask, wie: Vrager) -> dict[str, str]:
    """Wat er in elk bestand van de zip staat."""
    bezoeker = Bezoeker(app).als(wie)
    assert "Neem alles mee" in bezoeker.get("/meenemen").text
    antwoord = bezoeker.post(ADRES, buffered=True)
    assert (antwoord.status_code, antwoord.mimetype) == (200, "application/zip")
    with ZipFile(BytesIO(antwoord.data)) as zip_:
        return {naam: zip_.read(naam).decode("utf-8-sig") for naam in zip_.namelist()}


def test_wie_de_organisatie_beheert_krijgt_elke_tabel_en_laat_een_spoor_na(app: Flask, straat: Straat) -> None:
    """Drie zaken: drie regels in hun logboek, en op de pagina staat wie het deed."""
    beheer = straat.wereld.medewerker(straat.organisatie_id, BEHEER, Recht.MEDEWERKERS_BEHEREN)
    inhoud = neem_alles(app, beheer)
    leesmij = inhoud.pop("leesmij.txt")
    assert "- zaak: 3\n" in leesmij
    assert "vordering" in leesmij.partition("Zonder rijen: ")[2]
    assert set(inhoud) == {f"tabellen/{een.__tablename__}.csv" for een in soorten()}
    assert "staat er een apostrof voor" in leesmij
    assert ";'=Zelf groeten;" in inhoud["tabellen/activiteit.csv"]
    assert "Mila;Bakker" in inhoud["tabellen/persoon.csv"]
    alles = "\n".join(inhoud.values())
    assert not [wat for wat in ("bsn_cijfer", "bsn_zoek", "wachtwoord", "geheim") if wat in alles]
    with straat.wereld.als(straat.coach) as handeling:
        sporen = handeling.sessie.scalars(select(Inzage).where(Inzage.doel == "alles meegenomen")).all()
        assert [een.door for een in sporen] == [BEHEER] * 3
        assert len({een.zaak_id for een in sporen}) == 3
    pagina = Bezoeker(app).als(beheer).get("/meenemen").text
    assert "Eerder meegenomen" in pagina
    assert BEHEER in pagina[pagina.index("Eerder meegenomen") :]


def test_van_een_ander_zit_er_niets_in(app: Flask, straat: Straat) -> None:
    """Een andere organisatie en een andere financier nemen niets van deze mee, en zien niet wie het eerder deed."""
    neem_alles(app, straat.wereld.medewerker(straat.organisatie_id, BEHEER, Recht.MEDEWERKERS_BEHEREN))
    vreemd = straat.wereld.medewerker(straat.wereld.organisatie("Elders"), "Vreemde Vogel")
    elders = straat.wereld.financier("utrecht", "Ufo", Rol.FUNCTIONEEL_BEHEERDER)
    for wie in (vreemd, elders):
        alles = "\n".join(neem_alles(app, wie).values())
        assert not [naam for naam in ("Bakker", "Smit", "Öztürk", BEHEER) if naam in alles]


def test_de_financier_neemt_mee_wat_van_hem_is(app: Flask, straat: Straat) -> None:
    """De functioneel beheerder van UWV Noord: de ene zaak van dat kantoor, en geen certificaat van een organisatie."""
    beheer = straat.wereld.financier("uwv-noord", "Fien", Rol.FUNCTIONEEL_BEHEERDER)
    inhoud = neem_alles(app, beheer)
    assert len(inhoud["tabellen/zaak.csv"].splitlines()) == 2
    assert len(inhoud["tabellen/certificaat.csv"].splitlines()) == 1


def test_alleen_wie_beheert_en_alleen_met_een_druk_op_de_knop(app: Flask, straat: Straat) -> None:
    for wie in (
        straat.wereld.medewerker(straat.organisatie_id, "Alleen Coach", Recht.UREN_SCHRIJVEN, Recht.DECLAREREN),
        straat.wereld.financier("uwv-noord", "Alleen Geld", Rol.FINANCIEEL, Rol.BESLISSER),
    ):
        bezoeker = Bezoeker(app).als(wie)
        assert "Neem alles mee" not in bezoeker.get("/meenemen").text
        assert bezoeker.post(ADRES).status_code == 403
    beheer = Bezoeker(app).als(straat.wereld.medewerker(straat.organisatie_id, BEHEER))
    assert beheer.get(ADRES).status_code == 405
    zonder_geheim = beheer.client.post(ADRES)
    assert zonder_geheim.status_code == 400
    with straat.wereld.als(straat.coach) as handeling:
        assert handeling.sessie.scalars(select(Inzage).where(Inzage.doel == "alles meegenomen")).all() == []
