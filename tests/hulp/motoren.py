"""Motoren die een proces na elke test opnieuw gebruikt: elke vraag wordt dan maar één keer in SQL vertaald.

Een motor onthoudt die vertalingen, en een nieuwe motor per test begint steeds leeg. Deze volgen hun ``url``: de
volgende test zet er het adres van zijn eigen database in.
"""

from typing import Any

from sqlalchemy import URL, Dialect, Engine, event, make_url

from dakpan.opslag.motor import maak_motor

_vrij: dict[URL, list[Engine]] = {}
_uit: dict[str, Engine] = {}


def soort_van(url: str) -> URL:
    """Alles van een adres behalve welke database: wie daarin gelijk is kan van motor wisselen."""
    return make_url(url).set(database="")


def motor_van(url: str) -> Engine:
    """De motor op deze database, tot ``laat_motor_los``."""
    if url not in _uit:
        vrij = _vrij.get(soort_van(url))
        motor = _uit[url] = vrij.pop() if vrij else volg_adres(maak_motor(url))
        motor.url = make_url(url)
    return _uit[url]


def laat_motor_los(url: str) -> None:
    """De test is voorbij: de verbindingen dicht, en een volgende database mag deze motor hebben."""
    motor = _uit.pop(url, None)
    if motor is not None:
        motor.dispose()
        _vrij.setdefault(soort_van(url), []).append(motor)


def volg_adres(motor: Engine) -> Engine:
    """Elke nieuwe verbinding gaat naar wat er dan in ``url`` staat."""

    @event.listens_for(motor, "do_connect")
    def _bij_verbinden(dialect: Dialect, _rij: object, plekken: list[Any], namen: dict[str, Any]) -> None:
        plekken[:], gelezen = dialect.create_connect_args(motor.url)
        namen.update(gelezen)

    return motor
