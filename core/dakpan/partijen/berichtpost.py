"""De e-mail bij een bericht: dat er iets is en over welk zaaknummer, nooit over wie. De rest staat achter de deur."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy.orm import Session

from dakpan.partijen.post import schrijf_brief

_MEESTE_NUMMERS = 20
_SLOT = "\nMeld u aan bij Dakpan en open 'Berichten'. Daar kiest u ook welke e-mail u krijgt.\n"


def meld(sessie: Session, email: str, onderwerp: str, zaaknummer: str, nu: datetime) -> None:
    """Eén bericht, meteen."""
    over = f" over zaak {zaaknummer}" if zaaknummer else ""
    schrijf_brief(sessie, email, f"{onderwerp}{over}", f"Er is een bericht{over}: {onderwerp.lower()}.\n{_SLOT}", nu)


def meld_samen(sessie: Session, email: str, aantal: int, zaaknummers: Sequence[str], nu: datetime) -> None:
    """Wat er sinds gisteren kwam en nog niet is gelezen, in één e-mail."""
    hoeveel = "1 nieuw bericht" if aantal == 1 else f"{aantal} nieuwe berichten"
    nummers = ", ".join(zaaknummers[:_MEESTE_NUMMERS])
    meer = " en andere" if len(zaaknummers) > _MEESTE_NUMMERS else ""
    over = f" over {nummers}{meer}" if nummers else ""
    schrijf_brief(sessie, email, hoeveel, f"U hebt {hoeveel}{over}.\n{_SLOT}", nu)
