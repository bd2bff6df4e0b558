"""Een offerteverzoek aan de verkeerde organisatie: na het terugnemen ziet zij er niets meer van; een ander kan dan."""

import psycopg
import pytest
from sqlalchemy import Engine, make_url, select
from tests.aanvraag.loket.antwoorden import ZES_TEKSTEN
from tests.aanvraag.loket.balie import Loket, Zaakloket
from tests.aanvraag.loket.test_andere_paginas import adres
from tests.aanvraag.loket.webloket import Webloket
from tests.hulp.alleen import OP_POSTGRESQL

from dakpan.aanvraag.clientpost.machtiging import leg_papier_vast, vraag_machtiging, vragen_van
from dakpan.aanvraag.clientpost.stukken import clientpost
from dakpan.aanvraag.vialink.verzoeken import Mens
from dakpan.begrippen.toestand import KanNiet
from dakpan.demo.documenten import maak_pdf
from dakpan.dossier.bewaren import Aangeleverd
from dakpan.dossier.gesprek import open_gesprek
from dakpan.dossier.postvak import postvak
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.alles import soorten
from dakpan.opslag.basis import Zaakgegevens
from dakpan.opslag.fouten import GeenRecht, NietGevonden
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.keuring import beschermd
from dakpan.opslag.sporen import Geschiedenis, Spoor
from dakpan.opslag.vrager import Kant, Vrager
from dakpan.partijen.huistabellen import Huisbericht, Huissoort
from dakpan.partijen.rechten import Recht
from dakpan.partijen.tables import Brief
from dakpan.plan.aanspreekpunten import wijs_aan
from dakpan.plan.coachingsplan.schrijven import begin as begin_plan
from dakpan.plan.offertes import laatste_offerte, sla_offerte_op, verstuur_offerte
from dakpan.plan.opdracht import geef_offerte_terug
from dakpan.plan.overdracht import Aanspreeksoort
from dakpan.plan.terugnemen import eerder_gevraagd
from dakpan.plan.verzoeken import verzoek_van, vraag_offerte
from dakpan.wandeling.offerteverzoek import neem_terug
from dakpan.wandeling.seinen import zeg

REDEN = "Dit was voor een ander bureau bedoeld."
PRIJS = {"uren": "36.00", "tarief": "95.45", "teksten": ZES_TEKSTEN}


def gevraagd(loket: Loket) -> Zaakloket:
    zaak = loket.gemeentezaak()
    zaak.doe(loket.consulent, vraag_offerte, loket.organisatie_id, "Overzicht houden lukt niet alleen.")
    return zaak


def alles_van(zaak: Zaakloket, wie: Vrager) -> dict[str, int]:
    """Hoeveel rijen van elke tabel ziet deze vrager over deze zaak of haar cliënt? Sporen van haar kant niet."""

    def tel(handeling: Handeling) -> dict[str, int]:
        gevonden: dict[str, int] = {}
        for soort in soorten():
            if not issubclass(soort, Zaakgegevens):
                continue
            rijen = handeling.sessie.scalars(select(soort)).all()
            zelf = [een for een in rijen if not (issubclass(soort, Spoor) and een.kant is Kant.ORGANISATIE)]
            gevonden[soort.__tablename__] = len(zelf)
        return gevonden

    with zaak.loket.wereld.als(wie, op=zaak.loket.vandaag) as handeling:
        return tel(handeling)


def vul_aan_beide_kanten(zaak: Zaakloket) -> None:
    """Alles wat er na een verzoek al kan liggen: concept, plan, vragen, mensen, een link en een machtiging."""
    loket, mila = zaak.loket, Mens("Mila Bakker", "mila@voorbeeld.invalid")
    zaak.doe(loket.coach, sla_offerte_op, PRIJS)
    zaak.doe(loket.coach, begin_plan)
    zaak.doe(loket.coach, zeg, "Welke ploeg is het?", Aangeleverd("ploeg.pdf", maak_pdf("Ploeg"), "De ploeg"))
    zaak.doe(loket.consulent, zeg, "De ochtendploeg.")
    zaak.doe(loket.coach, wijs_aan, Aanspreeksoort.CONTACTPERSOON, loket.coach.lidmaatschap_id, van=loket.vandaag)
    zaak.doe(loket.coach, leg_papier_vast, mila, loket.vandaag, Aangeleverd("m.pdf", maak_pdf("M"), "Machtiging"))


