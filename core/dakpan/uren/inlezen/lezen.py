"""Van één regel naar het werk zoals het scherm het zou vastleggen."""

from functools import partial

from dakpan.begrippen.duur import Duur
from dakpan.invoer.tabel import Regellezer, platte_naam
from dakpan.invoer.tabel.cellen import lees_duur, lees_klok, lees_woorden
from dakpan.uren.inlezen.dagwerk import Dagwerk
from dakpan.uren.keuzes import Locatie
from dakpan.uren.nakijken import Werk
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
    ("beoogd", partial(lees_woorden, ten_hoogste=BEOOGD_TEN_HOOGSTE)),
    ("bereikt", partial(lees_woorden, ten_hoogste=BEREIKT_TEN_HOOGSTE)),
    ("planreden", partial(lees_woorden, ten_hoogste=PLANREDEN_TEN_HOOGSTE)),
)


def lees_werk(lezer: Regellezer, dagwerk: Dagwerk | None) -> Werk | None:
    """Het werk op deze regel; None als er fouten zijn, die bij de lezer staan."""
    begin = lezer.lees("begin", lees_klok, verplicht=True)
    duur, locatie = _duur(lezer), lezer.lees("locatie", _locatie)
    teksten = [lezer.lees(*een) or "" for een in _TEKSTEN]
    if lezer.fouten or dagwerk is None or begin is None or duur is None:
        return None
    waar = locatie.value if locatie else ""
    return Werk(dagwerk.klanten, dagwerk.keuze, dagwerk.dag, begin, duur, waar, *teksten)


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
