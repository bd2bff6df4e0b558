"""Een coach, een collega die accordeert en twee financiers, op beide soorten databases."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from tests.hulp.bouw import SLEUTELBOS, Wereld, moment
from tests.hulp.motoren import motor_van

from dakpan.dossier.postvak import Berichtregel, postvak
from dakpan.opslag.vrager import Vrager
from dakpan.partijen.rechten import Rol
from dakpan.partijen.tables import Account, Brief, Mailkeuze
from dakpan.wandeling.dagelijks import ronde

VANDAAG = date(2022, 3, 24)


@dataclass
class Post:
    """De wereld met haar mensen, en wat er in hun postvak en brievenbus ligt."""

    wereld: Wereld
    organisatie_id: UUID
    coach: Vrager
    accordeerder: Vrager
    consulent: Vrager
    beslisser: Vrager

    def postvak(self, wie: Vrager) -> list[Berichtregel]:
        with self.wereld.als(wie) as handeling:
            return postvak(handeling)[0]

    def soorten(self, wie: Vrager) -> list[str]:
        return [een.soort.value for een in self.postvak(wie)]

    def brieven(self, wie: Vrager) -> list[Brief]:
        with Session(self.wereld.motor) as sessie:
            adres = select(Account.email).where(Account.id == wie.account_id).scalar_subquery()
            return list(sessie.scalars(select(Brief).where(Brief.aan == adres).order_by(Brief.id)))

    def kies(self, wie: Vrager, keuze: Mailkeuze) -> None:
        with Session(self.wereld.motor) as sessie:
            account = sessie.get(Account, wie.account_id)
            assert account is not None
            account.mailkeuze = keuze
            sessie.commit()

    def ronde(self, op: date = VANDAAG) -> int:
        with Session(self.wereld.motor, expire_on_commit=False) as sessie:
            return ronde(sessie, self.wereld.regelboek, SLEUTELBOS, moment(op))


def post_van(wereld: Wereld) -> Post:
    """De mensen van de tests over berichten, in deze wereld."""
    organisatie_id = wereld.organisatie()
    return Post(
        wereld,
        organisatie_id,
        wereld.medewerker(organisatie_id, "Jo Coach"),
        wereld.medewerker(organisatie_id, "Ank Akkoord"),
        wereld.financier("staphorst", "Wil Consulent", Rol.WERKCONSULENT),
        wereld.financier("uwv-noord", "Bea Beslisser", Rol.BESLISSER),
    )


@pytest.fixture
def post(database_url: str) -> Iterator[Post]:
    motor = motor_van(database_url)
    yield post_van(Wereld(motor))
    motor.dispose()
