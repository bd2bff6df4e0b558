"""Bijstellen, koppelen en afwezig zijn op het scherm van de organisatie."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from tests.aanvraag.loket.balie import START
from tests.aanvraag.loket.test_andere_paginas import adres
from tests.aanvraag.loket.test_wandeling_pagina import verzend
from tests.aanvraag.loket.webloket import Webloket
from tests.hulp.bezoeker import Bezoeker
from tests.hulp.bouw import Wereld
from tests.hulp.motoren import motor_van
from tests.plan.module import koppelingen
from tests.plan.test_coachingsplan import DOEL, begonnen, met_offerte, met_plan
from tests.uren.pagina import bezoek, open_straat, tekst_van
from tests.uren.straat import Straat

from dakpan.plan.coachingsplan import schrijven
from dakpan.plan.coachingsplan.domain import Evaluatiemoment
from dakpan.plan.coachingsplan.lezen import geldend_plan
from dakpan.plan.opdracht import geef_opdracht
from dakpan.plan.perioden import perioden_van
from dakpan.plan.tables import Koppeling
from dakpan.wandeling.besluiten import besluit

AFGESPROKEN = START + timedelta(60)


def met_evaluatie(webloket: Webloket) -> str:
    """Een toegekende zaak, de dag nadat er is geëvalueerd; het antwoord is waar haar plan staat."""
    loket = webloket.loket
    zaak = met_plan(begonnen(loket), DOEL)
    zaak.doe(loket.coach, schrijven.bewaar_afspraken, (Evaluatiemoment(AFGESPROKEN),), werkplek="", begeleider="")
    zaak.tot_ingediend(loket.coach).tot_advies(loket.deskundige)
    zaak.doe(loket.beslisser, besluit, {"soort": "toegekend"})
    webloket.op(AFGESPROKEN + timedelta(1))
    return f"{adres(zaak)}/coachingsplan"


def test_een_evaluatie_vastleggen(webloket: Webloket) -> None:
    """De coach legt vast wat eruit kwam; de beslisser leest het bij het plan."""
    loket, plan = webloket.loket, met_evaluatie(webloket)
    een = f"{plan}/evaluatie/{AFGESPROKEN}"
    coach, beslisser = webloket.als(loket.coach), webloket.als(loket.beslisser)
    assert "nog niet vastgelegd" in coach.get(plan).text
    assert coach.get(f"{plan}/evaluatie/gisteren").status_code == 404
    assert beslisser.get(een).status_code == 404
    coach.get(een)
    assert coach.post(een, {**coach.verborgen, "gehouden_op": ""}).status_code == 422
    velden = {"gehouden_op": str(AFGESPROKEN), "uitkomst": "Het gaat <goed>."}
    assert coach.post(een, {**coach.verborgen, **velden}).status_code == 303
    assert "Het gaat &lt;goed&gt;." in coach.get(een).text
    assert "Het gaat &lt;goed&gt;." in beslisser.get(plan).text


def test_wie_een_evaluatie_later_opslaat_leest_wat_een_collega_schreef_en_kiest(webloket: Webloket) -> None:
    """Allebei begonnen toen er nog niets stond: wat de tweede typte blijft, en wat de eerste schreef staat ernaast."""
    loket = webloket.loket
    een = f"{met_evaluatie(webloket)}/evaluatie/{AFGESPROKEN}"
    eerste, tweede = webloket.als(loket.coach), webloket.als(loket.coach)
    for wie in (eerste, tweede):
        wie.get(een)
    gehouden = {"gehouden_op": str(AFGESPROKEN)}
    assert eerste.post(een, {**eerste.verborgen, **gehouden, "uitkomst": "Het gaat goed."}).status_code == 303
    botst = tweede.post(een, {**tweede.verborgen, **gehouden, "uitkomst": "Zij wil minder uren."})
    assert botst.status_code == 409
    for tekst in ("Iemand anders heeft dit intussen gewijzigd", "Zij wil minder uren.", "Het gaat goed."):
        assert tekst in botst.text
    assert "Het gaat goed." in eerste.get(een).text, "er is nog niets overschreven"
    # Wie dat heeft gelezen en nog eens opslaat kiest voor het zijne.
    assert tweede.post(een, {**tweede.verborgen, **gehouden, "uitkomst": "Zij wil minder uren."}).status_code == 303
    pagina = eerste.get(een).text
    assert "Zij wil minder uren." in pagina
    assert "Het gaat goed." not in pagina


def test_op_het_begin_staat_wat_het_eerst_moet_bovenaan(webloket: Webloket) -> None:
    """Een evaluatie van mei is dringender dan het verslag dat na het einde van de periode moet."""
    loket, afgesproken = webloket.loket, START + timedelta(60)
    zaak = met_plan(begonnen(loket), DOEL)
    zaak.doe(loket.coach, schrijven.bewaar_afspraken, (Evaluatiemoment(afgesproken),), werkplek="", begeleider="")
    zaak.tot_ingediend(loket.coach).tot_advies(loket.deskundige)
    zaak.doe(loket.beslisser, besluit, {"soort": "toegekend"})
    # Twee dagen voor het verslag er moet zijn: vier weken na het einde van de periode.
    einde = zaak.doe(loket.beslisser, perioden_van)[0].eind
    webloket.op(einde + timedelta(26))
    coach = webloket.als(loket.coach)
    coach.get("/")
    tekst = tekst_van(coach)
    assert tekst.index("Evalueer met Mila Bakker") < tekst.index("Schrijf het verslag over Mila Bakker")


def test_een_bijgesteld_plan_geldt_met_een_reden(webloket: Webloket) -> None:
    loket = webloket.loket
    zaak = met_offerte(loket).tot_advies(loket.consulent)
    zaak.doe(loket.consulent, besluit, {"soort": "toegekend", "motivering": "Past."})
    zaak.doe(loket.consulent, geef_opdracht)
    zaak.doe(loket.coach, schrijven.begin)
    zaak.doe(loket.coach, schrijven.bewaar_doel, 0, replace(DOEL, streefdatum=START + timedelta(200)))
    coach, plek = webloket.als(loket.coach), f"{adres(zaak)}/coachingsplan"
    coach.get(plek)
    assert coach.post(f"{plek}/bijstellen", {**coach.verborgen, "reden": ""}).status_code == 422
    verzend(coach, plek, f"{plek}/bijstellen", reden="De leidinggevende begint later.")
    assert zaak.doe(loket.consulent, geldend_plan).reden == "De leidinggevende begint later."
    assert "Deze versie van het plan geldt vanaf nu" in coach.get(plek).text


@pytest.fixture(name="straat")
def _straat(sqlite_gemigreerd: str) -> Straat:
    return Straat.maak(Wereld(motor_van(sqlite_gemigreerd)))


@pytest.fixture(name="beheer")
def _beheer(straat: Straat, tmp_path: Path) -> Bezoeker:
    return bezoek(open_straat(straat, tmp_path), straat.coach)


def test_een_koppeling_wijzigen_en_losmaken(straat: Straat, beheer: Bezoeker) -> None:
    koppeling = koppelingen(straat)[0]
    zaak = f"/zaken/{koppeling.tenant_id}/{koppeling.zaak_id}"
    plek = f"{zaak}/koppeling/{koppeling.id}"
    beheer.get(plek)
    achterstevoren = {"accordeerder": str(koppeling.accordeerder_id), "van": "2022-06-01", "tot_en_met": "2022-05-01"}
    fout = beheer.post(plek, {**beheer.verborgen, **achterstevoren})
    assert (fout.status_code, 'value="2022-06-01"' in fout.text) == (422, True)
    verzend(beheer, plek, accordeerder=str(_lid(straat)), van="2022-04-01")
    assert _zelfde(straat, koppeling.id).accordeerder_id == _lid(straat)
    verzend(beheer, f"{plek}/loskoppelen")
    assert koppeling.id not in {een.id for een in koppelingen(straat)}


def test_wie_er_niet_is_en_weer_terug(straat: Straat, beheer: Bezoeker) -> None:
    plek = f"/perioden/accordeerders/{straat.accordeerder.lidmaatschap_id}"
    beheer.get(plek)
    fout = beheer.post(f"{plek}/afwezig", {"van": "2022-05-01", "tot_en_met": "2022-04-01"})
    assert (fout.status_code, 'value="2022-05-01"' in fout.text) == (422, True)
    assert beheer.post(f"{plek}/afwezig", {"van": "2022-04-01", "tot_en_met": "2022-05-01"}).status_code == 303
    beheer.get(plek)
    assert "De afwezigheid is vastgelegd." in tekst_van(beheer)
    assert beheer.post(f"{plek}/afwezig", {"terug": "ja"}).status_code == 303
    beheer.get(plek)
    assert "De afwezigheid is weggehaald." in tekst_van(beheer)


def _lid(straat: Straat) -> UUID:
    assert straat.collega.lidmaatschap_id is not None
    return straat.collega.lidmaatschap_id


def _zelfde(straat: Straat, id_: UUID) -> Koppeling:
    return next(een for een in koppelingen(straat) if een.id == id_)
