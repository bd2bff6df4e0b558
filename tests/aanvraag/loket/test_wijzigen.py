"""Een wijziging na het besluit: melden, doorrekenen vanaf de dag, beslissen, en wat er dan verandert.

Toegekend: 36 uur, midden 10%, 02-01-2023 tot en met 02-07-2023 (182 dagen): 86,40 uur.
"""

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session
from tests.aanvraag.loket.balie import Loket, Zaakloket
from tests.hulp.regelboek import regelboek_met_stad

from dakpan.aanvraag.domain.meldingen import Gevolg, Meldsoort, Meldstatus
from dakpan.aanvraag.herberekenen import Moment, herbereken
from dakpan.aanvraag.inhoud import besluiten_van, haal_besluit
from dakpan.aanvraag.tables import Aanleiding
from dakpan.aanvraag.wijzigen.doorrekenen import doorgerekend
from dakpan.aanvraag.wijzigen.melden import haal_melding, meldingen_van, trek_melding_in
from dakpan.aanvraag.wijzigen.tables import Wijzigingsmelding
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.postvak import postvak
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import GeenRecht, Gewijzigd
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.rechten import Rol
from dakpan.plan.perioden import perioden_van
from dakpan.rapportage.overzicht import overzicht as verslagen
from dakpan.wandeling.besluiten import besluit
from dakpan.wandeling.wijzigen import beslis, meld

OP = date(2023, 1, 9)
AKKOORD = {"akkoord_hoe": "gesprek", "akkoord_op": "2023-01-09"}
HALVERWEGE = "2023-04-03"  # dag 92: 91 dagen ervoor en 91 erna
EINDE = {**AKKOORD, "wat": "einde", "ingangsdatum": HALVERWEGE}
MINDER = {**AKKOORD, "wat": "uren", "uren_per_week": "18.00", "ingangsdatum": HALVERWEGE}
ZWAARDER = {**AKKOORD, "regime": "intensief", "ingangsdatum": HALVERWEGE, "toelichting": "Er kwam nieuw werk bij."}


def toegekend(loket: Loket) -> Zaakloket:
    loket.vandaag = OP
    zaak = loket.halfjaarzaak().tot_advies(loket.deskundige)
    zaak.doe(loket.beslisser, besluit, {"soort": "toegekend"})
    loket.vandaag = date(2023, 4, 3)
    return zaak


@pytest.fixture(name="zaak")
def _zaak(loket: Loket) -> Zaakloket:
    return toegekend(loket)


@pytest.fixture(name="snel_zaak")
def _snel_zaak(snel_loket: Loket) -> Zaakloket:
    return toegekend(snel_loket)


def gemeld(zaak: Zaakloket, soort: Meldsoort, contract: dict[str, Any]) -> Wijzigingsmelding:
    melding: Wijzigingsmelding = zaak.doe(zaak.loket.coach, meld, soort, contract)
    return melding


def na_melding(handeling: Handeling, zaak: Zaak, melding: Wijzigingsmelding) -> Any:
    geldend = haal_besluit(handeling, zaak)
    assert geldend is not None
    return doorgerekend(handeling, geldend, melding)


def neem(zaak: Zaakloket, melding: Wijzigingsmelding, gegevens: dict[str, Any], versie: int | None = None) -> Any:
    return zaak.doe(zaak.loket.beslisser, lambda h, z: beslis(h, z, haal_melding(h, z, melding.id), gegevens, versie))


