"""Na het besluit verandert er wel eens iets: bij elke organisatie gaat één cliënt minder uren werken."""

from collections.abc import Sequence
from datetime import timedelta

from dakpan.aanvraag.domain.meldingen import Meldsoort
from dakpan.aanvraag.vialink.verzoeken import Mens
from dakpan.aanvraag.wijzigen.keuzes import Aanwerk, Akkoord
from dakpan.aanvraag.wijzigen.zelf.uitnodigen import vraag_client
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
        _vraag_de_client(loop)
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


def _vraag_de_client(loop: Loop) -> None:
    """De volgende wijziging geeft de cliënt zelf door: hij heeft zijn link, en heeft die nog niet geopend."""
    if loop.coach is None:
        return
    handeling = loop.toneel.als(loop.coach, loop.toneel.nu)  # vandaag, zodat de link nog werkt
    zaak = loop.zaak(handeling)
    client = Mens(loop.plan.naam, f"client.{zaak.nummer.lower()}@voorbeeld.invalid")
    vraag_client(handeling, zaak, client, loop.toneel.adres)
