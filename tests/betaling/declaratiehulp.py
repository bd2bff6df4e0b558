"""Wat de tests van het declareren delen: verzonnen regels, een activiteit en een declaratie."""

from collections.abc import Sequence
from datetime import date, time

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.duur import Duur
from dakpan.begrippen.percentage import Percentage
from dakpan.begrippen.uren import Uren
from dakpan.betaling.declaratie.declareren import bereken_declaratie
from dakpan.betaling.declaratie.regels import Declaratieregels, OpgegevenTarieven
from dakpan.betaling.domain import Declaratie, Declaratiesoort, EerdereDeclaratie, Tarief, Vergoeding
from dakpan.plan.domain import Doel
from dakpan.uitleg.berekening import Berekening
from dakpan.uitleg.bron import Bron
from dakpan.uren.domain import Activiteit, NietVergoed

BRON = Bron("Verzonnen regeling")
REGELS = Declaratieregels(
    regelset="verzonnen",
    plafond=BRON,
    accorderen=BRON,
    niet_vergoed=dict.fromkeys(NietVergoed, BRON),
    rapportage_ten_hoogste=Duur(120),
    rapportage_bron=BRON,
    tarief=BRON,
    tarieven=OpgegevenTarieven(()),
    btw=BRON,
)
NIEUWJAAR = date(2022, 1, 1)
EIND_VAN_HET_JAAR = date(2022, 12, 31)
TARIEF = Tarief(date(2000, 1, 1), Bedrag(95_45))


def maak_werk(
    datum: date,
    minuten: int,
    doel: Doel | NietVergoed = Doel.STRUCTUREREN,
    *,
    begin: time = time(9),
    activiteit: str = "",
    geaccordeerd: bool = True,
) -> Activiteit:
    return Activiteit(datum, begin, Duur(minuten), doel, activiteit, geaccordeerd)


def declareer(
    *activiteiten: Activiteit,
    toegekend: str = "100.00",
    eerder: Sequence[int] = (),
    tarieven: Sequence[Tarief] | None = (TARIEF,),
    btw: Percentage | None = Percentage(21_00),  # noqa: B008 - een vaste waarde
    op: date = EIND_VAN_HET_JAAR,
) -> Berekening[Vergoeding]:
    al_gedeclareerd = tuple(EerdereDeclaratie("UJ1", Declaratiesoort.REGULIER, Duur(m)) for m in eerder)
    gevraagd = Declaratie(
        Declaratiesoort.EIND,
        op,
        Uren.uit_iso(toegekend),
        activiteiten,
        al_gedeclareerd,
        None if tarieven is None else tuple(tarieven),
        btw,
    )
    return bereken_declaratie(gevraagd, REGELS)


def maak_tarieven(**per_dag: str) -> list[Tarief]:
    """``d20220101="90.00"``: het tarief vanaf 1 januari 2022."""
    return [Tarief(date.fromisoformat(dag.removeprefix("d")), Bedrag.uit_iso(t)) for dag, t in per_dag.items()]


def delen_van(vergoeding: Vergoeding) -> list[tuple[int, str, str | None]]:
    return [(d.jaar, d.uren.iso, d.bedrag_excl.iso if d.bedrag_excl else None) for d in vergoeding.jaardelen]


def codes_van(berekening: Berekening[Vergoeding]) -> list[str]:
    return [b.code.removeprefix("verzonnen.") for b in berekening.bevindingen]
