"""Wat de afspraak openlaat en een stad zelf kan invullen. Het verandert de aanspraak nooit."""

from dakpan.pluginkit import Bevinding, Dossier, Ernst, Raadpleging, Waarde, bevinding, einde_na_maanden, oordeel
from dakpan_g4.bronnen import AFSPRAAK


def toets_eigen_eisen(dossier: Dossier, parameters: Raadpleging) -> list[Bevinding]:
    """Wat de stad invulde wordt getoetst en gemeld; wat leeg is heet 'niet in bron'."""
    maanden = parameters.mogelijk_aantal("minimum_maanden")
    uren = parameters.mogelijk_uren("minimum_uren")
    bevindingen = [] if dossier.is_proefplaatsing or maanden is None else [_duur(dossier, maanden)]
    if uren is not None:
        bevindingen.append(
            oordeel(
                "g4.contract.uren",
                uren.bron,
                goed=dossier.dienstverband.rekenuren >= uren.waarde,
                anders=Ernst.INFORMATIE,
                ja="Het werk is {uren} per week; ten minste {norm} is nodig.",
                nee="Het werk is {uren} per week; de stad vraagt ten minste {norm}.",
                uren=dossier.dienstverband.rekenuren,
                norm=uren.waarde,
            )
        )
    leeg = [naam for naam, waarde in (("duur van het contract", maanden), ("uren per week", uren)) if waarde is None]
    return [*bevindingen, *([_niet_in_bron(leeg)] if leeg else [])]


def _duur(dossier: Dossier, maanden: Waarde[int]) -> Bevinding:
    baan = dossier.dienstverband
    nodig = einde_na_maanden(baan.begin, maanden.waarde)
    return oordeel(
        "g4.contract.duur",
        maanden.bron,
        goed=baan.eind is None or baan.eind >= nodig,
        anders=Ernst.INFORMATIE,
        ja="Het contract duurt ten minste {maanden} maanden.",
        nee="Het contract eindigt op {eind}; de stad vraagt ten minste {maanden} maanden.",
        maanden=maanden.waarde,
        eind=baan.eind,
    )


def _niet_in_bron(leeg: list[str]) -> Bevinding:
    return bevinding(
        "g4.niet_in_bron",
        Ernst.INFORMATIE,
        "Minimale {leeg} en eisen aan de jobcoach: niet in bron. De stad kan de eerste twee zelf invullen."
        if len(leeg) > 1
        else "Minimale {leeg} en eisen aan de jobcoach: niet in bron.",
        AFSPRAAK.ontbreekt,
        leeg=tuple(leeg),
    )
