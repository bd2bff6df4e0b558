"""De zaken waarmee een regelset wordt bevraagd: elke vorm, elk regime, elke soort, en wat er kan ontbreken."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any

from dakpan.aanvraag.domain.dossier import Aanvraag, Dienstverband, Dossier, Historie, Jobcoach, Persoon
from dakpan.aanvraag.domain.soorten import (
    Aanvraagsoort,
    Dienstverbandsoort,
    Doelgroep,
    Jobcoachuitzondering,
    Regime,
    Vorm,
)
from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.kalender import DAG
from dakpan.begrippen.periode import Periode
from dakpan.begrippen.uren import Uren
from dakpan.regels.parameters.parameters import Parameters
from dakpan.testing.invullen import VROEG

JAREN = (1, 2, 3, 4)
LAAT = date(2090, 12, 31)

BASIS = Dossier(
    Persoon(frozenset({Doelgroep.BANENAFSPRAAK, Doelgroep.PARTICIPATIEWET})),
    Dienstverband(
        Dienstverbandsoort.BEPAALDE_TIJD,
        begin=date(2023, 3, 1),
        eind=date(2024, 2, 29),
        uren_per_week=Uren(24_00),
        loonwaarde=45,
    ),
    Aanvraag(
        Aanvraagsoort.EERSTE,
        Vorm.EXTERN,
        Regime.MIDDEN,
        Periode(date(2023, 3, 1), date(2023, 8, 31)),
        ontvangen_op=date(2023, 3, 20),
        tarief=Bedrag(95_45),
        jobcoach=Jobcoach(hbo=True, opleiding=True, harrie=True, gecertificeerd=True),
    ),
)

_PERSONEN: tuple[Mapping[str, Any], ...] = (
    {"doelgroepen": frozenset[Doelgroep]()},
    *({"doelgroepen": frozenset({groep})} for groep in Doelgroep),
    {"doelgroepen": frozenset(Doelgroep)},
    {"ziek_sinds": date(2022, 12, 1)},
    {"ziek_sinds": date(2022, 12, 1), "ziekte_goedgekeurd": True},
    {"ziek_sinds": date(2023, 4, 1)},
)
_BANEN: tuple[Mapping[str, Any], ...] = (
    *({"soort": soort, "minimum_uren_per_week": Uren(12_00)} for soort in Dienstverbandsoort),
    {"soort": Dienstverbandsoort.MIN_MAX, "minimum_uren_per_week": Uren(0)},
    *({"uren_per_week": Uren(uren)} for uren in (0, 7_99, 8_00, 11_99, 12_00, 35_99, 36_00, 168_00)),
    *({"uren_per_week": Uren(9_00), "uitzicht_op_norm": True, "loonwaarde": loon} for loon in (19, 20, 35)),
    *({"loonwaarde": loon} for loon in (None, 0, 29, 30, 34, 35, 100)),
    {"eind": None},
    {"eind": date(2023, 3, 1)},
    {"eind": date(2023, 8, 30)},
    {"uitzendbeding": True, "soort": Dienstverbandsoort.UITZEND},
    {"intentieverklaring": True, "soort": Dienstverbandsoort.PROEFPLAATSING},
    {"uren_per_week": Uren(6_00), "afwijking_gemotiveerd": "Opbouw na ziekte."},
)
_AANVRAGEN: tuple[Mapping[str, Any], ...] = (
    {"tarief": None},
    {"tarief": Bedrag(1)},
    {"tarief": Bedrag(500_00)},
    {"jobcoach": Jobcoach()},
    {"jobcoach": Jobcoach(uitzondering=Jobcoachuitzondering.VERHUIZING, voldoet_op=date(2024, 2, 29))},
    {"ontvangen_op": date(2022, 12, 1)},
    {"ontvangen_op": date(2024, 12, 31), "reden_te_laat": "Post zoek."},
    {"ontvangen_op": date(2024, 12, 31), "reden_te_laat": "Post zoek.", "reden_te_laat_aanvaard": True},
    {"motivering_intensief": "Crisis op het werk.", "regime": Regime.INTENSIEF},
    {"verlenging_gemotiveerd": "Nieuwe taken.", "jaar": 3},
    {"eerste_overeenkomst_maanden": 6},
    {"eerste_overeenkomst_maanden": 12},
    *({"volgnummer": nummer} for nummer in (2, 3, 6, 7)),
    {"jaar": 10},
    *(
        {"periode": Periode(begin, eind)}
        for begin, eind in (
            (date(2023, 3, 1), date(2023, 3, 1)),
            (date(2023, 8, 31), date(2024, 2, 29)),
            (date(2024, 2, 29), date(2025, 2, 28)),
            (date(2023, 1, 1), date(2027, 12, 31)),
        )
    ),
)
_HISTORIES = (
    Historie(maanden_jobcoaching=30),
    Historie(maanden_jobcoaching=31),
    Historie(maanden_jobcoaching=60, maanden_proefplaatsing=3),
    Historie(interne_voorziening_loopt=True),
)


def dossiers() -> tuple[Dossier, ...]:
    """Elke vorm × regime × soort × jaar, en per vorm elke afwijking van een gewone zaak."""
    hoofd = (
        _met_aanvraag(BASIS, vorm=vorm, regime=regime, soort=soort, jaar=jaar)
        for vorm, regime, soort, jaar in product(Vorm, Regime, Aanvraagsoort, JAREN)
    )
    return (*hoofd, *(variant for vorm in Vorm for variant in _varianten(_met_aanvraag(BASIS, vorm=vorm))))


def kerndossiers() -> tuple[Dossier, ...]:
    """De kleine greep die op elke peildatum wordt bevraagd: elke vorm en elk regime, met en zonder proefplaatsing."""
    return tuple(
        _met_aanvraag(BASIS, vorm=vorm, regime=regime, soort=soort)
        for vorm, regime, soort in product(Vorm, Regime, (Aanvraagsoort.EERSTE, Aanvraagsoort.PROEFPLAATSING))
    )


def peildata(parameters: Parameters) -> tuple[date, ...]:
    """De eerste dag van elke waarde en de dag ervoor, haar laatste dag en de dag erna, en ver daarbuiten."""
    waarden = [w for p in parameters.lijst.values() for reeks in p.reeksen.values() for w in reeks.waarden]
    grenzen = {dag for w in waarden for dag in (w.vanaf, w.vanaf - DAG)}
    grenzen |= {dag for w in waarden if w.tot_en_met is not None for dag in (w.tot_en_met, w.tot_en_met + DAG)}
    return tuple(sorted({*grenzen, VROEG, LAAT}))


def omschrijf(dossier: Dossier) -> str:
    """Waaraan herkent een mens deze zaak in een melding?"""
    aanvraag, baan = dossier.aanvraag, dossier.dienstverband
    doelgroepen = "+".join(sorted(dossier.persoon.doelgroepen)) or "geen doelgroep"
    kort = f"{aanvraag.vorm} {aanvraag.regime} {aanvraag.soort} jaar {aanvraag.jaar}, {aanvraag.periode.iso}"
    return f"{kort}, {baan.soort} {baan.uren_per_week}, {doelgroepen}"


def _varianten(gewoon: Dossier) -> Iterator[Dossier]:
    for anders in _PERSONEN:
        yield replace(gewoon, persoon=replace(gewoon.persoon, **anders))
    for anders in _BANEN:
        yield replace(gewoon, dienstverband=replace(gewoon.dienstverband, **anders))
    for anders in _AANVRAGEN:
        yield _met_aanvraag(gewoon, **anders)
    yield from _met_historie(gewoon, _HISTORIES)


def _met_historie(gewoon: Dossier, histories: Iterable[Historie]) -> Iterator[Dossier]:
    for historie in histories:
        yield replace(gewoon, historie=historie)


def _met_aanvraag(dossier: Dossier, **anders: Any) -> Dossier:
    return replace(dossier, aanvraag=replace(dossier.aanvraag, **anders))
