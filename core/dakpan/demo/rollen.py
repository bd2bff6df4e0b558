"""Wie is er voor de cliënt, wie valt in, en wie is er even niet."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import groupby
from uuid import UUID

from dakpan.demo.bezetting import Acteur
from dakpan.demo.toneel import Loop
from dakpan.dossier.domain import Zaakstap
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.collegas import meld_afwezig
from dakpan.partijen.rechten import Recht
from dakpan.plan.aanspreekpunten import wijs_aan
from dakpan.plan.accordeerders import Daad, Plan, voer_uit, voorstel
from dakpan.plan.overdracht import Aanspreeksoort

# Om de zoveel zaken draagt een coach over: meestal met overlap, soms zonder.
OVERDRAGEN, LANG, OVERLAP = 3, 60, 14


def verdeel_rollen(lopen: Sequence[Loop]) -> int:
    """Aanspreekpunten in elke toegekende zaak, en per organisatie één die delegeert of afwezig is. Hoeveel zaken?"""
    met = [loop for loop in lopen if loop.coach is not None and not loop.gestopt and Zaakstap.BESLUIT in loop.gezet]
    for nummer, loop in enumerate(met):
        _aanspreekpunten(loop, nummer)
    op_organisatie = sorted(met, key=lambda loop: str(_organisatie(loop)))
    for nummer, (_id, groep) in enumerate(groupby(op_organisatie, key=_organisatie)):
        _even_weg(next(iter(groep)), nummer)
    return len(met)


def _organisatie(loop: Loop) -> UUID | None:
    return loop.coach.vrager.organisatie_id if loop.coach is not None else None


def _aanspreekpunten(loop: Loop, nummer: int) -> None:
    """De coach is het vaste aanspreekpunt; soms draagt hij over aan wie de perioden beheert, die coördineert."""
    coach, beheer = loop.coach, _beheerder(loop)
    if coach is None:
        return
    handeling = loop.als(beheer)
    _wijs_aan(handeling, loop, beheer, Aanspreeksoort.COORDINATOR, eerste=0, laatste=None)
    if nummer % OVERDRAGEN or coach.vrager.lidmaatschap_id == beheer.vrager.lidmaatschap_id:
        _wijs_aan(handeling, loop, coach, Aanspreeksoort.CONTACTPERSOON, eerste=0, laatste=None)
        return
    tweede = LANG + 1 if nummer % (2 * OVERDRAGEN) else LANG - OVERLAP
    _wijs_aan(handeling, loop, coach, Aanspreeksoort.CONTACTPERSOON, eerste=0, laatste=LANG)
    _wijs_aan(handeling, loop, beheer, Aanspreeksoort.CONTACTPERSOON, eerste=tweede, laatste=None)


def _wijs_aan(
    handeling: Handeling, loop: Loop, wie: Acteur, soort: Aanspreeksoort, *, eerste: int, laatste: int | None
) -> None:
    assert wie.vrager.lidmaatschap_id is not None  # noqa: S101 - een acteur heeft een lidmaatschap
    van, tot = loop.begin + timedelta(eerste), loop.begin + timedelta(laatste) if laatste is not None else None
    wijs_aan(handeling, loop.zaak(handeling), soort, wie.vrager.lidmaatschap_id, van=van, tot_en_met=tot)


def _beheerder(loop: Loop) -> Acteur:
    return loop.toneel.met_recht(loop.collegas[1:], Recht.PERIODES_BEHEREN)


def _even_weg(loop: Loop, nummer: int) -> None:
    """Bij de ene organisatie delegeert iemand, bij de andere is de enige accordeerder er even niet."""
    toneel, beheer = loop.toneel, _beheerder(loop)
    handeling = toneel.als(beheer, toneel.nu)
    accordeerders = list(_accordeerders(loop))
    for een in accordeerders[:1]:
        if nummer % 2 == 0 and len(accordeerders) > 1:
            plan = Plan(Daad.DELEGEREN, een, accordeerders[1], toneel.vandaag + timedelta(21))
            voer_uit(handeling, plan, voorstel(handeling, plan).stand)
        else:
            meld_afwezig(handeling, een, toneel.vandaag, toneel.vandaag + timedelta(9))


def _accordeerders(loop: Loop) -> Iterator[UUID]:
    """Wie er bij deze organisatie mag accorderen, elk één keer, te beginnen met wie het voor deze coach doet."""
    coach = loop.coach
    eigen: Mapping[UUID, None] = {
        een.vrager.lidmaatschap_id: None
        for een in loop.collegas
        if een.vrager.lidmaatschap_id is not None
        and Recht.UREN_ACCORDEREN.value in een.vrager.rechten
        and (coach is None or een.vrager.lidmaatschap_id != coach.vrager.lidmaatschap_id)
    }
    yield from eigen
