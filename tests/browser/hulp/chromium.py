"""Chromium van de machine zelf: waar hij staat en hoe hij begint. Er wordt nooit een browser opgehaald."""

import os
import shutil
from collections.abc import Mapping

# De schil heeft geen vensters en geen adresbalk: dezelfde pagina's kosten er ruim een derde minder rekentijd.
NAMEN = ("chromium-headless-shell", "chromium", "chromium-browser")
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
# Bij elk nieuw venster laadt Chromium eigen pagina's voor suggesties in een adresbalk die hier niemand ziet (de laatste
# drie): meer dan de helft van de rekentijd van een bezoeker. Deze keuze vervangt die van Playwright; de andere zijn
# van hem.
UITGEZET = (
    *("AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades"),
    *("PaintHolding", "OptimizationHints"),
    *("WebUIOmniboxPopup", "WebUIOmniboxFullPopup", "WebUIOmniboxAimPopup"),
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
    zonder = f"--disable-features={','.join(UITGEZET)}"
    return [*ALLEEN_HIER, zonder, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
