"""Is er een bedrag, een aantal uren of niets toegekend? Opdracht, periode en zaak vertellen hetzelfde, en het is waar.

Gemeente, offerte van 40 uur tegen € 95,45: het plafond is € 3.441,90 (reis 10). Daar passen 3.441,90 / 95,45 = 36,059…
uur in, naar beneden 36,05.
"""

import re
from datetime import date, timedelta
from html import unescape
from typing import Any

import pytest
from tests.aanvraag.loket.balie import Zaakloket
from tests.aanvraag.loket.test_bezwaren import BEROEP, ONGEGROND, VAN, afgewezen, collega, neem
from tests.aanvraag.loket.test_wijzigen import toegekend
from tests.aanvraag.loket.webloket import Webloket

from dakpan.opslag.vrager import Vrager
from dakpan.wandeling.besluiten import besluit
from dakpan.wandeling.bezwaren import leg_vast
from dakpan.wandeling.werkvoorraad import werkvoorraad

BEDRAG, PAST = "€ 3.441,90", "36,05 uur"
VERVOLG, TAAK = "Begin het vervolg", "Beslis op het bezwaar van Mila Bakker"


def _tekst(webloket: Webloket, wie: Vrager, zaak: Zaakloket, pad: str = "") -> str:
    pagina = webloket.als(wie).get(f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}{pad}").text
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", pagina)).split())


def test_een_bedrag_met_de_uren_die_erin_passen(webloket: Webloket) -> None:
    loket = webloket.loket
    zaak = loket.gemeentezaak().tot_offerte(uren="40.00").tot_advies(loket.consulent)
    zaak.doe(loket.consulent, besluit, {"soort": "toegekend", "motivering": "Gewogen."})
    webloket.op(loket.vandaag)
    for pad in ("/opdracht", "/periode"):
        tekst = _tekst(webloket, loket.consulent, zaak, pad)
        assert f"Toegekend bedrag {BEDRAG}" in tekst
        assert f"Uren die in dat bedrag passen {PAST}" in tekst
        assert "Toegekende uren" not in tekst
    for wie in (loket.consulent, loket.coach):
        tekst = _tekst(webloket, wie, zaak)
        assert f"Toegekend is {BEDRAG}. Bij € 95,45 per uur passen daar {PAST} in." in tekst
        assert "geen aantal uren" not in tekst
        assert "36:03 over" in tekst


def test_een_afgewezen_zaak_zegt_dat_er_niets_is_toegekend(webloket: Webloket) -> None:
    loket, zaak = webloket.loket, afgewezen(webloket.loket)
    webloket.op(loket.vandaag)
    niets = "Er zijn geen uren toegekend: de aanvraag is afgewezen."
    for wie in (loket.beslisser, loket.coach):
        tekst = _tekst(webloket, wie, zaak)
        assert niets in tekst
        assert "nog geen besluit" not in tekst
    zaak.doe(loket.coach, leg_vast, VAN)
    voorlopig = _tekst(webloket, loket.coach, zaak)
    assert niets in voorlopig
    assert "Er loopt een bezwaar of beroep tegen de afwijzing." in voorlopig
    assert "nog geen besluit" not in voorlopig


@pytest.mark.parametrize(("dag", "biedt"), [(date(2023, 1, 1), False), (date(2023, 1, 2), True)])
def test_een_vervolg_wordt_pas_aangeboden_als_de_periode_loopt(webloket: Webloket, dag: date, *, biedt: bool) -> None:
    """De periode is die van 2 januari tot en met 2 juli 2023; een dag eerder valt er niets te vervolgen."""
    loket = webloket.loket
    loket.vandaag = dag - timedelta(7)
    zaak = loket.halfjaarzaak().tot_advies(loket.deskundige)
    zaak.doe(loket.beslisser, besluit, {"soort": "toegekend"})
    webloket.op(dag)
    assert (VERVOLG in _tekst(webloket, loket.coach, zaak)) is biedt


def _taken(webloket: Webloket, wie: Vrager) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", webloket.als(wie).get("/").text)).split())


def test_wie_het_besluit_nam_krijgt_het_bezwaar_niet_in_zijn_lijst(webloket: Webloket) -> None:
    loket = webloket.loket
    zaak = afgewezen(loket)
    deze = zaak.doe(loket.coach, leg_vast, VAN)
    ander = collega(loket)
    webloket.op(loket.vandaag)
    assert TAAK not in _taken(webloket, loket.beslisser)
    assert TAAK in _taken(webloket, ander)
    zelf = _tekst(webloket, loket.beslisser, zaak)
    assert TAAK not in zelf
    assert "Beslissen op het bezwaar van Mila Bakker: een collega, want u nam het besluit" in zelf
    # Wat de rechter zegt legt ook vast wie het besluit nam.
    neem(zaak, ander, deze, ONGEGROND)
    zaak.doe(loket.coach, leg_vast, BEROEP)
    assert TAAK in _taken(webloket, loket.beslisser)


def test_het_eigen_bezwaar_verdringt_dat_van_een_collega_niet(webloket: Webloket) -> None:
    """Er staan er ten hoogste tien in de lijst: wat iemand niet mag telt daar niet in mee."""
    loket: Any = webloket.loket
    for _ in range(10):
        afgewezen(loket).doe(loket.coach, leg_vast, VAN)
    zaak = toegekend_door(webloket, collega(loket))
    with loket.wereld.als(loket.beslisser, op=loket.vandaag) as handeling:
        assert [een.zaak_id for een in werkvoorraad(handeling).bezwaren] == [zaak.zaak_id]


def toegekend_door(webloket: Webloket, wie: Vrager) -> Zaakloket:
    loket = webloket.loket
    loket.vandaag = date(2023, 1, 9)
    zaak = loket.halfjaarzaak().tot_advies(loket.deskundige)
    zaak.doe(wie, besluit, {"soort": "toegekend"})
    loket.vandaag = date(2023, 2, 20)
    zaak.doe(loket.coach, leg_vast, VAN)
    return zaak


def test_na_een_toekenning_in_uren_staan_er_uren(webloket: Webloket) -> None:
    loket, zaak = webloket.loket, toegekend(webloket.loket)
    webloket.op(loket.vandaag)
    assert "Toegekende uren 86,4 uur" in _tekst(webloket, loket.coach, zaak, "/periode")
