"""De factuur bij een declaratie: UBL uit wat er al bekend is, met elke fout bij het veld dat ontbreekt."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import select

from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.corrigeren.geldend import geldende_uitkomst, tellende_activiteiten
from dakpan.betaling.declaratie.declaraties import haal_declaratie
from dakpan.betaling.factureren.nummers import neem_nummer
from dakpan.betaling.factureren.nummertabel import Nummersoort
from dakpan.betaling.factuur.domain import BtwCategorie
from dakpan.betaling.factuur.schemas import lees_factuur
from dakpan.betaling.tables import Declaratie, Factuur, Factuuradres
from dakpan.betaling.verzamelen import TELT
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.slot import zet_vast
from dakpan.dossier.tables import Document, Documentsoort, Zaak
from dakpan.dossier.zaken import bereik, open_stap, voortgang
from dakpan.invoer.fouten import InvoerFout, Veldfout
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.vrager import Kant
from dakpan.partijen.tables import Organisatie

NUL = "0.00"
BIJ_ORGANISATIE = "vul dit aan bij de gegevens van uw organisatie"
BIJ_FINANCIER = "de financier heeft dit nog niet ingevuld; vraag hem zijn factuuradres compleet te maken"


@dataclass(frozen=True, slots=True)
class Factuurgegevens:
    """Wat de organisatie zelf over haar factuur zegt; de rest volgt uit de declaratie.

    ``btw_categorie`` telt alleen als er 0% btw op de declaratie staat; anders is zij belast.
    """

    nummer: str
    verplichtingnummer: str | None = None
    vervaldatum: date | None = None
    btw_categorie: BtwCategorie | None = None
    reden_vrijstelling: str | None = None


class Vast(NamedTuple):
    """Bedragen die al vastliggen: op een creditnota het verschil per regel, en dat in btw."""

    per_regel: Sequence[Bedrag]
    btw: Bedrag


@gebruiksgeval("factuur gemaakt")
def maak_factuur(handeling: Handeling, zaak: Zaak, declaratie_id: UUID, gegevens: Factuurgegevens) -> Factuur:
    """Eén factuur bij een ingediende declaratie, als UBL opgeslagen. ``InvoerFout`` noemt alles wat ontbreekt."""
    declaratie = haal_declaratie(handeling, zaak, declaratie_id)
    open_stap(handeling, zaak, Zaakstap.FACTUUR)
    # Een correctie op hetzelfde moment: wie later is rekent met wat er dan nog geldt.
    zet_vast(handeling, zaak)
    handeling.sessie.refresh(declaratie)
    _vereis_factureerbaar(handeling, declaratie)
    neem_nummer(handeling, gegevens.nummer, Nummersoort.FACTUUR)
    inhoud = schrijf_factuur(handeling, zaak, declaratie, gegevens)
    document = factuurdocument(handeling, zaak, Documentsoort.FACTUUR, gegevens.nummer, inhoud)
    rij = Factuur(
        tenant_id=zaak.tenant_id,
        organisatie_id=zaak.organisatie_id,
        kant=Kant.GEDEELD,
        zaak_id=zaak.id,
        declaratie_id=declaratie.id,
        document_id=document.id,
        nummer=gegevens.nummer,
        datum=handeling.vandaag,
        bedrag=declaratie.bedrag_incl,
    )
    handeling.sessie.add_all([document, rij])
    declaratie.wacht_op_factuur = False
    vink_factuur_af(handeling, zaak)
    return rij


def te_factureren(handeling: Handeling, zaak: Zaak) -> list[Declaratie]:
    """De declaraties van deze zaak die op hun factuur wachten, de oudste eerst."""
    vraag = select(Declaratie).where(
        Declaratie.tenant_id == zaak.tenant_id, Declaratie.zaak_id == zaak.id, Declaratie.wacht_op_factuur
    )
    return list(handeling.sessie.scalars(vraag.order_by(Declaratie.id)))


def vink_factuur_af(handeling: Handeling, zaak: Zaak) -> None:
    """De stap is klaar als geen declaratie van deze zaak nog op haar factuur wacht, en niet als er geen hoefde."""
    handeling.sessie.flush()
    if Zaakstap.FACTUUR not in voortgang(handeling, zaak).vervallen and not te_factureren(handeling, zaak):
        bereik(handeling, zaak, Zaakstap.FACTUUR)


def factuur_bij(handeling: Handeling, declaratie: Declaratie) -> Factuur | None:
    """De factuur bij deze declaratie, als zij er is."""
    return handeling.sessie.scalar(
        select(Factuur).where(Factuur.tenant_id == declaratie.tenant_id, Factuur.declaratie_id == declaratie.id)
    )


def schrijf_factuur(handeling: Handeling, zaak: Zaak, declaratie: Declaratie, gegevens: Factuurgegevens) -> bytes:
    """De factuur als UBL. Wat bij de organisatie of bij de financier ontbreekt staat er elk bij."""
    regels = factuurregels(zaak, declaratie, gegevens, geldende_uitkomst(handeling, declaratie)["per_jaar"])
    ruw = ruw_document(handeling, zaak, declaratie, gegevens, list(regels)) | {"periode": _periode(declaratie)}
    return als_ubl(ruw, opmerking=_opmerking(declaratie))


def ruw_document(
    handeling: Handeling, zaak: Zaak, declaratie: Declaratie, gegevens: Factuurgegevens, regels: list[dict[str, Any]]
) -> dict[str, Any]:
    """Een factuur of creditnota bij deze declaratie, zoals het rekencontract haar wil; nog zonder haar periode."""
    return {
        "nummer": gegevens.nummer,
        "factuurdatum": handeling.vandaag.isoformat(),
        "vervaldatum": gegevens.vervaldatum.isoformat() if gegevens.vervaldatum else None,
        "verplichtingnummer": gegevens.verplichtingnummer or None,
        "declaratienummer": declaratie.nummer,
        "leverancier": _leverancier(zaak.organisatie),
        "afnemer": _afnemer(handeling, zaak.tenant_id),
        "regels": regels,
    }


def als_ubl(ruw: dict[str, Any], *, vast: Vast | None = None, opmerking: str | None = None) -> bytes:
    """Het document zelf; ``InvoerFout`` zegt bij elk veld waar iemand het aanvult."""
    from dakpan.betaling.factuur.ubl import schrijf_ubl  # noqa: PLC0415 - laadt de XML-bibliotheek

    try:
        gelezen = replace(lees_factuur(ruw), opmerking=opmerking)
    except InvoerFout as fout:
        raise InvoerFout(*dict.fromkeys(map(_met_plek, fout.fouten))) from fout
    if vast is not None:
        regels = (replace(een, vast=bedrag) for een, bedrag in zip(gelezen.regels, vast.per_regel, strict=True))
        gelezen = replace(gelezen, regels=tuple(regels), vaste_btw=vast.btw)
    return schrijf_ubl(gelezen)


def _opmerking(declaratie: Declaratie) -> str | None:
    """Is er met iets verzonnens gerekend, dan zegt ook de factuur het."""
    bronnen = (een["bron"] for een in declaratie.uitkomst.get("stappen", ()))
    verzonnen = dict.fromkeys(str(bron["titel"]) for bron in bronnen if bron.get("verzonnen"))
    return f"Let op: met een bedrag van deze bron: {'; '.join(verzonnen)}." if verzonnen else None


def _vereis_factureerbaar(handeling: Handeling, declaratie: Declaratie) -> None:
    if declaratie.status not in TELT:
        raise KanNiet("Een factuur hoort bij een declaratie die is ingediend en niet is afgekeurd.")
    if declaratie.bedrag_incl is None or declaratie.bedrag_incl == NUL_EURO:
        raise KanNiet("Op deze declaratie staat geen bedrag; er is niets te factureren.")
    bestaand = factuur_bij(handeling, declaratie)
    if bestaand is not None:
        raise KanNiet(f"Bij deze declaratie is al een factuur: {bestaand.nummer}.")


def factuurdocument(handeling: Handeling, zaak: Zaak, soort: Documentsoort, nummer: str, inhoud: bytes) -> Document:
    """Het bestand bij de zaak, voor wie de zaak mag zien."""
    naam = "".join(teken if teken.isascii() and (teken.isalnum() or teken in "-_.") else "-" for teken in nummer)
    return Document(
        tenant_id=zaak.tenant_id,
        organisatie_id=zaak.organisatie_id,
        kant=Kant.GEDEELD,
        zaak_id=zaak.id,
        soort=soort,
        titel=f"{soort.value.capitalize()} {nummer}",
        bestandsnaam=f"{soort.value}-{naam}.xml",
        mediatype="application/xml",
        sha256=sha256(inhoud).hexdigest(),
        gemaakt_op=handeling.nu,
        door=handeling.vrager.naam,
        inhoud=inhoud,
    )


def _periode(declaratie: Declaratie) -> dict[str, str]:
    """Van de eerste tot de laatste dag waarop er is gewerkt; telt er niets meer, dan van wat er was ingediend."""
    werk = tellende_activiteiten(declaratie) or declaratie.invoer["activiteiten"]
    dagen = sorted(str(een["datum"]) for een in werk)
    return {"begin": dagen[0], "eind": dagen[-1]}


def _leverancier(organisatie: Organisatie | None) -> dict[str, Any]:
    if organisatie is None:
        raise KanNiet("Bij deze zaak is geen jobcoachorganisatie die een factuur kan sturen.")
    adres = {"straat": organisatie.straat, "postcode": organisatie.postcode, "plaats": organisatie.plaats}
    return {
        "naam": organisatie.naam,
        "kvk": organisatie.kvk,
        "btw_nummer": organisatie.btw_nummer,
        "iban": organisatie.iban,
        "adres": adres,
    }


def _afnemer(handeling: Handeling, tenant_id: str) -> dict[str, Any]:
    """Zonder factuuradres is alleen de naam bekend; wat ontbreekt komt er bij het lezen uit."""
    adres = handeling.sessie.get(Factuuradres, tenant_id)
    if adres is None:
        return {"naam": handeling.regelboek.tenants[tenant_id].naam}
    return {
        "naam": adres.naam,
        "oin": adres.oin,
        "kvk": adres.kvk,
        "adres": {"straat": adres.straat, "postcode": adres.postcode, "plaats": adres.plaats},
    }


def factuurregels(
    zaak: Zaak, declaratie: Declaratie, gegevens: Factuurgegevens, per_jaar: Iterable[Mapping[str, Any]]
) -> Iterator[dict[str, Any]]:
    """Eén regel per jaar en tarief, precies zoals de declaratie is berekend."""
    percentage = declaratie.btw_percentage or NUL
    belast = percentage != NUL
    for deel in per_jaar:
        yield {
            "omschrijving": f"Jobcoaching {zaak.nummer} in {deel['jaar']}",
            "uren": deel["uren"],
            "tarief": deel["tarief"],
            "btw_categorie": BtwCategorie.BELAST if belast else gegevens.btw_categorie or "",
            "btw_percentage": percentage,
            "reden_vrijstelling": None if belast else gegevens.reden_vrijstelling or None,
        }


def _met_plek(fout: Veldfout) -> Veldfout:
    """Zegt erbij waar iemand het aanvult; een fout in een regel hoort bij het veld op het scherm."""
    eerste, _, rest = fout.veld.partition(".")
    if eerste == "leverancier":
        return Veldfout(fout.veld, f"{fout.melding}; {BIJ_ORGANISATIE}")
    if eerste == "afnemer":
        return Veldfout("factuuradres", BIJ_FINANCIER)
    return Veldfout(rest.rpartition(".")[2], fout.melding) if eerste == "regels" else fout
