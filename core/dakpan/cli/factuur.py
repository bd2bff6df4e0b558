"""``dakpan factuur``: een factuur of creditnota als UBL."""

import click

from dakpan.cli.hulptekst import opdracht
from dakpan.cli.uitvoer import leesbaar_optie, schrijf_bytes, schrijf_tekst
from dakpan.invoer.json import lees_json


@opdracht("factuur")
@click.argument("bestand", metavar="BESTAND.json", type=click.Path(allow_dash=True))
@leesbaar_optie
def factuur(bestand: str, leesbaar: bool) -> None:
    """Schrijft een UBL-factuur of -creditnota volgens EN 16931, Peppol BIS 3 of NLCIUS.

    \b
    Voorbeelden:
      dakpan factuur voorbeelden/factuur.json
      dakpan factuur voorbeelden/creditnota.json --leesbaar
    """
    from dakpan.betaling.factuur.schemas import lees_factuur

    gelezen = lees_factuur(lees_json(bestand))
    if leesbaar:
        from dakpan.betaling.leesbaar import factuur_als_tekst

        schrijf_tekst(factuur_als_tekst(gelezen))
        return
    from dakpan.betaling.factuur.ubl import schrijf_ubl

    schrijf_bytes(schrijf_ubl(gelezen))
