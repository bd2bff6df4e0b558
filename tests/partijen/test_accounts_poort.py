"""Wie bent u? De poort telt mee, verraadt niets en vernieuwt oude afdrukken; op beide databases."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Literal

import pytest
from argon2 import PasswordHasher
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from tests.hulp.bezoeker import BEGIN, GEHEIM, WACHTWOORD, afdruk
from tests.hulp.motoren import motor_van

from dakpan.invoer.fouten import InvoerFout
from dakpan.partijen import poort, wachtwoorden
from dakpan.partijen.poort import Geweigerd, Poging, Wachten, wie_bent_u
from dakpan.partijen.tables import Aanmeldpoging, Account

EMAIL = "anna@voorbeeld.example"
Klop = Callable[..., Account]


@pytest.fixture
def sessie(database_url: str) -> Iterator[Session]:
    motor = motor_van(database_url)
    with Session(motor, expire_on_commit=False) as sessie:
        sessie.add(Account(email=EMAIL, naam="Anna de Wit", wachtwoord=afdruk()))
        sessie.commit()
        yield sessie
    motor.dispose()


@pytest.fixture
def klop(sessie: Session) -> Klop:
    def doe(wachtwoord: str = "mis", email: str = EMAIL, adres: str = "192.0.2.1", minuut: int = 0) -> Account:
        poging = Poging(email, wachtwoord, adres, GEHEIM)
        return wie_bent_u(sessie, poging, BEGIN + timedelta(minutes=minuut), demo=False)

    return doe


def _mis(klop: Klop, aantal: int, **waar: str) -> None:
    for _ in range(aantal):
        with pytest.raises(Geweigerd):
            klop(**waar)


def test_het_wachtwoord_opent_de_poort(klop: Klop) -> None:
    assert klop(WACHTWOORD, f"  {EMAIL.upper()} ").naam == "Anna de Wit"


def test_vijf_keer_mis_sluit_deze_combinatie_en_geen_andere(klop: Klop) -> None:
    _mis(klop, 5)
    with pytest.raises(Wachten) as wachten:
        klop(WACHTWOORD, minuut=3)
    assert wachten.value.minuten == 12
    assert klop(WACHTWOORD, adres="192.0.2.2", minuut=3).email == EMAIL


def test_een_adres_dat_overal_vandaan_wordt_geprobeerd_gaat_dicht(klop: Klop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(poort, "PER_EMAIL", 6)
    for nummer in range(6):
        _mis(klop, 1, adres=f"192.0.2.{nummer}")
    with pytest.raises(Wachten):
        klop(WACHTWOORD, adres="192.0.2.99")
    _mis(klop, 1, adres="192.0.2.99", email="ander@voorbeeld.example")


def test_een_computer_die_alles_probeert_gaat_dicht(klop: Klop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(poort, "PER_ADRES", 6)
    for nummer in range(6):
        _mis(klop, 1, email=f"proef{nummer}@voorbeeld.example")
    with pytest.raises(Wachten):
        klop(WACHTWOORD)
    assert klop(WACHTWOORD, adres="192.0.2.2").email == EMAIL


def test_wie_zelf_binnenkomt_maakt_zijn_computer_niet_schoon(
    klop: Klop, sessie: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(poort, "PER_ADRES", 6)
    for nummer in range(5):
        _mis(klop, 1, email=f"proef{nummer}@voorbeeld.example")
    assert klop(WACHTWOORD, minuut=1).email == EMAIL
    assert klop(WACHTWOORD, minuut=1).email == EMAIL
    _mis(klop, 1, email="proef5@voorbeeld.example")
    with pytest.raises(Wachten):
        klop(WACHTWOORD, minuut=1)


def test_wat_geteld_wordt_is_niet_terug_te_lezen_en_verdwijnt(klop: Klop, sessie: Session) -> None:
    _mis(klop, 1)
    sleutels = sessie.scalars(select(Aanmeldpoging.sleutel)).all()
    assert len(sleutels) == 3
    assert not any("192" in een or "anna" in een or len(een) != 64 for een in sleutels)
    klop(WACHTWOORD, minuut=25 * 60)
    assert sessie.scalar(select(func.count()).select_from(Aanmeldpoging)) == 0


@pytest.mark.parametrize(
    ("veld", "waarde"), [("actief", False), ("demo", True), ("wachtwoord", None), ("wachtwoord", "geen afdruk")]
)
def test_een_account_dat_hier_niet_mag_is_geweigerd(klop: Klop, sessie: Session, veld: str, waarde: object) -> None:
    setattr(sessie.scalars(select(Account)).one(), veld, waarde)
    sessie.commit()
    _mis(klop, 1)
    with pytest.raises(Geweigerd):
        klop(WACHTWOORD)


def test_een_oude_afdruk_wordt_vernieuwd(echte_argon2: None, klop: Klop, sessie: Session) -> None:
    account = sessie.scalars(select(Account)).one()
    account.wachtwoord = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(WACHTWOORD)
    sessie.commit()
    klop(WACHTWOORD)
    sessie.refresh(account)
    assert account.wachtwoord is not None
    assert not wachtwoorden.is_verouderd(account.wachtwoord)
    assert klop(WACHTWOORD).email == EMAIL


def test_een_afdruk_kost_wie_wil_raden_veel_rekenwerk(echte_argon2: None) -> None:
    """Wat RFC 9106 aanraadt voor wie niet veel geheugen heeft: argon2id, drie gangen, 64 MiB, vier banen."""
    assert wachtwoorden.maak_afdruk(WACHTWOORD).startswith("$argon2id$v=19$m=65536,t=3,p=4$")


def test_een_onbekend_adres_kost_evenveel_rekenwerk(
    echte_argon2: None, klop: Klop, monkeypatch: pytest.MonkeyPatch
) -> None:
    gerekend: list[str] = []

    class Teller(PasswordHasher):
        def verify(self, hash: str | bytes, password: str | bytes) -> Literal[True]:  # noqa: A002
            gerekend.append(str(hash).split("$")[3])
            return super().verify(hash, password)

    monkeypatch.setattr(wachtwoorden, "_argon2", Teller)
    _mis(klop, 1)
    _mis(klop, 1, email="niemand@voorbeeld.example")
    assert len(gerekend) == 2
    assert len(set(gerekend)) == 1


@pytest.mark.parametrize(
    "wachtwoord", ["correct paard batterij", "Zomerse-regen-op-dinsdag", "пароль из слов", "a1!b2?c3.d4,"]
)
def test_een_goed_wachtwoord(wachtwoord: str) -> None:
    wachtwoorden.controleer(wachtwoord, email=EMAIL, naam="Anna de Wit")
    assert wachtwoorden.klopt(wachtwoorden.maak_afdruk(wachtwoord), wachtwoord)


@pytest.mark.parametrize(
    ("wachtwoord", "melding"),
    [
        ("elf tekens.", "dit zijn 11 tekens; gebruik er ten minste 12"),
        ("a" * 201, "dit is te lang; gebruik ten hoogste 200 tekens"),
        ("Welkom123456!", "dit wachtwoord is makkelijk te raden; kies bijvoorbeeld een zin van vier woorden"),
        ("123456789012", "dit wachtwoord is makkelijk te raden; kies bijvoorbeeld een zin van vier woorden"),
        ("abababababab", "dit wachtwoord is makkelijk te raden; kies bijvoorbeeld een zin van vier woorden"),
        ("Anna de Wit 2022", "dit lijkt te veel op uw naam of e-mailadres; kies iets anders"),
        (EMAIL, "dit lijkt te veel op uw naam of e-mailadres; kies iets anders"),
    ],
)
def test_een_slecht_wachtwoord_hoort_waarom(wachtwoord: str, melding: str) -> None:
    with pytest.raises(InvoerFout) as fout:
        wachtwoorden.controleer(wachtwoord, email=EMAIL, naam="Anna de Wit")
    assert [(een.veld, een.melding) for een in fout.value.fouten] == [("wachtwoord", melding)]


def test_dezelfde_letters_op_een_ander_toetsenbord_zijn_hetzelfde_wachtwoord() -> None:
    assert wachtwoorden.klopt(wachtwoorden.maak_afdruk("café met thee 7"), "cafe\u0301 met thee 7")
