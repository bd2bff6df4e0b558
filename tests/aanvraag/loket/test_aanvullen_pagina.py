"""De pagina om aanvulling te vragen en aan te vullen: elke kant ziet wat hij kan doen, en dezelfde som."""

from datetime import date
from io import BytesIO

import pytest
from tests.aanvraag.loket.balie import Zaakloket
from tests.aanvraag.loket.test_aanvullen import GEVRAAGD, ONTVANGEN, REIS_4
from tests.aanvraag.loket.webloket import Webloket
from tests.hulp.bezoeker import Bezoeker

from dakpan.demo.documenten import maak_pdf
from dakpan.wandeling.besluiten import besluit


@pytest.fixture(name="zaak")
def _zaak(webloket: Webloket) -> Zaakloket:
    webloket.op(ONTVANGEN)
    return webloket.loket.halfjaarzaak(REIS_4)


def adres(zaak: Zaakloket, deel: str = "") -> str:
    return f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}/aanvulling{deel}"


def vraag(webloket: Webloket, zaak: Zaakloket) -> Bezoeker:
    webloket.op(GEVRAAGD)
    wie = webloket.als(zaak.loket.deskundige)
    assert 'value="2022-04-15"' in wie.get(adres(zaak)).text
    velden = {"onderdelen": ["stuk.overeenkomst", "client"], "uiterlijk": "2022-04-15", "toelichting": ""}
    assert wie.post(adres(zaak), velden).status_code == 303
    return wie


def test_heen_en_terug(webloket: Webloket, zaak: Zaakloket) -> None:
    wie = vraag(webloket, zaak)
    coach = webloket.als(zaak.loket.coach)
    assert "Vul de aanvraag aan" in coach.get(f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}").text
    pagina = coach.get(adres(zaak)).text
    assert "kopie van het arbeidscontract" in pagina
    # 15 april 2022 is Goede Vrijdag: aanvullen kan tot en met de dinsdag na Pasen, en zolang staat het beslissen stil
    assert "Aanvullen kan tot en met 19 april 2022" in pagina
    assert "Berekend is 15 april 2022, maar dat is Goede Vrijdag" in pagina
    assert "30 mei 2022" in pagina
    webloket.op(date(2022, 4, 11))
    wie, coach = webloket.als(zaak.loket.deskundige), webloket.als(zaak.loket.coach)
    coach.get(adres(zaak))
    velden = {"onderdelen.0.klaar": "ja", "onderdelen.1.antwoord": "Het adres is Dorpsstraat 1."}
    assert coach.post(adres(zaak, "/antwoord"), {**coach.verborgen, **velden}).status_code == 303
    na = wie.get(adres(zaak)).text
    assert "Het adres is Dorpsstraat 1." in na
    assert "23 mei 2022" in na
    assert wie.post(adres(zaak, "/oordeel"), {**wie.verborgen, "volledig": "ja"}).status_code == 303
    assert wie.pagina is not None
    assert wie.pagina.location == f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}"


def test_het_gevraagde_document_is_toe_te_voegen_en_wat_niet_is_verzonden_valt_op(
    webloket: Webloket, zaak: Zaakloket
) -> None:
    vraag(webloket, zaak)
    hier = f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}"
    coach = webloket.als(zaak.loket.coach)
    pagina = coach.get(adres(zaak)).text
    assert f'href="{hier}/documenten/nieuw?stuk=overeenkomst"' in pagina
    assert "Nog niet verzonden" not in pagina
    coach.get(f"{hier}/documenten/nieuw")
    bestand = (BytesIO(maak_pdf("met handtekening")), "contract.pdf")
    velden = {**coach.verborgen, "waarvoor": "overeenkomst", "bestand": bestand}
    assert coach.post(f"{hier}/documenten/nieuw", velden).status_code == 303
    pagina = coach.get(adres(zaak)).text
    assert "Nog niet verzonden" in pagina
    assert "Kopie van het arbeidscontract" in pagina.partition("Nog niet verzonden")[2]
    # "Compleet" zou niet waar zijn: de financier ziet het document nog niet.
    compleet = {"onderdelen.0.klaar": "ja", "onderdelen.1.klaar": "ja"}
    antwoord = coach.post(adres(zaak, "/antwoord"), {**coach.verborgen, **compleet})
    assert antwoord.status_code == 422
    assert "Het document hiervoor is nog niet verzonden" in antwoord.text
    # Wie beoordeelt ziet het document niet, en ook niet dat het klaarligt.
    assert "Nog niet verzonden" not in webloket.als(zaak.loket.deskundige).get(adres(zaak)).text


