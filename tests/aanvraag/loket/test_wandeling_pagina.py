"""De hele weg in de browser zonder scherm: van de eerste vraag tot de opdracht, met de cijfers van reis 10."""

import re
from typing import Any

from markupsafe import escape
from tests.aanvraag.loket.antwoorden import BSN, ZES_TEKSTEN
from tests.aanvraag.loket.webloket import Webloket
from tests.hulp.bezoeker import Bezoeker
from werkzeug.test import TestResponse

BEGIN = {
    "aanvraag.soort": "eerste",
    "aanvraag.vorm": "extern",
    "client.voornaam": "Mila",
    "client.achternaam": "Bakker",
    "werkgever.naam": "Bakkerij De Korenaar",
}
REST = {
    **BEGIN,
    "client.geboortedatum": "14-5-1996",
    "client.bsn": BSN,
    "werkgever.contactpersoon": "Ria Meel",
    "persoon.doelgroepen": "banenafspraak",
    "dienstverband.soort": "bepaalde_tijd",
    "dienstverband.begin": "2023-03-01",
    "dienstverband.eind": "2024-02-29",
    "dienstverband.uren_per_week": "24",
    "dienstverband.loonwaarde": "45",
    "aanvraag.regime": "midden",
    "aanvraag.begin": "2023-03-01",
    "aanvraag.eind": "2024-02-29",
    "aanvraag.jaar": "1",
    "aanvraag.volgnummer": "1",
    "aanvraag.jobcoach.hbo": "ja",
    "aanvraag.jobcoach.opleiding": "ja",
}


def begin(bezoeker: Bezoeker, **anders: str) -> str:
    """Het adres van een nieuwe zaak."""
    bezoeker.get("/zaken/nieuw")
    antwoord = bezoeker.post("/zaken/nieuw", {**bezoeker.verborgen, **BEGIN, **anders})
    assert antwoord.status_code == 303, antwoord.text
    return str(antwoord.location).removesuffix("/aanvraag")


def verzend(bezoeker: Bezoeker, url: str, naar: str | None = None, **velden: Any) -> TestResponse:
    """Opent de pagina en verzendt haar formulier, met wat er onzichtbaar in staat."""
    assert bezoeker.get(url).status_code == 200
    antwoord = bezoeker.post(naar or url, {**bezoeker.verborgen, **velden})
    assert antwoord.status_code == 303, re.sub(r"\s+", " ", antwoord.text)
    return antwoord


def vul_in(bezoeker: Bezoeker, zaak: str, velden: dict[str, Any]) -> None:
    """Elke pagina van het formulier, met van deze antwoorden wat daar wordt gevraagd."""
    lijst = bezoeker.get(f"{zaak}/aanvraag").text
    for url in re.findall(rf'class="utrecht-link" href="({zaak}/aanvraag/[a-z]+)"', lijst):
        gevraagd = set(re.findall(r'name="([a-z_]+[.a-z_]*)"', bezoeker.get(url).text))
        hier = {naam: waarde for naam, waarde in velden.items() if naam in gevraagd}
        antwoord = bezoeker.post(url, {**bezoeker.verborgen, **hier})
        assert antwoord.status_code == 303, re.sub(r"\s+", " ", antwoord.text)


