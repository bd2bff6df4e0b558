"""Iemand laten weten wat er buiten zijn eigen zaken gebeurde: één bericht, en e-mail zoals hij die wil."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from flask_babel import force_locale
from flask_babel import gettext as _
from sqlalchemy import Select, func, select, update
from sqlalchemy.orm import Session

from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.partijen import berichtpost
from dakpan.partijen.huistabellen import LANGSTE_OVER, Huisbericht, Huissoort
from dakpan.partijen.leden import Ontvanger
from dakpan.partijen.post import schrijf_brief
from dakpan.partijen.tables import Mailkeuze

# Bij deze hoeft de lezer niets te doen.
TER_INFORMATIE = frozenset(
    {
        Huissoort.ZAAK_TERUGGENOMEN,
        Huissoort.ZAAK_AANGENOMEN,
        Huissoort.OFFERTEVERZOEK_TERUG,
        Huissoort.WAARDE_BEOORDEELD,
    }
)
# Het onderwerp van de e-mail voor wie geen eigen brief krijgt.
ONDERWERP: Mapping[Huissoort, str] = {
    Huissoort.AANMELDING: "Iemand wil bij uw organisatie werken",
    Huissoort.ZAKEN_OVERGENOMEN: "Overgenomen zaken wachten op uw bevestiging",
    Huissoort.ZAAK_AANGEBODEN: "Een zaak van een andere financier",
    Huissoort.ZAAK_TERUGGENOMEN: "Een zaak is teruggenomen",
    Huissoort.ZAAK_AANGENOMEN: "Een zaak die u meegaf is aangenomen",
    Huissoort.ZAAK_NIET_AANGENOMEN: "Een zaak die u meegaf is niet aangenomen",
    Huissoort.OFFERTEVERZOEK_TERUG: "Een offerteverzoek is teruggenomen",
    Huissoort.WAARDE_VOORGESTELD: "Een voorstel voor een waarde wacht op uw oordeel",
    Huissoort.WAARDE_BEOORDEELD: "Over uw voorstel voor een waarde is beslist",
}


@dataclass(frozen=True, slots=True)
class Huisnieuws:
    """Wat er gebeurde. ``brief`` maakt de tekst van de e-mail; None: dat er iets is, en dat hij zich aanmeldt."""

    soort: Huissoort
    kenmerk: object
    over: str = ""
    doel: str = ""
    brief: Callable[[], str] | None = None


def laat_weten(sessie: Session, nieuws: Huisnieuws, aan: Sequence[Ontvanger], nu: datetime) -> int:
    """Schrijft het bericht voor wie het nog niet heeft, in de transactie van wat er gebeurde. Hoeveel werden het?"""
    kenmerk = f"{nieuws.soort}/{nieuws.kenmerk}"
    al = frozenset(sessie.scalars(select(Huisbericht.lidmaatschap_id).where(Huisbericht.kenmerk == kenmerk)))
    nieuw = [een for een in aan if een.id not in al]
    for een in nieuw:
        meteen = _meteen(een.keuze, nieuws)
        if meteen:
            _mail(sessie, nieuws, een, nu)
        sessie.add(
            Huisbericht(
                lidmaatschap_id=een.id,
                soort=nieuws.soort,
                kenmerk=kenmerk,
                over=nieuws.over[:LANGSTE_OVER],
                doel=nieuws.doel,
                op=nu,
                gemaild_op=nu if meteen else None,
            )
        )
    return len(nieuw)


def _meteen(wil: Mailkeuze, nieuws: Huisnieuws) -> bool:
    """Een eigen brief zegt iets wat iemand wil weten, ook als hij er niets aan hoeft te doen."""
    telt = nieuws.soort not in TER_INFORMATIE or nieuws.brief is not None
    return wil is Mailkeuze.ALLES or (wil is Mailkeuze.WERK and telt)


def _mail(sessie: Session, nieuws: Huisnieuws, aan: Ontvanger, nu: datetime) -> None:
    onderwerp = ONDERWERP[nieuws.soort]
    if nieuws.brief is None:
        berichtpost.meld(sessie, aan, onderwerp, "", nu)
        return
    with force_locale(aan.taal):
        schrijf_brief(sessie, aan.email, _(onderwerp), nieuws.brief(), nu)


def eerste(handeling: Handeling, na: UUID | None, ten_hoogste: int) -> Sequence[Huisbericht]:
    """Die van de vrager, de nieuwste eerst. ``na``: verder vanaf dit id."""
    eigen = select(Huisbericht).where(Huisbericht.lidmaatschap_id == handeling.vrager.lidmaatschap_id)
    if na is not None:
        eigen = eigen.where(Huisbericht.id < na)
    return handeling.sessie.scalars(eigen.order_by(Huisbericht.id.desc()).limit(ten_hoogste)).all()


def ongelezen_tot(handeling: Handeling, grens: int) -> Select[int]:
    """Hoeveel las de vrager er nog niet? Verder dan de grens wordt er niet geteld."""
    nog = select(Huisbericht.id).where(
        Huisbericht.lidmaatschap_id == handeling.vrager.lidmaatschap_id, Huisbericht.gelezen_op.is_(None)
    )
    return select(func.count()).select_from(nog.limit(grens).subquery())


@gebruiksgeval("Bericht gelezen")
def lees(handeling: Handeling, bericht_id: UUID) -> Huisbericht:
    """Het bericht, dat vanaf nu gelezen is. Een bericht van een ander bestaat niet: ``NietGevonden``."""
    rij = handeling.sessie.get(Huisbericht, bericht_id)
    if rij is None or rij.lidmaatschap_id != handeling.vrager.lidmaatschap_id:
        raise NietGevonden
    rij.gelezen_op = rij.gelezen_op or handeling.nu
    return rij


def lees_alles(handeling: Handeling) -> int:
    """Alles wat er nu ligt is gelezen. Hoeveel was het?"""
    ids = handeling.sessie.scalars(
        update(Huisbericht)
        .where(Huisbericht.lidmaatschap_id == handeling.vrager.lidmaatschap_id, Huisbericht.gelezen_op.is_(None))
        .values(gelezen_op=handeling.nu)
        .returning(Huisbericht.id)
        .execution_options(synchronize_session=False)
    )
    return len(ids.all())


def nog_te_mailen(sessie: Session, lidmaatschap_id: UUID, ten_hoogste: int) -> Sequence[Huisbericht]:
    """Wat deze persoon nog niet las en waarover nog geen e-mail ging."""
    wacht = Huisbericht.gelezen_op.is_(None) & Huisbericht.gemaild_op.is_(None)
    vraag = select(Huisbericht).where(Huisbericht.lidmaatschap_id == lidmaatschap_id, wacht)
    return sessie.scalars(vraag.order_by(Huisbericht.id).limit(ten_hoogste)).all()
