"""Een aanvraag beginnen, opslaan en weggooien, zolang zij van één kant is."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from types import MappingProxyType
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm.attributes import flag_modified

from dakpan.aanvraag.antwoorden import genest, is_leeg, plat
from dakpan.aanvraag.domain.soorten import Vorm
from dakpan.aanvraag.domain.toestanden import AANVRAAG
from dakpan.aanvraag.herkomst import Overgenomen, als_herkomst, waarden
from dakpan.aanvraag.horen_bij import van_toepassing
from dakpan.aanvraag.inhoud import DELEN, haal_aanvraag, voorlopig_dossier
from dakpan.aanvraag.invullen import lees_concept, vul_mensen
from dakpan.aanvraag.meegeven.tables import Meegegeven
from dakpan.aanvraag.meegeven.toestanden import MEEGEVEN
from dakpan.aanvraag.tables import Aanvraag
from dakpan.aanvraag.uiterlijk import zet_uiterlijk
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier import bevoegd
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak
from dakpan.dossier.voortgang import NAAM, Voortgang
from dakpan.dossier.zaken import bepaal_stappen, geef_nummer
from dakpan.invoer.fouten import fout_bij
from dakpan.opslag.basis import Basis, Zaakgegevens, nieuw_id
from dakpan.opslag.fouten import Gewijzigd
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht
from dakpan.partijen.tables import Persoon, Werkgever

ZAAKREEKS = "Z"
_LEEG: Mapping[str, Any] = {"teksten": {}, "gegevens": {}, "aanvulling": {}, "herkomst": {}, "ingevuld": {}}


@gebruiksgeval("Nieuwe aanvraag")
def nieuwe_aanvraag(
    handeling: Handeling,
    tenant_id: str,
    gegevens: Mapping[str, Any],
    zaak_id: UUID | None = None,
    bekend: Mapping[str, Overgenomen] = MappingProxyType({}),
) -> Zaak:
    """Een nieuwe zaak met een aanvraag in concept. Twee keer hetzelfde ``zaak_id`` geeft dezelfde zaak.

    ``gegevens``: de antwoorden op het formulier (``vragen.Concept``); ``bekend``: wat niemand hoeft te typen.
    ``KanNiet`` zegt wie bij deze financier opent.
    """
    vereis_openen(handeling, tenant_id)
    bestaand = handeling.sessie.get(Zaak, (tenant_id, zaak_id)) if zaak_id is not None else None
    if bestaand is not None:
        return bestaand
    zaak, aanvraag = lege_aanvraag(handeling, tenant_id, zaak_id)
    alles = genest({**waarden(bekend), **plat(gegevens)}) if bekend else gegevens
    neem_over(handeling, zaak, aanvraag, alles, lees_concept(handeling, tenant_id, alles))
    aanvraag.herkomst = als_herkomst(bekend)
    return zaak


def lege_aanvraag(handeling: Handeling, tenant_id: str, zaak_id: UUID | None = None) -> tuple[Zaak, Aanvraag]:
    """Een zaak en een aanvraag waar nog niets in staat; wie haar maakt zet er in hetzelfde geheel antwoorden bij."""
    vereis_openen(handeling, tenant_id)
    zaak = _maak_zaak(handeling, tenant_id, zaak_id or nieuw_id())
    aanvraag = Aanvraag(**_van(handeling, tenant_id), zaak_id=zaak.id, coach_id=_coach(handeling), **_LEEG)
    handeling.sessie.add(aanvraag)
    handeling.sessie.flush()
    return zaak, aanvraag


def vereis_openen(handeling: Handeling, tenant_id: str) -> None:
    """Een financier opent alleen zijn eigen zaken; een organisatie kiest een financier die bestaat."""
    van_financier = handeling.vrager.kant is Kant.FINANCIER
    handeling.vereis(Recht.ZAAK_OPENEN if van_financier else Recht.AANVRAAG_WIJZIGEN)
    eigen = not van_financier or tenant_id == handeling.vrager.tenant_id
    if tenant_id not in handeling.regelboek.tenants or not eigen:
        raise fout_bij("tenant", "deze financier bestaat niet; kies er een uit de lijst")


def _maak_zaak(handeling: Handeling, tenant_id: str, zaak_id: UUID) -> Zaak:
    van = _van(handeling, tenant_id)
    persoon, werkgever = Persoon(**van, voornaam="", achternaam=""), Werkgever(**van, naam="")
    zaak = Zaak(
        **van,
        id=zaak_id,
        nummer=geef_nummer(handeling.sessie, tenant_id, ZAAKREEKS, handeling.vandaag.year),
        vorm=Vorm.EXTERN,
        persoon_id=persoon.id,
        werkgever_id=werkgever.id,
        geopend_op=handeling.nu,
    )
    handeling.sessie.add_all([persoon, werkgever, zaak])
    return zaak


def _van(handeling: Handeling, tenant_id: str) -> dict[str, Any]:
    """Van wie is een nieuwe rij? Tot zij wordt gedeeld alleen van de kant die haar maakt."""
    vrager = handeling.vrager
    return {"tenant_id": tenant_id, "organisatie_id": vrager.organisatie_id, "kant": vrager.kant}


def _coach(handeling: Handeling) -> UUID | None:
    return handeling.vrager.lidmaatschap_id if handeling.vrager.kant is Kant.ORGANISATIE else None


@gebruiksgeval("Aanvraag opgeslagen")
def sla_op(handeling: Handeling, zaak: Zaak, gegevens: Mapping[str, Any], versie: int | None = None) -> Aanvraag:
    """Bewaart wat er is ingevuld; wat ontbreekt mag later, wat niet klopt geeft ``InvoerFout`` per veld."""
    aanvraag = haal_aanvraag(handeling, zaak)
    vereis_aanvrager(handeling, zaak)
    aanvraag.status = AANVRAAG.na(aanvraag.status, "wijzig")
    vereis_versie(aanvraag, versie)
    telt = van_toepassing(gegevens)
    neem_over(handeling, zaak, aanvraag, telt, lees_concept(handeling, zaak.tenant_id, telt))
    return aanvraag


def neem_over(
    handeling: Handeling, zaak: Zaak, aanvraag: Aanvraag, gegevens: Mapping[str, Any], gelezen: Mapping[str, Any]
) -> None:
    """Schrijft alle antwoorden bij de zaak, met wat eruit volgt: de stappen, de vorm en de datum die telt."""
    vul_mensen(handeling, zaak, gelezen)
    contract = {deel: deepcopy(gegevens[deel]) for deel in DELEN if deel in gegevens}
    aanvraag.gegevens = {"tenant": zaak.tenant_id, **contract}
    flag_modified(aanvraag, "gegevens")  # de versie gaat ook omhoog als alleen cliënt of werkgever veranderde
    aanvraag.teksten = {naam: tekst for naam, tekst in gelezen.get("teksten", {}).items() if tekst}
    aanvulling = deepcopy(gegevens.get("aanvulling", {}))
    aanvraag.aanvulling = {naam: waarde for naam, waarde in aanvulling.items() if not is_leeg(waarde)}
    aanvraag.hoofddoelen = [doel.value for doel in gelezen.get("hoofddoelen", ())]
    aanvraag.jaar_bevestigd = bool(gelezen.get("jaar_bevestigd"))
    aanvraag.controle = None
    dossier = voorlopig_dossier(contract, handeling.vandaag)
    zaak.vorm = dossier.aanvraag.vorm
    bekend = contract.get("aanvraag", {})
    zaak.begin = dossier.aanvraag.begin if "begin" in bekend else None
    zaak.eind = dossier.aanvraag.eind if "eind" in bekend else None
    _vereis_opener(handeling, bepaal_stappen(handeling, zaak, dossier))
    if zaak.begin is not None:
        zet_uiterlijk(handeling, zaak, dossier)


def _vereis_opener(handeling: Handeling, nu: Voortgang) -> None:
    """De werkwijze zegt wie opent; een lege werkwijze zegt niets en houdt een concept niet tegen."""
    stap = nu.stap(Zaakstap.AANVRAAG)
    if stap is not None and not bevoegd.mag(handeling, stap):
        wie = NAAM[stap.opent]
        raise KanNiet(f"Bij deze financier opent {wie} deze aanvraag. Vraag {wie} om haar te beginnen.")


def vereis_aanvrager(handeling: Handeling, zaak: Zaak) -> None:
    """Alleen de kant die de aanvraag begon werkt eraan, met het recht daarvoor."""
    handeling.vereis(Recht.AANVRAAG_WIJZIGEN)
    if handeling.vrager.kant is not zaak.kant and zaak.kant is not Kant.GEDEELD:
        raise KanNiet("Deze aanvraag is van een ander; u kunt haar niet wijzigen.")


def vereis_versie(aanvraag: Aanvraag, versie: int | None) -> None:
    if versie is not None and versie != aanvraag.versie:
        raise Gewijzigd


@gebruiksgeval("Concept verwijderd")
def verwijder_concept(handeling: Handeling, zaak: Zaak) -> None:
    """Weg met een aanvraag die nog niet definitief is, en met haar zaak; de geschiedenis onthoudt dat zij er was."""
    aanvraag = haal_aanvraag(handeling, zaak)
    vereis_aanvrager(handeling, zaak)
    if not AANVRAAG.kan(aanvraag.status, "wijzig"):
        raise KanNiet("Een definitieve aanvraag verdwijnt niet meer. Zij kan wel worden ingetrokken.")
    _laat_vrij(handeling, zaak)
    for rij in (*_van_zaak(handeling, zaak), zaak.persoon, zaak.werkgever, zaak):
        handeling.sessie.delete(rij)


def _laat_vrij(handeling: Handeling, zaak: Zaak) -> None:
    """Wat een andere financier meegaf blijft: er is weer een aanvraag mee te beginnen."""
    mee = select(Meegegeven).where(Meegegeven.tenant_id == zaak.tenant_id, Meegegeven.zaak_id == zaak.id)
    for rij in handeling.sessie.scalars(mee):
        rij.status, rij.zaak_id = MEEGEVEN.na(rij.status, "laat_vrij"), None
    handeling.sessie.flush()


def _van_zaak(handeling: Handeling, zaak: Zaak) -> Iterator[Zaakgegevens]:
    """Alles wat naar deze zaak verwijst, in welke tabel ook: de aanvraag, notities, berichten, wie er is gekozen."""
    for mapper in sorted(Basis.registry.mappers, key=lambda een: str(een.local_table)):
        soort: Any = mapper.class_
        if issubclass(soort, Zaakgegevens) and any(
            een.references(Zaak.__table__) for een in soort.__table__.foreign_keys
        ):
            voor_zaak = select(soort).where(soort.tenant_id == zaak.tenant_id, soort.zaak_id == zaak.id)
            yield from handeling.sessie.scalars(voor_zaak).all()
