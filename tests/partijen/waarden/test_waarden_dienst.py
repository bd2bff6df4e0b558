"""Een waarde die de bron niet noemt: voorgesteld, nagekeken, goedgekeurd door een ander, en weer vervallen."""

from datetime import date, timedelta
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.hulp.regelboek import regelboek_met_stad
from tests.partijen.waarden.wereldje import BEGIN, HIER, TABEL2, Kantoor, anders

from dakpan.aanvraag.inhoud import dossier_van, haal_aanvraag
from dakpan.aanvraag.service import toets
from dakpan.begrippen.percentage import Percentage
from dakpan.begrippen.toestand import KanNiet
from dakpan.begrippen.uren import Uren
from dakpan.dossier.zaken import haal_zaak
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import GeenRecht, Gewijzigd, NietGevonden
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Vrager
from dakpan.partijen.rechten import Rol
from dakpan.partijen.tenantbestanden import lees_tenant
from dakpan.partijen.waarden import beheren, intrekken
from dakpan.partijen.waarden.lezen import eigen_waarden
from dakpan.partijen.waarden.overzicht import overzichten, stand_van
from dakpan.partijen.waarden.tables import Waardevoorstel
from dakpan.partijen.waarden.toestanden import WAARDE, Waardestatus
from dakpan.partijen.waarden.uitvoer import als_tenantbestand
from dakpan.regels.regels import Regels
from dakpan.wandeling.geraakt import gevolgen_van


def stel_voor(kantoor: Kantoor, **velden: object) -> Waardevoorstel:
    with kantoor.wereld.als(kantoor.een) as handeling:
        return beheren.stel_voor(handeling, "uwv", TABEL2, anders(**velden))


def keur_goed(kantoor: Kantoor, rij: Waardevoorstel) -> Waardevoorstel:
    with kantoor.wereld.als(kantoor.ander) as handeling:
        return beheren.keur_goed(handeling, rij.id, rij.versie)


def budget(kantoor: Kantoor, als: Vrager) -> tuple[Uren | None, list[str]]:
    """Wat zeggen de regels over de zaak, voor wie dit vraagt?"""
    with kantoor.wereld.als(als) as handeling:
        zaak = haal_zaak(handeling, HIER, kantoor.zaak.zaak_id)
        dossier = dossier_van(handeling, haal_aanvraag(handeling, zaak))
        uitkomst = toets(handeling.regels(HIER, BEGIN), dossier, BEGIN)
        return (uitkomst.omvang.uren if uitkomst.omvang else None), [een.code for een in uitkomst.bevindingen]


def test_eerst_ontbreekt_het_en_na_twee_mensen_wordt_ermee_gerekend(kantoor: Kantoor) -> None:
    """8% x 36 uur x 24 weken x 182/182 dagen = 69,12 uur, ook voor de coach."""
    uren, codes = budget(kantoor, kantoor.coach)
    assert (uren, "uwv.parameter_ontbreekt" in codes) == (None, True)
    rij = stel_voor(kantoor)
    assert budget(kantoor, kantoor.een)[0] is None
    keur_goed(kantoor, rij)
    for wie in (kantoor.een, kantoor.coach):
        uren, codes = budget(kantoor, wie)
        assert (uren, "uwv.parameter_ontbreekt" in codes) == (Uren(69_12), False)


def test_wie_voorstelt_keurt_niet_goed(kantoor: Kantoor) -> None:
    rij = stel_voor(kantoor)
    with kantoor.wereld.als(kantoor.een) as handeling, pytest.raises(KanNiet, match="U stelde dit zelf voor"):
        beheren.keur_goed(handeling, rij.id, rij.versie)
    assert budget(kantoor, kantoor.een)[0] is None


def test_elke_fout_tegelijk(kantoor: Kantoor) -> None:
    with pytest.raises(InvoerFout) as gevangen:
        stel_voor(kantoor, waarden={}, tot_en_met=date(2021, 12, 31), bron_titel=" ", vindplaats="")
    velden = [een.veld for een in gevangen.value.fouten]
    assert velden == ["waarden.zeer_licht.1", "tot_en_met", "bron_titel", "vindplaats"]


