"""De hulpteksten in het Nederlands."""

from collections.abc import Callable
from typing import Any

import click

_KOPPEN = {"Options": "Opties", "Commands": "Opdrachten", "Arguments": "Argumenten"}


class _Opmaak(click.HelpFormatter):
    """Schrijft de vaste woorden van een hulptekst in het Nederlands."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:  # noqa: ARG002
        nederlands = args.replace("[OPTIONS]", "[OPTIES]").replace("[COMMAND] [ARGS]...", "OPDRACHT ...")
        super().write_usage(prog, nederlands, prefix="Gebruik: ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(_KOPPEN.get(heading, heading))


class _Context(click.Context):
    formatter_class = _Opmaak


class NederlandseOpdracht(click.Command):
    """Een opdracht met een Nederlandse hulptekst."""

    context_class = _Context

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        optie = super().get_help_option(ctx)
        if optie is not None:
            optie.help = "Toont deze uitleg."
        return optie

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002 - een halve zin legt niets uit
        """De eerste zin, heel: de lijst van opdrachten breekt hem zelf af."""
        alinea = " ".join((self.help or "").split("\n\n")[0].split())
        return alinea.split(". ")[0].rstrip(".")


class NederlandseGroep(click.Group):
    """Een groep opdrachten met een Nederlandse hulptekst."""

    context_class = _Context
    command_class = NederlandseOpdracht


def opdracht(naam: str) -> Callable[[Callable[..., Any]], NederlandseOpdracht]:
    """Als ``click.command``, met een Nederlandse hulptekst."""
    return click.command(naam, cls=NederlandseOpdracht, context_settings={"help_option_names": ["-h", "--help"]})
