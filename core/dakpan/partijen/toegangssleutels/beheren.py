"""Een toegangssleutel maken, bekijken en intrekken; iedereen alleen de zijne."""

import secrets
from collections.abc import Sequence
from datetime import timedelta
from hashlib import sha256
from uuid import UUID

from flask_babel import force_locale
from flask_babel import gettext as _
from sqlalchemy import select

from dakpan.begrippen.toestand import KanNiet
from dakpan.opslag.fouten import GeenRecht, NietGevonden
from dakpan.opslag.handeling import NEDERLAND, Handeling, gebruiksgeval
from dakpan.partijen.post import schrijf_brief
from dakpan.partijen.rechten import Recht
from dakpan.partijen.tables import Account
from dakpan.partijen.toegangssleutels.tables import Toegangssleutel

VOORVOEGSEL, ZICHTBAAR = "dkp_", 8
MEESTE = 10
VOL = f"U heeft al {MEESTE} sleutels die werken. Trek er eerst een in die u niet meer gebruikt."


def vingerafdruk(geheim: str) -> str:
    """Waaraan een geheim te herkennen is zonder het te bewaren."""
    return sha256(geheim.encode("utf-8", "replace")).hexdigest()


def mijn_sleutels(handeling: Handeling) -> Sequence[Toegangssleutel]:
    """De sleutels van de vrager, de nieuwste eerst, ook wat niet meer werkt."""
    van_mij = select(Toegangssleutel).where(Toegangssleutel.lidmaatschap_id == _mij(handeling))
    return handeling.sessie.scalars(van_mij.order_by(Toegangssleutel.id.desc())).all()


@gebruiksgeval("toegangssleutel gemaakt")
def maak(handeling: Handeling, sleutel_id: UUID, naam: str, dagen: int) -> tuple[Toegangssleutel, str]:
    """De sleutel en haar geheim, dat hierna nergens meer te lezen is. De eigenaar krijgt er een brief over.

    ``sleutel_id``: van het formulier; een dubbele klik maakt er zo maar een. ``KanNiet``: er zijn er al te veel.
    """
    mij = _mij(handeling)
    if sum(een.werkt(handeling.nu) for een in mijn_sleutels(handeling)) >= MEESTE:
        raise KanNiet(VOL)
    geheim = VOORVOEGSEL + secrets.token_urlsafe(32)
    rij = Toegangssleutel(
        id=sleutel_id,
        lidmaatschap_id=mij,
        naam=naam,
        begin=geheim[:ZICHTBAAR],
        vingerafdruk=vingerafdruk(geheim),
        gemaakt_op=handeling.nu,
        verloopt_op=handeling.nu + timedelta(days=dagen),
    )
    handeling.sessie.add(rij)
    _schrijf(handeling, rij)
    return rij, geheim


@gebruiksgeval("toegangssleutel ingetrokken")
def trek_in(handeling: Handeling, sleutel_id: UUID) -> Toegangssleutel:
    """Vanaf nu komt niemand er meer mee binnen. ``NietGevonden``: bestaat niet, of is van een ander."""
    rij = handeling.sessie.get(Toegangssleutel, sleutel_id)
    if rij is None or rij.lidmaatschap_id != _mij(handeling):
        raise NietGevonden
    rij.ingetrokken_op = rij.ingetrokken_op or handeling.nu
    return rij


def _mij(handeling: Handeling) -> UUID:
    """Wie uren schrijft voor een organisatie kan dat ook een programma laten doen; een ander heeft er niets aan."""
    handeling.vereis(Recht.UREN_SCHRIJVEN)
    mij = handeling.vrager.lidmaatschap_id
    if mij is None or handeling.vrager.organisatie_id is None:
        raise GeenRecht(Recht.UREN_SCHRIJVEN)
    return mij


def _schrijf(handeling: Handeling, rij: Toegangssleutel) -> None:
    account = handeling.sessie.get_one(Account, handeling.vrager.account_id)
    with force_locale(account.taal):
        tekst = _(
            "Dag %(naam)s,\n\nU maakte zojuist de toegangssleutel '%(sleutel)s'. Tot %(dag)s schrijft en leest een "
            "programma daarmee uw uren in Dakpan. Was u het niet, trek de sleutel dan meteen in onder Mijn "
            "toegangssleutels en wijzig uw wachtwoord.\n",
            naam=account.naam,
            sleutel=rij.naam,
            dag=f"{rij.verloopt_op.astimezone(NEDERLAND):%d-%m-%Y}",
        )
        onderwerp = _("Er is een toegangssleutel gemaakt")
    schrijf_brief(handeling.sessie, account.email, str(onderwerp), str(tekst), handeling.nu)
