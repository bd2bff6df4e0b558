"""Regels buiten een declaratie laten, op beide databases: zij blijven akkoord, en gaan later alsnog mee."""

from datetime import date

import pytest
from sqlalchemy import Engine, select
from tests.betaling.dienst.loket import TARIEF, Loket

from dakpan.begrippen.duur import Duur
from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.declaratie.declaraties import dien_in
from dakpan.betaling.declaratie.regelkeuze import kies_regels
from dakpan.betaling.domain import Declaratiesoort
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.basis import nieuw_id
from dakpan.opslag.fouten import Gewijzigd, NietGevonden
from dakpan.uren.tables import Activiteit
from dakpan.uren.toestanden import Urenstatus


def test_een_regel_eruit_en_met_de_einddeclaratie_alsnog(motor: Engine) -> None:
    """60 + 90 + 120 minuten; zonder de 90 is het 3:00, en aan het eind is er nog 1:30."""
    loket = Loket.open(motor, "uwv-noord")
    zaak = loket.zaak(minuten=[60, 90, 120])
    op_proef = loket.proef(zaak, tarieven=(TARIEF,))
    with loket.met(loket.declarant, zaak) as (handeling, rij):
        uren = list(handeling.sessie.scalars(select(Activiteit).where(Activiteit.zaak_id == zaak.zaak_id)))
        mee = {een.id for een in uren if een.duur != Duur(90)}
        with pytest.raises(NietGevonden):
            kies_regels(handeling, rij, op_proef.id, op_proef.versie, {nieuw_id()})
        with pytest.raises(InvoerFout, match="kies ten minste één regel"):
            kies_regels(handeling, rij, op_proef.id, op_proef.versie, ())
    with loket.met(loket.declarant, zaak) as (handeling, rij):
        gekozen = kies_regels(handeling, rij, op_proef.id, op_proef.versie, mee)
        assert gekozen.declarabel == Duur(180)
        ingediend = dien_in(handeling, rij, gekozen.id, gekozen.versie)
        with pytest.raises(KanNiet, match="ingediend"):
            kies_regels(handeling, rij, ingediend.id, ingediend.versie, mee)
        standen = {een.duur.minuten: een.status for een in handeling.sessie.scalars(select(Activiteit))}
    dicht, vrij = Urenstatus.GEDECLAREERD, Urenstatus.GEACCORDEERD
    assert standen == {60: dicht, 90: vrij, 120: dicht}
    zaak.beeindig()
    assert loket.dien_in(zaak, Declaratiesoort.EIND, tarieven=(TARIEF,)).declarabel == Duur(90)


def test_wie_op_een_oude_proef_kiest_hoort_het(motor: Engine) -> None:
    loket = Loket.open(motor, "uwv-noord", date(2022, 8, 18))
    zaak = loket.zaak(minuten=[60, 90])
    oud = loket.proef(zaak, tarieven=(TARIEF,))
    with loket.met(loket.declarant, zaak) as (handeling, rij), pytest.raises(Gewijzigd):
        kies_regels(handeling, rij, oud.id, oud.versie + 1, ())
