"""De kwartaalronde op het scherm: beginnen, zien hoe ver zij is, en lezen wat zij per zaak deed of oversloeg."""

from typing import Any
from uuid import UUID

from flask import current_app, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from dakpan.begrippen.fouten import OngeldigeWaarde
from dakpan.begrippen.periode import Kwartaal
from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.kwartaal.lijsten import regels_van, rondes
from dakpan.betaling.kwartaal.tables import Gedaan
from dakpan.betaling.views import bp
from dakpan.betaling.views.achtergrond import loop_door
from dakpan.betaling.views.kwartaalwoorden import GEDAAN, geteld, hoeveel, naam_van
from dakpan.opslag.fouten import Gewijzigd, NietGevonden
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.rechten import Recht
from dakpan.wandeling.kwartaal.ronde import begin, staat_stil, stand
from dakpan.web.verzoek import handeling

KEUZES = 8
VERVERS = 2


@bp.get("/kwartaal")
def kwartaalrondes() -> Any:
    """Welke rondes waren er, en welk kwartaal kan er nu?"""
    return _lijst(_van_financier())


@bp.post("/kwartaal")
def begin_kwartaal() -> Any:
    """Begint de ronde, of gaat verder met die van dit kwartaal; het werk zelf gebeurt op de achtergrond."""
    deze = _van_financier()
    try:
        ronde = begin(deze, Kwartaal.uit_iso(request.form.get("kwartaal", "")))
    except (OngeldigeWaarde, KanNiet) as fout:
        return _lijst(deze, str(fout)), 422
    except Gewijzigd:
        flash(_("Een collega begon deze ronde net."), "let_op")
        return redirect(url_for("betaling.kwartaalrondes"), 303)
    loop_door(current_app, deze.vrager, ronde.id)
    return redirect(url_for("betaling.kwartaalronde", ronde_id=ronde.id), 303)


@bp.get("/kwartaal/<uuid:ronde_id>")
def kwartaalronde(ronde_id: UUID) -> Any:
    """Hoe ver is zij? Zolang zij loopt ververst de pagina zichzelf."""
    deze = _van_financier()
    nu = stand(deze, ronde_id)
    gedaan = next((een for een in Gedaan if een.value == request.args.get("gedaan")), None)
    blad = regels_van(deze, ronde_id, gedaan, request.args.get("na", type=UUID))
    stil = staat_stil(deze, nu.ronde)
    pagina = render_template(
        "betaling/kwartaalronde.html",
        stand=nu,
        naam=naam_van(nu.ronde.kwartaal),
        stil=stil,
        gedaan=gedaan,
        woorden=GEDAAN,
        geteld=geteld,
        hoeveel=hoeveel,
        soorten=list(Gedaan),
        regels=blad.regels,
        volgende=_verder(ronde_id, gedaan, blad.regels[-1].id) if blad.volgende else None,
    )
    return pagina, {} if nu.klaar or stil else {"Refresh": str(VERVERS)}


def _verder(ronde_id: UUID, gedaan: Gedaan | None, na: UUID) -> str:
    return url_for("betaling.kwartaalronde", ronde_id=ronde_id, gedaan=gedaan.value if gedaan else None, na=na)


def _van_financier() -> Handeling:
    deze = handeling()
    if deze.vrager.tenant_id is None:
        raise NietGevonden
    deze.vereis(Recht.BETALEN)
    return deze


def _lijst(deze: Handeling, bezwaar: str = "") -> str:
    return render_template(
        "betaling/kwartaalrondes.html",
        rondes=[(een, naam_van(een.kwartaal), staat_stil(deze, een)) for een in rondes(deze)],
        keuzes=[(een.iso, naam_van(een.iso)) for een in _laatste(Kwartaal.van(deze.vandaag))],
        gekozen=request.form.get("kwartaal") or _vorig(Kwartaal.van(deze.vandaag)).iso,
        bezwaar=bezwaar,
    )


def _laatste(nu: Kwartaal) -> list[Kwartaal]:
    """Dit kwartaal en de zeven ervoor."""
    keuzes = [nu]
    while len(keuzes) < KEUZES:
        keuzes.append(_vorig(keuzes[-1]))
    return keuzes


def _vorig(een: Kwartaal) -> Kwartaal:
    return Kwartaal(een.jaar, een.nummer - 1) if een.nummer > 1 else Kwartaal(een.jaar - 1, 4)
