"""Wat een kwartaalronde per zaak deed of oversloeg, en waarom, om mee te nemen."""

from collections.abc import Iterator, Mapping

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from dakpan.begrippen.periode import Kwartaal
from dakpan.betaling.kwartaal.tables import Gedaan, Kwartaalregel, Kwartaalronde
from dakpan.betaling.views.kwartaalwoorden import GEDAAN
from dakpan.dossier.tables import Zaak
from dakpan.loket.uitvoer.lijst import Lijst, Regel, lees_id, stroom
from dakpan.opslag.handeling import NEDERLAND, Handeling
from dakpan.partijen.rechten import Recht
from dakpan.partijen.tables import Persoon


def _mag(handeling: Handeling) -> bool:
    return handeling.vrager.tenant_id is not None and handeling.mag(Recht.BETALEN)


def _regels(handeling: Handeling, velden: Mapping[str, str]) -> Iterator[Regel]:
    """De regels van één ronde of van alle; ``gedaan``: alleen dat. De redenen zijn van de regelset: Nederlands."""
    zelfde = Kwartaalregel.tenant_id
    vraag = (
        select(Kwartaalregel, Kwartaalronde, Zaak.nummer, Persoon.voornaam, Persoon.achternaam)
        .join(Kwartaalronde, (Kwartaalronde.tenant_id == zelfde) & (Kwartaalronde.id == Kwartaalregel.ronde_id))
        .join(Zaak, (Zaak.tenant_id == zelfde) & (Zaak.id == Kwartaalregel.zaak_id))
        .join(Persoon, (Persoon.tenant_id == zelfde) & (Persoon.id == Zaak.persoon_id))
        .where(zelfde == handeling.vrager.tenant_id)
        .order_by(Kwartaalregel.ronde_id, Kwartaalregel.id)
    )
    ronde_id = lees_id(velden, "ronde")
    if ronde_id is not None:
        vraag = vraag.where(Kwartaalregel.ronde_id == ronde_id)
    if velden.get("gedaan") in set(Gedaan):
        vraag = vraag.where(Kwartaalregel.gedaan == Gedaan(velden["gedaan"]))
    for een, ronde, zaak, voornaam, achternaam in stroom(handeling, vraag):
        kwartaal = Kwartaal.uit_iso(ronde.kwartaal)
        welke = (kwartaal.jaar, kwartaal.nummer, ronde.begonnen_op.astimezone(NEDERLAND).date(), ronde.door)
        wat = (str(GEDAAN[een.gedaan]), een.aantal or None, een.waarom)
        yield Regel((*welke, zaak, f"{voornaam} {achternaam}", *wat), (een.tenant_id, een.zaak_id))


KWARTAALREGELS = Lijst(
    "kwartaalregels",
    _l("Kwartaalrondes per zaak"),
    _l("Wat elke kwartaalronde bij een zaak deed, of waarom zij haar oversloeg."),
    (
        *(_l("Jaar"), _l("Kwartaal"), _l("Ronde begonnen op"), _l("Door"), _l("Zaak"), _l("Cliënt")),
        *(_l("Gedaan"), _l("Aantal"), _l("Waarom")),
    ),
    _mag,
    _regels,
    Recht.BETALEN,
)
