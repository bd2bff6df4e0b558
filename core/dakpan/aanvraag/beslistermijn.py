"""Tot wanneer kan er worden beslist, met de dagen waarop de termijn stilstond? Beide kanten zien dezelfde som."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import select

from dakpan.aanvraag.beoordeeltabellen import Aanvulverzoek
from dakpan.aanvraag.domain.aanvullingen import Aanvulstatus
from dakpan.aanvraag.domain.dossier import Dossier
from dakpan.aanvraag.domain.opschorting import Opschorting, Stilstand, opgeschort, stilstand
from dakpan.aanvraag.domain.termijn import Termijn, Termijnsoort
from dakpan.aanvraag.uitstel.lezen import oorzaken_van
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import NEDERLAND, Handeling
from dakpan.uitleg.berekening import Berekening

BESLISSEN = Termijnsoort.BESLISSING_UITERLIJK


def verzoeken_van(handeling: Handeling, zaak: Zaak) -> Sequence[Aanvulverzoek]:
    """Elke keer dat om aanvulling is gevraagd, de eerste keer eerst."""
    vraag = select(Aanvulverzoek).where(Aanvulverzoek.tenant_id == zaak.tenant_id, Aanvulverzoek.zaak_id == zaak.id)
    return handeling.sessie.scalars(vraag.order_by(Aanvulverzoek.id)).all()


def opschortingen_van(handeling: Handeling, zaak: Zaak) -> tuple[Opschorting, ...]:
    """Elk verzoek zoals de klok het telt; na intrekken hoeft er niets meer te worden aangevuld."""
    return tuple(_opschorting(een) for een in verzoeken_van(handeling, zaak))


def _opschorting(verzoek: Aanvulverzoek) -> Opschorting:
    if verzoek.status is Aanvulstatus.VERVALLEN:
        return Opschorting(_stil(verzoek))
    aangevuld = dag_van(verzoek.aangevuld_op) if verzoek.aangevuld_op is not None else None
    return Opschorting(_stil(verzoek), verzoek.uiterlijk, aangevuld)


def beslistermijn_van(handeling: Handeling, zaak: Zaak, dossier: Dossier) -> Berekening[Termijn] | None:
    """De beslistermijn na alles wat haar later maakt, met elke stap; pas dan telt een weekend. None: niet in bron."""
    peildatum = dossier.aanvraag.ontvangen_op
    regels = handeling.regels(zaak.tenant_id, peildatum)
    gevonden = [een for een in regels.bepaal_termijnen(dossier, peildatum).resultaat.lijst if een.soort is BESLISSEN]
    if not gevonden:
        return None
    basis = gevonden[0]
    gevraagd = map(_stil, verzoeken_van(handeling, zaak))
    stil = opgeschort(basis.datum, (*gevraagd, *oorzaken_van(handeling, zaak)))
    termijn = basis._replace(datum=stil.resultaat)
    langer = () if termijn.verlenging is None else (termijn.verlenging.als_stap(),)
    return Berekening(termijn, (basis.als_stap(regels.naam), *stil.stappen, *langer))


def _stil(verzoek: Aanvulverzoek) -> Stilstand:
    """Wie terugwijst zegt dat er niet is aangevuld: dan telt de hele termijn. Ingetrokken: tot die dag."""
    klaar = verzoek.nagekeken_op if verzoek.status is Aanvulstatus.VERVALLEN else verzoek.aangevuld_op
    if verzoek.status is Aanvulstatus.ONVOLDOENDE:
        klaar = None
    return stilstand(dag_van(verzoek.gevraagd_op), verzoek.tot_en_met, dag_van(klaar) if klaar else None)


def dag_van(moment: datetime) -> date:
    """De kalenderdag in Nederland."""
    return moment.astimezone(NEDERLAND).date()
