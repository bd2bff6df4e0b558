"""Wat er na het einde van een periode nog moet, en wie over een declaratie oordeelt."""

from datetime import date

import pytest
from sqlalchemy import Engine
from tests.betaling.dienst.loket import TARIEF, Loket

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.duur import Duur
from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.domain import Declaratiesoort
from dakpan.betaling.toestanden import Declaratiestatus
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.zaken import bereik, voortgang
from dakpan.opslag.handeling import gebruiksgeval
from dakpan.partijen.rechten import Rol
from dakpan.plan.perioden import beeindig_periode
from dakpan.uren.toestanden import Urenstatus
from dakpan.wandeling.werkvoorraad import werkvoorraad

EIND = Declaratiesoort.EIND
LATER = date(2022, 5, 18)


@pytest.fixture
def noord(motor: Engine) -> Loket:
    return Loket.open(motor, "uwv-noord")


@pytest.mark.parametrize("wachtend", [0, 210])
def test_na_het_einde_houden_uren_die_er_nooit_kwamen_niets_meer_tegen(noord: Loket, wachtend: int) -> None:
    """Zonder één akkoord uur eindigt een periode ook: er volgt een einddeclaratie van nul."""
    zaak = noord.zaak(minuten=[], tot=Zaakstap.BESLUIT)
    noord.schrijf(zaak, [wachtend] if wachtend else [], LATER, Urenstatus.TE_ACCORDEREN)
    with noord.met(noord.beoordelaar, zaak) as (handeling, rij):
        gebruiksgeval("besluit")(lambda deze: bereik(deze, rij, Zaakstap.BESLUIT))(handeling)
        assert rij.beurt_stap == Zaakstap.UREN
    with noord.met(noord.declarant, zaak) as (handeling, rij):
        beeindig_periode(handeling, rij, zaak.periode_id)
        assert (rij.beurt_stap, voortgang(handeling, rij).vervallen) == (
            Zaakstap.DECLARATIE,
            frozenset({Zaakstap.UREN, Zaakstap.ACCORDEREN}),
        )
    ingediend = noord.dien_in(zaak, EIND, tarieven=(TARIEF,))
    assert (ingediend.declarabel, ingediend.bedrag_incl) == (Duur(0), Bedrag(0))
    with noord.met(noord.declarant, zaak) as (_handeling, rij):
        assert {Zaakstap.UREN, Zaakstap.ACCORDEREN}.isdisjoint(een.stap for een in rij.mijlpalen)


def test_na_het_einde_is_de_einddeclaratie_iemands_taak(noord: Loket) -> None:
    """De gewone declaratie is er al, dus declareren is geen open stap meer; toch moet het einde nog komen."""
    zaak = noord.zaak(minuten=[60])
    noord.dien_in(zaak, tarieven=(TARIEF,))
    with noord.wereld.als(noord.declarant) as handeling:
        assert werkvoorraad(handeling).einddeclaraties == ()
    zaak.beeindig()
    with noord.wereld.als(noord.declarant) as handeling:
        assert [een.zaak_id for een in werkvoorraad(handeling).einddeclaraties] == [zaak.zaak_id]
    noord.dien_in(zaak, EIND, tarieven=(TARIEF,))
    with noord.wereld.als(noord.declarant) as handeling:
        assert werkvoorraad(handeling).einddeclaraties == ()


def test_over_een_declaratie_oordeelt_wie_in_de_zaak_beslist(noord: Loket) -> None:
    """Bij deze financier beslist de beslisser: een werkconsulent krijgt de declaratie niet eens op zijn lijst."""
    noord.rekening()
    zaak = noord.zaak(minuten=[60])
    rij = noord.factureer(zaak, noord.dien_in(zaak, tarieven=(TARIEF,)), "2022-001")
    for rol, aan_mij in ((Rol.WERKCONSULENT, 0), (Rol.BESLISSER, 1), (Rol.FINANCIEEL, 1)):
        noord.beoordelaar = noord.wereld.financier("uwv-noord", rol.value, rol)
        with noord.wereld.als(noord.beoordelaar) as handeling:
            assert werkvoorraad(handeling).te_beoordelen == aan_mij
        if not aan_mij:
            with pytest.raises(KanNiet, match="oordeelt de beslisser"):
                noord.keur(zaak, rij)
    assert noord.keur(zaak, rij).status is Declaratiestatus.GOEDGEKEURD
