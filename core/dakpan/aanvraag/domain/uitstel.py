"""Op welke gronden kan een financier langer over een besluit doen, en welke weg legt zo'n uitstel af?

De gronden van de wet gelden voor elke financier; een regelset kan er een eigen bij noemen. Hoe lang het duurt staat
nergens: dat vult de financier in, met een motivering.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from dakpan.aanvraag.domain.opschorting import AWB
from dakpan.begrippen.toestand import Overgang, Toestanden
from dakpan.uitleg.berekening import Berekening, stap
from dakpan.uitleg.bron import Bron


class Uitstelwerking(StrEnum):
    """Staat de termijn stil zolang de grond er is, of komt er een latere laatste dag?"""

    STAAT_STIL = "staat_stil"
    LANGER = "langer"


class Uitstelgrond(NamedTuple):
    """Eén grond. ``met_einde``: de laatste dag moet vooraf bekend zijn, want zo ver reikt de grond."""

    code: str
    titel: str
    werking: Uitstelwerking
    bron: Bron
    met_einde: bool = False


@dataclass(frozen=True, slots=True)
class Uitstelgronden:
    """Alle gronden die in deze zaak kunnen gelden."""

    lijst: tuple[Uitstelgrond, ...] = ()


_STIL, _LANGER = Uitstelwerking.STAAT_STIL, Uitstelwerking.LANGER
AWB_GRONDEN = (
    Uitstelgrond(
        "instemming",
        "De aanvrager stemde schriftelijk in met uitstel",
        _STIL,
        AWB.bij("art. 4:15, tweede lid, onder a"),
        met_einde=True,
    ),
    Uitstelgrond(
        "aanvrager",
        "De vertraging is aan de aanvrager toe te rekenen",
        _STIL,
        AWB.bij("art. 4:15, tweede lid, onder b"),
    ),
    Uitstelgrond(
        "overmacht", "Door overmacht kan er niet worden beslist", _STIL, AWB.bij("art. 4:15, tweede lid, onder c")
    ),
    Uitstelgrond(
        "redelijke_termijn",
        "De termijn wordt niet gehaald; er is een redelijke termijn genoemd",
        _LANGER,
        AWB.bij("art. 4:14, derde lid"),
    ),
)


def bundel_uitstelgronden(regelset: str, lijst: Iterable[Uitstelgrond]) -> Berekening[Uitstelgronden]:
    """Alle gronden, met bij elk de plaats waar zij staat."""
    gronden = tuple(lijst)
    stappen = (
        stap(f"{regelset}.uitstel.{een.code}", "{grond}", grond=een.titel, uitkomst=een.werking, bron=een.bron)
        for een in gronden
    )
    return Berekening(Uitstelgronden(gronden), tuple(stappen))


class Uitstelstatus(StrEnum):
    """Geldt het nog? Wat beëindigd is blijft meetellen tot die dag; wat is ingetrokken telt niet."""

    GELDT = "geldt"
    BEEINDIGD = "beeindigd"
    INGETROKKEN = "ingetrokken"


U = Uitstelstatus
_AF = "Dit uitstel is al beëindigd of ingetrokken."
UITSTEL = Toestanden(
    {
        "beeindig": Overgang((U.GELDT,), U.BEEINDIGD, _AF),
        "trek_in": Overgang((U.GELDT,), U.INGETROKKEN, _AF),
        "besluit": Overgang((U.GELDT,), U.BEEINDIGD, _AF),
    }
)
