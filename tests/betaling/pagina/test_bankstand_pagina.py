"""Wat de bank deed, in het loket: bevestigen, terugmelden, en opnieuw naar een andere rekening."""

import re
from datetime import date

from flask import Flask
from tests.betaling.dienst.loket import ANDER_IBAN, IBAN, Loket
from tests.betaling.vorderen.conftest import EERSTE_KWARTAAL, declareer, nog_een
from tests.betaling.vorderen.test_bankstand import nieuwe_rekening
from tests.betaling.vorderen.test_verrekenen import VERREKENEN
from tests.betaling.vorderen.test_vorderen import kies, open_
from tests.hulp.bezoeker import Bezoeker
from tests.hulp.bouw import Bouwzaak

from dakpan.betaling.tables import Betaalopdracht
from dakpan.betaling.toestanden import Betaalstatus


def betaald(dorp: Loket, zaak: Bouwzaak) -> Betaalopdracht:
    dorp.rekening()
    declareer(dorp, zaak, "2022-001", EERSTE_KWARTAAL)
    dorp.geef_alles_vrij()
    dorp.betaal()
    return dorp.betalingen()[-1]


def test_bevestigen_terugmelden_en_opnieuw_klaarzetten(app: Flask, dorp: Loket, zaak: Bouwzaak) -> None:
    rij, kas = betaald(dorp, zaak), Bezoeker(app).als(dorp.betaler)
    bestand = f"/betalingen/bestanden/{rij.betaalbestand_id}"
    assert "naar de bank" in kas.get(bestand).text
    assert kas.post(f"{bestand}/uitgevoerd", {**kas.verborgen, "betaald_op": "19-08-2022"}).status_code == 422
    niet = {"betaald_op": "18-08-2022", "behalve": str(rij.id)}
    assert kas.post(f"{bestand}/uitgevoerd", {**kas.verborgen, **niet}).status_code == 303
    assert "Eén betaling ligt nog bij de bank." in kas.get(bestand).text
    assert kas.post(f"{bestand}/uitgevoerd", {**kas.verborgen, "betaald_op": "18-08-2022"}).status_code == 303
    assert "Leg vast dat de bank betaalde" not in kas.get(bestand).text
    betaling = f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}/betaling"
    kas.get(f"{betaling}/{rij.id}/terug")
    leeg = kas.post(f"{betaling}/{rij.id}/terug", {**kas.verborgen, "teruggekomen_op": "18-08-2022"})
    assert leeg.status_code == 422
    kas.get(f"{betaling}/{rij.id}/terug")
    terug = {"teruggekomen_op": "18-08-2022", "terug_reden": "Rekening opgeheven"}
    assert kas.post(f"{betaling}/{rij.id}/terug", {**kas.verborgen, **terug}).status_code == 303
    assert "1 betaling kwam terug" in kas.get("/").text
    assert rij.nummer in kas.get("/betalingen/alle?status=teruggekomen").text
    assert 'href="/betalingen/alle?status=teruggekomen"' in kas.get("/").text
    assert f"De rekening is nog dezelfde: {IBAN}" in kas.get(betaling).text
    nieuwe_rekening(dorp, ANDER_IBAN)
    pagina = kas.get(betaling).text
    assert f"Opnieuw klaargezet gaat zij naar {ANDER_IBAN}" in pagina
    assert "Rekening opgeheven" in pagina
    assert f"Laat {rij.nummer} vervallen" not in pagina
    versie = re.search(rf'/{rij.id}/opnieuw".*?name="versie" value="(\d+)"', pagina, re.DOTALL)
    assert versie is not None
    # De declaratie vraagt haar nog: ook wie het adres kent laat haar niet vervallen.
    assert kas.post(f"{betaling}/{rij.id}/vervalt", {**kas.verborgen, "versie": versie[1]}).status_code == 303
    assert dorp.betalingen()[-1].status is Betaalstatus.TERUGGEKOMEN
    kas.get(betaling)
    assert kas.post(f"{betaling}/{rij.id}/opnieuw", {**kas.verborgen, "versie": versie[1]}).status_code == 303
    nieuw = dorp.betalingen()[-1]
    collega = Bezoeker(app).als(dorp.beoordelaar)
    vraag = collega.get(f"/betalingen/vrijgeven?betaling={nieuw.id}:{nieuw.versie}").text
    assert f"Een eerdere betaling kwam terug van {IBAN}." in vraag
    assert ANDER_IBAN in vraag


def test_tot_de_bank_aan_de_beurt_is_valt_er_niets_vast_te_leggen(app: Flask, dorp: Loket, zaak: Bouwzaak) -> None:
    """Een formulier waarin elke dag wordt geweigerd staat er niet; er staat wanneer het komt."""
    dorp.rekening()
    declareer(dorp, zaak, "2022-001", EERSTE_KWARTAAL)
    dorp.geef_alles_vrij()
    morgen = dorp.betaal(date(2022, 8, 19))
    bestand = Bezoeker(app).als(dorp.betaler).get(f"/betalingen/bestanden/{morgen.id}").text
    assert "vast vanaf 19 augustus 2022" in bestand
    assert "Leg vast dat de bank betaalde" not in bestand
    assert "/terug" not in bestand


def test_wie_vrijgeeft_ziet_wat_er_na_verrekenen_gaat(app: Flask, dorp: Loket, zaak: Bouwzaak) -> None:
    """230,99 min 40,00 is 190,99."""
    betaald(dorp, zaak)
    kies(dorp, zaak, open_(dorp, zaak, 40_00), VERREKENEN)
    klaar = nog_een(dorp, zaak, 120, "2022-002")
    vraag = Bezoeker(app).als(dorp.betaler).get(f"/betalingen/vrijgeven?betaling={klaar.id}:{klaar.versie}").text
    assert re.search(r"Na verrekenen gaat er €\s190,99 naar de bank", vraag)
    assert re.search(r"€\s40,00 verrekend", vraag)
