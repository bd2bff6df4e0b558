"""Bezwaar en beroep: het werk gaat door, en daarna geldt de uitkomst.

Gevraagd: 36 uur, midden 10%, 182 dagen: volgens de regels 86,40 uur. De beslisser wees af op 09-01-2023; bezwaar maken
kan dan tot en met 20-02-2023, zes weken later.
"""

from datetime import date
from threading import Barrier, Thread
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session
from tests.aanvraag.loket.balie import Loket, Zaakloket
from tests.aanvraag.loket.test_wijzigen import MINDER, gemeld, toegekend
from tests.aanvraag.loket.test_wijzigen import neem as neem_wijziging
from tests.aanvraag.loket.webloket import Webloket
from tests.hulp.regelboek import regelboek_met_stad

from dakpan.aanvraag.bezwaren.bestreden import Bestreden, dagen_te_laat
from dakpan.aanvraag.bezwaren.lezen import bezwaren_van, haal_bezwaar
from dakpan.aanvraag.bezwaren.tables import Bezwaarschrift
from dakpan.aanvraag.domain.bezwaren import Bezwaarstatus
from dakpan.aanvraag.domain.meldingen import Meldsoort
from dakpan.aanvraag.herberekenen import Moment, herbereken
from dakpan.aanvraag.inhoud import besluiten_van, haal_aanvraag, haal_besluit
from dakpan.aanvraag.tables import Aanleiding
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.tables import Zaakstatus
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import GeenRecht
from dakpan.opslag.vrager import Vrager
from dakpan.partijen.rechten import Rol
from dakpan.plan.perioden import perioden_van
from dakpan.rapportage.overzicht import overzicht as verslagen
from dakpan.uren.perioden import mijn_perioden
from dakpan.wandeling.besluiten import besluit
from dakpan.wandeling.bezwaren import beslis, leg_vast, trek_in
from dakpan.wandeling.termijnen import klok_van

OP, DAARNA = date(2023, 1, 9), date(2023, 2, 20)
VAN: dict[str, Any] = {
    "soort": "bezwaar",
    "indiener": "Mila Bakker",
    "ontvangen_op": "2023-02-20",
    "gronden": "Zonder jobcoach red ik het niet.",
}
BEROEP = {**VAN, "soort": "beroep"}
ONGEGROND = {"uitkomst": "ongegrond", "motivering": "De beperking is niet vastgesteld."}
GEGROND = {"uitkomst": "gegrond", "motivering": "De beperking staat in het nieuwe rapport."}


def afgewezen(loket: Loket) -> Zaakloket:
    loket.vandaag = OP
    zaak = loket.halfjaarzaak().tot_advies(loket.deskundige)
    zaak.doe(loket.beslisser, besluit, {"soort": "afgewezen", "motivering": "Geen beperking gezien."})
    loket.vandaag = DAARNA
    return zaak


@pytest.fixture(name="zaak")
def _zaak(loket: Loket) -> Zaakloket:
    return afgewezen(loket)


@pytest.fixture(name="snel_zaak")
def _snel_zaak(snel_loket: Loket) -> Zaakloket:
    return afgewezen(snel_loket)


def neem(zaak: Zaakloket, wie: Any, deze: Bezwaarschrift, gegevens: dict[str, Any]) -> Any:
    return zaak.doe(wie, lambda h, z: beslis(h, z, haal_bezwaar(h, z, deze.id), gegevens))


def stand(zaak: Zaakloket) -> tuple[str, list[str]]:
    wie = zaak.loket.coach
    return zaak.zaak(wie).status.value, [een.status.value for een in zaak.doe(wie, perioden_van)]


def collega(loket: Loket) -> Any:
    return loket.wereld.financier("uwv-noord", "Cor Bezwaar", Rol.BESLISSER)


def test_het_werk_gaat_door_en_gegrond_kent_alsnog_toe(loket: Loket, zaak: Zaakloket) -> None:
    assert stand(zaak) == ("afgewezen", ["vervallen"])
    deze = zaak.doe(loket.coach, leg_vast, VAN)
    assert stand(zaak) == ("lopend", ["voorlopig"])
    with loket.wereld.als(loket.coach, op=loket.vandaag) as handeling:
        assert [een.bezwaar for een in mijn_perioden(handeling)] == [""]  # schrijven kan
    nieuw = neem(zaak, collega(loket), deze, GEGROND)
    assert (nieuw.uren.iso, nieuw.aanleiding, nieuw.afwijkend) == ("86.40", Aanleiding.BEZWAAR, False)
    assert stand(zaak) == ("lopend", ["open"])
    assert len(zaak.doe(loket.coach, verslagen)) == 1
    with Session(loket.wereld.motor) as sessie:
        assert all(een.klopt for een in herbereken(sessie, regelboek_met_stad(), "uwv-noord", Moment.TOEN, OP))


