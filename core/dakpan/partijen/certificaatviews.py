"""De certificaten van coaches op het scherm: van iedereen, van één coach, en van uzelf."""

from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import NietGevonden
from dakpan.partijen import certificaatlijst, certificaten
from dakpan.partijen.certificaatformulier import CERTIFICAAT, STANDEN
from dakpan.partijen.certificaten import Certificaatgegevens
from dakpan.partijen.rechten import Recht
from dakpan.partijen.registerlijsten import certificaten as namen
from dakpan.partijen.tables import Lidmaatschap
from dakpan.partijen.views import bp
from dakpan.web.bestand import lees_bestand, om_te_bewaren
from dakpan.web.formulier import Ingevuld
from dakpan.web.verzoek import handeling

__all__ = ["bp"]


@bp.get("/certificaten", endpoint="alle_certificaten")
def alle() -> str:
    """Wie heeft wat, en wat verloopt er binnenkort?"""
    _lid(handeling().vrager.lidmaatschap_id)  # een financier heeft geen coaches
    return render_template(
        "partijen/alle_certificaten.html",
        regels=certificaatlijst.alle(handeling()),
        standen=STANDEN,
        namen=namen(),
        vandaag=handeling().vandaag,
    )


@bp.get("/mijn-certificaten", endpoint="mijn_certificaten")
def mijn() -> str:
    """Wat er van uzelf is vastgelegd, en of uw naam in het register staat."""
    return _pagina(_lid(handeling().vrager.lidmaatschap_id), CERTIFICAAT.leeg())


@bp.get("/<uuid:lid_id>/certificaten", endpoint="certificaten")
def van_coach(lid_id: UUID) -> str:
    """De certificaten van deze coach, en een nieuw."""
    return _pagina(_lid(lid_id), CERTIFICAAT.leeg())


@bp.post("/<uuid:lid_id>/certificaten")
def leg_vast(lid_id: UUID) -> Any:
    """Legt een certificaat vast, met het papier als dat erbij zit."""
    lid = _lid(lid_id)
    ingevuld = CERTIFICAAT.lees(request.form)
    if not ingevuld.geldig:
        return _pagina(lid, ingevuld), 422
    try:
        gegevens = Certificaatgegevens(**ingevuld.gelezen, **lees_bestand("bestand")._asdict())
        certificaten.leg_vast(handeling(), lid_id, gegevens)
    except InvoerFout as fout:
        return _pagina(_lid(lid_id), ingevuld.met(fout)), 422
    flash(_("Het certificaat is vastgelegd."), "goed")
    return redirect(url_for("medewerkers.certificaten", lid_id=lid_id), 303)


@bp.get("/certificaten/<uuid:certificaat_id>/verwijderen", endpoint="certificaat_weg")
def vraag_weg(certificaat_id: UUID) -> str:
    """Vraagt of het echt weg mag."""
    handeling().vereis(Recht.MEDEWERKERS_BEHEREN)
    rij = certificaatlijst.haal(handeling(), certificaat_id)
    lid = _lid(rij.medewerker_id)
    return render_template("partijen/certificaat_weg.html", rij=rij, lid=lid, naam=namen().get(rij.soort, rij.soort))


@bp.post("/certificaten/<uuid:certificaat_id>/verwijderen")
def haal_weg(certificaat_id: UUID) -> Any:
    """Haalt het weg, met het papier."""
    weg = certificaten.haal_weg(handeling(), certificaat_id)
    flash(_("Het certificaat is weggehaald."), "goed")
    return redirect(url_for("medewerkers.certificaten", lid_id=weg.medewerker_id), 303)


@bp.get("/certificaten/<uuid:certificaat_id>/papier", endpoint="papier")
def papier(certificaat_id: UUID) -> Any:
    """Het papier zelf, om te bewaren."""
    return om_te_bewaren(*certificaatlijst.open_papier(handeling(), certificaat_id))


@bp.post("/mijn-certificaten")
def vermeld() -> Any:
    """Uw naam wel of niet in het openbare register."""
    met_naam = request.form.get("in_register") == "ja"
    certificaten.vermeld_mij(handeling(), met_naam=met_naam)
    flash(_("Uw naam staat in het register.") if met_naam else _("Uw naam staat niet in het register."), "goed")
    return redirect(url_for("medewerkers.mijn_certificaten"), 303)


def _lid(lid_id: UUID | None) -> Lidmaatschap:
    """Deze collega van de eigen organisatie. ``NietGevonden``: van een ander, of van een financier."""
    lid = handeling().sessie.get(Lidmaatschap, lid_id) if lid_id is not None else None
    if lid is None or lid.organisatie_id is None or lid.organisatie_id != handeling().vrager.organisatie_id:
        raise NietGevonden
    certificaatlijst.vereis_inzage(handeling(), lid.id)
    return lid


def _pagina(lid: Lidmaatschap, ingevuld: Ingevuld) -> str:
    return render_template(
        "partijen/certificaten.html",
        lid=lid,
        regels=certificaatlijst.van(handeling(), lid.id),
        beheert=handeling().mag(Recht.MEDEWERKERS_BEHEREN),
        ik=lid.id == handeling().vrager.lidmaatschap_id,
        standen=STANDEN,
        namen=namen(),
        vandaag=handeling().vandaag,
        form=CERTIFICAAT,
        ingevuld=ingevuld,
    )
