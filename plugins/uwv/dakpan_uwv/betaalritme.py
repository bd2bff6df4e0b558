"""Wanneer en aan wie betaalt UWV? (Protocol 2014 B.3.1; Protocol Interne Jobcoach 2015, 3.6 en 4)"""

from dataclasses import replace
from datetime import date

from dakpan.pluginkit import Berekening, Betaalritme, Bron, Dossier, Partij, Percentage, Vorm, stap
from dakpan_uwv.bronnen import INTERN_2011, INTERN_2015, PROTOCOL_2014

_EXTERN = Betaalritme(
    "één keer tijdens de periode (mag) en één keer aan het eind (moet), op factuur",
    aan=Partij.JOBCOACHORGANISATIE,
    per_kwartaal=False,
    achteraf=True,
    factuur=True,
    declaraties_ten_hoogste=2,
    # Vragen en antwoorden over het portaal: een verzoek met de reden binnen één werkdag; UWV beoordeelt het.
    terugvragen_werkdagen=1,
)
_INTERN = Betaalritme(
    "volledig voorschot vooraf; vaststelling binnen drie maanden na de periode",
    aan=Partij.WERKGEVER,
    per_kwartaal=False,
    achteraf=False,
    factuur=False,
    voorschot=Percentage(100_00),
)
_INTERN_TOT_2015 = replace(
    _INTERN, omschrijving="half voorschot vooraf; de rest na afloop", voorschot=Percentage(50_00)
)
SINDS_2015 = date(2015, 1, 1)


def bepaal_betaalritme(dossier: Dossier) -> Berekening[Betaalritme]:
    """Extern: ten hoogste twee declaraties per periode. Intern: voorschot en vaststelling."""
    if dossier.aanvraag.vorm is not Vorm.INTERN:
        return _ritme(_EXTERN, PROTOCOL_2014.bij("B.3.1"))
    if dossier.aanvraag.begin < SINDS_2015:
        return _ritme(_INTERN_TOT_2015, INTERN_2011.bij("art. 5"))
    return _ritme(_INTERN, INTERN_2015.bij("3.6, 4.2 en 4.3"))


def _ritme(ritme: Betaalritme, bron: Bron) -> Berekening[Betaalritme]:
    uitleg = stap("uwv.betaalritme", "{ritme}", ritme=ritme.omschrijving, uitkomst=ritme.aan.value, bron=bron)
    return Berekening(ritme, (uitleg,))
