"""Bezwaar en beroep met alles wat eruit volgt: het werk gaat door zolang het loopt, en daarna geldt de uitkomst."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from dakpan.aanvraag.beslissen import EINDE
from dakpan.aanvraag.bezwaren import beslissen, vastleggen
from dakpan.aanvraag.bezwaren.nieuw_besluit import Bijvoorstel, voorstel_bij
from dakpan.aanvraag.bezwaren.tables import Bezwaarschrift
from dakpan.aanvraag.domain.bezwaren import Bezwaarstatus
from dakpan.aanvraag.domain.dossier import Dossier
from dakpan.aanvraag.inhoud import haal_aanvraag, haal_besluit
from dakpan.aanvraag.schemas import DossierSchema
from dakpan.aanvraag.tables import Besluit
from dakpan.betaling.betalen.opdrachten import zet_termijnen_klaar
from dakpan.betaling.budget.verplichten import verplicht
from dakpan.betaling.budget.vooruit import Vooruitzicht
from dakpan.dossier.berichten import Aanleiding, stuur_aan
from dakpan.dossier.berichtsoorten import Berichtsoort
from dakpan.dossier.tables import Zaak, Zaakstatus
from dakpan.dossier.zaken import voortgang, zet_beurt
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.vrager import Kant
from dakpan.partijen.leden import Ontvanger
from dakpan.plan import offertes, perioden
from dakpan.plan.toestanden import PERIODE
from dakpan.rapportage.plannen import plan_verslagen
from dakpan.wandeling.bezwaarpost import over_bezwaar
from dakpan.wandeling.ontvangers import van_de_organisatie
from dakpan.wandeling.wijzigen import pas_toe, zou_vastleggen


@gebruiksgeval("Bezwaar vastgelegd")
def leg_vast(
    handeling: Handeling, zaak: Zaak, contract: Mapping[str, Any], bezwaar_id: UUID | None = None
) -> Bezwaarschrift:
    """Legt het bezwaar vast; een zaak die was gestopt gaat weer lopen, met haar periode voorlopig."""
    bezwaar = vastleggen.leg_vast(handeling, zaak, contract, bezwaar_id)
    if zaak.status in EINDE.values():
        zaak.status = Zaakstatus.LOPEND
        perioden.laat_herleven(handeling, zaak)
        zet_beurt(zaak, voortgang(handeling, zaak))
    aan = over_bezwaar(handeling, zaak, bezwaar)
    if handeling.vrager.kant is Kant.FINANCIER:
        aan = [*van_de_organisatie(handeling, zaak), *aan]
    _meld(handeling, zaak, bezwaar, Berichtsoort.BEZWAAR_VASTGELEGD, aan)
    return bezwaar


@gebruiksgeval("Op bezwaar beslist")
def beslis(
    handeling: Handeling,
    zaak: Zaak,
    bezwaar: Bezwaarschrift,
    gegevens: Mapping[str, Any],
    versie: int | None = None,
    *,
    gewaarschuwd: bool = False,
) -> Besluit | None:
    """Gegrond: de periode begint of verandert. Anders blijft het besluit; zonder toekenning stopt de zaak."""
    geoffreerd = offertes.afspraak(handeling, zaak)
    besluit = beslissen.beslis_op_bezwaar(handeling, zaak, bezwaar, gegevens, versie, afspraak=geoffreerd)
    if besluit is not None:
        _ken_toe(handeling, zaak, besluit, gewaarschuwd=gewaarschuwd)
    else:
        _stop(handeling, zaak)
    _meld(handeling, zaak, bezwaar, Berichtsoort.BEZWAAR_BESLIST, van_de_organisatie(handeling, zaak))
    return besluit


def voorstel(handeling: Handeling, zaak: Zaak, geldend: Besluit) -> Bijvoorstel:
    """Wat zouden de regels geven als het bezwaar gegrond is, met de offerte als die er is?"""
    return voorstel_bij(handeling, geldend, offertes.afspraak(handeling, zaak))


@gebruiksgeval("Bezwaar ingetrokken")
def trek_in(handeling: Handeling, zaak: Zaak, bezwaar_id: UUID, versie: int | None = None) -> Bezwaarschrift:
    """Het besluit blijft; was dat geen toekenning, dan houdt het werk op."""
    bezwaar = vastleggen.trek_bezwaar_in(handeling, zaak, bezwaar_id, versie)
    _stop(handeling, zaak)
    return bezwaar


def kijk_na(
    handeling: Handeling, zaak: Zaak, bezwaar: Bezwaarschrift, gegevens: Mapping[str, Any]
) -> beslissen.Nagekeken:
    """Wat wordt er vastgelegd, met de offerte als die er is? Er verandert niets."""
    return beslissen.kijk_na(handeling, zaak, bezwaar, gegevens, offertes.afspraak(handeling, zaak))


def legt_vast(
    handeling: Handeling, zaak: Zaak, bezwaar: Bezwaarschrift, gegevens: Mapping[str, Any]
) -> list[Vooruitzicht]:
    """Wat zou deze uitkomst vastleggen? Niets als het besluit blijft; fouten komen nu al."""
    gezien = kijk_na(handeling, zaak, bezwaar, gegevens)
    gegrond = gezien.gelezen["uitkomst"] is Bezwaarstatus.GEGROND
    return zou_vastleggen(handeling, zaak, gezien.geldend, gezien.gelezen) if gegrond else []


def _ken_toe(handeling: Handeling, zaak: Zaak, besluit: Besluit, *, gewaarschuwd: bool) -> None:
    zaak.begin, zaak.eind = besluit.begin, besluit.eind
    alle = perioden.perioden_van(handeling, zaak)
    if any(PERIODE.kan(een.status, "wijzig") or PERIODE.kan(een.status, "herzie") for een in alle):
        pas_toe(handeling, zaak, besluit, gewaarschuwd=gewaarschuwd)
        return
    verplicht(handeling, zaak, besluit, gewaarschuwd=gewaarschuwd)
    dossier: Dossier = DossierSchema().lees(besluit.invoer)
    periode = perioden.open_periode(handeling, zaak, besluit, haal_aanvraag(handeling, zaak).coach_id)
    plan_verslagen(handeling, zaak, dossier, periode)
    zet_termijnen_klaar(handeling, zaak, besluit, dossier)


def _stop(handeling: Handeling, zaak: Zaak) -> None:
    """Geldt er geen toekenning, dan is de zaak weer waar zij was."""
    geldend = haal_besluit(handeling, zaak)
    if geldend is not None and geldend.soort in EINDE:
        zaak.status = EINDE[geldend.soort]
        perioden.laat_vervallen(handeling, zaak)
        zet_beurt(zaak, voortgang(handeling, zaak))


def _meld(
    handeling: Handeling, zaak: Zaak, bezwaar: Bezwaarschrift, soort: Berichtsoort, aan: Sequence[Ontvanger]
) -> None:
    aanleiding = Aanleiding.bij(soort, zaak, bezwaar.id, over=bezwaar.status.value)
    stuur_aan(handeling, aanleiding, [een for een in aan if een.id != handeling.vrager.lidmaatschap_id])
