"""Een ingediende aanvraag in de draaiende demonstratie, zonder elk formulier nog eens te typen."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from tests.aanvraag.loket.antwoorden import HALFJAAR
from tests.aanvraag.loket.balie import teken_via_link
from tests.browser.hulp.loket import Loket

from dakpan.aanvraag.aanvragen import nieuwe_aanvraag
from dakpan.aanvraag.beoordelen import geef_advies
from dakpan.aanvraag.controleren import controleer
from dakpan.aanvraag.domain.stukken import Partij
from dakpan.aanvraag.inhoud import haal_aanvraag
from dakpan.aanvraag.stukken import stukken_van
from dakpan.demo.documenten import maak_pdf
from dakpan.dossier.bewaren import Aangeleverd, voeg_toe
from dakpan.dossier.zaken import haal_zaak
from dakpan.opslag.basis import db
from dakpan.opslag.handeling import NEDERLAND, Handeling
from dakpan.opslag.vrager import Vrager
from dakpan.partijen.rechten import VAN_ORGANISATIE, rechten_van
from dakpan.partijen.tables import Account, Lidmaatschap
from dakpan.wandeling.aanvragen import dien_in, maak_definitief
from dakpan.wandeling.besluiten import besluit

FINANCIER = "uwv-noord"
MAIL = "mila@client.invalid"  # van de cliënt van `toegekend_snel`
TEKENAARS = (("jobcoach", "Sjoerd Veldkamp"), ("werkgever", "Ria Meel"), ("client", "Mila Bakker"))


class Vastklok:
    """Een klok die staat waar de test haar zet."""

    def __init__(self, dag: date) -> None:
        self.moment = datetime(dag.year, dag.month, dag.day, 10, tzinfo=NEDERLAND)

    def nu(self) -> datetime:
        return self.moment


def zet_klok(loket: Loket, dag: date) -> None:
    """Vanaf nu is het overal deze dag; wie al was aangemeld komt opnieuw binnen."""
    loket.app.extensions["dakpan.klok"] = Vastklok(dag)


def dien_snel_in(loket: Loket, antwoorden: dict[str, Any], financier: str = FINANCIER) -> tuple[str, UUID]:
    """Van formulier tot ontvangst, op de dag van de klok; het antwoord wijst de zaak aan."""
    with als_coach(loket) as handeling:
        zaak_id = nieuwe_aanvraag(handeling, financier, antwoorden).id
        uitslag = controleer(handeling, haal_zaak(handeling, financier, zaak_id))
        assert uitslag.volledig, uitslag.fouten
        maak_definitief(handeling, haal_zaak(handeling, financier, zaak_id))
        for partij, naam in TEKENAARS:
            teken_via_link(handeling, haal_zaak(handeling, financier, zaak_id), Partij(partij), naam)
        _lever_aan(handeling, financier, zaak_id)
        dien_in(handeling, haal_zaak(handeling, financier, zaak_id))
    return financier, zaak_id


def toegekend_snel(loket: Loket) -> str:
    """De zaak van Mila Bakker, op 9 januari 2023 toegekend voor een half jaar; het is daarna 3 april. Het pad."""
    zet_klok(loket, date(2023, 1, 9))
    zaak = dien_snel_in(loket, HALFJAAR)
    besluit_snel(loket, zaak, soort="toegekend")
    zet_klok(loket, date(2023, 4, 3))
    return f"/zaken/{zaak[0]}/{zaak[1]}"


def begin_snel(loket: Loket, tenant_id: str, wie: str, antwoorden: dict[str, Any]) -> tuple[str, UUID]:
    """Een concept van iemand van de financier, op de dag van de klok."""
    app = loket.app
    with app.app_context():
        nu = app.extensions["dakpan.klok"].nu()
        boek, bos = app.extensions["dakpan.regelboek"], app.extensions["dakpan.sleutelbos"]
        handeling = Handeling(db.session(), _van_financier(wie, tenant_id), nu, boek, bos)
        zaak_id = nieuwe_aanvraag(handeling, tenant_id, antwoorden).id
        db.session.remove()
    return tenant_id, zaak_id


@contextmanager
def als_coach(loket: Loket) -> Iterator[Handeling]:
    """Wat de coach doet, op de dag van de klok."""
    app = loket.app
    with app.app_context():
        nu = app.extensions["dakpan.klok"].nu()
        boek, bos = app.extensions["dakpan.regelboek"], app.extensions["dakpan.sleutelbos"]
        yield Handeling(db.session(), _coach(), nu, boek, bos)
        db.session.remove()


def _lever_aan(handeling: Handeling, financier: str, zaak_id: UUID) -> None:
    """Elk document dat er bij het indienen moet zijn."""
    zaak = haal_zaak(handeling, financier, zaak_id)
    for een in stukken_van(handeling, zaak, haal_aanvraag(handeling, zaak)):
        if een.houdt_tegen:
            stuk = een.stuk
            voeg_toe(handeling, zaak, Aangeleverd(f"{stuk.code}.pdf", maak_pdf(stuk.titel), stuk.titel, stuk.code))


def _coach() -> Vrager:
    """Sjoerd Veldkamp, met elk recht van zijn organisatie: hier telt alleen dat de aanvraag er ligt."""
    lid = db.session.scalars(
        select(Lidmaatschap)
        .join(Account)
        .where(Account.naam == "Sjoerd Veldkamp", Lidmaatschap.organisatie_id.is_not(None))
    ).one()
    return Vrager(lid.account_id, "Sjoerd Veldkamp", None, lid.organisatie_id, lid.id, frozenset(VAN_ORGANISATIE))


def besluit_snel(
    loket: Loket, zaak: tuple[str, UUID], mensen: tuple[str, str] = ("Bert Sikkema", "Leonie Faber"), **gegevens: str
) -> None:
    """Een advies van de eerste en dit besluit van de tweede, op de dag van de klok."""
    app = loket.app
    with app.app_context():
        nu = app.extensions["dakpan.klok"].nu()
        boek, bos = app.extensions["dakpan.regelboek"], app.extensions["dakpan.sleutelbos"]
        for naam in mensen:
            handeling = Handeling(db.session(), _van_financier(naam, zaak[0]), nu, boek, bos)
            deze = haal_zaak(handeling, *zaak)
            if naam == mensen[0]:
                geef_advies(handeling, deze, "Past bij de beperking.", toekennen=True)
            else:
                besluit(handeling, deze, gegevens)
        db.session.remove()


def _van_financier(naam: str, tenant_id: str = FINANCIER) -> Vrager:
    """Iemand van de financier, met de rechten van zijn rollen."""
    zoek = select(Lidmaatschap).join(Account).where(Account.naam == naam, Lidmaatschap.tenant_id == tenant_id)
    lid = db.session.scalars(zoek).one()
    rollen = lid.rollen or []
    return Vrager(lid.account_id, naam, tenant_id, None, lid.id, rechten_van(rollen), frozenset(rollen))
