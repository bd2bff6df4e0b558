"""Van budget tot waarschuwing: wat een besluit vastlegt, wat een wijziging verandert, en wat de bank betaalde."""

from datetime import date

import pytest
from sqlalchemy import Engine, select
from tests.betaling.dienst.loket import Loket
from tests.hulp.bouw import Bouwzaak
from tests.hulp.motoren import motor_van

from dakpan.aanvraag.tables import Besluit
from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.uren import Uren
from dakpan.betaling.budget.beheer import bewaar_budget, bewaar_keuze, budgetstand
from dakpan.betaling.budget.domain import Jaarwijze
from dakpan.betaling.budget.tables import Verplichting
from dakpan.betaling.budget.verplichten import verplicht
from dakpan.opslag.fouten import GeenRecht, Gewijzigd, NietGevonden
from dakpan.opslag.vrager import Vrager
from dakpan.partijen.rechten import Recht


@pytest.fixture
def motor(database_url: str) -> Engine:
    return motor_van(database_url)


def leg_vast(loket: Loket, zaak: Bouwzaak, **anders: str | bool) -> list[Verplichting]:
    """Het laatste besluit van deze zaak wordt haar verplichting."""
    with loket.met(loket.beoordelaar, zaak) as (handeling, rij):
        besluit = handeling.sessie.scalars(
            select(Besluit).where(Besluit.zaak_id == rij.id).order_by(Besluit.genomen_op.desc()).limit(1)
        ).one()
        rijen = verplicht(handeling, rij, besluit, **anders)  # type: ignore[arg-type]
        handeling.sessie.commit()
        return rijen


def stand(loket: Loket, jaar: int, plaats: str) -> tuple[int, int, int, int | None]:
    with loket.wereld.als(loket.betaler) as handeling:
        een = budgetstand(handeling).op(jaar, plaats)
        return een.verplicht.centen, een.betaald.centen, een.onbekend, een.vrij.centen if een.vrij else None


def test_een_besluit_een_wijziging_en_wat_de_bank_betaalt(motor: Engine) -> None:
    """Twee kostenplaatsen; de tellers volgen elk besluit en elk bestand, ook wat niet in bron is."""
    loket = Loket.open(motor, "staphorst")
    beheer = loket.wereld.financier("staphorst", "Fien Beheer")
    assert Recht.WAARDEN_BEHEREN in beheer.rechten
    zaak = loket.zaak(minuten=[], uren=None, bedrag=Bedrag(1000_00))
    with loket.wereld.als(beheer) as handeling:
        bewaar_budget(handeling, 2022, "6.71", Bedrag(5000_00), None)
        bewaar_budget(handeling, 2022, "6.72", None, None)
        bewaar_keuze(handeling, "6.71", None, None)
    [eerst] = leg_vast(loket, zaak)
    assert (eerst.kostenplaats, eerst.jaar, eerst.bedrag, eerst.vrij) == (
        "6.71",
        2022,
        Bedrag(1000_00),
        Bedrag(5000_00),
    )
    assert stand(loket, 2022, "6.71") == (1000_00, 0, 0, 4000_00)

    loket.besluit(zaak, dag=date(2022, 6, 1), bedrag=Bedrag(600_00))
    leg_vast(loket, zaak)
    assert stand(loket, 2022, "6.71") == (600_00, 0, 0, 4400_00)
    loket.besluit(zaak, dag=date(2022, 7, 1), uren=Uren(10_00))
    [zonder] = leg_vast(loket, zaak, kostenplaats="6.72", gewaarschuwd=True)
    assert (zonder.bedrag, zonder.gewaarschuwd, zonder.vrij) == (None, True, None)
    assert stand(loket, 2022, "6.71") == (0, 0, 0, 5000_00)
    assert stand(loket, 2022, "6.72") == (0, 0, 1, None)


def test_wie_mag_invullen_en_wie_niets_ziet(motor: Engine) -> None:
    loket = Loket.open(motor, "staphorst")
    with loket.wereld.als(loket.betaler) as handeling:
        rij = bewaar_budget(handeling, 2022, "", Bedrag(1_00), None)
        with pytest.raises(Gewijzigd):
            bewaar_budget(handeling, 2022, "", None, None)
        assert bewaar_budget(handeling, 2022, "", None, rij.versie).bedrag is None
        keuze = bewaar_keuze(handeling, None, Jaarwijze.DAGEN, None)
        assert keuze.jaarwijze is Jaarwijze.DAGEN
    with loket.wereld.als(loket.declarant) as handeling, pytest.raises(NietGevonden):
        budgetstand(handeling)
    zonder = Vrager(None, "Zonder Recht", tenant_id="staphorst")
    with loket.wereld.als(zonder) as handeling, pytest.raises(GeenRecht):
        budgetstand(handeling)
    with loket.wereld.als(loket.wereld.financier("uwv-noord", "Ander")) as handeling:
        assert budgetstand(handeling).regels == []
