"""Eén cliënt van de demonstratie is verhuisd: zijn zaak gaat mee naar een ander kantoor, dat nog moet beslissen."""

from collections.abc import Sequence

from dakpan.aanvraag.meegeven.aanbieden import Keuze, geef_mee, mee_te_geven, vereis
from dakpan.aanvraag.meegeven.inhoud import Deel
from dakpan.begrippen.toestand import KanNiet
from dakpan.demo.toneel import Loop, Toneel
from dakpan.opslag.fouten import NietGevonden
from dakpan.partijen.rechten import Recht

REDEN = "De cliënt verhuist en blijft bij dezelfde werkgever werken (verzonnen)."


def geef_een_zaak_mee(toneel: Toneel, lopen: Sequence[Loop]) -> None:
    """De eerste zaak die het kan, naar de eerste andere financier waar iemand beslist."""
    for loop in lopen:
        hier = loop.plan.financier
        daar = next((een for een in toneel.spelers.financiers if een != hier and _beslissers(toneel, een)), None)
        if loop.zaak_id is not None and daar is not None and _geef_mee(toneel, loop, hier, daar):
            return


def _beslissers(toneel: Toneel, tenant_id: str) -> list[str]:
    return [een.email for een in toneel.bezetting.van_financier(tenant_id) if Recht.BESLISSEN in een.vrager.rechten]


def _geef_mee(toneel: Toneel, loop: Loop, hier: str, daar: str) -> bool:
    for acteur in toneel.bezetting.van_financier(hier):
        if Recht.BESLISSEN not in acteur.vrager.rechten:
            continue
        handeling = toneel.als(acteur, toneel.nu)
        try:
            zaak = loop.zaak(handeling)
            vereis(handeling, zaak)
        except (KanNiet, NietGevonden):
            return False
        stukken = frozenset(een.id for een in mee_te_geven(handeling, zaak)[:1])
        geef_mee(handeling, zaak, Keuze(daar, toneel.vandaag, frozenset({Deel.BEHOEFTE}), stukken), REDEN, toneel.adres)
        return True
    return False
