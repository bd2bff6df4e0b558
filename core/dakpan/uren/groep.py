"""Een groepsactiviteit in gelijke delen die samen precies de hele duur zijn."""

from dakpan.begrippen.duur import Duur
from dakpan.begrippen.fouten import OngeldigeWaarde
from dakpan.uitleg.berekening import Berekening, stap
from dakpan.uitleg.bron import Bron
from dakpan.uren.domain import Groepsverdeling


def verdeel_gelijk(duur: Duur, aantal: int) -> tuple[Duur, ...]:
    """Hoeveel minuten krijgt elke deelnemer? De minuten die overblijven gaan één voor één naar de eersten."""
    if aantal < 1:
        raise OngeldigeWaarde("een groep heeft ten minste één deelnemer")
    if duur.minuten < 0:
        raise OngeldigeWaarde("een groepsactiviteit duurt niet korter dan nul minuten")
    gelijk, rest = divmod(duur.minuten, aantal)
    return tuple(Duur(gelijk + (nummer < rest)) for nummer in range(aantal))


def groepsverdeling(regelset: str, duur: Duur, aantal: int, bron: Bron) -> Berekening[Groepsverdeling]:
    """De gelijke verdeling met de stap die haar uitlegt."""
    delen = verdeel_gelijk(duur, aantal)
    uitleg = stap(
        f"{regelset}.groep",
        "{duur} verdeeld over {aantal} deelnemers: {delen}",
        duur=duur,
        aantal=aantal,
        delen=delen,
        uitkomst=delen,
        bron=bron,
    )
    return Berekening(Groepsverdeling(delen), (uitleg,))
