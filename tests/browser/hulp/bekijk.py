"""Wat er op elke pagina hoort te kloppen: titel, koppen, taal, en voor wie geen muis heeft."""

import re
from collections.abc import Iterable
from itertools import pairwise

from playwright.sync_api import Page

_TITEL = re.compile(r".{3,} – Dakpan")

_KOP = """
() => ({
  titel: document.title,
  taal: document.documentElement.lang,
  koppen: [...document.querySelectorAll('h1')].map((el) => el.innerText.trim()),
  niveaus: [...document.querySelectorAll('h1, h2, h3, h4')]
    .filter((el) => el.checkVisibility())
    .map((el) => Number(el.tagName[1])),
})
"""
# Op een Engelse pagina hoort een voorlezer te weten wat Nederlands is. Een brief is in de taal van wie hem vroeg.
_ZONDER_TAAL = """
() => {
  const lopen = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const gevonden = [];
  for (let knoop = lopen.nextNode(); knoop; knoop = lopen.nextNode()) {
    const el = knoop.parentElement;
    if (el.closest('[lang]').lang !== 'en' || el.closest('script, textarea, option, .dp-brief')) continue;
    gevonden.push(knoop.data.trim());
  }
  return gevonden;
}
"""
_WOORD = re.compile(
    r"\b(de|het|een|niet|wordt|voor|met|zijn|deze|naar|bij|nog|geen|ook|aan|van|door|uw)\b", re.IGNORECASE
)
_ZONDER_FOCUS = """
() => {
  const aan_te_wijzen = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
  const stijl = (el) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(el);
    return [outlineStyle, outlineWidth, boxShadow].join(' ');
  };
  const onzichtbaar = [];
  for (const el of document.querySelectorAll(aan_te_wijzen)) {
    if (el.disabled || !el.checkVisibility()) continue;
    document.activeElement?.blur();
    const gewoon = stijl(el);
    el.focus();
    if (document.activeElement !== el || stijl(el) === gewoon) onzichtbaar.push(el.outerHTML.slice(0, 120));
  }
  document.activeElement?.blur();
  window.scrollTo(0, 0);
  return onzichtbaar;
}
"""
_OPEN = "() => document.querySelectorAll('main details').forEach((el) => { el.open = true; })"


def vouw_open(pagina: Page) -> None:
    """Alles wat opengaat staat open: ook wat een lezer pas later ziet moet kloppen."""
    pagina.evaluate(_OPEN)


def kop_klopt(pagina: Page, taal: str) -> list[str]:
    """Een titel die de pagina noemt, één hoofdkop, geen overgeslagen kopniveau, en de taal die gekozen is."""
    kop = pagina.evaluate(_KOP)
    sprongen = [(een, twee) for een, twee in pairwise(kop["niveaus"]) if twee > een + 1]
    eisen = {
        f"de taal is {kop['taal']} en niet {taal}": kop["taal"] == taal,
        f"geen goede titel: {kop['titel']!r}": _TITEL.fullmatch(kop["titel"]) is not None,
        f"niet één hoofdkop: {kop['koppen']}": len(list(filter(None, kop["koppen"]))) == 1,
        f"kopniveaus overgeslagen: {sprongen}": not sprongen,
    }
    return [klacht for klacht, goed in eisen.items() if not goed]


def nederlands_zonder_taal(pagina: Page, getypt: Iterable[str]) -> list[str]:
    """In het Engels staat Nederlands alleen waar erbij staat dat het Nederlands is, of waar iemand het typte."""
    teksten = (_zonder(tekst, getypt) for tekst in pagina.evaluate(_ZONDER_TAAL))
    return [f"Nederlands in het Engels: {tekst}" for tekst in teksten if len(_WOORD.findall(tekst)) > 1]


def _zonder(tekst: str, getypt: Iterable[str]) -> str:
    for een in getypt:
        tekst = tekst.replace(een, "…")
    return tekst


def zonder_focus(pagina: Page) -> list[str]:
    """Bij alles wat te bedienen is, is te zien dat het aan de beurt is."""
    pagina.keyboard.press("Tab")
    return [f"geen zichtbare focus: {html}" for html in pagina.evaluate(_ZONDER_FOCUS)]


def eerste_tab(pagina: Page) -> list[str]:
    """De eerste stop is 'naar de inhoud', te zien, en hij brengt je erheen."""
    pagina.keyboard.press("Tab")
    overslaan = pagina.locator(".utrecht-skip-link:focus")
    if overslaan.count() != 1:
        return [f"de eerste Tab komt bij: {pagina.evaluate('document.activeElement.outerHTML')[:120]}"]
    te_zien = overslaan.evaluate("el => getComputedStyle(el).clipPath") == "none"
    pagina.keyboard.press("Enter")
    aangekomen = pagina.evaluate("document.activeElement.id") == "inhoud"
    return [] if te_zien and aangekomen else ["de link naar de inhoud is niet te zien of brengt je er niet heen"]
