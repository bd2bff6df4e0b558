"""De zaken van de testkit dekken elke keuze, en eigen zaken en dagen doen mee."""

from datetime import date
from itertools import product

import pytest

from dakpan.pluginkit import Aanvraagsoort, Beoordelaar, Berekening, Dienstverbandsoort, Dossier, Regime, Vorm, hookimpl
from dakpan.testing import RegelsetContract
from dakpan.testing.raster import BASIS, dossiers, omschrijf, peildata
from dakpan_uwv import Uwv


def test_elke_vorm_elk_regime_en_elke_soort_komt_voor() -> None:
    gezien = {(d.aanvraag.vorm, d.aanvraag.regime, d.aanvraag.soort) for d in dossiers()}

    assert gezien == set(product(Vorm, Regime, Aanvraagsoort))


@pytest.mark.parametrize("soort", Dienstverbandsoort)
def test_elk_soort_dienstverband_komt_in_elke_vorm_voor(soort: Dienstverbandsoort) -> None:
    assert {d.aanvraag.vorm for d in dossiers() if d.dienstverband.soort is soort} == set(Vorm)


def test_wat_mag_ontbreken_ontbreekt_ook_eens() -> None:
    assert any(d.aanvraag.tarief is None for d in dossiers())
    assert any(d.dienstverband.loonwaarde is None for d in dossiers())
    assert any(d.dienstverband.eind is None for d in dossiers())
    assert any(not d.persoon.doelgroepen for d in dossiers())


def test_de_peildata_liggen_op_en_naast_elke_grens() -> None:
    dagen = peildata(Uwv.eigen_parameters())

    assert {date(2014, 6, 30), date(2014, 7, 1), date(2015, 12, 31), date(2016, 1, 1)} <= set(dagen)


def test_een_zaak_is_in_een_melding_te_herkennen() -> None:
    assert omschrijf(BASIS) == (
        "extern midden eerste jaar 1, 2023-03-01/2023-08-31, bepaalde_tijd 24 uur, banenafspraak+participatiewet"
    )


def test_eigen_zaken_worden_op_eigen_dagen_gevraagd() -> None:
    gezien: list[tuple[Dossier, date]] = []

    class Kijkt(Uwv):
        @hookimpl
        def bepaal_beoordelaar(self, dossier: Dossier, peildatum: date) -> Berekening[Beoordelaar]:  # type: ignore[override]
            gezien.append((dossier, peildatum))
            return super().bepaal_beoordelaar(dossier)

    class Contract(RegelsetContract):
        regelset, dossiers, peildata = Kijkt, (BASIS,), (date(2031, 5, 1),)

    Contract().test_antwoordt_op_elke_zaak_zonder_fout()

    assert (BASIS, date(2031, 5, 1)) in gezien
