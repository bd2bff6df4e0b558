"""Langer over een besluit doen: de klok volgt, beide kanten zien het, en wat beëindigd is blijft meetellen.

Ontvangen op maandag 20 maart 2023; 56 dagen later is maandag 15 mei.
"""

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from tests.aanvraag.loket.balie import START, Loket, Zaakloket
from tests.aanvraag.loket.webloket import Webloket

from dakpan.aanvraag.domain.klok import Klokregel, Kloksoort, Stand
from dakpan.aanvraag.domain.uitstel import UITSTEL
from dakpan.aanvraag.inhoud import haal_aanvraag, haal_besluit
from dakpan.aanvraag.uitstel.kunnen import gronden_van, mag_uitstellen
from dakpan.aanvraag.uitstel.lezen import uitstel_van
from dakpan.aanvraag.uitstel.tables import Beslisuitstel
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.tables import Bericht
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import GeenRecht, Gewijzigd
from dakpan.opslag.vrager import Vrager
from dakpan.wandeling.besluiten import besluit
from dakpan.wandeling.termijnen import klok_van
from dakpan.wandeling.uitstel import beeindig, leg_vast, trek_in

OVERMACHT = {"grond": "overmacht", "vanaf": "2023-04-03", "motivering": "Het archief is onder water gelopen."}
MEDISCH = {"grond": "medisch_oordeel", "uiterlijk": "2023-06-30", "motivering": "De verzekeringsarts onderzoekt eerst."}


@pytest.fixture(name="zaak")
def _zaak(snel_loket: Loket) -> Zaakloket:
    return snel_loket.halfjaarzaak()


def leg(zaak: Zaakloket, contract: dict[str, Any], op: date = date(2023, 4, 3)) -> Beslisuitstel:
    uitstel: Beslisuitstel = zaak.doe(zaak.loket.beslisser, leg_vast, contract, op=op)
    return uitstel


def beslistermijn(zaak: Zaakloket, wie: Vrager, op: date) -> Klokregel:
    alle = zaak.doe(wie, lambda h, z: klok_van(h, z, haal_aanvraag(h, z), haal_besluit(h, z)), op=op)
    regel: Klokregel
    [regel] = [een for een in alle if een.soort is Kloksoort.BESLISSEN]
    return regel


def berichten(zaak: Zaakloket, wie: Vrager) -> list[tuple[str, date | None]]:
    alles = zaak.doe(wie, lambda h, _z: h.sessie.scalars(select(Bericht).order_by(Bericht.id)).all())
    return [(een.soort.value, een.dag) for een in alles if een.soort.value.startswith("uitstel")]


def velden(fout: pytest.ExceptionInfo[InvoerFout]) -> list[str]:
    return [een.veld for een in fout.value.fouten]


def test_zolang_niemand_weet_hoe_lang_staat_de_termijn_stil(zaak: Zaakloket) -> None:
    loket, later, weer = zaak.loket, date(2023, 4, 10), date(2023, 4, 17)
    uitstel = leg(zaak, OVERMACHT)
    for wie in (loket.coach, loket.beslisser):
        assert beslistermijn(zaak, wie, later).stand(later) is Stand.STAAT_STIL
    assert zaak.zaak(loket.beslisser).uiterlijk is None
    with pytest.raises(KanNiet, match="staat al stil"):
        leg(zaak, {**OVERMACHT, "grond": "aanvrager"})
    zaak.doe(loket.beslisser, beeindig, uitstel.id, op=weer)
    # 3 tot en met 16 april: 14 dagen na 15 mei is tweede pinksterdag, dus dinsdag 30 mei
    na = beslistermijn(zaak, loket.coach, weer)
    assert (na.opgeschort, na.berekend, na.uiterlijk) == (14, date(2023, 5, 29), date(2023, 5, 30))
    assert na.stand(weer) is Stand.LOOPT
    assert zaak.zaak(loket.beslisser).uiterlijk == date(2023, 5, 30)
    assert berichten(zaak, loket.coach) == [("uitstel", None), ("uitstel_klaar", date(2023, 5, 30))]
    with pytest.raises(KanNiet, match="al beëindigd"):
        zaak.doe(loket.beslisser, beeindig, uitstel.id, op=weer)


def test_een_medisch_oordeel_geeft_een_latere_dag_die_de_financier_noemt(zaak: Zaakloket) -> None:
    loket = zaak.loket
    uitstel = leg(zaak, MEDISCH)
    regel = beslistermijn(zaak, loket.coach, START)
    # van 15 mei tot en met 30 juni: 46 dagen langer
    assert (regel.uiterlijk, regel.opgeschort, regel.verlengd) == (date(2023, 6, 30), 0, 46)
    assert uitstel.bron["vindplaats"] == "par. 4.2, voetnoot 33"
    with pytest.raises(KanNiet, match="staat niet meer stil"):
        zaak.doe(loket.beslisser, beeindig, uitstel.id)
    with pytest.raises(Gewijzigd):
        zaak.doe(loket.beslisser, trek_in, uitstel.id, 7)
    zaak.doe(loket.beslisser, trek_in, uitstel.id, uitstel.versie)
    assert beslistermijn(zaak, loket.coach, START).uiterlijk == date(2023, 5, 15)
    assert berichten(zaak, loket.coach)[-1] == ("uitstel_klaar", date(2023, 5, 15))