def test_een_aanvulling_om_na_te_kijken_staat_als_taak_en_bij_het_besluit_met_een_weg_ernaartoe(
    webloket: Webloket, zaak: Zaakloket
) -> None:
    """Ook na het advies: tot zij is nagekeken valt er niets te besluiten. Wie meteen aanvult liet niets stilstaan."""
    vraag(webloket, zaak)
    hier, loket = f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}", zaak.loket
    coach = webloket.als(loket.coach)
    coach.get(adres(zaak))
    velden = {f"onderdelen.{een}.klaar": "ja" for een in (0, 1)}
    assert coach.post(adres(zaak, "/antwoord"), {**coach.verborgen, **velden}).status_code == 303
    zaak.tot_advies(loket.deskundige)
    for wie in (loket.deskundige, loket.beslisser):
        assert "Kijk de aanvulling na" in webloket.als(wie).get(hier).text
    assert "Kijk de aanvulling na" not in webloket.als(loket.coach).get(hier).text
    assert f'href="{adres(zaak)}"' in webloket.als(loket.beslisser).get(f"{hier}/besluit").text
    assert "0 dagen" not in webloket.als(loket.deskundige).get(adres(zaak)).text


def test_elke_fout_zegt_bij_welk_onderdeel_zij_hoort(webloket: Webloket, zaak: Zaakloket) -> None:
    """Twee vragen heten hetzelfde; in de lijst van fouten staat daarom hun opschrift erachter."""
    vraag(webloket, zaak)
    coach = webloket.als(zaak.loket.coach)
    coach.get(adres(zaak))
    lijst = coach.post(adres(zaak, "/antwoord"), coach.verborgen).text.partition('id="fouten"')[2].partition("</ul>")[0]
    assert "Uw antwoord (kopie van het arbeidscontract)" in lijst
    assert "Uw antwoord (Cliënt)" in lijst


def test_wat_getypt_is_blijft_staan(webloket: Webloket, zaak: Zaakloket) -> None:
    vraag(webloket, zaak)
    coach = webloket.als(zaak.loket.coach)
    coach.get(adres(zaak))
    antwoord = coach.post(adres(zaak, "/antwoord"), {**coach.verborgen, "onderdelen.0.antwoord": "Volgt <morgen>."})
    assert antwoord.status_code == 422
    assert "Volgt &lt;morgen&gt;." in antwoord.text
    assert "vul dit aan en zet het vinkje" in antwoord.text.lower()


def test_buiten_behandeling_wordt_pas_genoemd_als_het_kan(webloket: Webloket, zaak: Zaakloket) -> None:
    vraag(webloket, zaak)
    beslisser = webloket.als(zaak.loket.beslisser)
    assert "Naar het besluit" not in beslisser.get(adres(zaak)).text
    assert "niet_in_behandeling" not in beslisser.get(f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}/besluit").text
    webloket.op(date(2022, 4, 20))
    beslisser = webloket.als(zaak.loket.beslisser)
    assert "17 mei 2022" in beslisser.get(adres(zaak)).text
    assert "niet_in_behandeling" in beslisser.get(f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}/besluit").text
    velden = {
        "soort": "niet_in_behandeling",
        "begin": "2022-02-17",
        "eind": "2022-08-16",
        "motivering": "Niets.",
        "bevestigd": "ja",
    }
    assert beslisser.post(f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}/besluit", velden).status_code == 303
    brief = beslisser.get(f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}/besluit/brief").text
    assert "Wij nemen de aanvraag niet in behandeling." in brief


def test_de_coach_vraagt_zichzelf_niets(webloket: Webloket, zaak: Zaakloket) -> None:
    coach = webloket.als(zaak.loket.coach)
    assert "Er is niet om aanvulling gevraagd" in coach.get(adres(zaak)).text
    assert coach.post(adres(zaak), {"uiterlijk": "2022-04-15"}).status_code == 403


def test_wie_na_het_besluit_nog_aanvult_leest_waarom_dat_niet_kan(webloket: Webloket, zaak: Zaakloket) -> None:
    """De termijn verliep, er werd besloten, en de coach had het formulier nog open: wat hij schreef blijft staan."""
    vraag(webloket, zaak)
    webloket.op(date(2022, 5, 18))
    coach = webloket.als(zaak.loket.coach)
    coach.get(adres(zaak))
    zaak.tot_advies(zaak.loket.deskundige)
    zaak.doe(zaak.loket.beslisser, besluit, {"soort": "afgewezen", "motivering": "Het contract kwam niet."})
    velden = {"onderdelen.0.klaar": "ja", "onderdelen.1.antwoord": "Het adres is Dorpsstraat 1."}
    te_laat = coach.post(adres(zaak, "/antwoord"), {**coach.verborgen, **velden})
    assert te_laat.status_code == 409
    assert "over deze aanvraag is al besloten" in te_laat.text
    assert "Het adres is Dorpsstraat 1." in te_laat.text
    assert "Dorpsstraat" not in webloket.als(zaak.loket.deskundige).get(adres(zaak)).text
