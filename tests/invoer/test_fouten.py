"""Alle fouten bij elkaar, elk één keer."""

import pytest

from dakpan.invoer.fouten import InvoerFout, Veldfout, Verzamelaar, fout_bij


def test_zonder_fouten_gaat_het_door() -> None:
    fouten, gelezen = Verzamelaar(), []
    with fouten.luister():
        gelezen.append("dossier")
    fouten.stop_bij_fouten()
    assert gelezen == ["dossier"]


def test_elk_onderdeel_meldt_zijn_fouten_en_alles_stopt_tegelijk() -> None:
    fouten = Verzamelaar()
    for veld in ("tenant", "--peildatum", "tenant"):
        with fouten.luister():
            raise fout_bij(veld, "klopt niet")
    with pytest.raises(InvoerFout) as fout:
        fouten.stop_bij_fouten()
    assert fout.value.fouten == (Veldfout("tenant", "klopt niet"), Veldfout("--peildatum", "klopt niet"))


def test_een_andere_fout_gaat_niet_verloren() -> None:
    fouten = Verzamelaar()
    with pytest.raises(ZeroDivisionError), fouten.luister():
        _ = 1 // 0


def test_de_tekst_noemt_elk_veld() -> None:
    assert str(InvoerFout(Veldfout("a", "x"), Veldfout("b.0", "y"))) == "a: x; b.0: y"
