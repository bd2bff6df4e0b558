"""Een kleine regelset met eigen parameters, geschreven als TOML."""

from collections.abc import Callable

import pytest

from dakpan.invoer.toml import Plek, lees_toml
from dakpan.regels.parameters.bestand import lees_bronnen, lees_parameters
from dakpan.regels.parameters.parameters import Parameters

BRONNEN = """
[bronnen.regels]
titel = "Regels van Verzonnendam"
datum = 2020-01-01

[bronnen.besluit]
titel = "Besluit van Verzonnendam"
"""


@pytest.fixture(name="parameters_uit")
def _parameters_uit() -> Callable[[str], Parameters]:
    """Parameters uit een TOML-tekst; de bronnen ``regels`` en ``besluit`` staan er al bij."""

    def lees(tekst: str) -> Parameters:
        plek = Plek("proef.toml")
        tabel = lees_toml(BRONNEN + tekst, plek)
        bronnen = lees_bronnen(tabel, plek)
        return Parameters("proef", "Proef", "1", bronnen, lees_parameters(tabel, bronnen, plek))

    return lees
