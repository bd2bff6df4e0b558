"""Vanaf welke dag telt een wijziging, en tot wanneer moet zij gemeld en beslist zijn? (Protocol 2014 A.8)"""

from datetime import date, timedelta

from dakpan.pluginkit import (
    DAG,
    Berekening,
    Bevinding,
    Dossier,
    Ernst,
    Termijn,
    Termijnen,
    Termijnsoort,
    Verlengt,
    Vorm,
    Wijziging,
    bevinding,
    bundel_termijnen,
)
from dakpan_uwv.bronnen import INTERN_2015, PROTOCOL_2014, VRAGEN
from dakpan_uwv.termijnen import wijzigingsdagen

TERUGWERKENDE_DAGEN = 28
MELDDAGEN, BESLISDAGEN, BESLISDAGEN_INTERN = 7, 28, 42
MELDEN = PROTOCOL_2014.bij("A.8")
BINNEN_EEN_WEEK = VRAGEN.bij("Aanvragen: wat als de situatie van de klant verandert")
INTERN_BESLISSEN = INTERN_2015.bij("4.1")


def ingang(dossier: Dossier, wijziging: Wijziging, *, meer: bool) -> tuple[date, list[Bevinding]]:
    """Minder gaat in op de dag van de verandering; meer hooguit vier weken voor de melding."""
    if not meer:
        return wijziging.ingangsdatum, []
    gold_tot_en_met = wijziging.gold_tot_en_met or dossier.aanvraag.eind
    uiterlijk = gold_tot_en_met - timedelta(wijzigingsdagen(dossier))
    if wijziging.gemeld_op > uiterlijk:
        zin = "Meer uren kan tot {uiterlijk}; de melding van {gemeld} is te laat en verandert niets."
        te_laat = bevinding(
            "uwv.wijziging.te_laat",
            Ernst.INFORMATIE,
            zin,
            MELDEN,
            uiterlijk=uiterlijk,
            gemeld=wijziging.gemeld_op,
        )
        return dossier.aanvraag.eind + DAG, [te_laat]
    return max(wijziging.ingangsdatum, wijziging.gemeld_op - timedelta(TERUGWERKENDE_DAGEN)), []


def bepaal_wijzigingstermijnen(dossier: Dossier, ingangsdatum: date, gemeld_op: date) -> Berekening[Termijnen]:
    """Melden binnen een week; beslissen binnen vier weken na de melding, bij een interne jobcoach zes."""
    intern = dossier.aanvraag.vorm is Vorm.INTERN
    dagen = BESLISDAGEN_INTERN if intern else BESLISDAGEN
    melden = Termijn(
        Termijnsoort.WIJZIGING_MELDEN,
        ingangsdatum + timedelta(MELDDAGEN),
        BINNEN_EEN_WEEK,
        "Een verandering op {ingang} wordt binnen {dagen} dagen gemeld",
        {"ingang": ingangsdatum, "dagen": MELDDAGEN},
    )
    beslissen = Termijn(
        Termijnsoort.WIJZIGING_BESLISSEN,
        gemeld_op + timedelta(dagen),
        INTERN_BESLISSEN if intern else MELDEN,
        "Over een melding van {gemeld} wordt binnen {dagen} dagen beslist",
        {"gemeld": gemeld_op, "dagen": dagen},
        verlengt=Verlengt.AFGELEID,
    )
    return bundel_termijnen("uwv", (melden, beslissen))
