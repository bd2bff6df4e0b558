"""Wat een financier tussen twee besluiten invulde maakt geen verschil: elk deel telt met de waarden van zijn moment."""

from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session
from tests.aanvraag.loket.antwoorden import HALFJAAR, met
from tests.aanvraag.loket.balie import Loket, Zaakloket
from tests.aanvraag.loket.test_bezwaren import GEGROND, collega
from tests.aanvraag.loket.test_bezwaren import neem as neem_bezwaar
from tests.aanvraag.loket.test_herberekenen import OP, opnieuw
from tests.aanvraag.loket.test_wijzigen import MINDER, gemeld
from tests.aanvraag.loket.test_wijzigen import neem as neem_wijziging
from tests.aanvraag.overname.test_overname import GOED, Bureau
from tests.hulp.bouw import Wereld
from tests.hulp.motoren import motor_van
from tests.hulp.regelboek import regelboek_met_stad
from tests.partijen.waarden.wereldje import TABEL2, anders

from dakpan.aanvraag.domain.meldingen import Meldsoort
from dakpan.aanvraag.herberekenen import Moment, herbereken
from dakpan.aanvraag.tables import Aanleiding, Besluit
from dakpan.partijen.rechten import Rol
from dakpan.partijen.waarden import beheren
from dakpan.wandeling.besluiten import besluit
from dakpan.wandeling.bezwaren import leg_vast

KORT = met(HALFJAAR, dienstverband={"soort": "bepaalde_tijd", "eind": "2023-10-31"})


def vul_tabel_2_in(wereld: Wereld, op: date) -> UUID:
    """8% voor midden in jaar 1, vanaf 2021: voorgesteld en op dezelfde dag goedgekeurd."""
    een, ander = (wereld.financier("uwv-noord", naam, Rol.FUNCTIONEEL_BEHEERDER) for naam in ("Ad", "Bo"))
    with wereld.als(een, op=op) as handeling:
        rij = beheren.stel_voor(handeling, "uwv", TABEL2, anders(vanaf=date(2021, 1, 1)))
    with wereld.als(ander, op=op) as handeling:
        return beheren.keur_goed(handeling, rij.id, rij.versie).id


def zonder_tabel_2(loket: Loket) -> Zaakloket:
    """Toegekend toen het percentage nog niet in bron was, met een motivering."""
    loket.vandaag = OP
    zaak = loket.halfjaarzaak(KORT).tot_advies(loket.deskundige)
    zaak.doe(loket.beslisser, besluit, {"soort": "toegekend", "uren": "69.12", "motivering": "Zo is het gewogen."})
    return zaak


def test_een_wijziging_nadat_een_waarde_is_ingevuld(snel_loket: Loket) -> None:
    """De toets van de aanvraag is van voor de waarde, het cijfer van de wijziging van erna."""
    zaak = zonder_tabel_2(snel_loket)
    vul_tabel_2_in(snel_loket.wereld, date(2023, 2, 1))
    snel_loket.vandaag = date(2023, 4, 3)
    anders_dan = {"gevolg": "anders", "uren": "50.00", "motivering": "Minder werk."}
    neem_wijziging(zaak, gemeld(zaak, Meldsoort.WERK, MINDER), anders_dan)
    assert [een.afwijkingen for een in opnieuw(snel_loket)] == [(), ()]


def test_een_bezwaar_nadat_een_waarde_is_ingevuld(snel_loket: Loket) -> None:
    zaak = zonder_tabel_2(snel_loket)
    vul_tabel_2_in(snel_loket.wereld, date(2023, 1, 20))
    snel_loket.vandaag = date(2023, 2, 1)
    van = {"soort": "bezwaar", "ontvangen_op": "2023-01-30", "indiener": "Mila Bakker", "gronden": "Te weinig."}
    bezwaar = zaak.doe(snel_loket.coach, leg_vast, van)
    neem_bezwaar(zaak, collega(snel_loket), bezwaar, {**GEGROND, "uren": "80.00"})
    assert [een.afwijkingen for een in opnieuw(snel_loket)] == [(), ()]


def test_een_overgenomen_besluit_telt_met_de_waarden_van_het_bevestigen(sqlite_gemigreerd: str) -> None:
    """Zijn dag is die van buiten het loket; gerekend is er pas toen de financier het hier bevestigde."""
    bureau = Bureau(motor_van(sqlite_gemigreerd))
    tijdelijk = {**GOED, "Contract": "bepaalde tijd", "Contract vanaf": "1-1-2022", "Contract tot en met": "31-10-2022"}
    zaak_id = bureau.neem_over({**tijdelijk, "Maanden jobcoaching hiervoor": ""})
    vul_tabel_2_in(bureau.wereld, date(2022, 3, 1))
    bureau.bevestig(zaak_id)
    with Session(bureau.wereld.motor) as sessie:
        uitkomsten = list(herbereken(sessie, regelboek_met_stad(), "uwv-noord", Moment.TOEN, date(2022, 3, 24)))
        [genomen] = sessie.scalars(select(Besluit).where(Besluit.tenant_id == "uwv-noord"))
    assert (genomen.aanleiding, genomen.uitkomst["omvang"]["percentage"]) == (Aanleiding.OVERNAME, "8.00")
    assert [een.afwijkingen for een in uitkomsten] == [()]
