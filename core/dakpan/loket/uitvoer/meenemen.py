"""Lijsten meenemen: wie het doet, laat bij elke zaak erin een spoor achter."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select

from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import INGEZIEN
from dakpan.loket.uitvoer.lijst import PER_KEER, Lijst, Regel
from dakpan.opslag.basis import nieuw_id
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.lezend import alleen_lezen
from dakpan.opslag.lijst import een_van
from dakpan.opslag.sporen import Inzage
from dakpan.opslag.veel import voeg_toe
from dakpan.web.uitvoer import Blad, Vorm, Waarde, als_bestand

Sleutels = set[tuple[str, UUID]]


@gebruiksgeval("lijst meegenomen")
def neem_mee(handeling: Handeling, lijsten: Sequence[Lijst], vorm: Vorm, velden: Mapping[str, str], naam: str) -> Any:
    """Het bestand met deze lijsten, zoals er gezocht is. Mislukt er een, dan is er geen bestand en geen spoor.

    Hoe lang het maken ook duurt, wie intussen schrijft wacht daar niet op; het vertrekt pas na het spoor.
    """
    gezien: Sleutels = set()
    with alleen_lezen(handeling.sessie):
        bladen = [_blad(handeling, een, velden, gezien) for een in lijsten]
        antwoord = als_bestand(bladen, vorm, f"{naam} {handeling.vandaag:%Y-%m-%d}", handeling.nu)
        porties = list(_zaken(handeling, sorted(gezien)))
    for zaken in porties:
        bewaar_sporen(handeling, zaken, f"lijst meegenomen: {naam}.{vorm.value}")
    return antwoord


def _blad(handeling: Handeling, lijst: Lijst, velden: Mapping[str, str], gezien: Sleutels) -> Blad:
    koppen = [str(een) for een in lijst.koppen]
    return Blad(str(lijst.titel), koppen, _onthoud(lijst.regels(handeling, velden), gezien))


def _onthoud(regels: Iterator[Regel], gezien: Sleutels) -> Iterator[Sequence[Waarde]]:
    for regel in regels:
        if regel.zaak is not None:
            gezien.add(regel.zaak)
        yield regel.cellen


def _zaken(handeling: Handeling, sleutels: Sequence[tuple[str, UUID]]) -> Iterator[Sequence[Any]]:
    """Elke zaak één keer, hoe vaak zij ook in de lijst stond; een handvol tegelijk."""
    van_wie = select(Zaak.tenant_id, Zaak.id, Zaak.organisatie_id)
    for begin in range(0, len(sleutels), PER_KEER):
        ids = [id_ for _tenant, id_ in sleutels[begin : begin + PER_KEER]]
        yield handeling.sessie.execute(van_wie.where(een_van(Zaak.id, ids))).all()


def bewaar_sporen(handeling: Handeling, zaken: Iterable[Any], doel: str) -> None:
    """Een regel in het logboek van elk van deze zaken: ``tenant_id``, ``id`` en ``organisatie_id``."""
    handeling.sessie.info[INGEZIEN] = True
    voeg_toe(handeling.sessie, Inzage, [_spoor(handeling, doel, *een) for een in zaken])


def _spoor(
    handeling: Handeling, doel: str, tenant_id: str, zaak_id: UUID, organisatie_id: UUID | None
) -> dict[str, Any]:
    vrager = handeling.vrager
    return {
        "id": nieuw_id(),
        "tenant_id": tenant_id,
        "organisatie_id": organisatie_id,
        "kant": vrager.kant,
        "zaak_id": zaak_id,
        "op": handeling.nu,
        "account_id": vrager.account_id,
        "door": vrager.naam,
        "wat": "lijst",
        "doel": doel,
    }
