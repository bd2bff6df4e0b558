"""De lijst van opdrachten; elke opdracht wordt pas geladen als iemand haar vraagt."""

from importlib import import_module

import click

from dakpan.cli.hulptekst import NederlandseGroep

OPDRACHTEN = (
    "demo",
    "serve",
    "migreer",
    "gebruiker",
    "dagelijks",
    "kwartaal",
    "meenemen",
    "sleutelwissel",
    "toets",
    "vergelijk",
    "herbereken",
    "declaratie",
    "factuur",
    "betaalbestand",
    "regelsets",
    "tenants",
    "aanvullen",
)


class Opdrachten(NederlandseGroep):
    """Vindt de opdracht ``naam`` in de module ``dakpan.cli.naam``."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(OPDRACHTEN)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in OPDRACHTEN:
            return None
        opdracht = getattr(import_module(f"dakpan.cli.{cmd_name}"), cmd_name)
        return opdracht if isinstance(opdracht, click.Command) else None


@click.group(cls=Opdrachten, add_help_option=False, no_args_is_help=False, invoke_without_command=True)
@click.help_option("--help", "-h", help="Toont deze uitleg.")
@click.version_option(package_name="dakpan", message="dakpan %(version)s", help="Toont de versie.")
@click.pass_context
def dakpan(context: click.Context) -> None:
    """Dakpan: één loket voor jobcoaching, met de regels van elke financier en een bron bij elk cijfer.

    \b
    Voorbeelden:
      dakpan demo
      dakpan toets voorbeelden/extern-in-euro.json --leesbaar
      dakpan vergelijk voorbeelden/vergelijken.json
      dakpan regelsets

    demo en serve openen het loket in een browser; elke rekenopdracht leest JSON uit een bestand of van de
    standaardinvoer (-) en schrijft JSON.
    """
    if context.invoked_subcommand is None:
        click.echo(context.get_help())
