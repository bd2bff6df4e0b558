"""De nummers van een organisatie: één reeks voor facturen en creditnota's, over al haar financiers heen."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from sqlalchemy import select

from dakpan.betaling.factureren.nummertabel import Documentnummer, Nummersoort
from dakpan.invoer.fouten import fout_bij
from dakpan.opslag.handeling import Handeling

NUMMER_TEN_HOOGSTE = 40
# Zoveel gebruikte nummers slaat een voorstel over; daarna kiest een mens.
_OVERSLAAN = 20
_CIJFERS = re.compile(r"[0-9]+", re.ASCII)


class Reeks(NamedTuple):
    """Het nummer dat het laatst is gebruikt, en het volgende; None: nog geen, of niet te zeggen."""

    laatste: str | None
    volgende: str | None


def neem_nummer(handeling: Handeling, nummer: str, soort: Nummersoort) -> None:
    """Dit nummer is gebruikt. ``InvoerFout``: dat was het al. ``Gewijzigd``: een ander was net iets eerder."""
    organisatie_id = handeling.vrager.organisatie_id
    vraag = select(Documentnummer.soort).where(
        Documentnummer.organisatie_id == organisatie_id, Documentnummer.nummer == nummer
    )
    naam = handeling.sessie.scalar(vraag)
    if naam is not None:
        raise fout_bij("nummer", f"{nummer} is al gebruikt voor een {naam}; elk document heeft een eigen nummer")
    handeling.sessie.add(Documentnummer(organisatie_id=organisatie_id, nummer=nummer, soort=soort))


def reeks_van(handeling: Handeling, soort: Nummersoort) -> Reeks:
    """Wat zou het volgende nummer zijn? Na het laatste van deze soort; is dat er niet, na het laatste document.

    Alleen een voorstel: de organisatie kiest zelf, en ``neem_nummer`` weigert wat al is gebruikt.
    """
    van_haar = Documentnummer.organisatie_id == handeling.vrager.organisatie_id
    laatst = select(Documentnummer.nummer).where(van_haar).order_by(Documentnummer.id.desc()).limit(1)
    laatste = handeling.sessie.scalar(laatst.where(Documentnummer.soort == soort)) or handeling.sessie.scalar(laatst)
    if laatste is None:
        return Reeks(None, None)
    kandidaten = list(islice(_verder(laatste, handeling.vandaag.year), _OVERSLAAN + 1))
    gebruikt = set(
        handeling.sessie.scalars(select(Documentnummer.nummer).where(van_haar, Documentnummer.nummer.in_(kandidaten)))
    )
    return Reeks(laatste, next((een for een in kandidaten if een not in gebruikt), None))


def volgende(nummer: str, jaar: int) -> str | None:
    """``2022-002`` na ``2022-001``: het laatste getal dat niet dit jaar is telt één door, even breed.

    None: er is geen getal dat telt, het past niet meer, of er staat het vorige jaar in; dan begint de reeks misschien
    opnieuw, en hoe weet alleen de organisatie.
    """
    getallen = list(_CIJFERS.finditer(nummer))
    if any(een[0].startswith(str(jaar - 1)) for een in getallen):
        return None
    telt = [een for een in getallen if een[0] != str(jaar)]
    if not telt:
        return None
    getal = telt[-1]
    verder = f"{nummer[: getal.start()]}{int(getal[0]) + 1:0{len(getal[0])}d}{nummer[getal.end() :]}"
    return verder if len(verder) <= NUMMER_TEN_HOOGSTE else None


def _verder(nummer: str, jaar: int) -> Iterator[str]:
    nu = volgende(nummer, jaar)
    while nu is not None:
        yield nu
        nu = volgende(nu, jaar)
