"""De offerte met het coachingsplan: de organisatie schrijft haar, en verstuurt wat de regels toelaten."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from sqlalchemy import select

from dakpan.aanvraag.domain.dossier import Dossier
from dakpan.aanvraag.inhoud import contract_van, dossier_van, haal_aanvraag
from dakpan.aanvraag.planvragen import HOOFDDOELEN, Planvragen, bezwaren, maak_plan, planvragen
from dakpan.aanvraag.schemas import DossierSchema
from dakpan.aanvraag.uiterlijk import zet_uiterlijk
from dakpan.aanvraag.voorstellen import Afspraak
from dakpan.aanvraag.vragen import TekstenVragen
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.slot import zet_vast
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import bereik, deel_met_ander, open_stap
from dakpan.invoer.controles import boven_nul, niet_te_groot
from dakpan.invoer.fouten import InvoerFout, Veldfout
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import VERPLICHT, Keuzeveld, bedragveld, genest, lijst, urenveld
from dakpan.opslag.fouten import Gewijzigd
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.vrager import Kant
from dakpan.plan.coachingsplan.domain import Planinhoud
from dakpan.plan.coachingsplan.lezen import inhoud_van, laatste_plan
from dakpan.plan.coachingsplan.vaststellen import stel_vast, te_delen
from dakpan.plan.domain import Doel, Plan, Planonderdeel
from dakpan.plan.tables import Offerte
from dakpan.plan.toestanden import OFFERTE, Planstatus
from dakpan.uitleg.bevinding import Bevinding
from dakpan.uitleg.contract import bevinding_als_json


class Offertevragen(Strikt):
    """Wat er in een offerte kan staan; in een concept mag alles ontbreken."""

    uren = urenveld(validate=niet_te_groot)
    tarief = bedragveld(validate=[boven_nul, niet_te_groot])
    hoofddoelen = lijst(Keuzeveld(Doel))
    teksten = genest(TekstenVragen)


def laatste_offerte(handeling: Handeling, zaak: Zaak) -> Offerte | None:
    """De offerte waar het nu om gaat; een concept ziet alleen de organisatie zelf."""
    gekozen = select(Offerte).where(Offerte.tenant_id == zaak.tenant_id, Offerte.zaak_id == zaak.id)
    return handeling.sessie.scalar(gekozen.order_by(Offerte.id.desc()).limit(1))


def gevraagd_in_offerte(handeling: Handeling, zaak: Zaak, dossier: Dossier) -> Planvragen:
    """Welke onderdelen vraagt deze financier in de offerte nog als tekst?"""
    vragen = alle_planvragen(handeling, zaak, dossier)
    return vragen.naast_plan if laatste_plan(handeling, zaak) is not None else vragen


def alle_planvragen(handeling: Handeling, zaak: Zaak, dossier: Dossier) -> Planvragen:
    """Welke onderdelen horen bij deze financier in een offerte?"""
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
    if offerte is not None and offerte.versie != versie:
        bezig = offerte.status is Planstatus.CONCEPT  # ook wie er nog geen zag: een ander was eerder
        if versie is not None or bezig:
            raise Gewijzigd
    if offerte is not None and offerte.status is not Planstatus.TERUGGEGEVEN:
        return offerte
    zet_vast(handeling, zaak)  # een verzoek dat net wordt teruggenomen laat geen concept achter
    if laatste_offerte(handeling, zaak) is not offerte:
        raise Gewijzigd  # een collega begon net; wat hij schreef verdwijnt niet onder een tweede concept
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
    plan = plan_van(offerte, inhoud_van(laatste_plan(handeling, zaak)))
    return regels.toets_plan(plan, omvang, peildatum)


def plan_van(offerte: Offerte, uitgewerkt: Planinhoud | None) -> Plan:
    """Het plan met de prijs van de offerte; de uren van de offerte gaan voor die van het plan."""
    plan = maak_plan(offerte.teksten, offerte.hoofddoelen, uitgewerkt)
    return replace(plan, uren=offerte.uren, tarief=offerte.tarief)


@gebruiksgeval("Offerte verstuurd")
def verstuur_offerte(handeling: Handeling, zaak: Zaak, versie: int | None = None) -> Offerte:
    """Deelt de offerte met de financier. Wat de regels blokkeren is een ``InvoerFout`` met de bron erbij."""
    open_stap(handeling, zaak, Zaakstap.OFFERTE)
    offerte = vereis_offerte(handeling, zaak, "Sla de offerte eerst op; daarna kan zij worden verstuurd.")
    if versie is not None and offerte.versie != versie:
        raise Gewijzigd
    verstuurd = OFFERTE.na(offerte.status, "verstuur")
    bevindingen = keur_offerte(handeling, zaak, offerte)
    offerte.bevindingen = [bevinding_als_json(een) for een in bevindingen]
    offerte.status, offerte.verstuurd_op = verstuurd, handeling.nu
    stel_vast(handeling, zaak)
    deel_met_ander(zaak, offerte, *te_delen(handeling, zaak))
    bereik(handeling, zaak, Zaakstap.OFFERTE)
    zet_uiterlijk(handeling, zaak, dossier_van(handeling, haal_aanvraag(handeling, zaak)))
    return offerte


def keur_offerte(handeling: Handeling, zaak: Zaak, offerte: Offerte) -> list[Bevinding]:
    """Wat de regels van deze offerte vinden. Wat het versturen tegenhoudt is een ``InvoerFout`` bij zijn veld."""
    bevindingen = toets_offerte(handeling, zaak, offerte)
    fouten = [*_zonder_prijs(offerte), *bezwaren(bevindingen)]
    if fouten:
        raise InvoerFout(*fouten)
    return bevindingen


def _zonder_prijs(offerte: Offerte) -> Iterable[Veldfout]:
    """Een offerte zonder uren of tarief is geen aanbod."""
    return [Veldfout(veld, VERPLICHT) for veld in ("uren", "tarief") if getattr(offerte, veld) is None]


def vereis_offerte(handeling: Handeling, zaak: Zaak, eerst: str) -> Offerte:
    offerte = laatste_offerte(handeling, zaak)
    if offerte is None:
        raise KanNiet(eerst)
    return offerte


def afspraak(handeling: Handeling, zaak: Zaak) -> Afspraak | None:
    """Wat er is geoffreerd, als er een offerte is verstuurd die nog geldt."""
    return afspraak_in(laatste_offerte(handeling, zaak))


def uit_aanvraag(zaak: Zaak, dossier: Dossier) -> dict[str, str]:
    """Wat de aanvraag al zegt hoeft niemand over te typen: het eerste onderdeel staat er dan alvast."""
    baan = dossier.dienstverband
    loopt = f"van {baan.begin:%d-%m-%Y}" + (f" tot en met {baan.eind:%d-%m-%Y}" if baan.eind is not None else "")
    regels = (
        f"Werkgever: {zaak.werkgever.naam}",
        f"Werknemer: {zaak.persoon.naam}",
        f"Dienstverband: {baan.soort.value.replace('_', ' ')}, {loopt}, {baan.uren_per_week} per week",
    )
    return {Planonderdeel.GEGEVENS_DIENSTVERBAND.value: "\n".join(regels)}


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