@pytest.mark.parametrize(
    ("soort", "contract", "uren", "eind"),
    [
        (Meldsoort.WERK, EINDE, "43.20", date(2023, 4, 2)),
        (Meldsoort.WERK, MINDER, "64.80", date(2023, 7, 2)),
        (Meldsoort.BEGELEIDING, ZWAARDER, "108.00", date(2023, 7, 2)),
    ],
)
def test_de_toekenning_en_de_periode_volgen_de_wijziging(
    loket: Loket, zaak: Zaakloket, soort: Meldsoort, contract: dict[str, Any], uren: str, eind: date
) -> None:
    melding = gemeld(zaak, soort, contract)
    na = zaak.doe(loket.coach, na_melding, melding)
    assert (na.berekening.resultaat.uren.iso, na.eind) == (uren, eind)
    assert all(een.bron for een in na.berekening.stappen)
    nieuw = neem(zaak, melding, {"gevolg": "anders"})
    assert (nieuw.uren.iso, nieuw.eind, nieuw.afwijkend, nieuw.aanleiding) == (uren, eind, False, Aanleiding.WIJZIGING)
    [periode] = zaak.doe(loket.coach, perioden_van)
    assert (periode.uren.iso, periode.eind) == (uren, eind)
    assert [een.uren.iso for een in zaak.doe(loket.coach, besluiten_van)] == [uren, "86.40"]
    # Verantwoorden kan tot vier weken na het einde, ook als dat einde naar voren kwam.
    assert [(een.uiterlijk - eind).days for een in zaak.doe(loket.coach, verslagen)] == [28]
    with Session(loket.wereld.motor) as sessie:
        assert all(een.klopt for een in herbereken(sessie, regelboek_met_stad(), "uwv-noord", Moment.TOEN, OP))


def test_wie_behandelt_krijgt_bericht_en_de_coach_hoort_de_beslissing(snel_loket: Loket, snel_zaak: Zaakloket) -> None:
    melding = gemeld(snel_zaak, Meldsoort.WERK, MINDER)
    with snel_loket.wereld.als(snel_loket.beslisser, op=snel_loket.vandaag) as handeling:
        assert "wijziging_gemeld" in [een.soort for een in postvak(handeling)[0]]
    neem(snel_zaak, melding, {"gevolg": "geen", "motivering": "De vermindering is tijdelijk."})
    with snel_loket.wereld.als(snel_loket.coach, op=snel_loket.vandaag) as handeling:
        assert "wijziging_beslist" in [een.soort for een in postvak(handeling)[0]]
    assert snel_zaak.doe(snel_loket.coach, haal_besluit).uren.iso == "86.40"


ONVOLLEDIG: list[tuple[dict[str, Any], list[str]]] = [
    ({"gevolg": "geen"}, ["motivering"]),
    ({"gevolg": "afgewezen", "motivering": "  "}, ["motivering"]),
    ({"gevolg": "anders", "uren": "80.00"}, ["uren"]),
    ({"gevolg": "anders", "eind": "2022-12-31", "motivering": "Eerder."}, ["eind"]),
    ({"uren": "x"}, ["gevolg", "uren"]),
]


def test_afwijken_vraagt_een_motivering(snel_zaak: Zaakloket) -> None:
    melding = gemeld(snel_zaak, Meldsoort.WERK, MINDER)
    for gegevens, velden in ONVOLLEDIG:
        with pytest.raises(InvoerFout) as fout:
            neem(snel_zaak, melding, gegevens)
        assert [een.veld for een in fout.value.fouten] == velden
    assert snel_zaak.doe(snel_zaak.loket.coach, haal_besluit).uren.iso == "86.40"


def test_een_tweede_en_een_derde_verandering_tellen_erbij(loket: Loket, zaak: Zaakloket) -> None:
    """10% × 24 × (36 × 91 + 18 × 45 + 9 × 46) / 182 = 59,34; met het einde op 1 juni 10% × 24 × 4338 / 182 = 57,20."""
    minder = {**MINDER, "uren_per_week": "9.00", "ingangsdatum": "2023-05-18"}  # dag 137: 45 dagen later
    einde = {**EINDE, "ingangsdatum": "2023-06-15"}  # 28 dagen met 9 uur
    for contract, uren, eind in (
        (MINDER, "64.80", date(2023, 7, 2)),
        (minder, "59.34", date(2023, 7, 2)),
        (einde, "57.20", date(2023, 6, 14)),
    ):
        melding = gemeld(zaak, Meldsoort.WERK, contract)
        nieuw = neem(zaak, melding, {"gevolg": "anders"})
        assert (nieuw.uren.iso, nieuw.eind, nieuw.afwijkend) == (uren, eind, False)
    with Session(loket.wereld.motor) as sessie:
        assert all(een.klopt for een in herbereken(sessie, regelboek_met_stad(), "uwv-noord", Moment.TOEN, OP))


