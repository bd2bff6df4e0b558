"""Een financier vult in wat ontbreekt, met zijn eigen bron; wat er staat kan hij niet vervangen."""

from collections.abc import Callable
from datetime import date

import pytest

from dakpan.begrippen.bedrag import Bedrag
from dakpan.invoer.toml import OngeldigBestand, Plek, lees_toml
from dakpan.regels.parameters.model import Getal
from dakpan.regels.parameters.parameters import Parameters
from dakpan.uitleg.waarde import Waarde

Lezer = Callable[[str], Parameters]
PLEK = Plek("verzonnendam.toml", "regelset.1.parameters")
EIGEN = """
[parameters.tarief]
titel = "Uurtarief"
soort = "bedrag"
eenheid = "euro per uur"
gemis = "regels"
indexdata = ["01-01"]
[[parameters.tarief.waarden]]
vanaf = 2022-01-01
tot_en_met = 2022-12-31
bron = "regels"
vindplaats = "1.5"
zekerheid = "tekst"
waarde = "95.45"
[parameters.maximum]
titel = "Jaarbedrag"
soort = "bedrag"
eenheid = "euro per jaar"
gemis = "regels"
sleutels = ["licht", "midden"]
"""
BESLUIT = '[bronnen.college]\ntitel = "Collegebesluit"\n'
RIJ = """
[[tarief.waarden]]
vanaf = 2024-01-01
bron = "college"
vindplaats = "blz. 2"
zekerheid = "tekst"
waarde = "99.10"
"""


def _vul_aan(parameters: Parameters, tekst: str) -> Parameters:
    return parameters.aangevuld(lees_toml(tekst, PLEK), PLEK)


def _tarief(parameters: Parameters, dag: date) -> Waarde[Getal] | None:
    return parameters.lijst["tarief"].op((), dag)


def test_een_gat_wordt_gevuld_met_de_eigen_bron(parameters_uit: Lezer) -> None:
    gevuld = _tarief(_vul_aan(parameters_uit(EIGEN), BESLUIT + RIJ), date(2024, 1, 1))
    assert gevuld is not None
    assert (gevuld.waarde, str(gevuld.bron)) == (Bedrag(9910), "Collegebesluit, blz. 2")


def test_de_rest_blijft_zoals_het_was(parameters_uit: Lezer) -> None:
    eigen = parameters_uit(EIGEN)
    aangevuld = _vul_aan(eigen, BESLUIT + RIJ)
    assert _tarief(aangevuld, date(2022, 6, 1)) == _tarief(eigen, date(2022, 6, 1))
    assert _tarief(aangevuld, date(2023, 6, 1)) is None
    assert _tarief(eigen, date(2024, 1, 1)) is None
    assert aangevuld.lijst["maximum"] == eigen.lijst["maximum"]


def test_ook_een_aanvulling_veroudert_op_de_indexdag(parameters_uit: Lezer) -> None:
    gevuld = _tarief(_vul_aan(parameters_uit(EIGEN), BESLUIT + RIJ), date(2024, 12, 31))
    assert gevuld is not None
    assert gevuld.ingehaald_op == date(2025, 1, 1)


def test_een_bron_van_de_regelset_mag_ook(parameters_uit: Lezer) -> None:
    gevuld = _tarief(_vul_aan(parameters_uit(EIGEN), RIJ.replace('"college"', '"besluit"')), date(2024, 1, 1))
    assert gevuld is not None
    assert gevuld.bron.titel == "Besluit van Verzonnendam"


def test_een_sleutel_zonder_waarde_wordt_gevuld(parameters_uit: Lezer) -> None:
    tekst = BESLUIT + RIJ.replace("tarief", "maximum").replace("waarde =", "licht =")
    maximum = _vul_aan(parameters_uit(EIGEN), tekst).lijst["maximum"]
    assert maximum.op(("licht",), date(2024, 1, 1)) is not None
    assert maximum.op(("midden",), date(2024, 1, 1)) is None


NIET_BEKEND = "regelset 'proef' heeft deze parameter niet"
FOUT = {
    "zelfde datum": (
        RIJ.replace("2024", "2022"),
        "tarief.waarden.waarde: de regelset geeft op deze dag (2022-01-01) zelf al een waarde; kies een latere dag",
    ),
    "twee keer dezelfde": (RIJ + RIJ, "tarief.waarden.waarde: er staan twee waarden vanaf 2024-01-01; houd er één"),
    "onbekend met raad": (
        RIJ.replace("tarief", "tarif"),
        f"tarif: {NIET_BEKEND}; bedoelde u 'tarief'?",
    ),
    "onbekend zonder raad": (
        RIJ.replace("tarief", "xyz"),
        f"xyz: {NIET_BEKEND}; kies uit tarief, maximum",
    ),
    "onbekende sleutel": (
        RIJ.replace("waarde =", "licht ="),
        "tarief.waarden.1.licht: deze sleutel bestaat niet; schrijf waarde = ",
    ),
    "te diepe sleutel": (
        RIJ.replace("tarief", "maximum"),
        "maximum.waarden.1.waarde: deze sleutel bestaat niet; kies uit licht, midden",
    ),
    "tikfout in sleutel": (
        RIJ.replace("tarief", "maximum").replace("waarde =", "middel ="),
        "maximum.waarden.1.middel: deze sleutel bestaat niet; bedoelde u 'midden'?",
    ),
    "andere eigenschap": ('[tarief]\neenheid = "dag"', "tarief.eenheid: deze sleutel bestaat niet; kies uit waarden"),
    "geen tabel": ('tarief = "99.10"', "tarief: hier horen waarden: schrijf [[regelset.parameters.tarief.waarden]]"),
    "geen rijen": ('[tarief]\nwaarden = ["99.10"]', "tarief.waarden.1: hier hoort een tabel"),
    "onbekende bron": (
        RIJ.replace('"college"', '"krant"'),
        "tarief.waarden.1.bron: bron 'krant' bestaat niet; voeg [regelset.parameters.bronnen.krant] toe, of kies uit "
        "regels, besluit, college",
    ),
    "verkeerde waarde": (RIJ.replace('"99.10"', "99.10"), "tarief.waarden.1.waarde: '99.10' is geen bedrag"),
    "bron zonder titel": ('[bronnen.krant]\nurl = "x"', "bronnen.krant.titel: deze sleutel is verplicht; vul hem in"),
}


@pytest.mark.parametrize("geval", FOUT)
def test_elke_fout_noemt_bestand_sleutel_en_remedie(parameters_uit: Lezer, geval: str) -> None:
    tekst, melding = FOUT[geval]
    with pytest.raises(OngeldigBestand) as fout:
        _vul_aan(parameters_uit(EIGEN), tekst if geval == "geen tabel" else BESLUIT + tekst)
    assert str(fout.value).startswith("verzonnendam.toml: regelset.1.parameters.")
    assert melding in str(fout.value)
