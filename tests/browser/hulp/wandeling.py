"""Mensen die samen één zaak doorlopen: elk met een eigen aanmelding, en met de muis of alleen met toetsen.

Wat iemand doet staat in ``wandeling_stappen``; hoe hij klikt of typt staat hier, zodat elke wandeling maar één keer
is geschreven.
"""

import re
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from playwright.sync_api import FilePayload, Locator, Page, expect
from tests.browser.hulp.bezoekers import Bezoekers
from tests.browser.hulp.toetsenbord import Toetsenbord

VAKKEN = "input, textarea, select"


class Hand(Protocol):
    """Waarmee iemand een pagina bedient. Alles heet zoals het op het scherm staat."""

    @property
    def pagina(self) -> Page:
        """Waar hij nu is."""

    def volg(self, naam: str) -> None:
        """Opent een verwijzing en wacht op de pagina."""

    def druk_op(self, naam: str) -> None:
        """Drukt op een knop en wacht op wat er komt."""

    def haal_op(self, naam: str) -> str:
        """Bewaart het bestand achter een verwijzing; het antwoord is wat erin staat."""

    def vul(self, vraag: str, antwoord: str | date) -> None:
        """Vervangt wat er bij deze vraag staat."""

    def kies(self, vraag: str, keuze: str) -> None:
        """Kiest uit een lijst of uit rondjes."""

    def vink(self, keuze: str) -> None:
        """Zet een vakje aan."""

    def alleen(self, vraag: str, keuze: str) -> None:
        """Zet bij deze vraag dit ene vakje aan en de andere uit."""

    def klap_open(self, kop: str) -> None:
        """Klapt een stuk tekst open."""

    def breng(self, vraag: str, naam: str, inhoud: bytes) -> None:
        """Kiest dit bestand."""


def verder(pagina: Page) -> AbstractContextManager[Any]:
    """Wat hierbinnen gebeurt opent een andere pagina; wie daarna kijkt ziet nooit nog de oude."""
    return pagina.expect_navigation(wait_until="domcontentloaded")


def vak(pagina: Page, vraag: str) -> Locator:
    """Het vak bij deze vraag, ook als er ``(niet verplicht)`` achter staat."""
    return pagina.locator(VAKKEN).and_(pagina.get_by_label(_label(vraag)))


def rondje(pagina: Page, vraag: str, keuze: str) -> Locator:
    """Deze mogelijkheid bij deze vraag."""
    return pagina.get_by_role("group", name=_label(vraag)).get_by_role("radio", name=keuze, exact=True)


def vakje(pagina: Page, keuze: str) -> Locator:
    """Het vakje met precies dit erbij."""
    return pagina.get_by_role("checkbox", name=keuze, exact=True).first


def aangevinkt(pagina: Page, vraag: str) -> list[Locator]:
    """Wat er bij deze vraag al aanstaat, elk op zijn eigen plek."""
    vakjes = pagina.get_by_role("group", name=_label(vraag)).get_by_role("checkbox").all()
    return [een for een in vakjes if een.is_checked()]


def _label(vraag: str) -> re.Pattern[str]:
    return re.compile(rf"^\s*{re.escape(vraag)}(\s*\(niet verplicht\))?\s*$")


def uitklapper(pagina: Page, kop: str) -> Locator:
    """Het opschrift waarachter meer staat."""
    return pagina.locator("summary").filter(has_text=re.compile(rf"^\s*{re.escape(kop)}"))


@dataclass(frozen=True)
class Muis:
    """Iemand die klikt."""

    pagina: Page

    def volg(self, naam: str) -> None:
        with verder(self.pagina):
            self.pagina.get_by_role("link", name=naam, exact=True).first.click()

    def haal_op(self, naam: str) -> str:
        with self.pagina.expect_download() as opgehaald:
            self.pagina.get_by_role("link", name=naam, exact=True).first.click()
        return opgehaald.value.path().read_text(encoding="utf-8")

    def druk_op(self, naam: str) -> None:
        with verder(self.pagina):
            self.pagina.get_by_role("button", name=naam, exact=True).first.click()

    def vul(self, vraag: str, antwoord: str | date) -> None:
        vak(self.pagina, vraag).fill(str(antwoord))

    def kies(self, vraag: str, keuze: str) -> None:
        lijst = vak(self.pagina, vraag).and_(self.pagina.locator("select"))
        if lijst.count():
            lijst.select_option(label=keuze)
        else:
            rondje(self.pagina, vraag, keuze).check()

    def vink(self, keuze: str) -> None:
        vakje(self.pagina, keuze).check()

    def alleen(self, vraag: str, keuze: str) -> None:
        for een in aangevinkt(self.pagina, vraag):
            een.uncheck()
        vakje(self.pagina, keuze).check()

    def klap_open(self, kop: str) -> None:
        uitklapper(self.pagina, kop).first.click()

    def breng(self, vraag: str, naam: str, inhoud: bytes) -> None:
        with self.pagina.expect_file_chooser() as kiezer:
            vak(self.pagina, vraag).click()
        kiezer.value.set_files(_bestand(naam, inhoud))


