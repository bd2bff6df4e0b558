"""Van de uren van een periode naar een declaratie: de regelset rekent, de toekenning begrenst."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.begrippen.duur import GEEN_DUUR
from dakpan.begrippen.percentage import Percentage
from dakpan.begrippen.uren import Uren
from dakpan.betaling.contract import vergoeding_als_json
from dakpan.betaling.declaratie.bedragplafond import binnen_bedrag
from dakpan.betaling.declaratie.nakijken import TARIEF, bezwaren_tegen_tarief
from dakpan.betaling.domain import Declaratie, Declaratiesoort, Jaardeel, Tarief, Vergoeding
from dakpan.betaling.tables import Declaratie as Declaratierij
from dakpan.betaling.toekenning import Toekenning, toegekende_uren
from dakpan.betaling.verzamelen import als_activiteit, als_eerder, som_excl
from dakpan.invoer.fouten import InvoerFout, fout_bij
from dakpan.regels.regels import Regels
from dakpan.uitleg.berekening import Berekening, Stap, stap
from dakpan.uitleg.bevinding import Bevinding, Ernst, bevinding
from dakpan.uitleg.bron import Bron
from dakpan.uren.tables import Activiteit

# Ruim genoeg om geen uur af te kappen: het gaat dan alleen om het tarief.
RUIM = Uren(100_000_00)


@dataclass(frozen=True, slots=True)
class Gevraagd:
    """Wat wil de organisatie declareren? ``tarieven`` alleen als er nergens een tarief vaststaat, met hun bron.

    ``weglaten``: akkoorde activiteiten die nu niet meegaan.
    """

    soort: Declaratiesoort
    tot_en_met: date
    btw_percentage: Percentage | None
    tarieven: tuple[Tarief, ...] = ()
    tarief_bron: str = ""
    weglaten: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class Proefrekening:
    """De declaratie zoals de regelset haar kreeg, en wat daaruit kwam."""

    declaratie: Declaratie
    berekening: Berekening[Vergoeding]
    regels: Regels

    def uitkomst(self) -> dict[str, Any]:
        return vergoeding_als_json(self.regels.naam, self.regels.versie, self.berekening)


def bereken(
    regels: Regels,
    toekenning: Toekenning,
    gevraagd: Gevraagd,
    activiteiten: Sequence[Activiteit],
    eerder: Sequence[Declaratierij],
    *,
    op: date,
) -> Proefrekening:
    """Wat is er declarabel? De regelset van ``op`` rekent; het toegekende bedrag is de grens."""
    fouten = bezwaren_tegen_tarief(toekenning, regels.naam, gevraagd.tarief_bron, opgegeven=bool(gevraagd.tarieven))
    if fouten:
        raise InvoerFout(*fouten)
    tarieven = toekenning.tarieven(gevraagd.tarieven)
    gevonden = toegekende_uren(toekenning, tarieven, regels.naam)
    if gevonden is None:
        raise fout_bij(TARIEF, "met dit tarief is niet te zeggen hoeveel uren er in het toegekende bedrag passen")
    toegekend, eerste_stap = gevonden
    declaratie = Declaratie(
        gevraagd.soort,
        op,
        toegekend,
        tuple(map(als_activiteit, activiteiten)),
        als_eerder(eerder),
        tarieven,
        gevraagd.btw_percentage,
    )
    berekening = _begrensd(regels, toekenning, declaratie, som_excl(eerder), eerste_stap)
    opgegeven = _opgegeven(gevraagd, regels.naam)
    met_alles = Berekening(berekening.resultaat, berekening.stappen, (*berekening.bevindingen, *opgegeven))
    return Proefrekening(declaratie, met_alles, regels)


def tarieven_van_regels(regels: Regels, werk: Sequence[Activiteit], *, op: date) -> list[Jaardeel]:
    """Welke tarieven kennen de regels zelf voor dit werk? Een leeg tarief is er een die zij niet kennen."""
    gevraagd = Declaratie(Declaratiesoort.EIND, op, RUIM, tuple(map(als_activiteit, werk)), (), None, None)
    return list(regels.bereken_vergoeding(gevraagd, op).resultaat.jaardelen)


def _begrensd(
    regels: Regels, toekenning: Toekenning, declaratie: Declaratie, al: Bedrag, eerste_stap: Stap
) -> Berekening[Vergoeding]:
    """De vergoeding binnen uren én geld, met de stappen die beide grenzen noemen."""

    def met(uren: Uren) -> Berekening[Vergoeding]:
        return regels.bereken_vergoeding(replace(declaratie, toegekend=uren), declaratie.declaratiedatum)

    bedrag = toekenning.periode.bedrag
    if bedrag is None:
        alleen_uren = met(declaratie.toegekend)
        return Berekening(alleen_uren.resultaat, (eerste_stap, *alleen_uren.stappen), alleen_uren.bevindingen)
    eerder = sum((een.duur for een in declaratie.eerder_gedeclareerd), GEEN_DUUR)
    ruimte = max(NUL_EURO, bedrag - al)
    binnen = binnen_bedrag(met, declaratie.toegekend, eerder, ruimte)
    alles = met(declaratie.toegekend).resultaat
    grens = _stap_bedrag(regels.naam, toekenning, al, ruimte)
    afgekapt = (
        [_afgekapt(regels.naam, toekenning, alles, binnen.resultaat, ruimte)]
        if (binnen.resultaat.declarabel < alles.declarabel)
        else []
    )
    return Berekening(binnen.resultaat, (eerste_stap, grens, *binnen.stappen), (*binnen.bevindingen, *afgekapt))


def _stap_bedrag(regelset: str, toekenning: Toekenning, al: Bedrag, ruimte: Bedrag) -> Stap:
    return stap(
        f"{regelset}.declaratie.bedrag",
        "Toegekend is {bedrag}, eerder gedeclareerd {al}: er kan nog {ruimte} exclusief btw",
        bedrag=toekenning.periode.bedrag,
        al=al,
        ruimte=ruimte,
        uitkomst=ruimte,
        bron=toekenning.bron,
    )


def _afgekapt(
    regelset: str, toekenning: Toekenning, alles: Vergoeding, binnen: Vergoeding, ruimte: Bedrag
) -> Bevinding:
    return bevinding(
        f"{regelset}.declaratie.plafond",
        Ernst.INFORMATIE,
        "Van {alles} past {binnen} in het bedrag van {ruimte} dat nog over is; de laatste minuten vallen af.",
        toekenning.bron,
        alles=alles.declarabel,
        binnen=binnen.declarabel,
        ruimte=ruimte,
    )


def _opgegeven(gevraagd: Gevraagd, regelset: str) -> list[Bevinding]:
    """Een tarief dat de organisatie zelf opgaf weegt een mens, met de bron die zij noemt."""
    return [
        bevinding(
            f"{regelset}.tarief.opgegeven",
            Ernst.AFWEGEN,
            "Het tarief van {tarief} vanaf {vanaf} is opgegeven door de jobcoachorganisatie. Klopt de bron?",
            Bron(gevraagd.tarief_bron.strip(), "zoals de jobcoachorganisatie opgaf").afgeleid,
            tarief=een.tarief,
            vanaf=een.vanaf,
        )
        for een in gevraagd.tarieven
    ]
