"""Is dit bestand wat het zegt te zijn? De inhoud beslist, niet de naam.

Een bestand is één ding: het begint en eindigt als zijn soort, en er zit geen tweede soort in. Zo opent nergens iemand
een foto die ook een programma is.
"""

import re
import warnings
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import NamedTuple

GROOTSTE = 3_000_000
LANGSTE_NAAM = 150
MEESTE_PUNTEN = 40_000_000
_KOP = 1024
_PDF_EIND = re.compile(rb"startxref\s+(\d+)\s+%%EOF[\s\x00]*\Z")
_VREEMD = re.compile(rb"%pdf-|<html|<script|<!doctype|<\?php|<svg|<\?xml-stylesheet")
_ONVEILIG = re.compile(r"[\x00-\x1f\x7f/\\:]|\.\.")


class Afgekeurd(ValueError):
    """Dit bestand kan er niet bij; de tekst zegt waarom en wat te doen."""


class Bestandssoort(NamedTuple):
    """Een soort bestand die erbij kan: waaraan zij te herkennen is en hoe haar namen eindigen."""

    naam: str
    mediatype: str
    begin: bytes
    uitgangen: tuple[str, ...]


PDF = Bestandssoort("pdf", "application/pdf", b"%PDF-", ("pdf",))
PNG = Bestandssoort("png", "image/png", b"\x89PNG\r\n\x1a\n", ("png",))
JPEG = Bestandssoort("jpeg", "image/jpeg", b"\xff\xd8\xff", ("jpg", "jpeg"))
SOORTEN = (PDF, PNG, JPEG)


def keur_bestand(naam: str, inhoud: bytes) -> Bestandssoort:
    """De soort die het werkelijk is, of ``Afgekeurd``."""
    keur_naam(naam)
    if not inhoud:
        raise Afgekeurd("dit bestand is leeg; kies een ander")
    if len(inhoud) > GROOTSTE:
        raise Afgekeurd("dit bestand is te groot; ten hoogste 3.000.000 bytes (3,0 MB) passen, dus maak het kleiner")
    soort = next((een for een in SOORTEN if inhoud.startswith(een.begin)), None)
    if soort is None:
        raise Afgekeurd("dit is van binnen geen PDF, PNG of JPEG; sla het eerst zo op")
    if naam.rpartition(".")[2].lower() not in soort.uitgangen:
        raise Afgekeurd(f"de naam past niet bij de inhoud: van binnen is dit {soort.naam}; geef het de goede naam")
    _BEKIJK[soort](inhoud)
    _een_ding(soort, inhoud)
    return soort


def keur_naam(naam: str) -> None:
    """Een naam zonder mappen, stuurtekens of verborgen begin, die past."""
    if not naam.strip():
        raise Afgekeurd("kies een bestand")
    if _ONVEILIG.search(naam) or naam.startswith("."):
        raise Afgekeurd("in de naam van dit bestand staat een map of een vreemd teken; geef het een gewone naam")
    if len(naam) > LANGSTE_NAAM:
        raise Afgekeurd(f"de naam van dit bestand is te lang; ten hoogste {LANGSTE_NAAM} tekens")


def _bekijk_pdf(inhoud: bytes) -> None:
    eind = _PDF_EIND.search(inhoud, max(0, len(inhoud) - _KOP))
    if eind is None or int(eind[1]) >= len(inhoud):
        raise Afgekeurd("deze pdf is niet heel; open haar, sla haar opnieuw op en probeer het nog eens")


def _bekijk_png(inhoud: bytes) -> None:
    if not inhoud.endswith(b"\x00\x00\x00\x00IEND\xaeB`\x82"):
        raise Afgekeurd("dit plaatje is niet heel, of er staat iets achter; sla het opnieuw op als png")
    _pak_uit(inhoud, "PNG")


def _bekijk_jpeg(inhoud: bytes) -> None:
    if not inhoud.rstrip(b"\x00").endswith(b"\xff\xd9"):
        raise Afgekeurd("deze foto is niet heel, of er staat iets achter; maak een gewone foto of een schermafdruk")
    _pak_uit(inhoud, "JPEG")


def _pak_uit(inhoud: bytes, soort: str) -> None:
    """Leest het plaatje echt, beeldpunt voor beeldpunt; een klein bestand mag geen reusachtig plaatje zijn."""
    from PIL import Image  # noqa: PLC0415 - alleen nodig als iemand een plaatje brengt

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(inhoud), formats=[soort]) as plaatje:
                if plaatje.width * plaatje.height > MEESTE_PUNTEN:
                    raise Afgekeurd("dit plaatje heeft te veel beeldpunten; maak het kleiner")
                plaatje.load()
    except Afgekeurd:
        raise
    except Exception as fout:
        raise Afgekeurd("dit plaatje is niet te lezen; sla het opnieuw op of maak een nieuwe foto") from fout


def _een_ding(soort: Bestandssoort, inhoud: bytes) -> None:
    """Geen tweede soort erin: geen archief achteraan, geen pagina of programma vooraan."""
    kop = inhoud[len(soort.begin) : _KOP].lower()
    if _VREEMD.search(kop) or zipfile.is_zipfile(BytesIO(inhoud)):
        raise Afgekeurd("in dit bestand zit nog een ander soort bestand; sla het opnieuw op of maak een nieuwe scan")


_BEKIJK: Mapping[Bestandssoort, Callable[[bytes], None]] = {PDF: _bekijk_pdf, PNG: _bekijk_png, JPEG: _bekijk_jpeg}
