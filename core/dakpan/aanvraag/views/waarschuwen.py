"""Past een beslissing niet in het budget, dan leest wie beslist dat eerst; daarna kan hij toch beslissen."""

from flask import request

from dakpan.betaling.budget.verplichten import NIET_MEER, PastNiet
from dakpan.betaling.budget.vooruit import Vooruitzicht


def las_waarschuwing(budget: list[Vooruitzicht]) -> bool:
    """Las wie beslist dat het niet past? Onwaar: het past. ``PastNiet``: hij las het niet, of bij een ander bedrag."""
    boven = [een for een in budget if een.boven]
    if any(een.gelezen not in request.form.getlist("past_niet") for een in boven):
        raise PastNiet(NIET_MEER)
    return bool(boven)
