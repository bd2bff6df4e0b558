"""Reizen 2, 3 en 4: de coach begint, drie mensen tekenen, de organisatie dient in; uren in plaats van euro's."""

from datetime import date

import pytest
from sqlalchemy import select
from tests.aanvraag.loket.antwoorden import HALFJAAR, met
from tests.aanvraag.loket.balie import Loket

from dakpan.aanvraag.aanvragen import sla_op
from dakpan.aanvraag.beoordelen import geef_advies
from dakpan.aanvraag.controleren import controleer
from dakpan.aanvraag.domain.stukken import Partij
from dakpan.aanvraag.indienen import onderteken
from dakpan.begrippen.toestand import KanNiet
from dakpan.begrippen.uren import Uren
from dakpan.dossier.tables import Zaakstatus
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import GeenRecht, NietGevonden
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht
from dakpan.plan.perioden import koppelingen_van, perioden_van
from dakpan.plan.tables import Jobcoachperiode
from dakpan.wandeling.aanvragen import dien_in, maak_definitief, trek_in
from dakpan.wandeling.besluiten import besluit, voorstel

OP = date(2023, 1, 9)


def test_de_hele_weg_tot_besluit(loket: Loket) -> None:
    loket.vandaag = OP
    zaak = loket.halfjaarzaak()
    zaak.doe(loket.deskundige, geef_advies, "Past bij de beperking.", toekennen=True)
    van_regels = zaak.doe(loket.beslisser, voorstel)
    # 10% × 36 uur × 24 weken × 182/182 dagen
    assert van_regels.uren == Uren(86_40)
    genomen = zaak.doe(loket.beslisser, besluit, {"soort": "toegekend"})
    assert (genomen.uren, genomen.bedrag, genomen.bezwaar_tot) == (Uren(86_40), None, date(2023, 2, 20))
    [periode] = zaak.doe(loket.coach, perioden_van)
    assert (periode.status, periode.uren) == ("open", Uren(86_40))


@pytest.mark.parametrize(
    ("regime", "uren"), [("zeer_licht", "25.92"), ("licht", "51.84"), ("midden", "86.40"), ("intensief", "129.60")]
)
def test_het_budget_per_regime(snel_loket: Loket, regime: str, uren: str) -> None:
    snel_loket.vandaag = OP
    reden = "Nieuw werk, zware beperking." if regime == "intensief" else None
    zaak = snel_loket.halfjaarzaak(met(HALFJAAR, aanvraag={"regime": regime, "motivering_intensief": reden}))
    assert zaak.doe(snel_loket.beslisser, voorstel).uren == Uren.uit_iso(uren)


def test_schrijven_mag_zodra_de_aanvraag_definitief_is(loket: Loket) -> None:
    loket.vandaag = OP
    zaak = loket.begin(loket.coach, "uwv-noord", HALFJAAR).tot_definitief(loket.coach)
    [periode] = zaak.doe(loket.coach, perioden_van)
    [koppeling] = zaak.doe(loket.coach, koppelingen_van)
    assert (periode.status, periode.uren, periode.kant) == ("voorlopig", None, Kant.ORGANISATIE)
    assert koppeling.coach_id == loket.coach.lidmaatschap_id


def test_tot_het_indienen_weet_de_financier_van_niets(loket: Loket) -> None:
    loket.vandaag = OP
    zaak = loket.begin(loket.coach, "uwv-noord", HALFJAAR).tot_definitief(loket.coach)
    with pytest.raises(NietGevonden):
        zaak.zaak(loket.beslisser)
    zaak.laat_tekenen(loket.coach)
    zaak.lever_aan(loket.coach)
    zaak.doe(loket.coach, dien_in)
    assert zaak.zaak(loket.beslisser).beurt == Partij.ARBEIDSDESKUNDIGE
    with loket.wereld.als(loket.beslisser) as handeling:
        [periode] = handeling.sessie.scalars(select(Jobcoachperiode)).all()
        assert periode.kant is Kant.GEDEELD


