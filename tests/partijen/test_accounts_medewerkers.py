"""Een beheerder ziet en wijzigt alleen zijn eigen mensen, en er blijft er altijd één over; op beide databases."""

import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import event, func, select
from sqlalchemy.orm import Session
from tests.hulp.alleen import OP_POSTGRESQL
from tests.hulp.bezoeker import afdruk
from tests.hulp.bouw import Wereld, moment
from tests.hulp.motoren import motor_van
from tests.partijen.conftest import met_wachtwoord

from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.basis import nieuw_id
from dakpan.opslag.fouten import GeenRecht, Gewijzigd, NietGevonden
from dakpan.opslag.vrager import Vrager
from dakpan.partijen import medewerkers
from dakpan.partijen.medewerkers import Medewerkergegevens, Medewerkersvraag
from dakpan.partijen.rechten import Recht, Rol
from dakpan.partijen.tables import Account, Brief, Lidmaatschap, Organisatie

ADRES = "https://dakpan.example"
NIEUW = Medewerkergegevens("Cas Coach", "Cas@Noord.example", frozenset({Recht.UREN_SCHRIJVEN}))
DAG = date(2022, 3, 24)


@pytest.fixture
def wereld(database_url: str) -> Iterator[Wereld]:
    wereld = Wereld(motor_van(database_url), DAG)
    yield wereld
    wereld.motor.dispose()


@pytest.fixture
def beheer(wereld: Wereld) -> Vrager:
    return met_wachtwoord(wereld, wereld.medewerker(wereld.organisatie("Noord"), "Anna de Wit"))


@pytest.fixture
def ander(wereld: Wereld) -> Vrager:
    return met_wachtwoord(wereld, wereld.medewerker(wereld.organisatie("Zuid"), "Bea Ander"))


@pytest.fixture
def stad(wereld: Wereld) -> Vrager:
    return met_wachtwoord(wereld, wereld.financier("verzonnendam", "Fien Beheer", Rol.FUNCTIONEEL_BEHEERDER))


def _nodig_uit(wereld: Wereld, vrager: Vrager, gegevens: Medewerkergegevens = NIEUW) -> Lidmaatschap:
    with wereld.als(vrager) as handeling:
        return medewerkers.nodig_uit(handeling, gegevens, "Noord", ADRES)


def _wijzig(wereld: Wereld, vrager: Vrager, lid_id: object, gegevens: Medewerkergegevens, versie: int = 1) -> None:
    with wereld.als(vrager) as handeling:
        medewerkers.wijzig(handeling, lid_id, gegevens, versie, namens="Noord", adres=ADRES)  # type: ignore[arg-type]


def _namen(wereld: Wereld, vrager: Vrager, zoek: str = "", *, ook_inactief: bool = False) -> list[str]:
    with wereld.als(vrager) as handeling:
        gevonden = medewerkers.lijst(handeling, Medewerkersvraag(zoek, ook_inactief))
        return [lid.account.naam for lid in gevonden.regels]


def _velden(fout: pytest.ExceptionInfo[InvoerFout]) -> set[str]:
    return {een.veld for een in fout.value.fouten}


def _post(wereld: Wereld) -> list[Brief]:
    with Session(wereld.motor) as sessie:
        return list(sessie.scalars(select(Brief).order_by(Brief.id)))


def test_uitnodigen_zet_iemand_in_de_lijst_met_een_link(wereld: Wereld, beheer: Vrager, ander: Vrager) -> None:
    lid = _nodig_uit(wereld, beheer)
    assert (lid.account.email, lid.rechten, lid.organisatie_id) == (
        "cas@noord.example",
        ["uren_schrijven"],
        beheer.organisatie_id,
    )
    assert _namen(wereld, beheer) == ["Anna de Wit", "Cas Coach"]
    assert _namen(wereld, ander) == ["Bea Ander"]
    (brief,) = _post(wereld)
    assert brief.aan == "cas@noord.example"
    assert f"{ADRES}/aanmelden/link/" in brief.tekst


