"""Een financier staat toe dat een week opengaat waarin al uren akkoord zijn: kort terug, en met een reden.

Hij ziet de week van een coach niet, alleen de uren in zijn eigen zaak die akkoord zijn. Daarom geeft hij toestemming;
de coach heropent de week zelf, en zijn uren zijn dan weer alleen van de organisatie.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, select

from dakpan.begrippen.duur import Duur
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import InvoerFout, Veldfout
from dakpan.opslag.fouten import GeenRecht, NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.vrager import Kant
from dakpan.partijen.heet import HEET
from dakpan.partijen.rechten import Recht
from dakpan.partijen.tables import Account, Lidmaatschap
from dakpan.plan.tables import Jobcoachperiode
from dakpan.plan.toestanden import LEVEND
from dakpan.uren.seinen import sein_mag_open, sein_toch_niet_open
from dakpan.uren.tables import TERUG_TEN_HOOGSTE, Activiteit, Heropening, weekcode
from dakpan.uren.toestanden import Urenstatus
from dakpan.uren.week import Week

WEKEN_TERUG = 4


@dataclass(frozen=True, slots=True)
class Akkoordweek:
    """Een week van een coach met uren die in deze zaak akkoord zijn. ``toegestaan``: er ligt al toestemming."""

    week: Week
    medewerker_id: UUID
    coach: str
    duur: Duur
    toegestaan: bool

    @property
    def code(self) -> str:
        return weekcode(self.week.code, self.medewerker_id)


def eerste_week(handeling: Handeling) -> Week:
    """Hoe ver kan een financier terug?"""
    return Week(Week.van(handeling.vandaag).begin - timedelta(weeks=WEKEN_TERUG))


def heropenbaar(handeling: Handeling, zaak: Zaak) -> tuple[Akkoordweek, ...]:
    """De weken van deze zaak die de vrager kan laten heropenen, de laatste eerst."""
    _vereis(handeling)
    gevraagd = (
        select(Activiteit.weeknummer, Activiteit.medewerker_id, HEET, func.sum(Activiteit.duur))
        .join(Lidmaatschap, Lidmaatschap.id == Activiteit.medewerker_id)
        .join(Account, Account.id == Lidmaatschap.account_id)
        .where(
            Activiteit.tenant_id == zaak.tenant_id,
            Activiteit.zaak_id == zaak.id,
            Activiteit.status == Urenstatus.GEACCORDEERD,
            Activiteit.weeknummer >= eerste_week(handeling).code,
            _leeft(Activiteit),
        )
        .group_by(Activiteit.weeknummer, Activiteit.medewerker_id, HEET)
        .order_by(Activiteit.weeknummer.desc(), HEET)
    )
    open_ = {(een.weeknummer, een.medewerker_id) for een in _open_bij(handeling, zaak)}
    return tuple(
        Akkoordweek(Week.uit_nummer(week), medewerker_id, coach, duur, (week, medewerker_id) in open_)
        for week, medewerker_id, coach, duur in handeling.sessie.execute(gevraagd)
    )


@gebruiksgeval("heropenen van een week toegestaan")
def sta_heropenen_toe(handeling: Handeling, zaak: Zaak, code: str, reden: str) -> Heropening:
    """Laat de coach deze week heropenen, al waren er uren akkoord."""
    reden = reden.strip()
    gekozen = next((een for een in heropenbaar(handeling, zaak) if een.code == code), None)
    fouten = []
    if gekozen is None:
        zin = f"kies een week uit de lijst; verder terug dan {WEKEN_TERUG} weken, of na het einde, kan niet"
        fouten.append(Veldfout("week", zin))
    if not reden or len(reden) > TERUG_TEN_HOOGSTE:
        fouten.append(Veldfout("reden", f"schrijf waarom, in ten hoogste {TERUG_TEN_HOOGSTE} tekens"))
    if gekozen is None or fouten:
        raise InvoerFout(*fouten)
    if gekozen.toegestaan:
        raise KanNiet("Voor deze week ligt er al toestemming; de coach kan haar heropenen.")
    rij = Heropening(
        tenant_id=zaak.tenant_id,
        organisatie_id=zaak.organisatie_id,
        kant=Kant.GEDEELD,
        zaak_id=zaak.id,
        medewerker_id=gekozen.medewerker_id,
        weeknummer=gekozen.week.code,
        reden=reden,
        op=handeling.nu,
        door=handeling.vrager.naam,
    )
    handeling.sessie.add(rij)
    sein_mag_open(handeling, zaak, gekozen.medewerker_id, gekozen.week)
    return rij


@gebruiksgeval("toestemming om een week te heropenen ingetrokken")
def trek_toestemming_in(handeling: Handeling, zaak: Zaak, code: str) -> None:
    """Zolang de coach haar niet gebruikte; daarna zegt ``KanNiet`` wat er dan kan. Een onbekende code bestaat niet.

    De coach hoort het: hij rekende op de toestemming.
    """
    _vereis(handeling)
    alle = select(Heropening).where(Heropening.tenant_id == zaak.tenant_id, Heropening.zaak_id == zaak.id)
    gegeven = [een for een in handeling.sessie.scalars(alle) if een.code == code]
    if not gegeven:
        raise NietGevonden
    nog_open = [een for een in gegeven if een.gebruikt_op is None]
    if not nog_open:
        raise KanNiet(
            "De coach heropende deze week al, dus intrekken kan niet meer. U ziet zijn uren terug als zij weer akkoord "
            "zijn; klopt er dan iets niet, stuur de declaratie dan terug met een reden."
        )
    for een in nog_open:
        handeling.sessie.delete(een)
        sein_toch_niet_open(handeling, zaak, een.medewerker_id, een.weeknummer)


def verleend(handeling: Handeling, zaak: Zaak) -> tuple[tuple[Heropening, str], ...]:
    """De toestemming in deze zaak die er nog ligt, met de coach die haar kan gebruiken; de oudste week eerst."""
    _vereis(handeling)
    gevraagd = (
        select(Heropening, HEET)
        .join(Lidmaatschap, Lidmaatschap.id == Heropening.medewerker_id)
        .join(Account, Account.id == Lidmaatschap.account_id)
        .where(Heropening.tenant_id == zaak.tenant_id, Heropening.zaak_id == zaak.id, Heropening.gebruikt_op.is_(None))
        .order_by(Heropening.weeknummer, Heropening.id)
    )
    return tuple((rij, coach) for rij, coach in handeling.sessie.execute(gevraagd))


def toestemmingen(handeling: Handeling, medewerker_id: UUID, week: Week) -> Sequence[Heropening]:
    """Wat financiers voor deze week van deze coach toestonden en nog te gebruiken is."""
    gevraagd = _te_gebruiken(medewerker_id).where(Heropening.weeknummer == week.code)
    return handeling.sessie.scalars(gevraagd.order_by(Heropening.id)).all()


def mijn_toestemmingen(handeling: Handeling) -> Sequence[Heropening]:
    """De weken die de vrager nu mag heropenen, al was er iets akkoord; de oudste eerst."""
    gevraagd = _te_gebruiken(handeling.vrager.lidmaatschap_id).order_by(Heropening.weeknummer, Heropening.id)
    return handeling.sessie.scalars(gevraagd).all()


def _te_gebruiken(medewerker_id: UUID | None) -> Select[Heropening]:
    return select(Heropening).where(
        Heropening.medewerker_id == medewerker_id, Heropening.gebruikt_op.is_(None), _leeft(Heropening)
    )


def _leeft(rij: type[Activiteit] | type[Heropening]) -> ColumnElement[bool]:
    """Loopt er in deze zaak nog een periode? Na het einde wordt wat opengaat nooit meer akkoord."""
    periode = select(Jobcoachperiode.id).where(
        Jobcoachperiode.tenant_id == rij.tenant_id,
        Jobcoachperiode.zaak_id == rij.zaak_id,
        Jobcoachperiode.status.in_(sorted(LEVEND)),
    )
    return periode.exists()


def _vereis(handeling: Handeling) -> None:
    handeling.vereis(Recht.WEEK_HEROPENEN)
    if handeling.vrager.kant is not Kant.FINANCIER:
        raise GeenRecht(Recht.WEEK_HEROPENEN)


def _open_bij(handeling: Handeling, zaak: Zaak) -> Sequence[Heropening]:
    gevraagd = select(Heropening).where(
        Heropening.tenant_id == zaak.tenant_id, Heropening.zaak_id == zaak.id, Heropening.gebruikt_op.is_(None)
    )
    return handeling.sessie.scalars(gevraagd).all()
