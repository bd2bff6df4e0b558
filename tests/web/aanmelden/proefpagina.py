"""Pagina's die alleen de tests van het aanmelden hebben: zij zeggen wie er is en wat er binnenkwam."""

from flask import Blueprint, Flask, request

from dakpan.web.verzoek import handeling

bp = Blueprint("proef", __name__)


def zet_proefpagina(app: Flask) -> Flask:
    app.register_blueprint(bp)
    return app


@bp.get("/proef")
def wie() -> dict[str, str]:
    vrager = handeling().vrager
    return {"naam": vrager.naam, "kant": vrager.kant, "rechten": " ".join(sorted(vrager.rechten))}


@bp.post("/proef")
def wat() -> dict[str, str]:
    return dict(request.form)
