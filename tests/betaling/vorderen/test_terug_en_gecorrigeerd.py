"""Een correctie terwijl het geld terugkwam, op beide databases: er gaat opnieuw wat nog geldt, en er is geen vordering.

Betaald is 230,99: een uur van 1:00 (115,49) en nog een. Zonder een van de twee geldt 115,49: 115,50 minder.
"""

import pytest
from sqlalchemy import select
from tests.betaling.dienst.loket import MAART, Loket
from tests.betaling.dienst.test_correctie_dienst import bevestigd, nu, stel
from tests.betaling.vorderen.conftest import EERSTE_KWARTAAL, declareer
from tests.betaling.vorderen.test_bankstand import kom_terug, opnieuw
from tests.betaling.vorderen.test_vorderen import TERUGVRAGEN, bevestig, kies, noteer, open_
from tests.hulp.bouw import Bouwzaak

from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.tables import Betaalopdracht, Declaratie
from dakpan.betaling.toestanden import Betaalstatus
from dakpan.betaling.vorderen.domain import Vorderingstatus
from dakpan.betaling.vorderen.tables import Vordering
from dakpan.dossier.berichtsoorten import Berichtsoort
from dakpan.dossier.tables import Bericht


@pytest.fixture(name="twee")
def _twee(dorp: Loket) -> Bouwzaak:
    """45 en 75 minuten, samen 2:00: 190,90 + 40,09 = 230,99, en dat is betaald."""
    zaak = dorp.zaak(minuten=[45, 75], uren=None, bedrag=Bedrag(3441_90), tarief=Bedrag(95_45), werk_vanaf=MAART)
    declareer(dorp, zaak, "2022-001", EERSTE_KWARTAAL)
    dorp.geef_alles_vrij()
    dorp.betaal()
    return zaak


def _declaratie(dorp: Loket, zaak: Bouwzaak) -> Declaratie:
    with dorp.wereld.als(dorp.betaler) as handeling:
        return handeling.sessie.scalars(select(Declaratie).where(Declaratie.zaak_id == zaak.zaak_id)).one()


def _corrigeer(dorp: Loket, zaak: Bouwzaak, minuten: int) -> Bedrag:
    """Deze minuten tellen niet meer; hoeveel geldt er nu?"""
    rij = _declaratie(dorp, zaak)
    bevestigd(dorp, dorp.collega, zaak, stel(dorp, dorp.declarant, zaak, rij, minuten))
    return nu(dorp, zaak, rij).bedrag_incl or NUL_EURO


def _vorderingen(dorp: Loket) -> list[Vordering]:
    with dorp.wereld.als(dorp.betaler) as handeling:
        return list(handeling.sessie.scalars(select(Vordering).order_by(Vordering.nummer)))


def _laatste(dorp: Loket) -> Betaalopdracht:
    return dorp.betalingen()[-1]


def test_teruggekomen_en_dan_gecorrigeerd(dorp: Loket, twee: Bouwzaak) -> None:
    """0:45 is 0,75 x 95,45 = 71,59 (71,5875) + 15,03 btw = 86,62. Dat gaat opnieuw; geen vordering."""
    terug = kom_terug(dorp, twee, _laatste(dorp))
    assert _corrigeer(dorp, twee, 75) == Bedrag(86_62)
    assert _vorderingen(dorp) == []
    nog = _laatste(dorp)
    assert (nog.status, nog.netto, nog.opnieuw) == (Betaalstatus.TERUGGEKOMEN, Bedrag(230_99), Bedrag(86_62))
    nieuw = opnieuw(dorp, twee, nog)
    assert nieuw.id != terug.id
    assert (nieuw.bedrag, nieuw.bedrag_excl, nieuw.btw) == (Bedrag(86_62), Bedrag(71_59), Bedrag(15_03))


def test_opnieuw_klaargezet_en_dan_gecorrigeerd(dorp: Loket, twee: Bouwzaak) -> None:
    """De nieuwe betaling zakt van 230,99 naar 86,62; er wordt niets gevorderd."""
    opnieuw(dorp, twee, kom_terug(dorp, twee, _laatste(dorp)))
    _corrigeer(dorp, twee, 75)
    assert _vorderingen(dorp) == []
    assert (_laatste(dorp).status, _laatste(dorp).bedrag) == (Betaalstatus.KLAARGEZET, Bedrag(86_62))


def test_alles_gecorrigeerd_van_wat_terugkwam_dan_gaat_er_niets_meer(dorp: Loket, twee: Bouwzaak) -> None:
    kom_terug(dorp, twee, _laatste(dorp))
    _corrigeer(dorp, twee, 75)
    assert _corrigeer(dorp, twee, 45) == NUL_EURO
    (rij,) = dorp.betalingen()
    assert (rij.status, rij.opnieuw, rij.telt) == (Betaalstatus.VERVALLEN, NUL_EURO, NUL_EURO)
    assert _vorderingen(dorp) == []


def test_gecorrigeerd_en_dan_teruggekomen(dorp: Loket, twee: Bouwzaak) -> None:
    """Van 230,99 moest 144,37 terug; de bank gaf alles terug: de vordering vervalt, en 86,62 gaat opnieuw."""
    _corrigeer(dorp, twee, 75)
    (vordering,) = _vorderingen(dorp)
    assert vordering.bedrag == Bedrag(144_37)
    kom_terug(dorp, twee, _laatste(dorp))
    (vordering,) = _vorderingen(dorp)
    assert (vordering.status, vordering.rest, vordering.vervallen, vordering.ontvangen) == (
        Vorderingstatus.VERVALLEN,
        NUL_EURO,
        Bedrag(144_37),
        NUL_EURO,
    )
    with dorp.wereld.als(dorp.declarant) as handeling:
        assert Berichtsoort.VORDERING_VERVALLEN in set(handeling.sessie.scalars(select(Bericht.soort)))
    assert opnieuw(dorp, twee, _laatste(dorp)).bedrag == Bedrag(86_62)


def test_wat_al_was_terugbetaald_gaat_weer_mee(dorp: Loket, twee: Bouwzaak) -> None:
    """Van 144,37 kwam 44,37 binnen en dan geeft de bank 230,99 terug: 86,62 + 44,37 = 130,99 gaat opnieuw."""
    _corrigeer(dorp, twee, 75)
    (vordering,) = _vorderingen(dorp)
    ontvangst = noteer(dorp, twee, kies(dorp, twee, vordering, TERUGVRAGEN), 44_37)
    with pytest.raises(KanNiet, match="wacht een ontvangst op bevestigen"):
        kom_terug(dorp, twee, _laatste(dorp))
    bevestig(dorp, twee, ontvangst)
    kom_terug(dorp, twee, _laatste(dorp))
    (vordering,) = _vorderingen(dorp)
    assert (vordering.status, vordering.vervallen, vordering.ontvangen) == (
        Vorderingstatus.VERVALLEN,
        Bedrag(100_00),
        Bedrag(44_37),
    )
    assert opnieuw(dorp, twee, _laatste(dorp)).bedrag == Bedrag(130_99)


def test_met_de_hand_gevorderd_van_geld_dat_terugkwam_gaat_er_ook_af(dorp: Loket, twee: Bouwzaak) -> None:
    """100,00 was met de hand gevorderd; nu er niets meer is betaald gaat 130,99 opnieuw, zonder vordering."""
    open_(dorp, twee, 100_00)
    kom_terug(dorp, twee, _laatste(dorp))
    assert [een.status for een in _vorderingen(dorp)] == [Vorderingstatus.VERVALLEN]
    assert opnieuw(dorp, twee, _laatste(dorp)).bedrag == Bedrag(130_99)
