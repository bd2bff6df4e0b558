"""Het arbeidsdeskundig rapport en de onderzoeksrapportage: uit de zaak gevuld, van de financier tot iemand deelt."""

from datetime import date
from typing import Any

import pytest
from tests.aanvraag.loket.antwoorden import HALFJAAR, met
from tests.aanvraag.loket.balie import Loket, Zaakloket
from tests.aanvraag.loket.test_wandeling_pagina import verzend
from tests.aanvraag.loket.webloket import Webloket

from dakpan.aanvraag.domain.onderzoeken import PARTIJEN, TOETSEN
from dakpan.aanvraag.inhoud import haal_aanvraag
from dakpan.aanvraag.onderzoek.onderzoeken import (
    deel_onderzoek,
    heropen,
    onderzoek_van,
    rond_af,
    schrijf,
    soort_van,
    voorzet,
)
from dakpan.begrippen.toestand import KanNiet
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import GeenRecht, Gewijzigd
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Rol
from dakpan.wandeling.besluiten import besluit

OP = date(2023, 1, 9)
RAPPORT: dict[str, Any] = {
    "toets": {een: {"oordeel": "ja"} for een in TOETSEN},
    "noodzakelijk": "ja",
    "conclusie": "Begeleiding is nodig.",
    "reactie": {een: {"op": "2023-01-09", "mening": "vinden"} for een in PARTIJEN},
}


@pytest.fixture(name="zaak")
def _zaak(loket: Loket) -> Zaakloket:
    loket.vandaag = OP
    return loket.halfjaarzaak()


# Rapport par. 2.4, voetnoot 18: de arbeidsdeskundige bij 1, 2 en 6, anders de beslisser.
VERVOLG = {"soort": "vervolg", "jaar": 2}


@pytest.mark.parametrize(("nummer", "soort"), [(2, "arbeidsdeskundig_rapport"), (3, "onderzoeksrapportage")])
def test_de_regelset_zegt_welk_stuk(snel_loket: Loket, nummer: int, soort: str) -> None:
    snel_loket.vandaag = OP
    antwoorden = met(HALFJAAR, aanvraag={**VERVOLG, "volgnummer": nummer}, historie={"maanden_jobcoaching": 12})
    zaak = snel_loket.halfjaarzaak(antwoorden)
    aanvraag = zaak.aanvraag(snel_loket.beslisser)
    assert zaak.doe(snel_loket.beslisser, soort_van, aanvraag) == soort


def test_waar_de_bron_geen_stuk_noemt_is_er_geen(loket: Loket) -> None:
    zaak = loket.gemeentezaak()
    assert zaak.doe(loket.consulent, soort_van, zaak.doe(loket.consulent, haal_aanvraag)) is None
    with pytest.raises(KanNiet, match="niet in bron"):
        zaak.doe(loket.consulent, schrijf, {})


def test_concept_afronden_en_na_het_besluit_delen(zaak: Zaakloket) -> None:
    loket = zaak.loket
    gevraagd = zaak.doe(loket.deskundige, voorzet)
    assert gevraagd == {"begin": date(2023, 1, 2), "eind": date(2023, 7, 2), "regime": "midden"}
    zaak.doe(loket.deskundige, schrijf, {"onderzocht": "Half."})
    assert zaak.doe(loket.beslisser, onderzoek_van).status == "concept"
    assert zaak.doe(loket.coach, onderzoek_van) is None
    zaak.doe(loket.deskundige, rond_af, RAPPORT)
    with pytest.raises(KanNiet, match="Open het weer"):
        zaak.doe(loket.deskundige, schrijf, RAPPORT)
    zaak.doe(loket.deskundige, heropen)
    zaak.doe(loket.deskundige, rond_af, RAPPORT)
    with pytest.raises(KanNiet, match="na het besluit"):
        zaak.doe(loket.beslisser, deel_onderzoek, "Mag van de cliënt.")
    zaak.tot_advies(loket.deskundige)
    zaak.doe(loket.beslisser, besluit, {"soort": "toegekend"})
    assert zaak.doe(loket.coach, onderzoek_van) is None
    with pytest.raises(InvoerFout, match="toestemming van de cliënt"):
        zaak.doe(loket.beslisser, deel_onderzoek, " ")
    with pytest.raises(GeenRecht):
        zaak.doe(loket.deskundige, deel_onderzoek, "Mag.")
    zaak.doe(loket.beslisser, deel_onderzoek, "De cliënt gaf op 9 januari toestemming.")
    gelezen = zaak.doe(loket.coach, onderzoek_van)
    assert (gelezen.kant, gelezen.inhoud["conclusie"]) == (Kant.GEDEELD, "Begeleiding is nodig.")
    with pytest.raises(KanNiet, match="al besloten"):
        zaak.doe(loket.deskundige, schrijf, {})


