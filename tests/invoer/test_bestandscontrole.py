"""Wat mag erbij? De inhoud beslist: precies één heel bestand van een soort die kan, met een gewone naam."""

import zipfile
from io import BytesIO
from zlib import crc32

import pytest
from tests.hulp.bestanden import JPEG, PDF, PNG, plaatje

from dakpan.invoer.bestandscontrole import GROOTSTE, Afgekeurd, keur_bestand


def _zip() -> bytes:
    bus = BytesIO()
    with zipfile.ZipFile(bus, "w") as archief:
        archief.writestr("programma.class", "x")
    return bus.getvalue()


def _png_van(grootte: int) -> bytes:
    """Een hele png van precies zoveel bytes: een tekstblok vult hem op (lengte, naam, inhoud, controlegetal)."""
    vulling = b"tEXtx\0" + b"a" * (grootte - len(PNG) - 12 - 2)
    blok = (len(vulling) - 4).to_bytes(4, "big") + vulling + crc32(vulling).to_bytes(4, "big")
    return PNG[:-12] + blok + PNG[-12:]


@pytest.mark.parametrize(
    ("naam", "inhoud", "mediatype"),
    [
        ("contract.pdf", PDF, "application/pdf"),
        ("Contract van Jo (2).PDF", PDF + b"\r\n", "application/pdf"),
        ("paspoort.png", PNG, "image/png"),
        ("foto.jpg", JPEG, "image/jpeg"),
        ("foto.jpeg", JPEG + b"\0\0", "image/jpeg"),
    ],
)
def test_wat_heel_is_mag_erbij(naam: str, inhoud: bytes, mediatype: str) -> None:
    assert keur_bestand(naam, inhoud).mediatype == mediatype


@pytest.mark.parametrize("naam", ["../contract.pdf", "C:\\scans\\contract.pdf", "a/b.pdf", "x\0.pdf", ".pdf", "a..pdf"])
def test_een_naam_met_een_map_of_stuurteken_niet(naam: str) -> None:
    with pytest.raises(Afgekeurd, match="gewone naam"):
        keur_bestand(naam, PDF)


@pytest.mark.parametrize(
    ("naam", "inhoud", "waarom"),
    [
        ("", b"", "kies een bestand"),
        ("leeg.pdf", b"", "leeg"),
        (f"{'a' * 150}.pdf", PDF, "te lang"),
        ("brief.docx", _zip(), "geen PDF, PNG of JPEG"),
        ("plaatje.gif", plaatje("GIF"), "geen PDF, PNG of JPEG"),
        ("pagina.pdf", b"<html>%PDF-1.4", "geen PDF, PNG of JPEG"),
        ("foto.png", JPEG, "de naam past niet bij de inhoud"),
        ("contract.exe", PDF, "de naam past niet bij de inhoud"),
        ("contract", PDF, "de naam past niet bij de inhoud"),
    ],
)
def test_wat_niet_is_wat_het_zegt_niet(naam: str, inhoud: bytes, waarom: str) -> None:
    with pytest.raises(Afgekeurd, match=waarom):
        keur_bestand(naam, inhoud)


@pytest.mark.parametrize(
    ("naam", "inhoud"),
    [
        ("half.pdf", PDF[:-30]),
        ("half.pdf", b"%PDF-1.4\nverder niets"),
        ("verkeerd.pdf", PDF.replace(b"startxref\n", b"startxref\n9")),
        ("half.png", PNG[:-20]),
        ("stuk.png", PNG[:60] + b"xx" + PNG[62:]),
        ("half.jpg", JPEG[:200]),
        ("stuk.jpg", b"\xff\xd8\xff\xd9"),
    ],
)
def test_wat_niet_heel_is_niet(naam: str, inhoud: bytes) -> None:
    with pytest.raises(Afgekeurd):
        keur_bestand(naam, inhoud)


@pytest.mark.parametrize(
    ("naam", "inhoud"),
    [
        ("foto.png", PNG + _zip()),
        ("foto.jpg", JPEG + _zip()),
        ("foto.jpg", JPEG + _zip() + b"\xff\xd9"),
        ("foto.jpg", JPEG + b"<script>alert(1)</script>"),
        ("contract.pdf", b"%PDF-1.4\n<script>alert(1)</script>\n" + PDF[9:]),
        ("contract.pdf", _zip() + PDF),
        ("contract.pdf", PDF[:-6] + _zip() + b"startxref\n9\n%%EOF\n"),
    ],
)
def test_twee_bestanden_in_een_niet(naam: str, inhoud: bytes) -> None:
    with pytest.raises(Afgekeurd):
        keur_bestand(naam, inhoud)


def test_precies_drie_miljoen_bytes_past_en_een_meer_niet() -> None:
    assert GROOTSTE == 3_000_000  # 3,0 MB, handleiding par. 4.1
    assert keur_bestand("groot.png", _png_van(GROOTSTE)).naam == "png"
    with pytest.raises(Afgekeurd, match=r"3\.000\.000 bytes"):
        keur_bestand("groot.png", _png_van(GROOTSTE + 1))


def test_een_klein_bestand_is_geen_reusachtig_plaatje() -> None:
    with pytest.raises(Afgekeurd, match="te veel beeldpunten"):
        keur_bestand("bom.png", plaatje("PNG", maat=(8_000, 6_000)))
