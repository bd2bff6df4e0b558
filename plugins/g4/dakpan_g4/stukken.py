"""Welke stukken horen bij een aanvraag? De stad vult het in; anders is het niet in bron."""

from dakpan.pluginkit import (
    Aanlevering,
    Berekening,
    Bevinding,
    Ernst,
    Partij,
    Raadpleging,
    Stuk,
    VereisteStukken,
    bevinding,
    stap,
)
from dakpan_g4.bronnen import AFSPRAAK


def bepaal_stukken(parameters: Raadpleging) -> Berekening[VereisteStukken]:
    """De titels uit het tenantbestand; wie tekent staat in geen bron."""
    keuze = parameters.mogelijke_keuze("stukken")
    titels = keuze.waarde if keuze is not None else ()
    stukken = tuple(_stuk(nummer, titel) for nummer, titel in enumerate(titels, start=1))
    uitleg = stap(
        "g4.stukken",
        "Nodig: {stukken}",
        stukken=titels or None,
        uitkomst=titels or None,
        bron=keuze.bron if keuze is not None else AFSPRAAK.ontbreekt,
    )
    return Berekening(VereisteStukken(stukken, ()), (uitleg,), (_niet_in_bron(bekend=bool(titels)),))


def _stuk(nummer: int, titel: str) -> Stuk:
    """Wanneer een stuk er moet zijn staat in geen bron; het houdt het indienen dus niet tegen."""
    return Stuk(f"stuk_{nummer}", titel, Partij.WERKCONSULENT, aanlevering=Aanlevering.LATER)


def _niet_in_bron(*, bekend: bool) -> Bevinding:
    zin = "Handtekeningen: niet in bron." if bekend else "Stukken en handtekeningen: niet in bron; de stad vult ze in."
    return bevinding("g4.niet_in_bron", Ernst.INFORMATIE, zin, AFSPRAAK.ontbreekt)
