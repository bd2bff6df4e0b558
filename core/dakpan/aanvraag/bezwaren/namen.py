"""Hoe een bezwaar en zijn uitkomst op het scherm heten."""

from collections.abc import Mapping
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from dakpan.aanvraag.beslistermijn import dag_van
from dakpan.aanvraag.bezwaren.bestreden import Bestreden
from dakpan.aanvraag.bezwaren.tables import Bezwaarschrift
from dakpan.aanvraag.domain.bezwaar import Rechtsmiddel
from dakpan.aanvraag.domain.bezwaren import Bezwaarsoort, Bezwaarstatus
from dakpan.aanvraag.namen import AANLEIDINGEN, BESLOTEN
from dakpan.aanvraag.tables import Besluit
from dakpan.aanvraag.wijzigen.namen import meldnaam
from dakpan.web.opmaak import datum, leesbaar

BEZWAARSOORTEN: Mapping[Bezwaarsoort, Any] = {
    Bezwaarsoort.BEZWAAR: _l("Bezwaar, bij de financier"),
    Bezwaarsoort.BEROEP: _l("Beroep, bij de rechter"),
}
RECHTSMIDDELEN: Mapping[Bezwaarsoort, Any] = {
    Bezwaarsoort.BEZWAAR: _l("Bezwaar maken kan tot en met"),
    Bezwaarsoort.BEROEP: _l("In beroep gaan kan tot en met"),
}
# In een brief: hoe liep het af, en wat betekent dat?
UITKOMSTZINNEN: Mapping[tuple[Bezwaarsoort, Bezwaarstatus], Any] = {
    (Bezwaarsoort.BEZWAAR, Bezwaarstatus.GEGROND): _l(
        "Het bezwaar is gegrond. Dat betekent: wij veranderen ons besluit."
    ),
    (Bezwaarsoort.BEZWAAR, Bezwaarstatus.ONGEGROND): _l(
        "Het bezwaar is ongegrond. Dat betekent: ons besluit blijft zoals het is."
    ),
    (Bezwaarsoort.BEZWAAR, Bezwaarstatus.NIET_ONTVANKELIJK): _l(
        "Het bezwaar is niet-ontvankelijk. Dat betekent: wij beslissen niet over de inhoud ervan. "
        "Ons besluit blijft zoals het is."
    ),
    (Bezwaarsoort.BEROEP, Bezwaarstatus.GEGROND): _l("Het beroep is gegrond. Daarom nemen wij een nieuw besluit."),
    (Bezwaarsoort.BEROEP, Bezwaarstatus.ONGEGROND): _l(
        "Het beroep is ongegrond. Dat betekent: ons besluit blijft zoals het is."
    ),
    (Bezwaarsoort.BEROEP, Bezwaarstatus.NIET_ONTVANKELIJK): _l(
        "Het beroep is niet-ontvankelijk. Dat betekent: de rechter beslist niet over de inhoud ervan. "
        "Ons besluit blijft zoals het is."
    ),
}
BEZWAARSTANDEN: Mapping[Bezwaarstatus, Any] = {
    Bezwaarstatus.LOPEND: _l("loopt"),
    Bezwaarstatus.GEGROND: _l("gegrond"),
    Bezwaarstatus.ONGEGROND: _l("ongegrond"),
    Bezwaarstatus.NIET_ONTVANKELIJK: _l("niet-ontvankelijk"),
    Bezwaarstatus.INGETROKKEN: _l("ingetrokken"),
}


def bezwaarnaam(bezwaar: Bezwaarschrift) -> str:
    """Bezwaar of beroep."""
    return str(BEZWAARSOORTEN[bezwaar.soort])


def bezwaarstand(bezwaar: Bezwaarschrift) -> str:
    """Loopt het nog, of hoe liep het af?"""
    return str(BEZWAARSTANDEN[bezwaar.status])


def besluitnaam(besluit: Besluit) -> str:
    """Welk besluit is dit? Met waarover het ging en hoeveel: op één dag kan dezelfde mens er twee nemen."""
    dag = datum(dag_van(besluit.genomen_op))
    naam = _("%(soort)s op %(dag)s door %(wie)s", soort=BESLOTEN[besluit.soort], dag=dag, wie=besluit.door)
    cijfer = besluit.uren if besluit.uren is not None else besluit.bedrag
    hoeveel = f", {leesbaar(cijfer)}" if cijfer is not None else ""
    return str(_("%(besluit)s, over %(waarover)s", besluit=naam, waarover=AANLEIDINGEN[besluit.aanleiding])) + hoeveel


def bestredennaam(tegen: Bestreden) -> str:
    """Waartegen gaat het? Een besluit, of een wijziging die is afgewezen."""
    melding = tegen.melding
    if melding is None:
        return besluitnaam(tegen.besluit)
    wat, vanaf = meldnaam(melding), datum(melding.ingangsdatum)
    beslist = _("afgewezen op %(dag)s door %(wie)s", dag=datum(dag_van(tegen.genomen_op)), wie=melding.beslist_door)
    return str(_("Wijziging %(beslist)s: %(wat)s, vanaf %(vanaf)s", beslist=beslist, wat=wat, vanaf=vanaf))


def middelnaam(middel: Rechtsmiddel) -> str:
    """Wat kan er tot en met de dag die erachter staat?"""
    return str(RECHTSMIDDELEN[middel.soort])


def uitkomstzin(bezwaar: Bezwaarschrift) -> str:
    """Hoe liep het af, en wat betekent dat voor het besluit?"""
    return str(UITKOMSTZINNEN[bezwaar.soort, bezwaar.status])
