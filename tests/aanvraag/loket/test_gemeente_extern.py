"""Reis 10: van aanvraag door de werkconsulent tot opdracht, met de cijfers van de uitvoeringsregels."""

from datetime import date

import pytest
from tests.aanvraag.loket.antwoorden import GEMEENTE, met
from tests.aanvraag.loket.balie import Loket

from dakpan.aanvraag.beoordelen import adviezen
from dakpan.aanvraag.tables import Besluitsoort
from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.tables import Zaakstatus
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.vrager import Kant
from dakpan.plan.offertes import laatste_offerte
from dakpan.plan.opdracht import geef_opdracht
from dakpan.plan.perioden import perioden_van
from dakpan.wandeling.besluiten import besluit, voorstel


def test_de_hele_weg_tot_opdracht(loket: Loket) -> None:
    zaak = loket.gemeentezaak().tot_offerte(uren="36.00", tarief="95.45").tot_advies(loket.consulent)
    van_regels = zaak.doe(loket.consulent, voorstel)
    assert van_regels.toets.omvang.plafond == Bedrag(3_441_90)
    assert van_regels.toets.omvang.maximum_uren.iso == "36.05"
    # 36 × 95,45 = 3.436,20: minder dan het plafond van 3.441,90
    assert van_regels.bedrag == Bedrag(3_436_20)
    genomen = zaak.doe(loket.consulent, besluit, {"soort": "toegekend"})
    assert (genomen.soort, genomen.bedrag, genomen.afwijkend) == (Besluitsoort.TOEGEKEND, Bedrag(3_436_20), False)
    assert (genomen.regelset, genomen.peildatum) == ("staphorst", loket.vandaag)
    assert genomen.bezwaar_tot == date(2023, 5, 1)  # 20 maart + 42 dagen
    assert genomen.invoer["aanvraag"]["ontvangen_op"] == "2023-03-20"
    assert genomen.uitkomst["stappen"]
    offerte = zaak.doe(loket.consulent, geef_opdracht)
    assert offerte.getekend_door == "Wil Consulent"
    [periode] = zaak.doe(loket.coach, perioden_van)
    assert (periode.status, periode.bedrag, periode.kant) == ("open", Bedrag(3_436_20), Kant.GEDEELD)
    assert zaak.zaak(loket.coach).beurt_stap == "uren"


def test_termijnen_staan_bij_wie_aan_de_beurt_is(loket: Loket) -> None:
    zaak = loket.begin(loket.consulent, "staphorst", GEMEENTE)
    assert zaak.zaak(loket.consulent).uiterlijk == date(2023, 4, 26)  # aanvragen binnen 56 dagen na 1 maart
    zaak.tot_ingediend(loket.consulent)
    assert zaak.zaak(loket.consulent).uiterlijk == date(2023, 5, 15)  # beslissen binnen 56 dagen na 20 maart


def test_de_organisatie_ziet_de_zaak_pas_na_het_offerteverzoek(loket: Loket) -> None:
    zaak = loket.gemeentezaak()
    with pytest.raises(NietGevonden):
        zaak.zaak(loket.coach)
    zaak.tot_offerte()
    assert zaak.zaak(loket.coach).organisatie_id == loket.organisatie_id
    assert zaak.aanvraag(loket.coach).nummer == "AJ-2023-00001"


def test_een_coach_kan_deze_aanvraag_niet_beginnen(snel_loket: Loket) -> None:
    with pytest.raises(KanNiet, match="opent de werkconsulent deze aanvraag"):
        snel_loket.begin(snel_loket.coach, "staphorst", GEMEENTE)


def test_boven_het_plafond_blijft_het_plafond(snel_loket: Loket) -> None:
    zaak = snel_loket.gemeentezaak().tot_offerte(uren="40.00", tarief="95.45").tot_advies(snel_loket.consulent)
    # 40 × 95,45 = 3.818,00
    assert zaak.doe(snel_loket.consulent, voorstel).bedrag == Bedrag(3_441_90)
    with pytest.raises(InvoerFout, match=r"meer dan het plafond van € 3\.441,90 \(.*1\.5") as gemeld:
        zaak.doe(snel_loket.consulent, besluit, {"soort": "toegekend", "bedrag": "3441.91", "motivering": "Nodig."})
    assert [fout.veld for fout in gemeld.value.fouten] == ["bedrag"]


