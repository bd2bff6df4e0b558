"""Wat een programma leest: voor wie er te schrijven is, en hoe het met de uren staat."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select, tuple_

from dakpan.begrippen.duur import GEEN_DUUR, Duur
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import InvoerFout, Veldfout
from dakpan.invoer.velden import lees_datum
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.tables import Persoon
from dakpan.plan.domain import Doel
from dakpan.uren.keuzes import activiteiten_van, soorttekst, werkkeuzes
from dakpan.uren.perioden import MijnPeriode, mijn_lidmaatschap, mijn_perioden
from dakpan.uren.schrijven import groepsversie
from dakpan.uren.tables import Activiteit

LANGSTE_TIJDVAK = 92


def clienten(handeling: Handeling) -> list[dict[str, Any]]:
    """Elke cliënt van deze coach, wat er geschreven kan worden, en anders waarom niet."""
    perioden = mijn_perioden(handeling)
    return [_client(handeling, een) for een in perioden]


def uren(handeling: Handeling, van: date, tot_en_met: date) -> list[dict[str, Any]]:
    """Wat deze coach in dit tijdvak schreef, op volgorde van dag en tijd."""
    return _lees(handeling, Activiteit.datum >= van, Activiteit.datum <= tot_en_met)


def activiteit(handeling: Handeling, rijen: Sequence[Activiteit]) -> dict[str, Any]:
    """Deze activiteit, met haar hele groep."""
    sleutels = [(rij.tenant_id, rij.id) for rij in rijen]
    (een,) = _lees(handeling, tuple_(Activiteit.tenant_id, Activiteit.id).in_(sleutels))
    return een


def lees_tijdvak(van: str, tot_en_met: str) -> tuple[date, date]:
    """``InvoerFout`` bij elk van beide dagen die niet te lezen is, en als het tijdvak te lang is."""
    fouten, dagen = [], []
    for veld, tekst in (("van", van), ("tot_en_met", tot_en_met)):
        try:
            dagen.append(lees_datum(tekst))
        except ValueError as fout:
            fouten.append(Veldfout(veld, str(fout)))
    if fouten:
        raise InvoerFout(*fouten)
    begin, eind = dagen
    if not timedelta() <= eind - begin < timedelta(days=LANGSTE_TIJDVAK):
        melding = f"kies een dag van 0 tot en met {LANGSTE_TIJDVAK - 1} dagen na de eerste"
        raise InvoerFout(Veldfout("tot_en_met", melding))
    return begin, eind


def _client(handeling: Handeling, een: MijnPeriode) -> dict[str, Any]:
    mag = activiteiten_van(handeling, een.tenant_id, een.peildatum(handeling.vandaag)).resultaat
    betaald = [keuze for keuze in werkkeuzes([mag]) if isinstance(keuze.doel, Doel)]
    return {
        "financier": een.tenant_id,
        "periode": str(een.periode_id),
        "zaak": een.nummer,
        "client": een.client,
        "gekoppeld": [{"van": str(deel.begin), "tot_en_met": str(deel.eind)} for deel in een.gekoppeld],
        "waarom_niet": een.bezwaar,
        "plandoelen": sorted(een.plandoelen),
        "activiteiten": [{"doel": keus.doel.value, "activiteit": soorttekst(keus.soort)} for keus in betaald],
    }


def _lees(handeling: Handeling, *welke: ColumnElement[bool]) -> list[dict[str, Any]]:
    vraag = (
        select(Activiteit, Zaak.nummer, Persoon.voornaam, Persoon.achternaam)
        .join(Zaak, (Zaak.tenant_id == Activiteit.tenant_id) & (Zaak.id == Activiteit.zaak_id))
        .join(Persoon, (Persoon.tenant_id == Zaak.tenant_id) & (Persoon.id == Zaak.persoon_id))
        .where(Activiteit.medewerker_id == mijn_lidmaatschap(handeling), *welke)
        .order_by(Activiteit.datum, Activiteit.begin, Activiteit.id)
    )
    groepen: dict[UUID, list[Any]] = {}
    for rij in handeling.sessie.execute(vraag):
        groepen.setdefault(rij.Activiteit.groep_id or rij.Activiteit.id, []).append(rij)
    return [_als_json(groep) for groep in groepen.values()]


def _als_json(groep: Sequence[Any]) -> dict[str, Any]:
    een: Activiteit = groep[0].Activiteit
    duur: Duur = sum((rij.Activiteit.duur for rij in groep), GEEN_DUUR)
    return {
        "financier": een.tenant_id,
        "id": str(een.id),
        "versie": groepsversie([rij.Activiteit for rij in groep]),
        "clienten": list(_deel(groep)),
        "datum": str(een.datum),
        "begin": str(Duur(een.begin)),
        "minuten": duur.minuten,
        "doel": een.doel,
        "activiteit": soorttekst(een.soort),
        "locatie": een.locatie,
        "beoogd": een.beoogd,
        "bereikt": een.bereikt,
        "planreden": next((rij.Activiteit.planreden for rij in groep if rij.Activiteit.planreden), ""),
    }


def _deel(groep: Sequence[Any]) -> Iterable[dict[str, Any]]:
    """Per cliënt haar deel van de tijd, en waar dat op de weg naar betaling is."""
    for rij in groep:
        een: Activiteit = rij.Activiteit
        yield {
            "financier": een.tenant_id,
            "periode": str(een.periode_id),
            "zaak": rij.nummer,
            "client": f"{rij.voornaam} {rij.achternaam}",
            "minuten": een.duur.minuten,
            "stand": een.status.value,
            "teruggestuurd_omdat": een.terug_reden,
        }
