"""Eén pagina van een aanvraag opslaan, ook als een ander intussen verder schreef."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import or_, select

from dakpan.aanvraag.aanvragen import neem_over, vereis_aanvrager
from dakpan.aanvraag.antwoorden import Gemengd, genest, meng, plat
from dakpan.aanvraag.domain.toestanden import AANVRAAG
from dakpan.aanvraag.herkomst import getekend, na_opslaan
from dakpan.aanvraag.horen_bij import van_toepassing
from dakpan.aanvraag.inhoud import Json, haal_aanvraag
from dakpan.aanvraag.invullen import als_antwoorden, lees_pagina
from dakpan.aanvraag.matching import als_matching, schrijf_matching
from dakpan.aanvraag.tables import Aanvraag
from dakpan.aanvraag.tijdlijn.tellen import stel_voor
from dakpan.dossier.tables import Zaak
from dakpan.opslag.fouten import Gewijzigd
from dakpan.opslag.handeling import Handeling, gebruiksgeval
from dakpan.opslag.sporen import Geschiedenis

_TERUG = 200


class Pagina(NamedTuple):
    """Wat iemand op één pagina schreef. ``gezien``: wat er stond toen hij haar opende (``afdrukken``)."""

    naam: str
    velden: tuple[str, ...]
    gegevens: Mapping[str, Any]
    versie: int | None = None
    gezien: Mapping[str, str] = {}


class Botsing(NamedTuple):
    """Twee mensen gaven op dezelfde vraag een ander antwoord."""

    veld: str
    van_ander: Any
    van_u: Any
    door: str
    op: datetime | None


class AndereAntwoorden(Gewijzigd):
    """Op deze vragen antwoordde een ander intussen iets anders. ``gemengd``: wat er verder geldt."""

    def __init__(self, botsingen: tuple[Botsing, ...], gemengd: Gemengd) -> None:
        super().__init__()
        self.botsingen, self.gemengd = botsingen, gemengd


@gebruiksgeval("Aanvraag opgeslagen")
def sla_pagina_op(handeling: Handeling, zaak: Zaak, pagina: Pagina) -> tuple[str, ...]:
    """Bewaart deze pagina. Het antwoord: welke vragen een ander intussen veranderde en zo bleven."""
    aanvraag = haal_aanvraag(handeling, zaak)
    vereis_aanvrager(handeling, zaak)
    aanvraag.status = AANVRAAG.na(aanvraag.status, "wijzig")
    nu = {**plat(als_antwoorden(zaak, aanvraag)), **als_matching(handeling, zaak)}
    gemengd = _gemengd(handeling, zaak, aanvraag, pagina, nu)
    alles = {naam: waarde for naam, waarde in nu.items() if naam not in pagina.velden} | gemengd.antwoorden
    gegevens = van_toepassing(_met_delen(genest(alles)))
    neem_over(handeling, zaak, aanvraag, gegevens, lees_pagina(handeling, zaak.tenant_id, gegevens, pagina.velden))
    schrijf_matching(handeling, zaak, gegevens.get("matching", {}))
    wie = getekend(handeling.nu, handeling.vrager.naam)
    aanvraag.herkomst = na_opslaan(aanvraag.herkomst, pagina.velden, nu, gemengd.antwoorden, wie)
    aanvraag.ingevuld = {**aanvraag.ingevuld, pagina.naam: wie}
    stel_voor(handeling, aanvraag, pagina.velden)
    return gemengd.van_ander


def _gemengd(handeling: Handeling, zaak: Zaak, aanvraag: Aanvraag, pagina: Pagina, nu: Json) -> Gemengd:
    van_u = {naam: waarde for naam, waarde in plat(pagina.gegevens).items() if naam in pagina.velden}
    if pagina.versie in (None, aanvraag.versie):
        return Gemengd(van_u, (), ())
    gemengd = meng(pagina.velden, nu, van_u, pagina.gezien)
    if gemengd.botsing:
        wie = wie_wijzigde(handeling, zaak, gemengd.botsing)
        botsingen = (Botsing(veld, nu.get(veld), van_u.get(veld), *wie[veld]) for veld in gemengd.botsing)
        raise AndereAntwoorden(tuple(botsingen), gemengd)
    return gemengd


def _met_delen(gegevens: Json) -> Json:
    """Een deel zonder antwoorden is er toch: het formulier kent het."""
    return {**{deel: {} for deel in ("client", "werkgever", "persoon", "dienstverband", "aanvraag")}, **gegevens}


def wie_wijzigde(handeling: Handeling, zaak: Zaak, velden: Collection[str]) -> dict[str, tuple[str, datetime | None]]:
    """Wie gaf het laatst antwoord op deze vragen, en wanneer?"""
    rijen = handeling.sessie.scalars(
        select(Geschiedenis)
        .where(
            Geschiedenis.tenant_id == zaak.tenant_id,
            or_(Geschiedenis.zaak_id == zaak.id, Geschiedenis.rij_id.in_([zaak.persoon_id, zaak.werkgever_id])),
        )
        .order_by(Geschiedenis.id.desc())
        .limit(_TERUG)
    )
    gevonden: dict[str, tuple[str, datetime | None]] = dict.fromkeys(velden, ("", None))
    plekken = {_in_geschiedenis(veld): veld for veld in velden}
    for rij in rijen:
        for wijziging in rij.velden:
            veld = plekken.pop((rij.tabel, wijziging["veld"]), None)
            if veld is not None:
                gevonden[veld] = rij.door, rij.op
    return gevonden


_TABEL = {"client": "persoon", "werkgever": "werkgever"}
_EIGEN_KOLOM = {"teksten", "hoofddoelen", "jaar_bevestigd", "aanvulling"}


def _in_geschiedenis(veld: str) -> tuple[str, str]:
    """In welke tabel en onder welke naam staat deze vraag in de geschiedenis?"""
    deel, _, rest = veld.partition(".")
    if deel in _TABEL:
        return _TABEL[deel], rest
    if deel == "matching":
        return deel, f"teksten.{rest}"
    return "aanvraag", veld if deel in _EIGEN_KOLOM else f"gegevens.{veld}"