def test_niet_twee_keer_in_dezelfde_lijst(wereld: Wereld, beheer: Vrager) -> None:
    _nodig_uit(wereld, beheer)
    with pytest.raises(InvoerFout) as fout:
        _nodig_uit(wereld, beheer)
    assert _velden(fout) == {"email"}
    assert len(_post(wereld)) == 1


@OP_POSTGRESQL
def test_wie_tegelijk_hetzelfde_adres_uitnodigt_leest_het_bij_het_adres(wereld: Wereld, beheer: Vrager) -> None:
    """Op SQLite wachten schrijvers op elkaar; hier komt de een tussen het nakijken en het schrijven van de ander."""
    assert beheer.organisatie_id is not None
    tweede = wereld.medewerker(beheer.organisatie_id, "Dirk Beheer")
    with wereld.als(beheer) as handeling:
        event.listen(handeling.sessie, "before_flush", lambda *_: _nodig_uit(wereld, tweede), once=True)
        with pytest.raises(InvoerFout, match="staat al in de lijst") as fout:
            medewerkers.nodig_uit(handeling, NIEUW, "Noord", ADRES)
    assert _velden(fout) == {"email"}
    assert len(_post(wereld)) == 1


@OP_POSTGRESQL
def test_twee_organisaties_kunnen_iemand_tegelijk_uitnodigen(wereld: Wereld, beheer: Vrager, ander: Vrager) -> None:
    with wereld.als(beheer) as handeling:
        event.listen(handeling.sessie, "before_flush", lambda *_: _nodig_uit(wereld, ander), once=True)
        medewerkers.nodig_uit(handeling, NIEUW, "Noord", ADRES)
    assert "Cas Coach" in _namen(wereld, beheer)
    assert "Cas Coach" in _namen(wereld, ander)
    with Session(wereld.motor) as sessie:
        assert sessie.scalar(select(func.count()).where(Account.email == "cas@noord.example")) == 1


def test_alle_fouten_tegelijk(wereld: Wereld, stad: Vrager) -> None:
    with pytest.raises(InvoerFout) as fout:
        _nodig_uit(wereld, stad, Medewerkergegevens(" ", "geen adres"))
    assert _velden(fout) == {"naam", "email", "rollen"}


@pytest.mark.parametrize(
    "email",
    ["", "anna", "anna@", "a@b", "a b@c.nl", "a@b.nl\nBcc: c@d.nl", "a@b.nl,c@d.nl", "<a@b.nl>", f"{'a' * 250}@b.nl"],
)
def test_wat_geen_e_mailadres_is(email: str) -> None:
    assert not medewerkers.is_email(email)


def test_opnieuw_uitnodigen_stuurt_een_andere_link(wereld: Wereld, beheer: Vrager) -> None:
    lid = _nodig_uit(wereld, beheer)
    with wereld.als(beheer) as handeling:
        medewerkers.nodig_opnieuw_uit(handeling, lid.id, "Noord", ADRES)
    eerste, tweede = _post(wereld)
    assert eerste.tekst != tweede.tekst


def test_zonder_het_recht_niets(wereld: Wereld, beheer: Vrager) -> None:
    assert beheer.organisatie_id is not None
    coach = wereld.medewerker(beheer.organisatie_id, "Cas Coach", Recht.UREN_SCHRIJVEN)
    assert beheer.lidmaatschap_id is not None
    with wereld.als(coach) as handeling:
        for poging in (
            lambda: medewerkers.lijst(handeling),
            lambda: medewerkers.haal(handeling, beheer.lidmaatschap_id),
            lambda: medewerkers.nodig_uit(handeling, NIEUW, "Noord", ADRES),
            lambda: medewerkers.wijzig(handeling, beheer.lidmaatschap_id, NIEUW, 1, namens="Noord", adres=ADRES),
            lambda: medewerkers.nodig_opnieuw_uit(handeling, beheer.lidmaatschap_id, "Noord", ADRES),
        ):
            with pytest.raises(GeenRecht):
                poging()
    assert _post(wereld) == []


