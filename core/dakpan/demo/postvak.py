"""Wat er in de demonstratie gebeurde heeft iemand intussen gelezen; alleen het laatste is nog nieuw."""

from datetime import timedelta

from flask import Flask
from sqlalchemy import delete, func, select, update

from dakpan.demo.toneel import Toneel
from dakpan.dossier.tables import Bericht
from dakpan.opslag.basis import db
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


def verhuis_post(app: Flask, van: str, naar: str) -> None:
    """De demonstratie staat nu op een ander adres: de links in de brieven wijzen daarheen."""
    if not van:
        return
    with app.app_context():
        sessie, met_link = db.session(), Brief.tekst.contains(van, autoescape=True)
        sessie.execute(
            update(Brief)
            .where(met_link)
            .values(tekst=func.replace(Brief.tekst, van, naar))
            .execution_options(synchronize_session=False)
        )
        sessie.commit()
        db.session.remove()


@gebruiksgeval("Berichten gelezen")
def _lees_oude(handeling: Handeling) -> None:
    oude = select(Bericht).where(
        Bericht.lidmaatschap_id == handeling.vrager.lidmaatschap_id,
        Bericht.gelezen_op.is_(None),
        Bericht.op < handeling.nu - NOG_NIEUW,
    )
    for bericht in handeling.sessie.scalars(oude):
        bericht.gelezen_op = bericht.op + timedelta(hours=1)
