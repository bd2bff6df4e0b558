"""Een groepsactiviteit in gelijke delen die samen precies de hele duur zijn."""

from dakpan.begrippen.duur import Duur
from dakpan.begrippen.fouten import OngeldigeWaarde


def verdeel_gelijk(duur: Duur, aantal: int) -> tuple[Duur, ...]:
    """Hoeveel minuten krijgt elke deelnemer? De minuten die overblijven gaan één voor één naar de eersten."""
    if aantal < 1:
        raise OngeldigeWaarde("een groep heeft ten minste één deelnemer")
    if duur.minuten < 0:
        raise OngeldigeWaarde("een groepsactiviteit duurt niet korter dan nul minuten")
    gelijk, rest = divmod(duur.minuten, aantal)
    return tuple(Duur(gelijk + (nummer < rest)) for nummer in range(aantal))
