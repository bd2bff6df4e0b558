"""Een wijziging met alles wat eruit volgt: de periode, de verslagen en wie het moet weten."""

from collections.abc import Mapping
from typing import Any, NamedTuple
from uuid import UUID

from dakpan.aanvraag.domain.dossier import Dossier
from dakpan.aanvraag.domain.meldingen import Gevolg, Meldsoort
from dakpan.aanvraag.schemas import DossierSchema
from dakpan.aanvraag.tables import Besluit
from dakpan.aanvraag.vialink.tables import Tekenlink
from dakpan.aanvraag.wijzigen import beslissen, melden
from dakpan.aanvraag.wijzigen.beslisvragen import lees_beslissing
from dakpan.aanvraag.wijzigen.doorrekenen import Doorgerekend, doorgerekend
from dakpan.aanvraag.wijzigen.tables import Wijzigingsmelding
from dakpan.aanvraag.wijzigen.zelf import doorgeven
from dakpan.aanvraag.wijzigen.zelf.brieven import schrijf_afloop
from dakpan.begrippen.periode import Periode
from dakpan.betaling.betalen.na_besluit import verschil_na_besluit
from dakpan.betaling.budget.domain import Toegekend
from dakpan.betaling.budget.verplichten import verplicht
from dakpan.betaling.budget.vooruit import Vooruitzicht, vooruitzicht
from dakpan.dossier.berichten import Aanleiding, stuur_aan
from dakpan.dossier.berichtsoorten import Berichtsoort
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.vrager import Kant
from dakpan.partijen import leden
from dakpan.partijen.rechten import Recht
from dakpan.plan.perioden import pas_toekenning_toe
from dakpan.rapportage.plannen import herplan_verslagen
from dakpan.wandeling.ontvangers import van_de_financier, van_de_organisatie


@gebruiksgeval("Wijziging gemeld")
def meld(
    handeling: Handeling, zaak: Zaak, soort: Meldsoort, contract: Mapping[str, Any], melding_id: UUID | None = None
) -> Wijzigingsmelding:
    """Meldt, en laat wie de zaak behandelt weten dat er te beslissen is; meldt de financier, dan de organisatie."""
    melding = melden.meld(handeling, zaak, soort, contract, melding_id)
    aanleiding = Aanleiding.bij(Berichtsoort.WIJZIGING_GEMELD, zaak, melding.id, over=soort.value)
    van_organisatie = handeling.vrager.kant is Kant.ORGANISATIE
    aan = (
        van_de_financier(handeling, zaak, Zaakstap.BESLUIT) if van_organisatie else van_de_organisatie(handeling, zaak)
    )
    stuur_aan(handeling, aanleiding, [een for een in aan if een.id != handeling.vrager.lidmaatschap_id])
    return melding


@gebruiksgeval("Wijziging door de cliënt zelf doorgegeven")
def geef_zelf_door(handeling: Handeling, link: Tekenlink, inzending: doorgeven.Inzending) -> Wijzigingsmelding:
    """Wat de cliënt stuurt komt bij beide kanten aan: wie erover beslist, en wie hem begeleidt."""
    deze, zaak, melding = doorgeven.geef_door(handeling, link, inzending)
    aanleiding = Aanleiding.bij(Berichtsoort.WIJZIGING_GEMELD, zaak, melding.id, over=melding.soort.value)
    stuur_aan(deze, aanleiding, [*van_de_financier(deze, zaak, Zaakstap.BESLUIT), *van_de_organisatie(deze, zaak)])
    return melding


