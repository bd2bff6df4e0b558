"""Vragen en telefoonnotities op het scherm van een zaak: een bericht is van beide kanten, een notitie van één."""

from tests.aanvraag.loket.antwoorden import HALFJAAR
from tests.aanvraag.loket.test_andere_paginas import adres
from tests.aanvraag.loket.test_wandeling_pagina import verzend
from tests.aanvraag.loket.webloket import Webloket

from dakpan.demo.documenten import maak_pdf
from dakpan.dossier.bewaren import Aangeleverd
from dakpan.dossier.gesprek import open_gesprek
from dakpan.dossier.postvak import postvak
from dakpan.opslag.basis import nieuw_id
from dakpan.wandeling.seinen import zeg


def test_een_bericht_gaat_naar_de_ander_en_een_telefoonnotitie_blijft_hier(webloket: Webloket) -> None:
    loket = webloket.loket
    zaak = loket.begin(loket.coach, "uwv-noord", HALFJAAR).tot_ingediend(loket.coach)
    coach, beslisser = webloket.als(loket.coach), webloket.als(loket.beslisser)
    plek = f"{adres(zaak)}/gesprek"
    verzend(coach, plek, tekst="Is het contract goed leesbaar?")
    verzend(coach, plek, f"{adres(zaak)}/telefoon", met="Ria Meel", besproken="Zij stuurt morgen een scan.")
    eigen, ander = coach.get(plek).text, beslisser.get(plek).text
    assert "Is het contract goed leesbaar?" in eigen
    assert "Zij stuurt morgen een scan." in eigen
    assert "Is het contract goed leesbaar?" in ander
    assert "Zij stuurt morgen een scan." not in ander


def test_een_lege_notitie_mag_niet_en_wat_er_stond_blijft_staan(webloket: Webloket) -> None:
    loket = webloket.loket
    zaak = loket.begin(loket.coach, "uwv-noord", HALFJAAR).tot_ingediend(loket.coach)
    coach = webloket.als(loket.coach)
    coach.get(f"{adres(zaak)}/gesprek")
    antwoord = coach.post(f"{adres(zaak)}/telefoon", {**coach.verborgen, "met": "Ria Meel", "besproken": ""})
    assert antwoord.status_code == 422
    assert "Ria Meel" in antwoord.text


def test_twee_keer_verzonden_is_een_bericht(webloket: Webloket) -> None:
    """Een dubbele klik zonder script: één bericht, en de ander hoort het één keer. Iets anders komt er wel bij."""
    loket = webloket.loket
    zaak = loket.begin(loket.coach, "uwv-noord", HALFJAAR).tot_ingediend(loket.coach)
    coach, plek = webloket.als(loket.coach), f"{adres(zaak)}/gesprek"
    coach.get(plek)
    sleutels = coach.verborgen
    gebeld = {"met": "Ria Meel", "besproken": "Zij stuurt morgen een scan."}
    for waar, velden in (
        (plek, {"tekst": "Is het contract goed leesbaar?"}),
        (plek, {"tekst": "Is het contract goed leesbaar?"}),
        (plek, {"tekst": "En de handtekening?"}),
        (f"{adres(zaak)}/telefoon", gebeld),
        (f"{adres(zaak)}/telefoon", gebeld),
    ):
        assert coach.post(waar, {**sleutels, **velden}).status_code == 303
    hier = coach.get(plek).text
    teksten = ("Is het contract goed leesbaar?", "En de handtekening?", "Zij stuurt morgen een scan.")
    assert [hier.count(een) for een in teksten] == [1, 1, 1]
    with loket.wereld.als(loket.deskundige, op=loket.vandaag) as handeling:
        assert [een.soort.value for een in postvak(handeling)[0]].count("vraag") == 2


def test_een_andere_bijlage_is_een_ander_bericht(webloket: Webloket) -> None:
    loket = webloket.loket
    zaak = loket.begin(loket.coach, "uwv-noord", HALFJAAR).tot_ingediend(loket.coach)
    sleutel = nieuw_id()
    eerste, tweede = (Aangeleverd(f"{naam}.pdf", maak_pdf(naam), naam) for naam in ("Ploeg", "Rooster"))
    zaak.doe(loket.coach, zeg, "Zie hier.", eerste, sleutel)
    zaak.doe(loket.coach, zeg, "Zie hier.", eerste, sleutel)
    zaak.doe(loket.coach, zeg, "Zie hier.", tweede, sleutel)
    berichten = zaak.doe(loket.coach, open_gesprek)[0]
    assert len(berichten) == 2
    assert len({een.document_id for een in berichten}) == 2
