"""Wat is er al bekend uit een eerdere aanvraag van dezelfde cliënt, en wat volgt daaruit voor een vervolg?"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from dakpan.aanvraag.antwoorden import is_leeg, plat
from dakpan.aanvraag.domain.soorten import Aanvraagsoort
from dakpan.aanvraag.domain.tijdvakken import EERDER
from dakpan.aanvraag.herkomst import BSN, Bronsoort, Overgenomen
from dakpan.aanvraag.invullen import als_antwoorden
from dakpan.aanvraag.tables import Aanvraag
from dakpan.begrippen.kalender import DAG, MAANDEN_PER_JAAR, einde_na_maanden, volle_maanden
from dakpan.begrippen.periode import Periode
from dakpan.dossier.tables import Zaak
from dakpan.partijen.tables import Persoon

# Dit hoort bij één periode of bij nu, en komt dus nooit uit een eerdere.
_VAN_DE_PERIODE = frozenset(
    {
        *("aanvraag.soort", "aanvraag.begin", "aanvraag.eind", "aanvraag.jaar", "aanvraag.volgnummer"),
        *("aanvraag.reden_te_laat", "aanvraag.verlenging_gemotiveerd", "jaar_bevestigd", "persoon.ziek_sinds"),
        *(
            "persoon.ziekte_goedgekeurd",
            "aanvulling.uren_vorige_periode",
            "aanvulling.gevraagde_uren",
            "aanvulling.proefplaatsing_goedgekeurd",
        ),
        *("dienstverband.afwijking_gemotiveerd", "dienstverband.intentieverklaring"),
        *("aanvraag.jobcoach.uitzondering", "aanvraag.jobcoach.voldoet_op"),
    }
)
# De doelen van nog een periode eerder gaan een volgend vervolg niet meer aan; de tijdlijn loopt verder door en komt
# daarom uit ``eerdere_zaken``.
_NIET_DEZE_DELEN = (
    "historie.",
    "aanvulling.doel",
    "aanvulling.contract_",
    "aanvulling.tijdlijn_",
    f"aanvulling.{EERDER}",
)


def uit_eerdere(zaak: Zaak, aanvraag: Aanvraag) -> dict[str, Overgenomen]:
    """Elk antwoord van toen dat in een latere periode nog kan gelden."""
    return {
        veld: een
        for veld, een in alles_uit(zaak, aanvraag).items()
        if veld not in _VAN_DE_PERIODE and not veld.startswith(_NIET_DEZE_DELEN)
    }


def alles_uit(zaak: Zaak, aanvraag: Aanvraag) -> dict[str, Overgenomen]:
    """Elk antwoord van toen, ook wat bij de periode hoort: voor wie dezelfde aanvraag verbeterd overdoet."""
    bron = aanvraag.nummer or zaak.nummer
    antwoorden = plat(als_antwoorden(zaak, aanvraag))
    if zaak.persoon.bsn_cijfer is not None:
        antwoorden[BSN] = zaak.persoon.bsn_eind
    return {veld: Overgenomen(_soort(veld), waarde, bron) for veld, waarde in antwoorden.items() if not is_leeg(waarde)}


def _soort(veld: str) -> Bronsoort:
    return Bronsoort.CONTRACT if veld.startswith("dienstverband.") else Bronsoort.EERDERE_AANVRAAG


def neem_bsn_over(van: Persoon, naar: Persoon) -> None:
    """Het nummer op slot, van dezelfde mens bij dezelfde financier."""
    naar.bsn_cijfer, naar.bsn_zoek, naar.bsn_eind = van.bsn_cijfer, van.bsn_zoek, van.bsn_eind


def berekend(aanvraag: Aanvraag, vorige: Periode) -> dict[str, Overgenomen]:
    """De nieuwe periode en de tellers, elk met de som erbij. Wat niet vaststaat blijft open."""
    maanden = volle_maanden(vorige.begin, vorige.eind)
    historie: Mapping[str, int] = aanvraag.gegevens.get("historie", {})
    proef = aanvraag.gegevens["aanvraag"].get("soort") == Aanvraagsoort.PROEFPLAATSING
    soort = Aanvraagsoort.EERSTE_NA_PROEFPLAATSING if proef else Aanvraagsoort.VERVOLG
    gecoacht = _opgeteld("maanden_jobcoaching", historie, 0 if proef else maanden)
    uit = {"aanvraag.soort": _som(soort.value, "de vorige periode loopt af of is voorbij")}
    uit |= _periode(aanvraag, vorige.eind, maanden)
    uit |= {"historie.maanden_jobcoaching": gecoacht}
    uit |= {"historie.maanden_proefplaatsing": _opgeteld("maanden_proefplaatsing", historie, maanden if proef else 0)}
    return uit if proef else {**uit, **_tellers(aanvraag, gecoacht.waarde)}


def _som(waarde: Any, uitleg: str) -> Overgenomen:
    return Overgenomen(Bronsoort.BEREKEND, waarde, "", uitleg)


def _opgeteld(naam: str, historie: Mapping[str, int], erbij: int) -> Overgenomen:
    eerder = historie.get(naam, 0)
    return _som(eerder + erbij, f"{eerder} maanden eerder en {erbij} hele maanden in de vorige periode")


def _periode(aanvraag: Aanvraag, eind: date, maanden: int) -> dict[str, Overgenomen]:
    """Aansluitend en even lang; loopt het contract eerder af, dan tot die dag."""
    begin = eind + DAG
    nieuw = {"aanvraag.begin": _som(begin.isoformat(), f"de dag na {eind:%d-%m-%Y}, het einde van de vorige periode")}
    if maanden:
        tot = einde_na_maanden(begin, maanden).isoformat()
        contract = aanvraag.gegevens["dienstverband"].get("eind")
        kort = contract is not None and begin.isoformat() <= contract < tot
        zin = "tot het einde van het contract" if kort else f"even lang als de vorige periode: {maanden} maanden"
        nieuw["aanvraag.eind"] = _som(contract if kort else tot, zin)
    return nieuw


def _tellers(aanvraag: Aanvraag, gecoacht: int) -> dict[str, Overgenomen]:
    jaren, nummer = gecoacht // MAANDEN_PER_JAAR, aanvraag.gegevens["aanvraag"].get("volgnummer", 1)
    return {
        "aanvraag.jaar": _som(jaren + 1, f"{gecoacht} maanden coaching: {jaren} hele jaren zijn voorbij"),
        "aanvraag.volgnummer": _som(nummer + 1, f"de vorige was nummer {nummer}"),
    }
