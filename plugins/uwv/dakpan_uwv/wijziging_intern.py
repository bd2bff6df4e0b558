"""Wat wordt de subsidie na een vroegtijdig einde, andere uren of een ander regime? (Interne Jobcoach 2015, 4.1)"""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from dakpan.pluginkit import (
    DAG,
    Bedrag,
    Berekening,
    Bevinding,
    Dossier,
    Omvang,
    Raadpleging,
    Regime,
    Stap,
    Uren,
    Waarde,
    Wijziging,
    half_omhoog,
    in_woorden,
    maanden_met_deel,
    stap,
)
from dakpan_uwv.bronnen import INTERN_2015
from dakpan_uwv.omvang_intern import MAANDEN_PER_JAAR, bereken_intern, deel_van_24_uur
from dakpan_uwv.percentage import tabeljaar
from dakpan_uwv.wijziging_reeks import verdeel

PAR_4_1 = INTERN_2015.bij("2.5 en 4.1")
_CODE = "uwv.wijziging.plafond"
_Jaarbedragen = Mapping[Regime, Waarde[Bedrag] | None]


class _Maanden(NamedTuple):
    """Zoveel maanden met deze uren per week en dit regime."""

    aantal: Fraction
    per_week: Uren
    regime: Regime

    @property
    def gewogen(self) -> Fraction:
        return self.aantal * deel_van_24_uur(self.per_week)


def na_wijziging_intern(
    dossier: Dossier, wijzigingen: Sequence[Wijziging], parameters: Raadpleging
) -> Berekening[Omvang]:
    """Het jaarbedrag naar rato van de maanden, uren en regimes; bij een proefplaatsing blijft het."""
    oud = bereken_intern(dossier, parameters)
    if dossier.is_proefplaatsing:
        return oud
    delen = _delen(dossier, wijzigingen)
    bedragen: _Jaarbedragen = {
        deel.regime: parameters.bedrag("subsidie_intern", deel.regime, tabeljaar(dossier.aanvraag.jaar))
        for deel in delen
    }
    plafond = _plafond(delen, bedragen)
    wisselt = any(een.regime is not None for een in wijzigingen)
    uitleg = _uitleg(delen, bedragen, plafond, wisselt=wisselt)
    omvang = oud.resultaat._replace(regime=delen[-1].regime, plafond=plafond)
    return Berekening(omvang, (uitleg,), tuple(parameters.opgemerkt) if wisselt else oud.bevindingen)


def _plafond(delen: Sequence[_Maanden], bedragen: _Jaarbedragen) -> Bedrag | None:
    """Jaarbedrag × maanden × uren / 24 van elk deel, samen gedeeld door 12 en één keer half omhoog afgerond."""
    samen = Fraction(0)
    for deel in delen:
        bedrag = bedragen[deel.regime]
        if bedrag is None:
            return None
        samen += bedrag.waarde.exact * deel.gewogen
    return Bedrag.rond_af(samen / MAANDEN_PER_JAAR, half_omhoog)


def _uitleg(delen: Sequence[_Maanden], bedragen: _Jaarbedragen, plafond: Bedrag | None, *, wisselt: bool) -> Stap:
    """Zo kort als kan: één bedrag met andere uren, twee bedragen met dezelfde uren, of alles voluit."""
    if not wisselt and len(delen) <= 2:
        return _andere_uren(delen, bedragen, plafond)
    if wisselt and len(delen) == 2 and delen[0].per_week == delen[1].per_week:
        return _ander_regime(delen, bedragen, plafond)
    zin = " + ".join(
        f"{in_woorden(bedragen[deel.regime])} × {in_woorden(deel.aantal)} maanden × "
        f"{in_woorden(deel_van_24_uur(deel.per_week))}"
        for deel in delen
    )
    tekst = "({delen}) / 12; elk deel: jaarbedrag × maanden × (uren per week / 24)"
    return stap(_CODE, tekst, delen=zin, uitkomst=plafond, bron=PAR_4_1.afgeleid)


def _andere_uren(delen: Sequence[_Maanden], bedragen: _Jaarbedragen, plafond: Bedrag | None) -> Stap:
    voor = delen[0]
    na = delen[1] if len(delen) == 2 else voor._replace(aantal=Fraction(0))
    return stap(
        _CODE,
        "{jaarbedrag} × {factor}: {voor} maanden met {uren_voor} en {na} maanden met {uren_na}, gedeeld door 12",
        jaarbedrag=bedragen[voor.regime],
        factor=(voor.gewogen + na.gewogen) / MAANDEN_PER_JAAR,
        voor=voor.aantal,
        uren_voor=voor.per_week,
        na=na.aantal,
        uren_na=na.per_week,
        uitkomst=plafond,
        bron=PAR_4_1.afgeleid,
    )


def _ander_regime(delen: Sequence[_Maanden], bedragen: _Jaarbedragen, plafond: Bedrag | None) -> Stap:
    voor, na = delen
    return stap(
        _CODE,
        "({eerst} × {voor} maanden + {dan} × {na} maanden) / 12 × {urendeel} (uren per week / 24)",
        eerst=bedragen[voor.regime],
        voor=voor.aantal,
        dan=bedragen[na.regime],
        na=na.aantal,
        urendeel=deel_van_24_uur(voor.per_week),
        uitkomst=plafond,
        bron=PAR_4_1.afgeleid,
    )


def _delen(dossier: Dossier, wijzigingen: Sequence[Wijziging]) -> list[_Maanden]:
    """Hoeveel maanden loopt elk deel? Samen nooit meer dan een jaar."""
    begin, delen = dossier.aanvraag.begin, verdeel(dossier, wijzigingen, _ingang)[0]

    def maanden_tot(dag: date) -> Fraction:
        return min(Fraction(MAANDEN_PER_JAAR), maanden_met_deel(begin, dag - DAG))

    return [_Maanden(maanden_tot(deel.tot) - maanden_tot(deel.begin), deel.per_week, deel.regime) for deel in delen]


def _ingang(wijziging: Wijziging, meer: bool) -> tuple[date, Sequence[Bevinding]]:
    """Een verhoging gaat in bij ontvangst van de melding, een verlaging op de dag van de verandering. (4.1)"""
    return (max(wijziging.ingangsdatum, wijziging.gemeld_op) if meer else wijziging.ingangsdatum), ()
