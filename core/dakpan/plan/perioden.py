"""De periode waarin wordt gecoacht: voorlopig of toegekend, en wie er coacht en accordeert."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from dakpan.aanvraag.domain.dossier import Dossier
from dakpan.aanvraag.tables import Besluit
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import laat_herleven as laat_stappen_herleven
from dakpan.dossier.zaken import laat_vervallen as laat_stappen_vervallen
from dakpan.dossier.zaken import voortgang
from dakpan.opslag.basis import Zaakgegevens
from dakpan.opslag.fouten import Gewijzigd, NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.partijen.rechten import Recht
from dakpan.partijen.tables import Lidmaatschap
from dakpan.plan.tables import Jobcoachperiode, Koppeling
from dakpan.plan.toestanden import LEVEND, PERIODE, Periodestatus

_LEEFT = frozenset({Periodestatus.VOORLOPIG, Periodestatus.OPEN})
# Wat alleen in een lopende periode kan; daarna staat het niets meer in de weg.
_VAN_DE_PERIODE = (Zaakstap.UREN, Zaakstap.ACCORDEREN)


def perioden_van(handeling: Handeling, zaak: Zaak) -> list[Jobcoachperiode]:
    """De perioden van deze zaak die de vrager ziet, de nieuwste eerst."""
    gekozen = select(Jobcoachperiode).where(
        Jobcoachperiode.tenant_id == zaak.tenant_id, Jobcoachperiode.zaak_id == zaak.id
    )
    return list(handeling.sessie.scalars(gekozen.order_by(Jobcoachperiode.id.desc())))


def koppelingen_van(handeling: Handeling, zaak: Zaak) -> list[Koppeling]:
    gekozen = select(Koppeling).where(Koppeling.tenant_id == zaak.tenant_id, Koppeling.zaak_id == zaak.id)
    return list(handeling.sessie.scalars(gekozen.order_by(Koppeling.id)))


def te_delen(handeling: Handeling, zaak: Zaak) -> Sequence[Zaakgegevens]:
    """Wat er bij het indienen met de financier meegaat."""
    return [*perioden_van(handeling, zaak), *koppelingen_van(handeling, zaak)]


@gebruiksgeval("Voorlopige periode geopend")
def open_voorlopig(handeling: Handeling, zaak: Zaak, dossier: Dossier, coach_id: UUID | None) -> Jobcoachperiode | None:
    """Mag er vóór het besluit al worden geschreven, dan begint de periode voorlopig, met wie de aanvraag maakte."""
    nu = voortgang(handeling, zaak)
    uren = nu.stap(Zaakstap.UREN)
    if uren is None or not nu.is_open(uren) or zaak.organisatie_id is None:
        return None
    periode = _maak(zaak, begin=dossier.aanvraag.begin, eind=dossier.aanvraag.eind, status=Periodestatus.VOORLOPIG)
    handeling.sessie.add(periode)
    if coach_id is not None and _mag_schrijven(handeling, coach_id):
        handeling.sessie.add(_koppeling(zaak, periode, coach_id))
    return periode


def _maak(zaak: Zaak, **velden: object) -> Jobcoachperiode:
    return Jobcoachperiode(
        tenant_id=zaak.tenant_id, organisatie_id=zaak.organisatie_id, kant=zaak.kant, zaak_id=zaak.id, **velden
    )


def _koppeling(zaak: Zaak, periode: Jobcoachperiode, coach_id: UUID) -> Koppeling:
    return Koppeling(
        tenant_id=zaak.tenant_id,
        organisatie_id=zaak.organisatie_id,
        kant=periode.kant,
        zaak_id=zaak.id,
        periode_id=periode.id,
        coach_id=coach_id,
    )


def _mag_schrijven(handeling: Handeling, lid_id: UUID) -> bool:
    lid = handeling.sessie.get(Lidmaatschap, lid_id)
    return lid is not None and lid.actief and Recht.UREN_SCHRIJVEN.value in lid.rechten


@gebruiksgeval("Periode geopend")
def open_periode(handeling: Handeling, zaak: Zaak, besluit: Besluit, coach_id: UUID | None = None) -> Jobcoachperiode:
    """Kent de voorlopige periode toe, of begint er een met wie de aanvraag maakte, met wat er is besloten."""
    voorlopig = next((een for een in perioden_van(handeling, zaak) if PERIODE.kan(een.status, "ken_toe")), None)
    periode = voorlopig or _maak(zaak, begin=besluit.begin, eind=besluit.eind, status=Periodestatus.VOORLOPIG)
    periode.status = PERIODE.na(periode.status, "ken_toe")
    periode.begin, periode.eind = besluit.begin, besluit.eind
    periode.uren, periode.bedrag, periode.tarief = besluit.uren, besluit.bedrag, besluit.tarief
    handeling.sessie.add(periode)
    if voorlopig is None and coach_id is not None and _mag_schrijven(handeling, coach_id):
        handeling.sessie.add(_koppeling(zaak, periode, coach_id))
    return periode


@gebruiksgeval("Periode gewijzigd")
def pas_toekenning_toe(handeling: Handeling, zaak: Zaak, besluit: Besluit) -> Jobcoachperiode:
    """De periode volgt een later besluit: andere uren, een ander bedrag of een ander einde."""
    for periode in perioden_van(handeling, zaak):
        wat = next((een for een in ("wijzig", "herzie") if PERIODE.kan(periode.status, een)), None)
        if wat is not None:
            periode.status = PERIODE.na(periode.status, wat)
            periode.begin, periode.eind = besluit.begin, besluit.eind
            periode.uren, periode.bedrag, periode.tarief = besluit.uren, besluit.bedrag, besluit.tarief
            return periode
    raise KanNiet("Bij deze toekenning hoort geen periode; er valt niets te veranderen.")


@gebruiksgeval("Voorlopige periode vervallen")
def laat_vervallen(handeling: Handeling, zaak: Zaak) -> None:
    """Na een afwijzing of intrekking: wat voorlopig liep houdt op."""
    for periode in perioden_van(handeling, zaak):
        if PERIODE.kan(periode.status, "vervalt"):
            periode.status = PERIODE.na(periode.status, "vervalt")


@gebruiksgeval("Voorlopige periode loopt weer")
def laat_herleven(handeling: Handeling, zaak: Zaak) -> None:
    """Loopt er een bezwaar, dan wordt er doorgewerkt in wat na de afwijzing verviel."""
    for periode in perioden_van(handeling, zaak):
        if PERIODE.kan(periode.status, "herleef"):
            periode.status = PERIODE.na(periode.status, "herleef")


@gebruiksgeval("Periode beëindigd")
def beeindig_periode(handeling: Handeling, zaak: Zaak, periode_id: UUID, versie: int | None = None) -> Jobcoachperiode:
    """Daarna wordt niets meer geschreven of geaccordeerd; de einddeclaratie kan."""
    periode = haal_periode(handeling, zaak, periode_id)
    handeling.vereis(Recht.PERIODES_BEHEREN)
    if versie is not None and periode.versie != versie:
        raise Gewijzigd
    periode.status = PERIODE.na(periode.status, "beeindig")
    if not any(een.status in _LEEFT for een in perioden_van(handeling, zaak)):
        laat_stappen_vervallen(handeling, zaak, _VAN_DE_PERIODE)
    return periode


@gebruiksgeval("Periode heropend")
def heropen_periode(handeling: Handeling, zaak: Zaak, periode_id: UUID) -> Jobcoachperiode:
    """Wat na het einde niet meer kon kan weer. Wie het mag beoordeelt de aanroeper; het recht hangt van de reden af."""
    periode = haal_periode(handeling, zaak, periode_id)
    periode.status = PERIODE.na(periode.status, "heropen")
    laat_stappen_herleven(handeling, zaak, _VAN_DE_PERIODE)
    return periode


def haal_periode(handeling: Handeling, zaak: Zaak, periode_id: UUID) -> Jobcoachperiode:
    """De periode, als zij bij deze zaak hoort."""
    periode = handeling.sessie.get(Jobcoachperiode, (zaak.tenant_id, periode_id))
    if periode is None or periode.zaak_id != zaak.id:
        raise NietGevonden
    return periode


def vereis_levend(periode: Jobcoachperiode) -> None:
    if periode.status not in LEVEND:
        raise KanNiet("Deze periode is beëindigd of vervallen; er kan niemand meer aan worden gekoppeld.")
