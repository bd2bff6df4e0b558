"""Wie uren accordeert om mee te nemen."""

from collections.abc import Iterator, Mapping

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from dakpan.loket.uitvoer.lijst import Lijst, Regel
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht
from dakpan.wandeling.accordeerders import Accordeerder, accordeerders


def _accordeerders(handeling: Handeling, _velden: Mapping[str, str]) -> Iterator[Regel]:
    for een in accordeerders(handeling):
        geteld = (een.aantallen.koppelingen, een.aantallen.coaches, een.aantallen.perioden)
        meer = "ja" if een.aantallen.meer or een.wacht.meer else "nee"
        yield Regel((een.collega.naam, *geteld, een.wacht.duur.minuten, meer, _stand(een), een.collega.afwezig_tot))


def _stand(een: Accordeerder) -> str:
    if not een.collega.actief:
        return str(_("niet actief"))
    return str(_("actief") if een.collega.mag_accorderen else _("mag niet meer accorderen"))


ACCORDEERDERS = Lijst(
    "accordeerders",
    _l("Accordeerders"),
    _l("Wie uren accordeert, bij hoeveel koppelingen, en hoeveel er op hem wacht."),
    (
        *(_l("Accordeerder"), _l("Koppelingen"), _l("Jobcoaches"), _l("Perioden"), _l("Wacht (minuten)")),
        *(_l("Het is meer"), _l("Stand"), _l("Afwezig tot en met")),
    ),
    lambda handeling: handeling.vrager.kant is Kant.ORGANISATIE and handeling.mag(Recht.PERIODES_BEHEREN),
    _accordeerders,
    Recht.PERIODES_BEHEREN,
)
