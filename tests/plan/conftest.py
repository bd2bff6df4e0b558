"""Hetzelfde loket als bij de aanvraag."""

from tests.aanvraag.loket.conftest import loket, webloket

__all__ = ["loket", "webloket"]
