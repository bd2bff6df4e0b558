"""Wat blijft er van een declaratie over zonder deze activiteiten? Met dezelfde berekening en de regels van toen."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.begrippen.duur import GEEN_DUUR, Duur
from dakpan.begrippen.toestand import KanNiet
from dakpan.begrippen.uren import Uren
from dakpan.betaling.contract import vergoeding_als_json
from dakpan.betaling.declaratie.bedragplafond import binnen_bedrag
from dakpan.betaling.domain import Vergoeding
from dakpan.betaling.schemas import lees_declaratie
from dakpan.betaling.tables import Declaratie
from dakpan.regels.regels import Regels
from dakpan.uitleg.berekening import Berekening, stap
from dakpan.uitleg.bron import Bron
from dakpan.uitleg.contract import stap_als_json

ANDERE_REGELS = (
    "De regels waarmee deze declaratie is berekend zijn sindsdien veranderd: over dezelfde uren komt er nu iets anders "
    "uit. Hier kan daarom niets worden herrekend."
)
WORDT_MEER = (
    "Zonder deze activiteiten komt er {wordt} uit, meer dan de {was} die er nu staat: uren die eerst boven het plafond "
    "vielen tellen dan mee tegen een hoger tarief. Wat er dan geldt is niet in bron."
)
_CIJFERS = ("totaal_duur", "declarabel", "per_jaar", "bedrag_excl", "btw", "bedrag_incl")
_GRENS, _PLAFOND = ".declaratie.bedrag", ".vergoeding.plafond"


class Cijfers(NamedTuple):
    """Hoeveel tijd en geld staat er?"""

    duur: Duur
    excl: Bedrag
    btw: Bedrag
    incl: Bedrag

    @classmethod
    def uit(cls, uitkomst: dict[str, Any]) -> "Cijfers":
        """Uit een berekening in de vorm van het rekencontract."""
        bedragen = (Bedrag.uit_iso(uitkomst[naam] or NUL_EURO.iso) for naam in ("bedrag_excl", "btw", "bedrag_incl"))
        return cls(Duur.uit_tekst(uitkomst["declarabel"]), *bedragen)

    @classmethod
    def van(cls, rij: Declaratie) -> "Cijfers":
        """Wat er nu op de declaratie staat."""
        return cls(rij.declarabel, rij.bedrag_excl or NUL_EURO, rij.btw or NUL_EURO, rij.bedrag_incl or NUL_EURO)

    def min(self, ander: "Cijfers") -> "Cijfers":
        """Het verschil, elk getal apart."""
        return Cijfers(self.duur - ander.duur, self.excl - ander.excl, self.btw - ander.btw, self.incl - ander.incl)


class Rest(NamedTuple):
    """Wat er stond, wat er overblijft en hoe dat is berekend. ``blijft``: hoeveel activiteiten er nog meetellen."""

    was: Cijfers
    wordt: Cijfers
    uitkomst: dict[str, Any]
    blijft: int

    @property
    def minder(self) -> Cijfers:
        return self.was.min(self.wordt)


def herreken(regels: Regels, rij: Declaratie, weg: Collection[str], *, op: date) -> Rest:
    """De declaratie opnieuw, zonder ``weg``: alles wat niet telt, ook van eerder.

    ``KanNiet``: de regels geven over alle uren iets anders dan toen, of er zou meer uitkomen dan er nu staat.
    """
    if not _zelfde(_als_json(regels, _bereken(regels, rij, ())), rij.uitkomst):
        raise KanNiet(ANDERE_REGELS)
    berekening = _bereken(regels, rij, weg)
    uitkomst = _als_json(regels, berekening)
    uitkomst["stappen"] = [_zonder(regels, rij, weg, op), *_vooraf(rij), *uitkomst["stappen"]]
    rest = Rest(Cijfers.van(rij), Cijfers.uit(uitkomst), uitkomst, len(set(rij.activiteit_ids) - set(weg)))
    if rest.minder.incl < NUL_EURO or rest.minder.excl < NUL_EURO or rest.minder.duur < GEEN_DUUR:
        raise KanNiet(WORDT_MEER.format(was=rest.was.incl, wordt=rest.wordt.incl))
    return rest


def _bereken(regels: Regels, rij: Declaratie, weg: Collection[str]) -> Berekening[Vergoeding]:
    declaratie = lees_declaratie(rij.invoer, rij.datum)
    samen = zip(rij.activiteit_ids, declaratie.activiteiten, strict=True)
    rest = replace(declaratie, activiteiten=tuple(een for id_, een in samen if id_ not in weg))
    eerder = sum((een.duur for een in rest.eerder_gedeclareerd), GEEN_DUUR)

    def met(uren: Uren) -> Berekening[Vergoeding]:
        return regels.bereken_vergoeding(replace(rest, toegekend=uren), rij.datum)

    return binnen_bedrag(met, rest.toegekend, eerder, _ruimte(rij))


def _ruimte(rij: Declaratie) -> Bedrag | None:
    """Hoeveel er toen nog in het toegekende bedrag paste; None: er was geen bedrag dat begrensde."""
    grens = (een["uitkomst"] for een in rij.uitkomst["stappen"] if een["code"].endswith(_GRENS))
    gevonden = next(grens, None)
    return Bedrag.uit_iso(gevonden) if gevonden is not None else None


def _als_json(regels: Regels, berekening: Berekening[Vergoeding]) -> dict[str, Any]:
    return vergoeding_als_json(regels.naam, regels.versie, berekening)


def _zelfde(nu: dict[str, Any], toen: dict[str, Any]) -> bool:
    """Dezelfde uren, tarieven en bedragen; de woorden mogen anders zijn."""
    return all(
        nu[naam] == toen[naam]
        for naam in ("totaal_duur", "declarabel", "per_jaar", "bedrag_excl", "btw", "bedrag_incl")
    )


def _vooraf(rij: Declaratie) -> list[Any]:
    """De stappen van toen die zeggen hoeveel er kon; die veranderen niet."""
    codes = [een["code"].endswith(_PLAFOND) for een in rij.uitkomst["stappen"]]
    return list(rij.uitkomst["stappen"][: codes.index(True)]) if True in codes else []


def _zonder(regels: Regels, rij: Declaratie, weg: Collection[str], op: date) -> dict[str, Any]:
    duren = dict(zip(rij.activiteit_ids, (een["duur"] for een in rij.invoer["activiteiten"]), strict=True))
    samen = sum((Duur.uit_tekst(duren[id_]) for id_ in weg), GEEN_DUUR)
    return stap_als_json(
        stap(
            f"{regels.naam}.declaratie.zonder",
            "Van de {alle} activiteiten tellen er {aantal} niet mee, samen {samen}; de rest is opnieuw berekend",
            alle=len(duren),
            aantal=len(weg),
            samen=samen,
            uitkomst=samen,
            bron=Bron(f"Declaratie {rij.nummer}", "wat de financier schreef", datum=op),
        )
    )
