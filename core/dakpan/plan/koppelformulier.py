"""De formulieren waarmee iemand coaches, accordeerders en aanspreekpunten kiest."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from flask_babel import lazy_gettext as _l

from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import Keuzeveld, datumveld, tekstveld
from dakpan.plan.koppelen import Lid
from dakpan.plan.overdracht import Aanspreeksoort
from dakpan.plan.tables import Koppeling
from dakpan.web.formulier import Formulier, Groep, Veld

# Een rondje is niet uit te zetten; deze keuze wel.
_GEEN = ("", _l("Geen"))
ROLLEN: Mapping[Aanspreeksoort, Any] = {
    Aanspreeksoort.COORDINATOR: _l("Coördinator"),
    Aanspreeksoort.CONTACTPERSOON: _l("Vast aanspreekpunt"),
}
_DAGEN = (
    Veld("van", _l("Vanaf"), "datum", hulp=_l("Leeg: vanaf het begin van de periode.")),
    Veld(
        "tot_en_met", _l("Tot en met"), "datum", hulp=_l("Leeg: tot het einde van de periode, ook als dat verschuift.")
    ),
)


class Wijzigvragen(Strikt):
    accordeerder = tekstveld(36)
    tweede_accordeerder = tekstveld(36)
    van = datumveld()
    tot_en_met = datumveld()


class Koppelvragen(Wijzigvragen):
    coach = tekstveld(36, required=True)
    accordeerder = tekstveld(36, required=True)


class Andervragen(Strikt):
    ander = tekstveld(36, required=True)


class Delegeervragen(Strikt):
    gedelegeerde = tekstveld(36, required=True)
    tot = datumveld(required=True)


class Afwezigvragen(Strikt):
    van = datumveld(required=True)
    tot_en_met = datumveld(required=True)


class Dagvragen(Strikt):
    van = datumveld(required=True)
    tot_en_met = datumveld()


class Aanspreekvragen(Dagvragen):
    soort = Keuzeveld(Aanspreeksoort, required=True)
    wie = tekstveld(36, required=True)


def koppelformulier(leden: Iterable[Lid]) -> Formulier | None:
    """Wie coacht en wie accordeert er? None: er is niemand die dat mag."""
    alle = list(leden)
    coaches = tuple((str(een.id), een.naam) for een in alle if een.mag_schrijven)
    accordeerders = _accordeerders(alle)
    if not coaches or not accordeerders:
        return None
    velden = [
        Veld("coach", _l("Jobcoach"), "keuze", verplicht=True, keuzes=coaches),
        Veld("accordeerder", _l("Accordeerder"), "keuze", verplicht=True, keuzes=accordeerders),
        Veld("tweede_accordeerder", _l("Tweede accordeerder"), "keuze", keuzes=(_GEEN, *accordeerders)),
        *_DAGEN,
    ]
    return Formulier([Groep(_l("Jobcoach koppelen"), velden, _l("Niemand accordeert zijn eigen uren."))], Koppelvragen)


def wijzigformulier(leden: Iterable[Lid], koppeling: Koppeling, namen: Mapping[UUID, str]) -> Formulier:
    """Andere accordeerders of dagen; wie er nu staat blijft te kiezen, ook als hij het recht niet meer heeft."""
    keuzes = dict(_accordeerders(een for een in leden if een.id != koppeling.coach_id))
    for een in (koppeling.accordeerder_id, koppeling.tweede_accordeerder_id):
        if een is not None:
            keuzes.setdefault(str(een), namen.get(een, ""))
    alle = (_GEEN, *keuzes.items())
    velden = [
        Veld("accordeerder", _l("Accordeerder"), "keuze", keuzes=alle),
        Veld("tweede_accordeerder", _l("Tweede accordeerder"), "keuze", keuzes=alle),
        *_DAGEN,
    ]
    return Formulier([Groep(_l("Accordeerders en dagen"), velden)], Wijzigvragen)


def _accordeerders(leden: Iterable[Lid]) -> tuple[tuple[str, str], ...]:
    return tuple((str(een.id), een.naam) for een in leden if een.mag_accorderen)


def vervangformulier(leden: Iterable[Lid], wie: UUID) -> Formulier | None:
    """Wie neemt het overal over? None: er is geen ander die mag accorderen."""
    keuzes = _accordeerders(een for een in leden if een.id != wie)
    veld = Veld("ander", _l("Wie neemt het overal over?"), "keuze", verplicht=True, keuzes=keuzes) if keuzes else None
    return Formulier([Groep("", [veld])], Andervragen) if veld is not None else None


def delegeerformulier(leden: Iterable[Lid], wie: UUID) -> Formulier | None:
    """Wie accordeert er tot wanneer mee? None: er is geen ander die mag accorderen."""
    keuzes = _accordeerders(een for een in leden if een.id != wie)
    if not keuzes:
        return None
    velden = [
        Veld("gedelegeerde", _l("Wie accordeert er zolang?"), "keuze", verplicht=True, keuzes=keuzes),
        Veld("tot", _l("Tot en met"), "datum", verplicht=True, hulp=_l("Daarna geldt weer wat er eerst stond.")),
    ]
    return Formulier([Groep("", velden)], Delegeervragen)


AFWEZIG = Formulier(
    [
        Groep(
            "",
            [
                Veld("van", _l("Afwezig vanaf"), "datum", verplicht=True),
                Veld("tot_en_met", _l("Afwezig tot en met"), "datum", verplicht=True),
            ],
        )
    ],
    Afwezigvragen,
)
_ER_ZIJN = (
    Veld("van", _l("Vanaf"), "datum", verplicht=True),
    Veld("tot_en_met", _l("Tot en met"), "datum", hulp=_l("Leeg: zolang de zaak loopt.")),
)
DAGEN = Formulier([Groep(_l("Wanneer?"), list(_ER_ZIJN))], Dagvragen)


def aanspreekformulier(leden: Iterable[Lid]) -> Formulier:
    """Wie is er voor de cliënt, in welke rol en wanneer?"""
    rollen = tuple((soort.value, tekst) for soort, tekst in ROLLEN.items())
    wie = tuple((str(een.id), een.naam) for een in leden)
    velden = [
        Veld("soort", _l("In welke rol?"), "keuze", verplicht=True, keuzes=rollen),
        Veld("wie", _l("Wie?"), "keuze", verplicht=True, keuzes=wie),
        *_ER_ZIJN,
    ]
    uitleg = _l("Laat opvolgers elkaar overlappen: dan kennen zij elkaar en staat de cliënt nooit alleen.")
    return Formulier([Groep(_l("Aanspreekpunt kiezen"), velden, uitleg)], Aanspreekvragen)
