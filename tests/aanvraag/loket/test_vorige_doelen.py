"""Reis 9: een vervolg zegt van elk doel van de vorige periode of het is bereikt, en waarom.

Het plan van het half jaar noemt drie hoofddoelen; bij het eerste staan de eigen woorden van de coach.
"""

from tests.aanvraag.loket.antwoorden import HALFJAAR
from tests.aanvraag.loket.balie import Loket, Zaakloket
from tests.aanvraag.loket.test_andere_paginas import adres
from tests.aanvraag.loket.test_overnemen import NA, toegekend, vervolg_op
from tests.aanvraag.loket.test_paginas_van_een_aanvraag import stand
from tests.aanvraag.loket.test_wandeling_pagina import verzend
from tests.aanvraag.loket.webloket import Webloket

from dakpan.aanvraag.controleren import controleer
from dakpan.aanvraag.inhoud import haal_aanvraag
from dakpan.aanvraag.kopieren import kopieer
from dakpan.aanvraag.opslaan import Pagina, sla_pagina_op
from dakpan.aanvraag.overnemen import uit_eerdere
from dakpan.aanvraag.tekenen.papier import papier_van
from dakpan.aanvraag.van_zaak import formulier_voor
from dakpan.aanvraag.vorige_doelen import vorige_doelen
from dakpan.begrippen.uren import Uren
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Vrager
from dakpan.plan.coachingsplan.domain import Planactiviteit, Plandoel, Planinhoud
from dakpan.plan.coachingsplan.opschrijven import als_json
from dakpan.plan.coachingsplan.toestanden import Planstand
from dakpan.plan.tables import Coachingsplan

OVEN, INWERKEN, BEGELEIDEN = (
    "Zelfstandig de oven bedienen.",
    "De persoon inwerken en trainen",
    "De persoon begeleiden op het werk (afspraken maken en bewaken)",
)
OORDELEN = (("bereikt", "Zij bedient de oven alleen."), ("deels", "Nog niet op drukke dagen."), ("niet", "Ziek."))


def antwoorden(*oordelen: tuple[str, str]) -> dict[str, str]:
    """Per doel of het is bereikt en waarom, onder de namen van het formulier."""
    uit: dict[str, str] = {}
    for nummer, (bereikt, waarom) in enumerate(oordelen, 1):
        uit |= {f"aanvulling.doel_{nummer}_bereikt": bereikt, f"aanvulling.doel_{nummer}_waarom": waarom}
    return {veld: antwoord for veld, antwoord in uit.items() if antwoord}


def vul_in(vervolg: Zaakloket, wie: Vrager, gegevens: dict[str, str]) -> None:
    """Slaat de pagina met de doelen op, met alleen de vragen die zij heeft."""

    def opslaan(handeling: Handeling, zaak: Zaak) -> None:
        pagina = formulier_voor(handeling, zaak, haal_aanvraag(handeling, zaak)).pagina("doelen")
        assert pagina is not None
        sla_pagina_op(handeling, zaak, Pagina("doelen", pagina.groepen[0].veldnamen, gegevens))

    vervolg.doe(wie, opslaan, op=NA)


def op_papier(vervolg: Zaakloket, wie: Vrager, *, voor_werkgever: bool = False) -> str:
    """De aanvraag zoals deze lezer haar op papier krijgt."""
    nieuw, aanvraag = vervolg.zaak(vervolg.loket.coach), vervolg.aanvraag(vervolg.loket.coach)
    with vervolg.loket.wereld.als(wie, op=NA) as handeling:
        return str(papier_van(handeling, nieuw, aanvraag, voor_werkgever=voor_werkgever))


def ontbreekt(vervolg: Zaakloket, wie: Vrager) -> set[str]:
    uitslag = vervolg.doe(wie, controleer, op=NA)
    return {fout.veld for fout in uitslag.fouten if fout.veld.startswith("aanvulling.doel")}


def test_elk_doel_van_toen_vraagt_of_het_is_bereikt_en_waarom(loket: Loket) -> None:
    vervolg = vervolg_op(toegekend(loket), loket.coach)
    doelen = vorige_doelen(vervolg.aanvraag(loket.coach))
    assert [een.tekst for een in doelen] == [OVEN, INWERKEN, BEGELEIDEN]
    assert ontbreekt(vervolg, loket.coach) == set(antwoorden(*OORDELEN))
    vul_in(vervolg, loket.coach, antwoorden(("bereikt", ""), ("", "Te druk."), ("niet", "  ")))
    assert ontbreekt(vervolg, loket.coach) == {
        "aanvulling.doel_1_waarom",
        "aanvulling.doel_2_bereikt",
        "aanvulling.doel_3_waarom",
    }
    vul_in(vervolg, loket.coach, antwoorden(*OORDELEN))
    assert ontbreekt(vervolg, loket.coach) == set()
    assert [(een.bereikt, een.waarom) for een in vorige_doelen(vervolg.aanvraag(loket.coach))] == list(OORDELEN)


