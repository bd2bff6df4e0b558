"""Lopende zaken inlezen: wat in elke kolom hoort, en een voorbeeld met een verzonnen cliënt."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from flask_babel import lazy_gettext as _l

from dakpan.aanvraag.overname.bekijken import bekijk
from dakpan.aanvraag.overname.doen import lees_in
from dakpan.aanvraag.overname.kolommen import KOLOMMEN
from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.uren import Uren
from dakpan.dossier.inleestabellen import Inleessoort
from dakpan.invoer.tabel import Regel, Tabel, platte_naam
from dakpan.loket.inlezen.soort import Inlezing
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.rechten import Recht
from dakpan.web.uitvoer import Waarde

_UITLEG: Mapping[str, Any] = {
    "financier": _l("De naam van de financier zoals in het loket."),
    "voornaam": _l("Van de cliënt."),
    "achternaam": _l("Van de cliënt, met het tussenvoegsel ervoor."),
    "geboortedatum": _l("De dag, bijvoorbeeld 24-3-1996."),
    "bsn": _l("Alleen als de financier het kent. Het wordt nagekeken en staat daarna op slot."),
    "doelgroep": _l("Bijvoorbeeld participatiewet, banenafspraak of sfb."),
    "werkgever": _l("De naam van de werkgever."),
    "kvk": _l("Acht cijfers."),
    "contract": _l("Bijvoorbeeld bepaalde tijd, onbepaalde tijd of proefplaatsing."),
    "contract_begin": _l("De eerste werkdag."),
    "contract_eind": _l("De laatste dag; leeg bij onbepaalde tijd."),
    "week": _l("Contracturen per week, bijvoorbeeld 24 of 28,5."),
    "vorm": _l("Extern, intern of gemeentelijk; leeg is extern."),
    "regime": _l("Zeer licht, licht, midden of intensief."),
    "besluitnummer": _l("Het kenmerk op het besluit van de financier."),
    "besloten_op": _l("De dag van het besluit."),
    "begin": _l("De eerste dag van de toegekende periode."),
    "eind": _l("De laatste dag van de toegekende periode."),
    "toegekende_uren": _l("Voor de hele periode. Of anders het bedrag: een van beide."),
    "gebruikte_uren": _l("Wat er al is gedeclareerd; nog niets is 0. In het loket telt wat over is."),
    "toegekend_bedrag": _l("Voor de hele periode, als de financier in euro's toekent."),
    "gebruikt_bedrag": _l("Wat er al is gedeclareerd of betaald; nog niets is 0."),
    "maanden": _l("Hele maanden jobcoaching vóór deze periode; leeg is geen."),
    "jobcoach": _l("De naam van een collega die uren schrijft; leeg: later koppelen."),
}

# Toegekende en gebruikte uren, en toegekend en gebruikt bedrag: een financier telt in één van beide.
_IN_UREN = (Uren(60_00), Uren(12_50), None, None)
_IN_GELD = (None, None, Bedrag(2700_00), Bedrag(900_00))


def _voorbeeld(handeling: Handeling) -> Sequence[Sequence[Waarde]]:
    """Eén regel met een verzonnen cliënt, om te zien hoe het moet: bij een financier waar zij zo in kan."""
    namen = sorted(een.naam for een in handeling.regelboek.tenants.values())
    regels = [_regel(handeling.vandaag, naam, cijfers) for naam in namen for cijfers in (_IN_UREN, _IN_GELD)]
    return [next((regel for regel in regels if bekijk(handeling, _als_tabel(regel)).kan), regels[0])]


def _regel(vandaag: date, financier: str, cijfers: Sequence[Waarde]) -> Sequence[Waarde]:
    begin, eind = vandaag - timedelta(60), vandaag + timedelta(120)
    client = ("Voorbeeld", "Verwijder Deze Regel", None, None, "participatiewet", "Bakkerij Voorbeeld", None)
    baan = ("onbepaalde tijd", begin, None, Uren(24_00), "extern", "midden")
    return financier, *client, *baan, "B-0001", begin - timedelta(14), begin, eind, *cijfers, 0, None


def _als_tabel(regel: Sequence[Waarde]) -> Tabel:
    """Zoals het bestand terugkomt als niemand er iets aan verandert."""
    cellen = {platte_naam(een.kop): _als_tekst(waarde) for een, waarde in zip(KOLOMMEN, regel, strict=True)}
    return Tabel(tuple(een.kop for een in KOLOMMEN), (Regel(2, cellen),))


def _als_tekst(waarde: Waarde) -> str:
    if isinstance(waarde, (Uren, Bedrag)):
        return waarde.iso
    return "" if waarde is None else str(waarde)


ZAKEN = Inlezing(
    Inleessoort.ZAKEN,
    Recht.AANVRAAG_INDIENEN,
    _l("Lopende zaken inlezen uit een bestand"),
    _l("Voor wie begint met het loket. De financier bevestigt elk besluit; pas daarna kunt u schrijven en declareren."),
    KOLOMMEN,
    _UITLEG,
    (_l("Financier"), _l("Cliënt"), _l("Werkgever"), _l("Periode"), _l("Over")),
    (_l("Financier"), _l("Zaken"), _l("Over")),
    _voorbeeld,
    bekijk,
    lees_in,
    "zaak.lijst",
)
