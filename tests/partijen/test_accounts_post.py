"""De post gaat één keer de deur uit, ook als twee tegelijk bezorgen of de server er even niet is."""

import smtplib
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from tests.hulp.bezoeker import BEGIN, GEHEIM
from tests.hulp.motoren import motor_van

from dakpan.instellingen import Instellingen
from dakpan.partijen import post
from dakpan.partijen.post import bezorg, schrijf_brief
from dakpan.partijen.tables import Brief

TEKST = "Dag,\n\nhttps://dakpan.example/aanmelden/link/abcdefghijklmnopqrstuvwxyz0123\n"


@dataclass
class Brievenbus:
    """Een mailserver die net genoeg zegt om post aan te nemen."""

    ontvangen: list[bytes] = field(default_factory=list)
    weiger: bool = False
    adres: str = ""

    @contextmanager
    def open(self) -> Iterator["Brievenbus"]:
        bus = self

        class Gesprek(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                self._zeg("220 klaar")
                while regel := self.rfile.readline().decode().strip().upper():
                    if regel.startswith("RCPT") and bus.weiger:
                        self._zeg("550 vol")
                    elif regel == "DATA":
                        self._zeg("354 ga uw gang")
                        bus.ontvangen.append(self._lees())
                        self._zeg("250 ontvangen")
                    elif regel == "QUIT":
                        return self._zeg("221 dag")
                    else:
                        self._zeg("250 goed")
                return None

            def _zeg(self, tekst: str) -> None:
                self.wfile.write(f"{tekst}\r\n".encode())

            def _lees(self) -> bytes:
                regels = iter(self.rfile.readline, b".\r\n")
                return b"".join(regels)

        with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Gesprek) as server:
            self.adres = f"smtp://127.0.0.1:{server.server_address[1]}"
            draad = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
            draad.start()
            try:
                yield self
            finally:
                server.shutdown()
                draad.join()


@pytest.fixture
def sessie(database_url: str) -> Iterator[Session]:
    motor = motor_van(database_url)
    with Session(motor, expire_on_commit=False) as sessie:
        yield sessie
    motor.dispose()


def _inrichting(**anders: object) -> Instellingen:
    return Instellingen("sqlite://", GEHEIM, (GEHEIM,), GEHEIM, adres="https://dakpan.example", **anders)  # type: ignore[arg-type]


def _schrijf(sessie: Session, aan: str = "anna@voorbeeld.example") -> Brief:
    brief = schrijf_brief(sessie, aan, "Kies uw\nwachtwoord", TEKST, BEGIN)
    sessie.commit()
    return brief


def test_naar_een_mailserver_en_de_link_blijft_daarna_nergens_staan(sessie: Session) -> None:
    brief = _schrijf(sessie)
    with Brievenbus().open() as bus:
        assert bezorg(sessie, _inrichting(smtp=bus.adres), BEGIN) == 1
        assert bezorg(sessie, _inrichting(smtp=bus.adres), BEGIN) == 0
    bericht = message_from_bytes(bus.ontvangen[0], policy=default)
    assert len(bus.ontvangen) == 1
    assert (bericht["To"], bericht["Subject"]) == ("anna@voorbeeld.example", "Kies uw wachtwoord")
    assert bericht["Message-ID"] == f"<{brief.id}@dakpan.example>"
    assert "link/abcdefghijklmnopqrstuvwxyz0123" in bericht.get_content()
    sessie.refresh(brief)
    assert brief.verzonden_op == BEGIN
    assert "abcdefghij" not in brief.tekst


def test_wat_mislukt_blijft_liggen_en_gaat_de_volgende_keer(sessie: Session) -> None:
    brief = _schrijf(sessie)
    with Brievenbus(weiger=True).open() as bus:
        assert bezorg(sessie, _inrichting(smtp=bus.adres), BEGIN) == 0
        sessie.refresh(brief)
        assert (brief.verzonden_op is None, brief.pogingen) == (True, 1)
        assert (brief.mislukt or "").startswith("SMTPRecipientsRefused")
        bus.weiger = False
        eerder = BEGIN + post.pauze_na(1) - timedelta(seconds=1)
        assert bezorg(sessie, _inrichting(smtp=bus.adres), eerder) == 0
        assert bezorg(sessie, _inrichting(smtp=bus.adres), BEGIN + post.pauze_na(1)) == 1
    sessie.refresh(brief)
    assert (brief.mislukt, len(bus.ontvangen)) == (None, 1)


