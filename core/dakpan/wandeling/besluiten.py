"""Een besluit met alles wat eruit volgt, of niets van beide."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from dakpan.aanvraag import beslissen
from dakpan.aanvraag.domain.dossier import Dossier
from dakpan.aanvraag.inhoud import haal_aanvraag
from dakpan.aanvraag.overname.bevestigen import maak_bevestigd, overname_van
from dakpan.aanvraag.schemas import DossierSchema
from dakpan.aanvraag.tables import Besluit
from dakpan.begrippen.periode import Periode
from dakpan.betaling.betalen.opdrachten import zet_termijnen_klaar
from dakpan.betaling.budget.domain import Toegekend
from dakpan.betaling.budget.verplichten import verplicht
from dakpan.betaling.budget.vooruit import Vooruitzicht, vooruitzicht
from dakpan.dossier.berichten import Aanleiding, stuur_aan
from dakpan.dossier.berichtsoorten import Berichtsoort
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.plan import offertes, perioden
from dakpan.plan.coachingsplan.lezen import inhoud_van, plan_bij_aanvraag
from dakpan.plan.minder_uren import MinderUren, minder_in_offerte, minder_in_plan
from dakpan.plan.tables import Offerte
from dakpan.rapportage.plannen import laat_voorbije_vervallen, plan_verslagen
from dakpan.wandeling.ontvangers import van_de_organisatie


def voorstel(handeling: Handeling, zaak: Zaak, *, aanvaard: bool | None = None) -> beslissen.Voorstel:
    """Wat volgt er uit de regels, met de offerte als die er is?"""
    return beslissen.voorstel(handeling, zaak, offertes.afspraak(handeling, zaak), aanvaard=aanvaard)


def geldende_offerte(handeling: Handeling, zaak: Zaak) -> Offerte | None:
    """De offerte waarop het besluit steunt; een concept of een teruggegeven offerte telt niet."""
    offerte = offertes.laatste_offerte(handeling, zaak)
    return offerte if offertes.afspraak_in(offerte) is not None else None


def minder_uren(handeling: Handeling, zaak: Zaak) -> MinderUren | None:
    """Vraagt waarop wordt beslist minder uren dan de aanvraag? De offerte als die er is, anders het plan erbij."""
    offerte = geldende_offerte(handeling, zaak)
    if offerte is not None:
        return minder_in_offerte(handeling, zaak, offerte)
    plan = plan_bij_aanvraag(handeling, zaak, haal_aanvraag(handeling, zaak))
    return minder_in_plan(handeling, zaak, inhoud_van(plan))


def kijk_na(
    handeling: Handeling, zaak: Zaak, gegevens: Mapping[str, Any], *, aanvaard: bool | None = None
) -> tuple[beslissen.Voorstel, dict[str, Any]]:
    """Wat wordt er besloten, en wat stelden de regels voor? Er verandert niets; fouten komen nu al."""
    return beslissen.kijk_na(handeling, zaak, gegevens, offertes.afspraak(handeling, zaak), aanvaard=aanvaard)


class Gekozen(NamedTuple):
    """Ten laste van welke kostenplaats (None: de standaard), en las wie beslist dat het er niet in past?"""

    kostenplaats: str | None = None
    gewaarschuwd: bool = False


def legt_vast(
    handeling: Handeling, zaak: Zaak, van_regels: beslissen.Voorstel, genomen: Mapping[str, Any]
) -> list[Vooruitzicht]:
    """Wat zou dit besluit op elke kostenplaats vastleggen? Niets als het niets toekent."""
    if not genomen["soort"].kent_toe:
        return []
    periode = Periode(genomen["begin"], genomen["eind"])
    return vooruitzicht(handeling, zaak, Toegekend(genomen["bedrag"], genomen["uren"], van_regels.tarief, periode))


@gebruiksgeval("Besluit genomen")
def besluit(
    handeling: Handeling,
    zaak: Zaak,
    gegevens: Mapping[str, Any],
    *,
    aanvaard: bool | None = None,
    ten_laste: Gekozen | None = None,
) -> Besluit:
    """Besluit; na toekennen begint de periode en staan verslagen en betalingen klaar, anders houdt alles op.

    Wat is overgenomen uit een eerdere administratie: wat daarvan al voorbij is komt hier niet nog eens.
    """
    genomen = beslissen.besluit(handeling, zaak, gegevens, offertes.afspraak(handeling, zaak), aanvaard=aanvaard)
    overname = overname_van(handeling, zaak)
    if overname is not None:
        maak_bevestigd(handeling, zaak, overname, genomen)
    kostenplaats, gewaarschuwd = ten_laste or Gekozen()
    verplicht(handeling, zaak, genomen, kostenplaats, gewaarschuwd=gewaarschuwd)
    _meld(handeling, zaak, genomen)
    if not genomen.soort.kent_toe:
        perioden.laat_vervallen(handeling, zaak)
        return genomen
    dossier: Dossier = DossierSchema().lees(genomen.invoer)
    periode = perioden.open_periode(handeling, zaak, genomen, haal_aanvraag(handeling, zaak).coach_id)
    plan_verslagen(handeling, zaak, dossier, periode)
    if overname is None:
        zet_termijnen_klaar(handeling, zaak, genomen, dossier)
    else:
        laat_voorbije_vervallen(handeling, zaak)
    return genomen


def _meld(handeling: Handeling, zaak: Zaak, genomen: Besluit) -> None:
    """Wie voor de organisatie aan deze zaak werkt hoort dat er is besloten."""
    aanleiding = Aanleiding.bij(Berichtsoort.BESLUIT, zaak, genomen.id, over=genomen.soort.value)
    stuur_aan(handeling, aanleiding, van_de_organisatie(handeling, zaak))
