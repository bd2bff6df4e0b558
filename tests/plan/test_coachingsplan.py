"""Het coachingsplan: schrijven, versies, wie het ziet, wat de regelset ervan vraagt en wat er wordt getekend."""

from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256

import pytest
from sqlalchemy import select
from tests.aanvraag.loket.antwoorden import GEMEENTE, HALFJAAR, ZES_TEKSTEN, Json
from tests.aanvraag.loket.balie import START, Loket, Zaakloket
from tests.aanvraag.loket.test_ronde_beslissen import na_ronde
from tests.plan.test_smart import GOED

from dakpan.aanvraag.controleren import controleer
from dakpan.aanvraag.domain.klok import Kloksoort
from dakpan.aanvraag.inhoud import haal_aanvraag, haal_besluit
from dakpan.aanvraag.tables import Besluitsoort
from dakpan.aanvraag.tekenen.document import Papier, als_pdf, kenmerk_van
from dakpan.aanvraag.tekenen.papier import papier_van as aanvraagpapier
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.tables import Document, Documentsoort, Zaak
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import Gewijzigd, NietGevonden
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Vrager
from dakpan.plan.coachingsplan import schrijven
from dakpan.plan.coachingsplan.domain import Evaluatiemoment, Planactiviteit, Plandoel, Planinhoud
from dakpan.plan.coachingsplan.lezen import geldend_plan, inhoud_van, laatste_plan, plannen_van
from dakpan.plan.coachingsplan.planpapier import papier_van
from dakpan.plan.coachingsplan.toestanden import Planstand
from dakpan.plan.coachingsplan.vaststellen import stel_bij
from dakpan.plan.domain import Doel
from dakpan.plan.offertes import laatste_offerte, sla_offerte_op, verstuur_offerte
from dakpan.plan.opdracht import geef_offerte_terug, geef_opdracht
from dakpan.plan.opdrachtpapier import papier_bij_opdracht
from dakpan.plan.verzoeken import vraag_offerte
from dakpan.wandeling.besluiten import besluit
from dakpan.wandeling.termijnen import klok_van

DOEL = replace(GOED, soort=Doel.INWERKEN_EN_TRAINEN)
ZONDER_PLAN: Json = {naam: waarde for naam, waarde in HALFJAAR.items() if naam not in {"hoofddoelen", "teksten"}}
NAAST_PLAN = {naam: tekst for naam, tekst in ZES_TEKSTEN.items() if naam not in {"coachingsdoelen", "benodigde_tijd"}}


def met_plan(zaak: Zaakloket, *doelen: Plandoel) -> Zaakloket:
    """De coach begint een plan en schrijft deze doelen."""
    zaak.doe(zaak.loket.coach, schrijven.begin)
    for plek, doel in enumerate(doelen):
        zaak.doe(zaak.loket.coach, schrijven.bewaar_doel, plek, doel)
    return zaak


def begonnen(loket: Loket) -> Zaakloket:
    return loket.begin(loket.coach, "uwv-noord", ZONDER_PLAN)


def gevraagd(loket: Loket) -> Zaakloket:
    zaak = loket.gemeentezaak()
    zaak.doe(loket.consulent, vraag_offerte, loket.organisatie_id, "Overzicht houden lukt niet alleen.")
    return zaak


def met_offerte(loket: Loket) -> Zaakloket:
    zaak = met_plan(gevraagd(loket), DOEL)
    zaak.doe(loket.coach, sla_offerte_op, {"uren": "12.00", "tarief": "95.45", "teksten": NAAST_PLAN})
    zaak.doe(loket.coach, verstuur_offerte)
    return zaak


def _plan(zaak: Zaakloket, wie: Vrager | None = None) -> Planinhoud:
    gelezen = inhoud_van(zaak.doe(wie or zaak.loket.coach, laatste_plan))
    assert gelezen is not None
    return gelezen


def _op_papier(handeling: Handeling, zaak: Zaak) -> Papier:
    plan = laatste_plan(handeling, zaak)
    assert plan is not None
    return papier_van(zaak, plan)


def _evaluaties(zaak: Zaakloket) -> list[date]:
    klok = zaak.doe(zaak.loket.coach, lambda h, z: klok_van(h, z, haal_aanvraag(h, z), haal_besluit(h, z)))
    return [een.uiterlijk for een in klok if een.soort is Kloksoort.EVALUEREN]


