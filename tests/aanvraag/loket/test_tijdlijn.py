"""Reis 1 en 9: eerdere contracten op één tijdlijn (rapport par. 5.3: proefplaatsing van 2, contract van 8, dan van 13).

De proefplaatsing liep januari en februari 2023, het contract van maart tot en met oktober, en het nieuwe begint op
1 november 2023.
"""

from datetime import date

import pytest
from tests.aanvraag.loket.antwoorden import HALFJAAR, met
from tests.aanvraag.loket.balie import Loket, Zaakloket
from tests.aanvraag.loket.tijdlijnen import (
    ACHT,
    EERSTE,
    JAAR,
    MAANDEN,
    OP,
    PROEF,
    TOELICHTING,
    TWEE,
    begonnen,
    blik,
    getallen,
    groepen,
    ontbreekt,
    sla_op,
    tijdvak,
    wie_van,
)

from dakpan.aanvraag.controleren import controleer
from dakpan.aanvraag.inhoud import haal_aanvraag
from dakpan.aanvraag.opslaan import Pagina, sla_pagina_op
from dakpan.aanvraag.tijdlijn.blik import Telt, Wat
from dakpan.aanvraag.van_zaak import formulier_voor
from dakpan.invoer.fouten import InvoerFout

# --- het formulier wordt korter ---


def test_zonder_eerder_contract_is_er_een_vakje_en_verder_niets(snel_loket: Loket) -> None:
    snel_loket.vandaag = OP
    zaak = snel_loket.begin(snel_loket.coach, "uwv-noord", HALFJAAR)
    assert "tijdlijn" not in groepen(zaak)
    vragen = zaak.doe(snel_loket.coach, lambda h, hier: formulier_voor(h, hier, haal_aanvraag(h, hier)).velden)
    assert "aanvulling.eerder_contract" in vragen
    # Bij een eerste aanvraag zonder eerder contract zijn er geen maanden om in te vullen.
    assert not {MAANDEN, PROEF, EERSTE, TOELICHTING} & set(vragen)


def test_wie_al_maanden_invulde_blijft_ze_zien(snel_loket: Loket) -> None:
    zaak = snel_loket.begin(snel_loket.coach, "uwv-noord", met(HALFJAAR, historie={"maanden_jobcoaching": 3}))
    vragen = zaak.doe(snel_loket.coach, lambda h, hier: formulier_voor(h, hier, haal_aanvraag(h, hier)).velden)
    assert MAANDEN in vragen


def test_twee_acht_dertien_vult_de_getallen_in_en_zegt_waarvandaan(loket: Loket) -> None:
    zaak = begonnen(loket)
    sla_op(zaak, "tijdlijn", TWEE | ACHT)
    assert getallen(zaak) == {MAANDEN: 8, PROEF: 2, EERSTE: 8, JAAR: 1}
    herkomst = zaak.aanvraag(loket.coach).herkomst
    assert {herkomst[veld]["uitleg"] for veld in (MAANDEN, PROEF, EERSTE, JAAR)} == {
        "volgt uit de tijdlijn van contracten"
    }
    assert not any("door" in herkomst[veld] for veld in (MAANDEN, PROEF, EERSTE, JAAR))


def test_een_ander_contract_van_nu_rekent_opnieuw_voor(snel_loket: Loket) -> None:
    """Begint het nieuwe contract 29 dagen later (30 november), dan is het een nieuwe termijn: 0 maanden."""
    zaak = begonnen(snel_loket)
    sla_op(zaak, "tijdlijn", TWEE | ACHT)
    sla_op(zaak, "dienstverband", {"dienstverband.begin": "2023-11-30"})
    sla_op(zaak, "periode", {"aanvraag.begin": "2023-11-30", "aanvraag.eind": "2024-05-29"})
    assert getallen(zaak) == {MAANDEN: 0, PROEF: 2, EERSTE: None, JAAR: None}


def test_wat_iemand_zelf_invulde_blijft_en_vraagt_om_een_reden(snel_loket: Loket) -> None:
    zaak = begonnen(snel_loket)
    sla_op(zaak, "tijdlijn", TWEE | ACHT)
    sla_op(zaak, "geschiedenis", {MAANDEN: 6, JAAR: 1, "jaar_bevestigd": True})
    sla_op(zaak, "dienstverband", {"dienstverband.loonwaarde": 50})
    assert getallen(zaak)[MAANDEN] == 6
    assert TOELICHTING in ontbreekt(zaak)
    sla_op(zaak, "geschiedenis", {TOELICHTING: "Twee maanden lang was er geen coach."})
    assert TOELICHTING not in ontbreekt(zaak)
    anders = {een.veld: (een.geteld, een.ingevuld) for een in blik(zaak).voorstellen if een.anders}
    assert anders == {MAANDEN: (8, 6)}
    assert blik(zaak).toelichting == "Twee maanden lang was er geen coach."


