"""``dakpan tenants``: welke financiers zijn er, met welke regelset sinds wanneer?"""

from dakpan.cli.hulptekst import opdracht
from dakpan.cli.keuze import open_regelboek, tenants_optie
from dakpan.cli.uitvoer import leesbaar_optie, schrijf_json, schrijf_tekst
from dakpan.partijen.contract import tenant_als_json


@opdracht("tenants")
@tenants_optie
@leesbaar_optie
def tenants(tenants_map: str | None, leesbaar: bool) -> None:
    """Toont elke tenant met zijn regelset per datum en zijn huisstijl.

    \b
    Voorbeelden:
      dakpan tenants
      dakpan tenants --leesbaar
    """
    alle = list(open_regelboek(tenants_map).tenants.values())
    if leesbaar:
        from dakpan.partijen.leesbaar import tenants_als_tekst

        schrijf_tekst(tenants_als_tekst(alle))
    else:
        schrijf_json([tenant_als_json(tenant) for tenant in alle])
