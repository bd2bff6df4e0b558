"""Een declaratie beoordelen per activiteit, op beide databases: waarom iets niet klopt, en wat daarna gebeurt."""

from uuid import UUID

import pytest
from sqlalchemy import Engine, select
from tests.betaling.dienst.loket import TARIEF, Loket

from dakpan.begrippen.duur import Duur
from dakpan.betaling.beoordelen import keur_declaratie
from dakpan.betaling.declaratie.berekenen import Gevraagd
from dakpan.betaling.declaratie.declaraties import dien_in, gevraagd_uit, proef
from dakpan.betaling.declaratie.opmerkingen import LANGSTE, laatst_afgekeurd
from dakpan.betaling.declaratie.regelhints import hints
from dakpan.betaling.declaratie.regelkeuze import zonder_afgekeurde
from dakpan.betaling.tables import Declaratieteller
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.basis import nieuw_id
from dakpan.opslag.fouten import NietGevonden
from dakpan.uren.accorderen import Aangewezen, accordeer, trek_akkoord_in
from dakpan.uren.tables import Activiteit

WAAROM = "Dit is reistijd."


def _een_uur(loket: Loket, minuten: int) -> Activiteit:
    with loket.wereld.als(loket.declarant) as handeling:
        return handeling.sessie.scalars(select(Activiteit).where(Activiteit.duur == Duur(minuten))).one()


def _begin_opnieuw(loket: Loket, zaak: object, gevraagd: Gevraagd) -> Gevraagd:
    with loket.met(loket.declarant, zaak) as (handeling, rij):  # type: ignore[arg-type]
        return zonder_afgekeurde(handeling, rij, gevraagd)


def test_wat_niet_klopt_begint_buiten_de_volgende_proef(motor: Engine) -> None:
    """60 + 90 + 120; de 90 komt terug, en de volgende declaratie telt 3:00."""
    loket = Loket.open(motor, "uwv-noord")
    zaak = loket.zaak(minuten=[60, 90, 120])
    ingediend = loket.dien_in(zaak, tarieven=(TARIEF,))
    fout = _een_uur(loket, 90).id
    with loket.met(loket.beoordelaar, zaak) as (handeling, rij):
        assert [een.bevindingen for een in hints(handeling, rij, ingediend)] == [(), (), ()]
        terug = keur_declaratie(
            handeling, rij, ingediend.id, ingediend.versie, goed=False, opmerkingen={fout: f" {WAAROM} "}
        )
        assert terug.opmerkingen == {str(fout): WAAROM}
        teller = handeling.sessie.get(Declaratieteller, (zaak.tenant_id, zaak.periode_id))
        assert teller is not None
        assert (teller.minuten, teller.centen) == (0, 0)
    gevraagd = gevraagd_uit(ingediend)
    opnieuw = _begin_opnieuw(loket, zaak, gevraagd)
    assert opnieuw.weglaten == {fout}
    with loket.met(loket.declarant, zaak) as (handeling, rij):
        assert laatst_afgekeurd(handeling, rij) == {fout: WAAROM}
        tweede = proef(handeling, rij, opnieuw)
        assert dien_in(handeling, rij, tweede.id, tweede.versie).declarabel == Duur(180)


def test_wat_opnieuw_akkoord_kreeg_staat_weer_gewoon_aan(motor: Engine) -> None:
    loket = Loket.open(motor, "uwv-noord")
    zaak = loket.zaak(minuten=[60, 90])
    accordeerder = loket.wereld.medewerker(loket.organisatie_id, "Ank Akkoord")
    zaak.koppel(loket.declarant, accordeerder)
    ingediend = loket.dien_in(zaak, tarieven=(TARIEF,))
    fout = _een_uur(loket, 90).id
    with loket.met(loket.beoordelaar, zaak) as (handeling, rij):
        keur_declaratie(handeling, rij, ingediend.id, ingediend.versie, goed=False, opmerkingen={fout: WAAROM})
    for doe in (trek_akkoord_in, accordeer):
        uur = _een_uur(loket, 90)
        with loket.wereld.als(accordeerder, op=loket.wereld.vandaag) as handeling:
            doe(handeling, [Aangewezen(uur.tenant_id, uur.id, uur.versie)])
    assert _begin_opnieuw(loket, zaak, gevraagd_uit(ingediend)).weglaten == frozenset()


@pytest.mark.parametrize(
    ("goed", "tekst", "melding"),
    [(True, WAAROM, "stuur de declaratie terug"), (False, "x" * (LANGSTE + 1), "ten hoogste 300 tekens")],
)
def test_goedkeuren_met_een_opmerking_en_te_veel_tekst_kan_niet(
    motor: Engine, *, goed: bool, tekst: str, melding: str
) -> None:
    loket = Loket.open(motor, "uwv-noord")
    zaak = loket.zaak(minuten=[60])
    ingediend = loket.dien_in(zaak, tarieven=(TARIEF,))
    bij = {UUID(ingediend.activiteit_ids[0]): tekst}
    with loket.met(loket.beoordelaar, zaak) as (handeling, rij):
        ingediend.wacht_op_factuur = False
        with pytest.raises(InvoerFout, match=melding):
            keur_declaratie(handeling, rij, ingediend.id, ingediend.versie, goed=goed, opmerkingen=bij)
        with pytest.raises(NietGevonden):
            keur_declaratie(handeling, rij, ingediend.id, ingediend.versie, goed=False, opmerkingen={nieuw_id(): "x"})
