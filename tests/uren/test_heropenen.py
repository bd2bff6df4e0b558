"""Een financier laat een week heropenen: vier weken terug, met een reden, en zonder in de week te kijken."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from tests.hulp.bouw import Wereld
from tests.hulp.motoren import motor_van
from tests.uren.pagina import bezoek, open_straat, tekst_van
from tests.uren.straat import VANDAAG, WEEK_11, Straat, statussen, werk

from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.zaken import haal_zaak
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import GeenRecht, NietGevonden
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.sporen import Geschiedenis, Soortwijziging
from dakpan.opslag.vrager import Vrager
from dakpan.partijen.rechten import Rol
from dakpan.uren.accorderen import accordeer, stuur_terug
from dakpan.uren.heropenen import Akkoordweek, heropenbaar, sta_heropenen_toe, trek_toestemming_in, verleend
from dakpan.uren.schrijven import verwijder
from dakpan.uren.tables import Activiteit, Heropening
from dakpan.uren.toestanden import Urenstatus
from dakpan.uren.week import Week
from dakpan.uren.weken import heropen, sluit, weekstand
from dakpan.wandeling.werkvoorraad import werkvoorraad

W11 = Week.van(WEEK_11)


def _maak_akkoord(straat: Straat, *nummers: int) -> Straat:
    """Een gesloten week 11 met een uur bij deze cliënten, alles akkoord."""
    for nummer in nummers:
        straat.schrijf(werk(straat.klanten[nummer], datum=WEEK_11))
    straat.doe(sluit, W11)
    straat.doe(accordeer, straat.aangewezen(), als=straat.accordeerder)
    return straat


def _weken(straat: Straat, wie: Vrager, nummer: int = 0, op: date | None = None) -> tuple[Akkoordweek, ...]:
    zaak = straat.zaken[nummer]

    def kijk(handeling: Handeling) -> tuple[Akkoordweek, ...]:
        return heropenbaar(handeling, haal_zaak(handeling, zaak.tenant_id, zaak.zaak_id))

    weken: tuple[Akkoordweek, ...] = straat.doe(kijk, als=wie, op=op)
    return weken


def _sta_toe(straat: Straat, wie: Vrager, code: str, reden: str, nummer: int = 0, op: date | None = None) -> None:
    zaak = straat.zaken[nummer]

    def doe(handeling: Handeling) -> Heropening:
        return sta_heropenen_toe(handeling, haal_zaak(handeling, zaak.tenant_id, zaak.zaak_id), code, reden)

    straat.doe(doe, als=wie, op=op)


@pytest.fixture
def beslisser(straat: Straat) -> Vrager:
    return straat.wereld.financier("uwv-noord", "Bea Beslisser", Rol.BESLISSER)


def test_met_toestemming_gaat_een_akkoorde_week_weer_open(straat: Straat, beslisser: Vrager) -> None:
    _maak_akkoord(straat, 0)
    (week,) = _weken(straat, beslisser)
    assert (week.week, week.coach, str(week.duur), week.toegestaan) == (W11, "Jo Coach", "1:00", False)
    _sta_toe(straat, beslisser, week.code, "De begintijd klopt niet")

    assert straat.doe(weekstand, W11).toegestaan == (("UWV Noord", "De begintijd klopt niet"),)
    assert straat.doe(weekstand, W11).kan_heropenen
    straat.doe(heropen, W11)
    (rij,) = straat.uren()
    assert (rij.status, rij.kant, rij.geaccordeerd_door) == ("voorraad", "organisatie", None)
    assert straat.uren(beslisser) == []

    # De toestemming geldt voor één keer.
    straat.doe(sluit, W11)
    straat.doe(accordeer, straat.aangewezen(), als=straat.accordeerder)
    with pytest.raises(KanNiet, match="akkoord eerst intrekken"):
        straat.doe(heropen, W11)


def test_toestemming_van_de_een_opent_zijn_regels_en_niet_wat_bij_de_ander_akkoord_is(
    straat: Straat, beslisser: Vrager
) -> None:
    """Een coach met drie financiers: elke financier gaat over zijn eigen regels, niet over de hele week."""
    _maak_akkoord(straat, 0, 2)
    with pytest.raises(KanNiet, match="akkoord eerst intrekken"):
        straat.doe(heropen, W11)
    _sta_toe(straat, beslisser, _weken(straat, beslisser)[0].code, "Dubbel geschreven")
    with straat.wereld.als(straat.coach) as handeling:
        assert [een.reden for een in werkvoorraad(handeling).te_heropenen] == ["Dubbel geschreven"]
    stand = straat.doe(weekstand, W11)
    assert (stand.kan_heropenen, [str(een) for een in stand.vast.values()]) == (True, ["1:00"])

    straat.doe(heropen, W11)
    assert {rij.tenant_id: rij.status for rij in straat.uren()} == {
        straat.zaken[0].tenant_id: "voorraad",
        straat.zaken[2].tenant_id: "geaccordeerd",
    }
    straat.doe(sluit, W11)
    assert sorted(statussen(straat.uren())) == ["geaccordeerd", "te_accorderen"]


def test_toestemming_telt_ook_als_de_week_al_open_ging(straat: Straat, beslisser: Vrager) -> None:
    """De accordeerder stuurde een andere regel terug, dus de week is open; de akkoorde regel zat nog vast."""
    for nummer in (0, 2):
        straat.schrijf(werk(straat.klanten[nummer], datum=WEEK_11))
    straat.doe(sluit, W11)
    eerste, tweede = straat.aangewezen()
    straat.doe(accordeer, [eerste], als=straat.accordeerder)
    straat.doe(stuur_terug, [tweede], "Klopt niet", als=straat.accordeerder)
    zaak = next(nr for nr in (0, 2) if straat.zaken[nr].tenant_id == eerste.tenant_id)
    ander = straat.wereld.financier(eerste.tenant_id, "Wie het mag")
    _sta_toe(straat, ander, _weken(straat, ander, zaak)[0].code, "Toch anders", zaak)
    assert straat.doe(weekstand, W11).kan_heropenen
    straat.doe(heropen, W11)
    assert statussen(straat.uren()) == ["voorraad"] * 2


def test_wat_gedeclareerd_is_gaat_niet_meer_open(straat: Straat, beslisser: Vrager) -> None:
    _maak_akkoord(straat, 0)
    code = _weken(straat, beslisser)[0].code
    _sta_toe(straat, beslisser, code, "Toch nog")
    with straat.wereld.bouw(straat.coach) as sessie:
        sessie.scalars(select(Activiteit)).one().status = Urenstatus.GEDECLAREERD
    with pytest.raises(KanNiet):
        straat.doe(heropen, W11)


def test_na_het_einde_gaat_geen_akkoord_uur_meer_open(straat: Straat, beslisser: Vrager) -> None:
    """Wat dan opengaat wordt nooit meer akkoord, en komt dus op geen einddeclaratie."""
    _maak_akkoord(straat, 0)
    code = _weken(straat, beslisser)[0].code
    _sta_toe(straat, beslisser, code, "Toch nog")
    straat.zaken[0].beeindig()

    stand = straat.doe(weekstand, W11)
    assert (stand.toegestaan, stand.te_openen, stand.kan_heropenen) == ((), False, False)
    with pytest.raises(KanNiet):
        straat.doe(heropen, W11)
    assert statussen(straat.uren()) == ["geaccordeerd"]
    assert straat.doe(werkvoorraad).te_heropenen == ()
    assert _weken(straat, beslisser) == ()
    with pytest.raises(InvoerFout, match="na het einde"):
        _sta_toe(straat, beslisser, code, "Nog een keer")


def test_een_groep_waarvan_de_ander_al_declareerde_zegt_wat_er_dan_kan(straat: Straat, beslisser: Vrager) -> None:
    """Een akkoord is in te trekken, een declaratie niet: dan helpt die raad niet."""
    deze = straat.schrijf(werk(*straat.klanten[:2], datum=WEEK_11)).activiteiten[0]
    straat.doe(sluit, W11)
    straat.doe(accordeer, straat.aangewezen(), als=straat.accordeerder)
    _sta_toe(straat, beslisser, _weken(straat, beslisser)[0].code, "De tijd klopt niet")
    straat.doe(heropen, W11)
    with pytest.raises(KanNiet, match="akkoord eerst intrekken"):
        straat.doe(verwijder, deze.tenant_id, deze.id, None)
    with straat.wereld.bouw(straat.coach) as sessie:
        ander = sessie.scalars(select(Activiteit).where(Activiteit.status == Urenstatus.GEACCORDEERD)).one()
        ander.status = Urenstatus.GEDECLAREERD
    with pytest.raises(KanNiet, match="declaratie terug te vragen"):
        straat.doe(verwijder, deze.tenant_id, deze.id, None)
    assert len(straat.uren()) == 2


@pytest.mark.parametrize(("weken", "goed"), [(4, True), (5, False)])
def test_ten_hoogste_vier_weken_terug(straat: Straat, beslisser: Vrager, weken: int, goed: bool) -> None:
    _maak_akkoord(straat, 0)
    code = _weken(straat, beslisser)[0].code
    later = W11.begin + timedelta(weeks=weken, days=6)
    assert bool(_weken(straat, beslisser, op=later)) is goed
    if not goed:
        with pytest.raises(InvoerFout, match="verder terug dan 4 weken"):
            _sta_toe(straat, beslisser, code, "Te laat ontdekt", op=later)


def test_een_week_en_een_reden_zijn_nodig_en_een_keer_is_genoeg(straat: Straat, beslisser: Vrager) -> None:
    _maak_akkoord(straat, 0)
    code = _weken(straat, beslisser)[0].code
    with pytest.raises(InvoerFout) as gevangen:
        _sta_toe(straat, beslisser, "2022-W11/niemand", "  ")
    assert [een.veld for een in gevangen.value.fouten] == ["week", "reden"]

    _sta_toe(straat, beslisser, code, "Eén keer")
    assert [een.toegestaan for een in _weken(straat, beslisser)] == [True]
    with pytest.raises(KanNiet, match="al toestemming"):
        _sta_toe(straat, beslisser, code, "Nog eens")


def _trek_in(straat: Straat, wie: Vrager, code: str, nummer: int = 0) -> None:
    zaak = straat.zaken[nummer]

    def doe(handeling: Handeling) -> None:
        trek_toestemming_in(handeling, haal_zaak(handeling, zaak.tenant_id, zaak.zaak_id), code)

    straat.doe(doe, als=wie)


def test_wat_niet_is_gebruikt_gaat_terug_en_staat_in_de_geschiedenis(straat: Straat, beslisser: Vrager) -> None:
    _maak_akkoord(straat, 0, 2)
    code = _weken(straat, beslisser)[0].code
    _sta_toe(straat, beslisser, code, "Verkeerde week gekozen")
    with pytest.raises(NietGevonden):
        _trek_in(straat, straat.wereld.financier(straat.zaken[2].tenant_id, "Elders", Rol.BESLISSER), code, 2)
    with pytest.raises(GeenRecht):
        _trek_in(straat, straat.coach, code)
    _trek_in(straat, beslisser, code)
    assert not straat.doe(weekstand, W11).kan_heropenen
    with pytest.raises(KanNiet, match="akkoord eerst intrekken"):
        straat.doe(heropen, W11)
    with straat.wereld.als(beslisser) as handeling:
        zaak = haal_zaak(handeling, straat.zaken[0].tenant_id, straat.zaken[0].zaak_id)
        assert verleend(handeling, zaak) == ()
        weg = select(Geschiedenis).where(Geschiedenis.soort == Soortwijziging.VERWIJDERD)
        assert [een.tabel for een in handeling.sessie.scalars(weg)] == ["heropening"]
    with pytest.raises(NietGevonden):
        _trek_in(straat, beslisser, code)


def test_wat_de_coach_al_gebruikte_gaat_niet_meer_terug(straat: Straat, beslisser: Vrager) -> None:
    _maak_akkoord(straat, 0)
    code = _weken(straat, beslisser)[0].code
    _sta_toe(straat, beslisser, code, "Verkeerde dag")
    straat.doe(heropen, W11)
    with pytest.raises(KanNiet, match="heropende deze week al"):
        _trek_in(straat, beslisser, code)


def test_alleen_een_financier_met_dit_recht(straat: Straat) -> None:
    _maak_akkoord(straat, 0)
    for wie in (straat.coach, straat.wereld.financier("uwv-noord", "Fien", Rol.FINANCIEEL)):
        with pytest.raises(GeenRecht):
            _weken(straat, wie)


def test_uren_van_een_open_week_verraadt_de_lijst_niet(straat: Straat, beslisser: Vrager) -> None:
    straat.schrijf(werk(straat.klanten[0], datum=VANDAAG))
    assert _weken(straat, beslisser) == ()


def test_de_pagina_van_de_financier_en_wat_de_coach_dan_leest(sqlite_gemigreerd: str, tmp_path: Path) -> None:
    straat = _maak_akkoord(Straat.maak(Wereld(motor_van(sqlite_gemigreerd))), 0)
    app = open_straat(straat, tmp_path)
    bea = bezoek(app, straat.wereld.financier("uwv-noord", "Bea Beslisser", Rol.BESLISSER))
    adres = f"/zaken/uwv-noord/{straat.zaken[0].zaak_id}/weken"
    assert adres in bea.get(adres.removesuffix("/weken")).text
    bea.get(adres)
    assert "Week 11 van 2022, Jo Coach, 1:00 akkoord" in tekst_van(bea)
    assert bea.post(adres, {"week": "", "reden": ""}).status_code == 422
    assert "2 antwoorden kloppen nog niet" in tekst_van(bea)
    code = f"2022-W11/{straat.coach.lidmaatschap_id}"
    bea.post(adres, {"week": code, "reden": "Verkeerde dag"}, follow_redirects=True)
    assert "De toestemming ligt er" in tekst_van(bea)
    bea.get(adres)
    assert bea.post(adres, {"week": code, "reden": "Nog eens"}).status_code in {400, 409}
    bea.get(adres)
    bea.post(f"{adres}/intrekken", {"week": code}, follow_redirects=True)
    assert "De toestemming is ingetrokken" in tekst_van(bea)
    assert "De toestemming ligt er" not in tekst_van(bea)
    bea.get(adres)
    bea.post(adres, {"week": code, "reden": "Verkeerde dag"}, follow_redirects=True)

    coach = bezoek(app, straat.coach)
    openen = re.findall(r'action="(/berichten/uwv-noord/[^"]+/openen)"', coach.get("/berichten").text)
    assert "u mag de week heropenen" in tekst_van(coach)
    assert coach.post(openen[0], coach.verborgen).location == "/uren/2022-W11"
    coach.get("/uren/2022-W11")
    assert "UWV Noord staat toe dat deze week opengaat: Verkeerde dag" in tekst_van(coach)
    coach.post("/uren/2022-W11/heropenen", follow_redirects=True)
    assert "De week is weer open" in tekst_van(coach)
    assert coach.get(adres).status_code == 403
    bea.get(adres.removesuffix("/weken"))
    bea.post(f"{adres}/intrekken", {"week": code}, follow_redirects=True)
    assert "intrekken kan niet meer" in tekst_van(bea)
