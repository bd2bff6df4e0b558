"""Wie is het aanspreekpunt van een cliënt? De organisatie legt het vast; beide kanten zien het."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from dakpan.begrippen.periode import Periode
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import InvoerFout, Veldfout
from dakpan.opslag.fouten import Gewijzigd, NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval, noem
from dakpan.partijen.collegas import haal_collega
from dakpan.partijen.rechten import Recht
from dakpan.plan.overdracht import Aanspreeksoort, Beurt, Naad, naden
from dakpan.plan.tables import Aanspreekpunt


@dataclass(frozen=True, slots=True)
class Rolverdeling:
    """De beurten in één rol op volgorde, met waar de overdracht niet sluit."""

    soort: Aanspreeksoort
    beurten: tuple[Aanspreekpunt, ...]
    naden: tuple[Naad, ...]


def rolverdeling(handeling: Handeling, zaak: Zaak) -> tuple[Rolverdeling, ...]:
    """Voor elke rol wie er wanneer is; in één vraag aan de database."""
    alle = _van_zaak(handeling, zaak)
    periode = Periode(zaak.begin, zaak.eind) if zaak.begin is not None and zaak.eind is not None else None
    return tuple(_rol(soort, [een for een in alle if een.soort is soort], periode) for soort in Aanspreeksoort)


def _van_zaak(handeling: Handeling, zaak: Zaak) -> Sequence[Aanspreekpunt]:
    gekozen = select(Aanspreekpunt).where(Aanspreekpunt.tenant_id == zaak.tenant_id, Aanspreekpunt.zaak_id == zaak.id)
    return handeling.sessie.scalars(gekozen.order_by(Aanspreekpunt.van, Aanspreekpunt.id)).all()


def _rol(soort: Aanspreeksoort, beurten: Sequence[Aanspreekpunt], periode: Periode | None) -> Rolverdeling:
    rij = [Beurt(een.naam, een.van, een.tot_en_met) for een in beurten]
    return Rolverdeling(soort, tuple(beurten), tuple(naden(rij, periode)) if periode is not None else ())


@gebruiksgeval("Aanspreekpunt gekozen")
def wijs_aan(
    handeling: Handeling, zaak: Zaak, soort: Aanspreeksoort, lid_id: UUID, *, van: date, tot_en_met: date | None = None
) -> Aanspreekpunt:
    """Iemand van de organisatie is er voor deze cliënt, in deze rol en deze dagen; overlappen mag en is goed."""
    _mag(handeling)
    fouten = list(_dagfouten(van, tot_en_met))
    try:
        collega = haal_collega(handeling, lid_id)
    except NietGevonden:
        fouten.append(Veldfout("wie", "deze medewerker werkt niet bij uw organisatie; kies er een uit de lijst"))
        raise InvoerFout(*fouten) from None
    if not collega.actief:
        fouten.append(Veldfout("wie", "deze medewerker is niet actief; kies een ander"))
    if fouten:
        raise InvoerFout(*fouten)
    rij = Aanspreekpunt(
        tenant_id=zaak.tenant_id,
        organisatie_id=zaak.organisatie_id,
        kant=zaak.kant,
        zaak_id=zaak.id,
        soort=soort,
        medewerker_id=collega.id,
        naam=collega.naam,
        van=van,
        tot_en_met=tot_en_met,
    )
    handeling.sessie.add(rij)
    noem(handeling, collega.naam)
    return rij


@gebruiksgeval("Aanspreekpunt gewijzigd")
def wijzig_dagen(
    handeling: Handeling, zaak: Zaak, punt_id: UUID, *, van: date, tot_en_met: date | None, versie: int | None
) -> Aanspreekpunt:
    """Andere dagen voor dezelfde persoon: zo ontstaat een overdracht met overlap."""
    _mag(handeling)
    rij = haal_aanspreekpunt(handeling, zaak, punt_id)
    if versie is not None and rij.versie != versie:
        raise Gewijzigd
    fouten = list(_dagfouten(van, tot_en_met))
    if fouten:
        raise InvoerFout(*fouten)
    rij.van, rij.tot_en_met = van, tot_en_met
    noem(handeling, rij.naam)
    return rij


@gebruiksgeval("Aanspreekpunt weggehaald")
def haal_weg(handeling: Handeling, zaak: Zaak, punt_id: UUID) -> None:
    """Een regel die er nooit had moeten staan; wat er stond blijft in de geschiedenis."""
    _mag(handeling)
    rij = haal_aanspreekpunt(handeling, zaak, punt_id)
    noem(handeling, rij.naam)
    handeling.sessie.delete(rij)


def te_delen(handeling: Handeling, zaak: Zaak) -> Sequence[Aanspreekpunt]:
    """Wat er bij het indienen met de financier meegaat."""
    return _van_zaak(handeling, zaak)


def haal_aanspreekpunt(handeling: Handeling, zaak: Zaak, punt_id: UUID) -> Aanspreekpunt:
    """Deze regel, als zij bij deze zaak hoort."""
    rij = handeling.sessie.get(Aanspreekpunt, (zaak.tenant_id, punt_id))
    if rij is None or rij.zaak_id != zaak.id:
        raise NietGevonden
    return rij


def _mag(handeling: Handeling) -> None:
    if handeling.vrager.organisatie_id is None:
        raise KanNiet("De jobcoachorganisatie kiest zelf wie het aanspreekpunt van de cliënt is.")
    handeling.vereis(Recht.PERIODES_BEHEREN)


def _dagfouten(van: date, tot_en_met: date | None) -> list[Veldfout]:
    if tot_en_met is not None and tot_en_met < van:
        return [Veldfout("tot_en_met", "deze dag ligt voor de eerste dag; kies een latere")]
    return []
