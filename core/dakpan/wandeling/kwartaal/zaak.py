"""Wat moet er bij één zaak klaarstaan? De verslagen en betalingen die ontbreken, of waarom die er niet komen."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import joinedload, load_only

from dakpan.aanvraag.domain.dossier import Dossier
from dakpan.aanvraag.tables import Aanleiding, Besluit
from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.betalen.klaarzetten import leg_klaar
from dakpan.betaling.betalen.opdrachten import termijnen_van
from dakpan.betaling.kwartaal.tables import Gedaan
from dakpan.betaling.toekenning import GEEN_BESLUIT, GEEN_PERIODE, besluiten_van, dossier_van, perioden_van
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.lijst import een_van
from dakpan.plan.tables import Jobcoachperiode
from dakpan.rapportage.plannen import plan
from dakpan.wandeling.kwartaal.blik import Blik, Lopend

GEEN_VERSLAGEN = "De regels noemen voor deze periode geen verslag, of het ritme is niet in bron."
GEEN_TERMIJNEN = "Hoe het bedrag over betalingen gaat is niet in bron. Zet de betaling met de hand klaar."
NA_WIJZIGING = "Na een later besluit is niet in bron hoe het over de termijnen gaat. Zet de betaling met de hand klaar."
NIETS_TOEGEKEND = "Het besluit dat nu geldt kent niets toe."

_VAN_ZAAK = (Zaak.organisatie_id, Zaak.kant, Zaak.nummer)

Velden = dict[str, Any]


class Uitkomst(NamedTuple):
    """Eén regel van het verslag van de ronde."""

    gedaan: Gedaan
    aantal: int = 0
    waarom: str = ""


@dataclass(slots=True)
class Zaakwerk:
    """Wat er bij één zaak bij komt, nog niet opgeslagen. ``betalingen`` hebben nog geen nummer."""

    zaak: Zaak
    verslagen: list[Velden] = field(default_factory=list)
    betalingen: list[Velden] = field(default_factory=list)
    uitkomsten: list[Uitkomst] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Lezing:
    """De zaken van een portie met wat nodig is om er iets bij klaar te zetten, in een vast aantal vragen gelezen."""

    zaken: Mapping[UUID, Zaak]
    besluiten: Mapping[UUID, Besluit]
    perioden: Mapping[UUID, Jobcoachperiode]


def lees(handeling: Handeling, blik: Blik, te_doen: Sequence[Lopend]) -> Lezing:
    """Wat is er bij deze zaken nodig? Een besluit waar iets ontbreekt, een rekening alleen waar wordt betaald."""
    verslagen = [een.zaak_id for een in te_doen if blik.mist_verslagen(een)]
    betalingen = [een.zaak_id for een in te_doen if blik.mist_betalingen(een)]
    zaken = select(Zaak).where(Zaak.tenant_id == handeling.vrager.tenant_id).options(load_only(*_VAN_ZAAK))
    met_rekening = zaken.options(load_only(Zaak.stappen), joinedload(Zaak.werkgever), joinedload(Zaak.organisatie))
    rest = {een.zaak_id for een in te_doen}.difference(betalingen)
    gelezen = [
        *handeling.sessie.scalars(met_rekening.where(een_van(Zaak.id, betalingen))),
        *handeling.sessie.scalars(zaken.where(een_van(Zaak.id, rest))),
    ]
    besluiten = besluiten_van(handeling, [*verslagen, *betalingen])
    return Lezing({een.id: een for een in gelezen}, besluiten, perioden_van(handeling, verslagen))


def bepaal(handeling: Handeling, blik: Blik, lezing: Lezing, een: Lopend) -> Zaakwerk:
    """Wat er bij deze zaak ontbreekt. Een tweede keer ontbreekt er niets."""
    werk = Zaakwerk(lezing.zaken[een.zaak_id])
    werk.uitkomsten.extend(_klaar(handeling, blik, lezing, een, werk))
    return werk


def _klaar(handeling: Handeling, blik: Blik, lezing: Lezing, een: Lopend, werk: Zaakwerk) -> Iterator[Uitkomst]:
    verslagen, betalingen = blik.mist_verslagen(een), blik.mist_betalingen(een)
    if not (verslagen or betalingen):
        return
    besluit = lezing.besluiten.get(een.zaak_id)
    if besluit is None or not besluit.soort.kent_toe:
        yield Uitkomst(Gedaan.OVERGESLAGEN, waarom=GEEN_BESLUIT if besluit is None else NIETS_TOEGEKEND)
        return
    dossier = dossier_van(besluit)
    if verslagen:
        yield _verslagen(handeling, werk, dossier, lezing.perioden.get(een.zaak_id))
    if betalingen:
        yield _betalingen(handeling, werk, besluit, dossier)


def _verslagen(handeling: Handeling, werk: Zaakwerk, dossier: Dossier, periode: Jobcoachperiode | None) -> Uitkomst:
    if periode is None:
        return Uitkomst(Gedaan.OVERGESLAGEN, waarom=GEEN_PERIODE)
    werk.verslagen = plan(handeling, werk.zaak, dossier, periode)
    if not werk.verslagen:
        return Uitkomst(Gedaan.OVERGESLAGEN, waarom=GEEN_VERSLAGEN)
    return Uitkomst(Gedaan.VERSLAGEN, len(werk.verslagen))


def _betalingen(handeling: Handeling, werk: Zaakwerk, besluit: Besluit, dossier: Dossier) -> Uitkomst:
    """Met dezelfde berekening als bij het besluit, en haar stappen erbij."""
    if besluit.aanleiding is not Aanleiding.AANVRAAG:
        return Uitkomst(Gedaan.OVERGESLAGEN, waarom=NA_WIJZIGING)
    try:
        aan, klaar = termijnen_van(handeling, werk.zaak, besluit, dossier)
        werk.betalingen = leg_klaar(handeling, werk.zaak, aan, klaar)
    except KanNiet as fout:
        return Uitkomst(Gedaan.OVERGESLAGEN, waarom=str(fout))
    if not werk.betalingen:
        return Uitkomst(Gedaan.OVERGESLAGEN, waarom=GEEN_TERMIJNEN)
    return Uitkomst(Gedaan.BETALINGEN, len(werk.betalingen))
