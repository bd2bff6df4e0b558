"""De week van een coach: wat er staat, en sluiten of heropenen."""

from typing import Any

from flask import flash, render_template, request, url_for
from flask_babel import gettext as _

from dakpan.begrippen.toestand import KanNiet
from dakpan.opslag.fouten import Gewijzigd
from dakpan.uren import weken
from dakpan.uren.agenda import agenda
from dakpan.uren.budget import mijn_budget
from dakpan.uren.formulier import LOCATIES
from dakpan.uren.keuzes import doeltitel, soorttekst
from dakpan.uren.perioden import mijn_perioden
from dakpan.uren.plandoelen import in_het_plan
from dakpan.uren.toestanden import Urenstatus
from dakpan.uren.views.deur import STATUS, bp, lees_dag, naar, week_of_404
from dakpan.uren.week import Week
from dakpan.web.verzoek import handeling


@bp.get("/uren")
def deze_week() -> Any:
    """Naar de week van vandaag, of van de dag die iemand koos."""
    gevraagd = request.args.get("dag", "")
    dag = lees_dag(gevraagd)
    if gevraagd and dag is None:
        flash(_("Dit is geen datum; hieronder staat de week van vandaag."), "let_op")
    return naar(url_for("uren.week", weeknummer=Week.van(dag or handeling().vandaag).code))


@bp.get("/uren/<weeknummer>")
def week(weeknummer: str) -> Any:
    """Eén week, voor alle cliënten van alle financiers."""
    deze = week_of_404(weeknummer)
    punten, perioden = agenda(handeling(), deze), mijn_perioden(handeling())
    return render_template(
        "uren/week.html",
        agenda=punten,
        in_plan=in_het_plan(handeling(), punten),
        stand=weken.weekstand(handeling(), deze),
        perioden=perioden,
        budget=mijn_budget(handeling(), perioden),
        vandaag=handeling().vandaag,
        nu=Week.van(handeling().vandaag),
        status=STATUS,
        voorraad=Urenstatus.VOORRAAD,
        locaties={een.value: tekst for een, tekst in LOCATIES.items()},
        doeltitel=doeltitel,
        soorttekst=soorttekst,
    )


@bp.post("/uren/<weeknummer>/sluiten")
def sluit(weeknummer: str) -> Any:
    """Sluit de week; met de lege weken ervoor als iemand dat vraagt."""
    deze = week_of_404(weeknummer)
    try:
        weken.sluit(handeling(), deze, ook_lege=request.form.get("ook_lege") == "ja")
        wacht = any(
            een.status is Urenstatus.TE_ACCORDEREN for dag in agenda(handeling(), deze).dagen for een in dag.punten
        )
        flash(_("De week is gesloten. De uren wachten nu op akkoord.") if wacht else _("De week is gesloten."), "goed")
    except (KanNiet, Gewijzigd) as fout:
        flash(str(fout), "let_op")
    return naar(url_for("uren.week", weeknummer=deze.code))


@bp.post("/uren/<weeknummer>/heropenen")
def heropen(weeknummer: str) -> Any:
    """Opent de week weer."""
    deze = week_of_404(weeknummer)
    try:
        weken.heropen(handeling(), deze)
        flash(_("De week is weer open. Sluit haar als de uren kloppen."), "goed")
    except (KanNiet, Gewijzigd) as fout:
        flash(str(fout), "let_op")
    return naar(url_for("uren.week", weeknummer=deze.code))
