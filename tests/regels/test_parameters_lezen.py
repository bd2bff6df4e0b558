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


def _met_sleutels(sleutels: str) -> str:
    return KOP.format(soort="bedrag") + f"sleutels = {sleutels}\n"


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
    tekst = _met_sleutels('["licht.1", "licht.2", "midden.extern.1", "vast"]') + RIJ
    tekst += 'licht = { 1 = "3.00", 2 = "2.00" }\nmidden = { extern = { 1 = "1.00" } }\nvast = "9.00"'
    parameter = parameters_uit(tekst).lijst["p"]
    assert list(parameter.reeksen) == [("licht", "1"), ("licht", "2"), ("midden", "extern", "1"), ("vast",)]
    assert all(parameter.op(sleutel, DAG) is not None for sleutel in parameter.reeksen)


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
    tekst = _met_sleutels('["licht.1", "licht.2"]') + RIJ + 'licht = { 1 = "3.00" }'
    reeksen = parameters_uit(tekst).lijst["p"].reeksen
    assert {sleutel: len(reeks.waarden) for sleutel, reeks in reeksen.items()} == {
        ("licht", "1"): 1,
        ("licht", "2"): 0,
    }


def test_een_lijst_van_lijsten_is_elke_combinatie(parameters_uit: Lezer) -> None:
    tekst = _met_sleutels('[["licht", "midden"], [1, 2]]')
    reeksen = parameters_uit(tekst).lijst["p"].reeksen
    assert list(reeksen) == [("licht", "1"), ("licht", "2"), ("midden", "1"), ("midden", "2")]


