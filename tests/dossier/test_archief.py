"""Het archief van een organisatie: opbergen wat klaar is, terughalen, zoeken, en wie er niet in mag."""

from datetime import date, timedelta
from itertools import product
from uuid import UUID

import pytest
from tests.hulp.bouw import Bouwzaak, Wereld, moment
from tests.hulp.regelboek import STAD

from dakpan.begrippen.nummers import Bsn
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier import archief, lijsten
from dakpan.dossier.archief import ARCHIEF, Plek, archiveer, haal_terug, plek
from dakpan.dossier.lijsten import Zoekvraag
from dakpan.dossier.tables import Zaak, Zaakstatus
from dakpan.dossier.verloop import verloop
from dakpan.dossier.zaken import haal_zaak
from dakpan.opslag.fouten import GeenRecht, InArchief, NietGevonden
from dakpan.opslag.vrager import Vrager
from dakpan.partijen.rechten import Recht
from dakpan.plan import periodenlijst
from dakpan.wandeling import archieflijst
from dakpan.wandeling.archieflijst import Archiefvraag

ALLE = Zoekvraag(status=None)


@pytest.fixture
def organisatie_id(wereld: Wereld) -> UUID:
    return wereld.organisatie()


@pytest.fixture
def jo(wereld: Wereld, organisatie_id: UUID) -> Vrager:
    return wereld.medewerker(organisatie_id, "Jo Coach")


@pytest.fixture
def zaken(wereld: Wereld, organisatie_id: UUID) -> list[Bouwzaak]:
    """Twee die klaar zijn, bij twee financiers, en één die loopt."""
    gemaakt = [
        wereld.zaak("staphorst", organisatie_id, "Mila van den Berg", werkgevernaam="Kwekerij Zon"),
        wereld.zaak(STAD, organisatie_id, "Joris Bergman", werkgevernaam="Bakkerij Deeg"),
        wereld.zaak("staphorst", organisatie_id, "Yara Öztürk"),
    ]
    for een, status in zip(gemaakt, (Zaakstatus.AFGEROND, Zaakstatus.AFGEWEZEN), strict=False):
        zet(wereld, een, status)
    return gemaakt


def zet(wereld: Wereld, zaak: Bouwzaak, status: Zaakstatus) -> None:
    """De financier geeft de zaak deze stand."""
    with wereld.bouw(Vrager(None, "Beheer", tenant_id=zaak.tenant_id)) as sessie:
        sessie.get_one(Zaak, (zaak.tenant_id, zaak.zaak_id)).status = status


def sleutel(zaak: Bouwzaak) -> tuple[str, UUID]:
    return zaak.tenant_id, zaak.zaak_id


def namen(wereld: Wereld, wie: Vrager, vraag: Zoekvraag = ALLE) -> list[str]:
    with wereld.als(wie) as handeling:
        assert lijsten.tel(handeling, vraag).aantal == len(lijsten.zoek(handeling, vraag).regels)
        return [een.client for een in lijsten.zoek(handeling, vraag).regels]


def opgeborgen(wereld: Wereld, wie: Vrager, tekst: str = "", bsn: Bsn | None = None) -> list[str]:
    with wereld.als(wie) as handeling:
        return [een.client for een, _op in archieflijst.zoek(handeling, Archiefvraag(tekst, bsn)).regels]


