"""Een bestand dat iemand met een formulier meestuurt, of dat iemand ophaalt."""

from io import BytesIO
from typing import Any, NamedTuple

from flask import request, send_file
from flask_babel import gettext as _

from dakpan.invoer.bestandscontrole import GROOTSTE, Afgekeurd, keur_bestand
from dakpan.invoer.fouten import InvoerFout, fout_bij
from dakpan.web.bestandsnaam import veilig_type, veilige_naam
from dakpan.web.formulier import Formulier, Ingevuld


class Meegestuurd(NamedTuple):
    """De naam en de inhoud zoals de browser ze stuurde; beide leeg als er niets bij zat."""

    bestandsnaam: str = ""
    inhoud: bytes = b""


def lees_bestand(veld: str) -> Meegestuurd:
    """Het ene bestand bij dit veld; leest nooit meer dan er past, en het tijdelijke bestand is daarna weg."""
    bestanden = request.files.getlist(veld)
    if len(bestanden) > 1:
        raise fout_bij(veld, _("stuur één bestand per keer"))
    if not bestanden:
        return Meegestuurd()
    try:
        return Meegestuurd(bestanden[0].filename or "", bestanden[0].stream.read(GROOTSTE + 1))
    finally:
        bestanden[0].close()


def lees_met_scan(form: Formulier, veld: str = "bestand") -> tuple[Ingevuld, Meegestuurd]:
    """Het formulier en het bestand dat erbij moet, met alles tegelijk wat er niet klopt."""
    ingevuld, gestuurd = form.lees(request.form), Meegestuurd()
    try:
        gestuurd = lees_bestand(veld)
        keur_bestand(*gestuurd)
    except InvoerFout as fout:
        ingevuld = ingevuld.met(fout)
    except Afgekeurd as fout:
        ingevuld = ingevuld.met(fout_bij(veld, str(fout)))
    return ingevuld, gestuurd


def om_te_bewaren(bestandsnaam: str, mediatype: str, inhoud: bytes) -> Any:
    """Een antwoord met een bestand om te bewaren; nooit om in de browser te openen."""
    return send_file(
        BytesIO(inhoud),
        mimetype=veilig_type(mediatype),
        as_attachment=True,
        download_name=veilige_naam(bestandsnaam),
        max_age=None,
    )