def _getekend(handeling: Handeling, zaak: Zaak) -> Papier:
    plan, offerte = geldend_plan(handeling, zaak), laatste_offerte(handeling, zaak)
    assert plan is not None
    assert offerte is not None
    return papier_bij_opdracht(zaak, offerte, plan)


def test_het_plan_van_bijlage_3_vervangt_de_vier_teksten(snel_loket: Loket) -> None:
    """Zonder één tekst op het formulier is de aanvraag volledig, en de uren van het plan tellen."""
    zaak = begonnen(snel_loket)
    zonder = {fout.veld for fout in zaak.doe(snel_loket.coach, controleer).fouten}
    assert {"teksten.coachingsdoelen", "teksten.uren_per_activiteit", "hoofddoelen"} <= zonder
    met_plan(zaak, DOEL)
    uitslag = zaak.doe(snel_loket.coach, controleer)
    assert uitslag.volledig, uitslag.fouten
    # 86,40 uur voor 182 dagen; ontvangen op dag 77, dus 49 dagen te laat: 86,40 x 133/182 = 63,138
    assert any("vraagt 12 uur; het budget is 63,14 uur" in een["tekst"] for een in uitslag.plan)


@pytest.mark.parametrize(
    ("doel", "veld"),
    [
        (replace(DOEL, soort=None), "hoofddoelen"),
        (replace(DOEL, streefdatum=None), "teksten.datum_bereikt"),
        (replace(DOEL, activiteiten=(Planactiviteit("Samen doen"),)), "teksten.uren_per_activiteit"),
    ],
)
def test_wat_de_regelset_verplicht_ontbreekt_met_de_bron(snel_loket: Loket, doel: Plandoel, veld: str) -> None:
    fouten = met_plan(begonnen(snel_loket), doel).doe(snel_loket.coach, controleer).fouten
    assert [een.veld for een in fouten] == [veld]


def test_een_vierde_hoofddoel_past_niet(snel_loket: Loket) -> None:
    zaak = met_plan(begonnen(snel_loket), DOEL, DOEL, DOEL)
    with pytest.raises(KanNiet, match="drie hoofddoelen"):
        zaak.doe(snel_loket.coach, schrijven.bewaar_doel, 3, DOEL)
    with pytest.raises(NietGevonden):
        met_plan(begonnen(snel_loket)).doe(snel_loket.coach, schrijven.bewaar_doel, 1, DOEL)


def test_een_weggehaald_doel_kan_terug_op_zijn_plek(snel_loket: Loket) -> None:
    eerste, tweede = replace(DOEL, tekst="Eerste doel van dit plan"), DOEL
    zaak = met_plan(begonnen(snel_loket), eerste, tweede)
    zaak.doe(snel_loket.coach, schrijven.haal_doel_weg, 0)
    assert _plan(zaak).doelen == (tweede,)
    zaak.doe(snel_loket.collega, schrijven.zet_doel_terug)
    assert _plan(zaak).doelen == (eerste, tweede)


def test_twee_collegas_tegelijk(snel_loket: Loket) -> None:
    zaak = met_plan(begonnen(snel_loket), DOEL)
    gezien = zaak.doe(snel_loket.coach, laatste_plan).versie
    zaak.doe(snel_loket.collega, schrijven.bewaar_doel, 0, replace(DOEL, maatstaf="Acht per dag"), gezien)
    with pytest.raises(Gewijzigd):
        zaak.doe(snel_loket.coach, schrijven.bewaar_doel, 0, DOEL, gezien)
    assert _plan(zaak).doelen[0].maatstaf == "Acht per dag"


def test_een_nieuw_plan_begint_met_wat_er_al_stond(snel_loket: Loket) -> None:
    zaak = met_plan(snel_loket.begin(snel_loket.coach, "uwv-noord", HALFJAAR))
    doelen = _plan(zaak).doelen
    assert [een.soort for een in doelen] == [Doel.INTRODUCEREN, Doel.INWERKEN_EN_TRAINEN, Doel.BEGELEIDEN_OP_HET_WERK]
    assert doelen[0].tekst == "Zelfstandig de oven bedienen."


