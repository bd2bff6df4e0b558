"""De tabel "the closed list of ernst" van het rekencontract, overgenomen en los van de code nagerekend.

Alleen wat hier staat kan blokkeren (B) of moet een mens afwegen (A).
"""

from calendar import monthrange
from datetime import date, timedelta
from typing import Any

Json = dict[str, Any]

B, A = "blokkerend", "afwegen"
GESLOTEN_LIJST: dict[str, dict[str, set[str]]] = {
    "uwv": {
        "verantwoordelijke_instantie": {B},
        "doelgroep": {A},
        "contract.duur": {B},
        "contract.uren": {B},
        "contract.loonwaarde": {A, B},
        "contract.min_max": {B},
        "contract.nul_uren": {B},
        "contract.uitzendbeding": {B},
        "contract.soort": {B},
        "regime.motivering": {B},
        "duur.maximum": {A},
        "samenloop.intern_extern": {B},
        "ziekte": {B},
        "vorm.niet_beschikbaar": {B},
        "parameter_ontbreekt": {A},
    },
    "g4": {
        "verantwoordelijke_instantie": {B},
        "regime.niet_beschikbaar": {B},
        "duur.maximum": {A, B},
        "parameter_ontbreekt": {A},
    },
    "staphorst": {
        "verantwoordelijke_instantie": {B},
        "doelgroep": {A},
        "contract.duur": {A, B},
        "contract.uren": {A, B},
        "contract.loonwaarde": {A},
        "contract.min_max": {B},
        "contract.nul_uren": {B},
        "contract.uitzendbeding": {B},
        "contract.soort": {B},
        "proefplaatsing.intentie": {B},
        "regime.niet_beschikbaar": {B},
        "duur.maximum": {B},
        "jobcoach.eisen": {A, B},
        "tarief.maximum": {B},
        "termijn.aanvraag": {A},
        "parameter_ontbreekt": {A},
    },
}
MEER_DAN_EENS = {"parameter_ontbreekt", "niet_geindexeerd", "niet_in_bron"}

VAN_DE_GEMEENTE = {"participatiewet", "banenafspraak", "bijstand", "maatwerk"}
UURTARIEF, TARIEF_VANAF, G4_VANAF = 95_45, date(2022, 1, 1), date(2015, 3, 1)
JAARBEDRAGEN = {
    "staphorst": {
        "licht": (3030_37, 1571_30, 1571_30),
        "midden": (5162_85, 2581_43, 1571_30),
        "intensief": (7632_04, 3816_02, 3030_37),
    },
    "g4": {"licht": (2700_00, 1400_00, 1400_00), "midden": (4500_00, 2700_00, 1400_00)},
}
PROEFPLAATSING = {"licht": 561_18, "midden": 673_42, "intensief": 897_89}


def einde(begin: date, maanden: int) -> date:
    """De dag voor hetzelfde dagnummer; bestaat dat niet, dan de laatste dag van die maand."""
    jaar, maand0 = divmod(begin.year * 12 + begin.month - 1 + maanden, 12)
    laatste = monthrange(jaar, maand0 + 1)[1]
    if begin.day > laatste:
        return date(jaar, maand0 + 1, laatste)
    return date(jaar, maand0 + 1, begin.day) - timedelta(1)


def begonnen(begin: date, eind: date) -> int:
    """Hoeveel maanden zijn er begonnen? Eén voor één geteld."""
    maanden = 0
    while einde(begin, maanden) < eind:
        maanden += 1
    return maanden


def centen(tekst: str) -> int:
    return int(tekst.replace(".", ""))


def leeg(tekst: str | None) -> bool:
    return tekst is None or not tekst.strip()


def als(geval: bool, ernst: str) -> str | None:
    return ernst if geval else None


def verwacht_staphorst(zaak: Json, peildatum: date) -> dict[str, str]:
    """De kolom staphorst: welke codes blokkeren of moeten worden afgewogen?"""
    baan, aanvraag = zaak["dienstverband"], zaak["aanvraag"]
    proef = "proefplaatsing" in (baan["soort"], aanvraag["soort"])
    rijen = {**_persoon_en_baan(zaak, proef=proef), **_gevraagd(zaak, peildatum, proef=proef)}
    uit = {code: ernst for code, ernst in rijen.items() if ernst is not None}
    if B not in uit.values() and _staphorst_mist(aanvraag, peildatum, proef=proef):
        uit["parameter_ontbreekt"] = A
    return uit


