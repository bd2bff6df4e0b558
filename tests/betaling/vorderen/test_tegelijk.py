"""Twee mensen op hetzelfde moment, op beide databases: een vordering gaat er nooit twee keer af.

Betaald is 230,99. Elke race: 10,00 terug, en een betaling van 25,00 die klaarstaat.
"""

from collections.abc import Callable
from datetime import date
from uuid import uuid4

import pytest
from sqlalchemy import select
from tests.betaling.dienst.loket import Loket
from tests.betaling.vorderen.test_vorderen import bevestig, kies, noteer, open_
from tests.hulp.bouw import Bouwzaak
from tests.hulp.tegelijk import Doe, tegelijk

from dakpan.aanvraag.domain.stukken import Partij
from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.betalen.betalingen import maak_betaalbestand
from dakpan.betaling.betalen.klaarzetten import Klaar, zet_klaar
from dakpan.betaling.tables import Betaalbestand, Betaalopdracht
from dakpan.betaling.vorderen.afhandelen import Keuze, scheld_kwijt
from dakpan.betaling.vorderen.domain import Vorderingwijze
from dakpan.betaling.vorderen.lezen import ontvangsten_van
from dakpan.betaling.vorderen.ontvangen import Ontvangst, bevestig_ontvangst, noteer_ontvangst
from dakpan.betaling.vorderen.tables import Verrekening, Vordering, Vorderingontvangst
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling, gebruiksgeval

RACES = 5
TERUG, BETALING = Bedrag(10_00), Bedrag(25_00)
DAG = date(2022, 8, 18)


@gebruiksgeval("klaargezet voor een race")
def zet(handeling: Handeling, zaak: Zaak) -> list[Betaalopdracht]:
    klaar = Klaar(f"race:{uuid4()}", BETALING, "race", DAG)
    return zet_klaar(handeling, zaak, Partij.JOBCOACHORGANISATIE, [klaar])


def bereid_voor(dorp: Loket, zaak: Bouwzaak) -> Vordering:
    """Een vordering om te verrekenen, en een vrijgegeven betaling."""
    with dorp.met(dorp.beoordelaar, zaak) as (handeling, van):
        rijen = zet(handeling, van)
    dorp.geef_vrij(*rijen)
    return kies(dorp, zaak, open_(dorp, zaak, TERUG.centen), Keuze(Vorderingwijze.VERREKENEN))


def bestand_van(dorp: Loket) -> Doe:
    def maak() -> None:
        with dorp.wereld.als(dorp.betaler) as handeling:
            maak_betaalbestand(handeling, DAG)

    return maak


def ontvang_van(dorp: Loket, zaak: Bouwzaak, rij: Vordering) -> Doe:
    def ontvang() -> None:
        with dorp.met(dorp.betaler, zaak) as (handeling, van):
            noteer_ontvangst(handeling, van, rij.id, Ontvangst(TERUG, DAG, uuid4()))

    return ontvang


def _ontvangsten(dorp: Loket, rij: Vordering) -> list[Vorderingontvangst]:
    with dorp.wereld.als(dorp.betaler) as handeling:
        return list(ontvangsten_van(handeling, rij))


def scheld_kwijt_van(dorp: Loket, zaak: Bouwzaak, rij: Vordering) -> Doe:
    def kwijt() -> None:
        with dorp.met(dorp.beoordelaar, zaak) as (handeling, van):
            scheld_kwijt(handeling, van, rij.id, rij.versie, "Te klein.")

    return kwijt


def klopt(dorp: Loket, rij: Vordering) -> Vordering:
    """Wat er af ging, binnenkwam en is kwijtgescholden is samen het bedrag, en elk deel heeft zijn rij."""
    with dorp.wereld.als(dorp.betaler) as handeling:
        na = handeling.sessie.scalars(select(Vordering).where(Vordering.id == rij.id)).one()
        delen = handeling.sessie.scalars(select(Verrekening.bedrag).where(Verrekening.vordering_id == rij.id)).all()
        assert sum(delen, NUL_EURO) == na.verrekend
        assert na.rest + na.verrekend + na.ontvangen + (na.kwijtgescholden or NUL_EURO) == TERUG
        assert min(na.rest, na.verrekend, na.ontvangen) >= NUL_EURO
        for bestand in handeling.sessie.scalars(select(Betaalbestand)):
            erin = select(Betaalopdracht).where(Betaalopdracht.betaalbestand_id == bestand.id)
            assert sum((een.netto for een in handeling.sessie.scalars(erin)), NUL_EURO) == bestand.totaal
        return na


def test_twee_bestanden_tegelijk(dorp: Loket, zaak: Bouwzaak) -> None:
    for _ in range(RACES):
        rij = bereid_voor(dorp, zaak)
        assert sorted(tegelijk(bestand_van(dorp), bestand_van(dorp))) == ["gelukt", "te laat"]
        assert klopt(dorp, rij).verrekend == TERUG
    with pytest.raises(KanNiet, match=f"van vandaag is BB-2022-{RACES + 1:05d}, gemaakt door Vic Vrijgever"):
        bestand_van(dorp)()
    with dorp.wereld.als(dorp.betaler) as handeling:
        totalen = handeling.sessie.scalars(select(Betaalbestand.totaal).order_by(Betaalbestand.nummer)).all()
    assert totalen == [Bedrag(230_99), *[BETALING - TERUG] * RACES]


@pytest.mark.parametrize("ander", [ontvang_van, scheld_kwijt_van])
def test_een_bestand_terwijl_een_ander_de_vordering_afhandelt(
    dorp: Loket, zaak: Bouwzaak, ander: Callable[[Loket, Bouwzaak, Vordering], Doe]
) -> None:
    """Wie te laat is hoort het en doet het nog eens; verrekend of niet, de betaling gaat één keer."""
    for _ in range(RACES):
        rij = bereid_voor(dorp, zaak)
        uitkomst = tegelijk(bestand_van(dorp), ander(dorp, zaak, rij))
        assert "gelukt" in uitkomst
        if uitkomst[0] == "te laat":
            bestand_van(dorp)()
        for genoteerd in _ontvangsten(dorp, rij):
            bevestig(dorp, zaak, genoteerd)
        na = klopt(dorp, rij)
        assert na.rest == NUL_EURO
        assert na.verrekend in {NUL_EURO, TERUG}


def test_twee_mensen_bevestigen_dezelfde_ontvangst(dorp: Loket, zaak: Bouwzaak) -> None:
    """Zij gaat er één keer af; wie te laat is hoort het."""
    for _ in range(RACES):
        rij = bereid_voor(dorp, zaak)
        ontvangst = noteer(dorp, zaak, rij, TERUG.centen)

        def doe(ontvangst: Vorderingontvangst = ontvangst) -> None:
            with dorp.met(dorp.beoordelaar, zaak) as (handeling, van):
                bevestig_ontvangst(handeling, van, ontvangst.vordering_id, ontvangst.id)

        assert sorted(tegelijk(doe, doe)) == ["gelukt", "te laat"]
        assert klopt(dorp, rij).ontvangen == TERUG
