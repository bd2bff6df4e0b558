"""De vragen van het aanvraagformulier, één groep per onderwerp."""

from typing import NamedTuple

from flask_babel import lazy_gettext as _l

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
from dakpan.web.formulier import Groep, Veld

_INTERN = ("aanvraag.vorm", ("intern",))
_VERVOLG = ("aanvraag.soort", ("vervolg",))


class Soort(NamedTuple):
    """Waardoor het formulier van de ene zaak anders is dan dat van de andere."""

    plan: Planvragen = Planvragen()
    van_financier: bool = False
    met_tarief: bool = False


SOORT = Veld("aanvraag.soort", _l("Soort aanvraag"), "keuze", verplicht=True, keuzes=keuzes(AANVRAAGSOORTEN))
VORM = Veld("aanvraag.vorm", _l("Vorm van jobcoaching"), "keuze", verplicht=True, keuzes=keuzes(VORMEN))
VOORNAAM = Veld("client.voornaam", _l("Voornaam"), verplicht=True)
ACHTERNAAM = Veld("client.achternaam", _l("Achternaam"), verplicht=True)
_WERKGEVER = Veld("werkgever.naam", _l("Naam van de werkgever"), verplicht=True)


def client() -> Groep:
    """Wie is het, en onder welke groep valt die persoon?"""
    return Groep(
        _l("Cliënt"),
        [
            VOORNAAM,
            ACHTERNAAM,
            Veld("client.geboortedatum", _l("Geboortedatum"), "datum", verplicht=True),
            Veld(
                "client.bsn",
                _l("Burgerservicenummer (BSN)"),
                "bsn",
                verplicht=True,
                hulp=_l("Wij bewaren het nummer versleuteld. Is het al bekend, laat dit vak dan leeg."),
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


def werkgever() -> Groep:
    """Wie geeft het werk, en wie is daar te bereiken?"""
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


def dienstverband(soort: Soort) -> Groep:
    """Wat voor contract is het?"""
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


def aanvraag(soort: Soort) -> Groep:
    """Wat wordt er gevraagd, voor welke periode?"""
    tarief = Veld("aanvraag.tarief", _l("Uurtarief van de jobcoach"), "bedrag", hulp=_l("Zonder btw."))
    return Groep(
        _l("Aanvraag"),
        [
            SOORT,
            VORM,
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


def jobcoach() -> Groep:
    """Wat kan wie coacht?"""
    return Groep(
        _l("Jobcoach"),
        [
            Veld("aanvraag.jobcoach.hbo", _l("Heeft hbo-werk- en denkniveau"), "janee"),
            Veld("aanvraag.jobcoach.opleiding", _l("Heeft een opleiding tot jobcoach"), "janee"),
            Veld("aanvraag.jobcoach.harrie", _l("Heeft een HARRIE-certificaat of iets vergelijkbaars"), "janee"),
            Veld("aanvraag.jobcoach.gecertificeerd", _l("Is gecertificeerd jobcoach"), "janee"),
        ],
        _l("Wat heeft de jobcoach in huis?"),
    )


def historie() -> Groep:
    """Hoeveel jobcoaching ging eraan vooraf?"""
    return Groep(
        _l("Wat ging eraan vooraf?"),
        [
            Veld("historie.maanden_jobcoaching", _l("Maanden jobcoaching in deze baan"), "getal"),
            Veld("historie.maanden_proefplaatsing", _l("Maanden proefplaatsing"), "getal"),
            Veld("historie.interne_voorziening_loopt", _l("Er loopt al interne jobcoaching"), "janee"),
        ],
        _l("De maanden van een proefplaatsing tellen apart."),
    )


def plan(plan: Planvragen) -> Groep:
    """De onderdelen van het coachingsplan die deze financier bij de aanvraag vraagt."""
    velden = [Veld(f"teksten.{een.value}", ONDERDELEN[een], "lang", verplicht=True) for een in plan.onderdelen]
    if plan.hoofddoelen:
        velden.append(Veld("hoofddoelen", _l("Hoofddoelen"), "keuzes", verplicht=True, keuzes=DOELEN))
    return Groep(_l("Coachingsplan"), velden, _l("In eigen woorden; een paar zinnen per onderdeel is genoeg."))
