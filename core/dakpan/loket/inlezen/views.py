"""De pagina's: uitleg en brengen, bekijken, en bevestigen of weggooien."""

from typing import Any
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier import inleesbestanden
from dakpan.invoer.fouten import InvoerFout
from dakpan.invoer.tabel import Onleesbaar, Uitkomst
from dakpan.loket.inlezen.bladzij import bladzij_van
from dakpan.loket.inlezen.formulier import BRENGEN
from dakpan.loket.inlezen.soort import Inlezing, Terughalen
from dakpan.loket.inlezen.soorten import SOORTEN
from dakpan.opslag.fouten import Gewijzigd, NietGevonden
from dakpan.uren.toestanden import Urenstatus
from dakpan.uren.views.deur import STATUS
from dakpan.uren.week import Week
from dakpan.web.bestand import lees_bestand
from dakpan.web.formulier import Ingevuld
from dakpan.web.uitvoer import Blad, Vorm, als_bestand
from dakpan.web.verzoek import handeling

bp = Blueprint("inlezen", __name__, template_folder="templates")
BESTAND = "/inlezen/<naam>/<uuid:inleesbestand_id>"
VORMEN = (Vorm.XLSX, Vorm.CSV)


@bp.get("/inlezen/<naam>")
def uitleg(naam: str) -> str:
    """Wat kan erin, een voorbeeld om in te vullen, en het bestand brengen."""
    return _uitlegpagina(_soort(naam), BRENGEN.leeg())


@bp.post("/inlezen/<naam>")
def breng(naam: str) -> Any:
    """Bewaart het bestand om te bekijken; er is nog niets van geschreven."""
    soort = _soort(naam)
    ingevuld = BRENGEN.lees(request.form)
    try:
        meegestuurd = lees_bestand("bestand")
        rij = inleesbestanden.breng(handeling(), soort.soort, meegestuurd.bestandsnaam, meegestuurd.inhoud)
    except InvoerFout as fout:
        return _uitlegpagina(soort, ingevuld.met(fout)), 422
    return redirect(url_for("inlezen.bekijk", naam=naam, inleesbestand_id=rij.id), 303)


@bp.get("/inlezen/<naam>/voorbeeld.<soort>")
def voorbeeld(naam: str, soort: str) -> Any:
    """Een bestand met de goede koppen en een paar regels, om in te vullen."""
    deze = _soort(naam)
    gekozen = next((een for een in VORMEN if een.value == soort), None)
    if gekozen is None:
        raise NietGevonden
    koppen = [een.kop for een in deze.kolommen]
    return als_bestand([Blad(naam, koppen, deze.voorbeeld(handeling()))], gekozen, f"{naam} invullen", handeling().nu)


@bp.get(BESTAND)
def bekijk(naam: str, inleesbestand_id: UUID) -> Any:
    """Elke regel met wat ermee gebeurt; bij een fout in welke kolom en wat eraan te doen is."""
    soort = _soort(naam)
    rij = inleesbestanden.haal(handeling(), soort.soort, inleesbestand_id)
    return _bekijkpagina(soort, rij)


@bp.post(BESTAND)
def bevestig(naam: str, inleesbestand_id: UUID) -> Any:
    """Leest het bestand in: alles of niets, en alleen zoals het te zien was."""
    soort = _soort(naam)
    try:
        aantal = soort.lees_in(handeling(), inleesbestand_id, request.form.get("zegel", ""))
    except (KanNiet, Gewijzigd, Onleesbaar) as fout:
        flash(str(fout), "let_op")
        return redirect(url_for("inlezen.bekijk", naam=naam, inleesbestand_id=inleesbestand_id), 303)
    flash(ngettext("Er is één regel ingelezen.", "Er zijn %(num)s regels ingelezen.", aantal), "goed")
    if soort.daarna:
        flash(soort.daarna, "info")
    return redirect(_waar_het_staat(soort, inleesbestand_id), 303)


@bp.post(f"{BESTAND}/weg")
def gooi_weg(naam: str, inleesbestand_id: UUID) -> Any:
    """Gooit het gebrachte bestand weg."""
    try:
        inleesbestanden.gooi_weg(handeling(), _soort(naam).soort, inleesbestand_id)
        flash(_("Het bestand is weggegooid; er is niets van ingelezen."), "goed")
    except (KanNiet, Gewijzigd) as fout:
        flash(str(fout), "let_op")
    return redirect(url_for("inlezen.uitleg", naam=naam), 303)


