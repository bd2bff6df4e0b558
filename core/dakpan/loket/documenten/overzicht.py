"""Wat vraagt deze zaak aan documenten, wat is er, en wat kan de lezer ermee? Al in woorden, voor het scherm."""

from collections.abc import Mapping
from typing import Any, NamedTuple
from uuid import UUID

from flask import url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from dakpan.aanvraag.stukken import Stukstand, stukken_van
from dakpan.aanvraag.tables import Aanvraag
from dakpan.dossier.bewaren import TE_VROEG, TOEVOEGEN, VERZENDEN, waarom_niet_toevoegen, waarom_niet_verzenden
from dakpan.dossier.documenten import Documentregel, documenten_van
from dakpan.dossier.tables import Documentsoort, Zaak
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant
from dakpan.web.opmaak import datum, mens

SOORTEN: Mapping[Documentsoort, Any] = {
    Documentsoort.FACTUUR: _l("factuur"),
    Documentsoort.CREDITNOTA: _l("creditnota"),
    Documentsoort.BETAALBESTAND: _l("betaalbestand"),
    Documentsoort.STUK: _l("gevraagd document"),
    Documentsoort.BIJLAGE: _l("ander document"),
    Documentsoort.AANVRAAG: _l("om te ondertekenen"),
    Documentsoort.UITTREKSEL: _l("om te ondertekenen door de werkgever"),
    Documentsoort.OPDRACHT: _l("getekende offerte met coachingsplan"),
    Documentsoort.WIJZIGING: _l("door de cliënt zelf doorgegeven wijziging"),
    Documentsoort.MACHTIGING: _l("machtiging van de cliënt voor zijn post"),
}
_GEUPLOAD = frozenset({Documentsoort.STUK, Documentsoort.BIJLAGE})


class Knop(NamedTuple):
    """Eén ding dat de lezer kan doen."""

    tekst: str
    url: str


class Documentrij(NamedTuple):
    """Eén document: hoe het heet, waar het te halen is, hoe het ervoor staat."""

    titel: str
    bestand: str
    url: str
    bij: str
    stand: str
    standsoort: str
    knop: Knop | None
    uitleg: str = ""


class Stukrij(NamedTuple):
    """Eén gevraagd stuk met wat ervan is; ``knop`` als het ontbreekt en de lezer het kan toevoegen."""

    titel: str
    bevat: tuple[str, ...]
    nodig: bool
    rijen: tuple[Documentrij, ...]
    knop: Knop | None


class Documentblok(NamedTuple):
    """Alle documenten van een zaak. ``ingevuld``: wat al in een formulier van de straat staat.

    ``te_vroeg``: de aanvraag is nog een concept, daarom kan er nu niets bij.
    """

    stukken: tuple[Stukrij, ...]
    ingevuld: tuple[str, ...]
    andere: tuple[Documentrij, ...]
    toevoegen: str | None
    te_vroeg: bool


def documentblok(handeling: Handeling, zaak: Zaak, aanvraag: Aanvraag | None) -> Documentblok:
    """Wat er staat op de zaakpagina; een vast aantal vragen aan de database."""
    documenten = documenten_van(handeling, zaak)
    standen = stukken_van(handeling, zaak, aanvraag, documenten) if aanvraag is not None else ()
    codes = {een.stuk.code for een in standen if not een.ingevuld}
    bezwaar = waarom_niet_toevoegen(handeling, zaak)
    mag = any(map(handeling.mag, TOEVOEGEN)) and not bezwaar
    return Documentblok(
        tuple(_stukrij(handeling, zaak, een, mag=mag) for een in standen if not een.ingevuld),
        tuple(een.stuk.titel for een in standen if een.ingevuld),
        tuple(_documentrij(handeling, zaak, een) for een in documenten if een.stuk not in codes),
        _adres("documenten.nieuw", zaak) if mag else None,
        bezwaar == TE_VROEG,
    )


