"""Een financier laat een week heropenen waarin al uren akkoord zijn."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from flask import flash, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import InvoerFout
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import tekstveld
from dakpan.opslag.fouten import Gewijzigd
from dakpan.uren.heropenen import (
    WEKEN_TERUG,
    Akkoordweek,
    heropenbaar,
    sta_heropenen_toe,
    trek_toestemming_in,
    verleend,
)
from dakpan.uren.tables import TERUG_TEN_HOOGSTE
from dakpan.uren.views.deur import bp, naar
from dakpan.uren.week import Week
from dakpan.web.aanmelden.bezorgen import bezorg_straks
from dakpan.web.formulier import Formulier, Groep, Ingevuld, Veld
from dakpan.web.verzoek import handeling, zaak_of_404

ADRES = "/zaken/<tenant_id>/<uuid:zaak_id>/weken"


class Heropenvragen(Strikt):
    week = tekstveld(60, required=True)
    reden = tekstveld(TERUG_TEN_HOOGSTE, required=True)


@bp.get(ADRES)
def akkoordweken(tenant_id: str, zaak_id: UUID) -> Any:
    """De laatste weken met uren die in deze zaak akkoord zijn."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    weken = heropenbaar(handeling(), zaak)
    form = _formulier(weken)
    return _pagina(zaak, form, form.leeg() if form else None)


@bp.post(ADRES)
def sta_toe(tenant_id: str, zaak_id: UUID) -> Any:
    """Legt de toestemming vast, met de reden."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    weken = heropenbaar(handeling(), zaak)
    form = _formulier(weken)
    if form is None:
        return _pagina(zaak, None, None), 409
    ingevuld = form.lees(request.form)
    if not ingevuld.geldig:
        return _pagina(zaak, form, ingevuld), 422
    try:
        sta_heropenen_toe(handeling(), zaak, ingevuld.gelezen["week"], ingevuld.gelezen["reden"])
    except InvoerFout as fout:
        return _pagina(zaak_of_404(tenant_id, zaak_id), form, ingevuld.met(fout)), 422
    except (KanNiet, Gewijzigd) as fout:
        return _pagina(zaak_of_404(tenant_id, zaak_id), form, ingevuld.met_melding(str(fout))), 409
    bezorg_straks()
    flash(_("De coach kan deze week nu heropenen. Hij krijgt een bericht, en de reden staat bij de week."), "goed")
    return naar(url_for("uren.akkoordweken", tenant_id=tenant_id, zaak_id=zaak_id))


@bp.post(f"{ADRES}/intrekken")
def neem_toestemming_terug(tenant_id: str, zaak_id: UUID) -> Any:
    """Neemt de toestemming terug zolang de coach haar niet gebruikte."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    try:
        trek_toestemming_in(handeling(), zaak, request.form.get("week", ""))
        flash(_("De toestemming is ingetrokken. De coach kan de week niet meer heropenen."), "goed")
    except (KanNiet, Gewijzigd) as fout:
        flash(str(fout), "let_op")
    return naar(url_for("uren.akkoordweken", tenant_id=tenant_id, zaak_id=zaak_id))


def _formulier(weken: Sequence[Akkoordweek]) -> Formulier | None:
    keuzes = [(een.code, _naam(een)) for een in weken if not een.toegestaan]
    if not keuzes:
        return None
    hulp = _l("De coach leest dit. Ten hoogste %(aantal)s tekens.", aantal=TERUG_TEN_HOOGSTE)
    velden = [
        Veld("week", _l("Welke week mag open?"), "keuze", verplicht=True, keuzes=keuzes),
        Veld("reden", _l("Waarom?"), "lang", verplicht=True, max=TERUG_TEN_HOOGSTE, hulp=hulp, rijen=3),
    ]
    return Formulier([Groep("", velden)], Heropenvragen)


def _naam(een: Akkoordweek) -> Any:
    return _l(
        "Week %(nummer)s van %(jaar)s, %(coach)s, %(duur)s akkoord",
        nummer=een.week.nummer,
        jaar=een.week.jaar,
        coach=een.coach,
        duur=str(een.duur),
    )


def _pagina(zaak: Zaak, form: Formulier | None, ingevuld: Ingevuld | None) -> str:
    return render_template(
        "uren/akkoordweken.html",
        zaak=zaak,
        verleend=[(Week.uit_nummer(een.weeknummer), coach, een) for een, coach in verleend(handeling(), zaak)],
        form=form,
        ingevuld=ingevuld,
        terug_weken=WEKEN_TERUG,
    )
