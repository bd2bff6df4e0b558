"""Veel nieuwe rijen van één soort tegelijk, zonder van elke rij een object te maken."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import inspect
from sqlalchemy.orm import Session

from dakpan.opslag.basis import Zaakgegevens
from dakpan.opslag.fouten import Wachtfout
from dakpan.opslag.geschiedenis import sporen_van_nieuwe
from dakpan.opslag.invoegen import Rij, voeg_in
from dakpan.opslag.rijen import kijk_nieuwe_waarden_na
from dakpan.opslag.sporen import Geschiedenis, Spoor
from dakpan.opslag.vrager import Vrager
from dakpan.opslag.wacht import UITZONDERING, VRAGER, nagekeken


def voeg_toe(sessie: Session, soort: type[Zaakgegevens], rijen: Sequence[Rij]) -> None:
    """Schrijft deze rijen meteen, elk met een regel in de geschiedenis, binnen dezelfde grenzen als een object.

    Elke rij heeft dezelfde velden, met in elk geval ``id``, ``tenant_id``, ``organisatie_id`` en ``kant``.
    ``VreemdeRij``: een rij is niet van de vrager, of wijst naar wat hij niet kan zien. ``Wachtfout``: niemand vraagt
    het, of van deze soort houdt een organisatie velden voor zichzelf; daarvoor is een object nodig.
    """
    vrager: Vrager | None = sessie.info.get(VRAGER)
    if vrager is None or sessie.info.get(UITZONDERING) is not None or hasattr(soort, "VELDEN_VAN_ORGANISATIE"):
        raise Wachtfout(f"van {soort.__name__} kunnen zo geen rijen worden geschreven")
    if not rijen:
        return
    sessie.flush()  # wat hierna wordt nagekeken kan ernaar wijzen
    kijk_nieuwe_waarden_na(sessie, vrager, soort, rijen)
    samen: list[tuple[Any, Sequence[Rij]]] = [(soort, rijen)]
    if not (soort.ZONDER_GESCHIEDENIS or issubclass(soort, Spoor)):
        samen.append((Geschiedenis, sporen_van_nieuwe(sessie, vrager, soort, rijen)))
    nagekeken_rijen = ((van.__tablename__, rij["id"]) for van, deze in samen for rij in deze)
    with nagekeken(sessie, nagekeken_rijen) as verbinding:
        for van, deze in samen:
            voeg_in(verbinding, inspect(van).local_table, deze)
