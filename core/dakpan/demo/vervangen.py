"""Voor een aanvraag die niet doorging begint een coach een nieuwe."""

from collections.abc import Sequence

from dakpan.aanvraag.inhoud import haal_aanvraag
from dakpan.demo.toneel import Loop
from dakpan.wandeling.vervangen import kan_vervangen, vervang


def begin_een_vervanging(lopen: Sequence[Loop]) -> int:
    """De eerste zaak die de coach mag vervangen. Hoeveel zaken?"""
    for loop in lopen:
        if loop.coach is None or loop.zaak_id is None:
            continue
        handeling = loop.toneel.als(loop.coach, loop.toneel.nu)
        zaak = loop.zaak(handeling)
        if kan_vervangen(handeling, zaak, haal_aanvraag(handeling, zaak)):
            vervang(handeling, zaak)
            return 1
    return 0
