"""Op de pagina van de zaak ziet wie beslist ook wat er na het besluit nog op hem wacht."""

from datetime import date

from tests.aanvraag.loket.test_bezwaren import VAN, collega
from tests.aanvraag.loket.test_wijzigen import MINDER
from tests.aanvraag.loket.webloket import Webloket

from dakpan.aanvraag.domain.meldingen import Meldsoort
from dakpan.wandeling.besluiten import besluit
from dakpan.wandeling.bezwaren import leg_vast
from dakpan.wandeling.wijzigen import meld

OP, DAARNA = date(2023, 1, 9), date(2023, 2, 20)
KOP = "Dit is nu aan u"


def test_een_gemelde_wijziging_wacht_op_wie_beslist(webloket: Webloket) -> None:
    loket = webloket.loket
    webloket.op(OP)
    zaak = loket.halfjaarzaak().tot_advies(loket.deskundige)
    zaak.doe(loket.beslisser, besluit, {"soort": "toegekend"})
    hier = f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}"
    assert KOP not in webloket.als(loket.beslisser).get(hier).text
    webloket.op(DAARNA)
    melding = zaak.doe(loket.coach, meld, Meldsoort.WERK, {**MINDER, "akkoord_op": "2023-02-20"})
    pagina = webloket.als(loket.beslisser).get(hier).text
    assert KOP in pagina
    assert f'href="{hier}/wijziging/{melding.id}"' in pagina
    assert "Beslis over de wijziging: Werk, uren of inkomen" in pagina
    assert "Beslis over de wijziging" not in webloket.als(loket.coach).get(hier).text


def test_een_bezwaar_wacht_ook_als_de_zaak_is_gestopt(webloket: Webloket) -> None:
    loket = webloket.loket
    webloket.op(OP)
    zaak = loket.halfjaarzaak().tot_advies(loket.deskundige)
    zaak.doe(loket.beslisser, besluit, {"soort": "afgewezen", "motivering": "Geen beperking gezien."})
    hier = f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}"
    assert "Deze zaak is gestopt" in webloket.als(loket.beslisser).get(hier).text
    webloket.op(DAARNA)
    bezwaar = zaak.doe(loket.coach, leg_vast, VAN)
    pagina = webloket.als(collega(loket)).get(hier).text
    assert f'href="{hier}/bezwaar/{bezwaar.id}"' in pagina
    assert "Beslis op het bezwaar van Mila Bakker" in pagina
    zelf = webloket.als(loket.beslisser).get(hier).text
    assert "Beslis op het bezwaar" not in zelf
    assert "een collega, want u nam het besluit" in zelf
    assert "Beslis op het bezwaar" not in webloket.als(loket.coach).get(hier).text