def test_het_plan_dat_gold_gaat_voor_de_doelen_van_de_aanvraag(snel_loket: Loket) -> None:
    zaak = toegekend(snel_loket)
    activiteit = Planactiviteit("Samen het rooster maken", Uren(4_00))
    inhoud = Planinhoud((Plandoel("Mila plant haar eigen week.", activiteiten=(activiteit,)),))
    with snel_loket.wereld.bouw(Vrager(None, "Beheer", tenant_id="uwv-noord")) as sessie:
        sessie.add(_plan(zaak, snel_loket, 1, Planstand.VERVANGEN, Planinhoud((Plandoel("Een ouder doel."),))))
        sessie.add(_plan(zaak, snel_loket, 2, Planstand.VAST, inhoud))
    doelen = vorige_doelen(vervolg_op(zaak, snel_loket.coach).aanvraag(snel_loket.coach))
    assert [een.tekst for een in doelen] == ["Mila plant haar eigen week."]


def _plan(zaak: Zaakloket, loket: Loket, nummer: int, status: Planstand, inhoud: Planinhoud) -> Coachingsplan:
    eigen = {"tenant_id": "uwv-noord", "organisatie_id": loket.organisatie_id, "kant": "gedeeld"}
    rest = {"nummer": nummer, "status": status, "inhoud": als_json(inhoud), "begonnen_door": "Jo Coach"}
    return Coachingsplan(**eigen, zaak_id=zaak.zaak_id, **rest)


def test_wat_vastligt_verandert_niet_en_vraagt_geen_nakijken(snel_loket: Loket) -> None:
    """Het doel zelf staat vast: wie de pagina opslaat kan er geen ander doel van maken."""
    vervolg = vervolg_op(toegekend(snel_loket), snel_loket.coach)
    vul_in(vervolg, snel_loket.coach, antwoorden(*OORDELEN) | {"aanvulling.doel_1": "Iets anders."})
    aanvraag = vervolg.aanvraag(snel_loket.coach)
    assert aanvraag.aanvulling["doel_1"] == OVEN
    assert aanvraag.aanvulling["doelen_uit"] == "AJ-2023-00001"
    assert not [veld for veld in aanvraag.herkomst if veld.startswith("aanvulling.doel")]


def test_wie_de_vorige_zaak_niet_mag_zien_ziet_haar_doelen_niet(snel_loket: Loket) -> None:
    """Een kopie bij nummer vraagt niets; wie de oude zaak niet ziet krijgt haar doelen ook niet op papier."""
    oud = toegekend(snel_loket)
    zaak = snel_loket.begin(snel_loket.coach, "uwv-noord", {**HALFJAAR, "teksten": {}})
    zaak.doe(snel_loket.coach, kopieer, "AJ-2023-00001")
    assert vorige_doelen(zaak.aanvraag(snel_loket.coach)) == ()
    vervolg = vervolg_op(oud, snel_loket.coach)
    vul_in(vervolg, snel_loket.coach, antwoorden(*OORDELEN))
    vreemde = snel_loket.wereld.medewerker(snel_loket.wereld.organisatie("Elders"), "El Elders")
    assert f"Doel 1: {OVEN}" in op_papier(vervolg, snel_loket.coach)
    assert "Doel 1" not in op_papier(vervolg, vreemde)


def test_de_werkgever_tekent_er_niet_voor(snel_loket: Loket) -> None:
    vervolg = vervolg_op(toegekend(snel_loket), snel_loket.coach)
    vul_in(vervolg, snel_loket.coach, antwoorden(*OORDELEN))
    assert "Nog niet op drukke dagen." in op_papier(vervolg, snel_loket.coach)
    assert "Nog niet op drukke dagen." not in op_papier(vervolg, snel_loket.coach, voor_werkgever=True)


def test_een_vervolg_op_het_vervolg_begint_met_lege_antwoorden(snel_loket: Loket) -> None:
    """Wat over de doelen van toen is gezegd hoort bij die periode."""
    zaak = toegekend(snel_loket)
    vervolg = vervolg_op(zaak, snel_loket.coach)
    vul_in(vervolg, snel_loket.coach, antwoorden(*OORDELEN))
    opnieuw = uit_eerdere(vervolg.zaak(snel_loket.coach), vervolg.aanvraag(snel_loket.coach))
    assert "werkgever.naam" in opnieuw
    assert not [veld for veld in opnieuw if veld.startswith("aanvulling.doel")]


def test_op_het_scherm_met_een_link_vanuit_de_controle(webloket: Webloket) -> None:
    loket = webloket.loket
    zaak = adres(toegekend(loket))
    webloket.op(NA)
    coach = webloket.als(loket.coach)
    coach.get(zaak)
    vervolg = str(coach.post(f"{zaak}/vervolg", coach.verborgen).location).removesuffix("/aanvraag")
    pagina = coach.get(f"{vervolg}/aanvraag/doelen").text
    assert f"Doel 1: {OVEN}" in pagina
    assert "De doelen staan in het plan bij AJ-2023-00001." in pagina
    coach.post(f"{vervolg}/controle", coach.verborgen)
    controle = coach.get(f"{vervolg}/controle").text
    assert f'{vervolg}/aanvraag/doelen#veld-aanvulling-doel_1_bereikt-1"' in controle
    assert "zeg of dit doel van de vorige periode is bereikt" in controle
    verzend(coach, f"{vervolg}/aanvraag/doelen", **antwoorden(*OORDELEN))
    assert stand(coach, vervolg)["doelen"] == "compleet"
    afdruk = coach.get(f"{vervolg}/aanvraag/afdruk").text
    assert f"Doel 2: {INWERKEN}" in afdruk
    assert "deels bereikt" in afdruk
    assert "Nog niet op drukke dagen." in afdruk
