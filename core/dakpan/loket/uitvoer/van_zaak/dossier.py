"""Wat er bij een zaak ligt en is gezegd: documenten, vragen en antwoorden, notities."""

from collections.abc import Iterator

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from dakpan.aanvraag.stukken import stukken_van
from dakpan.aanvraag.tables import Aanvraag
from dakpan.dossier.documenten import documenten_van
from dakpan.dossier.gesprektabellen import Gespreksbericht
from dakpan.dossier.tables import Document, Notitie, Zaak
from dakpan.loket.documenten.overzicht import SOORTEN, stand_van
from dakpan.loket.uitvoer.lijst import dag_en_tijd, stroom
from dakpan.loket.uitvoer.van_zaak.deur import Cellen, dag, lijst_van_zaak
from dakpan.loket.zaak.regels import financiernaam
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant
from dakpan.web.opmaak import mens


def _documenten(handeling: Handeling, zaak: Zaak) -> Iterator[Cellen]:
    """Het nieuwste eerst, en daarna wat is gevraagd en er nog niet is."""
    documenten = documenten_van(handeling, zaak, ten_hoogste=None)
    for een in documenten:
        stand, _soort = stand_van(handeling, zaak, een)
        wat = (een.titel, een.bestandsnaam, str(SOORTEN[een.soort]))
        yield (*wat, *dag_en_tijd(een.gemaakt_op), mens(een.door), stand, dag(een.verzonden_op))
    aanvraag = handeling.sessie.scalar(
        select(Aanvraag).where(Aanvraag.tenant_id == zaak.tenant_id, Aanvraag.zaak_id == zaak.id)
    )
    for gevraagd in stukken_van(handeling, zaak, aanvraag, documenten) if aanvraag is not None else ():
        if not gevraagd.ingevuld and not gevraagd.documenten:
            stand = _("ontbreekt nog") if gevraagd.houdt_tegen else _("nog niet toegevoegd")
            yield (gevraagd.stuk.titel, None, _("gevraagd document"), None, None, None, stand, None)


def _gesprek(handeling: Handeling, zaak: Zaak) -> Iterator[Cellen]:
    """Elk bericht, het oudste eerst. Meenemen is geen lezen: wat nieuw was blijft bij de zaak nieuw."""
    deze = Gespreksbericht
    vraag = (
        select(deze.op, deze.door, deze.van, deze.tekst, Document.bestandsnaam)
        .outerjoin(Document, (Document.tenant_id == deze.tenant_id) & (Document.id == deze.document_id))
        .where(deze.tenant_id == zaak.tenant_id, deze.zaak_id == zaak.id)
        .order_by(deze.id)
    )
    organisatie = zaak.organisatie.naam if zaak.organisatie is not None else None
    for een in stroom(handeling, vraag):
        van = financiernaam(handeling, zaak.tenant_id) if een.van is Kant.FINANCIER else organisatie
        yield (*dag_en_tijd(een.op), een.door, van, een.tekst, een.bestandsnaam)


def _notities(handeling: Handeling, zaak: Zaak) -> Iterator[Cellen]:
    """Van de eigen kant, de nieuwste eerst; ook wat iemand na een telefoongesprek opschreef."""
    vraag = (
        select(Notitie.op, Notitie.door, Notitie.met, Notitie.tekst)
        .where(Notitie.tenant_id == zaak.tenant_id, Notitie.zaak_id == zaak.id)
        .order_by(Notitie.id.desc())
    )
    for een in stroom(handeling, vraag):
        yield (*dag_en_tijd(een.op), een.door, een.met, een.tekst)


DOCUMENTEN = lijst_van_zaak(
    "documenten",
    _l("Documenten"),
    _l("Elk document bij een zaak met zijn stand, en wat is gevraagd en er nog niet is."),
    (
        *(_l("Document"), _l("Bestand"), _l("Soort"), _l("Dag"), _l("Tijd"), _l("Door")),
        *(_l("Stand"), _l("Verzonden op")),
    ),
    _documenten,
)
GESPREK = lijst_van_zaak(
    "vragen",
    _l("Vragen en antwoorden"),
    _l("Wat de financier en de organisatie elkaar over een zaak vroegen."),
    (_l("Dag"), _l("Tijd"), _l("Wie"), _l("Namens"), _l("Bericht"), _l("Bijlage")),
    _gesprek,
)
NOTITIES = lijst_van_zaak(
    "notities",
    _l("Notities"),
    _l("De notities en telefoonnotities van de eigen kant."),
    (_l("Dag"), _l("Tijd"), _l("Wie"), _l("Telefoongesprek met"), _l("Notitie")),
    _notities,
)
