"""Haalt alle teksten uit code en sjablonen en werkt de woordenlijsten bij; wat vertaald is blijft vertaald.

Draai: python core/dakpan/web/gezicht/woorden.py
"""

import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from dakpan.web.gezicht.zinnen import spelers_in, zinnen_in

HIER = Path(__file__).parent
WEB = HIER.parent
KERN = WEB.parent
SPELERS = KERN.parents[1] / "tenants" / "demo" / "spelers"
VERTALINGEN = WEB / "vertalingen"
LEZERS = [("**.py", "python"), ("**/templates/**.html", "jinja2")]
WOORDEN = {"_": None, "_l": None, "gettext": None, "lazy_gettext": None, "ngettext": (1, 2)}

# Zonder datums en namen: dezelfde teksten geven altijd hetzelfde bestand.
KOP = """# Bijwerken met core/dakpan/web/gezicht/woorden.py
msgid ""
msgstr ""
"Project-Id-Version: dakpan\\n"
"Language: {taal}\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def verzamel() -> Catalog:
    """Elke tekst die iemand kan lezen, op volgorde van de tekst."""
    teksten = Catalog(charset="utf-8")
    for _bestand, _regel, tekst, _commentaar, context in extract_from_dir(
        KERN, method_map=LEZERS, keywords=WOORDEN, directory_filter=_eigen
    ):
        teksten.add(tekst, context=context)
    for zin, context in zinnen_in(KERN):
        teksten.add(zin, context=context)
    for zin in spelers_in(SPELERS):
        teksten.add(zin)
    return teksten


def _eigen(pad: str) -> bool:
    return Path(pad).name not in {"node_modules", "statisch_gebouwd", "gezicht"}


def werk_bij(woordenlijst: Path, teksten: Catalog) -> list[str]:
    """Schrijft de woordenlijst opnieuw en zegt wat nog niet is vertaald."""
    with woordenlijst.open("rb") as bron:
        catalogus = read_po(bron, locale=woordenlijst.parts[-3])
    catalogus.update(teksten, no_fuzzy_matching=True, update_header_comment=False)
    with woordenlijst.open("wb") as doel:
        doel.write(KOP.format(taal=catalogus.locale).encode())
        write_po(doel, catalogus, width=120, no_location=True, omit_header=True, sort_output=True, ignore_obsolete=True)
    return [str(melding.id) for melding in catalogus if melding.id and not vertaald(melding.string)]


def vertaald(tekst: str | tuple[str, ...] | list[str] | None) -> bool:
    """Is er een vertaling, en bij een meervoud van elke vorm een?"""
    return bool(tekst) if isinstance(tekst, str) or tekst is None else all(tekst)


if __name__ == "__main__":
    gevonden = verzamel()
    open_ = {lijst: werk_bij(lijst, gevonden) for lijst in sorted(VERTALINGEN.glob("*/LC_MESSAGES/*.po"))}
    for lijst, teksten in open_.items():
        sys.stdout.write(f"{lijst.parts[-3]}: {len(gevonden)} teksten, {len(teksten)} nog te vertalen\n")
        sys.stdout.writelines(f"  {tekst}\n" for tekst in teksten)
