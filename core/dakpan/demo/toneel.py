"""Het toneel: wie er nu iets doet, op welk moment, en in welke zaak."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from dakpan.aanvraag.domain.stukken import Partij
from dakpan.begrippen.kalender import einde_na_maanden
from dakpan.begrippen.toestand import KanNiet
from dakpan.demo.bezetting import Acteur, Bezetting
from dakpan.demo.spelers import Spelers, Zaakplan
from dakpan.dossier import bevoegd
from dakpan.dossier.domain import Werkstap, Zaakstap
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import haal_zaak
from dakpan.opslag.handeling import NEDERLAND, Handeling
from dakpan.opslag.sleutels import Sleutelbos
from dakpan.partijen.rechten import Recht
from dakpan.partijen.regelboek import Regelboek

ZATERDAG = 5
VAN_DE_COACH = frozenset(
    {Zaakstap.AANVRAAG, Zaakstap.ONDERTEKENING, Zaakstap.OFFERTE, Zaakstap.RAPPORTAGE, Zaakstap.VERANTWOORDING}
)


@dataclass(frozen=True, slots=True)
class Toneel:
    """Alles wat een handeling nodig heeft. ``nu``: het moment waarop het doek opgaat; niets gebeurt daarna.

    ``adres``: waar de demonstratie staat, voor de links in brieven.
    """

    sessie: Session
    regelboek: Regelboek
    sleutelbos: Sleutelbos
    nu: datetime
    spelers: Spelers
    bezetting: Bezetting
    adres: str

    @property
    def vandaag(self) -> date:
        return self.nu.date()

    def als(self, acteur: Acteur, moment: datetime, reden: str = "") -> Handeling:
        """Deze acteur doet iets, op dit moment of anders nu."""
        return Handeling(self.sessie, acteur.vrager, min(moment, self.nu), self.regelboek, self.sleutelbos, reden)

    def wie_mag(self, acteurs: Sequence[Acteur], werkstap: Werkstap) -> Acteur:
        """De eerste die deze stap mag zetten; wie de rol heeft die de werkwijze noemt gaat voor."""
        mogen = [een for een in acteurs if bevoegd.mag(self.als(een, self.nu), werkstap)]
        if not mogen:
            raise KanNiet(f"Niemand van de spelers mag de stap {werkstap.stap} zetten.")
        return min(mogen, key=lambda een: werkstap.opent.value not in een.rollen)

    def met_recht(
        self, acteurs: Sequence[Acteur], recht: Recht, *, behalve: UUID | None = None, beslist: Partij | None = None
    ) -> Acteur:
        """De eerste met dit recht in een zaak waarin ``beslist`` beslist; ``behalve`` dit account, voor vier ogen."""
        for een in acteurs:
            if bevoegd.mag_toezien(self.als(een, self.nu), recht, beslist) and een.vrager.account_id != behalve:
                return een
        raise KanNiet(f"Niemand van de spelers heeft het recht {recht}.")


@dataclass(slots=True)
class Loop:
    """Eén zaak op haar weg door de straat. ``betalingen``: hoe ver elke declaratie betaald is."""

    toneel: Toneel
    plan: Zaakplan
    moment: datetime
    zaak_id: UUID | None = None
    werkwijze: tuple[Werkstap, ...] = ()
    gestopt: bool = False
    gezet: list[Zaakstap] = field(default_factory=list)
    betalingen: dict[UUID, str] = field(default_factory=dict)

    @property
    def tenant_id(self) -> str:
        return self.plan.financier

    @property
    def begin(self) -> date:
        return self.toneel.vandaag + timedelta(self.plan.begin)

    @property
    def eind(self) -> date:
        return einde_na_maanden(self.begin, self.plan.maanden)

    @property
    def coach(self) -> Acteur | None:
        return self.toneel.bezetting.coach(self.plan.coach) if self.plan.coach else None

    @property
    def collegas(self) -> list[Acteur]:
        """De mensen van de organisatie die coacht, de coach zelf voorop."""
        coach = self.coach
        if coach is None or coach.vrager.organisatie_id is None:
            return []
        return [coach, *self.toneel.bezetting.van_organisatie(coach.vrager.organisatie_id)]

    @property
    def financier(self) -> list[Acteur]:
        return self.toneel.bezetting.van_financier(self.tenant_id)

    def wie(self, werkstap: Werkstap) -> Acteur:
        """Wie zet deze stap? Waar een coach voor is doet de coach van deze zaak het zelf."""
        collegas = self.collegas if werkstap.stap in VAN_DE_COACH else self.collegas[1:]
        return self.toneel.wie_mag([*collegas, *self.financier], werkstap)

    def als(self, acteur: Acteur) -> Handeling:
        return self.toneel.als(acteur, self.moment)

    def zaak(self, handeling: Handeling) -> Zaak:
        assert self.zaak_id is not None  # noqa: S101 - de aanvraag maakte haar
        return haal_zaak(handeling, self.tenant_id, self.zaak_id)

    @property
    def te_zetten(self) -> tuple[Werkstap, ...]:
        """De stappen van de werkwijze tot en met de laatste van het plan, op volgorde."""
        namen = [een.stap.value for een in self.werkwijze]
        if self.plan.tot_en_met not in namen:
            return ()
        return self.werkwijze[: namen.index(self.plan.tot_en_met) + 1]

    def stap(self, stap: Zaakstap) -> Werkstap | None:
        """Deze stap, als het plan zo ver gaat."""
        return next((een for een in self.te_zetten if een.stap is stap), None)

    def wacht(self, dagen: int) -> None:
        """Zoveel dagen later, op een werkdag en overdag."""
        dag = self.moment.date() + timedelta(dagen)
        while dag.weekday() >= ZATERDAG:
            dag += timedelta(1)
        self.moment = op_werktijd(dag, self.plan.nummer + len(self.gezet))


def op_werktijd(dag: date, nummer: int) -> datetime:
    """Ergens tussen negen en vijf; elke zaak op een eigen minuut."""
    uur, minuut = divmod(nummer * 37, 60)
    return datetime.combine(dag, time(9 + uur % 7, minuut), NEDERLAND)