def test_leegmaken_is_ook_afwijken(snel_loket: Loket) -> None:
    """Een leeg getal lezen de regels als 0: wie de acht maanden weghaalt zegt waarom."""
    zaak = begonnen(snel_loket)
    sla_op(zaak, "tijdlijn", TWEE | ACHT)
    sla_op(zaak, "geschiedenis", {MAANDEN: None, JAAR: 1, "jaar_bevestigd": True})
    assert getallen(zaak)[MAANDEN] is None
    assert TOELICHTING in ontbreekt(zaak)
    assert [een.veld for een in blik(zaak).voorstellen if een.anders] == [MAANDEN]


def test_geen_eerder_contract_meer_ruimt_de_tijdlijn_op(snel_loket: Loket) -> None:
    zaak = begonnen(snel_loket)
    sla_op(zaak, "tijdlijn", TWEE | ACHT)
    sla_op(zaak, "dienstverband", {"aanvulling.eerder_contract": False})
    aanvraag = zaak.aanvraag(snel_loket.coach)
    assert not [naam for naam in aanvraag.aanvulling if naam.startswith("contract_")]
    assert "tijdlijn" not in groepen(zaak)


# --- fouten: elk bij zijn veld, alles tegelijk, en een concept mag onvolledig zijn ---


def test_alle_fouten_tegelijk_bij_hun_veld(snel_loket: Loket) -> None:
    zaak = begonnen(snel_loket)
    fout = (
        tijdvak(1, "proefplaatsing", "2023-03-10", "2023-02-28")
        | tijdvak(2, "contract", "2023-03-01", "2023-11-02")
        | tijdvak(3, "andere_functie", "2023-10-01", "2023-10-31", "deel")
        | {"aanvulling.contract_3_coaching_begin": "2023-09-01", "aanvulling.contract_3_coaching_eind": "2023-10-15"}
        | tijdvak(4, "coaching", "2022-01-01", "2022-02-01", "")
    )
    velden = tuple(fout)
    with pytest.raises(InvoerFout) as gevonden:
        zaak.doe(snel_loket.coach, sla_pagina_op, Pagina("tijdlijn", velden, fout))
    assert {een.veld.removeprefix("aanvulling."): een.melding for een in gevonden.value.fouten} == {
        "contract_1_eind": "de laatste dag ligt voor de eerste dag",
        "contract_2_eind": "het contract van nu begint op 01-11-2023; dit moet daarvoor zijn geëindigd",
        "contract_3_begin": "dit overlapt met tijdvak 2, 01-03-2023 t/m 02-11-2023; een dag hoort bij één tijdvak",
        "contract_4_begin": "deze dagen vallen niet in één contract op de tijdlijn, vóór de gevraagde periode",
        "contract_3_coaching_begin": "deze dagen vallen buiten het contract van 01-10-2023 t/m 31-10-2023",
    }


def test_losse_coaching_hoort_in_een_contract(snel_loket: Loket) -> None:
    zaak = begonnen(snel_loket, aanvraag={"begin": "2024-01-01"})
    sla_op(zaak, "tijdlijn", TWEE | ACHT)
    los = tijdvak(3, "coaching", "2023-12-15", "2024-01-15", "")
    with pytest.raises(InvoerFout, match="deze dagen vallen niet in één contract"):
        sla_op(zaak, "tijdlijn", los)
    # 8 maanden eerder en 1 november tot en met 15 december: 2 begonnen maanden, aaneen 10.
    sla_op(zaak, "tijdlijn", tijdvak(3, "coaching", "2023-11-01", "2023-12-15", ""))
    assert getallen(zaak)[MAANDEN] == 10


def test_een_baan_elders_mag_tegelijk(snel_loket: Loket) -> None:
    zaak = begonnen(snel_loket)
    sla_op(zaak, "tijdlijn", TWEE | ACHT)
    sla_op(zaak, "tijdlijn", tijdvak(3, "andere_werkgever", "2022-01-01", "2023-10-31", ""))
    assert getallen(zaak)[MAANDEN] == 8


def test_half_invullen_mag_en_de_controle_zegt_wat_er_mist(snel_loket: Loket) -> None:
    zaak = begonnen(snel_loket)
    sla_op(zaak, "tijdlijn", {"aanvulling.contract_1_soort": "contract"})
    assert set(ontbreekt(zaak)) >= {
        "aanvulling.contract_1_begin",
        "aanvulling.contract_1_eind",
        "aanvulling.contract_1_coaching",
    }
    sla_op(zaak, "tijdlijn", {"aanvulling.contract_1_soort": ""})
    assert "aanvulling.contract_1_soort" in ontbreekt(zaak)


