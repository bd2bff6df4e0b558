"""Het coachingsplan en de doelen waarvoor een coach mag schrijven. (Rapport bijlage 1 en 3; reis 2)"""

from datetime import date

import pytest
from tests.plugins.hulp import regels

from dakpan.aanvraag.domain.omvang import Eenheid, Omvang
from dakpan.aanvraag.domain.soorten import Regime
from dakpan.begrippen.uren import Uren
from dakpan.plan.domain import Doel, Plan, Planonderdeel
from dakpan.uitleg.bevinding import Bevinding, Ernst
from dakpan.uren.domain import NietVergoed

DAG = date(2023, 3, 1)
BUDGET = Omvang(Eenheid.UREN, Regime.MIDDEN, 1, uren=Uren(86_40))
NODIG = {
    Planonderdeel.COACHINGSDOELEN,
    Planonderdeel.ACTIVITEITEN_PER_DOEL,
    Planonderdeel.UREN_PER_ACTIVITEIT,
    Planonderdeel.DATUM_BEREIKT,
}
GEVRAAGD = {Planonderdeel.PASSENDE_WERKPLEK, Planonderdeel.AFSPRAKEN_BEGELEIDER}
VOLLEDIG = Plan(dict.fromkeys(Planonderdeel, "ingevuld"), (Doel.INTRODUCEREN,), Uren(86_40))


def _toets(plan: Plan, omvang: Omvang = BUDGET) -> dict[str, Bevinding]:
    bevindingen = regels("uwv").toets_plan(plan, omvang, DAG)
    op_code = {b.code: b for b in bevindingen}
    assert len(op_code) == len(bevindingen)
    return op_code


def test_een_volledig_plan() -> None:
    assert {b.ernst for b in _toets(VOLLEDIG).values()} == {Ernst.VOLDAAN}


@pytest.mark.parametrize("onderdeel", Planonderdeel)
@pytest.mark.parametrize("tekst", ["", "  \n"])
def test_een_onderdeel_dat_ontbreekt(tekst: str, onderdeel: Planonderdeel) -> None:
    plan = Plan({**VOLLEDIG.teksten, onderdeel: tekst}, VOLLEDIG.hoofddoelen)

    niet_goed = {code for code, b in _toets(plan).items() if b.ernst is not Ernst.VOLDAAN}

    assert niet_goed == ({f"uwv.plan.{onderdeel.value}"} if onderdeel in NODIG | GEVRAAGD else set())


@pytest.mark.parametrize("onderdeel", sorted(GEVRAAGD))
def test_rubriek_3_wordt_gevraagd_en_houdt_niets_tegen(onderdeel: Planonderdeel) -> None:
    """Bijlage 3, vraag 3.1 en 3.2."""
    plan = Plan({**VOLLEDIG.teksten, onderdeel: ""}, VOLLEDIG.hoofddoelen)
    assert _toets(plan)[f"uwv.plan.{onderdeel.value}"].ernst is Ernst.INFORMATIE


# Reis 2: een vierde hoofddoel wordt geweigerd
@pytest.mark.parametrize(
    ("doelen", "verwacht"),
    [
        (tuple(Doel)[:1], Ernst.VOLDAAN),
        (tuple(Doel)[:3], Ernst.VOLDAAN),
        (tuple(Doel)[:4], Ernst.BLOKKEREND),
        ((), Ernst.BLOKKEREND),
        ((Doel.INTRODUCEREN,) * 4, Ernst.VOLDAAN),  # vier keer hetzelfde is één doel
    ],
)
def test_ten_hoogste_drie_hoofddoelen(doelen: tuple[Doel, ...], verwacht: Ernst) -> None:
    assert _toets(Plan(VOLLEDIG.teksten, doelen))["uwv.plan.hoofddoelen"].ernst is verwacht


# Veelgestelde vragen: registreren mag altijd, declareren niet meer dan toegekend
@pytest.mark.parametrize(
    ("uren", "verwacht"), [(Uren(86_40), Ernst.VOLDAAN), (Uren(86_41), Ernst.INFORMATIE), (Uren(0), Ernst.VOLDAAN)]
)
def test_meer_uren_dan_het_budget_is_geen_weigering(uren: Uren, verwacht: Ernst) -> None:
    assert _toets(Plan(VOLLEDIG.teksten, VOLLEDIG.hoofddoelen, uren))["uwv.plan.uren"].ernst is verwacht


@pytest.mark.parametrize(
    ("plan", "omvang"),
    [
        (Plan(VOLLEDIG.teksten, VOLLEDIG.hoofddoelen), BUDGET),
        (VOLLEDIG, Omvang(Eenheid.UREN, Regime.MIDDEN, 1)),
    ],
    ids=["plan zonder uren", "budget zonder uren"],
)
def test_zonder_uren_valt_er_niets_te_vergelijken(plan: Plan, omvang: Omvang) -> None:
    assert "uwv.plan.uren" not in _toets(plan, omvang)


def test_de_acht_doelen_met_voorbeelden() -> None:
    activiteiten = regels("uwv").bepaal_activiteiten(DAG).resultaat

    assert [omschrijving.doel for omschrijving in activiteiten.doelen] == list(Doel)
    assert len(Doel) == 8
    assert all(omschrijving.titel and omschrijving.voorbeelden for omschrijving in activiteiten.doelen)
    assert activiteiten.hoofddoelen_ten_hoogste == 3


def test_wat_nooit_wordt_betaald() -> None:
    antwoord = regels("uwv").bepaal_activiteiten(DAG)

    assert set(antwoord.resultaat.niet_vergoed) == set(NietVergoed)
    uitgelegd = [stap.uitkomst for stap in antwoord.stappen if stap.code == "uwv.activiteiten.niet_vergoed"]
    assert sorted(map(str, uitgelegd)) == sorted(soort.value for soort in NietVergoed)
