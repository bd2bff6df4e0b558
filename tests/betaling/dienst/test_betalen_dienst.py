"""Van goedgekeurd tot betaald, op beide databases: vier ogen, één bestand per betaling, de werkgever in termijnen."""

from collections.abc import Callable
from datetime import date

import pytest
from lxml import etree
from sqlalchemy import Engine, select
from tests.betaling.dienst.loket import ANDER_IBAN, IBAN, MAART, TARIEF, Loket
from tests.hulp.bouw import Bouwzaak

from dakpan.aanvraag.domain.soorten import Vorm
from dakpan.aanvraag.tables import Besluit
from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.percentage import Percentage
from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.betalen.betalingen import geef_vrij, maak_betaalbestand, schrijf_betaalbestand
from dakpan.betaling.betalen.opdrachten import zet_termijnen_klaar
from dakpan.betaling.betalen.vaststellen import vaststellen
from dakpan.betaling.budget.beheer import budgetstand
from dakpan.betaling.declaratie.declaraties import haal_declaratie
from dakpan.betaling.domain import Declaratiesoort
from dakpan.betaling.factureren.facturen import Factuurgegevens, maak_factuur
from dakpan.betaling.factuur.domain import BtwCategorie
from dakpan.betaling.overzicht import overzicht
from dakpan.betaling.tables import Betaalopdracht, Betaalrekening, Declaratie, Factuur
from dakpan.betaling.toestanden import Betaalstatus, Declaratiestatus
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Document, Zaakstatus
from dakpan.dossier.zaken import voortgang
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import GeenRecht, Gewijzigd, NietGevonden
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Rol
from dakpan.partijen.tables import Organisatie
from dakpan.uren.tables import Activiteit
from dakpan.uren.toestanden import Urenstatus

BEGIN, EIND = date(2023, 3, 1), date(2024, 2, 29)


@pytest.fixture
def dorp(motor: Engine) -> Loket:
    loket = Loket.open(motor, "staphorst")
    loket.rekening()
    return loket


def maak_zaak(loket: Loket, minuten: int = 120) -> Bouwzaak:
    return loket.zaak(minuten=[minuten], uren=None, bedrag=Bedrag(3441_90), tarief=Bedrag(95_45), werk_vanaf=MAART)


def dien_in(loket: Loket, zaak: Bouwzaak) -> Declaratie:
    return loket.dien_in(zaak, met_bron=False)


def factureer(loket: Loket, zaak: Bouwzaak, declaratie: Declaratie, nummer: str = "2022-001") -> Factuur:
    with loket.met(loket.declarant, zaak) as (handeling, rij):
        gemaakt = maak_factuur(handeling, rij, declaratie.id, Factuurgegevens(nummer))
        declaratie.versie = haal_declaratie(handeling, rij, declaratie.id).versie
        return gemaakt


def test_van_declaratie_tot_betaalbestand(dorp: Loket, pain_schema: etree.XMLSchema) -> None:
    zaak = maak_zaak(dorp)
    declaratie = dien_in(dorp, zaak)
    factureer(dorp, zaak, declaratie)
    dorp.keur(zaak, declaratie)
    (klaar,) = dorp.betalingen()
    assert (klaar.bedrag, klaar.iban, klaar.status) == (Bedrag(230_99), IBAN, Betaalstatus.KLAARGEZET)
    assert dorp.betalingen(dorp.declarant) == []
    dorp.geef_alles_vrij()
    bestand = dorp.betaal()
    pain_schema.assertValid(etree.fromstring(bestand.inhoud))
    assert (bestand.aantal, bestand.totaal, bestand.nummer) == (1, Bedrag(230_99), "BB-2022-00001")
    assert b"<IBAN>NL20INGB0001234567</IBAN>" in bestand.inhoud
    with dorp.met(dorp.declarant, zaak) as (handeling, rij):
        stand = overzicht(handeling, rij)
        assert (stand.gefactureerd, stand.betaald) == (Bedrag(230_99), Bedrag(230_99))
        assert {Zaakstap.FACTUUR, Zaakstap.BETALING} <= {een.stap for een in rij.mijlpalen}
        assert rij.status is Zaakstatus.LOPEND
    with dorp.wereld.als(dorp.betaler) as handeling:
        assert budgetstand(handeling).op(2022, "").betaald == bestand.totaal


