"""``dakpan declaratie``: wat van deze declaratie is betaalbaar?"""

from datetime import date
from typing import Any

import click

from dakpan.betaling.contract import vergoeding_als_json
from dakpan.betaling.domain import Declaratie
from dakpan.betaling.schemas import lees_declaratie
from dakpan.cli.hulptekst import opdracht
from dakpan.cli.keuze import controleer_tenant, kies_regels, open_regelboek, tenants_optie
from dakpan.cli.uitvoer import leesbaar_optie, schrijf_json, schrijf_tekst
from dakpan.invoer.fouten import Verzamelaar
from dakpan.invoer.json import lees_json


@opdracht("declaratie")
@click.argument("bestand", metavar="BESTAND.json")
@tenants_optie
@leesbaar_optie
def declaratie(bestand: str, tenants_map: str | None, leesbaar: bool) -> None:
    """Rekent een declaratie na: welke uren tellen, wat past onder de toekenning, en wat kost dat?

    \b
    Voorbeelden:
      dakpan declaratie voorbeelden/declaratie.json
      dakpan declaratie voorbeelden/declaratie.json --leesbaar
    """
    fouten = Verzamelaar()
    regelboek = open_regelboek(tenants_map)
    gelezen: dict[str, Any] = {}
    gevraagd: Declaratie | None = None
    vandaag = date.today()  # noqa: DTZ011 - de kalenderdag van wie de opdracht geeft
    with fouten.luister():
        gelezen = lees_json(bestand)
        gevraagd = lees_declaratie(gelezen, vandaag)
    with fouten.luister():
        controleer_tenant(regelboek, gelezen)
    fouten.stop_bij_fouten()
    assert gevraagd is not None  # noqa: S101 - anders was er hierboven gestopt
    regels = kies_regels(regelboek, gelezen["tenant"], gevraagd.declaratiedatum, "tenant")
    berekening = regels.bereken_vergoeding(gevraagd, gevraagd.declaratiedatum)
    if leesbaar:
        from dakpan.betaling.leesbaar import vergoeding_als_tekst  # noqa: PLC0415 - alleen voor mensen nodig

        schrijf_tekst(vergoeding_als_tekst(regels.parameters.titel, berekening))
    else:
        schrijf_json(vergoeding_als_json(regels.naam, regels.versie, berekening))
