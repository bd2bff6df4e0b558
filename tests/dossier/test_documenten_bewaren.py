"""Een document erbij, eraf en verzonden; tot het is verzonden ziet alleen de eigen kant het."""

from collections.abc import Iterator
from hashlib import sha256

import pytest
from sqlalchemy import select
from tests.aanvraag.loket.antwoorden import GEMEENTE, HALFJAAR
from tests.aanvraag.loket.balie import Loket, Zaakloket
from tests.hulp.bestanden import JPEG, PDF, PNG
from tests.hulp.bouw import Wereld
from tests.hulp.motoren import motor_van

from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.bewaren import Aangeleverd, verwijder, verzend, voeg_toe
from dakpan.dossier.documenten import documenten_van, open_document
from dakpan.dossier.tables import Document
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import GeenRecht, NietGevonden, Wachtfout
from dakpan.opslag.sporen import Geschiedenis, Soortwijziging
from dakpan.opslag.vrager import Kant, Vrager
from dakpan.wandeling.aanvragen import dien_in

CONTRACT = Aangeleverd("contract.pdf", PDF, "kopie van het arbeidscontract", "overeenkomst")
PASPOORT = Aangeleverd("paspoort.jpg", JPEG, "kopie van paspoort", "identiteitsbewijs")
BRIEF = Aangeleverd("brief.png", PNG, "Brief van de bedrijfsarts")


@pytest.fixture(name="loket")
def _loket(database_url: str) -> Iterator[Loket]:
    motor = motor_van(database_url)
    yield Loket.maak(Wereld(motor))
    motor.dispose()


@pytest.fixture(name="zaak")
def _zaak(loket: Loket) -> Zaakloket:
    return loket.begin(loket.coach, "uwv-noord", HALFJAAR)


def _titels(zaak: Zaakloket, wie: Vrager) -> list[str]:
    return [een.titel for een in zaak.doe(wie, documenten_van)]


def test_toevoegen_kan_zodra_de_aanvraag_definitief_is(loket: Loket, zaak: Zaakloket) -> None:
    with pytest.raises(KanNiet, match="zodra de aanvraag definitief is"):
        zaak.doe(loket.coach, voeg_toe, CONTRACT)
    zaak.tot_definitief(loket.coach)
    document = zaak.doe(loket.coach, voeg_toe, CONTRACT).document
    assert (document.kant, document.sha256) == (Kant.ORGANISATIE, sha256(PDF).hexdigest())
    assert document.verzonden_op is None


def test_wie_geen_recht_heeft_voegt_niets_toe(loket: Loket, zaak: Zaakloket) -> None:
    zaak.tot_definitief(loket.coach)
    schrijver = loket.wereld.medewerker(loket.organisatie_id, "Alleen Uren", "uren_schrijven")
    with pytest.raises(GeenRecht):
        zaak.doe(schrijver, voeg_toe, CONTRACT)


def test_wat_niet_klopt_komt_er_niet_in(loket: Loket, zaak: Zaakloket) -> None:
    zaak.tot_definitief(loket.coach)
    with pytest.raises(InvoerFout, match="van binnen"):
        zaak.doe(loket.coach, voeg_toe, CONTRACT._replace(inhoud=b"MZ een programma"))
    assert _titels(zaak, loket.coach) == []


def test_hetzelfde_bestand_wordt_opgemerkt(loket: Loket, zaak: Zaakloket) -> None:
    zaak.tot_definitief(loket.coach)
    eerste = zaak.doe(loket.coach, voeg_toe, CONTRACT).document
    with pytest.raises(InvoerFout, match="staat er al, als 'kopie van het arbeidscontract'"):
        zaak.doe(loket.collega, voeg_toe, CONTRACT._replace(bestandsnaam="andere naam.pdf"))
    tweede = zaak.doe(loket.coach, voeg_toe, PASPOORT._replace(bestandsnaam="alles.pdf", inhoud=PDF))
    assert tweede.zelfde_als.id == eerste.id


def test_verwijderen_laat_een_regel_achter(loket: Loket, zaak: Zaakloket) -> None:
    zaak.tot_definitief(loket.coach)
    document = zaak.doe(loket.coach, voeg_toe, BRIEF).document
    zaak.doe(loket.collega, verwijder, document.id)
    assert _titels(zaak, loket.coach) == []
    with loket.wereld.als(loket.coach) as handeling:
        vraag = select(Geschiedenis).where(Geschiedenis.rij_id == document.id)
        regels = handeling.sessie.scalars(vraag.order_by(Geschiedenis.id)).all()
    assert [een.soort for een in regels] == [Soortwijziging.NIEUW, Soortwijziging.VERWIJDERD]
    assert (regels[1].door, regels[1].waarom) == ("Sam Collega", "Document verwijderd")


