"""Notities, inzage, documenten, het BSN en de geschiedenis: wie ziet wat, en wat blijft er van bewaard?"""

from collections.abc import Sequence
from hashlib import sha256
from uuid import UUID

import pytest
from tests.hulp.bouw import Bouwzaak, Wereld, moment

from dakpan.begrippen.nummers import Bsn
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.documenten import documenten_van, open_document
from dakpan.dossier.inzage import open_zaak, wie_keken
from dakpan.dossier.notities import LANGSTE_NOTITIE, notities_van, schrijf
from dakpan.dossier.personen import Inzagedoel, gemaskeerd, toon_bsn
from dakpan.dossier.tables import Document, Documentsoort, Zaak
from dakpan.dossier.verloop import verloop
from dakpan.dossier.zaken import haal_zaak
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import GeenRecht, NietGevonden
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.sporen import Inzage
from dakpan.opslag.vrager import Kant, Vrager
from dakpan.partijen.rechten import Recht
from dakpan.partijen.tables import Persoon

BSN = Bsn("111222333")
TENANT = "uwv-noord"


@pytest.fixture
def organisatie_id(wereld: Wereld) -> UUID:
    return wereld.organisatie()


@pytest.fixture
def coach(wereld: Wereld, organisatie_id: UUID) -> Vrager:
    return wereld.medewerker(organisatie_id, "Jo Coach")


@pytest.fixture
def beslisser(wereld: Wereld) -> Vrager:
    return wereld.financier(TENANT, "Bea Beslisser")


@pytest.fixture
def ander(wereld: Wereld) -> Vrager:
    return wereld.medewerker(wereld.organisatie("Een ander"), "Piet Vreemd")


@pytest.fixture
def zaak(wereld: Wereld, organisatie_id: UUID) -> Bouwzaak:
    return wereld.zaak(TENANT, organisatie_id)


def deze(handeling: Handeling, zaak: Bouwzaak) -> Zaak:
    return haal_zaak(handeling, zaak.tenant_id, zaak.zaak_id)


def gekeken(wereld: Wereld, wie: Vrager, zaak: Bouwzaak) -> list[tuple[str, str, str]]:
    with wereld.als(wie) as handeling:
        rijen: Sequence[Inzage] = wie_keken(handeling, deze(handeling, zaak))[0]
        return [(een.door, een.wat, een.doel) for een in rijen]


def geef_bsn(wereld: Wereld, zaak: Bouwzaak) -> None:
    with wereld.bouw(Vrager(None, "Beheer", tenant_id=TENANT)) as sessie:
        rij = sessie.get_one(Zaak, (TENANT, zaak.zaak_id))
        persoon = sessie.get_one(Persoon, (TENANT, rij.persoon_id))
        with wereld.als(Vrager(None, "Beheer", tenant_id=TENANT)) as handeling:
            persoon.bsn_cijfer = handeling.sleutelbos.versleutel(BSN)
        persoon.bsn_eind = BSN.nummer[-4:]


def test_een_notitie_blijft_aan_de_eigen_kant(wereld: Wereld, coach: Vrager, beslisser: Vrager, zaak: Bouwzaak) -> None:
    for wie, tekst in ((coach, "Belt liever niet op maandag."), (beslisser, "Let op de loonwaarde.")):
        with wereld.als(wie) as handeling:
            schrijf(handeling, deze(handeling, zaak), f"  {tekst}\n")
    with wereld.als(coach) as handeling:
        gelezen = notities_van(handeling, deze(handeling, zaak))
        assert [(een.tekst, een.door, een.kant) for een in gelezen] == [
            ("Belt liever niet op maandag.", "Jo Coach", Kant.ORGANISATIE)
        ]
    with wereld.als(beslisser) as handeling:
        zaak_ = deze(handeling, zaak)
        assert [een.tekst for een in notities_van(handeling, zaak_)] == ["Let op de loonwaarde."]
        waarden = [veld["is"] for rij in verloop(handeling, zaak_)[0] for veld in rij.velden]
        assert "Let op de loonwaarde." in waarden
        assert "Belt liever niet op maandag." not in waarden


@pytest.mark.parametrize("tekst", ["", " \n ", "x" * (LANGSTE_NOTITIE + 1)])
def test_een_lege_of_te_lange_notitie_wordt_geweigerd(
    wereld: Wereld, coach: Vrager, zaak: Bouwzaak, tekst: str
) -> None:
    with wereld.als(coach) as handeling:
        zaak_ = deze(handeling, zaak)
        with pytest.raises(InvoerFout):
            schrijf(handeling, zaak_, tekst)
        assert notities_van(handeling, zaak_) == []


def test_openen_wordt_vastgelegd_en_elke_kant_ziet_de_eigen_blikken(
    wereld: Wereld, coach: Vrager, beslisser: Vrager, zaak: Bouwzaak
) -> None:
    for wie in (coach, beslisser, coach):
        with wereld.als(wie) as handeling:
            open_zaak(handeling, zaak.tenant_id, zaak.zaak_id)
    regel = ("zaak", "zaak geopend, bij: ondertekening")
    assert gekeken(wereld, coach, zaak) == [("Jo Coach", *regel)] * 2
    assert gekeken(wereld, beslisser, zaak) == [("Bea Beslisser", *regel)]


