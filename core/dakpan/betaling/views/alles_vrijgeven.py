"""Alles in één keer vrijgeven: eerst wat het samen is, dan pas de knop."""

from datetime import date
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask_babel import ngettext

from dakpan.begrippen.bedrag import NUL_EURO
from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling import lijsten
from dakpan.betaling.betalen.alles_vrijgeven import geef_alles_vrij, stapel
from dakpan.betaling.betalen.betalingen import tenant_van
from dakpan.betaling.corrigeren.lijsten import voorstel_bij
from dakpan.betaling.toestanden import Betaalstatus
from dakpan.betaling.views import bp
from dakpan.betaling.vorderen.verrekenen import vooruit
from dakpan.opslag.fouten import Gewijzigd
from dakpan.partijen.rechten import Recht
from dakpan.web.verzoek import handeling


@bp.get("/betalingen/vrijgeven/alles")
def alles_vrijgeven() -> Any:
    """Hoeveel het is, samen en na verrekenen, en de eerste vijftig."""
    return _pagina(_tot(request.args.get("tot", "")))


@bp.post("/betalingen/vrijgeven/alles")
def geef_alles() -> Any:
    """Geeft precies vrij wat er stond; is het veranderd, dan staat het er opnieuw."""
    tenant_van(handeling())
    handeling().vereis(Recht.BETALING_VRIJGEVEN)
    tot = _tot(request.form.get("tot", ""))
    try:
        vrij = geef_alles_vrij(handeling(), tot, request.form.get("vingerafdruk", ""))
    except (KanNiet, Gewijzigd) as fout:
        return _pagina(tot, str(fout)), 409
    aantal = len(vrij.betalingen)
    flash(ngettext("Eén betaling is vrijgegeven.", "%(num)s betalingen zijn vrijgegeven.", aantal), "goed")
    return redirect(url_for("betaling.betalingen"), 303)


def _tot(tekst: str) -> date:
    """Tot en met welke dag; wat geen dag is, is vandaag."""
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        return handeling().vandaag


def _pagina(tot: date, bezwaar: str = "") -> str:
    deze = handeling()
    nu = stapel(deze, tot)
    ids = {een for een, _versie in nu.betalingen}
    eraf = vooruit(deze, tenant_van(deze), ids)
    samen = sum((bedrag for een, bedrag in eraf.items() if een in ids), NUL_EURO)
    rijen = [een for een in lijsten.betalingen(deze, Betaalstatus.KLAARGEZET) if een.id in ids]
    return render_template(
        "betaling/alles_vrijgeven.html",
        stapel=nu,
        aantal=len(nu.betalingen),
        netto=nu.totaal - samen,
        rijen=rijen,
        correcties=voorstel_bij(deze, [een.id for een in rijen]),
        bezwaar=bezwaar,
    )
