"""Certificaten van coaches: wie legt ze vast, wie ziet ze, wat staat er in het register en in een aanvraag?"""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import Engine
from tests.hulp.bestanden import PDF
from tests.hulp.bouw import Wereld
from tests.hulp.motoren import motor_van
from tests.hulp.regelboek import STAD

from dakpan.aanvraag.herkomst import Bronsoort
from dakpan.aanvraag.van_organisatie import bekend_van
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import GeenRecht, NietGevonden
from dakpan.opslag.vrager import Vrager
from dakpan.partijen import certificaatlijst, certificaten, register, registerpagina
from dakpan.partijen.certificaatlijst import Geldigheid
from dakpan.partijen.certificaten import Certificaatgegevens
from dakpan.partijen.rechten import Recht
from dakpan.partijen.register import Registervraag

VANDAAG = date(2022, 3, 24)
HBO = Certificaatgegevens("hbo", date(2010, 7, 1))
HARRIE = Certificaatgegevens("harrie", date(2020, 1, 1), date(2022, 6, 22), "harrie.pdf", PDF)


@pytest.fixture
def wereld(database_url: str) -> Iterator[Wereld]:
    motor: Engine = motor_van(database_url)
    yield Wereld(motor)
    motor.dispose()


@pytest.fixture
def noord(wereld: Wereld) -> UUID:
    return wereld.organisatie("Jobcoach Noord")


@pytest.fixture
def anna(wereld: Wereld, noord: UUID) -> Vrager:
    return wereld.medewerker(noord, "Anna Beheer")


@pytest.fixture
def cas(wereld: Wereld, noord: UUID) -> Vrager:
    return wereld.medewerker(noord, "Cas Coach", Recht.UREN_SCHRIJVEN, Recht.AANVRAAG_WIJZIGEN)


def _id(wie: Vrager) -> UUID:
    assert wie.lidmaatschap_id is not None
    return wie.lidmaatschap_id


def _leg_vast(wereld: Wereld, anna: Vrager, cas: Vrager, *wat: Certificaatgegevens) -> list[UUID]:
    with wereld.als(anna) as handeling:
        return [certificaten.leg_vast(handeling, _id(cas), een).id for een in wat]


def test_wat_geldig_is_staat_in_een_nieuwe_aanvraag(wereld: Wereld, anna: Vrager, cas: Vrager) -> None:
    _leg_vast(wereld, anna, cas, HBO, HARRIE)
    with wereld.als(cas) as handeling:
        bekend = bekend_van(handeling)
        assert bekend["aanvraag.jobcoach.hbo"].waarde is True
        harrie = bekend["aanvraag.jobcoach.harrie"]
        assert (harrie.soort, harrie.bron) == (Bronsoort.CERTIFICAAT, "HARRIE-training")
        assert "aanvraag.jobcoach.opleiding" not in bekend
    with wereld.als(cas, op=date(2022, 6, 23)) as handeling:
        assert "aanvraag.jobcoach.harrie" not in bekend_van(handeling)


def test_alle_fouten_tegelijk_en_de_inhoud_van_het_papier_beslist(wereld: Wereld, anna: Vrager, cas: Vrager) -> None:
    fout = Certificaatgegevens("toveren", date(2030, 1, 1), date(2029, 1, 1), "diploma.pdf", b"MZ programma")
    with wereld.als(anna) as handeling:
        with pytest.raises(InvoerFout) as gemeld:
            certificaten.leg_vast(handeling, _id(cas), fout)
        assert [een.veld for een in gemeld.value.fouten] == ["soort", "behaald_op", "geldig_tot", "bestand"]
        assert certificaatlijst.van(handeling, _id(cas)) == []


