"""Eén groep vragen per pagina: half opslaan mag, de lijst zegt hoe het staat, en twee mensen raken niets kwijt."""

import re

from tests.aanvraag.loket.antwoorden import GEMEENTE, HALFJAAR, met
from tests.aanvraag.loket.test_andere_paginas import adres
from tests.aanvraag.loket.test_wandeling_pagina import begin, verzend
from tests.aanvraag.loket.webloket import Webloket
from tests.hulp.bezoeker import Bezoeker


def stand(bezoeker: Bezoeker, zaak: str) -> dict[str, str]:
    """Per groep wat er in de lijst achter staat."""
    lijst = bezoeker.get(f"{zaak}/aanvraag").text.partition('<ul class="dp-taken">')[2]
    return dict(re.findall(rf'href="{zaak}/aanvraag/([a-z]+)".*?dp-status[^>]*>([^<]*)<', lijst, re.DOTALL))


def test_de_lijst_zegt_in_woorden_hoe_elke_groep_ervoor_staat(webloket: Webloket) -> None:
    consulent = webloket.als(webloket.loket.consulent)
    zaak = begin(consulent)
    assert stand(consulent, zaak) == {
        "soort": "compleet",
        "client": "begonnen: nog 3 antwoorden",
        "werkgever": "begonnen: nog 1 antwoord",
        "dienstverband": "niet begonnen",
        "periode": "niet begonnen",
        "jobcoach": "niet begonnen",
        "geschiedenis": "compleet",
    }
    verzend(consulent, f"{zaak}/aanvraag/dienstverband", **{"dienstverband.soort": "onbepaalde_tijd"})
    assert stand(consulent, zaak)["dienstverband"] == "begonnen: nog 2 antwoorden"
    assert "opgeslagen door Wil Consulent" in consulent.get(f"{zaak}/aanvraag").text


def test_opslaan_gaat_verder_terug_of_naar_de_lijst(webloket: Webloket) -> None:
    consulent = webloket.als(webloket.loket.consulent)
    zaak = begin(consulent)
    werkgever = {"werkgever.naam": "Bakkerij De Korenaar"}
    assert verzend(consulent, f"{zaak}/aanvraag/werkgever", **werkgever).location == f"{zaak}/aanvraag/dienstverband"
    for heen, adres_erna in (("vorige", "/client"), ("lijst", "")):
        consulent.get(f"{zaak}/aanvraag/werkgever")
        antwoord = consulent.post(f"{zaak}/aanvraag/werkgever", {**consulent.verborgen, **werkgever, "naar": heen})
        assert antwoord.location == f"{zaak}/aanvraag{adres_erna}"
    laatste = verzend(consulent, f"{zaak}/aanvraag/geschiedenis", **{"aanvraag.jaar": "1"})
    assert laatste.location == f"{zaak}/aanvraag/samenvatting"


def test_een_dag_die_nog_moet_komen_staat_er_meteen_bij_naast_een_ander_antwoord_dat_niet_klopt(
    webloket: Webloket,
) -> None:
    consulent = webloket.als(webloket.loket.consulent)
    zaak = begin(consulent)
    pad = f"{zaak}/aanvraag/client"
    consulent.get(pad)
    velden = {"client.geboortedatum": "2099-01-01", "client.bsn": "123456789", "client.voornaam": "Mila"}
    antwoord = consulent.post(pad, {**consulent.verborgen, **velden})
    assert antwoord.status_code == 422
    assert "2 antwoorden kloppen nog niet" in antwoord.text
    assert "Deze dag moet nog komen" in antwoord.text
    assert "Dit is geen geldig BSN" in antwoord.text


def test_een_groep_die_deze_zaak_niet_heeft_bestaat_niet(webloket: Webloket) -> None:
    consulent = webloket.als(webloket.loket.consulent)
    zaak = begin(consulent)
    assert consulent.get(f"{zaak}/aanvraag/plan").status_code == 404
    assert consulent.get(f"{zaak}/aanvraag/onzin").status_code == 404


def test_wat_op_een_andere_pagina_botst_houdt_opslaan_niet_tegen(webloket: Webloket) -> None:
    """De baan begint later dan de gevraagde periode: de baan is opgeslagen, de periode krijgt een bevinding."""
    loket = webloket.loket
    zaak = adres(loket.begin(loket.consulent, "staphorst", GEMEENTE))
    consulent = webloket.als(loket.consulent)
    velden = {"soort": "bepaalde_tijd", "begin": "2023-04-01", "eind": "2024-02-29", "uren_per_week": "24"}
    verzend(consulent, f"{zaak}/aanvraag/dienstverband", **{f"dienstverband.{naam}": w for naam, w in velden.items()})
    assert stand(consulent, zaak)["periode"] == "1 bevinding"
    verzend(consulent, f"{zaak}/controle")
    pagina = consulent.get(f"{zaak}/controle").text
    assert f'href="{zaak}/aanvraag/periode#veld-aanvraag-begin"' in pagina
    assert "begint voor het dienstverband op 01-04-2023" in pagina
    assert "Succesvol gecontroleerd" not in pagina


