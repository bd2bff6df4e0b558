"""Een formulier dat één keer iets doet: met een dubbele klik of de knop terug komt er niet nog een bij."""

from uuid import UUID

from flask import Flask, request

from dakpan.opslag.basis import nieuw_id

VELD = "eenmalig"


def koppel_eenmalig(app: Flask) -> None:
    app.add_template_global(eenmalig)


def eenmalig() -> UUID:
    """De sleutel van dit formulier: die er al in stond, anders een nieuwe."""
    try:
        return UUID(request.form.get(VELD, ""))
    except ValueError:
        return nieuw_id()
