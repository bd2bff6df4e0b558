"""Wat moet er nog voordat iemand kan indienen, wat gaat er mee, en wat begint er dan te lopen?"""

from typing import NamedTuple

from dakpan.aanvraag.cijferblok import Cijfer, termijnen_uit
from dakpan.aanvraag.domain.stukken import Partij
from dakpan.aanvraag.domain.termijn import Termijnsoort
from dakpan.aanvraag.domain.toestanden import AANVRAAG
from dakpan.aanvraag.indienen import ondertekenaars, zonder_scan
from dakpan.aanvraag.inhoud import dossier_van
from dakpan.aanvraag.namen import TERMIJNEN
from dakpan.aanvraag.stukken import Stukstand, stukken_van
from dakpan.aanvraag.tables import Aanvraag
from dakpan.aanvraag.uiterlijk import termijnen_van
from dakpan.dossier.documenten import Documentregel, documenten_van, nog_te_verzenden
from dakpan.dossier.tables import Zaak
from dakpan.invoer.fouten import InvoerFout
from dakpan.opslag.handeling import Handeling
from dakpan.regels.fouten import GeenRegel


class Gereedheid(NamedTuple):
    """De stand van de handtekeningen en stukken; ``mee``: wat met het indienen wordt verzonden.

    ``zonder_scan``: wie op papier tekende terwijl de scan ontbreekt.
    """

    volgorde: tuple[Partij, ...]
    te_tekenen: tuple[Partij, ...]
    stukken: tuple[Stukstand, ...]
    mee: tuple[Documentregel, ...]
    termijnen: list[Cijfer]
    zonder_scan: tuple[str, ...]

    @property
    def ontbrekend(self) -> tuple[Stukstand, ...]:
        return tuple(een for een in self.stukken if een.houdt_tegen)

    @property
    def klaar(self) -> bool:
        return not self.te_tekenen and not self.ontbrekend and not self.zonder_scan


def gereedheid(handeling: Handeling, zaak: Zaak, aanvraag: Aanvraag) -> Gereedheid:
    """Alles wat de pagina om in te dienen laat zien."""
    volgorde = ondertekenaars(handeling, zaak, aanvraag)
    documenten = documenten_van(handeling, zaak)
    return Gereedheid(
        volgorde,
        volgorde[len(aanvraag.handtekeningen) :],
        tuple(een for een in stukken_van(handeling, zaak, aanvraag, documenten) if not een.ingevuld),
        nog_te_verzenden(handeling, documenten),
        _termijnen(handeling, zaak, aanvraag) if AANVRAAG.kan(aanvraag.status, "dien_in") else [],
        zonder_scan(handeling, zaak, aanvraag),
    )


def _termijnen(handeling: Handeling, zaak: Zaak, aanvraag: Aanvraag) -> list[Cijfer]:
    """De datums die gelden als iemand vandaag indient; niets als de bron er geen noemt."""
    try:
        dossier = dossier_van(handeling, aanvraag)
        peildatum = dossier.aanvraag.ontvangen_op
        stappen = handeling.regels(zaak.tenant_id, peildatum).bepaal_termijnen(dossier, peildatum).stappen
        alle = termijnen_van(handeling, zaak, dossier)
    except (InvoerFout, GeenRegel):
        return []
    al_voorbij = str(TERMIJNEN[Termijnsoort.AANVRAAG_UITERLIJK])
    return [een for een in termijnen_uit(alle, stappen, handeling.vandaag) if een.label != al_voorbij]
