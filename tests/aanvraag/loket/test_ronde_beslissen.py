"""De ronde van elke dag ziet ook wat er na een besluit nog te beslissen is, en wat er niet kwam."""

from datetime import date
from typing import Any

from sqlalchemy.orm import Session
from tests.aanvraag.loket.antwoorden import HALFJAAR
from tests.aanvraag.loket.balie import Loket, Zaakloket
from tests.hulp.bouw import SLEUTELBOS, moment

from dakpan.aanvraag.aanvullen.aanvullen import Onderdeel
from dakpan.aanvraag.behandelen.behandelen import neem_op
from dakpan.aanvraag.domain.meldingen import Meldsoort
from dakpan.aanvraag.inhoud import haal_aanvraag, haal_besluit
from dakpan.dossier.postvak import postvak
from dakpan.opslag.vrager import Vrager
from dakpan.partijen.rechten import Rol
from dakpan.wandeling.besluiten import besluit
from dakpan.wandeling.bezwaren import leg_vast
from dakpan.wandeling.dagelijks import ronde
from dakpan.wandeling.seinen import vraag_aanvulling
from dakpan.wandeling.termijnen import klok_van
from dakpan.wandeling.wijzigen import meld

MINDER = {"akkoord_hoe": "gesprek", "akkoord_op": "2023-04-07", "wat": "uren", "uren_per_week": "18.00"}
BEZWAAR = {"soort": "bezwaar", "indiener": "Mila Bakker", "ontvangen_op": "2023-01-20", "gronden": "Te weinig uren."}


def toegekend(loket: Loket, behandelaar: Vrager | None = None) -> Zaakloket:
    loket.vandaag = date(2023, 1, 9)
    zaak = loket.halfjaarzaak(HALFJAAR).tot_advies(loket.deskundige)
    if behandelaar is not None:
        zaak.doe(behandelaar, neem_op)
    zaak.doe(loket.beslisser, besluit, {"soort": "toegekend"})
    return zaak


def na_ronde(loket: Loket, wie: Vrager, over: str, op: date) -> list[tuple[str, date | None]]:
    """Wat er na de ronde van deze dag over dit onderwerp in het postvak ligt, het nieuwste eerst."""
    with Session(loket.wereld.motor, expire_on_commit=False) as sessie:
        ronde(sessie, loket.wereld.regelboek, SLEUTELBOS, moment(op))
    with loket.wereld.als(wie, op=op) as handeling:
        return [(een.soort.value, een.dag) for een in postvak(handeling)[0] if een.over == over]


def klokdag(zaak: Zaakloket, soort: str) -> tuple[date, date]:
    """Berekend en uiterlijk, zoals de zaak het toont."""

    def zoek(handeling: Any, rij: Any) -> Any:
        alle = klok_van(handeling, rij, haal_aanvraag(handeling, rij), haal_besluit(handeling, rij))
        return next((een.berekend, een.uiterlijk) for een in alle if een.soort == soort)

    gevonden: tuple[date, date] = zaak.doe(zaak.loket.beslisser, zoek)
    return gevonden


def test_over_een_wijziging_beslissen_loopt_door_na_een_feestdag_en_meldt_zich(snel_loket: Loket) -> None:
    """Vier weken na 7 april 2023 is Bevrijdingsdag, een vrijdag: maandag 8 mei kan nog."""
    zaak = toegekend(snel_loket)
    snel_loket.vandaag = date(2023, 4, 7)
    zaak.doe(snel_loket.coach, meld, Meldsoort.WERK, {**MINDER, "ingangsdatum": "2023-04-03"})
    maandag = date(2023, 5, 8)
    assert klokdag(zaak, "over_wijziging") == (date(2023, 5, 5), maandag)
    wie, over = snel_loket.beslisser, "over_wijziging"
    assert na_ronde(snel_loket, wie, over, date(2023, 4, 30)) == []
    nadert, voorbij = ("termijn_nadert", maandag), ("termijn_voorbij", maandag)
    assert [na_ronde(snel_loket, wie, over, date(2023, 5, dag)) for dag in (1, 8)] == [[nadert], [nadert]]
    assert na_ronde(snel_loket, wie, over, date(2023, 5, 9)) == [voorbij, nadert]
    assert na_ronde(snel_loket, snel_loket.coach, over, date(2023, 5, 10)) == []


