"""Is er reden om de accordeerders van een koppeling na te kijken?"""

from collections.abc import Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple
from uuid import UUID

from dakpan.partijen.collegas import Collega
from dakpan.plan.akkoord import Akkoord


class Reden(StrEnum):
    """Waarom moet iemand kijken?"""

    GEEN_ACCORDEERDER = "geen_accordeerder"
    NIET_ACTIEF = "niet_actief"
    ZONDER_RECHT = "zonder_recht"
    ENIGE_AFWEZIG = "enige_afwezig"
    COACH_WEG = "coach_weg"


class Waarschuwing(NamedTuple):
    """De reden, met om wie het gaat en bij afwezigheid tot en met wanneer."""

    reden: Reden
    naam: str = ""
    tot: date | None = None


def waarschuwingen(akkoord: Akkoord, mensen: Mapping[UUID, Collega], vandaag: date) -> Iterator[Waarschuwing]:
    """Alles wat er aan deze koppeling na te kijken is."""
    coach = mensen.get(akkoord.coach)
    if coach is not None and not (coach.actief and coach.mag_schrijven):
        yield Waarschuwing(Reden.COACH_WEG, coach.naam)
    wie = [mensen[een] for een in akkoord.op(vandaag) if een in mensen]
    if not wie:
        yield Waarschuwing(Reden.GEEN_ACCORDEERDER)
    for een in wie:
        if not een.actief:
            yield Waarschuwing(Reden.NIET_ACTIEF, een.naam)
        elif not een.mag_accorderen:
            yield Waarschuwing(Reden.ZONDER_RECHT, een.naam)
    bruikbaar = [een for een in wie if een.actief and een.mag_accorderen]
    if bruikbaar and all(een.afwezig_tot is not None for een in bruikbaar):
        terug = min(een.afwezig_tot for een in bruikbaar if een.afwezig_tot is not None)
        yield Waarschuwing(Reden.ENIGE_AFWEZIG, " en ".join(een.naam for een in bruikbaar), terug)
