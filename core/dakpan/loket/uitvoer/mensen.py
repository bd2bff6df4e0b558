"""De perioden met hun coaches, de medewerkers, hun certificaten en de erkende organisaties om mee te nemen."""

from collections.abc import Iterator, Mapping
from uuid import UUID

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from dakpan.dossier.tables import Zaak
from dakpan.loket.uitvoer.lijst import Lijst, Regel, stroom
from dakpan.loket.zaak.regels import financiernaam
from dakpan.loket.zaak.toestanden import toestand
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant
from dakpan.partijen import certificaatlijst, erkennen, medewerkers
from dakpan.partijen.certificaatformulier import STANDEN as GELDIGHEID
from dakpan.partijen.collegas import collegas
from dakpan.partijen.medewerkerformulier import samenvatting
from dakpan.partijen.rechten import Recht
from dakpan.partijen.registerformulier import STATUSSEN as ERKEND
from dakpan.partijen.registerlijsten import certificaten
from dakpan.partijen.tables import Persoon, Werkgever
from dakpan.plan.tables import Jobcoachperiode, Koppeling


def _perioden(handeling: Handeling, _velden: Mapping[str, str]) -> Iterator[Regel]:
    """Eén regel per coach in een periode, en een lege waar nog geen coach is; de nieuwste periode eerst."""
    periode = Jobcoachperiode
    vraag = (
        select(
            *(periode.tenant_id, periode.zaak_id, periode.begin, periode.eind, periode.status, periode.uren),
            periode.bedrag,
            *(Zaak.nummer, (Persoon.voornaam + " " + Persoon.achternaam).label("client")),
            *(Werkgever.naam.label("werkgevernaam"), Koppeling.coach_id, Koppeling.van, Koppeling.tot_en_met),
            *(Koppeling.accordeerder_id, Koppeling.tweede_accordeerder_id),
            *(Koppeling.gedelegeerd_aan_id, Koppeling.gedelegeerd_tot),
        )
        .join(Zaak, (Zaak.tenant_id == periode.tenant_id) & (Zaak.id == periode.zaak_id))
        .join(Persoon, (Persoon.tenant_id == Zaak.tenant_id) & (Persoon.id == Zaak.persoon_id))
        .join(Werkgever, (Werkgever.tenant_id == Zaak.tenant_id) & (Werkgever.id == Zaak.werkgever_id))
        .outerjoin(Koppeling, (Koppeling.tenant_id == periode.tenant_id) & (Koppeling.periode_id == periode.id))
        .order_by(periode.id.desc(), Koppeling.id)
    )
    namen: dict[UUID | None, str] = {een.id: een.naam for een in collegas(handeling)}
    for een in stroom(handeling, vraag):
        wie = (een.nummer, een.client, een.werkgevernaam, financiernaam(handeling, een.tenant_id))
        wanneer = (een.begin, een.eind, toestand(een.status), een.uren, een.bedrag)
        mensen = (een.coach_id, een.accordeerder_id, een.tweede_accordeerder_id, een.gedelegeerd_aan_id)
        coach, *akkoord = (namen.get(id_) for id_ in mensen)
        yield Regel(
            (*wie, *wanneer, coach, een.van, een.tot_en_met, *akkoord, een.gedelegeerd_tot),
            (een.tenant_id, een.zaak_id),
        )


def _medewerkers(handeling: Handeling, velden: Mapping[str, str]) -> Iterator[Regel]:
    ook_weg = velden.get("niet_actief") == "ja"
    vraag = medewerkers.Medewerkersvraag(velden.get("zoek", "")[:100].replace("\0", ""), ook_weg)
    while True:
        blad = medewerkers.lijst(handeling, vraag)
        for lid in blad.regels:
            staat = (
                _l("actief")
                if lid.actief and lid.aanvaard_op
                else _l("uitgenodigd")
                if lid.actief
                else _l("niet actief")
            )
            yield Regel((lid.heet, lid.account.email, lid.mobiel, str(staat), ", ".join(samenvatting(lid))))
        if not blad.volgende:
            return
        vraag = medewerkers.Medewerkersvraag(vraag.zoek, ook_weg, na=blad.regels[-1].id)


def _certificaten(handeling: Handeling, _velden: Mapping[str, str]) -> Iterator[Regel]:
    namen = certificaten()
    for regel in certificaatlijst.alle(handeling):
        een = regel.certificaat
        staat = str(GELDIGHEID[regel.stand(handeling.vandaag)][0])
        yield Regel((regel.coach, namen[een.soort], een.behaald_op, een.geldig_tot, staat, regel.bestandsnaam))


def _erkenningen(handeling: Handeling, velden: Mapping[str, str]) -> Iterator[Regel]:
    for een in erkennen.lijst(handeling, velden.get("q", "")[:100].replace("\0", "")):
        van, tot = (een.erkenning.van, een.erkenning.tot_en_met) if een.erkenning else (None, None)
        staat = str(ERKEND[een.status(handeling.vandaag)][0])
        yield Regel((een.organisatie.naam, een.organisatie.kvk, een.organisatie.plaats, staat, van, tot))


def _van_organisatie(handeling: Handeling, recht: Recht) -> bool:
    return handeling.vrager.kant is Kant.ORGANISATIE and handeling.mag(recht)


PERIODEN = Lijst(
    "perioden",
    _l("Jobcoachperioden"),
    _l("Elke periode met haar coaches en wie hun uren accordeert."),
    (
        *(_l("Zaak"), _l("Cliënt"), _l("Werkgever"), _l("Financier"), _l("Begin"), _l("Einde"), _l("Stand")),
        *(_l("Toegekende uren"), _l("Toegekend bedrag"), _l("Jobcoach"), _l("Vanaf"), _l("Tot en met")),
        *(_l("Accordeerder"), _l("Tweede accordeerder"), _l("Gedelegeerd aan"), _l("Gedelegeerd tot en met")),
    ),
    lambda handeling: _van_organisatie(handeling, Recht.PERIODES_BEHEREN),
    _perioden,
    Recht.PERIODES_BEHEREN,
)
MEDEWERKERS = Lijst(
    "medewerkers",
    _l("Medewerkers"),
    _l("Wie er werken en wat zij mogen."),
    (_l("Naam"), _l("E-mailadres"), _l("Mobiel"), _l("Stand"), _l("Mag")),
    lambda handeling: handeling.mag(Recht.MEDEWERKERS_BEHEREN),
    _medewerkers,
    Recht.MEDEWERKERS_BEHEREN,
)
CERTIFICATEN = Lijst(
    "certificaten",
    _l("Certificaten"),
    _l("Wat uw coaches hebben behaald en wanneer het verloopt."),
    (_l("Coach"), _l("Certificaat"), _l("Behaald op"), _l("Geldig tot"), _l("Stand"), _l("Papier")),
    lambda handeling: _van_organisatie(handeling, Recht.MEDEWERKERS_BEHEREN),
    _certificaten,
    Recht.MEDEWERKERS_BEHEREN,
)
ERKENNINGEN = Lijst(
    "erkenningen",
    _l("Erkenningen"),
    _l("De organisaties, en of u ze erkent."),
    (_l("Organisatie"), _l("KvK-nummer"), _l("Plaats"), _l("Stand"), _l("Vanaf"), _l("Tot en met")),
    lambda handeling: handeling.mag(Recht.ERKENNEN),
    _erkenningen,
    Recht.ERKENNEN,
)
