"""Een correctie na het goedkeuren in de browser zonder scherm: voorstellen, de som, en een ander die bevestigt."""

import re

from flask import Flask
from sqlalchemy import select
from tests.betaling.dienst.loket import Loket
from tests.betaling.dienst.test_correctie_dienst import stel
from tests.betaling.dienst.test_deels_dienst import keur
from tests.betaling.dienst.test_per_regel_dienst import _een_uur
from tests.betaling.pagina.test_declareren_pagina import bezoek, naar
from tests.betaling.pagina.test_deels_pagina import WAAROM, gewoon, ingediend, vakken_van
from tests.hulp.bezoeker import Bezoeker

from dakpan.begrippen.bedrag import Bedrag
from dakpan.betaling.tables import Declaratie


def test_voorstellen_en_door_een_ander_bevestigen(app: Flask, dorp: Loket, declarant: Bezoeker) -> None:
    """2:30 = 288,74; zonder de 90 is het 115,49, en er is 173,25 te crediteren."""
    zaak, declaratie = ingediend(dorp, declarant)
    beoordelaar = bezoek(app, dorp.beoordelaar)
    beoordelaar.get(declaratie)
    naar(beoordelaar.post(f"{declaratie}/oordeel", {**beoordelaar.verborgen, "oordeel": "goed"}))

    assert f'href="{declaratie}/correctie"' in declarant.get(declaratie).text
    vakken = vakken_van(declarant, f"{declaratie}/correctie")
    leeg = declarant.post(f"{declaratie}/correctie", declarant.verborgen)
    assert (leeg.status_code, "ten minste één activiteit" in leeg.text) == (422, True)
    declarant.get(f"{declaratie}/correctie")
    raar = declarant.post(f"{declaratie}/correctie", {**declarant.verborgen, vakken[1]: "Dubbel\x00"})
    assert (raar.status_code, "U+0000 is niet leesbaar" in raar.text) == (422, True)
    declarant.get(f"{declaratie}/correctie")
    keuze = {**declarant.verborgen, "reden": "Dubbel geschreven.", vakken[1]: WAAROM}
    som = declarant.post(f"{declaratie}/correctie", keuze)
    assert "De declaratie gaat van € 288,74 naar € 115,49." in gewoon(som.text)
    terug = declarant.post(f"{declaratie}/correctie", {**keuze, "aanpassen": "ja"})
    assert (f'value="{WAAROM}"' in terug.text, "Dubbel geschreven." in terug.text) == (True, True)
    naar(declarant.post(f"{declaratie}/correctie", {**keuze, "bevestigd": "ja"}))
    assert "Voorstel intrekken" in declarant.get(_correctie(declarant, declaratie)).text

    betaler = bezoek(app, dorp.betaler)
    assert "Beslis over de correctie van declaratie UJ-2022-00001" in betaler.get("/").text
    adres = _correctie(betaler, declaratie)
    gezien = _gewaarschuwd(dorp, betaler, adres)
    for zin in ("namens de organisatie", "gaat omlaag met € 173,25", "creditnota van € 173,25 bij factuur 2022-1"):
        assert zin in gezien
    geen_reden = betaler.post(adres, {**betaler.verborgen, "doen": "afwijzen"})
    assert (geen_reden.status_code, "waarom u het voorstel afwijst" in geen_reden.text) == (422, True)
    betaler.get(adres)
    raar = betaler.post(adres, {**betaler.verborgen, "doen": "afwijzen", "antwoord": "Nee\x00"})
    assert (raar.status_code, "U+0000 is niet leesbaar" in raar.text) == (422, True)
    betaler.get(adres)
    assert betaler.post(adres, {**betaler.verborgen, "doen": ""}).status_code == 400
    assert [een.bedrag for een in dorp.betalingen()] == [Bedrag(288_74)]
    betaler.get(adres)
    naar(betaler.post(adres, {**betaler.verborgen, "doen": "bevestigen"}))
    assert [een.bedrag for een in dorp.betalingen()] == [Bedrag(115_49)]
    assert "Deze correctie is verwerkt" in betaler.get(adres).text

    begin = declarant.get("/").text
    assert f'href="{declaratie}/creditnota"' in begin
    betaling = f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}/betaling"
    assert f'href="{betaling}"' in betaler.get(declaratie).text
    assert f'href="{declaratie}"' in betaler.get(betaling).text
    voorstel = declarant.get(f"{declaratie}/creditnota").text
    assert "Uw laatste nummer was 2022-1; daarop volgt 2022-2." in voorstel
    assert 'value="2022-2"' in voorstel
    naar(declarant.post(f"{declaratie}/creditnota", {**declarant.verborgen, "nummer": "2022-2"}))
    lezen = gewoon(beoordelaar.get(declaratie).text)
    assert "Creditnota 2022-2 ophalen (UBL)" in lezen
    assert beoordelaar.get(f"{declaratie}/creditnota").status_code == 404
    assert zaak.tenant_id in declaratie


