"""Tot wanneer kan er worden beslist, met de dagen waarop de termijn stilstond? Beide kanten zien dezelfde som."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import select

from dakpan.aanvraag.beoordeeltabellen import Aanvulverzoek
from dakpan.aanvraag.domain.aanvullingen import Aanvulstatus
from dakpan.aanvraag.domain.dossier import Dossier
from dakpan.aanvraag.domain.opschorting import Stilstand, opgeschort, stilstand
from dakpan.aanvraag.domain.termijn import Termijnsoort
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import NEDERLAND, Handeling
from dakpan.uitleg.berekening import Berekening

BESLISSEN = Termijnsoort.BESLISSING_UITERLIJK


def verzoeken_van(handeling: Handeling, zaak: Zaak) -> Sequence[Aanvulverzoek]:
    """Elke keer dat om aanvulling is gevraagd, de eerste keer eerst."""
    vraag = select(Aanvulverzoek).where(Aanvulverzoek.tenant_id == zaak.tenant_id, Aanvulverzoek.zaak_id == zaak.id)
    return handeling.sessie.scalars(vraag.order_by(Aanvulverzoek.id)).all()


def beslistermijn_van(handeling: Handeling, zaak: Zaak, dossier: Dossier) -> Berekening[date] | None:
    """De laatste dag om te beslissen, met elke stap. None: de bron noemt geen beslistermijn."""
    peildatum = dossier.aanvraag.ontvangen_op
    regels = handeling.regels(zaak.tenant_id, peildatum)
    gevonden = [een for een in regels.bepaal_termijnen(dossier, peildatum).resultaat.lijst if een.soort is BESLISSEN]
    if not gevonden:
        return None
    basis = gevonden[0]
    stil = opgeschort(basis.datum, map(_stil, verzoeken_van(handeling, zaak)))
    return Berekening(stil.resultaat, (basis.als_stap(regels.naam), *stil.stappen))


def _stil(verzoek: Aanvulverzoek) -> Stilstand:
    """Wie terugwijst zegt dat er niet is aangevuld: dan telt de hele termijn. Ingetrokken: tot die dag."""
    klaar = verzoek.nagekeken_op if verzoek.status is Aanvulstatus.VERVALLEN else verzoek.aangevuld_op
    if verzoek.status is Aanvulstatus.ONVOLDOENDE:
        klaar = None
    return stilstand(dag_van(verzoek.gevraagd_op), verzoek.uiterlijk, dag_van(klaar) if klaar else None)


def dag_van(moment: datetime) -> date:
    """De kalenderdag in Nederland."""
    return moment.astimezone(NEDERLAND).date()
