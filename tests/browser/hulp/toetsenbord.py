"""Een bezoeker zonder muis: alles met Tab, spatie, Enter en pijltjes, en altijd te zien waar hij is."""

from dataclasses import dataclass
from typing import Any, Literal

from playwright.sync_api import Locator, Page

HOOGUIT, RONDES = 250, 2
Rol = Literal["link", "button", "textbox", "combobox", "checkbox", "radio", "spinbutton", "menuitem", "tab"]

HEEFT_FOCUS = "el => el === document.activeElement"
IS_TE_ZIEN = """
el => {
  const stijl = getComputedStyle(el);
  const lijn = stijl.outlineStyle !== 'none' && parseFloat(stijl.outlineWidth) > 0;
  return lijn || stijl.boxShadow !== 'none';
}
"""
# Niets: het onderdeel of zijn groep is aan de beurt.
WAAR = """
(doel, groep) => {
  const el = document.activeElement;
  if (el === doel || (groep !== null && el.type === 'radio' && el.name === groep)) return null;
  return el === document.body ? 'BODY' : (el.textContent || el.name || el.tagName).trim().slice(0, 60);
}
"""
# Wie verder dan een half rondje van het onderdeel af is gaat met Shift erbij terug: dan komt hij er van de andere kant.
# In een datumvak, een groep rondjes en wat niet te bereiken is gaat het vooruit: daar telt waar je binnenkomt.
TERUG_IS_KORTER = """
(doel, groep) => {
  const aan_de_beurt = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
  const alle = [...document.querySelectorAll(aan_de_beurt)].filter((el) => !el.disabled && el.checkVisibility());
  const afstand = alle.indexOf(doel) - alle.indexOf(document.activeElement);
  if (groep !== null || doel.type === 'date' || !alle.includes(doel)) return false;
  return (afstand + alle.length) % alle.length > alle.length / 2;
}
"""


@dataclass(frozen=True)
class Toetsenbord:
    """De toetsen van één bezoeker op één pagina."""

    pagina: Page

    def naar(self, rol: Rol, naam: str) -> Locator:
        """Gaat met Tab naar dit onderdeel, zoals een schermlezer het noemt; daar aangekomen moet dat te zien zijn."""
        return self.ga_naar(self.pagina.get_by_role(rol, name=naam, exact=True).first, f"{rol} {naam!r}")

    def ga_naar(self, doel: Locator, wat: str) -> Locator:
        """Gaat met Tab naar dit onderdeel; ``wat`` zegt in een fout waar het om ging."""
        langs = self._tab_tot(doel)
        assert doel.evaluate(HEEFT_FOCUS), f"met Tab kom je niet bij {wat}; wel langs {langs}"
        assert doel.evaluate(IS_TE_ZIEN), f"bij {wat} is niet te zien dat het aan de beurt is"
        return doel

    def druk(self, toets: str) -> None:
        """Eén toets, zoals ``Enter`` of ``ArrowDown``."""
        self.pagina.keyboard.press(toets)

    def volg(self, naam: str) -> None:
        """Gaat naar een verwijzing en opent haar."""
        self.naar("link", naam)
        self.druk("Enter")

    def druk_op(self, naam: str) -> None:
        """Gaat naar een knop en drukt hem in."""
        self.naar("button", naam)
        self.druk("Enter")

    def vul(self, naam: str, tekst: str) -> None:
        """Vervangt wat in dit veld staat door deze tekst."""
        self.naar("textbox", naam)
        self.druk("Control+a")
        self.pagina.keyboard.type(tekst)

    def kies(self, naam: str, keuze: str) -> None:
        """Kiest uit een lijst door te typen, zoals een lijst van de browser dat kan."""
        lijst = self.naar("combobox", naam)
        self.pagina.keyboard.type(keuze)
        gekozen = lijst.evaluate("el => el.selectedOptions[0].text.trim()")
        assert gekozen == keuze, f"in {naam!r} is {gekozen!r} gekozen in plaats van {keuze!r}"

    def vink_aan(self, naam: str) -> None:
        """Zet een vakje aan met de spatie."""
        vakje = self.naar("checkbox", naam)
        if not vakje.is_checked():
            self.druk("Space")

    def kies_rondje(self, naam: str) -> None:
        """Kiest één mogelijkheid: met Tab naar de groep, en met de pijl tot het deze is."""
        self.kies_uit_groep(self.pagina.get_by_role("radio", name=naam, exact=True).first, naam)

    def kies_uit_groep(self, doel: Locator, naam: str) -> None:
        """Kiest dit rondje, met de pijl vanaf waar de groep begint."""
        self._tab_tot(doel, groep=doel.get_attribute("name"))
        for _ in range(HOOGUIT):
            if doel.evaluate(HEEFT_FOCUS):
                break
            self.druk("ArrowDown")
        self.druk("Space")
        assert doel.is_checked(), f"met de pijltjes kom je niet bij {naam!r}"

    def _tab_tot(self, doel: Locator, groep: str | None = None) -> list[Any]:
        """Drukt op Tab tot dit onderdeel (of zijn groep) aan de beurt is; het antwoord is waar je langskwam."""
        # Eén keer opzoeken: bij elke toets opnieuw zoeken op naam kost meer dan alle toetsen samen.
        gevonden = doel.element_handle()
        langs: list[Any] = []
        waar = gevonden.evaluate(WAAR, groep)
        toets = "Shift+Tab" if waar is not None and gevonden.evaluate(TERUG_IS_KORTER, groep) else "Tab"
        while waar is not None and len(langs) < HOOGUIT and langs.count("BODY") < RONDES:
            self.druk(toets)
            waar = gevonden.evaluate(WAAR, groep)
            langs.append(waar)
        return langs
