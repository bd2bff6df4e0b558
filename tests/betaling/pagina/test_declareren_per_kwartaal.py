"""Declareren waar per kwartaal achteraf wordt betaald: welke dag er klaarstaat."""

from datetime import date
from pathlib import Path

from tests.betaling.dienst.loket import Loket
from tests.betaling.pagina.test_declareren_pagina import adres, bezoek, dien_in, maak_proef
from tests.hulp.bezoeker import Klok, open_loket
from tests.hulp.bouw import Bouwzaak, moment


def test_per_kwartaal_achteraf_staat_het_einde_van_het_vorige_kwartaal_klaar(
    sqlite_gemigreerd: str, tmp_path: Path, dorp: Loket, zaak: Bouwzaak
) -> None:
    """De periode begon 17 februari: op 20 mei is het eerste kwartaal voorbij, en een dag erna kost het tweede."""
    app = open_loket(sqlite_gemigreerd, tmp_path, Klok(moment(date(2022, 5, 20))))
    declarant = bezoek(app, dorp.declarant)
    pagina = declarant.get(adres(zaak, "declaratie")).text
    assert 'value="2022-05-16"' in pagina
    assert "Het kwartaal van 17 mei 2022 tot en met 16 augustus 2022 loopt nog" in pagina

    dien_in(declarant, maak_proef(declarant, zaak, tot_en_met="2022-05-16"))
    dorp.schrijf(zaak, [60], date(2022, 5, 18))
    assert 'value="2022-05-20"' in declarant.get(adres(zaak, "declaratie")).text


def test_na_het_einde_van_de_periode_staat_haar_laatste_dag_klaar(
    sqlite_gemigreerd: str, tmp_path: Path, dorp: Loket, zaak: Bouwzaak
) -> None:
    """De periode liep tot en met 16 augustus; op 1 november is er geen werk van later."""
    zaak.beeindig()
    app = open_loket(sqlite_gemigreerd, tmp_path, Klok(moment(date(2022, 11, 1))))
    assert 'value="2022-08-16"' in bezoek(app, dorp.declarant).get(adres(zaak, "declaratie")).text
