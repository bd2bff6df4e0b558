"""Hetzelfde loket als bij de aanvraag."""

from tests.aanvraag.loket.conftest import loket

__all__ = ["loket"]