def test_de_organisatie_ziet_er_in_geen_enkele_tabel_iets_van(loket: Loket) -> None:
    """Ook niet in de geschiedenis: wat gedeeld was is weer van de financier, en haar concept is weg."""
    zaak = loket.gemeentezaak()
    vooraf, van_consulent = alles_van(zaak, loket.coach), alles_van(zaak, loket.consulent)
    zaak.doe(loket.consulent, vraag_offerte, loket.organisatie_id, "Overzicht houden lukt niet alleen.")
    vul_aan_beide_kanten(zaak)
    assert alles_van(zaak, loket.coach) != vooraf
    zaak.doe(loket.consulent, neem_terug, REDEN)
    assert alles_van(zaak, loket.coach) == vooraf
    with pytest.raises(NietGevonden):
        zaak.zaak(loket.coach)
    # De financier houdt alles wat hij zag, en de geschiedenis groeit alleen.
    daarna = alles_van(zaak, loket.consulent)
    assert all(daarna[naam] >= aantal for naam, aantal in van_consulent.items())
    assert zaak.zaak(loket.consulent).organisatie_id is None
    gesprek = zaak.doe(loket.consulent, open_gesprek)[0]
    assert {een.tekst for een in gesprek} == {"Welke ploeg is het?", "De ochtendploeg."}


@OP_POSTGRESQL
def test_ook_de_database_zelf_geeft_haar_niets(loket: Loket) -> None:
    """Rijbeveiliging van PostgreSQL: wie om alles heen vraagt namens de organisatie krijgt geen rij van deze zaak."""
    motor: Engine = loket.wereld.motor
    zaak = gevraagd(loket)
    vul_aan_beide_kanten(zaak)
    url = make_url(motor.url).set(drivername="postgresql").render_as_string(hide_password=False)

    def telt() -> int:
        with psycopg.connect(url) as verbinding:
            for naam, waarde in (("organisatie", str(loket.organisatie_id)), ("kant", "organisatie")):
                verbinding.execute("SELECT set_config(%s, %s, true)", (f"dakpan.{naam}", waarde))
            vraag = "SELECT id FROM {} WHERE tenant_id = 'staphorst' AND kant = 'gedeeld'"
            tabellen = [een for een in beschermd() if een in MET_TENANT]
            return sum(len(verbinding.execute(vraag.format(een)).fetchall()) for een in tabellen)

    assert telt() > 0
    zaak.doe(loket.consulent, neem_terug, REDEN)
    assert telt() == 0


MET_TENANT = frozenset(een.__tablename__ for een in soorten() if issubclass(een, Zaakgegevens))


def test_daarna_kan_een_ander_met_een_schone_lei(loket: Loket) -> None:
    zaak = gevraagd(loket)
    vul_aan_beide_kanten(zaak)
    zaak.doe(loket.consulent, neem_terug, REDEN)
    assert zaak.zaak(loket.consulent).beurt_stap == "offerteverzoek"
    ander = loket.wereld.organisatie("Jobcoachbureau Elders")
    pim = loket.wereld.medewerker(ander, "Pim Elders")
    zaak.doe(loket.consulent, vraag_offerte, ander, "Overzicht houden lukt niet alleen.")
    assert zaak.doe(pim, laatste_offerte) is None
    assert zaak.doe(pim, clientpost).geldend is None  # de machtiging was voor het eerste bureau
    assert list(zaak.doe(pim, open_gesprek)[0]) == []
    assert zaak.doe(pim, eerder_gevraagd) == []
    zaak.doe(pim, begin_plan)
    zaak.doe(pim, sla_offerte_op, PRIJS)
    with pytest.raises(NietGevonden):
        zaak.zaak(loket.coach)
    [eerst] = zaak.doe(loket.consulent, eerder_gevraagd)
    assert (eerst.organisatie_id, eerst.waarom_terug, eerst.teruggenomen_door) == (
        loket.organisatie_id,
        REDEN,
        loket.consulent.naam,
    )
    assert zaak.doe(loket.consulent, verzoek_van).organisatie_id == ander