@pytest.mark.parametrize("wie", ["ander", "stad"])
def test_die_van_een_ander_bestaan_niet(
    wereld: Wereld, beheer: Vrager, wie: str, request: pytest.FixtureRequest
) -> None:
    vreemde: Vrager = request.getfixturevalue(wie)
    beslisser = replace(NIEUW, rollen=frozenset({Rol.BESLISSER}))
    for vrager, doel in ((vreemde, beheer), (beheer, vreemde)):
        with wereld.als(vrager) as handeling:
            assert doel.lidmaatschap_id is not None
            with pytest.raises(NietGevonden):
                medewerkers.haal(handeling, doel.lidmaatschap_id)
            with pytest.raises(NietGevonden):
                medewerkers.wijzig(handeling, doel.lidmaatschap_id, beslisser, 1, namens="Noord", adres=ADRES)
            with pytest.raises(NietGevonden):
                medewerkers.nodig_opnieuw_uit(handeling, doel.lidmaatschap_id, "Noord", ADRES)


def test_rechten_wijzigen_en_weg_laten_gaan(wereld: Wereld, beheer: Vrager) -> None:
    lid = _nodig_uit(wereld, beheer)
    _wijzig(wereld, beheer, lid.id, replace(NIEUW, naam="Cas Koster", rechten=frozenset({Recht.DECLAREREN})))
    assert _namen(wereld, beheer, "koster") == ["Cas Koster"]
    _wijzig(wereld, beheer, lid.id, replace(NIEUW, naam="Cas Koster", actief=False), versie=2)
    assert _namen(wereld, beheer, "koster") == []
    assert _namen(wereld, beheer, "CAS@NOORD", ook_inactief=True) == ["Cas Koster"]
    with Session(wereld.motor) as sessie:
        assert sessie.get_one(Lidmaatschap, lid.id).account.actief


@pytest.mark.parametrize("zoek", ["%", "_", "'", "\\"])
def test_zoeken_neemt_elk_teken_letterlijk(wereld: Wereld, beheer: Vrager, zoek: str) -> None:
    assert _namen(wereld, beheer, zoek) == []


def test_wie_een_oude_versie_zag_hoort_het(wereld: Wereld, beheer: Vrager) -> None:
    lid = _nodig_uit(wereld, beheer)
    _wijzig(wereld, beheer, lid.id, replace(NIEUW, naam="Alleen de naam"))
    with pytest.raises(Gewijzigd):
        _wijzig(wereld, beheer, lid.id, NIEUW)
    assert _namen(wereld, beheer, "alleen") == ["Alleen de naam"]


@pytest.mark.parametrize("anders", [{"rechten": frozenset()}, {"actief": False}])
def test_de_laatste_beheerder_blijft(wereld: Wereld, beheer: Vrager, anders: dict[str, Any]) -> None:
    with Session(wereld.motor) as sessie:
        account = sessie.get_one(Account, beheer.account_id)
    zelf = Medewerkergegevens(account.naam, account.email, beheer.rechten)
    uitgenodigd = replace(NIEUW, rechten=frozenset({Recht.MEDEWERKERS_BEHEREN}))
    tweede = _nodig_uit(wereld, beheer, uitgenodigd)  # wie nog geen wachtwoord koos kan nog niets beheren
    with pytest.raises(InvoerFout) as fout:
        _wijzig(wereld, beheer, beheer.lidmaatschap_id, replace(zelf, **anders))
    assert _velden(fout) <= {"modules", "actief"}
    with Session(wereld.motor) as sessie:
        assert sessie.get_one(Lidmaatschap, beheer.lidmaatschap_id).actief
        sessie.get_one(Account, tweede.account_id).wachtwoord = afdruk()
        sessie.get_one(Lidmaatschap, tweede.id).aanvaard_op = moment(DAG)
        sessie.commit()
    _wijzig(wereld, beheer, beheer.lidmaatschap_id, replace(zelf, **anders))


