"""Tellen de delen op tot het geheel, en blijft elk antwoord binnen zijn grens?"""

from collections.abc import Iterator

from dakpan.aanvraag.domain.omvang import Omvang
from dakpan.begrippen.bedrag import NUL_EURO
from dakpan.begrippen.duur import GEEN_DUUR, Duur
from dakpan.begrippen.uren import Uren
from dakpan.betaling.domain import Declaratie, Vergoeding
from dakpan.testing.vragen import Antwoord
from dakpan.uren.domain import Groepsverdeling


def foute_sommen(antwoord: Antwoord) -> Iterator[str]:
    """Elke som in dit antwoord die niet uitkomt."""
    match antwoord.berekening.resultaat if antwoord.berekening is not None else None:
        case Groepsverdeling() as verdeling:
            fouten = _groep(verdeling, antwoord.vraag.gegevens["duur"], antwoord.vraag.gegevens["aantal"])
        case Vergoeding() as vergoeding:
            fouten = _vergoeding(vergoeding, antwoord.vraag.gegevens["declaratie"])
        case Omvang() as omvang:
            fouten = _omvang(omvang)
        case _:
            return
    yield from (f"{antwoord.vraag}: {fout}" for fout in fouten)


def _groep(verdeling: Groepsverdeling, duur: Duur, aantal: int) -> Iterator[str]:
    samen = sum(deel.minuten for deel in verdeling.delen)
    if samen != duur.minuten:
        yield f"de delen zijn samen {Duur(samen)}, de activiteit duurde {duur}"
    if len(verdeling.delen) != aantal:
        yield f"er zijn {len(verdeling.delen)} delen voor {aantal} deelnemers"
    if any(deel < GEEN_DUUR for deel in verdeling.delen):
        yield "een deel is korter dan nul minuten"


def _vergoeding(vergoeding: Vergoeding, declaratie: Declaratie) -> Iterator[str]:
    eerder = sum(een.duur.minuten for een in declaratie.eerder_gedeclareerd)
    ruimte = max(GEEN_DUUR, Duur.uit_uren(declaratie.toegekend) - Duur(eerder))
    if not GEEN_DUUR <= vergoeding.declarabel <= ruimte:
        yield f"declarabel is {vergoeding.declarabel}; er was nog {ruimte} van de toekenning over"
    if vergoeding.totaal + vergoeding.correctie != vergoeding.declarabel:
        yield f"totaal {vergoeding.totaal} en correctie {vergoeding.correctie} zijn niet {vergoeding.declarabel}"
    if vergoeding.resterend != ruimte - vergoeding.declarabel:
        yield f"resterend is {vergoeding.resterend}; {ruimte} min {vergoeding.declarabel} is iets anders"
    uren = Uren(sum(deel.uren.honderdsten for deel in vergoeding.jaardelen))
    if uren != vergoeding.uren:
        yield f"de jaardelen zijn samen {uren}, de vergoeding is {vergoeding.uren}"
    yield from _bedragen(vergoeding)


def _bedragen(vergoeding: Vergoeding) -> Iterator[str]:
    delen = [deel.bedrag_excl for deel in vergoeding.jaardelen]
    bekend = [bedrag for bedrag in delen if bedrag is not None]
    samen = sum(bekend, NUL_EURO)
    if vergoeding.bedrag_excl is not None and (len(bekend) < len(delen) or samen != vergoeding.bedrag_excl):
        yield f"de jaardelen zijn samen {samen}, het bedrag is {vergoeding.bedrag_excl}"
    excl, btw, incl = vergoeding.bedrag_excl, vergoeding.btw, vergoeding.bedrag_incl
    if incl is not None and (excl is None or btw is None or excl + btw != incl):
        yield f"{excl} en {btw} btw is niet {incl}"


def _omvang(omvang: Omvang) -> Iterator[str]:
    termijnen = omvang.termijnbedragen
    if termijnen is not None and omvang.plafond is not None and sum(termijnen, NUL_EURO) != omvang.plafond:
        yield f"de termijnbedragen zijn samen {sum(termijnen, NUL_EURO)}, het plafond is {omvang.plafond}"
    dagen, sanctie = omvang.dagen, omvang.sanctiedagen
    if sanctie < 0 or (dagen is not None and sanctie > dagen):
        yield f"{sanctie} sanctiedagen kan niet bij een periode van {dagen} dagen"
    if omvang.plafond is not None and omvang.plafond < NUL_EURO:
        yield f"het plafond {omvang.plafond} ligt onder nul"