def test_een_eerdere_dag_die_later_wordt_gemeld_komt_op_haar_plek(snel_loket: Loket, snel_zaak: Zaakloket) -> None:
    """Eerst 9 uur vanaf 18 mei, dan pas 18 uur vanaf 3 april: dezelfde 59,34 als op volgorde."""
    later = {**MINDER, "uren_per_week": "9.00", "ingangsdatum": "2023-05-18"}
    neem(snel_zaak, gemeld(snel_zaak, Meldsoort.WERK, later), {"gevolg": "anders"})
    na = snel_zaak.doe(snel_loket.beslisser, na_melding, gemeld(snel_zaak, Meldsoort.WERK, MINDER))
    assert na.berekening.resultaat.uren.iso == "59.34"


def test_op_dezelfde_dag_nog_iets_weegt_een_mens(snel_loket: Loket, snel_zaak: Zaakloket) -> None:
    neem(snel_zaak, gemeld(snel_zaak, Meldsoort.WERK, MINDER), {"gevolg": "anders"})
    tweede = gemeld(snel_zaak, Meldsoort.WERK, EINDE)
    assert snel_zaak.doe(snel_loket.beslisser, na_melding, tweede) is None
    with pytest.raises(InvoerFout):
        neem(snel_zaak, tweede, {"gevolg": "anders"})
    gegevens = {"gevolg": "anders", "uren": "43.20", "eind": "2023-04-02", "motivering": "De baan hield op."}
    nieuw = neem(snel_zaak, tweede, gegevens)
    assert (nieuw.uren.iso, nieuw.eind, nieuw.afwijkend) == ("43.20", date(2023, 4, 2), True)
    # Wat een mens woog rekenen de regels niet verder door.
    derde = gemeld(snel_zaak, Meldsoort.BEGELEIDING, {**ZWAARDER, "ingangsdatum": "2023-05-18"})
    assert snel_zaak.doe(snel_loket.beslisser, na_melding, derde) is None


def test_week_het_besluit_af_dan_stelt_de_regel_geen_cijfer_voor(snel_loket: Loket) -> None:
    """Toegekend is 60 uur in plaats van 86,40; met minder werk zouden de regels er 64,80 van maken: meer dan er was."""
    snel_loket.vandaag = OP
    zaak = snel_loket.halfjaarzaak().tot_advies(snel_loket.deskundige)
    zaak.doe(snel_loket.beslisser, besluit, {"soort": "toegekend", "uren": "60.00", "motivering": "Minder is genoeg."})
    snel_loket.vandaag = date(2023, 4, 3)
    melding = gemeld(zaak, Meldsoort.WERK, MINDER)
    with pytest.raises(InvoerFout) as fout:
        neem(zaak, melding, {"gevolg": "anders"})
    assert {een.veld for een in fout.value.fouten} == {"uren"}
    nieuw = neem(zaak, melding, {"gevolg": "anders", "uren": "45.00", "motivering": "Drie kwart, naar de uren."})
    assert (nieuw.uren.iso, nieuw.eind, nieuw.afwijkend) == ("45.00", date(2023, 7, 2), True)


def test_zonder_toekenning_en_zonder_recht_kan_het_niet(snel_loket: Loket) -> None:
    snel_loket.vandaag = OP
    zaak = snel_loket.halfjaarzaak()
    with pytest.raises(KanNiet, match="na een toekenning"):
        gemeld(zaak, Meldsoort.WERK, EINDE)
    with pytest.raises(GeenRecht):
        zaak.doe(snel_loket.wereld.financier("uwv-noord", "Fien Geld", Rol.FINANCIEEL), meld, Meldsoort.WERK, EINDE)


def test_alleen_wie_haar_doorgaf_trekt_een_melding_in(snel_loket: Loket, snel_zaak: Zaakloket) -> None:
    """De financier beslist over wat de cliënt doorgeeft; de organisatie haalt niet weg wat de financier meldt."""
    van_ons = gemeld(snel_zaak, Meldsoort.WERK, MINDER)
    van_hen: Wijzigingsmelding = snel_zaak.doe(snel_loket.deskundige, meld, Meldsoort.WERK, EINDE)
    for wie, andere in ((snel_loket.beslisser, van_ons), (snel_loket.coach, van_hen)):
        with pytest.raises(KanNiet, match="de andere kant"):
            snel_zaak.doe(wie, trek_melding_in, andere.id)
    snel_zaak.doe(snel_loket.deskundige, trek_melding_in, van_hen.id)
    snel_zaak.doe(snel_loket.coach, trek_melding_in, van_ons.id)


