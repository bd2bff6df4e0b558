"""Wat voor elk dossier geldt, hoe vreemd ook. (Rekencontract deel 1: bevindingen, aanspraak en omvang)"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.plugins.hulp import regels, toets_bij

from dakpan.aanvraag.contract import toets_als_json
from dakpan.aanvraag.domain.dossier import Aanvraag, Dienstverband, Dossier, Historie, Jobcoach, Persoon
from dakpan.aanvraag.domain.soorten import Aanvraagsoort, Dienstverbandsoort, Doelgroep, Regime, Vorm
from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.periode import Periode
from dakpan.begrippen.uren import Uren
from dakpan.uitleg.bevinding import Aanspraak, Ernst

# Rekencontract, "Findings: the closed list of ernst", kolom uwv
MAG_BLOKKEREN = {
    "uwv.verantwoordelijke_instantie",
    "uwv.contract.duur",
    "uwv.contract.uren",
    "uwv.contract.loonwaarde",
    "uwv.contract.min_max",
    "uwv.contract.nul_uren",
    "uwv.contract.uitzendbeding",
    "uwv.contract.soort",
    "uwv.regime.motivering",
    "uwv.samenloop.intern_extern",
    "uwv.ziekte",
    "uwv.vorm.niet_beschikbaar",
}
MAG_AFWEGEN = {"uwv.doelgroep", "uwv.contract.loonwaarde", "uwv.duur.maximum", "uwv.parameter_ontbreekt"}

datums = st.one_of(st.dates(date(2014, 1, 1), date(2027, 12, 31)), st.dates(date(1900, 1, 1), date(2199, 12, 31)))
uren = st.one_of(
    st.sampled_from([Uren(0), Uren(7_99), Uren(8_00), Uren(11_99), Uren(12_00), Uren(24_00)]),
    st.integers(0, 168_00).map(Uren),
)
teksten = st.sampled_from([None, "", "  ", "Daarom."])


@st.composite
def periodes(draw: st.DrawFn) -> Periode:
    begin = draw(datums)
    dagen = draw(st.one_of(st.integers(0, 400), st.integers(0, 80_000)))
    return Periode(begin, min(date(2199, 12, 31), begin + timedelta(dagen)))


@st.composite
def banen(draw: st.DrawFn) -> Dienstverband:
    periode = draw(periodes())
    return Dienstverband(
        draw(st.sampled_from(Dienstverbandsoort)),
        periode.begin,
        draw(uren),
        draw(st.sampled_from([periode.eind, None])),
        draw(uren),
        draw(st.one_of(st.none(), st.sampled_from([19, 20, 34, 35]), st.integers(0, 100))),
        draw(st.booleans()),
        draw(st.booleans()),
    )


@st.composite
def dossiers(draw: st.DrawFn) -> Dossier:
    periode = draw(periodes())
    ontvangen = st.integers(-400, 400).map(lambda dagen: periode.begin + timedelta(dagen))
    return Dossier(
        Persoon(draw(st.frozensets(st.sampled_from(Doelgroep))), draw(st.none() | datums), draw(st.booleans())),
        draw(banen()),
        Aanvraag(
            draw(st.sampled_from(Aanvraagsoort)),
            draw(st.sampled_from(Vorm)),
            draw(st.sampled_from(Regime)),
            periode,
            draw(st.one_of(ontvangen, datums)),
            draw(st.integers(1, 6) | st.just(1_000_000)),
            draw(st.none() | st.sampled_from([0, 11, 12, 1200])),
            draw(st.none() | st.integers(1, 999_99).map(Bedrag)),
            reden_te_laat_aanvaard=draw(st.booleans()),
            motivering_intensief=draw(teksten),
            verlenging_gemotiveerd=draw(teksten),
            volgnummer=draw(st.integers(1, 9)),
            jobcoach=Jobcoach(hbo=draw(st.booleans())),
        ),
        Historie(draw(st.integers(0, 40) | st.just(1200)), draw(st.integers(0, 6)), draw(st.booleans())),
    )


@given(dossiers(), datums)
def test_alleen_de_codes_van_het_contract_blokkeren_of_vragen_een_afweging(dossier: Dossier, peildatum: date) -> None:
    bevindingen = toets_bij("uwv", dossier, peildatum).bevindingen

    assert {b.code for b in bevindingen if b.ernst is Ernst.BLOKKEREND} <= MAG_BLOKKEREN
    assert {b.code for b in bevindingen if b.ernst is Ernst.AFWEGEN} <= MAG_AFWEGEN


@given(dossiers(), datums)
def test_elke_toets_geeft_precies_een_bevinding(dossier: Dossier, peildatum: date) -> None:
    aantal = Counter(b.code for b in toets_bij("uwv", dossier, peildatum).bevindingen)

    assert set(aantal.values()) == {1}
    assert set(_verwachte_codes(dossier)) <= set(aantal)
    assert set(aantal) - set(_verwachte_codes(dossier)) <= {
        "uwv.parameter_ontbreekt",
        "uwv.niet_in_bron",
        "uwv.periode.toekenning",
    }


def _verwachte_codes(dossier: Dossier) -> Iterator[str]:
    """Elke toets uit de lijst die voor dit dossier wordt gedaan, gehaald of niet."""
    baan, aanvraag = dossier.dienstverband, dossier.aanvraag
    yield from ("uwv.verantwoordelijke_instantie", "uwv.doelgroep", "uwv.contract.loonwaarde")
    yield from ("uwv.contract.nul_uren", "uwv.contract.uitzendbeding", "uwv.contract.soort")
    yield from ("uwv.duur.maximum", "uwv.ziekte", "uwv.vorm.niet_beschikbaar", "uwv.termijn.sanctie")
    yield "uwv.contract.min_max" if baan.soort is Dienstverbandsoort.MIN_MAX else "uwv.contract.uren"
    start = aanvraag.soort in {Aanvraagsoort.EERSTE, Aanvraagsoort.EERSTE_NA_PROEFPLAATSING}
    if start and baan.soort is not Dienstverbandsoort.PROEFPLAATSING:
        yield "uwv.contract.duur"
    if aanvraag.regime is Regime.INTENSIEF:
        yield "uwv.regime.motivering"
    if aanvraag.vorm is Vorm.EXTERN:
        yield "uwv.samenloop.intern_extern"


@given(dossiers(), datums)
def test_aanspraak_volgt_uit_de_bevindingen(dossier: Dossier, peildatum: date) -> None:
    uitkomst = toets_bij("uwv", dossier, peildatum)
    ernsten = {b.ernst for b in uitkomst.bevindingen}

    if Ernst.BLOKKEREND in ernsten:
        assert uitkomst.aanspraak is Aanspraak.GEEN_RECHT
    elif Ernst.AFWEGEN in ernsten:
        assert uitkomst.aanspraak is Aanspraak.AFWEGEN
    else:
        assert uitkomst.aanspraak is Aanspraak.RECHT
    assert (uitkomst.omvang is None) == (uitkomst.aanspraak is Aanspraak.GEEN_RECHT)


@given(dossiers(), datums)
def test_hetzelfde_dossier_geeft_hetzelfde_antwoord(dossier: Dossier, peildatum: date) -> None:
    eerste = toets_als_json(toets_bij("uwv", dossier, peildatum))

    assert toets_als_json(toets_bij("uwv", dossier, peildatum)) == eerste


@given(dossiers(), datums)
def test_elk_antwoord_is_uitgelegd(dossier: Dossier, peildatum: date) -> None:
    antwoord = toets_als_json(toets_bij("uwv", dossier, peildatum))
    beweringen: list[dict[str, Any]] = [*antwoord["bevindingen"], *antwoord["stappen"]]

    assert all(bewering["tekst"].strip() for bewering in beweringen)
    assert all(bewering["bron"]["titel"].strip() for bewering in [*beweringen, *antwoord["termijnen"]])
    assert not any("{" in bewering["tekst"] for bewering in beweringen)


@given(dossiers(), datums)
def test_sanctiedagen_blijven_binnen_de_periode(dossier: Dossier, peildatum: date) -> None:
    omvang = regels("uwv").bereken_omvang(dossier, peildatum).resultaat
    te_laat = (dossier.aanvraag.ontvangen_op - dossier.aanvraag.begin).days - 28

    assert 0 <= omvang.sanctiedagen <= dossier.aanvraag.periode.dagen
    if omvang.dagen is not None and not dossier.aanvraag.reden_te_laat_aanvaard:
        assert omvang.sanctiedagen == min(max(0, te_laat), dossier.aanvraag.periode.dagen)


def _externe_uren(dossier: Dossier) -> Uren:
    """De uren volgens tabel 1 in 2015, waar elk cijfer bestaat."""
    extern = replace(dossier, aanvraag=replace(dossier.aanvraag, vorm=Vorm.EXTERN))
    gevonden = regels("uwv").bereken_omvang(extern, date(2015, 6, 1)).resultaat.uren
    assert gevonden is not None
    return gevonden


@given(dossiers(), st.integers(0, 400))
def test_een_langere_periode_geeft_nooit_minder_uren(dossier: Dossier, erbij: int) -> None:
    aanvraag = dossier.aanvraag
    eind = min(date(2200, 12, 31), aanvraag.eind + timedelta(erbij))
    langer = replace(dossier, aanvraag=replace(aanvraag, periode=Periode(aanvraag.begin, eind)))

    assert _externe_uren(dossier) <= _externe_uren(langer)


@given(dossiers(), uren, uren)
def test_meer_uren_werk_geeft_nooit_minder_uren_coaching(dossier: Dossier, een: Uren, ander: Uren) -> None:
    def met(per_week: Uren) -> Dossier:
        baan = replace(dossier.dienstverband, uren_per_week=per_week, minimum_uren_per_week=per_week)
        return replace(dossier, dienstverband=baan)

    assert _externe_uren(met(min(een, ander))) <= _externe_uren(met(max(een, ander)))


@given(dossiers())
def test_een_zwaarder_regime_geeft_nooit_minder_uren(dossier: Dossier) -> None:
    per_regime = [_externe_uren(replace(dossier, aanvraag=replace(dossier.aanvraag, regime=r))) for r in Regime]

    assert per_regime == sorted(per_regime)


@given(dossiers(), st.integers(1, 5))
def test_een_later_jaar_geeft_nooit_meer_uren(dossier: Dossier, jaar: int) -> None:
    def in_jaar(nummer: int) -> Uren:
        return _externe_uren(replace(dossier, aanvraag=replace(dossier.aanvraag, jaar=nummer)))

    assert in_jaar(jaar + 1) <= in_jaar(jaar)


@given(dossiers())
def test_de_volgorde_van_de_doelgroepen_doet_er_niet_toe(dossier: Dossier) -> None:
    groepen = sorted(dossier.persoon.doelgroepen, reverse=True)
    andersom = replace(dossier, persoon=replace(dossier.persoon, doelgroepen=frozenset(groepen)))

    assert toets_bij("uwv", andersom) == toets_bij("uwv", dossier)
