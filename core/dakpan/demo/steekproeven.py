"""Bij elke financier waar is gedeclareerd ligt een steekproef die half is nagekeken, en een die dicht kan."""

from datetime import timedelta

from dakpan.begrippen.percentage import Percentage
from dakpan.betaling.steekproef.domain import Omvang, Regeloordeel
from dakpan.betaling.steekproef.nakijken import Plek
from dakpan.betaling.steekproef.trekken import Uit, trek_steekproef
from dakpan.demo.toneel import Toneel
from dakpan.invoer.fouten import InvoerFout
from dakpan.partijen.rechten import Recht
from dakpan.wandeling.steekproef import kijk_na

JAAR, VIJFDE = timedelta(365), Percentage(20_00)
REDENEN = (
    (Regeloordeel.KLOPT, ""),
    (Regeloordeel.KLOPT_NIET, "De tekst gaat over de reis naar het werk, niet over begeleiden."),
    (Regeloordeel.NAVRAGEN, "Was dit op de werkplek of aan de telefoon?"),
)


def trek_steekproeven(toneel: Toneel) -> int:
    """Een vijfde van wat in een jaar is gedeclareerd, en één regel. Hoeveel zijn het er?"""
    omvangen = (Omvang(percentage=VIJFDE), Omvang(1))
    return sum(_bij(toneel, tenant_id, omvang) for tenant_id in toneel.spelers.financiers for omvang in omvangen)


def _bij(toneel: Toneel, tenant_id: str, omvang: Omvang) -> bool:
    acteur = toneel.met_recht(toneel.bezetting.van_financier(tenant_id), Recht.DECLARATIE_BEOORDELEN)
    handeling = toneel.als(acteur, toneel.nu)
    try:
        proef = trek_steekproef(handeling, Uit(toneel.vandaag - JAAR, toneel.vandaag), omvang)
    except InvoerFout:  # hier is nog niets gedeclareerd
        return False
    for nummer, (oordeel, reden) in enumerate(REDENEN[: max(proef.aantal - 1, 1)], 1):
        kijk_na(handeling, Plek(proef.id, nummer, 1), oordeel, reden)
    return True
