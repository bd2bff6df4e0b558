"""De cliënt kiest zonder account wie zijn post leest: met een link, een code, en verder niets."""

from dakpan.loket.machtigen.views import bp

__all__ = ["bp"]
