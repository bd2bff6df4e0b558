"""Wat er in een zaak is besloten, veranderd en aangevochten, met de post erover."""

from collections.abc import Iterator

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from dakpan.aanvraag.beoordelen import adviezen
from dakpan.aanvraag.bezwaren.lezen import bezwaren_van
from dakpan.aanvraag.bezwaren.namen import bezwaarnaam, bezwaarstand
from dakpan.aanvraag.clientpost.namen import briefnaam
from dakpan.aanvraag.clientpost.stukken import clientpost
from dakpan.aanvraag.inhoud import besluiten_van, haal_besluit
from dakpan.aanvraag.namen import AANLEIDINGEN, BESLOTEN
from dakpan.aanvraag.wijzigen.melden import meldingen_van
from dakpan.aanvraag.wijzigen.namen import GEVOLGEN, MELDSOORTEN, MELDSTATUSSEN
from dakpan.aanvraag.wijzigen.vannaar import vannaar
from dakpan.dossier.tables import Zaak
from dakpan.loket.uitvoer.lijst import dag_en_tijd
from dakpan.loket.uitvoer.van_zaak.deur import Cellen, dag, lijst_van_zaak
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht
from dakpan.web.opmaak import mens


def _besluiten(handeling: Handeling, zaak: Zaak) -> Iterator[Cellen]:
    """Het besluit dat geldt eerst."""
    for een in besluiten_van(handeling, zaak):
        wat = (str(BESLOTEN[een.soort]), str(AANLEIDINGEN[een.aanleiding]), een.uren, een.bedrag, een.tarief)
        afwijkend = "ja" if een.afwijkend else "nee"
        hoe = (een.begin, een.eind, een.bezwaar_tot, afwijkend, een.motivering, een.regelset, een.regelset_versie)
        yield (dag(een.genomen_op), een.door, *wat, *hoe, een.peildatum)


def _adviezen(handeling: Handeling, zaak: Zaak) -> Iterator[Cellen]:
    """Voor wie beoordeelt of beslist; pas bij het besluit leest elke collega ze."""
    beoordeelt = handeling.mag(Recht.BEOORDELEN) or handeling.mag(Recht.BESLISSEN)
    for een in adviezen(handeling, zaak) if beoordeelt or haal_besluit(handeling, zaak) is not None else ():
        yield (*dag_en_tijd(een.op), een.door, _("Toekennen") if een.toekennen else _("Afwijzen"), een.tekst)


def _wijzigingen(handeling: Handeling, zaak: Zaak) -> Iterator[Cellen]:
    meldingen = meldingen_van(handeling, zaak, ten_hoogste=None)
    anders = vannaar(handeling, zaak, meldingen)
    for een in meldingen:
        wat = (str(MELDSOORTEN[een.soort]), een.ingangsdatum, dag(een.gemeld_op), mens(een.gemeld_door))
        stand = str(GEVOLGEN[een.gevolg] if een.gevolg else MELDSTATUSSEN[een.status])
        beslist = (dag(een.beslist_op), een.beslist_door, een.motivering)
        yield (*wat, een.toelichting, stand, "; ".join(anders.get(een.id, ())), *beslist)


def _bezwaren(handeling: Handeling, zaak: Zaak) -> Iterator[Cellen]:
    for een in bezwaren_van(handeling, zaak, ten_hoogste=None):
        wat = (bezwaarnaam(een), een.indiener, een.ontvangen_op, een.gronden, bezwaarstand(een))
        yield (*wat, een.beslissen_voor, dag(een.beslist_op), een.beslist_door, een.motivering)


def _post(handeling: Handeling, zaak: Zaak) -> Iterator[Cellen]:
    """Alleen de brieven die de lezer ook op de pagina heeft."""
    van_client = clientpost(handeling, zaak)
    for een in van_client.stukken:
        yield (dag(een.op), briefnaam(een), zaak.persoon.naam, van_client.kopie_aan(een))


BESLUITEN = lijst_van_zaak(
    "besluiten",
    _l("Besluiten"),
    _l("Elk besluit in een zaak, met wat het toekent en waarom."),
    (
        *(_l("Besloten op"), _l("Door"), _l("Besluit"), _l("Over"), _l("Uren"), _l("Bedrag")),
        *(_l("Uurtarief, zonder btw"), _l("Eerste dag"), _l("Laatste dag"), _l("Bezwaar tot en met")),
        *(_l("Wijkt af van het voorstel"), _l("Motivering"), _l("Regels"), _l("Versie"), _l("Peildatum")),
    ),
    _besluiten,
)
ADVIEZEN = lijst_van_zaak(
    "adviezen",
    _l("Adviezen"),
    _l("Wat beoordelaars van de financier vonden."),
    (_l("Dag"), _l("Tijd"), _l("Wie"), _l("Advies"), _l("Waarom")),
    _adviezen,
    open_voor=lambda handeling: handeling.vrager.kant is Kant.FINANCIER,
    recht=Recht.BEOORDELEN,
)
WIJZIGINGEN = lijst_van_zaak(
    "wijzigingen",
    _l("Doorgegeven wijzigingen"),
    _l("Wat er voor een cliënt veranderde, en wat erover is beslist."),
    (
        *(_l("Wijziging"), _l("Vanaf"), _l("Doorgegeven op"), _l("Doorgegeven door"), _l("Toelichting"), _l("Stand")),
        *(_l("Wat er anders werd"), _l("Beslist op"), _l("Beslist door"), _l("Motivering")),
    ),
    _wijzigingen,
)
BEZWAREN = lijst_van_zaak(
    "bezwaren",
    _l("Bezwaar en beroep"),
    _l("Elk bezwaar en beroep in een zaak, met de uitkomst."),
    (
        *(_l("Soort"), _l("Van"), _l("Ontvangen op"), _l("Waarom"), _l("Stand"), _l("Beslissen uiterlijk op")),
        *(_l("Beslist op"), _l("Beslist door"), _l("Motivering")),
    ),
    _bezwaren,
)
POST = lijst_van_zaak(
    "post",
    _l("Post aan de cliënt"),
    _l("De brieven van de financier die u mag lezen, en wie een kopie kreeg."),
    (_l("Datum"), _l("Brief"), _l("Aan"), _l("Kopie aan")),
    _post,
)
