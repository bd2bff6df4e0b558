"""De formulieren van een wijziging: per soort alleen wat nodig is, en wat de beslisser invult."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from flask_babel import lazy_gettext as _l

from dakpan.aanvraag.domain.meldingen import Meldsoort
from dakpan.aanvraag.namen import REGIMES, keuzes
from dakpan.aanvraag.wijzigen.keuzes import Aanwerk
from dakpan.aanvraag.wijzigen.namen import (
    AANWERK,
    BIJOPLEIDING,
    BIJVERZUIM,
    BIJWERKGEVER,
    MELDSOORTEN,
    REGIMES_ZELF,
    TE_KIEZEN,
)
from dakpan.aanvraag.wijzigen.vragen import LANGSTE_GEGEVEN, LANGSTE_TOELICHTING, SCHEMAS, VAN_CLIENT
from dakpan.web.formulier import Formulier, Groep, Veld

_WAT = _l("Wat verandert er?")


def _gegevens() -> Iterator[Veld]:
    yield Veld("adres", _l("Nieuw adres, met postcode en plaats"), max=LANGSTE_GEGEVEN)
    yield Veld("telefoon", _l("Nieuw telefoonnummer"), max=LANGSTE_GEGEVEN)
    yield Veld("rekening", _l("Nieuw rekeningnummer"), max=LANGSTE_GEGEVEN)


def _werk(*, proefplaatsing: bool) -> Iterator[Veld]:
    kan = {een: naam for een, naam in AANWERK.items() if proefplaatsing or een is not Aanwerk.VERLENGING}
    yield Veld("wat", _WAT, "keuze", verplicht=True, keuzes=keuzes(kan))
    hulp = _l("Verplicht als het aantal uren verandert.")
    bij = ("wat", (Aanwerk.UREN.value,))
    yield Veld("uren_per_week", _l("Hoeveel uur per week wordt het?"), "uren", hulp=hulp, toon_als=bij, soms=True)
    if proefplaatsing:
        hulp = _l("Verplicht als de proefplaatsing langer duurt.")
        bij = ("wat", (Aanwerk.VERLENGING.value,))
        yield Veld("tot_en_met", _l("Tot en met welke dag gaat zij door?"), "datum", hulp=hulp, toon_als=bij, soms=True)


def _werkgever() -> Iterator[Veld]:
    yield Veld("wat", _WAT, "keuze", verplicht=True, keuzes=keuzes(BIJWERKGEVER))
    yield Veld("naam", _l("Naam van het bedrijf"), max=LANGSTE_GEGEVEN)
    yield Veld("adres", _l("Adres, met postcode en plaats"), max=LANGSTE_GEGEVEN)


def _opleiding() -> Iterator[Veld]:
    yield Veld("wat", _WAT, "keuze", verplicht=True, keuzes=keuzes(BIJOPLEIDING))
    yield Veld("naam", _l("Naam van de opleiding of het bedrijf"), max=LANGSTE_GEGEVEN)


def _verzuim() -> Iterator[Veld]:
    yield Veld("wat", _WAT, "keuze", verplicht=True, keuzes=keuzes(BIJVERZUIM))
    yield Veld("tot_en_met", _l("Tot en met"), "datum", hulp=_l("Laat leeg als u dat nog niet weet."))


def _begeleiding() -> Iterator[Veld]:
    yield Veld("regime", _l("Welk regime is er nodig?"), "keuze", verplicht=True, keuzes=keuzes(REGIMES))


def _hulp_zelf() -> Iterator[Veld]:
    hulp = _l("Weet u het niet? Vraag het uw jobcoach.")
    label = _l("Hoeveel hulp hebt u nodig?")
    yield Veld("regime", label, "keuze", verplicht=True, keuzes=keuzes(REGIMES_ZELF), hulp=hulp)


_VELDEN = {
    Meldsoort.GEGEVENS: _gegevens,
    Meldsoort.WERKGEVER: _werkgever,
    Meldsoort.OPLEIDING: _opleiding,
    Meldsoort.VERZUIM: _verzuim,
    Meldsoort.BEGELEIDING: _begeleiding,
}


@lru_cache(maxsize=2 * len(Meldsoort))
def meldformulier(soort: Meldsoort, *, proefplaatsing: bool = False) -> Formulier:
    """Wat bij deze soort nodig is, vanaf wanneer, en hoe de cliënt instemde. Verlengen is er bij een proefplaatsing."""
    akkoord = [
        Veld("akkoord_hoe", _l("Hoe weet u dat de cliënt dit wil?"), "keuze", verplicht=True, keuzes=keuzes(TE_KIEZEN)),
        Veld("akkoord_op", _l("Op welke dag?"), "datum", verplicht=True),
    ]
    uitleg = _l("De cliënt geeft een wijziging door. U mag het formulier samen met hem of namens hem invullen.")
    velden = [*_eigen(soort, proefplaatsing=proefplaatsing), *_altijd(soort, proefplaatsing=proefplaatsing)]
    groepen = [Groep(MELDSOORTEN[soort], velden), Groep(_l("Akkoord van de cliënt"), akkoord, uitleg)]
    return Formulier(groepen, SCHEMAS[soort])


@lru_cache(maxsize=2 * len(Meldsoort))
def clientformulier(soort: Meldsoort, *, proefplaatsing: bool = False) -> Formulier:
    """Wat de cliënt zelf invult: dezelfde vragen, in zijn woorden; zijn akkoord is dat hij het verstuurt."""
    begeleiding = soort is Meldsoort.BEGELEIDING
    eigen = _hulp_zelf() if begeleiding else _eigen(soort, proefplaatsing=proefplaatsing)
    velden = [*eigen, *_altijd(soort, proefplaatsing=proefplaatsing)]
    return Formulier([Groep(MELDSOORTEN[soort], velden)], VAN_CLIENT[soort])


def _eigen(soort: Meldsoort, *, proefplaatsing: bool) -> Iterator[Veld]:
    return _werk(proefplaatsing=proefplaatsing) if soort is Meldsoort.WERK else _VELDEN[soort]()


def _altijd(soort: Meldsoort, *, proefplaatsing: bool) -> Iterator[Veld]:
    begeleiding = soort is Meldsoort.BEGELEIDING
    hulp = _hulp_bij_dag(soort, proefplaatsing=proefplaatsing)
    yield Veld("ingangsdatum", _l("Vanaf welke dag is het anders?"), "datum", verplicht=True, hulp=hulp)
    label = _l("Waarom is dat nodig?") if begeleiding else _l("Toelichting")
    yield Veld("toelichting", label, "lang", verplicht=begeleiding, max=LANGSTE_TOELICHTING, rijen=4)


def _hulp_bij_dag(soort: Meldsoort, *, proefplaatsing: bool) -> Any:
    if soort is not Meldsoort.WERK:
        return None
    if proefplaatsing:
        return _l(
            "Houdt het werk op, dan de eerste dag zonder. Duurt de proefplaatsing langer, dan de eerste extra dag."
        )
    return _l("Houdt de baan op, dan de eerste dag zonder baan.")
