"""Verslagen schrijven, tekenen en indienen in elke volgorde, ook als de periode verandert, met de echte diensten.

Naast de database staat een klein model. Na elke stap is elk verslag wat het model zegt, ziet de financier alleen wat is
ingediend, houdt elk verslag zijn ene nummer, en is van wat is ingediend geen letter anders.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from sqlalchemy import func, select
from tests.hulp.bouw import Wereld
from tests.hulp.motoren import motor_van
from tests.hulp.volgorde import draai, probeer, ziet
from tests.rapportage.zaken import VERLOOP, Gemeld, meld

from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import voortgang
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Vrager
from dakpan.plan.tables import Jobcoachperiode
from dakpan.rapportage.domain import Rapportageonderdeel as Deel
from dakpan.rapportage.indienen import dien_in
from dakpan.rapportage.plannen import herplan_verslagen
from dakpan.rapportage.schrijven import Inhoud, sla_op, teken
from dakpan.rapportage.tables import Verslag, Verslagconcept
from dakpan.rapportage.vereisten import BIJLAGEN

OPEN, INGEDIEND, VERVALLEN = "open", "ingediend", "vervallen"
STAP = {"staphorst": Zaakstap.RAPPORTAGE, "uwv-noord": Zaakstap.VERANTWOORDING}
TEKENAARS = {"staphorst": 0, "uwv-noord": 3}
KORT, GEWOON, LANG = date(2023, 5, 31), date(2023, 8, 31), date(2023, 11, 30)
# Elk kwartaal en elk half jaar van de periode; het eindverslag volgt het contract.
PLICHTEN = {
    KORT: [("kwartaal", KORT), ("eind", date(2024, 7, 31))],
    GEWOON: [("kwartaal", KORT), ("kwartaal", GEWOON), ("halfjaar", GEWOON), ("eind", date(2024, 7, 31))],
}
PLICHTEN[LANG] = [*PLICHTEN[GEWOON], ("kwartaal", LANG)]
BEGINT = {"staphorst": PLICHTEN[GEWOON], "uwv-noord": [("verantwoording", date(2023, 9, 28))]}
VIER = (Deel.MATCHING, Deel.COACHINGSPLAN, Deel.STATUS_ARBEIDSOVEREENKOMST, Deel.STATUS_JOBCOACHING)
INHOUD = {
    "vol": Inhoud(dict.fromkeys(VIER, "Het ging goed."), BIJLAGEN),
    "kort": VERLOOP,
    "zonder bijlagen": Inhoud(dict.fromkeys(VIER, "Het ging goed.")),
    "mondeling": Inhoud(VERLOOP.teksten, mondeling=True),
    "leeg": Inhoud({Deel.VERLOOP: "  "}),
    "te lang": Inhoud({Deel.VERLOOP: "x" * 20_001}),
}
NAMEN = ("Jo Coach", " JO  coach ", "Wim Werkgever", "Mila Bakker", " ")
WELK = st.sampled_from([0, 0, 1, 2, 3])
WIE = st.sampled_from(["coach", "coach", "collega"])
GEZIEN = st.sampled_from(["gezien", "gezien", "niets", "oud"])


@dataclass
class Model:
    """Eén verslag zoals een mens het onthoudt. ``inhoud`` None: er staat nog niets."""

    status: str = OPEN
    inhoud: str | None = None
    getekend: list[str] = field(default_factory=list)
    nummer: str | None = None


class VerslagInElkeVolgorde(RuleBasedStateMachine):
    """Twee coaches van één organisatie doen met de verslagen van één zaak wat zij willen."""

    wereld: ClassVar[Wereld]
    tenant: ClassVar[str]
    eerst: ClassVar[str]
    bereikt: ClassVar[set[str]] = set()

    @initialize()
    def begin(self) -> None:
        """Ook halverwege: anders komt een toevallige volgorde zelden zo ver."""
        self.gemeld: Gemeld = meld(self.wereld, self.tenant, tot=STAP[self.tenant])
        self.gemeld.plan()
        bureau = self.gemeld.zaak.organisatie_id
        assert bureau is not None
        collega = self.wereld.medewerker(bureau, "Sam Collega")
        self.mensen = {"coach": self.gemeld.coach, "collega": collega}
        self.vreemd = self.wereld.medewerker(self.wereld.organisatie("Elders"), "Pim Elders")
        self.verslagen = {een: Model() for een in BEGINT[self.tenant]}
        self.bevroren: dict[Any, Any] = {}
        with self.wereld.als(self.gemeld.financier) as handeling:
            self.uitgegeven = handeling.sessie.scalar(select(func.count(Verslag.nummer))) or 0
        if self.eerst in {"geschreven", "getekend"}:
            self.sla_op(0, "coach", "vol", "gezien")
        if self.eerst == "getekend":
            for naam in ("Jo Coach", "Wim Werkgever", "Mila Bakker"):
                self.teken(0, "coach", naam, "gezien")

    def doe(self, wie: Vrager, wat: Callable[..., Any], welk: Any, *gegevens: Any, mag: bool, **namen: Any) -> bool:
        stand = f"{wat.__name__} door {wie.naam} {gegevens} bij {welk}: {self.verslagen[welk]}"
        id_ = self.rijen(self.gemeld.coach)[welk].id
        return probeer(lambda: self.gemeld.doe(wat, id_, *gegevens, als=wie, **namen), mag=mag, wat=stand)

    def rijen(self, wie: Vrager) -> dict[Any, Verslag]:
        return {(een.vorm.value, een.uiterlijk): een for een in self.gemeld.verslagen(wie)}

    def concepten(self, wie: Vrager) -> dict[Any, Verslagconcept]:
        with self.wereld.als(wie) as handeling:
            rijen = handeling.sessie.scalars(
                select(Verslagconcept).where(Verslagconcept.zaak_id == self.gemeld.zaak.zaak_id)
            )
            return {een.verslag_id: een for een in rijen}

    def kies(self, nummer: int) -> Any:
        return list(self.verslagen)[nummer % len(self.verslagen)]

    def versie(self, welk: Any, gezien: str) -> int | None:
        """``oud``: een ander was eerder; nul: er stond nog niets."""
        concept = self.concepten(self.gemeld.coach).get(self.rijen(self.gemeld.coach)[welk].id)
        nu = concept.versie if concept is not None else 0
        return None if gezien == "niets" else nu - (gezien == "oud")

    @rule(nummer=WELK, wie=WIE, wat=st.sampled_from(["vol", *INHOUD]), gezien=GEZIEN)
    def sla_op(self, nummer: int, wie: str, wat: str, gezien: str) -> None:
        welk = self.kies(nummer)
        model = self.verslagen[welk]
        kan = wat != "te lang" and (wat != "mondeling" or welk[0] == "kwartaal")
        mag = model.status == OPEN and kan and gezien != "oud"
        if not self.doe(self.mensen[wie], sla_op, welk, INHOUD[wat], mag=mag, versie=self.versie(welk, gezien)):
            return
        if model.inhoud != wat:
            model.getekend = []
        model.inhoud = wat

    @rule(nummer=WELK, wie=WIE, naam=st.sampled_from(NAMEN), gezien=GEZIEN)
    def teken(self, nummer: int, wie: str, naam: str, gezien: str) -> None:
        """Ieder één keer, in welke hoofdletters ook; een verslag zonder handtekeningen tekent niemand."""
        welk, heet = self.kies(nummer), " ".join(naam.split())
        model = self.verslagen[welk]
        kan = len(model.getekend) < TEKENAARS[self.tenant] and heet.lower() not in {
            "",
            *(een.lower() for een in model.getekend),
        }
        mag = model.status == OPEN and model.inhoud is not None and kan and gezien != "oud"
        if self.doe(self.mensen[wie], teken, welk, naam, mag=mag, versie=self.versie(welk, gezien)):
            model.getekend.append(heet)

    @rule(nummer=WELK, wie=WIE, gezien=GEZIEN)
    def dien_in(self, nummer: int, wie: str, gezien: str) -> None:
        welk = self.kies(nummer)
        model = self.verslagen[welk]
        genoeg = {"staphorst": set(INHOUD) - {"leeg"}, "uwv-noord": {"vol"}}[self.tenant]
        kan = model.inhoud in genoeg and len(model.getekend) == TEKENAARS[self.tenant]
        mag = model.status == OPEN and kan and gezien != "oud"
        if self.doe(self.mensen[wie], dien_in, welk, mag=mag, versie=self.versie(welk, gezien)):
            self.uitgegeven += 1
            model.status, model.nummer, model.inhoud = INGEDIEND, f"EJ-2023-{self.uitgegeven:05d}", None

    @precondition(lambda self: self.tenant == "staphorst")
    @rule(eind=st.sampled_from([KORT, GEWOON, LANG]))
    def verander_de_periode(self, eind: date) -> None:
        """Wat niet meer hoeft vervalt en komt terug met wat erin stond; wat is ingediend blijft."""

        def herplan(handeling: Handeling, zaak: Zaak) -> None:
            periode = handeling.sessie.get(Jobcoachperiode, self.gemeld.zaak.klant)
            assert periode is not None
            handeling.sessie.expunge(periode)  # alleen haar verslagen gaan mee; zelf blijft zij hier zoals zij was
            periode.eind = eind
            herplan_verslagen(handeling, zaak, self.gemeld.zaak.dossier, periode)

        self.gemeld.doe(herplan, als=self.gemeld.financier)
        for welk, model in self.verslagen.items():
            if model.status != INGEDIEND:
                model.status = OPEN if welk in PLICHTEN[eind] else VERVALLEN
        for welk in PLICHTEN[eind]:
            self.verslagen.setdefault(welk, Model())

    @rule(nummer=WELK)
    def wie_het_niet_mag_doet_niets(self, nummer: int) -> None:
        """De financier schrijft het verslag van een organisatie niet, en wie elders werkt evenmin."""
        for wie in (self.gemeld.financier, self.vreemd):
            for wat, gegevens in ((sla_op, (VERLOOP,)), (teken, ("Jo Coach",)), (dien_in, ())):
                self.doe(wie, wat, self.kies(nummer), *gegevens, mag=False)

    @invariant()
    def elk_verslag_is_wat_het_model_zegt(self) -> None:
        rijen, concepten = self.rijen(self.gemeld.coach), self.concepten(self.gemeld.coach)
        assert {welk: (een.status, een.nummer) for welk, een in rijen.items()} == {
            welk: (een.status, een.nummer) for welk, een in self.verslagen.items()
        }
        for welk, model in self.verslagen.items():
            concept = concepten.get(rijen[welk].id)
            assert (concept is not None) == (model.inhoud is not None)
            if concept is not None and model.inhoud is not None:
                inhoud = INHOUD[model.inhoud]
                assert concept.teksten == {deel: tekst for deel, tekst in inhoud.teksten.items() if tekst.strip()}
                assert (set(concept.bijgevoegd), concept.mondeling) == (set(inhoud.bijgevoegd), inhoud.mondeling)
                assert [een["naam"] for een in concept.handtekeningen] == model.getekend
            self.bereikt.add(model.status)

    @invariant()
    def de_financier_ziet_alleen_wat_is_ingediend_en_dat_verandert_niet(self) -> None:
        assert self.concepten(self.gemeld.financier) == {}
        rijen = self.rijen(self.gemeld.financier)
        assert set(rijen) == set(self.verslagen)
        for welk, rij in rijen.items():
            if self.verslagen[welk].status != INGEDIEND:
                assert (rij.inhoud, rij.handtekeningen, rij.ingediend_op) == ({}, [], None)
                continue
            assert [een["naam"] for een in rij.handtekeningen] == self.verslagen[welk].getekend
            vast = (rij.nummer, rij.inhoud, rij.handtekeningen, rij.bevindingen, rij.mondeling, rij.ingediend_op)
            assert rij.inhoud["teksten"]
            assert vast == self.bevroren.setdefault(welk, vast)

    @invariant()
    def de_stap_is_gezet_zodra_er_een_is_ingediend(self) -> None:
        ingediend = any(een.status == INGEDIEND for een in self.verslagen.values())
        assert (STAP[self.tenant] in self.gemeld.doe(voortgang).klaar) == ingediend
        assert ziet(lambda: self.gemeld.doe(voortgang, als=self.vreemd)) is None


@pytest.mark.parametrize(
    ("tenant", "eerst"),
    [("staphorst", "niets"), ("staphorst", "geschreven"), ("uwv-noord", "geschreven"), ("uwv-noord", "getekend")],
)
def test_verslagen_in_elke_volgorde(sqlite_gemigreerd: str, tenant: str, eerst: str) -> None:
    machine = VerslagInElkeVolgorde
    machine.wereld = Wereld(motor_van(sqlite_gemigreerd), date(2023, 6, 1))
    machine.tenant, machine.eerst, machine.bereikt = tenant, eerst, set()
    draai(machine, voorbeelden=12, stappen=16)
    assert OPEN in machine.bereikt