@bp.get(f"{BESTAND}/terughalen")
def vraag_terughalen(naam: str, inleesbestand_id: UUID) -> Any:
    """Vraagt het nog één keer, of zegt wat het tegenhoudt."""
    soort, terug = _met_terughalen(naam)
    een = next((een for een in terug.ingelezen(handeling()) if een.bestand.id == inleesbestand_id), None)
    if een is None:
        inleesbestanden.haal(handeling(), soort.soort, inleesbestand_id)
        flash(_("Van dit bestand staat niets meer in uw agenda."), "let_op")
        return redirect(url_for("inlezen.uitleg", naam=naam), 303)
    return render_template(
        "inlezen/terughalen.html",
        soort=soort,
        een=een,
        tegen=terug.houdt_tegen(handeling(), inleesbestand_id),
        woorden=STATUS,
        voorraad=Urenstatus.VOORRAAD,
    )


@bp.post(f"{BESTAND}/terughalen")
def haal_terug(naam: str, inleesbestand_id: UUID) -> Any:
    """Haalt alles weg wat uit dit bestand kwam, of niets."""
    _deze, terug = _met_terughalen(naam)
    try:
        aantal = terug.haal_terug(handeling(), inleesbestand_id, request.form.get("aantal", 0, type=int))
    except (KanNiet, Gewijzigd) as fout:
        flash(str(fout), "let_op")
        return redirect(url_for("inlezen.vraag_terughalen", naam=naam, inleesbestand_id=inleesbestand_id), 303)
    flash(
        ngettext(
            "Er is één activiteit weggehaald. U kunt het bestand verbeteren en opnieuw inlezen.",
            "Er zijn %(num)s activiteiten weggehaald. U kunt het bestand verbeteren en opnieuw inlezen.",
            aantal,
        ),
        "goed",
    )
    return redirect(url_for("inlezen.uitleg", naam=naam), 303)


def _waar_het_staat(soort: Inlezing, inleesbestand_id: UUID) -> str:
    """De eerste week uit het bestand; wie iets van vorige maand inleest zoekt het niet in deze week."""
    weken = soort.terug.waar(handeling(), inleesbestand_id) if soort.terug else ()
    if len(weken) > 1:
        flash(_("Zij staan in %(van)s tot en met %(tot)s.", van=_week(weken[0]), tot=_week(weken[-1])), "info")
    return url_for("uren.week", weeknummer=weken[0].code) if weken else url_for(soort.naderhand)


def _week(een: Week) -> str:
    return str(_("week %(nummer)s van %(jaar)s", nummer=een.nummer, jaar=een.jaar))


def _met_terughalen(naam: str) -> tuple[Inlezing, Terughalen]:
    soort = _soort(naam)
    if soort.terug is None:
        raise NietGevonden
    return soort, soort.terug


def _soort(naam: str) -> Inlezing:
    soort = SOORTEN.get(naam)
    if soort is None:
        raise NietGevonden
    handeling().vereis(soort.recht)
    return soort


def _uitlegpagina(soort: Inlezing, ingevuld: Ingevuld) -> str:
    ligt = inleesbestanden.liggend(handeling(), soort.soort)
    return render_template(
        "inlezen/uitleg.html",
        soort=soort,
        form=BRENGEN,
        ingevuld=ingevuld,
        vormen=VORMEN,
        ligt=ligt,
        ingelezen=soort.terug.ingelezen(handeling()) if soort.terug else (),
    )


def _bekijkpagina(soort: Inlezing, rij: Any) -> str:
    uitkomst, waarom_niet = Uitkomst(()), ""
    try:
        uitkomst = soort.bekijk(handeling(), inleesbestanden.tabel_van(handeling(), rij))
    except (KanNiet, Onleesbaar) as fout:
        waarom_niet = str(fout)
    blad = bladzij_van(uitkomst, request.args.get("toon", ""), request.args.get("vanaf", 0, type=int))
    return render_template(
        "inlezen/bekijken.html", soort=soort, rij=rij, uitkomst=uitkomst, blad=blad, waarom_niet=waarom_niet
    )
