"""De ronde van een kwartaal: zet klaar wat ontbreekt, cent voor cent zoals bij het besluit, en nooit iets dubbel."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import delete, event, select
from sqlalchemy.orm import Session
from tests.hulp.demo import kopieer_demo
from tests.hulp.ronde import Ronde

from dakpan.aanvraag.tables import Aanleiding, Besluit
from dakpan.begrippen.periode import Kwartaal
from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.kwartaal.tables import Gedaan, Kwartaalregel
from dakpan.betaling.tables import Betaalopdracht
from dakpan.cli.kwartaal import als_json, als_tekst
from dakpan.demo.omgeving import Omgeving
from dakpan.dossier.berichtsoorten import Berichtsoort
from dakpan.dossier.tables import Bericht
from dakpan.loket.app import create_app
from dakpan.opslag.basis import db
from dakpan.opslag.fouten import GeenRecht, NietGevonden
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Uitzondering, Vrager
from dakpan.opslag.wacht import langs_de_wacht
from dakpan.partijen.rechten import Recht
from dakpan.partijen.tables import Werkgever
from dakpan.rapportage.tables import Verslag
from dakpan.rapportage.toestanden import Verslagstatus
from dakpan.wandeling.kwartaal import ronde as kwartaalronde
from dakpan.wandeling.kwartaal.doen import doe
from dakpan.wandeling.kwartaal.ronde import Stand, begin, loop, waarom_overgeslagen

TENANT = "staphorst"
FINANCIEEL = Vrager(None, "Fien Financieel", tenant_id=TENANT, rechten=frozenset({Recht.BETALEN}))


@pytest.fixture
def app(ronde: Ronde, tmp_path: Path) -> Iterator[Flask]:
    kopieer_demo(ronde, tmp_path)
    app = create_app(Omgeving(tmp_path).instellingen("http://localhost", None))
    with app.app_context():
        yield app
        db.session.remove()
        db.engine.dispose()


@contextmanager
def als(app: Flask, vrager: Vrager = FINANCIEEL, op: datetime | None = None) -> Iterator[Handeling]:
    boek, bos = app.extensions["dakpan.regelboek"], app.extensions["dakpan.sleutelbos"]
    with Session(db.engine, expire_on_commit=False) as sessie:
        yield Handeling(sessie, vrager, op or datetime.now(UTC), boek, bos)


@contextmanager
def alles() -> Iterator[Session]:
    """Een sessie die elke kant ziet."""
    with Session(db.engine) as sessie, langs_de_wacht(sessie, Uitzondering.VULLING):
        yield sessie
        sessie.commit()


def loop_door(app: Flask, per_keer: int = 500, kwartaal: Kwartaal | None = None, op: datetime | None = None) -> Stand:
    with als(app, op=op) as handeling:
        *_eerder, stand = loop(handeling, begin(handeling, kwartaal or Kwartaal.van(handeling.vandaag)).id, per_keer)
        return stand


def betalingen(sessie: Session) -> set[tuple[Any, ...]]:
    """Van zaken waarvan het eerste besluit nog geldt: wat klaarstond, met zijn berekening."""
    later = select(Besluit.zaak_id).where(Besluit.aanleiding != Aanleiding.AANVRAAG)
    vraag = select(Betaalopdracht).where(
        Betaalopdracht.tenant_id == TENANT,
        Betaalopdracht.sleutel.startswith("termijn:"),
        Betaalopdracht.zaak_id.not_in(later),
    )
    return {
        (een.zaak_id, een.sleutel, een.bedrag.centen, een.vanaf, een.iban, str(een.uitleg))
        for een in sessie.scalars(vraag)
    }


def verslagen(sessie: Session) -> set[tuple[Any, ...]]:
    vraag = select(Verslag).where(Verslag.tenant_id == TENANT, Verslag.status == Verslagstatus.OPEN)
    return {(een.zaak_id, een.vorm, een.uiterlijk, str(een.bron)) for een in sessie.scalars(vraag)}


def berichten(sessie: Session) -> int:
    soorten = (Berichtsoort.KWARTAALVERSLAG, Berichtsoort.KWARTAALUREN)
    return len(sessie.scalars(select(Bericht).where(Bericht.soort.in_(soorten))).all())


def raak_kwijt(sessie: Session) -> tuple[set[tuple[Any, ...]], set[tuple[Any, ...]]]:
    """Van elke lopende zaak zonder dat er iets is betaald of ingediend verdwijnt wat klaarstond."""
    lopend = select(Betaalopdracht.zaak_id).where(Betaalopdracht.betaalbestand_id.is_(None))
    weg = {rij[0] for rij in betalingen(sessie)} & set(sessie.scalars(lopend))
    vast = set(sessie.scalars(select(Betaalopdracht.zaak_id).where(Betaalopdracht.betaalbestand_id.is_not(None))))
    vast |= set(sessie.scalars(select(Verslag.zaak_id).where(Verslag.status != Verslagstatus.OPEN)))
    weg -= vast
    assert weg
    was = {een for een in betalingen(sessie) if een[0] in weg}, {een for een in verslagen(sessie) if een[0] in weg}
    for tabel in (Betaalopdracht, Verslag):
        sessie.execute(delete(tabel).where(tabel.tenant_id == TENANT, tabel.zaak_id.in_(weg)))
    return was


def test_wat_ontbrak_komt_terug_zoals_het_bij_het_besluit_was(app: Flask) -> None:
    with alles() as sessie:
        geld, plichten = raak_kwijt(sessie)
        assert not geld & betalingen(sessie)
    stand = loop_door(app)
    assert stand.klaar
    assert stand.per_soort[Gedaan.BETALINGEN] == len({een[0] for een in geld})
    with alles() as sessie:
        assert geld <= betalingen(sessie)
        assert plichten <= verslagen(sessie)


def test_nog_een_keer_doet_niets(app: Flask) -> None:
    eerste = loop_door(app)
    with alles() as sessie:
        eerder = betalingen(sessie), verslagen(sessie), berichten(sessie)
    tweede = loop_door(app)
    with alles() as sessie:
        assert (betalingen(sessie), verslagen(sessie), berichten(sessie)) == eerder
    assert eerste.ronde.id != tweede.ronde.id
    assert tweede.ronde.zaken == eerste.ronde.zaken
    assert tweede.per_soort[Gedaan.BETALINGEN] == tweede.per_soort[Gedaan.HERINNERD] == 0


def test_een_verslag_dat_nu_pas_klaarstaat_krijgt_zijn_bericht_in_dezelfde_ronde(app: Flask) -> None:
    """Anders stuurde een tweede ronde het alsnog."""
    dag = _eerste_dag_van_een_organisatie()
    _raak_verslagen_kwijt()
    op = datetime.combine(dag, time(12), UTC)
    eerste = loop_door(app, kwartaal=Kwartaal.van(dag), op=op)
    assert eerste.per_soort[Gedaan.VERSLAGEN] > 0
    assert eerste.per_soort[Gedaan.HERINNERD] > 0
    assert loop_door(app, kwartaal=Kwartaal.van(dag), op=op).per_soort[Gedaan.HERINNERD] == 0


def test_hoeveel_vragen_hangt_niet_af_van_hoeveel_zaken(app: Flask) -> None:
    """Eén portie waarin overal iets ontbreekt vraagt niet meer dan een portie van één zaak."""
    assert len(_raak_verslagen_kwijt()) > 1
    (alles_in_een,) = _opdrachten(app, 500)
    _raak_verslagen_kwijt()
    assert alles_in_een <= max(_opdrachten(app, 1))


def _raak_verslagen_kwijt() -> set[Any]:
    """Van elke zaak waarvan nog geen verslag is ingediend, en elk bericht erover."""
    with alles() as sessie:
        zaken = _zonder_ingediend(sessie)
        sessie.execute(delete(Verslag).where(Verslag.zaak_id.in_(zaken)))
        sessie.execute(delete(Bericht).where(Bericht.tenant_id == TENANT))
    return zaken


def _zonder_ingediend(sessie: Session) -> set[Any]:
    van_ons = select(Verslag.zaak_id).where(Verslag.tenant_id == TENANT)
    return set(sessie.scalars(van_ons)) - set(sessie.scalars(van_ons.where(Verslag.status != Verslagstatus.OPEN)))


def _opdrachten(app: Flask, per_keer: int) -> list[int]:
    """Hoeveel opdrachten kreeg de database per portie?"""
    geteld, per_portie = list[str](), list[int]()

    def tel(*wat: Any) -> None:
        geteld.append(wat[2])

    event.listen(db.engine, "before_cursor_execute", tel)
    with als(app) as handeling:
        ronde_id = begin(handeling, Kwartaal.van(handeling.vandaag)).id
        meer = True
        while meer:
            geteld.clear()
            meer = kwartaalronde.portie(handeling, ronde_id, per_keer)
            per_portie.append(len(geteld))
    event.remove(db.engine, "before_cursor_execute", tel)
    return per_portie


def test_wie_een_verslag_moet_schrijven_krijgt_er_een_bericht_over(app: Flask) -> None:
    """Elk verslag dat dit kwartaal moet komen: iedereen die eraan werkt hoort het één keer."""
    dag = _eerste_dag_van_een_organisatie()
    kwartaal = Kwartaal.van(dag)
    stand = loop_door(app, kwartaal=kwartaal, op=datetime.combine(dag, time(12), UTC))
    with alles() as sessie:
        post = Counter(
            (een.kenmerk, een.lidmaatschap_id)
            for een in sessie.scalars(select(Bericht).where(Bericht.soort == Berichtsoort.KWARTAALVERSLAG))
            if f"/{kwartaal.iso}/" in een.kenmerk
        )
        van_een_organisatie = {
            f"{Berichtsoort.KWARTAALVERSLAG}/{een.zaak_id}/{kwartaal.iso}/{een.id}"
            for een in sessie.scalars(select(Verslag).where(Verslag.organisatie_id.is_not(None)))
            if _valt_in(een, stand)
        }
    assert van_een_organisatie
    assert {kenmerk for kenmerk, _wie in post} == van_een_organisatie
    assert set(post.values()) == {1}


def _eerste_dag_van_een_organisatie() -> date:
    """De eerste dag waarop een organisatie een verslag af moet hebben waar nog niets van kwam."""
    met_organisatie = select(Verslag.uiterlijk).where(Verslag.organisatie_id.is_not(None))
    with alles() as sessie:
        return min(sessie.scalars(met_organisatie.where(Verslag.zaak_id.in_(_zonder_ingediend(sessie)))))


def _valt_in(een: Verslag, stand: Stand) -> bool:
    periode = Kwartaal.uit_iso(stand.ronde.kwartaal).periode
    open_ = een.tenant_id == TENANT and een.status is Verslagstatus.OPEN
    return open_ and periode.begin <= een.uiterlijk <= periode.eind


@pytest.mark.parametrize("per_keer", [1, 3, 500])
def test_in_welke_porties_ook_het_komt_op_hetzelfde_neer(app: Flask, per_keer: int) -> None:
    with alles() as sessie:
        geld, _plichten = raak_kwijt(sessie)
    stand = loop_door(app, per_keer)
    assert stand.ronde.zaken == stand.ronde.in_orde + _zaken_met_regel(stand)
    with alles() as sessie:
        assert geld <= betalingen(sessie)


def _zaken_met_regel(stand: Stand) -> int:
    with alles() as sessie:
        vraag = select(Kwartaalregel.zaak_id).where(Kwartaalregel.ronde_id == stand.ronde.id).distinct()
        return len(sessie.scalars(vraag).all())


def test_wie_onderbroken_wordt_gaat_verder_waar_hij_was(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Valt de ronde om in de tweede portie, dan is wat al klaar was bewaard en de halve portie niet."""
    with alles() as sessie:
        geld, plichten = raak_kwijt(sessie)
    gedaan = list[object]()

    def struikel(*wat: Any) -> Any:
        gedaan.append(doe(*wat))
        if len(gedaan) == 2:
            raise RuntimeError("de stekker eruit")
        return gedaan[-1]

    with monkeypatch.context() as met:
        met.setattr("dakpan.wandeling.kwartaal.ronde.doe", struikel)
        with pytest.raises(RuntimeError, match="stekker"):
            loop_door(app, 2)
    with als(app) as handeling:
        halverwege = begin(handeling, Kwartaal.van(handeling.vandaag))
        assert halverwege.zaken == 2
    stand = loop_door(app, 2)
    assert (stand.klaar, stand.ronde.id) == (True, halverwege.id)
    with alles() as sessie:
        assert geld <= betalingen(sessie)
        assert plichten <= verslagen(sessie)


