"""Bezoekers van één server: elk met een eigen browser vol koekjes, allemaal onder dezelfde bewaking."""

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize
from tests.browser.hulp.bewaking import Bewaking
from tests.browser.hulp.kijken import BEELDSCHERM

GEDULD_MS = 15_000


@dataclass
class Bezoekers:
    """Wie er tijdens één test rondlopen."""

    browser: Browser
    bewaking: Bewaking
    _binnen: list[BrowserContext] = field(default_factory=list)

    def nieuw(self, beeld: ViewportSize = BEELDSCHERM, **keuzes: Any) -> Page:
        """Een pagina van iemand die nog niet is aangemeld; ``java_script_enabled=False`` en zo gaan naar Playwright."""
        context = self.browser.new_context(
            base_url=self.bewaking.adres,
            viewport=beeld,
            locale="nl-NL",
            timezone_id="Europe/Amsterdam",
            reduced_motion="reduce",
            **keuzes,
        )
        self._binnen.append(context)
        context.set_default_timeout(GEDULD_MS)
        # Ook een tweede tabblad dat de pagina zelf opent staat onder bewaking.
        context.on("page", self.bewaking.volg)
        return context.new_page()

    def vertrek(self) -> None:
        """Sluit alles wat deze test opende."""
        while self._binnen:
            self._binnen.pop().close()
