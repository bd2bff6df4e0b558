"""De code kent geen machine, geen pakketadres en geen geheim; wat erbij hoort ligt vast met een hash."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

HUIS = Path(__file__).parents[2]
SLOTEN = sorted((HUIS / "requirements").glob("*.txt"))
NIET_VAN_ONS = {
    ".git",
    ".venv",
    ".hypothesis",
    ".mypy_cache",
    ".ruff_cache",
    ".pytest_cache",
    "__pycache__",
    "dist",
    "build",
    "node_modules",
    "statisch_gebouwd",
    "var",
}

# Geschreven zodat de patronen zichzelf niet vinden.
VERBODEN = {
    "een persoonlijke map": r"(?<![\w.])/(?:home|Users|root)/[\w.-]+",
    "een schijf": r"\b[A-Z]:\\[A-Za-z]",
    "een pakketadres": r"\b(?:pypi|pythonhosted|npmjs|yarnpkg|rubygems|jfrog|anaconda)\.(?:org|com|io)\b",
    "een keuze van pakketadres": r"(?i)\b(?:extra[-_])?index[-_]url\b|\b(?:uv|pip)_(?:default_)?index\b|\bgo[p]roxy\b",
    "een sleutel": r"-{5}BEGIN [A-Z ]*PRIVATE KEY",
    "een toegangscode": r"\b(?:ghp_|glpat-|xox[bp]-|AKIA)[A-Za-z0-9_-]{12,}",
    "een wachtwoord in een adres": r"\w+://[^\s/:@{}]+:[^\s/@{}]+@",
}
PAKKET = re.compile(r"^(?P<naam>[a-z0-9._-]+)==[^\s;\\]+", re.MULTILINE)
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}\b")


def _bestanden() -> list[Path]:
    """Alles wat in de bewaarplaats staat of erin gaat; zonder git alles wat er ligt."""
    git = shutil.which("git")
    if git is None or not (HUIS / ".git").exists():
        alles = (pad for pad in HUIS.rglob("*") if not NIET_VAN_ONS & set(pad.relative_to(HUIS).parts))
        return sorted(pad for pad in alles if pad.is_file())
    vraag = [git, "-C", str(HUIS), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    namen = subprocess.run(vraag, check=True, capture_output=True, text=True).stdout.split("\0")
    return sorted(HUIS / naam for naam in set(namen) if naam and (HUIS / naam).is_file())


def _tekst(pad: Path) -> str:
    """Wat erin te lezen staat; in een plaatje staan bytes, en die lijken wel eens toevallig op iets."""
    inhoud = pad.read_bytes()
    return "" if b"\0" in inhoud else inhoud.decode("utf-8", "replace")


def test_er_is_iets_om_na_te_kijken() -> None:
    assert {HUIS / "pyproject.toml", HUIS / "core" / "dakpan" / "__init__.py"} <= set(_bestanden())


@pytest.mark.parametrize("soort", VERBODEN)
def test_nergens_staat(soort: str) -> None:
    gevonden = {
        f"{pad.relative_to(HUIS)}: {vondst[0]}"
        for pad in _bestanden()
        for vondst in re.finditer(VERBODEN[soort], _tekst(pad))
    }
    assert gevonden == set()


def test_nergens_staat_waar_deze_map_staat() -> None:
    """Een pad van deze machine werkt nergens anders; ook niet de map waarin deze map staat."""
    boven = HUIS.parent if len(HUIS.parts) > 2 else HUIS
    plekken = re.compile(rf"(?<![\w.]){re.escape(str(boven))}/")
    assert [pad for pad in _bestanden() if plekken.search(_tekst(pad))] == []


@pytest.mark.parametrize("slot", SLOTEN, ids=lambda slot: slot.name)
def test_elk_pakket_heeft_een_hash(slot: Path) -> None:
    tekst = _tekst(slot)
    pakketten = list(PAKKET.finditer(tekst))
    grenzen = [pakket.start() for pakket in pakketten] + [len(tekst)]
    zonder = [
        p["naam"] for p, eind in zip(pakketten, grenzen[1:], strict=True) if not HASH.search(tekst, p.end(), eind)
    ]
    assert pakketten
    assert zonder == []


@pytest.mark.parametrize("slot", SLOTEN, ids=lambda slot: slot.name)
def test_een_slot_bevat_alleen_pakketten_hashes_en_herkomst(slot: Path) -> None:
    vreemd = [
        regel
        for regel in _tekst(slot).splitlines()
        if regel.strip()
        and not re.fullmatch(r"[a-z0-9._-]+==\S+( ;.*)? \\|\s+--hash=sha256:[0-9a-f]{64}( \\)?|\s*# .*", regel)
    ]
    assert vreemd == []
    assert "://" not in _tekst(slot)


@pytest.mark.parametrize("naam", ["kern", "node", "ontwikkel", "schematron"])
def test_elk_slot_bestaat(naam: str) -> None:
    assert HUIS / "requirements" / f"{naam}.txt" in SLOTEN


@pytest.mark.parametrize(
    ("soort", "delen"),
    [
        ("een persoonlijke map", ("pad = '/ho", "me/jan/dakpan'")),
        ("een persoonlijke map", ("/Us", "ers/jan")),
        ("een schijf", ("C:", "\\Users")),
        ("een pakketadres", ("https://py", "pi.org/simple")),
        ("een pakketadres", ("files.python", "hosted.org")),
        ("een keuze van pakketadres", ("--extra-ind", "ex-url")),
        ("een keuze van pakketadres", ("UV_DEFAULT_IN", "DEX=x")),
        ("een sleutel", ("-----BEG", "IN RSA PRIVATE KEY-----")),
        ("een toegangscode", ("gh", "p_" + "a1" * 18)),
        ("een wachtwoord in een adres", ("https://jan:", "geheim@voorbeeld.invalid")),
    ],
)
def test_de_wachter_ziet_het(soort: str, delen: tuple[str, str]) -> None:
    assert re.search(VERBODEN[soort], "".join(delen))
