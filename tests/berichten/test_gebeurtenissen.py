"""Wat een ander doet levert een bericht op, in dezelfde transactie en alleen bij wie het aangaat."""

from datetime import date, time

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from tests.aanvraag.loket.balie import Loket
from tests.berichten.conftest import Post
from tests.uren.straat import Straat, werk

from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.berichten import Aanleiding, ongelezen, stuur
from dakpan.dossier.berichtsoorten import Berichtsoort
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.postvak import lees, lees_alles, postvak
from dakpan.dossier.zaken import haal_zaak
from dakpan.opslag.fouten import NietGevonden
from dakpan.partijen.rechten import Recht, Rol
from dakpan.partijen.tables import Lidmaatschap, Mailkeuze
from dakpan.plan.accordeerders import Daad, Plan, voer_uit, voorstel
from dakpan.plan.koppelen import koppel
from dakpan.plan.tables import Koppeling
from dakpan.uren.accorderen import accordeer, stuur_terug
from dakpan.uren.heropenen import sta_heropenen_toe, trek_toestemming_in
from dakpan.uren.week import Week
from dakpan.uren.weken import sluit
from dakpan.wandeling.accordeerder_wijzigen import wijzig_accordeerder
from dakpan.wandeling.besluiten import besluit
from dakpan.wandeling.ontvangers import van_de_financier


def test_wie_aan_een_zaak_wordt_gekoppeld_hoort_het_en_wie_koppelt_niet(post: Post) -> None:
    zaak = post.wereld.zaak("uwv-noord", post.organisatie_id)
    beheerder = post.wereld.medewerker(post.organisatie_id, "Bo Beheer")
    with post.wereld.als(beheerder) as handeling:
        rij = haal_zaak(handeling, "uwv-noord", zaak.zaak_id)
        koppel(
            handeling,
            rij,
            zaak.periode_id,
            post.coach.lidmaatschap_id or zaak.zaak_id,
            accordeerder_id=post.accordeerder.lidmaatschap_id,
        )
    for wie in (post.coach, post.accordeerder):
        assert post.soorten(wie) == ["zaak_gekregen"]
    assert post.postvak(beheerder) == post.postvak(post.beslisser) == []


def test_een_week_sluiten_is_een_bericht_niet_een_per_client_en_terugsturen_ook(post: Post) -> None:
    straat = Straat.maak(post.wereld)
    for klant, uur in zip(straat.klanten, (9, 10, 11), strict=True):
        straat.schrijf(werk(klant, begin=time(uur)))
    straat.doe(sluit, Week.van(date(2022, 3, 22)), ook_lege=True)
    berichten = post.postvak(straat.accordeerder)
    assert [(een.soort.value, een.over) for een in berichten] == [("akkoord_gevraagd", "2022-W12")]
    straat.doe(stuur_terug, straat.aangewezen()[:2], "De tijd klopt niet.", als=straat.accordeerder)
    assert [(een.soort.value, een.over) for een in post.postvak(straat.coach)] == [("uren_terug", "2022-W12")]


def test_wie_een_delegatie_heeft_hoort_dat_er_uren_wachten_en_na_afloop_niet_meer(post: Post) -> None:
    straat = Straat.maak(post.wereld)
    wie, waarnemer = straat.accordeerder.lidmaatschap_id, straat.collega.lidmaatschap_id
    assert wie is not None
    plan = Plan(Daad.DELEGEREN, wie, waarnemer, date(2022, 3, 25))
    gezien = straat.doe(voorstel, plan, als=straat.collega)
    assert straat.doe(voer_uit, plan, gezien.stand, als=straat.collega) == 3
    straat.schrijf(werk(straat.klanten[0]))
    straat.doe(sluit, Week.van(date(2022, 3, 22)), ook_lege=True)
    for lezer in (straat.accordeerder, straat.collega):
        assert [(een.soort.value, een.over) for een in post.postvak(lezer)] == [("akkoord_gevraagd", "2022-W12")]

    straat.doe(stuur_terug, straat.aangewezen(), "De tijd klopt niet.", als=straat.collega)
    straat.doe(sluit, Week.van(date(2022, 3, 22)), op=date(2022, 3, 26))  # een dag na de delegatie
    assert len(post.postvak(straat.accordeerder)) == 2
    assert len(post.postvak(straat.collega)) == 1


