"""Van een geheim naar wie er vraagt, met niet meer dan waarvoor een sleutel is."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session, joinedload

from dakpan.partijen.accounts import Ik, als_ik, toegelaten
from dakpan.partijen.rechten import Recht
from dakpan.partijen.tables import Account, Lidmaatschap
from dakpan.partijen.toegangssleutels.beheren import vingerafdruk
from dakpan.partijen.toegangssleutels.tables import Toegangssleutel

MAG = frozenset({Recht.UREN_SCHRIJVEN.value})
# Zo precies hoeft niemand te weten wanneer een sleutel is gebruikt; elk verzoek opschrijven kost een opdracht.
PRECIES = timedelta(hours=1)


def wie_heeft(sessie: Session, geheim: str, nu: datetime, *, demo: bool, namen: Mapping[str, str]) -> Ik | None:
    """Wie hoort bij deze sleutel? None: onbekend, verlopen, ingetrokken, of zij is hier niet meer actief."""
    gevonden = sessie.execute(
        select(Toegangssleutel, Account, Lidmaatschap)
        .join(Lidmaatschap, Lidmaatschap.id == Toegangssleutel.lidmaatschap_id)
        .join(Account, Account.id == Lidmaatschap.account_id)
        .where(Toegangssleutel.vingerafdruk == vingerafdruk(geheim), Lidmaatschap.actief)
        .options(joinedload(Lidmaatschap.organisatie))
    ).one_or_none()
    if gevonden is None:
        return None
    sleutel, account, lidmaatschap = gevonden
    if not sleutel.werkt(nu) or not toegelaten(account, demo=demo):
        return None
    ik = als_ik(account, lidmaatschap, namen)
    if not ik.lidmaatschappen:  # een uitnodiging die nog niet is aangenomen
        return None
    if sleutel.laatst_gebruikt_op is None or nu - sleutel.laatst_gebruikt_op >= PRECIES:
        _noteer(sessie, sleutel, nu)
    (lid,) = ik.lidmaatschappen
    return replace(ik, nu=replace(lid, rechten=lid.rechten & MAG))


def _noteer(sessie: Session, sleutel: Toegangssleutel, nu: datetime) -> None:
    """Dit is geen wijziging die in de geschiedenis hoort."""
    sessie.execute(
        update(Toegangssleutel)
        .where(Toegangssleutel.id == sleutel.id)
        .values(laatst_gebruikt_op=nu)
        .execution_options(synchronize_session=False)
    )
    sessie.commit()
