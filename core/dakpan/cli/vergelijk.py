"""``dakpan vergelijk``: hetzelfde dossier door elke geïnstalleerde regelset."""

import click

from dakpan.aanvraag.contract import vergelijking_als_json
from dakpan.aanvraag.schemas import DossierSchema
from dakpan.aanvraag.service import vergelijk as vergelijk_dossier
from dakpan.cli.hulptekst import opdracht
from dakpan.cli.keuze import lees_peildatum, open_regelboek, peildatum_optie, tenants_optie
from dakpan.cli.lezen import lees_en_controleer
from dakpan.cli.uitvoer import leesbaar_optie, schrijf_json, schrijf_tekst


@opdracht("vergelijk")
@click.argument("bestand", metavar="DOSSIER.json", type=click.Path(allow_dash=True))
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
    regelboek = open_regelboek(tenants_map)
    _, dossier = lees_en_controleer(
        bestand,
        DossierSchema().lees,
        lambda _: lees_peildatum(peildatum),
    )
    op = lees_peildatum(peildatum) or dossier.aanvraag.ontvangen_op
    alle = [regelboek.van_regelset(naam) for naam in regelboek.register.namen]
    vergelijking = vergelijk_dossier(alle, dossier, op)
    if leesbaar:
        from dakpan.aanvraag.leesbaar import vergelijking_als_tekst

        schrijf_tekst(vergelijking_als_tekst(vergelijking))
    else:
        schrijf_json(vergelijking_als_json(vergelijking))
