"""Op een proefdeclaratie staat bij elke akkoorde activiteit of zij meegaat."""

import re
from datetime import date

from tests.betaling.dienst.loket import Loket
from tests.betaling.pagina.test_declareren_pagina import maak_proef, naar
from tests.hulp.bezoeker import Bezoeker
from tests.hulp.bouw import Bouwzaak


def test_een_regel_uitvinken_rekent_de_proef_opnieuw(declarant: Bezoeker, zaak: Bouwzaak, dorp: Loket) -> None:
    dorp.schrijf(zaak, [45], date(2022, 5, 2))
    proef = maak_proef(declarant, zaak)
    pagina = declarant.get(proef).text
    regels = re.findall(r'name="regel" value="([\w-]+)"[^>]* checked', pagina)
    leeg = declarant.post(f"{proef}/regels", {**declarant.verborgen})
    assert (leeg.status_code, "Kies ten minste één regel" in leeg.text) == (422, True)
    declarant.get(proef)
    opnieuw = naar(declarant.post(f"{proef}/regels", {**declarant.verborgen, "regel": regels[:-1]}))
    assert declarant.get(opnieuw).text.count(" checked>") == len(regels) - 1
    assert declarant.get(proef).status_code == 404  # een nieuwe proef vervangt de vorige