def test_na_elke_mislukte_poging_wordt_de_pauze_langer() -> None:
    minuten = [post.pauze_na(aantal) // timedelta(minutes=1) for aantal in range(1, 13)]
    assert minuten == [2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 1440, 1440]


def test_zonder_mailserver_blijft_de_post_liggen(sessie: Session) -> None:
    brief = _schrijf(sessie)
    assert bezorg(sessie, _inrichting(), BEGIN) == 0
    assert bezorg(sessie, _inrichting(smtp="smtp://127.0.0.1:1"), BEGIN) == 0
    sessie.refresh(brief)
    assert brief.verzonden_op is None


def test_niet_eindeloos(sessie: Session) -> None:
    brief = _schrijf(sessie)
    for dag in range(post.MEESTE_POGINGEN + 3):
        bezorg(sessie, _inrichting(smtp="smtp://127.0.0.1:1"), BEGIN + timedelta(days=dag))
    sessie.refresh(brief)
    assert brief.pogingen == post.MEESTE_POGINGEN


def test_in_een_map_met_leesbare_links(sessie: Session, tmp_path: Path) -> None:
    brief = _schrijf(sessie)
    assert bezorg(sessie, _inrichting(post_map=tmp_path / "post", demo=True), BEGIN) == 1
    bericht = message_from_bytes((tmp_path / "post" / f"{brief.id}.eml").read_bytes(), policy=default)
    assert "abcdefghij" in bericht.get_content()
    sessie.refresh(brief)
    assert "abcdefghij" in brief.tekst


def test_twee_bezorgers_versturen_samen_elke_brief_een_keer(database_url: str) -> None:
    motor = motor_van(database_url)
    with Session(motor) as sessie:
        for nummer in range(8):
            _schrijf(sessie, f"nummer{nummer}@voorbeeld.example")
    with Brievenbus().open() as bus:
        start, aantallen = threading.Barrier(3), list[int]()

        def werk() -> None:
            with Session(motor) as eigen:
                start.wait()
                aantallen.append(bezorg(eigen, _inrichting(smtp=bus.adres), BEGIN))

        draden = [threading.Thread(target=werk) for _ in range(3)]
        for draad in draden:
            draad.start()
        for draad in draden:
            draad.join()
    motor.dispose()
    assert sum(aantallen) == 8
    assert len({message_from_bytes(een)["To"] for een in bus.ontvangen}) == len(bus.ontvangen) == 8


def test_wat_iemand_halverwege_liet_liggen_pakt_een_ander_later_op(sessie: Session) -> None:
    brief = _schrijf(sessie)
    brief.opgepakt_op = BEGIN
    sessie.commit()
    with Brievenbus().open() as bus:
        assert bezorg(sessie, _inrichting(smtp=bus.adres), BEGIN + timedelta(minutes=14)) == 0
        assert bezorg(sessie, _inrichting(smtp=bus.adres), BEGIN + timedelta(minutes=16)) == 1


def test_een_handeling_die_niet_doorgaat_laat_geen_post_achter(sessie: Session) -> None:
    schrijf_brief(sessie, "anna@voorbeeld.example", "Nooit", TEKST, BEGIN)
    sessie.rollback()
    assert sessie.scalars(select(Brief)).all() == []


def test_inloggen_gaat_nooit_onversleuteld(sessie: Session) -> None:
    brief = _schrijf(sessie)
    with Brievenbus().open() as bus:
        assert bezorg(sessie, _inrichting(smtp=bus.adres.replace("//", "//naam:woord@")), BEGIN) == 0
    sessie.refresh(brief)
    assert brief.mislukt is not None
    assert brief.mislukt.startswith(smtplib.SMTPNotSupportedError.__name__)
    assert bus.ontvangen == []