def test_indienen_kan_pas_met_elk_vereist_document(loket: Loket, zaak: Zaakloket) -> None:
    zaak.tot_definitief(loket.coach).laat_tekenen(loket.coach)
    with pytest.raises(KanNiet, match="arbeidscontract; kopie van paspoort of identiteitskaart"):
        zaak.doe(loket.coach, dien_in)
    zaak.doe(loket.coach, voeg_toe, CONTRACT)
    with pytest.raises(KanNiet, match="nog een document: kopie van paspoort"):
        zaak.doe(loket.coach, dien_in)
    zaak.doe(loket.coach, voeg_toe, PASPOORT)
    zaak.doe(loket.coach, voeg_toe, BRIEF)
    zaak.doe(loket.coach, dien_in)
    assert set(_titels(zaak, loket.beslisser)) == {CONTRACT.titel, PASPOORT.titel, BRIEF.titel}
    assert all(een.verzonden_op is not None for een in zaak.doe(loket.beslisser, documenten_van))


def test_verzenden_kan_pas_na_indienen_en_daarna_ligt_het_vast(loket: Loket, zaak: Zaakloket) -> None:
    zaak.tot_definitief(loket.coach)
    te_vroeg = zaak.doe(loket.coach, voeg_toe, BRIEF).document
    with pytest.raises(KanNiet, match="zodra de aanvraag is ingediend"):
        zaak.doe(loket.coach, verzend, te_vroeg.id)
    zaak.laat_tekenen(loket.coach)
    zaak.lever_aan(loket.coach)
    zaak.doe(loket.coach, dien_in)
    later = zaak.doe(loket.coach, voeg_toe, Aangeleverd("b.pdf", PDF, "Rooster")).document
    assert "Rooster" not in _titels(zaak, loket.beslisser)
    with pytest.raises(NietGevonden):
        zaak.doe(loket.beslisser, verzend, later.id)
    zaak.doe(loket.coach, verzend, later.id)
    assert "Rooster" in _titels(zaak, loket.beslisser)
    for wie in (loket.coach, loket.beslisser):
        with pytest.raises(KanNiet, match="al verzonden"):
            zaak.doe(wie, verwijder, later.id)


def test_wat_een_gemeente_met_haar_eigen_aanvraag_indiende_blijft(loket: Loket) -> None:
    """Er is dan nog geen organisatie om het mee te delen: alleen dat het is verzonden houdt het tegen."""
    zaak = loket.begin(loket.consulent, "staphorst", GEMEENTE).tot_definitief(loket.consulent)
    document = zaak.doe(loket.consulent, voeg_toe, BRIEF).document
    zaak.lever_aan(loket.consulent)
    zaak.doe(loket.consulent, dien_in)
    with pytest.raises(KanNiet, match="al verzonden"):
        zaak.doe(loket.consulent, verwijder, document.id)
    assert BRIEF.titel in _titels(zaak, loket.consulent)


def test_de_financier_houdt_een_document_voor_zich_tot_hij_het_deelt(loket: Loket) -> None:
    zaak = loket.halfjaarzaak()
    document = zaak.doe(loket.deskundige, voeg_toe, Aangeleverd("advies.pdf", PDF, "Medisch advies")).document
    assert document.kant is Kant.FINANCIER
    assert "Medisch advies" not in _titels(zaak, loket.coach)
    zaak.doe(loket.deskundige, verzend, document.id)
    assert "Medisch advies" in _titels(zaak, loket.coach)
    with loket.wereld.als(loket.coach) as handeling:
        assert open_document(handeling, zaak.tenant_id, zaak.zaak_id, document.id).inhoud == PDF


def test_ook_buiten_de_gebruiksgevallen_om_verandert_een_document_niet(loket: Loket) -> None:
    zaak = loket.halfjaarzaak()
    with loket.wereld.als(loket.coach) as handeling:
        document = handeling.sessie.scalars(select(Document).where(Document.zaak_id == zaak.zaak_id)).first()
        assert document is not None
        document.titel = "iets anders"
        with pytest.raises(Wachtfout, match="verandert niet"):
            handeling.sessie.flush()
        handeling.sessie.rollback()
        handeling.sessie.delete(handeling.sessie.scalars(select(Document)).first())
        with pytest.raises(Wachtfout, match="verzonden blijft"):
            handeling.sessie.flush()
