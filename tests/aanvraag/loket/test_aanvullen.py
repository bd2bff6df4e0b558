"""Reis 4: er ontbreekt iets. Veertien dagen om aan te vullen, en zolang staat de beslistermijn stil."""

from datetime import date

import pytest
from tests.aanvraag.loket.antwoorden import GEMEENTE, HALFJAAR, Json, met
from tests.aanvraag.loket.balie import Loket, Zaakloket

from dakpan.aanvraag.aanvullen.aanvullen import (
    EIGEN,
    Antwoord,
    Onderdeel,
    kijk_na,
    laatste_verzoek,
    mogelijke_onderdelen,
    open_onderdelen,
    trek_verzoek_in,
    vraag_aanvulling,
    vul_aan,
)
from dakpan.aanvraag.beoordelen import geef_advies
from dakpan.aanvraag.beslistermijn import beslistermijn_van
from dakpan.aanvraag.inhoud import dossier_van, haal_aanvraag
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak, Zaakstatus
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import GeenRecht, Gewijzigd
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant
from dakpan.wandeling.besluiten import besluit

# Veertien dagen na 1 april 2022 is Goede Vrijdag: aanvullen kan tot en met de dinsdag na Pasen.
ONTVANGEN, GEVRAAGD, GEKOZEN, TOT = date(2022, 3, 17), date(2022, 4, 1), date(2022, 4, 15), date(2022, 4, 19)
REIS_4: Json = met(
    HALFJAAR,
    dienstverband={"begin": "2022-02-17"},
    aanvraag={"begin": "2022-02-17", "eind": "2022-08-16"},
)
CONTRACT = Onderdeel("stuk.overeenkomst", "kopie van het arbeidscontract")
HIER = {"op": GEVRAAGD}


@pytest.fixture(name="zaak")
def _zaak(loket: Loket) -> Zaakloket:
    loket.vandaag = ONTVANGEN
    return loket.halfjaarzaak(REIS_4)


def beslissen(handeling: Handeling, zaak: Zaak) -> date | None:
    berekening = beslistermijn_van(handeling, zaak, dossier_van(handeling, haal_aanvraag(handeling, zaak)))
    return berekening.resultaat.datum if berekening is not None else None


def vraag(zaak: Zaakloket, *, op: date = GEVRAAGD, tot: date = GEKOZEN) -> None:
    zaak.doe(zaak.loket.deskundige, vraag_aanvulling, [CONTRACT], "En wie tekende er?", tot, op=op)


def antwoord(zaak: Zaakloket, op: date) -> None:
    compleet = [Antwoord("Zit erbij.", klaar=True), Antwoord("Mevrouw Meel.", klaar=False)]
    zaak.doe(zaak.loket.coach, vul_aan, compleet, versie=None, op=op)


def test_56_dagen_na_de_ontvangst(zaak: Zaakloket) -> None:
    assert zaak.doe(zaak.loket.beslisser, beslissen) == date(2022, 5, 12)
    assert zaak.zaak(zaak.loket.coach).uiterlijk == date(2022, 5, 12)


def test_wie_moet_aanvullen_is_aan_de_beurt_en_beide_kanten_zien_dezelfde_som(zaak: Zaakloket) -> None:
    vraag(zaak)
    nu = zaak.zaak(zaak.loket.coach)
    assert (nu.beurt_stap, nu.beurt, nu.uiterlijk) == (Zaakstap.AANVULLING, "jobcoach", TOT)
    assert nu.uiterlijk_berekend == GEKOZEN
    for wie in (zaak.loket.coach, zaak.loket.beslisser):
        # 2 tot en met 19 april: 18 dagen
        assert zaak.doe(wie, beslissen) == date(2022, 5, 30)
    antwoord(zaak, date(2022, 4, 11))
    na = zaak.zaak(zaak.loket.deskundige)
    # 21 mei 2022 is een zaterdag: beslissen kan tot en met maandag
    assert (na.uiterlijk_berekend, na.uiterlijk) == (date(2022, 5, 21), date(2022, 5, 23))
    assert (na.beurt_stap, na.aanvullen_tot) == (Zaakstap.BEOORDELING, None)
    zaak.doe(zaak.loket.deskundige, kijk_na, volledig=True, versie=None, op=date(2022, 4, 12))
    assert zaak.doe(zaak.loket.coach, beslissen) == date(2022, 5, 21)


def test_het_antwoord_staat_bij_wat_er_gevraagd_is(zaak: Zaakloket) -> None:
    vraag(zaak)
    antwoord(zaak, date(2022, 4, 11))
    verzoek = zaak.doe(zaak.loket.deskundige, laatste_verzoek)
    assert [een["antwoord"] for een in verzoek.onderdelen] == ["Zit erbij.", "Mevrouw Meel."]
    assert [een["code"] for een in open_onderdelen(verzoek)] == ["stuk.overeenkomst", EIGEN]
    assert (verzoek.kant, verzoek.aangevuld_door) == (Kant.GEDEELD, "Jo Coach")


def test_nog_niet_volledig_kan_opnieuw_worden_gevraagd(zaak: Zaakloket) -> None:
    vraag(zaak)
    antwoord(zaak, date(2022, 4, 11))
    with pytest.raises(InvoerFout, match="schrijf wat er nog ontbreekt"):
        zaak.doe(zaak.loket.deskundige, kijk_na, volledig=False, versie=None)
    zaak.doe(zaak.loket.deskundige, kijk_na, volledig=False, oordeel="Blad 2.", versie=None, op=date(2022, 4, 12))
    vraag(zaak, op=date(2022, 4, 12), tot=date(2022, 4, 26))
    # 2 tot en met 26 april
    assert zaak.doe(zaak.loket.beslisser, beslissen) == date(2022, 6, 6)


