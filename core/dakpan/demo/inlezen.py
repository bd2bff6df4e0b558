"""Een coach heeft een bestand met uren gebracht en nog niet bevestigd: één regel goed, één met fouten."""

from uuid import UUID

from dakpan.demo.toneel import Toneel
from dakpan.dossier.inleesbestanden import breng
from dakpan.dossier.inleestabellen import Inleessoort
from dakpan.partijen.rechten import Recht
from dakpan.uren.perioden import mijn_perioden


def breng_een_bestand(toneel: Toneel) -> int:
    """Hoeveel bestanden er klaarliggen: per organisatie van de eerste coach die nu ergens kan schrijven."""
    return sum(_van(toneel, een) for een in toneel.bezetting.organisaties.values())


def _van(toneel: Toneel, organisatie_id: UUID) -> int:
    mensen = toneel.bezetting.van_organisatie(organisatie_id)
    for coach in (een for een in mensen if Recht.UREN_SCHRIJVEN.value in een.vrager.rechten):
        handeling = toneel.als(coach, toneel.nu)
        open_ = [een for een in mijn_perioden(handeling) if not een.bezwaar and handeling.vandaag in een.periode]
        if open_:
            mijn, vandaag = open_[0], handeling.vandaag
            regels = (
                "Zaak;Cliënt;Datum;Begin;Duur;Doel;Activiteit;Locatie",
                f"{mijn.nummer};{mijn.client};{vandaag:%d-%m-%Y};7:30;45;introduceren;in het bedrijf;",
                f"{mijn.nummer};;30-2-{vandaag.year};9 uur;1,5;introduceren;in het bedrijf;op kantoor",
            )
            breng(handeling, Inleessoort.UREN, "mijn uren.csv", "\r\n".join(regels).encode("cp1252"))
            return 1
    return 0
