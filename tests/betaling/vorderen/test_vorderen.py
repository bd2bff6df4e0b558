"""Geld dat terug moet, op beide databases: openen, kiezen, ontvangen en kwijtschelden."""

from datetime import date
from uuid import uuid4

import pytest
from sqlalchemy import Engine, select
from tests.betaling.dienst.loket import IBAN, Loket
from tests.betaling.dienst.test_betalen_dienst import BEGIN, intern
from tests.betaling.vorderen.conftest import maak, nog_een
from tests.hulp.bouw import Bouwzaak

from dakpan.aanvraag.domain.stukken import Partij
from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.betalen.vaststellen import vaststellen
from dakpan.betaling.budget.beheer import budgetstand
from dakpan.betaling.overzicht import overzicht
from dakpan.betaling.vorderen.afhandelen import Keuze, kies_wijze, scheld_kwijt
from dakpan.betaling.vorderen.domain import Ontvangststatus, Vorderingaanleiding, Vorderingstatus, Vorderingwijze
from dakpan.betaling.vorderen.lezen import haal_vordering, te_bevestigen_ontvangsten
from dakpan.betaling.vorderen.ontvangen import (
    Ontvangst,
    bevestig_ontvangst,
    haal_ontvangst,
    noteer_ontvangst,
    verwerp_ontvangst,
)
from dakpan.betaling.vorderen.openen import open_vordering
from dakpan.betaling.vorderen.tables import Vordering, Vorderingontvangst
from dakpan.betaling.vorderen.voorstel import te_veel_betaald
from dakpan.dossier.berichtsoorten import Berichtsoort
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Bericht
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import GeenRecht, Gewijzigd, NietGevonden
from dakpan.opslag.vrager import Vrager
from dakpan.partijen.rechten import Rol

HAND = Vorderingaanleiding.HANDMATIG
TERUGVRAGEN = Keuze(Vorderingwijze.TERUGVRAGEN, uiterlijk=date(2022, 9, 30), terug_op=IBAN)
VANDAAG = date(2022, 8, 18)


def open_(dorp: Loket, zaak: Bouwzaak, centen: int = 100_00, **anders: object) -> Vordering:
    gegevens = {"bedrag": Bedrag(centen), "reden": "Twee uur was dubbel geteld.", "aanleiding": HAND, **anders}
    wie = gegevens.pop("als", dorp.betaler)
    assert isinstance(wie, Vrager)
    with dorp.met(wie, zaak) as (handeling, rij):
        return open_vordering(handeling, rij, **gegevens)  # type: ignore[arg-type]


def kies(dorp: Loket, zaak: Bouwzaak, rij: Vordering, keuze: Keuze) -> Vordering:
    with dorp.met(dorp.betaler, zaak) as (handeling, van):
        return kies_wijze(handeling, van, rij.id, rij.versie, keuze)


def noteer(dorp: Loket, zaak: Bouwzaak, rij: Vordering, centen: int, op: date = VANDAAG) -> Vorderingontvangst:
    with dorp.met(dorp.betaler, zaak) as (handeling, van):
        return noteer_ontvangst(handeling, van, rij.id, Ontvangst(Bedrag(centen), op, uuid4()))


def bevestig(dorp: Loket, zaak: Bouwzaak, ontvangst: Vorderingontvangst, als: Vrager | None = None) -> Vordering:
    with dorp.met(als or dorp.beoordelaar, zaak) as (handeling, van):
        return bevestig_ontvangst(handeling, van, ontvangst.vordering_id, ontvangst.id)


def ontvang(dorp: Loket, zaak: Bouwzaak, rij: Vordering, centen: int, op: date = VANDAAG) -> Vordering:
    """De een noteert, de ander bevestigt."""
    return bevestig(dorp, zaak, noteer(dorp, zaak, rij, centen, op))


