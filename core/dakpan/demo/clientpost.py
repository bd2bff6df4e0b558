"""Wie leest de post van de cliënt mee? Bij elke organisatie gaf één cliënt een machtiging, en kreeg één de vraag."""

from collections.abc import Sequence
from datetime import timedelta

from dakpan.aanvraag.clientpost.machtiging import leg_papier_vast, vraag_machtiging
from dakpan.aanvraag.vialink.verzoeken import Mens
from dakpan.demo.documenten import maak_pdf
from dakpan.demo.toneel import Loop
from dakpan.demo.wijzigingen import WERK_LOOPT
from dakpan.dossier.bewaren import Aangeleverd

GELEDEN = timedelta(3)


def kies_wie_post_leest(lopen: Sequence[Loop]) -> int:
    """In de eerste zaak waarin wordt gewerkt op papier, in de tweede met een link die nog open staat. Hoeveel zaken?"""
    per_organisatie: dict[object, list[Loop]] = {}
    for loop in lopen:
        if loop.coach is not None and not loop.gestopt and loop.plan.tot_en_met in WERK_LOOPT:
            per_organisatie.setdefault(loop.coach.vrager.organisatie_id, []).append(loop)
    for eigen in per_organisatie.values():
        _op_papier(eigen[0])
        for loop in eigen[1:2]:
            _met_link(loop)
    return len(per_organisatie)


def _op_papier(loop: Loop) -> None:
    if loop.coach is None:
        return
    handeling = loop.toneel.als(loop.coach, loop.toneel.nu - GELEDEN)
    titel = "Machtiging voor de post, getekend op papier"
    scan = Aangeleverd("machtiging.pdf", maak_pdf(f"{titel}: {loop.plan.naam}"), titel)
    leg_papier_vast(handeling, loop.zaak(handeling), Mens(loop.plan.naam, ""), handeling.vandaag, scan)


def _met_link(loop: Loop) -> None:
    """Vandaag gevraagd, zodat de link nog werkt."""
    if loop.coach is None:
        return
    handeling = loop.toneel.als(loop.coach, loop.toneel.nu)
    zaak = loop.zaak(handeling)
    client = Mens(loop.plan.naam, f"client.{zaak.nummer.lower()}@voorbeeld.invalid")
    vraag_machtiging(handeling, zaak, client, loop.toneel.adres)
