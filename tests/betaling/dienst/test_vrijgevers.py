"""Wie een bedrag goedkeurde, een correctie voorstelde of haar bevestigde, geeft het niet vrij; op beide databases.

2:30 = 238,63 + 50,11 = 288,74; zonder de 90 minuten is het 95,45 + 20,04 = 115,49.
"""

import pytest
from sqlalchemy import Engine
from tests.betaling.dienst.loket import Loket
from tests.betaling.dienst.test_correctie_dienst import bevestigd, goedgekeurd, stel
from tests.hulp.bouw import Bouwzaak

from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling import lijsten
from dakpan.betaling.betalen import tellen
from dakpan.betaling.betalen.alles_vrijgeven import stapel
from dakpan.betaling.betalen.bankstand import meld_teruggekomen, zet_opnieuw_klaar
from dakpan.betaling.betalen.betalingen import geef_vrij
from dakpan.betaling.tables import Betaalopdracht
from dakpan.betaling.toestanden import Betaalstatus
from dakpan.opslag.vrager import Vrager


@pytest.fixture
def noord(motor: Engine) -> Loket:
    loket = Loket.open(motor, "uwv-noord")
    loket.rekening()
    return loket


def vrijgeven(loket: Loket, wie: Vrager) -> None:
    rij = loket.betalingen()[-1]
    with loket.wereld.als(wie) as handeling:
        geef_vrij(handeling, [(rij.id, rij.versie)])


def weigert(loket: Loket, wie: Vrager, wie_wel: str) -> None:
    """Hij kan het niet, leest wie wel, en heeft haar ook niet op zijn lijsten."""
    with pytest.raises(KanNiet, match=f"keurde haar bedrag mee goed. Vrijgeven kan {wie_wel}"):
        vrijgeven(loket, wie)
    with loket.wereld.als(wie) as handeling:
        assert tellen.vrij_te_geven(handeling) == (0, NUL_EURO)
        assert stapel(handeling, handeling.vandaag).betalingen == ()
        assert [een.eigen for een in lijsten.betalingen(handeling, Betaalstatus.KLAARGEZET)] == [True]


def kan(loket: Loket, wie: Vrager, bedrag: Bedrag) -> None:
    with loket.wereld.als(wie) as handeling:
        assert tellen.vrij_te_geven(handeling) == (1, bedrag)
        assert len(stapel(handeling, handeling.vandaag).betalingen) == 1
    vrijgeven(loket, wie)


def test_na_een_correctie_geeft_wie_eerst_goedkeurde_haar_niet_vrij(noord: Loket) -> None:
    """Bea keurt goed, de organisatie stelt voor, Vic bevestigt: Cas geeft vrij."""
    zaak = noord.zaak(minuten=[60, 90])
    rij = goedgekeurd(noord, zaak)
    derde = noord.collega
    bevestigd(noord, noord.betaler, zaak, stel(noord, noord.declarant, zaak, rij, 90))
    for wie in (noord.beoordelaar, noord.betaler):
        weigert(noord, wie, "Cas Collega")
    kan(noord, derde, Bedrag(115_49))


def test_ook_wie_voorstelde_niet_en_is_er_niemand_dan_staat_dat_er(noord: Loket) -> None:
    """Bea keurt goed, Vic stelt voor, Cas bevestigt: alle drie zeiden ja tegen 115,49."""
    zaak = noord.zaak(minuten=[60, 90])
    rij = goedgekeurd(noord, zaak)
    bevestigd(noord, noord.collega, zaak, stel(noord, noord.betaler, zaak, rij, 90))
    for wie in (noord.beoordelaar, noord.betaler, noord.collega):
        weigert(noord, wie, "een collega met het recht om vrij te geven; die is er nu niet")
    kan(noord, noord.wereld.financier("uwv-noord", "Dina Vierde"), Bedrag(115_49))


def _kom_terug(loket: Loket, zaak: Bouwzaak) -> Betaalopdracht:
    vrijgeven(loket, loket.betaler)
    loket.betaal()
    rij = loket.betalingen()[-1]
    with loket.met(loket.betaler, zaak) as (handeling, van):
        return meld_teruggekomen(handeling, van, rij.id, rij.versie, op=handeling.vandaag, reden="Opgeheven")


def test_wat_opnieuw_gaat_geeft_wie_goedkeurde_ook_dan_niet_vrij(noord: Loket) -> None:
    """Bea keurde 288,74 goed, Vic zet het opnieuw klaar: Cas geeft vrij."""
    zaak = noord.zaak(minuten=[60, 90])
    goedgekeurd(noord, zaak)
    terug = _kom_terug(noord, zaak)
    with noord.met(noord.betaler, zaak) as (handeling, van):
        zet_opnieuw_klaar(handeling, van, terug.id, terug.versie)
    derde = noord.collega
    for wie in (noord.beoordelaar, noord.betaler):
        weigert(noord, wie, "Cas Collega")
    kan(noord, derde, Bedrag(288_74))


def test_een_correctie_van_wat_terugkwam_telt_ook_mee(noord: Loket) -> None:
    """Cas bevestigt de correctie terwijl het geld terug is; Bea zet 115,49 opnieuw klaar, en Vic geeft vrij."""
    zaak = noord.zaak(minuten=[60, 90])
    rij = goedgekeurd(noord, zaak)
    terug = _kom_terug(noord, zaak)
    bevestigd(noord, noord.collega, zaak, stel(noord, noord.declarant, zaak, rij, 90))
    with noord.met(noord.beoordelaar, zaak) as (handeling, van):
        zet_opnieuw_klaar(handeling, van, terug.id, terug.versie + 1)
    for wie in (noord.beoordelaar, noord.collega):
        weigert(noord, wie, "Vic Vrijgever")
    kan(noord, noord.betaler, Bedrag(115_49))
