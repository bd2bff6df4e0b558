"""Wat op akkoord wacht, of akkoord is en nog niet gedeclareerd, om mee te nemen: dezelfde uren als op de lijst."""

from collections.abc import Iterator, Mapping

from flask_babel import lazy_gettext as _l

from dakpan.begrippen.duur import Duur
from dakpan.loket.uitvoer.lijst import Lijst, Regel, stroom
from dakpan.loket.zaak.regels import financiernaam
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht
from dakpan.uren.keuzes import doeltitel, soorttekst
from dakpan.uren.tables import Activiteit
from dakpan.uren.toestanden import Urenstatus
from dakpan.uren.views.deur import STATUS
from dakpan.uren.wachtrij import alle_van_mij


def _mag(handeling: Handeling) -> bool:
    return handeling.vrager.kant is Kant.ORGANISATIE and handeling.mag(Recht.UREN_ACCORDEREN)


def _uren(handeling: Handeling, velden: Mapping[str, str]) -> Iterator[Regel]:
    """``stand``: wat akkoord is; anders wat wacht. Op volgorde zoals op de pagina."""
    akkoord = velden.get("stand") == Urenstatus.GEACCORDEERD
    vraag = alle_van_mij(handeling, Urenstatus.GEACCORDEERD if akkoord else Urenstatus.TE_ACCORDEREN)
    for rij in stroom(handeling, vraag):
        een: Activiteit = rij.Activiteit
        wie = (rij.nummer, f"{rij.voornaam} {rij.achternaam}", financiernaam(handeling, een.tenant_id))
        toen = (een.datum, str(Duur(een.begin)), een.duur.minuten, str(een.duur))
        wat = (doeltitel(een.doel), soorttekst(een.soort), een.beoogd, een.bereikt, een.planreden)
        staat = (str(STATUS[een.status][0]), een.geaccordeerd_door)
        yield Regel((een.weeknummer, rij.coach, *wie, *toen, *wat, *staat), (een.tenant_id, een.zaak_id))
        handeling.sessie.expunge(een)


TE_ACCORDEREN = Lijst(
    "te-accorderen",
    _l("Te accorderen"),
    _l("De uren die op uw akkoord wachten, per week en coach."),
    (
        *(_l("Week"), _l("Jobcoach"), _l("Zaak"), _l("Cliënt"), _l("Financier")),
        *(_l("Datum"), _l("Begin"), _l("Minuten"), _l("Duur"), _l("Doel"), _l("Activiteit")),
        *(_l("Beoogd resultaat"), _l("Bereikt resultaat"), _l("Reden buiten het plan")),
        *(_l("Stand"), _l("Akkoord door")),
    ),
    _mag,
    _uren,
    Recht.UREN_ACCORDEREN,
)
