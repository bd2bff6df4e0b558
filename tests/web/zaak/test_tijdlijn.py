"""Wat iemand typte staat in de geschiedenis, ook als het op een datum of een tijdstip lijkt en er geen is."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from flask import Flask

from dakpan.loket.zaak.tijdlijn import tijdlijn
from dakpan.opslag.sporen import Geschiedenis, Soortwijziging
from dakpan.opslag.vrager import Kant
from dakpan.web.opmaak import koppel_opmaak
from dakpan.web.taal import koppel_taal


@pytest.mark.parametrize(
    ("getypt", "getoond"),
    [
        ("2023-02-28", "28-02-2023"),
        ("2023-02-30", "2023-02-30"),
        ("2023-02-28T10:00:00+00:00", "28 februari 2023, 11:00"),
        ("2023-02-30T10:00:00+00:00", "2023-02-30T10:00:00+00:00"),
        ("9999-12-31T23:59:59-10:00", "9999-12-31T23:59:59-10:00"),
        ("0001-01-01T00:00:00+10:00", "0001-01-01T00:00:00+10:00"),
    ],
)
def test_wat_op_een_moment_lijkt_breekt_de_geschiedenis_niet(getypt: str, getoond: str) -> None:
    app = Flask("proef")
    koppel_taal(app)
    koppel_opmaak(app)
    regel = Geschiedenis(
        tenant_id="proef",
        kant=Kant.FINANCIER,
        op=datetime(2023, 3, 1, 9, 0, tzinfo=UTC),
        door="Iemand",
        soort=Soortwijziging.GEWIJZIGD,
        tabel="aanvraag",
        rij_id=UUID(int=1),
        waarom="Aanvraag opgeslagen",
        velden=[{"veld": "gegevens.aanvraag.toelichting", "was": None, "is": getypt}],
    )
    with app.test_request_context():
        ((_label, was, is_),) = tijdlijn([regel])[0].wijzigingen
    assert (was, is_) == (None, getoond)
