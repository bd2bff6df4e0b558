"""Een pagina vraagt altijd evenveel aan de database, hoeveel zaken, adviezen of medewerkers er ook zijn."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import Engine, event
from tests.aanvraag.loket.balie import Zaakloket
from tests.aanvraag.loket.webloket import Webloket

from dakpan.aanvraag.beoordelen import geef_advies
from dakpan.opslag.vrager import Vrager
from dakpan.wandeling.besluiten import besluit


@contextmanager
def geteld() -> Iterator[list[str]]:
    vragen: list[str] = []

    def noteer(_verbinding: Any, _cursor: Any, opdracht: str, *_rest: Any) -> None:
        vragen.append(opdracht)

    event.listen(Engine, "before_cursor_execute", noteer)
    try:
        yield vragen
    finally:
        event.remove(Engine, "before_cursor_execute", noteer)


def aantal(webloket: Webloket, wie: Vrager, zaak: Zaakloket, pad: str) -> int:
    bezoeker = webloket.als(wie)
    with geteld() as vragen:
        assert bezoeker.get(f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}/{pad}").status_code == 200
    return len(vragen)


@pytest.mark.parametrize(
    "pad", ["aanvraag/afdruk", "controle", "indienen", "beoordeling", "besluit", "offerte", "periode"]
)
def test_meer_rijen_geen_vraag_erbij(webloket: Webloket, pad: str) -> None:
    loket = webloket.loket
    zaak = loket.gemeentezaak().tot_offerte().tot_advies(loket.consulent)
    eerst = aantal(webloket, loket.consulent, zaak, pad)
    for _keer in range(3):
        loket.gemeentezaak()
        loket.wereld.medewerker(loket.organisatie_id, "Nog Iemand")
        zaak.doe(loket.consulent, geef_advies, "Nog steeds.", toekennen=True)
    assert aantal(webloket, loket.consulent, zaak, pad) == eerst


def test_de_periode_met_meer_medewerkers(webloket: Webloket) -> None:
    loket = webloket.loket
    zaak = loket.gemeentezaak().tot_offerte().tot_advies(loket.consulent)
    zaak.doe(loket.consulent, besluit, {"soort": "toegekend"})
    eerst = aantal(webloket, loket.coach, zaak, "periode")
    for nummer in range(4):
        loket.wereld.medewerker(loket.organisatie_id, f"Coach {nummer}")
    assert aantal(webloket, loket.coach, zaak, "periode") == eerst