def test_een_bevinding_van_de_regels_wijst_naar_haar_vraag(webloket: Webloket) -> None:
    loket = webloket.loket
    te_weinig = met(GEMEENTE, dienstverband={"uren_per_week": "8.00"})
    zaak = adres(loket.begin(loket.consulent, "staphorst", te_weinig))
    consulent = webloket.als(loket.consulent)
    assert stand(consulent, zaak)["dienstverband"] == "1 bevinding"
    verzend(consulent, f"{zaak}/controle")
    pagina = consulent.get(f"{zaak}/controle").text
    assert f'href="{zaak}/aanvraag/dienstverband#veld-dienstverband-uren_per_week"' in pagina
    assert "Ga naar: Uren per week" in pagina


def test_de_samenvatting_toont_alles_met_een_weg_terug(webloket: Webloket) -> None:
    loket = webloket.loket
    zaak = adres(loket.begin(loket.coach, "uwv-noord", HALFJAAR))
    pagina = webloket.als(loket.coach).get(f"{zaak}/aanvraag/samenvatting").text
    for groep in ("soort", "client", "werkgever", "dienstverband", "periode", "jobcoach", "geschiedenis", "plan"):
        assert f'href="{zaak}/aanvraag/{groep}"' in pagina
    assert "Bakkerij De Korenaar" in pagina
    assert "Zelfstandig de oven bedienen." in pagina
    # Het nummer staat er zoals het is bewaard, en wat leeg mag blijven neemt geen regels in.
    assert "•••••6708" in pagina
    assert "Niet ingevuld, en niet verplicht: KvK-nummer;" in pagina
    assert "<dt>KvK-nummer</dt>" not in pagina


def test_wat_verplicht_is_en_ontbreekt_houdt_zijn_regel(webloket: Webloket) -> None:
    consulent = webloket.als(webloket.loket.consulent)
    pagina = consulent.get(f"{begin(consulent)}/aanvraag/samenvatting").text
    for vraag in ("Geboortedatum", "Onder welke groepen valt de cliënt?", "Begeleidingsregime"):
        assert f"<dt>{vraag}</dt><dd>–</dd>" in pagina


def test_de_controle_noemt_meteen_alles_op_volgorde_van_het_formulier(webloket: Webloket) -> None:
    """Ook het plan, terwijl de rest nog niet te lezen is: niemand hoort pas na een tweede keer wat er nog mist."""
    loket = webloket.loket
    leeg = met(HALFJAAR, dienstverband=dict.fromkeys(HALFJAAR["dienstverband"]))
    zaak = adres(loket.begin(loket.coach, "uwv-noord", {**leeg, "teksten": {}, "hoofddoelen": []}))
    coach = webloket.als(loket.coach)
    verzend(coach, f"{zaak}/controle")
    pagina = coach.get(f"{zaak}/controle").text
    plekken = [
        pagina.index(f'href="{zaak}/aanvraag/{plek}"')
        for plek in (
            "dienstverband#veld-dienstverband-soort",
            "dienstverband#veld-dienstverband-begin",
            "plan#veld-teksten-coachingsdoelen",
            "plan#veld-teksten-datum_bereikt",
            "plan#veld-hoofddoelen-1",
        )
    ]
    assert plekken == sorted(plekken)
    assert "is meer dan" not in pagina


def test_hoeveel_hoofddoelen_mogen_staat_er_vooraf(webloket: Webloket) -> None:
    loket = webloket.loket
    zaak = adres(loket.begin(loket.coach, "uwv-noord", HALFJAAR))
    assert "Kies er ten hoogste 3." in webloket.als(loket.coach).get(f"{zaak}/aanvraag/plan").text


def test_een_rondje_dat_niet_hoeft_is_weer_leeg_te_maken(webloket: Webloket) -> None:
    loket = webloket.loket
    zaak = adres(loket.begin(loket.coach, "uwv-noord", HALFJAAR))
    coach, pagina = webloket.als(loket.coach), f"{zaak}/aanvraag/betaling"
    assert "Geen antwoord" not in coach.get(pagina).text
    verzend(coach, pagina, **{"aanvulling.uitbetaling": "geen_machtiging"})
    assert "Geen antwoord" in coach.get(pagina).text
    assert "De cliënt geeft geen machtiging" in coach.get(f"{zaak}/aanvraag/samenvatting").text
    verzend(coach, pagina, **{"aanvulling.uitbetaling": ""})
    assert "De cliënt geeft geen machtiging" not in coach.get(f"{zaak}/aanvraag/samenvatting").text


