"""Elke pagina van een zaak laat een blik achter; een zaak die voorbij is heeft geen stap meer."""

from pathlib import Path

import pytest
from sqlalchemy import func, select
from tests.hulp.bezoeker import Bezoeker, open_loket
from tests.hulp.bouw import Wereld
from tests.hulp.motoren import motor_van

from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak, Zaakstatus
from dakpan.dossier.zaken import haal_zaak, open_stap
from dakpan.opslag.sporen import Inzage


def test_elke_pagina_van_een_zaak_laat_precies_een_blik_achter(sqlite_gemigreerd: str, tmp_path: Path) -> None:
    motor = motor_van(sqlite_gemigreerd)
    wereld = Wereld(motor)
    bureau = wereld.organisatie()
    consulent = wereld.financier("staphorst")
    zaak = wereld.zaak("staphorst", bureau)
    app = open_loket(sqlite_gemigreerd, tmp_path)
    bezoeker, geopend = Bezoeker(app).als(consulent), 0
    for regel in app.url_map.iter_rules():
        if "GET" not in (regel.methods or ()) or regel.arguments != {"tenant_id", "zaak_id"}:
            continue
        with wereld.als(consulent) as handeling:
            eerder = handeling.sessie.scalar(select(func.count()).select_from(Inzage)) or 0
        with app.test_request_context():
            adres = app.url_for(regel.endpoint, tenant_id=zaak.tenant_id, zaak_id=zaak.zaak_id)
        if bezoeker.get(adres).status_code != 200:
            continue
        with wereld.als(consulent) as handeling:
            assert handeling.sessie.scalar(select(func.count()).select_from(Inzage)) == eerder + 1, regel.rule
        geopend += 1
    motor.dispose()
    assert geopend >= 8


@pytest.mark.parametrize("status", [Zaakstatus.AFGEWEZEN, Zaakstatus.INGETROKKEN])
def test_een_zaak_die_voorbij_is_heeft_geen_stap_meer(database_url: str, status: Zaakstatus) -> None:
    motor = motor_van(database_url)
    wereld = Wereld(motor)
    consulent = wereld.financier("staphorst")
    gemaakt = wereld.zaak("staphorst", wereld.organisatie())
    with wereld.bouw(consulent) as sessie:
        sessie.get_one(Zaak, ("staphorst", gemaakt.zaak_id)).status = status
    with wereld.als(consulent) as handeling:
        zaak = haal_zaak(handeling, "staphorst", gemaakt.zaak_id)
        for stap in Zaakstap:
            with pytest.raises(KanNiet, match=f"Deze zaak is {status.value}"):
                open_stap(handeling, zaak, stap)
    motor.dispose()
