"""Een wijziging melden of de melding intrekken: door de cliënt zelf of namens hem, bij wie de zaak ook ziet."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from dakpan.aanvraag.domain.dossier import Dossier
from dakpan.aanvraag.domain.meldingen import MELDING, Meldsoort
from dakpan.aanvraag.inhoud import haal_besluit
from dakpan.aanvraag.schemas import DossierSchema
from dakpan.aanvraag.tables import Besluit
from dakpan.aanvraag.wijzigen.keuzes import Aanwerk
from dakpan.aanvraag.wijzigen.tables import Wijzigingsmelding
from dakpan.aanvraag.wijzigen.vragen import SCHEMAS, eigen_antwoorden
from dakpan.begrippen.kalender import DAG
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.tables import Zaak, Zaakstatus
from dakpan.invoer.fouten import InvoerFout, Veldfout
from dakpan.opslag.basis import nieuw_id
from dakpan.opslag.fouten import Gewijzigd, NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht

VAN_ORGANISATIE = (Recht.AANVRAAG_WIJZIGEN, Recht.UREN_SCHRIJVEN)
VAN_FINANCIER = (Recht.BEOORDELEN, Recht.BESLISSEN)


def meldingen_van(handeling: Handeling, zaak: Zaak, *, ten_hoogste: int | None = 50) -> Sequence[Wijzigingsmelding]:
    """Elke melding bij deze zaak, de laatste eerst."""
    vraag = select(Wijzigingsmelding).where(
        Wijzigingsmelding.tenant_id == zaak.tenant_id, Wijzigingsmelding.zaak_id == zaak.id
    )
    return handeling.sessie.scalars(vraag.order_by(Wijzigingsmelding.id.desc()).limit(ten_hoogste)).all()


def haal_melding(handeling: Handeling, zaak: Zaak, melding_id: UUID) -> Wijzigingsmelding:
    """De melding, als zij bij deze zaak hoort."""
    melding = handeling.sessie.get(Wijzigingsmelding, (zaak.tenant_id, melding_id))
    if melding is None or melding.zaak_id != zaak.id:
        raise NietGevonden
    return melding


def mag_melden(handeling: Handeling) -> bool:
    """Werkt de vrager aan zaken? Dan kan hij namens een cliënt melden."""
    rechten = VAN_FINANCIER if handeling.vrager.kant is Kant.FINANCIER else VAN_ORGANISATIE
    return any(map(handeling.mag, rechten))


def waarom_niet_melden(zaak: Zaak, besluit: Besluit | None) -> str:
    """Leeg als er nu een wijziging kan worden gemeld. ``besluit``: dat nu geldt."""
    if besluit is None or not besluit.soort.kent_toe:
        return "Een wijziging doorgeven kan na een toekenning. Verandert er eerder iets, pas dan de aanvraag aan."
    if zaak.status is not Zaakstatus.LOPEND:
        return "Deze zaak loopt niet meer; er valt niets meer te wijzigen."
    return ""


@gebruiksgeval("Wijziging gemeld")
def meld(
    handeling: Handeling, zaak: Zaak, soort: Meldsoort, contract: Mapping[str, Any], melding_id: UUID | None = None
) -> Wijzigingsmelding:
    """Legt vast wat er verandert, en hoe de cliënt instemde. Twee keer hetzelfde ``melding_id`` is één melding."""
    vereis_melder(handeling)
    besluit = vereis_te_melden(handeling, zaak)
    eerder = handeling.sessie.get(Wijzigingsmelding, (zaak.tenant_id, melding_id)) if melding_id is not None else None
    if eerder is not None:
        return eerder
    gelezen = SCHEMAS[soort]().lees(contract)
    _vereis_akkoord(handeling, gelezen["akkoord_op"])
    vereis_te_verlengen(besluit, gelezen)
    melding = nieuwe_melding(handeling, zaak, soort, contract, gelezen)
    melding.id = melding_id or nieuw_id()
    melding.akkoord_hoe, melding.akkoord_op = gelezen["akkoord_hoe"].value, gelezen["akkoord_op"]
    handeling.sessie.add(melding)
    return melding


def vereis_melder(handeling: Handeling) -> None:
    """Namens een cliënt meldt wie aan zaken werkt; anders ``GeenRecht``."""
    handeling.vereis(*(VAN_FINANCIER if handeling.vrager.kant is Kant.FINANCIER else VAN_ORGANISATIE))


def vereis_te_melden(handeling: Handeling, zaak: Zaak) -> Besluit:
    """Het besluit dat nu geldt. ``KanNiet``: er valt niets te wijzigen."""
    besluit = haal_besluit(handeling, zaak)
    bezwaar = waarom_niet_melden(zaak, besluit)
    if bezwaar or besluit is None:
        raise KanNiet(bezwaar)
    return besluit


def nieuwe_melding(
    handeling: Handeling, zaak: Zaak, soort: Meldsoort, contract: Mapping[str, Any], gelezen: Mapping[str, Any]
) -> Wijzigingsmelding:
    """De melding met wat er is ingevuld; hoe de cliënt instemde komt er nog bij."""
    return Wijzigingsmelding(
        tenant_id=zaak.tenant_id,
        organisatie_id=zaak.organisatie_id,
        kant=zaak.kant,
        zaak_id=zaak.id,
        soort=soort,
        ingangsdatum=gelezen["ingangsdatum"],
        antwoorden=eigen_antwoorden(contract),
        toelichting=gelezen.get("toelichting", "").strip(),
        gemeld_op=handeling.nu,
        gemeld_door=handeling.vrager.naam,
        van=handeling.vrager.kant,
    )


def _vereis_akkoord(handeling: Handeling, op: date) -> None:
    if op > handeling.vandaag:
        raise InvoerFout(Veldfout("akkoord_op", "een akkoord van morgen is er nog niet; kies vandaag of eerder"))


def is_proefplaatsing(besluit: Besluit | None) -> bool:
    """Is er jobcoaching toegekend tijdens een proefplaatsing? Alleen die is te verlengen."""
    dossier: Dossier | None = DossierSchema().lees(besluit.invoer) if besluit is not None else None
    return dossier is not None and dossier.is_proefplaatsing


def vereis_te_verlengen(besluit: Besluit, gelezen: Mapping[str, Any]) -> None:
    """Alleen een proefplaatsing is te verlengen, vanaf de dag na de laatste; anders ``InvoerFout`` met elke fout."""
    if gelezen.get("wat") is not Aanwerk.VERLENGING:
        return
    if not is_proefplaatsing(besluit):
        raise InvoerFout(Veldfout("wat", "alleen een proefplaatsing is te verlengen; vraag anders een vervolg aan"))
    fouten = list(_dagen_van_verlenging(besluit.eind, gelezen["ingangsdatum"], gelezen["tot_en_met"]))
    if fouten:
        raise InvoerFout(*fouten)


def _dagen_van_verlenging(eind: date, van: date, tot: date) -> Iterator[Veldfout]:
    """Een verlenging sluit aan: haar eerste dag is de dag na de periode die zij langer maakt."""
    eerste = eind + DAG
    if van != eerste:
        sluit_aan = f"de periode loopt tot en met {eind:%d-%m-%Y}; de eerste extra dag is {eerste:%d-%m-%Y}, vul die in"
        yield Veldfout("ingangsdatum", sluit_aan)
    if tot <= eind:
        yield Veldfout("tot_en_met", f"de periode loopt al tot en met {eind:%d-%m-%Y}")


def is_van_ons(handeling: Handeling, melding: Wijzigingsmelding) -> bool:
    """Gaf de kant van de vrager deze wijziging door? Wat de cliënt zelf gaf is van hem."""
    return not melding.van_client and melding.van in {None, handeling.vrager.kant}


@gebruiksgeval("Melding van een wijziging ingetrokken")
def trek_melding_in(handeling: Handeling, zaak: Zaak, melding_id: UUID, versie: int | None = None) -> Wijzigingsmelding:
    """Alsof zij niet was gedaan; tot er is beslist, en alleen door de kant die haar doorgaf."""
    vereis_melder(handeling)
    melding = haal_melding(handeling, zaak, melding_id)
    if melding.van_client:
        raise KanNiet("De cliënt gaf dit zelf door. Klopt het niet, schrijf dat erbij of stuur hem een nieuwe link.")
    if not is_van_ons(handeling, melding):
        raise KanNiet("Deze wijziging gaf de andere kant door; alleen wie haar doorgaf trekt haar in.")
    if versie is not None and versie != melding.versie:
        raise Gewijzigd
    melding.status = MELDING.na(melding.status, "trek_in")
    return melding


@gebruiksgeval("Bij een wijziging geschreven")
def schrijf_erbij(handeling: Handeling, zaak: Zaak, melding_id: UUID, tekst: str) -> Wijzigingsmelding:
    """Een regel erbij, voor beide kanten te lezen; wat er stond blijft zoals het is. Kan tot er is beslist."""
    vereis_melder(handeling)
    melding = haal_melding(handeling, zaak, melding_id)
    melding.status = MELDING.na(melding.status, "schrijf_erbij")
    if not tekst.strip():
        raise InvoerFout(Veldfout("tekst", "schrijf wat u erbij wilt zeggen"))
    regel = {"door": handeling.vrager.naam, "op": handeling.nu.isoformat(), "tekst": tekst.strip()}
    melding.erbij = [*melding.erbij, regel]
    return melding
