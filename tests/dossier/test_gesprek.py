"""Vragen en antwoorden in de zaak: beide kanten lezen ze, ieder ziet wat voor hem nieuw is; bellen blijft eigen."""

from datetime import date

import pytest
from sqlalchemy import select
from tests.hulp.bouw import Bouwzaak, Wereld

from dakpan.begrippen.toestand import KanNiet
from dakpan.demo.documenten import maak_pdf
from dakpan.dossier.bewaren import Aangeleverd
from dakpan.dossier.documenten import open_document
from dakpan.dossier.gesprek import bijlagen_van, ongelezen, open_gesprek, zeg
from dakpan.dossier.gesprektabellen import Gespreksbericht
from dakpan.dossier.notities import notities_van, schrijf, telefoonnotities_van
from dakpan.dossier.zaken import haal_zaak
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.vrager import Vrager

DAG_1, DAG_2, DAG_3 = date(2022, 3, 24), date(2022, 3, 25), date(2022, 3, 28)


@pytest.fixture(name="organisatie_id")
def _organisatie_id(wereld: Wereld) -> object:
    return wereld.organisatie()


@pytest.fixture(name="zaak")
def _zaak(wereld: Wereld, organisatie_id: object) -> Bouwzaak:
    return wereld.zaak("uwv-noord", organisatie_id)  # type: ignore[arg-type]


def nieuw(zaak: Bouwzaak, wie: Vrager) -> int:
    with zaak.wereld.als(wie) as handeling:
        return ongelezen(handeling, haal_zaak(handeling, zaak.tenant_id, zaak.zaak_id))


def vraag(zaak: Bouwzaak, wie: Vrager, tekst: str, op: date) -> None:
    with zaak.wereld.als(wie, op=op) as handeling:
        zeg(handeling, haal_zaak(handeling, zaak.tenant_id, zaak.zaak_id), tekst)


def lees(zaak: Bouwzaak, wie: Vrager, op: date) -> list[str]:
    with zaak.wereld.als(wie, op=op) as handeling:
        berichten, _ = open_gesprek(handeling, haal_zaak(handeling, zaak.tenant_id, zaak.zaak_id))
        return [een.tekst for een in berichten]


def test_ieder_ziet_zelf_wat_nieuw_is(zaak: Bouwzaak, organisatie_id: object) -> None:
    wereld = zaak.wereld
    coach, collega = (wereld.medewerker(organisatie_id, naam) for naam in ("Jo", "Sam"))  # type: ignore[arg-type]
    beslisser = wereld.financier("uwv-noord")
    vraag(zaak, beslisser, "Wanneer begint het werk?", DAG_1)
    assert [nieuw(zaak, wie) for wie in (coach, collega, beslisser)] == [1, 1, 0]
    assert lees(zaak, coach, DAG_2) == ["Wanneer begint het werk?"]
    assert [nieuw(zaak, wie) for wie in (coach, collega)] == [0, 1]
    vraag(zaak, coach, "Maandag.", DAG_2)
    vraag(zaak, beslisser, "Dank u.", DAG_3)
    assert [nieuw(zaak, wie) for wie in (coach, collega, beslisser)] == [1, 2, 1]
    assert lees(zaak, collega, DAG_3) == ["Wanneer begint het werk?", "Maandag.", "Dank u."]


def test_een_ander_ziet_er_niets_van(zaak: Bouwzaak) -> None:
    wereld = zaak.wereld
    vraag(zaak, wereld.financier("uwv-noord"), "Alleen voor deze organisatie.", DAG_1)
    vreemden = (wereld.medewerker(wereld.organisatie("Elders"), "Vera"), wereld.financier("uwv-oost"))
    for vreemde in vreemden:
        with wereld.als(vreemde) as handeling:
            assert handeling.sessie.scalars(select(Gespreksbericht)).all() == []
            with pytest.raises(NietGevonden):
                haal_zaak(handeling, zaak.tenant_id, zaak.zaak_id)


def test_zonder_een_ander_valt_er_niets_te_vragen(wereld: Wereld) -> None:
    zaak = wereld.zaak("staphorst", None)
    with pytest.raises(KanNiet, match="nog niet gedeeld"):
        vraag(zaak, wereld.financier("staphorst"), "Is daar iemand?", DAG_1)


@pytest.mark.parametrize("tekst", ["", "  ", "x" * 4_001])
def test_leeg_of_te_lang(zaak: Bouwzaak, tekst: str) -> None:
    with pytest.raises(InvoerFout):
        vraag(zaak, zaak.wereld.financier("uwv-noord"), tekst, DAG_1)


def test_een_telefoonnotitie_is_van_de_eigen_kant(zaak: Bouwzaak, organisatie_id: object) -> None:
    wereld = zaak.wereld
    coach, beslisser = wereld.medewerker(organisatie_id, "Jo"), wereld.financier("uwv-noord")  # type: ignore[arg-type]
    with wereld.als(coach) as handeling:
        rij = haal_zaak(handeling, zaak.tenant_id, zaak.zaak_id)
        schrijf(handeling, rij, "Terugbellen.", met="Ria Meel")
        schrijf(handeling, rij, "Gewoon.")
        assert [een.met for een in telefoonnotities_van(handeling, rij)] == ["Ria Meel"]
        assert [een.tekst for een in notities_van(handeling, rij)] == ["Gewoon."]
    with wereld.als(beslisser) as handeling:
        rij = haal_zaak(handeling, zaak.tenant_id, zaak.zaak_id)
        assert list(telefoonnotities_van(handeling, rij)) == []


def test_een_bijlage_gaat_meteen_mee_en_een_verkeerd_bestand_houdt_het_bericht_tegen(
    zaak: Bouwzaak, organisatie_id: object
) -> None:
    coach = zaak.wereld.medewerker(organisatie_id, "Jo")  # type: ignore[arg-type]
    beslisser = zaak.wereld.financier("uwv-noord")
    with zaak.wereld.als(coach) as handeling:
        mijn = haal_zaak(handeling, zaak.tenant_id, zaak.zaak_id)
        zeg(handeling, mijn, "Hier is het rooster.", Aangeleverd("rooster.pdf", maak_pdf("Rooster"), "rooster.pdf"))
        with pytest.raises(InvoerFout, match="van binnen geen PDF"):
            zeg(handeling, mijn, "En nog iets.", Aangeleverd("los.pdf", b"geen pdf", "los.pdf"))
    with zaak.wereld.als(beslisser) as handeling:
        haar = haal_zaak(handeling, zaak.tenant_id, zaak.zaak_id)
        [bericht], _gelezen = open_gesprek(handeling, haar)
        [(bijlage, naam)] = bijlagen_van(handeling, haar, [bericht]).items()
        assert (bijlage, naam) == (bericht.document_id, "rooster.pdf")
        assert open_document(handeling, zaak.tenant_id, zaak.zaak_id, bijlage).inhoud == maak_pdf("Rooster")
