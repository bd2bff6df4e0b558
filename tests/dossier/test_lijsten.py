"""De lijst van zaken: zoeken, filteren en bladeren, altijd alleen in wat van de vrager is."""

from datetime import date
from uuid import UUID

import pytest
from tests.hulp.bouw import Bouwzaak, Wereld
from tests.hulp.regelboek import STAD

from dakpan.begrippen.nummers import Bsn
from dakpan.dossier import lijsten
from dakpan.dossier.beurt import aan_de_beurt
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.lijsten import Zoekvraag
from dakpan.dossier.tables import Zaak, Zaakstatus
from dakpan.opslag.vrager import Vrager
from dakpan.partijen.rechten import Recht, Rol
from dakpan.partijen.tables import Persoon

BSN = Bsn("111222333")


def namen(wereld: Wereld, wie: Vrager, vraag: Zoekvraag) -> list[str]:
    with wereld.als(wie) as handeling:
        return [een.client for een in lijsten.zoek(handeling, vraag).regels]


@pytest.fixture
def organisatie_id(wereld: Wereld) -> UUID:
    return wereld.organisatie()


@pytest.fixture
def coach(wereld: Wereld, organisatie_id: UUID) -> Vrager:
    return wereld.medewerker(organisatie_id, "Jo Coach")


@pytest.fixture
def zaken(wereld: Wereld, organisatie_id: UUID) -> list[Bouwzaak]:
    ander = wereld.organisatie("Een ander bureau")
    return [
        wereld.zaak("uwv-noord", organisatie_id, "Mila van den Berg", werkgevernaam="Kwekerij Zon"),
        wereld.zaak(STAD, organisatie_id, "Joris Bergman", werkgevernaam="Bakkerij Deeg"),
        wereld.zaak("staphorst", organisatie_id, "Yara Öztürk", tot=Zaakstap.OFFERTE),
        wereld.zaak("staphorst", ander, "Bas Bergsma"),
    ]


def geef_bsn(wereld: Wereld, zaak: Bouwzaak) -> None:
    with wereld.als(Vrager(None, "Beheer", tenant_id=zaak.tenant_id)) as handeling:
        rij = handeling.sessie.get_one(Zaak, (zaak.tenant_id, zaak.zaak_id))
        persoon = handeling.sessie.get_one(Persoon, (zaak.tenant_id, rij.persoon_id))
        persoon.bsn_cijfer = handeling.sleutelbos.versleutel(BSN)
        persoon.bsn_zoek = handeling.sleutelbos.vingerafdruk(zaak.tenant_id, BSN)
        persoon.bsn_eind = BSN.nummer[-4:]
        handeling.sessie.commit()


@pytest.mark.usefixtures("zaken")
def test_een_organisatie_ziet_haar_zaken_bij_alle_financiers(wereld: Wereld, coach: Vrager) -> None:
    assert namen(wereld, coach, Zoekvraag()) == ["Yara Öztürk", "Joris Bergman", "Mila van den Berg"]
    with wereld.als(coach) as handeling:
        assert lijsten.financiers(handeling) == ("staphorst", "uwv-noord", STAD)


@pytest.mark.usefixtures("zaken")
def test_een_financier_ziet_alleen_zijn_eigen_zaken(wereld: Wereld) -> None:
    consulent = wereld.financier("staphorst")
    assert namen(wereld, consulent, Zoekvraag()) == ["Bas Bergsma", "Yara Öztürk"]
    assert namen(wereld, consulent, Zoekvraag(financier="uwv-noord")) == []
    with wereld.als(consulent) as handeling:
        assert lijsten.financiers(handeling) == ("staphorst",)


@pytest.mark.usefixtures("zaken")
@pytest.mark.parametrize(
    ("tekst", "gevonden"),
    [
        ("berg", ["Joris Bergman", "Mila van den Berg"]),
        ("van den berg", ["Joris Bergman", "Mila van den Berg"]),
        ("mila van den berg", ["Mila van den Berg"]),
        ("ozturk", ["Yara Öztürk"]),
        ("Yara", ["Yara Öztürk"]),
        ("bakkerij d", ["Joris Bergman"]),
        ("kwekerij", ["Mila van den Berg"]),
        ("bergsma", []),
        ("%", []),
        ("'; --", []),
    ],
)
def test_zoeken_op_naam_en_werkgever(wereld: Wereld, coach: Vrager, tekst: str, gevonden: list[str]) -> None:
    assert namen(wereld, coach, Zoekvraag(tekst)) == gevonden


def test_zoeken_op_nummer(wereld: Wereld, coach: Vrager, zaken: list[Bouwzaak]) -> None:
    with wereld.als(coach) as handeling:
        nummer = handeling.sessie.get_one(Zaak, (zaken[1].tenant_id, zaken[1].zaak_id)).nummer
    assert namen(wereld, coach, Zoekvraag(f" {nummer.lower()} ")) == ["Joris Bergman"]


