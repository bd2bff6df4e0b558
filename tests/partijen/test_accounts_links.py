"""Links die één keer werken, verlopen, en nergens leesbaar bewaard zijn; op beide databases."""

import re
import threading
from collections.abc import Iterator
from datetime import timedelta
from uuid import uuid4

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session
from tests.hulp.bezoeker import BEGIN, GEHEIM, WACHTWOORD, afdruk
from tests.hulp.motoren import motor_van

from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import NietGevonden
from dakpan.partijen import uitnodigen, wachtwoorden
from dakpan.partijen.accounts import begin_aanmelding, wie_is
from dakpan.partijen.poort import Geweigerd, Wachten
from dakpan.partijen.tables import Account, Brief, EenmaligeLink, Lidmaatschap, Linksoort, Organisatie

NIEUW = "een heel nieuw wachtwoord"


@pytest.fixture
def motor(database_url: str) -> Iterator[Engine]:
    motor = motor_van(database_url)
    yield motor
    motor.dispose()


@pytest.fixture
def sessie(motor: Engine) -> Iterator[Session]:
    with Session(motor, expire_on_commit=False) as sessie:
        organisatie = Organisatie(naam="Jobcoach Noord", kvk="12345678")
        lid = Lidmaatschap(organisatie=organisatie, rechten=[], aanvaard_op=BEGIN)
        sessie.add(Account(email="anna@voorbeeld.example", naam="Anna de Wit", lidmaatschappen=[lid]))
        sessie.commit()
        yield sessie


@pytest.fixture
def anna(sessie: Session) -> Account:
    return sessie.scalars(select(Account)).one()


def _maak(sessie: Session, anna: Account, soort: Linksoort = Linksoort.UITNODIGING) -> str:
    geheim = uitnodigen.maak_link(sessie, anna, soort, BEGIN)
    sessie.commit()
    return geheim


def test_een_link_werkt_een_keer(sessie: Session, anna: Account) -> None:
    geheim = _maak(sessie, anna)
    for _ in range(2):  # kijken verbruikt hem niet, zoals een postfilter dat doet
        assert uitnodigen.account_van(sessie, geheim, BEGIN, demo=False).id == anna.id
    uitnodigen.kies_wachtwoord(sessie, geheim, NIEUW, BEGIN, demo=False)
    assert wachtwoorden.klopt(anna.wachtwoord, NIEUW)
    with pytest.raises(NietGevonden):
        uitnodigen.kies_wachtwoord(sessie, geheim, NIEUW, BEGIN, demo=False)


@pytest.mark.parametrize(
    ("soort", "geldig"), [(Linksoort.UITNODIGING, timedelta(days=7)), (Linksoort.WACHTWOORD, timedelta(hours=1))]
)
def test_een_link_verloopt(sessie: Session, anna: Account, soort: Linksoort, geldig: timedelta) -> None:
    geheim = _maak(sessie, anna, soort)
    net = BEGIN + geldig - timedelta(seconds=1)
    assert uitnodigen.account_van(sessie, geheim, net, demo=False).id == anna.id
    with pytest.raises(NietGevonden):
        uitnodigen.kies_wachtwoord(sessie, geheim, NIEUW, BEGIN + geldig, demo=False)
    assert anna.wachtwoord is None


def test_een_nieuwe_link_trekt_de_vorige_in_en_een_gekozen_wachtwoord_alle(sessie: Session, anna: Account) -> None:
    eerste, tweede = _maak(sessie, anna), _maak(sessie, anna)
    vergeten = _maak(sessie, anna, Linksoort.WACHTWOORD)
    with pytest.raises(NietGevonden):
        uitnodigen.account_van(sessie, eerste, BEGIN, demo=False)
    uitnodigen.kies_wachtwoord(sessie, tweede, NIEUW, BEGIN, demo=False)
    with pytest.raises(NietGevonden):
        uitnodigen.account_van(sessie, vergeten, BEGIN, demo=False)


def test_alleen_de_vingerafdruk_is_bewaard(sessie: Session, anna: Account) -> None:
    geheim = _maak(sessie, anna)
    rij = sessie.scalars(select(EenmaligeLink)).one()
    assert len(geheim) >= 43
    assert geheim not in repr(vars(rij))
    assert re.fullmatch(r"[0-9a-f]{64}", rij.vingerafdruk)


@pytest.mark.parametrize("geheim", ["", "onbekend", "a" * 5000, "\ud800", "'; DROP TABLE account"])
def test_een_link_die_er_niet_is(sessie: Session, anna: Account, geheim: str) -> None:
    with pytest.raises(NietGevonden):
        uitnodigen.account_van(sessie, geheim, BEGIN, demo=False)


