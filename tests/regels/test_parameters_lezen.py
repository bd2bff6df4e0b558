"""Parameters uit TOML: elke soort wordt gelezen, elke fout noemt bestand, sleutel en remedie."""

from collections.abc import Callable
from datetime import date

import pytest

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.percentage import Percentage
from dakpan.begrippen.uren import Uren
from dakpan.invoer.toml import OngeldigBestand
from dakpan.regels.parameters.parameters import Parameters
from dakpan.uitleg.bron import Bron, Zekerheid

Lezer = Callable[[str], Parameters]
DAG = date(2022, 6, 1)
KOP = '[parameters.p]\ntitel = "P"\nsoort = "{soort}"\neenheid = "e"\ngemis = "regels"\n'
RIJ = '[[parameters.p.waarden]]\nvanaf = 2022-01-01\nbron = "besluit"\nvindplaats = "1.5"\nzekerheid = "tekst"\n'


def _toml(waarde: str, soort: str = "bedrag") -> str:
    return KOP.format(soort=soort) + RIJ + waarde


@pytest.mark.parametrize(
    ("soort", "waarde", "gelezen"),
    [
        ("bedrag", '"95.45"', Bedrag(9545)),
        ("percentage", '"7.50"', Percentage(750)),
        ("uren", '"12.00"', Uren(1200)),
        ("aantal", "36", 36),
        ("aantal", "0", 0),
        ("keuze", '["licht", "midden"]', ("licht", "midden")),
    ],
)
def test_elke_soort(parameters_uit: Lezer, soort: str, waarde: str, gelezen: object) -> None:
    gevonden = parameters_uit(_toml(f"waarde = {waarde}", soort)).lijst["p"].op((), DAG)
    assert gevonden is not None
    assert (gevonden.waarde, gevonden.vanaf) == (gelezen, date(2022, 1, 1))


def test_sleutels_zijn_zo_diep_als_geschreven(parameters_uit: Lezer) -> None:
    tekst = _toml('licht = { 1 = "3.00", 2 = "2.00" }\nmidden = { extern = { 1 = "1.00" } }\nvast = "9.00"')
    reeksen = parameters_uit(tekst).lijst["p"].reeksen
    assert set(reeksen) == {("licht", "1"), ("licht", "2"), ("midden", "extern", "1"), ("vast",)}


@pytest.mark.parametrize(("zekerheid", "verwacht"), [("tekst", Zekerheid.TEKST), ("afgeleid", Zekerheid.AFGELEID)])
def test_elke_waarde_draagt_haar_bron(parameters_uit: Lezer, zekerheid: str, verwacht: Zekerheid) -> None:
    tekst = _toml('waarde = "1.00"').replace('"tekst"', f'"{zekerheid}"')
    gevonden = parameters_uit(tekst).lijst["p"].op((), DAG)
    assert gevonden is not None
    assert gevonden.bron == Bron("Besluit van Verzonnendam", "1.5", verwacht)


def test_een_parameter_zonder_waarde_weet_waarom(parameters_uit: Lezer) -> None:
    parameter = parameters_uit(KOP.format(soort="bedrag")).lijst["p"]
    assert parameter.op((), DAG) is None
    assert parameter.gemis == Bron("Regels van Verzonnendam", datum=date(2020, 1, 1)).ontbreekt


def test_genoemde_sleutels_bestaan_ook_zonder_waarde(parameters_uit: Lezer) -> None:
    tekst = KOP.format(soort="uren") + 'sleutels = ["licht.1", "licht.2"]'
    assert set(parameters_uit(tekst).lijst["p"].reeksen) == {("licht", "1"), ("licht", "2")}