def test_op_een_dag_geldt_een_waarde(kantoor: Kantoor) -> None:
    rij = stel_voor(kantoor)
    with pytest.raises(InvoerFout, match=r"waarden\.midden\.1: voor deze dag wacht al een voorstel"):
        stel_voor(kantoor)
    keur_goed(kantoor, rij)
    with pytest.raises(InvoerFout, match=r"waarden\.midden\.1: er geldt vanaf deze dag al een waarde"):
        stel_voor(kantoor)


@pytest.mark.parametrize("dag", [date(2012, 9, 2), date(2012, 12, 31)])
def test_onder_een_waarde_met_een_laatste_dag_begint_geen_andere(kantoor: Kantoor, dag: date) -> None:
    """Het uurtarief van 1 september 2012 geldt volgens zijn bron tot en met 31 december 2012."""
    with kantoor.wereld.als(kantoor.een) as handeling:
        with pytest.raises(InvoerFout, match="er geldt al een waarde van 01-09-2012 t/m 31-12-2012") as fout:
            beheren.stel_voor(handeling, "uwv", "tarief_extern", anders(waarden={"waarde": "80.00"}, vanaf=dag))
        assert [een.veld for een in fout.value.fouten] == ["waarden.waarde"]


def test_een_waarde_loopt_niet_door_onder_een_volgende(kantoor: Kantoor) -> None:
    """Tot en met 31 augustus 2012 kan; op 1 september begint er volgens de bron een andere."""
    velden = {"waarden": {"waarde": "78.70"}, "vanaf": date(2012, 1, 1)}
    with kantoor.wereld.als(kantoor.een) as handeling:
        with pytest.raises(InvoerFout, match="vanaf 01-09-2012 geldt al een andere waarde") as fout:
            beheren.stel_voor(handeling, "uwv", "tarief_extern", anders(**velden, tot_en_met=date(2012, 9, 1)))
        assert {een.veld for een in fout.value.fouten} == {"tot_en_met"}
        past = beheren.stel_voor(handeling, "uwv", "tarief_extern", anders(**velden, tot_en_met=date(2012, 8, 31)))
        assert past.status is Waardestatus.VOORGESTELD


def test_een_waarde_van_het_pakket_kan_niet_vervangen(kantoor: Kantoor) -> None:
    with kantoor.wereld.als(kantoor.een) as handeling, pytest.raises(InvoerFout, match="al een waarde"):
        beheren.stel_voor(handeling, "uwv", "percentage", anders(vanaf=date(2016, 1, 1)))


def test_wat_de_lezer_van_bestanden_weigert_komt_er_ook_zo_niet_in(kantoor: Kantoor) -> None:
    with pytest.raises(InvoerFout, match=r"schrijf een percentage van 0\.00 tot en met 100\.00"):
        stel_voor(kantoor, waarden={"midden.1": "101.00"})
    with kantoor.wereld.als(kantoor.een) as handeling, pytest.raises(InvoerFout, match="ligt onder nul"):
        beheren.stel_voor(handeling, "uwv", "strippenkaart_tarief", anders(waarden={"waarde": "-5.00"}))
    with pytest.raises(InvoerFout, match="deze sleutel bestaat niet"):
        stel_voor(kantoor, waarden={"midden.9": "8.00"})


def test_afwijzen_vraagt_een_reden_en_intrekken_doet_wie_voorstelde(kantoor: Kantoor) -> None:
    rij = stel_voor(kantoor)
    with kantoor.wereld.als(kantoor.ander) as handeling:
        with pytest.raises(InvoerFout, match="schrijf waarom"):
            beheren.wijs_af(handeling, rij.id, rij.versie, " ")
        with pytest.raises(KanNiet, match="Alleen wie dit voorstelde"):
            intrekken.trek_in(handeling, rij.id, rij.versie)
    with kantoor.wereld.als(kantoor.een) as handeling:
        assert intrekken.trek_in(handeling, rij.id, rij.versie).status is Waardestatus.INGETROKKEN
    with kantoor.wereld.als(kantoor.ander) as handeling, pytest.raises(KanNiet, match="al beoordeeld"):
        beheren.wijs_af(handeling, rij.id, rij.versie + 1, "Te laat.")