@gebruiksgeval("Over een wijziging beslist")
def beslis(
    handeling: Handeling,
    zaak: Zaak,
    melding: Wijzigingsmelding,
    gegevens: Mapping[str, Any],
    versie: int | None = None,
    *,
    gewaarschuwd: bool = False,
) -> Besluit | None:
    """Beslist; verandert de toekenning, dan ook de periode en wat er nog aan verslagen moet komen.

    ``gewaarschuwd``: wie beslist las dat het niet in het budget past.
    """
    besluit = beslissen.beslis(handeling, zaak, melding, gegevens, versie)
    if besluit is not None:
        pas_toe(handeling, zaak, besluit, gewaarschuwd=gewaarschuwd)
    gevolg = melding.gevolg.value if melding.gevolg is not None else ""
    aanleiding = Aanleiding.bij(Berichtsoort.WIJZIGING_BESLIST, zaak, melding.id, over=gevolg)
    stuur_aan(handeling, aanleiding, van_de_organisatie(handeling, zaak))
    schrijf_afloop(handeling, melding)
    return besluit


def legt_vast(
    handeling: Handeling, zaak: Zaak, melding: Wijzigingsmelding, gegevens: Mapping[str, Any]
) -> list[Vooruitzicht]:
    """Wat zou deze beslissing vastleggen? Niets als de toekenning blijft; fouten komen nu al."""
    gezien = kijk_na(handeling, zaak, melding, gegevens)
    anders = gezien.gelezen["gevolg"] is Gevolg.ANDERS
    return zou_vastleggen(handeling, zaak, gezien.geldend, gezien.gelezen) if anders else []


class Nagekeken(NamedTuple):
    """Wat er nu geldt, wat uit de regels volgt (None: geen berekening), en wat er wordt vastgelegd."""

    geldend: Besluit
    na: Doorgerekend | None
    gelezen: Mapping[str, Any]


def kijk_na(handeling: Handeling, zaak: Zaak, melding: Wijzigingsmelding, gegevens: Mapping[str, Any]) -> Nagekeken:
    """Wat wordt er vastgelegd? Keurt als ``beslis`` zelf; er verandert niets."""
    geldend = beslissen.vereis_te_beslissen(handeling, zaak, melding)
    na = doorgerekend(handeling, geldend, melding)
    return Nagekeken(geldend, na, lees_beslissing(geldend, na, gegevens))


def zou_vastleggen(
    handeling: Handeling, zaak: Zaak, geldend: Besluit, cijfers: Mapping[str, Any]
) -> list[Vooruitzicht]:
    """Wat zou een besluit met deze cijfers vastleggen, tegen het tarief van het besluit dat nu geldt?"""
    begin, eind = cijfers.get("begin", geldend.begin), cijfers["eind"]
    bedrag, uren = cijfers["bedrag"], cijfers["uren"]
    if (bedrag is None and uren is None) or eind < begin:
        return []
    return vooruitzicht(handeling, zaak, Toegekend(bedrag, uren, geldend.tarief, Periode(begin, eind)))[:1]


def pas_toe(handeling: Handeling, zaak: Zaak, besluit: Besluit, *, gewaarschuwd: bool = False) -> None:
    """De periode volgt het besluit dat nu geldt."""
    verplicht(handeling, zaak, besluit, gewaarschuwd=gewaarschuwd)
    periode = pas_toekenning_toe(handeling, zaak, besluit)
    dossier: Dossier = DossierSchema().lees(besluit.invoer)
    herplan_verslagen(handeling, zaak, dossier, periode)
    _meld_verschil(handeling, zaak, besluit)


def _meld_verschil(handeling: Handeling, zaak: Zaak, besluit: Besluit) -> None:
    """Betalingen veranderen niet vanzelf: wie betaalt hoort dat zij niet meer passen. Wie dit besloot leest het al."""
    if verschil_na_besluit(handeling, zaak) is None:
        return
    betalers = [een for een in leden.van_financier(handeling.sessie, zaak.tenant_id) if Recht.BETALEN in een.rechten]
    aan = [een for een in betalers if een.id != handeling.vrager.lidmaatschap_id]
    stuur_aan(handeling, Aanleiding.bij(Berichtsoort.BETALINGEN_PASSEN_NIET, zaak, besluit.id), aan)
