"""Een proefdeclaratie met fouten: alles in één keer, elk bij haar vraag, en wat getypt is blijft staan."""

import re
from dataclasses import replace

import pytest
from tests.betaling.dienst.loket import Loket
from tests.betaling.pagina.test_declareren_pagina import PROEF, adres
from tests.hulp.bezoeker import Bezoeker
from tests.hulp.bouw import Bouwzaak


@pytest.fixture
def zonder_tarief(dorp: Loket) -> Bouwzaak:
    """Bij UWV staat het tarief niet vast: wie declareert vult het in, met waar het staat."""
    noord = replace(dorp, tenant_id="uwv-noord", beoordelaar=dorp.wereld.financier("uwv-noord", "Ben"), zaken=[])
    return noord.zaak(minuten=[60])


def fouten(declarant: Bezoeker, zaak: Bouwzaak, **velden: str) -> dict[str, str]:
    """Per veld wat de foutenlijst zegt."""
    declarant.get(adres(zaak, "declaratie"))
    antwoord = declarant.post(adres(zaak, "declaratie"), velden)
    assert antwoord.status_code == 422
    for getypt in velden.values():
        assert getypt in antwoord.text
    lijst = antwoord.text.partition('id="fouten"')[2].partition("</ul>")[0]
    gevonden = re.findall(r'href="#veld-([^"]+)".*?<span[^>]*>(.*?)</span>', lijst, re.DOTALL)
    return {naam.replace("-", "."): " ".join(tekst.split()) for naam, tekst in gevonden}


def test_elke_fout_staat_er_in_een_keer(declarant: Bezoeker, zonder_tarief: Bouwzaak) -> None:
    """Wat het formulier ziet en wat pas bij het rekenen blijkt, samen."""
    gevonden = fouten(
        declarant,
        zonder_tarief,
        soort="regulier",
        tot_en_met="2022-12-31",
        btw_percentage="veel",
        **{"tarieven.0.vanaf": "2022-01-01", "tarieven.0.tarief": "nul", "tarieven.1.vanaf": "2022-01-01"},
    )
    assert set(gevonden) == {
        *("tot_en_met", "btw_percentage", "tarieven.0.tarief", "tarieven.1.vanaf", "tarieven.1.tarief", "tarief_bron"),
    }
    assert "tot en met vandaag, 18-08-2022" in gevonden["tot_en_met"]
    assert "dezelfde dag" in gevonden["tarieven.1.vanaf"]
    assert "waar dit tarief staat" in gevonden["tarief_bron"]


def test_ook_wat_pas_bij_het_rekenen_blijkt_staat_er_samen(declarant: Bezoeker, zonder_tarief: Bouwzaak) -> None:
    tarief = {"tarieven.0.vanaf": "2022-01-01", "tarieven.0.tarief": "95,45"}
    gevonden = fouten(declarant, zonder_tarief, **{**PROEF, "tot_en_met": "2022-03-01"}, **tarief)
    assert set(gevonden) == {"tot_en_met", "tarief_bron"}
    assert "geen geaccordeerde uren tot en met 01-03-2022" in gevonden["tot_en_met"]


def test_een_bron_zonder_tarief_wordt_niet_stil_overgeslagen(declarant: Bezoeker, zonder_tarief: Bouwzaak) -> None:
    gevonden = fouten(declarant, zonder_tarief, **PROEF, tarief_bron="Besluit van 1 maart")
    assert set(gevonden) == {"tarieven.0.tarief"}


def test_zonder_soort_of_dag_blijft_de_rest_nagekeken(declarant: Bezoeker, zonder_tarief: Bouwzaak) -> None:
    gevonden = fouten(declarant, zonder_tarief, tot_en_met="31-31-2022", tarief_bron="Besluit van 1 maart")
    assert set(gevonden) == {"soort.1", "tot_en_met", "btw_percentage", "tarieven.0.tarief"}


@pytest.mark.parametrize("getypt", ["0,21", "0,49"])
def test_een_fractie_als_btw_komt_niet_op_een_declaratie_waar_geen_factuur_bij_kan(
    declarant: Bezoeker, zaak: Bouwzaak, getypt: str
) -> None:
    """Definitief is definitief: de e-factuur weigert een percentage tussen 0 en 0,50, en dan is er geen weg terug."""
    gevonden = fouten(declarant, zaak, **{**PROEF, "btw_percentage": getypt})
    assert set(gevonden) == {"btw_percentage"}
    assert "schrijf hele procenten zoals 21" in gevonden["btw_percentage"]
    for kan in ("0", "0,50", "9"):
        declarant.get(adres(zaak, "declaratie"))
        assert declarant.post(adres(zaak, "declaratie"), {**PROEF, "btw_percentage": kan}).status_code == 303