def test_wie_erbij_komt_terwijl_er_al_uren_wachten_hoort_dat_een_keer(post: Post) -> None:
    straat = Straat.maak(post.wereld)
    for dag in (15, 22):
        straat.schrijf(werk(straat.klanten[0], datum=date(2022, 3, dag)))
        straat.doe(sluit, Week.van(date(2022, 3, dag)), ook_lege=True)
    wie, waarnemer = straat.accordeerder.lidmaatschap_id, straat.collega.lidmaatschap_id
    assert wie is not None
    beheerder = post.wereld.medewerker(straat.organisatie_id, "Bo Beheer")
    plan = Plan(Daad.DELEGEREN, wie, waarnemer, date(2022, 3, 31))
    straat.doe(wijzig_accordeerder, plan, straat.doe(voorstel, plan, als=beheerder).stand, als=beheerder)
    assert [(een.soort.value, een.over) for een in post.postvak(straat.collega)] == [("akkoord_gevraagd", "2022-W11")]
    terug = Plan(Daad.INTREKKEN, wie)
    straat.doe(wijzig_accordeerder, terug, straat.doe(voorstel, terug, als=beheerder).stand, als=beheerder)
    assert len(post.postvak(straat.collega)) == 1


def test_een_besluit_bereikt_de_coach_aan_de_andere_kant(post: Post) -> None:
    loket = Loket.maak(post.wereld)
    zaak = loket.halfjaarzaak().tot_advies(loket.deskundige)
    genomen = zaak.doe(loket.beslisser, besluit, {"soort": "toegekend", "motivering": "Gewogen."})
    [bericht] = [een for een in post.postvak(loket.coach) if een.soort is Berichtsoort.BESLUIT]
    assert (bericht.over, bericht.zaak_id) == ("toegekend", zaak.zaak_id)
    assert not bericht.moet_doen
    assert post.postvak(loket.collega) == post.postvak(loket.beslisser) == []
    assert genomen.kant == "gedeeld"


def test_is_de_coach_weg_dan_hoort_wie_kan_indienen_van_het_besluit(post: Post) -> None:
    """Anders las niemand van de organisatie dat er is besloten, en liep de tijd voor bezwaar."""
    loket = Loket.maak(post.wereld)
    zaak = loket.halfjaarzaak().tot_advies(loket.deskundige)
    schrijft = post.wereld.medewerker(loket.organisatie_id, "Uri Uren", Recht.UREN_SCHRIJVEN)
    with Session(post.wereld.motor) as sessie:
        sessie.get_one(Lidmaatschap, loket.coach.lidmaatschap_id).actief = False
        sessie.commit()
    zaak.doe(loket.beslisser, besluit, {"soort": "toegekend", "motivering": "Gewogen."})
    assert post.soorten(loket.collega) == post.soorten(loket.accordeerder) == ["besluit"]
    assert post.soorten(schrijft) == post.soorten(loket.coach) == []


def test_mislukt_de_handeling_dan_is_er_ook_geen_bericht_en_geen_brief(post: Post) -> None:
    loket = Loket.maak(post.wereld)
    zaak = loket.halfjaarzaak().tot_advies(loket.deskundige)
    zaak.doe(loket.beslisser, besluit, {"soort": "toegekend", "motivering": "Gewogen."})
    ervoor = post.soorten(loket.coach)
    with pytest.raises(KanNiet):
        zaak.doe(loket.beslisser, besluit, {"soort": "toegekend", "motivering": "Nog eens."})
    assert post.soorten(loket.coach) == ervoor


def test_wie_alleen_post_over_zijn_werk_wil_krijgt_geen_mail_over_een_besluit(post: Post) -> None:
    zaak = post.wereld.zaak("uwv-noord", post.organisatie_id)
    post.kies(post.accordeerder, Mailkeuze.ALLES)
    with post.wereld.als(post.beslisser) as handeling:
        rij = haal_zaak(handeling, "uwv-noord", zaak.zaak_id)
        aan = (post.coach.lidmaatschap_id, post.accordeerder.lidmaatschap_id)
        assert stuur(handeling, Aanleiding.bij(Berichtsoort.BESLUIT, rij, "1", over="toegekend"), aan) == 2
        assert stuur(handeling, Aanleiding.bij(Berichtsoort.BESLUIT, rij, "1", over="toegekend"), aan) == 0
        handeling.sessie.commit()
    assert (len(post.brieven(post.coach)), len(post.brieven(post.accordeerder))) == (0, 1)


