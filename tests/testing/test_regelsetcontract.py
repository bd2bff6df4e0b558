"""Elke geïnstalleerde regelset houdt zich aan het contract; een nieuwe doet vanzelf mee."""

from dakpan.regels.register import Register
from dakpan.testing import RegelsetContract

REGISTER = Register()


def _contract_voor(naam: str) -> type[RegelsetContract]:
    return type(f"Test{naam.capitalize()}", (RegelsetContract,), {"regelset": REGISTER.klasse(naam)})


globals().update({f"Test{naam.capitalize()}": _contract_voor(naam) for naam in REGISTER.namen})


def test_de_drie_regelsets_van_dakpan_doen_mee() -> None:
    gezien = {klasse.__name__ for klasse in globals().values() if isinstance(klasse, type)}

    assert {"TestG4", "TestStaphorst", "TestUwv"} <= gezien
