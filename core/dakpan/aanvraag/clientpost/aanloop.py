"""Wat ging er aan een brief vooraf: welk besluit, welk bezwaar, welke wijziging?"""

from collections.abc import Sequence
from typing import NamedTuple

from dakpan.aanvraag.bezwaren.bestreden import Bestreden, bestreden_door
from dakpan.aanvraag.bezwaren.lezen import bezwaren_van, veranderde
from dakpan.aanvraag.bezwaren.rechtsmiddel import bij_bekendmaking
from dakpan.aanvraag.bezwaren.tables import Bezwaarschrift
from dakpan.aanvraag.domain.bezwaar import Rechtsmiddel
from dakpan.aanvraag.domain.meldingen import Meldsoort
from dakpan.aanvraag.domain.soorten import Regime
from dakpan.aanvraag.inhoud import besluiten_van
from dakpan.aanvraag.tables import Besluit
from dakpan.aanvraag.wijzigen.melden import meldingen_van
from dakpan.aanvraag.wijzigen.tables import Wijzigingsmelding
from dakpan.dossier.tables import Zaak
from dakpan.opslag.handeling import Handeling


class Aanloop(NamedTuple):
    """Waar een besluit op volgde. ``voor``: wat er tot dan gold; ``tegen``: waar het bezwaar over ging.

    ``gewijzigd``: door een wijziging is het niet meer de aanvraag van toen; wat er ooit is gevraagd zegt dan niets.
    ``regime``: om welk regime een wijziging waarover is beslist het laatst vroeg.
    """

    voor: Besluit | None
    bezwaar: Bezwaarschrift | None
    tegen: Bestreden | None
    melding: Wijzigingsmelding | None
    middel: Rechtsmiddel | None
    gewijzigd: bool
    regime: Regime | None


def aanloop_van(handeling: Handeling, zaak: Zaak, besluit: Besluit) -> Aanloop:
    """Voor de brief van dit besluit, zoals het toen was; wat daarna gebeurde verandert haar niet."""
    besluiten, bezwaren = besluiten_van(handeling, zaak), bezwaren_van(handeling, zaak)
    tot = [een for een in besluiten if een.id <= besluit.id]
    meldingen = {een.besluit_id: een for een in meldingen_van(handeling, zaak) if een.besluit_id is not None}
    bezwaar = next((een for een in bezwaren if een.nieuw_besluit_id == besluit.id), None)
    return Aanloop(
        voor=next((een for een in tot if een.id != besluit.id), None),
        bezwaar=bezwaar,
        tegen=bestreden_door(handeling, zaak, bezwaar) if bezwaar is not None else None,
        melding=meldingen.get(besluit.id),
        middel=bij_bekendmaking(besluit, bezwaren),
        gewijzigd=veranderde(tot),
        regime=_laatst_gevraagd([meldingen[een.id] for een in tot if een.id in meldingen]),
    )


def _laatst_gevraagd(meldingen: Sequence[Wijzigingsmelding]) -> Regime | None:
    over = (een.antwoorden["regime"] for een in meldingen if een.soort is Meldsoort.BEGELEIDING)
    return next(map(Regime, over), None)