def test_afkeuren_vraagt_een_reden_en_geeft_de_uren_terug(dorp: Loket) -> None:
    zaak = maak_zaak(dorp)
    declaratie = dien_in(dorp, zaak)
    with pytest.raises(InvoerFout, match="waarom u haar terugstuurt"):
        dorp.keur(zaak, declaratie, goed=False, reden=" ")
    dorp.keur(zaak, declaratie, goed=False, reden="De urenverantwoording ontbreekt.")
    with dorp.wereld.als(dorp.declarant) as handeling:
        (uur,) = handeling.sessie.scalars(select(Activiteit))
        assert (uur.status, uur.declaratie_id) == (Urenstatus.GEACCORDEERD, None)
        assert handeling.sessie.scalars(select(Declaratie.reden)).one() == "De urenverantwoording ontbreekt."
    assert dorp.betalingen() == []
    opnieuw = dien_in(dorp, zaak)
    assert (opnieuw.nummer, opnieuw.status) == ("UJ-2022-00002", Declaratiestatus.INGEDIEND)


def test_keuren_is_niet_aan_de_organisatie_en_gaat_een_keer(dorp: Loket) -> None:
    zaak = maak_zaak(dorp)
    declaratie = dien_in(dorp, zaak)
    beoordelaar, dorp.beoordelaar = dorp.beoordelaar, dorp.declarant
    with pytest.raises(GeenRecht):
        dorp.keur(zaak, declaratie)
    dorp.beoordelaar = beoordelaar
    factureer(dorp, zaak, declaratie)
    dorp.keur(zaak, declaratie)
    with pytest.raises(Gewijzigd):
        dorp.keur(zaak, declaratie)


def test_wie_klaarzette_geeft_niet_zelf_vrij(dorp: Loket) -> None:
    zaak = maak_zaak(dorp)
    declaratie = dien_in(dorp, zaak)
    factureer(dorp, zaak, declaratie)
    dorp.keur(zaak, declaratie)
    (klaar,) = dorp.betalingen()
    with dorp.wereld.als(dorp.beoordelaar) as handeling, pytest.raises(KanNiet, match="Vrijgeven kan Vic Vrijgever"):
        geef_vrij(handeling, [(klaar.id, klaar.versie)])
    zonder_recht = dorp.wereld.financier("staphorst", "Wil", Rol.WERKCONSULENT)
    with dorp.wereld.als(zonder_recht) as handeling, pytest.raises(GeenRecht):
        geef_vrij(handeling, [(klaar.id, klaar.versie)])
    with dorp.wereld.als(dorp.declarant) as handeling, pytest.raises(NietGevonden):
        geef_vrij(handeling, [(klaar.id, klaar.versie)])
    dorp.geef_alles_vrij()
    with dorp.wereld.als(dorp.betaler) as handeling, pytest.raises(Gewijzigd):
        geef_vrij(handeling, [(klaar.id, klaar.versie)])


def test_elke_betaling_staat_in_precies_een_bestand(dorp: Loket) -> None:
    for nummer in range(3):
        zaak = maak_zaak(dorp, 60 + nummer)
        declaratie = dien_in(dorp, zaak)
        factureer(dorp, zaak, declaratie, f"2022-{nummer}")
        dorp.keur(zaak, declaratie)
    dorp.geef_alles_vrij()
    bestand = dorp.betaal()
    assert bestand.aantal == 3
    with pytest.raises(KanNiet, match="geen vrijgegeven betaling"):
        dorp.betaal()
    assert {een.betaalbestand_id for een in dorp.betalingen()} == {bestand.id}
    rekening = Betaalrekening(naam="Financier Proef", iban=ANDER_IBAN)
    opnieuw = schrijf_betaalbestand(bestand.nummer, bestand.uitvoeren_op, rekening, dorp.betalingen())
    assert opnieuw == bestand.inhoud


def test_zonder_rekening_of_op_een_dag_die_voorbij_is_geen_bestand(motor: Engine) -> None:
    loket = Loket.open(motor, "staphorst")
    with pytest.raises(KanNiet, match="Van welke rekening"):
        loket.betaal()
    with loket.wereld.als(loket.betaler) as handeling, pytest.raises(InvoerFout, match="kies vandaag"):
        maak_betaalbestand(handeling, date(2022, 8, 17))


