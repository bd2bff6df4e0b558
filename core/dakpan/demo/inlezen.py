"""Bestanden die zijn gebracht en nog niet bevestigd: uren van een coach, en lopende zaken van zijn organisatie.

Een eerder bestand met uren is al ingelezen, en nog terug te halen.
"""

from datetime import timedelta
from uuid import UUID

from dakpan.demo.bezetting import Acteur
from dakpan.demo.toneel import Toneel
from dakpan.dossier.inleesbestanden import breng, tabel_van
from dakpan.dossier.inleestabellen import Inleessoort
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.rechten import Recht
from dakpan.uren.inlezen import bekijk, lees_in
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
    eerder = vandaag - timedelta(min(vandaag.weekday(), 1))  # in deze week: die is nog open
    _lees_in(handeling, _bestand(f"{mijn.nummer};{mijn.client};{eerder:%d-%m-%Y};7:00;15;introduceren;in het bedrijf;"))
    regels = (
        f"{mijn.nummer};{mijn.client};{vandaag:%d-%m-%Y};7:30;45;introduceren;in het bedrijf;",
        f"{mijn.nummer};;30-2-{vandaag.year};9 uur;1,5;introduceren;in het bedrijf;op kantoor",
    )
    breng(handeling, Inleessoort.UREN, "mijn uren.csv", _bestand(*regels))
    return True


def _bestand(*regels: str) -> bytes:
    return "\r\n".join(("Zaak;Cliënt;Datum;Begin;Duur;Doel;Activiteit;Locatie", *regels)).encode("cp1252")


def _lees_in(handeling: Handeling, inhoud: bytes) -> None:
    """Wat erin staat telt alleen als het zo kan; in de demonstratie kan de week net dicht zijn."""
    bestand = breng(handeling, Inleessoort.UREN, "vorige keer.csv", inhoud)
    uitkomst = bekijk(handeling, tabel_van(handeling, bestand))
    if uitkomst.kan:
        lees_in(handeling, bestand.id, uitkomst.zegel)


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
