"""Een zaak- en een declaratienummer is alleen bij één financier uniek: wie voor meer werkt leest er altijd een bij."""

import re
from pathlib import Path

import dakpan

KERN = Path(dakpan.__file__).parent
# Alleen van een financier zelf: daar staat zijn naam al bovenaan.
VAN_FINANCIER = {"ontvangst", "steekproefregel", "teruggekomen", "vaststellen", "zaakbetaling", "akkoordweken"}
# Naast elkaar staan hier juist alle financiers, elk met zijn naam.
NAAST_ELKAAR = {"vergelijken"}


def test_elke_pagina_van_een_zaak_noemt_haar_financier_bovenaan() -> None:
    zonder = {
        sjabloon.stem
        for sjabloon in KERN.rglob("templates/**/*.html")
        if "basis.html" in (tekst := sjabloon.read_text(encoding="utf-8"))
        and re.search(r"\bzaak\.(nummer|tenant_id)", tekst)
        and "set huisstijl" not in tekst
    }
    assert zonder == VAN_FINANCIER | NAAST_ELKAAR