def test_wat_is_opgeborgen_staat_alleen_nog_in_het_archief(wereld: Wereld, jo: Vrager, zaken: list[Bouwzaak]) -> None:
    with wereld.als(jo) as handeling:
        assert archiveer(handeling, [*map(sleutel, zaken[:2]), sleutel(zaken[0])]) == 2
    assert (namen(wereld, jo), opgeborgen(wereld, jo)) == (["Yara Öztürk"], ["Joris Bergman", "Mila van den Berg"])
    assert namen(wereld, jo, Zoekvraag("berg", status=None)) == []
    assert namen(wereld, jo, Zoekvraag(status=Zaakstatus.AFGEROND)) == []
    with wereld.als(jo) as handeling:
        perioden = periodenlijst.zoek(handeling, periodenlijst.Zoekvraag(ook_gesloten=True)).regels
        assert [een.client for een in perioden] == ["Yara Öztürk"]
        assert archiveer(handeling, [sleutel(zaken[0])]) == 0
        assert haal_terug(handeling, [sleutel(zaken[0])]) == 1
        assert haal_terug(handeling, [sleutel(zaken[0])]) == 0
    assert namen(wereld, jo) == ["Yara Öztürk", "Mila van den Berg"]
    assert opgeborgen(wereld, jo) == ["Joris Bergman"]


def test_wat_loopt_blijft_en_dan_gaat_er_niets_weg(wereld: Wereld, jo: Vrager, zaken: list[Bouwzaak]) -> None:
    with wereld.als(jo) as handeling, pytest.raises(KanNiet, match="loopt nog"):
        archiveer(handeling, [sleutel(een) for een in zaken])
    assert opgeborgen(wereld, jo) == []


def test_de_financier_merkt_niets_van_het_archief(wereld: Wereld, jo: Vrager, zaken: list[Bouwzaak]) -> None:
    """Niet in zijn lijst, niet in de geschiedenis; en een zaak die bij hem weer gaat lopen haalt zichzelf terug."""
    with wereld.als(jo) as handeling:
        archiveer(handeling, [sleutel(zaken[0])])
        regels, _ = verloop(handeling, haal_zaak(handeling, *sleutel(zaken[0])))
        assert (regels[0].waarom, regels[0].door) == ("Zaak gearchiveerd", "Jo Coach")
    wil = wereld.financier("staphorst")
    assert namen(wereld, wil) == ["Yara Öztürk", "Mila van den Berg"]
    with wereld.als(wil) as handeling:
        regels, _ = verloop(handeling, haal_zaak(handeling, *sleutel(zaken[0])))
        assert not [een for een in regels if "archief" in een.waarom or "gearchiveerd" in str(een.velden)]
        with pytest.raises(GeenRecht):
            archiveer(handeling, [sleutel(zaken[0])])
    zet(wereld, zaken[0], Zaakstatus.LOPEND)
    assert namen(wereld, jo, Zoekvraag("mila")) == ["Mila van den Berg"]
    zet(wereld, zaken[0], Zaakstatus.AFGEROND)
    assert opgeborgen(wereld, jo) == []


def test_drie_rechten(wereld: Wereld, organisatie_id: UUID, jo: Vrager, zaken: list[Bouwzaak]) -> None:
    """Geen toegang, inzien, of inzien en archiveren; en wat van een ander is bestaat niet."""
    with wereld.als(jo) as handeling:
        archiveer(handeling, [sleutel(zaken[0])])
    zonder = wereld.medewerker(organisatie_id, "Zoë Zonder", Recht.UREN_SCHRIJVEN)
    kijker = wereld.medewerker(organisatie_id, "Kim Kijker", Recht.ARCHIEF_INZIEN)
    vreemd = wereld.medewerker(wereld.organisatie("Een ander bureau"), "Bo Buiten")
    with wereld.als(zonder) as handeling:
        assert haal_zaak(handeling, *sleutel(zaken[1])).status is Zaakstatus.AFGEWEZEN
        with pytest.raises(InArchief):
            haal_zaak(handeling, *sleutel(zaken[0]))
        with pytest.raises(GeenRecht):
            archieflijst.zoek(handeling, Archiefvraag())
    assert opgeborgen(wereld, kijker) == ["Mila van den Berg"]
    with wereld.als(kijker) as handeling:
        assert plek(haal_zaak(handeling, *sleutel(zaken[0]))) is Plek.IN_ARCHIEF
        for doe in (archiveer, haal_terug):
            with pytest.raises(GeenRecht):
                doe(handeling, [sleutel(zaken[0])])
    assert opgeborgen(wereld, vreemd) == []
    with wereld.als(vreemd) as handeling:
        for doe in (archiveer, haal_terug):
            with pytest.raises(NietGevonden):
                doe(handeling, [sleutel(zaken[0])])
    with wereld.als(jo) as handeling, pytest.raises(NietGevonden):
        haal_terug(handeling, [(STAD, zaken[0].zaak_id)])


