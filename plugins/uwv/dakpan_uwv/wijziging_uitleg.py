"""De som na een of meer wijzigingen, zo opgeschreven dat een mens haar naloopt."""

from collections.abc import Sequence
from typing import NamedTuple

from dakpan.pluginkit import Stap, Uren, stap
from dakpan_uwv.bronnen import RAPPORT
from dakpan_uwv.omvang import DAGEN_PER_PERIODE, PERIODE, WEKEN
from dakpan_uwv.percentage import Percentages
from dakpan_uwv.wijziging_reeks import Deel

EVENREDIG = RAPPORT.bij("par. 2.3, evenredige verdeling over de periode").afgeleid
_CODE = "uwv.wijziging.uren"


class Som(NamedTuple):
    """De delen van de periode, wat ervan telt na de sanctiedagen, en wat eruit komt."""

    delen: Sequence[Deel]
    tellend: Sequence[Deel]
    percentages: Percentages
    sanctie: int
    uren: Uren | None

    def dagen(self) -> Stap:
        """Hoeveel dagen telt de periode, deel voor deel?"""
        delen = [str(deel.dagen) for deel in self.delen if deel.dagen]
        dagen = sum(deel.dagen for deel in self.delen)
        in_delen = ", in {aantal} delen van {delen} dagen" if len(delen) > 1 else ""
        return stap(
            "uwv.wijziging.dagen",
            "Na de wijziging telt de periode {dagen} dagen" + in_delen,
            dagen=dagen,
            aantal=len(delen),
            delen=" en ".join(filter(None, [", ".join(delen[:-1]), *delen[-1:]])),
            uitkomst=dagen,
            bron=PERIODE,
        )

    def met_uren(self) -> Stap:
        """Het percentage blijft gelijk, de uren per week niet."""
        [percentage] = self.percentages.values()
        return stap(
            _CODE,
            "{percentage} × {weken} weken × ({delen}) / {periode}" + self._te_laat(),
            percentage=percentage,
            weken=WEKEN,
            delen=" + ".join(f"{deel.per_week} × {deel.dagen} dagen" for deel in self.tellend),
            periode=DAGEN_PER_PERIODE,
            sanctie=self.sanctie,
            uitkomst=self.uren,
            bron=EVENREDIG,
        )

    def met_regimes(self) -> tuple[Stap, ...]:
        """Het percentage verandert; de uren per week misschien ook. Bij één ander regime is de som korter."""
        per_week = {deel.per_week for deel in self.delen}
        return (self._een_regime(),) if len(self.delen) == 2 and len(per_week) == 1 else (self.dagen(), self._alles())

    def _een_regime(self) -> Stap:
        eerst, dan = self.tellend
        return stap(
            _CODE,
            "{per_week} × {weken} weken × ({eerst} × {voor} dagen + {dan} × {na} dagen) / {periode}" + self._te_laat(),
            per_week=eerst.per_week,
            weken=WEKEN,
            eerst=self.percentages[eerst.regime],
            voor=eerst.dagen,
            dan=self.percentages[dan.regime],
            na=dan.dagen,
            periode=DAGEN_PER_PERIODE,
            sanctie=self.sanctie,
            uitkomst=self.uren,
            bron=EVENREDIG,
        )

    def _alles(self) -> Stap:
        return stap(
            _CODE,
            "{weken} weken × ({delen}) / {periode}" + self._te_laat(),
            weken=WEKEN,
            delen=" + ".join(map(self._deel, self.tellend)),
            periode=DAGEN_PER_PERIODE,
            sanctie=self.sanctie,
            uitkomst=self.uren,
            bron=EVENREDIG,
        )

    def _te_laat(self) -> str:
        """De dagen in de som zijn die na de sanctie; hoeveel er afging staat erachter."""
        if not self.sanctie:
            return ""
        return "; de eerste dag telt niet mee" if self.sanctie == 1 else "; de eerste {sanctie} dagen tellen niet mee"

    def _deel(self, deel: Deel) -> str:
        percentage = self.percentages[deel.regime]
        wat = str(percentage.waarde) if percentage is not None else "percentage niet in bron"
        return f"{wat} × {deel.per_week} × {deel.dagen} dagen"