def test_definitief_is_vast_en_het_getekende_papier_noemt_elk_doel(loket: Loket) -> None:
    zaak = met_plan(begonnen(loket), DOEL)
    zaak.doe(loket.coach, schrijven.bewaar_afspraken, (), werkplek="Een rustige hoek.", begeleider="Elke week.")
    zaak.tot_definitief(loket.coach)
    with pytest.raises(KanNiet, match="ligt vast tot het besluit"):
        zaak.doe(loket.coach, schrijven.bewaar_doel, 0, DOEL)
    papier = zaak.doe(loket.coach, lambda h, z: aanvraagpapier(h, z, haal_aanvraag(h, z)))
    regels = dict(regel for titel, groep in papier.groepen for regel in groep if titel.startswith("Coachingsplan"))
    assert regels["Hoofddoel"] == DOEL.tekst
    assert regels["Activiteit: Voordoen en samen doen"] == "12 uur"
    voor_werkgever = zaak.doe(loket.coach, lambda h, z: aanvraagpapier(h, z, haal_aanvraag(h, z), voor_werkgever=True))
    assert not any("Coachingsplan" in titel for titel, _groep in voor_werkgever.groepen)


def test_het_kenmerk_van_wat_getekend_wordt_verandert_met_het_plan(snel_loket: Loket) -> None:
    zaak = met_plan(begonnen(snel_loket), DOEL)

    def kenmerk() -> str:
        return str(zaak.doe(snel_loket.coach, lambda h, z: kenmerk_van(h, z, haal_aanvraag(h, z))))

    eerst = kenmerk()
    zaak.doe(snel_loket.coach, schrijven.bewaar_doel, 0, replace(DOEL, maatstaf="Acht per dag"))
    assert kenmerk() != eerst


def test_de_financier_ziet_het_plan_pas_bij_het_indienen(loket: Loket) -> None:
    zaak = met_plan(begonnen(loket), DOEL)
    with pytest.raises(NietGevonden):
        zaak.doe(loket.deskundige, plannen_van)
    zaak.tot_ingediend(loket.coach)
    assert _plan(zaak, loket.deskundige).doelen == (DOEL,)


def test_de_offerte_neemt_het_plan_mee_en_de_opdracht_tekent_beide(loket: Loket) -> None:
    zaak = met_plan(gevraagd(loket), DOEL)
    assert zaak.doe(loket.consulent, plannen_van) == []
    zaak.doe(loket.coach, sla_offerte_op, {"uren": "12.00", "tarief": "95.45", "teksten": NAAST_PLAN})
    zaak.doe(loket.coach, verstuur_offerte)
    assert _plan(zaak, loket.consulent).doelen == (DOEL,)
    zaak.tot_advies(loket.consulent)
    zaak.doe(loket.consulent, besluit, {"soort": Besluitsoort.TOEGEKEND.value, "motivering": "Past."})
    zaak.doe(loket.consulent, geef_opdracht)
    vraag = select(Document).where(Document.soort == Documentsoort.OPDRACHT)
    document = zaak.doe(loket.coach, lambda h, _z: h.sessie.scalars(vraag).one())
    papier = zaak.doe(loket.coach, _getekend)
    regels = dict(regel for _titel, groep in papier.groepen for regel in groep)
    assert regels["Samen, zonder btw"] == "€ 1.145,40"  # 12 x 95,45
    assert regels["Getekend door"] == "Wil Consulent op 20-03-2023"
    assert regels["Hoofddoel"] == DOEL.tekst
    assert document.sha256 == sha256(als_pdf(papier)).hexdigest()


def test_de_klok_kent_de_afgesproken_evaluaties_pas_na_het_besluit(snel_loket: Loket) -> None:
    evalueren = START + timedelta(60)
    zaak = met_plan(begonnen(snel_loket), DOEL)
    momenten = (Evaluatiemoment(evalueren),)
    zaak.doe(snel_loket.coach, schrijven.bewaar_afspraken, momenten, werkplek="", begeleider="")
    zaak.tot_ingediend(snel_loket.coach).tot_advies(snel_loket.deskundige)
    assert _evaluaties(zaak) == []
    zaak.doe(snel_loket.beslisser, besluit, {"soort": Besluitsoort.TOEGEKEND.value})
    assert _evaluaties(zaak) == [evalueren]
    coach, over = snel_loket.coach, Kloksoort.EVALUEREN.value
    assert na_ronde(snel_loket, coach, over, evalueren - timedelta(8)) == []
    assert na_ronde(snel_loket, coach, over, evalueren - timedelta(7)) == [("termijn_nadert", evalueren)]
    assert na_ronde(snel_loket, coach, over, evalueren + timedelta(1)) == [("termijn_nadert", evalueren)]


