"""Is de stap betaling klaar? Als alles wat tot nu toe betaald moest worden ook betaald is."""

from datetime import date

from sqlalchemy import or_, select

from dakpan.betaling.tables import Betaalopdracht, Declaratie
from dakpan.betaling.toestanden import KLAAR, Declaratiestatus
from dakpan.betaling.verzamelen import MIST_EINDDECLARATIE
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak, Zaakstatus
from dakpan.dossier.zaken import bereik
from dakpan.opslag.handeling import Handeling
from dakpan.plan.tables import Jobcoachperiode
from dakpan.plan.toestanden import Periodestatus


def rond_af(handeling: Handeling, zaak: Zaak, tot_en_met: date) -> None:
    """Vinkt de betaling af. Een zaak waarin nog betaald of geschreven wordt blijft lopen."""
    te_gaan = _nog_te_betalen(handeling, zaak)
    if any(vanaf <= tot_en_met for vanaf in te_gaan) or _wacht_op_oordeel(handeling, zaak):
        return
    bereik(handeling, zaak, Zaakstap.BETALING)
    if zaak.status is Zaakstatus.AFGEROND and (te_gaan or _loopt(handeling, zaak)):
        zaak.status = Zaakstatus.LOPEND


def _nog_te_betalen(handeling: Handeling, zaak: Zaak) -> list[date]:
    return list(
        handeling.sessie.scalars(
            select(Betaalopdracht.vanaf).where(
                Betaalopdracht.tenant_id == zaak.tenant_id,
                Betaalopdracht.zaak_id == zaak.id,
                Betaalopdracht.status.not_in(KLAAR),
            )
        )
    )


def _wacht_op_oordeel(handeling: Handeling, zaak: Zaak) -> bool:
    """Van een declaratie die nog beoordeeld wordt volgt nog een betaling."""
    wachtend = select(Declaratie.id).where(
        Declaratie.tenant_id == zaak.tenant_id,
        Declaratie.zaak_id == zaak.id,
        Declaratie.status == Declaratiestatus.INGEDIEND,
    )
    handeling.sessie.flush()
    return handeling.sessie.scalars(wachtend.limit(1)).first() is not None


def _loopt(handeling: Handeling, zaak: Zaak) -> bool:
    """Is er nog een periode waarin uren geschreven worden, of die op haar einddeclaratie wacht?"""
    open_ = handeling.sessie.scalar(
        select(Jobcoachperiode.id).where(
            Jobcoachperiode.tenant_id == zaak.tenant_id,
            Jobcoachperiode.zaak_id == zaak.id,
            or_(Jobcoachperiode.status == Periodestatus.OPEN, MIST_EINDDECLARATIE),
        )
    )
    return open_ is not None and any(stap["stap"] == Zaakstap.DECLARATIE for stap in zaak.stappen)
