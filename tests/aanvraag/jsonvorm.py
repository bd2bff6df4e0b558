"""Het rekencontract, deel 1 en 2, als vorm: elke sleutel, elk type en elke schrijfwijze van een antwoord."""

import re
from datetime import date
from typing import Any

Json = dict[str, Any]

ERNSTEN = {"blokkerend", "afwegen", "informatie", "voldaan"}
ZEKERHEDEN = {"tekst", "afgeleid", "ontbreekt"}
REGIMES = {"zeer_licht", "licht", "midden", "intensief"}
RAPPORTAGES = {"kwartaal", "halfjaar", "eind", "proefplaatsing"}
TERMIJNEN = {
    "aanvraag_uiterlijk",
    "beslissing_uiterlijk",
    "verantwoording_uiterlijk",
    "wijziging_uiterlijk",
    "rapportage",
    "maximale_einddatum",
}
GETALLEN = ("uren", "uren_formulier", "plafond", "maximum_tarief", "maximum_uren")
TWEE_DECIMALEN = re.compile(r"(0|[1-9][0-9]*)\.[0-9]{2}", re.ASCII)
# Geld met een euroteken, een komma of een Nederlandse datum is voor mensen, niet voor machines.
VOOR_MENSEN = re.compile(r"€|[0-9],[0-9]|[0-9]{2}-[0-9]{2}-[0-9]{4}")
GAT_IN_DE_ZIN = re.compile(r"[{}]|\bNone\b|\bTrue\b|\bFalse\b")


def controleer_toets(antwoord: Json) -> None:
    """Deel 1: ``dakpan toets``."""
    heeft(
        antwoord,
        "regelset versie peildatum aanspraak bevindingen omvang termijnen beoordelaar stappen",
    )
    is_tekst(antwoord["regelset"])
    is_tekst(antwoord["versie"])
    is_datum(antwoord["peildatum"])
    assert antwoord["aanspraak"] in {"recht", "geen_recht", "afwegen"}
    assert antwoord["beoordelaar"] in {"arbeidsdeskundige", "beslisser", "werkconsulent"}
    assert (antwoord["omvang"] is None) == (antwoord["aanspraak"] == "geen_recht")
    if antwoord["omvang"] is not None:
        controleer_omvang(antwoord["omvang"])
    for bevinding in antwoord["bevindingen"]:
        controleer_bevinding(bevinding, antwoord["regelset"])
    for termijn in antwoord["termijnen"]:
        controleer_termijn(termijn)
    for stap in antwoord["stappen"]:
        controleer_stap(stap, antwoord["regelset"])


def controleer_omvang(omvang: Json) -> None:
    heeft(omvang, f"eenheid regime jaar percentage dagen sanctiedagen geldt_voor termijnbedragen {' '.join(GETALLEN)}")
    assert omvang["eenheid"] in {"uren", "euro"}
    assert omvang["regime"] in REGIMES
    is_geheel(omvang["jaar"])
    is_geheel(omvang["sanctiedagen"])
    if omvang["dagen"] is not None:
        is_geheel(omvang["dagen"])
    for naam in ("percentage", *GETALLEN):
        if omvang[naam] is not None:
            is_getal(omvang[naam])
    for bedrag in omvang["termijnbedragen"] or []:
        is_getal(bedrag)


def controleer_bevinding(bevinding: Json, regelset: str) -> None:
    heeft(bevinding, "code ernst tekst bron")
    assert bevinding["code"].startswith(f"{regelset}.")
    assert bevinding["ernst"] in ERNSTEN
    is_zin(bevinding["tekst"])
    controleer_bron(bevinding["bron"])


def controleer_termijn(termijn: Json) -> None:
    heeft(termijn, "soort datum bron" + (" vorm" if termijn["soort"] == "rapportage" else ""))
    assert termijn["soort"] in TERMIJNEN
    assert termijn.get("vorm", "eind") in RAPPORTAGES
    is_datum(termijn["datum"])
    controleer_bron(termijn["bron"])


