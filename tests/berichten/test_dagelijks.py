"""De ronde van elke dag: bijna om, voorbij, nooit dubbel, en alleen voor wie het aangaat."""

import re
from datetime import date, timedelta

import pytest
from tests.berichten.conftest import VANDAAG, Post

from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak
from dakpan.partijen.rechten import Rol
from dakpan.partijen.tables import Mailkeuze
from dakpan.uren.week import Week
from dakpan.uren.weken import sluit
from dakpan.wandeling import dagelijks

OVER_EEN_WEEK = VANDAAG + timedelta(7)
LAATSTE_DAG = date(2022, 8, 16)


def test_zeven_dagen_ervoor_komt_er_een_bericht_voor_wie_de_stap_kan_zetten(post: Post) -> None:
    post.wereld.zaak("staphorst", post.organisatie_id, tot=Zaakstap.BESLUIT, uiterlijk=OVER_EEN_WEEK)
    post.wereld.zaak("staphorst", post.organisatie_id, tot=Zaakstap.BESLUIT, uiterlijk=OVER_EEN_WEEK + timedelta(1))
    assert post.ronde() == 1
    [bericht] = post.postvak(post.consulent)
    assert (bericht.soort, bericht.over, bericht.dag) == ("termijn_nadert", "besluit", OVER_EEN_WEEK)
    assert bericht.client == "Mila Bakker"
    # de andere financier en de organisatie hebben er niets mee te maken
    assert post.postvak(post.beslisser) == post.postvak(post.coach) == []


def test_nog_een_ronde_geeft_niets_en_na_de_dag_komt_er_een_ander_bericht(post: Post) -> None:
    post.wereld.zaak("staphorst", post.organisatie_id, tot=Zaakstap.BESLUIT, uiterlijk=OVER_EEN_WEEK)
    assert [post.ronde(), post.ronde(), post.ronde(OVER_EEN_WEEK)] == [1, 0, 0]
    assert [post.ronde(OVER_EEN_WEEK + timedelta(een)) for een in (1, 2, 30)] == [1, 0, 0]
    assert post.soorten(post.consulent) == ["termijn_voorbij", "termijn_nadert"]


def test_een_termijn_die_opschuift_wordt_opnieuw_gemeld(post: Post) -> None:
    zaak = post.wereld.zaak("staphorst", post.organisatie_id, tot=Zaakstap.BESLUIT, uiterlijk=OVER_EEN_WEEK)
    post.ronde()
    with post.wereld.bouw(post.consulent) as sessie:
        rij = sessie.get(Zaak, ("staphorst", zaak.zaak_id))
        assert rij is not None
        rij.uiterlijk = OVER_EEN_WEEK + timedelta(14)
    assert post.ronde() == 0
    assert post.ronde(OVER_EEN_WEEK + timedelta(7)) == 1


def test_bij_een_organisatie_hoort_de_eigen_coach_het_en_niet_iedereen(post: Post) -> None:
    collega = post.wereld.medewerker(post.organisatie_id, "Sam Collega")
    met = post.wereld.zaak("uwv-noord", post.organisatie_id, tot=Zaakstap.UREN, uiterlijk=VANDAAG)
    met.koppel(post.coach, post.accordeerder)
    assert post.ronde() == 2
    assert (post.soorten(post.coach), post.soorten(collega)) == (["week_open", "termijn_nadert"], [])
    post.wereld.zaak("uwv-noord", post.organisatie_id, "Yara Zonder", tot=Zaakstap.UREN, uiterlijk=VANDAAG)
    assert post.ronde() == 3  # niemand is gekoppeld: alle drie die uren kunnen schrijven


def test_op_de_laatste_dag_van_een_periode_horen_coach_en_behandelaar_het_een_keer(post: Post) -> None:
    """De periode loopt van 17 februari tot en met 16 augustus 2022; geen bron noemt een eerdere dag."""
    zaak = post.wereld.zaak("uwv-noord", post.organisatie_id, tot=Zaakstap.UREN)
    zaak.koppel(post.coach, post.accordeerder)
    with post.wereld.als(post.coach, op=LAATSTE_DAG) as handeling:
        sluit(handeling, Week.van(LAATSTE_DAG).vorige, ook_lege=True)
    assert [post.ronde(LAATSTE_DAG - timedelta(1)), post.ronde(LAATSTE_DAG), post.ronde(LAATSTE_DAG)] == [0, 2, 0]
    for wie in (post.coach, post.beslisser):
        [bericht] = post.postvak(wie)
        assert (bericht.soort, bericht.dag, bericht.moet_doen) == ("periode_eindigt", LAATSTE_DAG, True)
        assert len(post.brieven(wie)) == 1
    assert post.postvak(post.accordeerder) == post.postvak(post.consulent) == []
    # een periode die al langer voorbij is meldt zich niet meer
    assert post.ronde(LAATSTE_DAG + timedelta(30)) == 0


