"""Wat iemand zonder account in zijn e-mail vindt: een link, of een code."""

import re

from sqlalchemy import select
from tests.browser.hulp.loket import Loket

from dakpan.opslag.basis import db
from dakpan.partijen.tables import Brief


def uit_brief(loket: Loket, aan: str, patroon: str) -> str:
    """Het laatste in de post van dit adres dat aan het patroon voldoet."""
    with loket.app.app_context():
        vraag = select(Brief.tekst).where(Brief.aan == aan).order_by(Brief.gemaakt_op, Brief.id)
        gevonden = [een for tekst in db.session.scalars(vraag) for een in re.findall(patroon, tekst)]
    assert gevonden, f"{aan} kreeg geen brief"
    return str(gevonden[-1])
