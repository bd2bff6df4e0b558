"""``dakpan toets --database``: rekent alleen met de waarden van een loket als dat is gevraagd."""

import json
from collections.abc import Callable
from pathlib import Path

from tests.hulp.motoren import motor_van
from tests.partijen.waarden.test_waarden_dienst import keur_goed, stel_voor
from tests.partijen.waarden.wereldje import BEGIN, CONTRACT_TOT, EIND, HIER, Kantoor
from tests.plugins.hulp import maak_json

Voer = Callable[..., tuple[int, str, str]]


def uren(voer: Voer, pad: Path, *opties: str) -> str | None:
    code, uit, fout = voer("toets", str(pad), *opties)
    assert code == 0, fout
    omvang = json.loads(uit)["omvang"]
    gegeven: str | None = omvang["uren"] if omvang else None
    return gegeven


def test_alleen_met_database_telt_wat_in_het_loket_staat(voer: Voer, sqlite_gemigreerd: str, tmp_path: Path) -> None:
    """8% x 36 uur x 24 weken x 182/182 dagen = 69,12 uur."""
    kantoor = Kantoor.open(motor_van(sqlite_gemigreerd))
    keur_goed(kantoor, stel_voor(kantoor))
    begin, eind = BEGIN.isoformat(), EIND.isoformat()
    dossier = maak_json(
        aanvraag={"begin": begin, "eind": eind, "ontvangen_op": begin, "regime": "midden"},
        dienstverband={"begin": begin, "eind": CONTRACT_TOT.isoformat(), "uren_per_week": "36.00"},
    )
    pad = tmp_path / "dossier.json"
    pad.write_text(json.dumps({"tenant": HIER, **dossier}), encoding="utf-8")
    assert uren(voer, pad) is None
    assert uren(voer, pad, "--database", sqlite_gemigreerd) == "69.12"


def test_een_database_die_er_niet_is_zegt_wat_te_doen(fouten: Callable[..., dict[str, str]], tmp_path: Path) -> None:
    pad = tmp_path / "dossier.json"
    pad.write_text(json.dumps({"tenant": HIER, **maak_json()}), encoding="utf-8")
    gevonden = fouten("toets", str(pad), "--database", f"sqlite:///{tmp_path}/leeg.sqlite3")
    assert "dakpan migreer" in gevonden["--database"]