def test_de_dag_van_indienen_is_de_dag_van_ontvangst(loket: Loket) -> None:
    loket.vandaag = OP
    zaak = loket.begin(loket.coach, "uwv-noord", HALFJAAR).tot_definitief(loket.coach)
    zaak.laat_tekenen(loket.coach)
    zaak.lever_aan(loket.coach)
    zaak.doe(loket.coach, dien_in, op=date(2023, 1, 20))
    aanvraag = zaak.aanvraag(loket.beslisser)
    assert aanvraag.gegevens["aanvraag"]["ontvangen_op"] == "2023-01-20"
    assert zaak.zaak(loket.coach).uiterlijk == date(2023, 3, 17)  # 56 dagen later


def test_te_laat_kost_een_dag_en_een_goede_reden_niet(loket: Loket) -> None:
    """Reis 4: begin 17 februari 2022, ontvangen op dag 29."""
    baan, periode = {"begin": "2022-02-17"}, {"begin": "2022-02-17", "eind": "2022-08-16"}
    loket.vandaag = date(2022, 3, 18)
    te_laat = met(HALFJAAR, dienstverband=baan, aanvraag={**periode, "reden_te_laat": "De werkgever was ziek."})
    zaak = loket.halfjaarzaak(te_laat)
    assert zaak.zaak(loket.beslisser).uiterlijk == date(2022, 5, 13)
    assert zaak.doe(loket.beslisser, voorstel).toets.omvang.sanctiedagen == 1
    zaak.doe(loket.deskundige, geef_advies, "Reden is goed.", toekennen=True, reden_te_laat_aanvaard=True)
    assert zaak.doe(loket.beslisser, voorstel).toets.omvang.sanctiedagen == 0
    genomen = zaak.doe(loket.beslisser, besluit, {"soort": "toegekend"})
    assert genomen.invoer["aanvraag"]["reden_te_laat_aanvaard"] is True


def test_alleen_wie_de_regelset_aanwijst_beoordeelt(loket: Loket) -> None:
    loket.vandaag = OP
    zaak = loket.halfjaarzaak()
    with pytest.raises(KanNiet, match="in deze zaak aan de arbeidsdeskundige"):
        zaak.doe(loket.beslisser, geef_advies, "Prima.", toekennen=True)
    zaak.doe(loket.deskundige, geef_advies, "Prima.", toekennen=True)
    with pytest.raises(GeenRecht):
        zaak.doe(loket.deskundige, besluit, {"soort": "toegekend"})


def test_ondertekenen_gaat_op_volgorde_door_drie_mensen(loket: Loket) -> None:
    loket.vandaag = OP
    zaak = loket.begin(loket.coach, "uwv-noord", HALFJAAR).tot_definitief(loket.coach)
    with pytest.raises(KanNiet, match="Eerst tekent de jobcoach; daarna pas de cliënt"):
        zaak.doe(loket.coach, onderteken, Partij.CLIENT, "Mila Bakker")
    zaak.doe(loket.coach, onderteken, Partij.JOBCOACH, "Jo Coach")
    with pytest.raises(InvoerFout, match="deze persoon tekende al"):
        zaak.doe(loket.coach, onderteken, Partij.WERKGEVER, "jo coach")
    with pytest.raises(KanNiet, match="Eerst nog: ondertekening door de jobcoach"):
        zaak.doe(loket.coach, dien_in)
    with pytest.raises(InvoerFout, match="morgen bestaat nog niet"):
        zaak.doe(loket.coach, onderteken, Partij.WERKGEVER, "Ria Meel", dag=date(2023, 1, 10))
    zaak.doe(loket.coach, onderteken, Partij.WERKGEVER, "Ria Meel")
    zaak.doe(loket.coach, onderteken, Partij.CLIENT, "Mila Bakker")
    namen = [een["naam"] for een in zaak.aanvraag(loket.coach).handtekeningen]
    assert namen == ["Jo Coach", "Ria Meel", "Mila Bakker"]
    with pytest.raises(KanNiet, match="Iedereen heeft al getekend"):
        zaak.doe(loket.coach, onderteken, Partij.CLIENT, "Iemand Anders")


