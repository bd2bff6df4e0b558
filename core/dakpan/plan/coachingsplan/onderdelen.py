"""Het plan in de onderdelen die een regelset kent, zodat niemand doelen en uren ook nog eens als tekst schrijft."""

from collections.abc import Iterator

from dakpan.plan.coachingsplan.domain import Plandoel, Planinhoud
from dakpan.plan.domain import Planonderdeel

# Wat een uitgewerkt plan zelf zegt; deze onderdelen vraagt geen formulier meer als tekst.
UIT_PLAN = frozenset(
    {
        Planonderdeel.COACHINGSDOELEN,
        Planonderdeel.BENODIGDE_TIJD,
        Planonderdeel.ACTIVITEITEN_PER_DOEL,
        Planonderdeel.UREN_PER_ACTIVITEIT,
        Planonderdeel.DATUM_BEREIKT,
        Planonderdeel.EVALUATIEMOMENTEN,
        Planonderdeel.PASSENDE_WERKPLEK,
        Planonderdeel.AFSPRAKEN_BEGELEIDER,
    }
)


def als_teksten(inhoud: Planinhoud) -> dict[Planonderdeel, str]:
    """Elk onderdeel dat dit plan heeft. Ontbreekt bij één doel iets, dan heeft het plan dat onderdeel nog niet."""
    return {onderdeel: tekst for onderdeel, tekst in _onderdelen(inhoud) if tekst}


def _onderdelen(inhoud: Planinhoud) -> Iterator[tuple[Planonderdeel, str]]:
    doelen = inhoud.doelen
    yield Planonderdeel.COACHINGSDOELEN, _regels(*(een.tekst for een in doelen))
    if doelen and all(een.activiteiten for een in doelen):
        yield Planonderdeel.ACTIVITEITEN_PER_DOEL, _regels(*map(_activiteiten, doelen))
    if inhoud.is_begroot:
        yield Planonderdeel.UREN_PER_ACTIVITEIT, _regels(*map(_uren, doelen))
        yield Planonderdeel.BENODIGDE_TIJD, f"In totaal {inhoud.uren}."
    dagen = [een.streefdatum for een in doelen]
    if doelen and all(dagen):
        yield Planonderdeel.DATUM_BEREIKT, _regels(*(f"{dag:%d-%m-%Y}" for dag in dagen))
    yield Planonderdeel.EVALUATIEMOMENTEN, _regels(*(f"{een.datum:%d-%m-%Y} {een.tekst}" for een in inhoud.evaluaties))
    yield Planonderdeel.PASSENDE_WERKPLEK, inhoud.werkplek
    yield Planonderdeel.AFSPRAKEN_BEGELEIDER, inhoud.begeleider


def _regels(*regels: str) -> str:
    return "\n".join(f"{nummer}. {regel.strip()}" for nummer, regel in enumerate(regels, start=1))


def _activiteiten(doel: Plandoel) -> str:
    return "; ".join(een.tekst for een in doel.activiteiten)


def _uren(doel: Plandoel) -> str:
    return "; ".join(f"{een.tekst}: {een.uren}" for een in doel.activiteiten)
