"""Wat een bezwaar met andere dingen in dezelfde zaak doet: wie beslist erover, en wat geldt er van de offerte?"""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.aanvraag.loket.balie import Loket, Zaakloket
from tests.aanvraag.loket.test_bezwaren import GEGROND, ONGEGROND, VAN, collega, neem

from dakpan.aanvraag.domain.meldingen import Meldsoort
from dakpan.aanvraag.wijzigen.melden import haal_melding
from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.toestand import KanNiet
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.vrager import Vrager
from dakpan.partijen.rechten import Rol
from dakpan.wandeling.besluiten import besluit
from dakpan.wandeling.bezwaren import leg_vast
from dakpan.wandeling.wijzigen import beslis as beslis_wijziging
from dakpan.wandeling.wijzigen import meld

OP, LATER = date(2023, 1, 9), date(2023, 2, 13)
MINDER = {
    "akkoord_hoe": "gesprek",
    "akkoord_op": "2023-02-06",
    "wat": "uren",
    "uren_per_week": "18.00",
    "ingangsdatum": "2023-02-06",
}


def toegekend(loket: Loket) -> Zaakloket:
    loket.vandaag = OP
    zaak = loket.halfjaarzaak().tot_advies(loket.deskundige)
    zaak.doe(loket.beslisser, besluit, {"soort": "toegekend", "uren": "40.00", "motivering": "Minder is genoeg."})
    loket.vandaag = LATER
    return zaak


def test_ook_na_een_wijziging_beslist_een_ander_op_het_bezwaar(snel_loket: Loket) -> None:
    """Art. 10:3: het gaat om wie het bestreden besluit nam, niet om wie daarna iets besloot."""
    zaak = toegekend(snel_loket)
    deze = zaak.doe(snel_loket.coach, leg_vast, {**VAN, "ontvangen_op": "2023-02-13"})
    melding = zaak.doe(snel_loket.coach, meld, Meldsoort.WERK, MINDER)
    besloten = {"gevolg": "anders", "uren": "20.00", "motivering": "Hij werkt minder."}
    zaak.doe(collega(snel_loket), lambda h, z: beslis_wijziging(h, z, haal_melding(h, z, melding.id), besloten))
    with pytest.raises(KanNiet, match="10:3"):
        neem(zaak, snel_loket.beslisser, deze, ONGEGROND)
    assert neem(zaak, collega(snel_loket), deze, ONGEGROND) is None


@pytest.mark.parametrize("naam", ["Bea Beslisser", "Bea de Wit"])
def test_het_gaat_om_wie_het_was_en_niet_om_een_naam(snel_loket: Loket, naam: str) -> None:
    zaak = toegekend(snel_loket)
    deze = zaak.doe(snel_loket.coach, leg_vast, {**VAN, "ontvangen_op": "2023-02-13"})
    with pytest.raises(KanNiet, match="10:3"):
        neem(zaak, replace(snel_loket.beslisser, naam=naam), deze, ONGEGROND)
    assert neem(zaak, replace(collega(snel_loket), naam=naam), deze, ONGEGROND) is None


def _andere_consulent(loket: Loket) -> Vrager:
    return loket.wereld.financier("staphorst", "Noor Bezwaar", Rol.WERKCONSULENT)


def _geweigerde_offerte(loket: Loket) -> tuple[Zaakloket, Any]:
    """36 uur tegen € 80: € 2.880,00, onder het plafond van € 3.441,90."""
    zaak = loket.gemeentezaak().tot_offerte(uren="36.00", tarief="80.00").tot_advies(loket.consulent)
    zaak.doe(loket.consulent, besluit, {"soort": "afgewezen", "motivering": "Geen beperking gezien."})
    return zaak, zaak.doe(loket.consulent, leg_vast, {**VAN, "ontvangen_op": loket.vandaag.isoformat()})


def test_na_een_gegrond_bezwaar_geldt_de_offerte(snel_loket: Loket) -> None:
    zaak, deze = _geweigerde_offerte(snel_loket)
    nieuw = neem(zaak, _andere_consulent(snel_loket), deze, GEGROND)
    assert (nieuw.bedrag, nieuw.tarief, nieuw.afwijkend) == (Bedrag(2_880_00), Bedrag(80_00), False)
    assert nieuw.uitkomst["voorstel"]["tarief"] == "80.00"


def test_ook_dan_gaat_een_offerte_niet_boven_het_plafond(snel_loket: Loket) -> None:
    zaak, deze = _geweigerde_offerte(snel_loket)
    with pytest.raises(InvoerFout, match=r"meer dan het plafond van € 3\.441,90 \(.*1\.5") as gemeld:
        neem(zaak, _andere_consulent(snel_loket), deze, {**GEGROND, "bedrag": "3441.91"})
    assert [fout.veld for fout in gemeld.value.fouten] == ["bedrag"]
