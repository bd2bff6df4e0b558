"""De cliënt geeft zelf een wijziging door, zonder account: met een link en een code."""

from dakpan.loket.doorgeven.views import bp

__all__ = ["bp"]
