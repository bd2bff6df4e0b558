"""Ook van accounts, lidmaatschappen, de organisatie en het factuuradres blijft staan wie wat wanneer wijzigde."""

from collections.abc import Iterator
from dataclasses import replace
from uuid import UUID

import pytest
from sqlalchemy import delete
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from tests.hulp.bezoeker import afdruk
from tests.hulp.bouw import Wereld
from tests.hulp.motoren import motor_van

from dakpan.betaling.rekening.gegevens import (
    Adresgegevens,
    Organisatiegegevens,
    bewaar_factuuradres,
    bewaar_organisatie,
)
from dakpan.opslag.geschiedenis import van_financier, wijzigingen_van
from dakpan.opslag.sporen import Organisatiegeschiedenis, Wijziging
from dakpan.opslag.vrager import Uitzondering, Vrager
from dakpan.opslag.wacht import langs_de_wacht
from dakpan.partijen import medewerkers
from dakpan.partijen.medewerkers import Medewerkergegevens
from dakpan.partijen.rechten import Recht, Rol
from dakpan.partijen.tables import Account

CAS = Medewerkergegevens("Cas Coach", "cas@noord.example", frozenset({Recht.UREN_SCHRIJVEN}))
PLEIN = Adresgegevens("Stad Proef", "Plein 2", "1234 CD", "Proefstad", kvk="12345678")


@pytest.fixture
def wereld(database_url: str) -> Iterator[Wereld]:
    wereld = Wereld(motor_van(database_url))
    yield wereld
    wereld.motor.dispose()


def beheerder(wereld: Wereld, organisatie_id: UUID) -> Vrager:
    """Iemand met een wachtwoord: er moet altijd een beheerder zijn die zich kan aanmelden."""
    anna = wereld.medewerker(organisatie_id, "Anna")
    with Session(wereld.motor) as sessie:
        sessie.get_one(Account, anna.account_id).wachtwoord = afdruk()
        sessie.commit()
    return anna


def velden(rijen: list[Wijziging]) -> list[tuple[str, str, object, object]]:
    return [(rij.tabel, veld["veld"], veld["was"], veld["is"]) for rij in rijen for veld in rij.velden]


def gezien(wereld: Wereld, wie: Vrager, *ids: object) -> list[Wijziging]:
    with wereld.als(wie) as handeling:
        return list(wijzigingen_van(handeling.sessie, wie, *ids))  # type: ignore[arg-type]


def test_een_medewerker_van_uitnodiging_tot_vertrek(wereld: Wereld) -> None:
    noord = wereld.organisatie("Noord")
    beheer, ander = beheerder(wereld, noord), wereld.medewerker(wereld.organisatie("Zuid"), "Bea")
    with wereld.als(beheer) as handeling:
        lid = medewerkers.nodig_uit(handeling, CAS, "Noord", "https://dakpan.example")
        anders = replace(CAS, naam="Cas de Coach", rechten=frozenset({Recht.DECLAREREN}), actief=False)
        medewerkers.wijzig(handeling, lid.id, anders, lid.versie, namens="Noord", adres="https://dakpan.example")
    rijen = gezien(wereld, beheer, lid.id, lid.account_id)
    gewijzigd = velden([een for een in rijen if een.waarom == "medewerker gewijzigd"])
    assert ("account", "naam", "Cas Coach", "Cas de Coach") in gewijzigd
    assert ("lidmaatschap", "rechten", ["uren_schrijven"], ["declareren"]) in gewijzigd
    assert ("lidmaatschap", "actief", True, False) in gewijzigd
    assert {(een.door, een.waarom) for een in rijen} == {
        ("Anna", "medewerker uitgenodigd"),
        ("Anna", "medewerker gewijzigd"),
    }
    assert gezien(wereld, ander, lid.id, lid.account_id) == []


def test_wie_niets_verandert_laat_geen_regel_achter(wereld: Wereld) -> None:
    beheer = beheerder(wereld, wereld.organisatie())
    with wereld.als(beheer) as handeling:
        lid = medewerkers.nodig_uit(handeling, CAS, "Noord", "https://dakpan.example")
        versie = lid.versie
        medewerkers.wijzig(handeling, lid.id, CAS, versie, namens="Noord", adres="https://dakpan.example")
        assert lid.versie == versie + 1  # een ander die tegelijk opslaat merkt het nog steeds
    assert {een.waarom for een in gezien(wereld, beheer, lid.id, lid.account_id)} == {"medewerker uitgenodigd"}


def test_ook_bij_een_financier(wereld: Wereld) -> None:
    stad = wereld.financier("verzonnendam", "Fien", Rol.FUNCTIONEEL_BEHEERDER, Rol.FINANCIEEL)
    with wereld.als(stad) as handeling:
        bewaar_factuuradres(handeling, PLEIN, None)
        bewaar_factuuradres(handeling, replace(PLEIN, straat="Plein 3"), 1)
    laatste, eerste = gezien(wereld, stad, van_financier("verzonnendam"))
    assert velden([laatste]) == [("factuuradres", "straat", "Plein 2", "Plein 3")]
    assert ("factuuradres", "straat", None, "Plein 2") in velden([eerste])
    assert gezien(wereld, wereld.financier("staphorst"), van_financier("verzonnendam")) == []


def test_de_rekening_van_een_organisatie(wereld: Wereld) -> None:
    noord = wereld.organisatie("Noord")
    dirk = wereld.medewerker(noord, "Dirk")
    with wereld.als(dirk) as handeling:
        bewaar_organisatie(handeling, Organisatiegegevens(None, "NL91ABNA0417164300", None, None, None), 1)
        bewaar_organisatie(handeling, Organisatiegegevens(None, "NL20INGB0001234567", None, None, None), 2)
    laatste, _eerste = gezien(wereld, dirk, noord)
    assert ("organisatie", "iban", "NL91ABNA0417164300", "NL20INGB0001234567") in velden([laatste])
    with Session(wereld.motor) as sessie, langs_de_wacht(sessie, Uitzondering.VULLING):
        with pytest.raises(DBAPIError, match="wordt alleen aangevuld"):
            sessie.execute(delete(Organisatiegeschiedenis))
        sessie.rollback()
