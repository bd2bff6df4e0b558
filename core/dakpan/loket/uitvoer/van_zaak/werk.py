"""Wat er in een zaak is afgesproken en wie er werkt: afspraken, aanspreekpunten, perioden, evaluaties en verslagen."""

from collections.abc import Iterator

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from dakpan.dossier.tables import Zaak
from dakpan.loket.uitvoer.van_zaak.deur import Cellen, dag, lijst_van_zaak
from dakpan.loket.zaak.toestanden import toestand
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.rechten import Recht
from dakpan.plan.aanspreekpunten import rolverdeling
from dakpan.plan.coachingsplan.evaluaties import gehouden_van
from dakpan.plan.coachingsplan.lezen import geldend_plan, inhoud_van
from dakpan.plan.koppelformulier import ROLLEN
from dakpan.plan.overzicht import overzicht as perioden_van
from dakpan.rapportage.formulier import VORMEN
from dakpan.rapportage.overzicht import overzicht as verslagen_van
from dakpan.uren.afspraken.vastleggen import alle_van
from dakpan.uren.hoofdlijnen.schrijven import hoofdlijnen_van
from dakpan.uren.keuzes import doeltitel
from dakpan.uren.logboek import mag_logboek


def _afspraken(handeling: Handeling, zaak: Zaak) -> Iterator[Cellen]:
    for een in alle_van(handeling, zaak):
        vast = (dag(een.vastgelegd_op), een.vastgelegd_door, dag(een.ingetrokken_op))
        yield (een.datum, een.met, een.waarover, *vast)


def _aanspreekpunten(handeling: Handeling, zaak: Zaak) -> Iterator[Cellen]:
    for rol in rolverdeling(handeling, zaak):
        for een in rol.beurten:
            yield (str(ROLLEN[rol.soort]), een.naam, een.van, een.tot_en_met)


def _perioden(handeling: Handeling, zaak: Zaak) -> Iterator[Cellen]:
    """Eén regel per gekoppelde coach, en een zonder waar er nog geen is."""
    gezien = perioden_van(handeling, zaak)
    for periode in gezien.perioden:
        wat = (periode.begin, periode.eind, toestand(periode.status), periode.uren, periode.bedrag, periode.tarief)
        koppelingen = [een for een in gezien.koppelingen if een.periode_id == periode.id]
        for een in koppelingen:
            dagen = (een.dagen.begin, een.dagen.eind) if een.dagen is not None else (None, None)
            yield (*wat, een.coach, *dagen, ", ".join(een.accordeerders), een.delegatie_tot)
        if not koppelingen:
            yield (*wat, None, None, None, None, None)


def _evaluaties(handeling: Handeling, zaak: Zaak) -> Iterator[Cellen]:
    """De afgesproken dagen van het plan dat geldt, met wat erover is vastgelegd."""
    inhoud, gehouden = inhoud_van(geldend_plan(handeling, zaak)), gehouden_van(handeling, zaak)
    for een in inhoud.evaluaties if inhoud is not None else ():
        rij = gehouden.get(een.datum)
        uitkomst = (rij.gehouden_op, rij.uitkomst, rij.vastgelegd_door) if rij is not None else (None, None, None)
        yield (een.datum, een.tekst, *uitkomst)


def _verslagen(handeling: Handeling, zaak: Zaak) -> Iterator[Cellen]:
    for een in verslagen_van(handeling, zaak):
        hoe = _("schriftelijk") if een.schriftelijk else _("schriftelijk of mondeling")
        yield (str(VORMEN[een.vorm]), een.uiterlijk, hoe, toestand(een.urgentie), een.nummer, een.ingediend_op)


def _hoofdlijnen(handeling: Handeling, zaak: Zaak) -> Iterator[Cellen]:
    for een in hoofdlijnen_van(handeling, zaak.tenant_id, zaak.id, None):
        yield (doeltitel(een.doel), een.tekst, dag(een.bijgewerkt_op), een.bijgewerkt_door)


AFSPRAKEN = lijst_van_zaak(
    "afspraken",
    _l("Afspraken over uren"),
    _l("Wat er over de uren van een zaak is afgesproken, ook wat is ingetrokken."),
    (
        *(_l("Afgesproken op"), _l("Met"), _l("Wat er is afgesproken"), _l("Vastgelegd op")),
        *(_l("Vastgelegd door"), _l("Ingetrokken op")),
    ),
    _afspraken,
)
AANSPREEKPUNTEN = lijst_van_zaak(
    "aanspreekpunten",
    _l("Aanspreekpunten"),
    _l("Bij wie een cliënt wanneer terechtkan."),
    (_l("Rol"), _l("Wie"), _l("Vanaf"), _l("Tot en met")),
    _aanspreekpunten,
)
PERIODEN_VAN_ZAAK = lijst_van_zaak(
    "perioden-van-zaak",
    _l("Perioden en jobcoaches"),
    _l("De perioden van een zaak, met wie er coacht en accordeert."),
    (
        *(_l("Begin"), _l("Eind"), _l("Stand"), _l("Uren"), _l("Bedrag"), _l("Uurtarief, zonder btw")),
        *(_l("Jobcoach"), _l("Van"), _l("Tot en met"), _l("Accordeerders"), _l("Gedelegeerd tot en met")),
    ),
    _perioden,
)
EVALUATIES = lijst_van_zaak(
    "evaluaties",
    _l("Evaluaties"),
    _l("De afgesproken evaluaties van het plan dat geldt, met wat eruit kwam."),
    (_l("Afgesproken op"), _l("Waarover"), _l("Gehouden op"), _l("Wat eruit kwam"), _l("Vastgelegd door")),
    _evaluaties,
)
VERSLAGEN_VAN_ZAAK = lijst_van_zaak(
    "verslagen",
    _l("Verslagen"),
    _l("De verslagen van een zaak, ook die al zijn ingediend."),
    (_l("Verslag"), _l("Uiterlijk"), _l("Vorm"), _l("Stand"), _l("Nummer"), _l("Ingediend op")),
    _verslagen,
)
HOOFDLIJNEN = lijst_van_zaak(
    "hoofdlijnen",
    _l("Logboek op hoofdlijnen"),
    _l("Wat de coach per doel deed en wat het opleverde."),
    (_l("Doel"), _l("Wat er is gedaan"), _l("Bijgewerkt op"), _l("Bijgewerkt door")),
    _hoofdlijnen,
    open_voor=mag_logboek,
    recht=Recht.UREN_SCHRIJVEN,
)