@dataclass(frozen=True)
class Toetsen:
    """Iemand zonder muis: overal naartoe met Tab, en steeds te zien waar hij is."""

    pagina: Page

    @property
    def _toetsen(self) -> Toetsenbord:
        return Toetsenbord(self.pagina)

    def volg(self, naam: str) -> None:
        self._toetsen.naar("link", naam)
        self._enter()

    def druk_op(self, naam: str) -> None:
        self._toetsen.naar("button", naam)
        self._enter()

    def haal_op(self, naam: str) -> str:
        self._toetsen.naar("link", naam)
        with self.pagina.expect_download() as opgehaald:
            self._toetsen.druk("Enter")
        return opgehaald.value.path().read_text(encoding="utf-8")

    def _enter(self) -> None:
        with verder(self.pagina):
            self._toetsen.druk("Enter")

    def vul(self, vraag: str, antwoord: str | date) -> None:
        doel = self._toetsen.ga_naar(vak(self.pagina, vraag), vraag)
        if isinstance(antwoord, date):
            self.pagina.keyboard.type(f"{antwoord:%m%d%Y}")
        else:
            self._toetsen.druk("Control+a")
            self.pagina.keyboard.insert_text(antwoord)
        assert doel.input_value() == str(antwoord), f"bij {vraag!r} staat {doel.input_value()!r}"

    def kies(self, vraag: str, keuze: str) -> None:
        lijst = vak(self.pagina, vraag).and_(self.pagina.locator("select"))
        if lijst.count():
            self._toetsen.ga_naar(lijst, vraag)
            self.pagina.keyboard.type(keuze)
            expect(lijst.locator("option:checked")).to_have_text(keuze)
        else:
            self._toetsen.kies_uit_groep(rondje(self.pagina, vraag, keuze), keuze)

    def vink(self, keuze: str) -> None:
        doel = self._toetsen.ga_naar(vakje(self.pagina, keuze), keuze)
        if not doel.is_checked():
            self._toetsen.druk("Space")

    def alleen(self, vraag: str, keuze: str) -> None:
        for een in aangevinkt(self.pagina, vraag):
            self._toetsen.ga_naar(een, vraag)
            self._toetsen.druk("Space")
        self.vink(keuze)

    def klap_open(self, kop: str) -> None:
        self._toetsen.ga_naar(uitklapper(self.pagina, kop).first, kop)
        self._toetsen.druk("Enter")

    def breng(self, vraag: str, naam: str, inhoud: bytes) -> None:
        # Het venster om een bestand te kiezen is van de browser zelf; tot daar gaat het met toetsen.
        self._toetsen.ga_naar(vak(self.pagina, vraag), vraag).set_input_files(_bestand(naam, inhoud))


def _bestand(naam: str, inhoud: bytes) -> FilePayload:
    return FilePayload(name=naam, mimeType="application/octet-stream", buffer=inhoud)


@dataclass
class Gezelschap:
    """Wie er meelopen. Iedereen meldt zich één keer aan, in een eigen browser."""

    bezoekers: Bezoekers
    met: Callable[[Page], Hand]
    keuzes: Mapping[str, Any] = field(default_factory=dict)
    binnen: dict[str, Hand] = field(default_factory=dict)

    def als(self, huis: str, naam: str) -> Hand:
        """Deze speler, aangemeld met één klik op de voordeur van de demonstratie."""
        if naam not in self.binnen:
            self.binnen[naam] = self.nieuw(huis, naam)
        return self.binnen[naam]

    def nieuw(self, huis: str, naam: str) -> Hand:
        """Dezelfde mens nog eens, achter een ander scherm."""
        hand = self.met(self.bezoekers.nieuw(**self.keuzes))
        hand.pagina.goto("/aanmelden")
        knop = hand.pagina.get_by_role("button", name=naam, exact=True)
        if not knop.is_visible():
            hand.klap_open(huis)
        hand.druk_op(naam)
        expect(hand.pagina.get_by_role("banner")).to_contain_text(naam)
        return hand


def inhoud(hand: Hand) -> Locator:
    """De pagina zonder menu en voet."""
    return hand.pagina.get_by_role("main")


def kop(hand: Hand) -> Locator:
    """Het opschrift van de pagina."""
    return hand.pagina.get_by_role("heading", level=1)


def gelukt(hand: Hand, melding: str) -> None:
    """Na een handeling staat er wat er gebeurde."""
    expect(hand.pagina.get_by_role("status").filter(has_text=melding)).to_be_visible()
