"""Elke route met een id, als de verkeerde financier, de verkeerde organisatie en de verkeerde kant.

Een vreemd id antwoordt precies zoals een id dat niet bestaat. Een nieuwe route doet vanzelf mee; een route met een
soort id dat deze test niet kent laat haar falen, met naam.
"""

import re
from collections.abc import Collection, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from tests.hulp.bezoeker import Bezoeker
from tests.hulp.demo import kopieer_demo
from tests.hulp.ronde import Ronde
from werkzeug.routing import Rule

from dakpan.aanvraag.bezwaren.tables import Bezwaarschrift
from dakpan.aanvraag.bijelkaar.tables import Meting
from dakpan.aanvraag.domain.uitstel import Uitstelwerking
from dakpan.aanvraag.meegeven.tables import Meegegeven, Meegegevenstuk, Zaakoverdracht
from dakpan.aanvraag.tables import Besluit
from dakpan.aanvraag.tekenen.tables import Tekenverzoek
from dakpan.aanvraag.uitstel.tables import Beslisuitstel
from dakpan.aanvraag.wijzigen.tables import Wijzigingsmelding
from dakpan.begrippen.duur import Duur
from dakpan.betaling.corrigeren.tables import Correctie, Creditnota
from dakpan.betaling.kwartaal.tables import Kwartaalronde
from dakpan.betaling.steekproef.tables import Steekproef
from dakpan.betaling.tables import Betaalbestand, Betaalopdracht, Declaratie
from dakpan.betaling.vorderen.tables import Vordering, Vorderingontvangst
from dakpan.demo.omgeving import Omgeving
from dakpan.dossier.tables import Bericht, Document, Zaak
from dakpan.loket.app import create_app
from dakpan.opslag.basis import Zaakgegevens, db
from dakpan.opslag.motor import maak_motor
from dakpan.opslag.sporen import Geschiedenis, Inzage
from dakpan.opslag.vrager import Kant, Uitzondering, Vrager
from dakpan.opslag.wacht import langs_de_wacht
from dakpan.partijen.rechten import VAN_ORGANISATIE, Rol
from dakpan.partijen.tables import Account, Lidmaatschap, Organisatie
from dakpan.partijen.waarden.tables import Waardevoorstel
from dakpan.plan.tables import Aanspreekpunt, Jobcoachperiode, Koppeling
from dakpan.rapportage.tables import Verslag
from dakpan.uren.omboeken.tables import Omboeking
from dakpan.uren.tables import Activiteit

# Welke tabel hoort bij welk id in een adres?
TABEL: dict[str, type[Zaakgegevens]] = {
    "zaak_id": Zaak,
    "activiteit_id": Activiteit,
    "bericht_id": Bericht,
    "bezwaar_id": Bezwaarschrift,
    "bestand_id": Betaalbestand,
    "declaratie_id": Declaratie,
    "document_id": Document,
    "koppeling_id": Koppeling,
    "meegave_id": Meegegeven,
    "periode_id": Jobcoachperiode,
    "punt_id": Aanspreekpunt,
    "stuk_id": Meegegevenstuk,
    "verslag_id": Verslag,
    "voorstel_id": Waardevoorstel,
    "verzoek_id": Tekenverzoek,
    "melding_id": Wijzigingsmelding,
    "omboeking_id": Omboeking,
    "overdracht_id": Zaakoverdracht,
    "uitstel_id": Beslisuitstel,
    "opdracht_id": Betaalopdracht,
    "correctie_id": Correctie,
    "creditnota_id": Creditnota,
    "ronde_id": Kwartaalronde,
    "steekproef_id": Steekproef,
    "vordering_id": Vordering,
    "ontvangst_id": Vorderingontvangst,
    "brief_id": Besluit,
    "meting_id": Meting,
}
ANDERS_OPEN = {
    "lid_id": "tests/partijen/test_medewerkers_pagina.py",
    "coach_id": "tests/uren/test_totalen.py",
    "certificaat_id": "tests/partijen/test_certificaten_pagina.py",
    "organisatie_id": "een organisatie uit het openbare register; tests/partijen/test_register.py",
    "sleutel_id": "tests/uren/webdienst/test_sleutels.py",
    "inleesbestand_id": "tests/uren/inlezen/test_inlezen.py",
    "geheim": "een link",
    "slug": "een stijlblad",
}
# Wie met een koekje komt heeft hier niets; met een sleutel van een ander: tests/uren/webdienst/test_sleutels.py.
MET_SLEUTEL = "webdienst."
# Wat er in een adres staat zonder een rij te noemen.
VAST = {
    "briefsoort": "besluit",
    "groepnaam": "client",
    "nummer": 1,
    "hoe": "beeindigen",
    "dag": "2026-01-01",
    "soort": "xlsx",
}
ZONDER_ID = {"daad", "jaar", "kant", "weeknummer", "filename", "naam", "regelset", *VAST}


