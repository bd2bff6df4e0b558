"""Alle tabellen van alle huizen bij elkaar: wie de database opent, laadt deze module."""

from dakpan.aanvraag import beoordeeltabellen as beoordelen
from dakpan.aanvraag import tables as aanvraag
from dakpan.aanvraag.bezwaren import tables as bezwaren
from dakpan.aanvraag.bijelkaar import tables as bijelkaar
from dakpan.aanvraag.clientpost import tables as clientpost
from dakpan.aanvraag.meegeven import tables as meegeven
from dakpan.aanvraag.overname import tables as overname
from dakpan.aanvraag.tekenen import tables as tekenen
from dakpan.aanvraag.uitstel import tables as uitstel
from dakpan.aanvraag.vialink import tables as vialink
from dakpan.aanvraag.wijzigen import tables as wijzigen
from dakpan.betaling import tables as betaling
from dakpan.betaling.budget import tables as budget
from dakpan.betaling.corrigeren import tables as corrigeren
from dakpan.betaling.factureren import nummertabel as factuurnummers
from dakpan.betaling.factureren import verzendtabel as verzending
from dakpan.betaling.kwartaal import tables as kwartaal
from dakpan.betaling.steekproef import tables as steekproef
from dakpan.betaling.terugvragen import tables as terugvragen
from dakpan.betaling.vorderen import tables as vorderen
from dakpan.dossier import gesprektabellen as gesprek
from dakpan.dossier import inleestabellen as inlezen
from dakpan.dossier import tables as dossier
from dakpan.opslag import sporen
from dakpan.opslag.basis import Basis
from dakpan.partijen import huistabellen as huisberichten
from dakpan.partijen import posttabellen as post
from dakpan.partijen import registertabellen as register
from dakpan.partijen import tables as partijen
from dakpan.partijen.toegangssleutels import tables as toegangssleutels
from dakpan.partijen.waarden import tables as waarden
from dakpan.plan import tables as plan
from dakpan.rapportage import tables as rapportage
from dakpan.uren import tables as uren
from dakpan.uren.afspraken import tables as afspraken
from dakpan.uren.hoofdlijnen import tables as hoofdlijnen
from dakpan.uren.omboeken import tables as omboeken
from dakpan.uren.webdienst import tables as webdienst

METADATA = Basis.metadata

__all__ = [
    "METADATA",
    "aanvraag",
    "afspraken",
    "beoordelen",
    "betaling",
    "bezwaren",
    "bijelkaar",
    "budget",
    "clientpost",
    "corrigeren",
    "dossier",
    "factuurnummers",
    "gesprek",
    "hoofdlijnen",
    "huisberichten",
    "inlezen",
    "kwartaal",
    "meegeven",
    "omboeken",
    "overname",
    "partijen",
    "plan",
    "post",
    "rapportage",
    "register",
    "sporen",
    "steekproef",
    "tekenen",
    "terugvragen",
    "toegangssleutels",
    "uitstel",
    "uren",
    "verzending",
    "vialink",
    "vorderen",
    "waarden",
    "webdienst",
    "wijzigen",
]
