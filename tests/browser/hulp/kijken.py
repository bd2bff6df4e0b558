"""Wat een test van een pagina kan vragen: is zij toegankelijk, past zij op een telefoon, hoe ziet zij eruit?"""

import os
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from playwright.sync_api import FloatRect, Page, ViewportSize

HUIS = Path(__file__).parents[3]
AXE = HUIS / "core" / "dakpan" / "web" / "gezicht" / "node_modules" / "axe-core" / "axe.min.js"
SCHERMEN = HUIS / "docs" / "schermen"
TELEFOON = ViewportSize(width=360, height=740)
BEELDSCHERM = ViewportSize(width=1280, height=900)
# Van een breed scherm komt het bovenste deel op de afdruk; een telefoon past er helemaal in.
HOOGUIT = 780

BUITEN_BEELD = """
() => {
  const breedte = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= breedte) return [];
  const steektUit = (el) => el.getBoundingClientRect().right > breedte + 0.5;
  const naam = (el) => [el.tagName.toLowerCase() + (el.id && '#' + el.id), ...el.classList].join('.');
  const namen = [...document.body.querySelectorAll('*')].filter(steektUit).slice(0, 8).map(naam);
  return [`${document.documentElement.scrollWidth} breed in plaats van ${breedte}`, ...namen];
}
"""

# Een datumvak volgt de taal van de browser zelf; op de afdruk staat de datum zoals een Nederlandse haar toont.
DATUMS = """
() => document.querySelectorAll('input[type=date]').forEach((vak) => {
  const [jaar, maand, dag] = vak.value.split('-');
  vak.type = 'text';
  vak.value = dag ? `${dag}-${maand}-${jaar}` : 'dd-mm-jjjj';
})
"""


class Axe(Protocol):
    """Kijkt een pagina na. ``methode`` is POST als de pagina het antwoord op een formulier is."""

    def __call__(self, pagina: Page, methode: str = "GET") -> None: ...


@cache
def _axe() -> str:
    assert AXE.exists(), "axe-core is niet geïnstalleerd; draai eerst `make setup`"
    return AXE.read_text(encoding="utf-8")


def axe_fouten(pagina: Page) -> list[str]:
    """Wat axe-core op deze pagina vindt, met de plek erbij; best practices tellen mee."""
    pagina.evaluate(_axe())
    uitslag: dict[str, Any] = pagina.evaluate("() => axe.run(document, {resultTypes: ['violations'], preload: false})")
    assert uitslag["passes"] or uitslag["violations"], "axe heeft niets nagekeken"
    return [
        f"{fout['id']} ({fout['impact']}): {fout['help']} bij {knoop['target']} {knoop['html'][:120]}"
        for fout in uitslag["violations"]
        for knoop in fout["nodes"]
    ]


def buiten_beeld(pagina: Page) -> list[str]:
    """Wat er op een telefoon van 360 punten breed buiten beeld valt."""
    was = pagina.viewport_size
    pagina.set_viewport_size(TELEFOON)
    buiten: list[str] = pagina.evaluate(BUITEN_BEELD)
    if was is not None:
        pagina.set_viewport_size(was)
    return buiten


def past_op_telefoon(pagina: Page) -> None:
    """De pagina is op 360 punten breed te lezen zonder opzij te schuiven."""
    assert buiten_beeld(pagina) == [], f"{pagina.url} schuift opzij"


def schermafdruk(pagina: Page, naam: str) -> None:
    """Bewaart het scherm als ``docs/schermen/<naam>.png``, alleen met ``DAKPAN_SCHERMEN=1``."""
    if os.environ.get("DAKPAN_SCHERMEN") == "1":
        SCHERMEN.mkdir(parents=True, exist_ok=True)
        pagina.evaluate(DATUMS)
        beeld = pagina.viewport_size or BEELDSCHERM
        deel = FloatRect(x=0, y=0, width=beeld["width"], height=min(beeld["height"], HOOGUIT))
        pagina.screenshot(path=SCHERMEN / f"{naam}.png", animations="disabled", caret="hide", clip=deel)
