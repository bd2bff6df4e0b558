"""Delen ongedaan maken: wat met één organisatie was gedeeld is weer alleen van de financier.

Nergens anders wordt iets van gedeeld weer van één kant. Wat de organisatie voor zichzelf schreef vervalt; haar eigen
sporen houdt zij. Van een gedeeld spoor verandert niets dan wie het leest.
"""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, or_, select, update

from dakpan.dossier.tables import Zaak
from dakpan.opslag.alles import soorten
from dakpan.opslag.basis import Zaakgegevens
from dakpan.opslag.geschiedenis import regels_geschiedenis
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.sporen import Geschiedenis, Spoor
from dakpan.opslag.vrager import Kant, Uitzondering
from dakpan.opslag.wacht import langs_de_wacht
from dakpan.partijen.tables import Persoon, Werkgever


def neem_uit_de_deling(handeling: Handeling, zaak: Zaak, *, houdt: frozenset[type] = frozenset()) -> None:
    """De organisatie van deze zaak leest haar niet meer. ``houdt``: welke soorten blijven zeggen van wie zij waren.

    Roep dit als laatste aan: alles van deze zaak in de sessie wordt daarna opnieuw gelezen.
    """
    organisatie = zaak.organisatie_id
    if organisatie is None:
        return
    sessie = handeling.sessie
    sessie.flush()
    with langs_de_wacht(sessie, Uitzondering.ONTDELEN):
        with sessie.no_autoflush:  # de geschiedenis leest wat er nog niet is weggeschreven
            for soort, waar in _van_de_zaak(zaak):
                deze = (soort.tenant_id == zaak.tenant_id, soort.organisatie_id == organisatie, waar)
                if issubclass(soort, Spoor):
                    _alleen_van_de_financier(handeling, soort, *deze)
                    continue
                for rij in sessie.scalars(select(soort).where(*deze)).all():
                    _haal_los(handeling, rij, houdt=soort in houdt)
            sessie.add_all(list(regels_geschiedenis(sessie, handeling.vrager)))
        sessie.flush()
    sessie.expire_all()


def wie_schreven(handeling: Handeling, zaak: Zaak, *tabellen: str) -> frozenset[UUID]:
    """Wie van de organisatie schreef aan wat met het ontdelen vervalt? Accounts; wat er staat blijft van haar."""
    sessie = handeling.sessie
    vraag = select(Geschiedenis.account_id).where(
        Geschiedenis.tenant_id == zaak.tenant_id,
        Geschiedenis.zaak_id == zaak.id,
        Geschiedenis.organisatie_id == zaak.organisatie_id,
        Geschiedenis.kant == Kant.ORGANISATIE,
        Geschiedenis.tabel.in_(tabellen),
    )
    with langs_de_wacht(sessie, Uitzondering.ONTDELEN):
        return frozenset(een for een in sessie.scalars(vraag.distinct()) if een is not None)


def _alleen_van_de_financier(handeling: Handeling, soort: Any, *deze: ColumnElement[bool]) -> None:
    """Aan een spoor verandert niets dan wie het leest; ook de database laat alleen dat toe."""
    gedeeld = update(soort).where(*deze, soort.kant == Kant.GEDEELD).values(kant=Kant.FINANCIER)
    handeling.sessie.execute(gedeeld.execution_options(synchronize_session=False))


def _haal_los(handeling: Handeling, rij: Zaakgegevens, *, houdt: bool) -> None:
    if rij.kant is Kant.ORGANISATIE:
        handeling.sessie.delete(rij)
        return
    rij.kant = Kant.FINANCIER
    if not houdt:
        rij.organisatie_id = None


def _van_de_zaak(zaak: Zaak) -> Iterator[tuple[Any, ColumnElement[bool]]]:
    """Elke tabel waarin iets van deze zaak kan staan, ook een die er later bij komt."""
    zelf: dict[Any, UUID] = {Zaak: zaak.id, Persoon: zaak.persoon_id, Werkgever: zaak.werkgever_id}
    for soort in soorten():
        if soort in zelf:
            yield soort, soort.id == zelf[soort]
        elif soort is Geschiedenis:  # wat er aan de cliënt of de werkgever veranderde noemt geen zaak
            yield soort, or_(soort.zaak_id == zaak.id, soort.rij_id.in_((zaak.persoon_id, zaak.werkgever_id)))
        elif issubclass(soort, Zaakgegevens) and hasattr(soort, "zaak_id"):
            yield soort, soort.zaak_id == zaak.id