def test_wie_het_geld_kreeg_moet_het_terugbetalen_en_hoort_het(dorp: Loket, zaak: Bouwzaak) -> None:
    rij = open_(dorp, zaak)
    assert (rij.nummer, rij.schuldenaar, rij.iban) == ("VO-2022-00001", Partij.JOBCOACHORGANISATIE, IBAN)
    assert (rij.bedrag, rij.rest, rij.status) == (Bedrag(100_00), Bedrag(100_00), Vorderingstatus.OPEN)
    with dorp.met(dorp.declarant, zaak) as (handeling, van):
        assert [een.nummer for een in overzicht(handeling, van).vorderingen] == [rij.nummer]
        soorten = handeling.sessie.scalars(select(Bericht.soort).where(Bericht.over == rij.nummer)).all()
        assert soorten == [Berichtsoort.VORDERING]


def test_alle_fouten_tegelijk_en_nooit_meer_dan_er_is_betaald(dorp: Loket, zaak: Bouwzaak) -> None:
    with pytest.raises(InvoerFout) as gevangen:
        open_(dorp, zaak, 230_99 + 1, reden=" ")
    assert [een.veld for een in gevangen.value.fouten] == ["bedrag", "reden"]
    open_(dorp, zaak, 200_00)
    with pytest.raises(InvoerFout, match="ten hoogste € 30,99"):
        open_(dorp, zaak, 31_00)
    open_(dorp, zaak, 30_99)
    with pytest.raises(KanNiet, match="niets meer terug"):
        open_(dorp, zaak, 1)


def test_zonder_betaling_of_recht_geen_vordering(dorp: Loket, zaak: Bouwzaak) -> None:
    with pytest.raises(KanNiet, match="niets betaald"):
        open_(dorp, maak(dorp))
    with pytest.raises(GeenRecht):
        open_(dorp, zaak, als=dorp.wereld.financier("staphorst", "Ada", Rol.ARBEIDSDESKUNDIGE))
    with pytest.raises(NietGevonden):
        open_(dorp, zaak, als=dorp.declarant)


def test_een_correctie_kan_voor_de_bank_betaalt_en_twee_keer_is_een(dorp: Loket, zaak: Bouwzaak) -> None:
    """Van de tweede declaratie (1 uur: 115,49) is nog niets betaald; met de hand kan dat niet terug."""
    klaar = nog_een(dorp, zaak, 60, "2022-002")
    correctie = {"aanleiding": Vorderingaanleiding.CORRECTIE, "declaratie_id": klaar.declaratie_id, "sleutel": "c:1"}
    rij = open_(dorp, zaak, 115_49, **correctie)
    assert (rij.aanleiding, rij.declaratie_id) == (Vorderingaanleiding.CORRECTIE, klaar.declaratie_id)
    assert open_(dorp, zaak, 115_49, **correctie).id == rij.id
    with pytest.raises(KanNiet, match="al verzonden"):
        open_(dorp, zaak, 10_00, **correctie)
    with pytest.raises(InvoerFout, match="ten hoogste € 115,50"):
        open_(dorp, zaak, 115_51)


def test_terugvragen_en_in_delen_ontvangen(dorp: Loket, zaak: Bouwzaak) -> None:
    """100,00 terug: 40,00 en 60,00; van de 230,99 die betaald is blijft in het budget 130,99 over."""
    rij = open_(dorp, zaak)
    with pytest.raises(InvoerFout) as gevangen:
        kies(dorp, zaak, rij, Keuze(Vorderingwijze.TERUGVRAGEN))
    assert [een.veld for een in gevangen.value.fouten] == ["uiterlijk", "terug_op"]
    rij = kies(dorp, zaak, rij, TERUGVRAGEN)
    assert (rij.uiterlijk, rij.terug_op) == (date(2022, 9, 30), IBAN)
    rij = ontvang(dorp, zaak, rij, 40_00)
    assert (rij.rest, rij.ontvangen, rij.status) == (Bedrag(60_00), Bedrag(40_00), Vorderingstatus.OPEN)
    with pytest.raises(InvoerFout) as te_veel:
        ontvang(dorp, zaak, rij, 60_01, date(2022, 8, 19))
    assert [een.veld for een in te_veel.value.fouten] == ["bedrag", "ontvangen_op"]
    rij = ontvang(dorp, zaak, rij, 60_00)
    assert (rij.rest, rij.status) == (NUL_EURO, Vorderingstatus.TERUGBETAALD)
    with pytest.raises(KanNiet, match="al afgehandeld"):
        ontvang(dorp, zaak, rij, 1)
    with dorp.wereld.als(dorp.betaler) as handeling:
        assert budgetstand(handeling).op(2022, "").betaald == Bedrag(130_99)


