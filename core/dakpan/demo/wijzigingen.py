"""Na het besluit verandert er wel eens iets: bij elke organisatie gaat één cliënt minder uren werken."""

from collections.abc import Sequence
from datetime import timedelta

from dakpan.aanvraag.domain.meldingen import Meldsoort
from dakpan.aanvraag.wijzigen.keuzes import Aanwerk, Akkoord
from dakpan.demo.formulier import invullen
from dakpan.demo.toneel import Loop
from dakpan.dossier.domain import Zaakstap
from dakpan.wandeling.wijzigen import meld

WERK_LOOPT = frozenset({Zaakstap.UREN, Zaakstap.ACCORDEREN})
GELEDEN, OVER, WORDT = timedelta(2), timedelta(5), "12.00"


def geef_wijzigingen_door(lopen: Sequence[Loop]) -> int:
    """De coach van de eerste zaak waarin wordt gewerkt meldt het namens de cliënt. Hoeveel meldingen?"""
    met = [een for een in lopen if een.coach is not None and not een.gestopt and een.plan.tot_en_met in WERK_LOOPT]
    eerste = {een.coach.vrager.organisatie_id: een for een in reversed(met) if een.coach is not None}
    for loop in eerste.values():
        _minder_uren(loop)
    return len(eerste)


def _minder_uren(loop: Loop) -> None:
    toneel, coach = loop.toneel, loop.coach
    if coach is None:
        return
    handeling = toneel.als(coach, toneel.nu - GELEDEN)
    gegevens = {
        "wat": Aanwerk.UREN.value,
        "uren_per_week": WORDT,
        "ingangsdatum": (toneel.vandaag + OVER).isoformat(),
        "akkoord_hoe": Akkoord.GESPREK.value,
        "akkoord_op": handeling.vandaag.isoformat(),
        "toelichting": invullen(toneel.spelers.teksten["wijziging"]["minder_uren"], loop),
    }
    meld(handeling, loop.zaak(handeling), Meldsoort.WERK, gegevens)
