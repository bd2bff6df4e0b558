"""Wie wordt gevraagd te tekenen? Iedereen tegelijk gevraagd, om de beurt gestuurd, de cliënt altijd het laatst."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import select

from dakpan.aanvraag.domain.stukken import Partij
from dakpan.aanvraag.domain.toestanden import AANVRAAG
from dakpan.aanvraag.indienen import nette_naam, onderteken, ondertekenaars, trek_handtekening_in
from dakpan.aanvraag.inhoud import haal_aanvraag
from dakpan.aanvraag.stukken import vereiste_stukken
from dakpan.aanvraag.tables import Aanvraag
from dakpan.aanvraag.tekenen.brieven import VERZOEK, bel
from dakpan.aanvraag.tekenen.document import Papier, document_voor, kenmerk_van
from dakpan.aanvraag.tekenen.tables import Tekenverzoek
from dakpan.aanvraag.tekenen.toestanden import LOPEND, TEKENEN, Verzoekstand
from dakpan.aanvraag.vialink import links
from dakpan.aanvraag.vialink.brieven import schrijf_vraag
from dakpan.aanvraag.vialink.verzoeken import Mens
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.bewaren import Aangeleverd, bewaar_scan
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.slot import zet_vast
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import open_stap
from dakpan.invoer.fouten import InvoerFout, Veldfout
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.partijen.poort import gelijk_email

Papiermaker = Callable[[Partij], Papier]


class OpPapier(NamedTuple):
    """Een handtekening op papier: wie, wanneer, en de scan die het bewijst."""

    partij: Partij
    naam: str
    dag: date
    scan: Aangeleverd


def verzoeken_van(handeling: Handeling, zaak: Zaak) -> Sequence[Tekenverzoek]:
    """Alle verzoeken van deze zaak, het eerste eerst."""
    vraag = select(Tekenverzoek).where(Tekenverzoek.tenant_id == zaak.tenant_id, Tekenverzoek.zaak_id == zaak.id)
    return handeling.sessie.scalars(vraag.order_by(Tekenverzoek.id)).all()


def nog_te_tekenen(handeling: Handeling, zaak: Zaak, aanvraag: Aanvraag) -> tuple[Partij, ...]:
    """Wie moeten er nog, op volgorde?"""
    return ondertekenaars(handeling, zaak, aanvraag)[len(aanvraag.handtekeningen) :]


@gebruiksgeval("Gevraagd om te ondertekenen")
def vraag(
    handeling: Handeling, zaak: Zaak, mensen: Mapping[Partij, Mens], papier_voor: Papiermaker, adres: str
) -> list[Tekenverzoek]:
    """Maakt de documenten en vraagt iedereen die nog moet; wie aan de beurt is krijgt meteen zijn link."""
    aanvraag = haal_aanvraag(handeling, zaak)
    AANVRAAG.na(aanvraag.status, "onderteken")
    open_stap(handeling, zaak, Zaakstap.ONDERTEKENING)
    zet_vast(handeling, zaak)  # wie tegelijk vraagt laat niemand met twee links achter
    nog = nog_te_tekenen(handeling, zaak, aanvraag)
    if not nog:
        raise KanNiet("Iedereen heeft al getekend. De aanvraag kan worden ingediend.")
    fouten = niet_verschillend(nog, mensen, aanvraag)
    if fouten:
        raise InvoerFout(*fouten)
    for oud in verzoeken_van(handeling, zaak):
        if oud.status in LOPEND:
            _stop(handeling, oud)
    gedeeld = _gedeeld(handeling, zaak, aanvraag)
    machtiging = vereiste_stukken(handeling, zaak, aanvraag).machtiging
    nieuw: list[Tekenverzoek] = []
    for volgorde, partij in enumerate(nog, start=len(aanvraag.handtekeningen)):
        document = document_voor(handeling, zaak, papier_voor(partij), partij)
        verzoek = Tekenverzoek(**gedeeld, partij=partij, volgorde=volgorde, **_wie(mensen[partij], partij))
        verzoek.document_id, verzoek.titel, verzoek.sha256 = document.id, document.titel, document.sha256
        verzoek.vraagt_machtiging = machtiging and partij is Partij.CLIENT
        nieuw.append(verzoek)
    handeling.sessie.add_all(nieuw)
    handeling.sessie.flush()
    stuur_volgende(handeling, zaak, aanvraag, adres)
    return nieuw


def _gedeeld(handeling: Handeling, zaak: Zaak, aanvraag: Aanvraag) -> dict[str, Any]:
    """Wat voor elk verzoek van deze keer hetzelfde is."""
    tenant = handeling.regelboek.tenants.get(zaak.tenant_id)
    return {
        "tenant_id": zaak.tenant_id,
        "organisatie_id": zaak.organisatie_id,
        "kant": zaak.kant,
        "zaak_id": zaak.id,
        "client": zaak.persoon.naam,
        "financier": tenant.naam if tenant is not None else zaak.tenant_id,
        "status": Verzoekstand.WACHT,
        "kenmerk": kenmerk_van(handeling, zaak, aanvraag),
        "gevraagd_op": handeling.nu,
        "gevraagd_door": handeling.vrager.naam,
    }


def _wie(mens: Mens, partij: Partij) -> dict[str, Any]:
    vertegenwoordiger = mens.vertegenwoordiger and partij is Partij.CLIENT
    return {"naam": nette_naam(mens.naam), "email": gelijk_email(mens.email), "vertegenwoordiger": vertegenwoordiger}


def niet_verschillend(nog: Sequence[Partij], mensen: Mapping[Partij, Mens], aanvraag: Aanvraag) -> list[Veldfout]:
    """Elke handtekening is van iemand anders: een andere naam en een ander e-mailadres."""
    fouten: list[Veldfout] = []
    namen = {nette_naam(str(een["naam"])).casefold() for een in aanvraag.handtekeningen}
    adressen = {str(een["email"]) for een in aanvraag.handtekeningen if "email" in een}
    for partij in nog:
        mens = mensen.get(partij)
        if mens is None or not mens.naam.strip():
            fouten.append(Veldfout(f"{partij.value}.naam", "schrijf de naam van wie tekent"))
            continue
        naam = nette_naam(mens.naam).casefold()
        if naam in namen:
            fouten.append(Veldfout(f"{partij.value}.naam", "deze naam staat er al; ieder tekent zelf"))
        if gelijk_email(mens.email) in adressen:
            fouten.append(Veldfout(f"{partij.value}.email", "dit adres is van een ander die tekent; ieder een eigen"))
        namen.add(naam)
        adressen.add(gelijk_email(mens.email))
    return fouten


def stuur_volgende(handeling: Handeling, zaak: Zaak, aanvraag: Aanvraag, adres: str) -> None:
    """Wie nu aan de beurt is en nog wacht, krijgt zijn link."""
    nog = nog_te_tekenen(handeling, zaak, aanvraag)
    for verzoek in verzoeken_van(handeling, zaak):
        if nog and verzoek.partij is nog[0] and TEKENEN.kan(verzoek.status, "stuur"):
            _stuur(handeling, verzoek, adres, "stuur")


def _stuur(handeling: Handeling, verzoek: Tekenverzoek, adres: str, hoe: str) -> None:
    verzoek.status, verzoek.verstuurd_op = TEKENEN.na(verzoek.status, hoe), handeling.nu
    geheim = links.maak_link(handeling.sessie, verzoek.tenant_id, verzoek.id, handeling.nu, verzoek.document_id)
    schrijf_vraag(handeling, verzoek, VERZOEK, adres, geheim, bel=bel(verzoek))


def _stop(handeling: Handeling, verzoek: Tekenverzoek) -> None:
    verzoek.status = TEKENEN.na(verzoek.status, "trek_in")
    links.sluit(handeling.sessie, verzoek.id, handeling.nu)


def _haal(handeling: Handeling, zaak: Zaak, verzoek_id: UUID) -> Tekenverzoek:
    verzoek = next((een for een in verzoeken_van(handeling, zaak) if een.id == verzoek_id), None)
    if verzoek is None:
        raise NietGevonden
    open_stap(handeling, zaak, Zaakstap.ONDERTEKENING)
    return verzoek


@gebruiksgeval("Herinnerd om te ondertekenen")
def herinner(handeling: Handeling, zaak: Zaak, verzoek_id: UUID, adres: str) -> Tekenverzoek:
    """Stuurt een nieuwe link; de vorige werkt dan niet meer."""
    verzoek = _haal(handeling, zaak, verzoek_id)
    _stuur(handeling, verzoek, adres, "herinner")
    return verzoek


@gebruiksgeval("Verzoek om te ondertekenen ingetrokken")
def trek_in(handeling: Handeling, zaak: Zaak, verzoek_id: UUID) -> Tekenverzoek:
    """De link werkt niet meer; wie al tekende blijft getekend hebben."""
    verzoek = _haal(handeling, zaak, verzoek_id)
    _stop(handeling, verzoek)
    return verzoek


@gebruiksgeval("Handtekening op papier vastgelegd")
def onderteken_op_papier(
    handeling: Handeling, zaak: Zaak, gezet: OpPapier, versie: int | None, *, adres: str
) -> Aanvraag:
    """Iemand tekende op papier: een verzoek aan hem vervalt, en de volgende is aan de beurt."""
    scan, partij = bewaar_scan(handeling, zaak, gezet.scan), gezet.partij
    bewijs = {"scan_id": str(scan.id), "scan": scan.titel}
    aanvraag = onderteken(handeling, zaak, partij, gezet.naam, dag=gezet.dag, versie=versie, bewijs=bewijs)
    for verzoek in verzoeken_van(handeling, zaak):
        if verzoek.partij is partij and verzoek.status in LOPEND:
            _stop(handeling, verzoek)
    handeling.sessie.flush()
    stuur_volgende(handeling, zaak, aanvraag, adres)
    return aanvraag


@gebruiksgeval("Handtekening ingetrokken, met wat nog liep")
def herroep(handeling: Handeling, zaak: Zaak, versie: int | None) -> bool:
    """De laatste handtekening gaat terug, ook een digitale, en elke link die nog liep werkt niet meer. Liep er een?"""
    aanvraag = trek_handtekening_in(handeling, zaak, versie)
    terug = nog_te_tekenen(handeling, zaak, aanvraag)[0]
    for verzoek in verzoeken_van(handeling, zaak):
        if verzoek.partij is terug and TEKENEN.kan(verzoek.status, "herroep"):
            verzoek.status = TEKENEN.na(verzoek.status, "herroep")
    return sluit_alles(handeling, zaak)


def sluit_alles(handeling: Handeling, zaak: Zaak) -> bool:
    """Geen enkele link werkt nog. Liep er nog een?"""
    lopend = [een for een in verzoeken_van(handeling, zaak) if een.status in LOPEND]
    for verzoek in lopend:
        _stop(handeling, verzoek)
    return bool(lopend)
