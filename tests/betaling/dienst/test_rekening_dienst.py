"""Een andere rekening blijft niet onopgemerkt, en wie tegelijk wijzigt hoort het; op beide databases."""

from dataclasses import replace

import pytest
from sqlalchemy import Engine, select
from tests.betaling.dienst.loket import ANDER_IBAN, IBAN, MAART, Loket
from tests.betaling.dienst.test_betalen_dienst import dien_in, factureer, maak_zaak

from dakpan.betaling.lijsten import betalingen
from dakpan.betaling.rekening.gegevens import (
    Adresgegevens,
    Organisatiegegevens,
    bewaar_factuuradres,
    bewaar_organisatie,
)
from dakpan.betaling.toestanden import Betaalstatus
from dakpan.opslag.fouten import Gewijzigd
from dakpan.partijen.tables import Account, Brief, Organisatie

GEGEVENS = Organisatiegegevens("NL000099998B57", IBAN, "Verzonnenstraat 1", "1234 AB", "Proefdorp")
PLEIN = Adresgegevens("Stad Proef", "Plein 2", "1234 CD", "Proefstad", kvk="12345678")


@pytest.fixture
def loket(motor: Engine) -> Loket:
    return Loket.open(motor, "staphorst")


def bewaar(loket: Loket, gegevens: Organisatiegegevens, versie: int | None = None) -> None:
    with loket.wereld.als(loket.declarant) as handeling:
        nu = handeling.sessie.get_one(Organisatie, loket.organisatie_id).versie
        bewaar_organisatie(handeling, gegevens, versie or nu)


def brieven(loket: Loket) -> list[Brief]:
    with loket.wereld.als(loket.declarant) as handeling:
        return list(handeling.sessie.scalars(select(Brief).order_by(Brief.id)))


def test_wie_tegelijk_wijzigt_hoort_het(loket: Loket) -> None:
    with loket.wereld.als(loket.declarant) as handeling:
        gezien = handeling.sessie.get_one(Organisatie, loket.organisatie_id).versie
    bewaar(loket, replace(GEGEVENS, iban=ANDER_IBAN), gezien)
    with pytest.raises(Gewijzigd):
        bewaar(loket, replace(GEGEVENS, plaats="Elders"), gezien)


def test_ook_bij_het_factuuradres(loket: Loket) -> None:
    for adres, versie in ((PLEIN, None), (replace(PLEIN, straat="Plein 3"), 1)):
        with loket.wereld.als(loket.betaler) as handeling:
            bewaar_factuuradres(handeling, adres, versie)
    for oud in (None, 1):
        with loket.wereld.als(loket.betaler) as handeling, pytest.raises(Gewijzigd):
            bewaar_factuuradres(handeling, PLEIN, oud)


def test_een_andere_rekening_geeft_bericht(loket: Loket) -> None:
    bewaar(loket, replace(GEGEVENS, plaats="Elders"))
    assert brieven(loket) == []
    bewaar(loket, replace(GEGEVENS, iban=ANDER_IBAN))
    with loket.wereld.als(loket.declarant) as handeling:
        email = handeling.sessie.get_one(Account, loket.declarant.account_id).email
    (brief,) = brieven(loket)
    assert brief.aan == email
    assert ANDER_IBAN not in brief.tekst
    assert IBAN[-4:] in brief.tekst
    assert ANDER_IBAN[-4:] in brief.tekst


def test_wie_vrijgeeft_ziet_het(loket: Loket) -> None:
    loket.rekening()
    zaak = maak_zaak(loket)
    declaratie = dien_in(loket, zaak)
    factureer(loket, zaak, declaratie)
    loket.keur(zaak, declaratie)
    with loket.wereld.als(loket.betaler) as handeling:
        assert [een.rekening_gewijzigd_op for een in betalingen(handeling, Betaalstatus.KLAARGEZET)] == [None]
    bewaar(loket, replace(GEGEVENS, iban=ANDER_IBAN))
    with loket.wereld.als(loket.betaler) as handeling:
        assert [een.rekening_gewijzigd_op for een in betalingen(handeling, Betaalstatus.KLAARGEZET)] == [handeling.nu]
    with loket.wereld.als(loket.betaler, op=MAART.replace(year=2024)) as handeling:
        assert [een.rekening_gewijzigd_op for een in betalingen(handeling, Betaalstatus.KLAARGEZET)] == [None]