def test_alles_wat_ontbreekt_in_een_keer(zaak: Zaakloket) -> None:
    with pytest.raises(InvoerFout) as fout:
        zaak.doe(
            zaak.loket.deskundige,
            rond_af,
            {
                "toets": {"doelen": {"oordeel": "nee"}},
                "reactie": {"coach": {"mening": "niet_vinden", "op": "2023-01-09"}},
            },
        )
    assert [een.veld for een in fout.value.fouten] == [
        "toets.knelpunten.oordeel",
        "toets.oplossing.oordeel",
        "toets.doelen.toelichting",
        "toets.activiteiten.oordeel",
        "toets.regime.oordeel",
        "noodzakelijk",
        "conclusie",
        "reactie.client.mening",
        "reactie.coach.reden",
    ]


def _derde_aanvraag(loket: Loket) -> Zaakloket:
    """De beslisser beoordeelt de derde aanvraag zelf, en schrijft de onderzoeksrapportage."""
    loket.vandaag = OP
    return loket.halfjaarzaak(
        met(HALFJAAR, aanvraag={**VERVOLG, "volgnummer": 3}, historie={"maanden_jobcoaching": 12})
    )


def test_ook_de_onderzoeksrapportage_heeft_reacties(webloket: Webloket) -> None:
    """Issue: twee formulieren, met de reacties van cliënt en coach. Bijlage 3 verplicht ze alleen in het rapport."""
    webloket.op(OP)
    loket = webloket.loket
    zaak = _derde_aanvraag(loket)
    plek = f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}/onderzoek"
    beslisser = webloket.als(loket.beslisser)
    pagina = beslisser.get(plek).text
    assert "Onderzoeksrapportage" in pagina
    assert "Reactie van de cliënt" in pagina
    assert "Reactie van de jobcoach" in pagina
    velden = {
        "onderzocht": "Het dossier.",
        **{f"toets.{een}.oordeel": "ja" for een in TOETSEN},
        "noodzakelijk": "ja",
        "conclusie": "Begeleiding is nodig.",
        "reactie.coach.mening": "niet_vinden",
        "doe": "rond_af",
    }
    fout = beslisser.post(plek, velden)
    assert fout.status_code == 422
    assert "vul in wanneer u de uitslag hebt besproken" in fout.text
    assert "schrijf waarom" in fout.text
    klaar = {**velden, "reactie.coach.op": "2023-01-06", "reactie.coach.reden": "Zij wil het regime intensief."}
    assert beslisser.post(plek, klaar).status_code == 303
    gelezen = beslisser.get(plek).text
    assert "Kan zich niet vinden in de uitslag" in gelezen
    assert "Zij wil het regime intensief." in gelezen


def test_een_onderzoeksrapportage_kan_zonder_reacties(snel_loket: Loket) -> None:
    zaak = _derde_aanvraag(snel_loket)
    zonder = {**RAPPORT, "onderzocht": "Het dossier.", "reactie": {}}
    assert zaak.doe(snel_loket.beslisser, rond_af, zonder).status == "afgerond"


def test_wie_niet_mag_delen_leest_wie_dat_wel_mag(webloket: Webloket) -> None:
    webloket.op(OP)
    loket = webloket.loket
    zaak = loket.halfjaarzaak()
    zaak.doe(loket.deskundige, rond_af, RAPPORT)
    plek = f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}/onderzoek"
    deskundige, beslisser = webloket.als(loket.deskundige), webloket.als(loket.beslisser)
    zegt = "Delen kan alleen wie mag beslissen"
    assert zegt not in deskundige.get(plek).text
    zaak.tot_advies(loket.deskundige).doe(loket.beslisser, besluit, {"soort": "toegekend"})
    gelezen = deskundige.get(plek).text
    assert zegt in gelezen
    assert f"{plek}/delen" not in gelezen
    assert zegt not in beslisser.get(plek).text
    assert f"{plek}/delen" in beslisser.get(plek).text
    verzend(beslisser, plek, f"{plek}/delen", waarom="De cliënt gaf toestemming.")
    assert zegt not in deskundige.get(plek).text


