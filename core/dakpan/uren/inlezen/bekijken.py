"""Wat komt er van een bestand met uren terecht? Elke regel langs dezelfde regels als het scherm."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache

from dakpan.begrippen.duur import GEEN_DUUR, Duur
from dakpan.invoer.fouten import InvoerFout
from dakpan.invoer.tabel import Inleesregel, Regellezer, Regelstand, Tabel, Uitkomst, genegeerd, kolommen_in
from dakpan.invoer.tabel.cellen import lees_dag
from dakpan.opslag.handeling import Handeling
from dakpan.uren.inlezen.dagwerk import VELDEN, Dagwerk, Dagwerklezer
from dakpan.uren.inlezen.kolommen import KOLOM_BIJ_VELD, KOLOMMEN
from dakpan.uren.inlezen.lezen import lees_werk
from dakpan.uren.inlezen.rooster import rooster_van
from dakpan.uren.nakijken import MINUTEN_PER_DAG, Werk, werkfouten
from dakpan.uren.perioden import mijn_lidmaatschap
from dakpan.uren.verdelen import verdeel
from dakpan.uren.week import Week


def bekijk(handeling: Handeling, tabel: Tabel) -> Uitkomst:
    """Per regel: nieuw, al bekend, of fout. ``Onleesbaar`` als er een kolom ontbreekt die er moet zijn."""
    mij, waar = mijn_lidmaatschap(handeling), kolommen_in(tabel, KOLOMMEN)
    dagwerken = Dagwerklezer(handeling, rooster_van(handeling, mij, _dagen(tabel, waar)))
    koppen = [waar[veld] for veld in VELDEN if veld in waar]
    bekend: dict[tuple[str | None, ...], Dagwerk] = {}
    regels = []
    for regel in tabel.regels:
        lezer, sleutel = Regellezer(regel, waar, KOLOMMEN), tuple(map(regel.cellen.get, koppen))
        dagwerk = bekend.get(sleutel) or dagwerken.lees(lezer)
        if dagwerk is not None:  # met fouten wordt elke regel zelf gelezen, zodat elke regel ze noemt
            bekend[sleutel] = dagwerk
        regels.append(_bekijk_regel(handeling, lezer, dagwerk))
    return Uitkomst(tuple(regels), _sommen(regels), genegeerd(tabel, waar))


def _dagen(tabel: Tabel, waar: Mapping[str, str]) -> Iterator[date]:
    for tekst in {regel.cellen.get(waar["datum"], "") for regel in tabel.regels}:
        try:
            yield lees_dag(tekst)
        except ValueError:
            continue  # wat geen dag is krijgt zijn fout bij de regel zelf


def _bekijk_regel(handeling: Handeling, lezer: Regellezer, dagwerk: Dagwerk | None) -> Inleesregel:
    werk = lees_werk(lezer, dagwerk)
    if werk is None or dagwerk is None:
        return Inleesregel(lezer.nummer, Regelstand.FOUT, _zoals_getypt(lezer), tuple(lezer.fouten))
    begin, wat, al = werk.beginminuut, _wat(werk, dagwerk), dagwerk.staat_al(werk.beginminuut)
    if al:
        er_staat = sum((een.duur for een in al), GEEN_DUUR)
        if len(al) < len(dagwerk.wie):
            lezer.meld("zaak", "een deel van deze groep staat er al; schrijf alleen wie nog ontbreekt")
        elif er_staat == werk.duur:
            return Inleesregel(lezer.nummer, Regelstand.BEKEND, wat, opmerkingen=(_staat_al(al[0].regel),))
        else:
            lezer.meld("duur", _anders(er_staat, al[0].regel))
    delen = _delen(handeling, lezer, werk, dagwerk)
    if lezer.fouten:
        return Inleesregel(lezer.nummer, Regelstand.FOUT, wat, tuple(lezer.fouten))
    tegelijk = tuple(map(_tegelijk, dagwerk.agenda.tijdens(begin, werk.duur.minuten)))
    dagwerk.zet(begin, werk.duur.minuten, delen, lezer.nummer)
    return Inleesregel(lezer.nummer, Regelstand.NIEUW, wat, (), tegelijk, (werk, dagwerk))


def _delen(handeling: Handeling, lezer: Regellezer, werk: Werk, dagwerk: Dagwerk) -> Sequence[Duur]:
    """Hoeveel elke cliënt krijgt; wat het scherm zou weigeren komt bij de kolom waar het over gaat."""
    vast = dagwerk.fouten if werk.planreden.strip() else dagwerk.fouten_zonder_reden
    try:
        if fouten := (*vast, *werkfouten(werk)):
            raise InvoerFout(*fouten)
        return verdeel(handeling, werk.duur, dagwerk.wie, werk.datum)
    except InvoerFout as fout:
        for een in fout.fouten:
            lezer.meld(KOLOM_BIJ_VELD.get(een.veld, een.veld), een.melding)
        return ()


def _staat_al(regel: int | None) -> str:
    return "staat al in het loket" if regel is None else f"staat al op regel {regel} van dit bestand"


def _anders(duur: Duur, regel: int | None) -> str:
    if regel is None:
        return f"in het loket staat hier {duur}; maak ze gelijk, of haal deze regel weg"
    return f"op regel {regel} staat hier {duur}; maak ze gelijk, of haal deze regel weg"


def _tegelijk(regel: int | None) -> str:
    return "tegelijk met een activiteit in het loket" if regel is None else f"tegelijk met regel {regel}"


def _zoals_getypt(lezer: Regellezer) -> tuple[str, ...]:
    duur = lezer.tekst("duur") or lezer.tekst("minuten")
    wie = lezer.tekst("client") or lezer.tekst("zaak")
    return _dag(lezer.tekst("datum")), lezer.tekst("begin"), duur, wie, lezer.tekst("activiteit") or lezer.tekst("doel")


def _dag(tekst: str) -> str:
    """Een dag zoals bij de andere regels; een rekenblad bewaart haar anders dan iemand haar typte."""
    try:
        return f"{lees_dag(tekst):%d-%m-%Y}"
    except ValueError:
        return tekst


def _wat(werk: Werk, dagwerk: Dagwerk) -> tuple[str, ...]:
    begin, duur = _als_tekst(werk.beginminuut), _als_tekst(werk.duur.minuten)
    return dagwerk.dagtekst, begin, duur, dagwerk.namen, dagwerk.wat


@lru_cache(MINUTEN_PER_DAG)
def _als_tekst(minuten: int) -> str:
    return str(Duur(minuten))


def _sommen(regels: Iterable[Inleesregel]) -> tuple[tuple[str, ...], ...]:
    """Per week en cliënt (of groep) hoeveel erbij komt; de eerste week eerst."""
    per_dagwerk: dict[Dagwerk, int] = defaultdict(int)
    for regel in regels:
        if regel.stand is Regelstand.NIEUW:
            werk, dagwerk = regel.werk
            per_dagwerk[dagwerk] += werk.duur.minuten
    per_week: dict[tuple[Week, str], Duur] = defaultdict(lambda: GEEN_DUUR)
    for dagwerk, minuten in per_dagwerk.items():
        per_week[dagwerk.week, dagwerk.namen] += Duur(minuten)
    return tuple((str(week), wie, str(duur)) for (week, wie), duur in sorted(per_week.items()))
