"""Wat wordt er gevraagd, voor wie, en wie geeft het werk?"""

from flask_babel import lazy_gettext as _l

from dakpan.aanvraag.groepen.soort import Soort
from dakpan.aanvraag.namen import AANVRAAGSOORTEN, DOELGROEPEN, VORMEN, keuzes
from dakpan.web.formulier import Groep, Veld

SOORT = Veld("aanvraag.soort", _l("Soort aanvraag"), "keuze", verplicht=True, keuzes=keuzes(AANVRAAGSOORTEN))
VORM = Veld("aanvraag.vorm", _l("Vorm van jobcoaching"), "keuze", verplicht=True, keuzes=keuzes(VORMEN))
VOORNAAM = Veld("client.voornaam", _l("Voornaam"), verplicht=True)
ACHTERNAAM = Veld("client.achternaam", _l("Achternaam"), verplicht=True)
WERKGEVER = Veld("werkgever.naam", _l("Naam van de werkgever"), verplicht=True)
IBAN = Veld(
    "werkgever.iban",
    _l("Rekeningnummer (IBAN) van de werkgever"),
    verplicht=True,
    hulp=_l("De vergoeding voor interne jobcoaching gaat naar de werkgever."),
)


_ADRES = (
    Veld("client.straat", _l("Straat en huisnummer van de cliënt"), hulp=_l("Het besluit gaat per brief naar huis.")),
    Veld("client.postcode", _l("Postcode van de cliënt")),
    Veld("client.plaats", _l("Woonplaats")),
)
_VERTEGENWOORDIGER = (
    Veld(
        "client.vertegenwoordiger",
        _l("Naam van de wettelijk vertegenwoordiger"),
        hulp=_l("Alleen als iemand anders voor de cliënt tekent, zoals een curator of bewindvoerder."),
    ),
    Veld("client.vertegenwoordiger_email", _l("E-mailadres van de wettelijk vertegenwoordiger"), "email"),
)
_WERKPLEK = (
    Veld(
        "werkgever.inlener",
        _l("Bedrijf waar de cliënt werkt, als dat een ander is"),
        hulp=_l("Bij detachering of uitzenden: wie inleent, naast wie het contract geeft."),
    ),
    Veld(
        "werkgever.werkplek_straat",
        _l("Straat en huisnummer van de werkplek"),
        hulp=_l("Als dat niet het bezoekadres is. Zo weet wie beoordeelt waar het werk gebeurt."),
    ),
    Veld("werkgever.werkplek_postcode", _l("Postcode van de werkplek")),
    Veld("werkgever.werkplek_plaats", _l("Plaats van de werkplek")),
)
_BEGELEIDER = (
    Veld(
        "werkgever.begeleider",
        _l("Begeleider op de werkvloer"),
        hulp=_l("De collega met wie de jobcoach afspraken maakt."),
    ),
    Veld("werkgever.begeleider_functie", _l("Functie van de begeleider")),
)


def soort_aanvraag() -> Groep:
    """De hoeveelste is het, en wie levert de jobcoach?"""
    return Groep(_l("Soort aanvraag"), [SOORT, VORM], _l("Hiervan hangt af wat er verder wordt gevraagd."), "soort")


def client(soort: Soort) -> Groep:
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
            *(_ADRES if soort.stukken.adres else ()),
            Veld("client.email", _l("E-mailadres van de cliënt"), "email", hulp=_l("Om digitaal te tekenen.")),
            Veld("client.telefoon", _l("Telefoonnummer van de cliënt"), hulp=_l("Voor een vraag over de aanvraag.")),
            *_VERTEGENWOORDIGER,
            Veld(
                "persoon.doelgroepen",
                _l("Onder welke groepen valt de cliënt?"),
                "keuzes",
                verplicht=True,
                keuzes=keuzes(DOELGROEPEN),
                hulp=_l("Kies alles wat van toepassing is."),
            ),
            Veld("persoon.ziek_sinds", _l("Onafgebroken ziek sinds"), "datum", hulp=_l("Leeg als de cliënt werkt.")),
            Veld("persoon.ziekte_goedgekeurd", _l("De financier keurde coaching tijdens deze ziekte goed"), "janee"),
        ],
        naam="client",
    )


def werkgever(soort: Soort) -> Groep:
    """Wie geeft het werk, en wie is daar te bereiken?"""
    return Groep(
        _l("Werkgever"),
        [
            WERKGEVER,
            Veld("werkgever.kvk", _l("KvK-nummer"), hulp=_l("8 cijfers")),
            Veld(
                "werkgever.contactpersoon",
                _l("Contactpersoon"),
                verplicht=True,
                hulp=_l("Zo komen brieven en evaluaties bij de goede persoon aan."),
            ),
            Veld("werkgever.email", _l("E-mailadres van de werkgever"), "email"),
            Veld("werkgever.telefoon", _l("Telefoonnummer van de werkgever")),
            Veld("werkgever.straat", _l("Straat en huisnummer")),
            Veld("werkgever.postcode", _l("Postcode")),
            Veld("werkgever.plaats", _l("Plaats")),
            *_WERKPLEK,
            *_BEGELEIDER,
            *([IBAN] if soort.is_intern else []),
        ],
        naam="werkgever",
    )
