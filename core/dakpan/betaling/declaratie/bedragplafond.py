"""Past wat er gedeclareerd wordt in het toegekende bedrag? Zo niet, dan vallen de laatste minuten af."""

from collections.abc import Callable

from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.duur import Duur
from dakpan.begrippen.uren import Uren
from dakpan.betaling.domain import Vergoeding
from dakpan.uitleg.berekening import Berekening

Bereken = Callable[[Uren], Berekening[Vergoeding]]


def binnen_bedrag(bereken: Bereken, toegekend: Uren, eerder: Duur, ruimte: Bedrag | None) -> Berekening[Vergoeding]:
    """De vergoeding bij deze toekenning, of bij de grootste die nog in ``ruimte`` past.

    ``ruimte`` is exclusief btw; None: er is geen bedrag toegekend. Zoekt door te halveren over de minuten.
    """
    alles = bereken(toegekend)
    if ruimte is None or _past(alles, ruimte):
        return alles
    laag, hoog = 0, alles.resultaat.declarabel.minuten
    while hoog - laag > 1:
        midden = (laag + hoog) >> 1
        laag, hoog = (midden, hoog) if _past(bereken(_zoveel(eerder, midden)), ruimte) else (laag, midden)
    return bereken(_zoveel(eerder, laag))


def _past(berekening: Berekening[Vergoeding], ruimte: Bedrag) -> bool:
    bedrag = berekening.resultaat.bedrag_excl
    return bedrag is None or bedrag <= ruimte


def _zoveel(eerder: Duur, minuten: int) -> Uren:
    """De toekenning waarbij na aftrek van wat eerder was precies deze minuten overblijven."""
    return (eerder + Duur(minuten)).uren
