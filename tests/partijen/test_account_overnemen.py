"""Het hele leven van een account, en wie er op elk moment in mag: nooit een ander dan wie het adres leest."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from tests.hulp.bezoeker import GEHEIM, WACHTWOORD
from tests.hulp.bouw import Wereld, moment
from tests.hulp.motoren import motor_van
from tests.partijen.conftest import met_wachtwoord

from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.vrager import Vrager
from dakpan.partijen import medewerkers, uitnodigen, wachtwoorden
from dakpan.partijen.aanvaarden import neem_aan, sla_af
from dakpan.partijen.accounts import leden_en_uitnodigingen
from dakpan.partijen.adreswijziging import bevestig_adres
from dakpan.partijen.medewerkers import Medewerkergegevens, Medewerkersvraag
from dakpan.partijen.poort import Geweigerd, Wachten
from dakpan.partijen.rechten import Recht, Rol
from dakpan.partijen.tables import Account, Brief, EenmaligeLink, Lidmaatschap

ADRES = "https://dakpan.example"
DAG = date(2022, 3, 24)
NU = moment(DAG)
CHEF = "chef@stad.example"
HULPJE = Medewerkergegevens("Hulpje", "hulpje@noord.example", frozenset({Recht.UREN_SCHRIJVEN}))
BESLISSER = Medewerkergegevens("Chef", CHEF, rollen=frozenset({Rol.BESLISSER}))
NAMEN = {"verzonnendam": "Verzonnendam"}


@pytest.fixture
def wereld(database_url: str) -> Iterator[Wereld]:
    wereld = Wereld(motor_van(database_url), DAG)
    yield wereld
    wereld.motor.dispose()


@pytest.fixture
def noord(wereld: Wereld) -> Vrager:
    return met_wachtwoord(wereld, wereld.medewerker(wereld.organisatie("Noord"), "Anna"))


@pytest.fixture
def stad(wereld: Wereld) -> Vrager:
    return met_wachtwoord(wereld, wereld.financier("verzonnendam", "Fien", Rol.FUNCTIONEEL_BEHEERDER))


def nodig_uit(wereld: Wereld, vrager: Vrager, gegevens: Medewerkergegevens) -> Lidmaatschap:
    with wereld.als(vrager) as handeling:
        return medewerkers.nodig_uit(handeling, gegevens, "Noord", ADRES)


def wijzig(wereld: Wereld, vrager: Vrager, lid: Lidmaatschap, gegevens: Medewerkergegevens) -> Lidmaatschap:
    with wereld.als(vrager) as handeling:
        versie = medewerkers.haal(handeling, lid.id).versie
        return medewerkers.wijzig(handeling, lid.id, gegevens, versie, namens="Noord", adres=ADRES)


def post(wereld: Wereld, aan: str) -> list[Brief]:
    with Session(wereld.motor) as sessie:
        return list(sessie.scalars(select(Brief).where(Brief.aan == aan).order_by(Brief.id)))


def geheim(brief: Brief) -> str:
    gevonden = re.search(r"/aanmelden/link/(\S+)", brief.tekst)
    assert gevonden is not None
    return gevonden[1]


def kies(wereld: Wereld, brief: Brief, wachtwoord: str = WACHTWOORD) -> None:
    with Session(wereld.motor) as sessie:
        uitnodigen.kies_wachtwoord(sessie, geheim(brief), wachtwoord, NU, demo=False)


def bevestig(wereld: Wereld, brief: Brief, wachtwoord: str = WACHTWOORD) -> None:
    with Session(wereld.motor) as sessie:
        bevestig_adres(sessie, geheim(brief), wachtwoord, NU, sleutel=GEHEIM, demo=False)


def werkt_voor(wereld: Wereld, email: str) -> tuple[list[str], list[str]]:
    """Voor wie kan dit adres werken, en wie vroeg het?"""
    with Session(wereld.motor) as sessie:
        account = sessie.scalars(select(Account).where(Account.email == email)).one()
        leden, vragen = leden_en_uitnodigingen(sessie, account.id, NAMEN)
        return [lid.namens for lid in leden], [lid.namens for lid in vragen]


def in_dienst(wereld: Wereld, noord: Vrager) -> Lidmaatschap:
    """Het hulpje nam de uitnodiging aan: zijn wachtwoord is van hemzelf."""
    lid = nodig_uit(wereld, noord, HULPJE)
    kies(wereld, post(wereld, HULPJE.email)[-1])
    return lid


def test_een_adres_dat_niemand_bevestigde_wordt_nooit_het_account_van_een_ander(
    wereld: Wereld, noord: Vrager, stad: Vrager
) -> None:
    lid = in_dienst(wereld, noord)
    wijzig(wereld, noord, lid, replace(HULPJE, email=CHEF))
    assert werkt_voor(wereld, HULPJE.email) == (["Noord"], [])
    nodig_uit(wereld, stad, BESLISSER)
    with Session(wereld.motor) as sessie:
        chef = sessie.scalars(select(Account).where(Account.email == CHEF)).one()
        assert (chef.id != lid.account_id, chef.wachtwoord) == (True, None)
    with pytest.raises(NietGevonden):  # de oude link wijst naar een adres dat intussen bezet is
        bevestig(wereld, post(wereld, CHEF)[0])
    kies(wereld, post(wereld, CHEF)[-1], "iets dat alleen de chef weet")
    assert werkt_voor(wereld, CHEF) == (["Verzonnendam"], [])


def test_wie_een_adres_leest_heeft_ook_het_wachtwoord_van_nu_nodig(wereld: Wereld, noord: Vrager) -> None:
    lid = in_dienst(wereld, noord)
    with Session(wereld.motor) as sessie:
        eerder = sessie.get_one(Account, lid.account_id).sessieversie
    wijzig(wereld, noord, lid, replace(HULPJE, email=CHEF))
    brief = post(wereld, CHEF)[-1]
    with pytest.raises(Geweigerd):
        bevestig(wereld, brief, "niet het wachtwoord van nu")
    with pytest.raises(NietGevonden):  # met deze link kiest niemand een wachtwoord
        kies(wereld, brief, "een wachtwoord van de aanvaller")
    bevestig(wereld, brief)
    with Session(wereld.motor) as sessie:
        account = sessie.get_one(Account, lid.account_id)
        assert (account.email, account.sessieversie) == (CHEF, eerder + 1)
        assert sessie.scalars(select(EenmaligeLink).where(EenmaligeLink.gebruikt_op.is_(None))).all() == []
    assert [brief.onderwerp for brief in post(wereld, HULPJE.email)][-1] == "Uw e-mailadres voor Dakpan is gewijzigd"


def test_raden_naar_het_wachtwoord_houdt_op(wereld: Wereld, noord: Vrager) -> None:
    wijzig(wereld, noord, in_dienst(wereld, noord), replace(HULPJE, email=CHEF))
    brief = post(wereld, CHEF)[-1]
    for _ in range(5):
        with pytest.raises(Geweigerd):
            bevestig(wereld, brief, "mis")
    with pytest.raises(Wachten):
        bevestig(wereld, brief)


def test_een_nieuwe_plek_telt_pas_als_de_persoon_haar_aanneemt(wereld: Wereld, noord: Vrager, stad: Vrager) -> None:
    in_dienst(wereld, noord)
    lid = nodig_uit(wereld, stad, replace(BESLISSER, email=HULPJE.email))
    assert werkt_voor(wereld, HULPJE.email) == (["Noord"], ["Verzonnendam"])
    brief = post(wereld, HULPJE.email)[-1]
    assert "/aanmelden/link/" not in brief.tekst
    assert f"{ADRES}/namens" in brief.tekst
    with Session(wereld.motor) as sessie:
        with pytest.raises(NietGevonden):
            neem_aan(sessie, stad.account_id, lid.id, NU)  # type: ignore[arg-type]
        neem_aan(sessie, lid.account_id, lid.id, NU)
        with pytest.raises(NietGevonden):
            sla_af(sessie, lid.account_id, lid.id)
    assert werkt_voor(wereld, HULPJE.email) == (["Noord", "Verzonnendam"], [])


def test_afslaan_kan_ook(wereld: Wereld, noord: Vrager, stad: Vrager) -> None:
    in_dienst(wereld, noord)
    lid = nodig_uit(wereld, stad, replace(BESLISSER, email=HULPJE.email))
    with Session(wereld.motor) as sessie:
        sla_af(sessie, lid.account_id, lid.id)
    assert werkt_voor(wereld, HULPJE.email) == (["Noord"], [])


def test_een_eerste_wachtwoord_neemt_alleen_de_eigen_uitnodiging_aan(
    wereld: Wereld, noord: Vrager, stad: Vrager
) -> None:
    nodig_uit(wereld, noord, replace(HULPJE, email=CHEF))
    nodig_uit(wereld, stad, BESLISSER)
    van_noord, van_stad = post(wereld, CHEF)
    with Session(wereld.motor) as sessie:  # de uitnodiging van de een trekt die van de ander niet in
        assert uitnodigen.account_van(sessie, geheim(van_noord), NU, demo=False).email == CHEF
    kies(wereld, van_stad)
    assert werkt_voor(wereld, CHEF) == (["Verzonnendam"], ["Noord"])


def test_een_vergeten_wachtwoord_neemt_niets_aan(wereld: Wereld, stad: Vrager) -> None:
    nodig_uit(wereld, stad, BESLISSER)
    with Session(wereld.motor) as sessie:
        uitnodigen.wachtwoord_vergeten(sessie, CHEF, NU, computer="192.0.2.1", geheim=GEHEIM, adres=ADRES, demo=False)
    kies(wereld, post(wereld, CHEF)[-1])
    assert werkt_voor(wereld, CHEF) == ([], ["Verzonnendam"])


@pytest.mark.parametrize("bekend", [True, False], ids=["al van een ander", "van niemand"])
def test_uitnodigen_en_wijzigen_zeggen_niets_over_een_ander(
    wereld: Wereld, noord: Vrager, stad: Vrager, bekend: bool
) -> None:
    if bekend:
        nodig_uit(wereld, stad, replace(BESLISSER, naam="Echte Naam"))
        kies(wereld, post(wereld, CHEF)[-1])
    lid = nodig_uit(wereld, noord, replace(HULPJE, naam="Getypte Naam", email=CHEF))
    assert (lid.heet, lid.aanvaard_op) == ("Getypte Naam", None)
    with wereld.als(noord) as handeling:
        (gevonden,) = medewerkers.lijst(handeling, Medewerkersvraag("getypte")).regels
        assert gevonden.heet == "Getypte Naam"
        assert medewerkers.lijst(handeling, Medewerkersvraag("echte")).regels == ()
    wijzig(wereld, noord, lid, replace(HULPJE, naam="Andere Naam", email=CHEF))
    collega = in_dienst(wereld, noord)
    assert wijzig(wereld, noord, collega, replace(HULPJE, email="vrij@noord.example")).nieuw_adres
    assert wijzig(wereld, noord, collega, replace(HULPJE, email="fien@elders.example")).nieuw_adres
    with Session(wereld.motor) as sessie:
        namen = set(sessie.scalars(select(Account.naam).where(Account.email == CHEF)))
    assert namen == ({"Echte Naam"} if bekend else {"Andere Naam"})


def test_een_adres_van_een_ander_vragen_laat_alleen_die_ander_iets_weten(
    wereld: Wereld, noord: Vrager, stad: Vrager
) -> None:
    collega = in_dienst(wereld, noord)
    nodig_uit(wereld, stad, BESLISSER)
    kies(wereld, post(wereld, CHEF)[-1])
    assert wijzig(wereld, noord, collega, replace(HULPJE, email=CHEF)).nieuw_adres == CHEF
    brief = post(wereld, CHEF)[-1]
    assert "ander account" in brief.tekst
    assert "/aanmelden/link/" not in brief.tekst
    assert werkt_voor(wereld, CHEF) == (["Verzonnendam"], [])


def test_een_uitnodiging_op_een_verkeerd_adres_gaat_naar_het_goede(wereld: Wereld, noord: Vrager) -> None:
    lid = nodig_uit(wereld, noord, replace(HULPJE, email="tikfout@noord.example"))
    verkeerd = post(wereld, "tikfout@noord.example")[-1]
    wijzig(wereld, noord, lid, HULPJE)
    with pytest.raises(NietGevonden):
        kies(wereld, verkeerd)
    kies(wereld, post(wereld, HULPJE.email)[-1])
    assert werkt_voor(wereld, HULPJE.email) == (["Noord"], [])
    assert werkt_voor(wereld, "tikfout@noord.example") == ([], [])


def test_een_adres_bevestigen_verloopt(wereld: Wereld, noord: Vrager) -> None:
    wijzig(wereld, noord, in_dienst(wereld, noord), replace(HULPJE, email=CHEF))
    brief = post(wereld, CHEF)[-1]
    later, code = NU + timedelta(days=3), geheim(brief)
    with Session(wereld.motor) as sessie, pytest.raises(NietGevonden):
        bevestig_adres(sessie, code, WACHTWOORD, later, sleutel=GEHEIM, demo=False)


def test_wie_weg_is_houdt_zijn_account_voor_een_ander_huis(wereld: Wereld, noord: Vrager, stad: Vrager) -> None:
    lid = in_dienst(wereld, noord)
    with Session(wereld.motor) as sessie:
        neem_aan(sessie, lid.account_id, nodig_uit(wereld, stad, replace(BESLISSER, email=HULPJE.email)).id, NU)
    wijzig(wereld, noord, lid, replace(HULPJE, actief=False))
    assert werkt_voor(wereld, HULPJE.email) == (["Verzonnendam"], [])
    with Session(wereld.motor) as sessie:
        assert wachtwoorden.klopt(sessie.get_one(Account, lid.account_id).wachtwoord, WACHTWOORD)
