"""De helper leest mee: elke aanwijzing hoort bij één veld, en een goed doel krijgt er geen."""

from dataclasses import replace
from datetime import date

import pytest

from dakpan.begrippen.periode import Periode
from dakpan.begrippen.uren import Uren
from dakpan.plan.coachingsplan.domain import Evaluatiemoment, Planactiviteit, Plandoel, Planinhoud, Tussendoel
from dakpan.plan.coachingsplan.smart import Soort, bij_doel, bij_plan

VANDAAG = date(2023, 3, 20)
PERIODE = Periode(date(2023, 3, 1), date(2024, 2, 29))
GOED = Plandoel(
    "Mila zet zelf een bestelling klaar in de bakkerij",
    maatstaf="Tien bestellingen op een dag, zonder hulp",
    streefdatum=date(2023, 12, 1),
    tussendoelen=(Tussendoel("Mila leest zelf de bestelbon", "Negen van de tien goed", date(2023, 6, 1)),),
    activiteiten=(Planactiviteit("Voordoen en samen doen", Uren(12_00)),),
)


def _soorten(doel: Plandoel) -> list[tuple[str, Soort]]:
    return [(een.veld, een.soort) for een in bij_doel(doel, VANDAAG, PERIODE)]


def test_een_scherp_doel_krijgt_geen_aanwijzing() -> None:
    assert _soorten(GOED) == []


@pytest.mark.parametrize(
    ("doel", "veld", "soort"),
    [
        (replace(GOED, tekst="Beter werken"), "tekst", Soort.KORT),
        (replace(GOED, tekst="Mila werkt straks zelfstandiger in de bakkerij"), "tekst", Soort.RICHTING),
        (replace(GOED, maatstaf=" "), "maatstaf", Soort.GEEN_MAATSTAF),
        (replace(GOED, maatstaf="De leidinggevende is tevreden"), "maatstaf", Soort.GEEN_MAAT),
        (replace(GOED, streefdatum=None), "streefdatum", Soort.GEEN_DATUM),
        (replace(GOED, streefdatum=date(2023, 3, 19), tussendoelen=()), "streefdatum", Soort.DATUM_VOORBIJ),
        (replace(GOED, streefdatum=date(2024, 3, 1)), "streefdatum", Soort.DATUM_NA_PERIODE),
        (replace(GOED, tussendoelen=()), "tussendoelen.0.tekst", Soort.GEEN_TUSSENDOEL),
        (
            replace(GOED, tussendoelen=(replace(GOED.tussendoelen[0], streefdatum=date(2023, 12, 2)),)),
            "tussendoelen.0.streefdatum",
            Soort.NA_HOOFDDOEL,
        ),
        (replace(GOED, activiteiten=()), "activiteiten.0.tekst", Soort.GEEN_ACTIVITEIT),
        (replace(GOED, activiteiten=(Planactiviteit("Samen doen"),)), "activiteiten.0.uren", Soort.GEEN_UREN),
    ],
)
def test_elk_gat_een_vraag_bij_zijn_veld(doel: Plandoel, veld: str, soort: Soort) -> None:
    assert (veld, soort) in _soorten(doel)


def test_een_richting_met_een_maat_is_geen_richting_meer() -> None:
    assert _soorten(replace(GOED, tekst="Mila maakt minder dan 2 fouten per dag")) == []


def test_de_helper_noemt_het_woord_waar_het_om_gaat() -> None:
    assert bij_doel(replace(GOED, tekst="Mila gaat veel vaker om hulp vragen"), VANDAAG)[0].woord == "vaker"


def test_de_afspraken_om_het_plan_heen() -> None:
    assert [een.soort for een in bij_plan(Planinhoud((GOED,)))] == [Soort.GEEN_EVALUATIE, Soort.GEEN_BEGELEIDER]
    vol = Planinhoud((GOED,), (Evaluatiemoment(date(2023, 6, 1)),), begeleider="Elke week een kwartier met Ria.")
    assert bij_plan(vol) == ()
