"""Elk huis noemt zijn mensen zoals het hen uitnodigde, ook als het account anders heet."""

from collections.abc import Iterator

import pytest
from tests.hulp.bouw import Wereld
from tests.hulp.motoren import motor_van

from dakpan.aanvraag.behandelen import behandelaars
from dakpan.aanvraag.domain.stukken import Partij
from dakpan.dossier import bevoegd
from dakpan.dossier.domain import Werkstap, Zaakstap
from dakpan.opslag.vrager import Vrager
from dakpan.partijen.collegas import collegas, haal_collega
from dakpan.partijen.rechten import Rol
from dakpan.partijen.tables import Lidmaatschap
from dakpan.plan import koppelen


@pytest.fixture(name="wereld")
def _wereld(database_url: str) -> Iterator[Wereld]:
    motor = motor_van(database_url)
    yield Wereld(motor)
    motor.dispose()


def _noem(wereld: Wereld, wie: Vrager, naam: str) -> Vrager:
    with wereld.bouw(wie) as sessie:
        sessie.get_one(Lidmaatschap, wie.lidmaatschap_id).naam = naam
    return wie


def test_een_organisatie_leest_haar_eigen_namen_op_volgorde(wereld: Wereld) -> None:
    organisatie = wereld.organisatie()
    wie = _noem(wereld, wereld.medewerker(organisatie, "Anna de Account"), "Zus van Huis")
    wereld.medewerker(organisatie, "Bo Bleef")
    assert wie.lidmaatschap_id is not None
    with wereld.als(wie) as handeling:
        assert [een.naam for een in collegas(handeling)] == ["Bo Bleef", "Zus van Huis"]
        assert [een.naam for een in koppelen.leden(handeling)] == ["Bo Bleef", "Zus van Huis"]
        assert haal_collega(handeling, wie.lidmaatschap_id).naam == "Zus van Huis"
        assert koppelen.namen(handeling, {wie.lidmaatschap_id}) == {wie.lidmaatschap_id: "Zus van Huis"}
        stap = Werkstap(Zaakstap.INDIENEN, Partij.JOBCOACH)
        assert bevoegd.collegas(handeling, stap) == ("Bo Bleef", "Zus van Huis")


def test_een_financier_leest_zijn_eigen_namen_op_volgorde(wereld: Wereld) -> None:
    wie = _noem(wereld, wereld.financier("uwv-noord", "Anna de Account", Rol.BESLISSER), "Zus van Huis")
    wereld.financier("uwv-noord", "Bo Bleef", Rol.BESLISSER)
    with wereld.als(wie) as handeling:
        assert [een.naam for een in behandelaars.collegas(handeling)] == ["Bo Bleef", "Zus van Huis"]
