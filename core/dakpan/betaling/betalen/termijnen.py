"""In welke betalingen gaat een toegekend bedrag naar de werkgever, en vanaf welke dag?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dakpan.aanvraag.domain.omvang import Omvang
from dakpan.begrippen.afronding import half_omhoog
from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.kalender import DAG, volgende_maandgrens
from dakpan.begrippen.periode import Periode
from dakpan.betaling.domain import Betaalritme
from dakpan.uitleg.berekening import Berekening, Stap, stap
from dakpan.uitleg.bron import Bron

MAANDEN_PER_KWARTAAL = 3


@dataclass(frozen=True, slots=True)
class Termijnbetaling:
    """Eén betaling: hoeveel, en vanaf welke dag mag zij?"""

    bedrag: Bedrag
    vanaf: date
    stap: Stap


@dataclass(frozen=True, slots=True)
class Besloten:
    """Wat is er toegekend, over welke periode, en op welke dag is dat besloten?"""

    bedrag: Bedrag
    periode: Periode
    op: date
    bron: Bron


def bepaal_betalingen(
    regelset: str, besloten: Besloten, omvang: Omvang, ritme: Berekening[Betaalritme]
) -> tuple[Termijnbetaling, ...]:
    """Elke betaling met haar dag. Leeg: hoe het bedrag verdeeld wordt is niet in bron; een mens zet het klaar."""
    hoe = ritme.resultaat
    if hoe.voorschot is not None:
        return (_voorschot(regelset, besloten, ritme),)
    delen = _delen(besloten, omvang)
    waar = ritme.stappen[-1].bron
    return tuple(
        _termijn(regelset, besloten, hoe, (nummer, len(delen), bedrag), waar)
        for nummer, bedrag in enumerate(delen, start=1)
        if bedrag.centen > 0
    )


def _delen(besloten: Besloten, omvang: Omvang) -> Sequence[Bedrag]:
    """De termijnbedragen van de regels; is er een ander bedrag toegekend, dan evenveel gelijke delen daarvan.

    Noemen de regels geen termijnen, dan raden wij ze niet.
    """
    van_regels = omvang.termijnbedragen
    if van_regels is not None and sum((een.centen for een in van_regels), 0) == besloten.bedrag.centen:
        return van_regels
    return verdeel(besloten.bedrag, len(van_regels)) if van_regels else ()


def verdeel(bedrag: Bedrag, aantal: int) -> tuple[Bedrag, ...]:
    """Gelijke delen, naar beneden op de cent; de rest in de laatste."""
    gelijk, rest = divmod(bedrag.centen, aantal)
    return (*(Bedrag(gelijk) for _ in range(aantal - 1)), Bedrag(gelijk + rest))


def _voorschot(regelset: str, besloten: Besloten, ritme: Berekening[Betaalritme]) -> Termijnbetaling:
    deel = ritme.resultaat.voorschot
    assert deel is not None  # noqa: S101 - alleen een ritme met een voorschot komt hier
    bedrag = besloten.bedrag.keer(deel.deel, half_omhoog)
    uitleg = stap(
        f"{regelset}.betaling.voorschot",
        "Voorschot van {deel} van {toegekend}, half omhoog op de cent: {bedrag}, vanaf {vanaf}",
        deel=deel,
        toegekend=besloten.bedrag,
        bedrag=bedrag,
        vanaf=besloten.op,
        uitkomst=bedrag,
        bron=ritme.stappen[-1].bron,
    )
    return Termijnbetaling(bedrag, besloten.op, uitleg)


def _termijn(
    regelset: str, besloten: Besloten, ritme: Betaalritme, deel: tuple[int, int, Bedrag], bron: Bron
) -> Termijnbetaling:
    nummer, aantal, bedrag = deel
    vanaf = _vanaf(besloten, ritme, nummer)
    uitleg = stap(
        f"{regelset}.betaling.termijn",
        "Betaling {nummer} van {aantal}: {bedrag} van {toegekend}, vanaf {vanaf}",
        nummer=nummer,
        aantal=aantal,
        bedrag=bedrag,
        toegekend=besloten.bedrag,
        vanaf=vanaf,
        uitkomst=bedrag,
        bron=bron,
    )
    return Termijnbetaling(bedrag, vanaf, uitleg)


def _vanaf(besloten: Besloten, ritme: Betaalritme, nummer: int) -> date:
    """Achteraf is de dag na het kwartaal, of na de periode; vooraf is de eerste dag ervan. Nooit vóór het besluit."""
    begin, na_afloop = besloten.periode.begin, besloten.periode.eind + DAG
    if not ritme.per_kwartaal:
        dag = na_afloop if ritme.achteraf else begin
    elif ritme.achteraf:
        dag = min(volgende_maandgrens(begin, MAANDEN_PER_KWARTAAL * nummer), na_afloop)
    else:
        dag = volgende_maandgrens(begin, MAANDEN_PER_KWARTAAL * (nummer - 1))
    return max(dag, besloten.op)
