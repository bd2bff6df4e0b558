"""Wat een andere financier meegaf om mee te nemen."""

from collections.abc import Iterator, Mapping

from flask_babel import lazy_gettext as _l

from dakpan.aanvraag.meegeven import ontvangen
from dakpan.aanvraag.meegeven.formulier import STANDEN
from dakpan.loket.uitvoer.lijst import Lijst, Regel
from dakpan.loket.uitvoer.van_zaak.deur import dag
from dakpan.loket.zaak.regels import financiernaam
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.rechten import Recht


def _meegegeven(handeling: Handeling, _velden: Mapping[str, str]) -> Iterator[Regel]:
    for een in ontvangen.lijst(handeling, ten_hoogste=None):
        van = (een.client or None, financiernaam(handeling, een.van_tenant), een.van_nummer, een.vanaf)
        waar = (een.tenant_id, een.zaak_id) if een.zaak_id is not None else None
        yield Regel((*van, str(STANDEN[een.status][0]), dag(een.aangeboden_op), een.door), waar)


MEEGEGEVEN = Lijst(
    "van-andere-financier",
    _l("Van een andere financier"),
    _l("De zaken die een ander kantoor of een andere gemeente meegaf."),
    (
        *(_l("Cliënt"), _l("Van"), _l("Zaak daar"), _l("Vanaf"), _l("Stand"), _l("Aangeboden op")),
        _l("Aangeboden door"),
    ),
    lambda handeling: any(map(handeling.mag, ontvangen.INZIEN)),
    _meegegeven,
    Recht.BEOORDELEN,
)