@pytest.fixture(scope="module", name="plek")
def _plek(ronde: Ronde, tmp_path_factory: pytest.TempPathFactory) -> Path:
    plek = tmp_path_factory.mktemp("dicht")
    kopieer_demo(ronde, plek)
    return plek


@pytest.fixture(scope="module", name="app")
def _app(plek: Path) -> Iterator[Flask]:
    instellingen = Omgeving(plek).instellingen("http://localhost", None)
    app = create_app(instellingen)
    yield app
    with app.app_context():
        db.engine.dispose()


@pytest.fixture(scope="module", name="alles")
def _alles(app: Flask, plek: Path) -> Iterator[Session]:
    """Een sessie die alles ziet: om te weten wat een buitenstaander juist niet mag zien."""
    motor = maak_motor(Omgeving(plek).instellingen("", None).database)
    with Session(motor) as sessie, langs_de_wacht(sessie, Uitzondering.VULLING):
        _boek_om(sessie)
        _stel_uit(sessie)
        yield sessie
        sessie.rollback()
    motor.dispose()


def _boek_om(sessie: Session) -> None:
    """Een omboeking: de spelers van de demonstratie maken er geen."""
    periode = sessie.scalars(select(Jobcoachperiode).order_by(Jobcoachperiode.tenant_id).limit(1)).one()
    hier = {"zaak_id": periode.zaak_id, "naar_zaak_id": periode.zaak_id}
    van = {"tenant_id": periode.tenant_id, "organisatie_id": periode.organisatie_id, "kant": Kant.ORGANISATIE}
    tijd = {"aantal": 1, "duur": Duur(30), "op": datetime.now(UTC), "door": "Iemand"}
    sessie.add(Omboeking(van_periode_id=periode.id, naar_periode_id=periode.id, **hier, **van, **tijd))
    sessie.commit()


def _stel_uit(sessie: Session) -> None:
    """Een besluit dat later komt: ook dat doen de spelers van de demonstratie niet."""
    zaak = sessie.scalars(select(Zaak).where(Zaak.organisatie_id.is_not(None)).order_by(Zaak.tenant_id).limit(1)).one()
    van = {"tenant_id": zaak.tenant_id, "organisatie_id": zaak.organisatie_id, "kant": Kant.GEDEELD}
    waarom = {"grond": "proef", "titel": "Proef", "bron": {}, "motivering": "een proef"}
    toen = {"vanaf": date(2026, 1, 1), "vastgelegd_op": datetime.now(UTC), "vastgelegd_door": "Iemand"}
    sessie.add(Beslisuitstel(zaak_id=zaak.id, werking=Uitstelwerking.STAAT_STIL, **van, **waarom, **toen))
    sessie.commit()


def _lid(app: Flask, naam: str, **waar: object) -> Vrager:
    """Iemand met elk recht dat bij deze kant bestaat; wat hij niet ziet komt dus nooit door een recht."""
    with app.app_context():
        account = Account(email=f"{uuid4()}@voorbeeld.invalid", naam=naam, demo=True)
        rij = Lidmaatschap(
            account=account,
            rollen=[een.value for een in Rol],
            rechten=[een.value for een in VAN_ORGANISATIE],
            aanvaard_op=datetime.now(UTC),
            **waar,
        )
        db.session.add(rij)
        db.session.commit()
        tenant, organisatie = rij.tenant_id, rij.organisatie_id
        return Vrager(account.id, naam, tenant, organisatie, rij.id)


@pytest.fixture(scope="module", name="nieuwe_organisatie")
def _nieuwe_organisatie(app: Flask) -> Vrager:
    """Een organisatie die nog niets heeft."""
    with app.app_context():
        rij = Organisatie(naam="Nergens Bekend (verzonnen)", kvk="90000099")
        db.session.add(rij)
        db.session.commit()
        id_ = rij.id
    return _lid(app, "Iemand Elders", organisatie_id=id_)


def _routes(app: Flask) -> list[tuple[str, Rule]]:
    return [
        (methode, regel)
        for regel in app.url_map.iter_rules()
        for methode in sorted((regel.methods or set()) - {"HEAD", "OPTIONS"})
        if regel.arguments & set(TABEL) and not regel.endpoint.startswith(MET_SLEUTEL)
    ]


def test_elke_route_met_een_id_is_bekend(app: Flask) -> None:
    gezien = {argument for regel in app.url_map.iter_rules() for argument in regel.arguments}
    assert gezien <= {*TABEL, *ANDERS_OPEN, *ZONDER_ID, "tenant_id"}