def test_wie_noteert_bevestigt_niet_en_tot_dan_staat_alles_open(dorp: Loket, zaak: Bouwzaak) -> None:
    """Van 100,00 is 40,00 genoteerd: de rest blijft 100,00, en er kan nog ten hoogste 60,00 bij."""
    rij = kies(dorp, zaak, open_(dorp, zaak), TERUGVRAGEN)
    eerste = noteer(dorp, zaak, rij, 40_00)
    with pytest.raises(KanNiet, match="Een collega moet haar bevestigen"):
        bevestig(dorp, zaak, eerste, dorp.betaler)
    with pytest.raises(InvoerFout, match="ten hoogste € 60,00"):
        noteer(dorp, zaak, rij, 60_01)
    with dorp.met(dorp.beoordelaar, zaak) as (handeling, van):
        nu = haal_vordering(handeling, van, rij.id)
        assert (nu.rest, nu.genoteerd, nu.vrij, nu.ontvangen) == (
            Bedrag(100_00),
            Bedrag(40_00),
            Bedrag(60_00),
            NUL_EURO,
        )
        with pytest.raises(KanNiet, match="wacht een ontvangst van € 40,00"):
            scheld_kwijt(handeling, van, rij.id, nu.versie, "Te klein.")
        assert budgetstand(handeling).op(2022, "").betaald == Bedrag(230_99)
        assert [een.bedrag for een in te_bevestigen_ontvangsten(handeling)] == [Bedrag(40_00)]
    with dorp.met(dorp.betaler, zaak) as (handeling, van):
        assert te_bevestigen_ontvangsten(handeling) == ()
    assert bevestig(dorp, zaak, eerste).rest == Bedrag(60_00)
    with pytest.raises(KanNiet, match="al beslist"):
        bevestig(dorp, zaak, eerste)


def test_een_verworpen_ontvangst_telt_niet_en_is_er_nog(dorp: Loket, zaak: Bouwzaak) -> None:
    rij = kies(dorp, zaak, open_(dorp, zaak), TERUGVRAGEN)
    fout = noteer(dorp, zaak, rij, 100_00)
    with dorp.met(dorp.betaler, zaak) as (handeling, van):
        with pytest.raises(InvoerFout, match="wat er niet klopt"):
            verwerp_ontvangst(handeling, van, rij.id, fout.id, " ")
        na = verwerp_ontvangst(handeling, van, rij.id, fout.id, "Was van een ander.")
        assert (na.rest, na.genoteerd) == (Bedrag(100_00), NUL_EURO)
        assert haal_ontvangst(handeling, na, fout.id).antwoord == "Was van een ander."
        with pytest.raises(NietGevonden):
            haal_ontvangst(handeling, na, uuid4())
    with pytest.raises(KanNiet, match="al beslist"):
        bevestig(dorp, zaak, fout)
    assert ontvang(dorp, zaak, rij, 100_00).status is Vorderingstatus.TERUGBETAALD


def test_een_ontvangst_is_niet_van_voor_de_vordering(dorp: Loket, zaak: Bouwzaak) -> None:
    """De vordering is van 18 augustus: 17 augustus kan niet, de dag zelf wel."""
    rij = open_(dorp, zaak)
    with pytest.raises(InvoerFout, match="van 18-08-2022; kies die dag"):
        noteer(dorp, zaak, rij, 10_00, date(2022, 8, 17))
    assert noteer(dorp, zaak, rij, 10_00, VANDAAG).status is Ontvangststatus.GENOTEERD