def test_een_vreemde_opent_niets_en_laat_niets_achter(
    wereld: Wereld, ander: Vrager, coach: Vrager, zaak: Bouwzaak
) -> None:
    with wereld.als(ander) as handeling, pytest.raises(NietGevonden):
        open_zaak(handeling, zaak.tenant_id, zaak.zaak_id)
    assert gekeken(wereld, coach, zaak) == []


def test_het_bsn_is_gemaskeerd_en_voluit_alleen_met_een_reden(wereld: Wereld, coach: Vrager, zaak: Bouwzaak) -> None:
    geef_bsn(wereld, zaak)
    with wereld.als(coach) as handeling:
        zaak_ = deze(handeling, zaak)
        assert gemaskeerd(zaak_.persoon) == "•••••2333"
        assert toon_bsn(handeling, zaak_, Inzagedoel.VRAAG, " belde over een brief ") == BSN
    assert gekeken(wereld, coach, zaak) == [
        ("Jo Coach", "burgerservicenummer", "vraag van de cliënt beantwoorden: belde over een brief")
    ]


def test_zonder_recht_of_reden_geen_bsn(wereld: Wereld, organisatie_id: UUID, coach: Vrager, zaak: Bouwzaak) -> None:
    geef_bsn(wereld, zaak)
    schrijver = wereld.medewerker(organisatie_id, "Sam", Recht.UREN_SCHRIJVEN)
    with wereld.als(schrijver) as handeling, pytest.raises(GeenRecht):
        toon_bsn(handeling, deze(handeling, zaak), Inzagedoel.VRAAG)
    with wereld.als(coach) as handeling, pytest.raises(InvoerFout):
        toon_bsn(handeling, deze(handeling, zaak), Inzagedoel.ANDERS, "  ")
    assert gekeken(wereld, coach, zaak) == []


def test_een_bsn_dat_er_niet_is(wereld: Wereld, coach: Vrager, zaak: Bouwzaak) -> None:
    with wereld.als(coach) as handeling, pytest.raises(KanNiet, match="geen burgerservicenummer bekend"):
        toon_bsn(handeling, deze(handeling, zaak), Inzagedoel.IDENTITEIT)


def test_een_document_openen(wereld: Wereld, coach: Vrager, beslisser: Vrager, zaak: Bouwzaak) -> None:
    inhoud = b"<factuur/>"
    with wereld.bouw(coach) as sessie:
        document = Document(
            tenant_id=TENANT,
            organisatie_id=zaak.organisatie_id,
            kant=Kant.ORGANISATIE,
            zaak_id=zaak.zaak_id,
            soort=Documentsoort.FACTUUR,
            titel="Factuur 2022-1",
            bestandsnaam="factuur.xml",
            mediatype="application/xml",
            sha256=sha256(inhoud).hexdigest(),
            gemaakt_op=moment(wereld.vandaag),
            door="Jo Coach",
            inhoud=inhoud,
        )
        sessie.add(document)
    with wereld.als(coach) as handeling:
        assert [een.titel for een in documenten_van(handeling, deze(handeling, zaak))] == ["Factuur 2022-1"]
        assert open_document(handeling, TENANT, zaak.zaak_id, document.id).inhoud == inhoud
    assert gekeken(wereld, coach, zaak) == [("Jo Coach", "document: Factuur 2022-1", "document gedownload")]
    with wereld.als(beslisser) as handeling:
        assert documenten_van(handeling, deze(handeling, zaak)) == []
        with pytest.raises(NietGevonden):
            open_document(handeling, TENANT, zaak.zaak_id, document.id)
    assert gekeken(wereld, beslisser, zaak) == []


def test_een_document_van_een_andere_zaak_hoort_hier_niet(wereld: Wereld, coach: Vrager, zaak: Bouwzaak) -> None:
    with wereld.als(coach) as handeling, pytest.raises(NietGevonden):
        open_document(handeling, TENANT, zaak.zaak_id, zaak.periode_id)


def test_de_geschiedenis_bladert_en_noemt_ook_client_en_werkgever(
    wereld: Wereld, coach: Vrager, zaak: Bouwzaak, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dakpan.dossier.verloop.PER_BLADZIJDE", 2)
    with wereld.als(coach) as handeling:
        zaak_ = deze(handeling, zaak)
        gelezen, verder = verloop(handeling, zaak_)
        while verder is not None:
            volgende, verder = verloop(handeling, zaak_, verder)
            gelezen = [*gelezen, *volgende]
    assert len({een.id for een in gelezen}) == len(gelezen)
    assert {"zaak", "persoon", "werkgever", "jobcoachperiode"} <= {een.tabel for een in gelezen}
    assert [een.id for een in gelezen] == sorted((een.id for een in gelezen), reverse=True)
