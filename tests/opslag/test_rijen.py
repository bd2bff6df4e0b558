"""Een rij die er al is wordt niet alsnog een rij van een ander, en een financier neemt niet terug wat gedeeld is."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session
from tests.opslag.bouw import zaak
from tests.opslag.vragers import (
    FINANCIER,
    MIJN_ORGANISATIE,
    MIJN_TENANT,
    MOMENT,
    ORGANISATIE,
    sessie_van,
)

from dakpan.dossier.tables import Mijlpaal, Notitie, Zaak
from dakpan.opslag.fouten import VreemdeRij
from dakpan.opslag.rijen import FINANCIERS
from dakpan.opslag.vrager import Kant
from dakpan.partijen.tables import Persoon

VAN_MIJ = {"tenant_id": MIJN_TENANT, "organisatie_id": MIJN_ORGANISATIE, "kant": Kant.ORGANISATIE}


def notitie(zaak_id: Any) -> Notitie:
    return Notitie(zaak_id=zaak_id, tekst="x", op=MOMENT, door="x", **VAN_MIJ)


def mijlpaal(zaak_id: Any) -> Mijlpaal:
    return Mijlpaal(zaak_id=zaak_id, stap="aanvraag", op=MOMENT, door="x", **VAN_MIJ)


@pytest.mark.parametrize("maak", [notitie, mijlpaal])
def test_een_rij_verhuist_niet_naar_de_zaak_van_een_ander(
    motor: Engine, eigen: Zaak, vreemd: Zaak, maak: Callable[[Any], Any]
) -> None:
    with sessie_van(motor, ORGANISATIE) as sessie:
        rij = maak(eigen.id)
        sessie.add(rij)
        sessie.commit()
        rij.zaak_id = vreemd.id
        with pytest.raises(VreemdeRij):
            sessie.flush()


def test_een_zaak_krijgt_niet_de_client_van_een_ander(motor: Engine, eigen: Zaak, vreemd: Zaak) -> None:
    with sessie_van(motor, ORGANISATIE) as sessie:
        sessie.get_one(Zaak, (MIJN_TENANT, eigen.id)).persoon_id = vreemd.persoon_id
        with pytest.raises(VreemdeRij):
            sessie.flush()


def test_een_financier_neemt_niet_terug_wat_gedeeld_is(motor: Engine) -> None:
    with sessie_van(motor, FINANCIER) as sessie:
        rij = zaak(sessie, MIJN_TENANT, Kant.GEDEELD, MIJN_ORGANISATIE)
        sessie.commit()
        rij.kant = Kant.FINANCIER
        with pytest.raises(VreemdeRij):
            sessie.flush()


def _los(sessie: Session) -> None:
    sessie.add(Persoon(**{**VAN_MIJ, "kant": Kant.GEDEELD}, voornaam="Bo", achternaam="Bloem"))


def _onbekend(sessie: Session) -> None:
    sessie.add(Persoon(**{**VAN_MIJ, "tenant_id": "bestaat-niet"}, voornaam="Bo", achternaam="Bloem"))


@pytest.mark.parametrize("zet", [_los, _onbekend], ids=["los gedeeld", "onbekende financier"])
def test_een_organisatie_schrijft_niet_bij_zomaar_een_financier(motor: Engine, zet: Callable[[Session], None]) -> None:
    with sessie_van(motor, ORGANISATIE) as sessie:
        sessie.info[FINANCIERS] = {MIJN_TENANT}
        zet(sessie)
        with pytest.raises(VreemdeRij):
            sessie.flush()