def test_elke_fout_bij_haar_veld_en_nooit_een_lengte_uit_het_niets(zaak: Zaakloket) -> None:
    instemming = {"grond": "instemming", "vanaf": "2023-03-19", "motivering": "Brief van 19 maart."}
    with pytest.raises(InvoerFout) as fout:
        leg(zaak, instemming)
    assert velden(fout) == ["vanaf", "tot_en_met"]
    with pytest.raises(InvoerFout) as fout:
        leg(zaak, {**instemming, "vanaf": "2023-05-16", "tot_en_met": "2023-05-15"})
    assert velden(fout) == ["vanaf", "tot_en_met"]
    for uiterlijk in (None, "2023-05-15"):
        with pytest.raises(InvoerFout) as fout:
            leg(zaak, {**MEDISCH, "uiterlijk": uiterlijk})
        assert velden(fout) == ["uiterlijk"]
    with pytest.raises(InvoerFout, match="verstreken"):
        leg(zaak, MEDISCH, op=date(2023, 5, 16))
    with pytest.raises(InvoerFout) as fout:
        leg(zaak, {"grond": "geen_tijd", "motivering": "Druk."})
    assert velden(fout) == ["grond"]


def test_alleen_wie_beslist_en_elke_financier_zijn_eigen_gronden(zaak: Zaakloket) -> None:
    loket = zaak.loket
    for wie in (loket.coach, loket.deskundige):
        assert not zaak.doe(wie, mag_uitstellen)
        with pytest.raises(GeenRecht):
            zaak.doe(wie, leg_vast, MEDISCH)
    wet = ["instemming", "aanvrager", "overmacht", "redelijke_termijn"]
    assert [een.code for een in zaak.doe(loket.beslisser, gronden_van)] == [*wet, "medisch_oordeel"]
    gemeente = loket.gemeentezaak()
    assert [een.code for een in gemeente.doe(loket.consulent, gronden_van)] == wet


def test_met_het_besluit_houdt_het_stilstaan_op(zaak: Zaakloket) -> None:
    loket = zaak.loket
    leg(zaak, OVERMACHT)
    loket.vandaag = date(2023, 4, 17)
    zaak.tot_advies(loket.deskundige).doe(
        loket.beslisser, besluit, {"soort": "afgewezen", "motivering": "Geen beperking."}
    )
    [uitstel] = zaak.doe(loket.coach, uitstel_van)
    assert uitstel.status == "beeindigd"
    assert beslistermijn(zaak, loket.coach, date(2023, 9, 1)).opgeschort == 14
    assert not zaak.doe(loket.beslisser, mag_uitstellen)


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.sampled_from(list(UITSTEL.overgangen)), min_size=2, max_size=5))
def test_in_elke_volgorde_houdt_een_uitstel_een_keer_op(snel_loket: Loket, handelingen: list[str]) -> None:
    """Ernaast staat een klein model: alleen wat geldt kan ophouden, en na het besluit kan er niets meer."""
    snel_loket.vandaag = START
    zaak = snel_loket.halfjaarzaak().tot_advies(snel_loket.deskundige)
    uitstel, stand, besloten = leg(zaak, OVERMACHT), "geldt", False
    for wat in handelingen:
        gelukt = True
        try:
            if wat == "besluit":
                zaak.doe(snel_loket.beslisser, besluit, {"soort": "afgewezen", "motivering": "Geen beperking."})
            else:
                zaak.doe(snel_loket.beslisser, beeindig if wat == "beeindig" else trek_in, uitstel.id)
        except KanNiet:
            gelukt = False
        assert gelukt == (not besloten and (wat == "besluit" or stand == "geldt"))
        besloten = besloten or wat == "besluit"
        if gelukt and stand == "geldt":
            stand = "ingetrokken" if wat == "trek_in" else "beeindigd"
        [nu] = zaak.doe(snel_loket.coach, uitstel_van)
        assert nu.status.value == stand


def test_de_pagina_van_elke_kant(webloket: Webloket) -> None:
    zaak = webloket.loket.halfjaarzaak()
    hier = f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}/uitstel"
    coach, beslisser = webloket.als(webloket.loket.coach), webloket.als(webloket.loket.beslisser)
    assert "De beslistermijn is niet uitgesteld" in coach.get(hier).text
    assert "Leg uitstel vast" not in coach.get(hier).text
    beslisser.get(hier)
    fout = beslisser.post(hier, {**beslisser.verborgen, **MEDISCH, "uiterlijk": "2023-05-01"})
    assert (fout.status_code, "De verzekeringsarts onderzoekt eerst." in fout.text) == (422, True)
    assert beslisser.post(hier, {**beslisser.verborgen, **MEDISCH}).status_code == 303
    pagina = coach.get(hier).text
    assert "sociaal-medisch oordeel" in pagina
    assert "30 juni 2023" in pagina
    [uitstel] = zaak.doe(webloket.loket.beslisser, uitstel_van)
    beslisser.get(hier)
    assert beslisser.post(f"{hier}/{uitstel.id}/intrekken", beslisser.verborgen).status_code == 303
    assert "telt niet meer mee" in beslisser.get(hier).text
