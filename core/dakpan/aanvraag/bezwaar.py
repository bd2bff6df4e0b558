"""De bezwaartermijn van een besluit dat is genomen."""

from dakpan.aanvraag.domain.bezwaar import Bezwaartermijn, bezwaartermijn
from dakpan.aanvraag.tables import Besluit
from dakpan.opslag.handeling import NEDERLAND


def bezwaar_tegen(besluit: Besluit) -> Bezwaartermijn:
    """Uit de dag van bekendmaking; zo klopt zij ook voor een besluit van voor de Algemene termijnenwet meetelde."""
    return bezwaartermijn(besluit.genomen_op.astimezone(NEDERLAND).date())
