"""Ondertekenen zonder account: met een link, een code, en verder niets."""

from dakpan.loket.tekenen.views import bp

__all__ = ["bp"]