def test_een_ingetrokken_verzoek_houdt_niets_meer_op(zaak: Zaakloket) -> None:
    vraag(zaak)
    zaak.doe(zaak.loket.deskundige, trek_verzoek_in, versie=None, op=date(2022, 4, 6))
    # 2 tot en met 5 april
    assert zaak.doe(zaak.loket.coach, beslissen) == date(2022, 5, 16)
    with pytest.raises(KanNiet, match="al beantwoord of ingetrokken"):
        antwoord(zaak, date(2022, 4, 7))


def test_zolang_er_kan_worden_aangevuld_wordt_er_niet_besloten(zaak: Zaakloket) -> None:
    zaak.tot_advies(zaak.loket.deskundige)
    vraag(zaak)
    with pytest.raises(KanNiet, match="tot en met 19-04-2022 worden aangevuld"):
        zaak.doe(zaak.loket.beslisser, besluit, {"soort": "toegekend"}, op=TOT)
    antwoord(zaak, TOT)
    with pytest.raises(KanNiet, match="Kijk die eerst na"):
        zaak.doe(zaak.loket.beslisser, besluit, {"soort": "toegekend"}, op=TOT)


@pytest.mark.parametrize(("dag", "kan"), [(TOT, False), (date(2022, 4, 20), True), (date(2022, 5, 17), True)])
def test_niet_in_behandeling_kan_vier_weken_lang_en_gaat_nooit_vanzelf(zaak: Zaakloket, dag: date, kan: bool) -> None:
    vraag(zaak)
    gegevens = {"soort": "niet_in_behandeling", "motivering": "Het contract ontbreekt; gevraagd op 1 april."}
    if not kan:
        with pytest.raises((InvoerFout, KanNiet)):
            zaak.doe(zaak.loket.beslisser, besluit, gegevens, op=dag)
        return
    assert zaak.zaak(zaak.loket.coach).status is Zaakstatus.LOPEND
    genomen = zaak.doe(zaak.loket.beslisser, besluit, gegevens, op=dag)
    assert (genomen.uren, genomen.afwijkend) == (None, False)
    na = zaak.zaak(zaak.loket.coach)
    assert (na.status, na.beurt_stap, na.aanvullen_tot) == (Zaakstatus.NIET_BEHANDELD, None, None)


def test_na_vier_weken_wordt_er_inhoudelijk_beslist(zaak: Zaakloket) -> None:
    vraag(zaak)
    gegevens = {"soort": "niet_in_behandeling", "motivering": "Te laat."}
    with pytest.raises(InvoerFout, match="van 20-04-2022 tot en met 17-05-2022"):
        zaak.doe(zaak.loket.beslisser, besluit, gegevens, op=date(2022, 5, 18))
    zaak.doe(zaak.loket.deskundige, geef_advies, "Op wat er ligt.", toekennen=True, op=date(2022, 5, 18))
    assert zaak.zaak(zaak.loket.beslisser).beurt_stap is Zaakstap.BESLUIT


def test_zonder_verzoek_blijft_niemand_buiten_behandeling(zaak: Zaakloket) -> None:
    with pytest.raises(InvoerFout, match="alleen als er om aanvulling is gevraagd"):
        zaak.doe(zaak.loket.beslisser, besluit, {"soort": "niet_in_behandeling", "motivering": "Zomaar."})


def test_alles_wat_mis_is_in_een_keer(zaak: Zaakloket) -> None:
    with pytest.raises(InvoerFout) as fout:
        zaak.doe(zaak.loket.deskundige, vraag_aanvulling, [], " ", ONTVANGEN)
    assert [een.veld for een in fout.value.fouten] == ["onderdelen", "uiterlijk"]
    vraag(zaak)
    with pytest.raises(KanNiet, match="loopt al een verzoek"):
        vraag(zaak)
    leeg = [Antwoord("", klaar=False), Antwoord(" ", klaar=False)]
    with pytest.raises(InvoerFout) as fout:
        zaak.doe(zaak.loket.coach, vul_aan, leeg, versie=None)
    assert [een.veld for een in fout.value.fouten] == ["onderdelen.0.antwoord", "onderdelen.1.antwoord"]


def test_ieder_zijn_deel(zaak: Zaakloket) -> None:
    with pytest.raises(GeenRecht):
        zaak.doe(zaak.loket.coach, vraag_aanvulling, [CONTRACT], "", TOT, **HIER)
    vraag(zaak)
    with pytest.raises(GeenRecht):
        zaak.doe(zaak.loket.deskundige, vul_aan, [], versie=None)
    with pytest.raises(GeenRecht):
        zaak.doe(zaak.loket.coach, trek_verzoek_in, versie=None)
    with pytest.raises(Gewijzigd):
        zaak.doe(zaak.loket.coach, vul_aan, [], versie=7)


def test_zonder_organisatie_legt_de_financier_vast_wat_er_kwam(loket: Loket) -> None:
    zaak = loket.gemeentezaak(GEMEENTE)
    [eerste, *_] = zaak.doe(loket.consulent, mogelijke_onderdelen)
    zaak.doe(loket.consulent, vraag_aanvulling, [eerste], "", date(2023, 4, 3))
    assert zaak.zaak(loket.consulent).beurt == "werkgever"
    zaak.doe(loket.consulent, vul_aan, [Antwoord("Per post.", klaar=True)], versie=None)
    assert zaak.doe(loket.consulent, laatste_verzoek).status == "aangevuld"