def test_in_porties_wordt_niets_overgeslagen(post: Post, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dagelijks, "PER_KEER", 2)
    for nummer in range(5):
        dag = VANDAAG + timedelta(nummer % 2)
        post.wereld.zaak("staphorst", post.organisatie_id, f"Klant {nummer}", tot=Zaakstap.BESLUIT, uiterlijk=dag)
    assert post.ronde() == 5
    assert {een.client for een in post.postvak(post.consulent)} == {f"Klant {nummer}" for nummer in range(5)}


def test_in_de_mail_staat_het_zaaknummer_en_geen_naam(post: Post) -> None:
    post.wereld.zaak("staphorst", post.organisatie_id, tot=Zaakstap.BESLUIT, uiterlijk=VANDAAG)
    post.ronde()
    [brief] = post.brieven(post.consulent)
    [bericht] = post.postvak(post.consulent)
    assert bericht.zaaknummer in brief.onderwerp
    assert "Mila" not in brief.onderwerp + brief.tekst
    assert "Bakker" not in brief.onderwerp + brief.tekst


def test_een_coach_met_meer_financiers_leest_in_de_mail_van_wie_de_zaak_is(post: Post) -> None:
    """Elke financier telt zijn zaken zelf: hetzelfde nummer komt bij een coach vaker voor."""
    for keuze in (Mailkeuze.ALLES, Mailkeuze.DAGELIJKS):
        post.kies(post.coach, keuze)
        for tenant in ("uwv-noord", "staphorst"):
            zaak = post.wereld.zaak(tenant, post.organisatie_id, tot=Zaakstap.UREN, uiterlijk=VANDAAG)
            zaak.koppel(post.coach, post.accordeerder)
        post.ronde()
    meteen, samen = post.brieven(post.coach)[:-1], post.brieven(post.coach)[-1]
    zaken = " ".join(een.onderwerp for een in meteen if "zaak" in een.onderwerp)
    assert set(re.findall(r"\(.+?\)", zaken)) == {"(UWV Noord)", "(Staphorst)"}
    assert {"(UWV Noord)", "(Staphorst)"} <= set(re.findall(r"\(.+?\)", samen.tekst))


def test_een_keer_per_dag_alles_bij_elkaar_en_wie_niets_wil_krijgt_niets(post: Post) -> None:
    ander = post.wereld.financier("staphorst", "Ria Rustig")
    post.kies(post.consulent, Mailkeuze.DAGELIJKS)
    post.kies(ander, Mailkeuze.GEEN)
    for naam in ("Eerste Klant", "Tweede Klant"):
        post.wereld.zaak("staphorst", post.organisatie_id, naam, tot=Zaakstap.BESLUIT, uiterlijk=VANDAAG)
    assert post.ronde() == 4
    [brief] = post.brieven(post.consulent)
    assert brief.onderwerp == "2 nieuwe berichten"
    assert post.brieven(ander) == []
    post.ronde(date(2022, 3, 24))
    assert len(post.brieven(post.consulent)) == 1


def test_een_open_week_is_een_bericht_aan_haar_coach_op_de_eerste_dag_erna_en_niet_vaker(post: Post) -> None:
    """Donderdag 24 maart 2022: week 11 is voorbij. Voor twee cliënten is het één bericht; wie sloot hoort niets."""
    for tenant in ("uwv-noord", "staphorst"):
        post.wereld.zaak(tenant, post.organisatie_id, tot=Zaakstap.UREN).koppel(post.coach, post.accordeerder)
    assert [post.ronde(), post.ronde(), post.ronde(VANDAAG + timedelta(3))] == [1, 0, 0]
    assert [(een.soort, een.over) for een in post.postvak(post.coach)] == [("week_open", "2022-W11")]
    with post.wereld.als(post.coach) as handeling:
        sluit(handeling, Week(date(2022, 3, 21)), ook_lege=True)
    assert [post.ronde(VANDAAG + timedelta(4)), post.ronde(VANDAAG + timedelta(11))] == [0, 1]
    assert [een.over for een in post.postvak(post.coach)] == ["2022-W13", "2022-W11"]


def test_noemt_de_werkwijze_een_rol_dan_krijgt_een_collega_zonder_die_rol_geen_bericht(post: Post) -> None:
    """Een werkconsulent mag bij een gemeente beslissen; bij UWV beslist de beslisser, en kan hij hier niets doen."""
    balie = post.wereld.financier("uwv-noord", "Hanneke Balie", Rol.WERKCONSULENT)
    post.wereld.zaak("uwv-noord", post.organisatie_id, tot=Zaakstap.BESLUIT, uiterlijk=OVER_EEN_WEEK)
    assert post.ronde() == 1
    assert (post.soorten(post.beslisser), post.soorten(balie)) == (["termijn_nadert"], [])
