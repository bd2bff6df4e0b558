"""Meet hoeveel uitleggen en opstarten kosten: telkens twee kanten in dezelfde ronde, en het midden van de verhoudingen.

Schrijft ``bench/uitkomst.json``. Geen tijden in tests: een langzame dag is geen fout.
"""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter_ns

import kaal
import start
from dakpan.aanvraag.contract import toets_als_json
from dakpan.aanvraag.domain.dossier import Dossier
from dakpan.aanvraag.schemas import DossierSchema
from dakpan.aanvraag.service import toets
from dakpan.regels.regels import Regels
from dakpan.regels.register import Register
from met_de_hand import beslis

HIER = Path(__file__).parent
RONDES, PER_RONDE = 41, 400
PEILDATUM = date(2022, 3, 17)


def main() -> None:
    """Meet elk paar en schrijft de uitkomst."""
    gegevens = json.loads(HIER.parent.joinpath("voorbeelden", "extern-in-uren.json").read_text(encoding="utf-8"))
    schema, alleen_laden = DossierSchema(), kaal.Dossier()
    dossier: Dossier = schema.lees(gegevens)
    regels = Regels(Register().klasse("uwv")())
    zelfde_uitkomst(regels, dossier)
    maken, laden, antwoorden = start.verhoudingen(start.MAKEN, start.LADEN, start.ANTWOORDEN)
    uitkomst = {
        "P1": oordeel(
            "één beslissing met volledige uitleg / dezelfde sommen met de hand, zonder uitleg",
            verhouding(lambda: toets(regels, dossier, PEILDATUM), lambda: beslis(dossier)),
            10,
        ),
        "P2": oordeel(
            "een dossier laden en beslissen / hetzelfde dossier alleen laden met marshmallow",
            verhouding(lambda: toets(regels, schema.lees(gegevens), PEILDATUM), lambda: alleen_laden.load(gegevens)),
            2,
        ),
        "P18": oordeel(
            "import en create_app / alleen de bibliotheken eronder laden, elk in een nieuw proces",
            maken,
            1.15,
        ),
    }
    bestand = HIER.joinpath("uitkomst.json")
    eerder = json.loads(bestand.read_text(encoding="utf-8"))  # ook wat de langere metingen opleverden
    tekst = json.dumps({**eerder, **uitkomst}, ensure_ascii=False, indent=2) + "\n"
    bestand.write_text(tekst, encoding="utf-8")
    print(tekst, end="")
    met_tekst = verhouding(lambda: toets_als_json(toets(regels, dossier, PEILDATUM)), lambda: beslis(dossier))
    print(f"Ter informatie: als P18, met alles geladen: {laden:.2f}; tot en met het eerste antwoord: {antwoorden:.2f}")
    print(f"Ter informatie: als P1, met elke zin en de JSON van het contract uitgeschreven: {met_tekst:.0f}")


def zelfde_uitkomst(regels: Regels, dossier: Dossier) -> None:
    """Beide kanten rekenen hetzelfde uit, anders vergelijkt de meting niets."""
    uitgelegd, hand = toets(regels, dossier, PEILDATUM), beslis(dossier)
    omvang = uitgelegd.omvang
    if omvang is None or omvang.uren is None or omvang.uren_formulier is None:
        raise SystemExit("het voorbeeld heeft geen uren")
    cijfers = (omvang.uren.honderdsten, omvang.uren_formulier.honderdsten, omvang.sanctiedagen)
    datums = tuple(termijn.datum for termijn in uitgelegd.termijnen)
    if (uitgelegd.aanspraak.value, *cijfers, datums) != (hand[0], *hand[1:4], hand[4]):
        raise SystemExit(f"de twee kanten verschillen: {cijfers} {datums} tegen {hand}")


def verhouding(duur: Callable[[], object], kort: Callable[[], object]) -> float:
    """Het midden van de verhoudingen over alle rondes; de twee kanten wisselen elkaar af."""
    tijd(duur), tijd(kort)
    return median(tijd(duur) / tijd(kort) for _ in range(RONDES))


def tijd(functie: Callable[[], object]) -> int:
    begin = perf_counter_ns()
    for _ in range(PER_RONDE):
        functie()
    return perf_counter_ns() - begin


def oordeel(wat: str, waarde: float, doel: float) -> dict[str, object]:
    return {"wat": wat, "waarde": round(waarde, 2), "doel": doel, "richting": "lager", "gehaald": waarde <= doel}


if __name__ == "__main__":
    main()
