"""Wat er na het indienen van een declaratie nog te doen is: een factuur, een oordeel en een betaling."""

from sqlalchemy import select

from dakpan.begrippen.bedrag import NUL_EURO
from dakpan.betaling.lijsten import TE_FACTUREREN
from dakpan.betaling.tables import Declaratie
from dakpan.dossier.domain import Zaakstap
from dakpan.dossier.tables import Zaak
from dakpan.dossier.zaken import doe_over, laat_herleven, laat_vervallen
from dakpan.opslag.handeling import Handeling


def begin_vervolg(handeling: Handeling, zaak: Zaak, rij: Declaratie) -> None:
    """Elke declaratie heeft haar eigen factuur en betaling: na de tweede zijn die stappen weer te doen.

    Van niets komt geen factuur; de financier oordeelt nog wel.
    """
    if rij.bedrag_incl != NUL_EURO:
        herleef(handeling, zaak)
        doe_over(handeling, zaak, (Zaakstap.FACTUUR, Zaakstap.BETALING))
        return
    doe_over(handeling, zaak, (Zaakstap.BETALING,))
    if not _wacht_op_factuur(handeling, zaak):
        laat_vervallen(handeling, zaak, (Zaakstap.FACTUUR,))


def herleef(handeling: Handeling, zaak: Zaak) -> None:
    """Er kan weer een factuur komen, na een declaratie van niets die terugging."""
    laat_herleven(handeling, zaak, (Zaakstap.FACTUUR,))


def _wacht_op_factuur(handeling: Handeling, zaak: Zaak) -> bool:
    handeling.sessie.flush()
    wacht = select(Declaratie.id).where(
        Declaratie.tenant_id == zaak.tenant_id, Declaratie.zaak_id == zaak.id, TE_FACTUREREN
    )
    return handeling.sessie.scalar(wacht.limit(1)) is not None
