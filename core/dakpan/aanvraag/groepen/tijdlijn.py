"""Welke contracten gingen eraan vooraf? Een paar regels, elk met zijn dagen en of er toen jobcoaching was."""

from collections.abc import Iterator

from flask_babel import lazy_gettext as _l

from dakpan.aanvraag.domain.tijdvakken import BIJ_DEZE_WERKGEVER, Gecoacht, Tijdvaksoort, veld_van
from dakpan.web.formulier import Groep, Veld

NAAM = "tijdlijn"
_SOORTEN = (
    (Tijdvaksoort.CONTRACT.value, _l("Contract bij deze werkgever")),
    (Tijdvaksoort.PROEFPLAATSING.value, _l("Proefplaatsing bij deze werkgever")),
    (Tijdvaksoort.ANDERE_FUNCTIE.value, _l("Contract bij deze werkgever, in een andere functie dan nu")),
    (Tijdvaksoort.ANDERE_WERKGEVER.value, _l("Contract bij een andere werkgever")),
    (Tijdvaksoort.COACHING.value, _l("Nog een tijd met jobcoaching, in een contract hierboven of in dat van nu")),
)
_GECOACHT = (
    (Gecoacht.HEEL.value, _l("ja, van de eerste tot en met de laatste dag")),
    (Gecoacht.DEEL.value, _l("ja, een deel")),
    (Gecoacht.NIET.value, _l("nee")),
)


def eerdere_contracten(aantal: int) -> Groep:
    """De tijdlijn met zoveel regels; met JavaScript verschijnt elke regel pas als de vorige begon."""
    return Groep(
        _l("Eerdere contracten"),
        [veld for nummer in range(1, aantal + 1) for veld in _tijdvak(nummer)],
        _l(
            "Van elk contract en elke proefplaatsing vóór het contract van nu: de dagen, en of er jobcoaching was. "
            "Daarna staat hier wat ervan meetelt, met de som. Zijn er meer? Sla op; dan komt er een regel bij."
        ),
        NAAM,
    )


def _tijdvak(nr: int) -> Iterator[Veld]:
    soort, coaching = veld_van(nr, "soort"), veld_van(nr, "coaching")
    alle = tuple(een.value for een in Tijdvaksoort)
    vorige = (veld_van(nr - 1, "soort"), alle) if nr > 1 else None
    gekozen, deel = (soort, alle), (coaching, (Gecoacht.DEEL.value,))
    eigen = (soort, tuple(een.value for een in BIJ_DEZE_WERKGEVER))
    yield Veld(
        soort,
        _l("Tijdvak %(nr)s: wat was het?", nr=nr),
        "keuze",
        keuzes=_SOORTEN,
        als_lijst=True,
        soms=True,
        toon_als=vorige,
    )
    yield Veld(veld_van(nr, "begin"), _l("Tijdvak %(nr)s: eerste dag", nr=nr), "datum", soms=True, toon_als=gekozen)
    yield Veld(veld_van(nr, "eind"), _l("Tijdvak %(nr)s: laatste dag", nr=nr), "datum", soms=True, toon_als=gekozen)
    vraag = _l("Tijdvak %(nr)s: was er jobcoaching?", nr=nr)
    yield Veld(coaching, vraag, "keuze", keuzes=_GECOACHT, soms=True, toon_als=eigen)
    van, tot = (
        _l("Tijdvak %(nr)s: eerste dag van de jobcoaching", nr=nr),
        _l("Tijdvak %(nr)s: laatste dag van de jobcoaching", nr=nr),
    )
    yield Veld(veld_van(nr, "coaching_begin"), van, "datum", soms=True, toon_als=deel)
    yield Veld(veld_van(nr, "coaching_eind"), tot, "datum", soms=True, toon_als=deel)
