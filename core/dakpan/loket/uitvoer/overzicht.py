"""Het activiteitenoverzicht om mee te nemen: per zaak hoe vaak en hoe lang er aan elk doel is gewerkt."""

from collections.abc import Iterator, Mapping

from flask_babel import lazy_gettext as _l
from sqlalchemy import func, select

from dakpan.dossier.tables import Zaak
from dakpan.loket.uitvoer.lijst import Lijst, Regel, lees_id, stroom
from dakpan.loket.uitvoer.werk import CLIENT, alleen_eigen, gekozen_uren
from dakpan.loket.zaak.regels import financiernaam
from dakpan.opslag.handeling import Handeling
from dakpan.partijen.rechten import Recht
from dakpan.partijen.tables import Persoon
from dakpan.uren.accorderen import AKKOORD
from dakpan.uren.keuzes import doeltitel, soorttekst
from dakpan.uren.logboek import mag_logboek
from dakpan.uren.tables import Activiteit


def _overzicht(handeling: Handeling, velden: Mapping[str, str]) -> Iterator[Regel]:
    """Zoals het logboek het optelt: alleen wat akkoord is. Van één zaak alles, zoals op haar pagina."""
    eigen = [] if lees_id(velden, "zaak") is not None else list(alleen_eigen(handeling))
    wat = (Activiteit.tenant_id, Activiteit.zaak_id, Activiteit.doel, Activiteit.soort)
    samen = func.sum(Activiteit.duur)
    vraag = (
        select(*wat, Zaak.nummer, CLIENT.label("client"), func.count().label("aantal"), samen.label("duur"))
        .join(Zaak, (Zaak.tenant_id == Activiteit.tenant_id) & (Zaak.id == Activiteit.zaak_id))
        .join(Persoon, (Persoon.tenant_id == Zaak.tenant_id) & (Persoon.id == Zaak.persoon_id))
        .where(Activiteit.status.in_(AKKOORD), *eigen, *gekozen_uren(velden))
        .group_by(*wat, Zaak.nummer, Persoon.voornaam, Persoon.achternaam)
        .order_by(Activiteit.tenant_id, Activiteit.zaak_id, samen.desc(), Activiteit.doel, Activiteit.soort)
    )
    for een in stroom(handeling, vraag):
        wie = (een.nummer, een.client, financiernaam(handeling, een.tenant_id))
        geteld = (een.aantal, een.duur.minuten, str(een.duur))
        yield Regel((*wie, doeltitel(een.doel), soorttekst(een.soort), *geteld), (een.tenant_id, een.zaak_id))


OVERZICHT = Lijst(
    "activiteitenoverzicht",
    _l("Activiteitenoverzicht"),
    _l("Per zaak hoe vaak en hoe lang er aan elk doel is gewerkt, uit de uren die akkoord zijn."),
    (
        *(_l("Zaak"), _l("Cliënt"), _l("Financier"), _l("Doel"), _l("Activiteit")),
        *(_l("Aantal"), _l("Minuten"), _l("Duur")),
    ),
    mag_logboek,
    _overzicht,
    Recht.UREN_SCHRIJVEN,
)
