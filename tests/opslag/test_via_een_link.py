"""Wie via een link komt: alleen de rijen van zijn link, alleen lezen; hoe hij het ook probeert."""

from uuid import uuid4

import pytest
from sqlalchemy import Engine, func, insert, select, text, update
from sqlalchemy.orm import aliased
from tests.opslag.bouw import zaak
from tests.opslag.vragers import MIJN_ORGANISATIE, MIJN_TENANT, MOMENT, ORGANISATIE, sessie_van

from dakpan.dossier.tables import Document, Documentsoort, Notitie, Zaak
from dakpan.opslag.fouten import VreemdeRij, Wachtfout
from dakpan.opslag.keuring import beschermd
from dakpan.opslag.vrager import Kant, Vrager
from dakpan.opslag.wacht import stel_vrager
from dakpan.tabellen import METADATA


def _document(zaak_id: object, titel: str) -> Document:
    return Document(
        tenant_id=MIJN_TENANT,
        organisatie_id=MIJN_ORGANISATIE,
        kant=Kant.ORGANISATIE,
        zaak_id=zaak_id,
        soort=Documentsoort.AANVRAAG,
        titel=titel,
        bestandsnaam="aanvraag.pdf",
        mediatype="application/pdf",
        sha256="0" * 64,
        gemaakt_op=MOMENT,
        door="Jo Coach",
        inhoud=b"%PDF-",
    )


@pytest.fixture(name="van_link")
def _van_link(motor: Engine) -> Vrager:
    """Een bezoeker met een link naar één van twee documenten in dezelfde zaak."""
    with sessie_van(motor, ORGANISATIE) as sessie:
        rij = zaak(sessie, MIJN_TENANT, Kant.ORGANISATIE, MIJN_ORGANISATIE)
        het_mijne, ander = _document(rij.id, "Te tekenen"), _document(rij.id, "Van een ander")
        sessie.add_all([het_mijne, ander])
        sessie.commit()
        return Vrager(None, "via een link", rijen=frozenset({het_mijne.id}))


def test_een_vrager_is_een_van_de_drie() -> None:
    for verkeerd in (
        {},
        {"tenant_id": "x", "rijen": frozenset({uuid4()})},
        {"tenant_id": "x", "organisatie_id": uuid4()},
    ):
        with pytest.raises(ValueError, match="een vrager werkt voor"):
            Vrager(None, "niemand", **verkeerd)
    with pytest.raises(ValueError, match="geen rechten"):
        Vrager(None, "link", rijen=frozenset({uuid4()}), rechten=frozenset({"beslissen"}))


def test_hij_leest_zijn_document_en_geen_ander(motor: Engine, van_link: Vrager) -> None:
    with sessie_van(motor, van_link) as sessie:
        assert sessie.scalars(select(Document.titel)).all() == ["Te tekenen"]
        anders = aliased(Document)
        assert sessie.scalars(select(anders.titel)).all() == ["Te tekenen"]
        [mijn] = sessie.scalars(select(Document)).all()
        assert mijn.inhoud == b"%PDF-"


def test_van_elke_andere_tabel_ziet_hij_niets(motor: Engine, van_link: Vrager) -> None:
    with sessie_van(motor, van_link) as sessie:
        for naam in sorted(set(beschermd()) - {"document"}):
            klasse = next(een.class_ for een in Zaak.registry.mappers if een.local_table is METADATA.tables[naam])
            assert sessie.scalar(select(func.count()).select_from(klasse)) == 0, naam
        assert sessie.scalars(select(Zaak).join(Document, Document.zaak_id == Zaak.id)).all() == []


@pytest.mark.parametrize(
    "opdracht",
    [
        text("SELECT titel FROM document"),
        select(Document.__table__),
        select(Document.__table__.c.titel).where(Document.__table__.c.tenant_id == MIJN_TENANT),
        select(Document.__table__.c.titel).where(Document.__table__.c.id.in_([uuid4()])),
    ],
)
def test_om_de_sessie_heen_krijgt_hij_niets(motor: Engine, van_link: Vrager, opdracht: object) -> None:
    with sessie_van(motor, van_link) as sessie, pytest.raises(Wachtfout):
        sessie.connection().execute(opdracht)  # type: ignore[call-overload]


def test_hij_schrijft_niets(motor: Engine, van_link: Vrager) -> None:
    with sessie_van(motor, van_link) as sessie:
        [mijn] = sessie.scalars(select(Document)).all()
        mijn.verzonden_op = MOMENT
        with pytest.raises(VreemdeRij):
            sessie.flush()
    with sessie_van(motor, van_link) as sessie:
        sessie.delete(sessie.scalars(select(Document)).one())
        with pytest.raises(VreemdeRij):
            sessie.flush()
    for opdracht in (update(Document).values(titel="x"), insert(Notitie).values(tekst="x", tenant_id=MIJN_TENANT)):
        with sessie_van(motor, van_link) as sessie, pytest.raises(Wachtfout):
            sessie.execute(opdracht)


def test_een_andere_link_ziet_niets_van_de_eerste(motor: Engine, van_link: Vrager) -> None:
    with sessie_van(motor, van_link) as sessie:
        assert sessie.scalars(select(Document)).all()
        stel_vrager(sessie, Vrager(None, "een ander", rijen=frozenset({uuid4()})))
        assert sessie.scalars(select(Document)).all() == []
