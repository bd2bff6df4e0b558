"""Het onderzoek in elke volgorde van handelingen, naast advies en besluit, met de echte diensten.

Naast de database staat een klein model. Na elke stap is het stuk wat het model zegt, leest de organisatie het alleen
als het is gedeeld, en verandert na afronden en na het besluit geen letter.
"""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any, ClassVar

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import func, select
from tests.aanvraag.loket.antwoorden import HALFJAAR, Json, met
from tests.aanvraag.loket.balie import Loket, Zaakloket
from tests.hulp.volgorde import draai, probeer, ziet

from dakpan.aanvraag.beoordeeltabellen import Onderzoek
from dakpan.aanvraag.beoordelen import geef_advies
from dakpan.aanvraag.domain.onderzoeken import PARTIJEN, TOETSEN
from dakpan.aanvraag.onderzoek.onderzoeken import deel_onderzoek, heropen, onderzoek_van, rond_af, schrijf
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant, Vrager
from dakpan.wandeling.besluiten import besluit

OP = date(2023, 1, 9)
CONCEPT, AFGEROND, GEDEELD = "concept", "afgerond", "gedeeld"
RAPPORT, RAPPORTAGE = "arbeidsdeskundig_rapport", "onderzoeksrapportage"
VERVOLG = {"soort": "vervolg", "jaar": 2, "volgnummer": 3}
# De arbeidsdeskundige beoordeelt de eerste aanvraag, de beslisser de derde (rapport par. 2.4, voetnoot 18).
ANTWOORDEN: dict[str, Json] = {
    RAPPORT: HALFJAAR,
    RAPPORTAGE: met(HALFJAAR, aanvraag=VERVOLG, historie={"maanden_jobcoaching": 12}),
}
BEHANDELT = {RAPPORT: {"deskundige", "beslisser"}, RAPPORTAGE: {"beslisser"}}
VOL: dict[str, Any] = {
    "onderzocht": "Het dossier en de werkplek.",
    "toets": {een: {"oordeel": "ja"} for een in TOETSEN},
    "noodzakelijk": "ja",
    "conclusie": "Begeleiding is nodig.",
    "reactie": {een: {"op": "2023-01-09", "mening": "vinden"} for een in PARTIJEN},
}


def _reactie(**coach: str) -> dict[str, Any]:
    return {**VOL, "reactie": {**VOL["reactie"], "coach": coach}}


# Wat iemand invult, en voor welke soort dat genoeg is om af te ronden.
INHOUD: dict[str, tuple[dict[str, Any], set[str]]] = {
    "vol": (VOL, {RAPPORT, RAPPORTAGE}),
    "leeg": ({}, set()),
    "niet gesproken": (_reactie(mening="niet_gesproken", reden="Zij was er niet."), {RAPPORT, RAPPORTAGE}),
    "zonder reactie": ({**VOL, "reactie": {}}, {RAPPORTAGE}),
    "reactie zonder reden": (_reactie(op="2023-01-09", mening="niet_vinden"), set()),
    "zonder onderzocht": ({**VOL, "onderzocht": ""}, {RAPPORT}),
    "nee zonder toelichting": ({**VOL, "toets": {**VOL["toets"], "doelen": {"oordeel": "nee"}}}, set()),
}
WAT = st.sampled_from(["vol", *INHOUD])
BESLUITEN = {
    "toegekend": {"soort": "toegekend"},
    "afgewezen": {"soort": "afgewezen", "motivering": "De beperking is niet vastgesteld."},
    "ingetrokken": {"soort": "ingetrokken", "motivering": "De cliënt belde: het werk gaat niet door."},
}
WIE, GEZIEN = st.sampled_from(["deskundige", "beslisser", "beslisser"]), st.sampled_from(["niets", "gezien", "oud"])


