"""Met de hand betalen: niet twee keer hetzelfde, en met twee mensen tegelijk nooit meer dan is toegekend."""

import threading
from contextlib import suppress
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import Engine
from tests.betaling.dienst.loket import Loket
from tests.betaling.dienst.test_betalen_dienst import BEGIN, intern

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.betalen import opdrachten
from dakpan.betaling.betalen.met_de_hand import MetDeHand, zet_met_de_hand_klaar
from dakpan.invoer.fouten import InvoerFout


def met_de_hand(centen: int, eenmalig: UUID | None = None) -> MetDeHand:
    return MetDeHand(Bedrag(centen), BEGIN, "kwartaal 1", eenmalig or uuid4())


def test_waar_de_verdeling_niet_in_bron_is_zet_een_mens_klaar(motor: Engine) -> None:
    loket = Loket.open(motor, "verzonnendam", BEGIN)
    zaak, betalingen = intern(loket)
    assert betalingen == []
    with loket.met(loket.betaler, zaak) as (handeling, rij):
        with pytest.raises(InvoerFout, match=r"ten hoogste € 4\.500,00"):
            zet_met_de_hand_klaar(handeling, rij, met_de_hand(4500_01))
        zet_met_de_hand_klaar(handeling, rij, met_de_hand(1000_00))
    assert [een.bedrag for een in loket.betalingen()] == [Bedrag(1000_00)]


def test_een_dubbele_klik_zet_een_betaling_klaar(motor: Engine) -> None:
    loket = Loket.open(motor, "verzonnendam", BEGIN)
    zaak, _ = intern(loket)
    formulier = uuid4()
    for _ in range(2):
        with loket.met(loket.betaler, zaak) as (handeling, rij):
            zet_met_de_hand_klaar(handeling, rij, met_de_hand(4000_00, formulier))
    with loket.met(loket.betaler, zaak) as (handeling, rij), pytest.raises(KanNiet, match="al verzonden"):
        zet_met_de_hand_klaar(handeling, rij, met_de_hand(100_00, formulier))
    assert [een.bedrag for een in loket.betalingen()] == [Bedrag(4000_00)]


def test_twee_mensen_tegelijk_betalen_samen_nooit_meer_dan_is_toegekend(
    motor: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    loket = Loket.open(motor, "verzonnendam", BEGIN)
    zaak, _ = intern(loket)
    with loket.met(loket.betaler, zaak) as (handeling, rij):
        zet_met_de_hand_klaar(handeling, rij, met_de_hand(1_00))  # de reeks met nummers bestaat al
    samen, echt, uitkomsten = threading.Barrier(2, timeout=2), opdrachten.al_verdeeld, list[str]()

    def wacht_op_elkaar(*van: Any) -> Bedrag:
        som = echt(*van)
        with suppress(threading.BrokenBarrierError):
            samen.wait()
        return som

    def betaal() -> None:
        try:
            with loket.met(loket.betaler, zaak) as (handeling, rij):
                zet_met_de_hand_klaar(handeling, rij, met_de_hand(4499_00))
            uitkomsten.append("gelukt")
        except InvoerFout:
            uitkomsten.append("te veel")

    monkeypatch.setattr("dakpan.betaling.betalen.met_de_hand.al_verdeeld", wacht_op_elkaar)
    draden = [threading.Thread(target=betaal) for _ in range(2)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    assert sorted(uitkomsten) == ["gelukt", "te veel"]
    assert sum((een.bedrag for een in loket.betalingen()), Bedrag(0)) == Bedrag(4500_00)
