"""``dakpan betaalbestand``: betalingen als SEPA-bestand."""

import click

from dakpan.cli.hulptekst import opdracht
from dakpan.cli.uitvoer import leesbaar_optie, schrijf_bytes, schrijf_tekst
from dakpan.invoer.json import lees_json


@opdracht("betaalbestand")
@click.argument("bestand", metavar="BESTAND.json", type=click.Path(allow_dash=True))
@leesbaar_optie
def betaalbestand(bestand: str, leesbaar: bool) -> None:
    """Schrijft een SEPA-betaalbestand (pain.001.001.09). Dezelfde invoer geeft dezelfde bytes.

    \b
    Voorbeelden:
      dakpan betaalbestand voorbeelden/betaalbestand.json
      dakpan betaalbestand voorbeelden/betaalbestand.json --leesbaar
    """
    from dakpan.betaling.betaalbestand.schemas import lees_betaalopdracht

    opdracht_ = lees_betaalopdracht(lees_json(bestand))
    if leesbaar:
        from dakpan.betaling.leesbaar import betaalopdracht_als_tekst

        schrijf_tekst(betaalopdracht_als_tekst(opdracht_))
        return
    from dakpan.betaling.betaalbestand.pain001 import schrijf_pain001

    schrijf_bytes(schrijf_pain001(opdracht_))
