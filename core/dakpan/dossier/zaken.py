"""Eén zaak opzoeken, een stap afvinken, een nummer uitgeven: wat elk huis van de straat nodig heeft."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Protocol
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.orm import Session, joinedload, selectinload

from dakpan.aanvraag.domain.dossier import Dossier
from dakpan.aanvraag.domain.stukken import Partij
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier import bevoegd
from dakpan.dossier.domain import Werkstap, Zaakstap
from dakpan.dossier.tables import Mijlpaal, Nummerreeks, Zaak, Zaakstatus
from dakpan.dossier.voortgang import Voortgang, als_json
from dakpan.opslag.basis import Zaakgegevens
from dakpan.opslag.fouten import GeenRecht, InArchief, NietGevonden
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.sporen import Inzage
from dakpan.opslag.vrager import Kant, Vrager
from dakpan.partijen.rechten import Recht
from dakpan.uitleg.contract import bevinding_als_json, stap_als_json


class Zaakstand(Protocol):
    """Wat er van een zaak nodig is om te zeggen of er iets in kan."""

    @property
    def status(self) -> Zaakstatus: ...
    @property
    def gearchiveerd_op(self) -> datetime | None: ...


def haal_zaak(handeling: Handeling, tenant_id: str, zaak_id: UUID) -> Zaak:
    """De zaak met haar mensen en mijlpalen. ``NietGevonden``: bestaat niet, of is niet van de vrager.

    ``InArchief``: van de eigen organisatie, maar opgeborgen waar de vrager niet mag kijken.
    """
    zaak = vind_zaak(handeling, tenant_id, zaak_id)
    vereis_toegang(handeling.vrager, zaak)
    return zaak


def vereis_toegang(vrager: Vrager, zaak: Zaakstand) -> None:
    """``InArchief``: opgeborgen, en de vrager mag daar niet kijken."""
    if gesloten_voor(vrager) and zaak.gearchiveerd_op is not None:
        raise InArchief


def vind_zaak(handeling: Handeling, tenant_id: str, zaak_id: UUID) -> Zaak:
    """Zoals ``haal_zaak``, ook uit het archief: voor een andere zaak die haar nodig heeft, of wie via een link komt."""
    zaak = handeling.sessie.scalar(
        select(Zaak)
        .where(Zaak.tenant_id == tenant_id, Zaak.id == zaak_id)
        .options(
            joinedload(Zaak.persoon),
            joinedload(Zaak.werkgever),
            joinedload(Zaak.organisatie),
            selectinload(Zaak.mijlpalen),
        )
        .execution_options(populate_existing=True)
    )
    if zaak is None:
        raise NietGevonden
    return zaak


def gesloten_voor(vrager: Vrager) -> bool:
    """Mag deze vrager niet in het archief van zijn organisatie kijken? Een financier of een link heeft er geen."""
    return vrager.kant is Kant.ORGANISATIE and not vrager.via_link and Recht.ARCHIEF_INZIEN not in vrager.rechten


def voortgang(handeling: Handeling, zaak: Zaak) -> Voortgang:
    """Waar is deze zaak in haar werkwijze?"""
    klaar = handeling.sessie.scalars(
        select(Mijlpaal.stap).where(Mijlpaal.tenant_id == zaak.tenant_id, Mijlpaal.zaak_id == zaak.id)
    )
    return Voortgang.uit(zaak.stappen, klaar)


# Staat in de sessie zodra een blik is vastgelegd: één pagina, één regel.
INGEZIEN = "dakpan_ingezien"
_VOORBIJ: Mapping[Zaakstatus, str] = {
    Zaakstatus.AFGEWEZEN: "Deze zaak is afgewezen; er is geen stap meer te zetten.",
    Zaakstatus.INGETROKKEN: "Deze zaak is ingetrokken; er is geen stap meer te zetten.",
    Zaakstatus.NIET_BEHANDELD: "Deze aanvraag is niet in behandeling genomen; er is geen stap meer te zetten.",
}


def open_stap(handeling: Handeling, zaak: Zaak, stap: Zaakstap) -> Voortgang:
    """De voortgang, als deze stap nu kan en aan de vrager is; anders zegt de fout wat er eerst moet."""
    nu = voortgang(handeling, zaak)
    vereis_stap(handeling, zaak, nu, stap)
    return nu


def vereis_stap(handeling: Handeling, zaak: Zaakstand, nu: Voortgang, stap: Zaakstap) -> None:
    """Zoals ``open_stap``, voor wie de voortgang al las."""
    if zaak.status in _VOORBIJ:
        raise KanNiet(_VOORBIJ[zaak.status])
    bevoegd.vereis(handeling, nu.vereis(stap))


def waarom_niet(handeling: Handeling, zaak: Zaak, stap: Zaakstap) -> str:
    """Waarom kan de vrager deze stap nu niet zetten? Leeg: het kan. Zo biedt geen pagina aan wat wordt geweigerd."""
    try:
        open_stap(handeling, zaak, stap)
    except KanNiet as fout:
        return str(fout)
    except GeenRecht:
        return "Dit is niet aan u: daarvoor hebt u het recht niet."
    return ""


def bereik(handeling: Handeling, zaak: Zaak, stap: Zaakstap) -> None:
    """Vinkt een stap af, één keer, en rekent uit wie er nu aan de beurt is."""
    bereik_vanaf(handeling, zaak, voortgang(handeling, zaak), stap)


def bereik_vanaf(handeling: Handeling, zaak: Zaak, nu: Voortgang, stap: Zaakstap) -> None:
    """Zoals ``bereik``, voor wie de voortgang al las."""
    if stap not in nu.klaar and nu.stap(stap) is not None:
        handeling.sessie.add(
            Mijlpaal(
                tenant_id=zaak.tenant_id,
                organisatie_id=zaak.organisatie_id,
                kant=zaak.kant,
                zaak_id=zaak.id,
                stap=stap,
                op=handeling.nu,
                door=handeling.vrager.naam,
            )
        )
    if zaak.aanvullen_tot is not None and handeling.vandaag > zaak.aanvullen_tot:
        zaak.aanvullen_tot = None  # er kwam niets; wie beoordeelt gaat verder met wat er ligt
    straks = nu.met(stap)
    zet_beurt(zaak, straks)
    voorbij = zaak.eind is None or handeling.vandaag > zaak.eind
    if zaak.status is Zaakstatus.LOPEND and straks.volgende is None and voorbij:
        zaak.status = Zaakstatus.AFGEROND  # alle stappen gezet, en er valt in deze periode niets meer te doen


def laat_vervallen(handeling: Handeling, zaak: Zaak, stappen: Collection[Zaakstap]) -> None:
    """Wat van deze stappen niet is gezet hoeft niet meer en houdt niets meer tegen; het telt niet als gedaan."""
    klaar = voortgang(handeling, zaak).klaar
    zaak.stappen = [{**een, "vervallen": True} if _nog_te_doen(een, stappen, klaar) else een for een in zaak.stappen]
    zet_beurt(zaak, voortgang(handeling, zaak))


def laat_herleven(handeling: Handeling, zaak: Zaak, stappen: Collection[Zaakstap]) -> None:
    """Wat van deze stappen was vervallen telt weer."""
    zaak.stappen = [
        {naam: waarde for naam, waarde in een.items() if naam != "vervallen"} if een["stap"] in stappen else een
        for een in zaak.stappen
    ]
    zet_beurt(zaak, voortgang(handeling, zaak))


def _nog_te_doen(een: Mapping[str, object], stappen: Collection[Zaakstap], klaar: Collection[Zaakstap]) -> bool:
    return een["stap"] in stappen and een["stap"] not in klaar


def doe_over(handeling: Handeling, zaak: Zaak, stappen: Collection[Zaakstap]) -> None:
    """Deze stappen zijn weer te doen; was de zaak afgerond, dan loopt zij weer."""
    gezet = select(Mijlpaal).where(Mijlpaal.tenant_id == zaak.tenant_id, Mijlpaal.zaak_id == zaak.id)
    for mijlpaal in handeling.sessie.scalars(gezet).all():
        if mijlpaal.stap in stappen:
            handeling.sessie.delete(mijlpaal)
    handeling.sessie.flush()
    nu = voortgang(handeling, zaak)
    if zaak.status is Zaakstatus.AFGEROND and nu.volgende is not None:
        zaak.status = Zaakstatus.LOPEND
    zet_beurt(zaak, nu)


def zet_beurt(zaak: Zaak, nu: Voortgang) -> None:
    """Schrijft bij de zaak wie er aan de beurt is, zodat lijsten dat meteen weten."""
    volgende = nu.volgende if zaak.aanvullen_tot is None else aanvulstap(zaak)
    leeft = zaak.status is Zaakstatus.LOPEND
    zaak.beurt_stap = volgende.stap if volgende is not None and leeft else None
    zaak.beurt = volgende.opent if volgende is not None and leeft else None


def aanvulstap(zaak: Zaak) -> Werkstap:
    """Wie vult aan: de organisatie, of zonder organisatie de werkgever."""
    return Werkstap(Zaakstap.AANVULLING, Partij.WERKGEVER if zaak.organisatie_id is None else Partij.JOBCOACH)


def bepaal_stappen(handeling: Handeling, zaak: Zaak, dossier: Dossier) -> Voortgang:
    """Vraagt de regelset welke stappen deze zaak heeft, en bewaart het antwoord met zijn uitleg."""
    peildatum = dossier.aanvraag.ontvangen_op
    berekening = handeling.regels(zaak.tenant_id, peildatum).bepaal_werkwijze(dossier, peildatum)
    zaak.stappen = als_json(berekening.resultaat)
    zaak.werkwijze = {
        "stappen": [stap_als_json(een) for een in berekening.stappen],
        "bevindingen": [bevinding_als_json(een) for een in berekening.bevindingen],
    }
    nu = voortgang(handeling, zaak)
    zet_beurt(zaak, nu)
    return nu


def deel_met_ander(zaak: Zaak, *rijen: Zaakgegevens, met: UUID | None = None) -> None:
    """Deelt de zaak en deze rijen met de andere kant; ``met`` noemt de organisatie als die er nog niet was.

    Wie dit doet, en waarom, staat in de geschiedenis.
    """
    organisatie_id = met or zaak.organisatie_id
    alles: list[Zaakgegevens] = [zaak, zaak.persoon, zaak.werkgever, *zaak.mijlpalen, *rijen]
    for rij in alles:
        rij.organisatie_id = organisatie_id
        rij.kant = Kant.GEDEELD


def geef_nummer(sessie: Session, tenant_id: str, soort: str, jaar: int) -> str:
    """Het volgende nummer van deze soort bij deze financier, zoals ``AJ-2026-00012``. Twee tegelijk krijgen er twee."""
    (nummer,) = geef_nummers(sessie, tenant_id, soort, jaar, 1)
    return nummer


def geef_nummers(sessie: Session, tenant_id: str, soort: str, jaar: int, aantal: int) -> list[str]:
    """Zoals ``geef_nummer``, zoveel nummers op een rij in één opdracht."""
    reeks = f"{soort}-{jaar}"
    stand = sessie.scalar(
        update(Nummerreeks)
        .where(Nummerreeks.tenant_id == tenant_id, Nummerreeks.soort == reeks)
        .values(stand=Nummerreeks.stand + aantal)
        .returning(Nummerreeks.stand)
        .execution_options(synchronize_session=False)
    )
    if stand is None:
        sessie.add(Nummerreeks(tenant_id=tenant_id, soort=reeks, stand=aantal))
        sessie.flush()
        stand = aantal
    return [f"{reeks}-{nummer:05d}" for nummer in range(stand - aantal + 1, stand + 1)]


def log_inzage(handeling: Handeling, zaak: Zaak, wat: str, doel: str) -> None:
    """Legt vast dat de vrager deze zaak of dit document opende, en waarvoor."""
    handeling.sessie.info[INGEZIEN] = True
    handeling.sessie.add(
        Inzage(
            tenant_id=zaak.tenant_id,
            organisatie_id=zaak.organisatie_id,
            kant=handeling.vrager.kant,
            zaak_id=zaak.id,
            op=handeling.nu,
            account_id=handeling.vrager.account_id,
            door=handeling.vrager.naam,
            wat=wat,
            doel=doel,
        )
    )
