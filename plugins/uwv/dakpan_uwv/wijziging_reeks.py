"""In welke delen valt de periode uiteen als er één of meer keren iets verandert? (Protocol 2014 A.8)

De uren per week en het regime veranderen los van elkaar. Elk deel heeft zijn eigen uren en zijn eigen regime.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from dakpan.pluginkit import DAG, Bevinding, Dossier, Regime, Uren, Wijziging, Wijzigingsoort

# Vanaf welke dag een wijziging telt, en wat daarbij opvalt; ``meer``: het wordt meer dan het op die dag was.
Ingang = Callable[[Wijziging, bool], tuple[date, Sequence[Bevinding]]]
_VAN_LICHT_NAAR_ZWAAR = tuple(Regime)


@dataclass(frozen=True, slots=True)
class Deel:
    """Een stuk van de periode met gelijke uren per week en één regime; ``tot`` telt niet mee."""

    begin: date
    tot: date
    per_week: Uren
    regime: Regime

    @property
    def dagen(self) -> int:
        return max(0, (self.tot - self.begin).days)


class _Moment(NamedTuple):
    """Vanaf deze dag telt deze wijziging."""

    vanaf: date
    wijziging: Wijziging


class _Stand(NamedTuple):
    per_week: Uren
    regime: Regime

    def na(self, wijziging: Wijziging) -> "_Stand":
        per_week, regime = wijziging.uren_per_week, wijziging.regime
        return _Stand(self.per_week if per_week is None else per_week, self.regime if regime is None else regime)


def is_zwaarder(nieuw: Regime, oud: Regime) -> bool:
    """Geeft het nieuwe regime meer begeleiding?"""
    return _VAN_LICHT_NAAR_ZWAAR.index(nieuw) > _VAN_LICHT_NAAR_ZWAAR.index(oud)


def verdeel(dossier: Dossier, wijzigingen: Sequence[Wijziging], ingang: Ingang) -> tuple[list[Deel], list[Bevinding]]:
    """De delen van de periode op volgorde, met wat er bij de dag van ingang opvalt. ``wijzigingen``: op datum."""
    momenten: list[_Moment] = []
    opgemerkt: list[Bevinding] = []
    for een in wijzigingen:
        if een.soort is Wijzigingsoort.EINDE:
            continue
        vanaf, zegt = ingang(een, _is_meer(een, _stand_op(dossier, momenten, een.ingangsdatum)))
        opgemerkt.extend(zegt)
        # Wat later zou gaan tellen dan deze, over hetzelfde, is door deze ingehaald.
        momenten = [oud for oud in momenten if oud.wijziging.soort is not een.soort or oud.vanaf <= vanaf]
        momenten.append(_Moment(vanaf, een))
    return _knip(dossier, sorted(momenten, key=lambda moment: moment.vanaf), _na_eind(dossier, wijzigingen)), opgemerkt


def _knip(dossier: Dossier, momenten: Sequence[_Moment], na_eind: date) -> list[Deel]:
    delen: list[Deel] = []
    van, stand = dossier.aanvraag.begin, _begin(dossier)
    for moment in momenten:
        tot = min(na_eind, max(van, moment.vanaf))
        delen.append(Deel(van, tot, *stand))
        van, stand = tot, stand.na(moment.wijziging)
    return [*delen, Deel(van, na_eind, *stand)]


def _na_eind(dossier: Dossier, wijzigingen: Sequence[Wijziging]) -> date:
    """De eerste dag na de periode: met de baan houdt zij op."""
    begin, na_eind = dossier.aanvraag.begin, dossier.aanvraag.eind + DAG
    einden = [max(begin, een.ingangsdatum) for een in wijzigingen if een.soort is Wijzigingsoort.EINDE]
    return min([na_eind, *einden])


def _begin(dossier: Dossier) -> _Stand:
    return _Stand(dossier.dienstverband.rekenuren, dossier.aanvraag.regime)


def _stand_op(dossier: Dossier, momenten: Sequence[_Moment], dag: date) -> _Stand:
    """Met welke uren en welk regime is er op die dag gerekend?"""
    stand = _begin(dossier)
    for moment in sorted(momenten, key=lambda een: een.vanaf):
        if moment.vanaf <= dag:
            stand = stand.na(moment.wijziging)
    return stand


def _is_meer(wijziging: Wijziging, stand: _Stand) -> bool:
    if wijziging.regime is not None:
        return is_zwaarder(wijziging.regime, stand.regime)
    return wijziging.uren_per_week is not None and wijziging.uren_per_week > stand.per_week
