"""Een fout die later blijkt: één voorstel dat wacht, één factuur die te hoog is, en één creditnota die er al is."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select

from dakpan.betaling.corrigeren.bevestigen import bevestig
from dakpan.betaling.corrigeren.crediteren import maak_creditnota
from dakpan.betaling.corrigeren.voorstellen import stel_voor
from dakpan.betaling.declaratie.declaraties import haal_declaratie
from dakpan.betaling.tables import Declaratie, Factuur
from dakpan.betaling.toestanden import Declaratiestatus
from dakpan.demo.toneel import Loop
from dakpan.partijen.rechten import Recht

VOORGESTELD, BEVESTIGD, GECREDITEERD = range(3)


class Geval(NamedTuple):
    """Een goedgekeurde declaratie met meer dan één activiteit."""

    loop: Loop
    declaratie_id: UUID
    activiteit_id: UUID


def corrigeer(lopen: Sequence[Loop]) -> int:
    """Hoeveel correcties zijn er voorgesteld? Elk een stap verder dan de vorige."""
    gevallen = [een for loop in lopen for een in islice(_gevallen(loop), 1)][: GECREDITEERD + 1]
    for hoe_ver, geval in enumerate(gevallen):
        _corrigeer(geval, hoe_ver)
    return len(gevallen)


def _corrigeer(geval: Geval, hoe_ver: int) -> None:
    loop = geval.loop
    loop.moment = loop.toneel.nu
    kantoor = loop.toneel.met_recht(loop.collegas, Recht.DECLAREREN)
    handeling = loop.als(kantoor)
    rij = haal_declaratie(handeling, loop.zaak(handeling), geval.declaratie_id)
    waarom = {geval.activiteit_id: str(loop.toneel.spelers.teksten["correctie"])}
    voorstel = stel_voor(handeling, loop.zaak(handeling), rij.id, rij.versie, waarom)
    # Wie daarna komt begint met een schone lei: wat er dan nog nodig is wordt nu gelezen.
    voorstel_id, versie, beslist = voorstel.id, voorstel.versie, rij.beoordelaar
    if hoe_ver == VOORGESTELD:
        return
    beslisser = loop.als(loop.toneel.met_recht(loop.financier, Recht.DECLARATIE_BEOORDELEN, beslist=beslist))
    bevestig(beslisser, loop.zaak(beslisser), voorstel_id, versie)
    if hoe_ver == GECREDITEERD:
        handeling = loop.als(kantoor)
        nummer = f"{handeling.vandaag.year}-C{loop.plan.nummer:03d}"
        maak_creditnota(handeling, loop.zaak(handeling), geval.declaratie_id, nummer)


def _gevallen(loop: Loop) -> Iterator[Geval]:
    """Waar iets te verbeteren is."""
    if not loop.collegas or loop.zaak_id is None or loop.gestopt:
        return
    handeling = loop.toneel.als(loop.financier[0], loop.toneel.nu)
    met_factuur = select(Factuur.declaratie_id).where(
        Factuur.tenant_id == loop.tenant_id, Factuur.zaak_id == loop.zaak_id
    )
    rijen = handeling.sessie.scalars(
        select(Declaratie)
        .where(
            Declaratie.tenant_id == loop.tenant_id,
            Declaratie.zaak_id == loop.zaak_id,
            Declaratie.status == Declaratiestatus.GOEDGEKEURD,
            Declaratie.id.in_(met_factuur),
        )
        .order_by(Declaratie.id)
    )
    for rij in rijen:
        if len(rij.activiteit_ids) > 1:
            yield Geval(loop, rij.id, UUID(rij.activiteit_ids[-1]))
