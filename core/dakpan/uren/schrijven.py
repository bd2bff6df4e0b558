"""Een activiteit schrijven, wijzigen of verwijderen, voor één cliënt of een groep."""

import zlib
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select

from dakpan.begrippen.duur import Duur
from dakpan.begrippen.toestand import KanNiet
from dakpan.invoer.fouten import fout_bij
from dakpan.opslag.basis import id_van_formulier, nieuw_id
from dakpan.opslag.fouten import Gewijzigd, NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.veel import voeg_toe
from dakpan.opslag.vrager import Kant
from dakpan.uren.nakijken import Werk, kijk_na
from dakpan.uren.pen import Dagdeel, Pen, neem_pen
from dakpan.uren.perioden import SCHRIJFBAAR, VOORBIJ, Klant, MijnPeriode, mijn_lidmaatschap, mijn_perioden
from dakpan.uren.tables import Activiteit
from dakpan.uren.toestanden import UREN, Urenstatus
from dakpan.uren.verdelen import verdeel
from dakpan.uren.week import Week, weekcode
from dakpan.uren.weken import is_gesloten, vergrendel

Sleutel = tuple[str, UUID]
DEELS_AKKOORD = "Een deel van deze groep is al geaccordeerd. Laat de accordeerder dat akkoord eerst intrekken."
DEELS_GEDECLAREERD = (
    "Een deel van deze groep is al gedeclareerd; de groep blijft zoals zij is. Klopt er iets niet, vraag dan wie "
    "declareert om die declaratie terug te vragen of een correctie voor te stellen."
)


@dataclass(frozen=True, slots=True)
class Geschreven:
    """Welke activiteiten er staan. ``overlapt``: eigen activiteiten op hetzelfde moment; dat mag, maar het valt op."""

    sleutels: tuple[Sleutel, ...]
    overlapt: tuple[Dagdeel, ...]


@gebruiksgeval("uren geschreven")
def schrijf(handeling: Handeling, werk: Werk, pen: Pen | None = None, eenmalig: UUID | None = None) -> Geschreven:
    """Legt vast wat de coach deed; een groep wordt verdeeld volgens de regels van de financier.

    ``pen``: voor wie haar in deze transactie al nam. ``eenmalig``: de sleutel van het formulier; wie hetzelfde nog
    eens verzendt krijgt wat er al staat.
    """
    mij = mijn_lidmaatschap(handeling)
    if pen is None or pen.dag != werk.datum:
        pen = neem_pen(handeling, werk.datum, werk.klanten)
    id_ = id_van_formulier(eenmalig, werk) if eenmalig is not None else nieuw_id()
    rijen = list(nieuwe_rijen(handeling, mij, werk, _kijk_alles_na(handeling, werk, [], pen), id_))
    al = {een.id for een in pen.die_dag if id_ in {een.id, een.groep_id}}  # de dag is al gelezen: geen opdracht meer
    if not al:
        voeg_toe(handeling.sessie, Activiteit, rijen)
    sleutels = tuple((rij["tenant_id"], rij["id"]) for rij in rijen)
    return Geschreven(sleutels, _overlap(werk, pen.die_dag, al))


@gebruiksgeval("uren gewijzigd")
def wijzig(handeling: Handeling, tenant_id: str, activiteit_id: UUID, versie: int | None, werk: Werk) -> Geschreven:
    """Wijzigt een activiteit, of de hele groep waar zij bij hoort, binnen dezelfde week."""
    mij = mijn_lidmaatschap(handeling)
    pen = neem_pen(handeling, werk.datum)  # ook voor wie er nu nog in de groep zit
    was = _om_te_wijzigen(handeling, pen.perioden, tenant_id, activiteit_id, versie)
    rijen = _zet_rijen(handeling, mij, werk, _kijk_alles_na(handeling, werk, was, pen), was)
    handeling.sessie.flush()
    overlapt = _overlap(werk, pen.die_dag, {rij.id for rij in was})
    return Geschreven(tuple((rij.tenant_id, rij.id) for rij in rijen), overlapt)


