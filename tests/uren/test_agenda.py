"""De week op het scherm: dagen, totalen, groepen en wat de volgende activiteit als begin krijgt."""

from datetime import date, time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event
from tests.hulp.regelboek import STAD
from tests.uren.straat import VANDAAG, WEEK_12, Straat, werk

from dakpan.begrippen.duur import Duur
from dakpan.invoer.fouten import InvoerFout
from dakpan.regels.hookspecs import hookimpl
from dakpan.regels.regels import Regels
from dakpan.regels.register import Register
from dakpan.uitleg.berekening import Berekening, stap
from dakpan.uitleg.bron import Bron
from dakpan.uren.agenda import agenda, dag_van
from dakpan.uren.domain import Groepsverdeling
from dakpan.uren.keuzes import activiteiten_van, doeltitel, soorttekst, werkkeuzes
from dakpan.uren.perioden import mijn_perioden
from dakpan.uren.schrijven import verwijder
from dakpan.uren.week import Week
from dakpan.uren.weken import weekstand

W12 = Week.van(WEEK_12)


def test_dagtotalen_en_het_weektotaal(straat: Straat) -> None:
    straat.schrijf(werk(*straat.klanten, minuten=90))
    straat.schrijf(werk(straat.klanten[0], begin=time(14), minuten=45))
    straat.schrijf(werk(straat.klanten[1], datum=VANDAAG, minuten=30))

    week = straat.doe(agenda, W12)

    assert [str(dag.totaal) for dag in week.dagen] == ["0:00", "2:15", "0:00", "0:30", "0:00", "0:00", "0:00"]
    assert str(week.totaal) == "2:45"
    groep, los = week.dagen[1].punten
    assert (groep.clienten, str(groep.duur)) == (("Mila Bakker", "Joris Smit", "Yara Öztürk"), "1:30")
    assert (los.clienten, los.financiers) == (("Mila Bakker",), (("uwv-noord", "UWV Noord"),))


@pytest.mark.parametrize(
    ("begin", "minuten", "volgend"),
    [(None, 0, "9:00"), (time(9), 90, "10:30"), (time(9), 91, "10:31"), (time(23), 50, "23:30")],
)
def test_de_volgende_begint_waar_de_laatste_ophield(
    straat: Straat, begin: time | None, minuten: int, volgend: str
) -> None:
    if begin is not None:
        straat.schrijf(werk(straat.klanten[0], begin=begin, minuten=minuten))
    assert str(Duur(straat.doe(dag_van, WEEK_12).volgend_begin)) == volgend


def test_de_week_kost_even_veel_opdrachten_hoe_vol_zij_ook_is(straat: Straat) -> None:
    def tel() -> int:
        opdrachten: list[str] = []

        def bij(_verbinding: object, _cursor: object, opdracht: str, *_: object) -> None:
            opdrachten.append(opdracht)

        event.listen(straat.wereld.motor, "before_cursor_execute", bij)
        for wat, gegevens in ((agenda, (W12,)), (weekstand, (W12,)), (mijn_perioden, ())):
            straat.doe(wat, *gegevens)
        event.remove(straat.wereld.motor, "before_cursor_execute", bij)
        return len(opdrachten)

    straat.schrijf(werk(straat.klanten[0]))
    weinig = tel()
    for uur in range(8, 20):
        straat.schrijf(werk(straat.klanten[uur % 3], begin=time(uur)))
    straat.wereld.zaak("staphorst", straat.organisatie_id, "Noa Vos", begin=date(2022, 3, 14)).koppel(straat.coach)
    assert tel() == weinig


def test_de_keuzelijst_begint_met_de_doelen_en_eindigt_met_wat_niet_wordt_vergoed(straat: Straat) -> None:
    with straat.wereld.als(straat.coach) as handeling:
        lijst = werkkeuzes(activiteiten_van(handeling, tenant, WEEK_12).resultaat for tenant in ("uwv-noord", STAD))

    codes = [keuze.code for keuze in lijst]
    assert len(set(codes)) == len(codes)
    assert codes[:3] == ["introduceren:in het bedrijf", "introduceren:in het team (directe collega's)", "introduceren:"]
    assert codes[-6:-4] == ["reistijd:", "bemiddeling_ander_werk:"]
    assert "evaluatie_en_coordinatie:opstellen_verantwoordingsrapportage" in codes


def test_woorden_bij_wat_is_opgeslagen() -> None:
    assert doeltitel("introduceren") == "De persoon introduceren"
    assert soorttekst("opstellen_verantwoordingsrapportage") == "de verantwoordingsrapportage opstellen"
    assert (doeltitel("een_oud_doel"), soorttekst("iets vrijs")) == ("een oud doel", "iets vrijs")


class _Eigenzinnig(Register().klasse("staphorst")):  # type: ignore[misc]
    """Een regelset die een groep anders verdeelt: de eerste krijgt alles behalve een minuut per ander."""

    @hookimpl
    def verdeel_groep(self, duur: Duur, aantal: int) -> Berekening[Groepsverdeling]:
        delen = (Duur(duur.minuten - aantal + 1), *(Duur(1) for _ in range(aantal - 1)))
        return Berekening(Groepsverdeling(delen), (stap("x.groep", "anders", uitkomst=delen, bron=Bron("Proef")),))


def test_financiers_die_een_groep_anders_verdelen(straat: Straat, monkeypatch: pytest.MonkeyPatch) -> None:
    boek = straat.wereld.regelboek
    vanaf = boek.tenants["staphorst"].regelsets[0].vanaf
    bewaard = {**boek._van_tenant, ("staphorst", vanaf, ()): Regels(_Eigenzinnig())}
    monkeypatch.setattr(boek, "_van_tenant", bewaard)

    with pytest.raises(InvoerFout, match="niet gelijk") as gevangen:
        straat.schrijf(werk(*straat.klanten, minuten=90))
    assert [een.veld for een in gevangen.value.fouten] == ["klanten"]
    assert "1:28, 0:01, 0:01" in gevangen.value.fouten[0].melding
    assert straat.schrijf(werk(*straat.klanten[:2], minuten=90)).activiteiten


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(minuten=st.integers(3, 600), beoogd=st.text(max_size=99), bereikt=st.text(max_size=200))
def test_delen_tellen_op_tot_het_geheel_en_elke_tekst_komt_terug(
    straat: Straat, minuten: int, beoogd: str, bereikt: str
) -> None:
    schoon = [tekst.encode("utf-8", "ignore").decode().replace("\0", "") for tekst in (beoogd, bereikt)]
    gemaakt = werk(*straat.klanten, minuten=minuten, beoogd=schoon[0], bereikt=schoon[1])
    rij = straat.schrijf(gemaakt).activiteiten[0]

    rijen = straat.uren()
    assert sum(een.duur.minuten for een in rijen) == minuten
    assert max(een.duur.minuten for een in rijen) - min(een.duur.minuten for een in rijen) <= 1
    assert {(een.beoogd, een.bereikt) for een in rijen} == {tuple(schoon)}
    straat.doe(verwijder, rij.tenant_id, rij.id, None)
