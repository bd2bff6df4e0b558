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


def test_wie_de_einddeclaratie_indient_leest_wat_er_dan_vervalt(
    declarant: Bezoeker, zaak: Bouwzaak, dorp: Loket
) -> None:
    """2:00 staat erop; 0:45 van na de gekozen dag niet, en na het uitvinken ook die 2:00 niet: samen 2:45."""
    dorp.schrijf(zaak, [45], date(2022, 8, 1))
    zaak.beeindig()
    heel = maak_proef(declarant, zaak, soort="eind")
    assert "niet op deze einddeclaratie" not in declarant.get(f"{heel}/indienen").text
    kort = maak_proef(declarant, zaak, soort="eind", tot_en_met="2022-07-31")
    assert "0:45 is akkoord maar staat niet op deze einddeclaratie" in declarant.get(f"{kort}/indienen").text
    declarant.get(kort)
    niets = naar(declarant.post(f"{kort}/regels", {**declarant.verborgen}))
    assert "2:45 is akkoord maar staat niet op deze einddeclaratie" in declarant.get(f"{niets}/indienen").text


def test_bij_een_tussentijdse_declaratie_vervalt_er_niets(declarant: Bezoeker, zaak: Bouwzaak, dorp: Loket) -> None:
    dorp.schrijf(zaak, [45], date(2022, 8, 1))
    kort = maak_proef(declarant, zaak, tot_en_met="2022-07-31")
    assert "niet meer worden gedeclareerd" not in declarant.get(f"{kort}/indienen").text