def test_zonder_doel_ontbreekt_in_de_offerte_een_van_de_zes(snel_loket: Loket) -> None:
    zaak = met_plan(gevraagd(snel_loket))
    zaak.doe(snel_loket.coach, sla_offerte_op, {"uren": "12.00", "tarief": "95.45", "teksten": NAAST_PLAN})
    with pytest.raises(InvoerFout) as gemeld:
        zaak.doe(snel_loket.coach, verstuur_offerte)
    assert {een.veld for een in gemeld.value.fouten} == {"teksten.coachingsdoelen", "teksten.benodigde_tijd"}


def test_na_teruggeven_is_er_een_nieuwe_versie_en_blijft_de_oude(snel_loket: Loket) -> None:
    zaak = met_offerte(snel_loket)
    with pytest.raises(KanNiet, match="verstuurd"):
        zaak.doe(snel_loket.coach, schrijven.begin)
    zaak.doe(snel_loket.consulent, geef_offerte_terug, "Liever minder uren.")
    zaak.doe(snel_loket.coach, schrijven.begin)
    zaak.doe(snel_loket.coach, schrijven.bewaar_doel, 0, replace(DOEL, maatstaf="Acht per dag"))
    assert _plan(zaak, snel_loket.consulent).doelen == (DOEL,)
    zaak.doe(snel_loket.coach, sla_offerte_op, {"uren": "10.00", "tarief": "95.45", "teksten": NAAST_PLAN})
    zaak.doe(snel_loket.coach, verstuur_offerte)
    standen = [(een.nummer, een.status) for een in zaak.doe(snel_loket.consulent, plannen_van)]
    assert standen == [(2, Planstand.VAST), (1, Planstand.VERVANGEN)]


def test_bijstellen_na_de_opdracht_vraagt_een_reden_en_deelt(snel_loket: Loket) -> None:
    zaak = met_offerte(snel_loket).tot_advies(snel_loket.consulent)
    zaak.doe(snel_loket.consulent, besluit, {"soort": Besluitsoort.TOEGEKEND.value, "motivering": "Past."})
    with pytest.raises(KanNiet, match="opdracht"):
        zaak.doe(snel_loket.coach, schrijven.begin)
    zaak.doe(snel_loket.consulent, geef_opdracht)
    zaak.doe(snel_loket.coach, schrijven.begin)
    zaak.doe(snel_loket.coach, schrijven.bewaar_doel, 0, replace(DOEL, streefdatum=START + timedelta(200)))
    with pytest.raises(InvoerFout, match="wat er anders is"):
        zaak.doe(snel_loket.coach, stel_bij, " ")
    zaak.doe(snel_loket.coach, stel_bij, "De nieuwe leidinggevende begint later.")
    gezien = zaak.doe(snel_loket.consulent, geldend_plan)
    assert (gezien.nummer, gezien.reden) == (2, "De nieuwe leidinggevende begint later.")


def test_het_plan_op_papier_is_te_lezen(snel_loket: Loket) -> None:
    zaak = met_plan(begonnen(snel_loket), DOEL)
    papier = zaak.doe(snel_loket.coach, _op_papier)
    regels = dict(regel for _titel, groep in papier.groepen for regel in groep)
    assert papier.titel == "CONCEPT van het coachingsplan voor Mila Bakker"
    assert (regels["Bereikt op"], regels["Alle uren samen"]) == ("01-12-2023", "12 uur")
    assert als_pdf(papier).startswith(b"%PDF-")


def test_weggooien_laat_de_teksten_van_het_formulier_terugkomen(snel_loket: Loket) -> None:
    zaak = met_plan(snel_loket.begin(snel_loket.coach, "uwv-noord", HALFJAAR))
    assert not zaak.doe(snel_loket.coach, controleer).volledig  # doelen zonder activiteiten en dagen
    zaak.doe(snel_loket.coach, schrijven.gooi_weg)
    assert zaak.doe(snel_loket.coach, controleer).volledig


def test_de_gemeente_die_zelf_aanvraagt_schrijft_geen_plan_voor_de_organisatie(snel_loket: Loket) -> None:
    zaak = snel_loket.begin(snel_loket.consulent, "staphorst", GEMEENTE)
    with pytest.raises(KanNiet, match="hoort bij de offerte"):
        zaak.doe(snel_loket.consulent, schrijven.begin)
