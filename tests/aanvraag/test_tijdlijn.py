"""De tijdlijn zonder database: wat een zwijgende regelset openlaat, en heen en terug naar het formulier."""

from datetime import date

import pytest
from tests.hulp.tijdlijnen import contract, lijn, proef, tijd

from dakpan.aanvraag.domain.tijdlijn import Contractsoort, EerderContract, Tijdvakken
from dakpan.aanvraag.domain.tijdvakcontrole import Nu, maak_tijdlijn
from dakpan.aanvraag.domain.tijdvakken import MEESTE_TIJDVAKKEN, als_antwoorden, hoeveel_tonen, lees_tijdvakken
from dakpan.aanvraag.tijdlijn.tellen import bereken
from dakpan.regels.parameters.parameters import Parameters
from dakpan.regels.regels import Regels
from dakpan.regels.regelset import Regelset
from dakpan.uitleg.bron import Zekerheid

NU = Nu(date(2023, 11, 1), date(2024, 11, 30), date(2024, 5, 1))
ACHT = contract("2023-03-01", "2023-10-31")


class Zwijgt(Regelset):
    """Heeft geen regel over eerdere contracten."""


@pytest.mark.parametrize(("begin", "maanden"), [("2023-11-01", 8), ("2023-11-02", None)])
def test_een_regelset_die_zwijgt_telt_op_wat_aansluit_en_laat_een_gat_open(begin: str, maanden: int | None) -> None:
    zwijgt = Regels(Zwijgt(Parameters("proef", "Proef", "1", {}, {})))
    gemeten = bereken(zwijgt, lijn(ACHT, begin=begin), date(2023, 11, 1))
    assert (gemeten.resultaat.maanden_jobcoaching, gemeten.resultaat.termijn_eind) == (maanden, None)
    assert {een.bron.zekerheid for een in gemeten.stappen} == {Zekerheid.ONTBREEKT}


def _ingevuld(antwoorden: dict[str, str]) -> dict[str, object]:
    return {"eerder_contract": True, **{veld.removeprefix("aanvulling."): een for veld, een in antwoorden.items()}}


def test_heen_en_terug_naar_het_formulier() -> None:
    """Een heel gecoacht contract, een met een gat in de coaching, een zonder, en coaching in het contract van nu."""
    halve = EerderContract(
        Contractsoort.CONTRACT,
        tijd("2022-01-01", "2022-12-31"),
        (tijd("2022-01-01", "2022-03-31"), tijd("2022-09-01", "2022-12-31")),
    )
    geen = EerderContract(Contractsoort.ANDERE_FUNCTIE, tijd("2021-01-01", "2021-12-31"))
    elders = EerderContract(Contractsoort.ANDERE_WERKGEVER, tijd("2020-01-01", "2020-06-30"))
    eerder = (elders, geen, halve, proef("2023-01-01", "2023-02-28"), ACHT)
    nu = (tijd("2023-11-01", "2024-04-30"),)
    terug = maak_tijdlijn(lees_tijdvakken(_ingevuld(als_antwoorden(eerder, nu))), NU)
    assert terug is not None
    assert (terug.eerder, terug.coaching) == (eerder, nu)


def test_meer_dan_erop_past_wordt_niet_half_opgeschreven() -> None:
    jaren = [contract(f"{jaar}-01-01", f"{jaar}-12-31") for jaar in range(2010, 2011 + MEESTE_TIJDVAKKEN)]
    assert als_antwoorden(jaren, ()) == {}
    assert als_antwoorden([], [tijd("2023-11-01", "2024-04-30")]) == {}


def test_er_staat_altijd_een_lege_regel_klaar() -> None:
    assert hoeveel_tonen({}) == 0
    assert hoeveel_tonen({"eerder_contract": True}) == 2
    assert hoeveel_tonen({"eerder_contract": True, "contract_2_soort": "contract"}) == 3
    assert hoeveel_tonen({"eerder_contract": True, "contract_8_soort": "contract"}) == MEESTE_TIJDVAKKEN


def test_tijdvakken_die_aansluiten_zijn_er_een() -> None:
    """15 januari tot en met 14 februari is één maand; los geteld leken de twee stukken er twee."""
    stukken = Tijdvakken.uit([tijd("2023-02-01", "2023-02-14"), tijd("2023-01-15", "2023-01-31")])
    assert (list(stukken), stukken.begonnen, stukken.vol) == ([tijd("2023-01-15", "2023-02-14")], 1, 1)


@pytest.mark.parametrize(
    "nu", [NU._replace(begin=None), NU._replace(gevraagd=None), NU._replace(gevraagd=date(2023, 10, 1))]
)
def test_zonder_het_contract_van_nu_is_er_geen_tijdlijn(nu: Nu) -> None:
    assert maak_tijdlijn(lees_tijdvakken(_ingevuld(als_antwoorden([ACHT], ()))), nu) is None
