"""``dakpan sleutelwissel``: alle BSN's onder een nieuwe sleutel."""

from dakpan.cli.hulptekst import opdracht
from dakpan.cli.uitvoer import schrijf_tekst


@opdracht("sleutelwissel")
def sleutelwissel() -> None:
    """Versleutelt elk BSN opnieuw met de eerste sleutel van DAKPAN_BSN_SLEUTELS.

    \b
    Voorbeelden:
      dakpan sleutelwissel

    Zet eerst de nieuwe sleutel vooraan en laat de oude erachter staan; haal de oude daarna pas weg.
    """
    from sqlalchemy.orm import Session

    from dakpan.instellingen import lees_instellingen
    from dakpan.opslag.motor import maak_motor
    from dakpan.opslag.sleutels import Sleutelbos
    from dakpan.partijen.sleutelwissel import wissel_sleutels

    instellingen = lees_instellingen()
    motor = maak_motor(instellingen.database)
    with Session(motor) as sessie:
        aantal = wissel_sleutels(sessie, Sleutelbos.uit(instellingen))
    motor.dispose()
    schrijf_tekst(f"{aantal} BSN's staan nu onder de eerste sleutel. De oude sleutels kunnen weg.")
