"""De declaraties, de betalingen en het onderhanden werk om mee te nemen."""

from collections.abc import Iterator, Mapping

from flask_babel import lazy_gettext as _l
from sqlalchemy import ColumnElement, select

from dakpan.begrippen.bsn_in_tekst import zoek_bsn
from dakpan.betaling.betalen.betaallijst import welke
from dakpan.betaling.onderhanden.lezen import NOG_NIET, Tijdvak, onderhanden_werk
from dakpan.betaling.tables import Betaalbestand, Betaalopdracht, Declaratie, Factuur
from dakpan.betaling.views import toon
from dakpan.betaling.views.betaallijst import lees_vraag
from dakpan.betaling.views.financier import gekozen
from dakpan.betaling.zoeken import bij, gezocht
from dakpan.dossier.tables import Zaak
from dakpan.loket.uitvoer.boekingen import creditnotas, nummers_van
from dakpan.loket.uitvoer.lijst import Lijst, Regel, lees_dag, lees_id, stroom
from dakpan.loket.zaak.regels import financiernaam
from dakpan.opslag.handeling import Handeling
from dakpan.opslag.vrager import Kant
from dakpan.partijen.rechten import Recht
from dakpan.partijen.tables import Persoon

_CLIENT = (Persoon.voornaam + " " + Persoon.achternaam).label("client")


def _mag_declaraties(handeling: Handeling) -> bool:
    return any(map(handeling.mag, toon.LIJST_LEZEN))


def _declaraties(handeling: Handeling, velden: Mapping[str, str]) -> Iterator[Regel]:
    """De laatste dag eerst, ook de proeven; met de factuur en de creditnota's als die er zijn."""
    zoek = toon.zoektekst(velden)
    gezochte = gezocht(handeling, "" if zoek_bsn(zoek) else zoek, Declaratie, Declaratie.nummer)
    vraag = (
        select(
            *(Declaratie.tenant_id, Declaratie.zaak_id, Declaratie.nummer, Declaratie.soort, Declaratie.status),
            *(Declaratie.datum, Declaratie.tot_en_met, Declaratie.declarabel, Declaratie.bedrag_excl),
            *(Declaratie.btw, Declaratie.bedrag_incl, Declaratie.opmerkingen, Zaak.nummer.label("zaaknummer"), _CLIENT),
            *(Factuur.nummer.label("factuurnummer"), *creditnotas(Declaratie, Declaratie.id)),
        )
        .join(Zaak, (Zaak.tenant_id == Declaratie.tenant_id) & (Zaak.id == Declaratie.zaak_id))
        .join(Persoon, (Persoon.tenant_id == Zaak.tenant_id) & (Persoon.id == Zaak.persoon_id))
        .outerjoin(Factuur, (Factuur.tenant_id == Declaratie.tenant_id) & (Factuur.declaratie_id == Declaratie.id))
        .where(*gezochte, *bij(gekozen(handeling, velden), Declaratie))
        .order_by(Declaratie.datum.desc(), Declaratie.id.desc())
    )
    for een in stroom(handeling, vraag):
        wie = (een.nummer, een.zaaknummer, een.client, financiernaam(handeling, een.tenant_id))
        wat = (toon.soort(een.soort), toon.staat(een.status, een.opmerkingen)["tekst"], een.datum, een.tot_en_met)
        duur = (een.declarabel.minuten, str(een.declarabel), een.declarabel.uren)
        papier = (een.factuurnummer, nummers_van(een.creditnotas), een.gecrediteerd)
        geld = (een.bedrag_excl, een.btw, een.bedrag_incl, *papier)
        yield Regel((*wie, *wat, *duur, *geld), (een.tenant_id, een.zaak_id))


def mag_betalingen(handeling: Handeling) -> bool:
    """Leest de vrager de betalingen van zijn financier?"""
    eigen = handeling.vrager.kant is Kant.FINANCIER
    return eigen and (handeling.mag(Recht.BETALEN) or handeling.mag(Recht.BETALING_VRIJGEVEN))


