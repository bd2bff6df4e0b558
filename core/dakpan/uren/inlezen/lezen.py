"""Van één regel naar het werk zoals het scherm het zou vastleggen."""

from collections.abc import Sequence

from dakpan.begrippen.duur import Duur
from dakpan.invoer.tabel import Regellezer, platte_naam
from dakpan.invoer.tabel.cellen import lees_dag, lees_duur, lees_klok, lees_woorden
from dakpan.opslag.handeling import Handeling
from dakpan.uren.inlezen.klanten import Klanten
from dakpan.uren.inlezen.werkkeuzes import Keuzelijsten
from dakpan.uren.keuzes import Locatie
from dakpan.uren.nakijken import Werk
from dakpan.uren.perioden import MijnPeriode
from dakpan.uren.tables import BEOOGD_TEN_HOOGSTE, BEREIKT_TEN_HOOGSTE, PLANREDEN_TEN_HOOGSTE

_LOCATIES = {
    **{een.value: een for een in Locatie},
    "op de werkplek": Locatie.WERKPLEK,
    "op kantoor": Locatie.KANTOOR,
    "bij de client thuis": Locatie.THUIS,
    "telefonisch": Locatie.TELEFOON,
    "via beeldbellen": Locatie.BEELDBELLEN,
    "ergens anders": Locatie.ELDERS,
}
_TEKSTEN = (
    ("beoogd", BEOOGD_TEN_HOOGSTE),
    ("bereikt", BEREIKT_TEN_HOOGSTE),
    ("planreden", PLANREDEN_TEN_HOOGSTE),
)
Gelezen = tuple[Werk, Sequence[MijnPeriode]]


def lees_werk(handeling: Handeling, lezer: Regellezer, klanten: Klanten, lijsten: Keuzelijsten) -> Gelezen | None:
    """Het werk en voor wie; None als er fouten zijn, die bij de lezer staan."""
    dag = lezer.lees("datum", lees_dag, verplicht=True)
    begin = lezer.lees("begin", lees_klok, verplicht=True)
    duur, locatie = _duur(lezer), lezer.lees("locatie", _locatie)
    teksten = [_woorden(lezer, *een) for een in _TEKSTEN]
    _is_van_mij(handeling, lezer)
    wie = klanten.zoek(lezer, dag or handeling.vandaag)
    keuze = lijsten.kies(lezer, wie, dag or handeling.vandaag) if wie else None
    if lezer.fouten or dag is None or begin is None or duur is None or keuze is None:
        return None
    waar = locatie.value if locatie else ""
    return Werk(tuple(een.klant for een in wie), keuze, dag, begin, duur, waar, *teksten), wie


def _woorden(lezer: Regellezer, kolom: str, langste: int) -> str:
    return lezer.lees(kolom, lambda tekst: lees_woorden(tekst, langste)) or ""


def _duur(lezer: Regellezer) -> Duur | None:
    """Uit de ene of de andere kolom; staan beide er, dan zeggen zij hetzelfde."""
    duur, minuten = lezer.lees("duur", lees_duur), lezer.lees("minuten", lees_duur)
    if not lezer.tekst("duur") and not lezer.tekst("minuten"):
        lezer.meld("duur", "schrijf hoe lang het duurde: minuten (90) of uren en minuten (1:30)")
    if duur is not None and minuten is not None and duur != minuten:
        lezer.meld("duur", f"hier staat {duur} en onder Minuten {minuten}; laat er een weg of maak ze gelijk")
    return duur if duur is not None else minuten


def _locatie(tekst: str) -> Locatie:
    if platte_naam(tekst) not in _LOCATIES:
        raise ValueError(f"'{tekst}' is geen locatie; kies uit {', '.join(Locatie)}")
    return _LOCATIES[platte_naam(tekst)]


def _is_van_mij(handeling: Handeling, lezer: Regellezer) -> None:
    """In een lijst van het hele kantoor staan ook regels van een ander: die leest hij zelf in."""
    coach = lezer.tekst("jobcoach")
    if coach and platte_naam(coach) != platte_naam(handeling.vrager.naam):
        lezer.meld("jobcoach", f"deze regel is van {coach}; ieder leest zijn eigen uren in")
