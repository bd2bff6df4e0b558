"""Het register en de erkenningen: elke financier besluit zelf, en de reden is niet voor iedereen."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import Engine
from tests.hulp.bezoeker import Bezoeker, open_loket
from tests.hulp.bouw import Wereld
from tests.hulp.motoren import motor_van
from tests.hulp.regelboek import STAD

from dakpan.begrippen.toestand import KanNiet
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import GeenRecht, Gewijzigd
from dakpan.opslag.vrager import Vrager
from dakpan.partijen import erkennen, profiel, register
from dakpan.partijen.erkennen import Erkenningskeuze
from dakpan.partijen.mobiel import bezwaar_tegen_mobiel
from dakpan.partijen.rechten import Rol
from dakpan.partijen.register import Registervraag
from dakpan.partijen.toestanden import Erkenningstatus

VANDAAG = date(2022, 3, 24)
ALLES = Registervraag()
VERLEEN = Erkenningskeuze("verleen", date(2022, 1, 1), date(2022, 12, 31))


@pytest.fixture
def motor(database_url: str) -> Iterator[Engine]:
    gemaakt = motor_van(database_url)
    yield gemaakt
    gemaakt.dispose()


@pytest.fixture
def wereld(motor: Engine) -> Wereld:
    return Wereld(motor)


@pytest.fixture
def noord(wereld: Wereld) -> UUID:
    return wereld.organisatie("Jobcoach Noord")


@pytest.fixture
def beheer(wereld: Wereld) -> Vrager:
    return wereld.financier(STAD, "Fien Beheer", Rol.CONTRACTBEHEERDER)


def _besluit(wereld: Wereld, wie: Vrager, organisatie_id: UUID, keuze: Erkenningskeuze) -> None:
    with wereld.als(wie) as handeling:
        nu = erkennen.haal(handeling, organisatie_id).erkenning
        erkennen.besluit(handeling, organisatie_id, keuze, nu.versie if nu is not None else None)


def _erkend(wereld: Wereld, vraag: Registervraag = ALLES, dag: date = VANDAAG) -> dict[str, tuple[str, ...]]:
    with wereld.als(Vrager(None, "x", tenant_id=STAD)) as handeling:
        regels, _meer = register.zoek(handeling.sessie, vraag, dag)
        return {een.naam: een.erkend for een in regels}


def test_elke_financier_erkent_apart_en_op_de_dag(wereld: Wereld, noord: UUID, beheer: Vrager) -> None:
    assert _erkend(wereld) == {"Jobcoach Noord": ()}
    _besluit(wereld, beheer, noord, VERLEEN)
    assert _erkend(wereld) == {"Jobcoach Noord": (STAD,)}
    assert _erkend(wereld, dag=date(2023, 1, 1)) == {"Jobcoach Noord": ()}
    assert _erkend(wereld, Registervraag(financier=STAD)) == {"Jobcoach Noord": (STAD,)}
    assert _erkend(wereld, Registervraag(financier="staphorst")) == {}
    with wereld.als(beheer) as handeling:
        assert erkennen.is_erkend(handeling, STAD, noord, VANDAAG)
        assert not erkennen.is_erkend(handeling, "staphorst", noord, VANDAAG)


def _staat(wereld: Wereld, wie: Vrager, organisatie_id: UUID, dag: date) -> Erkenningstatus:
    with wereld.als(wie) as handeling:
        return erkennen.haal(handeling, organisatie_id).status(dag)


def test_verlengen_laat_wat_loopt_doorlopen(wereld: Wereld, noord: UUID, beheer: Vrager) -> None:
    _besluit(wereld, beheer, noord, VERLEEN)
    _besluit(wereld, beheer, noord, Erkenningskeuze("verleen", date(2023, 1, 1), date(2023, 12, 31)))
    for dag, erkend in (
        (date(2021, 12, 31), ()),
        (VANDAAG, (STAD,)),
        (date(2022, 12, 31), (STAD,)),
        (date(2023, 12, 31), (STAD,)),
        (date(2024, 1, 1), ()),
    ):
        assert _erkend(wereld, dag=dag) == {"Jobcoach Noord": erkend}
        verwacht = Erkenningstatus.VERLEEND if erkend else Erkenningstatus.GEEN
        assert _staat(wereld, beheer, noord, dag) is verwacht
    with wereld.als(beheer) as handeling:
        assert [een.van for een in erkennen.besluiten(handeling, noord)] == [date(2023, 1, 1), date(2022, 1, 1)]


@pytest.mark.parametrize(
    ("keuze", "veld", "zin"),
    [
        (Erkenningskeuze("verleen", date(2023, 1, 2)), "van", "tot en met 31-12-2022; laat deze daarop aan"),
        (Erkenningskeuze("verleen", date(2021, 1, 1), date(2021, 12, 30)), "tot_en_met", "vanaf 01-01-2022"),
    ],
)
def test_een_tweede_erkenning_met_een_gat_ertussen_laat_de_eerste_staan(
    wereld: Wereld, noord: UUID, beheer: Vrager, keuze: Erkenningskeuze, veld: str, zin: str
) -> None:
    _besluit(wereld, beheer, noord, VERLEEN)
    with pytest.raises(InvoerFout, match=zin) as fout:
        _besluit(wereld, beheer, noord, keuze)
    assert [een.veld for een in fout.value.fouten] == [veld]
    assert _erkend(wereld) == {"Jobcoach Noord": (STAD,)}


def test_wat_er_vlak_voor_bij_komt_laat_het_einde_staan(wereld: Wereld, noord: UUID, beheer: Vrager) -> None:
    _besluit(wereld, beheer, noord, VERLEEN)
    _besluit(wereld, beheer, noord, Erkenningskeuze("verleen", date(2021, 7, 1), date(2021, 12, 31)))
    for dag, erkend in (
        (date(2021, 7, 1), True),
        (VANDAAG, True),
        (date(2022, 12, 31), True),
        (date(2023, 1, 1), False),
    ):
        assert bool(_erkend(wereld, dag=dag)["Jobcoach Noord"]) == erkend


def test_een_erkenning_die_nog_begint_telt_nog_niet(wereld: Wereld, noord: UUID, beheer: Vrager) -> None:
    _besluit(wereld, beheer, noord, Erkenningskeuze("verleen", date(2022, 6, 1)))
    assert _staat(wereld, beheer, noord, VANDAAG) is Erkenningstatus.GEEN
    assert _staat(wereld, beheer, noord, date(2022, 6, 1)) is Erkenningstatus.VERLEEND


def test_schorsen_vraagt_een_reden_die_alleen_de_twee_kanten_lezen(wereld: Wereld, noord: UUID, beheer: Vrager) -> None:
    _besluit(wereld, beheer, noord, VERLEEN)
    with pytest.raises(InvoerFout, match="schrijf waarom"):
        _besluit(wereld, beheer, noord, Erkenningskeuze("schors", VANDAAG))
    _besluit(wereld, beheer, noord, Erkenningskeuze("schors", VANDAAG, reden="Klachten"))
    assert _erkend(wereld) == {"Jobcoach Noord": ()}
    anna = wereld.medewerker(noord, "Anna")
    elders = wereld.medewerker(wereld.organisatie("Elders"), "Vera")
    ander = wereld.financier("staphorst")
    for wie, redenen in ((anna, ["Klachten", ""]), (elders, []), (ander, [])):
        with wereld.als(wie) as handeling:
            assert [een.reden for een in erkennen.besluiten(handeling, noord)] == redenen


def test_intrekken_kan_alleen_wat_er_is(wereld: Wereld, noord: UUID, beheer: Vrager) -> None:
    with pytest.raises(KanNiet, match="geen erkenning om in te trekken"):
        _besluit(wereld, beheer, noord, Erkenningskeuze("trek_in", VANDAAG, reden="x"))
    _besluit(wereld, beheer, noord, VERLEEN)
    with wereld.als(beheer) as handeling, pytest.raises(Gewijzigd):
        erkennen.besluit(handeling, noord, VERLEEN, None)


def test_wie_het_niet_mag_erkent_niet(wereld: Wereld, noord: UUID) -> None:
    for wie in (wereld.financier(STAD, "Bo", Rol.BESLISSER), wereld.medewerker(noord, "Anna")):
        with wereld.als(wie) as handeling, pytest.raises(GeenRecht):
            erkennen.haal(handeling, noord)


def test_zoeken_op_regio_en_ervaring(wereld: Wereld, noord: UUID) -> None:
    anna = wereld.medewerker(noord, "Anna")
    with wereld.als(anna) as handeling:
        profiel.werk_bij(handeling, ["autisme", "toveren"], ["drenthe"])
    assert list(_erkend(wereld, Registervraag(regio="drenthe", specialisatie="autisme"))) == ["Jobcoach Noord"]
    assert _erkend(wereld, Registervraag(regio="zeeland")) == {}
    assert list(_erkend(wereld, Registervraag("NOORD"))) == ["Jobcoach Noord"]
    with wereld.als(wereld.financier(STAD)) as handeling, pytest.raises(KanNiet):
        profiel.mijn_organisatie(handeling)


@pytest.mark.parametrize("goed", ["31612345678", "32470123456"])
def test_een_mobiel_nummer_dat_klopt(goed: str) -> None:
    assert bezwaar_tegen_mobiel(goed) == ""


@pytest.mark.parametrize("fout", ["0612345678", "+31 6 12345678", "06-12345678", "0031612345678"])
def test_een_mobiel_nummer_dat_anders_hoort(fout: str) -> None:
    assert "bedoelde u 31612345678?" in bezwaar_tegen_mobiel(fout)


def test_het_register_is_te_lezen_zonder_account(sqlite_gemigreerd: str, tmp_path: Path) -> None:
    wereld = Wereld(motor_van(sqlite_gemigreerd))
    wereld.medewerker(wereld.organisatie("Jobcoach Noord"), "Anna Geheim")
    app = open_loket(sqlite_gemigreerd, tmp_path)
    pagina = Bezoeker(app).get("/register?q=noord&regio=onbekend")
    assert pagina.status_code == 200
    assert "Jobcoach Noord" in pagina.text
    assert "Anna Geheim" not in pagina.text
    assert Bezoeker(app).get("/erkenningen").status_code == 302


def test_een_organisatie_zegt_zelf_waar_zij_goed_in_is(sqlite_gemigreerd: str, tmp_path: Path) -> None:
    wereld = Wereld(motor_van(sqlite_gemigreerd))
    wie = wereld.medewerker(wereld.organisatie("Jobcoach Noord"), "Anna Beheer")
    bezoeker = Bezoeker(open_loket(sqlite_gemigreerd, tmp_path)).als(wie)
    bezoeker.get("/register/onze-organisatie")
    fout = bezoeker.post("/register/onze-organisatie", {"regios": "atlantis"})
    assert fout.status_code == 422
    goed = bezoeker.post("/register/onze-organisatie", {"specialisaties": "autisme", "regios": "drenthe"})
    assert goed.status_code == 303
    assert "Zo staat u nu in het register." in bezoeker.get("/register/onze-organisatie").text
    iedereen = Bezoeker(bezoeker.app)
    assert "Jobcoach Noord" in iedereen.get("/register?specialisatie=autisme&regio=drenthe").text
    assert "Jobcoach Noord" not in iedereen.get("/register?regio=zeeland").text
