"""Wanneer en aan wie betaalt UWV? (Protocol 2014 B.3.1; Protocol Interne Jobcoach 2015, 3.6 en 4)"""

from dakpan.pluginkit import Berekening, Betaalritme, Dossier, Partij, Percentage, Vorm, stap
from dakpan_uwv.bronnen import INTERN_2015, PROTOCOL_2014

_EXTERN = Betaalritme(
    "één keer tijdens de periode (mag) en één keer aan het eind (moet), op factuur",
    aan=Partij.JOBCOACHORGANISATIE,
    per_kwartaal=False,
    achteraf=True,
    factuur=True,
    declaraties_ten_hoogste=2,
)
_INTERN = Betaalritme(
    "volledig voorschot vooraf; vaststelling binnen drie maanden na de periode",
    aan=Partij.WERKGEVER,
    per_kwartaal=False,
    achteraf=False,
    factuur=False,
    voorschot=Percentage(100_00),
)


def bepaal_betaalritme(dossier: Dossier) -> Berekening[Betaalritme]:
    """Extern: ten hoogste twee declaraties per periode. Intern: voorschot en vaststelling."""
    intern = dossier.aanvraag.vorm is Vorm.INTERN
    ritme = _INTERN if intern else _EXTERN
    bron = INTERN_2015.bij("3.6, 4.2 en 4.3") if intern else PROTOCOL_2014.bij("B.3.1")
    uitleg = stap("uwv.betaalritme", "{ritme}", ritme=ritme.omschrijving, uitkomst=ritme.aan.value, bron=bron)
    return Berekening(ritme, (uitleg,))
