"""Wat organisaties overnamen uit hun eerdere administratie en op het ja van deze financier wacht."""

from uuid import UUID

from flask import render_template, request, url_for

from dakpan.aanvraag.overname.wachtend import te_bevestigen
from dakpan.aanvraag.views.deur import bp
from dakpan.opslag.bladeren import Vanaf
from dakpan.web.verzoek import handeling


@bp.get("/overgenomen")
def overgenomen() -> str:
    """De lijst: wie, welk besluit van buiten het loket, en wat ervan over is."""
    na, voor = (request.args.get(een, type=UUID) for een in ("na", "voor"))
    hier = na or voor
    blad = te_bevestigen(handeling(), Vanaf((hier,), terug=na is None) if hier is not None else None)
    return render_template(
        "aanvraag/overgenomen.html",
        rijen=blad.regels,
        vorige=url_for("aanvraag.overgenomen", voor=blad.regels[0].id) if blad.vorige and blad.regels else None,
        volgende=url_for("aanvraag.overgenomen", na=blad.regels[-1].id) if blad.volgende and blad.regels else None,
    )
