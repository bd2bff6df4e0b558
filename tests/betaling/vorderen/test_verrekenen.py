"""Verrekenen bij het maken van het betaalbestand, op beide databases.

Betaald is 230,99 (2 uur). Daarna 1 uur: 95,45 met 21 procent btw is 115,49.
"""

from uuid import UUID

import pytest
from lxml import etree
from sqlalchemy import select
from tests.betaling.dienst.loket import Loket
from tests.betaling.vorderen.conftest import declareer, maak, nog_een
from tests.betaling.vorderen.test_vorderen import kies, open_
from tests.hulp.bouw import Bouwzaak

from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.betaling.budget.beheer import budgetstand
from dakpan.betaling.overzicht import overzicht
from dakpan.betaling.tables import Betaalopdracht
from dakpan.betaling.toestanden import Betaalstatus
from dakpan.betaling.vorderen.afhandelen import Keuze
from dakpan.betaling.vorderen.domain import Vorderingstatus, Vorderingwijze
from dakpan.betaling.vorderen.tables import Vordering
from dakpan.betaling.vorderen.verrekenen import verrekeningen_van
from dakpan.dossier.domain import Zaakstap
from dakpan.invoer.fouten import InvoerFout

VERREKENEN = Keuze(Vorderingwijze.VERREKENEN)
RUIMER = Keuze(Vorderingwijze.VERREKENEN, ruimer=True, ruimer_waarom="De organisatie vroeg erom.")


def lees(dorp: Loket, zaak: Bouwzaak, vordering_id: UUID) -> Vordering:
    with dorp.wereld.als(dorp.betaler) as handeling:
        rij = handeling.sessie.get(Vordering, (zaak.tenant_id, vordering_id))
        assert rij is not None
        return rij


def betaling(dorp: Loket, nummer: str) -> Betaalopdracht:
    return next(een for een in dorp.betalingen() if een.nummer == nummer)


def test_het_bestand_heeft_het_netto_bedrag_en_elk_deel_is_te_zien(
    dorp: Loket, zaak: Bouwzaak, pain_schema: etree.XMLSchema
) -> None:
    """115,49 min 40,00 is 75,49; op de kostenplaats staat 230,99 + 75,49 = 306,48."""
    rij = kies(dorp, zaak, open_(dorp, zaak, 40_00), VERREKENEN)
    klaar = nog_een(dorp, zaak, 60, "2022-002")
    dorp.geef_vrij(klaar)
    bestand = dorp.betaal()
    pain_schema.assertValid(etree.fromstring(bestand.inhoud))
    assert (bestand.aantal, bestand.totaal) == (1, Bedrag(75_49))
    assert b'<InstdAmt Ccy="EUR">75.49</InstdAmt>' in bestand.inhoud
    assert f"<Ustrd>{klaar.omschrijving}, EUR 40.00 verrekend</Ustrd>".encode() in bestand.inhoud
    na = betaling(dorp, klaar.nummer)
    assert (na.bedrag, na.verrekend, na.netto, na.status) == (
        Bedrag(115_49),
        Bedrag(40_00),
        Bedrag(75_49),
        Betaalstatus.IN_BESTAND,
    )
    rij = lees(dorp, zaak, rij.id)
    assert (rij.rest, rij.verrekend, rij.ontvangen) == (NUL_EURO, Bedrag(40_00), NUL_EURO)
    assert rij.status is Vorderingstatus.VERREKEND
    with dorp.met(dorp.declarant, zaak) as (handeling, van):
        (deel,) = verrekeningen_van(handeling, rij)
        assert (deel.nummer, deel.bedrag) == (klaar.nummer, Bedrag(40_00))
        assert [(een.bedrag, een.verrekend) for een in overzicht(handeling, van).betalingen] == [
            (Bedrag(230_99), NUL_EURO),
            (Bedrag(115_49), Bedrag(40_00)),
        ]
    with dorp.wereld.als(dorp.betaler) as handeling:
        assert budgetstand(handeling).op(2022, "").betaald == Bedrag(306_48)


def test_wat_helemaal_is_verrekend_gaat_niet_naar_de_bank_en_is_gedaan(dorp: Loket, zaak: Bouwzaak) -> None:
    """200,00 terug; van 115,49 blijft niets over, en er staat nog 84,51 open."""
    rij = kies(dorp, zaak, open_(dorp, zaak, 200_00), VERREKENEN)
    klaar = nog_een(dorp, zaak, 60, "2022-002")
    dorp.geef_vrij(klaar)
    bestand = dorp.betaal()
    assert (bestand.aantal, bestand.totaal, bestand.inhoud) == (0, NUL_EURO, b"")
    na = betaling(dorp, klaar.nummer)
    assert (na.status, na.netto, na.betaalbestand_id) == (Betaalstatus.VERREKEND, NUL_EURO, bestand.id)
    assert lees(dorp, zaak, rij.id).rest == Bedrag(84_51)
    with dorp.met(dorp.betaler, zaak) as (_, van):
        assert Zaakstap.BETALING in {een.stap for een in van.mijlpalen}


def test_alleen_in_dezelfde_zaak_tenzij_de_financier_het_ruimer_wil(dorp: Loket, zaak: Bouwzaak) -> None:
    rij = kies(dorp, zaak, open_(dorp, zaak, 40_00), VERREKENEN)
    ander = maak(dorp)
    eerste = declareer(dorp, ander, "2022-003")
    dorp.geef_vrij(eerste)
    assert dorp.betaal().totaal == Bedrag(230_99)
    with pytest.raises(InvoerFout, match="waarom dit ook met een andere zaak"):
        kies(dorp, zaak, lees(dorp, zaak, rij.id), Keuze(Vorderingwijze.VERREKENEN, ruimer=True))
    kies(dorp, zaak, lees(dorp, zaak, rij.id), RUIMER)
    tweede = declareer(dorp, maak(dorp), "2022-004")
    dorp.geef_vrij(tweede)
    assert dorp.betaal().totaal == Bedrag(190_99)
    rij = lees(dorp, zaak, rij.id)
    with dorp.met(dorp.declarant, zaak) as (handeling, van):
        (deel,) = verrekeningen_van(handeling, rij)
        assert (deel.nummer, deel.zaak != van.nummer) == (tweede.nummer, True)


def test_twee_vorderingen_en_een_betaling_de_oudste_eerst(dorp: Loket, zaak: Bouwzaak) -> None:
    """100,00 en 50,00 op 115,49: 100,00 en 15,49, en van de tweede staat er nog 34,51 open."""
    eerste = kies(dorp, zaak, open_(dorp, zaak, 100_00), VERREKENEN)
    tweede = kies(dorp, zaak, open_(dorp, zaak, 50_00), VERREKENEN)
    dorp.geef_vrij(nog_een(dorp, zaak, 60, "2022-002"))
    dorp.betaal()
    assert [lees(dorp, zaak, een.id).rest for een in (eerste, tweede)] == [NUL_EURO, Bedrag(34_51)]


def test_wat_niet_is_gekozen_of_wordt_teruggevraagd_gaat_er_niet_af(dorp: Loket, zaak: Bouwzaak) -> None:
    open_(dorp, zaak, 40_00)
    dorp.geef_vrij(nog_een(dorp, zaak, 60, "2022-002"))
    assert dorp.betaal().totaal == Bedrag(115_49)
    with dorp.wereld.als(dorp.betaler) as handeling:
        assert set(handeling.sessie.scalars(select(Betaalopdracht.verrekend))) == {NUL_EURO}
