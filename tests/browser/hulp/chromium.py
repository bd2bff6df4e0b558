"""Chromium van de machine zelf: waar hij staat en hoe hij begint. Er wordt nooit een browser opgehaald."""

import os
import shutil
from collections.abc import Mapping

NAMEN = ("chromium", "chromium-browser")
ADVIES = "Draai `make setup` als root of `sudo apt-get install chromium`, of wijs hem aan met DAKPAN_CHROMIUM."
# Een browser in een test praat alleen met de server van die test.
ALLEEN_HIER = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


class GeenChromium(Exception):
    """Er is hier geen Chromium; de tekst zegt wat te doen."""


def zoek_chromium(omgeving: Mapping[str, str]) -> str:
    """Het programma: het aangewezen, of het eerste op het zoekpad."""
    aangewezen = omgeving.get("DAKPAN_CHROMIUM")
    namen = (aangewezen,) if aangewezen else NAMEN
    gevonden = (shutil.which(naam, path=omgeving.get("PATH")) for naam in namen)
    programma = next((pad for pad in gevonden if pad), None)
    if programma is None:
        raise GeenChromium(f"Deze test heeft Chromium nodig en {' of '.join(namen)} is er niet. {ADVIES}")
    return programma


def vlaggen() -> list[str]:
    """De opties waarmee hij begint; als root kan zijn eigen afscherming niet aan."""
    return [*ALLEEN_HIER, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