def _stukrij(handeling: Handeling, zaak: Zaak, stand: Stukstand, *, mag: bool) -> Stukrij:
    toevoegen = _adres("documenten.nieuw", zaak, stuk=stand.stuk.code)
    return Stukrij(
        stand.stuk.titel,
        stand.stuk.bevat,
        stand.houdt_tegen,
        tuple(_documentrij(handeling, zaak, een) for een in stand.documenten),
        Knop(_("Voeg toe"), toevoegen) if stand.ontbreekt and mag else None,
    )


def _documentrij(handeling: Handeling, zaak: Zaak, een: Documentregel) -> Documentrij:
    stand, soort = stand_van(handeling, zaak, een)
    return Documentrij(
        een.titel,
        een.bestandsnaam,
        _adres("zaak.document", zaak, document_id=een.id),
        f"{SOORTEN[een.soort]} · {datum(een.gemaakt_op)} · {mens(een.door)}",
        stand,
        soort,
        _knop(handeling, zaak, een),
        _wie_verzendt(handeling, zaak, een),
    )


def stand_van(handeling: Handeling, zaak: Zaak, een: Documentregel) -> tuple[str, str]:
    """Is het verzonden? In woorden, met de soort voor de kleur; leeg als dat bij dit document niet speelt."""
    niemand_anders = een.verzonden_op is None and not zaak.kent_organisatie
    if een.soort not in _GEUPLOAD or niemand_anders:
        return "", "neutraal"
    if een.kant is Kant.GEDEELD and een.verzonden_op is not None:
        return _("verzonden op %(dag)s", dag=datum(een.verzonden_op)), "goed"
    if een.verzonden_op is not None:
        return _("ingediend op %(dag)s", dag=datum(een.verzonden_op)), "goed"
    van_organisatie = handeling.vrager.kant is Kant.ORGANISATIE
    return (_("nog niet verzonden") if van_organisatie else _("nog niet gedeeld")), "bezig"


def _knop(handeling: Handeling, zaak: Zaak, een: Documentregel) -> Knop | None:
    """Verzenden zodra dat kan, tot die tijd verwijderen."""
    if een.soort not in _GEUPLOAD or een.kant is Kant.GEDEELD:
        return None
    if any(map(handeling.mag, VERZENDEN)) and not waarom_niet_verzenden(handeling, zaak):
        van_organisatie = handeling.vrager.kant is Kant.ORGANISATIE
        tekst = _("Verzend") if van_organisatie else _("Deel met de organisatie")
        return Knop(tekst, _adres("documenten.verzenden", zaak, document_id=een.id))
    if een.verzonden_op is None and any(map(handeling.mag, TOEVOEGEN)):
        return Knop(_("Verwijder"), _adres("documenten.verwijderen", zaak, document_id=een.id))
    return None


def _wie_verzendt(handeling: Handeling, zaak: Zaak, een: Documentregel) -> str:
    """Wie mag wat de lezer zelf niet mag, of wanneer het vanzelf gaat? Leeg: het is verzonden, of de lezer doet het."""
    if een.soort not in _GEUPLOAD or een.kant is Kant.GEDEELD or een.verzonden_op is not None:
        return ""
    van_organisatie = handeling.vrager.kant is Kant.ORGANISATIE
    if waarom_niet_verzenden(handeling, zaak):
        return _("Gaat mee bij het indienen.") if van_organisatie else ""
    if any(map(handeling.mag, VERZENDEN)):
        return ""
    wie: str = (
        _("Een collega die aanvragen elektronisch indient verzendt dit document.")
        if van_organisatie
        else _("Een collega die beoordeelt of beslist deelt dit document.")
    )
    return wie


def _adres(eindpunt: str, zaak: Zaak, **verder: str | UUID) -> str:
    waar: dict[str, Any] = {"tenant_id": zaak.tenant_id, "zaak_id": zaak.id, **verder}
    return url_for(eindpunt, **waar)
