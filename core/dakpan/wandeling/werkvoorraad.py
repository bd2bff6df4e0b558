"""Wat moet deze persoon nu doen? Uit elk huis wat op hem wacht; wie ergens geen recht op heeft, vraagt er niet naar."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, func, or_, select

from dakpan.aanvraag.bezwaren.lijst import Bezwaarregel, eigen_bezwaren
from dakpan.aanvraag.overname.wachtend import aantal_te_bevestigen
from dakpan.aanvraag.wijzigen.lijst import Wijzigingsregel, te_beslissen
from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.begrippen.duur import GEEN_DUUR
from dakpan.betaling import lijsten
from dakpan.betaling.betalen import tellen
from dakpan.betaling.betalen.bankstand import teruggekomen_stand
from dakpan.betaling.corrigeren.lijsten import Correctieregel, te_bevestigen, zonder_creditnota
from dakpan.betaling.steekproef.lijsten import open_steekproeven
from dakpan.betaling.tables import Declaratie
from dakpan.betaling.vorderen.lezen import TeVolgen, Wachtend, te_bevestigen_ontvangsten, te_volgen
from dakpan.dossier.beurt import aan_de_beurt
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak, Zaakstatus
from dakpan.dossier.zaakregels import KOLOMMEN, Zaakregel, met_namen
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht
from dakpan.partijen.waarden.overzicht import aantal_voor_mij
from dakpan.plan.tables import Jobcoachperiode, Koppeling
from dakpan.plan.toestanden import Periodestatus
from dakpan.rapportage.overzicht import Urgentie, Verslagregel, te_schrijven
from dakpan.uren.heropenen import mijn_toestemmingen
from dakpan.uren.tables import Heropening
from dakpan.uren.wachtrij import NIETS_WACHT, Wachtstand, wachtende_uren
from dakpan.uren.week import Week
from dakpan.uren.weken import weekstand
from dakpan.wandeling.evaluaties import Evaluatieregel, te_houden
from dakpan.wandeling.straks import eerst_komend, later, staat_bij_betalingen

TEN_HOOGSTE = 25
VERSLAGEN_TEN_HOOGSTE = 5
FACTUREN_TEN_HOOGSTE = STRAKS_TEN_HOOGSTE = 5
# Hiervan staat de stand al bij de weken, het akkoord, de verslagen en de facturen.
_ELDERS = (Zaakstap.ACCORDEREN, Zaakstap.RAPPORTAGE, Zaakstap.VERANTWOORDING, Zaakstap.FACTUUR)


def _gekoppeld(*hoe: ColumnElement[bool]) -> ColumnElement[bool]:
    """Is er zo'n koppeling op deze periode? ``OFFSET 0`` houdt PostgreSQL bij deze periode, in plaats van bij alle."""
    van_periode = select(Koppeling.periode_id).where(
        Koppeling.tenant_id == Jobcoachperiode.tenant_id, Koppeling.periode_id == Jobcoachperiode.id, *hoe
    )
    return van_periode.limit(1).offset(0).exists()


# Is er een coach, en is er een van wie iemand de uren nakijkt?
GEKOPPELD, NAGEKEKEN = _gekoppeld(), _gekoppeld(Koppeling.accordeerder_id.is_not(None))
_ONGEZIEN = Jobcoachperiode.status.in_([Periodestatus.OPEN, Periodestatus.VOORLOPIG]) & ~NAGEKEKEN


