"""Een rij die een bestand is: keuren, beschrijven en bewaren, in dezelfde transactie als waar het bij hoort."""

from datetime import datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from dakpan.invoer.bestandscontrole import Afgekeurd, keur_bestand
from dakpan.invoer.fouten import fout_bij


class Bestandskolommen:
    """Het bestand zelf, met zijn vingerafdruk en wie het bracht; de inhoud komt pas mee als iemand haar opent."""

    bestandsnaam: Mapped[str] = mapped_column(String(200))
    mediatype: Mapped[str] = mapped_column(String(100))
    sha256: Mapped[str] = mapped_column(String(64))
    gemaakt_op: Mapped[datetime]
    door: Mapped[str] = mapped_column(String(200))
    inhoud: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)


def als_kolommen(bestandsnaam: str, inhoud: bytes, *, nu: datetime, door: str, veld: str = "bestand") -> dict[str, Any]:
    """De kolommen van dit bestand; ``InvoerFout`` bij ``veld`` als het van binnen niet is wat het zegt te zijn."""
    try:
        soort = keur_bestand(bestandsnaam, inhoud)
    except Afgekeurd as fout:
        raise fout_bij(veld, str(fout)) from fout
    return {
        "bestandsnaam": bestandsnaam,
        "mediatype": soort.mediatype,
        "sha256": sha256(inhoud).hexdigest(),
        "gemaakt_op": nu,
        "door": door,
        "inhoud": inhoud,
    }