def _persoon_en_baan(zaak: Json, *, proef: bool) -> dict[str, str | None]:
    groepen, baan = set(zaak["persoon"]["doelgroepen"]), zaak["dienstverband"]
    zes_maanden = einde(date.fromisoformat(baan["begin"]), 6).isoformat()
    te_kort = not proef and baan["eind"] is not None and baan["eind"] < zes_maanden
    min_max = baan["soort"] == "min_max"
    uren = centen(baan["minimum_uren_per_week" if min_max else "uren_per_week"])
    afwijking = B if leeg(baan["afwijking_gemotiveerd"]) else A
    doelgroep = "banenafspraak" in groepen or {"bijstand", "geboren_buiten_nederland"} <= groepen
    return {
        "verantwoordelijke_instantie": als(not groepen & VAN_DE_GEMEENTE, B),
        "doelgroep": als(not doelgroep, A),
        "contract.duur": als(te_kort, afwijking),
        "contract.min_max": als(min_max and uren < 12_00, B),
        "contract.uren": als(not min_max and uren < 12_00, afwijking),
        "contract.loonwaarde": als(baan["loonwaarde"] is not None and baan["loonwaarde"] < 30, A),
        "contract.nul_uren": als(baan["soort"] == "nul_uren", B),
        "contract.uitzendbeding": als(baan["uitzendbeding"], B),
        "contract.soort": als(baan["soort"] in {"stage", "leerovereenkomst", "werkervaringsplaats"}, B),
        "proefplaatsing.intentie": als(proef and not baan["intentieverklaring"], B),
    }


def _gevraagd(zaak: Json, peildatum: date, *, proef: bool) -> dict[str, str | None]:
    aanvraag, gebruikt = zaak["aanvraag"], zaak["historie"].get("maanden_jobcoaching", 0)
    begin, eind = date.fromisoformat(aanvraag["begin"]), date.fromisoformat(aanvraag["eind"])
    te_lang = gebruikt + begonnen(begin, eind) > 36 or aanvraag["jaar"] >= 4
    tarief = centen(aanvraag["tarief"] or "0.00") if aanvraag["vorm"] == "extern" else 0
    return {
        "regime.niet_beschikbaar": als(aanvraag["regime"] == "zeer_licht", B),
        "duur.maximum": als(te_lang and not proef, B),
        "jobcoach.eisen": _coach(aanvraag),
        "tarief.maximum": als(peildatum >= TARIEF_VANAF and tarief > UURTARIEF, B),
        "termijn.aanvraag": als(date.fromisoformat(aanvraag["ontvangen_op"]) > begin + timedelta(56), A),
    }


def _coach(aanvraag: Json) -> str | None:
    coach = aanvraag["jobcoach"]
    match aanvraag["vorm"], aanvraag["regime"]:
        case "extern", _:
            return als(not (coach["hbo"] and coach["opleiding"]), A)
        case "intern", "midden" | "intensief":
            return als(not coach["gecertificeerd"], A if _komt_op_tijd(aanvraag) else B)
        case "intern", "licht":
            return als(not coach["harrie"], A)
    return None


def _komt_op_tijd(aanvraag: Json) -> bool:
    coach, jaar = aanvraag["jobcoach"], einde(date.fromisoformat(aanvraag["begin"]), 12).isoformat()
    dag, waarom = coach.get("voldoet_op"), coach.get("uitzondering")
    return bool(dag and waarom) and (waarom == "lopende_toekenning" or dag <= jaar)


def _staphorst_mist(aanvraag: Json, peildatum: date, *, proef: bool) -> bool:
    """Een bedrag dat een cijfer nodig heeft: voor 2022 alles, en extern bij een proefplaatsing altijd."""
    if aanvraag["vorm"] == "gemeentelijk":
        return False
    return peildatum < TARIEF_VANAF or (proef and aanvraag["vorm"] == "extern")


def verwacht_g4(zaak: Json, peildatum: date) -> dict[str, str]:
    """De kolom g4."""
    aanvraag, uit = zaak["aanvraag"], dict[str, str]()
    if not set(zaak["persoon"]["doelgroepen"]) & VAN_DE_GEMEENTE:
        uit["verantwoordelijke_instantie"] = B
    if aanvraag["regime"] in {"zeer_licht", "intensief"}:
        uit["regime.niet_beschikbaar"] = B
    if aanvraag["jaar"] >= 4:
        uit["duur.maximum"] = B
    elif aanvraag["jaar"] == 3 and leeg(aanvraag["verlenging_gemotiveerd"]):
        uit["duur.maximum"] = A
    if B not in uit.values() and peildatum < G4_VANAF:
        uit["parameter_ontbreekt"] = A
    return uit


VERWACHT = {"staphorst": verwacht_staphorst, "g4": verwacht_g4}
