"""Een activiteit in haar week verplaatsen of langer of korter maken, zonder iets anders aan te raken."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from dakpan.begrippen.duur import Duur
from dakpan.invoer.fouten import fout_bij
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.uren.keuzes import Werkkeuze
from dakpan.uren.nakijken import MINUTEN_PER_DAG, Werk
from dakpan.uren.schrijven import Geschreven, mijn_activiteit, wijzig
from dakpan.uren.tables import Activiteit


@dataclass(frozen=True, slots=True)
class Plek:
    """Waar een activiteit in de week staat. ``begin`` in minuten na middernacht, ``duur`` van de hele groep."""

    datum: date
    begin: int
    duur: Duur


@gebruiksgeval("uren verplaatst")
def verplaats(handeling: Handeling, tenant_id: str, activiteit_id: UUID, versie: int, naar: Plek) -> Geschreven:
    """Zet een activiteit, of haar hele groep, op deze plek. Wat een wijziging tegenhoudt, houdt dit ook tegen."""
    if not 0 <= naar.begin < MINUTEN_PER_DAG:
        raise fout_bij("begin", "dit begint buiten de dag; kies een tijd van 0:00 tot en met 23:59")
    rijen = mijn_activiteit(handeling, tenant_id, activiteit_id)
    return wijzig(handeling, tenant_id, activiteit_id, versie, _op_plek(rijen, naar))


def _op_plek(rijen: Sequence[Activiteit], naar: Plek) -> Werk:
    """Wie de minuut had die overbleef houdt haar: zo blijft bij dezelfde duur elk deel gelijk."""
    een = rijen[0]
    op_deel = sorted(rijen, key=lambda rij: (-rij.duur.minuten, rij.id))
    return Werk(
        tuple((rij.tenant_id, rij.periode_id) for rij in op_deel),
        Werkkeuze.uit_code(f"{een.doel}:{een.soort}"),
        naar.datum,
        time(*divmod(naar.begin, 60)),
        naar.duur,
        een.locatie,
        een.beoogd,
        een.bereikt,
        next((rij.planreden for rij in rijen if rij.planreden), ""),
    )
