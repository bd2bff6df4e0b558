"""De afspraken over uren bij een zaak: lezen, vastleggen en intrekken."""

from typing import Any
from uuid import UUID

from flask import flash, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from dakpan.begrippen.toestand import KanNiet
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import InvoerFout
from dakpan.invoer.schema import Strikt
from dakpan.invoer.velden import datumveld, tekstveld
from dakpan.opslag.fouten import Gewijzigd, NietGevonden
from dakpan.uren.afspraken.tables import MET_TEN_HOOGSTE, WAAROVER_TEN_HOOGSTE
from dakpan.uren.afspraken.vastleggen import alle_van, leg_afspraak_vast, trek_afspraak_in, waarom_niet
from dakpan.uren.views.deur import bp, naar
from dakpan.web.eenmalig import eenmalig
from dakpan.web.formulier import Formulier, Groep, Ingevuld, Veld
from dakpan.web.verzoek import handeling, zaak_of_404

ADRES = "/zaken/<tenant_id>/<uuid:zaak_id>/afspraken"


class Afspraakvragen(Strikt):
    met = tekstveld(MET_TEN_HOOGSTE, required=True)
    datum = datumveld(required=True)
    waarover = tekstveld(WAAROVER_TEN_HOOGSTE, required=True)


_HULP = _l("Coach, accordeerder en beoordelaar lezen dit. Ten hoogste %(aantal)s tekens.", aantal=WAAROVER_TEN_HOOGSTE)
FORM = Formulier(
    [
        Groep(
            _l("Een afspraak vastleggen"),
            [
                Veld("met", _l("Met wie is het afgesproken?"), verplicht=True, max=MET_TEN_HOOGSTE),
                Veld("datum", _l("Op welke dag?"), "datum", verplicht=True),
                Veld(
                    "waarover",
                    _l("Wat is er afgesproken?"),
                    "lang",
                    verplicht=True,
                    max=WAAROVER_TEN_HOOGSTE,
                    hulp=_HULP,
                    rijen=4,
                    telt=True,
                ),
            ],
        )
    ],
    Afspraakvragen,
)


@bp.get(ADRES)
def afspraken(tenant_id: str, zaak_id: UUID) -> Any:
    """Wat er is afgesproken over de uren van deze zaak."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    return _pagina(zaak, FORM.leeg({"datum": handeling().vandaag}))


@bp.post(ADRES)
def leg_vast(tenant_id: str, zaak_id: UUID) -> Any:
    """Legt een afspraak vast, of zegt wat er ontbreekt."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    ingevuld = FORM.lees(request.form)
    if not ingevuld.geldig:
        return _pagina(zaak, ingevuld), 422
    gelezen = ingevuld.gelezen
    try:
        leg_afspraak_vast(handeling(), zaak, gelezen["met"], gelezen["datum"], gelezen["waarover"], eenmalig=eenmalig())
    except InvoerFout as fout:
        return _pagina(zaak_of_404(tenant_id, zaak_id), ingevuld.met(fout)), 422
    except (KanNiet, Gewijzigd) as fout:
        return _pagina(zaak_of_404(tenant_id, zaak_id), ingevuld.met_melding(str(fout))), 409
    flash(_("De afspraak is vastgelegd. Zij staat bij het schrijven, het accorderen en het beoordelen."), "goed")
    return naar(url_for("uren.afspraken", tenant_id=tenant_id, zaak_id=zaak_id))


@bp.post(f"{ADRES}/intrekken")
def trek_in_afspraak(tenant_id: str, zaak_id: UUID) -> Any:
    """Trekt een afspraak in; zij blijft te lezen."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    afspraak_id = request.form.get("afspraak", type=UUID)
    if afspraak_id is None:
        raise NietGevonden
    try:
        trek_afspraak_in(handeling(), zaak, afspraak_id)
        flash(_("De afspraak is ingetrokken."), "goed")
    except (KanNiet, Gewijzigd) as fout:
        flash(str(fout), "let_op")
    return naar(url_for("uren.afspraken", tenant_id=tenant_id, zaak_id=zaak_id))


def _pagina(zaak: Zaak, ingevuld: Ingevuld) -> str:
    return render_template(
        "uren/afspraken.html",
        zaak=zaak,
        afspraken=alle_van(handeling(), zaak),
        waarom_niet=waarom_niet(handeling(), zaak),
        mijn_kant=handeling().vrager.kant,
        form=FORM,
        ingevuld=ingevuld,
    )
