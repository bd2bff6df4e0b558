"""Iemand is ziek of weg: wie medewerkers beheert draagt over wat er op zijn bureau ligt, en niets blijft achter."""

import pytest
from tests.aanvraag.loket.balie import Zaakloket
from tests.aanvraag.loket.webloket import Webloket
from tests.hulp.bezoeker import Bezoeker, geef_wachtwoord

from dakpan.aanvraag.behandelen.behandelen import neem_op
from dakpan.opslag.vrager import Vrager
from dakpan.partijen.rechten import Rol


@pytest.fixture(name="zaak")
def _zaak(webloket: Webloket) -> Zaakloket:
    """Op het bureau van de deskundige."""
    zaak = webloket.loket.halfjaarzaak()
    zaak.doe(webloket.loket.deskundige, neem_op)
    return zaak


@pytest.fixture(name="ada")
def _ada(webloket: Webloket) -> Vrager:
    return webloket.loket.wereld.financier("uwv-noord", "Ada Tweede", Rol.ARBEIDSDESKUNDIGE)


@pytest.fixture(name="beheer")
def _beheer(webloket: Webloket) -> Bezoeker:
    """Wie alleen beheert: hij beoordeelt en beslist niets."""
    fleur = webloket.loket.wereld.financier("uwv-noord", "Fleur Beheer", Rol.FUNCTIONEEL_BEHEERDER)
    geef_wachtwoord(webloket.app, fleur.account_id)
    return webloket.als(fleur)


def bureau(wie: Vrager) -> str:
    return f"/werklijst?bureau={wie.lidmaatschap_id}"


def maak_niet_actief(beheer: Bezoeker, wie: Vrager) -> str | None:
    """Het vinkje bij actief gaat eraf; de rest blijft."""
    pad = f"/medewerkers/{wie.lidmaatschap_id}"
    adres = geef_wachtwoord(beheer.app, wie.account_id)
    beheer.get(pad)
    return beheer.post(
        pad, {**beheer.verborgen, "naam": wie.naam, "email": adres, "rollen": "arbeidsdeskundige"}
    ).location


def test_de_beheerder_draagt_over_voor_wie_weg_is(
    webloket: Webloket, zaak: Zaakloket, ada: Vrager, beheer: Bezoeker
) -> None:
    weg = webloket.loket.deskundige
    assert bureau(weg) in beheer.get(f"/medewerkers/{weg.lidmaatschap_id}").text
    assert maak_niet_actief(beheer, weg) == bureau(weg)
    assert "Mila Bakker" in beheer.get(bureau(weg)).text
    pagina = beheer.get(f"/werklijst/overdragen?bureau={weg.lidmaatschap_id}&zaak={zaak.zaak_id}").text
    assert ("Ada Tweede" in pagina, "Ad Deskundige</option>" in pagina) == (True, False)
    velden = {"zaak": str(zaak.zaak_id), "naar": str(ada.lidmaatschap_id), "reden": "Ad werkt hier niet meer."}
    klaar = beheer.post("/werklijst/overdragen", {**beheer.verborgen, **velden})
    assert (klaar.status_code, klaar.location) == (303, bureau(weg))
    assert "Mila Bakker" in webloket.als(ada).get("/werklijst").text
    lijst = beheer.get(bureau(weg)).text
    assert ("Er ligt niets op dit bureau" in lijst, "Van dit bureau overgedragen" in lijst) == (True, True)
    terug = {"reeks": beheer.verborgen["reeks"], "bureau": str(weg.lidmaatschap_id)}
    assert beheer.post("/werklijst/ongedaan", terug).location == bureau(weg)
    assert "Mila Bakker" in beheer.get(bureau(weg)).text


def test_wie_weg_is_houdt_een_zaak_niet_vast(
    webloket: Webloket, zaak: Zaakloket, ada: Vrager, beheer: Bezoeker
) -> None:
    """Een collega met dezelfde rol neemt haar zelf op; van wie er werkt kan dat niet."""
    plek = f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}/behandeling"
    collega = webloket.als(ada)
    assert "Neem de zaak op" not in collega.get(plek).text
    collega.post(f"{plek}/opnemen")
    assert "Mila Bakker" not in collega.get("/werklijst").text
    maak_niet_actief(beheer, webloket.loket.deskundige)
    assert "Neem de zaak op" in collega.get(plek).text
    assert collega.post(f"{plek}/opnemen").status_code == 303
    assert "Mila Bakker" in collega.get("/werklijst").text


def test_een_ander_bureau_ziet_alleen_wie_medewerkers_beheert(
    webloket: Webloket, zaak: Zaakloket, ada: Vrager, beheer: Bezoeker
) -> None:
    weg = webloket.loket.deskundige
    for pad in (bureau(weg), f"/werklijst/overdragen?bureau={weg.lidmaatschap_id}&zaak={zaak.zaak_id}"):
        assert webloket.als(ada).get(pad).status_code == 403
        elders = webloket.loket.wereld.financier("uwv-oost", "Olga Oost", Rol.FUNCTIONEEL_BEHEERDER)
        assert webloket.als(elders).get(pad).status_code == 404
    assert beheer.get("/werklijst").status_code == 403
    assert beheer.post("/werklijst/ongedaan", {"reeks": ""}).status_code == 403
