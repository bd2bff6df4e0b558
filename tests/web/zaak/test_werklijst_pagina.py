"""De werklijst op het scherm: opnemen, doorgeven, overdragen en ongedaan maken."""

import pytest
from tests.aanvraag.loket.balie import Zaakloket
from tests.aanvraag.loket.webloket import Webloket
from tests.hulp.bezoeker import Bezoeker
from tests.web.uitvoer.test_vormen import lees_csv

from dakpan.partijen.rechten import Rol


@pytest.fixture(name="zaak")
def _zaak(webloket: Webloket) -> Zaakloket:
    return webloket.loket.halfjaarzaak()


def adres(zaak: Zaakloket, deel: str = "") -> str:
    return f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}/behandeling{deel}"


def neem_op(webloket: Webloket, zaak: Zaakloket) -> Bezoeker:
    wie = webloket.als(zaak.loket.deskundige)
    assert "Mila Bakker" in wie.get("/werklijst?bureau=vrij").text
    assert wie.post(adres(zaak, "/opnemen")).status_code == 303
    return wie


def test_opnemen_en_doorgeven(webloket: Webloket, zaak: Zaakloket) -> None:
    wie = neem_op(webloket, zaak)
    assert "nog 56 dagen" in wie.get("/werklijst").text
    assert "Ad Deskundige" in wie.get(f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}").text
    wie.get(adres(zaak))
    zonder = wie.post(adres(zaak), {**wie.verborgen, "tafel": "beslisser", "reden": ""})
    assert zonder.status_code == 422
    wie.get(adres(zaak))
    assert (
        wie.post(adres(zaak), {**wie.verborgen, "tafel": "beslisser", "reden": "Is dit compleet?"}).status_code == 303
    )
    assert "Is dit compleet?" in webloket.als(zaak.loket.beslisser).get(adres(zaak)).text
    assert "Er ligt niets op uw bureau" in wie.get("/werklijst").text


def test_de_werklijst_gaat_mee_zoals_er_is_gezocht(webloket: Webloket, zaak: Zaakloket) -> None:
    """Eerst bij wat nog van niemand is, na het opnemen op het eigen bureau; dat van een ander blijft dicht."""
    wie = webloket.als(zaak.loket.deskundige)
    assert "/meenemen/werklijst.xlsx?bureau=vrij" in wie.get("/werklijst?bureau=vrij").text
    vrij, eigen = (f"/meenemen/werklijst.csv{zoek}" for zoek in ("?bureau=vrij", ""))
    assert [len(_regels(wie, een)) for een in (vrij, eigen)] == [2, 1]
    neem_op(webloket, zaak)
    wie = webloket.als(zaak.loket.deskundige)
    assert "Mila Bakker" in _regels(wie, eigen)[1]
    assert len(_regels(wie, vrij)) == 1
    assert len(_regels(wie, f"{eigen}?q=Jansen")) == 1
    ander = zaak.loket.beslisser.lidmaatschap_id
    assert wie.get(f"{eigen}?bureau={ander}").status_code == 403
    assert webloket.als(zaak.loket.coach).get(eigen).status_code == 403


def _regels(wie: Bezoeker, bestand: str) -> list[list[str]]:
    return lees_csv(wie.get(bestand, buffered=True).data)


def test_de_coach_ziet_er_niets_van(webloket: Webloket, zaak: Zaakloket) -> None:
    neem_op(webloket, zaak)
    coach = webloket.als(zaak.loket.coach)
    assert "Ad Deskundige" not in coach.get(f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}").text
    assert coach.get(adres(zaak)).status_code == 403
    assert coach.get("/werklijst").status_code == 403


def test_overdragen_en_ongedaan(webloket: Webloket, zaak: Zaakloket) -> None:
    collega = webloket.loket.wereld.financier("uwv-noord", "Ada Tweede", Rol.ARBEIDSDESKUNDIGE)
    wie = neem_op(webloket, zaak)
    assert wie.get("/werklijst/overdragen").location == "/werklijst"
    assert "Z-2023-00001" in wie.get(f"/werklijst/overdragen?zaak={zaak.zaak_id}").text
    velden = {"zaak": str(zaak.zaak_id), "naar": str(collega.lidmaatschap_id), "reden": "Vakantie"}
    fout = wie.post("/werklijst/overdragen", {**velden, "terug_op": "2023-01-09"})
    assert (fout.status_code, "Vakantie" in fout.text) == (422, True)
    assert wie.post("/werklijst/overdragen", {**velden, "terug_op": "2023-01-30"}).status_code == 303
    assert "terug op 30 januari 2023" in webloket.als(collega).get("/werklijst").text
    assert "Ada Tweede" in wie.get("/werklijst").text
    assert wie.post("/werklijst/ongedaan", {"reeks": wie.verborgen["reeks"]}).status_code == 303
    assert "Mila Bakker" in wie.get("/werklijst").text


def test_een_verkeerd_adres_is_een_gewone_lijst(webloket: Webloket, zaak: Zaakloket) -> None:
    wie = neem_op(webloket, zaak)
    for vraag in ("na=x", "na=2023-13-01_x", "organisatie=1", "stap=zomaar", "q=%00"):
        assert wie.get(f"/werklijst?{vraag}").status_code == 200
