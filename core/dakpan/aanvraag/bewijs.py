"""Bewijs bij de reden waarom een aanvraag te laat komt. Geen bron eist het: het mag erbij, ook na het indienen."""

from collections.abc import Sequence

from dakpan.aanvraag.domain.stukken import Aanlevering, Partij, Stuk
from dakpan.aanvraag.tables import Aanvraag
from dakpan.dossier.documenten import Documentregel, documenten_van
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling

BEWIJS = Stuk(
    "bewijs_te_laat",
    "bewijs bij de reden waarom de aanvraag te laat komt",
    Partij.JOBCOACHORGANISATIE,
    aanlevering=Aanlevering.LATER,
)


def bewijsstukken(aanvraag: Aanvraag) -> tuple[Stuk, ...]:
    """Wie een reden schrijft kan er bewijs bij doen; zonder reden wordt er niet om gevraagd."""
    return (BEWIJS,) if aanvraag.gegevens.get("aanvraag", {}).get("reden_te_laat") else ()


def bewijs_van(handeling: Handeling, zaak: Zaak) -> Sequence[Documentregel]:
    """Wat de vrager mag zien van het bewijs dat erbij zit."""
    return [een for een in documenten_van(handeling, zaak) if een.stuk == BEWIJS.code]
