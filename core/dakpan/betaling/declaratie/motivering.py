"""Vraagt een declaratie om een motivering, en wat schreef de organisatie daarvoor?"""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.declaratie.schiften import RAPPORTAGE_UREN
from dakpan.betaling.tables import Declaratie
from dakpan.betaling.toestanden import TERUG, Declaratiestatus
from dakpan.opslag.handeling import Handeling
from dakpan.plan.tables import Jobcoachperiode

LANGSTE = 2_000
EERST_MOTIVEREN = (
    "Er is meer geschreven voor de verantwoordingsrapportage dan gewoon is. Motiveer dat eerst, bij deze proef."
)
_VERVANGBAAR = (Declaratiestatus.PROEF, *TERUG)


def te_motiveren(rij: Declaratie) -> Mapping[str, Any] | None:
    """De bevinding die om een motivering vraagt, zoals zij bij de declaratie staat. None: er is niets te motiveren."""
    gevonden: list[Mapping[str, Any]] = rij.uitkomst.get("bevindingen", [])
    return next((een for een in gevonden if een["code"].rpartition(".")[2] == RAPPORTAGE_UREN), None)


def met_motivering(rij: Declaratie) -> list[dict[str, Any]]:
    """Alles wat opviel, met wat de organisatie schreef bij de bevinding waar het over gaat."""
    vraagt = te_motiveren(rij)
    return [
        {**een, "motivering": rij.motivering if een is vraagt else ""} for een in rij.uitkomst.get("bevindingen", [])
    ]


def vereis_motivering(rij: Declaratie) -> None:
    """Wat om een motivering vraagt wordt zonder niet definitief."""
    if te_motiveren(rij) is None:
        rij.motivering = ""
    elif not rij.motivering:
        raise KanNiet(EERST_MOTIVEREN)


def vorige_motivering(handeling: Handeling, periode: Jobcoachperiode) -> str:
    """Wat er bij de vorige proef stond, of bij wat werd teruggestuurd: dat hoeft niemand opnieuw te typen."""
    vraag = select(Declaratie.motivering).where(
        Declaratie.tenant_id == periode.tenant_id,
        Declaratie.periode_id == periode.id,
        Declaratie.status.in_(_VERVANGBAAR),
    )
    return handeling.sessie.scalars(vraag.order_by(Declaratie.id.desc()).limit(1)).first() or ""
