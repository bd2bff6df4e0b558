"""Van activiteiten naar betaalbare uren en bedragen: plafond, tarief van de werkdag, verdeling en btw.

De rekenwijze is voor elke financier gelijk; wat telt en welk tarief geldt zegt de regelset.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction

from dakpan.begrippen.afronding import half_omhoog
from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.begrippen.duur import GEEN_DUUR, Duur
from dakpan.begrippen.uren import Uren
from dakpan.betaling.declaratie.regels import Declaratieregels, OpgegevenTarieven, Tarieven
from dakpan.betaling.declaratie.schiften import schift
from dakpan.betaling.domain import Declaratie, Jaardeel, Vergoeding
from dakpan.uitleg.berekening import Berekening, Stap, stap
from dakpan.uitleg.bevinding import Bevinding, Ernst, bevinding, zonder_dubbele
from dakpan.uitleg.bron import Bron
from dakpan.uren.domain import Activiteit

_Groep = tuple[int, Bedrag | None]
GEEN_TARIEF = "Uurtarief voor een deel van het werk in {jaren}: niet in bron. Geef het tarief met zijn datum op."
NIET_OPGEGEVEN = (
    "Voor een deel van het werk in {jaren} is geen tarief opgegeven; vul tarieven aan met een eerdere datum."
)


def bereken_declaratie(declaratie: Declaratie, regels: Declaratieregels) -> Berekening[Vergoeding]:
    """Welke uren tellen, hoeveel past er onder het plafond, en wat kost dat per jaar en tarief?"""
    tellend, bevindingen = schift(declaratie, regels)
    totaal = Duur(sum(activiteit.duur.minuten for activiteit in tellend))
    toegekend = Duur.uit_uren(declaratie.toegekend)
    eerder = Duur(sum(een.duur.minuten for een in declaratie.eerder_gedeclareerd))
    ruimte = max(GEEN_DUUR, toegekend - eerder)
    declarabel = min(totaal, ruimte)
    tarieven = regels.tarieven if declaratie.tarieven is None else OpgegevenTarieven(declaratie.tarieven)
    delen = _binnen_plafond(tellend, declarabel)
    jaardelen = _verdeel(delen, declarabel.uren, tarieven)
    bronnen = {(dag.year, tarieven.op(dag)): tarieven.bron_op(dag) or regels.tarief for dag, _ in delen}
    bedragen, gemist = _bedragen(declaratie, jaardelen, regels)
    vergoeding = Vergoeding(
        totaal, declarabel - totaal, declarabel, ruimte - declarabel, declarabel.uren, jaardelen, *bedragen
    )
    stappen = (
        _stap_plafond(vergoeding, declaratie, toegekend, eerder, regels),
        *_stappen_bedragen(vergoeding, declaratie, regels, bronnen),
    )
    return Berekening(vergoeding, stappen, (*bevindingen, *gemist, *zonder_dubbele(tarieven.opgemerkt)))


def _binnen_plafond(tellend: list[Activiteit], declarabel: Duur) -> list[tuple[date, int]]:
    """De minuten per werkdag die overblijven; de laatste minuten vallen het eerst af."""
    over, delen = declarabel.minuten, []
    for activiteit in sorted(tellend, key=lambda a: (a.datum, a.begin)):
        minuten = min(over, activiteit.duur.minuten)
        over -= minuten
        if minuten:
            delen.append((activiteit.datum, minuten))
    return delen


def _verdeel(delen: list[tuple[date, int]], uren: Uren, tarieven: Tarieven) -> tuple[Jaardeel, ...]:
    """Eén deel per jaar en tarief; honderdsten naar de grootste rest, bij gelijke rest het latere deel eerst."""
    minuten: dict[_Groep, int] = {}
    for dag, aantal in delen:
        groep = (dag.year, tarieven.op(dag))
        minuten[groep] = minuten.get(groep, 0) + aantal
    exact = [Fraction(aantal * 100, 60) for aantal in minuten.values()]
    honderdsten = [deel.numerator // deel.denominator for deel in exact]
    volgorde = sorted(range(len(exact)), key=lambda n: (honderdsten[n] - exact[n], -n))
    for nummer in volgorde[: uren.honderdsten - sum(honderdsten)]:
        honderdsten[nummer] += 1
    compleet = all(tarief is not None for _, tarief in minuten)
    return tuple(
        _jaardeel(jaar, Uren(aantal), tarief, compleet)
        for (jaar, tarief), aantal in zip(minuten, honderdsten, strict=True)
    )


def _jaardeel(jaar: int, uren: Uren, tarief: Bedrag | None, compleet: bool) -> Jaardeel:
    """Uren × tarief; ontbreekt er ergens een tarief, dan blijft elk bedrag leeg."""
    bedrag = tarief.keer(uren.exact, half_omhoog) if compleet and tarief is not None else None
    return Jaardeel(jaar, uren, tarief, bedrag)


_Bedragen = tuple[Bedrag | None, Bedrag | None, Bedrag | None]


def _bedragen(
    declaratie: Declaratie, jaardelen: tuple[Jaardeel, ...], regels: Declaratieregels
) -> tuple[_Bedragen, list[Bevinding]]:
    """Exclusief, btw en inclusief. Ontbreekt één tarief, dan is elk bedrag leeg."""
    code = f"{regels.regelset}.parameter_ontbreekt"
    zonder = [deel.jaar for deel in jaardelen if deel.tarief is None]
    if zonder:
        zin = GEEN_TARIEF if declaratie.tarieven is None else NIET_OPGEGEVEN
        return (None, None, None), [bevinding(code, Ernst.AFWEGEN, zin, regels.tarief.ontbreekt, jaren=zonder)]
    excl = sum((deel.bedrag_excl for deel in jaardelen if deel.bedrag_excl is not None), NUL_EURO)
    if declaratie.btw_percentage is None:
        zin = "Er is geen btw-percentage opgegeven, en het staat niet in de bron. Vul btw_percentage in."
        return (excl, None, None), [bevinding(code, Ernst.AFWEGEN, zin, regels.btw.ontbreekt)]
    btw = excl.keer(declaratie.btw_percentage.deel, half_omhoog)
    return (excl, btw, excl + btw), []


def _stap_plafond(
    vergoeding: Vergoeding, declaratie: Declaratie, toegekend: Duur, eerder: Duur, regels: Declaratieregels
) -> Stap:
    return stap(
        f"{regels.regelset}.vergoeding.plafond",
        "Toegekend {uren} = {toegekend}; eerder gedeclareerd {eerder}; nu {totaal}. Declarabel: {declarabel}",
        uren=declaratie.toegekend,
        toegekend=toegekend,
        eerder=eerder,
        totaal=vergoeding.totaal,
        declarabel=vergoeding.declarabel,
        uitkomst=vergoeding.declarabel,
        bron=regels.plafond,
    )


def _stappen_bedragen(
    vergoeding: Vergoeding, declaratie: Declaratie, regels: Declaratieregels, bronnen: Mapping[_Groep, Bron]
) -> Iterable[Stap]:
    """Per jaar en tarief een stap met de bron van dat tarief, en de btw als er een bedrag is."""
    for deel in vergoeding.jaardelen:
        bekend = deel.tarief is not None
        yield stap(
            f"{regels.regelset}.vergoeding.jaar",
            "{jaar}: {uren} × {tarief}" if bekend else "{jaar}: {uren}; het uurtarief is niet bekend",
            jaar=deel.jaar,
            uren=deel.uren,
            tarief=deel.tarief,
            uitkomst=deel.bedrag_excl,
            bron=bronnen[deel.jaar, deel.tarief] if bekend else regels.tarief.ontbreekt,
        )
    if vergoeding.btw is not None:
        yield stap(
            f"{regels.regelset}.vergoeding.btw",
            "{excl} × {percentage} btw, half omhoog op de cent",
            excl=vergoeding.bedrag_excl,
            percentage=declaratie.btw_percentage,
            uitkomst=vergoeding.btw,
            bron=regels.btw,
        )
