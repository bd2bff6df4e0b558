"""Een proefplaatsing duurt langer: doorgeven met het wijzigingsformulier, en de periode volgt het besluit."""

from datetime import date

import pytest
from sqlalchemy.orm import Session
from tests.aanvraag.loket.antwoorden import HALFJAAR, met
from tests.aanvraag.loket.balie import Loket, Zaakloket
from tests.aanvraag.loket.test_andere_paginas import adres
from tests.aanvraag.loket.test_wijzigen import AKKOORD, OP, gemeld, na_melding, neem, toegekend
from tests.aanvraag.loket.webloket import Webloket
from tests.hulp.regelboek import regelboek_met_stad

from dakpan.aanvraag.domain.meldingen import Meldsoort
from dakpan.aanvraag.herberekenen import Moment, herbereken
from dakpan.aanvraag.inhoud import haal_besluit
from dakpan.aanvraag.wijzigen.melden import meldingen_van
from dakpan.invoer.fouten import InvoerFout
from dakpan.plan.perioden import perioden_van
from dakpan.wandeling.besluiten import besluit

LANGER = {**AKKOORD, "wat": "verlenging", "ingangsdatum": "2023-07-03", "tot_en_met": "2023-08-02"}
PROEF = met(HALFJAAR, aanvraag={"soort": "proefplaatsing"}, dienstverband={"soort": "proefplaatsing"})


def proefplaatsing(loket: Loket) -> Zaakloket:
    """Toegekend van 02-01-2023 tot en met 02-07-2023; de uren vulde de beslisser in, want zij zijn niet in bron."""
    loket.vandaag = date(2023, 1, 9)
    zaak = loket.halfjaarzaak(PROEF).tot_advies(loket.deskundige)
    zaak.doe(loket.beslisser, besluit, {"soort": "toegekend", "uren": "10.00", "motivering": "Past."})
    loket.vandaag = date(2023, 6, 1)
    return zaak


def test_de_periode_loopt_door_tot_de_nieuwe_dag(loket: Loket) -> None:
    zaak = proefplaatsing(loket)
    melding = gemeld(zaak, Meldsoort.WERK, LANGER)
    na = zaak.doe(loket.beslisser, na_melding, melding)
    assert (na.eind, na.berekening.resultaat.uren) == (date(2023, 8, 2), None)
    neem(zaak, melding, {"gevolg": "anders", "uren": "12.00", "motivering": "Een maand langer."})
    (periode,) = zaak.doe(loket.coach, perioden_van)
    assert (periode.eind, periode.uren.iso) == (date(2023, 8, 2), "12.00")
    geldend = zaak.doe(loket.beslisser, haal_besluit)
    assert geldend.wijziging["tot_en_met"] == "2023-08-02"
    with Session(loket.wereld.motor) as sessie:
        assert all(een.klopt for een in herbereken(sessie, regelboek_met_stad(), "uwv-noord", Moment.TOEN, OP))


@pytest.mark.parametrize(
    ("anders", "veld", "waarom"),
    [
        ({"tot_en_met": None}, "tot_en_met", "tot en met welke dag"),
        (
            {"ingangsdatum": "2023-07-01"},
            "ingangsdatum",
            "loopt tot en met 02-07-2023; de eerste extra dag is 03-07-2023",
        ),
        (
            {"ingangsdatum": "2023-07-02"},
            "ingangsdatum",
            "loopt tot en met 02-07-2023; de eerste extra dag is 03-07-2023",
        ),
        (
            {"ingangsdatum": "2023-07-04"},
            "ingangsdatum",
            "loopt tot en met 02-07-2023; de eerste extra dag is 03-07-2023",
        ),
        ({"tot_en_met": "2023-07-02"}, "tot_en_met", "ligt voor de eerste dag"),
    ],
)
def test_een_verlenging_heeft_een_latere_dag(
    snel_loket: Loket, anders: dict[str, str | None], veld: str, waarom: str
) -> None:
    contract = {naam: waarde for naam, waarde in {**LANGER, **anders}.items() if waarde is not None}
    zaak = proefplaatsing(snel_loket)
    with pytest.raises(InvoerFout, match=waarom) as fout:
        gemeld(zaak, Meldsoort.WERK, contract)
    assert [een.veld for een in fout.value.fouten] == [veld]


def test_beide_dagen_liggen_al_in_de_periode(snel_loket: Loket) -> None:
    """Wie twee dagen fout heeft hoort ze in één keer."""
    zaak = proefplaatsing(snel_loket)
    with pytest.raises(InvoerFout) as fout:
        gemeld(zaak, Meldsoort.WERK, {**LANGER, "ingangsdatum": "2023-07-01", "tot_en_met": "2023-07-02"})
    assert [een.veld for een in fout.value.fouten] == ["ingangsdatum", "tot_en_met"]


def test_een_gewone_baan_vraagt_een_vervolg_aan(snel_loket: Loket) -> None:
    with pytest.raises(InvoerFout, match="alleen een proefplaatsing"):
        gemeld(toegekend(snel_loket), Meldsoort.WERK, LANGER)


def test_het_formulier_biedt_verlengen_alleen_bij_een_proefplaatsing(webloket: Webloket) -> None:
    loket, keuze = webloket.loket, "De proefplaatsing duurt langer"
    proef, baan = adres(proefplaatsing(loket)), adres(toegekend(loket))
    webloket.op(date(2023, 6, 1))
    coach = webloket.als(loket.coach)
    assert keuze in coach.get(f"{proef}/wijziging?soort=werk").text
    assert keuze not in coach.get(f"{baan}/wijziging?soort=werk").text


def test_de_eerste_extra_dag_staat_er_al(webloket: Webloket) -> None:
    """De periode loopt tot en met 02-07-2023; de dag erna is te veranderen, en leeg betekent die dag."""
    zaak = proefplaatsing(webloket.loket)
    webloket.op(date(2023, 6, 1))
    coach, plek = webloket.als(webloket.loket.coach), f"{adres(zaak)}/wijziging?soort=werk"
    assert 'value="2023-07-03"' not in coach.get(plek).text
    assert 'value="2023-07-03"' in coach.get(f"{plek}&langer=1").text
    velden = {**coach.verborgen, **LANGER, "ingangsdatum": "", "akkoord_op": "2023-06-01"}
    assert coach.post(plek, velden).status_code == 303
    (melding,) = zaak.doe(webloket.loket.coach, meldingen_van)
    assert melding.ingangsdatum == date(2023, 7, 3)
    pagina = coach.get(f"{adres(zaak)}/wijziging/{melding.id}").text
    assert ("2 augustus 2023" in pagina, "Kijk of de dag klopt" in pagina) == (True, False)


def test_een_eerste_extra_dag_in_de_lopende_periode_hoort_bij_zijn_vak(webloket: Webloket) -> None:
    """Op het scherm: de fout zegt welke dag het wel is, en wat er stond staat er nog."""
    zaak = proefplaatsing(webloket.loket)
    webloket.op(date(2023, 6, 1))
    coach, plek = webloket.als(webloket.loket.coach), f"{adres(zaak)}/wijziging?soort=werk"
    coach.get(plek)
    velden = {**coach.verborgen, **LANGER, "ingangsdatum": "2023-06-15", "akkoord_op": "2023-06-01"}
    fout = coach.post(plek, velden)
    assert fout.status_code == 422
    assert "de eerste extra dag is 03-07-2023, vul die in" in fout.text
    assert 'value="2023-06-15"' in fout.text
    assert 'value="2023-08-02"' in fout.text
    assert zaak.doe(webloket.loket.coach, meldingen_van) == []
