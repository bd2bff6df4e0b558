"""Welke regels horen bij deze opdracht? Gekozen met opties of met het dossier zelf."""

import os
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import click

from dakpan.invoer.fouten import fout_bij
from dakpan.invoer.velden import lees_datum
from dakpan.partijen import inrichting
from dakpan.partijen.regelboek import Regelboek
from dakpan.partijen.waarden.inhoud import GEEN, EigenWaarden
from dakpan.regels.regels import Regels
from dakpan.regels.register import Register

TENANTS_VARIABELE = "DAKPAN_TENANTS"


def _vul_regelset_aan(_context: click.Context, _param: click.Parameter, begin: str) -> list[str]:
    return [naam for naam in Register().namen if naam.startswith(begin)]


def _vul_tenant_aan(_context: click.Context, _param: click.Parameter, begin: str) -> list[str]:
    return [slug for slug in open_regelboek(None).tenants if slug.startswith(begin)]


tenants_optie = click.option(
    "--tenants",
    "tenants_map",
    metavar="MAP",
    type=click.Path(),
    help="Een map met eigen tenantbestanden erbij.",
)
regelset_optie = click.option(
    "--regelset", metavar="NAAM", help="Een regelset bij naam, zonder tenant.", shell_complete=_vul_regelset_aan
)
tenant_optie = click.option(
    "--tenant", metavar="SLUG", help="Een tenant; anders de tenant van het dossier.", shell_complete=_vul_tenant_aan
)
peildatum_optie = click.option("--peildatum", metavar="DATUM", help="De dag waarop de regels gelden, zoals 2023-03-20.")

database_optie = click.option(
    "--database",
    metavar="URL",
    help="Reken ook met wat de financier in dit loket zelf invulde, zoals sqlite:///dakpan.sqlite3.",
)


def open_regelboek(tenants_map: str | None) -> Regelboek:
    """Het regelboek met de map van ``--tenants`` en die van de omgeving erbij."""
    return inrichting.open_regelboek(Path(pad) for pad in (tenants_map, os.environ.get(TENANTS_VARIABELE)) if pad)


def lees_peildatum(tekst: str | None) -> date | None:
    """De peildatum van de opdrachtregel, of None."""
    return lees_dag(tekst, "--peildatum")


def lees_dag(tekst: str | None, optie: str) -> date | None:
    """De dag die bij deze optie staat, of None."""
    try:
        return None if tekst is None else lees_datum(tekst)
    except ValueError as fout:
        raise fout_bij(optie, str(fout)) from fout


def controleer_naam(naam: str, bekend: Mapping[str, Any] | tuple[str, ...], veld: str, soort: str) -> None:
    """Weigert een onbekende tenant of regelset en noemt welke er zijn."""
    if naam not in bekend:
        raise fout_bij(veld, f"{soort} '{naam}' bestaat niet; kies uit {', '.join(bekend)}")


def controleer_tenant(regelboek: Regelboek, gelezen: Mapping[str, Any] | None) -> None:
    """Weigert een tenant in de invoer die niet bestaat; een verkeerd type meldt het schema al."""
    tenant = gelezen.get("tenant") if gelezen is not None else None
    if isinstance(tenant, str):
        controleer_naam(tenant, regelboek.tenants, "tenant", "tenant")


def kies_regels(regelboek: Regelboek, tenant: str, peildatum: date, veld: str, database: str | None = None) -> Regels:
    """De regels van een tenant op de peildatum; alleen met ``database`` ook met wat in dat loket is ingevuld."""
    controleer_naam(tenant, regelboek.tenants, veld, "tenant")
    regels = regelboek.van_tenant(tenant, peildatum, _eigen_waarden(database, tenant))
    if regels is None:
        eerste = regelboek.tenants[tenant].regelsets[0].vanaf
        raise fout_bij(
            veld,
            f"tenant '{tenant}' heeft op {peildatum} nog geen regelset; de eerste geldt vanaf {eerste}. "
            "Zonder --peildatum geldt de dag van ontvangst of van de declaratie",
        )
    return regels


def _eigen_waarden(database: str | None, tenant: str) -> EigenWaarden:
    if database is None:
        return GEEN
    from sqlalchemy.exc import SQLAlchemyError
    from sqlalchemy.orm import Session

    from dakpan.opslag.migreren import is_bij
    from dakpan.opslag.motor import maak_motor
    from dakpan.partijen.waarden.lezen import eigen_waarden

    try:
        motor = maak_motor(database)
        if not is_bij(motor):
            raise fout_bij("--database", "deze database heeft nog niet de vorm van deze versie; draai: dakpan migreer")
        with Session(motor) as sessie:
            return eigen_waarden(sessie, tenant)
    except SQLAlchemyError as fout:
        raise fout_bij("--database", f"deze database is niet te openen: {fout}") from fout
