"""Het veld voor de reden bij een doel dat niet in het plan staat, op het formulier van een activiteit."""

import re
from html import unescape
from pathlib import Path

from tests.hulp.bouw import Wereld
from tests.hulp.motoren import motor_van
from tests.uren.pagina import antwoorden, bezoek, open_straat, tekst_van
from tests.uren.planhulp import met_plan
from tests.uren.straat import Straat

from dakpan.plan.domain import Doel


def test_een_doel_buiten_het_plan_vraagt_om_een_reden(sqlite_gemigreerd: str, tmp_path: Path) -> None:
    """Ook zonder JavaScript: de fout staat bij het veld en wat getypt is blijft staan; herhalen neemt de reden mee."""
    straat = Straat.maak(Wereld(motor_van(sqlite_gemigreerd)))
    coach = bezoek(open_straat(straat, tmp_path), straat.coach)
    met_plan(straat, 0, Doel.STRUCTUREREN)
    coach.get("/uren/nieuw")
    assert coach.post("/uren/nieuw", antwoorden(straat, 0)).status_code == 422
    fout = coach.pagina.text  # type: ignore[union-attr]
    assert 'href="#veld-planreden"' in fout
    assert "Iedereen gesproken" in fout
    assert tekst_van(coach).count("staat niet in het plan van Mila Bakker; schrijf kort waarom") == 2

    gelukt = coach.post("/uren/nieuw", antwoorden(straat, 0, planreden="Nieuwe ploeg"), follow_redirects=True)
    assert "Buiten het plan: Nieuwe ploeg" in tekst_van(coach)
    (adres,) = [een for een in re.findall(r'href="([^"]+)"', gelukt.text) if "herhaal=" in een]
    assert "Nieuwe ploeg</textarea>" in coach.get(unescape(adres)).text