def test_de_geschiedenis_zegt_wie_het_terugnam_en_waarom(loket: Loket) -> None:
    zaak = gevraagd(loket)
    zaak.doe(loket.coach, sla_offerte_op, PRIJS)
    zaak.doe(loket.consulent, neem_terug, REDEN)

    def regels(handeling: Handeling) -> list[tuple[str, str]]:
        terug = select(Geschiedenis).where(Geschiedenis.waarom == "Offerteverzoek teruggenomen")
        return [(een.tabel, een.soort.value) for een in handeling.sessie.scalars(terug)]

    with loket.wereld.als(loket.consulent, op=loket.vandaag) as handeling:
        bij_ons = regels(handeling)
    assert ("offerteverzoek", "gewijzigd") in bij_ons
    assert ("zaak", "gewijzigd") in bij_ons
    with loket.wereld.als(loket.coach, op=loket.vandaag) as handeling:
        assert regels(handeling) == [("offerte", "verwijderd")]  # wat zij zelf schreef, en dat het verviel


def test_beide_horen_het(loket: Loket) -> None:
    collega = loket.wereld.financier("staphorst", "Bo Behandelaar")
    zaak = gevraagd(loket)
    zaak.doe(loket.consulent, neem_terug, REDEN)
    with loket.wereld.als(loket.coach, op=loket.vandaag) as handeling:
        [bericht] = handeling.sessie.scalars(
            select(Huisbericht).where(Huisbericht.lidmaatschap_id == loket.coach.lidmaatschap_id)
        )
        assert (bericht.soort, REDEN in bericht.over, "Mila" in bericht.over) == (
            Huissoort.OFFERTEVERZOEK_TERUG,
            True,
            False,
        )
        assert [een.soort for een in postvak(handeling)[0]] == [Huissoort.OFFERTEVERZOEK_TERUG]
        brieven = [een.tekst for een in handeling.sessie.scalars(select(Brief)) if "offerteverzoek" in een.tekst]
        assert any(REDEN in een for een in brieven)
        assert not any("Mila" in een for een in brieven)
    with loket.wereld.als(collega, op=loket.vandaag) as handeling:
        assert "offerteverzoek_terug" in [een.soort for een in postvak(handeling)[0]]


def test_wie_aan_het_concept_schreef_hoort_het_zelf(loket: Loket) -> None:
    """Wat hij schreef vervalt: dat leest hij zelf, ook als een ander over de zaak gaat."""
    wereld, elders = loket.wereld, loket.wereld.organisatie("Jobcoachbureau Elders")
    indiener = wereld.medewerker(elders, "Ida Indiener")
    schrijver, planner, buiten = (
        wereld.medewerker(elders, naam, Recht.AANVRAAG_WIJZIGEN)
        for naam in ("Sef Schrijver", "Pia Planner", "Bas Buiten")
    )
    zaak = loket.gemeentezaak()
    zaak.doe(loket.consulent, vraag_offerte, elders, "Overzicht houden lukt niet alleen.")
    zaak.doe(schrijver, sla_offerte_op, PRIJS)
    zaak.doe(planner, begin_plan)
    zaak.doe(loket.consulent, neem_terug, REDEN)
    with wereld.als(schrijver, op=loket.vandaag) as handeling:
        hoorden = handeling.sessie.scalars(select(Huisbericht.lidmaatschap_id)).all()
    wie = sorted(een.lidmaatschap_id for een in (indiener, schrijver, planner) if een.lidmaatschap_id)
    assert sorted(hoorden) == wie, "elk één keer"
    assert buiten.lidmaatschap_id not in hoorden


def test_een_link_en_een_machtiging_van_haar_gelden_niet_meer(loket: Loket) -> None:
    zaak = gevraagd(loket)
    zaak.doe(loket.coach, vraag_machtiging, Mens("Mila Bakker", "mila@voorbeeld.invalid"), "http://localhost")
    zaak.doe(loket.consulent, neem_terug, REDEN)
    assert [een.status for een in zaak.doe(loket.consulent, vragen_van)] == ["ingetrokken"]


def test_na_het_versturen_kan_het_niet_meer(snel_loket: Loket) -> None:
    zaak = gevraagd(snel_loket)
    zaak.doe(snel_loket.coach, sla_offerte_op, PRIJS)
    zaak.doe(snel_loket.coach, verstuur_offerte)
    for _keer in range(2):
        with pytest.raises(KanNiet, match="al verstuurd"):
            zaak.doe(snel_loket.consulent, neem_terug, REDEN)
        if not _keer:
            zaak.doe(snel_loket.consulent, geef_offerte_terug, "Minder uren, graag.")


