"""Alles van de eigen organisatie of financier meenemen; wie het deed blijft te lezen, bij het huis en bij elke zaak."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import select

from dakpan.dossier.tables import Zaak
from dakpan.loket.uitvoer.lijst import PER_KEER
from dakpan.loket.uitvoer.meenemen import bewaar_sporen
from dakpan.opslag.geschiedenis import noteer, van_huis, wijzigingen_van
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.lezend import alleen_lezen
from dakpan.opslag.sporen import Wijziging
from dakpan.partijen.rechten import Recht
from dakpan.web.uitvoer import stuur
from dakpan.web.uitvoer.alles import schrijf_alles

WAT, ZIP = "alles meegenomen", "application/zip"
# Wie de organisatie beheert, en wie functioneel beheerder van een financier is.
MAG = Recht.MEDEWERKERS_BEHEREN


@gebruiksgeval(WAT)
def neem_alles_mee(handeling: Handeling) -> Any:
    """De zip met elke tabel en elk bestand. Mislukt zij, dan is er geen bestand en geen spoor."""
    handeling.vereis(MAG)
    naam = f"alles meegenomen {handeling.vandaag:%Y-%m-%d}.zip"
    with alleen_lezen(handeling.sessie):
        antwoord = stuur(lambda naar: schrijf_alles(handeling.sessie, naar, handeling.nu), ZIP, naam)
    noteer(handeling.sessie, handeling.vrager, handeling.nu, WAT)
    for zaken in _alle_zaken(handeling):
        bewaar_sporen(handeling, zaken, WAT)
    return antwoord


def eerder(handeling: Handeling) -> Sequence[Wijziging]:
    """Wie nam eerder alles mee, het laatst eerst? Voor wie het zelf mag."""
    if not handeling.mag(MAG):
        return ()
    return wijzigingen_van(handeling.sessie, handeling.vrager, van_huis(handeling.vrager, WAT))


def _alle_zaken(handeling: Handeling) -> Iterator[Sequence[Any]]:
    """Elke zaak van dit huis, een handvol tegelijk."""
    vraag, verder = select(Zaak.tenant_id, Zaak.id, Zaak.organisatie_id).order_by(Zaak.id).limit(PER_KEER), None
    while zaken := handeling.sessie.execute(vraag if verder is None else vraag.where(Zaak.id > verder)).all():
        yield zaken
        verder = zaken[-1].id
