"""Een periode beëindigen, waar iemand ook vandaan komt: twee vragen, elk op een eigen pagina, en dan pas het einde."""

from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _

from dakpan.aanvraag.domain.meldingen import Meldstatus
from dakpan.aanvraag.wijzigen.melden import meldingen_van
from dakpan.begrippen.duur import GEEN_DUUR
from dakpan.begrippen.toestand import KanNiet
from dakpan.betaling.toekenning import lees_toekenning
from dakpan.betaling.verzamelen import open_uren, wachtend
from dakpan.betaling.views import bp, toon
from dakpan.betaling.views.declaraties import ZAAK
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.zaken import waarom_niet
from dakpan.opslag.fouten import Gewijzigd
from dakpan.partijen.rechten import Recht
from dakpan.plan.perioden import beeindig_periode
from dakpan.plan.toestanden import PERIODE
from dakpan.web.verzoek import handeling, zaak_of_404

EINDE = f"{ZAAK}/declaratie/beeindigen"


@bp.get(EINDE)
def beeindigen(tenant_id: str, zaak_id: UUID) -> Any:
    """Vraagt of de periode echt voorbij is."""
    return _vraag(tenant_id, zaak_id, "betaling/beeindigen.html")


@bp.post(EINDE)
def waarschuw(tenant_id: str, zaak_id: UUID) -> Any:
    """Het eerste ja is niet genoeg: nu volgt de waarschuwing. Er verandert nog niets."""
    zaak_of_404(tenant_id, zaak_id)
    handeling().vereis(Recht.PERIODES_BEHEREN)
    return redirect(url_for("betaling.beeindigen_zeker", tenant_id=tenant_id, zaak_id=zaak_id), 303)


@bp.get(f"{EINDE}/zeker")
def beeindigen_zeker(tenant_id: str, zaak_id: UUID) -> Any:
    """De tweede vraag, met wat er daarna niet meer kan."""
    return _vraag(tenant_id, zaak_id, "betaling/beeindigen_zeker.html")


@bp.post(f"{EINDE}/zeker")
def beeindig(tenant_id: str, zaak_id: UUID) -> Any:
    """Beëindigt de periode, na het tweede ja; nog een keer verzenden doet niets."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    try:
        beeindig_periode(handeling(), zaak, lees_toekenning(handeling(), zaak).periode.id, toon.versie())
    except (KanNiet, Gewijzigd) as fout:
        flash(str(fout), "let_op")
    else:
        flash(_("De periode is beëindigd. Maak nu de einddeclaratie."), "goed")
    return _verder(tenant_id, zaak_id)


def _vraag(tenant_id: str, zaak_id: UUID, sjabloon: str) -> Any:
    """De vraag, zolang er iets te beëindigen is; wie terugbladert komt weer bij de declaratie uit."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    handeling().vereis(Recht.PERIODES_BEHEREN)
    periode = lees_toekenning(handeling(), zaak).periode
    if not PERIODE.kan(periode.status, "beeindig"):
        flash(_("Deze periode is niet meer open; er valt niets te beëindigen."), "let_op")
        return _verder(tenant_id, zaak_id)
    wacht = sum(wachtend(open_uren(handeling(), periode, periode.eind)).values(), GEEN_DUUR)
    open_ = any(een.status is Meldstatus.GEMELD for een in meldingen_van(handeling(), zaak))
    loopt_nog = periode.eind >= handeling().vandaag
    return render_template(sjabloon, zaak=zaak, periode=periode, wacht=wacht, loopt_nog=loopt_nog, wijziging_open=open_)


def _verder(tenant_id: str, zaak_id: UUID) -> Any:
    """Naar de einddeclaratie voor wie haar maakt, en anders naar de zaak."""
    zaak = zaak_of_404(tenant_id, zaak_id)
    naar = "zaak.toon" if waarom_niet(handeling(), zaak, Zaakstap.DECLARATIE) else "betaling.declareren"
    return redirect(url_for(naar, tenant_id=tenant_id, zaak_id=zaak_id), 303)
