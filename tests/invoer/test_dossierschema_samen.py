"""Wat weg mag, wat leeg mag en welke velden naar elkaar kijken."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from dakpan.aanvraag.domain.dossier import Dossier, Historie, Jobcoach
from dakpan.aanvraag.domain.soorten import Dienstverbandsoort, Doelgroep
from dakpan.aanvraag.schemas import DossierSchema
from dakpan.begrippen.periode import Periode
from dakpan.begrippen.uren import Uren
from dakpan.invoer.fouten import InvoerFout

Gegevens = dict[str, Any]
Maker = Callable[[Gegevens], Gegevens]

KLEINSTE: Gegevens = {
    "persoon": {"doelgroepen": []},
    "dienstverband": {"soort": "onbepaalde_tijd", "begin": "2023-03-01", "uren_per_week": "24.00"},
    "aanvraag": {
        "soort": "eerste",
        "vorm": "extern",
        "regime": "midden",
        "begin": "2023-03-01",
        "eind": "2023-08-31",
        "ontvangen_op": "2023-03-20",
    },
}
VERPLICHT = [f"{deel}.{veld}" for deel, velden in KLEINSTE.items() for veld in velden]
MAG_LEEG = [
    "tenant", "persoon.ziek_sinds", "dienstverband.eind", "dienstverband.minimum_uren_per_week",
    "dienstverband.loonwaarde", "dienstverband.afwijking_gemotiveerd", "aanvraag.eerste_overeenkomst_maanden",
    "aanvraag.tarief", "aanvraag.reden_te_laat", "aanvraag.motivering_intensief", "aanvraag.verlenging_gemotiveerd",
    "aanvraag.jobcoach.uitzondering", "aanvraag.jobcoach.voldoet_op",
]  # fmt: skip


def _lees(gegevens: Gegevens) -> Dossier:
    dossier = DossierSchema().lees(gegevens)
    assert isinstance(dossier, Dossier)
    return dossier


def _velden(gegevens: Gegevens) -> list[str]:
    with pytest.raises(InvoerFout) as fout:
        DossierSchema().lees(gegevens)
    return [veldfout.veld for veldfout in fout.value.fouten]


def test_het_voorbeeld_uit_het_contract(dossier_met: Maker) -> None:
    dossier = _lees(dossier_met({}))
    assert dossier.persoon.doelgroepen == {Doelgroep.BANENAFSPRAAK}
    assert dossier.dienstverband.uren_per_week == Uren(2400)
    assert dossier.aanvraag.periode == Periode(date(2023, 3, 1), date(2023, 8, 31))
    assert dossier.aanvraag.jobcoach == Jobcoach(hbo=True, opleiding=True)


@pytest.mark.parametrize("veld", VERPLICHT)
def test_een_verplicht_veld_dat_ontbreekt(dossier_met: Maker, veld: str) -> None:
    assert _velden(dossier_met({veld: ...})) == [veld]


@pytest.mark.parametrize("deel", KLEINSTE)
def test_een_verplicht_onderdeel_dat_ontbreekt(dossier_met: Maker, deel: str) -> None:
    assert _velden(dossier_met({deel: ...})) == [deel]


def test_wat_weg_mag_krijgt_zijn_beginwaarde() -> None:
    dossier = _lees(KLEINSTE)
    dienstverband, aanvraag = dossier.dienstverband, dossier.aanvraag
    assert (dossier.tenant, dossier.historie, aanvraag.jobcoach) == (None, Historie(0, 0, False), Jobcoach())
    assert (aanvraag.jaar, aanvraag.volgnummer, aanvraag.tarief, aanvraag.reden_te_laat_aanvaard) == (1, 1, None, False)
    assert (dienstverband.eind, dienstverband.loonwaarde, dienstverband.uitzendbeding) == (None, None, False)
    assert (dossier.persoon.ziek_sinds, dossier.persoon.ziekte_goedgekeurd) == (None, False)


@pytest.mark.parametrize("veld", MAG_LEEG)
def test_leeg_mag_en_is_hetzelfde_als_weglaten(dossier_met: Maker, veld: str) -> None:
    assert _lees(dossier_met({veld: None})) == _lees(dossier_met({veld: ...}))


def test_lege_onderdelen_zijn_hetzelfde_als_weglaten(dossier_met: Maker) -> None:
    leeg = dossier_met({"historie": {}, "aanvraag.jobcoach": {}})
    assert _lees(leeg) == _lees(dossier_met({"historie": ..., "aanvraag.jobcoach": ...}))


@pytest.mark.parametrize("soort", Dienstverbandsoort)
def test_alleen_min_max_vraagt_het_minimum(dossier_met: Maker, soort: Dienstverbandsoort) -> None:
    gegevens = dossier_met({"dienstverband.soort": soort.value})
    if soort is Dienstverbandsoort.MIN_MAX:
        assert _velden(gegevens) == ["dienstverband.minimum_uren_per_week"]
    else:
        assert _lees(gegevens).dienstverband.rekenuren == Uren(2400)


@pytest.mark.parametrize("minimum", [None, ...])
def test_min_max_zonder_minimum_wordt_ook_naast_andere_fouten_gemeld(dossier_met: Maker, minimum: object) -> None:
    fout = {
        "dienstverband.soort": "min_max",
        "dienstverband.minimum_uren_per_week": minimum,
        "dienstverband.begin": "x",
    }
    assert sorted(_velden(dossier_met(fout))) == ["dienstverband.begin", "dienstverband.minimum_uren_per_week"]


def test_min_max_met_verkeerd_minimum_geeft_een_melding(dossier_met: Maker) -> None:
    fout = {"dienstverband.soort": "min_max", "dienstverband.minimum_uren_per_week": "12"}
    assert _velden(dossier_met(fout)) == ["dienstverband.minimum_uren_per_week"]


def test_min_max_rekent_met_het_minimum(dossier_met: Maker) -> None:
    goed = {"dienstverband.soort": "min_max", "dienstverband.minimum_uren_per_week": "16.00"}
    assert _lees(dossier_met(goed)).dienstverband.rekenuren == Uren(1600)


@pytest.mark.parametrize("deel", ["dienstverband", "aanvraag"])
def test_eind_voor_begin_wordt_bij_het_eind_gemeld(dossier_met: Maker, deel: str) -> None:
    assert _velden(dossier_met({f"{deel}.eind": "2023-02-28"})) == [f"{deel}.eind"]


@pytest.mark.parametrize("deel", ["dienstverband", "aanvraag"])
def test_een_dag_is_ook_een_periode(dossier_met: Maker, deel: str) -> None:
    dossier = _lees(dossier_met({f"{deel}.eind": "2023-03-01"}))
    assert getattr(dossier, deel).eind == date(2023, 3, 1)


def test_beide_einddatums_ook_naast_andere_fouten(dossier_met: Maker) -> None:
    fout = {"dienstverband.eind": "2022-01-01", "aanvraag.eind": "2022-01-01", "aanvraag.vorm": "x", "y": 1}
    assert sorted(_velden(dossier_met(fout))) == ["aanvraag.eind", "aanvraag.vorm", "dienstverband.eind", "y"]


@pytest.mark.parametrize(
    "vreemd",
    [
        {"aanvraag.begin": "2020-01-01"},
        {"aanvraag.eind": "2199-12-31"},
        {"aanvraag.ontvangen_op": "2019-01-01"},
        {"persoon.ziek_sinds": "2199-01-01"},
        {"aanvraag.jaar": 9, "aanvraag.volgnummer": 1, "historie.maanden_jobcoaching": 1},
        {"dienstverband.minimum_uren_per_week": "40.00"},
        {"dienstverband.uren_per_week": "0.00"},
        {"dienstverband.uren_per_week": "168.00"},
        {"aanvraag.soort": "proefplaatsing", "historie.maanden_jobcoaching": 36},
        {"persoon.doelgroepen": ["sfb", "sfb"]},
    ],
)
def test_verder_wordt_niets_met_elkaar_vergeleken(dossier_met: Maker, vreemd: Gegevens) -> None:
    assert isinstance(DossierSchema().lees(dossier_met(vreemd)), Dossier)


def test_de_fouten_staan_altijd_op_dezelfde_volgorde() -> None:
    """Eerst op volgorde van het schema, dan wat niet bestaat op naam."""
    gegevens = KLEINSTE | {"zz": 1, "aa": 1, "persoon": {"doelgroepen": ["x"], "b": 1, "a": 1}, "tenant": 3}
    assert _velden(gegevens) == ["tenant", "persoon.doelgroepen.0", "persoon.a", "persoon.b", "aa", "zz"]
