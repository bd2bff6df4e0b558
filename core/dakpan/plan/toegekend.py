"""Wat is er in uren toegekend als het besluit een bedrag noemt?"""

from dakpan.begrippen.afronding import naar_beneden
from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.uren import Uren


def passende_uren(bedrag: Bedrag | None, tarief: Bedrag | None) -> Uren | None:
    """Hoeveel uren passen er voor dit tarief in dit bedrag, naar beneden? None: een van beide is er niet.

    Meer dan deze uren worden niet betaald; wie schrijft, opdracht geeft of declareert leest overal dit getal.
    """
    if bedrag is None or tarief is None or not tarief.centen:
        return None
    return Uren.rond_af(bedrag.exact / tarief.exact, naar_beneden)
