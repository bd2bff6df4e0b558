"""Een antwoord met lijsten in een bestand: helemaal klaar voordat het vertrekt, dus nooit een halve lijst."""

from collections.abc import Sequence
from datetime import datetime
from tempfile import SpooledTemporaryFile
from typing import Any

from flask import send_file

from dakpan.opslag.handeling import NEDERLAND
from dakpan.web.bestandsnaam import veilige_naam
from dakpan.web.uitvoer.blad import Blad
from dakpan.web.uitvoer.vormen import MEDIATYPEN, SCHRIJVERS, Vorm

# Tot zover in het geheugen; wat groter is komt op schijf en verdwijnt met het antwoord.
_IN_GEHEUGEN = 1_000_000


def als_bestand(bladen: Sequence[Blad], vorm: Vorm, naam: str, nu: datetime) -> Any:
    """Het bestand om te bewaren; ``naam`` zonder punt en soort."""
    inhoud = SpooledTemporaryFile(max_size=_IN_GEHEUGEN)  # noqa: SIM115 - het antwoord sluit het
    try:
        SCHRIJVERS[vorm](bladen, inhoud, nu.astimezone(NEDERLAND).replace(tzinfo=None))
    except BaseException:
        inhoud.close()
        raise
    lengte = inhoud.tell()
    inhoud.seek(0)
    antwoord = send_file(
        inhoud,
        mimetype=MEDIATYPEN[vorm],
        as_attachment=True,
        download_name=veilige_naam(f"{naam}.{vorm.value}"),
        max_age=None,
    )
    antwoord.content_length = lengte
    antwoord.call_on_close(inhoud.close)
    return antwoord