def test_de_dag_om_op_een_bezwaar_te_beslissen_meldt_zich(snel_loket: Loket) -> None:
    zaak = toegekend(snel_loket)
    snel_loket.vandaag = date(2023, 1, 20)
    dag = date(2023, 3, 3)
    zaak.doe(snel_loket.beslisser, leg_vast, {**BEZWAAR, "beslissen_voor": dag.isoformat()})
    wie, over = snel_loket.beslisser, "op_bezwaar"
    assert na_ronde(snel_loket, wie, over, date(2023, 2, 23)) == []
    assert na_ronde(snel_loket, wie, over, date(2023, 2, 24)) == [("termijn_nadert", dag)]


def test_ook_wie_op_het_bezwaar_moet_beslissen_hoort_ervan(snel_loket: Loket) -> None:
    """De behandelaar nam het besluit zelf: een collega beslist, en die krijgt niet alleen de taak."""
    zaak = toegekend(snel_loket, snel_loket.beslisser)
    snel_loket.vandaag = date(2023, 1, 20)
    collega = snel_loket.wereld.financier("uwv-noord", "Cor Bezwaar", Rol.BESLISSER)
    balie = snel_loket.wereld.financier("uwv-noord", "Hanneke Balie", Rol.WERKCONSULENT)
    dag = date(2023, 3, 3)
    zaak.doe(snel_loket.deskundige, leg_vast, {**BEZWAAR, "beslissen_voor": dag.isoformat()})
    nadert = [("termijn_nadert", dag)]
    for wie, krijgt in ((snel_loket.beslisser, True), (collega, True), (balie, False)):
        with snel_loket.wereld.als(wie, op=snel_loket.vandaag) as handeling:
            soorten = [een.soort.value for een in postvak(handeling)[0]]
        assert ("bezwaar_vastgelegd" in soorten) is krijgt, wie.naam
        assert na_ronde(snel_loket, wie, "op_bezwaar", date(2023, 2, 24)) == (nadert if krijgt else []), wie.naam


def test_beslist_de_behandelaar_zelf_dan_krijgt_een_ander_er_geen_bericht_van(snel_loket: Loket) -> None:
    collega = snel_loket.wereld.financier("uwv-noord", "Cor Bezwaar", Rol.BESLISSER)
    nog_een = snel_loket.wereld.financier("uwv-noord", "Bea Slist", Rol.BESLISSER)
    zaak = toegekend(snel_loket, collega)
    snel_loket.vandaag = date(2023, 1, 20)
    dag = date(2023, 3, 3)
    zaak.doe(snel_loket.deskundige, leg_vast, {**BEZWAAR, "beslissen_voor": dag.isoformat()})
    over, op = "op_bezwaar", date(2023, 2, 24)
    assert na_ronde(snel_loket, collega, over, op) == [("termijn_nadert", dag)]
    assert na_ronde(snel_loket, nog_een, over, op) == []


def test_kwam_er_geen_aanvulling_dan_hoort_ook_wie_erom_vroeg_het(snel_loket: Loket) -> None:
    snel_loket.vandaag = date(2023, 3, 20)
    zaak = snel_loket.halfjaarzaak(HALFJAAR)
    dag = date(2023, 4, 3)
    zaak.doe(snel_loket.deskundige, vraag_aanvulling, [Onderdeel("client", "Cliënt")], "", dag)
    wie, over = snel_loket.deskundige, "aanvulling"
    assert na_ronde(snel_loket, wie, over, dag) == []
    assert na_ronde(snel_loket, wie, over, date(2023, 4, 4)) == [("termijn_voorbij", dag)]
    assert na_ronde(snel_loket, snel_loket.coach, over, date(2023, 4, 4))[0] == ("termijn_voorbij", dag)
