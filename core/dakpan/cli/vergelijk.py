"""``dakpan vergelijk``: hetzelfde dossier door elke geïnstalleerde regelset."""

from datetime import date
from typing import Any

import click

from dakpan.aanvraag.contract import vergelijking_als_json
from dakpan.aanvraag.domain.dossier import Dossier
from dakpan.aanvraag.schemas import DossierSchema
from dakpan.aanvraag.service import vergelijk as vergelijk_dossier
from dakpan.cli.hulptekst import opdracht
from dakpan.cli.keuze import controleer_tenant, lees_peildatum, open_regelboek, peildatum_optie, tenants_optie
from dakpan.cli.uitvoer import leesbaar_optie, schrijf_json, schrijf_tekst
from dakpan.invoer.fouten import Verzamelaar
from dakpan.invoer.json import lees_json


@opdracht("vergelijk")
@click.argument("bestand", metavar="DOSSIER.json")
@peildatum_optie
@tenants_optie
@leesbaar_optie
def vergelijk(bestand: str, peildatum: str | None, tenants_map: str | None, leesbaar: bool) -> None:
    """Vergelijkt wat elke financier van hetzelfde dossier zou vinden.

    \b
    Voorbeelden:
      dakpan vergelijk voorbeelden/vergelijken.json --leesbaar
      dakpan vergelijk voorbeelden/vergelijken.json --peildatum 2015-06-01
    """
    fouten = Verzamelaar()
    regelboek = open_regelboek(tenants_map)
    gelezen: dict[str, Any] = {}
    dossier: Dossier | None = None
    opgegeven: date | None = None
    with fouten.luister():
        opgegeven = lees_peildatum(peildatum)
    with fouten.luister():
        gelezen = lees_json(bestand)
        dossier = DossierSchema().lees(gelezen)
    with fouten.luister():
        controleer_tenant(regelboek, gelezen)
    fouten.stop_bij_fouten()
    assert dossier is not None  # noqa: S101 - anders was er hierboven gestopt
    alle = [regelboek.van_regelset(naam) for naam in regelboek.register.namen]
    vergelijking = vergelijk_dossier(alle, dossier, opgegeven or dossier.aanvraag.ontvangen_op)
    if leesbaar:
        from dakpan.aanvraag.leesbaar import vergelijking_als_tekst  # noqa: PLC0415 - alleen voor mensen nodig

        schrijf_tekst(vergelijking_als_tekst(vergelijking))
    else:
        schrijf_json(vergelijking_als_json(vergelijking))
