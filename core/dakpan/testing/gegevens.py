"""Plannen, verslagen, declaraties en wijzigingen om een regelset mee te bevragen."""

from datetime import date, time
from itertools import product

from dakpan.aanvraag.domain.omvang import Eenheid, Omvang, Wijziging, Wijzigingsoort, op_datum
from dakpan.aanvraag.domain.soorten import Regime, Vorm
from dakpan.aanvraag.domain.stukken import Partij
from dakpan.aanvraag.domain.tijdlijn import Contractsoort, EerderContract, Tijdlijn
from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.duur import Duur
from dakpan.begrippen.percentage import Percentage
from dakpan.begrippen.periode import Periode
from dakpan.begrippen.uren import Uren
from dakpan.betaling.domain import Declaratie, Declaratiesoort, EerdereDeclaratie, Tarief
from dakpan.plan.domain import Doel, Plan, Planonderdeel
from dakpan.rapportage.domain import Rapportage, Rapportageonderdeel, Rapportageplicht, Rapportagevorm
from dakpan.uitleg.bron import Bron
from dakpan.uren.domain import RAPPORTAGE_SCHRIJVEN, Activiteit, NietVergoed

VOORBEELDBRON = Bron("Voorbeeld van de testkit")

PLANNEN = (
    Plan({}),
    Plan(dict.fromkeys(Planonderdeel, "ingevuld"), (Doel.INTRODUCEREN,), Uren(10_00), Bedrag(80_00)),
    Plan(dict.fromkeys(Planonderdeel, "  "), tuple(Doel), Uren(999_00), Bedrag(999_00)),
    Plan({Planonderdeel.AANPAK: "ingevuld"}, (Doel.STRUCTUREREN,) * 4),
)
OMVANGEN = (
    Omvang(Eenheid.UREN, Regime.MIDDEN, 1),
    Omvang(Eenheid.UREN, Regime.LICHT, 2, uren=Uren(20_00)),
    Omvang(Eenheid.EURO, Regime.ZEER_LICHT, 3),
    Omvang(
        Eenheid.EURO,
        Regime.INTENSIEF,
        1,
        plafond=Bedrag(4000_00),
        maximum_tarief=Bedrag(95_00),
        maximum_uren=Uren(42_10),
    ),
)
PLICHTEN = tuple(
    Rapportageplicht(vorm, date(2023, 8, 31), schriftelijk, VOORBEELDBRON)
    for vorm, schriftelijk in product(Rapportagevorm, (True, False))
)
RAPPORTAGES = (
    Rapportage(date(2023, 8, 1), True, frozenset(Rapportageonderdeel), tuple(Partij)),
    Rapportage(date(2023, 12, 1), False, frozenset()),
    Rapportage(date(2023, 8, 31), True, frozenset({Rapportageonderdeel.VERLOOP}), (Partij.JOBCOACH,)),
)
_INGANG_EN_MELDING = (
    (date(2023, 6, 1), date(2023, 6, 1)),
    (date(2023, 6, 15), date(2023, 9, 30)),
    (date(2022, 1, 1), date(2023, 4, 1)),
    (date(2026, 1, 1), date(2023, 4, 1)),
)
WIJZIGINGEN = tuple(
    Wijziging(soort, ingang, gemeld, uren, regime, ingang if soort is Wijzigingsoort.VERLENGING else None)
    for ingang, gemeld in _INGANG_EN_MELDING
    for soort, uren, regime in (
        (Wijzigingsoort.EINDE, None, None),
        (Wijzigingsoort.UREN, Uren(12_00), None),
        (Wijzigingsoort.UREN, Uren(36_00), None),
        (Wijzigingsoort.REGIME, None, Regime.LICHT),
        (Wijzigingsoort.REGIME, None, Regime.MIDDEN),
        (Wijzigingsoort.VERLENGING, None, None),
    )
)
# Elk op zichzelf, en twee in dezelfde periode: uren met een regime, een regime met een verlenging of het einde.
REEKSEN = (
    *((een,) for een in WIJZIGINGEN),
    *(op_datum(paar) for paar in zip(WIJZIGINGEN[1:5], WIJZIGINGEN[9:13], strict=True)),
)
DUREN = tuple(Duur(minuten) for minuten in (0, 1, 5, 7, 45, 59, 60, 61, 100, 120, 239, 480, 1_441))
AANTALLEN = (1, 2, 3, 4, 5, 6, 7, 9, 11, 13, 30)

_GEWOON = Activiteit(date(2022, 5, 23), time(14), Duur(120), Doel.BEGELEIDEN_OP_HET_WERK, geaccordeerd=True)
_ACTIVITEITEN: tuple[tuple[Activiteit, ...], ...] = (
    (),
    (_GEWOON,),
    tuple(
        Activiteit(date(2021 + n % 2, 1 + n, 28), time(9), Duur(37 + 11 * n), doel, geaccordeerd=True)
        for n, doel in enumerate(Doel)
    ),
    (
        Activiteit(date(2022, 5, 23), time(14), Duur(30), Doel.INTRODUCEREN),
        Activiteit(date(2030, 1, 1), time(9), Duur(60), Doel.INTRODUCEREN, geaccordeerd=True),
        Activiteit(
            date(2022, 6, 1), time(9), Duur(150), Doel.EVALUATIE_EN_COORDINATIE, RAPPORTAGE_SCHRIJVEN, geaccordeerd=True
        ),
        *(Activiteit(date(2022, 6, 2), time(9), Duur(15), soort, geaccordeerd=True) for soort in NietVergoed),
        _GEWOON,
    ),
)
_EERDER: tuple[tuple[EerdereDeclaratie, ...], ...] = (
    (),
    (EerdereDeclaratie("VB000001", Declaratiesoort.REGULIER, Duur(740)),),
    (EerdereDeclaratie("VB000002", Declaratiesoort.EIND, Duur(100_000)),),
)
_TARIEVEN = (None, (), (Tarief(date(2021, 1, 1), Bedrag(80_05)), Tarief(date(2022, 5, 1), Bedrag(95_45))))

DECLARATIES = tuple(
    Declaratie(soort, date(2022, 8, 18), toegekend, activiteiten, eerder, tarieven, btw)
    for activiteiten, eerder, tarieven in product(_ACTIVITEITEN, _EERDER, _TARIEVEN)
    for soort, toegekend, btw in (
        (Declaratiesoort.REGULIER, Uren(27_21), None),
        (Declaratiesoort.EIND, Uren(2_33), Percentage(21_00)),
        (Declaratiesoort.EIND, Uren(0), Percentage(0)),
    )
)
_CONTRACT = Periode(date(2021, 3, 1), date(2022, 2, 28))
_BEGINDAGEN = date(2022, 3, 1), date(2022, 3, 29), date(2022, 3, 30)
TIJDLIJNEN = tuple(
    Tijdlijn((EerderContract(soort, _CONTRACT, (_CONTRACT,)),), begin, None, begin, vorm=vorm)
    for soort, begin, vorm in product(Contractsoort, _BEGINDAGEN, Vorm)
)
