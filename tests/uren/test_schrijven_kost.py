"""Wat een activiteit opslaan aan opdrachten kost: een vast aantal, alleen of met een groep, met alles erop en eraan."""

from pathlib import Path

from tests.uren.pagina import antwoorden, bezoek, opdrachten, open_straat
from tests.uren.straat import Straat

# Wie er is, en voor welke rijen: dat kost elk verzoek, ook een leeg. Op SQLite begint de transactie er ook mee.
VAN_ELK_VERZOEK = ("BEGIN", "SELECT account.", "SELECT set_config(")


def test_een_activiteit_opslaan_kost_een_vast_aantal_opdrachten(straat: Straat, tmp_path: Path) -> None:
    """Lezen wie het is, wat er staat, en schrijven met geschiedenis; op PostgreSQL met een slot op de coach erbij."""
    sloten = straat.wereld.motor.dialect.name == "postgresql"
    coach = bezoek(open_straat(straat, tmp_path), straat.coach)
    per_groep = []
    for uur, groep in ((9, (0,)), (13, (0, 1, 2))):
        coach.get("/uren/nieuw?dag=2022-03-22")
        with opdrachten() as gezien:
            antwoord = coach.post("/uren/nieuw", antwoorden(straat, *groep, begin=f"{uur:02}:00"))
        assert antwoord.status_code == 303
        per_groep.append((len(gezien), sum(not een.startswith(VAN_ELK_VERZOEK) for een in gezien)))
    assert per_groep == [(5 + sloten, 3 + sloten)] * 2