def test_wat_definitief_is_biedt_geen_knop_om_te_verwijderen(webloket: Webloket) -> None:
    loket = webloket.loket
    zaak = adres(loket.begin(loket.coach, "uwv-noord", HALFJAAR))
    coach = webloket.als(loket.collega)
    assert "Ja, verwijder het concept" in coach.get(f"{zaak}/verwijderen").text
    verzend(coach, f"{zaak}/controle")
    verzend(coach, f"{zaak}/definitief")
    pagina = coach.get(f"{zaak}/verwijderen").text
    assert "Verwijderen kan niet meer" in pagina
    assert "Ja, verwijder het concept" not in pagina


def test_twee_mensen_op_verschillende_paginas_merken_niets(webloket: Webloket) -> None:
    loket = webloket.loket
    zaak = adres(loket.begin(loket.coach, "uwv-noord", HALFJAAR))
    coach, collega = webloket.als(loket.coach), webloket.als(loket.collega)
    coach.get(f"{zaak}/aanvraag/werkgever")
    open_pagina = coach.verborgen
    verzend(collega, f"{zaak}/aanvraag/jobcoach", **{"aanvraag.jobcoach.harrie": "ja"})
    werkgever = {"werkgever.naam": "Bakkerij De Korenaar", "werkgever.contactpersoon": "Ria Meel"}
    antwoord = coach.post(f"{zaak}/aanvraag/werkgever", {**open_pagina, **werkgever, "werkgever.plaats": "Zwolle"})
    assert antwoord.status_code == 303
    samenvatting = coach.get(f"{zaak}/aanvraag/samenvatting").text
    assert "Zwolle" in samenvatting
    assert re.search(r"HARRIE.*?<dd>ja</dd>", samenvatting, re.DOTALL)


def test_twee_mensen_op_dezelfde_pagina_zien_wat_van_wie_is(webloket: Webloket) -> None:
    """De collega veranderde plaats en telefoon; de coach de plaats en de contactpersoon. Alleen de plaats botst."""
    loket = webloket.loket
    zaak = adres(loket.begin(loket.coach, "uwv-noord", HALFJAAR))
    coach, collega = webloket.als(loket.coach), webloket.als(loket.collega)
    plek, naam = f"{zaak}/aanvraag/werkgever", {"werkgever.naam": "Bakkerij De Korenaar"}
    coach.get(plek)
    open_pagina = coach.verborgen
    van_collega = {"werkgever.contactpersoon": "Ria Meel", "werkgever.plaats": "Meppel"}
    verzend(collega, plek, **naam, **van_collega, **{"werkgever.telefoon": "0612345678"})
    van_coach = {**naam, "werkgever.contactpersoon": "Tom Meel", "werkgever.plaats": "Zwolle"}
    antwoord = coach.post(plek, {**open_pagina, **van_coach})
    assert antwoord.status_code == 409
    botsing = antwoord.text.partition('id="botsing"')[2].partition("dp-formulier")[0]
    assert re.findall(r'href="#(veld-[a-z-]+)"', botsing) == ["veld-werkgever-plaats"]
    for tekst in ("Meppel", "Zwolle", "Sam Collega"):
        assert tekst in botsing
    assert 'value="Zwolle"' in antwoord.text
    assert 'value="0612345678"' in antwoord.text
    opnieuw = coach.post(plek, {**coach.verborgen, **van_coach, "werkgever.telefoon": "0612345678"})
    assert opnieuw.status_code == 303
    pagina = coach.get(plek).text
    for waarde in ("Zwolle", "Tom Meel", "0612345678"):
        assert f'value="{waarde}"' in pagina


def test_wat_alleen_de_ander_veranderde_blijft_en_wordt_gemeld(webloket: Webloket) -> None:
    loket = webloket.loket
    zaak = adres(loket.begin(loket.coach, "uwv-noord", HALFJAAR))
    coach, collega = webloket.als(loket.coach), webloket.als(loket.collega)
    plek = f"{zaak}/aanvraag/werkgever"
    zelfde = {"werkgever.naam": "Bakkerij De Korenaar", "werkgever.contactpersoon": "Ria Meel"}
    coach.get(plek)
    open_pagina = coach.verborgen
    verzend(collega, plek, **zelfde, **{"werkgever.plaats": "Meppel"})
    antwoord = coach.post(plek, {**open_pagina, **zelfde, "werkgever.plaats": "Staphorst", "werkgever.kvk": "12345678"})
    assert antwoord.status_code == 303
    pagina = coach.get(plek).text
    assert "Iemand anders veranderde intussen dit antwoord; het is gebleven: Plaats." in pagina
    assert 'value="Meppel"' in pagina
    assert 'value="12345678"' in pagina
