"""Wachten twee handelingen op elkaar, dan gaat er een door en hoort de ander dat iemand hem voor was: geen storing."""

from threading import Barrier

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import OperationalError
from tests.hulp.alleen import OP_POSTGRESQL
from tests.hulp.bouw import Wereld
from tests.hulp.tegelijk import GELUKT, TE_LAAT, Doe, tegelijk

from dakpan.opslag.handeling import Handeling, gebruiksgeval

PLUS_EEN = text("UPDATE proef SET stand = stand + 1 WHERE wat = :wat")


@OP_POSTGRESQL
def test_een_van_de_twee_hoort_het_en_de_ander_gaat_door(motor: Engine) -> None:
    """De een neemt a en dan b, de ander b en dan a: elk telt één op, of geen van beide."""
    with motor.begin() as verbinding:
        verbinding.execute(text("CREATE TABLE proef (wat text, stand int)"))
        verbinding.execute(text("INSERT INTO proef VALUES ('a', 0), ('b', 0)"))
    beide = Barrier(2)
    wereld = Wereld(motor)
    vrager = wereld.financier("uwv-noord")

    @gebruiksgeval("opgeteld")
    def tel_op(handeling: Handeling, eerst: str, dan: str) -> None:
        lijn = handeling.sessie.connection().connection.cursor()
        lijn.execute("UPDATE proef SET stand = stand + 1 WHERE wat = %s", (eerst,))
        beide.wait(30)
        handeling.sessie.connection().execute(PLUS_EEN, {"wat": dan})

    def doe(eerst: str, dan: str) -> Doe:
        def tel() -> None:
            with wereld.als(vrager) as handeling:
                tel_op(handeling, eerst, dan)

        return tel

    assert sorted(tegelijk(doe("a", "b"), doe("b", "a"))) == [GELUKT, TE_LAAT]
    with motor.connect() as verbinding:
        assert verbinding.execute(text("SELECT wat, stand FROM proef ORDER BY wat")).all() == [("a", 1), ("b", 1)]


def test_een_andere_storing_blijft_een_storing(motor: Engine) -> None:
    wereld = Wereld(motor)

    @gebruiksgeval("stuk")
    def breek(_handeling: Handeling) -> None:
        raise OperationalError("SELECT 1", None, RuntimeError("de schijf is vol"))

    with wereld.als(wereld.financier("uwv-noord")) as handeling, pytest.raises(OperationalError, match="schijf"):
        breek(handeling)
