"""Hoe het in een zaak loopt: de termijnen, wat haar later maakte, wat er moest bij en bij wie zij lag."""

from collections.abc import Iterator

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from dakpan.aanvraag.behandelen.behandelen import overdrachten_van
from dakpan.aanvraag.beslistermijn import verzoeken_van
from dakpan.aanvraag.domain.uitstel import Uitstelwerking
from dakpan.aanvraag.inhoud import haal_besluit
from dakpan.aanvraag.namen import TAFELS, ZETTEN
from dakpan.aanvraag.tables import Aanvraag
from dakpan.aanvraag.uitstel.lezen import bron_van, uitstel_van
from dakpan.dossier.tables import Zaak
from dakpan.loket.uitvoer.lijst import dag_en_tijd
from dakpan.loket.uitvoer.van_zaak.deur import Cellen, dag, lijst_van_zaak
from dakpan.loket.zaak.klok import rijen_van
from dakpan.loket.zaak.toestanden import toestand
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht
from dakpan.wandeling.termijnen import klok_van


def _termijnen(handeling: Handeling, zaak: Zaak) -> Iterator[Cellen]:
    vraag = select(Aanvraag).where(Aanvraag.tenant_id == zaak.tenant_id, Aanvraag.zaak_id == zaak.id)
    aanvraag, besluit = handeling.sessie.scalar(vraag), haal_besluit(handeling, zaak)
    regels = klok_van(handeling, zaak, aanvraag, besluit)
    for een, regel in zip(rijen_van(handeling, regels), regels, strict=True):
        yield (een.wat, een.uiterlijk, een.opgeschort, een.stand.tekst, een.wie, str(regel.bron))


def _uitstel(handeling: Handeling, zaak: Zaak) -> Iterator[Cellen]:
    """Het laatste eerst."""
    for een in reversed(uitstel_van(handeling, zaak)):
        stil = een.werking is Uitstelwerking.STAAT_STIL
        wat = _("de termijn staat stil") if stil else _("er is langer tijd")
        dagen = (een.vanaf, een.tot_en_met, een.motivering)
        wie = (dag(een.vastgelegd_op), een.vastgelegd_door, dag(een.klaar_op), een.klaar_door)
        yield (een.titel, wat, toestand(een.status), *dagen, *wie, str(bron_van(een)))


def _aanvullingen(handeling: Handeling, zaak: Zaak) -> Iterator[Cellen]:
    """Eén regel per gevraagd onderdeel, wat het laatst is gevraagd eerst."""
    for een in reversed(verzoeken_van(handeling, zaak)):
        gevraagd = (dag(een.gevraagd_op), een.door, een.tot_en_met, toestand(een.status))
        gekomen = (dag(een.aangevuld_op), een.aangevuld_door)
        nagekeken = (dag(een.nagekeken_op), een.nagekeken_door, een.oordeel)
        for deel in een.onderdelen:
            compleet = ("ja" if deel["klaar"] else "nee") if een.aangevuld_op is not None else None
            yield (*gevraagd, deel["titel"], deel.get("antwoord"), compleet, *gekomen, *nagekeken)


def _behandeling(handeling: Handeling, zaak: Zaak) -> Iterator[Cellen]:
    for een in overdrachten_van(handeling, zaak, ten_hoogste=None):
        waar = (str(TAFELS[een.van_tafel]), str(TAFELS[een.naar_tafel]), een.van, een.naar)
        yield (*dag_en_tijd(een.op), een.door, str(ZETTEN[een.zet]), *waar, een.terug_op, een.reden)


def _behandelt(handeling: Handeling) -> bool:
    van_financier = handeling.vrager.kant is Kant.FINANCIER
    return van_financier and (handeling.mag(Recht.BEOORDELEN) or handeling.mag(Recht.BESLISSEN))


TERMIJNEN = lijst_van_zaak(
    "termijnen",
    _l("Termijnen"),
    _l("Alle termijnen van een zaak: wat, tot wanneer, wie, en waar het staat."),
    (_l("Termijn"), _l("Uiterlijk"), _l("Opgeschort"), _l("Stand"), _l("Wie"), _l("Bron")),
    _termijnen,
)
UITSTEL = lijst_van_zaak(
    "uitstel",
    _l("Uitstel van het besluit"),
    _l("Waarom de beslistermijn later eindigt, en tot wanneer."),
    (
        *(_l("Grond"), _l("Wat het doet"), _l("Stand"), _l("Vanaf"), _l("Tot en met"), _l("Waarom")),
        *(_l("Vastgelegd op"), _l("Vastgelegd door"), _l("Klaar op"), _l("Klaar door"), _l("Bron")),
    ),
    _uitstel,
)
AANVULLINGEN = lijst_van_zaak(
    "aanvullingen",
    _l("Gevraagde aanvullingen"),
    _l("Wat er aan een aanvraag ontbrak, en wat er toen kwam."),
    (
        *(_l("Gevraagd op"), _l("Gevraagd door"), _l("Aanvullen kan tot en met"), _l("Stand"), _l("Onderdeel")),
        *(_l("Antwoord"), _l("Compleet"), _l("Aangevuld op"), _l("Aangevuld door"), _l("Nagekeken op")),
        *(_l("Nagekeken door"), _l("Wat er nog ontbreekt")),
    ),
    _aanvullingen,
)
BEHANDELING = lijst_van_zaak(
    "behandeling",
    _l("Behandeling"),
    _l("Bij wie een zaak lag, en hoe zij daar kwam."),
    (
        *(_l("Dag"), _l("Tijd"), _l("Door"), _l("Wat"), _l("Van bureau"), _l("Naar bureau"), _l("Van"), _l("Naar")),
        *(_l("Terug op"), _l("Reden")),
    ),
    _behandeling,
    open_voor=_behandelt,
    recht=Recht.BEOORDELEN,
)
