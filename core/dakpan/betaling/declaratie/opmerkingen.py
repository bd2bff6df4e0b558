"""Wat de financier schrijft bij losse uren die niet kloppen, en wat daar later van over is."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from dakpan.betaling.tables import Declaratie
from dakpan.betaling.toestanden import TERUG, Declaratiestatus
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import Verzamelaar, fout_bij
from dakpan.invoer.velden import lees_tekst
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import Handeling
from dakpan.uren.tables import Activiteit

LANGSTE = 300
GOED_MET_OPMERKING = (
    "bij een activiteit staat waarom zij niet klopt; keur goed wat klopt, stuur de declaratie terug, of haal dat weg"
)
Opmerkingen = Mapping[UUID, str]


def keur(rij: Declaratie, opmerkingen: Opmerkingen, *, goed: bool) -> dict[str, str]:
    """De opmerkingen om te bewaren. ``InvoerFout`` bij een te lange, of als er toch wordt goedgekeurd."""
    geschreven = {een: tekst.strip() for een, tekst in opmerkingen.items() if tekst.strip()}
    if not {str(een) for een in geschreven} <= set(rij.activiteit_ids):
        raise NietGevonden
    verzamelaar = Verzamelaar()
    with verzamelaar.luister():
        if goed and geschreven:
            raise fout_bij("oordeel", GOED_MET_OPMERKING)
    with verzamelaar.luister():
        if any(len(tekst) > LANGSTE for tekst in geschreven.values()):
            raise fout_bij("oordeel", f"een opmerking bij een activiteit heeft ten hoogste {LANGSTE} tekens")
    with verzamelaar.luister():
        for tekst in geschreven.values():
            _leesbaar(tekst)
    verzamelaar.stop_bij_fouten()
    return {str(een): tekst for een, tekst in geschreven.items()}


def _leesbaar(tekst: str) -> None:
    """Een stuurteken past niet in elke database."""
    try:
        lees_tekst(tekst, len(tekst))
    except ValueError as fout:
        raise fout_bij("oordeel", str(fout)) from fout


def laatst_afgekeurd(handeling: Handeling, zaak: Zaak) -> Opmerkingen:
    """Bij welke uren schreef de financier waarom zij niet kloppen, de laatste keer dat zij op een declaratie stonden?

    Wat sindsdien opnieuw akkoord kreeg telt niet meer: daar is naar gekeken.
    """
    beoordeeld = handeling.sessie.scalars(
        select(Declaratie)
        .where(
            Declaratie.tenant_id == zaak.tenant_id,
            Declaratie.zaak_id == zaak.id,
            Declaratie.status.in_((*TERUG, Declaratiestatus.GOEDGEKEURD)),
        )
        .order_by(Declaratie.id.desc())
    )
    gezegd: dict[UUID, tuple[str, datetime]] = {}
    bekeken: set[str] = set()
    for rij in beoordeeld:
        for id_ in set(rij.activiteit_ids) - bekeken:
            if id_ in rij.opmerkingen and rij.beoordeeld_op is not None:
                gezegd[UUID(id_)] = (str(rij.opmerkingen[id_]), rij.beoordeeld_op)
        bekeken |= set(rij.activiteit_ids)
    return _nog_zo(handeling, zaak, gezegd) if gezegd else {}


def _nog_zo(handeling: Handeling, zaak: Zaak, gezegd: Mapping[UUID, tuple[str, datetime]]) -> Opmerkingen:
    akkoord = handeling.sessie.execute(
        select(Activiteit.id, Activiteit.geaccordeerd_op).where(
            Activiteit.tenant_id == zaak.tenant_id, Activiteit.id.in_(gezegd)
        )
    )
    return {een: gezegd[een][0] for een, op in akkoord if op is None or op < gezegd[een][1]}
