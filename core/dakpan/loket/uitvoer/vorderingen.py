"""De vorderingen om mee te nemen: wat er terug moest, wat er al terug is, en hoe."""

from collections.abc import Iterator, Mapping

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from dakpan.betaling.views import toon
from dakpan.betaling.vorderen.domain import Vorderingstatus
from dakpan.betaling.vorderen.tables import Vordering
from dakpan.dossier.tables import Zaak
from dakpan.loket.uitvoer.lijst import Lijst, Regel, stroom
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht


def _mag(handeling: Handeling) -> bool:
    eigen = handeling.vrager.kant is Kant.FINANCIER
    return eigen and (handeling.mag(Recht.BETALEN) or handeling.mag(Recht.BETALING_VRIJGEVEN))


def _vorderingen(handeling: Handeling, velden: Mapping[str, str]) -> Iterator[Regel]:
    """De oudste eerst; ``status`` zoals op de pagina, en wat dat niet is telt niet."""
    status = velden.get("status", "")
    gekozen = [Vordering.status == Vorderingstatus(status)] if status in set(Vorderingstatus) else []
    vraag = (
        select(Vordering, Zaak.nummer.label("zaaknummer"))
        .join(Zaak, (Zaak.tenant_id == Vordering.tenant_id) & (Zaak.id == Vordering.zaak_id))
        .where(*gekozen)
        .order_by(Vordering.id)
    )
    for een in stroom(handeling, vraag):
        rij: Vordering = een.Vordering
        wie = (rij.nummer, een.zaaknummer, rij.naam, rij.reden)
        geld = (rij.bedrag, rij.verrekend, rij.ontvangen, rij.kwijtgescholden, rij.vervallen, rij.rest)
        stand = (toon.vorderingstaat(rij.status, rij.wijze)["tekst"], rij.uiterlijk)
        yield Regel((*wie, *geld, *stand), (rij.tenant_id, rij.zaak_id))


VORDERINGEN = Lijst(
    "vorderingen",
    _l("Vorderingen"),
    _l("Wat er terug moet of moest, met wat ervan is verrekend, ontvangen, kwijtgescholden of vervallen."),
    (
        *(_l("Vordering"), _l("Zaak"), _l("Van"), _l("Waarom"), _l("Bedrag"), _l("Verrekend"), _l("Ontvangen")),
        *(_l("Kwijtgescholden"), _l("Vervallen"), _l("Nog open"), _l("Stand"), _l("Terug te betalen uiterlijk op")),
    ),
    _mag,
    _vorderingen,
    Recht.BETALEN,
)
