"""3 Betaling: per kwartaal achteraf"""

from collections.abc import Mapping

from dakpan.pluginkit import Berekening, Betaalritme, Dossier, Partij, Vorm, stap
from dakpan_staphorst.bronnen import PAR_1_2, PAR_3

_PER_VORM: Mapping[Vorm, Betaalritme] = {
    Vorm.EXTERN: Betaalritme(
        "per kwartaal achteraf aan de jobcoachorganisatie, op factuur met een urenverantwoording",
        aan=Partij.JOBCOACHORGANISATIE,
        per_kwartaal=True,
        achteraf=True,
        factuur=True,
    ),
    Vorm.INTERN: Betaalritme(
        "per kwartaal achteraf aan de werkgever, zonder factuur",
        aan=Partij.WERKGEVER,
        per_kwartaal=True,
        achteraf=True,
        factuur=False,
    ),
}
_PROEFPLAATSING = Betaalritme(
    "één vast bedrag achteraf aan de werkgever, zonder factuur",
    aan=Partij.WERKGEVER,
    per_kwartaal=False,
    achteraf=True,
    factuur=False,
)
_GEEN = Betaalritme(
    "geen betaling: de jobcoach is in dienst van de gemeente",
    aan=Partij.FINANCIER,
    per_kwartaal=False,
    achteraf=True,
    factuur=False,
    declaraties_ten_hoogste=0,
)


def bepaal_betaalritme(dossier: Dossier) -> Berekening[Betaalritme]:
    """Extern op factuur, intern zonder. Een gemeentelijke jobcoach wordt niet betaald."""
    intern_op_proef = dossier.is_proefplaatsing and dossier.aanvraag.vorm is Vorm.INTERN
    ritme = _PROEFPLAATSING if intern_op_proef else _PER_VORM.get(dossier.aanvraag.vorm, _GEEN)
    bron = PAR_1_2 if ritme is _GEEN else PAR_3
    uitleg = stap("staphorst.betaalritme", "{ritme}", ritme=ritme.omschrijving, uitkomst=ritme.aan.value, bron=bron)
    return Berekening(ritme, (uitleg,))
