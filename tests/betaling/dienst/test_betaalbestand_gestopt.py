"""Een betaalbestand dat halverwege wordt gestopt: niemand is betaald, en opnieuw geeft het dezelfde bytes.

Het proces krijgt bij zijn zoveelste opdracht aan de database een SIGKILL; er wordt niets netjes afgesloten.
"""

import os
import re
import signal
from pathlib import Path

import pytest
from sqlalchemy import Engine, event, select
from tests.betaling.dienst.loket import MAART, Loket

from dakpan.begrippen.bedrag import Bedrag
from dakpan.betaling.betalen.betalingen import maak_betaalbestand
from dakpan.betaling.tables import Betaalbestand
from dakpan.betaling.toestanden import Betaalstatus

VOORGOED = 10_000


@pytest.fixture
def dorp(motor: Engine) -> Loket:
    """Drie vrijgegeven betalingen: 1, 2 en 3 uur, elk bij een eigen zaak."""
    loket = Loket.open(motor, "staphorst")
    loket.rekening()
    for uren in (1, 2, 3):
        zaak = loket.zaak(
            minuten=[60 * uren], uren=None, bedrag=Bedrag(3441_90), tarief=Bedrag(95_45), werk_vanaf=MAART
        )
        declaratie = loket.dien_in(zaak, met_bron=False)
        loket.keur(zaak, loket.factureer(zaak, declaratie, f"2022-{uren}"))
    loket.geef_alles_vrij()
    return loket


def _vul(loket: Loket, sterf_bij: int, gezien: Path) -> int:
    """Maakt het bestand in een kind dat zichzelf bij deze opdracht omlegt; het antwoord is hoe het afliep.

    ``gezien``: wat de hash was van elk bestand dat het kind wilde bewaren.
    """
    loket.wereld.motor.dispose()
    kind = os.fork()
    if kind == 0:
        gedaan = 0

        def tel(*wat: object) -> None:
            nonlocal gedaan
            gedaan += 1
            if "INSERT INTO betaalbestand " in str(wat[2:3]):
                with gezien.open("a") as schrift:
                    schrift.write("\n".join(re.findall(r"\b[0-9a-f]{64}\b", str(wat[3]))) + "\n")
            if gedaan == sterf_bij:
                os.kill(os.getpid(), signal.SIGKILL)

        event.listen(loket.wereld.motor, "before_cursor_execute", tel)
        event.listen(loket.wereld.motor, "commit", tel)
        with loket.wereld.als(loket.betaler) as handeling:
            maak_betaalbestand(handeling, loket.wereld.vandaag)
        os._exit(0)
    _, afloop = os.waitpid(kind, 0)
    return os.WTERMSIG(afloop) if os.WIFSIGNALED(afloop) else os.WEXITSTATUS(afloop)


def _bestanden(loket: Loket) -> list[tuple[Betaalbestand, bytes]]:
    with loket.wereld.als(loket.betaler) as handeling:
        return [(een, een.inhoud) for een in handeling.sessie.scalars(select(Betaalbestand))]


def test_gestopt_bij_elke_opdracht_en_dan_opnieuw(dorp: Loket, tmp_path: Path) -> None:
    """1 + 2 + 3 uur is 95,45 + 190,90 + 286,35 = 572,70; met 21 procent per betaling 115,49 + 230,99 + 346,48."""
    gestopt, gezien = 0, tmp_path / "gezien"
    for plek in range(1, VOORGOED):
        afloop = _vul(dorp, plek, gezien)
        if afloop == 0:
            break
        assert afloop == signal.SIGKILL
        gestopt += 1
        assert _bestanden(dorp) == []
        assert {een.status for een in dorp.betalingen()} == {Betaalstatus.VRIJGEGEVEN}
    assert gestopt > 10
    ((bestand, inhoud),) = _bestanden(dorp)
    assert (bestand.aantal, bestand.totaal, bestand.nummer) == (3, Bedrag(692_96), "BB-2022-00001")
    assert inhoud.count(b"<CdtTrfTxInf>") == 3
    assert {een.status for een in dorp.betalingen()} == {Betaalstatus.IN_BESTAND}
    hashes = gezien.read_text().split()
    assert len(hashes) > 1
    assert set(hashes) == {bestand.sha256}
