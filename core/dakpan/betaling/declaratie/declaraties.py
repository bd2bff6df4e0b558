"""Declareren: op proef, en daarna definitief. Het beëindigen van een periode staat bij het plan."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.begrippen.duur import GEEN_DUUR, Duur
from dakpan.begrippen.percentage import Percentage
from dakpan.begrippen.toestand import KanNiet
from dakpan.begrippen.uren import Uren
from dakpan.betaling.declaratie.berekenen import Gevraagd, Proefrekening, bereken
from dakpan.betaling.declaratie.grenzen import vereis_declarabel
from dakpan.betaling.declaratie.motivering import te_motiveren, vereis_motivering, vorige_motivering
from dakpan.betaling.declaratie.nakijken import bezwaren_tegen_dag, bezwaren_tegen_tarief
from dakpan.betaling.declaratie.teller import Plafond, tel_op
from dakpan.betaling.declaratie.vervolgstappen import begin_vervolg
from dakpan.betaling.domain import Declaratie as Gedeclareerd
from dakpan.betaling.domain import Declaratiesoort, Tarief
from dakpan.betaling.tables import Declaratie
from dakpan.betaling.toekenning import Toekenning, lees_toekenning
from dakpan.betaling.toestanden import DECLARATIE, Declaratiestatus
from dakpan.betaling.verzamelen import ingediende, open_uren, te_declareren
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.slot import zet_vast
from dakpan.dossier.tables import Zaak
from dakpan.dossier.voortgang import Voortgang
from dakpan.dossier.zaken import bereik, geef_nummer, open_stap
from dakpan.invoer.fouten import InvoerFout, fout_bij
from dakpan.opslag.fouten import Gewijzigd, NietGevonden
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht
from dakpan.plan.tables import Jobcoachperiode
from dakpan.uren.tables import Activiteit
from dakpan.uren.toestanden import UREN

NUMMERSOORT = "UJ"
VERANDERD = (
    "Sinds deze proefdeclaratie is er iets veranderd aan de uren, het akkoord, de toekenning of de regels. "
    "Maak de proef opnieuw; er is niets ingediend."
)
GEEN_BEDRAG = (
    "Het bedrag is nog niet bekend: het uurtarief of het btw-percentage is niet in bron. "
    "Maak de proef opnieuw en vul in wat ontbreekt."
)


def haal_declaratie(handeling: Handeling, zaak: Zaak, declaratie_id: UUID) -> Declaratie:
    """De declaratie bij deze zaak. ``NietGevonden``: bestaat niet, of is niet van de vrager."""
    rij = handeling.sessie.get(Declaratie, (zaak.tenant_id, declaratie_id))
    if rij is None or rij.zaak_id != zaak.id:
        raise NietGevonden
    return rij


@gebruiksgeval("proefdeclaratie gemaakt")
def proef(handeling: Handeling, zaak: Zaak, gevraagd: Gevraagd) -> Declaratie:
    """Wat zou er betaald worden? Niets ligt vast; een nieuwe proef vervangt de vorige."""
    open_stap(handeling, zaak, Zaakstap.DECLARATIE)
    toekenning = lees_toekenning(handeling, zaak, vast=True)
    eerder = ingediende(handeling, toekenning.periode)
    vereis_declarabel(toekenning, gevraagd.soort, gevraagd.tot_en_met, eerder)
    regels = handeling.regels(zaak.tenant_id, handeling.vandaag)
    _vereis_leesbaar(handeling, toekenning, gevraagd, regels.naam)
    activiteiten = _activiteiten(handeling, toekenning.periode, gevraagd)
    rekening = bereken(regels, toekenning, gevraagd, activiteiten, eerder, op=handeling.vandaag)
    motivering = vorige_motivering(handeling, toekenning.periode)
    _gooi_proeven_weg(handeling, toekenning.periode)
    rij = _maak_rij(zaak, toekenning, gevraagd, rekening, activiteiten)
    rij.motivering = motivering if te_motiveren(rij) is not None else ""
    handeling.sessie.add(rij)
    return rij


@gebruiksgeval("proefdeclaratie weggegooid")
def verwerp_proef(handeling: Handeling, zaak: Zaak, declaratie_id: UUID, versie: int) -> None:
    """Gooit een proef weg; de uren blijven te declareren."""
    gevonden = haal_declaratie(handeling, zaak, declaratie_id)  # eerst of zij bestaat, dan pas het recht
    handeling.vereis(Recht.DECLAREREN)
    rij = van_versie(gevonden, versie)
    DECLARATIE.na(rij.status, "verwerp_proef")
    handeling.sessie.delete(rij)


@gebruiksgeval("declaratie definitief gemaakt en ingediend")
def dien_in(handeling: Handeling, zaak: Zaak, declaratie_id: UUID, versie: int) -> Declaratie:
    """Maakt de proef definitief: een nummer, de uren gedeclareerd, en de financier ziet haar."""
    gevonden = haal_declaratie(handeling, zaak, declaratie_id)
    open_stap(handeling, zaak, Zaakstap.DECLARATIE)
    zet_vast(handeling, zaak)  # vóór de periode en de teller: wie tegelijk oordeelt neemt de zaak ook het eerst
    toekenning = lees_toekenning(handeling, zaak, vast=True)
    rij = van_versie(gevonden, versie)
    status = DECLARATIE.na(rij.status, "dien_in")
    activiteiten = _vereis_ongewijzigd(handeling, zaak, toekenning, rij)
    _vereis_bedrag(rij)
    vereis_motivering(rij)
    rij.nummer = geef_nummer(handeling.sessie, zaak.tenant_id, NUMMERSOORT, handeling.vandaag.year)
    rij.status, rij.kant = status, Kant.GEDEELD
    rij.ingediend_op, rij.datum = handeling.nu, handeling.vandaag
    tel_op(handeling, rij, _plafond(toekenning, rij))
    for een in activiteiten:
        een.status = UREN.na(een.status, "declareer")
        een.declaratie_id = rij.id
    besluit = Voortgang.uit(zaak.stappen, ()).stap(Zaakstap.BESLUIT)
    rij.beoordelaar = besluit.opent if besluit is not None else None
    rij.wacht_op_factuur = rij.bedrag_incl != NUL_EURO and vraagt_factuur(zaak)
    bereik(handeling, zaak, Zaakstap.DECLARATIE)
    begin_vervolg(handeling, zaak, rij)
    return rij


def _plafond(toekenning: Toekenning, rij: Declaratie) -> Plafond:
    """Wat is toegekend, in uren zoals de declaratie ermee rekende en in geld."""
    uren = Uren.uit_iso(rij.invoer["toegekend_uren"])
    return Plafond(Duur.uit_uren(uren), toekenning.periode.bedrag)


def vraagt_factuur(zaak: Zaak) -> bool:
    """Wordt er bij deze zaak pas beoordeeld en betaald als de factuur er is? Haar werkwijze zegt het."""
    return Voortgang.uit(zaak.stappen, ()).komt_eerst(Zaakstap.FACTUUR, Zaakstap.BETALING)


def _activiteiten(handeling: Handeling, periode: Jobcoachperiode, gevraagd: Gevraagd) -> list[Activiteit]:
    """De gekozen uren; zonder uren is er alleen aan het eind iets te declareren."""
    gekozen = _zonder(te_declareren(open_uren(handeling, periode, gevraagd.tot_en_met)), gevraagd)
    if not gekozen and gevraagd.soort is Declaratiesoort.REGULIER:
        raise fout_bij("regels", "kies ten minste één regel; zonder uren is er niets te declareren")
    return gekozen


def _vereis_leesbaar(handeling: Handeling, toekenning: Toekenning, gevraagd: Gevraagd, regelset: str) -> None:
    """Elke fout in één keer, bij haar vraag."""
    fouten = [
        *bezwaren_tegen_dag(handeling, toekenning, gevraagd.soort, gevraagd.tot_en_met),
        *bezwaren_tegen_tarief(toekenning, regelset, gevraagd.tarief_bron, opgegeven=bool(gevraagd.tarieven)),
    ]
    if fouten:
        raise InvoerFout(*fouten)


def _zonder(uren: Sequence[Activiteit], gevraagd: Gevraagd) -> list[Activiteit]:
    return [een for een in uren if een.id not in gevraagd.weglaten]


def _gooi_proeven_weg(handeling: Handeling, periode: Jobcoachperiode) -> None:
    proeven = handeling.sessie.scalars(
        select(Declaratie).where(
            Declaratie.tenant_id == periode.tenant_id,
            Declaratie.periode_id == periode.id,
            Declaratie.status == Declaratiestatus.PROEF,
        )
    )
    for oud in proeven:
        handeling.sessie.delete(oud)


def _maak_rij(
    zaak: Zaak, toekenning: Toekenning, gevraagd: Gevraagd, rekening: Proefrekening, activiteiten: list[Activiteit]
) -> Declaratie:
    vergoeding, btw = rekening.berekening.resultaat, gevraagd.btw_percentage
    return Declaratie(
        tenant_id=zaak.tenant_id,
        organisatie_id=zaak.organisatie_id,
        kant=Kant.ORGANISATIE,
        zaak_id=zaak.id,
        periode_id=toekenning.periode.id,
        soort=gevraagd.soort,
        datum=rekening.declaratie.declaratiedatum,
        tot_en_met=gevraagd.tot_en_met,
        btw_percentage=btw.iso if btw is not None else None,
        invoer=invoer_als_json(zaak.tenant_id, rekening.declaratie),
        uitkomst=rekening.uitkomst(),
        activiteit_ids=[str(een.id) for een in activiteiten],
        weggelaten_ids=sorted(map(str, gevraagd.weglaten)),
        tarief_bron=gevraagd.tarief_bron.strip(),
        regelset_versie=rekening.regels.versie,
        declarabel=vergoeding.declarabel,
        bedrag_excl=vergoeding.bedrag_excl,
        btw=vergoeding.btw,
        bedrag_incl=vergoeding.bedrag_incl,
    )


def invoer_als_json(tenant_id: str, declaratie: Gedeclareerd) -> dict[str, Any]:
    """De declaratie zoals het rekencontract haar schrijft, zodat zij over te doen is."""
    tarieven, btw = declaratie.tarieven, declaratie.btw_percentage
    return {
        "tenant": tenant_id,
        "soort": declaratie.soort.value,
        "declaratiedatum": declaratie.declaratiedatum.isoformat(),
        "toegekend_uren": declaratie.toegekend.iso,
        "eerder_gedeclareerd": [
            {"nummer": een.nummer, "soort": een.soort.value, "duur": str(een.duur)}
            for een in declaratie.eerder_gedeclareerd
        ],
        **({"tarieven": [_tarief_als_json(een) for een in tarieven]} if tarieven is not None else {}),
        "btw_percentage": btw.iso if btw is not None else None,
        "activiteiten": [
            {
                "datum": een.datum.isoformat(),
                "begin": f"{een.begin:%H:%M}",
                "duur": str(een.duur),
                "doel": een.doel.value,
                "activiteit": een.activiteit,
                "geaccordeerd": een.geaccordeerd,
            }
            for een in declaratie.activiteiten
        ],
    }


def _tarief_als_json(tarief: Tarief) -> dict[str, str]:
    return {"vanaf": tarief.vanaf.isoformat(), "tarief": tarief.tarief.iso}


def gevraagd_uit(rij: Declaratie) -> Gevraagd:
    """Wat de organisatie bij deze proef vroeg."""
    tarieven = rij.invoer.get("tarieven", []) if rij.tarief_bron else []
    return Gevraagd(
        rij.soort,
        rij.tot_en_met,
        Percentage.uit_iso(rij.btw_percentage) if rij.btw_percentage is not None else None,
        tuple(Tarief(date.fromisoformat(een["vanaf"]), Bedrag.uit_iso(een["tarief"])) for een in tarieven),
        rij.tarief_bron,
        frozenset(map(UUID, rij.weggelaten_ids)),
    )


def _vereis_ongewijzigd(handeling: Handeling, zaak: Zaak, toekenning: Toekenning, rij: Declaratie) -> list[Activiteit]:
    """Rekent alles opnieuw; komt er iets anders uit dan op de proef staat, dan gaat het niet door."""
    gevraagd, eerder = gevraagd_uit(rij), ingediende(handeling, toekenning.periode)
    vereis_declarabel(toekenning, rij.soort, rij.tot_en_met, eerder)
    activiteiten = _zonder(te_declareren(open_uren(handeling, toekenning.periode, rij.tot_en_met)), gevraagd)
    regels = handeling.regels(zaak.tenant_id, handeling.vandaag)
    opnieuw = bereken(regels, toekenning, gevraagd, activiteiten, eerder, op=handeling.vandaag)
    zelfde_uren = [str(een.id) for een in activiteiten] == rij.activiteit_ids
    if rij.periode_id != toekenning.periode.id or not zelfde_uren or opnieuw.uitkomst() != rij.uitkomst:
        raise KanNiet(VERANDERD)
    rij.invoer = invoer_als_json(zaak.tenant_id, opnieuw.declaratie)
    return activiteiten


def _vereis_bedrag(rij: Declaratie) -> None:
    if rij.bedrag_incl is None:
        raise KanNiet(GEEN_BEDRAG)
    if rij.soort is Declaratiesoort.REGULIER and rij.declarabel == GEEN_DUUR:
        raise KanNiet("Er blijft niets te declareren over: alles wat is toegekend is al gedeclareerd.")


def van_versie(rij: Declaratie, versie: int) -> Declaratie:
    """De rij zoals de vrager haar zag; anders was iemand hem voor."""
    if rij.versie != versie:
        raise Gewijzigd
    return rij
