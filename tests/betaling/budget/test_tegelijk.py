"""Twee beslissers tegelijk, op beide databases: de teller klopt, en over de grens gaat alleen wie het las."""

from datetime import date
from threading import Barrier, Thread

from sqlalchemy import Engine
from tests.betaling.budget.test_budget import leg_vast, motor, stand
from tests.betaling.dienst.loket import Loket
from tests.hulp.bouw import Bouwzaak

from dakpan.begrippen.bedrag import Bedrag
from dakpan.betaling.budget.beheer import bewaar_budget
from dakpan.betaling.budget.verplichten import PastNiet

LATER = date(2022, 6, 1)
__all__ = ["motor"]


def _openen(motor: Engine) -> tuple[Loket, list[Bouwzaak]]:
    """Een budget van 1.000, waarvan 100 al vastligt, en twee zaken die elk 600 willen."""
    loket = Loket.open(motor, "staphorst")
    with loket.wereld.als(loket.betaler) as handeling:
        bewaar_budget(handeling, 2022, "", Bedrag(1000_00), None)
    eerste, *zaken = (loket.zaak(minuten=[], uren=None, bedrag=Bedrag(een)) for een in (100_00, 600_00, 600_00))
    leg_vast(loket, eerste)
    return loket, zaken


def test_een_van_de_twee_hoort_dat_het_niet_meer_past(motor: Engine) -> None:
    """100 + 600 = 700; de tweede 600 past niet in de 300 die er dan is. Met de waarschuwing gelezen wel: 1.300."""
    loket, zaken = _openen(motor)
    samen, uitkomst = Barrier(2), dict[int, type[Exception] | None]()

    def beslis(nummer: int) -> None:
        samen.wait(30)
        try:
            leg_vast(loket, zaken[nummer])
            uitkomst[nummer] = None
        except PastNiet:
            uitkomst[nummer] = PastNiet

    draden = [Thread(target=beslis, args=(nummer,)) for nummer in range(2)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(60)
    assert sorted(map(str, uitkomst.values())) == sorted(["None", str(PastNiet)])
    assert stand(loket, 2022, "") == (700_00, 0, 0, 300_00)
    te_laat = next(nummer for nummer, fout in uitkomst.items() if fout is not None)
    [rij] = leg_vast(loket, zaken[te_laat], gewaarschuwd=True)
    assert (rij.vrij, rij.gewaarschuwd) == (Bedrag(300_00), True)
    assert stand(loket, 2022, "") == (1300_00, 0, 0, -300_00)


def test_een_lager_bedrag_mag_altijd_en_een_hoger_telt_het_verschil(motor: Engine) -> None:
    """Van 600 naar 650 kan zolang er 50 vrij is; boven het budget mag het bedrag nog omlaag."""
    loket, [zaak, ander] = _openen(motor)
    leg_vast(loket, zaak)
    loket.besluit(zaak, dag=LATER, bedrag=Bedrag(650_00))
    [rij] = leg_vast(loket, zaak)
    assert (rij.bedrag, rij.vrij) == (Bedrag(650_00), Bedrag(900_00))
    leg_vast(loket, ander, gewaarschuwd=True)
    loket.besluit(ander, dag=LATER, bedrag=Bedrag(500_00))
    [lager] = leg_vast(loket, ander)
    assert (lager.bedrag, lager.vrij, lager.gewaarschuwd) == (Bedrag(500_00), Bedrag(250_00), False)
    assert stand(loket, 2022, "") == (1250_00, 0, 0, -250_00)
