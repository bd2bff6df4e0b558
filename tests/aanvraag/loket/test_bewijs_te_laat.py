"""Bewijs bij de reden waarom een aanvraag te laat kwam: het mag erbij, en het staat naast de reden."""

from datetime import date

from tests.aanvraag.loket.antwoorden import HALFJAAR, met
from tests.aanvraag.loket.balie import Zaakloket
from tests.aanvraag.loket.test_andere_paginas import adres
from tests.aanvraag.loket.webloket import Webloket

from dakpan.aanvraag.bewijs import BEWIJS
from dakpan.aanvraag.inhoud import haal_aanvraag
from dakpan.aanvraag.stukken import stukken_van
from dakpan.demo.documenten import maak_pdf
from dakpan.dossier.bewaren import Aangeleverd, verzend, voeg_toe
from dakpan.opslag.vrager import Vrager
from dakpan.partijen.rechten import Recht

TE_LAAT = met(HALFJAAR, aanvraag={"reden_te_laat": "De werkgever was ziek."})


def _codes(zaak: Zaakloket, wie: Vrager) -> set[str]:
    return {een.stuk.code for een in zaak.doe(wie, lambda h, zaak: stukken_van(h, zaak, haal_aanvraag(h, zaak)))}


def test_bewijs_hoort_bij_een_reden_en_houdt_niets_tegen(webloket: Webloket) -> None:
    loket = webloket.loket
    webloket.op(date(2023, 3, 1))
    op_tijd, zaak = loket.begin(loket.coach, "uwv-noord", HALFJAAR), loket.halfjaarzaak(TE_LAAT)
    assert BEWIJS.code not in _codes(op_tijd, loket.coach)
    assert BEWIJS.code in _codes(zaak, loket.coach)  # en toch al ingediend
    deskundige, plek = webloket.als(loket.deskundige), adres(zaak)
    assert "Er zit geen bewijs bij." in deskundige.get(f"{plek}/beoordeling").text
    keuze = f'value="{BEWIJS.code}" checked'  # wie bij het bewijs op Voeg toe drukt heeft het al gekozen
    assert keuze in webloket.als(loket.coach).get(f"{plek}/documenten/nieuw?stuk={BEWIJS.code}").text
    bewijs = Aangeleverd("brief.pdf", maak_pdf("Ziekmelding"), "Brief van de arbodienst", BEWIJS.code)
    document_id = zaak.doe(loket.coach, voeg_toe, bewijs).document.id
    assert "Er zit geen bewijs bij." in deskundige.get(f"{plek}/beoordeling").text  # nog niet verzonden
    assert loket.coach.organisatie_id is not None
    schrijver = loket.wereld.medewerker(loket.coach.organisatie_id, "Sjaak Schrijft", Recht.AANVRAAG_WIJZIGEN)
    wie_verzendt = "Een collega die aanvragen elektronisch indient verzendt dit document."
    assert wie_verzendt in webloket.als(schrijver).get(plek).text
    assert wie_verzendt not in webloket.als(loket.coach).get(plek).text
    zaak.doe(loket.coach, verzend, document_id)
    for wie, deel in ((deskundige, "beoordeling"), (webloket.als(loket.beslisser), "besluit")):
        assert "Brief van de arbodienst (brief.pdf)" in wie.get(f"{plek}/{deel}").text
