"""Uren en regime beide kanten op, bij een halfjaar van 36 uur per week: 25,92 / 51,84 / 86,40 / 129,60 uur (reis 3)."""

from datetime import date

import pytest
from tests.aanvraag.loket.antwoorden import GEMEENTE, HALFJAAR, Json, met
from tests.aanvraag.loket.balie import Loket
from tests.aanvraag.loket.test_andere_paginas import adres
from tests.aanvraag.loket.webloket import Webloket

from dakpan.aanvraag.behandelen.heen_en_weer import HeenEnWeer, heen_en_weer, met_getypt
from dakpan.aanvraag.domain.soorten import Regime
from dakpan.aanvraag.inhoud import haal_aanvraag
from dakpan.begrippen.uren import Uren
from dakpan.partijen.rechten import Rol


def vergelijk(loket: Loket, gegevens: Json, uren: str | None = None) -> HeenEnWeer | None:
    loket.vandaag = date(2023, 1, 9)
    extra = {"aanvulling": {"gevraagde_uren": uren}} if uren else {}
    zaak = loket.begin(loket.coach, "uwv-noord", {**gegevens, **extra})
    uit: HeenEnWeer | None = zaak.doe(
        loket.coach, lambda handeling, rij: heen_en_weer(handeling, rij, haal_aanvraag(handeling, rij))
    )
    return uit


def test_elk_regime_met_zijn_uren(snel_loket: Loket) -> None:
    uit = vergelijk(snel_loket, HALFJAAR)
    assert uit is not None
    uren = {een.regime.value: een.uren.iso for een in uit.regels if een.uren is not None}
    assert uren == {"zeer_licht": "25.92", "licht": "51.84", "midden": "86.40", "intensief": "129.60"}
    assert uit.gevraagd_regime is Regime.MIDDEN
    assert all(een.stappen for een in uit.regels)


@pytest.mark.parametrize(
    ("gevraagd", "regime"),
    [("25.92", "zeer_licht"), ("25.93", "licht"), ("36.00", "licht"), ("86.40", "midden"), ("129.60", "intensief")],
)
def test_het_lichtste_regime_dat_genoeg_geeft(snel_loket: Loket, gevraagd: str, regime: str) -> None:
    uit = vergelijk(snel_loket, HALFJAAR, gevraagd)
    assert uit is not None
    assert (uit.gevraagde_uren, uit.genoeg) == (Uren.uit_iso(gevraagd), Regime(regime))


def test_meer_dan_elk_regime_geeft(snel_loket: Loket) -> None:
    uit = vergelijk(snel_loket, HALFJAAR, "129.61")
    assert uit is not None
    assert uit.genoeg is None
    assert uit.is_bekend


def test_zonder_baan_of_periode_valt_er_niets_te_vergelijken(snel_loket: Loket) -> None:
    assert vergelijk(snel_loket, {**HALFJAAR, "dienstverband": {}}) is None


def test_een_regime_dat_deze_financier_niet_kent_zegt_waarom(webloket: Webloket) -> None:
    """Staphorst kent geen zeer licht: dat staat er met de bron, niet als een getal."""
    loket = webloket.loket
    zaak = loket.begin(loket.consulent, "staphorst", GEMEENTE)
    uit = zaak.doe(loket.consulent, lambda h, rij: heen_en_weer(h, rij, haal_aanvraag(h, rij)))
    bezwaren = [een.regime for een in uit.regels if een.bezwaar is not None]
    assert bezwaren == [Regime.ZEER_LICHT]
    pagina = webloket.als(loket.consulent).get(f"{adres(zaak)}/aanvraag/periode").text
    assert "36,05 uur" in pagina


def test_zonder_tarief_volgen_de_uren_van_een_bedrag_uit_de_offerte(webloket: Webloket) -> None:
    """De G4 kennen bedragen: hoeveel uur daarin past is niet onbekend, het hangt van het tarief af."""
    loket = webloket.loket
    consulent = loket.wereld.financier("amsterdam", "Ans Consulent", Rol.WERKCONSULENT)
    zaak = loket.begin(consulent, "amsterdam", met(GEMEENTE, aanvulling={"gevraagde_uren": "30.00"}))
    webloket.als(consulent).get(f"{adres(zaak)}/aanvraag/periode")
    pagina = webloket.als(consulent).get(f"{adres(zaak)}/aanvraag/periode").text.replace("\N{NO-BREAK SPACE}", " ")
    assert "€ 4.500,00; de uren volgen uit het uurtarief" in pagina
    assert "Welk regime zoveel uren geeft volgt uit het uurtarief van de offerte." in pagina
    assert "uren niet in bron" not in pagina


def test_zonder_cijfers_is_het_niet_in_bron(webloket: Webloket) -> None:
    """Tabel 2 ontbreekt: bij een contract onder het jaar noemt geen bron de uren."""
    loket = webloket.loket
    kort = met(HALFJAAR, dienstverband={"soort": "bepaalde_tijd", "eind": "2023-09-30"})
    zaak = loket.begin(loket.coach, "uwv-noord", {**kort, "aanvulling": {"gevraagde_uren": "36.00"}})
    pagina = webloket.als(loket.coach).get(f"{adres(zaak)}/aanvraag/periode").text
    assert "Welk regime zoveel uren geeft is niet in bron." in pagina


def test_ook_wie_beoordeelt_ziet_beide_kanten(webloket: Webloket) -> None:
    loket = webloket.loket
    webloket.op(date(2023, 1, 9))
    zaak = loket.halfjaarzaak({**HALFJAAR, "aanvulling": {"gevraagde_uren": "36.00"}})
    pagina = webloket.als(loket.wereld.financier("uwv-noord", "Ad", Rol.ARBEIDSDESKUNDIGE)).get(
        f"{adres(zaak)}/beoordeling"
    )
    assert "Het lichtste regime dat genoeg uren geeft: licht." in pagina.text


def test_na_een_offerte_rekent_wie_beoordeelt_met_het_geboden_tarief(webloket: Webloket) -> None:
    """Midden is ten hoogste € 3.441,90: à € 80 is dat 43,02 uur en niet 36,05."""
    loket = webloket.loket
    zaak = loket.gemeentezaak().tot_offerte(tarief="80.00")
    pagina = webloket.als(loket.consulent).get(f"{adres(zaak)}/beoordeling").text
    heen_en_weer_deel = pagina.partition('id="heen-en-weer"')[2]
    assert "43,02 uur" in heen_en_weer_deel
    assert "36,05 uur" not in heen_en_weer_deel


def test_met_wat_getypt_is_zonder_op_te_slaan(snel_loket: Loket) -> None:
    """Een kwartaal in plaats van een half jaar: 86,40 x 90/182 = 42,725 uur; het concept blijft zoals het was."""
    snel_loket.vandaag = date(2023, 1, 9)
    zaak = snel_loket.begin(snel_loket.coach, "uwv-noord", HALFJAAR)
    getypt = {"aanvraag": {"eind": "2023-04-01"}, "aanvulling": {"gevraagde_uren": "42.00"}}
    uit = zaak.doe(snel_loket.coach, lambda h, rij: met_getypt(h, rij, haal_aanvraag(h, rij), getypt))
    uren = {een.regime: een.uren.iso for een in uit.regels if een.uren is not None}
    assert (uren[Regime.MIDDEN], uit.genoeg) == ("42.73", Regime.MIDDEN)
    assert zaak.aanvraag(snel_loket.coach).gegevens["aanvraag"]["eind"] == "2023-07-02"