class OnderzoekInElkeVolgorde(RuleBasedStateMachine):
    """Wie beoordeelt en wie beslist doen met één zaak wat zij willen; de organisatie kijkt mee."""

    loket: ClassVar[Loket]
    vreemd: ClassVar[tuple[Vrager, ...]]
    soort: ClassVar[str]
    eerst: ClassVar[str]
    bereikt: ClassVar[set[str]] = set()

    @initialize()
    def begin(self) -> None:
        """Ook halverwege: anders komt een toevallige volgorde zelden zo ver."""
        self.zaak: Zaakloket = self.loket.begin(self.loket.coach, "uwv-noord", ANTWOORDEN[self.soort])
        self.ingediend, self.geadviseerd, self.besloten = False, False, ""
        self.status: str | None = None
        self.inhoud, self.schrijver, self.afronder, self.waarom = "", "", "", ""
        stappen: list[Callable[[], None]] = [
            self.dien_in,
            lambda: (self.schrijf if self.eerst == "half af" else self.rond_af)("beslisser", "vol", "gezien"),
            lambda: self.adviseer("beslisser" if self.soort == RAPPORTAGE else "deskundige"),
            lambda: self.besluit("toegekend"),
        ]
        for stap in stappen[: {"niets": 0, "ingediend": 1, AFGEROND: 2, "half af": 4, "besloten": 4}[self.eerst]]:
            stap()

    def wie(self, naam: str) -> Vrager:
        vrager: Vrager = getattr(self.loket, naam)
        return vrager

    def doe(self, wie: Vrager, wat: Callable[..., Any], *gegevens: Any, mag: bool, **namen: Any) -> bool:
        stand = f"{wat.__name__} door {wie.naam} {gegevens} bij {self.status}, besluit: {self.besloten!r}"
        return probeer(lambda: self.zaak.doe(wie, wat, *gegevens, **namen), mag=mag and self.ingediend, wat=stand)

    def versie(self, gezien: str) -> int | None:
        """``oud``: een ander was eerder."""
        rij = ziet(lambda: self.zaak.doe(self.loket.beslisser, onderzoek_van))
        return None if rij is None or gezien == "niets" else rij.versie - (gezien == "oud")

    def schrijft(self, wie: str, gezien: str) -> bool:
        eerder = gezien == "oud" and self.status is not None
        return wie in BEHANDELT[self.soort] and not self.besloten and not eerder

    @precondition(lambda self: not self.ingediend)
    @rule()
    def dien_in(self) -> None:
        self.zaak.tot_ingediend(self.loket.coach)
        self.ingediend = True

    @rule(wie=WIE, wat=WAT, gezien=GEZIEN)
    def schrijf(self, wie: str, wat: str, gezien: str) -> None:
        mag = self.schrijft(wie, gezien) and self.status in {None, CONCEPT}
        if self.doe(self.wie(wie), schrijf, INHOUD[wat][0], mag=mag, versie=self.versie(gezien)):
            self.status, self.inhoud, self.schrijver = CONCEPT, wat, self.wie(wie).naam

    @rule(wie=WIE, wat=WAT, gezien=GEZIEN)
    def rond_af(self, wie: str, wat: str, gezien: str) -> None:
        inhoud, genoeg_voor = INHOUD[wat]
        mag = self.schrijft(wie, gezien) and self.status in {None, CONCEPT} and self.soort in genoeg_voor
        if self.doe(self.wie(wie), rond_af, inhoud, mag=mag, versie=self.versie(gezien)):
            self.status, self.inhoud, self.schrijver = AFGEROND, wat, self.wie(wie).naam
            self.afronder = self.wie(wie).naam

    @rule(wie=WIE, gezien=GEZIEN)
    def heropen(self, wie: str, gezien: str) -> None:
        mag = self.schrijft(wie, gezien) and self.status == AFGEROND
        if self.doe(self.wie(wie), heropen, mag=mag, versie=self.versie(gezien)):
            self.status, self.afronder = CONCEPT, ""

    @rule(waarom=st.sampled_from(["De cliënt gaf toestemming.", " "]), gezien=GEZIEN)
    def deel(self, waarom: str, gezien: str) -> None:
        """Wie alleen beoordeelt probeert het eerst, en deelt nooit."""
        self.doe(self.loket.deskundige, deel_onderzoek, waarom, mag=False)
        mag = self.status == AFGEROND and bool(self.besloten) and gezien != "oud" and waarom != " "
        if self.doe(self.loket.beslisser, deel_onderzoek, waarom, mag=mag, versie=self.versie(gezien)):
            self.status, self.waarom = GEDEELD, waarom

    @rule(wie=WIE)
    def adviseer(self, wie: str) -> None:
        aan_wie = "beslisser" if self.soort == RAPPORTAGE else "deskundige"
        if self.doe(self.wie(wie), geef_advies, "Past.", mag=wie == aan_wie and not self.besloten, toekennen=True):
            self.geadviseerd = True

    @rule(soort=st.sampled_from(list(BESLUITEN)))
    def besluit(self, soort: str) -> None:
        mag = not self.besloten and (self.geadviseerd or soort == "ingetrokken")
        if self.doe(self.loket.beslisser, besluit, BESLUITEN[soort], mag=mag):
            self.besloten = soort

    @rule()
    def wie_het_niet_mag_doet_niets(self) -> None:
        """De organisatie, een andere organisatie en een andere financier."""
        for wie in (self.loket.coach, *self.vreemd):
            for wat, gegevens in ((schrijf, ({},)), (rond_af, (VOL,)), (heropen, ()), (deel_onderzoek, ("Mag.",))):
                self.doe(wie, wat, *gegevens, mag=False)

    @invariant()
    def het_stuk_is_wat_het_model_zegt(self) -> None:
        self.bereikt.add(self.status or "niets")
        rij: Onderzoek | None = ziet(lambda: self.zaak.doe(self.loket.deskundige, onderzoek_van))
        assert (rij.status if rij is not None else None) == self.status
        if rij is None:
            return
        assert (rij.soort, rij.inhoud, rij.geschreven_door) == (self.soort, INHOUD[self.inhoud][0], self.schrijver)
        assert (rij.afgerond_door or "", rij.afgerond_op is not None) == (self.afronder, bool(self.afronder))
        gedeeld = self.loket.beslisser.naam if self.status == GEDEELD else ""
        assert (rij.gedeeld_door or "", rij.gedeeld_op is not None) == (gedeeld, bool(gedeeld))
        assert rij.gedeeld_waarom == self.waarom

        def aantal(handeling: Handeling, zaak: Zaak) -> int:
            vraag = select(func.count()).select_from(Onderzoek).where(Onderzoek.zaak_id == zaak.id)
            return handeling.sessie.scalar(vraag) or 0

        assert self.zaak.doe(self.loket.deskundige, aantal) == 1

    @invariant()
    def de_organisatie_leest_het_alleen_als_het_is_gedeeld(self) -> None:
        gezien: Onderzoek | None = self.zaak.doe(self.loket.coach, onderzoek_van)
        assert (gezien.kant if gezien is not None else None) == (Kant.GEDEELD if self.status == GEDEELD else None)
        for wie in self.vreemd:
            assert ziet(partial(self.zaak.zaak, wie)) is None


@pytest.mark.parametrize("soort", [RAPPORT, RAPPORTAGE])
@pytest.mark.parametrize("eerst", ["niets", "ingediend", AFGEROND, "half af", "besloten"])
def test_het_onderzoek_in_elke_volgorde(snel_loket: Loket, soort: str, eerst: str) -> None:
    snel_loket.vandaag = OP
    wereld, machine = snel_loket.wereld, OnderzoekInElkeVolgorde
    machine.loket, machine.soort, machine.eerst, machine.bereikt = snel_loket, soort, eerst, set()
    elders = wereld.medewerker(wereld.organisatie("Jobcoachbureau Elders"), "Pim Elders")
    machine.vreemd = (elders, snel_loket.consulent)
    draai(machine, voorbeelden=8, stappen=14)
    if eerst in {AFGEROND, "besloten"}:
        assert AFGEROND in machine.bereikt
    if eerst == "half af":  # wie beslist voordat het stuk af is deelt het nooit
        assert machine.bereikt <= {CONCEPT}