ZOEKEN = {
    "erg": ["Joris Bergman", "Mila van den Berg"],
    "van den berg": ["Joris Bergman", "Mila van den Berg"],
    "mila van den": ["Mila van den Berg"],
    "kwek berg": ["Mila van den Berg"],
    "eeg": ["Joris Bergman"],
    "van": [],
    "ozturk": [],
    "%": [],
    "_": [],
}


def test_zoeken_op_elk_stuk(wereld: Wereld, jo: Vrager, zaken: list[Bouwzaak]) -> None:
    with wereld.als(jo) as handeling:
        archiveer(handeling, [sleutel(een) for een in zaken[:2]])
        nummer = haal_zaak(handeling, *sleutel(zaken[0])).nummer
    assert {tekst: opgeborgen(wereld, jo, tekst) for tekst in ZOEKEN} == ZOEKEN
    assert opgeborgen(wereld, jo, nummer[1:].lower()) == ["Mila van den Berg"]
    assert opgeborgen(wereld, jo, bsn=Bsn("111222333")) == []


def test_bladeren_gaat_op_de_dag_van_opbergen(
    wereld: Wereld, jo: Vrager, organisatie_id: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Drie tegelijk en daarna nog twee: wie bladert ziet elke zaak precies één keer, het laatste eerst."""
    monkeypatch.setattr(archieflijst, "PER_BLADZIJDE", 2)
    gemaakt = [wereld.zaak("staphorst", organisatie_id, f"Client {nummer}") for nummer in range(5)]
    for een in gemaakt:
        zet(wereld, een, Zaakstatus.INGETROKKEN)
    for dag, groep in enumerate((gemaakt[2:], gemaakt[:2])):
        with wereld.als(jo, op=wereld.vandaag + timedelta(dag)) as handeling:
            archiveer(handeling, [sleutel(een) for een in groep])
    gezien: list[str] = []
    vraag: Archiefvraag | None = Archiefvraag()
    with wereld.als(jo) as handeling:
        while vraag is not None:
            blad = archieflijst.zoek(handeling, vraag)
            gezien += [een.client for een, _op in blad.regels]
            vraag = Archiefvraag(na=blad.volgende) if blad.volgende else None
    assert gezien == [f"Client {nummer}" for nummer in (1, 0, 4, 3, 2)]


def test_ten_hoogste_vijftig_tegelijk(wereld: Wereld, jo: Vrager) -> None:
    te_veel = [("staphorst", UUID(int=een + 1)) for een in range(archief.TEN_HOOGSTE + 1)]
    with wereld.als(jo) as handeling, pytest.raises(KanNiet, match="ten hoogste 50"):
        archiveer(handeling, te_veel)


STAPPEN: dict[str, tuple[str, object]] = {
    "archiveer": ("gearchiveerd_op", moment(date(2022, 3, 24))),
    "haal_terug": ("gearchiveerd_op", None),
    "loop_weer": ("status", Zaakstatus.LOPEND),
}


def test_elke_volgorde_volgt_de_tabel() -> None:
    """Alle volgorden van vijf handelingen: de plek is wat de tabel zegt, en wat loopt ligt nooit in het archief."""
    for reeks in product(STAPPEN, repeat=5):
        zaak = Zaak(status=Zaakstatus.AFGEROND)
        for stap in reeks:
            nu = plek(zaak)
            if ARCHIEF.kan(nu, stap):
                setattr(zaak, *STAPPEN[stap])
                assert plek(zaak) is ARCHIEF.na(nu, stap)
            assert zaak.status is not Zaakstatus.LOPEND or zaak.gearchiveerd_op is None
