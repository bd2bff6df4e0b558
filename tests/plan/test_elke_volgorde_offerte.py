"""Offerteverzoek, offerte en opdracht in elke volgorde van handelingen, ook naast het besluit, met de echte diensten.

Naast de database staat een klein model. Na elke stap staan er precies de offertes van het model, ziet de financier
precies wat is verstuurd, ziet een andere organisatie niets, en is van wat is verstuurd geen letter anders.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any, ClassVar

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import select
from tests.aanvraag.loket.antwoorden import GEMEENTE, ZES_TEKSTEN
from tests.aanvraag.loket.balie import Loket, Zaakloket
from tests.hulp.volgorde import draai, probeer, ziet

from dakpan.aanvraag.beoordelen import geef_advies
from dakpan.dossier.tables import Zaak
from dakpan.opslag.basis import nieuw_id
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant, Vrager
from dakpan.partijen.rechten import Recht
from dakpan.plan.offertes import sla_offerte_op, verstuur_offerte
from dakpan.plan.opdracht import geef_offerte_terug, geef_opdracht
from dakpan.plan.tables import Offerte, Offerteverzoek
from dakpan.plan.verzoeken import vraag_offerte
from dakpan.wandeling.besluiten import besluit
from dakpan.wandeling.offerteverzoek import neem_terug

CONCEPT, VERSTUURD, TERUG, GETEKEND = "concept", "verstuurd", "teruggegeven", "getekend"
BUREAU, ANDER, ONBEKEND = "bureau", "ander", "onbekend"
WIE = st.sampled_from([BUREAU, BUREAU, BUREAU, ANDER])
PRIJS = {"uren": "36.00", "tarief": "95.45"}
# Wat erin staat; alleen de eerste twee kunnen weg. Het hoogste tarief is 95,45 (beleidsregels par. 1.5).
INHOUD: dict[str, dict[str, Any]] = {
    "goed": {**PRIJS, "teksten": ZES_TEKSTEN},
    "minder": {**PRIJS, "uren": "30.00", "teksten": ZES_TEKSTEN},
    "zonder prijs": {"teksten": ZES_TEKSTEN},
    "te duur": {**PRIJS, "tarief": "95.46", "teksten": ZES_TEKSTEN},
    "onvolledig": {**PRIJS, "teksten": {**ZES_TEKSTEN, "aanpak": ""}},
}
KAN_WEG = {"goed", "minder"}
BESLUITEN = {
    "toegekend": {"soort": "toegekend", "motivering": "Zoals geoffreerd."},
    "afgewezen": {"soort": "afgewezen", "motivering": "De beperking is niet vastgesteld."},
    "ingetrokken": {"soort": "ingetrokken", "motivering": "De cliënt belde: het werk gaat niet door."},
}


@dataclass
class Model:
    """Eén offerte zoals een mens haar onthoudt."""

    inhoud: str
    status: str = CONCEPT
    reden: str = ""
    gedeeld: bool = False


class OfferteInElkeVolgorde(RuleBasedStateMachine):
    """Een consulent en twee organisaties doen met één zaak wat zij willen."""

    loket: ClassVar[Loket]
    mensen: ClassVar[dict[str, Vrager]]
    bureaus: ClassVar[dict[str, Any]]
    lezer: ClassVar[Vrager]
    eerst: ClassVar[str]
    bereikt: ClassVar[set[str]] = set()

    @initialize()
    def begin(self) -> None:
        """Ook halverwege: anders komt een toevallige volgorde zelden zo ver."""
        self.zaak: Zaakloket = self.loket.gemeentezaak(GEMEENTE)
        self.nummer = self._consulent.nummer
        self.offertes: list[Model] = []
        self.gevraagd: str | None = None
        self.teruggenomen: list[Any] = []
        self.beoordeeld, self.besloten, self.opdracht = False, "", False
        self.bevroren: dict[Any, Any] = {}
        stappen: list[Callable[[], None]] = [
            lambda: self.vraag(BUREAU, "Graag."),
            lambda: self.sla_op(BUREAU, "goed", "gezien"),
            lambda: self.verstuur(BUREAU, "gezien"),
            self.adviseer,
            lambda: self.besluit("toegekend"),
        ]
        for stap in stappen[: {"niets": 0, "gevraagd": 1, VERSTUURD: 3, "beoordeeld": 4, "toegekend": 5}[self.eerst]]:
            stap()

    @property
    def _consulent(self) -> Zaak:
        return self.zaak.zaak(self.loket.consulent)

    @property
    def laatste(self) -> Model | None:
        return self.offertes[-1] if self.offertes else None

    @property
    def stand(self) -> str | None:
        return self.laatste.status if self.laatste is not None else None

    @property
    def voorbij(self) -> bool:
        return self.besloten in {"afgewezen", "ingetrokken"}

    def doe(self, wie: Vrager, wat: Callable[..., Any], *gegevens: Any, mag: bool, versie: Any = None) -> bool:
        namen = {} if versie is None else {"versie": versie}
        stand = f"{wat.__name__} {gegevens} bij {self.stand}, gevraagd: {self.gevraagd}, besluit: {self.besloten!r}"
        return probeer(lambda: self.zaak.doe(wie, wat, *gegevens, **namen), mag=mag, wat=stand)

    def versie(self, wie: str, gezien: str) -> int | None:
        """``gezien``: zoals zij nu is; ``oud``: iemand was eerder; ``niets``: er stond nog geen offerte."""
        rijen = ziet(lambda: self.rijen(self.mensen[wie])) or []
        nu: int | None = rijen[-1].versie if rijen else None
        return None if gezien == "niets" or nu is None else nu - (gezien == "oud")

    def rijen(self, wie: Vrager) -> list[Offerte]:
        def alle(handeling: Handeling, zaak: Zaak) -> list[Offerte]:
            return list(
                handeling.sessie.scalars(select(Offerte).where(Offerte.zaak_id == zaak.id).order_by(Offerte.id))
            )

        rijen: list[Offerte] = self.zaak.doe(wie, alle)
        return rijen

    @rule(wie=st.sampled_from([BUREAU, BUREAU, ANDER, ONBEKEND]), tekst=st.sampled_from(["Graag.", "Help.", " "]))
    def vraag(self, wie: str, tekst: str) -> None:
        mag = self.gevraagd is None and not self.besloten and wie != ONBEKEND and tekst != " "
        bureau = self.bureaus.get(wie) or nieuw_id()
        if self.doe(self.loket.consulent, vraag_offerte, bureau, tekst, mag=mag):
            self.gevraagd = wie

    @rule(reden=st.sampled_from(["Verkeerde organisatie.", " "]))
    def neem_terug(self, reden: str) -> None:
        """Tot er een offerte is verstuurd; haar concept vervalt, en wie het was mag het daarna gewoon weer zijn."""
        verstuurd = any(een.gedeeld for een in self.offertes)
        mag = self.gevraagd is not None and not self.besloten and not verstuurd and reden != " "
        if self.doe(self.loket.consulent, neem_terug, reden, mag=mag):
            self.teruggenomen.append(self.bureaus[self.gevraagd or ""])
            self.gevraagd, self.offertes = None, []
            self.bereikt.add("teruggenomen")

    @rule(wie=WIE, wat=st.sampled_from(["goed", *INHOUD]), gezien=st.sampled_from(["gezien", "gezien", "oud", "niets"]))
    def sla_op(self, wie: str, wat: str, gezien: str) -> None:
        kan = self.stand in {None, TERUG} or (self.stand == CONCEPT and gezien != "niets")
        kan = kan and (gezien != "oud" or self.stand is None)
        mag = wie == self.gevraagd and not self.voorbij and kan
        versie = self.versie(wie, gezien)
        if not self.doe(self.mensen[wie], sla_offerte_op, INHOUD[wat], mag=mag, versie=versie):
            return
        if self.laatste is None or self.stand == TERUG:
            self.offertes.append(Model(wat, reden=self.laatste.reden if self.laatste else ""))
        self.offertes[-1].inhoud = wat

    @rule(wie=WIE, gezien=st.sampled_from(["gezien", "niets"]))
    def verstuur(self, wie: str, gezien: str) -> None:
        """Wie een oude versie voor zich heeft probeert het eerst, en verstuurt nooit."""
        kan = self.laatste is not None and self.stand in {CONCEPT, TERUG} and self.laatste.inhoud in KAN_WEG
        mag = wie == self.gevraagd and not self.voorbij and kan
        self.doe(self.mensen[wie], verstuur_offerte, mag=False, versie=self.versie(wie, "oud") or 0)
        if self.doe(self.mensen[wie], verstuur_offerte, mag=mag, versie=self.versie(wie, gezien)):
            self.offertes[-1].status, self.offertes[-1].gedeeld = VERSTUURD, True

    @rule(reden=st.sampled_from(["Minder uren, graag.", "Schrijf de aanpak uit.", " "]))
    def geef_terug(self, reden: str) -> None:
        """De financier ziet alleen de laatste die is verstuurd; daarna begint alles na de offerte opnieuw."""
        mag = self.stand == VERSTUURD and not self.besloten and reden != " "
        if self.doe(self.loket.consulent, geef_offerte_terug, reden, mag=mag):
            self.offertes[-1].status, self.offertes[-1].reden = TERUG, reden
            self.beoordeeld = False

    @rule()
    def adviseer(self) -> None:
        mag = self.stand == VERSTUURD and not self.besloten

        def advies(handeling: Handeling, zaak: Zaak) -> Any:
            return geef_advies(handeling, zaak, "Past bij de beperking.", toekennen=True)

        if self.doe(self.loket.consulent, advies, mag=mag):
            self.beoordeeld = True

    @rule(soort=st.sampled_from(["toegekend", "toegekend", "afgewezen", "ingetrokken"]))
    def besluit(self, soort: str) -> None:
        mag = not self.besloten and (self.beoordeeld or soort == "ingetrokken")
        if self.doe(self.loket.consulent, besluit, BESLUITEN[soort], mag=mag):
            self.besloten = soort

    @rule()
    def geef_opdracht(self) -> None:
        if self.doe(self.loket.consulent, geef_opdracht, mag=self.besloten == "toegekend" and not self.opdracht):
            self.opdracht, self.offertes[-1].status = True, GETEKEND

    @rule()
    def wie_het_niet_mag_doet_niets(self) -> None:
        """De financier schrijft geen offerte, een organisatie beslist er niet over, en een lezer schrijft niet."""
        for wie in (self.loket.consulent, self.lezer):
            self.doe(wie, sla_offerte_op, INHOUD["goed"], mag=False, versie=self.versie(BUREAU, "gezien"))
            self.doe(wie, verstuur_offerte, mag=False)
        for wie in self.mensen.values():
            self.doe(wie, geef_offerte_terug, "Toch niet.", mag=False)
            self.doe(wie, neem_terug, "Toch niet.", mag=False)
            self.doe(wie, geef_opdracht, mag=False)
            self.doe(wie, vraag_offerte, self.bureaus[ANDER], "Graag.", mag=False)

    @invariant()
    def elk_ziet_wat_het_model_zegt(self) -> None:
        """De organisatie alles, de financier wat is verstuurd, en wie niet is gevraagd ook de zaak niet."""
        for wie, mens in self.mensen.items():
            gezien = ziet(partial(self.rijen, mens))
            assert (gezien is not None) == (wie == self.gevraagd)
            if gezien is not None:
                self._klopt(gezien, self.offertes)
        self._klopt(self.rijen(self.loket.consulent), [een for een in self.offertes if een.gedeeld])

    def _klopt(self, rijen: list[Offerte], verwacht: list[Model]) -> None:
        assert [(een.status, een.reden) for een in rijen] == [(een.status, een.reden) for een in verwacht]
        for rij, model in zip(rijen, verwacht, strict=True):
            inhoud = INHOUD[model.inhoud]
            assert rij.teksten == {naam: tekst for naam, tekst in inhoud["teksten"].items() if tekst}
            prijs = (rij.uren.iso if rij.uren else None, rij.tarief.iso if rij.tarief else None)
            assert prijs == (inhoud.get("uren"), inhoud.get("tarief"))
            assert (rij.kant is Kant.GEDEELD) == (rij.verstuurd_op is not None) == model.gedeeld
            getekend = self.loket.consulent.naam if model.status == GETEKEND else None
            assert (rij.getekend_door, rij.getekend_op is not None) == (getekend, getekend is not None)
            if model.gedeeld:
                inhoud_nu = (rij.uren, rij.tarief, rij.teksten, rij.hoofddoelen, rij.bevindingen)
                assert inhoud_nu == self.bevroren.setdefault(rij.id, inhoud_nu)

    @invariant()
    def de_beurt_is_aan_wie_het_model_zegt(self) -> None:
        zaak = self._consulent
        wacht_op = (
            ("offerteverzoek", self.gevraagd is not None),
            ("offerte", self.stand in {VERSTUURD, GETEKEND}),
            ("beoordeling", self.beoordeeld),
            ("besluit", bool(self.besloten)),
            ("opdracht", self.opdracht),
            ("uren", False),
        )
        beurt = None if self.voorbij else next(stap for stap, klaar in wacht_op if not klaar)
        assert (zaak.beurt_stap, zaak.nummer) == (beurt, self.nummer)
        self.bereikt.update({beurt or "voorbij", self.stand or "niets"})

    @invariant()
    def er_loopt_hooguit_een_verzoek_en_wat_terugging_blijft_te_lezen(self) -> None:
        """Voor de financier; wie niet is gevraagd ziet geen rij, ook niet van wat hem eerder werd gevraagd."""

        def verzoeken(handeling: Handeling) -> list[Any]:
            velden = (Offerteverzoek.organisatie_id, Offerteverzoek.teruggenomen_op.is_not(None))
            alle = select(*velden).where(Offerteverzoek.zaak_id == self.zaak.zaak_id).order_by(Offerteverzoek.id)
            return [tuple(een) for een in handeling.sessie.execute(alle)]

        loopt = [(self.bureaus[self.gevraagd], False)] if self.gevraagd is not None else []
        terug = [(een, True) for een in self.teruggenomen]
        with self.loket.wereld.als(self.loket.consulent, op=self.loket.vandaag) as handeling:
            assert verzoeken(handeling) == [*terug, *loopt]
        for wie, mens in self.mensen.items():
            with self.loket.wereld.als(mens, op=self.loket.vandaag) as handeling:
                assert verzoeken(handeling) == (loopt if wie == self.gevraagd else [])


BEGINT = {"niets": "offerteverzoek", "gevraagd": "offerte", VERSTUURD: "beoordeling", "beoordeeld": "besluit"}


@pytest.mark.parametrize("eerst", [*BEGINT, "toegekend"])
def test_een_offerte_in_elke_volgorde(snel_loket: Loket, eerst: str) -> None:
    wereld = snel_loket.wereld
    ander = wereld.organisatie("Jobcoachbureau Elders")
    machine = OfferteInElkeVolgorde
    machine.loket, machine.eerst, machine.bereikt = snel_loket, eerst, set()
    machine.bureaus = {BUREAU: snel_loket.organisatie_id, ANDER: ander}
    machine.mensen = {BUREAU: snel_loket.coach, ANDER: wereld.medewerker(ander, "Pim Elders")}
    machine.lezer = wereld.medewerker(snel_loket.organisatie_id, "Lea Leest", Recht.UREN_SCHRIJVEN)
    draai(machine, voorbeelden=10, stappen=14)
    assert BEGINT.get(eerst, "opdracht") in machine.bereikt
    if eerst in {"niets", "gevraagd"}:
        assert "teruggenomen" in machine.bereikt