GOED = _toml('waarde = "1.00"')
REGIMES = _met_sleutels('["licht", "midden"]') + RIJ
RASTER = _met_sleutels('[["licht", "midden"], [1, 2]]') + RIJ
ONBEKEND = "deze sleutel bestaat niet"
FOUT = {
    "kommagetal": (GOED.replace('"1.00"', "1.00"), "parameters.p.waarden.1.waarde: '1.00' is geen bedrag"),
    "geheel getal": (GOED.replace('"1.00"', "1"), "parameters.p.waarden.1.waarde: '1' is geen bedrag"),
    "een decimaal": (GOED.replace("1.00", "1.0"), "parameters.p.waarden.1.waarde: '1.0' kan niet: schrijf een bedrag"),
    "negatief bedrag": (GOED.replace("1.00", "-1.00"), "parameters.p.waarden.1.waarde: '-1.00' ligt onder nul"),
    "negatief aantal": (_toml("waarde = -1", "aantal"), "'-1' is geen aantal; schrijf bijvoorbeeld 6"),
    "waar als aantal": (_toml("waarde = true", "aantal"), "'true' is geen aantal"),
    "lege keuze": (_toml("waarde = []", "keuze"), "is geen keuze; schrijf bijvoorbeeld"),
    "te veel procent": (_toml('waarde = "100.01"', "percentage"), "100.01 kan niet: schrijf een percentage"),
    "diepe sleutel": (RASTER + "licht = { 1 = 3 }", "parameters.p.waarden.1.licht.1: '3' is geen bedrag"),
    "tabel als waarde": (GOED.replace('"1.00"', "{}"), "parameters.p.waarden.1.waarde: een tabel is geen bedrag"),
    "tikfout in regime": (
        REGIMES + 'middel = "22.22"',
        f"parameters.p.waarden.1.middel: {ONBEKEND}; bedoelde u 'midden'?",
    ),
    "tikfout in raster": (
        RASTER + 'midden = { 1 = "2.00" }\nlciht = { 1 = "1.00" }',
        f"parameters.p.waarden.1.lciht.1: {ONBEKEND}; bedoelde u 'licht.1'?",
    ),
    "jaar vergeten": (RASTER + 'licht = "1.00"', f"waarden.1.licht: {ONBEKEND}; bedoelde u 'licht."),
    "jaar te veel": (RASTER + 'licht = { 7 = "1.00" }', "waarden.1.licht.7: " + ONBEKEND + "; bedoelde u 'licht."),
    "onbekend regime": (REGIMES + 'extra = "1.00"', f"waarden.1.extra: {ONBEKEND}; kies uit licht, midden"),
    "leeg regime": (REGIMES + "extra = {}", f"waarden.1.extra: {ONBEKEND}; kies uit licht, midden"),
    "waarde bij regimes": (REGIMES + 'waarde = "1.00"', f"waarden.1.waarde: {ONBEKEND}; kies uit licht, midden"),
    "tikfout in waarde": (
        GOED + "\n" + RIJ.replace("2022", "2023") + 'waardes = "1.00"',
        f"parameters.p.waarden.2.waardes: {ONBEKEND}; bedoelde u 'waarde'?",
    ),
    "tikfout in vindplaats": (GOED.replace("vindp", "vinp"), f"1.vinplaats: {ONBEKEND}; bedoelde u 'vindplaats'?"),
    "regime zonder sleutels": (
        _toml('licht = "1.00"'),
        f'parameters.p.waarden.1.licht: {ONBEKEND}; schrijf waarde = "95.45"; een regelset noemt haar sleutels zelf',
    ),
    "rij zonder waarde": (REGIMES, "parameters.p.waarden.1: hier staat geen waarde; schrijf bijvoorbeeld licht = "),
    "lege sleutel": (_met_sleutels('["licht."]'), "parameters.p.sleutels: 'licht.' is geen sleutel; schrijf"),
    "sleutel die waar is": (_met_sleutels('[["licht"], [true]]'), "parameters.p.sleutels: 'true' is geen sleutel"),
    "lege lijst sleutels": (_met_sleutels('[["licht"], []]'), "parameters.p.sleutels: een lijst is geen sleutel"),
    "soort": (KOP.format(soort="geld"), "parameters.p.soort: kies uit bedrag, percentage, uren, aantal, keuze"),
    "sleutel": (KOP.format(soort="bedrag") + "eenhied = 1", "parameters.p.eenhied: deze sleutel bestaat niet"),
    "gemis": (GOED.replace('"regels"', '"weg"'), "parameters.p.gemis: bron 'weg' bestaat niet; voeg [bronnen.weg] toe"),
    "bron": (
        GOED.replace('"besluit"', '"beslut"'),
        "waarden.1.bron: bron 'beslut' bestaat niet; voeg [bronnen.beslut] toe, of bedoelde u 'besluit'?",
    ),
    "geen bron": (GOED.replace('bron = "besluit"\n', ""), "parameters.p.waarden.1.bron: deze sleutel is verplicht"),
    "geen datum": (GOED.replace("vanaf = 2022-01-01\n", ""), "parameters.p.waarden.1.vanaf: deze sleutel is verplicht"),
    "datum als tekst": (GOED.replace("2022-01-01", '"2022-01-01"'), "hier hoort een datum zonder aanhalingstekens"),
    "datum met tijd": (GOED.replace("2022-01-01", "2022-01-01T00:00:00"), "waarden.1.vanaf: '2022-01-01 00:00:00' kan"),
    "zekerheid": (GOED.replace('"tekst"', '"zeker"'), "parameters.p.waarden.1.zekerheid: kies uit tekst, afgeleid"),
    "ontbreekt": (GOED.replace('"tekst"', '"ontbreekt"'), "zekerheid: een waarde die ontbreekt laat u weg"),
    "einde": (GOED + "\ntot_en_met = 2021-12-31", "waarden.1.tot_en_met: 2021-12-31 ligt voor 2022-01-01; draai"),
    "dubbel": (
        GOED + "\n" + RIJ + 'waarde = "2.00"',
        "proef.toml: parameters.p.waarden.waarde: er staan twee waarden vanaf 2022-01-01; houd er één",
    ),
    "indexdag": (KOP.format(soort="bedrag") + 'indexdata = ["1 jan"]', "parameters.p.indexdata: '1 jan' is geen maand"),
    "waarden": (KOP.format(soort="bedrag") + "waarden = 3", "parameters.p.waarden: hier hoort een lijst"),
    "een haak te weinig": (
        GOED.replace("[[parameters.p.waarden]]", "[parameters.p.waarden]"),
        "parameters.p.waarden: hier hoort een lijst: schrijf [[parameters.p.waarden]] met dubbele haken",
    ),
    "een haak te veel": (
        GOED.replace("[parameters.p]", "[[parameters.p]]"),
        "parameters.p: hier hoort één tabel; schrijf [parameters.p] met enkele haken",
    ),
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
    "syntaxis": ("[parameters\n", "bestand: regel 8, teken 12: dit is geen geldige TOML; kijk of de haken"),
    "nederlandse datum": (
        GOED.replace("2022-01-01", "01-01-2022"),
        "regel 14, teken 10: dit is geen geldige TOML; schrijf een datum die bestaat als 2025-01-31, zonder aanhaling",
    ),
    "nederlandse datum in Windows": (GOED.replace("2022-01-01", "1-1-2022").replace("\n", "\r\n"), "schrijf een datum"),
    "datum die niet bestaat": (GOED.replace("2022-01-01", "2022-02-30"), "schrijf een datum die bestaat"),
    "sleutel twee keer": (GOED + '\nwaarde = "2.00"', "deze sleutel of kop staat er al; houd er één"),
    "kop twee keer": (KOP.format(soort="bedrag") * 2, "deze sleutel of kop staat er al; houd er één"),
    "niet afgesloten": ("[parameters]\np = [1,", "bestand: aan het eind: dit is geen geldige TOML; kijk of de haken"),
}


@pytest.mark.parametrize("geval", FOUT)
def test_elke_fout_noemt_bestand_sleutel_en_remedie(parameters_uit: Lezer, geval: str) -> None:
    tekst, melding = FOUT[geval]
    with pytest.raises(OngeldigBestand) as fout:
        parameters_uit(tekst)
    assert str(fout.value).startswith("proef.toml: ")
    assert melding in str(fout.value)
