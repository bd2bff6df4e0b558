"""Het aanvraagformulier: één groep per onderwerp, en alleen de vragen die bij deze zaak horen."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any, NamedTuple

from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import MultiDict

from dakpan.aanvraag.namen import (
    AANVRAAGSOORTEN,
    DIENSTVERBANDEN,
    DOELEN,
    DOELGROEPEN,
    ONDERDELEN,
    REGIMES,
    VORMEN,
    keuzes,
)
from dakpan.aanvraag.planvragen import Planvragen
from dakpan.aanvraag.vragen import Concept
from dakpan.invoer.velden import tekstveld
from dakpan.web.formulier import Formulier, Groep, Veld
from dakpan.web.formulier_waarden import lees_waarde

_INTERN = ("aanvraag.vorm", ("intern",))
_VERVOLG = ("aanvraag.soort", ("vervolg",))


class Conceptformulier(Formulier):
    """Een formulier dat onvolledig mag worden bewaard: ``verplicht`` zegt wat er aan het eind moet staan."""

    @staticmethod
    def _lees_veld(veld: Veld, form: MultiDict[str, str]) -> Any:
        return lees_waarde(veld, form.getlist(veld.naam))


class Begin(Concept):
    """De eerste vragen: bij wie, wat en voor wie."""

    tenant = tekstveld(40)


class Soort(NamedTuple):
    """Waardoor het formulier van de ene zaak anders is dan dat van de andere."""

    plan: Planvragen = Planvragen()
    van_financier: bool = False
    met_tarief: bool = False


_SOORT = Veld("aanvraag.soort", _l("Soort aanvraag"), "keuze", verplicht=True, keuzes=keuzes(AANVRAAGSOORTEN))
_VORM = Veld("aanvraag.vorm", _l("Vorm van jobcoaching"), "keuze", verplicht=True, keuzes=keuzes(VORMEN))
_VOORNAAM = Veld("client.voornaam", _l("Voornaam"), verplicht=True)
_ACHTERNAAM = Veld("client.achternaam", _l("Achternaam"), verplicht=True)
_WERKGEVER = Veld("werkgever.naam", _l("Naam van de werkgever"), verplicht=True)


def beginformulier(financiers: Iterable[tuple[str, str]]) -> Formulier:
    """Waarmee een aanvraag begint; een financier kiest geen financier."""
    lijst = tuple(financiers)
    bij_wie = [Veld("tenant", _l("Financier"), "keuze", verplicht=True, keuzes=lijst)] if lijst else []
    werkgever = Veld("werkgever.naam", _l("Naam van de werkgever"))
    return Formulier(
        [
            Groep(_l("Wat vraagt u aan?"), [*bij_wie, _SOORT, _VORM]),
            Groep(_l("Voor wie?"), [_VOORNAAM, _ACHTERNAAM, werkgever]),
        ],
        Begin,
    )


@lru_cache(maxsize=64)
def aanvraagformulier(soort: Soort) -> Formulier:
    """Het hele formulier voor zo'n zaak."""
    groepen = [_client(), _werkgever(), _dienstverband(soort), _aanvraag(soort), _jobcoach(), _historie()]
    if soort.plan != Planvragen():
        groepen.append(_plan(soort.plan))
    return Conceptformulier(groepen, Concept)


def _client() -> Groep:
    return Groep(
        _l("Cliënt"),
        [
            _VOORNAAM,
            _ACHTERNAAM,
            Veld("client.geboortedatum", _l("Geboortedatum"), "datum", verplicht=True),
            Veld(
                "client.bsn",
                _l("Burgerservicenummer (BSN)"),
                "bsn",
                verplicht=True,
                hulp=_l("Wordt versleuteld bewaard. Staat het er al, laat dit vak dan leeg om het te houden."),
            ),
            Veld("client.email", _l("E-mailadres van de cliënt"), "email"),
            Veld("client.telefoon", _l("Telefoonnummer van de cliënt")),
            Veld(
                "persoon.doelgroepen",
                _l("Onder welke groepen valt de cliënt?"),
                "keuzes",
                keuzes=keuzes(DOELGROEPEN),
                hulp=_l("Kies alles wat van toepassing is."),
            ),
            Veld("persoon.ziek_sinds", _l("Onafgebroken ziek sinds"), "datum", hulp=_l("Leeg als de cliënt werkt.")),
            Veld("persoon.ziekte_goedgekeurd", _l("De financier keurde coaching tijdens deze ziekte goed"), "janee"),
        ],
    )


def _werkgever() -> Groep:
    return Groep(
        _l("Werkgever"),
        [
            _WERKGEVER,
            Veld("werkgever.kvk", _l("KvK-nummer"), hulp=_l("8 cijfers")),
            Veld("werkgever.contactpersoon", _l("Contactpersoon"), verplicht=True),
            Veld("werkgever.email", _l("E-mailadres van de werkgever"), "email"),
            Veld("werkgever.telefoon", _l("Telefoonnummer van de werkgever")),
            Veld("werkgever.plaats", _l("Plaats")),
            Veld(
                "werkgever.iban",
                _l("Rekeningnummer (IBAN) van de werkgever"),
                hulp=_l("Alleen nodig bij interne jobcoaching: daarheen gaat de vergoeding."),
                toon_als=_INTERN,
            ),
        ],
    )


