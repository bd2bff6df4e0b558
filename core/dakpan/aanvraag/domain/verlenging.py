"""Een termijn die in een weekend of op een feestdag eindigt loopt door (Algemene termijnenwet).

De regelset rekent de dag uit en zegt wat voor termijn het is; of en hoe ver zij doorloopt zegt deze wet, voor elke
financier gelijk. Een termijn wordt hierdoor nooit korter.
"""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from dakpan.aanvraag.domain.gelijkgesteld import GELIJKGESTELD
from dakpan.aanvraag.domain.rustdagen import Rustdag, rustdag
from dakpan.begrippen.kalender import DAG
from dakpan.uitleg.berekening import Stap, stap
from dakpan.uitleg.bron import Bron, Zekerheid

TERMIJNENWET = Bron(
    "Algemene termijnenwet", "art. 1, eerste lid, en art. 3", url="https://wetten.overheid.nl/BWBR0002448/2010-10-10"
)
# Art. 4, onder a: voor een langere termijn geldt de wet niet.
LANGSTE_DAGEN = 90


class Verlengt(StrEnum):
    """Loopt deze soort termijn door na een weekend of een feestdag?"""

    # Een contract- of periodedatum, of een termijn die wordt teruggeteld (art. 1, tweede lid).
    NIET = "niet"
    # In een wet gesteld: art. 1 geldt.
    WEL = "wel"
    # In een beleidsregel die een wettelijke termijn herhaalt: de wet geldt, al staat dat er niet bij.
    AFGELEID = "afgeleid"
    # In een beleidsregel, en de berekening telt vanaf de berekende dag: die blijft staan, de andere staat erbij.
    ONZEKER = "onzeker"


class Verlenging(NamedTuple):
    """Van welke dag naar welke, waarom, en volgens welke bron? ``telt``: is ``tot_en_met`` de dag die geldt?"""

    berekend: date
    tot_en_met: date
    op: Rustdag
    bron: Bron
    telt: bool = True

    @property
    def uiterlijk(self) -> date:
        """De dag om op te rekenen."""
        return self.tot_en_met if self.telt else self.berekend

    def als_stap(self) -> Stap:
        """Dezelfde dag en reden als stap, voor onder de stappen van de regelset."""
        zin = (
            "De termijn eindigt op {berekend} ({waarom}) en loopt daarom door tot en met {tot_en_met}"
            if self.telt
            else "De termijn eindigt op {berekend} ({waarom}); reken op die dag, want de regels tellen daarvandaan. "
            "Of zij mag doorlopen tot en met {tot_en_met} staat niet in de bron"
        )
        waarden = {"berekend": self.berekend, "waarom": WAAROM[self.op], "tot_en_met": self.tot_en_met}
        return stap("termijnenwet", zin, uitkomst=self.uiterlijk, bron=self.bron, **waarden)


WAAROM: Mapping[Rustdag, str] = {
    **{een: een.replace("_", " ") for een in Rustdag},
    Rustdag.GOEDE_VRIJDAG: "Goede Vrijdag",
    Rustdag.TWEEDE_PAASDAG: "tweede paasdag",
    Rustdag.GELIJKGESTELD: "met een feestdag gelijkgesteld",
}


def verleng(dag: date, soort: Verlengt) -> Verlenging | None:
    """Loopt een termijn die op deze dag eindigt door? None: zij eindigt gewoon op deze dag."""
    op = rustdag(dag)
    if op is None or soort is Verlengt.NIET:
        return None
    verder, zeker = dag, soort is Verlengt.WEL
    while rustdag(verder) is not None:
        # Van een gelijkgestelde dag kennen wij soms alleen de titel van het besluit.
        zeker = zeker and (verder not in GELIJKGESTELD or GELIJKGESTELD[verder].zekerheid is Zekerheid.TEKST)
        verder += DAG
    bron = TERMIJNENWET if zeker else TERMIJNENWET.afgeleid
    return Verlenging(dag, verder, op, bron, telt=soort is not Verlengt.ONZEKER)
