"""De pagina met vragen en antwoorden van een zaak, en de telefoonnotities van de eigen kant."""

from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _

from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.bewaren import Aangeleverd
from dakpan.dossier.gesprek import bijlagen_van, is_gedeeld, open_gesprek
from dakpan.dossier.notities import schrijf, telefoonnotities_van
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import InvoerFout
from dakpan.loket.zaak.formulieren import BERICHT, TELEFOON
from dakpan.loket.zaak.views import ZAAK, bp, kop
from dakpan.opslag.fouten import Gewijzigd
from dakpan.wandeling.seinen import zeg
from dakpan.web.bestand import lees_bestand
from dakpan.web.eenmalig import eenmalig
from dakpan.web.formulier import Ingevuld
from dakpan.web.verzoek import handeling, zaak_of_404


@bp.get(f"{ZAAK}/gesprek")
def gesprek(tenant_id: str, zaak_id: UUID) -> str:
    """Wat beide kanten elkaar vroegen; wie opent heeft het gelezen."""
    return _pagina(zaak_of_404(tenant_id, zaak_id), BERICHT.leeg(), TELEFOON.leeg())


@bp.post(f"{ZAAK}/gesprek")
def bericht(tenant_id: str, zaak_id: UUID) -> Any:
    """Een vraag of antwoord erbij."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    ingevuld = BERICHT.lees(request.form)
    if not ingevuld.geldig:
        return _pagina(zaak, ingevuld, TELEFOON.leeg()), 422
    try:
        zeg(handeling(), zaak, ingevuld.gelezen["tekst"], _bijlage(), eenmalig())
    except InvoerFout as fout:
        return _pagina(zaak_of_404(tenant_id, zaak_id), ingevuld.met(fout), TELEFOON.leeg()), 422
    except KanNiet as fout:
        return _pagina(zaak_of_404(tenant_id, zaak_id), ingevuld.met_melding(str(fout)), TELEFOON.leeg()), 409
    except Gewijzigd:
        pass  # twee keer tegelijk verzonden: de eerste staat er
    flash(_("Uw bericht is verstuurd."), "goed")
    return redirect(url_for("zaak.gesprek", tenant_id=tenant_id, zaak_id=zaak_id), 303)


def _bijlage() -> Aangeleverd | None:
    """Wat er bij het bericht is gedaan; het heet zoals het bestand."""
    naam, inhoud = lees_bestand("bestand")
    return Aangeleverd(naam, inhoud, naam) if naam else None


@bp.post(f"{ZAAK}/telefoon")
def telefoon(tenant_id: str, zaak_id: UUID) -> Any:
    """Een telefoongesprek vastgelegd, alleen voor de eigen kant."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    ingevuld = TELEFOON.lees(request.form)
    if not ingevuld.geldig:
        return _pagina(zaak, BERICHT.leeg(), ingevuld), 422
    try:
        schrijf(handeling(), zaak, ingevuld.gelezen["besproken"], eenmalig(), met=ingevuld.gelezen["met"])
    except InvoerFout as fout:
        return _pagina(zaak_of_404(tenant_id, zaak_id), BERICHT.leeg(), ingevuld.met(fout)), 422
    except Gewijzigd:
        pass  # twee keer tegelijk verzonden: de eerste staat er
    flash(_("De telefoonnotitie is opgeslagen."), "goed")
    return redirect(url_for("zaak.gesprek", tenant_id=tenant_id, zaak_id=zaak_id), 303)


def _pagina(zaak: Zaak, nieuw: Ingevuld, gebeld: Ingevuld) -> str:
    berichten, gelezen = open_gesprek(handeling(), zaak)
    return render_template(
        "zaak/gesprek.html",
        **kop(zaak),
        berichten=berichten,
        gelezen=gelezen,
        bijlagen=bijlagen_van(handeling(), zaak, berichten),
        eigen=handeling().vrager.kant,
        gedeeld=is_gedeeld(zaak),
        telefoonnotities=telefoonnotities_van(handeling(), zaak),
        bericht=BERICHT,
        telefoon=TELEFOON,
        nieuw_bericht=nieuw,
        gebeld=gebeld,
    )
