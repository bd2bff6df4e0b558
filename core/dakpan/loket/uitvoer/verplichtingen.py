"""De verplichtingen om mee te nemen, alle of van één jaar en kostenplaats."""

from collections.abc import Iterator, Mapping

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from dakpan.betaling.budget.beheer import LEZEN
from dakpan.betaling.budget.tables import Verplichting
from dakpan.betaling.views import toon
from dakpan.dossier.tables import Zaak
from dakpan.loket.uitvoer.lijst import Lijst, Regel, stroom
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht


def mag_budget(handeling: Handeling) -> bool:
    """Leest de vrager het budget van zijn financier?"""
    return handeling.vrager.kant is Kant.FINANCIER and any(map(handeling.mag, LEZEN))


def _regels(handeling: Handeling, velden: Mapping[str, str]) -> Iterator[Regel]:
    """Wat nu geldt; een leeg bedrag is niet in bron."""
    vraag = (
        select(
            *(Verplichting.tenant_id, Verplichting.zaak_id, Verplichting.jaar, Verplichting.kostenplaats),
            *(Verplichting.bedrag, Verplichting.vrij, Verplichting.gewaarschuwd, Zaak.nummer.label("zaaknummer")),
        )
        .join(Zaak, (Zaak.tenant_id == Verplichting.tenant_id) & (Zaak.id == Verplichting.zaak_id))
        .where(Verplichting.geldend)
        .order_by(Verplichting.jaar, Verplichting.kostenplaats, Verplichting.id)
    )
    jaar = toon.begrotingsjaar(velden)
    if jaar is not None:
        vraag = vraag.where(Verplichting.jaar == jaar, Verplichting.kostenplaats == toon.kostenplaats(velden))
    for een in stroom(handeling, vraag):
        gewaarschuwd = "ja" if een.gewaarschuwd else "nee"
        cellen = (een.jaar, een.kostenplaats, een.zaaknummer, een.bedrag, een.vrij, gewaarschuwd)
        yield Regel(cellen, (een.tenant_id, een.zaak_id))


VERPLICHTINGEN = Lijst(
    "verplichtingen",
    _l("Verplichtingen"),
    _l("Per zaak wat het besluit dat nu geldt vastlegt, per begrotingsjaar en kostenplaats."),
    (
        *(_l("Begrotingsjaar"), _l("Kostenplaats"), _l("Zaak"), _l("Verplicht")),
        *(_l("Vrij vlak voor het besluit"), _l("Gewaarschuwd")),
    ),
    mag_budget,
    _regels,
    Recht.BETALEN,
)
