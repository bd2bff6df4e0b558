"""Elke lijst vindt haar zaken met een index: ook met heel veel zaken leest zij nooit alles."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import ColumnElement, Engine, event, insert, select, text
from sqlalchemy.orm import Session
from tests.hulp.bouw import Wereld

from dakpan.aanvraag.behandelen.werklijst import Werkvraag, werklijst
from dakpan.aanvraag.bijelkaar.verwanten import TEN_HOOGSTE, samen_te_nemen
from dakpan.aanvraag.domain.soorten import Vorm
from dakpan.aanvraag.domain.stukken import Partij
from dakpan.begrippen.nummers import Bsn
from dakpan.betaling.lijsten import declaraties, zonder_einddeclaratie
from dakpan.dossier import lijsten
from dakpan.dossier.beurt import aan_de_beurt
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.lijsten import Zoekvraag
from dakpan.dossier.tables import Zaak, Zaakstatus
from dakpan.opslag.basis import nieuw_id
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant, Uitzondering
from dakpan.opslag.wacht import langs_de_wacht
from dakpan.partijen.tables import Persoon, Werkgever
from dakpan.wandeling import archieflijst
from dakpan.wandeling.archieflijst import Archiefvraag
from dakpan.wandeling.straks import eerst_komend, later

AANTAL = 2_000
TENANT = "uwv-noord"
ZAKEN_PER_MENS = 200
# Wat er gevraagd wordt, en welke index het antwoord geeft.
DOE: dict[str, tuple[Callable[[Handeling], object], str]] = {
    "alles": (lambda handeling: lijsten.zoek(handeling, Zoekvraag(status=None)), "zaak"),
    "lopend": (lambda handeling: lijsten.zoek(handeling, Zoekvraag()), "_id"),
    "financier": (lambda handeling: lijsten.zoek(handeling, Zoekvraag(financier=TENANT, status=None)), "tenant_id"),
    "aan mij": (lambda handeling: lijsten.zoek(handeling, Zoekvraag(aan_mij=True)), "_id"),
    "naam": (lambda handeling: lijsten.zoek(handeling, Zoekvraag("jans")), "_zoeknaam"),
    "voornaam": (lambda handeling: lijsten.zoek(handeling, Zoekvraag("mila")), "_zoekvoornaam"),
    "bsn": (lambda handeling: lijsten.zoek(handeling, Zoekvraag(bsn=Bsn("111222333"))), "_bsn_zoek"),
    "verder": (lambda handeling: lijsten.zoek(handeling, Zoekvraag(na=nieuw_id())), "_id"),
    "terug": (lambda handeling: lijsten.zoek(handeling, Zoekvraag(voor=UUID(int=1))), "_id"),
    "tellen": (lambda handeling: lijsten.tel(handeling, Zoekvraag()), "_id"),
    "financiers": (lijsten.financiers, "tenant_id"),
    "beurt": (lambda handeling: aan_de_beurt(handeling, 25), "zaak"),
    "declaraties": (declaraties, "_datum_id"),
}
# PostgreSQL leest de declaraties hiervoor in één keer; SQLite zoekt ze per periode op.
PER_PERIODE = {"einddeclaratie": (zonder_einddeclaratie, "ix_declaratie_")}
# Alleen een organisatie heeft een archief, en dus lijsten met wat daar niet ligt.
MET_ARCHIEF: dict[str, tuple[Callable[[Handeling], object], str]] = {
    "archief": (lambda handeling: archieflijst.zoek(handeling, Archiefvraag()), "_archief"),
    "archief zoeken": (lambda handeling: archieflijst.zoek(handeling, Archiefvraag("aam7")), "_archief"),
    "buiten het archief": (lambda handeling: lijsten.zoek(handeling, Zoekvraag(status=None)), "buiten_archief"),
    "afgerond": (lambda handeling: lijsten.zoek(handeling, Zoekvraag(status=Zaakstatus.AFGEROND)), "status_buiten"),
}


def neem_samen(handeling: Handeling) -> None:
    """Een bladzijde van een paar mensen met heel veel zaken: elke zaak noemt er een paar, niet alle."""
    ligt = select(Zaak.id).where(Zaak.status == Zaakstatus.LOPEND, Zaak.beurt_stap == Zaakstap.BESLUIT)
    bladzijde = handeling.sessie.scalars(ligt.order_by(Zaak.id).limit(50)).all()
    paren = samen_te_nemen(handeling, bladzijde)
    assert {len(een) for een in paren.values()} == {TEN_HOOGSTE}
    assert len(paren) == len(bladzijde)


def komt_nog(handeling: Handeling) -> None:
    """De zaken waarvan de betaling pas later kan: bij wat het eerst komt, niet langs alle zaken van die stap."""

    def pas_later(stap: Zaakstap) -> list[ColumnElement[bool]] | None:
        pas = later(handeling, stap) if stap is Zaakstap.BETALING else None
        return None if pas is None else [*eerst_komend(handeling, stap), pas]

    aan_de_beurt(handeling, 5, pas_later)


# Alleen een financier heeft een werklijst.
WERK: dict[str, tuple[Callable[[Handeling], object], str]] = {
    "werklijst": (lambda handeling: werklijst(handeling, Werkvraag()), "behandelaar_id"),
    "samen te nemen": (neem_samen, "_bsn_zoek"),
    "betalingen straks": (komt_nog, "_status_vanaf_id"),
    "van niemand": (lambda handeling: werklijst(handeling, Werkvraag(vrij=True)), "_beurt"),
}


def vul(motor: Engine, organisatie_id: UUID) -> None:
    """Veel zaken van één organisatie bij één financier, langs de gewone weg voor grote hoeveelheden."""
    personen, werkgevers, zaken = [], [], []
    for nummer in range(AANTAL):
        eigen = {"tenant_id": TENANT, "organisatie_id": organisatie_id, "kant": Kant.GEDEELD}
        persoon, werkgever = nieuw_id(), nieuw_id()
        personen.append(
            {
                "id": persoon,
                "voornaam": "Mila",
                "achternaam": f"Naam{nummer}",
                "bsn_zoek": f"mens {nummer // ZAKEN_PER_MENS}",
                **eigen,
            }
        )
        werkgevers.append({"id": werkgever, "naam": "Bedrijf", **eigen})
        zaken.append(
            {
                "id": nieuw_id(),
                "nummer": f"Z-{nummer}",
                "status": Zaakstatus.LOPEND if nummer % 2 else Zaakstatus.AFGEROND,
                "vorm": Vorm.EXTERN,
                "persoon_id": persoon,
                "werkgever_id": werkgever,
                "beurt_stap": Zaakstap.DECLARATIE if nummer % 3 else Zaakstap.BESLUIT,
                "beurt": Partij.JOBCOACHORGANISATIE if nummer % 3 else Partij.BESLISSER,
                "uiterlijk": date(2022, 1, 1) + timedelta(nummer % 400),
                "geopend_op": datetime(2022, 1, 1, tzinfo=UTC),
                "gearchiveerd_op": datetime(2022, 3, 1, tzinfo=UTC) if nummer % 4 == 0 else None,
                **eigen,
            }
        )
    with Session(motor) as sessie, langs_de_wacht(sessie, Uitzondering.VULLING):
        for soort, rijen in ((Persoon, personen), (Werkgever, werkgevers), (Zaak, zaken)):
            sessie.execute(insert(soort), rijen)
        sessie.commit()
        if motor.dialect.name == "postgresql":  # het loket is niet de eigenaar van de tabellen; wie ze maakte wel
            sessie.execute(text("SET LOCAL ROLE NONE"))
            sessie.execute(text("ANALYZE"))
            sessie.commit()


@contextmanager
def plannen(motor: Engine) -> Iterator[list[str]]:
    """Hoe de database elke vraag over zaken beantwoordt, regel voor regel."""
    regels: list[str] = []
    sqlite = motor.dialect.name == "sqlite"

    def leg_uit(_verbinding: object, cursor: Any, opdracht: str, parameters: Any, *_: object) -> None:
        if opdracht.startswith("SELECT") and "zaak" in opdracht:
            eigen = cursor.connection.cursor()
            eigen.execute(f"EXPLAIN {'QUERY PLAN ' if sqlite else ''}{opdracht}", parameters)
            regels.extend(str(rij[-1]) for rij in eigen.fetchall())
            eigen.close()

    event.listen(motor, "before_cursor_execute", leg_uit)
    try:
        yield regels
    finally:
        event.remove(motor, "before_cursor_execute", leg_uit)


@pytest.mark.parametrize("kant", ["organisatie", "financier"])
def test_elke_lijst_gebruikt_een_index(wereld: Wereld, kant: str) -> None:
    organisatie_id = wereld.organisatie()
    vul(wereld.motor, organisatie_id)
    wie = wereld.medewerker(organisatie_id, "Jo") if kant == "organisatie" else wereld.financier(TENANT)
    vragen = {**DOE, **(PER_PERIODE if wereld.motor.dialect.name == "sqlite" else {})}
    for naam, (doe, index) in {**vragen, **(MET_ARCHIEF if kant == "organisatie" else WERK)}.items():
        with wereld.als(wie) as handeling:
            # Met weinig rijen leest PostgreSQL soms liever alles; hier telt of de index het kan.
            if wereld.motor.dialect.name == "postgresql":
                handeling.sessie.execute(text("SET LOCAL enable_seqscan = off"))
            with plannen(wereld.motor) as regels:
                doe(handeling)
        assert not [een for een in regels if leest_alles(een)], naam
        assert any(index in een for een in regels) or not regels, f"{naam}: {regels}"


def leest_alles(regel: str) -> bool:
    """Leest deze regel van het plan een hele tabel van zaken, cliënten of werkgevers?"""
    return any(
        regel.startswith(f"SCAN {tabel}") or f"Seq Scan on {tabel} " in regel
        for tabel in ("zaak", "persoon", "werkgever")
    )
