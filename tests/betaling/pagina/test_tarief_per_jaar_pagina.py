"""Op het declareerscherm staat bij elk tarief van de regels voor welk werk het geldt."""

from datetime import date
from pathlib import Path

import pytest
from tests.betaling.dienst.loket import Loket
from tests.hulp.bezoeker import Bezoeker, Klok, open_loket
from tests.hulp.bouw import moment
from tests.hulp.motoren import motor_van
from tests.uren.pagina import tekst_van

from dakpan.partijen.regelboek import Regelboek
from dakpan.partijen.tenantbestanden import lees_tenants, meegeleverde_map
from dakpan.regels.register import Register

FEBRUARI = date(2023, 2, 1)


def test_bij_werk_in_twee_jaren_staat_welk_tarief_bij_welk_jaar_hoort(
    sqlite_gemigreerd: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In de demonstratie rekent UWV West € 95,45 voor een uur in 2022 en € 99,00 voor een uur in 2023."""
    west = Loket.open(motor_van(sqlite_gemigreerd), "uwv-west", FEBRUARI)
    zaak = west.zaak(minuten=[60], begin=date(2022, 10, 3), eind=date(2023, 3, 31), werk_vanaf=date(2022, 12, 30))
    app = open_loket(sqlite_gemigreerd, tmp_path, Klok(moment(FEBRUARI)))
    register = Register()
    demo = Regelboek(register, lees_tenants([meegeleverde_map() / "demo"], register.namen))
    monkeypatch.setitem(app.extensions, "dakpan.regelboek", demo)
    declarant = Bezoeker(app).als(west.declarant)
    adres = f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}/declaratie"
    declarant.get(adres)
    assert "€ 95,45, volgens de regels van de financier" in tekst_van(declarant)
    west.schrijf(zaak, [60], date(2023, 1, 3))
    declarant.get(adres)
    twee = "€ 95,45 voor werk in 2022; € 99,00 voor werk in 2023, volgens de regels van de financier"
    assert twee in tekst_van(declarant)