def test_wie_een_einde_voorstelde_ziet_er_ook_van_af(kantoor: Kantoor) -> None:
    rij = keur_goed(kantoor, stel_voor(kantoor))
    with kantoor.wereld.als(kantoor.ander) as handeling:
        rij = beheren.stel_einde_voor(handeling, rij.id, rij.versie, "Verkeerde waarde aangewezen.")
    with kantoor.wereld.als(kantoor.een) as handeling, pytest.raises(KanNiet, match="Alleen wie dit voorstelde"):
        intrekken.trek_einde_in(handeling, rij.id, rij.versie)
    with kantoor.wereld.als(kantoor.ander) as handeling:
        rij = intrekken.trek_einde_in(handeling, rij.id, rij.versie)
    assert rij.status is Waardestatus.GOEDGEKEURD
    assert budget(kantoor, kantoor.een)[0] == Uren(69_12)
    with kantoor.wereld.als(kantoor.een) as handeling, pytest.raises(KanNiet, match="geen einde voorgesteld"):
        beheren.laat_vervallen(handeling, rij.id, rij.versie)


def test_twee_mensen_tegelijk(kantoor: Kantoor) -> None:
    rij = stel_voor(kantoor)
    keur_goed(kantoor, rij)
    with kantoor.wereld.als(kantoor.ander) as handeling, pytest.raises(Gewijzigd):
        beheren.keur_goed(handeling, rij.id, rij.versie)


def test_een_vervallen_waarde_telt_niet_meer_maar_wel_voor_wat_toen_was(kantoor: Kantoor) -> None:
    rij = keur_goed(kantoor, stel_voor(kantoor))
    toen = kantoor.wereld.vandaag + timedelta(1)
    kantoor.wereld.vandaag += timedelta(2)
    with kantoor.wereld.als(kantoor.ander) as handeling:
        rij = beheren.stel_einde_voor(handeling, rij.id, rij.versie, "Het stond er anders.")
    assert budget(kantoor, kantoor.een)[0] == Uren(69_12)
    with kantoor.wereld.als(kantoor.een) as handeling:
        beheren.laat_vervallen(handeling, rij.id, rij.versie)
    assert budget(kantoor, kantoor.een)[0] is None
    with kantoor.wereld.als(kantoor.een, op=toen) as handeling:
        eigen = eigen_waarden(handeling.sessie, HIER, handeling.nu)
        regels = handeling.regelboek.van_tenant(HIER, BEGIN, eigen)
        assert regels is not None
        gevonden = regels.parameters.parameter(TABEL2).op(("midden", "1"), BEGIN)
        assert gevonden is not None and gevonden.waarde == Percentage(8_00)  # noqa: PT018 - eerst of zij er is


def test_wat_verandert_er_als_dit_gaat_gelden(kantoor: Kantoor) -> None:
    rij = stel_voor(kantoor)
    with kantoor.wereld.als(kantoor.ander) as handeling:
        gevolgen = gevolgen_van(handeling, beheren.haal_voorstel(handeling, rij.id))
    assert gevolgen.nagekeken == 1
    assert [(een.client, een.nu, een.straks) for een in gevolgen.geraakt] == [
        (
            "Mila Bakker",
            "afwegen; niet in bron (regime midden, jaar 1)",
            "recht; ten hoogste 69,12 uur (regime midden, jaar 1); dat is 8,00% van de werkuren, over 182 dagen; "
            "op het aanvraagformulier staat 69,12 uur",
        )
    ]
    ander_regime = stel_voor(kantoor, waarden={"licht.1": "4.00"})
    with kantoor.wereld.als(kantoor.ander) as handeling:
        zonder = gevolgen_van(handeling, beheren.haal_voorstel(handeling, ander_regime.id))
    assert (zonder.nagekeken, zonder.geraakt) == (1, ())


