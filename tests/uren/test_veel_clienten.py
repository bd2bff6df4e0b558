"""Wie veel cliënten heeft ziet eerst wie zij koos of pas sprak; de andere zijn er ook zonder JavaScript."""

import re
from datetime import time
from pathlib import Path
from uuid import UUID

import pytest
from tests.hulp.bezoeker import Bezoeker
from tests.hulp.bouw import Wereld
from tests.hulp.motoren import motor_van
from tests.uren.pagina import antwoorden, bezoek, open_straat
from tests.uren.straat import BEGIN, Straat, werk

from dakpan.opslag.fouten import NietGevonden
from dakpan.uren.formulier import KORTE_LIJST
from dakpan.uren.perioden import MEESTE_GENOEMD

EXTRA = ("Anna", "Bea", "Cas", "Dirk", "Eva", "Fien")


@pytest.fixture(name="straat")
def _straat(sqlite_gemigreerd: str) -> Straat:
    return Straat.maak(Wereld(motor_van(sqlite_gemigreerd)))


@pytest.fixture(name="coach")
def _coach(straat: Straat, tmp_path: Path) -> Bezoeker:
    return bezoek(open_straat(straat, tmp_path), straat.coach)


def meer_clienten(straat: Straat) -> None:
    """Met de drie van de straat negen: een meer dan een korte lijst."""
    for naam in EXTRA:
        straat.wereld.zaak("uwv-noord", straat.organisatie_id, f"{naam} Zwart", begin=BEGIN).koppel(straat.coach)


def clienten(html: str) -> tuple[list[str], list[str]]:
    """Wie meteen op de pagina staat, en wie achter de uitklapper."""
    groep = html[html.index('id="veld-klanten-1"') - 200 : html.index("</fieldset>", html.index("veld-klanten-1"))]
    voor, _, achter = groep.partition("<summary>")
    return _namen(voor), _namen(achter)


def _namen(html: str) -> list[str]:
    return re.findall(r"<span>(\w+) ", html)


def test_een_korte_lijst_staat_er_helemaal_op_naam(coach: Bezoeker) -> None:
    html = coach.get("/uren/nieuw?dag=2022-03-22").text
    assert clienten(html) == (["Mila", "Joris", "Yara"], [])
    assert "data-zoek" not in html


def test_in_een_lange_lijst_staat_voorop_wie_pas_nog_aan_de_beurt_was(coach: Bezoeker, straat: Straat) -> None:
    """Yara was het laatst aan de beurt; wie niemand pas sprak volgt op naam."""
    meer_clienten(straat)
    assert len(EXTRA) + len(straat.klanten) > KORTE_LIJST
    straat.schrijf(werk(straat.klanten[0]))
    straat.schrijf(werk(straat.klanten[2], begin=time(11)))
    voor, achter = clienten(coach.get("/uren/nieuw?dag=2022-03-22").text)
    assert voor == ["Yara", "Mila"]
    assert achter == ["Joris", *EXTRA]


def test_wie_is_gekozen_staat_vooraan_ook_na_een_fout_en_bij_wijzigen(coach: Bezoeker, straat: Straat) -> None:
    meer_clienten(straat)
    coach.get("/uren/nieuw?dag=2022-03-22")
    fout = coach.post("/uren/nieuw", antwoorden(straat, 1, duur=""))
    assert fout.status_code == 422
    assert clienten(fout.text)[0] == ["Joris"]
    straat.schrijf(werk(straat.klanten[2], straat.klanten[0]))
    een = straat.uren()[0]
    voor, _achter = clienten(coach.get(f"/uren/activiteit/{een.tenant_id}/{een.id}").text)
    assert sorted(voor) == ["Mila", "Yara"]


def test_zonder_iemand_van_onlangs_zijn_zij_er_allemaal(coach: Bezoeker, straat: Straat) -> None:
    meer_clienten(straat)
    html = coach.get("/uren/nieuw?dag=2022-03-22").text
    assert "Alle 9</summary>" in html
    voor, achter = clienten(html)
    assert voor == []
    assert sorted(achter) == sorted(["Mila", "Joris", "Yara", *EXTRA])


@pytest.mark.parametrize("aantal", [MEESTE_GENOEMD - 3, MEESTE_GENOEMD, 2_000])
def test_een_vreemde_client_wordt_niet_gevonden_hoeveel_het_er_ook_zijn(straat: Straat, aantal: int) -> None:
    """Naast de drie van de straat; een opdracht met zoveel namen zou de database weigeren."""
    vreemd = [("uwv-noord", UUID(int=nummer)) for nummer in range(1, aantal + 1)]
    with pytest.raises(NietGevonden):
        straat.schrijf(werk(*straat.klanten, *vreemd))
    assert straat.uren() == []


def test_een_groep_die_te_groot_is_om_bij_naam_te_zoeken_wordt_gewoon_verdeeld(straat: Straat) -> None:
    """34 cliënten, 75 minuten: zeven krijgen er 3 en de andere 27 krijgen er 2, samen 21 + 54."""
    meer = [
        straat.wereld.zaak("uwv-noord", straat.organisatie_id, f"Groep {nummer}", begin=BEGIN).koppel(straat.coach)
        for nummer in range(MEESTE_GENOEMD + 1)
    ]
    klanten = [(een.tenant_id, een.periode_id) for een in meer]
    straat.schrijf(werk(*straat.klanten, *klanten, minuten=75))
    assert sorted(rij.duur.minuten for rij in straat.uren()) == [2] * 27 + [3] * 7
