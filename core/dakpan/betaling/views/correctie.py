"""Wat er van een declaratie af ging, in woorden voor het scherm."""

from typing import Any, NamedTuple

from flask_babel import gettext as _

from dakpan.betaling.corrigeren.crediteren import creditnotas_bij, te_crediteren
from dakpan.betaling.corrigeren.herrekenen import Cijfers
from dakpan.betaling.corrigeren.tables import Correctie, Creditnota
from dakpan.betaling.corrigeren.toepassen import bevestigde
from dakpan.betaling.corrigeren.toestanden import Correctiesoort
from dakpan.betaling.corrigeren.voorstellen import mag_voorstellen, open_voorstel
from dakpan.betaling.domain import Declaratiesoort
from dakpan.betaling.factureren.post import verzendingen
from dakpan.betaling.tables import Declaratie
from dakpan.betaling.toestanden import TERUG, Declaratiestatus
from dakpan.betaling.verzamelen import latere_einddeclaratie
from dakpan.betaling.views.toon import vorderingstaat
from dakpan.betaling.vorderen.lezen import vorderingen_bij
from dakpan.betaling.vorderen.tables import Vordering
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht


class Veranderd(NamedTuple):
    """Wat er werd gedeclareerd, wat daarvan geldt, en wat er wanneer af ging. ``te_laat``: het kan niet meer mee."""

    was: Cijfers
    nu: Cijfers
    minder: Cijfers
    keren: list[dict[str, Any]]
    te_laat: bool


def blok(handeling: Handeling, rij: Declaratie) -> Veranderd | None:
    """None: er ging niets af."""
    if rij.status is not Declaratiestatus.GOEDGEKEURD or not rij.opmerkingen:
        return None
    was, nu = Cijfers.uit(rij.uitkomst), Cijfers.van(rij)
    keren = [_keer(een) for een in bevestigde(handeling, rij)]
    te_laat = rij.soort is Declaratiesoort.EIND or bool(latere_einddeclaratie(handeling, rij))
    return Veranderd(was, nu, was.min(nu), keren, te_laat)


def verder(handeling: Handeling, rij: Declaratie) -> dict[str, Any]:
    """Wat er op de declaratie nog te doen is: een voorstel, een correctie om over te beslissen, een creditnota."""
    if rij.status not in (Declaratiestatus.GOEDGEKEURD, *TERUG):
        return {"voorstel": None, "mag_voorstellen": False, "te_crediteren": None, "creditnotas": (), "vorderingen": ()}
    declareert = handeling.vrager.kant is Kant.ORGANISATIE and handeling.mag(Recht.DECLAREREN)
    wat = te_crediteren(handeling, rij)
    return {
        "voorstel": open_voorstel(handeling, rij),
        "mag_voorstellen": mag_voorstellen(handeling, rij) and len(rij.opmerkingen) < len(rij.activiteit_ids),
        "te_crediteren": wat,
        "mag_crediteren": declareert and wat is not None,
        "creditnotas": [_nota(handeling, een) for een in creditnotas_bij(handeling, rij)],
        "vorderingen": [_vordering(een) for een in vorderingen_bij(handeling, rij)],
    }


def _vordering(een: Vordering) -> dict[str, Any]:
    staat = vorderingstaat(een.status, een.wijze)
    return {"id": een.id, "nummer": een.nummer, "bedrag": een.bedrag, "staat": staat}


def _nota(handeling: Handeling, een: Creditnota) -> dict[str, Any]:
    return {"id": een.id, "nummer": een.nummer, "bedrag": een.bedrag, "verzonden": verzendingen(handeling, een)}


def _keer(een: Correctie) -> dict[str, Any]:
    bij_oordeel = een.soort is Correctiesoort.BIJ_OORDEEL
    return {
        "titel": str(_("Bij het oordeel") if bij_oordeel else _("Correctie achteraf")),
        "op": een.beslist_op,
        "door": een.beslist_door,
        "aantal": len(een.opmerkingen),
        "duur": een.duur,
        "bedrag": een.bedrag_incl,
        "reden": een.reden,
        "stappen": een.uitkomst["stappen"],
        "geldt": een.uitkomst["declarabel"],
    }
