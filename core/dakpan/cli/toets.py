"""``dakpan toets``: wat zegt de regelset over dit dossier?"""

from datetime import date

import click

from dakpan.aanvraag.contract import toets_als_json
from dakpan.aanvraag.domain.dossier import Dossier
from dakpan.aanvraag.schemas import DossierSchema
from dakpan.aanvraag.service import toets as toets_dossier
from dakpan.cli.hulptekst import opdracht
from dakpan.cli.keuze import (
    controleer_naam,
    controleer_tenant,
    database_optie,
    kies_regels,
    lees_peildatum,
    open_regelboek,
    peildatum_optie,
    regelset_optie,
    tenant_optie,
    tenants_optie,
)
from dakpan.cli.lezen import Gelezen, lees_en_controleer
from dakpan.cli.uitvoer import leesbaar_optie, schrijf_json, schrijf_tekst
from dakpan.invoer.fouten import fout_bij
from dakpan.partijen.regelboek import Regelboek
from dakpan.regels.regels import Regels


@opdracht("toets")
@click.argument("bestand", metavar="DOSSIER.json", type=click.Path(allow_dash=True))
@regelset_optie
@tenant_optie
@peildatum_optie
@tenants_optie
@database_optie
@leesbaar_optie
def toets(
    bestand: str,
    regelset: str | None,
    tenant: str | None,
    peildatum: str | None,
    tenants_map: str | None,
    database: str | None,
    leesbaar: bool,
) -> None:
    """Toetst een dossier: is er recht, op hoeveel, tot wanneer, en waarom?

    \b
    Voorbeelden:
      dakpan toets voorbeelden/extern-in-euro.json
      dakpan toets voorbeelden/extern-in-uren.json --leesbaar
      dakpan toets voorbeelden/budget-per-jaar.json --peildatum 2022-03-10

    Zonder --database telt alleen wat in de regelset en de tenantbestanden staat.
    """
    regelboek = open_regelboek(tenants_map)
    _, dossier = lees_en_controleer(
        bestand,
        DossierSchema().lees,
        lambda gelezen: controleer_keuze(regelboek, regelset, tenant, gelezen),
        lambda _: lees_peildatum(peildatum),
    )
    op = lees_peildatum(peildatum) or dossier.aanvraag.ontvangen_op
    uitkomst = toets_dossier(_regels(regelboek, regelset, tenant, dossier, op, database), dossier, op)
    if leesbaar:
        from dakpan.aanvraag.leesbaar import toets_als_tekst

        schrijf_tekst(toets_als_tekst(uitkomst))
    else:
        schrijf_json(toets_als_json(uitkomst))


def controleer_keuze(regelboek: Regelboek, regelset: str | None, tenant: str | None, gelezen: Gelezen | None) -> None:
    """Is er precies één bestaande regelset of tenant gekozen?"""
    if regelset is not None and tenant is not None:
        raise fout_bij("--regelset", "kies --regelset of --tenant, niet allebei")
    if regelset is not None:
        controleer_naam(regelset, regelboek.register.namen, "--regelset", "regelset")
    elif tenant is not None:
        controleer_naam(tenant, regelboek.tenants, "--tenant", "tenant")
    elif gelezen is None:
        return  # zonder dossier valt er niets te zeggen over zijn tenant
    elif gelezen.get("tenant") is None:
        raise fout_bij("tenant", "er is geen regelset gekozen; vul tenant in of gebruik --tenant of --regelset")
    else:
        controleer_tenant(regelboek, gelezen)


def _regels(
    regelboek: Regelboek, regelset: str | None, tenant: str | None, dossier: Dossier, op: date, database: str | None
) -> Regels:
    if regelset is not None:
        return regelboek.van_regelset(regelset)
    if tenant is not None:
        return kies_regels(regelboek, tenant, op, "--tenant", database)
    return kies_regels(regelboek, dossier.tenant or "", op, "tenant", database)
