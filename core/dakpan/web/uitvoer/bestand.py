"""Een antwoord met lijsten in een bestand: helemaal klaar voordat het vertrekt, dus nooit een halve lijst."""

from collections.abc import Callable, Sequence
from datetime import datetime
from tempfile import SpooledTemporaryFile
from typing import IO, Any

from flask import send_file

from dakpan.opslag.handeling import NEDERLAND
from dakpan.web.bestandsnaam import veilige_naam
from dakpan.web.uitvoer.blad import Blad
from dakpan.web.uitvoer.vormen import MEDIATYPEN, SCHRIJVERS, Vorm

# Tot zover in het geheugen; wat groter is komt op schijf en verdwijnt met het antwoord.
_IN_GEHEUGEN = 1_000_000


def als_bestand(bladen: Sequence[Blad], vorm: Vorm, naam: str, nu: datetime) -> Any:
    """Het bestand om te bewaren; ``naam`` zonder punt en soort."""
    gemaakt_op = nu.astimezone(NEDERLAND).replace(tzinfo=None)
    return stuur(lambda naar: SCHRIJVERS[vorm](bladen, naar, gemaakt_op), MEDIATYPEN[vorm], f"{naam}.{vorm.value}")


def stuur(schrijf: Callable[[IO[bytes]], object], mediatype: str, naam: str) -> Any:
    """Wat ``schrijf`` maakt, om te bewaren onder deze naam; mislukt het, dan blijft er niets liggen."""
    inhoud = SpooledTemporaryFile(max_size=_IN_GEHEUGEN)  # noqa: SIM115 - het antwoord sluit het
    try:
        schrijf(inhoud)
    except BaseException:
        inhoud.close()
        raise
    lengte = inhoud.tell()
    inhoud.seek(0)
    antwoord = send_file(
        inhoud,
        mimetype=mediatype,
        as_attachment=True,
        download_name=veilige_naam(naam),
        max_age=None,
    )
    antwoord.content_length = lengte
    antwoord.call_on_close(inhoud.close)
    return antwoord
