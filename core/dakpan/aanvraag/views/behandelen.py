"""Bij wie ligt de zaak: opnemen, loslaten en doorgeven. Alleen voor de kant van de financier."""

from typing import Any
from uuid import UUID

from flask import flash, render_template, request
from flask_babel import gettext as _

from dakpan.aanvraag.behandelen.behandelaars import (
    behandeling_van,
    bij_wie,
    eerste_tafel,
    is_terug,
    tafel_van_stap,
    werkt_hier,
)
from dakpan.aanvraag.behandelen.behandelen import (
    eigen_tafels,
    geef_door,
    laat_los,
    mogelijke_tafels,
    neem_op,
    overdrachten_van,
)
from dakpan.aanvraag.behandelen.formulier import doorgeefformulier
from dakpan.aanvraag.domain.tafels import Tafel
from dakpan.aanvraag.inhoud import haal_ingediend
from dakpan.aanvraag.namen import TAFELS, ZETTEN
from dakpan.aanvraag.views.deur import ZAAK, adres, bp, naar, of_terug
from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import voortgang
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.fouten import Gewijzigd
from dakpan.partijen.rechten import Recht
from dakpan.web.formulier import Formulier, Ingevuld
from dakpan.web.verzoek import handeling, zaak_of_404

HIER = "aanvraag.behandeling"


def _zaak(tenant_id: str, zaak_id: UUID) -> Zaak:
    zaak = zaak_of_404(tenant_id, zaak_id)
    handeling().vereis(Recht.BEOORDELEN, Recht.BESLISSEN)
    return zaak


@bp.get(f"{ZAAK}/behandeling")
def behandeling(tenant_id: str, zaak_id: UUID) -> Any:
    """Bij wie ligt de zaak, en hoe kwam zij daar?"""
    zaak = _zaak(tenant_id, zaak_id)
    try:
        haal_ingediend(handeling(), zaak)
    except KanNiet as fout:
        flash(str(fout), "let_op")
        return naar(adres("zaak.toon", zaak))
    return _pagina(zaak)


@bp.post(f"{ZAAK}/behandeling/opnemen")
@of_terug(HIER)
def opnemen(tenant_id: str, zaak_id: UUID) -> Any:
    """Legt de zaak op het eigen bureau."""
    zaak = _zaak(tenant_id, zaak_id)
    neem_op(handeling(), zaak)
    flash(_("De zaak ligt nu op uw bureau."), "goed")
    return naar(adres("zaak.toon", zaak))


@bp.post(f"{ZAAK}/behandeling/loslaten")
@of_terug(HIER)
def loslaten(tenant_id: str, zaak_id: UUID) -> Any:
    """Een ander kan de zaak opnemen."""
    zaak = _zaak(tenant_id, zaak_id)
    laat_los(handeling(), zaak, versie=request.form.get("versie", type=int))
    flash(_("De zaak ligt weer bij wie haar wil opnemen."), "goed")
    return naar(adres(HIER, zaak))


@bp.post(f"{ZAAK}/behandeling")
def doorgeven(tenant_id: str, zaak_id: UUID) -> Any:
    """Naar een andere rol, met een reden."""
    zaak = _zaak(tenant_id, zaak_id)
    form = _formulier(zaak)
    if form is None:
        flash(_("Er is hier geen andere rol om de zaak aan door te geven."), "let_op")
        return naar(adres(HIER, zaak))
    ingevuld = form.lees(request.form)
    if not ingevuld.geldig:
        return _pagina(zaak, ingevuld), 422
    gelezen = ingevuld.gelezen
    try:
        geef_door(handeling(), zaak, gelezen["tafel"], gelezen["reden"], versie=ingevuld.versie)
    except InvoerFout as fout:
        return _pagina(zaak_of_404(tenant_id, zaak_id), ingevuld.met(fout)), 422
    except (KanNiet, Gewijzigd) as fout:
        return _pagina(zaak_of_404(tenant_id, zaak_id), ingevuld.met_melding(str(fout))), 409
    flash(_("De zaak is doorgegeven."), "goed")
    return naar(adres(HIER, zaak))


def _tafel(zaak: Zaak) -> Tafel:
    rij = behandeling_van(handeling(), zaak)
    return rij.tafel if rij is not None else eerste_tafel(handeling(), zaak)


def _formulier(zaak: Zaak) -> Formulier | None:
    return doorgeefformulier(mogelijke_tafels(handeling()), _tafel(zaak))


def _pagina(zaak: Zaak, ingevuld: Ingevuld | None = None) -> str:
    rij, tafel = behandeling_van(handeling(), zaak), _tafel(zaak)
    wie_id, wie = bij_wie(rij, handeling().vandaag) if rij is not None else (None, None)
    van_mij = wie_id is not None and wie_id == handeling().vrager.lidmaatschap_id
    mijn_tafel = tafel in eigen_tafels(handeling())
    form = _formulier(zaak) if tafel is not Tafel.KLAAR and (van_mij or (wie_id is None and mijn_tafel)) else None
    versie = rij.versie if rij is not None else None
    return render_template(
        "aanvraag/behandelen.html",
        zaak=zaak,
        wie=wie,
        tafel=TAFELS[tafel],
        tafels=TAFELS,
        zetten=ZETTEN,
        terug_op=rij.terug_op if rij is not None and not is_terug(rij, handeling().vandaag) else None,
        terug_naar=rij.terug_naar if rij is not None else None,
        van_mij=van_mij and tafel is not Tafel.KLAAR,
        los=mijn_tafel and (wie_id is None or not (van_mij or werkt_hier(handeling(), wie_id))),
        versie=versie,
        form=form,
        ingevuld=ingevuld or (form.leeg(versie=versie) if form is not None else None),
        overdrachten=overdrachten_van(handeling(), zaak),
        mag_meegeven=handeling().mag(Recht.BESLISSEN),
        zonder_advies=_zonder_advies(zaak, tafel),
    )


def _zonder_advies(zaak: Zaak, tafel: Tafel) -> bool:
    """Ligt de zaak bij wie beoordeelt, en is dat nog te doen?"""
    open_ = any(een.stap is Zaakstap.BEOORDELING for een in voortgang(handeling(), zaak).aan_de_beurt)
    return open_ and tafel is tafel_van_stap(handeling(), zaak, Zaakstap.BEOORDELING)