@gebruiksgeval("uren verwijderd")
def verwijder(handeling: Handeling, tenant_id: str, activiteit_id: UUID, versie: int | None) -> None:
    """Haalt een activiteit, of de hele groep, weg uit een open week. De geschiedenis blijft."""
    vergrendel(handeling, mijn_lidmaatschap(handeling))
    for rij in _om_te_wijzigen(handeling, mijn_perioden(handeling), tenant_id, activiteit_id, versie):
        handeling.sessie.delete(rij)


def mijn_activiteit(handeling: Handeling, tenant_id: str, activiteit_id: UUID) -> tuple[Activiteit, ...]:
    """De activiteit met de rest van haar groep. ``NietGevonden``: bestaat niet, of is niet van de vrager."""
    sessie = handeling.sessie
    rij = sessie.get(Activiteit, (tenant_id, activiteit_id), populate_existing=True)
    if rij is None:  # eerst of zij bestaat, dan pas het recht: een vreemd id is overal even onbekend
        raise NietGevonden
    mij = mijn_lidmaatschap(handeling)
    if rij.medewerker_id != mij:
        raise NietGevonden
    if rij.groep_id is None:
        return (rij,)
    groep = select(Activiteit).where(Activiteit.medewerker_id == mij, Activiteit.groep_id == rij.groep_id)
    return tuple(sessie.scalars(groep.order_by(Activiteit.id).execution_options(populate_existing=True)))


def groepsversie(rijen: Sequence[Activiteit]) -> int:
    """Eén getal dat verandert zodra iets aan de groep verandert, ook als er iemand bij komt of af gaat."""
    tekst = ";".join(sorted(f"{rij.tenant_id}:{rij.id}:{rij.versie}" for rij in rijen))
    return zlib.crc32(tekst.encode()) % 1_000_000_000


def _om_te_wijzigen(
    handeling: Handeling,
    perioden: Sequence[MijnPeriode],
    tenant_id: str,
    activiteit_id: UUID,
    versie: int | None,
) -> tuple[Activiteit, ...]:
    rijen = mijn_activiteit(handeling, tenant_id, activiteit_id)
    if versie is not None and versie != groepsversie(rijen):
        raise Gewijzigd
    if len(standen := {rij.status for rij in rijen}) > 1:
        raise KanNiet(DEELS_GEDECLAREERD if Urenstatus.GEDECLAREERD in standen else DEELS_AKKOORD)
    UREN.na(rijen[0].status, "wijzig")
    if is_gesloten(handeling, rijen[0].medewerker_id, Week.van(rijen[0].datum)):
        raise KanNiet(UREN.overgangen["wijzig"].eerst)
    klanten = {(rij.tenant_id, rij.periode_id) for rij in rijen}
    if any(een.klant in klanten and een.status not in SCHRIJFBAAR for een in perioden):
        raise KanNiet(VOORBIJ)
    return rijen


def _kijk_alles_na(handeling: Handeling, werk: Werk, was: Sequence[Activiteit], pen: Pen) -> list[MijnPeriode]:
    """Voor welke periodes dit is; of elke fout die er is."""
    perioden = _gekozen(werk, pen.perioden)
    binnen = Week.van(was[0].datum) if was else None
    kijk_na(handeling, werk, perioden, gesloten=pen.gesloten, binnen=binnen, stond_zo=_stond_zo(werk, was))
    for een in perioden:
        if een.weigering is not None:  # de werkwijze van elke zaak bepaalt wanneer er geschreven mag worden
            raise een.weigering
    return perioden


def _stond_zo(werk: Werk, was: Sequence[Activiteit]) -> set[Klant]:
    """Bij wie dit doel er al zonder reden stond, van voor er een plan was of van voor de reden werd gevraagd."""
    zonder = (rij for rij in was if rij.doel == werk.keuze.doel.value and not rij.planreden)
    return {(rij.tenant_id, rij.periode_id) for rij in zonder}


def _gekozen(werk: Werk, mijn: Sequence[MijnPeriode]) -> list[MijnPeriode]:
    if not werk.klanten:
        raise fout_bij("klanten", "kies ten minste één cliënt")
    if len(set(werk.klanten)) != len(werk.klanten):
        raise fout_bij("klanten", "een cliënt staat er twee keer in; kies hem één keer")
    perioden = {een.klant: een for een in mijn}
    if not set(werk.klanten) <= set(perioden):
        raise NietGevonden
    return [perioden[klant] for klant in werk.klanten]


