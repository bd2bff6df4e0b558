"""Eén zaak die niet doorging heeft de organisatie al opgeborgen."""

from collections.abc import Sequence

from dakpan.demo.toneel import Loop, Toneel
from dakpan.dossier.archief import archiveer
from dakpan.dossier.tables import Zaakstatus
from dakpan.partijen.rechten import Recht
from dakpan.wandeling.vervangen import vervangen_door


def berg_op(toneel: Toneel, lopen: Sequence[Loop]) -> int:
    """De eerste afgewezen zaak waar niemand aan verdergaat en iemand het archief beheert. Hoeveel zaken?"""
    for loop in lopen:
        wie = next((een for een in loop.collegas if Recht.ARCHIVEREN in een.vrager.rechten), None)
        if wie is None or loop.zaak_id is None:
            continue
        handeling = toneel.als(wie, toneel.nu)
        zaak = loop.zaak(handeling)
        if zaak.status is Zaakstatus.AFGEWEZEN and vervangen_door(handeling, zaak) is None:
            return archiveer(handeling, [(loop.tenant_id, loop.zaak_id)])
    return 0
