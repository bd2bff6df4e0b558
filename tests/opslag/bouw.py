"""Een kleine zaak, met haar mensen, zoals een vrager haar zelf zou maken."""

from uuid import UUID

from sqlalchemy.orm import Session
from tests.opslag.vragers import MOMENT

from dakpan.aanvraag.domain.soorten import Vorm
from dakpan.dossier.tables import Zaak
from dakpan.opslag.vrager import Kant
from dakpan.partijen.tables import Persoon, Werkgever


def zaak(sessie: Session, tenant: str, kant: Kant, organisatie: UUID | None = None, nummer: str = "Z-1") -> Zaak:
    """Een zaak in de sessie, nog niet weggeschreven."""
    eigen = {"tenant_id": tenant, "organisatie_id": organisatie, "kant": kant}
    persoon = Persoon(voornaam="Bo", achternaam="Bloem", **eigen)
    werkgever = Werkgever(naam="Bakkerij Proef", **eigen)
    rij = Zaak(
        nummer=nummer, vorm=Vorm.EXTERN, persoon_id=persoon.id, werkgever_id=werkgever.id, geopend_op=MOMENT, **eigen
    )
    sessie.add_all([persoon, werkgever, rij])
    return rij