def test_twee_beheerders_die_elkaar_tegelijk_afzetten(wereld: Wereld, beheer: Vrager) -> None:
    assert beheer.organisatie_id is not None
    tweede = met_wachtwoord(wereld, wereld.medewerker(beheer.organisatie_id, "Dirk Beheer"))
    with Session(wereld.motor) as sessie:
        emails = {een: sessie.get_one(Account, een.account_id).email for een in (beheer, tweede)}
    start, uitkomsten = threading.Barrier(2), list[str]()

    def zet_af(wie: Vrager, ander: Vrager) -> None:
        start.wait()
        try:
            _wijzig(wereld, wie, ander.lidmaatschap_id, Medewerkergegevens(ander.naam, emails[ander]))
            uitkomsten.append("gelukt")
        except InvoerFout:
            uitkomsten.append("geweigerd")

    draden = [threading.Thread(target=zet_af, args=paar) for paar in ((beheer, tweede), (tweede, beheer))]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    assert sorted(uitkomsten) == ["gelukt", "geweigerd"]


def test_een_financier_werkt_met_rollen(wereld: Wereld, stad: Vrager) -> None:
    lid = _nodig_uit(
        wereld, stad, Medewerkergegevens("Bo Beslis", "bo@stad.example", rollen=frozenset({Rol.BESLISSER}))
    )
    assert (lid.tenant_id, lid.organisatie_id, lid.rollen) == ("verzonnendam", None, ["beslisser"])
    assert _namen(wereld, stad) == ["Bo Beslis", "Fien Beheer"]


def test_bladeren(wereld: Wereld, beheer: Vrager) -> None:
    assert beheer.organisatie_id is not None
    with Session(wereld.motor) as sessie:
        organisatie = sessie.get_one(Organisatie, beheer.organisatie_id)
        sessie.add_all(
            Lidmaatschap(
                organisatie=organisatie, account=Account(email=f"m{nummer}@noord.example", naam=f"M {nummer:03d}")
            )
            for nummer in range(medewerkers.PER_BLADZIJDE)
        )
        sessie.commit()
    with wereld.als(beheer) as handeling:
        eerste = medewerkers.lijst(handeling)
        tweede = medewerkers.lijst(handeling, Medewerkersvraag(na=eerste.regels[-1].id))
        terug = medewerkers.lijst(handeling, Medewerkersvraag(voor=tweede.regels[0].id))
        nergens = medewerkers.lijst(handeling, Medewerkersvraag(na=nieuw_id()))
    assert (len(eerste.regels), eerste.vorige, eerste.volgende) == (medewerkers.PER_BLADZIJDE, False, True)
    assert (len(tweede.regels), tweede.vorige, tweede.volgende) == (1, True, False)
    assert (terug.regels, terug.vorige, nergens.regels) == (eerste.regels, False, eerste.regels)


def test_zonder_het_recht_bestaat_een_vreemd_id_ook_niet(wereld: Wereld, beheer: Vrager, ander: Vrager) -> None:
    """Eerst of het er is, dan of het mag: zo is een vreemd id overal hetzelfde als een onbekend."""
    assert beheer.organisatie_id is not None
    coach = wereld.medewerker(beheer.organisatie_id, "Cas Coach", Recht.UREN_SCHRIJVEN)
    with wereld.als(coach) as handeling:
        for vreemd in (ander.lidmaatschap_id, nieuw_id()):
            assert vreemd is not None
            with pytest.raises(NietGevonden):
                medewerkers.haal(handeling, vreemd)
