"""Een document toevoegen, verwijderen en verzenden."""

from typing import Any
from uuid import UUID

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from dakpan.aanvraag.domain.stukken import Aanlevering, Stuk
from dakpan.aanvraag.inhoud import haal_aanvraag
from dakpan.aanvraag.stukken import stukken_van
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier import bewaren
from dakpan.dossier.tables import Document, Zaak
from dakpan.invoer.fouten import InvoerFout
from dakpan.loket.documenten.formulier import ANDERS, aangeleverd, documentformulier, lees_document
from dakpan.opslag.fouten import Gewijzigd, NietGevonden
from dakpan.opslag.vrager import Kant
from dakpan.web.formulier import Ingevuld
from dakpan.web.verzoek import handeling, zaak_of_404

ZAAK = "/zaken/<tenant_id>/<uuid:zaak_id>"
DOCUMENT = f"{ZAAK}/documenten/<uuid:document_id>"
bp = Blueprint("documenten", __name__, template_folder="templates")


@bp.get(f"{ZAAK}/documenten/nieuw")
def nieuw(tenant_id: str, zaak_id: UUID) -> Any:
    """Wat is het, en welk bestand?"""
    zaak = zaak_of_404(tenant_id, zaak_id)
    handeling().vereis(*bewaren.TOEVOEGEN)
    stukken = _los_aan_te_leveren(zaak)
    gekozen = request.args.get("stuk", "")
    bekend = gekozen if gekozen in {een.code for een in stukken} else ANDERS if not stukken else ""
    return _uploadpagina(zaak, stukken, documentformulier(stukken).leeg({"waarvoor": bekend}))


@bp.post(f"{ZAAK}/documenten/nieuw")
def voeg_toe(tenant_id: str, zaak_id: UUID) -> Any:
    """Bewaart het bestand, of zegt wat eraan mankeert."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    stukken = _los_aan_te_leveren(zaak)
    ingevuld, gestuurd = lees_document(stukken)
    if not ingevuld.geldig:
        return _uploadpagina(zaak, stukken, ingevuld), 422
    try:
        toegevoegd = bewaren.voeg_toe(handeling(), zaak, aangeleverd(ingevuld, gestuurd, stukken))
    except InvoerFout as fout:
        return _uploadpagina(zaak_of_404(tenant_id, zaak_id), stukken, ingevuld.met(fout)), 422
    except KanNiet as fout:
        return _uploadpagina(zaak_of_404(tenant_id, zaak_id), stukken, ingevuld.met_melding(str(fout))), 409
    flash(_("Het document is toegevoegd. Tot het is verzonden kunt u het nog verwijderen."), "goed")
    if toegevoegd.zelfde_als is not None:
        flash(_("Precies hetzelfde bestand staat er ook als: %(titel)s.", titel=toegevoegd.zelfde_als.titel), "let_op")
    return _naar_documenten(zaak)


def _los_aan_te_leveren(zaak: Zaak) -> list[Stuk]:
    """Wat als bestand wordt gevraagd of erbij mag; wie de aanvraag niet ziet kiest gewoon een ander document."""
    try:
        stukken = [een.stuk for een in stukken_van(handeling(), zaak, haal_aanvraag(handeling(), zaak))]
    except NietGevonden:
        return []
    return [een for een in stukken if een.aanlevering is not Aanlevering.FORMULIER]


def _uploadpagina(zaak: Zaak, stukken: list[Stuk], ingevuld: Ingevuld) -> str:
    kan = bewaren.mag_toevoegen(handeling(), zaak)
    form = documentformulier(stukken)
    return render_template(
        "documenten/nieuw.html",
        zaak=zaak,
        waar=_waar(zaak),
        form=form,
        ingevuld=ingevuld,
        kan=kan,
        voor_organisatie=_voor_organisatie(),
    )


@bp.get(f"{DOCUMENT}/verwijderen")
def verwijderen(tenant_id: str, zaak_id: UUID, document_id: UUID) -> Any:
    """Vraagt of het document echt weg mag."""
    zaak, document = _document(tenant_id, zaak_id, document_id)
    kan = bewaren.kan_weg(handeling(), document)
    return render_template("documenten/verwijderen.html", zaak=zaak, waar=_waar(zaak), document=document, kan=kan)


@bp.post(f"{DOCUMENT}/verwijderen")
def verwijder(tenant_id: str, zaak_id: UUID, document_id: UUID) -> Any:
    """Verwijdert het document; dat het er was blijft in de geschiedenis."""
    zaak, _document_zelf = _document(tenant_id, zaak_id, document_id)
    try:
        weg = bewaren.verwijder(handeling(), zaak, document_id)
    except (KanNiet, Gewijzigd) as fout:
        flash(str(fout), "let_op")
    else:
        flash(_("Verwijderd: %(titel)s.", titel=weg.titel), "goed")
    return _naar_documenten(zaak)


@bp.get(f"{DOCUMENT}/verzenden")
def verzenden(tenant_id: str, zaak_id: UUID, document_id: UUID) -> Any:
    """Vraagt of het document verzonden mag worden; zo niet: wat moet er eerst?"""
    zaak, document = _document(tenant_id, zaak_id, document_id)
    van_mij = bewaren.is_van_mij(handeling(), document)
    eerst = bewaren.waarom_niet_verzenden(handeling(), zaak) if van_mij else _("Dit document is al verzonden.")
    return render_template(
        "documenten/verzenden.html",
        zaak=zaak,
        waar=_waar(zaak),
        document=document,
        eerst=eerst,
        kan_weg=bewaren.kan_weg(handeling(), document),
        voor_organisatie=_voor_organisatie(),
    )


@bp.post(f"{DOCUMENT}/verzenden")
def verzend(tenant_id: str, zaak_id: UUID, document_id: UUID) -> Any:
    """Verzendt het document: de andere kant ziet het, en het ligt vast."""
    zaak, _document_zelf = _document(tenant_id, zaak_id, document_id)
    try:
        verzonden = bewaren.verzend(handeling(), zaak, document_id)
    except (KanNiet, Gewijzigd) as fout:
        flash(str(fout), "let_op")
    else:
        flash(_("Verzonden: %(titel)s.", titel=verzonden.titel), "goed")
    return _naar_documenten(zaak)


def _document(tenant_id: str, zaak_id: UUID, document_id: UUID) -> tuple[Zaak, Document]:
    zaak = zaak_of_404(tenant_id, zaak_id)
    return zaak, bewaren.haal_document(handeling(), zaak, document_id)


def _voor_organisatie() -> bool:
    return handeling().vrager.kant is Kant.ORGANISATIE


def _waar(zaak: Zaak) -> dict[str, Any]:
    return {"tenant_id": zaak.tenant_id, "zaak_id": zaak.id}


def _naar_documenten(zaak: Zaak) -> Any:
    return redirect(url_for("zaak.toon", **_waar(zaak), _anchor="documenten"), 303)
