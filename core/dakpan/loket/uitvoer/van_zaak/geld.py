"""Het geld van een zaak: haar declaraties, haar betalingen en wat er terug moet."""

from collections.abc import Iterator
from datetime import date

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from dakpan.begrippen.duur import Duur
from dakpan.betaling.overzicht import overzicht
from dakpan.betaling.tables import Declaratie
from dakpan.betaling.views import toon
from dakpan.betaling.vorderen.lezen import ontvangsten_van, vorderingen_van
from dakpan.betaling.vorderen.verrekenen import verrekeningen_van
from dakpan.dossier.tables import Zaak
from dakpan.loket.uitvoer.lijst import stroom
from dakpan.loket.uitvoer.van_zaak.deur import Cellen, dag, lijst_van_zaak
from dakpan.loket.zaak.toestanden import toestand
from dakpan.opslag.handeling import Handeling
from dakpan.uren.keuzes import doeltitel, soorttekst


def _declaraties(handeling: Handeling, zaak: Zaak) -> Iterator[Cellen]:
    for een in overzicht(handeling, zaak).declaraties:
        stand = _("deels goedgekeurd") if een.deels else toestand(een.status)
        duur = (een.declarabel.minuten, str(een.declarabel))
        papier = (een.factuur, ", ".join(een.creditnotas))
        yield (een.nummer, toon.soort(een.soort), een.tot_en_met, *duur, een.bedrag_incl, stand, *papier)


def _betalingen(handeling: Handeling, zaak: Zaak) -> Iterator[Cellen]:
    for een in overzicht(handeling, zaak).betalingen:
        geld = (een.bedrag, een.verrekend, een.bedrag - een.verrekend)
        yield (een.nummer, een.vanaf, *geld, toestand(een.status))


def _vorderingen(handeling: Handeling, zaak: Zaak) -> Iterator[Cellen]:
    for een in vorderingen_van(handeling, zaak):
        geld = (een.bedrag, een.verrekend, een.ontvangen, een.kwijtgescholden, een.vervallen, een.rest)
        stand = toon.vorderingstaat(een.status, een.wijze)["tekst"]
        yield (een.nummer, een.naam, een.reden, *geld, stand, een.uiterlijk)


def _uren(handeling: Handeling, zaak: Zaak) -> Iterator[Cellen]:
    """Elke activiteit op elke declaratie, zoals zij toen is ingediend, met waarom zij niet klopte."""
    deze = Declaratie
    vraag = select(deze.nummer, deze.invoer, deze.activiteit_ids, deze.opmerkingen).order_by(deze.id)
    for rij in stroom(handeling, vraag.where(deze.tenant_id == zaak.tenant_id, deze.zaak_id == zaak.id)):
        for id_, een in zip(rij.activiteit_ids, rij.invoer["activiteiten"], strict=True):
            wanneer = (date.fromisoformat(een["datum"]), een["begin"])
            wat = (doeltitel(een["doel"]), soorttekst(een["activiteit"]).replace("_", " "))
            duur = (Duur.uit_tekst(een["duur"]).minuten, een["duur"])
            yield (rij.nummer, *wanneer, *wat, *duur, rij.opmerkingen.get(id_))


def _ontvangsten(handeling: Handeling, zaak: Zaak) -> Iterator[Cellen]:
    for rij in vorderingen_van(handeling, zaak):
        for een in ontvangsten_van(handeling, rij):
            stand = toon.ontvangststaat(een.status)["tekst"]
            yield (rij.nummer, een.ontvangen_op, een.bedrag, een.door, stand)


def _verrekend(handeling: Handeling, zaak: Zaak) -> Iterator[Cellen]:
    for rij in vorderingen_van(handeling, zaak):
        for een in verrekeningen_van(handeling, rij):
            yield (rij.nummer, een.nummer, een.zaak, dag(een.op), een.bedrag)


DECLARATIES_VAN_ZAAK = lijst_van_zaak(
    "declaraties-van-zaak",
    _l("Declaraties van een zaak"),
    _l("Wat er in een zaak is gedeclareerd, met de factuur en creditnota's."),
    (
        *(_l("Declaratie"), _l("Soort"), _l("Tot en met"), _l("Minuten"), _l("Duur"), _l("Bedrag, met btw")),
        *(_l("Stand"), _l("Factuur"), _l("Creditnota's")),
    ),
    _declaraties,
)
BETALINGEN_VAN_ZAAK = lijst_van_zaak(
    "betalingen-van-zaak",
    _l("Betalingen van een zaak"),
    _l("Wat er in een zaak is betaald of klaarstaat."),
    (
        *(_l("Betaling"), _l("Te betalen vanaf"), _l("Bedrag"), _l("Verrekend"), _l("Naar de bank")),
        _l("Stand"),
    ),
    _betalingen,
)
VORDERINGEN_VAN_ZAAK = lijst_van_zaak(
    "vorderingen-van-zaak",
    _l("Vorderingen van een zaak"),
    _l("Wat er in een zaak terug moet of moest."),
    (
        *(_l("Vordering"), _l("Van"), _l("Waarom"), _l("Bedrag"), _l("Verrekend"), _l("Ontvangen")),
        *(_l("Kwijtgescholden"), _l("Vervallen"), _l("Nog open"), _l("Stand")),
        _l("Terug te betalen uiterlijk op"),
    ),
    _vorderingen,
)
UREN_VAN_DECLARATIES = lijst_van_zaak(
    "gedeclareerde-uren",
    _l("Gedeclareerde uren van een zaak"),
    _l("Elke activiteit op elke declaratie van een zaak, met waarom zij niet klopte."),
    (
        *(_l("Declaratie"), _l("Datum"), _l("Begin"), _l("Doel"), _l("Activiteit"), _l("Minuten"), _l("Duur")),
        _l("Waarom niet"),
    ),
    _uren,
)
ONTVANGSTEN = lijst_van_zaak(
    "ontvangsten",
    _l("Ontvangsten van een zaak"),
    _l("Wat er op een vordering binnenkwam."),
    (_l("Vordering"), _l("Ontvangen op"), _l("Bedrag"), _l("Genoteerd door"), _l("Stand")),
    _ontvangsten,
)
VERREKENINGEN = lijst_van_zaak(
    "verrekeningen",
    _l("Verrekeningen van een zaak"),
    _l("Met welke betaling een vordering is verrekend."),
    (_l("Vordering"), _l("Betaling"), _l("Zaak"), _l("Op"), _l("Bedrag")),
    _verrekend,
)