def test_hetzelfde_bsn_bij_twee_financiers(wereld: Wereld, coach: Vrager, zaken: list[Bouwzaak]) -> None:
    """De organisatie vindt beide zaken; een financier alleen de zijne, en de derde niets."""
    for zaak in zaken[:2]:
        geef_bsn(wereld, zaak)
    assert namen(wereld, coach, Zoekvraag(bsn=BSN)) == ["Joris Bergman", "Mila van den Berg"]
    assert namen(wereld, wereld.financier(STAD), Zoekvraag(bsn=BSN)) == ["Joris Bergman"]
    assert namen(wereld, wereld.financier("staphorst"), Zoekvraag(bsn=BSN)) == []


@pytest.mark.usefixtures("zaken")
def test_filteren_op_financier_en_stand(wereld: Wereld, coach: Vrager) -> None:
    assert namen(wereld, coach, Zoekvraag(financier=STAD)) == ["Joris Bergman"]
    assert namen(wereld, coach, Zoekvraag(status=Zaakstatus.AFGEROND)) == []
    assert namen(wereld, coach, Zoekvraag("berg", financier="uwv-noord")) == ["Mila van den Berg"]
    assert len(namen(wereld, coach, Zoekvraag(status=None))) == 3


@pytest.mark.usefixtures("zaken")
def test_aan_mij_volgt_de_rechten(wereld: Wereld, organisatie_id: UUID, coach: Vrager) -> None:
    """Uren zijn van wie schrijft; ondertekening en offerte van wie aanvragen maakt; de financier wacht."""
    schrijver = wereld.medewerker(organisatie_id, "Sam Schrijver", Recht.UREN_SCHRIJVEN)
    maker = wereld.medewerker(organisatie_id, "Ali Maker", Recht.AANVRAAG_WIJZIGEN)
    kijker = wereld.medewerker(organisatie_id, "Kim Kijker", Recht.ARCHIEF_INZIEN)
    mij = Zoekvraag(aan_mij=True)
    assert namen(wereld, schrijver, mij) == ["Joris Bergman"]
    assert namen(wereld, maker, mij) == ["Yara Öztürk", "Mila van den Berg"]
    assert namen(wereld, kijker, mij) == []
    assert namen(wereld, maker, Zoekvraag("ozt", aan_mij=True)) == ["Yara Öztürk"]
    assert namen(wereld, wereld.financier("staphorst", "Wil", Rol.WERKCONSULENT), mij) == []


def test_bladeren_heen_en_terug(wereld: Wereld, coach: Vrager, organisatie_id: UUID) -> None:
    for nummer in range(5):
        wereld.zaak("uwv-noord", organisatie_id, f"Client {nummer}")
    with wereld.als(coach) as handeling:
        eerste = lijsten.zoek(handeling, Zoekvraag(aantal=2))
        tweede = lijsten.zoek(handeling, Zoekvraag(aantal=2, na=eerste.volgende))
        derde = lijsten.zoek(handeling, Zoekvraag(aantal=2, na=tweede.volgende))
        terug = lijsten.zoek(handeling, Zoekvraag(aantal=2, voor=derde.vorige))
    assert [een.client for een in (*eerste.regels, *tweede.regels, *derde.regels)] == [
        f"Client {nr}" for nr in (4, 3, 2, 1, 0)
    ]
    assert (eerste.vorige, derde.volgende) == (None, None)
    assert terug.regels == tweede.regels
    assert (terug.vorige, terug.volgende) == (tweede.vorige, tweede.volgende)


def test_tellen_houdt_op(wereld: Wereld, coach: Vrager, organisatie_id: UUID, monkeypatch: pytest.MonkeyPatch) -> None:
    """Zijn er meer namen gevonden dan er zijn bekeken, dan is het getal ook na een filter geen eindstand."""
    for nummer in range(4):
        wereld.zaak("uwv-noord", organisatie_id, f"Ada Client{nummer}", werkgevernaam=f"Bedrijf {nummer}")
    with wereld.als(coach) as handeling:
        assert lijsten.tel(handeling, Zoekvraag()) == (4, False)
        assert lijsten.tel(handeling, Zoekvraag("client")) == (4, False)
        monkeypatch.setattr(lijsten, "TEL_TOT", 2)
        assert lijsten.tel(handeling, Zoekvraag()) == (2, True)
        assert lijsten.tel(handeling, Zoekvraag("client1")) == (1, False)
        assert lijsten.tel(handeling, Zoekvraag("client", status=Zaakstatus.AFGEROND)) == (0, True)


def test_wat_het_eerst_moet_staat_bovenaan(wereld: Wereld, organisatie_id: UUID) -> None:
    dagen = {"Geen Dag": None, "Later Dan": date(2022, 5, 1), "Eerst Dit": date(2022, 4, 1)}
    for naam, dag in dagen.items():
        wereld.zaak("staphorst", organisatie_id, naam, tot=Zaakstap.BESLUIT, uiterlijk=dag)
    wereld.zaak("staphorst", organisatie_id, "Niet Aan", tot=Zaakstap.UREN, uiterlijk=date(2022, 1, 1))
    with wereld.als(wereld.financier("staphorst")) as handeling:
        assert [een.client for een in aan_de_beurt(handeling, 10)] == ["Eerst Dit", "Later Dan", "Geen Dag"]
        assert [een.client for een in aan_de_beurt(handeling, 1)] == ["Eerst Dit"]
