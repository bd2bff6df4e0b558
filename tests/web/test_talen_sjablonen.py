"""Geen sjabloon heeft tekst buiten de woordenlijst: niet op de pagina, niet in een label, niet in een macro."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

KERN = Path(__file__).parents[2] / "core" / "dakpan"
SJABLONEN = sorted(KERN.rglob("templates/**/*.html"))
JINJA = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
TE_LEZEN = {"alt", "aria-label", "aria-description", "data-label", "placeholder", "title"}
VERTAALT = {"_", "gettext", "ngettext"}
WOORD = re.compile(r"[^\W\d_]{2,}")
ZIN = re.compile(r"^[A-Z]|\w \w")
# Een wet heet in elke taal zoals zij heet, en staat er gemerkt als Nederlands; een soort bestand heet overal zo.
MAG = {"Algemene wet bestuursrecht", "art. 6:7 en 6:8", "CSV", "Excel", "OpenDocument"}


class _Lezer(HTMLParser):
    """Wat iemand van deze pagina ziet of hoort."""

    def __init__(self) -> None:
        super().__init__()
        self.teksten: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - zo heet het
        self.teksten += [waarde for naam, waarde in attrs if naam in TE_LEZEN and waarde]

    def handle_data(self, data: str) -> None:
        self.teksten.append(data)


def los_in_html(bron: str) -> list[str]:
    """Tekst tussen de tags en in leesbare attributen, zonder wat Jinja invult."""
    lezer = _Lezer()
    lezer.feed(JINJA.sub("", bron))
    return [tekst.strip() for tekst in lezer.teksten if WOORD.search(tekst) and not _is_opmaak(tekst.strip())]


def los_in_jinja(bron: str) -> list[str]:
    """Vaste teksten in een uitdrukking of macro die op een zin of opschrift lijken en niet worden vertaald."""
    boom = Environment().parse(bron)  # noqa: S701 - er wordt alleen gelezen
    vertaald = {
        id(tekst) for roep in boom.find_all(nodes.Call) if _vertaalt(roep) for tekst in roep.find_all(nodes.Const)
    }
    vast = [een for een in boom.find_all(nodes.Const) if isinstance(een.value, str) and id(een) not in vertaald]
    return [
        een.value for een in vast if ZIN.search(een.value) and WOORD.search(een.value) and not _is_opmaak(een.value)
    ]


def _vertaalt(roep: nodes.Call) -> bool:
    return isinstance(roep.node, nodes.Name) and roep.node.name in VERTAALT


def _is_opmaak(tekst: str) -> bool:
    """Namen van klassen, attributen en sjablonen."""
    return "--" in tekst or tekst.startswith(("dp-", "aria-")) or tekst.endswith(".html")


@pytest.mark.parametrize("sjabloon", SJABLONEN, ids=lambda pad: pad.relative_to(KERN).as_posix())
def test_elke_tekst_van_een_sjabloon_gaat_door_de_woordenlijst(sjabloon: Path) -> None:
    bron = sjabloon.read_text(encoding="utf-8")
    assert [tekst for tekst in (*los_in_html(bron), *los_in_jinja(bron)) if tekst not in MAG] == []


@pytest.mark.parametrize(
    ("bron", "gezien"),
    [
        ("<p>Dit is vergeten</p>", "Dit is vergeten"),
        ('<a href="/" title="Terug">{{ _("Terug") }}</a>', "Terug"),
        ("<p>{{ naam }} werkt bij {{ waar }}</p>", "werkt bij"),
        ("{{ knoplink('Naar de zaak', url) }}", "Naar de zaak"),
        ("{% call melding('info', titel='Vergeten') %}{% endcall %}", "Vergeten"),
        ("{{ _('Goed') }}{{ 'en fout' if x else '' }}", "en fout"),
    ],
)
def test_de_wachter_ziet_wat_vergeten_is(bron: str, gezien: str) -> None:
    assert [*los_in_html(bron), *los_in_jinja(bron)] == [gezien]


def test_de_wachter_laat_vertaalde_tekst_door() -> None:
    bron = """{# Uitleg voor wie bouwt. #}<p class="dp" aria-label="{{ _('Lees') }}">{{ _('Van %(w)s', w=x) }}</p>
    {{ ngettext('%(num)s zaak', '%(num)s zaken', 2) }}{{ url_for('zaak.toon') }} – 1.2"""
    assert [*los_in_html(bron), *los_in_jinja(bron)] == []
