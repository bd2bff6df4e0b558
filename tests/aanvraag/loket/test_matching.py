"""De matching is van de cliënt, de coach en wie beoordeelt; de werkgever leest en tekent haar nooit."""

import pytest
from tests.aanvraag.loket.antwoorden import GEMEENTE, HALFJAAR
from tests.aanvraag.loket.balie import Loket
from tests.aanvraag.loket.test_andere_paginas import adres
from tests.aanvraag.loket.test_wandeling_pagina import verzend
from tests.aanvraag.loket.webloket import Webloket

from dakpan.aanvraag.domain.matching import Aspect, Kolom
from dakpan.aanvraag.domain.stukken import Partij
from dakpan.aanvraag.formulier import aanvraagformulier
from dakpan.aanvraag.groepen import Soort
from dakpan.aanvraag.inhoud import haal_aanvraag
from dakpan.aanvraag.invullen import als_antwoorden
from dakpan.aanvraag.matching import haal_matching, schrijf_matching
from dakpan.aanvraag.stukvragen import Stukvragen
from dakpan.opslag.fouten import GeenRecht
from dakpan.opslag.vrager import Vrager
from dakpan.wandeling.aanvragen import dien_in

GEHEIM = "Heeft moeite met onverwachte drukte."
TEKSTEN = {"context_werknemer": GEHEIM}


def test_vijf_aspecten_in_drie_kolommen() -> None:
    form = aanvraagformulier(Soort(stukken=Stukvragen(matching=True)))
    pagina = form.pagina("matching")
    assert pagina is not None
    assert len(list(pagina.velden)) == len(Aspect) * len(Kolom) == 15


def test_de_werkgever_krijgt_haar_nooit_te_lezen_of_te_tekenen() -> None:
    form = aanvraagformulier(Soort(stukken=Stukvragen(matching=True)))
    voor = {partij: {groep.naam for groep in form.voor(partij)} for partij in Partij}
    assert "matching" not in voor[Partij.WERKGEVER]
    assert all("matching" in namen for partij, namen in voor.items() if partij is not Partij.WERKGEVER)


def test_zij_staat_niet_bij_de_antwoorden(loket: Loket) -> None:
    """Wie alle antwoorden van een aanvraag krijgt, krijgt haar dus nooit per ongeluk mee."""
    zaak = loket.begin(loket.coach, "uwv-noord", HALFJAAR)
    zaak.doe(loket.coach, schrijf_matching, TEKSTEN)
    antwoorden = zaak.doe(loket.coach, lambda h, rij: als_antwoorden(rij, haal_aanvraag(h, rij)))
    assert GEHEIM not in str(antwoorden)
    assert GEHEIM not in str(vars(zaak.aanvraag(loket.coach)))
    assert zaak.doe(loket.coach, haal_matching).teksten == TEKSTEN


def test_zonder_een_recht_is_zij_dicht(loket: Loket) -> None:
    """Een link voor een werkgever heeft geen rechten: ook in de eigen zaak komt hij er niet bij."""
    zaak = loket.begin(loket.coach, "uwv-noord", HALFJAAR)
    zaak.doe(loket.coach, schrijf_matching, TEKSTEN)
    link = Vrager(None, "Ria Meel", organisatie_id=loket.organisatie_id)
    with pytest.raises(GeenRecht):
        zaak.doe(link, haal_matching)


def test_wie_beoordeelt_ziet_haar_pas_na_het_indienen(loket: Loket) -> None:
    zaak = loket.begin(loket.coach, "uwv-noord", HALFJAAR)
    zaak.doe(loket.coach, schrijf_matching, TEKSTEN)
    zaak.tot_definitief(loket.coach).laat_tekenen(loket.coach)
    zaak.lever_aan(loket.coach)
    zaak.doe(loket.coach, dien_in)
    gelezen = zaak.doe(loket.deskundige, haal_matching)
    assert gelezen is not None
    assert gelezen.teksten == TEKSTEN


def test_alleen_waar_de_stukken_haar_noemen(webloket: Webloket) -> None:
    loket = webloket.loket
    gemeente = adres(loket.begin(loket.consulent, "staphorst", GEMEENTE))
    assert webloket.als(loket.consulent).get(f"{gemeente}/aanvraag/matching").status_code == 404
    zaak, coach = adres(loket.begin(loket.coach, "uwv-noord", HALFJAAR)), webloket.als(loket.coach)
    verzend(coach, f"{zaak}/aanvraag/matching", **{"matching.context_werknemer": GEHEIM})
    assert GEHEIM in coach.get(f"{zaak}/aanvraag/matching").text
    assert GEHEIM in coach.get(f"{zaak}/aanvraag/afdruk").text


def test_wie_geen_recht_heeft_leest_de_afdruk_zonder_haar(webloket: Webloket) -> None:
    loket = webloket.loket
    zaak = loket.begin(loket.coach, "uwv-noord", HALFJAAR)
    zaak.doe(loket.coach, schrijf_matching, TEKSTEN)
    lezer = webloket.als(loket.wereld.medewerker(loket.organisatie_id, "Kees Kantoor", "declareren"))
    afdruk = lezer.get(f"{adres(zaak)}/aanvraag/afdruk")
    assert afdruk.status_code == 200
    assert GEHEIM not in afdruk.text
    assert "Capaciteiten en eisen" not in afdruk.text
