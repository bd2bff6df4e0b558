"""Betalingen die klaarstaan: bij het besluit of na een goedgekeurde declaratie, en hoeveel er is toegekend."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import select

from dakpan.aanvraag.domain.dossier import Dossier
from dakpan.aanvraag.domain.stukken import Partij
from dakpan.aanvraag.tables import Besluit
from dakpan.begrippen.bedrag import NUL_EURO, Bedrag
from dakpan.begrippen.periode import Periode
from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.betalen.klaarzetten import Klaar, zet_klaar
from dakpan.betaling.betalen.termijnen import Besloten, bepaal_betalingen
from dakpan.betaling.domain import Betaalritme
from dakpan.betaling.factureren.facturen import factuur_bij
from dakpan.betaling.tables import Betaalopdracht, Declaratie
from dakpan.betaling.toekenning import besluit_van, bron_van, dossier_van, regels_van
from dakpan.betaling.vorderen.lezen import gevorderd, teruggekregen
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import NEDERLAND, Handeling, gebruiksgeval
from dakpan.uitleg.berekening import stap
from dakpan.uitleg.bron import Bron


@gebruiksgeval("betalingen klaargezet bij het besluit")
def zet_termijnen_klaar(handeling: Handeling, zaak: Zaak, besluit: Besluit, dossier: Dossier) -> list[Betaalopdracht]:
    """Zet bij het besluit elke betaling klaar die geen declaratie of factuur nodig heeft; nooit twee keer."""
    aan, klaar = termijnen_van(handeling, zaak, besluit, dossier)
    return zet_klaar(handeling, zaak, aan, klaar) if klaar else []


def termijnen_van(
    handeling: Handeling, zaak: Zaak, besluit: Besluit, dossier: Dossier
) -> tuple[Partij, Sequence[Klaar]]:
    """Aan wie gaan welke betalingen waarvoor geen declaratie of factuur nodig is? Elk met haar berekening."""
    geen = Partij.WERKGEVER, ()
    if not besluit.soort.kent_toe or not volgt_op_besluit(zaak):
        return geen
    regels = regels_van(handeling, besluit)
    ritme = regels.bepaal_betaalritme(dossier)
    omvang = regels.bereken_omvang(dossier, besluit.peildatum).resultaat
    bedrag = besluit.bedrag or omvang.plafond
    if ritme.resultaat.factuur or bedrag is None:
        return geen
    op = besluit.genomen_op.astimezone(NEDERLAND).date()
    besloten = Besloten(bedrag, Periode(besluit.begin, besluit.eind), op, bron_van(besluit))
    betalingen = bepaal_betalingen(regels.naam, besloten, omvang, ritme)
    klaar = [
        Klaar(
            f"termijn:{besluit.id}:{nummer}",
            een.bedrag,
            f"{zaak.nummer} jobcoaching, betaling {nummer} van {len(betalingen)}",
            een.vanaf,
            (een.stap,),
        )
        for nummer, een in enumerate(betalingen, start=1)
    ]
    return ritme.resultaat.aan, klaar


def volgt_op_besluit(zaak: Zaak) -> bool:
    """Wordt er betaald zonder dat iemand declareert of factureert? De werkwijze van de zaak zegt het."""
    return betaalt_zonder_declaratie(zaak.stappen)


def betaalt_zonder_declaratie(werkwijze: Iterable[Mapping[str, Any]]) -> bool:
    """Zoals ``volgt_op_besluit``, voor wie alleen de stappen van een zaak heeft gelezen."""
    stappen = {een["stap"] for een in werkwijze}
    return Zaakstap.BETALING in stappen and stappen.isdisjoint((Zaakstap.DECLARATIE, Zaakstap.FACTUUR))


def zet_declaratie_klaar(handeling: Handeling, zaak: Zaak, declaratie: Declaratie) -> list[Betaalopdracht]:
    """De betaling van een goedgekeurde declaratie, aan de jobcoachorganisatie. Van nul euro komt geen betaling."""
    bedrag, factuur = declaratie.bedrag_incl or NUL_EURO, factuur_bij(handeling, declaratie)
    # De factuur vraagt haar eigen nummer als kenmerk: zo vindt de organisatie de betaling terug.
    kenmerk = f"factuur {factuur.nummer}, " if factuur is not None else ""
    klaar = Klaar(
        sleutel_van(declaratie),
        bedrag,
        f"{kenmerk}declaratie {declaratie.nummer}, {zaak.nummer}",
        handeling.vandaag,
        (
            stap(
                "betaling.declaratie",
                "Declaratie {nummer}, {declarabel}: {excl} en {btw} btw",
                nummer=declaratie.nummer,
                declarabel=declaratie.declarabel,
                excl=declaratie.bedrag_excl,
                btw=declaratie.btw,
                uitkomst=bedrag,
                bron=Bron(f"Declaratie {declaratie.nummer}", "goedgekeurd", datum=handeling.vandaag),
            ),
        ),
        declaratie.id,
        declaratie.bedrag_excl,
        declaratie.btw,
    )
    return zet_klaar(handeling, zaak, Partij.JOBCOACHORGANISATIE, [klaar])


def sleutel_van(declaratie: Declaratie) -> str:
    """De reden van betalen: één declaratie geeft ten hoogste één betaling."""
    return f"declaratie:{declaratie.id}"


def nog_te_verdelen(handeling: Handeling, zaak: Zaak) -> Bedrag:
    """Hoeveel moet een mens zelf nog klaarzetten? Niets als de regels het bedrag al verdeelden."""
    besluit = besluit_van(handeling, zaak)
    if not volgt_op_besluit(zaak) or besluit is None or not besluit.soort.kent_toe:
        return NUL_EURO
    ritme, toegekend = toegekend_bedrag(handeling, zaak)
    # Na een wijziging of een bezwaar zijn de termijnen van een eerder besluit niet meer de verdeling van wat er geldt;
    # een voorschot blijft dat wel, en de vaststelling rekent af.
    verdeling = "termijn:" if ritme.voorschot is not None else f"termijn:{besluit.id}:"
    if any(een.sleutel.startswith(verdeling) for een in betalingen_van(handeling, zaak)):
        return NUL_EURO
    return max(NUL_EURO, toegekend - al_verdeeld(handeling, zaak))


def toegekend_bedrag(handeling: Handeling, zaak: Zaak) -> tuple[Betaalritme, Bedrag]:
    """Hoe betaalt de financier deze zaak, en hoeveel is er toegekend?"""
    besluit = besluit_van(handeling, zaak)
    if besluit is None or not besluit.soort.kent_toe:
        raise KanNiet("Er is niets toegekend om te betalen.")
    dossier, regels = dossier_van(besluit), regels_van(handeling, besluit)
    bedrag = besluit.bedrag or regels.bereken_omvang(dossier, besluit.peildatum).resultaat.plafond
    return regels.bepaal_betaalritme(dossier).resultaat, bedrag or NUL_EURO


def som_van(handeling: Handeling, zaak: Zaak) -> Bedrag:
    """Hoeveel staat er al klaar of is er al betaald voor deze zaak? Wat is teruggevorderd gaat eraf."""
    bedragen = (een.telt for een in betalingen_van(handeling, zaak))
    return sum(bedragen, NUL_EURO) - gevorderd(handeling, zaak)


def al_verdeeld(handeling: Handeling, zaak: Zaak) -> Bedrag:
    """Hoeveel van wat is toegekend heeft de ontvanger, of krijgt hij nog? Alleen wat echt terugkwam gaat eraf."""
    bedragen = (een.telt for een in betalingen_van(handeling, zaak))
    return sum(bedragen, NUL_EURO) - teruggekregen(handeling, zaak)


def betalingen_van(handeling: Handeling, zaak: Zaak) -> list[Betaalopdracht]:
    """Alle betalingen van deze zaak, wat het eerst betaald mag worden bovenaan."""
    vraag = select(Betaalopdracht).where(Betaalopdracht.tenant_id == zaak.tenant_id, Betaalopdracht.zaak_id == zaak.id)
    return list(handeling.sessie.scalars(vraag.order_by(Betaalopdracht.vanaf, Betaalopdracht.nummer)))
