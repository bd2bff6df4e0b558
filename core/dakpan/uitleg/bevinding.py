"""Wat een regelset over een zaak vindt."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from dakpan.uitleg.bron import Bron
from dakpan.uitleg.tonen import GEEN_WAARDEN, vul_in


class Ernst(StrEnum):
    """Wat betekent de bevinding voor de aanspraak?"""

    BLOKKEREND = "blokkerend"
    AFWEGEN = "afwegen"
    INFORMATIE = "informatie"
    VOLDAAN = "voldaan"


class Aanspraak(StrEnum):
    """Kan deze aanvraag jobcoaching krijgen?"""

    RECHT = "recht"
    GEEN_RECHT = "geen_recht"
    AFWEGEN = "afwegen"


class Bevinding(NamedTuple):
    """Wat is er getoetst of gezien, met welke waarden, en waar staat de regel?

    De zin wordt pas gemaakt als iemand hem leest: ``sjabloon`` met ``waarden``. Een beslissing heeft er
    tientallen; daarom een ``NamedTuple``, die half zo duur is als een vaste dataclass.
    """

    code: str
    ernst: Ernst
    sjabloon: str
    bron: Bron
    waarden: Mapping[str, object] = GEEN_WAARDEN

    @property
    def tekst(self) -> str:
        return vul_in(self.sjabloon, self.waarden)


def bevinding(code: str, ernst: Ernst, sjabloon: str, bron: Bron, **waarden: object) -> Bevinding:
    """Een bevinding met haar waarden bij naam."""
    return Bevinding(code, ernst, sjabloon, bron, waarden)


def aanspraak_uit(bevindingen: Iterable[Bevinding]) -> Aanspraak:
    """Eén blokkerende bevinding is geen recht; anders één af te wegen bevinding: een mens weegt."""
    ernsten = {b.ernst for b in bevindingen}
    if Ernst.BLOKKEREND in ernsten:
        return Aanspraak.GEEN_RECHT
    return Aanspraak.AFWEGEN if Ernst.AFWEGEN in ernsten else Aanspraak.RECHT


def zonder_dubbele(bevindingen: Iterable[Bevinding]) -> tuple[Bevinding, ...]:
    """Dezelfde bevindingen op volgorde, elk één keer: twee vragen kunnen hetzelfde opmerken."""
    per_code: dict[str, list[Bevinding]] = {}
    uniek: list[Bevinding] = []
    for een in bevindingen:
        eerder = per_code.setdefault(een.code, [])
        if een not in eerder:
            eerder.append(een)
            uniek.append(een)
    return tuple(uniek)


def oordeel(
    code: str,
    bron: Bron,
    *,
    goed: bool,
    ja: str,
    nee: str,
    anders: Ernst = Ernst.BLOKKEREND,
    **waarden: object,
) -> Bevinding:
    """De uitslag van een toets: ``voldaan`` met de zin ``ja``, of ``anders`` met de zin ``nee``."""
    return Bevinding(code, Ernst.VOLDAAN if goed else anders, ja if goed else nee, bron, waarden)
