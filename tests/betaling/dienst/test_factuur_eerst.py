"""Eerst de factuur, dan het oordeel en de betaling: bij elke regelset, en bij elke declaratie opnieuw."""

from datetime import date

import pytest
from sqlalchemy import Engine
from tests.betaling.dienst.loket import TARIEF, Loket
from tests.betaling.dienst.test_betalen_dienst import dien_in, factureer, maak_zaak

from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling import lijsten
from dakpan.betaling.domain import Declaratiesoort
from dakpan.betaling.factureren.facturen import te_factureren
from dakpan.betaling.toestanden import Betaalstatus
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.voortgang import Voortgang
from dakpan.wandeling.werkvoorraad import werkvoorraad


@pytest.fixture
def dorp(motor: Engine) -> Loket:
    loket = Loket.open(motor, "staphorst")
    loket.rekening()
    return loket


def test_eerst_de_factuur_dan_pas_het_oordeel(dorp: Loket) -> None:
    zaak = maak_zaak(dorp)
    declaratie = dien_in(dorp, zaak)
    assert declaratie.wacht_op_factuur
    with pytest.raises(KanNiet, match=r"UJ-2022-00001 is nog geen factuur\. Eerst nog: factuur door de jobcoachorgan"):
        dorp.keur(zaak, declaratie)
    with dorp.wereld.als(dorp.beoordelaar) as handeling:
        assert lijsten.declaraties(handeling, "", lijsten.te_beoordelen(handeling)) == []
        assert werkvoorraad(handeling).te_beoordelen == 0
    assert dorp.betalingen() == []

    factureer(dorp, zaak, declaratie)
    with dorp.wereld.als(dorp.beoordelaar) as handeling:
        assert [een.nummer for een in lijsten.declaraties(handeling, "", lijsten.te_beoordelen(handeling))] == [
            "UJ-2022-00001"
        ]
        assert werkvoorraad(handeling).te_beoordelen == 1
    dorp.keur(zaak, declaratie)
    assert [een.status for een in dorp.betalingen()] == [Betaalstatus.KLAARGEZET]


@pytest.mark.parametrize("tenant_id", ["staphorst", "uwv-noord", "verzonnendam"])
def test_elke_regelset_zet_de_factuur_voor_de_betaling(motor: Engine, tenant_id: str) -> None:
    """Staphorst par. 2.2, UWV hoofdstuk 9 en de stad uit haar tenantbestand: declaratie, factuur, betaling."""
    loket = Loket.open(motor, tenant_id)
    zaak = loket.zaak()
    with loket.met(loket.beoordelaar, zaak) as (_, rij):
        werkwijze = Voortgang.uit(rij.stappen, ())
    assert werkwijze.komt_eerst(Zaakstap.FACTUUR, Zaakstap.BETALING)
    assert werkwijze.komt_eerst(Zaakstap.DECLARATIE, Zaakstap.FACTUUR)
    assert not werkwijze.komt_eerst(Zaakstap.BETALING, Zaakstap.FACTUUR)
    with pytest.raises(KanNiet, match="Eerst nog: factuur"):
        loket.keur(zaak, loket.dien_in(zaak, tarieven=(TARIEF,)))


def test_na_een_tweede_declaratie_zijn_factuur_en_betaling_weer_te_doen(dorp: Loket) -> None:
    zaak = maak_zaak(dorp)
    eerste = dien_in(dorp, zaak)
    factureer(dorp, zaak, eerste)
    dorp.keur(zaak, eerste)
    dorp.geef_alles_vrij()
    dorp.betaal()
    zaak.beeindig()
    dorp.schrijf(zaak, [60], date(2022, 8, 1))

    tweede = dorp.dien_in(zaak, Declaratiesoort.EIND, met_bron=False)
    with dorp.met(dorp.declarant, zaak) as (handeling, rij):
        klaar = {een.stap for een in rij.mijlpalen}
        assert not {Zaakstap.FACTUUR, Zaakstap.BETALING} & klaar
        assert [een.id for een in te_factureren(handeling, rij)] == [tweede.id]
    factureer(dorp, zaak, tweede, "2022-002")
    with dorp.met(dorp.declarant, zaak) as (_, rij):
        assert Zaakstap.FACTUUR in {een.stap for een in rij.mijlpalen}
        assert Zaakstap.BETALING in {
            een.stap for een in Voortgang.uit(rij.stappen, [m.stap for m in rij.mijlpalen]).aan_de_beurt
        }