def _voorbeelden(alles: Session, namen: set[str], **voorwaarden: object) -> dict[str, object] | None:
    """Een rij die aan de voorwaarden voldoet, met de ids die een adres nodig heeft; alles van dezelfde zaak."""
    eigen = [naam for naam in sorted(namen & set(TABEL)) if naam != "zaak_id"] or ["zaak_id"]
    soort = TABEL[eigen[0]]
    vraag = select(soort).filter_by(**voorwaarden).order_by(soort.id).limit(1)
    rij = alles.scalars(vraag).first()
    zaak_id = rij.id if isinstance(rij, Zaak) else getattr(rij, "zaak_id", None)
    erbij = {naam: getattr(rij, naam, None) for naam in eigen[1:]}
    gevonden = {"tenant_id": rij.tenant_id, "zaak_id": zaak_id, eigen[0]: rij.id, **erbij} if rij is not None else None
    alles.rollback()  # op SQLite houdt een open sessie iedereen op
    return gevonden


def _adres(app: Flask, regel: Rule, waarden: dict[str, object]) -> str:
    gebruikt: dict[str, Any] = {naam: waarde for naam, waarde in {**VAST, **waarden}.items() if naam in regel.arguments}
    with app.test_request_context():
        return app.url_for(regel.endpoint, **gebruikt)


_WISSELEND = re.compile(r'((?:name="csrf_token" value|data-csrf)=")[^"]*|[0-9a-f]{8}-[0-9a-f-]{27}')


def _zonder_wisselend(tekst: str) -> str:
    return _WISSELEND.sub(r"\1…", tekst)


def _vraag(bezoeker: Bezoeker, methode: str, adres: str) -> tuple[int, str]:
    bezoeker.get("/namens")
    antwoord = bezoeker.get(adres) if methode == "GET" else bezoeker.post(adres, {"versie": "1", "bevestigd": "ja"})
    return antwoord.status_code, _zonder_wisselend(antwoord.text)


def _blijft_dicht(
    app: Flask, alles: Session, vrager: Vrager, *, behalve: Collection[tuple[str, str]] = (), **voorwaarden: object
) -> set[tuple[str, str]]:
    """Loopt elke route langs die nog niet geweest is; geeft welke er met een echte rij zijn geprobeerd."""
    bezoeker, geprobeerd = Bezoeker(app).als(vrager), set[tuple[str, str]]()
    eerder = _sporen(alles)
    for methode, regel in _routes(app):
        if (methode, regel.rule) in behalve:
            continue
        echt = _voorbeelden(alles, regel.arguments, **voorwaarden)
        if echt is None:
            continue
        onbekend = {naam: uuid4() if isinstance(waarde, UUID) else waarde for naam, waarde in echt.items()}
        vreemd = _vraag(bezoeker, methode, _adres(app, regel, echt))
        niets = _vraag(bezoeker, methode, _adres(app, regel, onbekend))
        assert vreemd[0] == 404, f"{methode} {regel.rule} gaf {vreemd[0]}"
        assert set(vreemd[1].splitlines()) ^ set(niets[1].splitlines()) == set(), f"{methode} {regel.rule}"
        geprobeerd.add((methode, regel.rule))
    assert _sporen(alles) == eerder
    return geprobeerd


def _sporen(alles: Session) -> list[int | None]:
    """Wie niets ziet laat ook niets achter."""
    aantallen = [alles.scalar(select(func.count()).select_from(soort)) for soort in (Geschiedenis, Inzage)]
    alles.rollback()
    return aantallen


def test_als_de_verkeerde_organisatie(app: Flask, alles: Session, nieuwe_organisatie: Vrager) -> None:
    assert len(_blijft_dicht(app, alles, nieuwe_organisatie)) == len(_routes(app))


def test_als_de_verkeerde_financier(app: Flask, alles: Session) -> None:
    """Elke route met een rij van de eerste financier die er een heeft."""
    tenants = sorted(set(alles.scalars(select(Zaak.tenant_id))))
    alles.rollback()
    vreemde, geprobeerd = _lid(app, "Financier Elders", tenant_id=tenants[-1]), set[tuple[str, str]]()
    for tenant in tenants[:-1]:
        geprobeerd |= _blijft_dicht(app, alles, vreemde, behalve=geprobeerd, tenant_id=tenant)
    assert len(geprobeerd) == len(_routes(app))


def test_als_de_financier_die_het_nog_niet_mag_zien(app: Flask, alles: Session) -> None:
    van_organisatie: dict[str, Any] = {"kant": Kant.ORGANISATIE}
    tenant = alles.scalars(select(Zaak.tenant_id).filter_by(**van_organisatie)).first()
    alles.rollback()
    financier = _lid(app, "Financier Zelf", tenant_id=tenant)
    assert len(_blijft_dicht(app, alles, financier, tenant_id=tenant, **van_organisatie)) > len(_routes(app)) // 2


def test_als_de_organisatie_die_het_nog_niet_mag_zien(app: Flask, alles: Session) -> None:
    organisatie = alles.scalars(select(Zaak.organisatie_id).where(Zaak.organisatie_id.is_not(None))).first()
    alles.rollback()
    eigen = _lid(app, "Organisatie Zelf", organisatie_id=organisatie)
    assert len(_blijft_dicht(app, alles, eigen, kant=Kant.FINANCIER)) > len(_routes(app)) // 2
