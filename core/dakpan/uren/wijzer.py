"""Wat mag een coach schrijven en wat niet, per financier, met de bron; wat daarover is afgesproken; en hoe precies."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dakpan.opslag.handeling import Handeling
from dakpan.uitleg.bron import Bron
from dakpan.uren.afspraken.tables import Urenafspraak
from dakpan.uren.afspraken.vastleggen import geldende
from dakpan.uren.domain import NietVergoed
from dakpan.uren.hoofdlijnen.kiezen import op_hoofdlijnen
from dakpan.uren.keuzes import activiteiten_van, bron_van_weigering
from dakpan.uren.perioden import MijnPeriode


@dataclass(frozen=True, slots=True)
class Wijzer:
    """Van één financier: hoeveel doelen hij kent, wat hij nooit betaalt, en per cliënt wat er is afgesproken.

    ``op_hoofdlijnen``: hij heeft genoeg aan een tekst per doel, met wat hij erbij zegt; None: per activiteit.
    """

    financier: str
    doelen: int
    nooit: Mapping[Bron, tuple[NietVergoed, ...]]
    afgesproken: tuple[tuple[str, tuple[Urenafspraak, ...]], ...]
    op_hoofdlijnen: str | None


def wijzers(handeling: Handeling, perioden: Sequence[MijnPeriode], dag: date) -> list[Wijzer]:
    """Van elke financier van deze cliënten één; in twee opdrachten, hoeveel cliënten het ook zijn."""
    genoeg = op_hoofdlijnen(handeling, {een.tenant_id for een in perioden})
    afspraken = geldende(handeling, {(een.tenant_id, een.zaak_id) for een in perioden})
    uit = []
    for tenant_id, eerste in {een.tenant_id: een for een in reversed(perioden)}.items():
        berekening = activiteiten_van(handeling, tenant_id, eerste.peildatum(dag))
        nooit: dict[Bron, tuple[NietVergoed, ...]] = {}
        for soort in berekening.resultaat.niet_vergoed:
            bron = bron_van_weigering(berekening, soort)
            nooit[bron] = (*nooit.get(bron, ()), soort)
        van = {een.zaak_id: een.client for een in perioden if (tenant_id, een.zaak_id) in afspraken}
        met = tuple((client, afspraken[tenant_id, zaak_id]) for zaak_id, client in van.items())
        doelen = len(berekening.resultaat.doelen)
        uit.append(Wijzer(eerste.financier, doelen, nooit, met, genoeg.get(tenant_id)))
    return sorted(uit, key=lambda een: een.financier)
