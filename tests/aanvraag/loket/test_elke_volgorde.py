"""Geen volgorde van handelingen dient iets per ongeluk in: elke volgorde wordt geprobeerd, met de echte diensten.

Naast de database staat een klein model van de regels die een mens verwacht. Na elke stap moet de aanvraag zijn wat
het model zegt: de stand, het nummer, wie haar ziet, en na definitief maken geen letter anders.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from tests.aanvraag.loket.antwoorden import HALFJAAR, met
from tests.aanvraag.loket.balie import Loket, Zaakloket, teken_via_link
from tests.hulp.bouw import Wereld
from tests.hulp.motoren import motor_van

from dakpan.aanvraag.aanvragen import sla_op, verwijder_concept
from dakpan.aanvraag.controleren import controleer
from dakpan.aanvraag.domain.stukken import Partij
from dakpan.aanvraag.kopieren import kopieer
from dakpan.aanvraag.opslaan import Pagina, sla_pagina_op
from dakpan.begrippen.toestand import KanNiet
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import GeenRecht, NietGevonden
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht
from dakpan.plan.coachingsplan.schrijven import begin as begin_plan
from dakpan.plan.coachingsplan.schrijven import gooi_weg as gooi_plan_weg
from dakpan.wandeling.aanvragen import dien_in, maak_definitief, trek_in

VOLGORDE = (Partij.JOBCOACH, Partij.WERKGEVER, Partij.CLIENT)
NAMEN = {Partij.JOBCOACH: "Jo Coach", Partij.WERKGEVER: "Ria Meel", Partij.CLIENT: "Mila Bakker"}
CONCEPT, GECONTROLEERD, DEFINITIEF = "concept", "gecontroleerd", "definitief"
INGEDIEND, INGETROKKEN, WEG = "ingediend", "ingetrokken", "weg"
TE_WIJZIGEN = {CONCEPT, GECONTROLEERD}
WEIGERINGEN = (KanNiet, GeenRecht, InvoerFout, NietGevonden)


class ElkeVolgorde(RuleBasedStateMachine):
    """Twee mensen van een organisatie doen met één aanvraag wat zij willen; de ene mag alleen wijzigen."""

    loket: ClassVar[Loket]
    wijziger: ClassVar[Any]
    eerst: ClassVar[str]
    bereikt: ClassVar[set[str]] = set()

    @initialize()
    def begin(self) -> None:
        """Ook halverwege: anders komt een toevallige volgorde zelden zo ver."""
        eerst = self.eerst
        self.zaak: Zaakloket = self.loket.begin(self.loket.coach, "uwv-noord", HALFJAAR)
        self.stand, self.getekend = CONCEPT, 0
        self.volledig, self.geleverd = True, False
        self.bevroren: Any = None
        self.nummer: str | None = None
        if eerst == "weg":
            self.gooi_weg()
        elif eerst != "niets":
            self.controleer()
            self.maak_definitief()
        if eerst in {"getekend", "ingediend"}:
            self.iedereen_tekent()
        if eerst == "ingediend":
            self.lever_aan()
            self.dien_in()

    @property
    def wie(self) -> Any:
        return self.loket.coach

    def probeer(self, *, mag: bool, wat: Callable[..., Any], gegevens: tuple[Any, ...] = (), wie: Any = None) -> bool:
        """Doet het echt: het lukt precies als het model zegt dat het mag."""
        geweigerd: Exception | None = None
        try:
            self.zaak.doe(wie or self.wie, wat, *gegevens)
        except WEIGERINGEN as fout:
            geweigerd = fout
        assert (geweigerd is None) == mag, (
            f"{wat.__name__} in {self.stand}, met {self.getekend} handtekeningen: {geweigerd}"
        )
        return mag

    @rule(plaats=st.sampled_from(["Meppel", "Zwolle"]), heel=st.booleans())
    def sla_op(self, plaats: str, heel: bool) -> None:
        anders = {} if heel else {"contactpersoon": None}
        antwoorden = met(HALFJAAR, werkgever={"plaats": plaats, **anders})
        if self.probeer(mag=self.stand in TE_WIJZIGEN, wat=sla_op, gegevens=(antwoorden,)):
            self.stand, self.volledig = CONCEPT, heel

    @rule(plaats=st.sampled_from(["Assen", "Hoogeveen"]))
    def sla_pagina_op(self, plaats: str) -> None:
        gegevens = {"werkgever": {"naam": "Bakkerij", "contactpersoon": "Ria Meel", "plaats": plaats}}
        velden = ("werkgever.naam", "werkgever.contactpersoon", "werkgever.plaats")
        pagina = Pagina("werkgever", velden, gegevens)
        if self.probeer(mag=self.stand in TE_WIJZIGEN, wat=sla_pagina_op, gegevens=(pagina,)):
            self.stand, self.volledig = CONCEPT, True

    @rule()
    def begin_een_plan_en_gooi_het_weg(self) -> None:
        """Het plan hoort bij de aanvraag: wie eraan schreef controleert opnieuw."""
        if self.probeer(mag=self.stand in TE_WIJZIGEN, wat=begin_plan):
            self.probeer(mag=True, wat=gooi_plan_weg)
            self.stand = CONCEPT

    @rule()
    def controleer(self) -> None:
        if self.probeer(mag=self.stand in TE_WIJZIGEN, wat=controleer):
            self.stand = GECONTROLEERD if self.volledig else CONCEPT

    @rule()
    def maak_definitief(self) -> None:
        if self.probeer(mag=self.stand == GECONTROLEERD, wat=maak_definitief):
            self.stand = DEFINITIEF
            aanvraag = self.zaak.aanvraag(self.wie)
            self.nummer, self.bevroren = aanvraag.nummer, self.inhoud()

    @rule()
    def wie_alleen_wijzigt_maakt_niets_definitief_en_dient_niets_in(self) -> None:
        for wat in (maak_definitief, dien_in):
            self.probeer(mag=False, wat=wat, wie=self.wijziger)

    @rule(partij=st.sampled_from(VOLGORDE))
    def onderteken(self, partij: Partij) -> None:
        aan_de_beurt = self.getekend < len(VOLGORDE) and VOLGORDE[self.getekend] is partij
        mag = self.stand == DEFINITIEF and aan_de_beurt
        if self.probeer(mag=mag, wat=teken_via_link, gegevens=(partij, NAMEN[partij])):
            self.getekend += 1

    @precondition(lambda self: self.stand == DEFINITIEF)
    @rule()
    def iedereen_tekent(self) -> None:
        for partij in VOLGORDE[self.getekend :]:
            self.onderteken(partij)

    @precondition(lambda self: self.stand == DEFINITIEF)
    @rule()
    def lever_aan(self) -> None:
        self.zaak.lever_aan(self.wie)
        self.geleverd = True

    @rule()
    def dien_in(self) -> None:
        compleet = self.getekend == len(VOLGORDE) and self.geleverd
        if self.probeer(mag=self.stand == DEFINITIEF and compleet, wat=dien_in):
            self.stand = INGEDIEND

    @rule()
    def trek_in(self) -> None:
        if self.probeer(mag=self.stand in {*TE_WIJZIGEN, DEFINITIEF}, wat=trek_in):
            self.stand = INGETROKKEN

    @rule()
    def gooi_weg(self) -> None:
        if self.probeer(mag=self.stand in TE_WIJZIGEN, wat=verwijder_concept):
            self.stand = WEG

    @rule(nummer=st.sampled_from(["AJ-2099-00001", "", "eigen"]))
    def kopieer(self, nummer: str) -> None:
        """Een onbekend nummer, en dat van zichzelf, geven nooit iets."""
        self.probeer(mag=False, wat=kopieer, gegevens=(self.nummer or "AJ" if nummer == "eigen" else nummer,))

    def inhoud(self) -> Any:
        """Alles wat iemand invulde; de dag van ontvangst komt er bij het indienen bij."""
        aanvraag, zaak = self.zaak.aanvraag(self.wie), self.zaak.zaak(self.wie)
        gegevens = deepcopy(aanvraag.gegevens)
        gegevens["aanvraag"].pop("ontvangen_op", None)
        mensen = (zaak.persoon.naam, zaak.werkgever.naam, zaak.werkgever.plaats, zaak.werkgever.contactpersoon)
        return gegevens, aanvraag.teksten, aanvraag.hoofddoelen, mensen

    @invariant()
    def onthoud_hoe_ver(self) -> None:
        self.bereikt.add(self.stand)

    @invariant()
    def de_aanvraag_is_wat_het_model_zegt(self) -> None:
        if self.stand == WEG:
            with pytest.raises(NietGevonden):
                self.zaak.zaak(self.wie)
            return
        aanvraag = self.zaak.aanvraag(self.wie)
        assert aanvraag.status == self.stand
        assert aanvraag.nummer == self.nummer
        assert (aanvraag.ingediend_op is not None) == (self.stand == INGEDIEND)
        assert len(aanvraag.handtekeningen) == self.getekend
        if self.bevroren is not None:
            assert self.inhoud() == self.bevroren

    @invariant()
    def de_financier_ziet_haar_pas_na_het_indienen(self) -> None:
        with ziet() as gezien:
            aanvraag = self.zaak.aanvraag(self.loket.deskundige)
            gezien.append(aanvraag.kant)
        assert gezien == ([Kant.GEDEELD] if self.stand == INGEDIEND else [])

    @precondition(lambda self: self.stand == WEG)
    @rule()
    def daarna_is_er_niets_meer(self) -> None:
        for wat in (controleer, maak_definitief, dien_in, trek_in, verwijder_concept):
            self.probeer(mag=False, wat=wat)


@contextmanager
def ziet() -> Iterator[list[Kant]]:
    """Wat iemand te zien krijgt; niets als de zaak er voor hem niet is."""
    gezien: list[Kant] = []
    try:
        yield gezien
    except NietGevonden:
        return


@pytest.mark.parametrize("eerst", ["niets", "weg", "definitief", "getekend", "ingediend"])
def test_elke_volgorde_van_handelingen(sqlite_gemigreerd: str, eerst: str) -> None:
    motor = motor_van(sqlite_gemigreerd)
    ElkeVolgorde.loket, ElkeVolgorde.eerst, ElkeVolgorde.bereikt = Loket.maak(Wereld(motor)), eerst, set()
    loket = ElkeVolgorde.loket
    ElkeVolgorde.wijziger = loket.wereld.medewerker(loket.organisatie_id, "Wim Wijzigt", Recht.AANVRAAG_WIJZIGEN)
    try:
        run_state_machine_as_test(
            ElkeVolgorde,
            settings=settings(
                max_examples=12,
                stateful_step_count=15,
                derandomize=True,
                suppress_health_check=list(HealthCheck),
            ),
        )
    finally:
        motor.dispose()
    begonnen = {"niets": CONCEPT, "weg": WEG, "definitief": DEFINITIEF, "getekend": DEFINITIEF, "ingediend": INGEDIEND}
    assert begonnen[eerst] in ElkeVolgorde.bereikt
