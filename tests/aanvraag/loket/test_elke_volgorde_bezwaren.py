"""Na een toekenning: bezwaar, beroep en wijziging door elkaar, in elke volgorde, met twee die mogen beslissen.

Naast de database staat een klein model. Na elke stap geldt het laatste besluit en volgt de periode dat; en wie een
besluit nam besliste nooit op het bezwaar ertegen (Awb, art. 10:3).
"""

from datetime import timedelta
from typing import Any, NamedTuple

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tests.aanvraag.loket.balie import Loket, Zaakloket
from tests.aanvraag.loket.test_bezwaren import GEGROND, ONGEGROND, VAN, collega
from tests.aanvraag.loket.test_wijzigen import MINDER, gemeld, toegekend

from dakpan.aanvraag.bezwaren.lezen import bezwaren_van, haal_bezwaar
from dakpan.aanvraag.domain.meldingen import Meldsoort
from dakpan.aanvraag.inhoud import besluiten_van, haal_besluit
from dakpan.aanvraag.wijzigen.melden import haal_melding, meldingen_van, trek_melding_in
from dakpan.begrippen.toestand import KanNiet
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.vrager import Vrager
from dakpan.plan.perioden import perioden_van
from dakpan.wandeling.bezwaren import beslis, leg_vast, trek_in
from dakpan.wandeling.wijzigen import beslis as beslis_wijziging

BEA, COR = 0, 1
DADEN = [
    "bezwaar",
    "bezwaar",
    "beroep",
    "gegrond",
    "ongegrond",
    "trek_in",
    "meld",
    "anders",
    "blijft",
    "trek_melding_in",
]
EINDEN = ["2023-05-31", "2023-06-30", "2023-07-02"]


class Stap(NamedTuple):
    """Wat er gebeurt, en wie er zo nodig beslist. ``eerste``: het gaat tegen het eerste besluit, niet het laatste."""

    wat: str
    wie: int = COR
    eerste: bool = False
    eind: str = "2023-06-30"


class Model:
    """De besluiten als (wie, uren, eind), de bezwaren als [soort, tegen, stand], de meldingen met hun stand."""

    def __init__(self) -> None:
        self.besluiten = [(BEA, "86.40", "2023-07-02")]
        self.bezwaren: list[tuple[str, int, str]] = []
        self.meldingen: list[str] = []
        # Over deze besluiten is beslist, of zij kwamen er na een bezwaar: daarna is er alleen beroep.
        self.alleen_beroep: set[int] = set()
        self.beslist = False

    def mag(self, stap: Stap) -> bool:
        soort, tegen, stand = self.bezwaren[-1] if self.bezwaren else ("", 0, "")
        loopt, gemeld = stand == "lopend", self.meldingen[-1:] == ["gemeld"]
        if stap.wat == "bezwaar":
            return not loopt and self._tegen(stap) not in self.alleen_beroep
        if stap.wat in {"gegrond", "ongegrond"}:
            return loopt and (soort == "beroep" or self.besluiten[tegen][0] != stap.wie)
        return {"beroep": not loopt and self.beslist, "trek_in": loopt, "meld": True}.get(stap.wat, gemeld)

    def doe(self, stap: Stap, uren: str) -> None:
        wat = stap.wat
        if wat in {"bezwaar", "beroep"}:
            self.bezwaren.append((wat, self._tegen(stap), "lopend"))
        elif wat in {"gegrond", "ongegrond", "trek_in"}:
            soort, tegen, _loopt = self.bezwaren[-1]
            self.bezwaren[-1] = soort, tegen, "ingetrokken" if wat == "trek_in" else wat
            if wat != "trek_in":
                self.beslist = True
                self.alleen_beroep |= {tegen, *([len(self.besluiten)] if wat == "gegrond" else [])}
        elif wat == "meld":
            self.meldingen.append("gemeld")
        else:
            self.meldingen[-1] = "ingetrokken" if wat == "trek_melding_in" else "beslist"
        if wat in {"gegrond", "anders"}:
            self.besluiten.append((stap.wie, uren, stap.eind))

    def _tegen(self, stap: Stap) -> int:
        return 0 if stap.eerste else len(self.besluiten) - 1


def _laatste(rijen: Any) -> Any:
    if not rijen:
        raise KanNiet
    return rijen[0]


