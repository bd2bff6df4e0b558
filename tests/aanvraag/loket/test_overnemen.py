"""Eén keer vragen: wat bekend is staat er al, zegt waar het vandaan komt, en telt pas als iemand het nakeek.

Het half jaar van 2 januari tot en met 2 juli 2023 loopt af; het vervolg begint op 3 juli en is even lang.
"""

from datetime import date
from uuid import UUID

import pytest
from sqlalchemy import select
from tests.aanvraag.loket.antwoorden import BSN, HALFJAAR, ZES_TEKSTEN, met
from tests.aanvraag.loket.balie import Loket, Zaakloket
from tests.aanvraag.loket.test_andere_paginas import adres
from tests.aanvraag.loket.test_paginas_van_een_aanvraag import stand
from tests.aanvraag.loket.test_wandeling_pagina import verzend
from tests.aanvraag.loket.webloket import Webloket

from dakpan.aanvraag.controleren import controleer
from dakpan.aanvraag.inhoud import haal_aanvraag
from dakpan.aanvraag.invullen import als_antwoorden
from dakpan.aanvraag.kopieren import kopieer
from dakpan.aanvraag.opslaan import Pagina, sla_pagina_op
from dakpan.aanvraag.tables import Aanvraag
from dakpan.aanvraag.van_zaak import formulier_voor
from dakpan.aanvraag.views.herkomst import in_woorden
from dakpan.begrippen.nummers import Bsn
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.archief import archiveer
from dakpan.dossier.tables import Zaak, Zaakstatus
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Vrager
from dakpan.partijen.rechten import Recht
from dakpan.wandeling.besluiten import besluit
from dakpan.wandeling.vervolg import begin_vervolg

NA = date(2023, 7, 1)
NIET_TE_VINDEN = "onder dit nummer is voor deze cliënt geen eerdere aanvraag te vinden"


def toegekend(loket: Loket) -> Zaakloket:
    loket.vandaag = date(2023, 1, 9)
    zaak = loket.halfjaarzaak().tot_advies(loket.deskundige)
    zaak.doe(loket.beslisser, besluit, {"soort": "toegekend"})
    return zaak


def vervolg_op(zaak: Zaakloket, wie: Vrager) -> Zaakloket:
    return Zaakloket(zaak.loket, zaak.tenant_id, zaak.doe(wie, begin_vervolg, op=NA).id)


def test_een_vervolg_sluit_aan_en_rekent_voor(loket: Loket) -> None:
    vervolg = vervolg_op(toegekend(loket), loket.coach)
    aanvraag = vervolg.aanvraag(loket.coach)
    vraag = aanvraag.gegevens["aanvraag"]
    assert (vraag["soort"], vraag["begin"], vraag["eind"]) == ("vervolg", "2023-07-03", "2024-01-02")
    # Zes maanden: er is nog geen heel jaar voorbij.
    assert (vraag["jaar"], vraag["volgnummer"]) == (1, 2)
    assert aanvraag.gegevens["historie"]["maanden_jobcoaching"] == 6
    uitleg = {veld: van["uitleg"] for veld, van in aanvraag.herkomst.items() if van["soort"] == "berekend"}
    assert uitleg["aanvraag.begin"] == "de dag na 02-07-2023, het einde van de vorige periode"
    assert uitleg["historie.maanden_jobcoaching"] == "0 maanden eerder en 6 hele maanden in de vorige periode"
    assert aanvraag.herkomst["werkgever.naam"] == {"soort": "eerdere_aanvraag", "bron": "AJ-2023-00001", "uitleg": ""}
    assert aanvraag.herkomst["dienstverband.uren_per_week"]["soort"] == "contract"


def test_het_bsn_gaat_op_slot_mee(loket: Loket) -> None:
    vervolg = vervolg_op(toegekend(loket), loket.coach)
    persoon = vervolg.zaak(loket.coach).persoon
    assert persoon.bsn_cijfer is not None
    with loket.wereld.als(loket.coach) as handeling:
        assert handeling.sleutelbos.ontsleutel(persoon.bsn_cijfer) == Bsn(BSN)


def test_twee_keer_klikken_geeft_een_vervolg(loket: Loket) -> None:
    zaak = toegekend(loket)
    assert vervolg_op(zaak, loket.coach).zaak_id == vervolg_op(zaak, loket.collega).zaak_id