def test_was_er_al_betaald_dan_staat_op_de_declaratie_welke_vordering_er_kwam(
    app: Flask, dorp: Loket, declarant: Bezoeker
) -> None:
    """288,74 is betaald en 115,49 geldt: vordering 1 van 173,25, en de factuur is voor dat deel gecrediteerd."""
    zaak, declaratie = ingediend(dorp, declarant)
    with dorp.wereld.als(dorp.betaler) as handeling:
        rij = handeling.sessie.scalars(select(Declaratie)).one()
    dorp.keur(zaak, rij)
    dorp.geef_alles_vrij()
    dorp.betaal()
    with dorp.wereld.als(dorp.betaler) as handeling:
        rij = handeling.sessie.scalars(select(Declaratie)).one()
    voorstel = stel(dorp, dorp.declarant, zaak, rij, 90)
    betaler = bezoek(app, dorp.betaler)
    zaakadres = f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}"
    betaler.get(f"{zaakadres}/correcties/{voorstel.id}")
    naar(betaler.post(f"{zaakadres}/correcties/{voorstel.id}", {**betaler.verborgen, "doen": "bevestigen"}))
    for wie in (betaler, declarant):
        gezien = gewoon(wie.get(declaratie).text)
        assert re.search(r'href="[^"]+/vorderingen/[^"]+">Vordering VO-2022-00001 van € 173,25</a>', gezien)

    assert "Gecrediteerd" not in betaler.get(f"{zaakadres}/betaling").text
    declarant.get(f"{declaratie}/creditnota")
    naar(declarant.post(f"{declaratie}/creditnota", {**declarant.verborgen, "nummer": "2022-2"}))
    assert re.search(r"Gecrediteerd</dt><dd>€ 173,25", gewoon(betaler.get(f"{zaakadres}/betaling").text))


def test_van_een_teruggestuurde_declaratie_is_de_hele_factuur_te_crediteren(
    app: Flask, dorp: Loket, declarant: Bezoeker
) -> None:
    _zaak, declaratie = ingediend(dorp, declarant)
    assert f'href="{declaratie}/creditnota"' not in declarant.get(declaratie).text
    beoordelaar = bezoek(app, dorp.beoordelaar)
    beoordelaar.get(declaratie)
    naar(beoordelaar.post(f"{declaratie}/oordeel", {**beoordelaar.verborgen, "oordeel": "af", "reden": WAAROM}))
    gelezen = declarant.get(declaratie).text
    assert f'href="{declaratie}/creditnota"' in gelezen
    assert "Factuur 2022-1 is € 288,74 hoger dan wat er nog geldt" in gewoon(gelezen)
    declarant.get(f"{declaratie}/creditnota")
    naar(declarant.post(f"{declaratie}/creditnota", {**declarant.verborgen, "nummer": "2022-2"}))
    daarna = gewoon(declarant.get(declaratie).text)
    assert ("Creditnota 2022-2 ophalen (UBL)" in daarna, "hoger dan wat er nog geldt" in daarna) == (True, False)


def test_wie_bevestigt_leest_hoe_hoog_de_hele_creditnota_wordt(app: Flask, dorp: Loket, declarant: Bezoeker) -> None:
    """Bij het oordeel ging er al 173,25 af; met 115,49 erbij is de creditnota 288,74."""
    zaak, _declaratie = ingediend(dorp, declarant)
    with dorp.wereld.als(dorp.betaler) as handeling:
        rij = handeling.sessie.scalars(select(Declaratie)).one()
    keur(dorp, zaak, rij, {_een_uur(dorp, 90).id: WAAROM})
    voorstel = stel(dorp, dorp.declarant, zaak, rij, 60)
    adres = f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}/correcties/{voorstel.id}"
    gezien = gewoon(bezoek(app, dorp.betaler).get(adres).text)
    assert "creditnota van € 288,74 bij factuur 2022-1" in gezien
    assert "Dat is € 115,49 van deze correctie, en € 173,25 van wat er eerder af ging" in gezien


def _correctie(wie: Bezoeker, declaratie: str) -> str:
    """Naar het voorstel: dat staat vóór de som, want wat die zegt kan nog veranderen."""
    bovenaan, som, _rest = wie.get(declaratie).text.partition(", eerder 0:00, nu 2:30")
    gevonden = re.search(r'href="(/zaken/[^"]+/correcties/[^"]+)"', bovenaan)
    assert som
    assert gevonden is not None
    return gevonden[1]


def _gewaarschuwd(dorp: Loket, betaler: Bezoeker, correctie: str) -> str:
    """Wie vrijgeeft betaalt het oude bedrag: bij beide vragen staat dat er een voorstel ligt. Wat daar staat."""
    [open_] = dorp.betalingen()
    for adres in (f"/betalingen/vrijgeven?betaling={open_.id}:{open_.versie}", "/betalingen/vrijgeven/alles"):
        vraagt = betaler.get(adres).text
        assert ("Er ligt een correctie voor" in vraagt, f'href="{correctie}"' in vraagt) == (True, True)
    return gewoon(betaler.get(correctie).text)