def test_zonder_rekening_staat_er_waarom(app: Flask) -> None:
    """Een werkgever zonder IBAN: de ronde gaat door en zegt wat er moet gebeuren."""
    with alles() as sessie:
        geld, _plichten = raak_kwijt(sessie)
        for een in sessie.scalars(select(Werkgever).where(Werkgever.tenant_id == TENANT)):
            een.iban = None
    stand = loop_door(app)
    with alles() as sessie:
        redenen = set(sessie.scalars(select(Kwartaalregel.waarom).where(Kwartaalregel.gedaan == Gedaan.OVERGESLAGEN)))
        assert not geld & betalingen(sessie)
    assert stand.klaar
    assert any("rekeningnummer" in een for een in redenen)
    with als(app) as handeling:
        waarom = waarom_overgeslagen(handeling, stand.ronde.id)
    assert (set(waarom), sum(waarom.values())) == (redenen, stand.per_soort[Gedaan.OVERGESLAGEN])
    # Wie de ronde op de opdrachtregel draait leest het daar ook.
    tekst, gemeld = als_tekst(stand, waarom), als_json(stand, waarom)["overgeslagen_omdat"]
    assert all(f"{aantal} keer: {reden}" in tekst for reden, aantal in waarom.items())
    assert {een["waarom"]: een["zaken"] for een in gemeld} == waarom


def test_alleen_wie_bij_de_financier_betaalt(app: Flask) -> None:
    with als(app) as handeling:
        ronde_id = begin(handeling, Kwartaal.van(handeling.vandaag)).id
    ander = Vrager(None, "Elders", tenant_id="uwv-noord", rechten=frozenset({Recht.BETALEN}))
    zonder = Vrager(None, "Zonder", tenant_id=TENANT)
    organisatie = Vrager(None, "Organisatie", organisatie_id=ronde_id, rechten=frozenset({Recht.BETALEN}))
    for vrager, fout in ((ander, NietGevonden), (zonder, GeenRecht), (organisatie, NietGevonden)):
        with als(app, vrager) as handeling, pytest.raises(fout):
            kwartaalronde.portie(handeling, ronde_id)


def test_een_kwartaal_dat_nog_moet_beginnen_kan_niet(app: Flask) -> None:
    with als(app) as handeling, pytest.raises(KanNiet, match="nog niet begonnen"):
        begin(handeling, Kwartaal.van(handeling.vandaag).volgende)
