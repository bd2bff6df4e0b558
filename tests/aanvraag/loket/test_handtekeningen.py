"""Wie tekende, hoe een vergissing te herstellen is, en wie daarna indient."""

from datetime import date

import pytest
from tests.aanvraag.loket.antwoorden import HALFJAAR
from tests.aanvraag.loket.balie import Loket, Zaakloket
from tests.aanvraag.loket.test_andere_paginas import adres
from tests.aanvraag.loket.test_wandeling_pagina import verzend
from tests.aanvraag.loket.webloket import Webloket

from dakpan.aanvraag.aanvragen import sla_op
from dakpan.aanvraag.domain.stukken import Partij
from dakpan.aanvraag.formulier import aanvraagformulier
from dakpan.aanvraag.groepen import Soort
from dakpan.aanvraag.horen_bij import HOORT_BIJ
from dakpan.aanvraag.indienen import onderteken, trek_handtekening_in
from dakpan.aanvraag.planvragen import Planvragen
from dakpan.begrippen.toestand import KanNiet
from dakpan.invoer.fouten import InvoerFout
from dakpan.partijen.rechten import Recht

OP = date(2023, 1, 9)


@pytest.fixture
def te_tekenen(loket: Loket) -> Zaakloket:
    loket.vandaag = OP
    return loket.begin(loket.coach, "uwv-noord", HALFJAAR).tot_definitief(loket.coach)


def test_dezelfde_naam_met_andere_spaties_is_dezelfde_mens(te_tekenen: Zaakloket) -> None:
    coach = te_tekenen.loket.coach
    te_tekenen.doe(coach, onderteken, Partij.JOBCOACH, "Sjoerd  Veldkamp ")
    with pytest.raises(InvoerFout, match="tekende al"):
        te_tekenen.doe(coach, onderteken, Partij.WERKGEVER, "sjoerd   veldkamp")
    assert [een["naam"] for een in te_tekenen.aanvraag(coach).handtekeningen] == ["Sjoerd Veldkamp"]


def test_een_verkeerde_naam_is_te_herstellen_op_volgorde_en_tot_het_indienen(te_tekenen: Zaakloket) -> None:
    coach = te_tekenen.loket.coach
    te_tekenen.laat_tekenen(coach)
    assert te_tekenen.zaak(coach).beurt_stap == "indienen"
    te_tekenen.doe(coach, trek_handtekening_in)
    assert te_tekenen.zaak(coach).beurt_stap == "ondertekening"
    assert [een["partij"] for een in te_tekenen.aanvraag(coach).handtekeningen] == ["jobcoach", "werkgever"]
    te_tekenen.doe(coach, onderteken, Partij.CLIENT, "Mila de Bakker")
    ingediend = te_tekenen.loket.halfjaarzaak()
    with pytest.raises(KanNiet):
        ingediend.doe(coach, trek_handtekening_in)


def test_wie_niet_mag_indienen_leest_wie_wel(webloket: Webloket) -> None:
    loket = webloket.loket
    webloket.op(OP)
    zaak = loket.begin(loket.coach, "uwv-noord", HALFJAAR).tot_definitief(loket.coach)
    zaak.laat_tekenen(loket.coach)
    zaak.lever_aan(loket.coach)
    schrijver = webloket.als(loket.wereld.medewerker(loket.organisatie_id, "Wim Schrijft", Recht.AANVRAAG_WIJZIGEN))
    for pagina in ("ondertekenen", "indienen"):
        leest = schrijver.get(f"{adres(zaak)}/{pagina}").text
        assert "Indienen doet een collega: Ank Akkoord, Jo Coach, Sam Collega" in leest
        assert "Verder naar indienen" not in leest
        assert "Ja, dien in" not in leest
    verzend(webloket.als(loket.coach), f"{adres(zaak)}/ondertekenen", f"{adres(zaak)}/ondertekenen/intrekken")
    assert "Mila Bakker, 9 januari" not in schrijver.get(f"{adres(zaak)}/aanvraag/afdruk").text


def test_een_verborgen_antwoord_wordt_niet_bewaard(webloket: Webloket) -> None:
    """Eerst een min-maxcontract met een minimum, daarna toch onbepaalde tijd: dan telt het minimum niet meer."""
    loket = webloket.loket
    webloket.op(OP)
    baan = {**HALFJAAR["dienstverband"], "soort": "min_max", "minimum_uren_per_week": "12.00"}
    zaak = loket.begin(loket.coach, "uwv-noord", {**HALFJAAR, "dienstverband": baan})
    coach, plek = webloket.als(loket.coach), f"{adres(zaak)}/aanvraag/afdruk"
    assert "Minimum aantal uren per week" in coach.get(plek).text
    zaak.doe(loket.coach, sla_op, {**HALFJAAR, "dienstverband": {**baan, "soort": "onbepaalde_tijd"}})
    assert "minimum_uren_per_week" not in zaak.aanvraag(loket.coach).gegevens["dienstverband"]
    afdruk = coach.get(plek).text
    assert "Minimum aantal uren per week" not in afdruk
    assert "Burgerservicenummer" not in afdruk
    assert "Er is nog niet getekend" in afdruk


def test_waar_niemand_tekent_staat_er_niets_over_tekenen(webloket: Webloket) -> None:
    loket = webloket.loket
    afdruk = webloket.als(loket.consulent).get(f"{adres(loket.gemeentezaak())}/aanvraag/afdruk").text
    assert "Ondertekening" not in afdruk


def test_elke_vraag_die_soms_verborgen_is_staat_bij_wat_niet_wordt_bewaard() -> None:
    soort = Soort(plan=Planvragen(), met_tarief=True, van_financier=True)
    velden = aanvraagformulier(soort).velden.values()
    verborgen = {een.naam: een.toon_als for een in velden if een.toon_als}
    assert verborgen
    assert verborgen.items() <= HOORT_BIJ.items()
