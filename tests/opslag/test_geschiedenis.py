"""Elke wijziging laat achter wie, wanneer, wat het was, wat het is en waarom."""

import pytest
from sqlalchemy import Engine, select
from tests.opslag.bouw import zaak
from tests.opslag.vragers import ACCOUNT, FINANCIER, MIJN_ORGANISATIE, MIJN_TENANT, MOMENT, ORGANISATIE, sessie_van

from dakpan.dossier.tables import Zaak, Zaakstatus
from dakpan.opslag.fouten import Wachtfout
from dakpan.opslag.geschiedenis import NU
from dakpan.opslag.sporen import Geschiedenis, Organisatiegeschiedenis, Soortwijziging
from dakpan.opslag.vrager import Kant
from dakpan.partijen.tables import Persoon
from dakpan.uren.tables import GeslotenWeek


def test_een_wijziging_zegt_wie_wat_wanneer_en_waarom(motor: Engine) -> None:
    with sessie_van(motor, FINANCIER, "zaak geopend") as sessie:
        rij = zaak(sessie, MIJN_TENANT, Kant.FINANCIER)
        sessie.commit()
    with sessie_van(motor, FINANCIER, "aanvraag ingetrokken") as sessie:
        sessie.get_one(Zaak, (MIJN_TENANT, rij.id)).status = Zaakstatus.INGETROKKEN
        sessie.commit()
        nieuw, gewijzigd = sessie.scalars(
            select(Geschiedenis).where(Geschiedenis.tabel == "zaak").order_by(Geschiedenis.id)
        )
    assert (nieuw.soort, nieuw.waarom, nieuw.zaak_id) == (Soortwijziging.NIEUW, "zaak geopend", rij.id)
    assert {"veld": "nummer", "was": None, "is": "Z-1"} in nieuw.velden
    assert gewijzigd.velden == [{"veld": "status", "was": "lopend", "is": "ingetrokken"}]
    assert (gewijzigd.op, gewijzigd.account_id, gewijzigd.door) == (MOMENT, ACCOUNT, "Wil Consulent")
    assert (gewijzigd.soort, gewijzigd.waarom) == (Soortwijziging.GEWIJZIGD, "aanvraag ingetrokken")


def test_in_een_veld_met_onderdelen_staat_alleen_wat_veranderde(motor: Engine) -> None:
    with sessie_van(motor, FINANCIER) as sessie:
        rij = zaak(sessie, MIJN_TENANT, Kant.FINANCIER)
        rij.werkwijze = {"a": {"x": 1, "y": 2}, "b": 3}
        sessie.commit()
        rij.werkwijze = {"a": {"x": 1, "y": 5}, "c": 4}
        sessie.commit()
        laatste = sessie.scalars(select(Geschiedenis).order_by(Geschiedenis.id.desc())).first()
    assert laatste is not None
    assert laatste.velden == [
        {"veld": "werkwijze.a.y", "was": 2, "is": 5},
        {"veld": "werkwijze.b", "was": 3, "is": None},
        {"veld": "werkwijze.c", "was": None, "is": 4},
    ]


def test_wat_gelijk_bleef_laat_niets_achter(motor: Engine) -> None:
    with sessie_van(motor, FINANCIER) as sessie:
        rij = zaak(sessie, MIJN_TENANT, Kant.FINANCIER)
        sessie.commit()
        eerder = len(sessie.scalars(select(Geschiedenis.id)).all())
        rij.nummer = "Z-1"
        sessie.commit()
        assert len(sessie.scalars(select(Geschiedenis.id)).all()) == eerder


def test_een_bsn_staat_nooit_in_de_geschiedenis(motor: Engine) -> None:
    with sessie_van(motor, FINANCIER) as sessie:
        sessie.add(
            Persoon(
                tenant_id=MIJN_TENANT,
                kant=Kant.FINANCIER,
                voornaam="Bo",
                achternaam="Bloem",
                bsn_cijfer=b"111222333",
                bsn_zoek="afdruk",
                bsn_eind="2333",
            )
        )
        sessie.commit()
        regel = sessie.scalars(select(Geschiedenis)).one()
    geheim = {een["veld"]: een["is"] for een in regel.velden if een["veld"].startswith("bsn")}
    assert geheim == {"bsn_cijfer": "•••", "bsn_zoek": "•••", "bsn_eind": "•••"}


def test_de_geschiedenis_van_een_concept_blijft_van_wie_het_maakte(motor: Engine) -> None:
    with sessie_van(motor, ORGANISATIE) as sessie:
        rij = zaak(sessie, MIJN_TENANT, Kant.ORGANISATIE, MIJN_ORGANISATIE)
        sessie.commit()
        rij.kant = rij.persoon.kant = rij.werkgever.kant = Kant.GEDEELD
        sessie.commit()
    with sessie_van(motor, FINANCIER) as sessie:
        zichtbaar = sessie.scalars(select(Geschiedenis).where(Geschiedenis.tabel == "zaak")).all()
    assert [regel.velden for regel in zichtbaar] == [[{"veld": "kant", "was": "organisatie", "is": "gedeeld"}]]


def test_ook_een_week_van_een_organisatie_heeft_een_geschiedenis(motor: Engine) -> None:
    with sessie_van(motor, ORGANISATIE, "week gesloten") as sessie:
        week = GeslotenWeek(
            organisatie_id=MIJN_ORGANISATIE, medewerker_id=ACCOUNT, weeknummer="2026-W10", op=MOMENT, door="Jo Coach"
        )
        sessie.add(week)
        sessie.commit()
        sessie.delete(week)
        sessie.commit()
        soorten = sessie.scalars(select(Organisatiegeschiedenis.soort).order_by(Organisatiegeschiedenis.id)).all()
    assert soorten == [Soortwijziging.NIEUW, Soortwijziging.VERWIJDERD]


def test_zonder_tijdstip_wordt_er_niets_geschreven(motor: Engine) -> None:
    with sessie_van(motor, FINANCIER) as sessie:
        del sessie.info[NU]
        zaak(sessie, MIJN_TENANT, Kant.FINANCIER)
        with pytest.raises(Wachtfout, match="tijdstip"):
            sessie.flush()