@dataclass(frozen=True, slots=True)
class Werkvoorraad:
    """Alles wat op één persoon wacht. ``meer``: er zijn nog meer zaken dan hier staan."""

    zaken: tuple[Zaakregel, ...] = ()
    meer: bool = False
    zonder_coach: tuple[Zaakregel, ...] = ()
    zonder_accordeerder: tuple[Zaakregel, ...] = ()
    open_weken: tuple[Week, ...] = ()
    te_heropenen: tuple[Heropening, ...] = ()
    op_akkoord: Wachtstand = NIETS_WACHT
    verslagen: tuple[Verslagregel, ...] = ()
    evaluaties: tuple[Evaluatieregel, ...] = ()
    facturen: tuple[lijsten.Declaratieregel, ...] = ()
    creditnotas: tuple[Correctieregel, ...] = ()
    correcties: tuple[Correctieregel, ...] = ()
    ontvangsten: tuple[Wachtend, ...] = ()
    vorderingen: tuple[TeVolgen, ...] = ()
    einddeclaraties: tuple[lijsten.TeDeclareren, ...] = ()
    wijzigingen: tuple[Wijzigingsregel, ...] = ()
    bezwaren: tuple[Bezwaarregel, ...] = ()
    te_bevestigen: int = 0
    steekproeven: tuple[int, UUID | None] = (0, None)
    te_beoordelen: int = 0
    waarden: int = 0
    vrij_te_geven: tuple[int, Bedrag] = (0, NUL_EURO)
    te_betalen: tuple[int, Bedrag] = (0, NUL_EURO)
    teruggekomen: tuple[int, Bedrag] = (0, NUL_EURO)
    straks: tuple[Zaakregel, ...] = ()
    verslagen_straks: tuple[Verslagregel, ...] = ()

    @property
    def is_leeg(self) -> bool:
        """Wacht er nu helemaal niets? Wat straks komt telt niet mee."""
        return not (
            self.zaken
            or self.zonder_coach
            or self.zonder_accordeerder
            or self.open_weken
            or self.te_heropenen
            or self.op_akkoord.duur > GEEN_DUUR
            or self.verslagen
            or self.evaluaties
            or self.facturen
            or self.creditnotas
            or self.correcties
            or self.ontvangsten
            or self.vorderingen
            or self.einddeclaraties
            or self.wijzigingen
            or self.bezwaren
            or self.te_bevestigen
            or self.steekproeven[0]
            or self.te_beoordelen
            or self.waarden
            or self.vrij_te_geven[0]
            or self.te_betalen[0]
            or self.teruggekomen[0]
        )


def werkvoorraad(handeling: Handeling) -> Werkvoorraad:
    """Een vast aantal vragen aan de database, hoeveel werk er ook ligt."""
    van_organisatie = handeling.vrager.kant is Kant.ORGANISATIE
    zaken = _zaken(handeling)
    dringend, later = _verslagen(handeling) if van_organisatie and handeling.mag(Recht.UREN_SCHRIJVEN) else ((), ())
    schrijft = van_organisatie and handeling.mag(Recht.UREN_SCHRIJVEN)
    accordeert = van_organisatie and handeling.mag(Recht.UREN_ACCORDEREN)
    van_financier = not van_organisatie
    legt_vast = van_financier and handeling.mag(Recht.BEOORDELEN)
    declareert = van_organisatie and handeling.mag(Recht.DECLAREREN)
    betaalt = van_financier and handeling.mag(Recht.BETALEN)
    oordeelt = van_financier and handeling.mag(Recht.DECLARATIE_BEOORDELEN)
    beheert = van_organisatie and handeling.mag(Recht.PERIODES_BEHEREN)
    zonder_coach, zonder_accordeerder = _zonder(handeling) if beheert else ((), ())
    return Werkvoorraad(
        zaken=tuple(zaken[:TEN_HOOGSTE]),
        meer=len(zaken) > TEN_HOOGSTE,
        zonder_coach=zonder_coach[:TEN_HOOGSTE],
        zonder_accordeerder=zonder_accordeerder[:TEN_HOOGSTE],
        open_weken=weekstand(handeling, Week.van(handeling.vandaag)).open_ervoor if schrijft else (),
        te_heropenen=tuple(mijn_toestemmingen(handeling)) if schrijft else (),
        op_akkoord=wachtende_uren(handeling) if accordeert else NIETS_WACHT,
        verslagen=dringend,
        evaluaties=te_houden(handeling) if schrijft or legt_vast else (),
        facturen=_facturen(handeling) if declareert else (),
        creditnotas=tuple(zonder_creditnota(handeling)) if declareert else (),
        correcties=tuple(te_bevestigen(handeling)) if oordeelt else (),
        ontvangsten=te_bevestigen_ontvangsten(handeling) if betaalt else (),
        vorderingen=te_volgen(handeling) if betaalt else (),
        einddeclaraties=_einddeclaraties(handeling) if declareert else (),
        bezwaren=eigen_bezwaren(handeling) if handeling.mag(Recht.BESLISSEN) else (),
        wijzigingen=te_beslissen(handeling) if handeling.mag(Recht.BESLISSEN) else (),
        te_bevestigen=aantal_te_bevestigen(handeling),
        steekproeven=open_steekproeven(handeling),
        te_beoordelen=_te_beoordelen(handeling) if handeling.mag(Recht.DECLARATIE_BEOORDELEN) else 0,
        waarden=aantal_voor_mij(handeling) if van_financier and handeling.mag(Recht.WAARDEN_BEHEREN) else 0,
        vrij_te_geven=tellen.vrij_te_geven(handeling) if handeling.mag(Recht.BETALING_VRIJGEVEN) else (0, NUL_EURO),
        te_betalen=tellen.te_betalen(handeling) if handeling.mag(Recht.BETALEN) else (0, NUL_EURO),
        teruggekomen=teruggekomen_stand(handeling) if handeling.mag(Recht.BETALEN) else (0, NUL_EURO),
        straks=tuple(_straks(handeling)),
        verslagen_straks=later,
    )


