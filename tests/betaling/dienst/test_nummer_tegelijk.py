"""Een factuur en een creditnota met hetzelfde nummer op hetzelfde moment, op beide databases: er komt er één."""

from collections.abc import Callable

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.exc import IntegrityError
from tests.betaling.dienst.loket import TARIEF, Loket
from tests.betaling.dienst.test_creditnota_dienst import crediteer
from tests.betaling.dienst.test_deels_dienst import keur
from tests.betaling.dienst.test_per_regel_dienst import _een_uur
from tests.hulp.tegelijk import tegelijk

from dakpan.betaling.corrigeren.tables import Creditnota
from dakpan.betaling.factureren.nummertabel import Documentnummer, Nummersoort
from dakpan.betaling.tables import Factuur

RACES = 4


@pytest.fixture
def noord(motor: Engine) -> Loket:
    loket = Loket.open(motor, "uwv-noord")
    loket.rekening()
    return loket


def factureren(loket: Loket, nummer: str, *, minuten: int) -> Callable[[], object]:
    zaak = loket.zaak(minuten=[minuten])
    rij = loket.dien_in(zaak, tarieven=(TARIEF,))
    return lambda: loket.factureer(zaak, rij, nummer)


def crediteren(loket: Loket, nummer: str, *, minuten: int) -> Callable[[], object]:
    zaak = loket.zaak(minuten=[minuten, minuten + 1])
    rij = loket.factureer(zaak, loket.dien_in(zaak, tarieven=(TARIEF,)), f"begin-{nummer}")
    keur(loket, zaak, rij, {_een_uur(loket, minuten).id: "Dubbel."})
    return lambda: crediteer(loket, zaak, rij, nummer)


def test_een_nummer_gaat_naar_een_van_de_twee(noord: Loket) -> None:
    for keer in range(RACES):
        nummer = f"2022-{keer:03d}"
        doen = factureren(noord, nummer, minuten=60 + 3 * keer), crediteren(noord, nummer, minuten=90 + 3 * keer)
        assert sorted(tegelijk(*doen)) == ["gelukt", "te laat"]
        with noord.wereld.als(noord.declarant) as handeling:
            gemaakt = [
                een
                for soort in (Factuur, Creditnota)
                for een in handeling.sessie.scalars(select(soort.nummer).where(soort.nummer == nummer))
            ]
            assert gemaakt == [nummer]
            vraag = select(Documentnummer.nummer).where(Documentnummer.nummer == nummer)
            assert handeling.sessie.scalars(vraag).all() == [nummer]


def test_een_andere_organisatie_heeft_haar_eigen_reeks(noord: Loket) -> None:
    ander = noord.wereld.medewerker(noord.wereld.organisatie("Coachhuis Proef"), "Ans Ander")
    for wie in (noord.declarant, ander):
        with noord.wereld.bouw(wie) as sessie:
            sessie.add(Documentnummer(organisatie_id=wie.organisatie_id, nummer="2022-001", soort=Nummersoort.FACTUUR))
    with pytest.raises(IntegrityError), noord.wereld.bouw(ander) as sessie:
        sessie.add(Documentnummer(organisatie_id=ander.organisatie_id, nummer="2022-001", soort=Nummersoort.CREDITNOTA))