def test_ongegrond_zet_de_zaak_terug_en_daarna_kan_alleen_beroep(snel_loket: Loket, snel_zaak: Zaakloket) -> None:
    deze = snel_zaak.doe(snel_loket.coach, leg_vast, VAN)
    with pytest.raises(KanNiet, match="loopt al"):
        snel_zaak.doe(snel_loket.coach, leg_vast, VAN)
    assert neem(snel_zaak, collega(snel_loket), deze, ONGEGROND) is None
    assert stand(snel_zaak) == ("afgewezen", ["vervallen"])
    with pytest.raises(InvoerFout, match="al beslist"):
        snel_zaak.doe(snel_loket.coach, leg_vast, VAN)
    beroep = snel_zaak.doe(snel_loket.coach, leg_vast, BEROEP)
    assert stand(snel_zaak) == ("lopend", ["voorlopig"])
    # De uitspraak van de rechter legt ook vast wie het besluit nam; wat er dan is toegekend staat in het besluit.
    nieuw = neem(snel_zaak, snel_loket.beslisser, beroep, {**GEGROND, "uren": "40.00", "eind": "2023-06-30"})
    assert (nieuw.uren.iso, nieuw.eind, nieuw.afwijkend) == ("40.00", date(2023, 6, 30), True)
    assert stand(snel_zaak) == ("lopend", ["open"])


def test_gegrond_kent_nooit_nul_toe(snel_loket: Loket, snel_zaak: Zaakloket) -> None:
    deze = snel_zaak.doe(snel_loket.coach, leg_vast, VAN)
    with pytest.raises(InvoerFout, match="toekennen van nul is afwijzen"):
        neem(snel_zaak, collega(snel_loket), deze, {**GEGROND, "uren": "0.00"})
    assert stand(snel_zaak) == ("lopend", ["voorlopig"])


def test_van_twee_die_tegelijk_vastleggen_hoort_er_een_dat_het_er_al_is(loket: Loket) -> None:
    loket.vandaag = OP
    zaak = loket.halfjaarzaak().tot_advies(loket.deskundige)
    zaak.doe(loket.beslisser, besluit, {"soort": "toegekend"})
    loket.vandaag = DAARNA
    samen, uitkomst = Barrier(2), list[str]()

    def doe(wie: Vrager) -> None:
        samen.wait(30)
        try:
            zaak.doe(wie, leg_vast, VAN)
            uitkomst.append("vastgelegd")
        except KanNiet:
            uitkomst.append("loopt al")

    draden = [Thread(target=doe, args=(wie,)) for wie in (loket.coach, loket.beslisser)]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join(60)
    assert sorted(uitkomst) == ["loopt al", "vastgelegd"]
    assert len(zaak.doe(loket.coach, bezwaren_van)) == 1


def gewijzigd(zaak: Zaakloket) -> Zaakloket:
    """Toegekend op 9 januari, en op 3 april anders besloten na een wijziging."""
    nieuw = neem_wijziging(zaak, gemeld(zaak, Meldsoort.WERK, MINDER), {"gevolg": "anders"})
    assert nieuw.uren.iso == "64.80"
    zaak.loket.vandaag = date(2023, 4, 5)
    return zaak


def test_een_bezwaar_gaat_tegen_het_besluit_dat_gold_op_de_dag_van_ontvangst(snel_loket: Loket) -> None:
    zaak = gewijzigd(toegekend(snel_loket))
    nieuw, eerste = zaak.doe(snel_loket.coach, besluiten_van)
    with pytest.raises(InvoerFout, match="het besluit is van 09-01-2023"):
        zaak.doe(snel_loket.coach, leg_vast, {**VAN, "ontvangen_op": "2023-01-08"})
    with pytest.raises(InvoerFout, match="het besluit is van 03-04-2023"):
        zaak.doe(snel_loket.coach, leg_vast, {**VAN, "ontvangen_op": "2023-04-02", "besluit": str(nieuw.id)})
    with pytest.raises(InvoerFout, match="kies een besluit uit de lijst"):
        zaak.doe(snel_loket.coach, leg_vast, {**VAN, "besluit": str(zaak.zaak_id)})
    for dag, anders, tegen in (
        ("2023-04-02", {}, eerste),
        ("2023-04-03", {}, nieuw),
        ("2023-04-04", {"besluit": str(eerste.id)}, eerste),
    ):
        deze = zaak.doe(snel_loket.coach, leg_vast, {**VAN, "ontvangen_op": dag, **anders})
        assert (deze.ontvangen_op.isoformat(), deze.besluit_id) == (dag, tegen.id)
        # Zes weken na 9 januari is 20 februari: 41 of 43 dagen later; tegen het nieuwe besluit is het op tijd.
        assert dagen_te_laat(Bestreden(tegen), deze) == {"2023-04-02": 41, "2023-04-03": 0, "2023-04-04": 43}[dag]
        zaak.doe(snel_loket.coach, trek_in, deze.id)