@pytest.mark.parametrize("soort", ["afgewezen", "ingetrokken"])
def test_na_een_vervolg_dat_niet_doorging_kan_er_een_nieuw_begin(snel_loket: Loket, soort: str) -> None:
    zaak = toegekend(snel_loket)
    eerste = snel_loket.begin(snel_loket.coach, "uwv-noord", HALFJAAR)
    with snel_loket.wereld.bouw(snel_loket.coach) as sessie:
        sessie.scalars(select(Aanvraag).filter_by(zaak_id=eerste.zaak_id)).one().vorige_zaak_id = zaak.zaak_id
    assert vervolg_op(zaak, snel_loket.coach).zaak_id == eerste.zaak_id
    eerste.tot_ingediend(snel_loket.coach).tot_advies(snel_loket.deskundige)
    eerste.doe(snel_loket.beslisser, besluit, {"soort": soort, "motivering": "Zo is het besloten."})
    tweede = vervolg_op(zaak, snel_loket.coach)
    assert tweede.zaak_id != eerste.zaak_id
    assert vervolg_op(zaak, snel_loket.coach).zaak_id == tweede.zaak_id


def test_zonder_toekenning_geen_vervolg(snel_loket: Loket) -> None:
    zaak = snel_loket.halfjaarzaak()
    with pytest.raises(KanNiet, match="na een toekenning"):
        zaak.doe(snel_loket.coach, begin_vervolg)


def test_een_vervolg_na_een_proefplaatsing_raadt_geen_nummer(snel_loket: Loket) -> None:
    """Welk nummer de eerste periode na een proefplaatsing heeft staat in geen bron; dat vult een mens in."""
    snel_loket.vandaag = date(2023, 1, 9)
    proef = met(HALFJAAR, aanvraag={"soort": "proefplaatsing"}, dienstverband={"soort": "proefplaatsing"})
    zaak = snel_loket.halfjaarzaak(proef).tot_advies(snel_loket.deskundige)
    zaak.doe(snel_loket.beslisser, besluit, {"soort": "toegekend", "uren": "10.00", "motivering": "Past."})
    gegevens = vervolg_op(zaak, snel_loket.coach).aanvraag(snel_loket.coach).gegevens
    assert gegevens["aanvraag"]["soort"] == "eerste_na_proefplaatsing"
    assert "volgnummer" not in gegevens["aanvraag"]
    assert gegevens["historie"] == {"maanden_jobcoaching": 0, "maanden_proefplaatsing": 6}


def test_wat_is_overgenomen_telt_pas_na_nakijken(loket: Loket) -> None:
    vervolg = vervolg_op(toegekend(loket), loket.coach)
    uitslag = vervolg.doe(loket.coach, controleer, op=NA)
    assert not uitslag.volledig
    assert {fout.veld.partition(".")[0] for fout in uitslag.overgenomen} >= {"client", "werkgever", "dienstverband"}


def test_een_overgenomen_antwoord_zonder_vraag_houdt_niets_tegen(webloket: Webloket) -> None:
    """Waar het formulier niet naar vraagt ziet niemand, dus hoeft ook niemand het na te kijken."""
    loket = webloket.loket
    loket.vandaag = date(2023, 1, 9)
    zaak = loket.halfjaarzaak(met(HALFJAAR, teksten=ZES_TEKSTEN)).tot_advies(loket.deskundige)
    zaak.doe(loket.beslisser, besluit, {"soort": "toegekend"})
    vervolg = vervolg_op(zaak, loket.coach)
    assert "teksten.werkzaamheden" in vervolg.aanvraag(loket.coach).herkomst
    webloket.op(NA)
    coach, controle = webloket.als(loket.coach), f"{adres(vervolg)}/controle"
    verzend(coach, controle)
    assert _over_het_plan(vervolg) == {"hoofddoelen", "teksten.coachingsdoelen"}
    vervolg.doe(loket.coach, _kijk_plan_na, op=NA)
    verzend(coach, controle)
    assert _over_het_plan(vervolg) == set()


