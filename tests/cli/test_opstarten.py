"""Wat alleen een los proces laat zien: wat er wordt geladen, tekens, pijpen en aanvullen."""

import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Proces = Callable[..., tuple[int, str, str]]

DOSSIER = "voorbeelden/extern-in-euro.json"
ZWAAR = ("lxml", "flask", "sqlalchemy", "babel")


def _geladen(*argumenten: str) -> set[str]:
    """De pakketten die deze opdracht heeft geladen."""
    programma = (
        "import sys\nfrom dakpan.cli.uitvoeren import voer_uit\n"
        "assert voer_uit(sys.argv[1:]) == 0\nprint(*sys.modules, sep='\\n', file=sys.stderr)"
    )
    klaar = subprocess.run([sys.executable, "-c", programma, *argumenten], capture_output=True, check=True, timeout=60)
    return {naam.partition(".")[0] for naam in klaar.stderr.decode().split()} & set(ZWAAR)


@pytest.mark.parametrize(
    ("argumenten", "nodig"),
    [
        (("toets", DOSSIER), set()),
        (("toets", DOSSIER, "--leesbaar"), {"babel"}),
        (("declaratie", "voorbeelden/declaratie.json"), set()),
        (("factuur", "voorbeelden/factuur.json", "--leesbaar"), {"babel"}),
        (("betaalbestand", "voorbeelden/betaalbestand.json"), {"lxml"}),
        (("tenants",), set()),
    ],
)
def test_een_opdracht_laadt_alleen_wat_zij_nodig_heeft(argumenten: tuple[str, ...], nodig: set[str]) -> None:
    assert _geladen(*argumenten) == nodig


def test_het_commando_antwoordt(proces: Proces) -> None:
    code, uit, fout = proces("toets", DOSSIER)
    assert (code, fout) == (0, "")
    assert json.loads(uit)["omvang"]["plafond"] == "3441.90"


def test_het_commando_leest_de_standaardinvoer(proces: Proces) -> None:
    code, uit, _ = proces("toets", "-", invoer=Path(DOSSIER).read_bytes())
    assert (code, json.loads(uit)["aanspraak"]) == (0, "recht")


def test_het_commando_weigert_verkeerde_invoer(proces: Proces) -> None:
    code, uit, fout = proces("toets", "-", "--peildatum", "morgen", invoer=b"[NaN]")
    assert (code, uit) == (2, "")
    assert {een["veld"] for een in json.loads(fout)["errors"]} == {"bestand", "--peildatum"}


@pytest.mark.parametrize("leesbaar", [(), ("--leesbaar",)])
def test_uitvoer_is_altijd_utf_8(proces: Proces, leesbaar: tuple[str, ...]) -> None:
    gewoon = proces("toets", DOSSIER, *leesbaar)
    assert "€" in gewoon[1]
    assert proces("toets", DOSSIER, *leesbaar, LANG="C", LC_ALL="C", PYTHONIOENCODING="ascii") == gewoon


def test_ook_een_fout_is_altijd_json_in_utf_8(proces: Proces) -> None:
    code, _, fout = proces("toets", DOSSIER, "--tenant", "één", LANG="C", LC_ALL="C", PYTHONIOENCODING="ascii")
    assert code == 2
    assert "'één'" in json.loads(fout)["errors"][0]["melding"]


@pytest.mark.parametrize("argumenten", [("regelsets",), ("regelsets", "--leesbaar"), ("--help",)], ids=" ".join)
def test_een_gesloten_pijp_is_stil(argumenten: tuple[str, ...]) -> None:
    lezen, schrijven = os.pipe()
    os.close(lezen)
    commando = [str(Path(sys.executable).with_name("dakpan")), *argumenten]
    klaar = subprocess.run(commando, stdout=schrijven, stderr=subprocess.PIPE, check=False, timeout=60)
    os.close(schrijven)
    assert (klaar.returncode, klaar.stderr) == (0, b"")


def test_op_een_terminal_wordt_de_breedte_gebruikt() -> None:
    """Ten hoogste 100 tekens: langere regels leest niemand prettig."""
    hoofd, terminal = pty.openpty()
    commando = [str(Path(sys.executable).with_name("dakpan")), "toets", DOSSIER, "--leesbaar"]
    with subprocess.Popen(commando, stdout=terminal, env={**os.environ, "COLUMNS": "160"}) as loopt:
        os.close(terminal)
        uit = _lees_alles(hoofd)
    assert loopt.returncode == 0
    assert 80 < max(map(len, uit.splitlines())) <= 100


def _lees_alles(hoofd: int) -> str:
    delen = []
    try:
        while deel := os.read(hoofd, 65536):
            delen.append(deel)
    except OSError:  # Linux meldt zo dat de andere kant van de terminal dicht is
        pass
    os.close(hoofd)
    return b"".join(delen).decode()


@pytest.mark.parametrize("terminal", ["bash", "zsh", "fish"])
def test_aanvullen_schrijft_een_script(proces: Proces, terminal: str) -> None:
    code, uit, fout = proces("aanvullen", terminal)
    assert (code, fout) == (0, "")
    assert "_DAKPAN_COMPLETE" in uit
    assert proces(_DAKPAN_COMPLETE=f"{terminal}_source")[1].strip() == uit.strip()


@pytest.mark.parametrize(
    ("getypt", "verwacht"),
    [
        ("dakpan to", "toets"),
        ("dakpan toets --pe", "--peildatum"),
        ("dakpan toets --regelset st", "staphorst"),
        ("dakpan toets --tenant uwv-n", "uwv-noord"),
    ],
)
def test_tab_vult_aan(proces: Proces, getypt: str, verwacht: str) -> None:
    plaats = str(len(getypt.split()) - 1)
    code, uit, fout = proces(_DAKPAN_COMPLETE="bash_complete", COMP_WORDS=getypt, COMP_CWORD=plaats)
    assert (code, uit, fout) == (0, f"plain,{verwacht}\n", "")


def _demo(cwd: Path, **omgeving: str) -> subprocess.CompletedProcess[bytes]:
    demo = Path("voorbeelden/demo.py").resolve()
    return subprocess.run(
        [sys.executable, demo], cwd=cwd, capture_output=True, env={**os.environ, **omgeving}, check=False, timeout=60
    )


def test_de_demo_loopt_vanuit_elke_map(tmp_path: Path) -> None:
    klaar = _demo(tmp_path)
    uit = klaar.stdout.decode()
    assert (klaar.returncode, klaar.stderr) == (0, b"")
    for cijfer in ("27,21 uur", "14:53", "€ 1.420,30", "€ 1.290,72", "€ 1.290,71", "Bij g4, staphorst en uwv"):
        assert cijfer in uit
    assert max(map(len, uit.splitlines())) <= 80


def test_de_demo_stopt_als_een_opdracht_mislukt(tmp_path: Path) -> None:
    assert _demo(tmp_path, DAKPAN_TENANTS=str(tmp_path / "nergens")).returncode == 2
