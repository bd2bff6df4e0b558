"""Van één zaak gaat mee wat op haar pagina's staat: met dagen als dagen, en alleen voor wie het daar leest."""

import re
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest
from flask import Flask
from sqlalchemy import select
from tests.hulp.bezoeker import Bezoeker
from tests.hulp.bouw import Wereld
from tests.uren.straat import WEEK_12, Straat
from tests.web.uitvoer.test_vormen import cellen_ods, cellen_xlsx, lees_csv

from dakpan.dossier.gesprek import ongelezen, zeg
from dakpan.dossier.notities import schrijf
from dakpan.dossier.zaken import haal_zaak
from dakpan.loket.uitvoer.van_zaak.lijsten import VAN_EEN_ZAAK
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.sporen import Inzage
from dakpan.opslag.vrager import Vrager
from dakpan.partijen.rechten import Recht, Rol
from dakpan.plan.aanspreekpunten import wijs_aan
from dakpan.plan.overdracht import Aanspreeksoort
from dakpan.uren.afspraken.vastleggen import leg_afspraak_vast


@pytest.fixture
def straat(wereld: Wereld) -> Straat:
    """Bij de zaak van Mila staat een afspraak, een aanspreekpunt, een vraag, een notitie en een telefoonnotitie."""
    gemaakt = Straat.maak(wereld)

    def vul(handeling: Handeling) -> None:
        zaak = haal_zaak(handeling, gemaakt.zaken[0].tenant_id, gemaakt.zaken[0].zaak_id)
        leg_afspraak_vast(handeling, zaak, "Tess Kolk", WEEK_12, "=Samen reizen telt")
        lid = gemaakt.coach.lidmaatschap_id
        assert lid is not None
        wijs_aan(handeling, zaak, Aanspreeksoort.COORDINATOR, lid, van=date(2022, 3, 14))
        zeg(handeling, zaak, "Is het contract\ngoed leesbaar?")
        schrijf(handeling, zaak, "@Morgen bellen")
        schrijf(handeling, zaak, "Zij belt terug", met="Ria Meel")

    gemaakt.doe(vul)
    return gemaakt


def zoek(straat: Straat) -> str:
    return f"financier={straat.zaken[0].tenant_id}&zaak={straat.zaken[0].zaak_id}"


def pagina(straat: Straat) -> str:
    return f"/zaken/{straat.zaken[0].tenant_id}/{straat.zaken[0].zaak_id}"


def neem(app: Flask, wie: Vrager, straat: Straat, naam: str) -> list[dict[str, str]]:
    antwoord = Bezoeker(app).als(wie).get(f"/meenemen/{naam}.csv?{zoek(straat)}", buffered=True)
    assert antwoord.status_code == 200, naam
    kop, *regels = lees_csv(antwoord.data)
    return [dict(zip(kop, regel, strict=True)) for regel in regels]


def test_wat_op_de_paginas_staat_gaat_mee(app: Flask, straat: Straat) -> None:
    (afspraak,) = neem(app, straat.coach, straat, "afspraken")
    assert [afspraak[een] for een in ("Afgesproken op", "Met", "Wat er is afgesproken", "Vastgelegd door")] == [
        *("22-03-2022", "Tess Kolk", "'=Samen reizen telt", "Jo Coach")
    ]
    (punt,) = neem(app, straat.coach, straat, "aanspreekpunten")
    assert list(punt.values()) == ["Coördinator", "Jo Coach", "14-03-2022", ""]
    (vraag,) = neem(app, straat.coach, straat, "vragen")
    assert [vraag["Namens"], vraag["Bericht"], vraag["Bijlage"]] == [
        *("Jobcoachbureau De Stap", "Is het contract\ngoed leesbaar?", "")
    ]
    notities = neem(app, straat.coach, straat, "notities")
    assert [(een["Telefoongesprek met"], een["Notitie"]) for een in notities] == [
        *(("Ria Meel", "Zij belt terug"), ("", "'@Morgen bellen"))
    ]
    (periode,) = neem(app, straat.coach, straat, "perioden-van-zaak")
    assert (periode["Begin"], periode["Jobcoach"], periode["Accordeerders"]) == (
        "14-03-2022",
        "Jo Coach",
        "Ank Akkoord",
    )


def test_een_dag_is_een_dag_en_een_tekst_nooit_een_formule(app: Flask, straat: Straat) -> None:
    """22-03-2022 is dag 44.642 van Excel: 17-02-2022 is 44.609, en 33 dagen later is het 22 maart."""
    coach = Bezoeker(app).als(straat.coach)
    ods = cellen_ods(coach.get(f"/meenemen/afspraken.ods?{zoek(straat)}", buffered=True).data)
    assert ods[1][0] == ("date", "2022-03-22")
    assert ods[1][2] == ("string", "=Samen reizen telt")
    xlsx = cellen_xlsx(coach.get(f"/meenemen/afspraken.xlsx?{zoek(straat)}", buffered=True).data)
    assert xlsx[1]["A"] == (None, "44642")
    assert xlsx[1]["C"][0] in {"s", "inlineStr"}