def _zaken(handeling: Handeling) -> list[Zaakregel]:
    """De zaken waaraan de vrager nu iets kan doen, zonder wat elders al bij elkaar staat."""

    def nu(stap: Zaakstap) -> list[ColumnElement[bool]] | None:
        if _staat_elders(handeling, stap):
            return None
        if stap is Zaakstap.BETALING:  # wat later kan wacht op de bank, en staat dus ook al bij de betalingen
            return [~staat_bij_betalingen()]
        straks = later(handeling, stap)
        return [*_van_mij(handeling, stap), *([~straks] if straks is not None else [])]

    return aan_de_beurt(handeling, TEN_HOOGSTE + 1, nu)


def _straks(handeling: Handeling) -> list[Zaakregel]:
    """De zaken waaraan de vrager pas later iets kan doen. De verslagen van een organisatie staan apart."""

    def straks(stap: Zaakstap) -> list[ColumnElement[bool]] | None:
        pas = later(handeling, stap)
        if pas is None or _staat_elders(handeling, stap):
            return None
        return [*_van_mij(handeling, stap), *eerst_komend(handeling, stap), pas]

    return aan_de_beurt(handeling, STRAKS_TEN_HOOGSTE, straks)


def _staat_elders(handeling: Handeling, stap: Zaakstap) -> bool:
    return handeling.vrager.kant is Kant.ORGANISATIE and stap in _ELDERS


def _van_mij(handeling: Handeling, stap: Zaakstap) -> list[ColumnElement[bool]]:
    """Uren schrijft alleen wie aan de zaak gekoppeld is."""
    if stap is not Zaakstap.UREN:
        return []
    return [Zaak.id.in_(select(Koppeling.zaak_id).where(Koppeling.coach_id == handeling.vrager.lidmaatschap_id))]


def zonder_koppeling(handeling: Handeling, zaak: Zaak) -> tuple[bool, bool]:
    """Mist een lopende periode van deze zaak een coach, of wie zijn uren accordeert?"""
    if handeling.vrager.kant is not Kant.ORGANISATIE or not handeling.mag(Recht.PERIODES_BEHEREN):
        return False, False
    coach, akkoord = _zonder(handeling, Zaak.tenant_id == zaak.tenant_id, Zaak.id == zaak.id)
    return bool(coach), bool(akkoord)


