"""Een correctie na het goedkeuren, op beide databases: vier ogen, de betaling zakt mee, en samen tellen zij op."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, select
from tests.betaling.dienst.loket import TARIEF, Loket
from tests.betaling.dienst.test_deels_dienst import correcties, gefactureerd, keur
from tests.betaling.dienst.test_per_regel_dienst import _een_uur
from tests.betaling.dienst.test_teller_dienst import stand
from tests.hulp.bouw import Bouwzaak
from tests.hulp.motoren import motor_van

from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.begrippen.duur import GEEN_DUUR, Duur
from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.corrigeren.bevestigen import bevestig, wijs_af
from dakpan.betaling.corrigeren.herrekenen import Cijfers, herreken
from dakpan.betaling.corrigeren.lijsten import te_bevestigen
from dakpan.betaling.corrigeren.tables import Correctie
from dakpan.betaling.corrigeren.toestanden import Correctiestatus
from dakpan.betaling.corrigeren.voorstellen import stel_voor, trek_in
from dakpan.betaling.declaratie.declaraties import haal_declaratie
from dakpan.betaling.domain import Tarief
from dakpan.betaling.tables import Declaratie
from dakpan.betaling.toestanden import Betaalstatus
from dakpan.betaling.vorderen.domain import Vorderingaanleiding
from dakpan.betaling.vorderen.tables import Vordering
from dakpan.dossier.berichtsoorten import Berichtsoort
from dakpan.dossier.tables import Bericht
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import Gewijzigd, NietGevonden
from dakpan.opslag.migreren import migreer
from dakpan.opslag.vrager import Vrager

NUL = (GEEN_DUUR, NUL_EURO, NUL_EURO, NUL_EURO)
DUBBEL = "Dit uur staat er twee keer in."


@pytest.fixture
def noord(motor: Engine) -> Loket:
    loket = Loket.open(motor, "uwv-noord")
    loket.rekening()
    return loket


def goedgekeurd(loket: Loket, zaak: Bouwzaak) -> Declaratie:
    return loket.keur(zaak, gefactureerd(loket, zaak))


def nu(loket: Loket, zaak: Bouwzaak, rij: Declaratie) -> Declaratie:
    with loket.met(loket.beoordelaar, zaak) as (handeling, van):
        return haal_declaratie(handeling, van, rij.id)


def stel(loket: Loket, wie: Vrager, zaak: Bouwzaak, rij: Declaratie, *minuten: int) -> Correctie:
    bij, versie = {_een_uur(loket, aantal).id: DUBBEL for aantal in minuten}, nu(loket, zaak, rij).versie
    with loket.met(wie, zaak) as (handeling, van):
        return stel_voor(handeling, van, rij.id, versie, bij, reden="Bij de controle gezien.")


def bevestigd(loket: Loket, wie: Vrager, zaak: Bouwzaak, voorstel: Correctie) -> Correctie:
    with loket.met(wie, zaak) as (handeling, van):
        return bevestig(handeling, van, voorstel.id, voorstel.versie)


def test_wie_voorstelt_bevestigt_niet_zelf(noord: Loket) -> None:
    zaak = noord.zaak(minuten=[60, 90])
    rij = goedgekeurd(noord, zaak)
    voorstel = stel(noord, noord.beoordelaar, zaak, rij, 90)
    with pytest.raises(KanNiet, match="Een collega moet haar bevestigen"):
        bevestigd(noord, noord.beoordelaar, zaak, voorstel)
    with noord.met(noord.declarant, zaak) as (handeling, van), pytest.raises(NietGevonden):
        bevestig(handeling, van, voorstel.id, voorstel.versie)  # tot het is bevestigd ziet de organisatie haar niet
    with noord.wereld.als(noord.beoordelaar) as handeling:
        assert te_bevestigen(handeling) == []
    with noord.wereld.als(noord.betaler) as handeling:
        assert [een.nummer for een in te_bevestigen(handeling)] == ["UJ-2022-00001"]
    assert stand(noord, zaak) == (150, 238_63)
    bevestigd(noord, noord.betaler, zaak, voorstel)
    assert stand(noord, zaak) == (60, 95_45)
    with pytest.raises(Gewijzigd):
        bevestigd(noord, noord.betaler, zaak, voorstel)


def test_de_betaling_zakt_mee_en_moet_opnieuw_worden_vrijgegeven(noord: Loket) -> None:
    """2:30 = 238,63 + 50,11 = 288,74; zonder de 90 is het 95,45 + 20,04 = 115,49. De organisatie meldt het zelf."""
    zaak = noord.zaak(minuten=[60, 90])
    rij = goedgekeurd(noord, zaak)
    noord.geef_alles_vrij()
    voorstel = stel(noord, noord.declarant, zaak, rij, 90)
    bevestigd(noord, noord.betaler, zaak, voorstel)
    (betaling,) = noord.betalingen()
    assert (betaling.status, betaling.bedrag) == (Betaalstatus.KLAARGEZET, Bedrag(115_49))
    assert (betaling.bedrag_excl, betaling.btw, betaling.vrijgegeven_door) == (Bedrag(95_45), Bedrag(20_04), None)
    assert betaling.klaargezet_door == "Vic Vrijgever"
    with pytest.raises(KanNiet, match="zelf klaar"):
        noord.geef_alles_vrij()
    assert Cijfers.van(nu(noord, zaak, rij)) == (Duur(60), Bedrag(95_45), Bedrag(20_04), Bedrag(115_49))
    with noord.wereld.als(noord.declarant) as handeling:
        soorten = set(handeling.sessie.scalars(select(Bericht.soort)))
        assert Berichtsoort.CORRECTIE_BEVESTIGD in soorten


def test_blijft_er_niets_over_dan_gaat_de_betaling_weg(noord: Loket) -> None:
    zaak = noord.zaak(minuten=[60])
    rij = goedgekeurd(noord, zaak)
    bevestigd(noord, noord.betaler, zaak, stel(noord, noord.declarant, zaak, rij, 60))
    assert noord.betalingen() == []
    assert Cijfers.van(nu(noord, zaak, rij)) == (GEEN_DUUR, NUL_EURO, NUL_EURO, NUL_EURO)
    assert stand(noord, zaak) == (0, 0)


def test_is_het_geld_al_weg_dan_ontstaat_een_vordering(noord: Loket) -> None:
    """288,74 ging naar de bank en 115,49 geldt: 173,25 moet terug; de betaling zelf blijft zoals zij was."""
    zaak = noord.zaak(minuten=[60, 90])
    rij = goedgekeurd(noord, zaak)
    noord.geef_alles_vrij()
    noord.betaal()
    bevestigd(noord, noord.betaler, zaak, stel(noord, noord.declarant, zaak, rij, 90))
    assert [een.bedrag for een in noord.betalingen()] == [Bedrag(288_74)]
    with noord.wereld.als(noord.declarant) as handeling:
        (vordering,) = handeling.sessie.scalars(select(Vordering))
        assert (vordering.bedrag, vordering.aanleiding) == (Bedrag(173_25), Vorderingaanleiding.CORRECTIE)
        assert vordering.declaratie_id == rij.id
        assert vordering.reden == f"Correctie 1 van declaratie UJ-2022-00001: {DUBBEL}"


def test_twee_redenen_zijn_samen_een_zin(noord: Loket) -> None:
    zaak = noord.zaak(minuten=[60, 90, 45])
    rij = goedgekeurd(noord, zaak)
    noord.geef_alles_vrij()
    noord.betaal()
    bij = {_een_uur(noord, 60).id: "Dit was reistijd.", _een_uur(noord, 45).id: "Bij een ander"}
    versie = nu(noord, zaak, rij).versie
    with noord.met(noord.declarant, zaak) as (handeling, van):
        voorstel = stel_voor(handeling, van, rij.id, versie, bij, reden="Bij de controle gezien.")
    bevestigd(noord, noord.betaler, zaak, voorstel)
    with noord.wereld.als(noord.declarant) as handeling:
        reden = handeling.sessie.scalars(select(Vordering.reden)).one()
    assert reden == "Correctie 1 van declaratie UJ-2022-00001: Dit was reistijd; Bij een ander."


def test_afwijzen_en_intrekken_veranderen_niets(noord: Loket) -> None:
    zaak = noord.zaak(minuten=[60, 90])
    rij = goedgekeurd(noord, zaak)
    voorstel = stel(noord, noord.declarant, zaak, rij, 90)
    with pytest.raises(KanNiet, match="ligt al een voorstel van Dirk Declarant"):
        stel(noord, noord.betaler, zaak, rij, 60)
    with noord.met(noord.betaler, zaak) as (handeling, van):
        with pytest.raises(InvoerFout, match="waarom u het voorstel afwijst"):
            wijs_af(handeling, van, voorstel.id, voorstel.versie, " ")
        with pytest.raises(KanNiet, match="De andere kant stelde dit voor"):
            trek_in(handeling, van, voorstel.id, voorstel.versie)
        assert wijs_af(handeling, van, voorstel.id, voorstel.versie, "Het klopt wel.").antwoord == "Het klopt wel."
    ander = stel(noord, noord.declarant, zaak, rij, 60)
    with noord.met(noord.declarant, zaak) as (handeling, van):
        assert trek_in(handeling, van, ander.id, ander.versie).status is Correctiestatus.INGETROKKEN
    assert stand(noord, zaak) == (150, 238_63)
    assert [een.bedrag for een in noord.betalingen()] == [Bedrag(288_74)]


def test_alleen_een_goedgekeurde_declaratie_en_alleen_wat_nog_telt(noord: Loket) -> None:
    zaak = noord.zaak(minuten=[60, 90])
    ingediend = gefactureerd(noord, zaak)
    with pytest.raises(KanNiet, match="Alleen een goedgekeurde declaratie"):
        stel(noord, noord.declarant, zaak, ingediend, 90)
    keur(noord, zaak, ingediend, {_een_uur(noord, 90).id: DUBBEL})
    with pytest.raises(InvoerFout, match="telt al niet meer mee"):
        stel(noord, noord.declarant, zaak, ingediend, 90)
    with pytest.raises(InvoerFout, match="ten minste één activiteit"):
        stel(noord, noord.declarant, zaak, ingediend)


@pytest.mark.parametrize("volgorde", [(90, 30), (30, 90)])
def test_na_elkaar_is_hetzelfde_als_ineens(noord: Loket, volgorde: Sequence[int]) -> None:
    """60 + 90 + 30 = 3:00 = 346,48; er blijft 1:00 = 115,49 over, in welke volgorde ook: samen 230,99 eraf."""
    zaak = noord.zaak(minuten=[60, 90, 30])
    rij = goedgekeurd(noord, zaak)
    for minuten in volgorde:
        bevestigd(noord, noord.betaler, zaak, stel(noord, noord.declarant, zaak, rij, minuten))
    assert Cijfers.van(nu(noord, zaak, rij)) == (Duur(60), Bedrag(95_45), Bedrag(20_04), Bedrag(115_49))
    assert stand(noord, zaak) == (60, 95_45)
    with noord.wereld.als(noord.declarant) as handeling:
        alle = correcties(handeling)
        assert [een.volgnummer for een in alle] == [1, 2]
        assert sum((een.bedrag_incl for een in alle if een.bedrag_incl is not None), NUL_EURO) == Bedrag(230_99)


@pytest.fixture(scope="module")
def ingediend(tmp_path_factory: pytest.TempPathFactory) -> tuple[Loket, Declaratie]:
    """Acht uren in twee jaren tegen twee tarieven; er past minder in dan er is geschreven."""
    adres = f"sqlite:///{tmp_path_factory.mktemp('correctie') / 'dakpan.sqlite'}"
    migreer(adres)
    loket = Loket.open(motor_van(adres), "uwv-noord")
    zaak = loket.zaak(minuten=(50, 47, 110), werk_vanaf=date(2022, 3, 1))
    loket.schrijf(zaak, (40, 61, 20, 125, 33), date(2022, 7, 1))
    tarieven = (TARIEF, Tarief(date(2022, 7, 1), Bedrag(99_10)))
    return loket, loket.dien_in(zaak, tarieven=tarieven)


@settings(max_examples=40, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(beurten=st.lists(st.sets(st.integers(0, 7), min_size=1, max_size=4), min_size=1, max_size=4))
def test_elke_volgorde_eindigt_gelijk_en_nooit_onder_nul(
    ingediend: tuple[Loket, Declaratie], beurten: list[set[int]]
) -> None:
    loket, rij = ingediend
    begin, weg = Cijfers.uit(rij.uitkomst), set[str]()
    with loket.wereld.als(loket.beoordelaar) as handeling:
        regels = handeling.regels(rij.tenant_id, rij.datum)
        rij.declarabel, rij.bedrag_excl, rij.btw, rij.bedrag_incl = begin
        samen = begin.min(begin)
        nul = samen
        for beurt in beurten:
            weg |= {rij.activiteit_ids[nummer] for nummer in beurt}
            rest = herreken(regels, rij, weg, op=handeling.vandaag)
            samen = samen.min(Cijfers(*NUL).min(rest.minder))
            rij.declarabel, rij.bedrag_excl, rij.btw, rij.bedrag_incl = rest.wordt
            assert rest.wordt.duur >= nul.duur
            assert min(rest.wordt.excl, rest.wordt.btw, rest.wordt.incl) >= NUL_EURO
        stapsgewijs = Cijfers.van(rij)
        rij.declarabel, rij.bedrag_excl, rij.btw, rij.bedrag_incl = begin
        ineens = herreken(regels, rij, weg, op=handeling.vandaag)
        assert (ineens.wordt, ineens.minder) == (stapsgewijs, samen)