def test_de_ander_leest_wat_gedeeld_is_en_nooit_een_notitie(app: Flask, straat: Straat) -> None:
    consulent = straat.wereld.financier("uwv-noord")
    assert len(neem(app, consulent, straat, "vragen")) == 1
    assert len(neem(app, consulent, straat, "afspraken")) == 1
    assert neem(app, consulent, straat, "notities") == []


def test_meenemen_is_geen_lezen(app: Flask, straat: Straat) -> None:
    """Wie de vragen als bestand haalt ziet bij de zaak nog dat er een nieuwe is."""
    consulent = straat.wereld.financier("uwv-noord")
    neem(app, consulent, straat, "vragen")
    with straat.wereld.als(consulent) as handeling:
        zaak = haal_zaak(handeling, straat.zaken[0].tenant_id, straat.zaken[0].zaak_id)
        assert ongelezen(handeling, zaak) == 1


@pytest.mark.parametrize("naam", [een.naam for een in VAN_EEN_ZAAK if een.recht is None])
def test_van_een_zaak_die_iemand_niet_ziet_is_er_niets(app: Flask, straat: Straat, naam: str) -> None:
    vreemd = straat.wereld.medewerker(straat.wereld.organisatie("Elders"), "Vreemde Vogel")
    for wie in (vreemd, straat.wereld.financier("utrecht")):
        assert Bezoeker(app).als(wie).get(f"/meenemen/{naam}.csv?{zoek(straat)}").status_code == 404
    coach = Bezoeker(app).als(straat.coach)
    for half in ("", "?financier=uwv-noord", "?financier=uwv-noord&zaak=geen-id", f"?{zoek(straat).split('&')[1]}"):
        assert coach.get(f"/meenemen/{naam}.csv{half}").status_code == 404, half


def test_wat_een_recht_vraagt_vraagt_het_ook_als_bestand(app: Flask, straat: Straat) -> None:
    """Bij wie een zaak lag en wat beoordelaars vonden is van de financier; het logboek van wie het mag lezen."""
    dicht = {een.naam for een in VAN_EEN_ZAAK if een.recht is not None}
    assert dicht == {"adviezen", "behandeling", "hoofdlijnen"}
    alleen_beheer = straat.wereld.medewerker(straat.organisatie_id, "Bo Beheer", Recht.MEDEWERKERS_BEHEREN)
    alleen_geld = straat.wereld.financier("uwv-noord", "Alleen Geld", Rol.FUNCTIONEEL_BEHEERDER)
    vreemd = straat.wereld.financier("utrecht")
    for wie, codes in (
        (alleen_beheer, {"adviezen": 403, "behandeling": 403, "hoofdlijnen": 403}),
        (alleen_geld, {"adviezen": 200, "behandeling": 403, "hoofdlijnen": 403}),
        (vreemd, {"adviezen": 404, "behandeling": 404, "hoofdlijnen": 404}),
    ):
        bezoeker = Bezoeker(app).als(wie)
        kreeg = {
            naam: bezoeker.get(f"/meenemen/{naam}.csv?{zoek(straat)}", buffered=True).status_code for naam in codes
        }
        assert kreeg == codes


def test_een_pagina_met_alles_van_de_zaak_en_elk_bestand_werkt(app: Flask, straat: Straat) -> None:
    """Elke lijst staat er in drie vormen; samen in een zip, en in het logboek van deze ene zaak."""
    for wie in (straat.accordeerder, straat.wereld.financier("uwv-noord")):
        bezoeker = Bezoeker(app).als(wie)
        tekst = bezoeker.get(f"{pagina(straat)}/meenemen").text
        adressen = [een.replace("&amp;", "&") for een in re.findall(r'href="(/meenemen/[^"]+)" download', tekst)]
        verwacht = [een for een in VAN_EEN_ZAAK if een.recht is None or wie is not straat.accordeerder]
        assert len(adressen) == 3 * (len(verwacht) + (wie is straat.accordeerder))
        for adres in adressen:
            assert bezoeker.get(adres, buffered=True).status_code == 200, adres
        for soort in ("zip", "xlsx", "ods"):
            assert bezoeker.get(f"{pagina(straat)}/meenemen/alles.{soort}", buffered=True).status_code == 200
        assert bezoeker.get(f"{pagina(straat)}/meenemen/alles.csv").status_code == 404
    zip_ = Bezoeker(app).als(straat.coach).get(f"{pagina(straat)}/meenemen/alles.zip", buffered=True).data
    with ZipFile(BytesIO(zip_)) as bestanden:
        assert lees_csv(bestanden.read("Afspraken over uren.csv"))[1][1] == "Tess Kolk"
    with straat.wereld.als(straat.coach) as handeling:
        waar = handeling.sessie.execute(select(Inzage.zaak_id, Inzage.doel).where(Inzage.door == "Jo Coach")).all()
        assert {zaak_id for zaak_id, _doel in waar} == {straat.zaken[0].zaak_id}
        assert any(doel.startswith("lijst meegenomen: zaak ") and doel.endswith(".zip") for _zaak, doel in waar)


def test_de_pagina_van_een_ander_is_er_niet(app: Flask, straat: Straat) -> None:
    vreemd = Bezoeker(app).als(straat.wereld.financier("utrecht"))
    for adres in ("meenemen", "meenemen/alles.zip"):
        assert vreemd.get(f"{pagina(straat)}/{adres}").status_code == 404
