"""Het BSN op slot: versleuteld bewaard, gevonden met een gesleutelde vingerafdruk, gemaskeerd getoond.

De eerste sleutel versleutelt; elke sleutel ontsleutelt. Een nieuwe sleutel komt vooraan, daarna versleutelt
``vernieuw`` alles opnieuw en kan de oude weg. De vingerafdruk telt de tenant mee: dezelfde persoon bij twee
financiers geeft twee vingerafdrukken die niets met elkaar te maken hebben.
"""

import base64
import hashlib
import hmac
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from dakpan.begrippen.nummers import Bsn
from dakpan.instellingen import Instellingen

if TYPE_CHECKING:
    from cryptography.fernet import MultiFernet


@dataclass(frozen=True, slots=True)
class Sleutelbos:
    """De sleutels van deze installatie."""

    bsn: tuple[str, ...] = field(repr=False)
    zoeken: str = field(repr=False)

    @classmethod
    def uit(cls, instellingen: Instellingen) -> "Sleutelbos":
        return cls(instellingen.bsn_sleutels, instellingen.bsn_zoeksleutel)

    def versleutel(self, bsn: Bsn) -> bytes:
        return self._sloten().encrypt(bsn.nummer.encode())

    def ontsleutel(self, cijfer: bytes) -> Bsn:
        """Het BSN. ``cryptography.fernet.InvalidToken`` als geen van de sleutels past."""
        return Bsn(self._sloten().decrypt(cijfer).decode())

    def sluit_op(self, inhoud: bytes) -> bytes:
        """Een bestand dat even bewaard blijft, onder hetzelfde slot als een BSN: dat kan erin staan."""
        return self._sloten().encrypt(inhoud)

    def maak_open(self, dicht: bytes) -> bytes | None:
        """Wat er op slot stond; None als geen van de sleutels nog past."""
        from cryptography.fernet import InvalidToken

        try:
            return self._sloten().decrypt(dicht)
        except InvalidToken:
            return None

    def vernieuw(self, cijfer: bytes) -> bytes:
        """Hetzelfde BSN onder de eerste sleutel."""
        return self._sloten().rotate(cijfer)

    def vingerafdruk(self, tenant_id: str, bsn: Bsn) -> str:
        """Waaronder is dit BSN binnen deze financier te vinden?"""
        return hmac.new(self.zoeken.encode(), f"{tenant_id}:{bsn.nummer}".encode(), hashlib.sha256).hexdigest()

    def _sloten(self) -> "MultiFernet":
        return _sloten(self.bsn)


def _sloten(geheimen: Sequence[str]) -> "MultiFernet":
    from cryptography.fernet import Fernet, MultiFernet

    return MultiFernet([Fernet(_fernetsleutel(geheim)) for geheim in geheimen])


def _fernetsleutel(geheim: str) -> bytes:
    """Van een geheim van willekeurige lengte naar de 32 bytes die Fernet vraagt."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    kort = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"dakpan bsn").derive(geheim.encode())
    return base64.urlsafe_b64encode(kort)
