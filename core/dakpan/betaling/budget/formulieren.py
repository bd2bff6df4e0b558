"""De formulieren van het budget."""

from collections.abc import Sequence

from flask_babel import lazy_gettext as _l
from marshmallow import ValidationError

from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.betaling.budget.domain import Jaarwijze
from dakpan.betaling.budget.tables import LANGSTE_PLAATS
from dakpan.invoer.controles import niet_te_groot
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import Keuzeveld, Waardeveld, bedragveld, tekstveld
from dakpan.web.formulier import Formulier, Groep, Veld

EERSTE_JAAR, LAATSTE_JAAR = 2000, 2100
JAARWIJZEN = (
    (Jaarwijze.EERSTE_DAG.value, _l("In het jaar van de eerste dag van de periode")),
    (Jaarwijze.BESLUIT.value, _l("In het jaar van het besluit")),
    (Jaarwijze.DAGEN.value, _l("Verdeeld over de jaren, naar dagen")),
)


def _lees_jaar(tekst: str) -> int:
    jaar = int(tekst.strip())
    if not EERSTE_JAAR <= jaar <= LAATSTE_JAAR:
        raise ValueError(tekst)
    return jaar


def _niet_onder_nul(bedrag: Bedrag) -> None:
    if bedrag < NUL_EURO:
        raise ValidationError("een budget is nul of meer")


class Budgetvragen(Strikt):
    jaar = Waardeveld(_lees_jaar, "schrijf een jaar van vier cijfers, zoals 2026", required=True)
    kostenplaats = tekstveld(LANGSTE_PLAATS)
    bedrag = bedragveld(validate=[_niet_onder_nul, niet_te_groot])


class Keuzevragen(Strikt):
    standaard = tekstveld(LANGSTE_PLAATS)
    jaarwijze = Keuzeveld(Jaarwijze)


BUDGET = Formulier(
    (
        Groep(
            _l("Het budget"),
            (
                Veld("jaar", _l("Begrotingsjaar"), verplicht=True, max=4),
                Veld(
                    "kostenplaats",
                    _l("Kostenplaats"),
                    max=LANGSTE_PLAATS,
                    hulp=_l("Zoals in uw boekhouding. Leeg als u er geen gebruikt."),
                ),
                Veld(
                    "bedrag", _l("Budget, zonder btw"), "bedrag", hulp=_l("Leeg: niet ingevuld. Dan waarschuwt niets.")
                ),
            ),
        ),
    ),
    Budgetvragen,
)


def keuzeformulier(kostenplaatsen: Sequence[str]) -> Formulier:
    """Een standaard kiezen kan alleen als er meer dan één kostenplaats is."""
    wijze = Veld("jaarwijze", _l("Een toekenning over twee kalenderjaren telt"), "keuze", keuzes=JAARWIJZEN)
    plaatsen = [(een, een) for een in kostenplaatsen if een]
    standaard = Veld("standaard", _l("Kostenplaats als niemand kiest"), "keuze", keuzes=plaatsen or [("", "")])
    velden = (standaard, wijze) if len(plaatsen) > 1 else (wijze,)
    uitleg = _l("Geldt voor wat er hierna wordt besloten; wat al is vastgelegd blijft tellen zoals het telde.")
    return Formulier((Groep(_l("Hoe u telt"), velden, uitleg),), Keuzevragen)
