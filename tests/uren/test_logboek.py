"""Het logboek van een zaak: bij elkaar opgeteld en regel voor regel, ook als de periode gesloten is."""

import re
from datetime import date, time
from html import unescape

import pytest
from flask import Flask
from tests.hulp.bouw import Wereld
from tests.hulp.motoren import motor_van
from tests.uren.pagina import bezoek, opdrachten, tekst_van
from tests.uren.straat import WEEK_11, WEEK_12, Straat, werk
from tests.web.uitvoer.test_vormen import lees_csv

from dakpan.begrippen.duur import Duur
from dakpan.dossier.zaken import haal_zaak
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Vrager
from dakpan.partijen.rechten import Recht
from dakpan.plan.domain import Doel
from dakpan.uren.accorderen import accordeer
from dakpan.uren.keuzes import Werkkeuze
from dakpan.uren.logboek import Keuze, Logboek, logboek_van, perioden_van_client
from dakpan.uren.week import Week
from dakpan.uren.weken import sluit

ALLES = Keuze()
KENNISMAKEN = Werkkeuze(Doel.INTRODUCEREN, "in het bedrijf")


@pytest.fixture
def straat(sqlite_gemigreerd: str) -> Straat:
    """Week 11 is akkoord: 90 en 30 minuten kennismaken, 60 begeleiden. Week 12 wacht nog: 45 minuten."""
    gemaakt = Straat.maak(Wereld(motor_van(sqlite_gemigreerd)))
    mila = gemaakt.klanten[0]
    for uur, minuten, keuze in ((9, 90, KENNISMAKEN), (11, 30, KENNISMAKEN)):
        gemaakt.schrijf(werk(mila, datum=WEEK_11, begin=time(uur), minuten=minuten, keuze=keuze, bereikt="Gelukt"))
    gemaakt.schrijf(werk(mila, datum=WEEK_11, begin=time(13)))
    gemaakt.doe(sluit, Week.van(WEEK_11))
    gemaakt.doe(accordeer, gemaakt.aangewezen(), als=gemaakt.accordeerder)
    gemaakt.schrijf(werk(mila, datum=WEEK_12, minuten=45))
    return gemaakt


def _logboek(straat: Straat, keuze: Keuze = ALLES, als: Vrager | None = None) -> Logboek:
    def lees(handeling: Handeling) -> Logboek:
        zaak = haal_zaak(handeling, straat.zaken[0].tenant_id, straat.zaken[0].zaak_id)
        return logboek_van(handeling, zaak, keuze)

    return straat.doe(lees, als=als)  # type: ignore[no-any-return]


def test_wat_akkoord_is_telt_op_per_doel_en_activiteit(straat: Straat) -> None:
    """90 + 30 = 120 minuten kennismaken, 60 begeleiden: samen 3 uur. De 45 van week 12 wachten."""
    gelezen = _logboek(straat)
    assert next((doel, duur) for doel, duur, _delen in gelezen.per_doel) == ("De persoon introduceren", Duur(120))
    assert [(een.aantal, een.duur) for een in gelezen.opgeteld] == [(2, Duur(120)), (1, Duur(60))]
    assert (gelezen.totaal, gelezen.aantal, gelezen.wacht) == (Duur(180), 3, Duur(45))
    assert [(een.begin, een.coach, een.bereikt) for een in gelezen.regels][:1] == [(9 * 60, "Jo Coach", "Gelukt")]
    assert _logboek(straat, Keuze(van=date(2022, 3, 20))).regels == ()


def test_ook_van_een_periode_die_is_beeindigd_en_voor_de_financier(straat: Straat) -> None:
    straat.zaken[0].beeindig()
    consulent = straat.wereld.financier("uwv-noord")
    assert _logboek(straat).totaal == Duur(180)
    gelezen = _logboek(straat, als=consulent)
    assert (gelezen.totaal, gelezen.wacht) == (Duur(180), Duur(0)), "wat niet akkoord is, is niet met hem gedeeld"

    def perioden(handeling: Handeling) -> list[str]:
        zaak = haal_zaak(handeling, straat.zaken[0].tenant_id, straat.zaken[0].zaak_id)
        return [een.status.value for _zaak, van in perioden_van_client(handeling, zaak) for een in van]

    assert straat.doe(perioden, als=consulent) == ["beeindigd"]


def test_de_pagina_en_haar_uitvoer(app: Flask, straat: Straat) -> None:
    zaak = straat.zaken[0]
    coach = bezoek(app, straat.coach)
    with opdrachten() as gegaan:
        coach.get(f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}/logboek")
    assert "3:00 uur in 3 activiteiten" in tekst_van(coach)
    assert "Nog niet akkoord: 0:45 uur" in tekst_van(coach)
    assert len(gegaan) < 25
    mee = coach.get(f"/meenemen/activiteiten.csv?zaak={zaak.zaak_id}&periode={zaak.periode_id}", buffered=True)
    assert len(mee.data.decode("utf-8-sig").splitlines()) == 1 + 4
    ander = coach.get(f"/meenemen/activiteiten.csv?zaak={straat.zaken[1].zaak_id}", buffered=True)
    assert len(ander.data.decode("utf-8-sig").splitlines()) == 1
    coach.get(f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}/logboek?van=2022-03-20")
    assert "Geen uren in deze keuze" in tekst_van(coach)
    zonder = straat.wereld.medewerker(straat.organisatie_id, "Zonder Recht", "archief_inzien")
    assert bezoek(app, zonder).get(f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}/logboek").status_code == 403


def test_het_opgetelde_gaat_mee_en_wie_alleen_accordeert_krijgt_geen_dichte_deur(app: Flask, straat: Straat) -> None:
    """Kennismaken 120 minuten in twee keer, begeleiden 60 in een keer; de 45 die wachten staan er niet bij."""
    alleen = straat.wereld.medewerker(straat.organisatie_id, "Alleen Akkoord", Recht.UREN_ACCORDEREN)
    zaak = straat.zaken[0]
    pagina = bezoek(app, alleen).get(f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}/logboek").text
    links = re.findall(r'href="(/meenemen/[^"]+)"', pagina)
    adressen = [een for een in links if een.startswith("/meenemen/activiteitenoverzicht.")]
    # Het overzicht en de perioden in drie vormen; elke activiteit is niet aan hem.
    assert (len(adressen), len(links)) == (3, 6)
    for adres in links:
        assert bezoek(app, alleen).get(unescape(adres), buffered=True).status_code == 200, adres
    _kop, *regels = lees_csv(bezoek(app, alleen).get(unescape(adressen[0]), buffered=True).data)
    assert [(een[3], een[5], een[6], een[7]) for een in regels] == [
        ("De persoon introduceren", "2", "120", "2:00"),
        ("De persoon begeleiden op het werk (afspraken maken en bewaken)", "1", "60", "1:00"),
    ]
    # Zonder gekozen zaak telt voor wie schrijft alleen het eigen werk, en voor wie alles ziet alles.
    for wie, aantal in ((straat.collega, 2), (straat.coach, 2), (alleen, 0)):
        alle = bezoek(app, wie).get("/meenemen/activiteitenoverzicht.csv", buffered=True).data
        assert len(lees_csv(alle)) == aantal + 1
