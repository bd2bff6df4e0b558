"""Een lijst als CSV, Excel of OpenDocument: wat erin ging komt er weer uit, en niets is ooit een formule."""

import csv
from datetime import date, datetime
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.uren import Uren
from dakpan.web.uitvoer import Blad, Vorm, Waarde
from dakpan.web.uitvoer.vormen import SCHRIJVERS
from dakpan.web.vertaling import InHetNederlands

OP = datetime(2022, 3, 24, 12, 0)  # noqa: DTZ001 - de klok op de muur
KOPPEN = ("Naam", "Bedrag", "Uren", "Dag", "Minuten", "Leeg")
REGEL: tuple[Waarde, ...] = ("Zoë", Bedrag(142_030), Uren(14_88), date(2022, 2, 17), 893, None)


def schrijf(vorm: Vorm, *regels: tuple[Waarde, ...], koppen: tuple[str, ...] = KOPPEN) -> bytes:
    naar = BytesIO()
    SCHRIJVERS[vorm]([Blad("Proef", koppen, iter(regels))], naar, OP)
    return naar.getvalue()


def lees_csv(inhoud: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(inhoud.decode("utf-8-sig"), newline=""), delimiter=";"))


def cellen_ods(inhoud: bytes) -> list[list[tuple[str | None, str]]]:
    """Per regel het soort en de waarde van elke cel."""
    with ZipFile(BytesIO(inhoud)) as zip_:
        boom = etree.fromstring(zip_.read("content.xml"))
    naam = {
        "t": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "o": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    }
    soort, waarde, dag = (f"{{{naam['o']}}}{een}" for een in ("value-type", "value", "date-value"))
    return [
        [
            (een.get(soort), een.get(waarde) or een.get(dag) or "".join(een.itertext()))
            for een in rij.iterfind("t:table-cell", naam)
        ]
        for rij in boom.iterfind(".//t:table-row", naam)
    ]


def cellen_xlsx(inhoud: bytes) -> list[dict[str, tuple[str | None, str]]]:
    """Per regel bij elke gevulde kolom het soort cel en wat erin staat."""
    x = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
    with ZipFile(BytesIO(inhoud)) as zip_:
        boom = etree.fromstring(zip_.read("xl/worksheets/sheet1.xml"))
    assert boom.find(".//x:f", x) is None
    return [
        {een.attrib["r"][0]: (een.get("t"), "".join(een.itertext())) for een in rij.iterfind("x:c", x)}
        for rij in boom.iterfind(".//x:row", x)
    ]


def test_csv_zoals_een_nederlands_rekenblad_haar_leest() -> None:
    assert lees_csv(schrijf(Vorm.CSV, REGEL)) == [list(KOPPEN), ["Zoë", "1420,30", "14,88", "17-02-2022", "893", ""]]


def test_ods_houdt_geld_en_uren_als_getal() -> None:
    kop, regel = cellen_ods(schrijf(Vorm.ODS, REGEL))
    assert [tekst for _soort, tekst in kop] == list(KOPPEN)
    assert regel == [
        ("string", "Zoë"),
        ("float", "1420.30"),
        ("float", "14.88"),
        ("date", "2022-02-17"),
        ("float", "893"),
        (None, ""),
    ]


def test_xlsx_houdt_geld_en_uren_als_getal() -> None:
    """17-02-2022 is dag 44.609 van Excel: 44.562 is 1 januari 2022, en 17 februari is 47 dagen later."""
    _kop, regel = cellen_xlsx(schrijf(Vorm.XLSX, REGEL))
    assert regel["A"][1] == "Zoë"
    assert [regel[kolom] for kolom in "BCDE"] == [(None, "1420.30"), (None, "14.88"), (None, "44609"), (None, "893")]
    assert "F" not in regel


@pytest.mark.parametrize("tekst", ["=1+1", "+31612345678", "-2", "@SOM(A1)", "\t=1"])
def test_geen_tekst_wordt_ooit_een_formule(tekst: str) -> None:
    assert lees_csv(schrijf(Vorm.CSV, (tekst,), koppen=("a",)))[1] == [f"'{tekst}"]
    assert cellen_ods(schrijf(Vorm.ODS, (tekst,), koppen=("a",)))[1][0][0] == "string"
    assert cellen_xlsx(schrijf(Vorm.XLSX, (tekst,), koppen=("a",)))[1]["A"][0] in {"s", "inlineStr"}


@pytest.mark.parametrize("tekst", [InHetNederlands("aan zet"), Vorm.CSV])
def test_een_tekst_die_meer_is_dan_tekst_gaat_ook_mee(tekst: str) -> None:
    """Een gemerkte taal of een keuze is in elke vorm gewoon haar tekst."""
    assert lees_csv(schrijf(Vorm.CSV, (tekst,), koppen=("a",)))[1] == [str(tekst)]
    assert cellen_ods(schrijf(Vorm.ODS, (tekst,), koppen=("a",)))[1] == [("string", str(tekst))]
    assert cellen_xlsx(schrijf(Vorm.XLSX, (tekst,), koppen=("a",)))[1]["A"][1] == str(tekst)


def test_een_bedrag_onder_nul_blijft_een_getal() -> None:
    """Een correctie is ook een bedrag, en geen tekst met een streepje."""
    assert lees_csv(schrijf(Vorm.CSV, (Bedrag(-37),), koppen=("a",)))[1] == ["-0,37"]
    assert cellen_ods(schrijf(Vorm.ODS, (Bedrag(-37),), koppen=("a",)))[1] == [("float", "-0.37")]


@given(st.text(max_size=60))
def test_elke_tekst_gaat_heen_en_terug(tekst: str) -> None:
    """Wat geen rekenblad kan dragen valt weg; de rest komt er letterlijk weer uit."""
    (ods,) = cellen_ods(schrijf(Vorm.ODS, (tekst,), koppen=("a",)))[1]
    assert set(tekst) - set(ods[1]) <= {teken for teken in tekst if not teken.isprintable()}
    assert len(lees_csv(schrijf(Vorm.CSV, (tekst, "einde"), koppen=("a", "b")))[1:]) == 1
    cellen_xlsx(schrijf(Vorm.XLSX, (tekst,), koppen=("a",)))


def test_een_lege_lijst_heeft_haar_koppen() -> None:
    assert lees_csv(schrijf(Vorm.CSV)) == [list(KOPPEN)]
    assert len(cellen_ods(schrijf(Vorm.ODS))) == 1
    assert len(cellen_xlsx(schrijf(Vorm.XLSX))) == 1


def test_samen_in_een_zip_heeft_elke_lijst_haar_eigen_bestand() -> None:
    naar = BytesIO()
    bladen = [Blad(naam, ("a",), iter([(naam,)])) for naam in ("Zaken", "Uren")]
    SCHRIJVERS[Vorm.ZIP](bladen, naar, OP)
    with ZipFile(naar) as zip_:
        assert {een: lees_csv(zip_.read(een))[1] for een in zip_.namelist()} == {
            "Zaken.csv": ["Zaken"],
            "Uren.csv": ["Uren"],
        }


@pytest.mark.parametrize("vorm", Vorm)
def test_hetzelfde_moment_geeft_dezelfde_bytes(vorm: Vorm) -> None:
    assert schrijf(vorm, REGEL) == schrijf(vorm, REGEL)
