"""De lijst van een accordeerder: akkoord geven, terugsturen en een akkoord intrekken."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from flask import flash, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from dakpan.begrippen.toestand import KanNiet
from dakpan.invoer.fouten import InvoerFout, fout_bij
from dakpan.opslag.fouten import Gewijzigd
from dakpan.partijen.rechten import Recht
from dakpan.uren.accorderen import Aangewezen, Teruggestuurd, accordeer, stuur_terug, trek_akkoord_in
from dakpan.uren.afspraken.vastleggen import geldende
from dakpan.uren.keuzes import doeltitel, soorttekst
from dakpan.uren.meekijken import week_van
from dakpan.uren.tables import TERUG_TEN_HOOGSTE
from dakpan.uren.toestanden import Urenstatus
from dakpan.uren.views.deur import STATUS, bp, naar, week_of_404
from dakpan.uren.wachtrij import wachtrij
from dakpan.web.formulier_meldingen import voor_scherm
from dakpan.web.verzoek import handeling

MEESTE = 200


@bp.get("/accorderen")
def accorderen() -> Any:
    """Wat op akkoord wacht, per week en coach."""
    return _pagina(Urenstatus.TE_ACCORDEREN)


@bp.post("/accorderen")
def beslis() -> Any:
    """Akkoord op één, enkele of alle getoonde uren; of terug naar de coach met een reden."""
    wat = request.form.get("wat", "")
    if wat == "terug":
        reden = request.form.get("reden", "")
        return _doe(
            Urenstatus.TE_ACCORDEREN, lambda: _meld_terug(stuur_terug(handeling(), _gekozen("kies"), reden)), reden
        )
    lijst = "alle" if wat == "alles" else "kies"
    return _doe(Urenstatus.TE_ACCORDEREN, lambda: _meld_akkoord(accordeer(handeling(), _gekozen(lijst))))


@bp.get("/accorderen/alles")
def alles() -> Any:
    """Vraagt of alles wat op de lijst staat akkoord is, of alles van één week: hoeveel het is, en van wie."""
    rij = wachtrij(handeling())
    gevraagd = (request.args.get("week", ""), request.args.get("coach", ""))
    weken = [een for een in rij.weken if not any(gevraagd) or (een.week.code, str(een.coach_id)) == gevraagd]
    if not weken:
        return naar(url_for("uren.accorderen"))
    return render_template("uren/alles.html", weken=weken, meer=rij.meer)


@bp.get("/accorderen/akkoord")
def akkoord() -> Any:
    """Wat akkoord is en nog niet gedeclareerd, het laatste akkoord eerst."""
    return _pagina(Urenstatus.GEACCORDEERD)


@bp.post("/accorderen/akkoord")
def trek_in() -> Any:
    """Neemt het akkoord terug."""
    return _doe(Urenstatus.GEACCORDEERD, lambda: _meld_ingetrokken(trek_akkoord_in(handeling(), _gekozen("kies"))))


@bp.get("/accorderen/<weeknummer>/<uuid:coach_id>")
def meekijken(weeknummer: str, coach_id: UUID) -> Any:
    """De week van deze coach zoals hij haar schreef; alleen om te lezen."""
    week = week_of_404(weeknummer)
    coach, agenda = week_van(handeling(), coach_id, week)
    return render_template(
        "uren/meekijken.html",
        coach=coach,
        coach_id=coach_id,
        agenda=agenda,
        vandaag=handeling().vandaag,
        status=STATUS,
        doeltitel=doeltitel,
        soorttekst=soorttekst,
    )


def _gekozen(naam: str) -> list[Aangewezen]:
    """Wat is aangevinkt, elk één keer."""
    try:
        return list(dict.fromkeys(Aangewezen.uit_code(code) for code in request.form.getlist(naam)[:MEESTE]))
    except ValueError as fout:
        raise fout_bij("kies", _("wat u koos staat niet in de lijst; kies opnieuw")) from fout


def _doe(status: Urenstatus, handel: Callable[[], None], reden: str = "") -> Any:
    """Doet het en gaat terug naar de lijst; lukt het niet, dan blijft staan wat gekozen en getypt is."""
    try:
        handel()
    except InvoerFout as fout:
        fouten = {een.veld: voor_scherm(een.melding) for een in fout.fouten}
        return _pagina(status, fouten=fouten, reden=reden), 422
    except (KanNiet, Gewijzigd) as fout:
        return _pagina(status, fouten={"kies": str(fout)}, reden=reden), 409
    return naar(url_for("uren.accorderen" if status is Urenstatus.TE_ACCORDEREN else "uren.akkoord"))


def _pagina(status: Urenstatus, *, fouten: Mapping[str, str] | None = None, reden: str = "") -> str:
    na = request.args.get("na", type=UUID)
    rij = wachtrij(handeling(), status, na)
    akkoord = status is Urenstatus.GEACCORDEERD
    return render_template(
        "uren/accorderen.html",
        rij=rij,
        vorige=url_for("uren.akkoord") if akkoord and na else None,
        volgende=url_for("uren.akkoord", na=rij.laatste) if akkoord and rij.laatste else None,
        status=status,
        afspraken=geldende(
            handeling(), {(een.aangewezen.tenant_id, een.zaak_id) for week in rij.weken for een in week.activiteiten}
        ),
        woorden=STATUS,
        fouten=fouten or {},
        gekozen=set(request.form.getlist("kies")),
        reden=reden,
        mag_totalen=handeling().mag(Recht.DECLAREREN),
        reden_max=TERUG_TEN_HOOGSTE,
        doeltitel=doeltitel,
        soorttekst=soorttekst,
    )


def _meld_akkoord(aantal: int) -> None:
    flash(ngettext("%(num)s activiteit is akkoord.", "%(num)s activiteiten zijn akkoord.", aantal), "goed")


def _meld_terug(terug: Teruggestuurd) -> None:
    zinnen = [
        ngettext(
            "%(num)s activiteit gaat terug; de week van de coach is weer open.",
            "%(num)s activiteiten gaan terug; de week van de coach is weer open.",
            terug.aantal,
        )
    ]
    if terug.mee:
        zinnen.append(
            ngettext(
                "%(num)s andere van dezelfde groep ging mee: de coach wijzigt een groep in haar geheel.",
                "%(num)s andere van dezelfde groep gingen mee: de coach wijzigt een groep in haar geheel.",
                terug.mee,
            )
        )
    if terug.blijft:
        zinnen.append(
            ngettext(
                "%(num)s andere van die week blijft op uw lijst.",
                "%(num)s andere van die week blijven op uw lijst.",
                terug.blijft,
            )
        )
    flash(" ".join(zinnen), "goed")


def _meld_ingetrokken(aantal: int) -> None:
    flash(ngettext("%(num)s akkoord is ingetrokken.", "%(num)s akkoorden zijn ingetrokken.", aantal), "goed")
