"""Tot wanneer kan een wijziging? Het eind dat geldt telt, niet het eind dat werd gevraagd."""

from datetime import date

from sqlalchemy.orm import Session
from tests.aanvraag.loket.balie import Loket, Zaakloket
from tests.aanvraag.loket.test_wijzigen import EINDE, OP, ZWAARDER, gemeld, na_melding, neem, toegekend
from tests.hulp.regelboek import regelboek_met_stad

from dakpan.aanvraag.domain.klok import Klokregel, Kloksoort
from dakpan.aanvraag.domain.meldingen import Meldsoort
from dakpan.aanvraag.herberekenen import Moment, herbereken
from dakpan.aanvraag.inhoud import haal_aanvraag, haal_besluit
from dakpan.aanvraag.wijzigen.melden import trek_melding_in
from dakpan.wandeling.besluiten import besluit
from dakpan.wandeling.termijnen import klok_van


def wijzigen_tot(zaak: Zaakloket) -> date:
    regels: tuple[Klokregel, ...] = zaak.doe(
        zaak.loket.coach, lambda h, z: klok_van(h, z, haal_aanvraag(h, z), haal_besluit(h, z))
    )
    return next(een.uiterlijk for een in regels if een.soort is Kloksoort.WIJZIGEN)


def test_een_wijziging_kan_tot_vier_weken_voor_het_eind_dat_geldt(snel_loket: Loket) -> None:
    """Gevraagd tot en met 2 juli, toegekend tot en met 10 mei: vier weken daarvoor is 12 april."""
    snel_loket.vandaag = OP
    zaak = snel_loket.halfjaarzaak().tot_advies(snel_loket.deskundige)
    korter = {"soort": "toegekend", "uren": "60.00", "eind": "2023-05-10", "motivering": "Het contract loopt af."}
    zaak.doe(snel_loket.beslisser, besluit, korter)
    assert wijzigen_tot(zaak) == date(2023, 4, 12)
    for dag, te_laat in ((date(2023, 4, 12), False), (date(2023, 4, 13), True)):
        snel_loket.vandaag = dag
        melding = gemeld(zaak, Meldsoort.BEGELEIDING, ZWAARDER)
        na = zaak.doe(snel_loket.coach, na_melding, melding)
        assert ("uwv.wijziging.te_laat" in [een.code for een in na.berekening.bevindingen]) is te_laat
        zaak.doe(snel_loket.coach, trek_melding_in, melding.id)


def test_na_een_eerder_einde_telt_dat_einde(loket: Loket) -> None:
    """De baan eindigt op 3 april, gemeld op 6 maart: vier weken voor 2 april is 5 maart, dus zwaarder is te laat."""
    zaak = toegekend(loket)
    loket.vandaag = date(2023, 3, 6)
    assert wijzigen_tot(zaak) == date(2023, 6, 4)
    neem(zaak, gemeld(zaak, Meldsoort.WERK, EINDE), {"gevolg": "anders"})
    assert wijzigen_tot(zaak) == date(2023, 3, 5)
    zwaarder = gemeld(zaak, Meldsoort.BEGELEIDING, {**ZWAARDER, "ingangsdatum": "2023-03-06"})
    # Er verandert niets: 2,4 × 36 × 91 / 182.
    assert neem(zaak, zwaarder, {"gevolg": "anders"}).uren.iso == "43.20"
    with Session(loket.wereld.motor) as sessie:
        assert all(een.klopt for een in herbereken(sessie, regelboek_met_stad(), "uwv-noord", Moment.TOEN, OP))
