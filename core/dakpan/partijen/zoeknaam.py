"""Namen zoals zij worden gezocht: zonder hoofdletters, accenten en voorvoegsels, en zonder streepjes."""

import re
import unicodedata

LANGSTE_ZOEKNAAM, LANGSTE_ZOEKTEKST = 250, 500
# Wie "Berg" zoekt vindt ook "van den Berg"; wie "Zonnebloem" zoekt vindt ook "De Zonnebloem".
_VOORVOEGSELS = frozenset(
    {"aan", "al", "bij", "da", "de", "del", "den", "der", "di", "du", "el", "en", "het", "in", "la", "le", "los"}
    | {"op", "s", "t", "te", "ten", "ter", "tot", "uit", "van", "vande", "vanden", "vander", "ver", "von", "voor", "zu"}
)
_GEEN_LETTER = re.compile(r"[\W_]+")
_LAATSTE = "\U0010ffff"


def zoeknaam(naam: str, *verder: str) -> str:
    """``Van den Bérg, Sanne`` en ``berg sanne`` geven hetzelfde: ``berg sanne``."""
    delen = (" ".join(_zonder_voorvoegsels(_woorden(een))) for een in (naam, *verder))
    return " ".join(filter(None, delen))[:LANGSTE_ZOEKNAAM]


def zoektekst(naam: str, *verder: str) -> str:
    """Waarin een stuk van een naam wordt gezocht: zoals geschreven in kleine letters, en daaronder de zoeknaam."""
    return f"{naam.casefold()}\n{zoeknaam(naam, *verder)}"[:LANGSTE_ZOEKTEKST]


def zoektermen(getypt: str) -> tuple[str, ...]:
    """Waarmee kan een gezochte naam beginnen? ``Sanne de Vries`` is ook ``vries sanne``."""
    woorden = _woorden(getypt)
    omgekeerd = [*_zonder_voorvoegsels(woorden[1:]), *woorden[:1]]
    termen = (" ".join(een)[:LANGSTE_ZOEKNAAM] for een in (_zonder_voorvoegsels(woorden), omgekeerd))
    return tuple(dict.fromkeys(filter(None, termen)))


def kaal(getypt: str) -> str:
    """Zoals een stuk van een zoeknaam geschreven is; leeg als er geen letter of cijfer in staat."""
    return " ".join(_woorden(getypt))


def stukken(getypt: str) -> tuple[str, ...]:
    """Welke stukken moeten er in een zoeknaam staan? Voorvoegsels niet, tenzij er verder niets is getypt."""
    woorden = dict.fromkeys(_woorden(getypt))
    return tuple(een for een in woorden if een not in _VOORVOEGSELS) or tuple(woorden)


def bereik_van(term: str) -> tuple[str, str]:
    """Tussen welke twee teksten liggen alle zoeknamen die zo beginnen? Zo kan een index het vinden."""
    return term, term + _LAATSTE


def _woorden(naam: str) -> list[str]:
    kaal = "".join(teken for teken in unicodedata.normalize("NFKD", naam) if not unicodedata.combining(teken))
    return _GEEN_LETTER.sub(" ", kaal.casefold()).split()


def _zonder_voorvoegsels(woorden: list[str]) -> list[str]:
    """Zonder de voorvoegsels vooraan; bestaat de naam alleen daaruit, dan blijft hij heel."""
    eerste = next((plek for plek, woord in enumerate(woorden) if woord not in _VOORVOEGSELS), 0)
    return woorden[eerste:]