def test_van_de_eerste_vraag_tot_de_opdracht(webloket: Webloket) -> None:
    consulent, coach = webloket.als(webloket.loket.consulent), webloket.als(webloket.loket.coach)
    zaak = begin(consulent)
    vul_in(consulent, zaak, REST)
    assert "compleet" in consulent.get(f"{zaak}/aanvraag").text
    verzend(consulent, f"{zaak}/aanvraag/samenvatting", f"{zaak}/controle")
    pagina = consulent.get(f"{zaak}/controle").text
    assert "Succesvol gecontroleerd" in pagina
    assert "€\N{NO-BREAK SPACE}3.441,90" in pagina
    assert BSN not in pagina
    verzend(consulent, f"{zaak}/definitief", bevestigd="ja")
    assert coach.get(f"{zaak}/aanvraag").status_code == 404
    verzend(consulent, f"{zaak}/indienen", bevestigd="ja")
    organisatie = str(webloket.loket.organisatie_id)
    verzend(consulent, f"{zaak}/offerteverzoek", organisatie=organisatie, tekst="Overzicht houden lukt niet.")
    assert "Overzicht houden" in coach.get(f"{zaak}/offerteverzoek").text

    teksten = {f"teksten.{naam}": tekst for naam, tekst in ZES_TEKSTEN.items()}
    coach.get(f"{zaak}/offerte")
    te_duur = coach.post(
        f"{zaak}/offerte", {**coach.verborgen, **teksten, "uren": "36", "tarief": "95,46", "verstuur": "ja"}
    )
    assert te_duur.status_code == 422
    assert "95,46" in te_duur.text
    assert "par. 1.5" in te_duur.text
    verzend(coach, f"{zaak}/offerte", **teksten, uren="36", tarief="95,45", verstuur="ja")
    assert "€\N{NO-BREAK SPACE}3.436,20" in coach.get(f"{zaak}/offerte/versturen").text
    assert "Nog geen offerte" in consulent.get(f"{zaak}/offerte").text
    verzend(coach, f"{zaak}/offerte/versturen", bevestigd="ja")
    assert "€\N{NO-BREAK SPACE}3.436,20" in consulent.get(f"{zaak}/offerte").text

    verzend(consulent, f"{zaak}/beoordeling", tekst="Past bij de beperking.", advies="toekennen")
    assert coach.get(f"{zaak}/beoordeling").status_code == 403
    pagina = consulent.get(f"{zaak}/besluit").text
    assert 'value="3.436,20"' in pagina
    verzend(
        consulent,
        f"{zaak}/besluit",
        bevestigd="ja",
        soort="toegekend",
        bedrag="3.436,20",
        begin="2023-03-01",
        eind="2024-02-29",
    )
    brief = coach.get(f"{zaak}/besluit/brief").text
    assert "€\N{NO-BREAK SPACE}3.436,20" in brief
    assert "1 mei 2023" in brief
    assert "Past bij de beperking" not in coach.get(f"{zaak}/besluit").text
    verzend(consulent, f"{zaak}/opdracht", bevestigd="ja")
    assert "De opdracht is gegeven" in coach.get(f"{zaak}/opdracht").text

    pagina = coach.get(f"{zaak}/periode").text
    actie = re.search(r'action="(/zaken/\S+/koppelen)"', pagina)
    assert actie is not None
    wie = {"coach": webloket.loket.coach, "accordeerder": webloket.loket.accordeerder}
    verzend(coach, f"{zaak}/periode", actie[1], **{rol: str(vrager.lidmaatschap_id) for rol, vrager in wie.items()})
    assert "Ank Akkoord" in coach.get(f"{zaak}/periode").text


def test_twee_keer_klikken_geeft_een_zaak(webloket: Webloket) -> None:
    consulent = webloket.als(webloket.loket.consulent)
    consulent.get("/zaken/nieuw")
    velden = {**consulent.verborgen, **BEGIN}
    eerste, tweede = (consulent.post("/zaken/nieuw", velden).location for _ in range(2))
    assert eerste == tweede


def test_elke_fout_komt_terug_met_wat_er_getypt_is(webloket: Webloket) -> None:
    consulent = webloket.als(webloket.loket.consulent)
    zaak = begin(consulent)
    for groep, velden, fout in (
        ("client", {"client.bsn": "123456789", "client.voornaam": "Zoë <b>"}, "client-bsn"),
        ("werkgever", {"werkgever.kvk": "12", "werkgever.naam": "Oven & Zn"}, "werkgever-kvk"),
        ("dienstverband", {"dienstverband.begin": "31-2-2023"}, "dienstverband-begin"),
        ("dienstverband", {"dienstverband.uren_per_week": "veel"}, "dienstverband-uren_per_week"),
        ("geschiedenis", {"aanvraag.volgnummer": "2"}, "aanvraag-volgnummer"),
    ):
        consulent.get(f"{zaak}/aanvraag/{groep}")
        antwoord = consulent.post(f"{zaak}/aanvraag/{groep}", {**consulent.verborgen, **velden})
        assert antwoord.status_code == 422
        assert f'id="veld-{fout}-fout"' in antwoord.text
        for getypt in velden.values():
            assert escape(getypt) in antwoord.text


def test_een_onvolledig_concept_noemt_wat_er_ontbreekt(webloket: Webloket) -> None:
    consulent = webloket.als(webloket.loket.consulent)
    zaak = begin(consulent)
    verzend(consulent, f"{zaak}/aanvraag/samenvatting", f"{zaak}/controle")
    pagina = consulent.get(f"{zaak}/controle").text
    for groep, veld in (
        ("client", "client-bsn"),
        ("werkgever", "werkgever-contactpersoon"),
        ("dienstverband", "dienstverband-begin"),
        ("periode", "aanvraag-eind"),
    ):
        assert f'href="{zaak}/aanvraag/{groep}#veld-{veld}"' in pagina, veld
