"""``python -m dakpan``: dezelfde opdrachten als ``dakpan``."""

from dakpan.cli import main

main()