def test_lager_dan_het_voorstel_vraagt_een_motivering(loket: Loket) -> None:
    zaak = loket.gemeentezaak().tot_offerte().tot_advies(loket.consulent)
    lager = {"soort": "toegekend", "bedrag": "3000.00"}
    with pytest.raises(InvoerFout, match="wijkt af van het voorstel") as gemeld:
        zaak.doe(loket.consulent, besluit, lager)
    assert [fout.veld for fout in gemeld.value.fouten] == ["bedrag"]
    genomen = zaak.doe(loket.consulent, besluit, {**lager, "motivering": "Minder uren zijn genoeg."})
    assert genomen.afwijkend
    assert genomen.uitkomst["voorstel"]["bedrag"] == "3436.20"


def test_een_tweede_besluit_wordt_geweigerd(loket: Loket) -> None:
    zaak = loket.gemeentezaak().tot_offerte().tot_advies(loket.consulent)
    zaak.doe(loket.consulent, besluit, {"soort": "toegekend"})
    with pytest.raises(KanNiet, match="al besloten door Wil Consulent"):
        zaak.doe(loket.consulent, besluit, {"soort": "toegekend"})


def test_besluiten_kan_niet_voor_het_advies(loket: Loket) -> None:
    zaak = loket.gemeentezaak().tot_offerte()
    with pytest.raises(KanNiet, match="Eerst nog: beoordeling door de werkconsulent"):
        zaak.doe(loket.consulent, besluit, {"soort": "toegekend"})


def test_opdracht_kan_niet_voor_het_besluit(loket: Loket) -> None:
    zaak = loket.gemeentezaak().tot_offerte().tot_advies(loket.consulent)
    with pytest.raises(KanNiet, match="Eerst nog: besluit"):
        zaak.doe(loket.consulent, geef_opdracht)


def test_wat_niet_mag_wordt_als_afwijzing_voorgesteld(loket: Loket) -> None:
    nul_uren = met(GEMEENTE, dienstverband={"soort": "nul_uren"})
    zaak = loket.gemeentezaak(nul_uren).tot_offerte().tot_advies(loket.consulent)
    assert zaak.doe(loket.consulent, voorstel).soort is Besluitsoort.AFGEWEZEN
    with pytest.raises(InvoerFout) as gemeld:
        zaak.doe(loket.consulent, besluit, {"soort": "toegekend", "bedrag": "1000.00"})
    assert [fout.veld for fout in gemeld.value.fouten] == ["soort"]
    zaak.doe(loket.consulent, besluit, {"soort": "afgewezen"})
    na = zaak.zaak(loket.coach)
    assert (na.status, na.beurt_stap) == (Zaakstatus.AFGEWEZEN, None)
    assert zaak.doe(loket.coach, perioden_van) == []


def test_afwegen_vraagt_om_de_afweging(loket: Loket) -> None:
    # Loonwaarde 29%: te wegen, niet geweigerd.
    zaak = loket.gemeentezaak(met(GEMEENTE, dienstverband={"loonwaarde": 29}))
    zaak.tot_offerte().tot_advies(loket.consulent)
    with pytest.raises(InvoerFout, match="vragen hier een afweging"):
        zaak.doe(loket.consulent, besluit, {"soort": "toegekend"})
    genomen = zaak.doe(loket.consulent, besluit, {"soort": "toegekend", "motivering": "De werkgever vult aan."})
    assert not genomen.afwijkend


def test_jaar_vier_wordt_afgewezen_met_beschut_werk(snel_loket: Loket) -> None:
    vierde = met(GEMEENTE, aanvraag={"soort": "vervolg", "jaar": 4, "volgnummer": 4})
    zaak = snel_loket.gemeentezaak(vierde).tot_offerte().tot_advies(snel_loket.consulent)
    van_regels = zaak.doe(snel_loket.consulent, voorstel)
    assert van_regels.soort is Besluitsoort.AFGEWEZEN
    assert any("beschut werk" in een.tekst for een in van_regels.toets.bevindingen)


def test_het_advies_blijft_van_de_financier(loket: Loket) -> None:
    zaak = loket.gemeentezaak().tot_offerte().tot_advies(loket.consulent)
    assert len(zaak.doe(loket.consulent, adviezen)) == 1
    assert zaak.doe(loket.coach, adviezen) == []
    assert zaak.doe(loket.coach, laatste_offerte) is not None