@pytest.mark.parametrize(("veld", "waarde"), [("actief", False), ("demo", True)])
def test_een_link_van_wie_hier_niet_mag(sessie: Session, anna: Account, veld: str, waarde: bool) -> None:
    geheim = _maak(sessie, anna)
    setattr(anna, veld, waarde)
    sessie.commit()
    with pytest.raises(NietGevonden):
        uitnodigen.account_van(sessie, geheim, BEGIN, demo=False)


def test_een_slecht_wachtwoord_verbruikt_de_link_niet(sessie: Session, anna: Account) -> None:
    geheim = _maak(sessie, anna)
    with pytest.raises(InvoerFout):
        uitnodigen.kies_wachtwoord(sessie, geheim, "welkom", BEGIN, demo=False)
    assert uitnodigen.account_van(sessie, geheim, BEGIN, demo=False).id == anna.id


def test_tegelijk_gebruiken_lukt_er_een(motor: Engine, sessie: Session, anna: Account) -> None:
    geheim, start, uitkomsten = _maak(sessie, anna), threading.Barrier(3), list[str]()

    def werk(nummer: int) -> None:
        with Session(motor) as eigen:
            start.wait()
            try:
                uitnodigen.kies_wachtwoord(eigen, geheim, f"{NIEUW} {nummer}", BEGIN, demo=False)
                uitkomsten.append("gelukt")
            except NietGevonden:
                uitkomsten.append("te laat")

    draden = [threading.Thread(target=werk, args=(nummer,)) for nummer in range(3)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    assert sorted(uitkomsten) == ["gelukt", "te laat", "te laat"]


def _is_binnen(sessie: Session, aanmelding: object, versie: int) -> bool:
    ik = wie_is(sessie, aanmelding, versie, BEGIN, demo=False, namen={})  # type: ignore[arg-type]
    return ik is not None


def test_een_ander_wachtwoord_beeindigt_alle_aanmeldingen(sessie: Session, anna: Account) -> None:
    anna.wachtwoord = afdruk()
    aanmelding = begin_aanmelding(sessie, anna, BEGIN)
    sessie.commit()
    versie = anna.sessieversie
    assert _is_binnen(sessie, aanmelding.id, versie)
    uitnodigen.wijzig_wachtwoord(sessie, anna.id, WACHTWOORD, NIEUW, BEGIN, geheim=GEHEIM)
    assert not _is_binnen(sessie, aanmelding.id, versie)
    assert not _is_binnen(sessie, aanmelding.id, anna.sessieversie)
    assert wachtwoorden.klopt(anna.wachtwoord, NIEUW)
    assert sessie.scalars(select(Brief.onderwerp)).all() == ["Uw wachtwoord is gewijzigd"]


def test_zonder_het_oude_geen_nieuw_wachtwoord_en_raden_houdt_op(sessie: Session, anna: Account) -> None:
    anna.wachtwoord = afdruk()
    sessie.commit()
    for _ in range(5):
        with pytest.raises(Geweigerd):
            uitnodigen.wijzig_wachtwoord(sessie, anna.id, "mis", NIEUW, BEGIN, geheim=GEHEIM)
    with pytest.raises(Wachten):
        uitnodigen.wijzig_wachtwoord(sessie, anna.id, WACHTWOORD, NIEUW, BEGIN, geheim=GEHEIM)
    with pytest.raises(Geweigerd):
        uitnodigen.wijzig_wachtwoord(sessie, uuid4(), WACHTWOORD, NIEUW, BEGIN, geheim=GEHEIM)
    assert wachtwoorden.klopt(anna.wachtwoord, WACHTWOORD)


def _vergeten(sessie: Session, email: str, uur: int = 0) -> int:
    uitnodigen.wachtwoord_vergeten(
        sessie,
        email,
        BEGIN + timedelta(hours=uur),
        computer="192.0.2.1",
        geheim=GEHEIM,
        adres="https://dakpan.example/",
        demo=False,
    )
    return len(sessie.scalars(select(Brief)).all())


def test_vergeten_stuurt_een_link_en_niet_meer_dan_drie_per_uur(sessie: Session, anna: Account) -> None:
    assert [_vergeten(sessie, " ANNA@voorbeeld.example") for _ in range(5)] == [1, 2, 3, 3, 3]
    assert _vergeten(sessie, "anna@voorbeeld.example", uur=1) == 4
    tekst = sessie.scalars(select(Brief.tekst).order_by(Brief.gemaakt_op.desc())).first() or ""
    link = re.search(r"https://dakpan\.example/aanmelden/link/(\S+)", tekst)
    assert link is not None
    uitnodigen.kies_wachtwoord(sessie, link[1], NIEUW, BEGIN + timedelta(hours=1), demo=False)


def test_vergeten_stuurt_niets_aan_wie_er_niet_is_of_niet_mag(sessie: Session, anna: Account) -> None:
    assert _vergeten(sessie, "niemand@voorbeeld.example") == 0
    anna.demo = True
    sessie.commit()
    assert _vergeten(sessie, anna.email) == 0
