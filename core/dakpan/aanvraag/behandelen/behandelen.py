"""De zaak opnemen, loslaten en doorgeven aan een andere rol, met een reden en terug te vinden."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from dakpan.aanvraag.behandelen.behandelaars import (
    behandeling_van,
    bij_wie,
    collegas,
    eerste_tafel,
    is_terug,
    tafel_van_stap,
    tafels_van,
    werkt_hier,
)
from dakpan.aanvraag.beoordeeltabellen import Behandeling, Overdracht
from dakpan.aanvraag.domain.tafels import BEHANDELING, OPEN, Tafel, Zet
from dakpan.aanvraag.domain.toestanden import Aanvraagstatus
from dakpan.aanvraag.inhoud import dossier_van, haal_aanvraag
from dakpan.aanvraag.uiterlijk import zet_uiterlijk
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.berichten import Aanleiding, stuur
from dakpan.dossier.berichtsoorten import Berichtsoort
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import doe_over, voortgang
from dakpan.invoer.fouten import fout_bij
from dakpan.opslag.basis import nieuw_id
from dakpan.opslag.fouten import Gewijzigd
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht

LANGSTE_REDEN = 2_000


@gebruiksgeval("Zaak opgenomen")
def neem_op(handeling: Handeling, zaak: Zaak) -> Behandeling:
    """De zaak ligt nu op het bureau van de vrager; ligt zij bij een ander die hier werkt, dan gaat dat niet vanzelf."""
    behandeling = _open(handeling, zaak)
    wie_id, wie = bij_wie(behandeling, handeling.vandaag)
    van_ander = wie_id is not None and wie_id != handeling.vrager.lidmaatschap_id
    if wie_id is not None and van_ander and werkt_hier(handeling, wie_id):
        raise KanNiet(f"Deze zaak ligt bij {wie}. Vraag die collega om haar aan u over te dragen.")
    if behandeling.tafel not in eigen_tafels(handeling):
        raise KanNiet(f"Deze zaak wacht op een {behandeling.tafel}; opnemen kan alleen wie die rol heeft.")
    zet(handeling, behandeling, Zet.OPGENOMEN, naar=(handeling.vrager.lidmaatschap_id, handeling.vrager.naam))
    return behandeling


def pak(handeling: Handeling, zaak: Zaak) -> None:
    """Wie iets met een zaak van niemand doet neemt haar daarmee op."""
    behandeling = behandeling_van(handeling, zaak)
    if behandeling is None or (behandeling.behandelaar_id is None and behandeling.tafel in eigen_tafels(handeling)):
        behandeling = _open(handeling, zaak)
        if behandeling.tafel in eigen_tafels(handeling):
            zet(handeling, behandeling, Zet.OPGENOMEN, naar=(handeling.vrager.lidmaatschap_id, handeling.vrager.naam))


@gebruiksgeval("Zaak losgelaten")
def laat_los(handeling: Handeling, zaak: Zaak, *, versie: int | None = None) -> Behandeling:
    """De zaak ligt weer bij wie haar wil opnemen."""
    behandeling = _eigen(handeling, zaak, versie)
    zet(handeling, behandeling, Zet.LOSGELATEN, naar=(None, None))
    return behandeling


@gebruiksgeval("Zaak doorgegeven")
def geef_door(handeling: Handeling, zaak: Zaak, tafel: Tafel, reden: str, *, versie: int | None = None) -> Behandeling:
    """Naar een andere rol, of terug. Gaat zij terug naar wie beoordeelt, dan is die weer aan de beurt."""
    behandeling = _eigen(handeling, zaak, versie)
    naar_tafel = BEHANDELING.na(behandeling.tafel, f"naar_{tafel.value}")
    _vereis_reden(reden)
    if naar_tafel not in mogelijke_tafels(handeling):
        raise fout_bij("tafel", f"bij deze financier werkt geen {naar_tafel}; kies een andere rol")
    vorige = _vorige_aan(handeling, zaak, naar_tafel)
    gezet = zet(handeling, behandeling, Zet.DOORGEGEVEN, naar=vorige, tafel=naar_tafel, reden=reden.strip())
    meld_gekregen(handeling, zaak, gezet)
    _beoordeel_opnieuw(handeling, zaak, naar_tafel)
    return behandeling


def na_advies(handeling: Handeling, zaak: Zaak) -> None:
    """Met het advies ligt de zaak bij wie beslist; wie dat eerder in deze zaak deed krijgt haar terug."""
    behandeling = behandeling_van(handeling, zaak)
    tafel = tafel_van_stap(handeling, zaak, Zaakstap.BESLUIT)
    if behandeling is not None and behandeling.tafel not in {tafel, Tafel.KLAAR}:
        gezet = zet(handeling, behandeling, Zet.NA_ADVIES, naar=_vorige_aan(handeling, zaak, tafel), tafel=tafel)
        meld_gekregen(handeling, zaak, gezet)


def na_besluit(handeling: Handeling, zaak: Zaak) -> None:
    """Er is besloten: de zaak ligt op geen bureau meer."""
    behandeling = _open(handeling, zaak)
    wie = bij_wie(behandeling, handeling.vandaag)
    zet(handeling, behandeling, Zet.BESLOTEN, naar=wie, tafel=BEHANDELING.na(behandeling.tafel, "besluit"))


def overdrachten_van(handeling: Handeling, zaak: Zaak, *, ten_hoogste: int | None = 200) -> Sequence[Overdracht]:
    """Elke zet in deze zaak, de laatste eerst."""
    vraag = select(Overdracht).where(Overdracht.tenant_id == zaak.tenant_id, Overdracht.zaak_id == zaak.id)
    return handeling.sessie.scalars(vraag.order_by(Overdracht.id.desc()).limit(ten_hoogste)).all()


def eigen_tafels(handeling: Handeling) -> frozenset[Tafel]:
    """Aan welke tafels zit de vrager? Is zijn rol niet bekend, dan aan elke."""
    rollen = handeling.vrager.rollen
    return tafels_van(rollen) if rollen else frozenset(OPEN)


def mogelijke_tafels(handeling: Handeling) -> frozenset[Tafel]:
    """Welke rollen zijn er bij deze financier?"""
    return frozenset(tafel for een in collegas(handeling) for tafel in een.tafels)


def _open(handeling: Handeling, zaak: Zaak) -> Behandeling:
    """De behandeling, zo nodig een nieuwe; alleen zolang er te beoordelen of te beslissen valt."""
    handeling.vereis(Recht.BEOORDELEN, Recht.BESLISSEN)
    if haal_aanvraag(handeling, zaak).status not in {Aanvraagstatus.INGEDIEND, Aanvraagstatus.BESLOTEN}:
        raise KanNiet("De aanvraag is nog niet ingediend; er valt nog niets te behandelen.")
    behandeling = behandeling_van(handeling, zaak)
    if behandeling is None:
        behandeling = Behandeling(
            tenant_id=zaak.tenant_id,
            organisatie_id=zaak.organisatie_id,
            kant=Kant.FINANCIER,
            zaak_id=zaak.id,
            tafel=eerste_tafel(handeling, zaak),
        )
        handeling.sessie.add(behandeling)
    if behandeling.tafel is Tafel.KLAAR:
        raise KanNiet("Er is al besloten; de zaak ligt op geen bureau meer.")
    return behandeling


def _eigen(handeling: Handeling, zaak: Zaak, versie: int | None) -> Behandeling:
    """De behandeling van wie haar op zijn bureau heeft, of van niemand aan een tafel van de vrager."""
    behandeling = _open(handeling, zaak)
    if versie is not None and versie != behandeling.versie:
        raise Gewijzigd
    wie_id, wie = bij_wie(behandeling, handeling.vandaag)
    if wie_id is not None and wie_id != handeling.vrager.lidmaatschap_id:
        raise KanNiet(f"Deze zaak ligt bij {wie}; alleen wie haar behandelt geeft haar door.")
    if wie_id is None and behandeling.tafel not in eigen_tafels(handeling):
        raise KanNiet(f"Deze zaak wacht op een {behandeling.tafel}; wie die rol heeft geeft haar door.")
    return behandeling


def _vereis_reden(reden: str) -> None:
    if not reden.strip():
        raise fout_bij("reden", "schrijf waarom; wie de zaak krijgt leest dit")
    if len(reden) > LANGSTE_REDEN:
        raise fout_bij("reden", f"deze reden telt {len(reden)} tekens; ten hoogste {LANGSTE_REDEN}")


def _vorige_aan(handeling: Handeling, zaak: Zaak, tafel: Tafel) -> tuple[UUID | None, str | None]:
    """Wie zat in deze zaak het laatst aan deze tafel, en werkt hier nog?"""
    hier = {een.id for een in collegas(handeling) if tafel in een.tafels}
    for een in overdrachten_van(handeling, zaak):
        if een.naar_tafel is tafel and een.naar_id in hier:
            return een.naar_id, een.naar
    return None, None


def _beoordeel_opnieuw(handeling: Handeling, zaak: Zaak, naar: Tafel) -> None:
    """Lag er al een advies en gaat de zaak terug naar wie dat gaf, dan is de beoordeling weer te doen."""
    nu = voortgang(handeling, zaak)
    if Zaakstap.BEOORDELING in nu.klaar and naar is tafel_van_stap(handeling, zaak, Zaakstap.BEOORDELING):
        doe_over(handeling, zaak, {Zaakstap.BEOORDELING})
        zet_uiterlijk(handeling, zaak, dossier_van(handeling, haal_aanvraag(handeling, zaak)))


def zet(
    handeling: Handeling,
    behandeling: Behandeling,
    soort: Zet,
    *,
    naar: tuple[UUID | None, str | None],
    tafel: Tafel | None = None,
    reden: str = "",
    reeks_id: UUID | None = None,
) -> Overdracht:
    """Legt één zet vast en voert haar uit; wie tijdelijk overdroeg en terug is, is eerst weer de behandelaar."""
    van_id, van = bij_wie(behandeling, handeling.vandaag)
    overdracht = Overdracht(
        tenant_id=behandeling.tenant_id,
        organisatie_id=behandeling.organisatie_id,
        kant=Kant.FINANCIER,
        zaak_id=behandeling.zaak_id,
        reeks_id=reeks_id or nieuw_id(),
        zet=soort,
        van_tafel=behandeling.tafel,
        naar_tafel=tafel or behandeling.tafel,
        van_id=van_id,
        van=van,
        naar_id=naar[0],
        naar=naar[1],
        reden=reden,
        vorige=_stand(behandeling),
        op=handeling.nu,
        door=handeling.vrager.naam,
    )
    handeling.sessie.add(overdracht)
    if is_terug(behandeling, handeling.vandaag) or soort is not Zet.OPGENOMEN:
        behandeling.terug_naar_id, behandeling.terug_naar, behandeling.terug_op = None, None, None
    behandeling.tafel, behandeling.laatste_id = overdracht.naar_tafel, overdracht.id
    behandeling.behandelaar_id, behandeling.behandelaar = naar
    return overdracht


def meld_gekregen(handeling: Handeling, zaak: Zaak, overdracht: Overdracht) -> None:
    """Wie de zaak krijgt hoort het, tenzij hij haar zelf pakte."""
    stuur(handeling, Aanleiding.bij(Berichtsoort.ZAAK_GEKREGEN, zaak, overdracht.id), [overdracht.naar_id])


def _stand(behandeling: Behandeling) -> dict[str, str | None]:
    """Genoeg om een zet terug te nemen."""
    velden = ("behandelaar_id", "behandelaar", "terug_naar_id", "terug_naar", "terug_op", "laatste_id")
    waarden = {veld: getattr(behandeling, veld) for veld in velden}
    return {veld: str(waarde) if waarde is not None else None for veld, waarde in waarden.items()}
