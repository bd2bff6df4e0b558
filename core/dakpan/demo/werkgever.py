"""Een aanvraag die de werkgever zelf invult: hij heeft zijn link, en is nog niet begonnen."""

from dakpan.aanvraag.werkgever.verzoeken import vraag_werkgever, vult_werkgever_in
from dakpan.demo.toneel import Loop
from dakpan.opslag.handeling import Handeling


def vraag_de_werkgever(loop: Loop, handeling: Handeling) -> None:
    """Stuurt de link als de werkgever deze aanvraag doet; anders gebeurt er niets."""
    zaak = loop.zaak(handeling)
    if vult_werkgever_in(handeling, zaak):
        email = f"werkgever.{zaak.nummer.lower()}@voorbeeld.invalid"
        vraag_werkgever(handeling, zaak, loop.plan.werkgever["contactpersoon"], email, loop.toneel.adres)