def test_een_ander_ziet_geen_voorstel_en_mag_niets(kantoor: Kantoor) -> None:
    rij = stel_voor(kantoor)
    zuid = kantoor.wereld.financier("uwv-zuid", "Zus Beheerder", Rol.FUNCTIONEEL_BEHEERDER)
    beslisser = kantoor.wereld.financier(HIER, "Bes Lisser", Rol.BESLISSER)
    for wie, fout in ((zuid, NietGevonden), (kantoor.coach, NietGevonden), (beslisser, GeenRecht)):
        with kantoor.wereld.als(wie) as handeling, pytest.raises(fout):
            beheren.haal_voorstel(handeling, rij.id)
    keur_goed(kantoor, rij)
    with kantoor.wereld.als(zuid) as handeling:
        assert handeling.eigen_waarden("uwv-zuid").stand == ()


def test_het_overzicht_zegt_wat_ontbreekt_en_wat_te_oud_is(kantoor: Kantoor) -> None:
    with kantoor.wereld.als(kantoor.een) as handeling:
        uwv = next(iter(overzichten(handeling)))
        per_naam = {een.parameter.naam: een for een in uwv.standen}
    assert (per_naam[TABEL2].ontbreekt, per_naam[TABEL2].sleutels) == (12, 12)
    assert per_naam["percentage"].compleet
    staphorst = regelboek_met_stad().van_tenant("staphorst", date(2022, 3, 1))
    assert isinstance(staphorst, Regels)
    tarief = staphorst.parameters.parameter("tarief_extern")
    assert stand_van(tarief, date(2022, 6, 30)).compleet
    assert stand_van(tarief, date(2022, 7, 1)).verlopen_sinds == date(2022, 7, 1)


def test_het_tenantbestand_dat_eruit_komt_rekent_hetzelfde(kantoor: Kantoor, tmp_path: Path) -> None:
    keur_goed(kantoor, stel_voor(kantoor, bron_datum=date(2022, 1, 1), bron_url="https://voorbeeld.invalid/regeling"))
    with kantoor.wereld.als(kantoor.een) as handeling:
        pad = tmp_path / f"{HIER}.toml"
        pad.write_text(als_tenantbestand(handeling), encoding="utf-8")
        in_loket = handeling.regels(HIER, BEGIN).parameters.lijst
    boek = regelboek_met_stad()
    keuze = lees_tenant(pad, boek.register.namen).regelset_op(BEGIN)
    assert keuze is not None
    klasse = boek.register.klasse("uwv")
    assert klasse.eigen_parameters().aangevuld(keuze.aanvulling, keuze.plek).lijst == in_loket


DADEN = ("keur_goed", "wijs_af", "trek_in", "trek_einde_in", "stel_einde_voor", "laat_vervallen", "behoud")
INTREKKEN = ("trek_in", "trek_einde_in")
DAGEN = count(1)


def doe(handeling: Handeling, daad: str, rij: Waardevoorstel) -> Waardevoorstel:
    gedaan: Waardevoorstel = (
        getattr(intrekken, daad)(handeling, rij.id, rij.versie)
        if daad in INTREKKEN
        else getattr(beheren, daad)(handeling, rij.id, rij.versie, "Daarom.")
    )
    return gedaan


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(reeks=st.lists(st.tuples(st.sampled_from(DADEN), st.booleans()), max_size=8))
def test_in_welke_volgorde_ook_nooit_een_mens_alleen(kantoor: Kantoor, reeks: list[tuple[str, bool]]) -> None:
    """Een waarde geldt precies als twee verschillende mensen dat wilden, wat er ook in welke volgorde gebeurt."""
    rij = stel_voor(kantoor, vanaf=date(2030, 1, 1) + timedelta(next(DAGEN)))
    voorsteller = kantoor.een
    for daad, zelfde in reeks:
        wie = kantoor.een if zelfde else kantoor.ander
        mag = WAARDE.kan(rij.status, daad)
        eigen = wie is voorsteller
        mag &= eigen if daad in INTREKKEN else daad == "stel_einde_voor" or not eigen
        with kantoor.wereld.als(wie) as handeling:
            if not mag:
                with pytest.raises(KanNiet):
                    doe(handeling, daad, rij)
                continue
            rij = doe(handeling, daad, rij)
            voorsteller = wie if daad == "stel_einde_voor" else voorsteller
        with kantoor.wereld.als(kantoor.een) as handeling:
            assert (rij.id in handeling.eigen_waarden(HIER).stand) == beheren.telt_mee(rij)
