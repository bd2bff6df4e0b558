"""Wat zeggen de regels na deze wijziging, vanaf de dag van de verandering? En welke dagen horen erbij?"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from dakpan.aanvraag.beslistermijn import dag_van
from dakpan.aanvraag.domain.dossier import Dossier
from dakpan.aanvraag.domain.meldingen import Meldsoort
from dakpan.aanvraag.domain.omvang import Omvang, Wijziging, Wijzigingsoort, op_datum
from dakpan.aanvraag.domain.soorten import Regime
from dakpan.aanvraag.domain.termijn import Termijn, Termijnsoort
from dakpan.aanvraag.schemas import DossierSchema
from dakpan.aanvraag.tables import Aanleiding, Besluit
from dakpan.aanvraag.wijzigen.keuzes import Aanwerk, Nietsamen
from dakpan.aanvraag.wijzigen.tables import Wijzigingsmelding
from dakpan.aanvraag.wijzigen.uitkomst import reeks_uit_json
from dakpan.begrippen.kalender import DAG
from dakpan.begrippen.uren import Uren
from dakpan.invoer.velden import lees_datum
from dakpan.opslag.handeling import Handeling
from dakpan.regels.fouten import GeenRegel
from dakpan.uitleg.berekening import Berekening

Json = dict[str, Any]
_DOSSIER = DossierSchema()


class Doorgerekend(NamedTuple):
    """De omvang na de wijziging, met haar stappen, en de laatste dag van de periode.

    ``eerdere``: wat er in deze periode al was veranderd; ook die telt mee, elk vanaf haar eigen dag.
    """

    wijziging: Wijziging
    eerdere: tuple[Wijziging, ...]
    berekening: Berekening[Omvang]
    eind: date


def doorgerekend(handeling: Handeling, besluit: Besluit, melding: Wijzigingsmelding) -> Doorgerekend | None:
    """None: met zo'n wijziging rekenen de regels niet, of zij gaat niet samen met wat er al veranderde."""
    wijziging = wijziging_van(melding)
    if wijziging is None or waarom_niet_samen(besluit, wijziging) is not None:
        return None
    wijziging = replace(wijziging, gold_tot_en_met=besluit.eind)
    eerdere = _eerdere(besluit)
    dossier: Dossier = _DOSSIER.lees(besluit.invoer)
    regels = handeling.regels(besluit.tenant_id, besluit.peildatum)
    try:
        berekening = regels.bereken_na_wijziging(dossier, op_datum([*eerdere, wijziging]), besluit.peildatum)
    except GeenRegel:
        return None
    return Doorgerekend(wijziging, eerdere, berekening, _eind(besluit, wijziging))


def waarom_niet_samen(besluit: Besluit, wijziging: Wijziging) -> Nietsamen | None:
    """Wat staat eraan in de weg om deze verandering bij de eerdere op te tellen? Dan beslist een mens."""
    if besluit.aanleiding is Aanleiding.BEZWAAR:
        return Nietsamen.NA_BEZWAAR
    if besluit.aanleiding is Aanleiding.WIJZIGING and besluit.wijziging is None:
        return Nietsamen.NIET_DOORGEREKEND
    eerdere = _eerdere(besluit)
    if any(een.ingangsdatum == wijziging.ingangsdatum for een in eerdere):
        return Nietsamen.ZELFDE_DAG
    if wijziging.soort is Wijzigingsoort.EINDE and any(een.soort is Wijzigingsoort.EINDE for een in eerdere):
        return Nietsamen.AL_EEN_EINDE
    return None


def _eerdere(besluit: Besluit) -> tuple[Wijziging, ...]:
    return reeks_uit_json(besluit.wijziging) if besluit.wijziging is not None else ()


def wijziging_van(melding: Wijzigingsmelding) -> Wijziging | None:
    """Wat de regels van deze melding kunnen lezen: andere uren, het einde, een verlenging of een ander regime."""
    gemeld, antwoorden = dag_van(melding.gemeld_op), melding.antwoorden
    if melding.soort is Meldsoort.BEGELEIDING:
        regime = Regime(antwoorden["regime"])
        return Wijziging(Wijzigingsoort.REGIME, melding.ingangsdatum, gemeld, regime=regime)
    if melding.soort is not Meldsoort.WERK:
        return None
    if antwoorden["wat"] == Aanwerk.EINDE:
        return Wijziging(Wijzigingsoort.EINDE, melding.ingangsdatum, gemeld)
    if antwoorden["wat"] == Aanwerk.UREN:
        uren = Uren.uit_iso(antwoorden["uren_per_week"])
        return Wijziging(Wijzigingsoort.UREN, melding.ingangsdatum, gemeld, uren)
    if antwoorden["wat"] == Aanwerk.VERLENGING:
        tot = lees_datum(antwoorden["tot_en_met"])
        return Wijziging(Wijzigingsoort.VERLENGING, melding.ingangsdatum, gemeld, tot_en_met=tot)
    return None


def _eind(besluit: Besluit, wijziging: Wijziging) -> date:
    """Met de baan houdt de jobcoaching op: de laatste dag is die ervoor. Duurt zij langer, dan tot die dag."""
    if wijziging.tot_en_met is not None:
        return max(besluit.eind, wijziging.tot_en_met)
    if wijziging.soort is not Wijzigingsoort.EINDE:
        return besluit.eind
    return max(besluit.begin, min(besluit.eind, wijziging.ingangsdatum - DAG))


def termijnen_van_melding(
    handeling: Handeling, besluit: Besluit, melding: Wijzigingsmelding
) -> Mapping[Termijnsoort, Termijn]:
    """Tot wanneer melden en tot wanneer beslissen; leeg als de bron geen dag noemt."""
    dossier: Dossier = _DOSSIER.lees(besluit.invoer)
    regels = handeling.regels(besluit.tenant_id, besluit.peildatum)
    try:
        gevonden = regels.bepaal_wijzigingstermijnen(dossier, melding.ingangsdatum, dag_van(melding.gemeld_op))
    except GeenRegel:
        return {}
    return {een.soort: een for een in gevonden.resultaat.lijst}
