"""Een zaak aan een andere financier meegeven: vooraf zeggen wat meegaat, en het daarna in één geheel vastleggen."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import undefer

from dakpan.aanvraag.inhoud import haal_ingediend
from dakpan.aanvraag.meegeven.inhoud import Deel, wat_meegaat
from dakpan.aanvraag.meegeven.overkant import laat_daar_weten, status_daar, zet_klaar
from dakpan.aanvraag.meegeven.tables import LANGSTE_REDEN, Meegegeven, Zaakoverdracht
from dakpan.aanvraag.meegeven.toestanden import Meegeefstatus
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.slot import zet_vast
from dakpan.dossier.tables import Document, Documentsoort, Zaak, Zaakstatus
from dakpan.invoer.fouten import InvoerFout, Veldfout
from dakpan.opslag.basis import nieuw_id
from dakpan.opslag.fouten import NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.vrager import Kant
from dakpan.partijen.huisberichten import Huisnieuws
from dakpan.partijen.huistabellen import Huissoort
from dakpan.partijen.rechten import Recht
from dakpan.partijen.tables import Account

_MEE_TE_GEVEN = (Documentsoort.STUK, Documentsoort.BIJLAGE)
_AANGENOMEN = (Meegeefstatus.AANGENOMEN, Meegeefstatus.BEGONNEN)


@dataclass(frozen=True, slots=True)
class Keuze:
    """Aan wie, vanaf wanneer, en wat er naast het gewone meegaat."""

    naar: str
    vanaf: date
    delen: frozenset[Deel] = field(default_factory=frozenset)
    documenten: frozenset[UUID] = field(default_factory=frozenset)


def vereis(handeling: Handeling, zaak: Zaak) -> None:
    """Alleen wie bij deze financier beslist, over een zaak met een ingediende aanvraag."""
    if handeling.vrager.kant is not Kant.FINANCIER:
        raise NietGevonden
    handeling.vereis(Recht.BESLISSEN)
    if zaak.status is Zaakstatus.INGETROKKEN:
        raise KanNiet("Deze zaak is ingetrokken; er is niets om over te dragen.")
    haal_ingediend(handeling, zaak)


def waarom_niet(handeling: Handeling, zaak: Zaak) -> str:
    """Leeg als de zaak nu mee te geven is; anders wie haar al heeft. Eén zaak gaat naar één andere financier."""
    for rij in eerder(handeling, zaak):
        status = status_daar(handeling, rij, zaak.nummer)[0] if rij.teruggenomen_op is None else None
        ander = handeling.regelboek.tenants.get(rij.naar_tenant)
        wie = ander.naam if ander is not None else rij.naar_tenant
        if status is Meegeefstatus.AANGEBODEN:
            return f"Deze zaak is al aangeboden aan {wie}. Neem haar eerst terug."
        if status in _AANGENOMEN:
            return f"{wie} heeft deze zaak al aangenomen; zij kan niet nog eens worden meegegeven."
    return ""


def mee_te_geven(handeling: Handeling, zaak: Zaak) -> Sequence[Document]:
    """De documenten waaruit te kiezen is: wat mensen brachten en wat de financier mag zien, zonder de inhoud."""
    alle = select(Document).where(Document.tenant_id == zaak.tenant_id, Document.zaak_id == zaak.id)
    return handeling.sessie.scalars(alle.where(Document.soort.in_(_MEE_TE_GEVEN)).order_by(Document.id)).all()


def eerder(handeling: Handeling, zaak: Zaak) -> Sequence[Zaakoverdracht]:
    """Aan wie deze zaak al is meegegeven, het laatste eerst."""
    alle = select(Zaakoverdracht).where(Zaakoverdracht.tenant_id == zaak.tenant_id, Zaakoverdracht.zaak_id == zaak.id)
    return handeling.sessie.scalars(alle.order_by(Zaakoverdracht.id.desc())).all()


def controleer(handeling: Handeling, keuze: Keuze, reden: str | None = None) -> None:
    """Alle fouten tegelijk; ``reden`` None: die wordt pas bij het bevestigen gevraagd."""
    fouten = []
    if keuze.naar not in handeling.regelboek.tenants or keuze.naar == handeling.vrager.tenant_id:
        fouten.append(Veldfout("naar", "kies een andere financier uit de lijst"))
    if reden is not None and not reden.strip():
        fouten.append(Veldfout("reden", "schrijf waarom; de andere financier en de organisatie lezen dit"))
    if reden is not None and len(reden) > LANGSTE_REDEN:
        fouten.append(Veldfout("reden", f"schrijf ten hoogste {LANGSTE_REDEN} tekens"))
    if fouten:
        raise InvoerFout(*fouten)


@gebruiksgeval("Zaak meegegeven aan een andere financier")
def geef_mee(
    handeling: Handeling, zaak: Zaak, keuze: Keuze, reden: str, adres: str, *, overdracht_id: UUID | None = None
) -> Zaakoverdracht:
    """Legt hier vast wat meeging en zet het bij de ander klaar; de zaak zelf blijft hier zoals zij is.

    Twee keer hetzelfde ``overdracht_id`` geeft dezelfde overdracht. ``KanNiet``: een ander heeft de zaak al.
    """
    vereis(handeling, zaak)
    zet_vast(handeling, zaak)
    al = next((een for een in eerder(handeling, zaak) if een.id == overdracht_id), None)
    if al is not None:
        return al
    controleer(handeling, keuze, reden)
    bezet = waarom_niet(handeling, zaak)
    if bezet:
        raise KanNiet(bezet)
    delen = wat_meegaat(zaak, haal_ingediend(handeling, zaak), keuze.delen)
    stukken = _stukken(handeling, zaak, keuze.documenten)
    rij = Zaakoverdracht(
        id=overdracht_id or nieuw_id(),
        tenant_id=zaak.tenant_id,
        organisatie_id=zaak.organisatie_id,
        kant=zaak.kant,
        zaak_id=zaak.id,
        naar_tenant=keuze.naar,
        vanaf=keuze.vanaf,
        reden=reden.strip(),
        mee={"delen": [een.value for een in delen], "documenten": [een.titel for een in stukken]},
        op=handeling.nu,
        door=handeling.vrager.naam,
    )
    handeling.sessie.add(rij)
    handeling.sessie.flush()
    antwoorden = {veld: een.waarde for deel in delen.values() for veld, een in deel.items()}
    pakket = Meegegeven(
        tenant_id=keuze.naar,
        organisatie_id=zaak.organisatie_id,
        kant=Kant.FINANCIER,
        van_tenant=zaak.tenant_id,
        van_nummer=zaak.nummer,
        client=zaak.persoon.naam,
        vanaf=keuze.vanaf,
        reden=reden.strip(),
        antwoorden=antwoorden,
        aangeboden_op=handeling.nu,
        door=handeling.vrager.naam,
        door_email=_email(handeling),
    )
    zet_klaar(handeling, pakket, stukken)
    van = handeling.regelboek.tenants[zaak.tenant_id].naam
    tekst = (
        f"Dag,\n\n{van} wil een zaak aan u overdragen. Bekijk wat er meegaat, en neem haar aan of niet:\n\n"
        f"{adres.rstrip('/')}/overgedragen\n"
    )
    nieuws = Huisnieuws(Huissoort.ZAAK_AANGEBODEN, pakket.id, over=van, doel=str(pakket.id), brief=lambda: tekst)
    laat_daar_weten(handeling, keuze.naar, nieuws)
    return rij


def _stukken(handeling: Handeling, zaak: Zaak, ids: Collection[UUID]) -> Sequence[Document]:
    """De gekozen documenten met hun inhoud; een id dat niet bij deze zaak hoort bestaat niet."""
    if not ids:
        return []
    deze = [een.id for een in mee_te_geven(handeling, zaak) if een.id in ids]
    if len(deze) != len(set(ids)):
        raise NietGevonden
    gekozen = select(Document).where(Document.tenant_id == zaak.tenant_id, Document.id.in_(deze))
    return handeling.sessie.scalars(gekozen.options(undefer(Document.inhoud)).order_by(Document.id)).all()


def _email(handeling: Handeling) -> str:
    account = handeling.sessie.get(Account, handeling.vrager.account_id)
    return account.email if account is not None else ""
