"""Willekeurige dossiers die het rekencontract toelaat: ook wat niet bij elkaar past."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

Json = dict[str, Any]

DOELGROEPEN = ("sfb", "participatiewet", "banenafspraak", "bijstand", "geboren_buiten_nederland", "maatwerk")
SOORTEN = (
    *("onbepaalde_tijd", "bepaalde_tijd", "proefplaatsing", "min_max", "nul_uren", "uitzend", "stage"),
    *("leerovereenkomst", "werkervaringsplaats", "bbl", "detachering", "atc", "sw", "beschut"),
)
AANVRAGEN = ("proefplaatsing", "eerste_na_proefplaatsing", "eerste", "vervolg")
VORMEN = ("extern", "intern", "gemeentelijk")
REGIMES = ("zeer_licht", "licht", "midden", "intensief")

_dag = st.one_of(
    st.dates(date(2021, 6, 1), date(2024, 12, 31)),
    st.dates(date(2014, 1, 1), date(2030, 12, 31)),
    st.sampled_from([date(2024, 2, 29), date(2023, 1, 31), date(2015, 2, 28), date(1900, 1, 1), date(2199, 12, 31)]),
)
_duur = st.one_of(st.integers(0, 400), st.integers(0, 1_500), st.sampled_from([0, 27, 28, 55, 56, 57, 180, 183, 364]))
_reden = st.sampled_from([None, "", " \n", "Omdat het moet."])
_maanden = st.one_of(st.integers(0, 40), st.sampled_from([29, 30, 31, 35, 36, 37, 1_200]))


def _honderdsten(ten_hoogste: int, *bijzonder: int, vanaf: int = 0) -> st.SearchStrategy[str]:
    getallen = st.one_of(st.integers(vanaf, ten_hoogste), st.sampled_from(bijzonder))
    return getallen.map(lambda getal: f"{getal // 100}.{getal % 100:02d}")


_uren = _honderdsten(168_00, 0, 7_99, 8_00, 11_99, 12_00, 18_00, 24_00, 35_99, 36_00, 36_01)
_tarief = _honderdsten(200_00, 1, 80_00, 95_44, 95_45, 95_46, vanaf=1)


def _later(trek: Callable[[st.SearchStrategy[Any]], Any], vanaf: date) -> str:
    dagen = min(trek(_duur), (date(2199, 12, 31) - vanaf).days)
    return (vanaf + timedelta(dagen)).isoformat()


@st.composite
def dossiers(draw: Callable[[st.SearchStrategy[Any]], Any]) -> Json:
    """Eén dossier als JSON, met elk veld ingevuld."""
    baan, aanvraag = draw(_dag), draw(_dag)
    soort = draw(st.sampled_from(SOORTEN))
    minimum = draw(_uren if soort == "min_max" else st.none() | _uren)
    ja = st.booleans()
    return {
        "persoon": {
            "doelgroepen": draw(st.lists(st.sampled_from(DOELGROEPEN), unique=True)),
            "ziek_sinds": draw(st.none() | _dag.map(date.isoformat)),
            "ziekte_goedgekeurd": draw(ja),
        },
        "dienstverband": {
            "soort": soort,
            "begin": baan.isoformat(),
            "eind": _later(draw, baan) if draw(ja) else None,
            "uren_per_week": draw(_uren),
            "minimum_uren_per_week": minimum,
            "loonwaarde": draw(st.none() | st.integers(0, 100) | st.sampled_from([19, 20, 29, 30, 34, 35])),
            "uitzicht_op_norm": draw(ja),
            "uitzendbeding": draw(ja),
            "intentieverklaring": draw(ja),
            "afwijking_gemotiveerd": draw(_reden),
        },
        "aanvraag": {
            "soort": draw(st.sampled_from(AANVRAGEN)),
            "vorm": draw(st.sampled_from(VORMEN)),
            "regime": draw(st.sampled_from(REGIMES)),
            "begin": aanvraag.isoformat(),
            "eind": _later(draw, aanvraag),
            "ontvangen_op": draw(_dag.map(date.isoformat) | st.just(_later(draw, aanvraag))),
            "jaar": draw(st.integers(1, 5)),
            "eerste_overeenkomst_maanden": draw(st.none() | st.integers(0, 24)),
            "tarief": draw(st.none() | _tarief),
            "reden_te_laat": draw(_reden),
            "reden_te_laat_aanvaard": draw(ja),
            "motivering_intensief": draw(_reden),
            "verlenging_gemotiveerd": draw(_reden),
            "volgnummer": draw(st.integers(1, 8)),
            "jobcoach": {
                **{naam: draw(ja) for naam in ("hbo", "opleiding", "harrie", "gecertificeerd")},
                "uitzondering": draw(st.sampled_from([None, "lopende_toekenning", "verhuizing", "stage_vso_pro"])),
                "voldoet_op": draw(st.none() | st.just(_later(draw, aanvraag))),
            },
        },
        "historie": {
            "maanden_jobcoaching": draw(_maanden),
            "maanden_proefplaatsing": draw(_maanden),
            "interne_voorziening_loopt": draw(ja),
        },
    }


@st.composite
def gewone_dossiers(draw: Callable[[st.SearchStrategy[Any]], Any]) -> Json:
    """Als ``dossiers``, maar zo dat vaak niets blokkeert: dan zijn er cijfers om na te rekenen."""
    json: Json = draw(dossiers())
    json["persoon"] |= {"doelgroepen": ["sfb", "banenafspraak"], "ziek_sinds": None}
    json["dienstverband"] |= {
        "soort": draw(st.sampled_from(["onbepaalde_tijd", "bepaalde_tijd", "bbl"])),
        "uren_per_week": draw(_honderdsten(60_00, 12_00, 24_00, 35_99, vanaf=12_00)),
        "loonwaarde": 50,
        "uitzendbeding": False,
        "intentieverklaring": True,
        "afwijking_gemotiveerd": "Opbouw.",
    }
    json["aanvraag"] |= {"jobcoach": {"hbo": True, "opleiding": True, "harrie": True, "gecertificeerd": True}}
    json["aanvraag"] |= {"regime": draw(st.sampled_from(REGIMES[1:])), "jaar": draw(st.integers(1, 3))}
    json["historie"] = {}
    return json


DOSSIERS = dossiers() | gewone_dossiers()
