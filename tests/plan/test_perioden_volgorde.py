"""De periode in elke volgorde: indienen, intrekken, besluit, bezwaar, beroep, wijziging, beëindigen en heropenen.

Naast de database staat een klein model. Na elke stap is de periode wat het model zegt, volgt zij het besluit dat geldt,
en kan er worden geschreven zolang zij leeft en niet langer.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.aanvraag.loket.antwoorden import HALFJAAR
from tests.aanvraag.loket.balie import Loket, Zaakloket
from tests.aanvraag.loket.test_bezwaren import GEGROND, ONGEGROND, VAN, collega, neem
from tests.aanvraag.loket.test_wijzigen import MINDER, OP, gemeld
from tests.aanvraag.loket.test_wijzigen import neem as neem_wijziging

from dakpan.aanvraag.bezwaren.lezen import bezwaren_van
from dakpan.aanvraag.domain.meldingen import Meldsoort
from dakpan.aanvraag.inhoud import haal_besluit
from dakpan.begrippen.toestand import KanNiet
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import GeenRecht, NietGevonden
from dakpan.opslag.vrager import Vrager
from dakpan.plan.perioden import beeindig_periode, heropen_periode, perioden_van
from dakpan.plan.tables import Jobcoachperiode
from dakpan.uren.perioden import mijn_perioden
from dakpan.wandeling.aanvragen import dien_in
from dakpan.wandeling.aanvragen import trek_in as trek_aanvraag_in
from dakpan.wandeling.besluiten import besluit
from dakpan.wandeling.bezwaren import leg_vast, trek_in

NIET = "Zo is het gewogen."
BESLUITEN = {"toegekend": "open", "afgewezen": "vervallen", "ingetrokken": "vervallen"}
BEZWAREN = ["bezwaar", "beroep", "gegrond", "ongegrond", "trek_bezwaar_in"]
DADEN = ["dien_in", "trek_aanvraag_in", *BESLUITEN, *BEZWAREN, *BEZWAREN, "wijzig", "beeindig", "beeindig", "heropen"]
BEGIN: dict[str, list[str]] = {
    "definitief": [],
    "ingediend": ["dien_in"],
    "afgewezen": ["dien_in", "afgewezen"],
    "toegekend": ["dien_in", "toegekend"],
    "beeindigd": ["dien_in", "toegekend", "beeindig"],
    "na bezwaar": ["dien_in", "afgewezen", "bezwaar", "gegrond", "beeindig"],
}


class Model:
    """De periode, het besluit dat geldt, en wat er aan bezwaar loopt of al is beslist."""

    def __init__(self) -> None:
        self.fase, self.periode, self.besluit = "definitief", "voorlopig", ""
        self.loopt = ""
        self.beslist = False
        # Over dit besluit is al beslist, of het is zelf een beslissing op bezwaar: dan kan alleen beroep.
        self.alleen_beroep = False

    def mag(self, wat: str) -> bool:
        if wat in BESLUITEN:
            return self.fase == "ingediend"
        vrij = self.besluit in {"toegekend", "afgewezen"} and not self.loopt
        return {
            "dien_in": self.fase == "definitief",
            "trek_aanvraag_in": self.fase == "definitief",
            "bezwaar": vrij and not self.alleen_beroep,
            "beroep": vrij and self.beslist,
            "gegrond": bool(self.loopt),
            "ongegrond": bool(self.loopt),
            "trek_bezwaar_in": bool(self.loopt),
            "wijzig": self.besluit == "toegekend",
            "beeindig": self.periode == "open",
            "heropen": self.periode == "beeindigd",
        }[wat]

    def doe(self, wat: str) -> None:
        if wat in BESLUITEN:
            self.fase, self.besluit, self.periode = "besloten", wat, BESLUITEN[wat]
        elif wat == "dien_in":
            self.fase = "ingediend"
        elif wat == "trek_aanvraag_in":
            self.fase, self.periode = "ingetrokken", "vervallen"
        elif wat in {"bezwaar", "beroep"}:
            self.loopt, self.periode = wat, {"vervallen": "voorlopig"}.get(self.periode, self.periode)
        elif wat in {"gegrond", "ongegrond", "trek_bezwaar_in"}:
            self._loop_af(wat)
        elif wat == "wijzig":
            self.alleen_beroep = False
        else:
            self.periode = {"beeindig": "beeindigd", "heropen": "open"}[wat]

    def _loop_af(self, wat: str) -> None:
        naar = "open" if wat == "gegrond" else "vervallen"
        self.periode = naar if self.periode == "voorlopig" else self.periode
        self.besluit = "toegekend" if wat == "gegrond" else self.besluit
        if wat != "trek_bezwaar_in":
            self.beslist = self.alleen_beroep = True
        self.loopt = ""

    @property
    def zaak(self) -> str:
        if self.fase == "ingetrokken":
            return "ingetrokken"
        stopt = self.besluit in {"afgewezen", "ingetrokken"} and not self.loopt
        return self.besluit if stopt else "lopend"


def _zaak(loket: Loket) -> Zaakloket:
    loket.vandaag = OP
    return loket.begin(loket.coach, "uwv-noord", HALFJAAR).tot_definitief(loket.coach)


def _dien_in(zaak: Zaakloket) -> None:
    if zaak.aanvraag(zaak.loket.coach).status != "definitief":
        raise KanNiet
    zaak.laat_tekenen(zaak.loket.coach)
    zaak.lever_aan(zaak.loket.coach)
    zaak.doe(zaak.loket.coach, dien_in)
    zaak.tot_advies(zaak.loket.deskundige)


def _laatste_bezwaar(zaak: Zaakloket) -> Any:
    laatste = next(iter(zaak.doe(zaak.loket.coach, bezwaren_van)), None)
    if laatste is None:
        raise NietGevonden
    return laatste


def _periode(zaak: Zaakloket) -> Jobcoachperiode:
    [periode] = zaak.doe(zaak.loket.coach, perioden_van)
    assert isinstance(periode, Jobcoachperiode)
    return periode


def _doe(zaak: Zaakloket, ander: Vrager, wat: str, uren: str) -> None:
    loket = zaak.loket
    if wat in BESLUITEN:
        zaak.doe(loket.beslisser, besluit, {"soort": wat, "motivering": NIET})
    elif wat == "wijzig":
        anders = {"gevolg": "anders", "uren": uren, "eind": "2023-06-30", "motivering": NIET}
        neem_wijziging(zaak, gemeld(zaak, Meldsoort.WERK, MINDER | {"akkoord_op": OP.isoformat()}), anders)
    elif wat in {"gegrond", "ongegrond"}:
        uitkomst = {**GEGROND, "uren": uren} if wat == "gegrond" else ONGEGROND
        neem(zaak, ander, _laatste_bezwaar(zaak), uitkomst)
    elif wat in {"bezwaar", "beroep"}:
        zaak.doe(loket.coach, leg_vast, {**VAN, "soort": wat, "ontvangen_op": loket.vandaag.isoformat()})
    else:
        handelingen: dict[str, Callable[[], Any]] = {
            "dien_in": lambda: _dien_in(zaak),
            "trek_aanvraag_in": lambda: zaak.doe(loket.coach, trek_aanvraag_in),
            "trek_bezwaar_in": lambda: zaak.doe(loket.coach, trek_in, _laatste_bezwaar(zaak).id),
            "beeindig": lambda: zaak.doe(loket.coach, beeindig_periode, _periode(zaak).id),
            "heropen": lambda: zaak.doe(loket.beslisser, heropen_periode, _periode(zaak).id),
        }
        handelingen[wat]()


def _vergelijk(zaak: Zaakloket, model: Model) -> None:
    loket, periode, nu = zaak.loket, _periode(zaak), zaak.zaak(zaak.loket.coach)
    assert (periode.status.value, nu.status.value) == (model.periode, model.zaak)
    if model.periode in {"open", "beeindigd"}:
        geldt = zaak.doe(loket.coach, haal_besluit)
        assert geldt.soort.value == model.besluit
        assert (periode.uren, periode.begin, periode.eind) == (geldt.uren, geldt.begin, geldt.eind)
        assert (nu.begin, nu.eind) == (geldt.begin, geldt.eind)
    with loket.wereld.als(loket.coach, op=loket.vandaag) as handeling:
        schrijft = periode.id in {een.periode_id for een in mijn_perioden(handeling) if een.weigering is None}
    assert schrijft == (model.periode in {"voorlopig", "open"})
    stappen = {een["stap"]: een.get("vervallen", False) for een in nu.stappen}
    assert stappen["uren"] == stappen["accorderen"] == (model.periode == "beeindigd")


@pytest.mark.parametrize("eerst", BEGIN)
@settings(max_examples=6, suppress_health_check=list(HealthCheck), deadline=None)
@given(handelingen=st.lists(st.sampled_from(DADEN), min_size=3, max_size=8))
def test_de_periode_in_elke_volgorde(snel_loket: Loket, eerst: str, handelingen: list[str]) -> None:
    zaak, model, ander = _zaak(snel_loket), Model(), collega(snel_loket)
    for nummer, wat in enumerate([*BEGIN[eerst], *handelingen]):
        snel_loket.vandaag += timedelta(1)
        mag, gelukt = model.mag(wat), True
        try:
            _doe(zaak, ander, wat, f"{40 + nummer}.00")
        except (KanNiet, InvoerFout, GeenRecht, NietGevonden):
            gelukt = False
        assert gelukt == mag, f"{wat}: {vars(model)}"
        if mag:
            model.doe(wat)
        _vergelijk(zaak, model)