def controleer_stap(stap: Json, regelset: str) -> None:
    heeft(stap, "code tekst waarden uitkomst bron")
    assert stap["code"].startswith(f"{regelset}.")
    is_zin(stap["tekst"])
    for waarde in [*stap["waarden"].values(), stap["uitkomst"] or "geen"]:
        assert isinstance(waarde, str)
        assert not VOOR_MENSEN.search(waarde), f"{stap['code']}: {waarde}"
    controleer_bron(stap["bron"])


def controleer_bron(bron: Json) -> None:
    heeft({naam: inhoud for naam, inhoud in bron.items() if naam not in {"datum", "url"}}, "titel vindplaats zekerheid")
    is_tekst(bron["titel"])
    assert isinstance(bron["vindplaats"], str)
    assert bron["zekerheid"] in ZEKERHEDEN
    if "datum" in bron:
        is_datum(bron["datum"])
    if "url" in bron:
        assert bron["url"].startswith("https://")


def controleer_vergelijking(antwoord: Json) -> None:
    """Deel 2: ``dakpan vergelijk``."""
    heeft(antwoord, "peildatum regelsets verschillen")
    is_datum(antwoord["peildatum"])
    namen = set(antwoord["regelsets"])
    for naam, van in antwoord["regelsets"].items():
        controleer_vergeleken(naam, van, antwoord["peildatum"])
    for verschil in antwoord["verschillen"]:
        heeft(verschil, "onderwerp per_regelset bronnen")
        is_tekst(verschil["onderwerp"])
        assert set(verschil["per_regelset"]) == set(verschil["bronnen"]) == namen
        for naam in namen:
            controleer_verschil(verschil["per_regelset"][naam], verschil["bronnen"][naam])


def controleer_vergeleken(naam: str, van: Json, peildatum: str) -> None:
    """Een antwoord met de cijfers alsof niets blokkeert."""
    eigen = {sleutel: van[sleutel] for sleutel in van if not sleutel.endswith("_ter_vergelijking")}
    heeft(van, f"{' '.join(eigen)} omvang_ter_vergelijking bevindingen_ter_vergelijking stappen_ter_vergelijking")
    controleer_toets(eigen)
    assert (van["regelset"], van["peildatum"]) == (naam, peildatum)
    controleer_omvang(van["omvang_ter_vergelijking"])
    assert van["omvang"] in (None, van["omvang_ter_vergelijking"])
    for stap in van["stappen_ter_vergelijking"]:
        controleer_stap(stap, naam)
    for bevinding in van["bevindingen_ter_vergelijking"]:
        controleer_bevinding(bevinding, naam)


def controleer_verschil(tekst: str, bron: Json | None) -> None:
    """Een zin met haar bron, of "niet in bron" zonder."""
    is_zin(tekst)
    assert (tekst == "niet in bron") == (bron is None)
    if bron is not None:
        controleer_bron(bron)


def heeft(json: Json, sleutels: str) -> None:
    """Precies deze sleutels, en alleen teksten als sleutel."""
    assert set(json) == set(sleutels.split()), f"{sorted(json)}, verwacht {sorted(sleutels.split())}"


def is_tekst(waarde: object) -> None:
    assert isinstance(waarde, str)
    assert waarde.strip()


def is_zin(waarde: object) -> None:
    is_tekst(waarde)
    assert isinstance(waarde, str)
    assert not GAT_IN_DE_ZIN.search(waarde), waarde


def is_getal(waarde: object) -> None:
    assert isinstance(waarde, str)
    assert TWEE_DECIMALEN.fullmatch(waarde), waarde


def is_geheel(waarde: object) -> None:
    assert type(waarde) is int
    assert waarde >= 0


def is_datum(waarde: object) -> None:
    assert isinstance(waarde, str)
    assert date.fromisoformat(waarde).isoformat() == waarde
