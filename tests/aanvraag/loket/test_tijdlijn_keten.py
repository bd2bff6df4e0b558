"""Wat uit eerdere zaken bekend is: een vervolg of een kopie schrijft de tijdlijn zelf."""

from datetime import date
from typing import Any

from tests.aanvraag.loket.antwoorden import HALFJAAR, met
from tests.aanvraag.loket.balie import Loket, Zaakloket
from tests.aanvraag.loket.tijdlijnen import (
    ACHT,
    EERSTE,
    JAAR,
    MAANDEN,
    OP,
    PROEF,
    TWEE,
    begonnen,
    getallen,
    groepen,
    sla_op,
    wie_van,
)

from dakpan.aanvraag.inhoud import haal_aanvraag
from dakpan.aanvraag.kopieren import kopieer
from dakpan.aanvraag.tijdlijn.tellen import tel
from dakpan.aanvraag.van_zaak import formulier_voor
from dakpan.wandeling.besluiten import besluit
from dakpan.wandeling.vervolg import begin_vervolg


def test_een_hele_keten_van_zaken_schrijft_de_tijdlijn_zelf(loket: Loket) -> None:
    """Proefplaatsing van 2, contract van 8, en een vervolg voor het contract van 13: alles staat er al."""
    loket.vandaag = date(2023, 1, 9)
    proef = met(
        HALFJAAR,
        aanvraag={"soort": "proefplaatsing", "begin": "2023-01-01", "eind": "2023-02-28"},
        dienstverband={"soort": "proefplaatsing", "begin": "2023-01-01", "eind": "2023-02-28"},
    )
    eerste = _toegekend(loket, loket.halfjaarzaak(proef), uren="10.00", motivering="Past.")
    loket.vandaag = date(2023, 3, 6)
    tweede = _vervolg(loket, eerste)
    aanvraag = tweede.aanvraag(loket.coach)
    assert (aanvraag.aanvulling["contract_1_soort"], aanvraag.aanvulling["contract_1_coaching"]) == (
        "proefplaatsing",
        "heel",
    )
    assert aanvraag.herkomst["aanvulling.contract_1_begin"]["bron"] == "AJ-2023-00001"
    # De dagen en de soort van de proefplaatsing gelden niet voor het contract dat erna komt.
    assert not {"soort", "begin", "eind"} & set(aanvraag.gegevens["dienstverband"])
    sla_op(tweede, "tijdlijn", {})
    nieuw = {"soort": "bepaalde_tijd", "begin": "2023-03-01", "eind": "2023-10-31"}
    sla_op(tweede, "dienstverband", {f"dienstverband.{veld}": waarde for veld, waarde in nieuw.items()})
    sla_op(tweede, "periode", {"aanvraag.begin": "2023-03-01", "aanvraag.eind": "2023-10-31"})
    assert getallen(tweede) == {MAANDEN: 0, PROEF: 2, EERSTE: 8, JAAR: 1}
    _maak_af(tweede)
    _toegekend(loket, tweede.tot_ingediend(loket.coach), motivering="Past.", uren="10.00")
    loket.vandaag = OP
    derde = _vervolg(loket, tweede)
    assert {naam: waarde for naam, waarde in derde.aanvraag(loket.coach).aanvulling.items() if "contract" in naam} == {
        "eerder_contract": True,
        **{naam.removeprefix("aanvulling."): waarde for naam, waarde in (TWEE | ACHT).items()},
    }
    nieuw = {"begin": "2023-11-01", "eind": "2024-11-30"}
    sla_op(derde, "dienstverband", {f"dienstverband.{veld}": waarde for veld, waarde in nieuw.items()})
    assert getallen(derde) == {MAANDEN: 8, PROEF: 2, EERSTE: 8, JAAR: 1}


def test_een_vervolg_in_hetzelfde_contract_vraagt_niets_extra(snel_loket: Loket) -> None:
    snel_loket.vandaag = date(2023, 1, 9)
    zaak = _toegekend(snel_loket, snel_loket.halfjaarzaak())
    snel_loket.vandaag = date(2023, 7, 1)
    vervolg = _vervolg(snel_loket, zaak)
    assert "eerder_contract" not in vervolg.aanvraag(snel_loket.coach).aanvulling
    assert vervolg.aanvraag(snel_loket.coach).gegevens["dienstverband"]["begin"] == "2023-01-02"


def test_een_kopie_bij_een_andere_werkgever_neemt_de_tijdlijn_niet_mee(snel_loket: Loket) -> None:
    snel_loket.vandaag = date(2023, 1, 9)
    kort = met(HALFJAAR, dienstverband={"eind": "2023-07-02"})
    _toegekend(snel_loket, snel_loket.halfjaarzaak(kort), uren="10.00", motivering="Past.")
    leeg = {**HALFJAAR, "dienstverband": {}, "teksten": {}}
    elders = snel_loket.begin(snel_loket.coach, "uwv-noord", {**leeg, "werkgever": {"naam": "Nieuwe Baas"}})
    elders.doe(snel_loket.coach, kopieer, "AJ-2023-00001")
    assert "eerder_contract" not in elders.aanvraag(snel_loket.coach).aanvulling
    hier = snel_loket.begin(snel_loket.coach, "uwv-noord", leeg)
    hier.doe(snel_loket.coach, kopieer, "AJ-2023-00001")
    assert hier.aanvraag(snel_loket.coach).aanvulling["contract_1_eind"] == "2023-07-02"


def test_zonder_tijdlijn_telt_er_niets(snel_loket: Loket) -> None:
    zaak = begonnen(snel_loket)
    assert zaak.doe(snel_loket.coach, lambda h, hier: tel(h, haal_aanvraag(h, hier))) is None


def _toegekend(loket: Loket, zaak: Zaakloket, **anders: str) -> Zaakloket:
    zaak.tot_advies(loket.deskundige).doe(loket.beslisser, besluit, {"soort": "toegekend", **anders})
    return zaak


def _vervolg(loket: Loket, zaak: Zaakloket) -> Zaakloket:
    return Zaakloket(loket, zaak.tenant_id, zaak.doe(loket.coach, begin_vervolg).id)


def _maak_af(zaak: Zaakloket) -> None:
    """Kijkt alles na wat is overgenomen en vult in wat er verder mist."""
    for groep in groepen(zaak):
        sla_op(zaak, groep, _nog_nodig(zaak, groep))


def _nog_nodig(zaak: Zaakloket, groep: str) -> dict[str, Any]:
    if groep == "geschiedenis":
        return {"aanvraag.volgnummer": 2}
    if groep != "doelen":
        return {}
    velden = zaak.doe(wie_van(zaak), lambda h, hier: formulier_voor(h, hier, haal_aanvraag(h, hier)).velden)
    doelen = [veld for veld in velden if veld.startswith("aanvulling.doel_")]
    return {veld: "bereikt" if veld.endswith("bereikt") else "Gelukt." for veld in doelen}
