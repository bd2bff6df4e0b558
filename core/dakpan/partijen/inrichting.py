"""Welke financiers en regelsets heeft deze installatie? De meegeleverde, aangevuld met eigen tenantbestanden."""

from collections.abc import Iterable
from pathlib import Path

from dakpan.partijen.regelboek import Regelboek
from dakpan.partijen.tenantbestanden import lees_tenants, meegeleverde_map
from dakpan.regels.register import Register


def open_regelboek(eigen_mappen: Iterable[Path] = ()) -> Regelboek:
    """De geïnstalleerde regelsets en alle tenants, nagekeken voordat er iets wordt berekend.

    Een eigen bestand gaat voor een meegeleverde tenant met dezelfde naam: zo vult een kantoor aan wat ontbreekt.
    """
    register = Register()
    tenants = lees_tenants([meegeleverde_map()], register.namen)
    tenants |= lees_tenants(dict.fromkeys(eigen_mappen), register.namen)
    regelboek = Regelboek(register, dict(sorted(tenants.items())))
    regelboek.controleer()
    return regelboek