# --- wat de beoordelaar ziet ---


def test_de_tabel_en_de_balk(snel_loket: Loket) -> None:
    """Van 1 januari 2023 tot en met 28 februari 2026 is 1155 dagen; 59 dagen proefplaatsing is 5,10 procent."""
    zaak = begonnen(snel_loket)
    sla_op(zaak, "tijdlijn", TWEE | ACHT)
    gezien = blik(zaak)
    assert [(een.wat, een.begin, een.eind, een.telt, een.gecoacht) for een in gezien.rijen] == [
        (Wat.PROEFPLAATSING, date(2023, 1, 1), date(2023, 2, 28), Telt.APART, True),
        (Wat.CONTRACT, date(2023, 3, 1), date(2023, 10, 31), Telt.MEE, True),
        (Wat.NU, date(2023, 11, 1), date(2024, 11, 30), Telt.GEEN, False),
        (Wat.GEVRAAGD, date(2023, 11, 1), date(2024, 4, 30), Telt.GEEN, False),
        (Wat.TERMIJN, date(2023, 3, 1), date(2026, 2, 28), Telt.GEEN, False),
    ]
    assert (gezien.begin, gezien.eind) == (date(2023, 1, 1), date(2026, 2, 28))
    proef = next(een for een in gezien.stukken if een.wat is Wat.PROEFPLAATSING)
    assert (proef.x, proef.breedte) == ("0.00%", "5.10%")
    # 6 november 2023 is 309 dagen na 1 januari: 309 / 1155 = 26,75 procent.
    assert gezien.nu == "26.75%"


def test_een_onderbreking_staat_erbij_met_wat_zij_doet(snel_loket: Loket) -> None:
    zaak = begonnen(snel_loket, tenant="staphorst", persoon={"doelgroepen": ["banenafspraak"]})
    sla_op(zaak, "tijdlijn", TWEE | tijdvak(2, "contract", "2023-03-01", "2023-10-15"))
    gat = next(een for een in blik(zaak).rijen if een.wat is Wat.ONDERBREKING)
    assert (gat.begin, gat.eind, gat.dagen, gat.telt) == (date(2023, 10, 16), date(2023, 10, 31), 16, Telt.OPEN)
    # Bij deze financier is een gat niet in bron: de maanden en het jaar blijven leeg, en een mens vult ze in.
    assert getallen(zaak) == {MAANDEN: None, PROEF: 2, EERSTE: None, JAAR: None}
    assert {MAANDEN, JAAR} <= _zonder_antwoord(zaak)
    sla_op(zaak, "geschiedenis", {MAANDEN: 0, JAAR: 1, "jaar_bevestigd": True})
    assert not {MAANDEN, JAAR} & _zonder_antwoord(zaak)
    assert [een.veld for een in blik(zaak).voorstellen] == [JAAR, MAANDEN, PROEF]


def _zonder_antwoord(zaak: Zaakloket) -> set[str]:
    return {fout.veld for fout in zaak.doe(wie_van(zaak), controleer).fouten}


def test_het_jaar_dat_er_vanzelf_stond_blijft_niet_staan(snel_loket: Loket) -> None:
    """Een nieuwe aanvraag begint met jaar 1; na een onderbreking is het jaar niet in bron, dus ook niet 1."""
    eerste = {"soort": "eerste", "jaar": 1, "volgnummer": 1, "begin": "2023-11-29", "eind": "2024-05-28"}
    zaak = begonnen(snel_loket, aanvraag=eerste, dienstverband={"begin": "2023-11-29", "eind": None})
    sla_op(zaak, "tijdlijn", TWEE | ACHT)
    assert getallen(zaak) == {MAANDEN: 8, PROEF: 2, EERSTE: None, JAAR: None}
    assert {JAAR, EERSTE} <= _zonder_antwoord(zaak)


def test_een_contract_zonder_einddatum_is_geen_gat_in_de_bron(snel_loket: Loket) -> None:
    """Na een proefplaatsing meteen in vaste dienst: er is geen lengte, en die hoeft ook niemand in te vullen."""
    vast = {"soort": "onbepaalde_tijd", "begin": "2023-03-01", "eind": None}
    zaak = begonnen(
        snel_loket,
        aanvraag={"soort": "eerste_na_proefplaatsing", "begin": "2023-03-01", "eind": "2023-08-31"},
        dienstverband=vast,
    )
    sla_op(zaak, "tijdlijn", TWEE)
    assert getallen(zaak) == {MAANDEN: 0, PROEF: 2, EERSTE: None, JAAR: 1}
    assert EERSTE not in _zonder_antwoord(zaak)
