"""``dakpan declaratie``: wat van deze declaratie is betaalbaar?"""

from datetime import date

import click

from dakpan.betaling.contract import vergoeding_als_json
from dakpan.betaling.schemas import lees_declaratie
from dakpan.cli.hulptekst import opdracht
from dakpan.cli.keuze import controleer_tenant, kies_regels, open_regelboek, tenants_optie
from dakpan.cli.lezen import lees_en_controleer
from dakpan.cli.uitvoer import leesbaar_optie, schrijf_json, schrijf_tekst


@opdracht("declaratie")
@click.argument("bestand", metavar="BESTAND.json", type=click.Path(allow_dash=True))
@tenants_optie
@leesbaar_optie
def declaratie(bestand: str, tenants_map: str | None, leesbaar: bool) -> None:
    """Rekent een declaratie na: welke uren tellen, wat past onder de toekenning, en wat kost dat?

    \b
    Voorbeelden:
      dakpan declaratie voorbeelden/declaratie.json
      dakpan declaratie voorbeelden/declaratie.json --leesbaar
    """
    regelboek = open_regelboek(tenants_map)
    vandaag = date.today()  # noqa: DTZ011 - de kalenderdag van wie de opdracht geeft
    gelezen, gevraagd = lees_en_controleer(
        bestand,
        lambda gelezen: lees_declaratie(gelezen, vandaag),
        lambda gelezen: controleer_tenant(regelboek, gelezen),
    )
    regels = kies_regels(regelboek, gelezen["tenant"], gevraagd.declaratiedatum, "tenant")
    berekening = regels.bereken_vergoeding(gevraagd, gevraagd.declaratiedatum)
    if leesbaar:
        from dakpan.betaling.leesbaar import vergoeding_als_tekst

        schrijf_tekst(vergoeding_als_tekst(regels.parameters.titel, berekening))
    else:
        schrijf_json(vergoeding_als_json(regels.naam, regels.versie, berekening))