def test_definitief_en_indienen_zijn_aparte_rechten(loket: Loket) -> None:
    loket.vandaag = OP
    schrijver = loket.wereld.medewerker(loket.organisatie_id, "Wim Wijzigt", Recht.AANVRAAG_WIJZIGEN)
    zaak = loket.begin(schrijver, "uwv-noord", HALFJAAR)
    zaak.doe(schrijver, controleer)
    with pytest.raises(GeenRecht):
        zaak.doe(schrijver, maak_definitief)
    zaak.doe(loket.coach, maak_definitief)
    zaak.laat_tekenen(loket.coach)
    with pytest.raises(GeenRecht):
        zaak.doe(schrijver, dien_in)


def test_een_definitieve_aanvraag_verandert_niet_meer(loket: Loket) -> None:
    loket.vandaag = OP
    zaak = loket.begin(loket.coach, "uwv-noord", HALFJAAR)
    with pytest.raises(KanNiet, match="Controleer de aanvraag eerst"):
        zaak.doe(loket.coach, maak_definitief)
    zaak.tot_definitief(loket.coach)
    with pytest.raises(KanNiet, match="definitief en kan niet meer worden gewijzigd"):
        zaak.doe(loket.coach, sla_op, HALFJAAR)


def test_intrekken_kan_tot_het_indienen(loket: Loket) -> None:
    loket.vandaag = OP
    zaak = loket.begin(loket.coach, "uwv-noord", HALFJAAR).tot_definitief(loket.coach)
    zaak.doe(loket.coach, trek_in)
    assert zaak.zaak(loket.coach).status is Zaakstatus.INGETROKKEN
    [periode] = zaak.doe(loket.coach, perioden_van)
    assert periode.status == "vervallen"
    ander = loket.halfjaarzaak()
    with pytest.raises(KanNiet, match="al ingediend; vraag de financier"):
        ander.doe(loket.coach, trek_in)


def test_een_vierde_hoofddoel_wordt_geweigerd(snel_loket: Loket) -> None:
    snel_loket.vandaag = OP
    vier = {**HALFJAAR, "hoofddoelen": [*HALFJAAR["hoofddoelen"], "structureren"]}
    with pytest.raises(InvoerFout, match="4 hoofddoelen; kies er één tot en met 3") as gemeld:
        snel_loket.begin(snel_loket.coach, "uwv-noord", vier)
    assert [fout.veld for fout in gemeld.value.fouten] == ["hoofddoelen"]


@pytest.mark.parametrize("soort", ["eerste", "eerste_na_proefplaatsing"])
def test_een_contract_onder_een_jaar_heeft_geen_cijfer(snel_loket: Loket, soort: str) -> None:
    """Reis 3: tabel 2 ontbreekt; de beslisser vult zelf in en zegt waarom. Een proefplaatsing was nog geen contract."""
    snel_loket.vandaag = OP
    gevraagd = met(HALFJAAR, dienstverband={"eind": "2023-10-01"}, aanvraag={"soort": soort})
    zaak = snel_loket.halfjaarzaak(gevraagd)
    zaak.doe(snel_loket.deskundige, geef_advies, "Nodig.", toekennen=True)
    van_regels = zaak.doe(snel_loket.beslisser, voorstel)
    assert van_regels.uren is None
    assert "uwv.parameter_ontbreekt" in [een.code for een in van_regels.toets.bevindingen]
    with pytest.raises(InvoerFout, match="de bron noemt hier geen cijfer"):
        zaak.doe(snel_loket.beslisser, besluit, {"soort": "toegekend", "motivering": "Nodig."})
    genomen = zaak.doe(snel_loket.beslisser, besluit, {"soort": "toegekend", "uren": "40.00", "motivering": "Tabel 2."})
    assert (genomen.uren, genomen.afwijkend) == (Uren(40_00), True)


def test_elf_uur_wordt_afgewezen_met_de_bron(snel_loket: Loket) -> None:
    snel_loket.vandaag = OP
    zaak = snel_loket.begin(snel_loket.coach, "uwv-noord", met(HALFJAAR, dienstverband={"uren_per_week": "11.00"}))
    uitslag = zaak.doe(snel_loket.coach, controleer)
    [geweigerd] = [een for een in uitslag.toets["bevindingen"] if een["ernst"] == "blokkerend"]
    assert (geweigerd["code"], bool(geweigerd["bron"]["titel"])) == ("uwv.contract.uren", True)
    assert uitslag.volledig
