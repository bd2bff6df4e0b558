"""Alles meenemen: elke tabel en elk bestand dat van iemand is, en niets van een ander."""

from sqlalchemy import Engine
from tests.opslag.rijen import maak
from tests.opslag.rijen import soorten as bewaakte
from tests.opslag.vragers import (
    ANDERE_FINANCIER,
    ANDERE_ORG,
    FINANCIER,
    MIJN_ORGANISATIE,
    MIJN_TENANT,
    ORGANISATIE,
    sessie_van,
)

from dakpan.opslag.alles import bijlagen_van, regels_van, soorten, velden_van
from dakpan.opslag.vrager import Kant, Uitzondering, Vrager
from dakpan.opslag.wacht import langs_de_wacht
from dakpan.partijen.tables import Persoon


def _geteld(motor: Engine, wie: Vrager) -> dict[str, tuple[int, int]]:
    with sessie_van(motor, wie) as sessie:
        return {
            een.__tablename__: (len(list(regels_van(sessie, een))), len(list(bijlagen_van(sessie, een))))
            for een in soorten()
        }


def test_elke_tabel_gaat_mee_naar_haar_eigenaars_en_naar_niemand_anders(motor: Engine) -> None:
    """Van elke bewaakte tabel is er een gedeelde rij: beide kanten nemen haar mee, een ander niets."""
    with sessie_van(motor, None) as sessie, langs_de_wacht(sessie, Uitzondering.VULLING):
        for soort in bewaakte():
            maak(sessie, soort, MIJN_TENANT, MIJN_ORGANISATIE, Kant.GEDEELD)
        sessie.commit()
    mee = _geteld(motor, ORGANISATIE)
    assert [naam for naam, (rijen, _bestanden) in mee.items() if not rijen] == []
    assert mee["document"][1] >= 1
    van_financier = _geteld(motor, FINANCIER)
    assert van_financier["zaak"][0] >= 1
    rijen, bestanden = van_financier["betaalbestand"]
    assert rijen == bestanden >= 1
    assert van_financier["certificaat"] == (0, 0), "wat van een organisatie zelf is gaat niet naar een financier"
    for ander in (ANDERE_ORG, ANDERE_FINANCIER):
        assert {aantal for aantallen in _geteld(motor, ander).values() for aantal in aantallen} == {0}


def test_een_burgerservicenummer_gaat_nooit_mee() -> None:
    assert not {"bsn_cijfer", "bsn_zoek", "bsn_eind"} & set(velden_van(Persoon))
