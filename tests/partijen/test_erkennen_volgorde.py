"""Erkennen in elke volgorde: verlenen, verlengen, schorsen en intrekken, bij twee financiers, terwijl de tijd loopt.

Naast de database staat per erkenning een verzameling dagen. Na elke stap is een organisatie op precies die dagen
erkend, bij die financier en bij geen andere, en staat elk besluit dat lukte in de lijst.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.hulp.bouw import Wereld
from tests.hulp.motoren import motor_van
from tests.hulp.regelboek import STAD

from dakpan.begrippen.toestand import KanNiet
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import Gewijzigd
from dakpan.opslag.vrager import Vrager
from dakpan.partijen import erkennen, register
from dakpan.partijen.erkennen import Erkenningskeuze
from dakpan.partijen.rechten import Rol
from dakpan.partijen.register import Registervraag
from dakpan.partijen.toestanden import Erkenningstatus

NUL = date(2022, 1, 1)
FINANCIERS = (STAD, "staphorst")
# Dagen sinds NUL; zonder laatste dag geldt een erkenning tot het einde van wat hier wordt bekeken.
ALLE_DAGEN = range(-30, 100)
GEEN, VERLEEND, GESCHORST, INGETROKKEN = Erkenningstatus


class Stap(NamedTuple):
    """Wie doet wat, van wanneer tot wanneer. ``wacht``: zoveel dagen gaan er eerst voorbij."""

    financier: str
    daad: str
    van: int
    duur: int | None
    reden: str = "Klachten"
    vers: bool = True
    wacht: int = 0


class Model:
    """Eén organisatie bij één financier: hoe staat het ervoor, en op welke dagen is zij erkend?"""

    def __init__(self) -> None:
        self.stand = GEEN
        self.dagen: frozenset[int] = frozenset()
        self.besluiten = 0

    def mag(self, stap: Stap, vandaag: int) -> bool:
        if not stap.vers or (stap.duur is not None and stap.duur < 0):
            return False
        if stap.daad == "verleen":
            return not self._loopt(vandaag) or self._sluit_aan(_dagen(stap))
        uit = {"schors": {VERLEEND}, "trek_in": {VERLEEND, GESCHORST}}[stap.daad]
        return self.stand in uit and stap.van <= vandaag and bool(stap.reden.strip())

    def doe(self, stap: Stap, vandaag: int) -> None:
        self.besluiten += 1
        if stap.daad != "verleen":
            self.stand = GESCHORST if stap.daad == "schors" else INGETROKKEN
            self.dagen = frozenset()
            return
        nieuw = _dagen(stap)
        if self._loopt(vandaag):
            # Wat loopt loopt door; alleen een laatste dag die erin valt haalt het einde naar voren.
            ervoor = max(nieuw) < min(self.dagen)
            nieuw |= self.dagen if ervoor else {een for een in self.dagen if een < min(nieuw)}
        self.stand, self.dagen = VERLEEND, nieuw

    def _loopt(self, vandaag: int) -> bool:
        return self.stand is VERLEEND and max(self.dagen) >= vandaag

    def _sluit_aan(self, nieuw: frozenset[int]) -> bool:
        return any({een - 1, een, een + 1} & self.dagen for een in nieuw)


def _dagen(stap: Stap) -> frozenset[int]:
    tot = ALLE_DAGEN.stop if stap.duur is None else stap.van + stap.duur + 1
    return frozenset(range(stap.van, tot))


def _dag(nummer: int) -> date:
    return NUL + timedelta(nummer)


@pytest.fixture(name="wereld")
def _wereld(sqlite_gemigreerd: str) -> Iterator[Wereld]:
    motor = motor_van(sqlite_gemigreerd)
    yield Wereld(motor, vandaag=NUL)
    motor.dispose()


def _besluit(wereld: Wereld, wie: Vrager, organisatie_id: UUID, stap: Stap) -> bool:
    tot = None if stap.duur is None else _dag(stap.van + stap.duur)
    with wereld.als(wie) as handeling:
        nu = erkennen.haal(handeling, organisatie_id).erkenning
        versie = nu.versie if nu is not None else None
        gelezen = versie if stap.vers else (versie or 0) + 1
        try:
            keuze = Erkenningskeuze(stap.daad, _dag(stap.van), tot, stap.reden)
            erkennen.besluit(handeling, organisatie_id, keuze, gelezen)
        except (KanNiet, InvoerFout, Gewijzigd):
            return False
    return True


def _bekeken(model: Model) -> set[int]:
    """Om de week een dag, en rond elke rand van het model elke dag."""
    randen = [min(model.dagen), max(model.dagen)] if model.dagen else [0]
    return {*ALLE_DAGEN[::7], *(een + bij for een in randen for bij in (-1, 0, 1) if een + bij in ALLE_DAGEN)}


def _vergelijk(wereld: Wereld, wie: Vrager, organisatie_id: UUID, model: Model) -> None:
    tenant_id = wie.tenant_id
    assert tenant_id is not None
    with wereld.als(wie) as handeling:
        for een in _bekeken(model):
            assert erkennen.is_erkend(handeling, tenant_id, organisatie_id, _dag(een)) == (een in model.dagen)
        regel = erkennen.haal(handeling, organisatie_id)
        assert (regel.erkenning.status if regel.erkenning is not None else GEEN) is model.stand
        assert len(erkennen.besluiten(handeling, organisatie_id)) == model.besluiten
        for nummer in {min(model.dagen, default=0), max(model.dagen, default=0), ALLE_DAGEN[0], ALLE_DAGEN[-1]}:
            assert (regel.status(_dag(nummer)) is VERLEEND) == (nummer in model.dagen)
            gevonden, _meer = register.zoek(handeling.sessie, Registervraag(financier=tenant_id), _dag(nummer))
            assert (organisatie_id in {een.id for een in gevonden}) == (nummer in model.dagen)


DADEN = st.sampled_from(["verleen", "verleen", "verleen", "schors", "trek_in"])
STAPPEN = st.builds(
    Stap,
    st.sampled_from(FINANCIERS),
    DADEN,
    st.integers(-10, 25),
    st.one_of(st.none(), st.integers(-1, 15)),
    st.sampled_from(["Klachten", "Klachten", "Klachten", " "]),
    st.sampled_from([True, True, True, False]),
    st.integers(0, 8),
)


@settings(max_examples=10, suppress_health_check=list(HealthCheck), deadline=None)
@given(st.lists(STAPPEN, min_size=2, max_size=8))
@example([Stap(STAD, "verleen", 0, 10), Stap(STAD, "verleen", -5, 4)])  # sluit aan op wat loopt, ervoor
@example([Stap(STAD, "verleen", 0, 10), Stap(STAD, "verleen", 11, 10), Stap(STAD, "verleen", 23, 2)])
@example([Stap(STAD, "verleen", 0, None), Stap(STAD, "schors", 0, None), Stap(STAD, "trek_in", 0, None)])
@example([Stap(STAD, "verleen", 0, 3), Stap(STAD, "verleen", 9, 3, wacht=5), Stap("staphorst", "trek_in", 0, None)])
def test_erkennen_in_elke_volgorde(wereld: Wereld, stappen: list[Stap]) -> None:
    wereld.vandaag, vandaag = NUL, 0
    organisatie_id = wereld.organisatie()
    beheer = {een: wereld.financier(een, "Fien Beheer", Rol.CONTRACTBEHEERDER) for een in FINANCIERS}
    modellen = {een: Model() for een in FINANCIERS}
    for stap in stappen:
        vandaag += stap.wacht
        wereld.vandaag = _dag(vandaag)
        model = modellen[stap.financier]
        mag = model.mag(stap, vandaag)
        gelukt = _besluit(wereld, beheer[stap.financier], organisatie_id, stap)
        assert gelukt == mag, f"{stap} vanuit {model.stand}, erkend op {sorted(model.dagen)}"
        if mag:
            model.doe(stap, vandaag)
        for een in FINANCIERS:
            _vergelijk(wereld, beheer[een], organisatie_id, modellen[een])
