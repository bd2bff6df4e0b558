"""Het geld van een zaak: haar declaraties, haar betalingen en wat er terug moet."""

from collections.abc import Iterator

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from dakpan.betaling.overzicht import overzicht
from dakpan.betaling.views import toon
from dakpan.betaling.vorderen.lezen import vorderingen_van
from dakpan.dossier.tables import Zaak
from dakpan.loket.uitvoer.van_zaak.deur import Cellen, lijst_van_zaak
from dakpan.loket.zaak.toestanden import toestand
from dakpan.opslag.handeling import Handeling


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
