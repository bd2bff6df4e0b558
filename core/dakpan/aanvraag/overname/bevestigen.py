"""De financier bevestigt wat er al was besloten: wat over is wordt zijn besluit in het loket."""

from datetime import datetime, time
from typing import Any

from sqlalchemy import select

from dakpan.aanvraag.domain.bezwaar import bezwaartermijn
from dakpan.aanvraag.overname.doen import UIT, sla_stappen_over
from dakpan.aanvraag.overname.tables import Overname
from dakpan.aanvraag.tables import Aanleiding, Besluit, Besluitsoort
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import NEDERLAND, Handeling

_MIDDAG = time(12)


def overname_van(handeling: Handeling, zaak: Zaak) -> Overname | None:
    """Is deze zaak overgenomen uit een eerdere administratie?"""
    return handeling.sessie.scalar(
        select(Overname).where(Overname.tenant_id == zaak.tenant_id, Overname.zaak_id == zaak.id)
    )


def als_voorstel(overname: Overname) -> dict[str, Any]:
    """Wat er in het formulier van het besluit al staat: wat over is, met waar het vandaan komt."""
    toen = f"{overname.besloten_op:%d-%m-%Y}"
    if overname.toegekende_uren is not None:
        cijfers = f"toegekend {overname.toegekende_uren}, daarvan al gebruikt {overname.gebruikte_uren}"
    else:
        cijfers = f"toegekend {overname.toegekend_bedrag}, daarvan al gebruikt {overname.gebruikt_bedrag}"
    return {
        "soort": Besluitsoort.TOEGEKEND.value,
        "uren": overname.uren_over,
        "bedrag": overname.bedrag_over,
        "begin": overname.begin,
        "eind": overname.eind,
        "motivering": f"{UIT}: besluit {overname.besluitnummer} van {toen}; {cijfers}. Hier telt wat over is.",
    }


def maak_bevestigd(handeling: Handeling, zaak: Zaak, overname: Overname, besluit: Besluit) -> None:
    """Het besluit houdt de dag waarop het buiten het loket is genomen; de stappen tot de uren zijn al gezet."""
    overname.bevestigd_op, overname.bevestigd_door = handeling.nu, handeling.vrager.naam
    if not besluit.soort.kent_toe:
        return
    besluit.aanleiding = Aanleiding.OVERNAME
    besluit.genomen_op = datetime.combine(overname.besloten_op, _MIDDAG, NEDERLAND)
    besluit.bezwaar_tot = bezwaartermijn(overname.besloten_op).uiterlijk
    handeling.sessie.flush()
    sla_stappen_over(handeling, zaak, Zaakstap.UREN)
