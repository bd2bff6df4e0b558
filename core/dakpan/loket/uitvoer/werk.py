"""De uren, de perioden en de verslagen om mee te nemen."""

from collections.abc import Iterator, Mapping

from flask_babel import lazy_gettext as _l
from sqlalchemy import ColumnElement, select

from dakpan.begrippen.duur import Duur
from dakpan.dossier.tables import Zaak
from dakpan.loket.uitvoer.lijst import Lijst, Regel, lees_dag, lees_id, stroom
from dakpan.loket.zaak.regels import financiernaam
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant
from dakpan.partijen.heet import HEET
from dakpan.partijen.rechten import Recht
from dakpan.partijen.tables import Account, Lidmaatschap, Persoon
from dakpan.rapportage.formulier import VORMEN
from dakpan.rapportage.tables import Verslag
from dakpan.rapportage.toestanden import Verslagstatus
from dakpan.uren.formulier import LOCATIES
from dakpan.uren.keuzes import Locatie, doeltitel, soorttekst
from dakpan.uren.logboek import ALLE_UREN, mag_meenemen
from dakpan.uren.tables import Activiteit
from dakpan.uren.views.deur import STATUS

CLIENT = Persoon.voornaam + " " + Persoon.achternaam


def _activiteiten(handeling: Handeling, velden: Mapping[str, str]) -> Iterator[Regel]:
    """Op dag. Wie alleen schrijft neemt zijn eigen uren mee; een financier alleen wat met hem is gedeeld."""
    vraag = (
        select(Activiteit, Zaak.nummer, CLIENT.label("client"), HEET.label("coach"))
        .join(Zaak, (Zaak.tenant_id == Activiteit.tenant_id) & (Zaak.id == Activiteit.zaak_id))
        .join(Persoon, (Persoon.tenant_id == Zaak.tenant_id) & (Persoon.id == Zaak.persoon_id))
        .outerjoin(Lidmaatschap, Lidmaatschap.id == Activiteit.medewerker_id)
        .outerjoin(Account, Account.id == Lidmaatschap.account_id)
        .where(*alleen_eigen(handeling), *gekozen_uren(velden))
        .order_by(Activiteit.datum, Activiteit.begin, Activiteit.id)
    )
    for rij in stroom(handeling, vraag):
        een: Activiteit = rij.Activiteit
        wie = (rij.nummer, rij.client, financiernaam(handeling, een.tenant_id), rij.coach)
        toen = (een.datum, f"{Duur(een.begin)}", een.weeknummer, een.duur.minuten, str(een.duur))
        wat = (doeltitel(een.doel), soorttekst(een.soort), _locatie(een.locatie))
        resultaat = (een.beoogd, een.bereikt, een.planreden)
        akkoord = (str(STATUS[een.status][0]), een.geaccordeerd_door)
        yield Regel((*wie, *toen, *wat, *resultaat, *akkoord), (een.tenant_id, een.zaak_id))
        handeling.sessie.expunge(een)


def alleen_eigen(handeling: Handeling) -> Iterator[ColumnElement[bool]]:
    """Wie niet declareert en geen perioden beheert neemt alleen zijn eigen uren mee."""
    if handeling.vrager.kant is Kant.ORGANISATIE and not any(map(handeling.mag, ALLE_UREN)):
        yield Activiteit.medewerker_id == handeling.vrager.lidmaatschap_id


def gekozen_uren(velden: Mapping[str, str]) -> Iterator[ColumnElement[bool]]:
    """De dagen, de zaak en de periode die iemand koos."""
    van, tot = (lees_dag(velden, naam) for naam in ("van", "tot"))
    if van is not None:
        yield Activiteit.datum >= van
    if tot is not None:
        yield Activiteit.datum <= tot
    for naam, kolom in (("zaak", Activiteit.zaak_id), ("periode", Activiteit.periode_id)):
        if (gekozen := lees_id(velden, naam)) is not None:
            yield kolom == gekozen


def _locatie(code: str) -> str:
    return str(LOCATIES[Locatie(code)]) if code in set(Locatie) else code


def _mag_verslagen(handeling: Handeling) -> bool:
    return handeling.vrager.kant is Kant.FINANCIER or handeling.mag(Recht.UREN_SCHRIJVEN)


def _verslagen(handeling: Handeling, _velden: Mapping[str, str]) -> Iterator[Regel]:
    """Alle verslagen, ook die al zijn ingediend; op de uiterste dag."""
    vraag = (
        select(
            *(
                Verslag.tenant_id,
                Verslag.zaak_id,
                Verslag.nummer.label("verslagnummer"),
                Verslag.vorm,
                Verslag.uiterlijk,
            ),
            *(Verslag.schriftelijk, Verslag.status, Verslag.uitgebracht_op, Zaak.nummer, CLIENT.label("client")),
        )
        .join(Zaak, (Zaak.tenant_id == Verslag.tenant_id) & (Zaak.id == Verslag.zaak_id))
        .join(Persoon, (Persoon.tenant_id == Zaak.tenant_id) & (Persoon.id == Zaak.persoon_id))
        .where(Verslag.status != Verslagstatus.VERVALLEN)
        .order_by(Verslag.uiterlijk, Verslag.id)
    )
    for een in stroom(handeling, vraag):
        hoe = _l("schriftelijk") if een.schriftelijk else _l("schriftelijk of mondeling")
        staat = _l("ingediend") if een.status is Verslagstatus.INGEDIEND else _l("moet nog komen")
        wie = (een.nummer, een.client, financiernaam(handeling, een.tenant_id))
        wat = (str(VORMEN[een.vorm]), een.uiterlijk, str(hoe), str(staat), een.verslagnummer, een.uitgebracht_op)
        yield Regel((*wie, *wat), (een.tenant_id, een.zaak_id))


ACTIVITEITEN = Lijst(
    "activiteiten",
    _l("Activiteiten"),
    _l("Elke geschreven activiteit: wie, wanneer, hoelang, waarvoor en of zij akkoord is."),
    (
        *(_l("Zaak"), _l("Cliënt"), _l("Financier"), _l("Jobcoach")),
        *(_l("Datum"), _l("Begin"), _l("Week"), _l("Minuten"), _l("Duur")),
        *(_l("Doel"), _l("Activiteit"), _l("Locatie")),
        *(_l("Beoogd resultaat"), _l("Bereikt resultaat"), _l("Reden buiten het plan")),
        *(_l("Stand"), _l("Akkoord door")),
    ),
    mag_meenemen,
    _activiteiten,
    Recht.UREN_SCHRIJVEN,
)
VERSLAGEN = Lijst(
    "rapportages",
    _l("Rapportages"),
    _l("Elk verslag dat er moet komen of al is ingediend, met zijn uiterste dag."),
    (
        *(_l("Zaak"), _l("Cliënt"), _l("Financier"), _l("Verslag"), _l("Uiterlijk"), _l("Vorm"), _l("Stand")),
        *(_l("Nummer"), _l("Uitgebracht op")),
    ),
    _mag_verslagen,
    _verslagen,
    Recht.UREN_SCHRIJVEN,
)
