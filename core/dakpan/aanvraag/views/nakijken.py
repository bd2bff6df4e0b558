"""Vlak voordat een beslissing vastligt: wat wordt het, wat gebeurt er dan, en niets getypts kwijt bij terug."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from flask import render_template, request
from flask_babel import gettext as _

from dakpan.aanvraag.tables import Besluit
from dakpan.aanvraag.views.proberen import of_opnieuw
from dakpan.betaling.budget.vooruit import Vooruitzicht
from dakpan.dossier.tables import Zaak
from dakpan.opslag.fouten import Gewijzigd
from dakpan.web.formulier import Formulier, Ingevuld, Waarden
from dakpan.web.opmaak import leesbaar
from dakpan.web.verzoek import handeling

# Per onderdeel de naam, wat het wordt, en wat het nu is of volgens de regels zou zijn.
Regel = tuple[Any, Any, str]
GELDEND = "geldend"


class Overzicht(NamedTuple):
    """Wat er gaat gebeuren, in één keer te lezen. ``opgelet``: wat iemand niet mag missen."""

    titel: Any
    regels: Sequence[Regel]
    opgelet: Sequence[Any]
    gevolgen: Sequence[Any]
    knop: Any


def eerst_nakijken(ingevuld: Ingevuld, kijk: Callable[[], Any], opnieuw: Callable[[Ingevuld], str]) -> Any:
    """De pagina om na te kijken, of het formulier met wat er stond. None: het is nagekeken, leg het vast."""
    if request.form.get("stap") == "aanpassen":
        return opnieuw(ingevuld)
    if request.form.get("bevestigd") == "ja":
        return None
    return of_opnieuw(ingevuld, kijk, opnieuw)


def vereis_nagekeken(geldend: Besluit | None) -> None:
    """``Gewijzigd``: sinds het nakijken geldt er een ander besluit, en dus wordt het iets anders dan er stond."""
    if geldend is None or request.form.get(GELDEND) != str(geldend.id):
        raise Gewijzigd


class Telaat(NamedTuple):
    """Een ander besliste net. ``getypt``: wat iemand als motivering schreef, zodat het niet weg is."""

    zin: Any
    getypt: str


def te_laat_beslist(ingevuld: Ingevuld | None, door: str | None, motivering: str | None) -> Telaat | None:
    """Waarom is er niets opgeslagen van wat net is ingestuurd? None: er kwam niets. Zelf twee keer klikken mag."""
    if ingevuld is None:
        return None
    getypt = str(ingevuld.waarden.get("motivering") or "").strip()
    if door is None:
        return Telaat(_("Het is intussen ingetrokken. Uw beslissing is niet opgeslagen."), getypt)
    if door == handeling().vrager.naam and (motivering or "").split() == getypt.split():
        return Telaat(_("Uw beslissing lag al vast; er is niets dubbel gedaan."), "")
    zin = _("%(wie)s was u voor. Uw beslissing is niet opgeslagen; hieronder staat wat er geldt.", wie=door)
    return Telaat(zin, getypt)


def nakijkpagina(
    zaak: Zaak, overzicht: Overzicht, velden: Mapping[str, Any], budget: Sequence[Vooruitzicht], actie: str
) -> str:
    """Er is nog niets vastgelegd; wat getypt is gaat onzichtbaar mee."""
    return render_template(
        "aanvraag/nakijken.html", zaak=zaak, overzicht=overzicht, velden=velden, budget=budget, actie=actie
    )


def als_getypt(form: Formulier, gezien: Mapping[str, Any], ingevuld: Ingevuld) -> Waarden:
    """Wat iemand typte; wat hij openliet wordt wat hij hier ziet, zodat hij dat en niets anders vastlegt."""
    bekend = {naam: waarde for naam, waarde in gezien.items() if waarde is not None}
    ingevuld_met = {naam: waarde for naam, waarde in ingevuld.waarden.items() if waarde}
    return {**form.leeg(bekend).waarden, **ingevuld_met}


def verborgen(form: Formulier, gezien: Mapping[str, Any], ingevuld: Ingevuld, geldend: Besluit) -> Mapping[str, Any]:
    """Wat het formulier straks weer instuurt, met de versie en het besluit waarover dit overzicht ging."""
    return {**als_getypt(form, gezien, ingevuld), "versie": ingevuld.versie, GELDEND: geldend.id}


def was(in_woorden: Callable[[Any], Any], voorgesteld: Any, wordt: Any) -> str:
    """Wat de regels voorstelden, als het iets anders wordt."""
    return "" if voorgesteld == wordt else str(_("voorgesteld was: %(waarde)s", waarde=in_woorden(voorgesteld)))


def naast_nu(label: Any, wordt: Any, nu: Any, voorgesteld: Any = None) -> Regel:
    """Wat het wordt naast wat het nu is, en naast het voorstel als dat er was en iets anders zei."""
    delen = [str(_("nu: %(waarde)s", waarde=leesbaar(nu)))] if nu is not None and nu != wordt else []
    if voorgesteld is not None and voorgesteld != wordt:
        delen.append(was(leesbaar, voorgesteld, wordt))
    return label, leesbaar(wordt), "; ".join(delen)