def _dienstverband(soort: Soort) -> Groep:
    velden = [
        Veld("dienstverband.soort", _l("Soort dienstverband"), "keuze", verplicht=True, keuzes=keuzes(DIENSTVERBANDEN)),
        Veld("dienstverband.begin", _l("Eerste werkdag"), "datum", verplicht=True),
        Veld("dienstverband.eind", _l("Laatste werkdag"), "datum", hulp=_l("Leeg bij onbepaalde tijd.")),
        Veld("dienstverband.uren_per_week", _l("Uren per week"), "uren", verplicht=True, hulp=_l("Zoals 24 of 24,5")),
        Veld(
            "dienstverband.minimum_uren_per_week",
            _l("Minimum aantal uren per week"),
            "uren",
            hulp=_l("Alleen bij een min-maxcontract; daar is het verplicht."),
            toon_als=("dienstverband.soort", ("min_max",)),
        ),
        Veld("dienstverband.loonwaarde", _l("Loonwaarde in procenten"), "getal", hulp=_l("Leeg als nog niet gemeten.")),
        Veld("dienstverband.uitzicht_op_norm", _l("Groeit binnen een jaar naar de norm voor uren en loon"), "janee"),
        Veld("dienstverband.uitzendbeding", _l("Er is een uitzendbeding"), "janee"),
        Veld(
            "dienstverband.intentieverklaring",
            _l("De werkgever wil na de proefplaatsing een contract geven, en schreef dat op"),
            "janee",
        ),
    ]
    if soort.van_financier:
        afwijking = _l("Reden om van de voorwaarden af te wijken")
        velden.append(Veld("dienstverband.afwijking_gemotiveerd", afwijking, "lang", rijen=3))
    return Groep(_l("Dienstverband"), velden, _l("Zoals het in de arbeidsovereenkomst staat."))


def _aanvraag(soort: Soort) -> Groep:
    tarief = Veld("aanvraag.tarief", _l("Uurtarief van de jobcoach"), "bedrag", hulp=_l("Zonder btw."))
    return Groep(
        _l("Aanvraag"),
        [
            _SOORT,
            _VORM,
            Veld("aanvraag.regime", _l("Begeleidingsregime"), "keuze", verplicht=True, keuzes=keuzes(REGIMES)),
            Veld(
                "aanvraag.motivering_intensief",
                _l("Waarom is intensieve begeleiding nodig?"),
                "lang",
                rijen=3,
                hulp=_l("Alleen bij het regime intensief."),
                toon_als=("aanvraag.regime", ("intensief",)),
            ),
            Veld("aanvraag.begin", _l("Eerste dag van de periode"), "datum", verplicht=True),
            Veld("aanvraag.eind", _l("Laatste dag van de periode"), "datum", verplicht=True),
            Veld("aanvraag.jaar", _l("Jaar van jobcoaching"), "getal", verplicht=True, hulp=_l("1, 2, 3 of later")),
            Veld(
                "jaar_bevestigd",
                _l("Dit vervolg valt nog in jaar 1"),
                "janee",
                hulp=_l("Bijvoorbeeld het tweede half jaar."),
                toon_als=_VERVOLG,
            ),
            Veld("aanvraag.volgnummer", _l("De hoeveelste aanvraag is dit?"), "getal", verplicht=True),
            Veld(
                "aanvraag.eerste_overeenkomst_maanden",
                _l("Maanden van het eerste contract"),
                "getal",
                hulp=_l("Alleen als dit niet het eerste contract is."),
            ),
            *([tarief] if soort.met_tarief else []),
            Veld(
                "aanvraag.reden_te_laat",
                _l("Waarom komt de aanvraag later dan mag?"),
                "lang",
                rijen=3,
                hulp=_l("Leeg als u op tijd bent."),
            ),
            Veld(
                "aanvraag.verlenging_gemotiveerd",
                _l("Waarom is er langer coaching nodig dan gewoonlijk?"),
                "lang",
                rijen=3,
                hulp=_l("Alleen na de gewone maximale duur."),
            ),
        ],
    )


def _jobcoach() -> Groep:
    return Groep(
        _l("Jobcoach"),
        [
            Veld("aanvraag.jobcoach.hbo", _l("Heeft hbo-werk- en denkniveau"), "janee"),
            Veld("aanvraag.jobcoach.opleiding", _l("Heeft een opleiding tot jobcoach"), "janee"),
            Veld("aanvraag.jobcoach.harrie", _l("Heeft een HARRIE-certificaat of iets vergelijkbaars"), "janee"),
            Veld("aanvraag.jobcoach.gecertificeerd", _l("Is gecertificeerd jobcoach"), "janee"),
        ],
        _l("Wat heeft wie coacht in huis?"),
    )


def _historie() -> Groep:
    return Groep(
        _l("Wat ging eraan vooraf?"),
        [
            Veld("historie.maanden_jobcoaching", _l("Maanden jobcoaching in deze baan"), "getal"),
            Veld("historie.maanden_proefplaatsing", _l("Maanden proefplaatsing"), "getal"),
            Veld("historie.interne_voorziening_loopt", _l("Er loopt al interne jobcoaching"), "janee"),
        ],
        _l("De maanden van een proefplaatsing tellen apart."),
    )


def _plan(plan: Planvragen) -> Groep:
    velden = [Veld(f"teksten.{een.value}", ONDERDELEN[een], "lang", verplicht=True) for een in plan.onderdelen]
    if plan.hoofddoelen:
        velden.append(Veld("hoofddoelen", _l("Hoofddoelen"), "keuzes", verplicht=True, keuzes=DOELEN))
    return Groep(_l("Coachingsplan"), velden, _l("In eigen woorden; een paar zinnen per onderdeel is genoeg."))
