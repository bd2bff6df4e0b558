"""``dakpan gebruiker``: de eerste gebruiker van een echte installatie."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from tests.hulp.bezoeker import GEHEIM, WACHTWOORD, Bezoeker, geef_wachtwoord, open_loket
from tests.hulp.motoren import motor_van

from dakpan.partijen.rechten import VAN_ORGANISATIE
from dakpan.partijen.tables import Account, Lidmaatschap, Organisatie

Uitkomst = tuple[int, str, str]
ORGANISATIE = ("--organisatie", "12345678", "--naam-organisatie", "Jobcoach Noord")
ANNA = ("gebruiker", "Anna@noord.example", "--naam", "Anna de Wit")


@pytest.fixture(autouse=True)
def _installatie(sqlite_gemigreerd: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for naam, waarde in {
        "DATABASE": sqlite_gemigreerd,
        "GEHEIME_SLEUTEL": GEHEIM,
        "BSN_SLEUTELS": GEHEIM[::-1],
        "BSN_ZOEKSLEUTEL": GEHEIM[::2] + GEHEIM[1::2],
        "ADRES": "http://localhost",
    }.items():
        monkeypatch.setenv(f"DAKPAN_{naam}", waarde)


def test_de_eerste_van_een_organisatie_mag_alles_en_komt_binnen(
    voer: Callable[..., Uitkomst], sqlite_gemigreerd: str, tmp_path: Path
) -> None:
    code, uit, _ = voer(*ANNA, *ORGANISATIE)
    antwoord = json.loads(uit)
    assert (code, antwoord["email"], antwoord["namens"]) == (0, "anna@noord.example", "Jobcoach Noord")
    with Session(motor_van(sqlite_gemigreerd)) as sessie:
        lid = sessie.scalars(select(Lidmaatschap)).one()
        assert set(lid.rechten) == VAN_ORGANISATIE
        assert lid.organisatie is not None
        assert lid.organisatie.kvk == "12345678"
    bezoeker = Bezoeker(open_loket(sqlite_gemigreerd, tmp_path))
    link = antwoord["link"].removeprefix("http://localhost")
    # de klok van de opdracht is echt, die van het loket staat op 2022: de link is dan nog lang geldig
    bezoeker.get(link)
    bezoeker.post(link, {"wachtwoord": WACHTWOORD, "herhaling": WACHTWOORD})
    assert bezoeker.meld_aan("anna@noord.example").status_code == 303


def test_bij_een_financier_met_rollen_en_nog_een_keer_met_andere(
    voer: Callable[..., Uitkomst], sqlite_gemigreerd: str
) -> None:
    for rollen in (("werkconsulent", "beslisser"), ("functioneel_beheerder",)):
        opties = [deel for rol in rollen for deel in ("--rol", rol)]
        code, uit, _ = voer(*ANNA, "--tenant", "staphorst", *opties, "--leesbaar")
        assert code == 0
        assert uit.startswith("anna@noord.example kan werken namens staphorst.\nhttp://localhost/aanmelden/link/")
    with Session(motor_van(sqlite_gemigreerd)) as sessie:
        assert sessie.scalars(select(Lidmaatschap)).one().rollen == ["functioneel_beheerder"]


def test_een_tweede_organisatie_en_wie_al_een_wachtwoord_heeft(
    voer: Callable[..., Uitkomst], sqlite_gemigreerd: str, tmp_path: Path
) -> None:
    voer(*ANNA, *ORGANISATIE)
    with Session(motor_van(sqlite_gemigreerd)) as sessie:
        account_id = sessie.scalars(select(Account.id)).one()
    geef_wachtwoord(open_loket(sqlite_gemigreerd, tmp_path), account_id)
    _, uit, _ = voer(*ANNA, "--organisatie", "87654321", "--naam-organisatie", "Zuid")
    assert json.loads(uit)["link"] is None
    _, uit, _ = voer(*ANNA, "--organisatie", "12345678", "--leesbaar")
    assert "heeft al een wachtwoord" in uit
    with Session(motor_van(sqlite_gemigreerd)) as sessie:
        assert len(sessie.scalars(select(Lidmaatschap)).all()) == len(sessie.scalars(select(Organisatie)).all()) == 2


def test_alle_fouten_in_de_opdracht_tegelijk(fouten: Callable[..., dict[str, str]]) -> None:
    assert set(fouten("gebruiker", "geen adres", "--naam", " ", "--rol", "baas")) == {
        "EMAIL",
        "--naam",
        "--tenant",
        "--rol",
    }
    assert set(fouten(*ANNA, "--organisatie", "123", "--tenant", "staphorst", "--rol", "beslisser")) == {
        "--tenant",
        "--organisatie",
    }
    assert set(fouten(*ANNA, "--tenant", "nergens", "--rol", "beslisser")) == {"--tenant"}
    assert set(fouten(*ANNA, "--organisatie", "12345678")) == {"--naam-organisatie"}
    assert set(fouten(*ANNA, "--tenant", "staphorst")) == {"--rol"}


def test_een_account_van_de_demonstratie_wordt_hier_geen_echt(
    fouten: Callable[..., dict[str, str]], sqlite_gemigreerd: str
) -> None:
    with Session(motor_van(sqlite_gemigreerd)) as sessie:
        sessie.add(Account(email="anna@noord.example", naam="Anna", demo=True))
        sessie.commit()
    assert set(fouten(*ANNA, *ORGANISATIE)) == {"EMAIL"}


def test_zonder_instellingen_zegt_zij_wat_er_ontbreekt(
    fouten: Callable[..., dict[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DAKPAN_GEHEIME_SLEUTEL")
    assert set(fouten(*ANNA, *ORGANISATIE)) == {"geheime_sleutel"}