def test_de_factuur_voldoet_en_staat_er_een_keer(dorp: Loket, schematron: Callable[[bytes], set[str]]) -> None:
    zaak = maak_zaak(dorp)
    declaratie = dien_in(dorp, zaak)
    factuur = factureer(dorp, zaak, declaratie)
    with dorp.met(dorp.beoordelaar, zaak) as (handeling, _):
        document = handeling.sessie.get(Document, (zaak.tenant_id, factuur.document_id))
        assert document is not None
        assert schematron(document.inhoud) == set()
        assert b"UJ-2022-00001" in document.inhoud
    with pytest.raises(KanNiet, match="al een factuur: 2022-001"):
        factureer(dorp, zaak, declaratie, "2022-002")
    ander = maak_zaak(dorp)
    with pytest.raises(InvoerFout, match="2022-001 is al gebruikt"):
        factureer(dorp, ander, dien_in(dorp, ander))


def test_wat_ontbreekt_op_de_factuur_staat_er_per_veld(motor: Engine) -> None:
    loket = Loket.open(motor, "staphorst")
    zaak = maak_zaak(loket)
    declaratie = dien_in(loket, zaak)
    with loket.wereld.als(loket.declarant) as handeling:
        organisatie = handeling.sessie.get(Organisatie, loket.organisatie_id)
        assert organisatie is not None
        organisatie.btw_nummer = organisatie.straat = None
        handeling.sessie.commit()
    with pytest.raises(InvoerFout) as gevangen:
        factureer(loket, zaak, declaratie)
    per_veld = {een.veld: een.melding for een in gevangen.value.fouten}
    assert set(per_veld) == {"leverancier.btw_nummer", "leverancier.adres.straat", "factuuradres"}
    assert "bij de gegevens van uw organisatie" in per_veld["leverancier.btw_nummer"]


def test_zonder_btw_zegt_de_factuur_waarom(dorp: Loket) -> None:
    zaak = maak_zaak(dorp)
    declaratie = dorp.dien_in(zaak, met_bron=False, btw=Percentage(0))
    with pytest.raises(InvoerFout, match="btw_categorie"):
        factureer(dorp, zaak, declaratie)
    with dorp.met(dorp.declarant, zaak) as (handeling, rij):
        gegevens = Factuurgegevens("1", btw_categorie=BtwCategorie.VRIJGESTELD, reden_vrijstelling="art. 11 Wet OB")
        assert maak_factuur(handeling, rij, declaratie.id, gegevens).bedrag == declaratie.bedrag_excl


def intern(loket: Loket, besluit_op: date = BEGIN, **cijfers: Bedrag) -> tuple[Bouwzaak, list[Betaalopdracht]]:
    zaak = loket.wereld.zaak(
        loket.tenant_id, None, begin=BEGIN, eind=EIND, tot=Zaakstap.BETALING, vorm=Vorm.INTERN, uren=None
    )
    loket.iban_van_werkgever(zaak)
    loket.besluit(zaak, dag=besluit_op, **cijfers)
    return zaak, zet_klaar(loket, zaak)


def zet_klaar(loket: Loket, zaak: Bouwzaak) -> list[Betaalopdracht]:
    with loket.met(loket.beoordelaar, zaak) as (handeling, rij):
        besluit = handeling.sessie.scalars(select(Besluit).where(Besluit.zaak_id == zaak.zaak_id)).one()
        return zet_termijnen_klaar(handeling, rij, besluit, zaak.dossier)


def test_intern_per_kwartaal_achteraf(motor: Engine) -> None:
    """Midden, heel jaar: 1.290,71 + 1.290,71 + 1.290,71 + 1.290,72 = 5.162,85. (reizen 11)"""
    loket = Loket.open(motor, "staphorst", BEGIN)
    _, betalingen = intern(loket)
    assert [een.bedrag.iso for een in betalingen] == ["1290.71", "1290.71", "1290.71", "1290.72"]
    assert sum(een.bedrag.centen for een in betalingen) == 5162_85
    kwartalen = [date(2023, 6, 1), date(2023, 9, 1), date(2023, 12, 1), date(2024, 3, 1)]
    assert [een.vanaf for een in betalingen] == kwartalen
    assert {een.kant for een in betalingen} == {Kant.FINANCIER}


def test_twee_keer_klaarzetten_doet_niets_extra(motor: Engine) -> None:
    loket = Loket.open(motor, "staphorst", BEGIN)
    zaak, eerste = intern(loket)
    assert len(eerste) == 4
    assert zet_klaar(loket, zaak) == []
    assert len(loket.betalingen()) == 4


