"""Wat er in de browser misgaat terwijl een test kijkt: meldingen, mislukte verzoeken, en elk verzoek naar buiten."""

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Error, Page, Request

# De bezoeker ging verder voordat het antwoord er was, of sloeg het op als bestand: dat is geen fout.
AFGEBROKEN = "net::ERR_ABORTED"
BINNEN = ("data", "blob", "about")


@dataclass
class Bewaking:
    """Alles wat niet had mogen gebeuren, in de volgorde waarin het gebeurde."""

    adres: str
    klachten: list[str] = field(default_factory=list)
    _toegestaan: list[re.Pattern[str]] = field(default_factory=list)

    def volg(self, pagina: Page) -> None:
        """Kijkt vanaf nu mee met deze pagina."""
        pagina.on("console", self._melding)
        pagina.on("pageerror", self._scriptfout)
        pagina.on("request", self._verzoek)
        pagina.on("requestfailed", self._mislukt)

    def sta_toe(self, patroon: str) -> None:
        """Een klacht die bij deze test hoort, zoals ``"404"`` bij een pagina die er niet is."""
        self._toegestaan.append(re.compile(patroon))

    def uitslag(self) -> list[str]:
        """De klachten die de test niet verwachtte, en wat hij verwachtte maar niet gebeurde."""
        onverwacht = [klacht for klacht in self.klachten if not any(een.search(klacht) for een in self._toegestaan)]
        niet_gebeurd = [een.pattern for een in self._toegestaan if not any(map(een.search, self.klachten))]
        return [*onverwacht, *(f"verwacht maar niet gebeurd: {patroon}" for patroon in niet_gebeurd)]

    def _melding(self, melding: ConsoleMessage) -> None:
        if melding.type in {"error", "warning"}:
            plek = melding.location.get("url", "")
            self.klachten.append(f"console: {melding.text} ({plek})")

    def _scriptfout(self, fout: Error) -> None:
        self.klachten.append(f"script: {fout.message}")

    def _verzoek(self, verzoek: Request) -> None:
        if not verzoek.url.startswith(f"{self.adres}/") and urlsplit(verzoek.url).scheme not in BINNEN:
            self.klachten.append(f"verzoek naar een ander adres: {verzoek.url}")

    def _mislukt(self, verzoek: Request) -> None:
        if verzoek.failure != AFGEBROKEN:
            self.klachten.append(f"mislukt verzoek: {verzoek.url} ({verzoek.failure})")


def per_regel(klachten: list[str], kop: str) -> str:
    """De klachten onder elkaar, om te lezen in de uitslag van een test."""
    return "\n  - ".join((kop, *klachten))