def _betalingen(handeling: Handeling, velden: Mapping[str, str]) -> Iterator[Regel]:
    """Elke betaling, in welke stand ook; op de eerste dag waarop zij mag."""
    vraag = (
        select(
            *(Betaalopdracht.tenant_id, Betaalopdracht.zaak_id, Betaalopdracht.nummer, Betaalopdracht.begunstigde),
            *(Betaalopdracht.iban, Betaalopdracht.bedrag, Betaalopdracht.verrekend, Betaalopdracht.omschrijving),
            *(Betaalopdracht.vanaf, Betaalopdracht.niet_meer),
            *(Betaalopdracht.status, Betaalopdracht.klaargezet_door, Zaak.nummer.label("zaaknummer")),
            *(Betaalbestand.nummer.label("bestandsnummer"), Betaalbestand.uitvoeren_op),
        )
        .join(Zaak, (Zaak.tenant_id == Betaalopdracht.tenant_id) & (Zaak.id == Betaalopdracht.zaak_id))
        .outerjoin(
            Betaalbestand,
            (Betaalbestand.tenant_id == Betaalopdracht.tenant_id)
            & (Betaalbestand.id == Betaalopdracht.betaalbestand_id),
        )
        .where(*welke(handeling, *lees_vraag(velden)), *_in_bestand(velden))
        .order_by(Betaalopdracht.vanaf, Betaalopdracht.id)
    )
    for een in stroom(handeling, vraag):
        wie = (een.nummer, een.zaaknummer, een.begunstigde, een.iban)
        wat = (een.bedrag, een.verrekend, een.bedrag - een.verrekend, een.niet_meer, een.omschrijving, een.vanaf)
        waar = (toon.betaalstaat(een.status)["tekst"], een.klaargezet_door, een.bestandsnummer, een.uitvoeren_op)
        yield Regel((*wie, *wat, *waar), (een.tenant_id, een.zaak_id))


def _in_bestand(velden: Mapping[str, str]) -> Iterator[ColumnElement[bool]]:
    """Op de pagina van een betaalbestand: alleen wat daarin ging."""
    bestand_id = lees_id(velden, "bestand")
    if bestand_id is not None:
        yield Betaalopdracht.betaalbestand_id == bestand_id


def _mag_onderhanden(handeling: Handeling) -> bool:
    return handeling.vrager.kant is Kant.ORGANISATIE and handeling.mag(Recht.DECLAREREN)


def _onderhanden(handeling: Handeling, velden: Mapping[str, str]) -> Iterator[Regel]:
    van, tot = (lees_dag(velden, naam) for naam in ("van", "tot"))
    for een in onderhanden_werk(handeling, Tijdvak(van, tot or handeling.vandaag, gekozen(handeling, velden))):
        wie = (een.zaak, een.client, financiernaam(handeling, een.tenant_id))
        minuten = (een.duren[status].minuten if status in een.duren else 0 for status in NOG_NIET)
        yield Regel((*wie, *minuten, een.totaal.minuten, een.nooit_meer.minuten), (een.tenant_id, een.zaak_id))


DECLARATIES = Lijst(
    "declaraties",
    _l("Declaraties"),
    _l("Elke declaratie met haar uren, haar bedragen en haar factuur."),
    (
        *(_l("Nummer"), _l("Zaak"), _l("Cliënt"), _l("Financier"), _l("Soort"), _l("Stand"), _l("Datum")),
        *(_l("Tot en met"), _l("Minuten"), _l("Duur"), _l("Uren"), _l("Zonder btw"), _l("Btw"), _l("Met btw")),
        *(_l("Factuur"), _l("Creditnota's"), _l("Gecrediteerd")),
    ),
    _mag_declaraties,
    _declaraties,
    Recht.DECLAREREN,
)
ONDERHANDEN = Lijst(
    "onderhanden-werk",
    _l("Onderhanden werk"),
    _l("Per zaak wat er is geschreven en nog op geen declaratie staat, in minuten."),
    (
        *(_l("Zaak"), _l("Cliënt"), _l("Financier"), _l("Voorraad (minuten)"), _l("Te accorderen (minuten)")),
        *(_l("Te declareren (minuten)"), _l("Samen (minuten)")),
        _l("Niet meer te declareren (minuten)"),
    ),
    _mag_onderhanden,
    _onderhanden,
    Recht.DECLAREREN,
)
BETALINGEN = Lijst(
    "betalingen",
    _l("Betalingen"),
    _l("Elke betaling met haar stand, haar kenmerk en het bestand waarin zij ging."),
    (
        *(_l("Kenmerk"), _l("Zaak"), _l("Aan"), _l("Rekening"), _l("Bedrag"), _l("Verrekend"), _l("Naar de bank")),
        *(
            _l("Hoeft niet opnieuw"),
            _l("Omschrijving"),
            _l("Te betalen vanaf"),
            _l("Stand"),
            _l("Klaargezet door"),
            _l("Bestand"),
            _l("Uitgevoerd op"),
        ),
    ),
    mag_betalingen,
    _betalingen,
    Recht.BETALEN,
)