def _doe(zaak: Zaakloket, beslissers: list[Vrager], stap: Stap, uren: str) -> None:
    coach, wie, anders = zaak.loket.coach, beslissers[stap.wie], {"uren": uren, "eind": stap.eind}
    if stap.wat in {"bezwaar", "beroep"}:
        tegen = zaak.doe(coach, besluiten_van)[-1 if stap.eerste else 0].id
        op = zaak.loket.vandaag.isoformat()
        zaak.doe(coach, leg_vast, {**VAN, "soort": stap.wat, "ontvangen_op": op, "besluit": str(tegen)})
    elif stap.wat == "meld":
        gemeld(zaak, Meldsoort.WERK, MINDER)
    elif stap.wat in {"gegrond", "ongegrond", "trek_in"}:
        id_ = _laatste(zaak.doe(coach, bezwaren_van)).id
        uitkomst = {**GEGROND, **anders} if stap.wat == "gegrond" else ONGEGROND
        if stap.wat == "trek_in":
            zaak.doe(coach, trek_in, id_)
        else:
            zaak.doe(wie, lambda h, z: beslis(h, z, haal_bezwaar(h, z, id_), uitkomst))
    else:
        id_ = _laatste(zaak.doe(coach, meldingen_van)).id
        gevolg = {"gevolg": "anders", **anders} if stap.wat == "anders" else {"gevolg": "geen"}
        if stap.wat == "trek_melding_in":
            zaak.doe(coach, trek_melding_in, id_)
        else:
            besloten = {**gevolg, "motivering": "Zo is het gewogen."}
            zaak.doe(wie, lambda h, z: beslis_wijziging(h, z, haal_melding(h, z, id_), besloten))


def _vergelijk(zaak: Zaakloket, beslissers: list[Vrager], model: Model) -> None:
    coach = zaak.loket.coach
    besluiten = zaak.doe(coach, besluiten_van)[::-1]
    gevonden = [(een.door, een.uren.iso, een.eind.isoformat()) for een in besluiten]
    assert gevonden == [(beslissers[wie].naam, uren, eind) for wie, uren, eind in model.besluiten]
    geldt, nu = zaak.doe(coach, haal_besluit), zaak.zaak(coach)
    assert geldt.id == besluiten[-1].id
    [periode] = zaak.doe(coach, perioden_van)
    assert (periode.status.value, periode.uren, periode.eind) == ("open", geldt.uren, geldt.eind)
    assert (nu.status.value, nu.begin, nu.eind) == ("lopend", periode.begin, periode.eind)
    door, bezwaren = {een.id: een.door for een in besluiten}, zaak.doe(coach, bezwaren_van)[::-1]
    plek = [een.id for een in besluiten]
    gevonden = [(een.soort.value, plek.index(een.besluit_id), een.status.value) for een in bezwaren]
    assert gevonden == model.bezwaren
    assert all(een.beslist_door != door[een.besluit_id] for een in bezwaren if een.soort == "bezwaar")
    assert [een.status.value for een in zaak.doe(coach, meldingen_van)[::-1]] == model.meldingen


STAPPEN = st.builds(Stap, st.sampled_from(DADEN), st.sampled_from([BEA, COR]), st.booleans(), st.sampled_from(EINDEN))
BEZWAAR, MELD, EERDER = Stap("bezwaar"), Stap("meld"), Stap("gegrond", eind="2023-05-31")


@settings(max_examples=12, suppress_health_check=list(HealthCheck), deadline=None)
@given(handelingen=st.lists(STAPPEN, min_size=3, max_size=9))
@example(handelingen=[BEZWAAR, MELD, Stap("anders", COR), Stap("gegrond", BEA), EERDER, Stap("beroep")])
@example(handelingen=[MELD, Stap("anders", COR), BEZWAAR, Stap("ongegrond", COR), Stap("gegrond", BEA), BEZWAAR])
@example(handelingen=[BEZWAAR, Stap("ongegrond"), Stap("beroep"), MELD, Stap("anders", BEA), Stap("gegrond", BEA)])
def test_bezwaar_en_wijziging_door_elkaar(snel_loket: Loket, handelingen: list[Stap]) -> None:
    zaak, model = toegekend(snel_loket), Model()
    beslissers = [snel_loket.beslisser, collega(snel_loket)]
    for nummer, stap in enumerate(handelingen):
        snel_loket.vandaag += timedelta(1)
        uren = f"{50 + nummer}.00"
        mag, gelukt = model.mag(stap), True
        try:
            _doe(zaak, beslissers, stap, uren)
        except (KanNiet, InvoerFout):
            gelukt = False
        assert gelukt == mag, f"{stap}: {vars(model)}"
        if mag:
            model.doe(stap, uren)
        _vergelijk(zaak, beslissers, model)
