"""Overgenomen zaken die op het ja van de financier wachten, om mee te nemen."""

from collections.abc import Iterator, Mapping

from flask_babel import lazy_gettext as _l

from dakpan.aanvraag.overname.wachtend import mag_bevestigen, te_bevestigen
from dakpan.begrippen.bedrag import Bedrag
from dakpan.begrippen.uren import Uren
from dakpan.loket.uitvoer.lijst import Lijst, Regel
from dakpan.opslag.bladeren import Vanaf
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.rechten import Recht


def _overgenomen(handeling: Handeling, _velden: Mapping[str, str]) -> Iterator[Regel]:
    """Wat het langst wacht eerst; wat over is staat in het cijfer waarin is toegekend."""
    blad = te_bevestigen(handeling)
    while blad.regels:
        for een in blad.regels:
            besluit = (een.besluitnummer, een.besloten_op, een.begin, een.eind)
            uren, bedrag = (een.over if isinstance(een.over, soort) else None for soort in (Uren, Bedrag))
            wie = (een.zaaknummer, een.client, een.organisatie)
            yield Regel((*wie, *besluit, uren, bedrag), (een.tenant_id, een.zaak_id))
        if not blad.volgende:
            return
        blad = te_bevestigen(handeling, Vanaf((blad.regels[-1].id,)))


OVERGENOMEN = Lijst(
    "overgenomen",
    _l("Overgenomen zaken"),
    _l("Wat organisaties meebrachten uit hun eerdere administratie en op uw bevestiging wacht."),
    (
        *(_l("Zaak"), _l("Cliënt"), _l("Organisatie"), _l("Besluit"), _l("Besloten op"), _l("Van"), _l("Tot en met")),
        *(_l("Uren over"), _l("Bedrag over")),
    ),
    mag_bevestigen,
    _overgenomen,
    Recht.BESLISSEN,
)
