"""Wat voor elk dossier geldt, bij elke regelset: de gesloten lijst, de vorm van het antwoord en de sommen."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from tests.aanvraag.jsonvorm import controleer_toets
from tests.aanvraag.tabel import (
    GESLOTEN_LIJST,
    JAARBEDRAGEN,
    MEER_DAN_EENS,
    PROEFPLAATSING,
    TARIEF_VANAF,
    UURTARIEF,
    VERWACHT,
    A,
    B,
    Json,
    begonnen,
    centen,
    einde,
)
from tests.aanvraag.zaken import DOSSIERS, gewone_dossiers
from tests.plugins.hulp import toets_json

from dakpan.aanvraag.domain.dossier import Dossier
from dakpan.aanvraag.schemas import DossierSchema

REGELSETS = ("uwv", "g4", "staphorst")


def _lees(zaak: Json) -> Dossier:
    dossier: Dossier = DossierSchema().lees(zaak)
    return dossier


def _zwaar(antwoord: Json) -> dict[str, set[str]]:
    """Per code zonder naam van de regelset: hoe zwaar is zij gevonden, als zij blokkeert of wordt afgewogen?"""
    gevonden: dict[str, set[str]] = {}
    for bevinding in antwoord["bevindingen"]:
        if bevinding["ernst"] in (A, B):
            gevonden.setdefault(bevinding["code"].partition(".")[2], set()).add(bevinding["ernst"])
    return gevonden


@pytest.mark.parametrize("regelset", REGELSETS)
@settings(max_examples=60)
@given(zaak=DOSSIERS)
def test_elk_antwoord_houdt_zich_aan_het_contract(regelset: str, zaak: Json) -> None:
    antwoord = toets_json(regelset, _lees(zaak))

    controleer_toets(antwoord)
    assert antwoord == toets_json(regelset, _lees(zaak))  # dezelfde vraag, hetzelfde antwoord


@pytest.mark.parametrize("regelset", REGELSETS)
@settings(max_examples=60)
@given(zaak=DOSSIERS)
def test_alleen_wat_in_de_gesloten_lijst_staat_weegt(regelset: str, zaak: Json) -> None:
    antwoord = toets_json(regelset, _lees(zaak))
    zwaar = _zwaar(antwoord)
    lijst = GESLOTEN_LIJST[regelset]

    assert not {(code, ernst) for code, ernsten in zwaar.items() for ernst in ernsten - lijst.get(code, set())}
    alles = set().union(*zwaar.values())
    assert antwoord["aanspraak"] == ("geen_recht" if B in alles else "afwegen" if A in alles else "recht")


@pytest.mark.parametrize("regelset", REGELSETS)
@settings(max_examples=40)
@given(zaak=DOSSIERS)
def test_elke_code_komt_een_keer_voor(regelset: str, zaak: Json) -> None:
    codes = [bevinding["code"].partition(".")[2] for bevinding in toets_json(regelset, _lees(zaak))["bevindingen"]]
    vaker = {code for code in codes if codes.count(code) > 1}

    assert vaker <= MEER_DAN_EENS


@pytest.mark.parametrize("regelset", list(VERWACHT))
@settings(max_examples=150)
@given(zaak=DOSSIERS)
def test_de_tabel_los_nagerekend(regelset: str, zaak: Json) -> None:
    """De kolom van het rekencontract, een tweede keer geschreven, zegt hetzelfde als de regelset."""
    peildatum = date.fromisoformat(zaak["aanvraag"]["ontvangen_op"])
    zwaar = _zwaar(toets_json(regelset, _lees(zaak)))

    assert zwaar == {code: {ernst} for code, ernst in VERWACHT[regelset](zaak, peildatum).items()}


@settings(max_examples=120)
@given(zaak=gewone_dossiers())
def test_staphorst_los_nagerekend_tot_op_de_cent(zaak: Json) -> None:
    peildatum = date.fromisoformat(zaak["aanvraag"]["ontvangen_op"])
    omvang = toets_json("staphorst", _lees(zaak))["omvang"]
    if omvang is None or peildatum < TARIEF_VANAF:
        return
    plafond = _plafond_staphorst(zaak)

    assert omvang["plafond"] == (None if plafond is None else f"{plafond // 100}.{plafond % 100:02d}")
    if zaak["aanvraag"]["vorm"] == "intern":
        _controleer_betalingen([centen(bedrag) for bedrag in omvang["termijnbedragen"]], zaak, plafond)
    if zaak["aanvraag"]["vorm"] == "extern" and plafond is not None:
        tarief = min(UURTARIEF, centen(zaak["aanvraag"]["tarief"] or "95.45"))
        uren = centen(omvang["maximum_uren"])
        assert uren * tarief <= plafond * 100 < (uren + 1) * tarief  # past, en één honderdste meer niet


def _is_proef(zaak: Json) -> bool:
    return bool(zaak["aanvraag"]["soort"] == "proefplaatsing")


def _coachingsjaar(zaak: Json) -> tuple[date, date]:
    aanvraag, contract = zaak["aanvraag"], zaak["dienstverband"]["eind"]
    begin = date.fromisoformat(aanvraag["begin"])
    grenzen = [einde(begin, 12), date.fromisoformat(aanvraag["eind"])]
    return begin, min([*grenzen, date.fromisoformat(contract)] if contract else grenzen)


def _plafond_staphorst(zaak: Json) -> int | None:
    aanvraag, proef = zaak["aanvraag"], _is_proef(zaak)
    if aanvraag["vorm"] == "gemeentelijk" or (proef and aanvraag["vorm"] == "extern"):
        return None
    if proef:
        return PROEFPLAATSING[aanvraag["regime"]]
    bedrag = JAARBEDRAGEN["staphorst"][aanvraag["regime"]][aanvraag["jaar"] - 1]
    if aanvraag["vorm"] == "extern":
        return _half_omhoog(bedrag * min(Fraction(1), Fraction(centen(zaak["dienstverband"]["uren_per_week"]), 3600)))
    return _half_omhoog(bedrag * _maanden(*_coachingsjaar(zaak)) / 12)


def _half_omhoog(centen_: Fraction) -> int:
    heel, rest = divmod(centen_, 1)
    return int(heel) + (rest >= Fraction(1, 2))


def _maanden(begin: date, eind: date) -> Fraction:
    """Hele maanden, en van de laatste maand de dagen gedeeld door haar lengte."""
    if eind < begin:
        return Fraction(0)
    vol = begonnen(begin, eind)
    if einde(begin, vol) == eind:
        return Fraction(vol)
    vorige, volgende = einde(begin, vol - 1), einde(begin, vol)
    return vol - 1 + Fraction((eind - vorige).days, (volgende - vorige).days)


def _controleer_betalingen(betalingen: list[int], zaak: Json, plafond: int | None) -> None:
    begin, eind = _coachingsjaar(zaak)
    aantal = 1 if _is_proef(zaak) else -(-begonnen(begin, eind) // 3) if eind >= begin else 0

    assert len(betalingen) == aantal
    assert sum(betalingen) == plafond
    assert len(set(betalingen[:-1])) <= 1
    assert all(gelijk <= betalingen[-1] < gelijk + aantal for gelijk in betalingen[:-1])


@settings(max_examples=60)
@given(zaak=gewone_dossiers())
def test_g4_los_nagerekend(zaak: Json) -> None:
    aanvraag = zaak["aanvraag"]
    omvang = toets_json("g4", _lees(zaak))["omvang"]
    if omvang is None or date.fromisoformat(aanvraag["ontvangen_op"]) < date(2015, 3, 1):
        return
    bedrag = JAARBEDRAGEN["g4"][aanvraag["regime"]][aanvraag["jaar"] - 1]

    assert centen(omvang["plafond"]) == bedrag
    assert (omvang["maximum_uren"] is None) == (aanvraag["tarief"] is None)
    if aanvraag["tarief"] is not None:
        tarief, uren = centen(aanvraag["tarief"]), centen(omvang["maximum_uren"])
        assert uren * tarief <= bedrag * 100 < (uren + 1) * tarief