def test_zonder_rekening_van_de_werkgever_staat_er_niets_klaar(motor: Engine) -> None:
    loket = Loket.open(motor, "staphorst", BEGIN)
    zaak = loket.wereld.zaak("staphorst", None, begin=BEGIN, eind=EIND, tot=Zaakstap.BETALING, vorm=Vorm.INTERN)
    loket.besluit(zaak)
    with pytest.raises(KanNiet, match="Vul zijn IBAN in"):
        zet_klaar(loket, zaak)


def test_een_ander_toegekend_bedrag_gaat_in_evenveel_delen(motor: Engine) -> None:
    loket = Loket.open(motor, "staphorst", BEGIN)
    _, betalingen = intern(loket, bedrag=Bedrag(1000_01))
    assert [een.bedrag.iso for een in betalingen] == ["250.00", "250.00", "250.00", "250.01"]


def test_een_kwartaal_wordt_betaald_en_de_zaak_loopt_door(motor: Engine) -> None:
    loket = Loket.open(motor, "staphorst", BEGIN)
    zaak, _ = intern(loket)
    loket.rekening()
    loket.geef_alles_vrij()
    with pytest.raises(KanNiet, match="geen vrijgegeven betaling"):
        loket.betaal(date(2023, 5, 31))
    assert loket.betaal(date(2023, 6, 1)).totaal == Bedrag(1290_71)
    with loket.met(loket.beoordelaar, zaak) as (handeling, rij):
        stand = overzicht(handeling, rij)
        assert stand.betaald == Bedrag(1290_71)
        assert Zaakstap.BETALING in {een.stap for een in rij.mijlpalen}
        assert rij.status is Zaakstatus.LOPEND


def test_een_voorschot_en_de_vaststelling_daarna(motor: Engine) -> None:
    """Intern met voorschot: alles vooraf; later wordt het bedrag vastgesteld, nooit boven wat is toegekend."""
    loket = Loket.open(motor, "uwv-oost", BEGIN)
    zaak, betalingen = intern(loket, bedrag=Bedrag(4500_00))
    assert [(een.bedrag, een.vanaf) for een in betalingen] == [(Bedrag(4500_00), BEGIN)]
    with loket.met(loket.beoordelaar, zaak) as (handeling, rij), pytest.raises(KanNiet, match="Eerst nog"):
        vaststellen(handeling, rij, Bedrag(4000_00), "Het dienstverband eindigde eerder.")
    af = loket.wereld.zaak("uwv-oost", None, begin=BEGIN, eind=EIND, tot=Zaakstap.VASTSTELLING, vorm=Vorm.INTERN)
    loket.besluit(af, bedrag=Bedrag(4500_00))
    with loket.met(loket.beoordelaar, af) as (handeling, rij), pytest.raises(InvoerFout) as gevangen:
        vaststellen(handeling, rij, Bedrag(4500_01), " ")
    assert [een.veld for een in gevangen.value.fouten] == ["bedrag", "motivering"]
    loket.iban_van_werkgever(af)
    with loket.met(loket.beoordelaar, af) as (handeling, rij):
        vastgesteld = vaststellen(handeling, rij, Bedrag(4000_00), "Eerder gestopt.")
        assert (vastgesteld.bedrag, vastgesteld.betaald) == (Bedrag(4000_00), Bedrag(0))
        assert overzicht(handeling, rij).vastgesteld == Bedrag(4000_00)


def test_een_einddeclaratie_van_nul_rondt_af(motor: Engine) -> None:
    loket = Loket.open(motor, "uwv-noord")
    zaak = loket.zaak(minuten=[])
    zaak.beeindig()
    rij = loket.dien_in(zaak, Declaratiesoort.EIND, tarieven=(TARIEF,))
    loket.keur(zaak, rij)
    assert loket.betalingen() == []
    with loket.met(loket.declarant, zaak) as (handeling, van):
        nu = voortgang(handeling, van)
        assert Zaakstap.BETALING in nu.klaar
        assert Zaakstap.FACTUUR in nu.vervallen - nu.klaar  # van niets komt geen factuur
        assert not {Zaakstap.FACTUUR, Zaakstap.BETALING} & {een.stap for een in nu.aan_de_beurt}
