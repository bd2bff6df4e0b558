"""Nu is wat vandaag kan; wat pas later kan staat bij straks, met de dag vanaf wanneer."""

from datetime import date
from pathlib import Path

from flask import Flask
from sqlalchemy import Engine
from tests.betaling.dienst.loket import Loket
from tests.hulp.bezoeker import Bezoeker, Klok, open_loket
from tests.hulp.bouw import Bouwzaak, Wereld, moment
from tests.web.zaak.test_zaakpagina import adres, tekst

from dakpan.aanvraag.domain.soorten import Vorm
from dakpan.aanvraag.domain.stukken import Partij
from dakpan.begrippen.bedrag import Bedrag
from dakpan.betaling.tables import Betaalopdracht
from dakpan.dossier.domain import Zaakstap
from dakpan.opslag.vrager import Kant, Vrager
from dakpan.rapportage.domain import Rapportagevorm
from dakpan.rapportage.tables import Verslag


def plan_verslag(wereld: Wereld, zaak: Bouwzaak, uiterlijk: date) -> None:
    """Een verslag dat er op deze dag moet zijn."""
    financier = Vrager(None, "Beheer", tenant_id=zaak.tenant_id)
    with wereld.bouw(financier) as sessie:
        sessie.add(
            Verslag(
                tenant_id=zaak.tenant_id,
                organisatie_id=zaak.organisatie_id,
                kant=Kant.GEDEELD if zaak.organisatie_id else Kant.FINANCIER,
                zaak_id=zaak.zaak_id,
                periode_id=zaak.periode_id,
                vorm=Rapportagevorm.KWARTAAL,
                uiterlijk=uiterlijk,
                schriftelijk=False,
                peildatum=uiterlijk,
                bron={},
            )
        )


def test_uren_kunnen_pas_als_de_periode_begint(wereld: Wereld, zaak: Bouwzaak, jo: Vrager, coach: Bezoeker) -> None:
    assert zaak.organisatie_id is not None
    later = wereld.zaak("staphorst", zaak.organisatie_id, "Mila Bakker", begin=date(2022, 4, 1)).koppel(jo)
    coach.get("/")
    nu, straks = tekst(coach).split("Hier hoeft u nu nog niets aan te doen.")
    assert "Schrijf uren en sluit de week" not in nu
    assert "Schrijf uren en sluit de week: Mila Bakker" in straks
    assert "vanaf 01-04-2022" in straks
    coach.get(adres(later))
    gelezen = tekst(coach)
    assert "Straks vanaf 01-04-2022: Schrijf uren en sluit de week" in gelezen
    assert gelezen.index("Straks") < gelezen.index("Van aanvraag tot betaling")
    coach.get("/zaken?q=mila")
    assert "straks, vanaf 01-04-2022" in tekst(coach)


def test_een_verslag_dat_weken_later_moet_is_voor_straks(
    wereld: Wereld, zaak: Bouwzaak, jo: Vrager, coach: Bezoeker
) -> None:
    assert zaak.organisatie_id is not None
    zaak = wereld.zaak("staphorst", zaak.organisatie_id, "Mila Bakker").koppel(jo)
    plan_verslag(wereld, zaak, date(2022, 6, 1))
    coach.get(adres(zaak))
    gelezen = tekst(coach)
    assert "Dit is nu aan u Schrijf uren en sluit de week" in gelezen
    assert "Straks vanaf 04-05-2022: Schrijf de rapportage" in gelezen
    coach.get("/")
    nu, straks = tekst(coach).split("Hier hoeft u nu nog niets aan te doen.")
    assert "Schrijf het verslag over Mila Bakker" not in nu
    assert "Schrijf het verslag over Mila Bakker" in straks
    assert "uiterlijk 01-06-2022 vanaf 04-05-2022" in straks


def test_binnen_vier_weken_is_het_nu(wereld: Wereld, zaak: Bouwzaak, jo: Vrager, coach: Bezoeker) -> None:
    assert zaak.organisatie_id is not None
    zaak = wereld.zaak("staphorst", zaak.organisatie_id, "Mila Bakker").koppel(jo)
    plan_verslag(wereld, zaak, date(2022, 4, 21))
    coach.get(adres(zaak))
    assert "Straks" not in tekst(coach)
    assert "Schrijf de rapportage" in tekst(coach)


def test_een_betaling_van_later_is_voor_straks(wereld: Wereld, consulent: Bezoeker) -> None:
    zaak = wereld.zaak("staphorst", None, "Mila Bakker", tot=Zaakstap.BETALING, vorm=Vorm.INTERN)
    plan_verslag(wereld, zaak, date(2022, 3, 30))
    with wereld.bouw(Vrager(None, "Beheer", tenant_id="staphorst")) as sessie:
        sessie.add(
            Betaalopdracht(
                tenant_id="staphorst",
                kant=Kant.FINANCIER,
                zaak_id=zaak.zaak_id,
                nummer="BO-2022-00001",
                sleutel="termijn",
                aan=Partij.WERKGEVER,
                begunstigde="Bakkerij Proef",
                iban="NL91ABNA0417164300",
                bedrag=Bedrag(1290_71),
                omschrijving="termijn",
                vanaf=date(2022, 6, 1),
                klaargezet_door="Beheer",
            )
        )
    consulent.get(adres(zaak))
    gelezen = tekst(consulent)
    assert "Straks vanaf 01-06-2022: Regel de betaling" in gelezen
    consulent.get("/")
    assert "Geef 1 betaling vrij" not in tekst(consulent)


def test_de_betaling_loopt_niet_dood_zonder_oordeel(motor: Engine, sqlite_gemigreerd: str, tmp_path: Path) -> None:
    dorp = Loket.open(motor, "staphorst")
    app: Flask = open_loket(sqlite_gemigreerd, tmp_path, Klok(moment(date(2022, 8, 18))))
    zaak = dorp.zaak()
    beoordelaar = Bezoeker(app).als(dorp.beoordelaar)
    beoordelaar.get(adres(zaak, "/betaling"))
    assert "Betalen kan nog niet Eerst nog: factuur door de jobcoachorganisatie." in tekst(beoordelaar)

    dorp.rekening()
    ingediend = dorp.factureer(zaak, dorp.dien_in(zaak), "2022-1")
    pagina = beoordelaar.get(adres(zaak, "/betaling")).text
    assert "Wat er eerst moet gebeuren Beoordeel declaratie UJ-2022-00001 : aan u." in tekst(beoordelaar)
    assert f'href="{adres(zaak, f"/declaraties/{ingediend.id}")}"' in pagina
    beoordelaar.get("/")
    assert "Regel de betaling" not in tekst(beoordelaar)

    dorp.keur(zaak, ingediend)
    beoordelaar.get(adres(zaak, "/betaling"))
    assert "bij een collega die betalingen vrijgeeft" in tekst(beoordelaar)
    beoordelaar.get("/")
    assert "Geef 1 betaling vrij" not in tekst(beoordelaar)  # wie klaarzette geeft niet zelf vrij
    betaler = Bezoeker(app).als(dorp.betaler)
    betaler.get("/")
    assert "Geef 1 betaling vrij" in tekst(betaler)
    dorp.geef_alles_vrij()
    betaler.get("/")
    assert "Zet 1 betaling in een betaalbestand" in tekst(betaler)
