"""Bij het schrijven van uren staan de doelen uit het plan vooraan, met wiens plan het is."""

from datetime import time

from tests.uren.planhulp import met_plan
from tests.uren.straat import WEEK_12, Straat, werk

from dakpan.opslag.handeling import Handeling
from dakpan.plan.coachingsplan.toestanden import Planstand
from dakpan.plan.domain import Doel
from dakpan.uren.agenda import agenda
from dakpan.uren.formulier import activiteitformulier
from dakpan.uren.perioden import mijn_perioden
from dakpan.uren.plandoelen import in_het_plan
from dakpan.uren.week import Week


def _onder_welke_kop(straat: Straat) -> dict[str, list[str]]:
    """De activiteiten waaruit de coach kiest, onder het kopje waar zij staan."""

    def lees(handeling: Handeling) -> dict[str, list[str]]:
        form = activiteitformulier(handeling, mijn_perioden(handeling), WEEK_12)
        assert form is not None
        [veld] = [een for een in form.velden if een.naam == "activiteit"]
        onder: dict[str, list[str]] = {}
        for code, tekst in veld.keuzes:
            onder.setdefault(veld.koppen.get(code, ""), []).append(str(tekst))
        return onder

    gelezen: dict[str, list[str]] = straat.doe(lees)
    return gelezen


def test_zonder_plan_is_de_lijst_zoals_altijd(straat: Straat) -> None:
    assert [*_onder_welke_kop(straat)] == [""]
    met_plan(straat, 0, Doel.STRUCTUREREN, Planstand.CONCEPT)
    assert [*_onder_welke_kop(straat)] == [""]


def test_het_doel_uit_het_plan_staat_vooraan_onder_de_namen(straat: Straat) -> None:
    met_plan(straat, 0, Doel.BEGELEIDEN_OP_HET_WERK)
    met_plan(straat, 1, Doel.BEGELEIDEN_OP_HET_WERK)
    onder = _onder_welke_kop(straat)
    assert [*onder] == ["Uit het plan van Mila Bakker en Joris Smit", "Andere doelen"]
    begeleiden = onder["Uit het plan van Mila Bakker en Joris Smit"]
    assert len(begeleiden) == 6  # vijf voorbeelden, en 'anders'
    assert all(een.startswith("De persoon begeleiden op het werk") for een in begeleiden)


def test_in_de_week_is_gemerkt_wat_bij_ieders_plan_hoort(straat: Straat) -> None:
    met_plan(straat, 0, Doel.BEGELEIDEN_OP_HET_WERK)
    straat.schrijf(werk(straat.klanten[0]))
    straat.schrijf(werk(straat.klanten[0], straat.klanten[1], begin=time(13)))
    punten = straat.doe(agenda, Week.van(WEEK_12))
    gemerkt = straat.doe(in_het_plan, punten)
    rijen = [een for dag in punten.dagen for een in dag.punten]
    assert [een.id in gemerkt for een in rijen] == [True, False]
