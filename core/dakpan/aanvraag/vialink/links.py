"""De link en de code: wie beide heeft las de e-mail van degene die iets moet tekenen of invullen."""

import hmac
import secrets
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from dakpan.aanvraag.vialink.tables import Tekenlink
from dakpan.begrippen.toestand import KanNiet
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.vrager import Vrager
from dakpan.partijen.poort import Wachten, tel_mee, vingerafdruk

LINK_GELDIG, CODE_GELDIG = timedelta(days=14), timedelta(minutes=15)
# Intrekken moet zo makkelijk zijn als geven (AVG, art. 7, derde lid): die link werkt zolang wat is gegeven geldt.
OM_IN_TE_TREKKEN = timedelta(days=3650)
MEESTE_POGINGEN, MEESTE_CODES, MEESTE_PER_ADRES, VENSTER = 5, 5, 60, timedelta(hours=1)


def maak_link(
    sessie: Session,
    tenant_id: str,
    verzoek_id: UUID,
    nu: datetime,
    document_id: UUID | None = None,
    *,
    geldig: timedelta = LINK_GELDIG,
) -> str:
    """Het geheim van een nieuwe link; een oudere van hetzelfde verzoek werkt niet meer."""
    sluit(sessie, verzoek_id, nu)
    geheim = secrets.token_urlsafe(32)
    sessie.add(
        Tekenlink(
            tenant_id=tenant_id,
            verzoek_id=verzoek_id,
            document_id=document_id,
            vingerafdruk=_afdruk(geheim),
            verloopt_op=nu + geldig,
        )
    )
    return geheim


def sluit(sessie: Session, verzoek_id: UUID, nu: datetime) -> None:
    """Vanaf nu opent geen link van dit verzoek nog iets."""
    sessie.execute(
        update(Tekenlink)
        .where(Tekenlink.verzoek_id == verzoek_id, Tekenlink.gesloten_op.is_(None))
        .values(gesloten_op=nu, code=None)
        .execution_options(synchronize_session=False)
    )


def link_van(sessie: Session, geheim: str, nu: datetime) -> Tekenlink:
    """De link bij dit geheim. ``NietGevonden``: onbekend, verlopen, ingetrokken of al gebruikt."""
    link = sessie.scalar(
        select(Tekenlink).where(
            Tekenlink.vingerafdruk == _afdruk(geheim), Tekenlink.gesloten_op.is_(None), Tekenlink.verloopt_op > nu
        )
    )
    if link is None:
        raise NietGevonden
    return link


def bezoeker(link: Tekenlink) -> Vrager:
    """Wie met deze link komt: hij ziet het verzoek en het document als dat er is, en verder niets."""
    rijen = {link.verzoek_id} if link.document_id is None else {link.verzoek_id, link.document_id}
    return Vrager(None, "via een link", rijen=frozenset(rijen))


def maak_code(sessie: Session, link: Tekenlink, nu: datetime, *, geheim: str, computer: str) -> str:
    """Een nieuwe code van zes cijfers voor deze link. ``Wachten``: te vaak gevraagd."""
    tel_mee(
        sessie,
        {
            vingerafdruk(geheim, "tekencode", str(link.id)): MEESTE_CODES,
            vingerafdruk(geheim, "tekencode van", computer): MEESTE_PER_ADRES,
        },
        VENSTER,
        nu,
    )
    code = f"{secrets.randbelow(1_000_000):06d}"
    _werk_bij(sessie, link, code=_codeafdruk(geheim, link, code), code_tot=nu + CODE_GELDIG, pogingen=0)
    return code


def _werk_bij(sessie: Session, link: Tekenlink, **waarden: Any) -> None:
    """Schrijft in de rij zelf: een andere vrager vergeet wat er in de sessie stond."""
    sessie.execute(
        update(Tekenlink).where(Tekenlink.id == link.id).values(**waarden).execution_options(synchronize_session=False)
    )


def controleer_code(sessie: Session, link: Tekenlink, code: str, nu: datetime, *, geheim: str) -> None:
    """Klopt de code? Elke poging telt, ook als er veel tegelijk komen; een code werkt één keer."""
    telt = sessie.scalar(
        update(Tekenlink)
        .where(Tekenlink.id == link.id, Tekenlink.code.is_not(None), Tekenlink.code_tot > nu)
        .where(Tekenlink.pogingen < MEESTE_POGINGEN)
        .values(pogingen=Tekenlink.pogingen + 1)
        .returning(Tekenlink.code)
        .execution_options(synchronize_session=False)
    )
    sessie.commit()
    if telt is None:
        raise KanNiet("Deze code werkt niet meer. Vraag een nieuwe code.")
    if not hmac.compare_digest(telt, _codeafdruk(geheim, link, code.replace(" ", ""))):
        raise KanNiet("Deze code klopt niet. Kijk in de laatste e-mail die u kreeg.")
    _werk_bij(sessie, link, code=None)
    sessie.commit()


def _codeafdruk(geheim: str, link: Tekenlink, code: str) -> str:
    return vingerafdruk(geheim, "code", str(link.id), code)


def _afdruk(geheim: str) -> str:
    return sha256(geheim.encode("utf-8", "replace")).hexdigest()


__all__ = ["Wachten", "bezoeker", "controleer_code", "link_van", "maak_code", "maak_link", "sluit"]
