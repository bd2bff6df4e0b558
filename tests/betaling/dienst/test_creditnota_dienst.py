"""De creditnota, op beide databases: het verschil tot op de cent, met haar factuur, en goed volgens de stylesheets."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest
from lxml import etree
from sqlalchemy import Engine
from tests.betaling.dienst.loket import TARIEF, Loket
from tests.betaling.dienst.test_correctie_dienst import DUBBEL, bevestigd, nu, stel
from tests.betaling.dienst.test_deels_dienst import gefactureerd, keur
from tests.betaling.dienst.test_per_regel_dienst import _een_uur
from tests.hulp.bouw import Bouwzaak

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.percentage import Percentage
from dakpan.begrippen.toestand import KanNiet
from dakpan.begrippen.uren import Uren
from dakpan.betaling.corrigeren.crediteren import maak_creditnota, te_crediteren
from dakpan.betaling.corrigeren.herrekenen import Cijfers
from dakpan.betaling.corrigeren.lijsten import zonder_creditnota
from dakpan.betaling.corrigeren.tables import Creditnota
from dakpan.betaling.corrigeren.voorstellen import stel_voor
from dakpan.betaling.declaratie.declaraties import haal_declaratie
from dakpan.betaling.domain import Tarief
from dakpan.betaling.factureren.facturen import Factuurgegevens, maak_factuur
from dakpan.betaling.factuur.domain import BtwCategorie
from dakpan.betaling.overzicht import overzicht
from dakpan.betaling.tables import Declaratie
from dakpan.dossier.tables import Document, Documentsoort
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import NietGevonden

CBC = "{urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2}"
CAC = "{urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2}"


@pytest.fixture
def noord(motor: Engine) -> Loket:
    loket = Loket.open(motor, "uwv-noord")
    loket.rekening()
    return loket


def crediteer(loket: Loket, zaak: Bouwzaak, rij: Declaratie, nummer: str) -> tuple[Creditnota, bytes]:
    with loket.met(loket.declarant, zaak) as (handeling, van):
        nota = maak_creditnota(handeling, van, rij.id, nummer)
    with loket.met(loket.betaler, zaak) as (handeling, van):
        document = handeling.sessie.get(Document, (zaak.tenant_id, nota.document_id))
        assert document is not None
        assert document.soort is Documentsoort.CREDITNOTA
        return nota, document.inhoud


def tekst(ubl: bytes, *pad: str) -> list[str]:
    """Wat er op dit pad staat; een deel met een hoofdletter vooraan is een groep, het laatste een waarde."""
    plek = "/".join(f"{CAC}{een}" for een in pad[:-1])
    naar = f"{plek}/{CBC}{pad[-1]}" if plek else f"{CBC}{pad[-1]}"
    return [str(een.text) for een in etree.fromstring(ubl).findall(naar)]


def test_deels_goedgekeurd_geeft_een_creditnota_van_het_verschil(
    noord: Loket, schematron: Callable[[bytes], set[str]]
) -> None:
    """4:30 werd 3:00: 1,50 uur. 429,53 - 286,35 = 143,18 en btw 90,20 - 60,13 = 30,07, samen 173,25.

    Uren maal tarief zou 143,175 zijn, en dat is ook 143,18; 21% daarvan is 30,07.
    """
    zaak = noord.zaak(minuten=[60, 90, 120])
    rij = gefactureerd(noord, zaak)
    keur(noord, zaak, rij, {_een_uur(noord, 90).id: DUBBEL})
    with noord.wereld.als(noord.declarant) as handeling:
        assert [een.nummer for een in zonder_creditnota(handeling)] == ["UJ-2022-00001"]
    with pytest.raises(InvoerFout, match="2022-001 is al gebruikt voor een factuur"):
        crediteer(noord, zaak, rij, "2022-001")
    nota, ubl = crediteer(noord, zaak, rij, "2022-002")
    assert schematron(ubl) == set()
    assert nota.bedrag == Bedrag(173_25)
    assert tekst(ubl, "BillingReference", "InvoiceDocumentReference", "ID") == ["2022-001"]
    assert tekst(ubl, "AdditionalDocumentReference", "ID") == ["UJ-2022-00001"]
    assert tekst(ubl, "LegalMonetaryTotal", "TaxExclusiveAmount") == ["143.18"]
    assert tekst(ubl, "TaxTotal", "TaxAmount") == ["30.07"]
    assert tekst(ubl, "LegalMonetaryTotal", "PayableAmount") == ["173.25"]
    assert tekst(ubl, "CreditNoteLine", "CreditedQuantity") == ["1.50"]
    with noord.met(noord.declarant, zaak) as (handeling, van):
        assert zonder_creditnota(handeling) == []
        stand = overzicht(handeling, van)
        assert (stand.gefactureerd, stand.gecrediteerd) == (Bedrag(519_73), Bedrag(173_25))
        assert stand.declaraties[0].creditnotas == ("2022-002",)
        with pytest.raises(KanNiet, match="niets te crediteren"):
            maak_creditnota(handeling, van, rij.id, "2022-003")


def test_daarna_een_correctie_geeft_een_creditnota_over_alleen_dat(
    noord: Loket, schematron: Callable[[bytes], set[str]]
) -> None:
    """Van 3:00 naar 1:00 in twee keer, samen op één creditnota: 286,35 - 95,45 = 190,90; 60,13 - 20,04 = 40,09."""
    zaak = noord.zaak(minuten=[60, 90, 120, 45])
    rij = gefactureerd(noord, zaak)
    keur(noord, zaak, rij, {_een_uur(noord, 90).id: DUBBEL, _een_uur(noord, 45).id: DUBBEL})
    crediteer(noord, zaak, rij, "2022-002")
    bevestigd(noord, noord.betaler, zaak, stel(noord, noord.declarant, zaak, rij, 120))
    nota, ubl = crediteer(noord, zaak, rij, "2022-003")
    assert schematron(ubl) == set()
    assert nota.bedrag == Bedrag(230_99)
    assert tekst(ubl, "LegalMonetaryTotal", "TaxExclusiveAmount") == ["190.90"]
    assert tekst(ubl, "TaxTotal", "TaxAmount") == ["40.09"]


def test_per_jaar_en_tarief_ook_als_er_een_honderdste_verschuift(
    noord: Loket, schematron: Callable[[bytes], set[str]]
) -> None:
    """0:40 tegen 80,00 en 0:50 tegen 95,45: samen 1:30 = 1,50 uur, verdeeld als 0,67 en 0,83: 53,60 en 79,22.

    Er gaat 0:20 van het eerste af. Van 1:10 is 1,17 uur; twee gelijke resten, dus het latere deel krijgt de honderdste:
    0,33 en 0,84, dat is 26,40 en 80,18. Het verschil: 0,34 uur en 27,20 eraf, 0,01 uur en 0,96 erbij.
    """
    zaak = noord.zaak(minuten=[20, 20], werk_vanaf=date(2022, 6, 1))
    noord.schrijf(zaak, [50], date(2022, 7, 1))
    tarieven = (Tarief(date(2022, 1, 1), Bedrag(80_00)), Tarief(date(2022, 7, 1), Bedrag(95_45)))
    rij = noord.factureer(zaak, noord.dien_in(zaak, tarieven=tarieven), "2022-001")
    assert [(een["uren"], een["bedrag_excl"]) for een in rij.uitkomst["per_jaar"]] == [
        *(("0.67", "53.60"), ("0.83", "79.22")),
    ]
    keur(noord, zaak, rij, {UUID(rij.activiteit_ids[0]): DUBBEL})
    nota, ubl = crediteer(noord, zaak, rij, "2022-002")
    assert schematron(ubl) == set()
    assert tekst(ubl, "CreditNoteLine", "CreditedQuantity") == ["0.34", "-0.01"]
    assert tekst(ubl, "CreditNoteLine", "LineExtensionAmount") == ["27.20", "-0.96"]
    assert nota.bedrag == Cijfers.van(rij).min(Cijfers.van(nu(noord, zaak, rij))).incl


def test_onder_het_plafond_over_twee_jaren_noemt_de_creditnota_het_jaar_van_de_factuur(
    noord: Loket, schematron: Callable[[bytes], set[str]]
) -> None:
    """Toegekend 1:00; 1:00 in december en 1:00 in januari tegen hetzelfde tarief: december staat op de factuur.

    Telt december niet, dan schuift januari onder het plafond: er gaat niets af, en er is niets te crediteren. Telt ook
    januari niet, dan gaat er van het ene uur op de factuur 95,45 af, in 2021.
    """
    zaak = noord.zaak(minuten=[60], begin=date(2021, 10, 1), werk_vanaf=date(2021, 12, 6), uren=Uren(1_00))
    noord.schrijf(zaak, [60], date(2022, 1, 10))
    tarieven = (Tarief(date(2021, 1, 1), Bedrag(95_45)),)
    rij = noord.factureer(zaak, noord.dien_in(zaak, tarieven=tarieven), "2022-001")
    assert [een["jaar"] for een in rij.uitkomst["per_jaar"]] == [2021]
    december, januari = map(UUID, rij.activiteit_ids)
    keur(noord, zaak, rij, {december: DUBBEL})
    with noord.met(noord.declarant, zaak) as (handeling, van):
        assert te_crediteren(handeling, haal_declaratie(handeling, van, rij.id)) is None
        versie = haal_declaratie(handeling, van, rij.id).versie
        voorstel = stel_voor(handeling, van, rij.id, versie, {januari: DUBBEL})
    bevestigd(noord, noord.betaler, zaak, voorstel)
    nota, ubl = crediteer(noord, zaak, rij, "2022-002")
    assert schematron(ubl) == set()
    assert nota.bedrag == Bedrag(115_49)
    assert [een[-4:] for een in tekst(ubl, "CreditNoteLine", "Item", "Name")] == ["2021"]


def test_zonder_btw_neemt_de_creditnota_de_grond_van_de_factuur_over(
    noord: Loket, schematron: Callable[[bytes], set[str]]
) -> None:
    """Ook de dagen: gewerkt op 18 en 19 mei, en wie de 19e crediteert doet dat niet over alleen de 18e."""
    zaak = noord.zaak(minuten=[60, 90])
    rij = noord.dien_in(zaak, tarieven=(TARIEF,), btw=Percentage(0))
    gegevens = Factuurgegevens(
        "1", "4500012345", btw_categorie=BtwCategorie.VRIJGESTELD, reden_vrijstelling="art. 11 Wet OB"
    )
    with noord.met(noord.declarant, zaak) as (handeling, van):
        maak_factuur(handeling, van, rij.id, gegevens)
        rij = haal_declaratie(handeling, van, rij.id)
    keur(noord, zaak, rij, {_een_uur(noord, 90).id: DUBBEL})
    _, ubl = crediteer(noord, zaak, rij, "2")
    assert schematron(ubl) == set()
    assert b"art. 11 Wet OB" in ubl
    assert tekst(ubl, "OrderReference", "ID") == ["4500012345"]
    dagen = [tekst(ubl, "InvoicePeriod", een) for een in ("StartDate", "EndDate")]
    assert dagen == [["2022-05-18"], ["2022-05-19"]]


def test_een_teruggestuurde_declaratie_crediteert_haar_hele_factuur(
    noord: Loket, schematron: Callable[[bytes], set[str]]
) -> None:
    """2:30 = 238,63 + 50,11 = 288,74. De uren komen terug op een andere declaratie, met een eigen factuur."""
    zaak = noord.zaak(minuten=[60, 90])
    rij = noord.keur(zaak, gefactureerd(noord, zaak), goed=False, reden="De week ontbreekt.")
    with noord.wereld.als(noord.declarant) as handeling:
        assert [(een.nummer, een.declaratie_id) for een in zonder_creditnota(handeling)] == [(rij.nummer, rij.id)]
    nota, ubl = crediteer(noord, zaak, rij, "2022-002")
    with noord.wereld.als(noord.declarant) as handeling:
        assert zonder_creditnota(handeling) == []
    assert schematron(ubl) == set()
    assert nota.bedrag == Bedrag(288_74)
    assert tekst(ubl, "BillingReference", "InvoiceDocumentReference", "ID") == ["2022-001"]
    with pytest.raises(KanNiet, match="niets te crediteren"):
        crediteer(noord, zaak, rij, "2022-003")
    opnieuw = noord.factureer(zaak, noord.dien_in(zaak, tarieven=(TARIEF,)), "2022-004")
    assert opnieuw.bedrag_incl == Bedrag(288_74)


def test_een_creditnota_is_van_de_organisatie(noord: Loket) -> None:
    zaak = noord.zaak(minuten=[60, 90])
    rij = gefactureerd(noord, zaak)
    with noord.met(noord.declarant, zaak) as (handeling, van):
        assert te_crediteren(handeling, rij) is None
        with pytest.raises(KanNiet, match="niets te crediteren"):
            maak_creditnota(handeling, van, rij.id, "2022-002")
    keur(noord, zaak, rij, {_een_uur(noord, 90).id: DUBBEL})
    with noord.met(noord.betaler, zaak) as (handeling, van), pytest.raises(NietGevonden):
        maak_creditnota(handeling, van, rij.id, "2022-002")
