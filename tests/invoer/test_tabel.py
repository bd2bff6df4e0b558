"""Een tabel die iemand zelf maakte: hoe zij ook is opgeslagen, en nooit groter dan mag."""

from datetime import date, time, timedelta
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from xlsxwriter import Workbook

from dakpan.begrippen.duur import Duur
from dakpan.invoer.tabel import Kolom, Onleesbaar, kolommen_in, lees_tabel
from dakpan.invoer.tabel.cellen import lees_dag, lees_duur, lees_klok


def werkmap(*rijen: list[Any]) -> bytes:
    naar = BytesIO()
    with Workbook(naar) as boek:
        blad = boek.add_worksheet()
        vormen = {soort: boek.add_format({"num_format": vorm}) for soort, vorm in _VORMEN.items()}
        for nummer, rij in enumerate(rijen):
            for kolom, cel in enumerate(rij):
                vorm = vormen.get(type(cel))
                blad.write_datetime(nummer, kolom, cel, vorm) if vorm else blad.write(nummer, kolom, cel)
    return naar.getvalue()


_VORMEN: dict[type, str] = {date: "dd-mm-yyyy", time: "h:mm", timedelta: "[h]:mm"}


@pytest.mark.parametrize("hoe", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("scheider", [";", ",", "\t"])
def test_csv_zoals_elk_rekenblad_het_opslaat(hoe: str, scheider: str) -> None:
    tekst = '\r\nCliënt;"Bereikt resultaat";Datum\r\nYara Öztürk;"één; en\ntwee";24-3-2022\r\n;;\r\n'
    regel = lees_tabel(tekst.replace(";", scheider).encode(hoe)).regels
    assert [dict(een.cellen) for een in regel] == [
        {"client": "Yara Öztürk", "bereikt resultaat": f"één{scheider} en\ntwee", "datum": "24-3-2022"}
    ]


@pytest.mark.parametrize("gezegd", ["sep=;\r\n", "SEP=;\n", '"sep=;"\r\n', "sep=;;;\n"])
def test_een_bestand_dat_zegt_wat_er_tussen_de_cellen_staat(gezegd: str) -> None:
    """Excel laat die regel niet zien: de kop is daar regel 1, ook als er in de koppen meer komma's staan."""
    tabel = lees_tabel(f"{gezegd}Zaak;Wat, waar, hoe\r\nA-1;hier\r\n".encode())
    assert [(een.nummer, dict(een.cellen)) for een in tabel.regels] == [(2, {"zaak": "A-1", "wat waar hoe": "hier"})]


def test_excel_bewaart_dagen_tijden_en_de_uitkomst_van_een_formule() -> None:
    """Een lege regel telt mee in de nummers, zodat iemand zijn regel terugvindt."""
    tabel = lees_tabel(
        werkmap(["Datum", "Begin", "Duur", "Zaak"], [], [date(2022, 3, 22), time(9, 5), 90, "A-1"], [None, time(1, 30)])
    )
    assert [(een.nummer, *een.cellen.values()) for een in tabel.regels] == [
        (3, "2022-03-22", "9:05", "90", "A-1"),
        (4, "", "1:30", "", ""),
    ]
    lang = lees_tabel(werkmap(["Duur"], [timedelta(hours=26, minutes=30)]))
    assert lang.regels[0].cellen == {"duur": "26:30"}


def test_wat_geen_tabel_is_zegt_waarom() -> None:
    bom = BytesIO()
    with ZipFile(bom, "w", ZIP_DEFLATED) as zip_:
        zip_.writestr("xl/workbook.xml", b"<a/>")
        zip_.writestr("xl/worksheets/sheet1.xml", b" " * 50_000_000)
    namen = BytesIO()
    with ZipFile(namen, "w") as zip_:
        zip_.writestr("xl/workbook.xml", b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    gevallen = {
        b"": "leeg",
        b"Datum;Begin\r\n": "geen enkele regel",
        b"a;a\r\n1;2": "twee keer",
        b"a;b\r\n1;2;3": "meer cellen dan koppen",
        b"\xd0\xcf\x11\xe0": "oud Excel-bestand",
        b"PK\x03\x04stuk": "niet te lezen",
        b"a\x00b": "geen CSV",
        bom.getvalue(): "uitgepakt te groot",
        namen.getvalue(): "niet te lezen",
        b"a\r\n" + b"1\r\n" * 10_001: "meer dan 10000 regels",
        b"a\r\n" + b"1" * 3_000_000: "te groot",
    }
    for inhoud, reden in gevallen.items():
        with pytest.raises(Onleesbaar, match=reden):
            lees_tabel(inhoud)


def test_een_kolom_mag_anders_heten_en_een_die_ontbreekt_wordt_genoemd() -> None:
    kolommen = (Kolom("datum", "Datum", verplicht=True, ook=("Dag",)), Kolom("begin", "Begin", verplicht=True))
    assert kolommen_in(lees_tabel(b"DAG*;begin\r\n1;2"), kolommen) == {"datum": "dag", "begin": "begin"}
    with pytest.raises(Onleesbaar, match="deze kolommen ontbreken: Datum, Begin"):
        kolommen_in(lees_tabel(b"x\r\n1"), kolommen)


def test_dagen_tijden_en_duren_zoals_iemand_ze_typt() -> None:
    assert {lees_dag(een) for een in ("1-3-2022", "01/03/2022", "1.3.2022", "2022-03-01", "2022-03-01 00:00")} == {
        date(2022, 3, 1)
    }
    assert {lees_klok(een) for een in ("9:05", "09.05", "9u05", "9:05:00")} == {time(9, 5)}
    assert {lees_duur(een) for een in ("90", "1:30", "1u30")} == {Duur(90)}
    for hoe, tekst in ((lees_dag, "31-2-2022"), (lees_dag, "3-22"), (lees_klok, "25:00"), (lees_duur, "1,5")):
        with pytest.raises(ValueError, match=r"'|31-2-2022 bestaat niet"):
            hoe(tekst)
