"""De tellers van het budget: elke verandering staat in de opdracht die ophoogt, nooit in een som van eerder."""

from typing import NamedTuple

from sqlalchemy import update

from dakpan.betaling.budget.tables import Budgetteller
from dakpan.opslag.handeling import Handeling


class Plek(NamedTuple):
    """Waar iets telt."""

    tenant_id: str
    kostenplaats: str
    jaar: int


def tel(handeling: Handeling, plek: Plek, *, verplicht: int = 0, betaald: int = 0, onbekend: int = 0) -> int:
    """Telt dit erbij, of met een min eraf; bedragen in centen. Hoeveel is er nu verplicht?

    Wie hierna tegelijk op dezelfde plek telt wacht tot dit geheel vastligt, en ziet het dan ook.
    """
    erbij = {"verplicht": verplicht, "betaald": betaald, "onbekend": onbekend}
    opdracht = (
        update(Budgetteller)
        .where(*(getattr(Budgetteller, naam) == waarde for naam, waarde in plek._asdict().items()))
        .values({naam: getattr(Budgetteller, naam) + aantal for naam, aantal in erbij.items()})
        .returning(Budgetteller.verplicht)
        .execution_options(synchronize_session=False)
    )
    nu = handeling.sessie.scalar(opdracht)
    if nu is None:
        handeling.sessie.add(Budgetteller(**plek._asdict(), **erbij))
        handeling.sessie.flush()
        return verplicht
    return nu
