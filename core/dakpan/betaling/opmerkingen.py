"""Wat de financier bij losse uren schrijft als hij een declaratie terugstuurt, en wat daar later van over is."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import or_, select

from dakpan.betaling.tables import Declaratie
from dakpan.betaling.toestanden import Declaratiestatus
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import Verzamelaar, fout_bij
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import Handeling
from dakpan.uren.tables import Activiteit

LANGSTE = 300
Opmerkingen = Mapping[UUID, str]


def keur(rij: Declaratie, opmerkingen: Opmerkingen, *, goed: bool) -> dict[str, str]:
    """De opmerkingen om te bewaren. ``InvoerFout`` bij een te lange, of als er toch wordt goedgekeurd."""
    geschreven = {een: tekst.strip() for een, tekst in opmerkingen.items() if tekst.strip()}
    if not {str(een) for een in geschreven} <= set(rij.activiteit_ids):
        raise NietGevonden
    verzamelaar = Verzamelaar()
    with verzamelaar.luister():
        if goed and geschreven:
            raise fout_bij(
                "oordeel", "bij een activiteit staat waarom zij niet klopt; stuur de declaratie terug, of haal dat weg"
            )
    with verzamelaar.luister():
        if any(len(tekst) > LANGSTE for tekst in geschreven.values()):
            raise fout_bij("oordeel", f"een opmerking bij een activiteit heeft ten hoogste {LANGSTE} tekens")
    verzamelaar.stop_bij_fouten()
    return {str(een): tekst for een, tekst in geschreven.items()}


def laatst_afgekeurd(handeling: Handeling, zaak: Zaak) -> Opmerkingen:
    """Bij welke uren schreef de financier de laatste keer waarom zij niet klopten?

    Wat sindsdien opnieuw akkoord kreeg telt niet meer: daar is naar gekeken.
    """
    laatste = handeling.sessie.scalars(
        select(Declaratie)
        .where(
            Declaratie.tenant_id == zaak.tenant_id,
            Declaratie.zaak_id == zaak.id,
            Declaratie.status == Declaratiestatus.AFGEKEURD,
        )
        .order_by(Declaratie.id.desc())
        .limit(1)
    ).first()
    if laatste is None or not laatste.opmerkingen or laatste.beoordeeld_op is None:
        return {}
    van_toen = {UUID(een): str(tekst) for een, tekst in laatste.opmerkingen.items()}
    nog_zo = select(Activiteit.id).where(
        Activiteit.tenant_id == zaak.tenant_id,
        Activiteit.id.in_(van_toen),
        or_(Activiteit.geaccordeerd_op.is_(None), Activiteit.geaccordeerd_op < laatste.beoordeeld_op),
    )
    return {een: van_toen[een] for een in handeling.sessie.scalars(nog_zo)}