def _over_het_plan(vervolg: Zaakloket) -> set[str]:
    controle = vervolg.aanvraag(vervolg.loket.coach).controle
    assert controle is not None
    velden = {str(een["veld"]) for een in controle["fouten"]}
    return {veld for veld in velden if veld.partition(".")[0] in {"hoofddoelen", "teksten"}}


def _kijk_plan_na(handeling: Handeling, zaak: Zaak) -> None:
    aanvraag = haal_aanvraag(handeling, zaak)
    form = formulier_voor(handeling, zaak, aanvraag).pagina("plan")
    assert form is not None
    namen = tuple(een.naam for een in form.velden)
    sla_pagina_op(handeling, zaak, Pagina("plan", namen, als_antwoorden(zaak, aanvraag)))


def test_kopieren_vult_alleen_wat_leeg_is(loket: Loket) -> None:
    toegekend(loket)
    begonnen = {**HALFJAAR, "werkgever": {"naam": "Nieuwe Baas"}, "dienstverband": {}, "teksten": {}}
    zaak = loket.begin(loket.coach, "uwv-noord", begonnen)
    assert zaak.doe(loket.coach, kopieer, " AJ-2023-00001 ") > 0
    assert zaak.zaak(loket.coach).werkgever.naam == "Nieuwe Baas"
    assert zaak.zaak(loket.coach).werkgever.contactpersoon == "Ria Meel"
    aanvraag = zaak.aanvraag(loket.coach)
    assert aanvraag.gegevens["dienstverband"]["uren_per_week"] == "36.00"
    assert "werkgever.naam" not in aanvraag.herkomst
    assert aanvraag.herkomst["werkgever.contactpersoon"]["bron"] == "AJ-2023-00001"


@pytest.mark.parametrize("nummer", ["", "AJ-2099-00001", "onzin"])
def test_een_onbekend_nummer_wordt_neutraal_geweigerd(snel_loket: Loket, nummer: str) -> None:
    zaak = snel_loket.begin(snel_loket.coach, "uwv-noord", HALFJAAR)
    with pytest.raises(InvoerFout, match=NIET_TE_VINDEN):
        zaak.doe(snel_loket.coach, kopieer, nummer)


def test_een_andere_client_wordt_net_zo_geweigerd(snel_loket: Loket) -> None:
    toegekend(snel_loket)
    ander = met(HALFJAAR, client={"voornaam": "Noor", "bsn": "111222333"})
    zaak = snel_loket.begin(snel_loket.coach, "uwv-noord", ander)
    with pytest.raises(InvoerFout, match=NIET_TE_VINDEN):
        zaak.doe(snel_loket.coach, kopieer, "AJ-2023-00001")


def test_een_andere_organisatie_wordt_net_zo_geweigerd(loket: Loket) -> None:
    """Ook met dezelfde cliënt: een nummer van een ander verraadt niet dat het bestaat."""
    toegekend(loket)
    vreemde = loket.wereld.medewerker(loket.wereld.organisatie("Elders"), "El Elders")
    zaak = loket.begin(vreemde, "uwv-noord", HALFJAAR)
    with pytest.raises(InvoerFout, match=NIET_TE_VINDEN):
        zaak.doe(vreemde, kopieer, "AJ-2023-00001")


def test_een_vervolg_op_wat_in_het_archief_ligt(webloket: Webloket) -> None:
    """Zonder het recht gaat het werk aan het vervolg door; de oude zaak is dan nergens te lezen of te kopiëren."""
    loket = webloket.loket
    oud = toegekend(loket)
    vervolg = vervolg_op(oud, loket.coach)
    with loket.wereld.bouw(Vrager(None, "Beheer", tenant_id="uwv-noord")) as sessie:
        sessie.get_one(Zaak, ("uwv-noord", oud.zaak_id)).status = Zaakstatus.AFGEROND
    oud.doe(loket.coach, lambda handeling, _zaak: archiveer(handeling, [("uwv-noord", oud.zaak_id)]), op=NA)
    organisatie_id = loket.coach.organisatie_id
    assert organisatie_id is not None
    zonder = loket.wereld.medewerker(organisatie_id, "Zoë Zonder", Recht.AANVRAAG_WIJZIGEN, Recht.UREN_SCHRIJVEN)
    with pytest.raises(InvoerFout, match=NIET_TE_VINDEN):
        vervolg.doe(zonder, kopieer, "AJ-2023-00001")
    webloket.op(NA)
    collega = webloket.als(zonder)
    assert collega.get(adres(oud)).status_code == 403
    formulier = collega.get(f"{adres(vervolg)}/aanvraag")
    assert (formulier.status_code, "Vervolg op" in formulier.text) == (200, False)


