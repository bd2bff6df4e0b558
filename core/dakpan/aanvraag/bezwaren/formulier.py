"""De formulieren van bezwaar en beroep."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from flask_babel import lazy_gettext as _l

from dakpan.aanvraag.bezwaren.beslissen import UITKOMSTEN, Uitkomstvragen
from dakpan.aanvraag.bezwaren.namen import BEZWAARSOORTEN
from dakpan.aanvraag.bezwaren.vastleggen import LANGSTE_GRONDEN, LANGSTE_NAAM, Bezwaarvragen
from dakpan.aanvraag.domain.bezwaren import Bezwaarsoort, Bezwaarstatus
from dakpan.web.formulier import Formulier, Groep, Veld

UITKOMSTNAMEN = {
    Bezwaarstatus.GEGROND: _l("Gegrond: er komt een ander besluit"),
    Bezwaarstatus.ONGEGROND: _l("Ongegrond: het besluit blijft"),
    Bezwaarstatus.NIET_ONTVANKELIJK: _l("Niet-ontvankelijk: er wordt niet over de inhoud beslist"),
}


def bezwaarformulier(soorten: Iterable[Bezwaarsoort], besluiten: Sequence[tuple[str, str]]) -> Formulier:
    """Wie is het niet eens met het besluit, sinds wanneer en waarom? Is er maar één besluit, dan is dat het."""
    keuzes = tuple((een.value, BEZWAARSOORTEN[een]) for een in soorten)
    hulp = _l("De wet geeft de financier een termijn; welke hier geldt is niet in bron. Laat leeg als u het niet weet.")
    velden = [
        Veld("soort", _l("Wat is het?"), "keuze", verplicht=True, keuzes=keuzes),
        Veld("indiener", _l("Van wie is het?"), verplicht=True, max=LANGSTE_NAAM),
        Veld("ontvangen_op", _l("Op welke dag is het ontvangen?"), "datum", verplicht=True),
        *([_besluitveld(besluiten)] if len(besluiten) > 1 else []),
        Veld("gronden", _l("Waarom is iemand het niet eens?"), "lang", verplicht=True, max=LANGSTE_GRONDEN, rijen=6),
        Veld("beslissen_voor", _l("Beslissen uiterlijk op"), "datum", hulp=hulp),
    ]
    uitleg = _l("Zolang het loopt gaat het werk door: schrijven, accorderen en verslag doen.")
    return Formulier([Groep(_l("Leg het vast"), velden, uitleg)], Bezwaarvragen)


def _besluitveld(besluiten: Sequence[tuple[str, str]]) -> Veld:
    hulp = _l("Leeg: het besluit dat gold op de dag van ontvangst.")
    return Veld("besluit", _l("Tegen welk besluit?"), "keuze", keuzes=besluiten, als_lijst=True, hulp=hulp)


@lru_cache(maxsize=8)
def uitkomstformulier(cijfer: str, soort: Bezwaarsoort, *, van_regels: bool) -> Formulier:
    """Hoe loopt het af, en wat komt er zo nodig in de plaats?

    ``van_regels``: de regels geven een cijfer. Anders vult de beslisser het zelf in, en is het niet vrij.
    """
    bij = ("uitkomst", (Bezwaarstatus.GEGROND.value,))
    keuzes = tuple((een.value, UITKOMSTNAMEN[een]) for een in UITKOMSTEN)
    hulp = _l("Voor de hele periode.") if van_regels else _l("Voor de hele periode. Verplicht bij gegrond.")
    uren = Veld("uren", _l("Toegekende uren"), "uren", hulp=hulp, toon_als=bij, soms=not van_regels)
    bedrag = Veld("bedrag", _l("Toegekend bedrag"), "bedrag", hulp=hulp, toon_als=bij, soms=not van_regels)
    velden = [
        Veld("uitkomst", _l("Hoe loopt het af?"), "keuze", verplicht=True, keuzes=keuzes),
        uren if cijfer == "uren" else bedrag,
        Veld("begin", _l("Eerste dag"), "datum", toon_als=bij),
        Veld("eind", _l("Laatste dag"), "datum", toon_als=bij),
        Veld("motivering", _l("Motivering"), "lang", verplicht=True, rijen=6),
        *([_rechtbankveld()] if soort is Bezwaarsoort.BEZWAAR else []),
    ]
    return Formulier([Groep(_l("De uitkomst"), velden)], Uitkomstvragen)


def _rechtbankveld() -> Veld:
    """Na een beslissing op bezwaar kan iemand in beroep; de brief zegt waar."""
    hulp = _l("De brief noemt haar. Leeg: de brief zegt dat de cliënt het u kan vragen. Welke het is: niet in bron.")
    return Veld("rechtbank", _l("Bij welke rechtbank kan iemand in beroep?"), max=LANGSTE_NAAM, hulp=hulp)
