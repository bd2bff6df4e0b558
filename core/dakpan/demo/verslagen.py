"""Verslagen: wat al moest is geschreven, getekend en ingediend; het laatste staat soms nog in concept."""

from collections.abc import Mapping
from datetime import timedelta

from sqlalchemy import select

from dakpan.aanvraag.domain.stukken import Partij
from dakpan.begrippen.toestand import KanNiet
from dakpan.demo.formulier import invullen
from dakpan.demo.toneel import Loop, op_werktijd
from dakpan.dossier.domain import Werkstap, Zaakstap
from dakpan.dossier.zaken import voortgang
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.rechten import Recht
from dakpan.rapportage.indienen import dien_in
from dakpan.rapportage.schrijven import Inhoud, eisen, sla_op, teken
from dakpan.rapportage.tables import Verslag
from dakpan.rapportage.vereisten import Vereisten

STAPPEN = (Zaakstap.RAPPORTAGE, Zaakstap.VERANTWOORDING)
OP_TIJD, NET_GEWEEST = timedelta(4), timedelta(10)


def schrijf_verslagen(loop: Loop, stap: Zaakstap) -> int:
    """Alle verslagen die voor vandaag klaar moesten zijn. Hoeveel zijn er ingediend?"""
    werkstap = loop.stap(stap)
    if werkstap is None or loop.gestopt:
        return 0
    return sum(_schrijf(loop, werkstap, verslag) for verslag in _geplande(loop, werkstap))


def _schrijver(loop: Loop, werkstap: Werkstap) -> Handeling:
    """De coach; zonder organisatie legt wie beoordeelt het vast."""
    if loop.collegas:
        return loop.als(loop.wie(werkstap))
    return loop.als(loop.toneel.met_recht(loop.financier, Recht.BEOORDELEN))


def _geplande(loop: Loop, werkstap: Werkstap) -> list[Verslag]:
    loop.moment = loop.toneel.nu
    gevraagd = select(Verslag).where(Verslag.tenant_id == loop.tenant_id, Verslag.zaak_id == loop.zaak_id)
    rijen = _schrijver(loop, werkstap).sessie.scalars(gevraagd.order_by(Verslag.uiterlijk, Verslag.id))
    return [een for een in rijen if een.uiterlijk <= loop.toneel.vandaag]


def _schrijf(loop: Loop, werkstap: Werkstap, verslag: Verslag) -> int:
    """Vier dagen voor de uiterste dag; wat net moest staat nog in concept."""
    dag = verslag.uiterlijk - OP_TIJD
    loop.moment = op_werktijd(dag, loop.plan.nummer)
    handeling = _schrijver(loop, werkstap)
    zaak = loop.zaak(handeling)
    try:
        voortgang(handeling, zaak).vereis(werkstap.stap)
    except KanNiet:
        return 0  # deze stap kan pas als er eerst iets anders gebeurt
    nodig = eisen(handeling, verslag)
    sla_op(handeling, zaak, verslag.id, _inhoud(loop, verslag, nodig))
    if dag > loop.toneel.vandaag - NET_GEWEEST and werkstap.stap is Zaakstap.RAPPORTAGE:
        return 0
    _teken(loop, handeling, verslag, nodig)
    dien_in(handeling, loop.zaak(handeling), verslag.id)
    return 1


def _inhoud(loop: Loop, verslag: Verslag, nodig: Vereisten) -> Inhoud:
    """Een terugkoppeling die niet op papier hoeft is besproken."""
    mondeling = not verslag.schriftelijk
    tekst = invullen(loop.toneel.spelers.teksten["verslag"]["mondeling" if mondeling else "tekst"], loop)
    return Inhoud(dict.fromkeys(nodig.teksten, tekst), frozenset(nodig.bijlagen), mondeling)


def _teken(loop: Loop, handeling: Handeling, verslag: Verslag, nodig: Vereisten) -> None:
    namen: Mapping[Partij, str] = {
        Partij.CLIENT: loop.plan.naam,
        Partij.WERKGEVER: loop.plan.werkgever["contactpersoon"],
        Partij.JOBCOACH: handeling.vrager.naam,
    }
    for partij in nodig.handtekeningen:
        teken(handeling, loop.zaak(handeling), verslag.id, namen[partij])
