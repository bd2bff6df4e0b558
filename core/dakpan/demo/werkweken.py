"""Twee kwartalen werk: elke coach schrijft week na week, sluit zijn weken, en een ander geeft akkoord."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import select

from dakpan.begrippen.duur import Duur
from dakpan.demo.bezetting import Acteur
from dakpan.demo.formulier import invullen
from dakpan.demo.toneel import Loop, Toneel
from dakpan.dossier.domain import Zaakstap
from dakpan.opslag.handeling import NEDERLAND
from dakpan.partijen.rechten import Recht
from dakpan.plan.domain import Doel
from dakpan.plan.tables import Jobcoachperiode
from dakpan.uren.accorderen import Aangewezen, accordeer
from dakpan.uren.keuzes import Locatie, Werkkeuze
from dakpan.uren.nakijken import Werk
from dakpan.uren.perioden import MijnPeriode, mijn_perioden
from dakpan.uren.schrijven import schrijf
from dakpan.uren.tables import Activiteit
from dakpan.uren.toestanden import Urenstatus
from dakpan.uren.week import Week, weken_tot
from dakpan.uren.weken import sluit

WERKDAGEN, VRIJE_WEEK, WACHT_OP_AKKOORD, WEKELIJKS = 5, 9, 2, 5
BEGINTIJDEN = (time(9), time(10, 45), time(13), time(14, 45))
BEZET, TUSSEN_AFSPRAKEN = 80, 105


@dataclass(frozen=True, slots=True)
class Werkperiode:
    """Waarvoor een coach in één zaak schrijft, hoeveel minuten per week er zijn, en de plek in zijn agenda."""

    loop: Loop
    mijn: MijnPeriode
    eerste: date
    laatste: date
    per_week: int
    plek: int


def schrijf_weken(loops: Sequence[Loop]) -> int:
    """Alle weken van alle coaches. Hoeveel activiteiten zijn er geschreven?"""
    met_coach = [(loop.coach, loop) for loop in loops if loop.coach is not None and not loop.gestopt]
    op_coach = sorted(met_coach, key=lambda paar: str(paar[0].vrager.lidmaatschap_id))
    aantal = 0
    for _id, groep in groupby(op_coach, key=lambda paar: paar[0].vrager.lidmaatschap_id):
        paren = list(groep)
        aantal += _coach(paren[0][0], [loop for _coach, loop in paren])
    return aantal


def _coach(coach: Acteur, loops: Sequence[Loop]) -> int:
    """Eén coach van zijn eerste week tot en met deze: schrijven, sluiten, en wat af is krijgt akkoord.

    De week van gisteren blijft open: zo staat er ook op maandag iets te schrijven en te sluiten.
    """
    toneel = loops[0].toneel
    perioden = _werkperioden(toneel, coach, {loop.zaak_id: loop for loop in loops})
    schrijvend = [een for een in perioden if een.loop.stap(Zaakstap.UREN) is not None]
    if not schrijvend:
        return 0
    deze, open_ = Week.van(toneel.vandaag), Week.van(toneel.vandaag - timedelta(1))
    eerste, aantal = Week.van(min(een.eerste for een in perioden)), 0
    for nummer, week in enumerate([*weken_tot(eerste, deze), deze]):
        aantal += sum(_schrijf(coach, werk, week, nummer + plek) for plek, werk in enumerate(schrijvend))
        if week < open_:
            sluit(toneel.als(coach, _om(week.begin + timedelta(4), time(17, 15))), week, ook_lege=True)
            if week < _weken_eerder(deze, WACHT_OP_AKKOORD):
                _geef_akkoord(toneel, coach, schrijvend, week)
    return aantal


def _werkperioden(toneel: Toneel, coach: Acteur, loops: Mapping[UUID | None, Loop]) -> list[Werkperiode]:
    """De periodes van deze coach die al begonnen zijn."""
    handeling = toneel.als(coach, toneel.nu)
    begonnen = (een for een in mijn_perioden(handeling) if een.zaak_id in loops and een.periode.begin <= toneel.vandaag)
    return [
        _werkperiode(loops[een.zaak_id], plek, een, handeling.sessie.get_one(Jobcoachperiode, een.klant))
        for plek, een in enumerate(begonnen)
    ]


def _werkperiode(loop: Loop, plek: int, mijn: MijnPeriode, periode: Jobcoachperiode) -> Werkperiode:
    """Tot en met gisteren: vandaag schrijft de bezoeker zelf."""
    laatste = min(periode.eind, loop.toneel.vandaag - timedelta(1))
    return Werkperiode(loop, mijn, _eerste_dag(loop, periode), laatste, _per_week(periode), plek)


def _eerste_dag(loop: Loop, periode: Jobcoachperiode) -> date:
    """De eerste dag van de periode, of later als er eerst een opdracht moest komen."""
    opdracht = loop.moment.date() if loop.stap(Zaakstap.OPDRACHT) is not None else periode.begin
    return max(periode.begin, opdracht)


def _per_week(periode: Jobcoachperiode) -> int:
    """Vier vijfde van wat er is toegekend, gelijk over de weken; zonder toekenning een uur."""
    weken = max(1, ((periode.eind - periode.begin).days + 1) // 7)
    if periode.uren is not None:
        minuten = periode.uren.honderdsten * 60 // 100
    elif periode.bedrag is not None and periode.tarief is not None:
        minuten = periode.bedrag.centen * 60 // periode.tarief.centen
    else:
        minuten = weken * 60
    return minuten * BEZET // 100 // weken


def _schrijf(coach: Acteur, werk: Werkperiode, week: Week, nummer: int) -> int:
    """Eén activiteit in deze week, of geen: vakantie, nog niet begonnen, nog te komen, of om de week."""
    dag = week.dagen[werk.plek % WERKDAGEN]
    if not werk.eerste <= dag <= werk.laatste or nummer % VRIJE_WEEK == VRIJE_WEEK - 1:
        return 0
    sinds = (dag - werk.eerste).days // 7
    if sinds >= WEKELIJKS and sinds % 2:
        return 0
    teksten = werk.loop.toneel.spelers.teksten["activiteit"]
    tekst = teksten[nummer % len(teksten)]
    handeling = werk.loop.toneel.als(coach, _om(dag, time(16, 30)))
    schrijf(handeling, _werk(werk, dag, tekst, _minuten(werk, sinds)))
    return 1


def _minuten(werk: Werkperiode, sinds: int) -> int:
    """Ongeveer wat er per week is, op een kwartier; om de week wat langer, en nooit tot in de volgende afspraak."""
    ruim = werk.per_week * (3 if sinds >= WEKELIJKS else 2) // 2
    return min(TUSSEN_AFSPRAKEN, max(30, ruim - ruim % 15 + 15 * (sinds % 3 - 1)))


def _werk(werk: Werkperiode, dag: date, tekst: dict[str, Any], minuten: int) -> Werk:
    return Werk(
        klanten=(werk.mijn.klant,),
        keuze=Werkkeuze(Doel(tekst["doel"]), tekst["soort"]),
        datum=dag,
        begin=BEGINTIJDEN[werk.plek // WERKDAGEN % len(BEGINTIJDEN)],
        duur=Duur(minuten),
        locatie=Locatie.WERKPLEK.value,
        beoogd=invullen(tekst["beoogd"], werk.loop),
        bereikt=invullen(tekst["bereikt"], werk.loop),
        planreden=invullen(tekst["planreden"], werk.loop) if werk.mijn.is_buiten_plan(tekst["doel"]) else "",
    )


def _geef_akkoord(toneel: Toneel, coach: Acteur, perioden: Sequence[Werkperiode], week: Week) -> None:
    """De maandag erna: alles van deze week, behalve van zaken die daar nog niet zijn."""
    zaken = {een.loop.zaak_id for een in perioden if een.loop.stap(Zaakstap.ACCORDEREN) is not None}
    if not zaken:
        return
    anderen = [een for een in perioden[0].loop.collegas if een.email != coach.email]
    akkoord = toneel.met_recht(anderen, Recht.UREN_ACCORDEREN)
    handeling = toneel.als(akkoord, _om(week.volgende.begin, time(10, 20)))
    wachtend = select(Activiteit).where(
        Activiteit.medewerker_id == coach.vrager.lidmaatschap_id,
        Activiteit.weeknummer == week.code,
        Activiteit.status == Urenstatus.TE_ACCORDEREN,
        Activiteit.zaak_id.in_(zaken),
    )
    rijen = handeling.sessie.scalars(wachtend.order_by(Activiteit.id)).all()
    if rijen:
        accordeer(handeling, [Aangewezen(een.tenant_id, een.id, een.versie) for een in rijen])


def _weken_eerder(week: Week, aantal: int) -> Week:
    return Week(week.begin - timedelta(weeks=aantal))


def _om(dag: date, uur: time) -> datetime:
    return datetime.combine(dag, uur, NEDERLAND)
