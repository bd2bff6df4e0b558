"""Wat komt er van een bestand met uren terecht? Elke regel langs dezelfde regels als het scherm."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from dakpan.begrippen.duur import GEEN_DUUR, Duur
from dakpan.invoer.fouten import InvoerFout
from dakpan.invoer.tabel import Inleesregel, Regellezer, Regelstand, Tabel, Uitkomst, genegeerd, kolommen_in
from dakpan.invoer.tabel.cellen import lees_dag
from dakpan.opslag.handeling import Handeling
from dakpan.uren.inlezen.klanten import Klanten
from dakpan.uren.inlezen.kolommen import KOLOM_BIJ_VELD, KOLOMMEN
from dakpan.uren.inlezen.lezen import Gelezen, lees_werk
from dakpan.uren.inlezen.rooster import Rooster, rooster_van
from dakpan.uren.inlezen.werkkeuzes import Keuzelijsten
from dakpan.uren.keuzes import doeltitel, soorttekst
from dakpan.uren.nakijken import Werk, kijk_na
from dakpan.uren.perioden import MijnPeriode, mijn_lidmaatschap
from dakpan.uren.verdelen import verdeel
from dakpan.uren.week import Week


def bekijk(handeling: Handeling, tabel: Tabel) -> Uitkomst:
    """Per regel: nieuw, al bekend, of fout. ``Onleesbaar`` als er een kolom ontbreekt die er moet zijn."""
    mij, waar = mijn_lidmaatschap(handeling), kolommen_in(tabel, KOLOMMEN)
    klanten, lijsten = Klanten(handeling), Keuzelijsten(handeling)
    rooster = rooster_van(handeling, mij, _dagen(tabel, waar))
    regels = tuple(
        _bekijk_regel(handeling, Regellezer(regel, waar, KOLOMMEN), klanten, lijsten, rooster) for regel in tabel.regels
    )
    return Uitkomst(regels, _sommen(regels), genegeerd(tabel, waar))


def _dagen(tabel: Tabel, waar: Mapping[str, str]) -> Iterator[date]:
    for regel in tabel.regels:
        try:
            yield lees_dag(regel.cellen.get(waar["datum"], ""))
        except ValueError:
            continue  # wat geen dag is krijgt zijn fout bij de regel zelf


def _bekijk_regel(
    handeling: Handeling, lezer: Regellezer, klanten: Klanten, lijsten: Keuzelijsten, rooster: Rooster
) -> Inleesregel:
    gelezen = lees_werk(handeling, lezer, klanten, lijsten)
    if gelezen is None:
        return Inleesregel(lezer.nummer, Regelstand.FOUT, _zoals_getypt(lezer), tuple(lezer.fouten))
    al = rooster.staat_al(gelezen[0])
    duur = sum((een.duur for een in al), GEEN_DUUR)
    if len(al) == len(gelezen[1]) and duur == gelezen[0].duur:
        return Inleesregel(lezer.nummer, Regelstand.BEKEND, _wat(*gelezen), opmerkingen=(_staat_al(al[0].regel),))
    if len(al) == len(gelezen[1]):
        lezer.meld("duur", _anders(duur, al[0].regel))
    elif al:
        lezer.meld("zaak", "een deel van deze groep staat er al; schrijf alleen wie nog ontbreekt")
    _kijk_na(handeling, lezer, gelezen, lijsten, rooster)
    if lezer.fouten:
        return Inleesregel(lezer.nummer, Regelstand.FOUT, _wat(*gelezen), tuple(lezer.fouten))
    tegelijk = tuple(_tegelijk(een) for een in rooster.tegelijk(gelezen[0]))
    rooster.zet(gelezen[0], verdeel(handeling, gelezen[0].duur, gelezen[1], gelezen[0].datum), lezer.nummer)
    return Inleesregel(lezer.nummer, Regelstand.NIEUW, _wat(*gelezen), (), tegelijk, gelezen)


def _kijk_na(
    handeling: Handeling, lezer: Regellezer, gelezen: Gelezen, lijsten: Keuzelijsten, rooster: Rooster
) -> None:
    """Wat het scherm zou zeggen, bij de kolom waar het over gaat."""
    werk, wie = gelezen
    for bezwaar in dict.fromkeys(een.bezwaar for een in wie if een.bezwaar):
        lezer.meld("zaak", bezwaar)
    try:
        gesloten = rooster.is_gesloten(werk.datum)
        kijk_na(handeling, werk, wie, gesloten=gesloten, binnen=None, activiteiten=lijsten.activiteiten)
        verdeel(handeling, werk.duur, wie, werk.datum)
    except InvoerFout as fout:
        for een in fout.fouten:
            lezer.meld(KOLOM_BIJ_VELD.get(een.veld, een.veld), een.melding)


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


def _wat(werk: Werk, wie: Sequence[MijnPeriode]) -> tuple[str, ...]:
    wat = soorttekst(werk.keuze.soort) or doeltitel(werk.keuze.doel.value)
    begin = str(Duur(werk.beginminuut))
    return f"{werk.datum:%d-%m-%Y}", begin, str(werk.duur), ", ".join(een.client for een in wie), wat


def _sommen(regels: Sequence[Inleesregel]) -> tuple[tuple[str, ...], ...]:
    """Per week en cliënt (of groep) hoeveel erbij komt; de eerste week eerst."""
    per_week: dict[tuple[Week, str], Duur] = defaultdict(lambda: GEEN_DUUR)
    for regel in regels:
        if regel.stand is Regelstand.NIEUW:
            werk, _wie = regel.werk
            per_week[Week.van(werk.datum), regel.wat[3]] += werk.duur
    return tuple((str(week), wie, str(duur)) for (week, wie), duur in sorted(per_week.items()))
