"""De kas van een financier: vanwaar betaald wordt, vrijgeven met vier ogen, en per maand een bestand voor de bank."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from itertools import groupby
from uuid import UUID

from sqlalchemy import select

from dakpan.betaling.betalen.betalingen import geef_vrij, maak_betaalbestand
from dakpan.betaling.betalen.vaststellen import betaald_bedrag, vaststellen
from dakpan.betaling.betalen.vrijgevers import goedkeurders
from dakpan.betaling.rekening.gegevens import Adresgegevens, Rekeninggegevens, bewaar_factuuradres, bewaar_rekening
from dakpan.betaling.tables import Betaalopdracht
from dakpan.betaling.toestanden import Betaalstatus
from dakpan.demo.formulier import invullen
from dakpan.demo.toneel import Loop, Toneel, op_werktijd
from dakpan.dossier.domain import Zaakstap
from dakpan.partijen.rechten import Recht

LANG_GELEDEN, DAARNA = timedelta(430), timedelta(3)
Betaling = tuple[UUID, int]


def richt_in(toneel: Toneel) -> None:
    """Elke financier legt vast van welke rekening hij betaalt en waar een factuur heen gaat."""
    for nummer, (tenant_id, rij) in enumerate(toneel.spelers.financiers.items()):
        acteur = toneel.met_recht(toneel.bezetting.van_financier(tenant_id), Recht.BETALEN)
        handeling = toneel.als(acteur, op_werktijd(toneel.vandaag - LANG_GELEDEN, nummer))
        bewaar_rekening(handeling, Rekeninggegevens(**rij["rekening"]), None)
        bewaar_factuuradres(handeling, Adresgegevens(**rij["adres"]), None)


def betaal(toneel: Toneel, tenant_id: str, loops: Sequence[Loop]) -> int:
    """Wat naar de bank moet gaat per maand; daarna wat alleen vrijgegeven is. Hoeveel gingen er naar de bank?"""
    hoe_ver = {een.id: hoe for een in _klaargezet(toneel, tenant_id) if (hoe := _hoe_ver(een, loops))}
    alle = [een for een in _klaargezet(toneel, tenant_id) if een.id in hoe_ver]
    naar_bank = [een for een in alle if hoe_ver[een.id] == Betaalstatus.IN_BESTAND]
    for maand, groep in groupby(naar_bank, key=lambda een: (een.vanaf.year, een.vanaf.month)):
        rijen = list(groep)
        _naar_de_bank(toneel, tenant_id, rijen, maand[1])
    for een in alle:
        if hoe_ver[een.id] == Betaalstatus.VRIJGEGEVEN:
            _geef_vrij(toneel, tenant_id, [een], op_werktijd(een.vanaf + DAARNA, een.vanaf.day))
    return len(naar_bank)


def _klaargezet(toneel: Toneel, tenant_id: str) -> list[Betaalopdracht]:
    """Wat nu betaald mag worden, op dag."""
    acteur = toneel.met_recht(toneel.bezetting.van_financier(tenant_id), Recht.BETALEN)
    gevraagd = select(Betaalopdracht).where(
        Betaalopdracht.tenant_id == tenant_id, Betaalopdracht.vanaf <= toneel.vandaag
    )
    handeling = toneel.als(acteur, toneel.nu)
    return list(handeling.sessie.scalars(gevraagd.order_by(Betaalopdracht.vanaf, Betaalopdracht.id)))


def _hoe_ver(betaling: Betaalopdracht, loops: Sequence[Loop]) -> str:
    """Hoe ver komt deze betaling volgens het plan van haar zaak? Leeg: zij blijft liggen."""
    loop = next((een for een in loops if een.zaak_id == betaling.zaak_id), None)
    if loop is None:
        return ""
    if betaling.declaratie_id is not None:
        return loop.betalingen.get(betaling.declaratie_id, "")
    if loop.stap(Zaakstap.BETALING) is None:
        return ""
    return loop.plan.hoe or Betaalstatus.IN_BESTAND


def _naar_de_bank(toneel: Toneel, tenant_id: str, rijen: Sequence[Betaalopdracht], nummer: int) -> None:
    """Vrijgeven en dezelfde dag in een bestand."""
    moment = min(op_werktijd(rijen[-1].vanaf + DAARNA, nummer), toneel.nu)
    _geef_vrij(toneel, tenant_id, rijen, moment)
    acteur = toneel.met_recht(toneel.bezetting.van_financier(tenant_id), Recht.BETALEN)
    maak_betaalbestand(toneel.als(acteur, moment), _dag(moment))


def _geef_vrij(toneel: Toneel, tenant_id: str, rijen: Sequence[Betaalopdracht], moment: datetime) -> None:
    """Door wie tegen geen van deze betalingen zelf ja zei; de tweede van de afdeling als de eerste dat deed."""
    zelf = {account for een in rijen for account in goedkeurders(een)}
    anderen = [een for een in reversed(toneel.bezetting.van_financier(tenant_id)) if een.vrager.account_id not in zelf]
    betalingen: list[Betaling] = [(een.id, een.versie) for een in rijen]
    geef_vrij(toneel.als(toneel.met_recht(anderen, Recht.BETALING_VRIJGEVEN), moment), betalingen)


def _dag(moment: datetime) -> date:
    return moment.date()


def stel_vast(loop: Loop) -> None:
    """Na een voorschot: hoeveel was het werkelijk?"""
    werkstap = loop.stap(Zaakstap.VASTSTELLING)
    if werkstap is None or loop.gestopt:
        return
    loop.moment = loop.toneel.nu - DAARNA
    handeling = loop.als(loop.wie(werkstap))
    zaak = loop.zaak(handeling)
    tekst = invullen(loop.toneel.spelers.teksten["vaststelling"], loop)
    vaststellen(handeling, zaak, betaald_bedrag(handeling, zaak), tekst)
