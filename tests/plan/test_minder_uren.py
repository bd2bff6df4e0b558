"""Minder uren dan gevraagd mag, maar wie schrijft en wie beslist leest het: 36 uur gevraagd, 12 in plan of offerte."""

from dataclasses import replace

import pytest
from tests.aanvraag.loket.antwoorden import GEMEENTE, ZES_TEKSTEN
from tests.aanvraag.loket.test_andere_paginas import adres
from tests.aanvraag.loket.webloket import Webloket
from tests.plan.test_coachingsplan import DOEL, ZONDER_PLAN, met_plan
from tests.uren.pagina import tekst_van

from dakpan.begrippen.uren import Uren
from dakpan.plan.coachingsplan.domain import Planactiviteit
from dakpan.plan.offertes import sla_offerte_op, verstuur_offerte
from dakpan.plan.verzoeken import vraag_offerte

TITEL = "Minder uren dan gevraagd"
VRAAGT = {"aanvulling": {"gevraagde_uren": "36.00"}}
TWAALF = replace(DOEL, activiteiten=(Planactiviteit("Meelopen", Uren(12_00)),))


def test_bij_een_plan_leest_wie_schrijft_en_wie_beslist_het(webloket: Webloket) -> None:
    loket = webloket.loket
    zaak = met_plan(loket.begin(loket.coach, "uwv-noord", {**ZONDER_PLAN, **VRAAGT}), TWAALF)
    zin = f"{TITEL} De aanvraag vraagt 36 uur, het plan 12 uur: 24 uur minder."
    coach, beslisser = webloket.als(loket.coach), webloket.als(loket.beslisser)
    coach.get(f"{adres(zaak)}/coachingsplan")
    assert zin in tekst_van(coach)
    zaak.tot_ingediend(loket.coach)
    deskundige = webloket.als(loket.deskundige)
    deskundige.get(f"{adres(zaak)}/beoordeling")
    assert zin in tekst_van(deskundige)
    zaak.tot_advies(loket.deskundige)
    beslisser.get(f"{adres(zaak)}/besluit")
    assert zin in tekst_van(beslisser)


def test_bij_een_offerte_leest_wie_haar_maakt_en_wie_haar_krijgt_het(webloket: Webloket) -> None:
    loket = webloket.loket
    zaak = loket.gemeentezaak({**GEMEENTE, **VRAAGT})
    zaak.doe(loket.consulent, vraag_offerte, loket.organisatie_id, "Overzicht houden lukt niet alleen.")
    zaak.doe(loket.coach, sla_offerte_op, {"uren": "12.00", "tarief": "95.45", "teksten": ZES_TEKSTEN})
    zin = f"{TITEL} De aanvraag vraagt 36 uur, de offerte 12 uur: 24 uur minder."
    coach, consulent = webloket.als(loket.coach), webloket.als(loket.consulent)
    for pagina in ("offerte", "offerte/versturen"):
        coach.get(f"{adres(zaak)}/{pagina}")
        assert zin in tekst_van(coach), pagina
    zaak.doe(loket.coach, verstuur_offerte)
    for pagina in ("offerte", "beoordeling", "besluit"):
        consulent.get(f"{adres(zaak)}/{pagina}")
        assert zin in tekst_van(consulent), pagina


@pytest.mark.parametrize(
    ("gevraagd", "uren"), [("12.00", 12_00), ("11.99", 12_00), (None, 12_00), ("36.00", None)], ids=str
)
def test_zonder_vraag_zonder_som_of_met_genoeg_staat_er_niets(
    webloket: Webloket, gevraagd: str | None, uren: int | None
) -> None:
    loket = webloket.loket
    extra = {"aanvulling": {"gevraagde_uren": gevraagd}} if gevraagd else {}
    begroot = Uren(uren) if uren is not None else None
    zaak = loket.begin(loket.coach, "uwv-noord", {**ZONDER_PLAN, **extra})
    met_plan(zaak, replace(DOEL, activiteiten=(Planactiviteit("Meelopen", begroot),)))
    coach = webloket.als(loket.coach)
    coach.get(f"{adres(zaak)}/coachingsplan")
    assert "Meelopen" in tekst_van(coach)
    assert TITEL not in tekst_van(coach)