def test_twee_beslissers_tegelijk_de_tweede_hoort_het(loket: Loket, zaak: Zaakloket) -> None:
    melding = gemeld(zaak, Meldsoort.WERK, MINDER)
    neem(zaak, melding, {"gevolg": "anders"}, melding.versie)
    with pytest.raises(Gewijzigd):
        neem(zaak, melding, {"gevolg": "geen", "motivering": "Ik was later."}, melding.versie)
    with pytest.raises(KanNiet):
        zaak.doe(loket.coach, trek_melding_in, melding.id)


FOUTEN: list[tuple[Meldsoort, dict[str, Any], list[str]]] = [
    (Meldsoort.WERK, {}, ["ingangsdatum", "wat", "akkoord_hoe", "akkoord_op"]),
    (Meldsoort.WERK, {**AKKOORD, "ingangsdatum": HALVERWEGE, "wat": "uren"}, ["uren_per_week"]),
    (Meldsoort.WERK, {**MINDER, "uren_per_week": "200.00"}, ["uren_per_week"]),  # één melding per veld
    (Meldsoort.GEGEVENS, {**AKKOORD, "ingangsdatum": HALVERWEGE}, ["adres"]),
    (Meldsoort.BEGELEIDING, {**ZWAARDER, "toelichting": None}, ["toelichting"]),
    (
        Meldsoort.VERZUIM,
        {**AKKOORD, "ingangsdatum": HALVERWEGE, "wat": "ziek", "tot_en_met": "2023-01-01"},
        ["tot_en_met"],
    ),
    (
        Meldsoort.OPLEIDING,
        {**AKKOORD, "ingangsdatum": HALVERWEGE, "wat": "andere", "akkoord_op": "2023-04-04"},
        ["akkoord_op"],
    ),
]


def test_alle_fouten_tegelijk_bij_hun_veld(snel_zaak: Zaakloket) -> None:
    for soort, contract, velden in FOUTEN:
        with pytest.raises(InvoerFout) as fout:
            gemeld(snel_zaak, soort, contract)
        assert [een.veld for een in fout.value.fouten] == velden
    assert snel_zaak.doe(snel_zaak.loket.coach, meldingen_van) == []


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(st.sampled_from(["beslis", "geen", "trek_in", "meld"]), max_size=6))
def test_in_elke_volgorde_is_er_een_besluit_per_verandering(snel_loket: Loket, handelingen: list[str]) -> None:
    zaak = toegekend(snel_loket)
    for een in handelingen:
        laatste = next(iter(zaak.doe(snel_loket.coach, meldingen_van)), None)
        if een == "meld":
            gemeld(zaak, Meldsoort.WERK, MINDER)
        elif laatste is not None:
            _probeer(zaak, laatste, een)
    meldingen = zaak.doe(snel_loket.coach, meldingen_van)
    anders = [een for een in meldingen if een.gevolg is Gevolg.ANDERS]
    assert len(zaak.doe(snel_loket.coach, besluiten_van)) == 1 + len(anders)
    assert all((een.gevolg is None) == (een.status is not Meldstatus.BESLIST) for een in meldingen)


def _probeer(zaak: Zaakloket, melding: Wijzigingsmelding, wat: str) -> None:
    """Wat niet kan zegt dat, en verandert niets."""
    gegevens = {"gevolg": "anders", "uren": "64.80", "motivering": "Zo is het nu."}
    if wat == "geen":
        gegevens = {"gevolg": "geen", "motivering": "Het blijft."}
    try:
        if wat == "trek_in":
            zaak.doe(zaak.loket.coach, trek_melding_in, melding.id)
        else:
            neem(zaak, melding, gegevens)
    except KanNiet:
        assert melding.status is not Meldstatus.GEMELD
    else:
        assert melding.status is Meldstatus.GEMELD
