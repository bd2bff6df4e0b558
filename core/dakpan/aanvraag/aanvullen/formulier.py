"""De formulieren om aanvulling te vragen, aan te vullen en na te kijken."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from flask_babel import lazy_gettext as _l

from dakpan.aanvraag.aanvullen.aanvullen import LANGSTE_TEKST, Onderdeel
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import JaNee, datumveld, genest, lijst, tekstveld
from dakpan.web.formulier import Formulier, Groep, Veld
from dakpan.web.vertaling import InHetNederlands, waarde_in_taal


class Verzoekvragen(Strikt):
    onderdelen = lijst(tekstveld(100))
    toelichting = tekstveld(LANGSTE_TEKST)
    uiterlijk = datumveld(required=True)


class Onderdeelvragen(Strikt):
    antwoord = tekstveld(LANGSTE_TEKST)
    klaar = JaNee()


class Aanvulvragen(Strikt):
    onderdelen = lijst(genest(Onderdeelvragen))


class Oordeelvragen(Strikt):
    oordeel = tekstveld(LANGSTE_TEKST)


def _titel(code: str, titel: str) -> str:
    """Een stuk heet zoals de bron het noemt, in het Nederlands; een deel van het formulier in de taal van de lezer."""
    return InHetNederlands(titel) if code.startswith("stuk.") else waarde_in_taal(titel)


def verzoekformulier(onderdelen: Sequence[Onderdeel]) -> Formulier:
    """Wat ontbreekt er, en tot wanneer kan het komen?"""
    keuzes = tuple((een.code, _titel(een.code, een.titel)) for een in onderdelen)
    velden = [
        Veld("onderdelen", _l("Wat ontbreekt er?"), "keuzes", keuzes=keuzes),
        Veld(
            "toelichting",
            _l("In eigen woorden"),
            "lang",
            max=LANGSTE_TEKST,
            rijen=4,
            hulp=_l("Schrijf wat er nog nodig is. De ander leest dit."),
        ),
        Veld(
            "uiterlijk",
            _l("Aanvullen kan tot en met"),
            "datum",
            verplicht=True,
            hulp=_l("Ingevuld staan veertien dagen."),
        ),
    ]
    return Formulier([Groep(_l("Vraag om aanvulling"), velden)], Verzoekvragen)


def antwoordformulier(onderdelen: Sequence[dict[str, Any]]) -> Formulier:
    """Per onderdeel een antwoord en een vinkje."""
    groepen = [
        Groep(
            _titel(een["code"], een["titel"]),
            [
                Veld(f"onderdelen.{nummer}.antwoord", _l("Uw antwoord"), "lang", max=LANGSTE_TEKST, rijen=3),
                Veld(f"onderdelen.{nummer}.klaar", _l("Dit is nu compleet"), "janee"),
            ],
        )
        for nummer, een in enumerate(onderdelen)
    ]
    return Formulier(groepen, Aanvulvragen)


@lru_cache(maxsize=1)
def oordeelformulier() -> Formulier:
    """Is de aanvraag nu volledig? Zo niet, wat ontbreekt er dan nog?"""
    vraag = Veld(
        "oordeel",
        _l("Wat ontbreekt er nog?"),
        "lang",
        max=LANGSTE_TEKST,
        rijen=3,
        hulp=_l("Alleen nodig als de aanvraag nog niet volledig is."),
    )
    return Formulier([Groep(_l("Is de aanvraag nu volledig?"), [vraag])], Oordeelvragen)
