"""Twee bestanden die zijn gebracht en nog niet bevestigd: uren van een coach, en lopende zaken van zijn organisatie."""

from uuid import UUID

from dakpan.demo.bezetting import Acteur
from dakpan.demo.toneel import Toneel
from dakpan.dossier.inleesbestanden import breng
from dakpan.dossier.inleestabellen import Inleessoort
from dakpan.partijen.rechten import Recht
from dakpan.uren.perioden import mijn_perioden

_KOPPEN = (
    "Financier;Voornaam;Achternaam;Doelgroep;Werkgever;Contract;Contract vanaf;Uren per week;Begeleidingsregime;"
    "Besluitnummer;Besluit van;Periode vanaf;Periode tot en met;Toegekende uren;Gebruikte uren"
)


def breng_bestanden(toneel: Toneel) -> int:
    """Hoeveel bestanden er klaarliggen: per organisatie hooguit een met uren en een met zaken."""
    return sum(_van(toneel, een) for een in toneel.bezetting.organisaties.values())


def _van(toneel: Toneel, organisatie_id: UUID) -> int:
    mensen = toneel.bezetting.van_organisatie(organisatie_id)
    uren = any(_uren(toneel, een) for een in mensen if Recht.UREN_SCHRIJVEN.value in een.vrager.rechten)
    zaken = any(_zaken(toneel, een) for een in mensen if Recht.AANVRAAG_INDIENEN.value in een.vrager.rechten)
    return uren + zaken


def _uren(toneel: Toneel, coach: Acteur) -> bool:
    """Van de eerste coach die nu ergens kan schrijven: één regel goed, één met fouten."""
    handeling = toneel.als(coach, toneel.nu)
    open_ = [een for een in mijn_perioden(handeling) if not een.bezwaar and handeling.vandaag in een.periode]
    if not open_:
        return False
    mijn, vandaag = open_[0], handeling.vandaag
    regels = (
        "Zaak;Cliënt;Datum;Begin;Duur;Doel;Activiteit;Locatie",
        f"{mijn.nummer};{mijn.client};{vandaag:%d-%m-%Y};7:30;45;introduceren;in het bedrijf;",
        f"{mijn.nummer};;30-2-{vandaag.year};9 uur;1,5;introduceren;in het bedrijf;op kantoor",
    )
    breng(handeling, Inleessoort.UREN, "mijn uren.csv", "\r\n".join(regels).encode("cp1252"))
    return True


def _zaken(toneel: Toneel, wie: Acteur) -> bool:
    """Twee verzonnen cliënten van vóór het loket; bij de tweede klopt het contract niet."""
    handeling = toneel.als(wie, toneel.nu)
    financier = min(een.naam for een in toneel.regelboek.tenants.values())
    jaar = handeling.vandaag.year
    baan = f"Kwekerij Proef;{{}};1-1-{jaar};24;midden;B-{{}};1-1-{jaar};1-1-{jaar};31-12-{jaar};60;12,5"
    regels = (
        _KOPPEN,
        f"{financier};Fenna;Verzonnen;participatiewet;{baan.format('onbepaalde tijd', 1)}",
        f"{financier};Otis;Verzonnen;participatiewet;{baan.format('vast', 2)}",
    )
    breng(handeling, Inleessoort.ZAKEN, "lopende zaken.csv", "\r\n".join(regels).encode("cp1252"))
    return True
