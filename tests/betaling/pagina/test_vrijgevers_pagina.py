"""Zei iedereen al ja tegen een bedrag, dan kan niemand het vrijgeven: het scherm zegt het vooraf, en daarna wat helpt.

2:30 = 288,74; zonder de 90 minuten is het 115,49.
"""

from datetime import date

import pytest
from flask import Flask
from sqlalchemy import select
from tests.betaling.dienst.loket import Loket
from tests.betaling.dienst.test_correctie_dienst import bevestigd, stel
from tests.betaling.pagina.test_declareren_pagina import bezoek
from tests.betaling.pagina.test_deels_pagina import gewoon, ingediend
from tests.hulp.bezoeker import Bezoeker
from tests.hulp.bouw import Bouwzaak, moment

from dakpan.betaling.corrigeren.tables import Correctie
from dakpan.betaling.tables import Declaratie
from dakpan.partijen.rechten import Rol
from dakpan.partijen.tables import Lidmaatschap, Organisatie

VOORAF = "dan kan niemand deze betaling nog vrijgeven"
ACHTERAF = "Eén betaling kan niemand vrijgeven"


@pytest.fixture(name="zaak")
def _zaak(dorp: Loket, declarant: Bezoeker) -> Bouwzaak:
    """Bea keurt 288,74 goed, en Vic stelt een correctie voor."""
    zaak, _ = ingediend(dorp, declarant)
    dorp.keur(zaak, _declaratie(dorp))
    stel(dorp, dorp.betaler, zaak, _declaratie(dorp), 90)
    return zaak


def _declaratie(dorp: Loket) -> Declaratie:
    with dorp.wereld.als(dorp.beoordelaar) as handeling:
        return handeling.sessie.scalars(select(Declaratie)).one()


def _correctie(dorp: Loket) -> Correctie:
    with dorp.wereld.als(dorp.beoordelaar) as handeling:
        return handeling.sessie.scalars(select(Correctie)).one()


def _adres(zaak: Bouwzaak, correctie: Correctie) -> str:
    return f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}/correcties/{correctie.id}"


def test_wie_als_laatste_bevestigt_leest_het_vooraf(app: Flask, dorp: Loket, zaak: Bouwzaak) -> None:
    cas, adres = bezoek(app, dorp.collega), _adres(zaak, _correctie(dorp))
    assert VOORAF in gewoon(cas.get(adres).text)
    zonder = bezoek(app, dorp.wereld.financier("staphorst", "Con Sulent", Rol.WERKCONSULENT))
    assert VOORAF not in gewoon(zonder.get(adres).text)  # bevestigt hij, dan blijft Cas over
    dorp.wereld.financier("staphorst", "Dina Vierde")
    assert VOORAF not in gewoon(cas.get(adres).text)


def test_is_het_toch_zover_dan_zegt_betalingen_wat_helpt(app: Flask, dorp: Loket, zaak: Bouwzaak) -> None:
    bevestigd(dorp, dorp.collega, zaak, _correctie(dorp))
    beheert = gewoon(bezoek(app, dorp.collega).get("/betalingen").text)
    assert ACHTERAF in beheert
    assert "BO-2022-00001" in beheert
    assert 'href="/medewerkers"' in beheert.partition(ACHTERAF)[2]
    kas = bezoek(app, dorp.wereld.financier("staphorst", "Kas Alleen", Rol.CONTRACTBEHEERDER, Rol.FINANCIEEL))
    assert ACHTERAF not in gewoon(kas.get("/betalingen").text)  # met hem erbij kan het


def test_zonder_beheer_leest_iemand_wie_het_recht_geeft(app: Flask, dorp: Loket, declarant: Bezoeker) -> None:
    """Kas is de enige die vrijgeeft; keurt hij zelf goed, dan kan het niet meer. Bea en Vic zijn er niet."""
    _, adres = ingediend(dorp, declarant)
    kas = dorp.wereld.financier("staphorst", "Kas Alleen", Rol.FINANCIEEL)
    with dorp.wereld.bouw(kas) as sessie:
        for wie in (dorp.beoordelaar, dorp.betaler):
            lid = sessie.get(Lidmaatschap, wie.lidmaatschap_id)
            assert lid is not None
            lid.rollen = [Rol.FUNCTIONEEL_BEHEERDER.value]
    bezoeker = bezoek(app, kas)
    assert "Keurt u goed, dan is er niemand meer die de betaling mag vrijgeven." in gewoon(bezoeker.get(adres).text)
    bezoeker.post(f"{adres}/oordeel", {**bezoeker.verborgen, "oordeel": "goed"})
    gelezen = gewoon(bezoeker.get("/betalingen").text)
    assert ACHTERAF in gelezen
    assert "Een collega dat recht geven kan: Bea Beoordelaar, Vic Vrijgever." in gelezen
    assert 'href="/medewerkers"' not in gelezen


@pytest.mark.usefixtures("zaak")
def test_bij_elke_vraag_staat_dat_de_rekening_pas_veranderde(app: Flask, dorp: Loket) -> None:
    [rij] = dorp.betalingen()
    vragen = (f"/betalingen/vrijgeven?betaling={rij.id}:{rij.versie}", "/betalingen/vrijgeven/alles")
    cas = bezoek(app, dorp.collega)
    assert not any("controleer haar" in cas.get(een).text for een in vragen)
    with dorp.wereld.bouw(dorp.declarant) as sessie:
        organisatie = sessie.get(Organisatie, dorp.organisatie_id)
        assert organisatie is not None
        organisatie.rekening_gewijzigd_op = moment(date(2022, 8, 17))
    assert all("Rekening gewijzigd op 17 augustus 2022" in cas.get(een).text for een in vragen)
