"""Wat er samen wordt betaald en teruggevorderd, op beide databases: nooit meer dan is toegekend, of dan er weg is."""

import pytest
from sqlalchemy import Engine, select
from tests.betaling.dienst.loket import Loket
from tests.betaling.dienst.test_betalen_dienst import BEGIN, intern
from tests.betaling.dienst.test_correctie_dienst import bevestigd, nu
from tests.betaling.dienst.test_met_de_hand_dienst import met_de_hand
from tests.betaling.vorderen.test_vorderen import open_
from tests.hulp.bouw import Bouwzaak

from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.betaling.betalen.met_de_hand import zet_met_de_hand_klaar
from dakpan.betaling.betalen.opdrachten import nog_te_verdelen
from dakpan.betaling.corrigeren.tables import Correctie
from dakpan.betaling.corrigeren.voorstellen import stel_voor
from dakpan.betaling.tables import Declaratie
from dakpan.betaling.vorderen.afhandelen import scheld_kwijt
from dakpan.betaling.vorderen.tables import Vordering
from dakpan.invoer.fouten import InvoerFout
from dakpan.uren.tables import Activiteit


def test_wat_is_kwijtgescholden_komt_er_niet_nog_eens_bij(motor: Engine) -> None:
    """Toegekend en betaald is 4.500,00; de 200,00 die terug moest is kwijtgescholden. Er kan niets meer bij."""
    loket = Loket.open(motor, "verzonnendam", BEGIN)
    loket.rekening()
    zaak, _ = intern(loket)
    with loket.met(loket.beoordelaar, zaak) as (handeling, rij):
        zet_met_de_hand_klaar(handeling, rij, met_de_hand(4500_00))
    loket.geef_alles_vrij()
    loket.betaal()
    vordering = open_(loket, zaak, 200_00)
    with loket.met(loket.betaler, zaak) as (handeling, rij):
        assert nog_te_verdelen(handeling, rij) == NUL_EURO  # zolang het niet terug is heeft de ontvanger het nog
    with loket.met(loket.beoordelaar, zaak) as (handeling, rij):
        scheld_kwijt(handeling, rij, vordering.id, vordering.versie, "De werkgever bestaat niet meer.")
    with loket.met(loket.beoordelaar, zaak) as (handeling, rij):
        assert nog_te_verdelen(handeling, rij) == NUL_EURO
        with pytest.raises(InvoerFout, match="ten hoogste € 0,00"):
            zet_met_de_hand_klaar(handeling, rij, met_de_hand(200_00))


def _corrigeer_alles(dorp: Loket, zaak: Bouwzaak) -> list[Vordering]:
    with dorp.wereld.als(dorp.betaler) as handeling:
        rij = handeling.sessie.scalars(select(Declaratie)).one()
        (uur,) = handeling.sessie.scalars(select(Activiteit.id))
    with dorp.met(dorp.beoordelaar, zaak) as (handeling, van):
        voorstel: Correctie = stel_voor(handeling, van, rij.id, rij.versie, {uur: "Was er niet."})
    bevestigd(dorp, dorp.betaler, zaak, voorstel)
    assert nu(dorp, zaak, rij).bedrag_incl == NUL_EURO
    with dorp.wereld.als(dorp.betaler) as handeling:
        return list(handeling.sessie.scalars(select(Vordering).order_by(Vordering.nummer)))


@pytest.mark.parametrize(("met_de_hand_terug", "daarna"), [(200_00, [Bedrag(30_99)]), (230_99, [])])
def test_een_correctie_vordert_niet_wat_al_terug_moet(
    dorp: Loket, zaak: Bouwzaak, met_de_hand_terug: int, daarna: list[Bedrag]
) -> None:
    """Betaald is 230,99. Er moet al geld terug, en dan blijkt dat er niets van klopt: samen nooit meer dan 230,99."""
    open_(dorp, zaak, met_de_hand_terug)
    _eerste, *rest = _corrigeer_alles(dorp, zaak)
    assert [een.bedrag for een in rest] == daarna