def test_het_papier_is_van_de_coach_en_van_wie_beheert(wereld: Wereld, noord: UUID, anna: Vrager, cas: Vrager) -> None:
    hbo, harrie = _leg_vast(wereld, anna, cas, HBO, HARRIE)
    for wie in (anna, cas):
        with wereld.als(wie) as handeling:
            assert certificaatlijst.open_papier(handeling, harrie) == ("harrie.pdf", "application/pdf", PDF)
            with pytest.raises(NietGevonden):
                certificaatlijst.open_papier(handeling, hbo)
    collega = wereld.medewerker(noord, "Bo", Recht.UREN_SCHRIJVEN)
    with wereld.als(collega) as handeling, pytest.raises(GeenRecht):
        certificaatlijst.open_papier(handeling, harrie)
    for vreemd in (wereld.medewerker(wereld.organisatie("Elders"), "Vera"), wereld.financier(STAD)):
        with wereld.als(vreemd) as handeling:
            with pytest.raises(NietGevonden):
                certificaatlijst.open_papier(handeling, harrie)
            with pytest.raises(NietGevonden):
                certificaten.leg_vast(handeling, _id(cas), HBO)


def test_zelf_legt_een_coach_niets_vast(wereld: Wereld, cas: Vrager) -> None:
    with wereld.als(cas) as handeling, pytest.raises(GeenRecht):
        certificaten.leg_vast(handeling, _id(cas), HBO)


def test_wat_het_eerst_verloopt_staat_bovenaan(wereld: Wereld, anna: Vrager, cas: Vrager) -> None:
    _leg_vast(wereld, anna, cas, HBO, HARRIE)
    with wereld.als(anna) as handeling:
        regels = certificaatlijst.alle(handeling)
        assert [(een.coach, een.certificaat.soort) for een in regels] == [("Cas Coach", "harrie"), ("Cas Coach", "hbo")]
        # 22 juni is negentig dagen na 24 maart; een dag eerder is dat nog niet binnenkort.
        standen = [regels[0].stand(dag) for dag in (date(2022, 3, 23), VANDAAG, date(2022, 6, 22), date(2022, 6, 23))]
    assert standen == [Geldigheid.GELDIG, Geldigheid.BINNENKORT, Geldigheid.BINNENKORT, Geldigheid.VERLOPEN]


def test_in_het_register_staat_een_aantal_en_een_naam_alleen_van_wie_dat_koos(
    wereld: Wereld, noord: UUID, anna: Vrager, cas: Vrager
) -> None:
    wereld.organisatie("Zonder Papieren")
    _leg_vast(wereld, anna, cas, HBO, HARRIE)
    _leg_vast(wereld, anna, anna, HBO)
    with wereld.als(wereld.financier(STAD)) as handeling:
        sessie = handeling.sessie
        met_harrie, _meer = register.zoek(sessie, Registervraag(certificaat="harrie"), VANDAAG)
        assert [(een.naam, een.coaches) for een in met_harrie] == [("Jobcoach Noord", (("harrie", 1), ("hbo", 2)))]
        assert register.zoek(sessie, Registervraag(certificaat="harrie"), date(2022, 6, 23))[0] == []
        assert register.zoek(sessie, Registervraag("cas coach"), VANDAAG)[0] == []
        assert registerpagina.lees(sessie, noord, VANDAAG).coaches == ()
    with wereld.als(cas) as handeling:
        certificaten.vermeld_mij(handeling, met_naam=True)
    with wereld.als(wereld.financier(STAD)) as handeling:
        assert [een.naam for een in register.zoek(handeling.sessie, Registervraag("cas c"), VANDAAG)[0]] == [
            "Jobcoach Noord"
        ]
        [(naam, bewijzen)] = registerpagina.lees(handeling.sessie, noord, VANDAAG).coaches
    assert naam == "Cas Coach"
    assert [(een.soort, een.geldig_tot) for een in bewijzen] == [("harrie", date(2022, 6, 22)), ("hbo", None)]


def test_weghalen_neemt_papier_en_register_mee(wereld: Wereld, noord: UUID, anna: Vrager, cas: Vrager) -> None:
    [harrie] = _leg_vast(wereld, anna, cas, HARRIE)
    with wereld.als(cas) as handeling, pytest.raises(GeenRecht):
        certificaten.haal_weg(handeling, harrie)
    with wereld.als(anna) as handeling:
        certificaten.haal_weg(handeling, harrie)
        assert certificaatlijst.bestand_bij(handeling, harrie) is None
        assert registerpagina.lees(handeling.sessie, noord, VANDAAG).aantallen == ()