def test_op_het_scherm_van_knop_tot_nagekeken(webloket: Webloket) -> None:
    loket = webloket.loket
    zaak = adres(toegekend(loket))
    webloket.op(NA)
    coach = webloket.als(loket.coach)
    assert "Begin het vervolg" in coach.get(zaak).text
    vervolg = str(coach.post(f"{zaak}/vervolg", coach.verborgen).location).removesuffix("/aanvraag")
    assert stand(coach, vervolg)["werkgever"] == "nog 3 na te kijken"
    assert f'Vervolg op <a class="utrecht-link" href="{zaak}"' in coach.get(f"{vervolg}/aanvraag").text
    pagina = coach.get(f"{vervolg}/aanvraag/werkgever").text
    assert "Uit AJ-2023-00001; nog na te kijken" in pagina
    verzend(
        coach,
        f"{vervolg}/aanvraag/werkgever",
        **{
            "werkgever.naam": "Bakkerij De Korenaar",
            "werkgever.contactpersoon": "Tom Meel",
            "werkgever.plaats": "Staphorst",
        },
    )
    assert stand(coach, vervolg)["werkgever"] == "compleet"
    afdruk = coach.get(f"{vervolg}/aanvraag/afdruk").text
    assert "uit AJ-2023-00001; nagekeken door Jo Coach op 1 juli 2023" in afdruk
    assert "werkgever.contactpersoon" not in Zaakloket(loket, "uwv-noord", _id(vervolg)).aanvraag(loket.coach).herkomst
    tellers = coach.get(f"{vervolg}/aanvraag/geschiedenis").text
    assert "Berekend: 6 maanden coaching: 0 hele jaren zijn voorbij" in tellers


def _id(zaak: str) -> UUID:
    return UUID(zaak.rpartition("/")[2])


def test_een_coach_hoeft_zichzelf_niet_in_te_vullen(webloket: Webloket) -> None:
    coach = webloket.als(webloket.loket.coach)
    coach.get("/zaken/nieuw")
    velden = {"tenant": "uwv-noord", "aanvraag.soort": "eerste", "aanvraag.vorm": "extern"}
    naam = {"client.voornaam": "Mila", "client.achternaam": "Bakker"}
    zaak = str(coach.post("/zaken/nieuw", {**coach.verborgen, **velden, **naam}).location)
    pagina = coach.get(f"{zaak}/jobcoach").text
    assert 'value="Jo Coach"' in pagina
    assert "Uit de gegevens van " in pagina


def test_een_kopie_op_het_scherm(webloket: Webloket) -> None:
    loket = webloket.loket
    toegekend(loket)
    webloket.op(NA)
    nieuw = loket.begin(loket.coach, "uwv-noord", {**HALFJAAR, "werkgever": {"naam": "Nieuwe Baas"}})
    coach, plek = webloket.als(loket.coach), f"{adres(nieuw)}/aanvraag/kopie"
    coach.get(plek)
    onbekend = coach.post(plek, {**coach.verborgen, "nummer": "AJ-2099-00001"})
    assert (onbekend.status_code, NIET_TE_VINDEN in onbekend.text.casefold()) == (422, True)
    assert 'value="AJ-2099-00001"' in onbekend.text
    assert verzend(coach, plek, nummer="AJ-2023-00001").location == f"{adres(nieuw)}/aanvraag"
    assert "overgenomen" in coach.get(f"{adres(nieuw)}/aanvraag").text
    assert nieuw.zaak(loket.coach).werkgever.contactpersoon == "Ria Meel"


def test_een_certificaat_als_bron_leest_als_een_zin(webloket: Webloket) -> None:
    van = {"soort": "certificaat", "bron": "HARRIE-training", "uitleg": ""}
    with webloket.app.test_request_context():
        assert in_woorden(van) == "uit de certificaten van de jobcoach: HARRIE-training; nog na te kijken"
