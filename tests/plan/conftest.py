"""Hetzelfde loket als bij de aanvraag."""

from tests.aanvraag.loket.conftest import loket, snel_loket, webloket

__all__ = ["loket", "snel_loket", "webloket"]