def test_twee_mensen_tegelijk(zaak: Zaakloket) -> None:
    zaak.doe(zaak.loket.deskundige, schrijf, {"onderzocht": "Eerst."})
    zaak.doe(zaak.loket.deskundige, schrijf, {"onderzocht": "Dan."}, versie=1)
    with pytest.raises(Gewijzigd):
        zaak.doe(zaak.loket.beslisser, schrijf, {"onderzocht": "Te laat."}, versie=1)


def test_de_pagina(webloket: Webloket) -> None:
    webloket.op(OP)
    loket = webloket.loket
    zaak = loket.halfjaarzaak()
    adres = f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}/onderzoek"
    wie, coach = webloket.als(loket.deskundige), webloket.als(loket.coach)
    assert coach.get(adres).status_code == 404
    pagina = wie.get(adres).text
    assert "Arbeidsdeskundig rapport" in pagina
    assert 'value="2023-07-02"' in pagina
    assert "In de aanvraag: Midden" in pagina
    assert "In de aanvraag: Zelfstandig de oven bedienen." in pagina
    assert "In de aanvraag: Voordoen, samen doen, nabespreken." in pagina
    velden = {"toets.doelen.oordeel": "nee", "conclusie": "Nog niet.", "doe": "rond_af"}
    fout = wie.post(adres, velden)
    assert (fout.status_code, "Nog niet." in fout.text) == (422, True)
    assert wie.post(adres, {**velden, "doe": "bewaar"}).status_code == 303
    assert "Nog niet." in wie.get(adres).text


def test_heropenen_en_delen_op_het_scherm(webloket: Webloket) -> None:
    webloket.op(OP)
    loket = webloket.loket
    zaak = loket.halfjaarzaak()
    zaak.doe(loket.deskundige, rond_af, RAPPORT)
    plek = f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}/onderzoek"
    deskundige, beslisser, coach = (webloket.als(een) for een in (loket.deskundige, loket.beslisser, loket.coach))
    verzend(deskundige, plek, f"{plek}/heropenen")
    assert zaak.doe(loket.deskundige, onderzoek_van).status == "concept"
    zaak.doe(loket.deskundige, rond_af, RAPPORT)
    zaak.tot_advies(loket.deskundige).doe(loket.beslisser, besluit, {"soort": "toegekend"})
    verzend(beslisser, plek, f"{plek}/delen", waarom=" ")
    assert "toestemming van de cliënt" in beslisser.get(plek).text
    assert coach.get(plek).status_code == 404
    assert "Waarom gedeeld" not in beslisser.get(plek).text
    verzend(beslisser, plek, f"{plek}/delen", waarom="De cliënt gaf op 9 januari toestemming.")
    gedeeld = beslisser.get(plek).text
    assert "Het onderzoek is gedeeld met de organisatie." in gedeeld
    assert "De cliënt gaf op 9 januari toestemming." in gedeeld
    assert "Begeleiding is nodig." in coach.get(plek).text


def test_wie_niet_beoordeelt_krijgt_bij_de_zaak_geen_link_naar_het_onderzoek(webloket: Webloket) -> None:
    loket = webloket.loket
    loket.vandaag = OP
    zaak = loket.halfjaarzaak()
    zaak.doe(loket.deskundige, schrijf, {"onderzocht": "Half."})
    webloket.op(OP)
    hier = f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}"
    contract = loket.wereld.financier("uwv-noord", "Ria Contract", Rol.CONTRACTBEHEERDER)
    for wie, leest in ((loket.deskundige, True), (contract, False)):
        assert (f'href="{hier}/onderzoek"' in webloket.als(wie).get(hier).text) is leest
        assert webloket.als(wie).get(f"{hier}/onderzoek").status_code == (200 if leest else 403)
