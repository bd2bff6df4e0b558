"""Zaken opbergen, in het archief zoeken, en terughalen wat toch nog nodig is."""

from collections.abc import Sequence
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from dakpan.begrippen.bsn_in_tekst import zoek_bsn
from dakpan.begrippen.fouten import OngeldigeWaarde
from dakpan.begrippen.nummers import Bsn
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier import archief
from dakpan.dossier.archief import Sleutel, mag_archiveren
from dakpan.loket.archief.keuze import LANGSTE_TEKST, als_adres, als_keuze, lees_keuze, lees_plaats
from dakpan.loket.zaak import vragen
from dakpan.loket.zaak.regels import rijen_van
from dakpan.opslag.fouten import Gewijzigd
from dakpan.partijen.rechten import Recht
from dakpan.wandeling.archieflijst import Archiefvraag, zoek
from dakpan.web.verzoek import handeling

bp = Blueprint("archief", __name__, template_folder="templates")
HIER = "archief.lijst"


@bp.get("/archief")
def lijst() -> str:
    """Wat er is opgeborgen, het laatste eerst."""
    tekst = _tekst(request.args.get("q", ""))
    vraag = Archiefvraag("" if zoek_bsn(tekst) else tekst, na=lees_plaats(request.args.get("na", "")))
    return _pagina(vraag)


@bp.post("/archief")
def zoeken() -> Any:
    """Zoekt; een BSN komt nooit in een adres, dus dat antwoord staat meteen op deze pagina."""
    tekst = _tekst(request.form.get("q", ""))
    bsn = zoek_bsn(tekst)
    if not bsn:
        return redirect(url_for(HIER, **als_adres(Archiefvraag(tekst), None)), 303)
    try:
        return _pagina(Archiefvraag(bsn=Bsn.uit_tekst(bsn)))
    except OngeldigeWaarde:
        return _pagina(Archiefvraag(), _("Dit is geen geldig burgerservicenummer. Controleer de cijfers.")), 422


def _tekst(getypt: str) -> str:
    return " ".join(getypt[:LANGSTE_TEKST].replace("\0", "").split())


def _pagina(vraag: Archiefvraag, melding: str = "") -> str:
    handeling().vereis(Recht.ARCHIEF_INZIEN)
    blad = zoek(handeling(), vraag)
    regels = [regel for regel, _op in blad.regels]
    return render_template(
        "archief/lijst.html",
        vraag=vraag,
        melding=melding,
        rijen=list(zip(rijen_van(handeling(), regels), blad.regels, map(als_keuze, regels), strict=True)),
        volgende=url_for(HIER, **als_adres(vraag, blad.volgende)) if blad.volgende and not vraag.bsn else None,
        mag_terughalen=mag_archiveren(handeling()),
    )


def _ligt_erin(aantal: int) -> str:
    tekst: str = ngettext(
        "%(num)s zaak ligt nu in het archief. Terughalen kan daar.",
        "%(num)s zaken liggen nu in het archief. Terughalen kan daar.",
        aantal,
    )
    return tekst


def _is_terug(aantal: int) -> str:
    tekst: str = ngettext(
        "%(num)s zaak staat weer in de lijst van zaken.",
        "%(num)s zaken staan weer in de lijst van zaken.",
        aantal,
    )
    return tekst


_DADEN = {"erin": (archief.archiveer, _ligt_erin), "eruit": (archief.haal_terug, _is_terug)}


@bp.post("/archief/<any(erin, eruit):kant>")
def verplaats(kant: str) -> Any:
    """Bergt de gekozen zaken op of haalt ze terug: alle, of geen ervan; en gaat terug naar waar iemand koos."""
    zaken, (daad, gedaan) = lees_keuze(request.form), _DADEN[kant]
    try:
        if zaken:
            flash(gedaan(daad(handeling(), zaken)), "goed")
        else:
            flash(_("Kies eerst een of meer zaken."), "let_op")
    except (KanNiet, Gewijzigd) as fout:
        flash(str(fout), "let_op")
    return redirect(_waarvandaan(zaken), 303)


def _waarvandaan(zaken: Sequence[Sleutel]) -> str:
    van = request.form.get("van", "")
    if van == "zaak" and len(zaken) == 1:
        return url_for("zaak.toon", tenant_id=zaken[0][0], zaak_id=zaken[0][1])
    if van == "lijst":
        return url_for("zaak.lijst", **vragen.als_adres(vragen.lees_vraag(request.form)))
    return url_for(HIER)
