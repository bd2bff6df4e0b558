"""De opdrachtregel: vragen aan de regelkern zonder database of webserver."""

import sys
from collections.abc import Sequence


def main(argumenten: Sequence[str] | None = None) -> None:
    """Voert één opdracht uit en sluit af: 0 bij een antwoord, 2 bij verkeerde invoer."""
    from dakpan.cli.uitvoeren import voer_uit

    sys.exit(voer_uit(sys.argv[1:] if argumenten is None else argumenten))