def _zet_rijen(
    handeling: Handeling, mij: UUID, werk: Werk, perioden: Sequence[MijnPeriode], was: Sequence[Activiteit]
) -> tuple[Activiteit, ...]:
    """Wie al in de groep zat houdt zijn rij; wie erbij komt krijgt er een, wie eraf gaat verliest haar."""
    over: dict[Klant, Activiteit] = {(rij.tenant_id, rij.periode_id): rij for rij in was}
    groep_id = next((rij.groep_id for rij in was if rij.groep_id), None) or nieuw_id()
    rijen = []
    for een, deel in zip(perioden, verdeel(handeling, werk.duur, perioden, werk.datum), strict=True):
        rij = over.pop(een.klant, None) or Activiteit(**_van_wie(handeling, mij, een))
        for naam, waarde in _wat(werk, een, deel, groep_id if len(perioden) > 1 else None).items():
            setattr(rij, naam, waarde)
        rijen.append(rij)
    handeling.sessie.add_all(rijen)
    for rij in over.values():
        handeling.sessie.delete(rij)
    return tuple(rijen)


def nieuwe_rijen(
    handeling: Handeling, mij: UUID, werk: Werk, perioden: Sequence[MijnPeriode], id_: UUID | None = None
) -> Iterator[dict[str, Any]]:
    """De velden van elke rij van werk dat er nog niet is; een groep wordt verdeeld. ``id_``: van haar of haar groep."""
    alleen, id_ = len(perioden) == 1, id_ or nieuw_id()
    groep_id = None if alleen else id_
    delen = verdeel(handeling, werk.duur, perioden, werk.datum)
    for nummer, (een, deel) in enumerate(zip(perioden, delen, strict=True), start=1):
        eigen_id = (
            id_ if alleen else UUID(int=id_.int + nummer)
        )  # op volgorde, en hetzelfde als iemand nog eens verzendt
        yield {"id": eigen_id, **_van_wie(handeling, mij, een), **_wat(werk, een, deel, groep_id)}


def _van_wie(handeling: Handeling, mij: UUID, een: MijnPeriode) -> dict[str, Any]:
    return {
        "tenant_id": een.tenant_id,
        "organisatie_id": handeling.vrager.organisatie_id,
        "kant": Kant.ORGANISATIE,
        "zaak_id": een.zaak_id,
        "periode_id": een.periode_id,
        "medewerker_id": mij,
    }


def _wat(werk: Werk, een: MijnPeriode, deel: Duur, groep_id: UUID | None) -> dict[str, Any]:
    return {
        "datum": werk.datum,
        "begin": werk.beginminuut,
        "weeknummer": weekcode(werk.datum),
        "duur": deel,
        "groep_id": groep_id,
        "doel": werk.keuze.doel.value,
        "soort": werk.keuze.soort,
        "locatie": werk.locatie,
        "beoogd": werk.beoogd,
        "bereikt": werk.bereikt,
        "terug_reden": "",
        # De reden gaat over het plan van deze cliënt; bij wie het doel wel heeft valt niets uit te leggen.
        "planreden": "" if werk.keuze.doel.value in een.plandoelen else werk.planreden,
    }


def _overlap(werk: Werk, die_dag: Sequence[Dagdeel], eigen: Collection[UUID]) -> tuple[Dagdeel, ...]:
    """Wat de coach op dit moment ook al schreef. Een groep duurt zo lang als al haar delen samen."""
    blokken: dict[UUID, list[Dagdeel]] = {}
    for rij in die_dag:
        if rij.id not in eigen:
            blokken.setdefault(rij.groep_id or rij.id, []).append(rij)
    eind = werk.beginminuut + werk.duur.minuten
    return tuple(
        blok[0]
        for blok in blokken.values()
        if blok[0].begin < eind and werk.beginminuut < blok[0].begin + sum(rij.duur.minuten for rij in blok)
    )
