"""Klopt een ingevulde tijdlijn? Elke fout bij haar eigen veld, alles in één keer."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import Any, NamedTuple

from dakpan.aanvraag.domain.soorten import Aanvraagsoort, Dienstverbandsoort, Vorm
from dakpan.aanvraag.domain.tijdlijn import Contractsoort, EerderContract, Tijdlijn, Tijdvakken
from dakpan.aanvraag.domain.tijdvakken import Gecoacht, Tijdvak, Tijdvaksoort, als_dag, naam_van
from dakpan.begrippen.kalender import DAG
from dakpan.begrippen.periode import Periode

Fout = tuple[str, str]
VERKEERD_OM = "de laatste dag ligt voor de eerste dag"
_NOG_INVULLEN = "dit hoort bij het tijdvak; vul het in"


class Nu(NamedTuple):
    """Het contract van nu en de gevraagde periode; wat nog niet is ingevuld is None."""

    begin: date | None
    eind: date | None
    gevraagd: date | None
    vorm: Vorm = Vorm.EXTERN
    proefplaatsing: bool = False

    @property
    def tot_nu(self) -> Periode | None:
        """De dagen van het contract van nu vóór de gevraagde periode."""
        if self.begin is None or self.gevraagd is None or self.gevraagd <= self.begin:
            return None
        return Periode(self.begin, self.gevraagd - DAG)


def nu_van(gegevens: Mapping[str, Any]) -> Nu:
    """Het contract van nu en de gevraagde dag, uit antwoorden zoals zij zijn bewaard of net gelezen."""
    baan, vraag = gegevens.get("dienstverband", {}), gegevens.get("aanvraag", {})
    proef = vraag.get("soort") == Aanvraagsoort.PROEFPLAATSING or baan.get("soort") == Dienstverbandsoort.PROEFPLAATSING
    begin, eind, gevraagd = (als_dag(een) for een in (baan.get("begin"), baan.get("eind"), vraag.get("begin")))
    return Nu(begin, eind, gevraagd, Vorm(vraag.get("vorm") or Vorm.EXTERN), proef)


def fouten_in(tijdvakken: Sequence[Tijdvak], nu: Nu) -> Iterator[Fout]:
    """Wat er staat en niet kan: (naam, melding). Wat ontbreekt mag in een concept nog later."""
    for een in tijdvakken:
        yield from _verkeerd_om(een)
        yield from _buiten_contract(een, tijdvakken, nu)
    yield from _overlap(tijdvakken, nu)


def ontbrekend(tijdvakken: Sequence[Tijdvak]) -> Iterator[Fout]:
    """Wat er aan het eind moet staan."""
    if not tijdvakken:
        zin = "zeg hier welk contract eraan voorafging, of haal bij het dienstverband het vinkje weg"
        yield naam_van(1, "soort"), zin
    for een in tijdvakken:
        for deel in _nodig(een):
            if getattr(een, deel) is None:
                yield naam_van(een.nummer, deel), _NOG_INVULLEN


def maak_tijdlijn(tijdvakken: Sequence[Tijdvak], nu: Nu) -> Tijdlijn | None:
    """De tijdlijn. None: er ontbreekt nog iets, of er klopt iets niet."""
    if nu.begin is None or nu.gevraagd is None or nu.gevraagd < nu.begin:
        return None
    if any(ontbrekend(tijdvakken)) or any(fouten_in(tijdvakken, nu)):
        return None
    eerder = sorted((_contract(een, tijdvakken) for een in tijdvakken if _is_contract(een)), key=_begin)
    tot_nu = nu.tot_nu
    coaching = Tijdvakken.uit(_losse(tijdvakken, tot_nu)) if tot_nu is not None else ()
    return Tijdlijn(tuple(eerder), nu.begin, nu.eind, nu.gevraagd, tuple(coaching), nu.vorm, nu.proefplaatsing)


def _is_contract(een: Tijdvak) -> bool:
    return een.soort is not None and een.soort is not Tijdvaksoort.COACHING


def _begin(een: EerderContract) -> date:
    return een.periode.begin


def _contract(een: Tijdvak, alle: Sequence[Tijdvak]) -> EerderContract:
    periode, soort = een.periode, een.soort
    assert periode is not None and soort is not None  # noqa: S101, PT018 - ``maak_tijdlijn`` keek het na
    eigen = [een.gecoacht] if een.gecoacht is not None else []
    coaching = Tijdvakken.uit([*eigen, *(_losse(alle, periode) if een.is_eigen else ())])
    return EerderContract(Contractsoort(soort.value), periode, tuple(coaching))


def _losse(alle: Sequence[Tijdvak], binnen: Periode) -> Iterator[Periode]:
    """De losse tijdvakken met coaching die in dit contract vallen."""
    for een in alle:
        periode = een.periode
        if een.soort is Tijdvaksoort.COACHING and periode is not None and _past_in(periode, binnen):
            yield periode


def _past_in(deel: Periode, geheel: Periode) -> bool:
    return deel.begin in geheel and deel.eind in geheel


def _nodig(een: Tijdvak) -> tuple[str, ...]:
    delen: tuple[str, ...] = ("soort", "begin", "eind")
    if een.is_eigen:
        delen = (*delen, "coaching")
    return (*delen, "coaching_begin", "coaching_eind") if een.coaching is Gecoacht.DEEL else delen


def _verkeerd_om(een: Tijdvak) -> Iterator[Fout]:
    if een.begin is not None and een.eind is not None and een.eind < een.begin:
        yield naam_van(een.nummer, "eind"), VERKEERD_OM
    van, tot = een.coaching_begin, een.coaching_eind
    if van is not None and tot is not None and tot < van:
        yield naam_van(een.nummer, "coaching_eind"), VERKEERD_OM


def _buiten_contract(een: Tijdvak, alle: Sequence[Tijdvak], nu: Nu) -> Iterator[Fout]:
    periode, gecoacht = een.periode, een.gecoacht
    if periode is None or gecoacht is None:
        return
    if een.soort is Tijdvaksoort.COACHING:
        plekken = [*(ander.periode for ander in alle if ander.is_eigen), nu.tot_nu]
        ergens = any(plek is not None and _past_in(periode, plek) for plek in plekken)
        if not ergens and nu.begin is not None and nu.gevraagd is not None:
            zin = "deze dagen vallen niet in één contract op de tijdlijn, vóór de gevraagde periode"
            yield naam_van(een.nummer, "begin"), zin
    elif not _past_in(gecoacht, periode):
        yield naam_van(een.nummer, "coaching_begin"), f"deze dagen vallen buiten het contract van {periode}"


def _overlap(alle: Sequence[Tijdvak], nu: Nu) -> Iterator[Fout]:
    """Twee contracten bij dezelfde werkgever op dezelfde dag, of twee keer coaching op dezelfde dag."""
    for eerste, tweede in combinations([een for een in alle if een.is_eigen], 2):
        yield from _zelfde_dagen(eerste, tweede, eerste.periode, tweede.periode)
    for eerste, tweede in combinations(alle, 2):
        if Tijdvaksoort.COACHING in {eerste.soort, tweede.soort}:
            yield from _zelfde_dagen(eerste, tweede, eerste.gecoacht, tweede.gecoacht)
    for een in alle:
        periode = een.periode
        if een.is_eigen and periode is not None and nu.begin is not None and periode.eind >= nu.begin:
            zin = f"het contract van nu begint op {nu.begin:%d-%m-%Y}; dit moet daarvoor zijn geëindigd"
            yield naam_van(een.nummer, "eind"), zin


def _zelfde_dagen(eerste: Tijdvak, tweede: Tijdvak, een: Periode | None, ander: Periode | None) -> Iterator[Fout]:
    if een is not None and ander is not None and een.raakt(ander):
        zin = f"dit overlapt met tijdvak {eerste.nummer}, {een}; een dag hoort bij één tijdvak"
        yield naam_van(tweede.nummer, "begin"), zin