GOED = _toml('waarde = "1.00"')
FOUT = {
    "kommagetal": (GOED.replace('"1.00"', "1.00"), "parameters.p.waarden.1.waarde: '1.00' is geen bedrag"),
    "geheel getal": (GOED.replace('"1.00"', "1"), "parameters.p.waarden.1.waarde: '1' is geen bedrag"),
    "een decimaal": (GOED.replace("1.00", "1.0"), "parameters.p.waarden.1.waarde: '1.0' kan niet: schrijf een bedrag"),
    "negatief aantal": (_toml("waarde = -1", "aantal"), "'-1' is geen aantal; schrijf bijvoorbeeld 6"),
    "waar als aantal": (_toml("waarde = true", "aantal"), "'True' is geen aantal"),
    "lege keuze": (_toml("waarde = []", "keuze"), "is geen keuze; schrijf bijvoorbeeld"),
    "te veel procent": (_toml('waarde = "100.01"', "percentage"), "100.01 kan niet: schrijf een percentage"),
    "diepe sleutel": (_toml("licht = { 1 = 3 }"), "parameters.p.waarden.1.licht.1: '3' is geen bedrag"),
    "soort": (KOP.format(soort="geld"), "parameters.p.soort: kies uit bedrag, percentage, uren, aantal, keuze"),
    "sleutel": (KOP.format(soort="bedrag") + "eenhied = 1", "parameters.p.eenhied: deze sleutel bestaat niet"),
    "gemis": (GOED.replace('"regels"', '"weg"'), "parameters.p.gemis: bron 'weg' staat niet onder [bronnen]"),
    "bron": (GOED.replace('"besluit"', '"weg"'), "parameters.p.waarden.1.bron: bron 'weg' staat niet onder [bronnen]"),
    "geen bron": (GOED.replace('bron = "besluit"\n', ""), "parameters.p.waarden.1.bron: deze sleutel is verplicht"),
    "geen datum": (GOED.replace("vanaf = 2022-01-01\n", ""), "parameters.p.waarden.1.vanaf: deze sleutel is verplicht"),
    "datum als tekst": (GOED.replace("2022-01-01", '"2022-01-01"'), "hier hoort een datum zonder aanhalingstekens"),
    "datum met tijd": (GOED.replace("2022-01-01", "2022-01-01T00:00:00"), "waarden.1.vanaf: '2022-01-01 00:00:00' kan"),
    "zekerheid": (GOED.replace('"tekst"', '"zeker"'), "parameters.p.waarden.1.zekerheid: kies uit tekst, afgeleid"),
    "ontbreekt": (GOED.replace('"tekst"', '"ontbreekt"'), "zekerheid: een waarde die ontbreekt laat u weg"),
    "einde": (GOED + "\ntot_en_met = 2021-12-31", "waarden.1.tot_en_met: 2021-12-31 ligt voor 2022-01-01; draai"),
    "dubbel": (GOED + "\n" + RIJ + 'waarde = "2.00"', "er staan twee waarden vanaf 2022-01-01; houd er één"),
    "indexdag": (KOP.format(soort="bedrag") + 'indexdata = ["1 jan"]', "parameters.p.indexdata: '1 jan' is geen maand"),
    "waarden": (KOP.format(soort="bedrag") + "waarden = 3", "parameters.p.waarden: hier hoort een lijst"),
    "rij": (KOP.format(soort="bedrag") + "waarden = [3]", "parameters.p.waarden.1: hier hoort een tabel"),
    "parameter": ("[parameters]\np = 3", "parameters.p: '3' kan hier niet; hier hoort een tabel"),
    "parameters": ("[iets]", "parameters: deze sleutel is verplicht; vul hem in"),
    "brontitel": ('[parameters]\n[bronnen.x]\ntitel = " "', "bronnen.x.titel: een bron heeft een titel; vul hem in"),
    "bronsleutel": (
        '[parameters]\n[bronnen.x]\ntitle = "X"',
        "bronnen.x.title: deze sleutel bestaat niet; bedoelde u 'titel'",
    ),
    "bronadres": (
        '[parameters]\n[bronnen.x]\ntitel = "X"\nurl = 3',
        "bronnen.x.url: '3' kan hier niet; hier hoort een tekst",
    ),
    "syntaxis": ("[parameters\n", "bestand: dit is geen geldige TOML"),
}


@pytest.mark.parametrize("geval", FOUT)
def test_elke_fout_noemt_bestand_sleutel_en_remedie(parameters_uit: Lezer, geval: str) -> None:
    tekst, melding = FOUT[geval]
    with pytest.raises(OngeldigBestand) as fout:
        parameters_uit(tekst)
    assert str(fout.value).startswith("proef.toml: ")
    assert melding in str(fout.value)
