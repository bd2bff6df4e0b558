"""Lang lezen, zoals voor een groot bestand, zonder dat wie intussen schrijft daarop wacht."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from sqlalchemy.orm import Session

from dakpan.opslag.fouten import Wachtfout
from dakpan.opslag.motor import ALLEEN_LEZEN

_OPTIES: Mapping[str, Mapping[str, Any]] = {
    "sqlite": ALLEEN_LEZEN,
    "postgresql": {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True},
}


@contextmanager
def alleen_lezen(sessie: Session) -> Iterator[None]:
    """Alles hierbinnen leest dezelfde stand van de database, hoe lang het ook duurt, in een eigen transactie.

    Schrijven weigert de database zelf. ``Wachtfout``: er ligt nog iets om te schrijven.
    """
    if sessie.new or sessie.dirty or sessie.deleted:
        raise Wachtfout("leg eerst vast wat er veranderde; hierna wordt alleen gelezen")
    sessie.commit()  # wat er nu loopt wacht op zijn beurt om te schrijven
    sessie.connection(execution_options=_OPTIES[sessie.get_bind().dialect.name])
    try:
        yield
        sessie.commit()
    finally:
        sessie.rollback()