def test_wie_het_niet_mag_en_zonder_reden(snel_loket: Loket) -> None:
    zaak = snel_loket.gemeentezaak()
    with pytest.raises(KanNiet, match="geen offerte gevraagd"):
        zaak.doe(snel_loket.consulent, neem_terug, REDEN)
    zaak.doe(snel_loket.consulent, vraag_offerte, snel_loket.organisatie_id, "Graag.")
    with pytest.raises(GeenRecht):
        zaak.doe(snel_loket.coach, neem_terug, REDEN)
    with pytest.raises(InvoerFout, match="schrijf waarom") as fout:
        zaak.doe(snel_loket.consulent, neem_terug, " ")
    assert [een.veld for een in fout.value.fouten] == ["reden"]
    assert zaak.zaak(snel_loket.coach).organisatie_id == snel_loket.organisatie_id


def test_op_het_scherm(webloket: Webloket) -> None:
    loket = webloket.loket
    zaak = gevraagd(loket)
    hier = f"{adres(zaak)}/offerteverzoek"
    consulent, coach = webloket.als(loket.consulent), webloket.als(loket.coach)
    assert "Neem het verzoek terug" in consulent.get(hier).text
    assert "Neem het verzoek terug" not in coach.get(hier).text
    pagina = consulent.get(f"{hier}/terugnemen").text
    assert "ziet de zaak, de aanvraag en de cliënt niet meer" in pagina
    fout = consulent.post(f"{hier}/terugnemen", {**consulent.verborgen, "reden": " "})
    assert (fout.status_code, coach.get(adres(zaak)).status_code) == (422, 200)
    consulent.get(f"{hier}/terugnemen")
    assert consulent.post(f"{hier}/terugnemen", {**consulent.verborgen, "reden": REDEN}).location == hier
    daarna = consulent.get(hier).text
    assert "Vraag de offerte" in daarna
    assert "Eerder gevraagd en teruggenomen" in daarna
    assert REDEN in daarna
    for plek in ("", "/offerteverzoek", "/offerte", "/aanvraag"):
        assert coach.get(f"{adres(zaak)}{plek}").status_code == 404
    assert "Een offerteverzoek is teruggenomen" in coach.get("/berichten").text
    weer = consulent.post(f"{hier}/terugnemen", {**consulent.verborgen, "reden": REDEN})
    assert weer.status_code == 409


def test_vanaf_de_zaak_is_het_verzoek_te_vinden(webloket: Webloket) -> None:
    """Zonder deze weg is terugnemen er alleen voor wie het adres kent."""
    loket = webloket.loket
    zaak = gevraagd(loket)
    hier = f"{adres(zaak)}/offerteverzoek"
    consulent, coach = webloket.als(loket.consulent), webloket.als(loket.coach)
    for pagina in (adres(zaak), f"{adres(zaak)}/offerte"):
        assert f'href="{hier}"' in consulent.get(pagina).text
    assert f'href="{hier}"' in coach.get(adres(zaak)).text
    zaak.doe(loket.consulent, neem_terug, REDEN)
    assert "Vraag een offerte" in consulent.get(adres(zaak)).text
    assert f'href="{hier}"' not in consulent.get(f"{adres(zaak)}/offerte").text


def test_zonder_verzoek_of_al_teruggenomen_zegt_de_pagina_dat(webloket: Webloket) -> None:
    loket = webloket.loket
    zaak = loket.gemeentezaak()
    consulent, hier = webloket.als(loket.consulent), f"{adres(zaak)}/offerteverzoek/terugnemen"
    leeg = consulent.get(hier)
    assert (leeg.status_code, "Er is geen offerte gevraagd" in leeg.text) == (200, True)
    zaak.doe(loket.consulent, vraag_offerte, loket.organisatie_id, "Graag.")
    zaak.doe(loket.consulent, neem_terug, REDEN)
    daarna = consulent.get(hier).text
    assert "nam dit verzoek al terug" in daarna
    assert REDEN in daarna
    assert "Er is nog niets teruggenomen" not in daarna
    assert "geen offerte gevraagd" not in daarna
