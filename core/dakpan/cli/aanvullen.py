"""``dakpan aanvullen``: laat de terminal opdrachten, opties en namen aanvullen met Tab."""

import click
from click.shell_completion import get_completion_class

from dakpan.cli.hulptekst import opdracht
from dakpan.cli.uitvoer import schrijf_tekst
from dakpan.invoer.fouten import fout_bij

TERMINALS = ("bash", "zsh", "fish")


def _vul_terminal_aan(_context: click.Context, _param: click.Parameter, begin: str) -> list[str]:
    return [naam for naam in TERMINALS if naam.startswith(begin)]


@opdracht("aanvullen")
@click.argument("terminal", metavar="TERMINAL", shell_complete=_vul_terminal_aan)
def aanvullen(terminal: str) -> None:
    """Schrijft het script waarmee de terminal (bash, zsh of fish) dakpan aanvult.

    \b
    Voorbeelden:
      dakpan aanvullen bash
      dakpan aanvullen zsh

    Zet de uitvoer in het opstartbestand van de terminal; onder bash ook zo: eval "$(dakpan aanvullen bash)"
    """
    from dakpan.cli.opdrachten import dakpan

    soort = get_completion_class(terminal)
    if soort is None or terminal not in TERMINALS:
        raise fout_bij("TERMINAL", f"'{terminal}' wordt niet ondersteund; kies bash, zsh of fish")
    schrijf_tekst(soort(dakpan, {}, "dakpan", "_DAKPAN_COMPLETE").source())