def test_lezen_telt_af_en_een_bericht_van_een_ander_bestaat_niet(post: Post) -> None:
    zaak = post.wereld.zaak("uwv-noord", post.organisatie_id)
    with post.wereld.als(post.beslisser) as handeling:
        rij = haal_zaak(handeling, "uwv-noord", zaak.zaak_id)
        for nummer in "123":
            stuur(handeling, Aanleiding.bij(Berichtsoort.VRAAG, rij, nummer), [post.coach.lidmaatschap_id])
        handeling.sessie.commit()
    eerste = post.postvak(post.coach)[0]
    for vreemde in (post.accordeerder, post.beslisser, post.consulent):
        with post.wereld.als(vreemde) as handeling, pytest.raises(NietGevonden):
            lees(handeling, eerste.tenant_id, eerste.id)
    with post.wereld.als(post.coach) as handeling:
        assert ongelezen(handeling) == 3
        lees(handeling, eerste.tenant_id, eerste.id)
        assert ongelezen(handeling) == 2
        assert (lees_alles(handeling), ongelezen(handeling)) == (2, 0)
        assert all(een.gelezen for een in postvak(handeling)[0])


def test_wat_om_een_beslissing_vraagt_bereikt_wie_beslist_ook_als_de_zaak_op_de_betaling_wacht(post: Post) -> None:
    kassa = post.wereld.financier("uwv-noord", "Karin Kassa", Rol.FINANCIEEL)
    balie = post.wereld.financier("uwv-noord", "Hanneke Balie", Rol.WERKCONSULENT)
    zaak = post.wereld.zaak("uwv-noord", post.organisatie_id, tot=Zaakstap.BETALING)
    with post.wereld.als(post.coach) as handeling:
        rij = haal_zaak(handeling, "uwv-noord", zaak.zaak_id)
        beslist = {een.id for een in van_de_financier(handeling, rij, Zaakstap.BESLUIT)}
        open_ = {een.id for een in van_de_financier(handeling, rij)}
    assert beslist == {post.beslisser.lidmaatschap_id}
    assert kassa.lidmaatschap_id in open_
    assert balie.lidmaatschap_id not in beslist | open_


def test_wie_een_week_mag_heropenen_hoort_het_en_komt_bij_die_week(post: Post) -> None:
    """De financier ziet de week van de coach niet; de coach leest wie het vraagt en opent haar zelf."""
    straat = Straat.maak(post.wereld)
    straat.schrijf(werk(straat.klanten[0]))
    week = Week.van(date(2022, 3, 22))
    straat.doe(sluit, week, ook_lege=True)
    straat.doe(accordeer, straat.aangewezen(), als=straat.accordeerder)
    zaak, code = straat.zaken[0], f"{week.code}/{straat.coach.lidmaatschap_id}"
    with post.wereld.als(post.beslisser) as handeling:
        sta_heropenen_toe(handeling, haal_zaak(handeling, zaak.tenant_id, zaak.zaak_id), code, "De dag klopt niet")
    [bericht] = post.postvak(straat.coach)
    assert (bericht.soort, bericht.over, bericht.tenant_id) == (Berichtsoort.WEEK_MAG_OPEN, "2022-W12", "uwv-noord")
    assert bericht.moet_doen
    assert post.postvak(straat.collega) == []
    assert [een.soort for een in post.postvak(post.beslisser)] == []
    assert len(post.brieven(straat.coach)) == 1

    with post.wereld.als(post.beslisser) as handeling:
        trek_toestemming_in(handeling, haal_zaak(handeling, zaak.tenant_id, zaak.zaak_id), code)
    gevonden = {een.soort: een.over for een in post.postvak(straat.coach)}
    assert gevonden == {Berichtsoort.WEEK_MAG_OPEN: "2022-W12", Berichtsoort.WEEK_TOCH_NIET_OPEN: "2022-W12"}


def test_gaat_een_groep_terug_dan_hoort_ook_wie_de_andere_uren_accordeert_het(post: Post) -> None:
    straat = Straat.maak(post.wereld)
    with post.wereld.bouw(straat.coach) as sessie:
        staphorst = straat.zaken[2]
        koppeling = sessie.scalars(select(Koppeling).where(Koppeling.periode_id == staphorst.periode_id)).one()
        koppeling.accordeerder_id = straat.collega.lidmaatschap_id
    straat.schrijf(werk(straat.klanten[0], straat.klanten[2]))
    straat.doe(sluit, Week.van(date(2022, 3, 22)), ook_lege=True)
    van_mij = next(een for een in straat.aangewezen() if een.tenant_id == straat.zaken[0].tenant_id)
    terug = straat.doe(stuur_terug, [van_mij], "Niet zo lang", als=straat.accordeerder)
    assert (terug.aantal, terug.mee) == (1, 1)
    assert [een.soort.value for een in post.postvak(straat.accordeerder)] == ["akkoord_gevraagd"]
    assert {een.soort.value for een in post.postvak(straat.collega)} == {"akkoord_gevraagd", "uren_mee_terug"}
