"""De klok van een zaak in woorden: wat moet ik, wat moet de ander, en hoe lang is er nog?"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from dakpan.aanvraag.domain.klok import Klokregel, Kloksoort, Stand
from dakpan.aanvraag.domain.verlenging import Verlenging
from dakpan.dossier import bevoegd
from dakpan.loket.zaak.woorden import PARTIJEN, Nabij, nabij
from dakpan.opslag.handeling import Handeling
from dakpan.rapportage.domain import Rapportagevorm
from dakpan.rapportage.formulier import VORMEN
from dakpan.uitleg.contract import bron_als_json

SOORTEN: Mapping[Kloksoort, Any] = {
    Kloksoort.AANVRAGEN: _l("Aanvragen"),
    Kloksoort.AANVULLEN: _l("De aanvraag aanvullen"),
    Kloksoort.BESLISSEN: _l("Beslissen"),
    Kloksoort.BEZWAAR: _l("Bezwaar maken"),
    Kloksoort.BEROEP: _l("In beroep gaan"),
    Kloksoort.WIJZIGEN: _l("Een wijziging doorgeven"),
    Kloksoort.OVER_WIJZIGING: _l("Over een wijziging beslissen"),
    Kloksoort.OP_BEZWAAR: _l("Op een bezwaar beslissen"),
    Kloksoort.EVALUEREN: _l("Evalueren"),
    Kloksoort.RAPPORTEREN: _l("Rapporteren"),
    Kloksoort.VERANTWOORDEN: _l("Verantwoorden"),
    Kloksoort.EINDE: _l("Einde van de periode"),
    Kloksoort.MAXIMUM: _l("Laatste dag waarop jobcoaching kan lopen"),
}


class Klokrij(NamedTuple):
    """Eén termijn als rij. ``stand`` is altijd een woord; de kleur komt er alleen bij."""

    wat: str
    uiterlijk: date
    stand: Nabij
    wie: str
    opgeschort: str
    verlenging: Verlenging | None
    bron: Mapping[str, Any]
    loopt_nog: bool


def rijen_van(handeling: Handeling, regels: Iterable[Klokregel]) -> list[Klokrij]:
    """Deze termijnen zoals de lezer ze ziet."""
    return [_rij(handeling, een) for een in regels]


def _rij(handeling: Handeling, een: Klokregel) -> Klokrij:
    return Klokrij(
        wat=_wat(een),
        uiterlijk=een.uiterlijk,
        stand=_stand(een, handeling.vandaag),
        wie=_wie(handeling, een),
        opgeschort=_opgeschort(een),
        verlenging=een.verlenging,
        bron=bron_als_json(een.bron),
        loopt_nog=een.loopt_nog(handeling.vandaag),
    )


def _wat(een: Klokregel) -> str:
    soort = str(SOORTEN[een.soort])
    if een.soort is Kloksoort.RAPPORTEREN and een.vorm is not None:
        return f"{soort}: {str(VORMEN[Rapportagevorm(een.vorm)]).lower()}"
    if een.over_wijziging:
        return str(_("%(wat)s, om de afgewezen wijziging", wat=soort))
    return soort


def _wie(handeling: Handeling, een: Klokregel) -> str:
    if een.wie is None:
        return ""
    if een.soort not in {Kloksoort.BEZWAAR, Kloksoort.BEROEP} and bevoegd.kant_van(een.wie) is handeling.vrager.kant:
        return str(_("uw kant: %(wie)s", wie=PARTIJEN[een.wie]))
    return str(PARTIJEN[een.wie])


def _opgeschort(een: Klokregel) -> str:
    stil = ngettext("%(num)s dag stilgestaan", "%(num)s dagen stilgestaan", een.opgeschort)
    langer = ngettext("%(num)s dag langer gemaakt", "%(num)s dagen langer gemaakt", een.verlengd)
    return ", ".join(str(tekst) for dagen, tekst in ((een.opgeschort, stil), (een.verlengd, langer)) if dagen)


def _stand(een: Klokregel, vandaag: date) -> Nabij:
    match een.stand(vandaag):
        case Stand.GEHAALD:
            return Nabij(_("op tijd gedaan"), "goed")
        case Stand.TE_LAAT_GEDAAN:
            return Nabij(_("te laat gedaan"), "neutraal")
        case Stand.STAAT_STIL:
            over = (een.uiterlijk - vandaag).days
            return Nabij(
                ngettext("staat stil, daarna nog %(num)s dag", "staat stil, daarna nog %(num)s dagen", over), "bezig"
            )
        case Stand.VOORBIJ:
            return Nabij(_("voorbij"), "neutraal")
        case Stand.LOOPT:
            dichtbij = nabij(een.uiterlijk, vandaag)
            return Nabij(dichtbij.tekst if dichtbij else "", "neutraal")
    return nabij(een.uiterlijk, vandaag) or Nabij("", "neutraal")
