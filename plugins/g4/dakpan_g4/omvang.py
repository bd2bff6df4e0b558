"""Hoeveel geld per jaar, en hoeveel uren zijn dat? (Afspraak G4 en UWV, maart 2015)"""

from dakpan.pluginkit import (
    Bedrag,
    Berekening,
    Dossier,
    Eenheid,
    Omvang,
    Raadpleging,
    Tijdvak,
    Uren,
    naar_beneden,
    stap,
)
from dakpan_g4.bronnen import BEDRAGEN, TARIEF


def bereken_omvang(dossier: Dossier, parameters: Raadpleging) -> Berekening[Omvang]:
    """Eén budget voor elke vorm: een goedkopere coach betekent meer uren."""
    aanvraag = dossier.aanvraag
    jaarbedrag = parameters.bedrag("jaarbedrag", aanvraag.regime, aanvraag.jaar)
    plafond = jaarbedrag.waarde if jaarbedrag is not None else None
    uren = _uren(plafond, aanvraag.tarief)
    omvang = Omvang(
        Eenheid.EURO, aanvraag.regime, aanvraag.jaar, plafond=plafond, maximum_uren=uren, geldt_voor=Tijdvak.JAAR
    )
    uit_tabel = stap(
        "g4.omvang.plafond",
        "Regime {regime}, jaar {jaar}: ten hoogste {bedrag} exclusief btw, voor elke vorm van jobcoaching gelijk",
        regime=aanvraag.regime.value,
        jaar=aanvraag.jaar,
        bedrag=plafond,
        uitkomst=plafond,
        bron=jaarbedrag.bron if jaarbedrag is not None else BEDRAGEN.ontbreekt,
    )
    in_uren = stap(
        "g4.omvang.maximum_uren",
        "{plafond} / {tarief} per uur, naar beneden op twee decimalen"
        if aanvraag.tarief is not None
        else "Er is geen tarief geboden; het aantal uren volgt uit het tarief",
        plafond=plafond,
        tarief=aanvraag.tarief,
        uitkomst=uren,
        bron=TARIEF.afgeleid,
    )
    return Berekening(omvang, (uit_tabel, in_uren), tuple(parameters.opgemerkt))


def _uren(plafond: Bedrag | None, tarief: Bedrag | None) -> Uren | None:
    """Hoeveel hele honderdsten van een uur passen er in het budget?"""
    if plafond is None or tarief is None:
        return None
    return Uren.rond_af(plafond.exact / tarief.exact, naar_beneden)
