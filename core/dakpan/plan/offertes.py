"""Offerteverzoek, offerte en opdracht: de financier vraagt, de organisatie biedt aan, de financier tekent."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import select

from dakpan.aanvraag.domain.dossier import Dossier
from dakpan.aanvraag.inhoud import contract_van, dossier_van, haal_aanvraag
from dakpan.aanvraag.planvragen import HOOFDDOELEN, Planvragen, bezwaren, planvragen
from dakpan.aanvraag.schemas import DossierSchema
from dakpan.aanvraag.uiterlijk import zet_uiterlijk
from dakpan.aanvraag.voorstellen import Afspraak
from dakpan.aanvraag.vragen import TekstenVragen
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Mijlpaal, Zaak
from dakpan.dossier.zaken import bereik, deel, open_stap, voortgang, zet_beurt
from dakpan.invoer.controles import boven_nul
from dakpan.invoer.fouten import InvoerFout, Veldfout, fout_bij
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import VERPLICHT, Keuzeveld, bedragveld, genest, lijst, tekstveld, urenveld
from dakpan.opslag.fouten import Gewijzigd
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht
from dakpan.partijen.tables import Organisatie
from dakpan.plan.domain import Doel, Plan, Planonderdeel
from dakpan.plan.tables import Offerte, Offerteverzoek
from dakpan.plan.toestanden import OFFERTE, Planstatus
from dakpan.uitleg.bevinding import Bevinding
from dakpan.uitleg.contract import bevinding_als_json

LANGSTE_TEKST = 10_000


class Offertevragen(Strikt):
    """Wat er in een offerte kan staan; in een concept mag alles ontbreken."""

    uren = urenveld()
    tarief = bedragveld(validate=boven_nul)
    hoofddoelen = lijst(Keuzeveld(Doel))
    teksten = genest(TekstenVragen)


class Verzoekvragen(Strikt):
    organisatie = tekstveld(36, required=True)
    tekst = tekstveld(LANGSTE_TEKST, required=True)


@gebruiksgeval("Offerte gevraagd")
def vraag_offerte(handeling: Handeling, zaak: Zaak, organisatie_id: UUID, tekst: str) -> Offerteverzoek:
    """Vraagt één organisatie om een offerte, en deelt daarvoor de zaak en de aanvraag met haar."""
    open_stap(handeling, zaak, Zaakstap.OFFERTEVERZOEK)
    if Zaakstap.OFFERTEVERZOEK in voortgang(handeling, zaak).klaar:
        raise KanNiet("Er is al een offerte gevraagd. Wacht op het antwoord van de organisatie.")
    _vereis_verzoek(handeling, organisatie_id, tekst)
    aanvraag = haal_aanvraag(handeling, zaak)
    verzoek = Offerteverzoek(
        tenant_id=zaak.tenant_id,
        organisatie_id=organisatie_id,
        kant=Kant.GEDEELD,
        zaak_id=zaak.id,
        tekst=tekst.strip(),
        op=handeling.nu,
        door=handeling.vrager.naam,
    )
    handeling.sessie.add(verzoek)
    deel(zaak, aanvraag, met=organisatie_id)
    bereik(handeling, zaak, Zaakstap.OFFERTEVERZOEK)
    zet_uiterlijk(handeling, zaak, dossier_van(handeling, aanvraag))
    return verzoek


def _vereis_verzoek(handeling: Handeling, organisatie_id: UUID, tekst: str) -> None:
    fouten: list[Veldfout] = []
    if handeling.sessie.get(Organisatie, organisatie_id) is None:
        fouten.append(Veldfout("organisatie", "deze organisatie staat niet in het register; kies er een uit de lijst"))
    if not tekst.strip():
        fouten.append(Veldfout("tekst", "schrijf waarom begeleiding nodig is en wat u vraagt"))
    if len(tekst) > LANGSTE_TEKST:
        fouten.append(Veldfout("tekst", f"deze tekst telt {len(tekst)} tekens; ten hoogste {LANGSTE_TEKST}"))
    if fouten:
        raise InvoerFout(*fouten)


def organisaties(handeling: Handeling) -> list[Organisatie]:
    """Het register van organisaties, op naam."""
    return list(handeling.sessie.scalars(select(Organisatie).order_by(Organisatie.naam)))


def laatste_offerte(handeling: Handeling, zaak: Zaak) -> Offerte | None:
    """De offerte waar het nu om gaat; een concept ziet alleen de organisatie zelf."""
    gekozen = select(Offerte).where(Offerte.tenant_id == zaak.tenant_id, Offerte.zaak_id == zaak.id)
    return handeling.sessie.scalar(gekozen.order_by(Offerte.id.desc()).limit(1))


def verzoek_van(handeling: Handeling, zaak: Zaak) -> Offerteverzoek | None:
    gekozen = select(Offerteverzoek).where(
        Offerteverzoek.tenant_id == zaak.tenant_id, Offerteverzoek.zaak_id == zaak.id
    )
    return handeling.sessie.scalar(gekozen.order_by(Offerteverzoek.id.desc()).limit(1))


def gevraagd_in_offerte(handeling: Handeling, zaak: Zaak, dossier: Dossier) -> Planvragen:
    """Welke onderdelen vraagt deze financier in de offerte?"""
    peildatum = dossier.aanvraag.ontvangen_op
    return planvragen(handeling.regels(zaak.tenant_id, peildatum), peildatum)


@gebruiksgeval("Offerte opgeslagen")
def sla_offerte_op(handeling: Handeling, zaak: Zaak, gegevens: Mapping[str, Any], versie: int | None = None) -> Offerte:
    """Bewaart de offerte in concept. Na een teruggave begint een nieuwe, zodat de oude blijft zoals zij was."""
    open_stap(handeling, zaak, Zaakstap.OFFERTE)
    gelezen: dict[str, Any] = Offertevragen().lees(gegevens)
    offerte = _werkversie(handeling, zaak, versie)
    offerte.status = OFFERTE.na(offerte.status, "wijzig")
    offerte.teksten = {naam: tekst for naam, tekst in gelezen.get("teksten", {}).items() if tekst}
    offerte.hoofddoelen = [doel.value for doel in gelezen.get("hoofddoelen", ())]
    offerte.uren, offerte.tarief = gelezen.get("uren"), gelezen.get("tarief")
    return offerte


def _werkversie(handeling: Handeling, zaak: Zaak, versie: int | None) -> Offerte:
    offerte = laatste_offerte(handeling, zaak)
    if offerte is not None and versie is not None and offerte.versie != versie:
        raise Gewijzigd
    if offerte is not None and offerte.status is not Planstatus.TERUGGEGEVEN:
        return offerte
    nieuw = Offerte(
        tenant_id=zaak.tenant_id,
        organisatie_id=zaak.organisatie_id,
        kant=Kant.ORGANISATIE,
        zaak_id=zaak.id,
        status=Planstatus.CONCEPT,
        reden=offerte.reden if offerte is not None else "",
    )
    handeling.sessie.add(nieuw)
    return nieuw


def toets_offerte(handeling: Handeling, zaak: Zaak, offerte: Offerte) -> list[Bevinding]:
    """Wat vindt de regelset van deze offerte, binnen het budget van deze zaak?"""
    contract = contract_van(haal_aanvraag(handeling, zaak), handeling.vandaag)
    if offerte.tarief is not None:
        contract["aanvraag"]["tarief"] = offerte.tarief.iso
    dossier: Dossier = DossierSchema().lees(contract)
    peildatum = dossier.aanvraag.ontvangen_op
    regels = handeling.regels(zaak.tenant_id, peildatum)
    omvang = regels.bereken_omvang(dossier, peildatum).resultaat
    return regels.toets_plan(plan_van(offerte), omvang, peildatum)


def plan_van(offerte: Offerte) -> Plan:
    teksten = {Planonderdeel(naam): tekst for naam, tekst in offerte.teksten.items()}
    return Plan(teksten, tuple(map(Doel, offerte.hoofddoelen)), offerte.uren, offerte.tarief)


@gebruiksgeval("Offerte verstuurd")
def verstuur_offerte(handeling: Handeling, zaak: Zaak, versie: int | None = None) -> Offerte:
    """Deelt de offerte met de financier. Wat de regels blokkeren is een ``InvoerFout`` met de bron erbij."""
    open_stap(handeling, zaak, Zaakstap.OFFERTE)
    offerte = _vereis_offerte(handeling, zaak, "Sla de offerte eerst op; daarna kan zij worden verstuurd.")
    if versie is not None and offerte.versie != versie:
        raise Gewijzigd
    verstuurd = OFFERTE.na(offerte.status, "verstuur")
    bevindingen = toets_offerte(handeling, zaak, offerte)
    fouten = [*_zonder_prijs(offerte), *bezwaren(bevindingen)]
    if fouten:
        raise InvoerFout(*fouten)
    offerte.bevindingen = [bevinding_als_json(een) for een in bevindingen]
    offerte.status, offerte.verstuurd_op = verstuurd, handeling.nu
    deel(zaak, offerte)
    bereik(handeling, zaak, Zaakstap.OFFERTE)
    zet_uiterlijk(handeling, zaak, dossier_van(handeling, haal_aanvraag(handeling, zaak)))
    return offerte


def _zonder_prijs(offerte: Offerte) -> Iterable[Veldfout]:
    """Een offerte zonder uren of tarief is geen aanbod."""
    return [Veldfout(veld, VERPLICHT) for veld in ("uren", "tarief") if getattr(offerte, veld) is None]


def _vereis_offerte(handeling: Handeling, zaak: Zaak, eerst: str) -> Offerte:
    offerte = laatste_offerte(handeling, zaak)
    if offerte is None:
        raise KanNiet(eerst)
    return offerte


@gebruiksgeval("Offerte teruggegeven")
def geef_offerte_terug(handeling: Handeling, zaak: Zaak, reden: str) -> Offerte:
    """De organisatie maakt een nieuwe; wat na de offerte kwam begint opnieuw."""
    handeling.vereis(Recht.OFFERTE_VRAGEN)
    offerte = _vereis_offerte(handeling, zaak, "Er is nog geen offerte verstuurd om terug te geven.")
    nu = voortgang(handeling, zaak)
    if Zaakstap.BESLUIT in nu.klaar:
        raise KanNiet("Er is al besloten op deze offerte; zij kan niet meer terug.")
    offerte.status = OFFERTE.na(offerte.status, "geef_terug")
    if not reden.strip() or len(reden) > LANGSTE_TEKST:
        raise fout_bij("reden", f"schrijf wat er anders moet, in ten hoogste {LANGSTE_TEKST} tekens")
    offerte.reden = reden.strip()
    _doe_over(handeling, zaak, Zaakstap.OFFERTE)
    return offerte


def _doe_over(handeling: Handeling, zaak: Zaak, vanaf: Zaakstap) -> None:
    """Deze stap en alles wat erop volgde is weer te doen."""
    volgorde = [een.stap for een in voortgang(handeling, zaak).werkwijze.stappen]
    over = volgorde[volgorde.index(vanaf) :]
    gezet = select(Mijlpaal).where(Mijlpaal.tenant_id == zaak.tenant_id, Mijlpaal.zaak_id == zaak.id)
    for mijlpaal in handeling.sessie.scalars(gezet).all():
        if mijlpaal.stap in over:
            handeling.sessie.delete(mijlpaal)
    handeling.sessie.flush()
    zet_beurt(zaak, voortgang(handeling, zaak))


@gebruiksgeval("Opdracht gegeven")
def geef_opdracht(handeling: Handeling, zaak: Zaak) -> Offerte | None:
    """De financier tekent de offerte voor akkoord; daarna kan de jobcoach beginnen."""
    open_stap(handeling, zaak, Zaakstap.OPDRACHT)
    if Zaakstap.OPDRACHT in voortgang(handeling, zaak).klaar:
        raise KanNiet("De opdracht is al gegeven.")
    offerte = laatste_offerte(handeling, zaak)
    if offerte is not None:
        offerte.status = OFFERTE.na(offerte.status, "teken")
        offerte.getekend_op, offerte.getekend_door = handeling.nu, handeling.vrager.naam
    bereik(handeling, zaak, Zaakstap.OPDRACHT)
    zet_uiterlijk(handeling, zaak, dossier_van(handeling, haal_aanvraag(handeling, zaak)))
    return offerte


def afspraak(handeling: Handeling, zaak: Zaak) -> Afspraak | None:
    """Wat er is geoffreerd, als er een offerte is verstuurd die nog geldt."""
    return afspraak_in(laatste_offerte(handeling, zaak))


def afspraak_in(offerte: Offerte | None) -> Afspraak | None:
    if offerte is None or offerte.status not in {Planstatus.VERSTUURD, Planstatus.GETEKEND}:
        return None
    if offerte.uren is None or offerte.tarief is None:
        return None
    return Afspraak(offerte.uren, offerte.tarief)


def als_antwoorden(offerte: Offerte) -> dict[str, Any]:
    """De offerte in de vorm van haar formulier."""
    return {
        "uren": offerte.uren,
        "tarief": offerte.tarief,
        HOOFDDOELEN: list(offerte.hoofddoelen),
        "teksten": dict(offerte.teksten),
    }