def _zonder(handeling: Handeling, *zaak: ColumnElement[bool]) -> tuple[tuple[Zaakregel, ...], tuple[Zaakregel, ...]]:
    """Zaken die op uren of op akkoord wachten met een lopende periode zonder coach, en met een zonder accordeerder.

    Eén keer zoeken, langs de indexen alleen; pas van wat er gevonden is wordt gekeken welke van de twee het is.
    """
    periode = select(Jobcoachperiode.id).where(
        Jobcoachperiode.tenant_id == Zaak.tenant_id, Jobcoachperiode.zaak_id == Zaak.id, _ONGEZIEN
    )
    wacht_op = Zaak.beurt_stap.in_([Zaakstap.UREN, Zaakstap.ACCORDEREN])
    sleutels = (
        select(Zaak.tenant_id, Zaak.id)
        .where(Zaak.status == Zaakstatus.LOPEND, wacht_op, periode.exists(), *zaak)
        .order_by(Zaak.uiterlijk, Zaak.id)
        .limit(2 * TEN_HOOGSTE)
        .subquery()
    )
    deze = (Zaak.tenant_id == sleutels.c.tenant_id) & (Zaak.id == sleutels.c.id)
    kort = select(*KOLOMMEN).join(sleutels, deze).subquery()
    regels = met_namen(handeling, kort, kort.c.uiterlijk, kort.c.id)
    zonder_coach, zonder_akkoord = _gemis(handeling, [een.id for een in regels])
    return (
        tuple(een for een in regels if een.id in zonder_coach),
        tuple(een for een in regels if een.id in zonder_akkoord),
    )


def _gemis(handeling: Handeling, zaken: Sequence[UUID]) -> tuple[set[UUID], set[UUID]]:
    """Van welke van deze zaken mist een periode een coach, en van welke alleen een accordeerder?"""
    gevraagd = select(Jobcoachperiode.zaak_id, GEKOPPELD).where(Jobcoachperiode.zaak_id.in_(zaken), _ONGEZIEN)
    gemis: tuple[set[UUID], set[UUID]] = set(), set()
    for zaak_id, gekoppeld in handeling.sessie.execute(gevraagd):
        gemis[bool(gekoppeld)].add(zaak_id)
    return gemis


def _verslagen(handeling: Handeling) -> tuple[tuple[Verslagregel, ...], tuple[Verslagregel, ...]]:
    """De verslagen die te laat zijn of er binnen een paar weken moeten zijn, en de eerste die later komen."""
    regels = te_schrijven(handeling).regels
    dringend = [een for een in regels if een.urgentie in {Urgentie.TE_LAAT, Urgentie.BINNENKORT}]
    later = [een for een in regels if een.urgentie is Urgentie.LATER]
    return tuple(dringend[:VERSLAGEN_TEN_HOOGSTE]), tuple(later[:STRAKS_TEN_HOOGSTE])


def _facturen(handeling: Handeling) -> tuple[lijsten.Declaratieregel, ...]:
    """De declaraties die op hun factuur wachten, ook als een andere stap van hun zaak eerder aan de beurt is."""
    return tuple(lijsten.declaraties(handeling, "", lijsten.TE_FACTUREREN)[:FACTUREN_TEN_HOOGSTE])


def _einddeclaraties(handeling: Handeling) -> tuple[lijsten.TeDeclareren, ...]:
    """Waar declareren zelf aan de beurt is staat de zaak al op de lijst."""
    elders = or_(Zaak.beurt_stap.is_(None), Zaak.beurt_stap != Zaakstap.DECLARATIE)
    lopend = Zaak.status == Zaakstatus.LOPEND
    return tuple(lijsten.zonder_einddeclaratie(handeling, lopend, elders)[:FACTUREN_TEN_HOOGSTE])


def _te_beoordelen(handeling: Handeling) -> int:
    """Hoeveel ingediende declaraties wachten op een oordeel?"""
    wachtend = select(func.count(Declaratie.id)).where(lijsten.te_beoordelen(handeling))
    return handeling.sessie.scalar(wachtend) or 0
