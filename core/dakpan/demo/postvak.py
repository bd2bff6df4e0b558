"""Wat er in de demonstratie gebeurde heeft iemand intussen gelezen; alleen het laatste is nog nieuw."""

from datetime import timedelta

from sqlalchemy import delete, select

from dakpan.demo.toneel import Toneel
from dakpan.dossier.tables import Bericht
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.partijen.tables import Brief

NOG_NIEUW = timedelta(days=10)


def lees_post(toneel: Toneel) -> None:
    """De oude berichten zijn gelezen, en hun e-mail is al lang bezorgd."""
    for acteur in toneel.bezetting.acteurs:
        _lees_oude(toneel.als(acteur, toneel.nu))
    toneel.sessie.execute(
        delete(Brief).where(Brief.gemaakt_op < toneel.nu - NOG_NIEUW).execution_options(synchronize_session=False)
    )
    toneel.sessie.commit()


@gebruiksgeval("Berichten gelezen")
def _lees_oude(handeling: Handeling) -> None:
    oude = select(Bericht).where(
        Bericht.lidmaatschap_id == handeling.vrager.lidmaatschap_id,
        Bericht.gelezen_op.is_(None),
        Bericht.op < handeling.nu - NOG_NIEUW,
    )
    for bericht in handeling.sessie.scalars(oude):
        bericht.gelezen_op = bericht.op + timedelta(hours=1)