def test_het_formulier_vraagt_tegen_welk_besluit_als_er_meer_zijn(webloket: Webloket) -> None:
    zaak = toegekend(webloket.loket)
    hier = f"/zaken/{zaak.tenant_id}/{zaak.zaak_id}/bezwaar"
    webloket.op(webloket.loket.vandaag)
    assert "Tegen welk besluit?" not in webloket.als(webloket.loket.coach).get(hier).text
    gewijzigd(zaak)
    webloket.op(webloket.loket.vandaag)
    coach = webloket.als(webloket.loket.coach)
    pagina = coach.get(hier).text
    assert "Tegen welk besluit?" in pagina
    # Met waarover en hoeveel: op één dag kan dezelfde mens er twee nemen.
    keuzes = pagina.replace("\N{NO-BREAK SPACE}", " ")
    assert "toegekend op 9 januari 2023 door Bea Beslisser, over de aanvraag, 86,4 uur</option>" in keuzes
    assert "toegekend op 3 april 2023 door Bea Beslisser, over een wijziging, 64,8 uur</option>" in keuzes
    velden = {**coach.verborgen, **VAN, "ontvangen_op": "02-04-2023", "besluit": ""}
    assert coach.post(hier, velden).status_code == 303
    [deze] = zaak.doe(webloket.loket.coach, bezwaren_van)
    assert deze.besluit_id == zaak.doe(webloket.loket.coach, besluiten_van)[-1].id


def test_wie_het_besluit_nam_beslist_niet_op_het_bezwaar(snel_loket: Loket, snel_zaak: Zaakloket) -> None:
    deze = snel_zaak.doe(snel_loket.coach, leg_vast, VAN)
    with pytest.raises(KanNiet, match="10:3"):
        neem(snel_zaak, snel_loket.beslisser, deze, ONGEGROND)
    with pytest.raises(GeenRecht):
        neem(snel_zaak, snel_loket.coach, deze, ONGEGROND)
    snel_zaak.doe(snel_loket.coach, trek_in, deze.id)
    assert stand(snel_zaak) == ("afgewezen", ["vervallen"])


@pytest.mark.parametrize(("ontvangen", "te_laat"), [("2023-02-20", 0), ("2023-02-21", 1)])
def test_de_laatste_dag_is_zes_weken_na_het_besluit(
    snel_loket: Loket, snel_zaak: Zaakloket, ontvangen: str, te_laat: int
) -> None:
    snel_loket.vandaag = date(2023, 3, 1)
    deze = snel_zaak.doe(snel_loket.coach, leg_vast, {**VAN, "ontvangen_op": ontvangen, "beslissen_voor": "2023-04-03"})
    tegen = snel_zaak.doe(snel_loket.coach, haal_besluit)
    assert dagen_te_laat(Bestreden(tegen), deze) == te_laat
    regels = snel_zaak.doe(snel_loket.coach, lambda h, z: klok_van(h, z, haal_aanvraag(h, z), haal_besluit(h, z)))
    klok = {een.soort.value: een for een in regels}
    assert klok["bezwaar"].gedaan_op == date.fromisoformat(ontvangen)
    assert klok["op_bezwaar"].uiterlijk == date(2023, 4, 3)


def test_elke_fout_bij_zijn_veld(snel_loket: Loket, snel_zaak: Zaakloket) -> None:
    for anders, velden in (
        ({"soort": "beroep"}, ["soort"]),
        ({"ontvangen_op": "2023-02-21"}, ["ontvangen_op"]),
        ({"ontvangen_op": "2023-01-08", "beslissen_voor": "2023-01-07"}, ["ontvangen_op", "beslissen_voor"]),
    ):
        with pytest.raises(InvoerFout) as fout:
            snel_zaak.doe(snel_loket.coach, leg_vast, {**VAN, **anders})
        assert [een.veld for een in fout.value.fouten] == velden


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(st.sampled_from(["bezwaar", "beroep", "gegrond", "ongegrond", "trek_in"]), max_size=6))
def test_in_elke_volgorde_klopt_de_zaak_met_wat_geldt(snel_loket: Loket, handelingen: list[str]) -> None:
    zaak = afgewezen(snel_loket)
    ander = collega(snel_loket)
    for een in handelingen:
        alle = zaak.doe(snel_loket.coach, bezwaren_van)
        try:
            if een in {"bezwaar", "beroep"}:
                zaak.doe(snel_loket.coach, leg_vast, {**VAN, "soort": een})
            elif alle and een == "trek_in":
                zaak.doe(snel_loket.coach, trek_in, alle[0].id)
            elif alle:
                neem(zaak, ander, alle[0], GEGROND if een == "gegrond" else ONGEGROND)
        except (KanNiet, InvoerFout):
            continue
    alle = zaak.doe(snel_loket.coach, bezwaren_van)
    loopt = any(een.status is Bezwaarstatus.LOPEND for een in alle)
    toegekend = any(een.status is Bezwaarstatus.GEGROND for een in alle)
    verwacht = ["open"] if toegekend else ["voorlopig"] if loopt else ["vervallen"]
    assert stand(zaak) == (Zaakstatus.LOPEND if toegekend or loopt else Zaakstatus.AFGEWEZEN, verwacht)
    assert zaak.doe(snel_loket.coach, haal_besluit).soort.kent_toe == toegekend