def test_een_dubbele_klik_noteert_een_keer(dorp: Loket, zaak: Bouwzaak) -> None:
    rij, formulier = open_(dorp, zaak), uuid4()
    for _ in range(2):
        with dorp.met(dorp.betaler, zaak) as (handeling, van):
            noteer_ontvangst(handeling, van, rij.id, Ontvangst(Bedrag(40_00), VANDAAG, formulier))
            assert haal_vordering(handeling, van, rij.id).genoteerd == Bedrag(40_00)
    with dorp.met(dorp.betaler, zaak) as (handeling, van), pytest.raises(KanNiet, match="al verzonden"):
        noteer_ontvangst(handeling, van, rij.id, Ontvangst(Bedrag(41_00), VANDAAG, formulier))


def test_kwijtschelden_doet_een_ander_met_een_reden(dorp: Loket, zaak: Bouwzaak) -> None:
    rij = ontvang(dorp, zaak, open_(dorp, zaak), 40_00)
    with dorp.met(dorp.betaler, zaak) as (handeling, van), pytest.raises(KanNiet, match="Een collega moet"):
        scheld_kwijt(handeling, van, rij.id, rij.versie, "Te klein.")
    with dorp.met(dorp.beoordelaar, zaak) as (handeling, van), pytest.raises(InvoerFout, match="waarom"):
        scheld_kwijt(handeling, van, rij.id, rij.versie, " ")
    with dorp.met(dorp.beoordelaar, zaak) as (handeling, van), pytest.raises(Gewijzigd):
        scheld_kwijt(handeling, van, rij.id, rij.versie - 1, "Te klein.")
    with dorp.met(dorp.beoordelaar, zaak) as (handeling, van):
        rij = scheld_kwijt(handeling, van, rij.id, rij.versie, "Te klein.")
    assert (rij.status, rij.rest, rij.kwijtgescholden) == (Vorderingstatus.KWIJTGESCHOLDEN, NUL_EURO, Bedrag(60_00))
    assert rij.ontvangen == Bedrag(40_00)


def test_een_lagere_vaststelling_dan_het_voorschot(motor: Engine) -> None:
    """Voorschot 4.500,00 betaald, vastgesteld op 4.000,00: 500,00 kan terug, niet meer: de werkgever."""
    loket = Loket.open(motor, "uwv-oost", BEGIN)
    loket.rekening()
    zaak, _ = intern(loket, bedrag=Bedrag(4500_00))
    loket.geef_alles_vrij()
    loket.betaal()
    with loket.wereld.bouw(loket.betaler) as sessie:
        from dakpan.dossier.tables import Mijlpaal, Zaak  # noqa: PLC0415

        van = sessie.scalars(select(Zaak).where(Zaak.id == zaak.zaak_id)).one()
        klaar = {een.stap for een in van.mijlpalen}
        eigen = {"tenant_id": van.tenant_id, "organisatie_id": van.organisatie_id, "kant": van.kant}
        for stap in (Zaakstap(een["stap"]) for een in van.stappen):
            if stap not in klaar and stap is not Zaakstap.VASTSTELLING:
                sessie.add(Mijlpaal(zaak_id=van.id, stap=stap, op=van.geopend_op, door="Wil", **eigen))
    with loket.met(loket.beoordelaar, zaak) as (handeling, rij):
        assert te_veel_betaald(handeling, rij) is None
        vaststellen(handeling, rij, Bedrag(4000_00), "Eerder gestopt.")
        assert te_veel_betaald(handeling, rij) == (Vorderingaanleiding.VASTSTELLING, Bedrag(500_00))
    door = {"aanleiding": Vorderingaanleiding.VASTSTELLING}
    with pytest.raises(InvoerFout, match="ten hoogste € 500,00"):
        open_(loket, zaak, 500_01, **door)
    assert open_(loket, zaak, 500_00, **door).schuldenaar is Partij.WERKGEVER
    with pytest.raises(KanNiet, match="niets meer terug"):
        open_(loket, zaak, 1, **door)
