"""Over een wijziging en een bezwaar beslist wie de werkwijze noemt: die leest het als werk, een ander leest van wie."""

import re
from html import unescape

from tests.aanvraag.loket.test_bezwaren import VAN, afgewezen
from tests.aanvraag.loket.test_wijzigen import MINDER, gemeld, toegekend
from tests.aanvraag.loket.webloket import Webloket

from dakpan.aanvraag.domain.meldingen import Meldsoort
from dakpan.opslag.vrager import Vrager
from dakpan.partijen.rechten import Rol
from dakpan.wandeling.bezwaren import leg_vast

BEZWAAR, WIJZIGING = "Beslis op het bezwaar van Mila Bakker", "Beslis over de wijziging"


def _lees(webloket: Webloket, wie: Vrager, pad: str = "/") -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", webloket.als(wie).get(pad).text)).split())


def test_een_werkconsulent_van_uwv_krijgt_geen_bezwaar_als_taak(webloket: Webloket) -> None:
    loket = webloket.loket
    zaak = afgewezen(loket)
    deze = zaak.doe(loket.coach, leg_vast, VAN)
    balie = loket.wereld.financier("uwv-noord", "Hanneke Balie", Rol.WERKCONSULENT)
    ander = loket.wereld.financier("uwv-noord", "Cor Bezwaar", Rol.BESLISSER)
    webloket.op(loket.vandaag)
    assert BEZWAAR in _lees(webloket, ander)
    assert BEZWAAR not in _lees(webloket, balie)
    hier = f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}"
    assert BEZWAAR not in _lees(webloket, balie, hier)
    zin = "Hierop beslist in deze zaak de beslisser"
    assert zin in _lees(webloket, balie, f"{hier}/bezwaar/{deze.id}")
    assert "Cor Bezwaar" in _lees(webloket, balie, f"{hier}/bezwaar/{deze.id}").split(zin)[1]
    assert zin not in _lees(webloket, ander, f"{hier}/bezwaar/{deze.id}")


def test_een_werkconsulent_van_uwv_krijgt_geen_wijziging_als_taak(webloket: Webloket) -> None:
    loket = webloket.loket
    zaak = toegekend(loket)
    melding = gemeld(zaak, Meldsoort.WERK, MINDER)
    balie = loket.wereld.financier("uwv-noord", "Hanneke Balie", Rol.WERKCONSULENT)
    webloket.op(loket.vandaag)
    assert WIJZIGING in _lees(webloket, loket.beslisser)
    assert WIJZIGING not in _lees(webloket, balie)
    hier = f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}"
    assert WIJZIGING not in _lees(webloket, balie, hier)
    zin = "Hierover beslist in deze zaak de beslisser"
    assert zin in _lees(webloket, balie, f"{hier}/wijziging/{melding.id}")
    assert zin not in _lees(webloket, loket.beslisser, f"{hier}/wijziging/{melding.id}")
